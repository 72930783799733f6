"""Link: which of a sentence's counts each of its harms befell."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.set_phrases import SetPhrases
from recoupe.stages.claim.counts.antecedents import antecedent, pronoun_of, taken_up, them
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.lists import (
    before_bracket,
    in_one_list,
    joined,
    opens_clause,
    past_relative,
    set_off,
    taken_again,
)
from recoupe.stages.claim.counts.membership import opens_parts, told_apart
from recoupe.stages.claim.counts.taken_back import aside_of
from recoupe.stages.claim.counts.words_beside import (
    ahead_of,
    follows_things,
    has_pronoun,
    holds_people,
    in_relative,
    is_subject,
    lends_subject,
    names_people,
    names_things,
    numbers,
    reduced_relative,
    restricts,
    shares_subject,
    tells_of_speaker,
)
from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.insertions import numbered, past_aside, past_bracket
from recoupe.stages.claim.words.line import QUOTES, Line

_REACH = {"clause": 40, "noun": 16, "of": 16, "phrase": 16}
_BONDS = {"noun": 0, "of": 1, "clause": 2, "phrase": 3}
_INVERTED = 12
"""How many words may stand between a verb and the subject behind it."""
_VERB = 2
"""Within how many words behind set words at the head of a sentence its verb stands."""
_SENT = 3
"""Within how many words before a count stands who was sent (« une délégation de douze rebelles »)."""
_FEW = 99
"""How many at most get away; more are people who flee."""
_TIMES = 5
"""How many times those fighters told they may be."""
_SAID = frozenset({"killed", "wounded"})
_NOT_FIGHTERS = frozenset({"displaced", "returned"})
_AWAY = frozenset({"detained", "displaced", "missing"})
"""Who may come back of whom it is told."""


class Linker:
    """The counts of one sentence and what is known of each so far."""

    def __init__(self, line: Line, counts: Sequence[Count]) -> None:
        self.line = line
        self.counts = counts
        self._index = {count: index for index, count in enumerate(counts)}
        spared = line.lexicon.harm.tolls.spares
        self.found: dict[Count, Found] = {
            c: Found(c, c.effect)
            for c in counts
            # « rescued 12 captives »
            if c.effect is not None and not (c.open and c.effect == "detained" and line.fold(c.first - 1) in spared)
        }
        self.harms: Sequence[Harm] = ()
        """What `tie` was given."""
        self._armed_last = False
        self._between = frozenset(c for c in counts if c.measure or (c.numeral.article and self._complements(c)))
        """Ages and complements, which stand between nobody."""
        self.covered = {i for c in counts for i in range(c.first, c.end)}
        self._taken_back = frozenset(aside_of(line, counts))
        """« trois soldats, et non trente, ont péri »: the words that part a subject from its verb."""

    def tie(self, harms: Sequence[Harm], given: frozenset[str], *, armed: bool = False) -> None:
        """Ties each harm to the counts it befell; `given` are the effects of the article's figures so far, `armed` says that
        fighters were counted last."""
        self.harms, self._armed_last = harms, armed
        for harm in sorted(harms, key=lambda h: (_BONDS[h.bond], -h.start if h.side == "right" else h.start)):
            if harm.given and not given and harm.effect != "returned":
                continue
            target = (self._left(harm) or self._inverted(harm)) if harm.side == "left" else self._right(harm)
            # « 30 000 réfugiés sont revenus », « quatre mille familles déplacées sont rentrées »
            away = self.found.get(target) if target is not None and harm.effect == "returned" else None
            back = away is not None and away.effect == "displaced"
            # « 340 ménages sont arrivés », where the article has counted harm: households that move are driven out, or come home
            homes = target is not None and target.unit == "families" and harm.effect in _NOT_FIGHTERS
            # « 22 élèves ont été enlevés. Dix d'entre eux sont revenus »
            some = target is not None and target.kind in ("bare", "them")
            came = harm.effect == "returned" and self.line.lexicon.verbs.is_past_participle(self.line.folds[harm.start])
            homes = homes or (some and came and not given.isdisjoint(_AWAY))
            if harm.given and not (back or (given and (harm.effect in given or homes))):
                continue
            if target is None and (at := pronoun_of(self.line, harm)) is not None:
                target = antecedent(self.line, self.counts, at)
                if harm.effect == "returned" and target in self.found:
                    continue  # « vingt élèves ont été enlevés ; ils ont été libérés depuis »
            target = self._members(target)
            # « a perdu 30 sièges et 5 000 militants »: what also befalls things is said of things here
            if target is not None and not (harm.people and target.kind == "thing"):
                step = -1 if harm.side == "left" and target.first < harm.start else 1
                self.befall(target, harm)
                beside = [] if self._of_part(harm, target) else self._beside(target, step)
                for count in [*beside, *taken_again(self.line, self.counts, harm, target)]:
                    # « la mort de cinq soldats et des dizaines de blessés »: these have their own word
                    company = harm.bond == "noun" and self.marked(count, self.line.lexicon.figures.company)
                    # « deux soldats et un otage libéré », but « Trois policiers et un civil tué »
                    alone = harm.single and harm.effect not in _SAID and (count.numeral.value or 0) > 1
                    # « ont tué deux soldats et un gendarme a pu fuir »
                    does = step > 0 and harm.side == "right" and count.numeral.article and self.opens_clause(count)
                    alone = alone or does
                    if not alone and count.effect not in _SAID and (company or not self.in_passing(count)):
                        self.befall(count, harm, spread=True)

    def _of_part(self, harm: Harm, target: Count) -> bool:
        """« 60 ouvriers, dont 44 ont été tués »: whether the harm is said of a part alone, as the verb right behind its number tells."""
        line = self.line
        before = next((c for c in self.counts if c.end == target.first - 1), None)
        # « et 21 blessés dont cinq grièvement atteints »
        apart = line.fold(target.first - 2) == "," or (before is not None and before.kind == "harm")
        told = line.fold(target.first - 1) in line.lexicon.words.partitives and apart
        behind = harm.group == target.end if harm.bond == "clause" else 0 <= harm.start - target.end <= 1
        alone = target.kind == "bare" and harm.bond in ("clause", "noun") and harm.side == "left" and behind
        return told and alone and not line.lexicon.figures.merged

    def befall(self, count: Count, harm: Harm, *, spread: bool = False) -> None:
        # « Douze soldats ont été tués. La veille, treize autres étaient tombés »
        more = self._armed_last and count.kind == "them" and harm.effect == "killed"
        armed = more or self._fighters(count) or self._holds_fighters(count) or self._under_arms(count)
        if harm.fighters and not armed:
            return  # « as night fell »
        if harm.fighters and harm.effect == "surrendered" and self._on_duty(count):
            return  # « quatre gendarmes se sont rendus à X »
        if harm.given and harm.bond == "of" and not self._moves_house(count):
            return  # « l'arrivée de 300 familles », but « l'arrivée de douze médecins »
        if harm.folk and not self._dwells(count):
            return  # « 2 500 familles ont rejoint la ville depuis l'attaque », but « dix enquêteurs »
        known = self.found.get(count)
        if known is not None and known.spread and not spread:
            known = None  # « la mort de cinq civils, six autres ayant été blessés »
        if known is not None and known.harm is not None and spread:
            if self._told_by_the_way(count, known.harm, harm) and known.worsened_by(harm.effect):
                known.effect, known.harm = harm.effect, harm
            return
        if known is not None and known.harm is not None and harm.troops and harm.blameless:
            known.harm = harm  # « a perdu vingt hommes, tués ou blessés »: what befell is told, and whose they were
            return
        if known is not None and not spread and self._of_main_clause(count, known, harm):
            known.effect, known.harm = harm.effect, harm  # « 11 hommes qui fuyaient ont été arrêtés »
            return
        if known is not None:
            if (count.open or count.effect is None) and known.worsened_by(harm.effect):
                known.effect, known.harm = harm.effect, harm
            elif known.harm is None and known.effect == harm.effect:
                known.harm = harm
            return
        # « deux hommes ont été blessés et un troisième arrêté »
        unknown = count.kind == "unknown" and self.line.fold(count.head) not in self.line.lexicon.counted.further
        if count.kind == "thing" or (harm.people and (unknown or follows_things(self.counts, count, self.harms))):
            return
        if count.numeral.value == 0 and count.kind == "unknown":
            return  # « ne cédera aucune parcelle »
        if harm.lacking and count.numeral.value == 0:
            return  # « aucun n'a survécu » is everybody
        # soldiers who leave or come back are no refugees, but « a récupéré 188 combattants », « 29 soldats ont recouvré la liberté »
        freed = harm.effect == "returned" and not self.line.lexicon.counted.freed.isdisjoint(
            self.line.folds[harm.start : harm.end]
        )
        own = (
            harm.effect in _NOT_FIGHTERS
            and not (harm.suffered or freed)
            and (harm.side == "left" or harm.effect == "displaced")
        )
        # « tués par six hommes qui ont pris la fuite »
        doers = count.kind == "people" and self.line.fold(count.first - 1) in self.line.lexicon.figures.lots
        if own and (self._fighters(count) or doers or self._under_arms(count) or self._of_fighters(count, harm)):
            return
        self.found[count] = Found(count, harm.effect, harm, spread=spread)

    def _told_by_the_way(self, count: Count, inner: Harm, harm: Harm) -> bool:
        """« Cinq civils, qui avaient été enlevés, et six soldats sont morts »: whether what is known of those counted stands between
        commas, before the verb of all."""
        return (
            harm.side == "left" and count.end < inner.start < harm.group and set_off(self.line, count.end) > inner.start
        )

    def _of_main_clause(self, count: Count, known: Found, harm: Harm) -> bool:
        """Whether what is known of those counted stands in a relative clause of theirs, where they fled or came home, and the harm is
        what the sentence tells of them."""
        first, relatives = known.harm, self.line.lexicon.words.relatives
        if first is None or first.effect not in _NOT_FIGHTERS or harm.effect in _NOT_FIGHTERS or harm.bond != "clause":
            return False
        inside = relatives.intersection(self.line.folds[count.end : first.group])
        return (
            bool(inside)
            and count.end < first.end <= harm.start
            and not relatives & set(self.line.folds[first.end : harm.start])
        )

    def _of_fighters(self, count: Count, harm: Harm) -> bool:
        """« Deux assaillants ont été tués, trois autres se sont enfuis »: whether the noun left out is that of fighters or of those
        sought.

        Only of a few who get away: behind fighters those are counted too who had to leave their homes (« des milliers ont fui vers X »).
        """
        if count.kind == "people":
            return self.line.fold(count.head) in self.line.lexicon.counted.sought
        size = count.numeral.value
        if count.kind not in ("bare", "them") or harm.effect != "displaced" or size is None or size > _FEW:
            return False
        if not self._gets_away(harm):
            return False
        before = [c for c in self.counts if c.end <= count.first and c.kind in ("people", "harm")]
        people = self.line.lexicon.counted.people
        between = self.line.folds[before[-1].end if before else 0 : count.first]
        if any(people.get(fold) == "civilians" for fold in between):
            return False  # « Les habitants étaient chez eux : douze autres ont pris la fuite »
        if not before:
            # « Une dizaine se sont enfuis », but « cinquante ont fui »
            return self._armed_last and (
                count.kind == "them" or self.line.folds[harm.start] not in self.line.lexicon.figures.flees
            )
        told = before[-1].numeral.value
        return self._fighters(before[-1]) and told is not None and size <= told * _TIMES

    def _gets_away(self, harm: Harm) -> bool:
        """« ont pris la fuite », « se sont enfuis », « ont fui »: whether it is told that some got away, and not from where or where to, as
        it is of people who are driven out (« ont fui leurs maisons », « vers le Tchad »)."""
        line, figures = self.line, self.line.lexicon.figures
        if not any(line.folds[i] in figures.escapes for i in range(harm.start, harm.end)):
            return False
        plain = line.folds[harm.start] not in figures.flees
        closed = harm.end >= line.end or line.stops(harm.end) or line.folds[harm.end] == ","
        return plain or closed or line.folds[harm.end] in line.lexicon.words.coordinators

    def _on_duty(self, count: Count) -> bool:
        """Whether those counted serve or were sent, and nothing tells that they were beaten."""
        counted = self.line.lexicon.counted
        near = self.line.folds[max(0, count.first - _SENT) : count.end]
        return not counted.sworn.isdisjoint(near) and counted.beaten.isdisjoint(self.line.words)

    def _fighters(self, count: Count) -> bool:
        line = self.line
        # « a vu tomber vingt des siens »
        own = line.lexicon.figures.of_own.at(line.folds, count.stop) > 0
        if count.kind == "people" and line.lexicon.counted.soldiery.at(line.folds, count.head):
            return True  # « trois volontaires pour la défense de la patrie »
        noun = numbered(line, count.first) if count.kind == "bare" else line.fold(count.head)
        return own or line.lexicon.counted.people.get(noun) == "combatants"

    def _moves_house(self, count: Count) -> bool:
        """Whether those counted are families, plain people or a people, and nobody who comes on duty."""
        head, counted = self.line.fold(count.head), self.line.lexicon.counted
        return (
            count.unit == "families" or head in counted.plain or (count.kind == "people" and head not in counted.people)
        )

    def _dwells(self, count: Count) -> bool:
        """Whether those counted are families, plain people or those who live where they are, or their noun is left out."""
        counted = self.line.lexicon.counted
        named = count.kind in ("people", "unknown") and count.unit != "families"
        return not named or self.line.fold(count.head) in counted.plain | counted.dwellers

    def _under_arms(self, count: Count) -> bool:
        """« six agents de la police », « vingt hommes armés », « deux membres de la BRB »: whether they are of those who bear arms,
        or of a body with a short name."""
        line, counted = self.line, self.line.lexicon.counted
        if count.kind != "people" or line.fold(count.head) not in counted.relational:
            return False
        inside = range(count.head + 1, count.end)
        short = any(len(t.text) > 1 and t.text.isupper() for t in line.sentence.tokens[count.head + 1 : count.end])
        return short or any(line.folds[i] in counted.armed for i in inside)

    def _holds_fighters(self, count: Count) -> bool:
        """« 57 hommes, dont 53 gendarmes »: whether fighters are told apart among those counted."""
        index = self.counts.index(count) + 1
        part = self.counts[index] if index < len(self.counts) else None
        return part is not None and self._fighters(part) and self.marked(part, self.line.lexicon.figures.parts)

    def _left(self, harm: Harm) -> Count | None:
        """The count to the left that the harm befell: the nearest that can be its subject."""
        limit = harm.group
        complement: Count | None = None
        inner: Count | None = None
        for count in reversed(self.counts):
            if count.end > limit:
                continue
            if harm.bond == "clause":
                count = self.part_of_count(count) or count
            if limit - count.end > _REACH[harm.bond]:
                break
            if count.first in self._taken_back and harm.bond == "clause" and harm.group not in self._taken_back:
                continue
            several = (count.numeral.value or 0) > 1 and (count.numeral.bound == "exact" or limit - count.end > 2)
            if harm.single and several:
                break
            if harm.bond == "noun" and count.kind == "bare" and holds_people(self.line, count.end, limit):
                continue
            related = self.line.fold(count.end) in self.line.lexicon.words.relatives
            if self.aside(count) and harm.bond != "noun" and not related:
                continue
            inner_thing = count.kind == "thing" and self.line.fold(count.first - 1) in self.line.lexicon.figures.of
            if inner_thing and harm.people and harm.bond == "clause":
                continue  # « 8 500 habitants de six villages qui ont fui »
            if count.measure or (count.kind == "thing" and harm.bond != "noun" and harm.group - count.end > 2):
                continue
            if count.numeral.article and (
                self._complements(count) or (complement and numbers(self.line, count, complement))
            ):
                continue
            if in_relative(self.line, count):
                inner = inner or count
                continue
            if not self._clear_left(count, harm):
                if not self.line.lexicon.words.relatives.isdisjoint(self.line.folds[count.stop : count.end]):
                    continue  # « ten people, six of whom were children, died »
                break
            if harm.bond == "noun" or self.line.fold(ahead_of(self.line, count)) not in self.line.lexicon.figures.of:
                return count
            # « un groupe de 12 hommes a été tué », unless somebody else is: « deux membres du groupe de 12 hommes »
            complement = complement or count
        return complement or (inner if inner is not None and self._clear_left(inner, harm) else None)

    def _members(self, count: Count | None) -> Count | None:
        """The count of those of whom the one is made up, where it is one (« une famille de neuf personnes »); else itself."""
        after = self.counts[self.counts.index(count) + 1 :][:1] if count is not None and count.numeral.article else ()
        return after[0] if after and count is not None and numbers(self.line, count, after[0]) else count

    def _complements(self, count: Count) -> bool:
        """« douze membres d'une même famille »: whether « un » opens a complement of the count before."""
        index = self._index[count]
        before = self.counts[index - 1] if index else None
        of = self.line.fold(count.first - 1) in self.line.lexicon.figures.of
        return of and before is not None and not before.numeral.article and before.end in (count.first - 1, count.end)

    def part_of_count(self, count: Count) -> Count | None:
        """The count of a part right in front: « onze des 46 soldats »."""
        index = self.counts.index(count)
        return self.counts[index - 1] if index and self.counts[index - 1].partitive else None

    def _right(self, harm: Harm) -> Count | None:
        """The count to the right that the harm befell: its nearest object, or the noun that « que » takes up."""
        if harm.bond == "clause" and has_pronoun(self.line, harm):
            return None  # « l'a emporté 2 à 1 »
        how = False
        for count in self.counts:
            # « ont poussé à l'exode 300 personnes », « ont poussé 300 personnes à l'exode »
            start = harm.inside if harm.inside is not None and count.first < harm.end else harm.end
            if count.first < start or (count.measure and self.in_passing(count)):
                continue  # « a tué en une seule nuit 70 villageois »
            if self.line.fold(count.head) in self.line.lexicon.harm.tolls.of:
                continue  # « a perdu un total de 40 soldats »
            if harm.bond == "clause" and self._says_how(count):
                how = True
                continue  # « a tué dans une frappe 13 miliciens »
            if how and ("," in self.line.folds[start : count.first] or self.opens_clause(count)):
                break
            if count.first - start <= _REACH[harm.bond] and self._clear_right(start, count, harm):
                return count
            break
        return taken_up(self.line, self.counts, harm) or them(self.line, self.counts, harm)

    def _says_how(self, count: Count) -> bool:
        """« dans une frappe », « au cours d'une opération »: whether an article and a thing say where or how somebody was harmed."""
        line, figures, at = self.line, self.line.lexicon.figures, count.first - 1
        if not count.numeral.article or count.kind not in ("thing", "unknown", "strikes"):
            return False
        at -= line.fold(at) in figures.of
        led = line.fold(at) in figures.aside or line.fold(at) in line.lexicon.words.circumstance
        return led or (at < count.first - 1 and figures.during.before(line.folds, at + 1) > 0)

    def _inverted(self, harm: Harm) -> Count | None:
        """« Ont également été tués trois infirmiers », « où sont tombés neuf soldats »: the subject behind its verb."""
        line, words = self.line, self.line.lexicon.words
        before = line.fold(harm.group - 1)
        opens = not before[:1].isalpha() or before in words.relatives or before in words.coordinators
        # « Restent aux mains des ravisseurs 253 écoliers »
        told = harm.start - 1
        reached = harm.bond == "phrase" and told >= 0 and line.finite(told) and not line.fold(told - 1)[:1].isalpha()
        # « Dans l'attaque ont péri douze civils »: no object stands right behind such a verb
        beside = not line.lexicon.figures.merged and any(
            c.first == harm.end and c.kind == "people" for c in self.counts
        )
        verbal = harm.bond == "clause" and harm.start != harm.group
        verbal = verbal and (opens or beside or harm.group - 1 in line.times)
        # « Restent portées disparues onze personnes »
        verbal = verbal or (harm.bond == "clause" and harm.group == 0 and harm.end - harm.start > 1 and line.finite(0))
        start = harm.end + (line.fold(harm.end) == ":")
        # « Sous les décombres se trouvent encore douze personnes »
        verb = next((i for i in range(harm.end, min(line.end, harm.end + _VERB)) if line.finite(i)), None)
        if harm.bond == "phrase" and harm.start == 0 and verb is not None:
            reached, start = True, verb + 1
        if not (verbal or reached):
            return None
        for count in self.counts:
            if count.first >= start:
                if line.folds[count.first - 1] == "," and opens_clause(line, count):
                    return None  # « outre le soldat qui a été tué, sept autres ont été blessés »
                near = count.first - start <= _INVERTED and count.kind in ("people", "them", "harm", "bare")
                return count if near and self._clear_right(start, count, harm) else None
        return None

    def aside(self, count: Count) -> bool:
        """Whether a preposition before the count makes it an agent, an instrument or a setting."""
        before = ahead_of(self.line, count)
        if self.line.fold(count.stop) in self.line.lexicon.counted.definite:
            return False  # « estime à 1 200 les habitants qui ont fui »
        if not self.line.lexicon.harm.tolls.of.isdisjoint(self.line.folds[count.stop : count.head]):
            return False  # « estiment à 1 200 le nombre d'habitants ayant fui »
        return self.line.fold(before) in self.line.lexicon.figures.aside and not self.line.opens_clause(
            before, count.end
        )

    def in_passing(self, count: Count) -> bool:
        """« selon un officier, 15 rebelles »: whether the preposition before the count lets nobody be harmed."""
        return self.aside(count) and self.line.fold(ahead_of(self.line, count)) not in self.line.lexicon.figures.harmed

    def _clear_left(self, count: Count, harm: Harm) -> bool:
        """Whether nothing between count and harm is another subject or another verb."""
        line, words = self.line, self.line.lexicon.words
        relative = passed = 0
        lent = lends_subject(line, harm) or shares_subject(line, count, harm)
        # « civils que l'armée accusait d'aider les rebelles ont péri », « civils venus accueillir le maire … »
        inside = reduced_relative(line, count.end)
        for index in range(count.end, harm.group):
            fold = line.folds[index]
            if index in self._taken_back or index < passed:
                continue
            passed = past_aside(line, index)  # « 200 habitants, affirme le maire, ont fui »
            passed = passed if passed > index else self._past_bracket(index)
            if passed > index:
                continue
            if line.stops(index):
                return False
            if fold in words.relatives:
                if line.fold(index - 1) in line.lexicon.figures.of and index not in self.covered:
                    return False  # « 100 are held, a third of whom are believed dead »
                if index > count.end and tells_of_speaker(line, index, count.end):
                    return False
                relative += 1
                inside = True
                if self._leads_in(index, harm):
                    return False
            elif inside and not relative and index > count.end and (fold == "," or fold in words.coordinators):
                inside = False
            # not « trois hommes, identifiés comme des X, ont été tués »
            elif fold in words.subordinators - words.prepositions and not (inside and fold in words.partitives):
                return False
            if index in self.covered or line.lexicon.figures.equals.at(line.folds, index):
                continue
            if line.finite(index):
                if lent and not relative and index not in self.covered:
                    lent = False
                    continue  # « sont arrivés à Adré, fuyant les combats »
                if harm.bond == "noun" or (not relative and harm.bond != "phrase"):
                    return False
                relative -= bool(relative)
            elif (not (relative or inside) and (is_subject(line, index) or names_people(line, index))) or (
                harm.bond == "noun" and harm.people and names_things(line, index, harm)
            ):
                return False
        return True

    def _leads_in(self, relative: int, harm: Harm) -> bool:
        """Whether the clause of the harm is the relative one (« a dit un élu, selon qui des corps ont été brûlés »); not one without
        a verb (« 35 civils, parmi lesquels des enfants, sont tombés »)."""
        line, figures = self.line, self.line.lexicon.figures
        if (
            harm.bond != "clause"
            or line.fold(relative - 1) not in figures.aside
            or figures.parts.at(line.folds, relative - 1)
        ):
            return False
        return sum(line.finite(i) for i in range(relative + 1, harm.start + 1)) < 2

    def _past_bracket(self, index: int) -> int:
        """« douze membres du PKK (interdit) »: the index behind brackets in which nobody is counted or harmed; else `index`."""
        closing = past_bracket(self.line, index)
        inside = range(index, closing)
        told = any(c.first in inside for c in self.counts) or any(h.start in inside for h in self.harms)
        return index if told else closing

    def _clear_right(self, start: int, count: Count, harm: Harm) -> bool:
        """Whether nothing between harm and count takes the count away."""
        line, lexicon = self.line, self.line.lexicon
        words, figures = lexicon.words, lexicon.figures
        before = ahead_of(self.line, count)
        if harm.bond == "of":
            if line.fold(before - (line.fold(before) in QUOTES)) not in figures.of:  # « la mort de « 30 civils » »
                return False
            if harm.effect == "returned" and line.lexicon.counted.shares.before(line.folds, before):
                return False  # « la libération de la plupart des 110 lycéennes enlevées en mai »
        else:
            led_away = before >= start and (line.fold(before) in figures.aside or line.fold(before) in figures.of)
            if led_away or (count.kind == "bare" and count.first - start > 1):
                return False
        passed = 0
        next_deed = next((h.start for h in self.harms if start < h.start < count.first and h.side == "right"), start)
        if harm.bond == "clause" and not words.openers.isdisjoint(line.folds[start:next_deed]):
            return False  # « a tué le chauffeur, blessé douze passagers »
        for index in range(start, count.first):
            fold = line.folds[index]
            if index < passed or (passed := past_aside(line, index)) > index:
                continue  # « ont capturé, assurent-ils, douze soldats »
            if figures.merged and index > start and merged_forms.is_doing(line, index):
                return False  # « burning houses and abducting a dozen women »
            opens_clause = fold in words.subordinators and fold not in words.prepositions
            if index == count.first - 1 and restricts(line, index, harm):
                continue  # « n'a perdu que 22 hommes »
            if index in line.times:
                continue  # « ont tué il y a trois jours 45 habitants »
            if line.stops(index) or line.finite(index) or fold in words.relatives or opens_clause:
                return False
            # « des maisons ont brûlé et 300 habitants ont fui »
            ahead = line.fold(index + 1)
            apart = index == start and fold in words.coordinators
            if harm.bond == "clause" and apart and ahead not in lexicon.harm.verbs:
                return False
        return True

    def _beside(self, count: Count, step: int) -> list[Count]:
        """The counts set side by side with `count`, going left (-1) or right (1)."""
        found: list[Count] = []
        # « une adolescente de 14 ans et un soldat »: an age stands between nobody
        # and « d'une mine » says whose those counted are
        counts = [c for c in self.counts if c is count or c not in self._between]
        index = counts.index(count)
        while 0 <= index + step < len(counts):
            one, other = counts[index], counts[index + step]
            outer = before_bracket(self.line, counts, index - 1, index) if step < 0 else None
            if outer is not None:
                if outer < 0:
                    break
                found.append(counts[outer])
                index = outer
                continue
            if step < 0 and index > 1 and counts[index - 2] in self.found and told_apart(self.line, other, one):
                break
            left, right = (other, one) if step < 0 else (one, other)
            whole = left.first == 1 and self.line.fold(0) in self.line.lexicon.figures.of
            if whole and right.kind == "bare":
                break  # « Des 60 soldats de la base, vingt ont été tués »
            if not self.joined(left, right) and not opens_parts(self.line, left, right):
                told = step < 0 and other.kind == "people" and set_off(self.line, other.end) == one.first - 1
                ahead = past_relative(self.line, counts, index) if step > 0 else index - told
                if ahead == index:
                    break
                index, other = ahead - step, counts[ahead]
            found.append(other)
            index += step
        return found

    def tied_before(self, index: int) -> Found | None:
        """The nearest count of people before the one at `index` that is tied to harm."""
        for count in reversed(self.counts[:index]):
            found = self.found.get(count)
            if found is not None and count.kind != "strikes":
                return found
        return None

    def marked(self, count: Count, phrases: SetPhrases) -> bool:
        """Whether one of the phrases stands right before the count and its article."""
        if phrases.endings.isdisjoint(self.line.words):
            return False
        at = count.first - (self.line.fold(count.first - 1) in self.line.lexicon.words.openers)
        at -= self.line.fold(at - 1) in QUOTES  # « parmi lesquels « 14 mineurs » »
        # « Parmi eux, trente enfants »
        width = phrases.before(self.line.folds, at - 1) if self.line.fold(at - 1) == "," else 0
        set_off = width > 0 and QUOTES.issuperset(self.line.folds[: at - 1 - width])
        return set_off or phrases.before(self.line.folds, at) > 0

    def among_counts(self, count: Count) -> bool:
        """Whether the count stands in a list with another that is tied to harm and is no « un » itself."""
        known = [c for c in self.counts if c is count or (c in self.found and not c.numeral.article)]
        index = known.index(count)
        return any(self.set_beside(left, right) for left, right in pairwise(known[max(0, index - 1) : index + 2]))

    def goes_on_from(self, count: Count) -> bool:
        """« un civil a été tué et un autre blessé »: whether « un autre » is set beside one who was harmed just before."""
        index = self._index[count]
        before = self.counts[index - 1] if index else None
        known = self.found.get(before) if before is not None else None
        return before is not None and known is not None and in_one_list(self.line, before, count)

    def set_beside(self, one: Count, other: Count) -> bool:
        """Whether two counts are members of one list: « un soldat et deux civils », « un homme tué et 2 blessés »."""
        return self.joined(one, other) or in_one_list(self.line, one, other)

    def opens_clause(self, count: Count) -> bool:
        """Whether the count is the subject of a verb right behind it."""
        return opens_clause(self.line, count)

    def joined(self, left: Count, right: Count) -> bool:
        """Whether only joining words stand between two counts."""
        return joined(self.line, self.counts, left, right)
