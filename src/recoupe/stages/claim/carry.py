"""Carry: counts whose words of harm stand elsewhere: parts of a whole, lists, the same people once more."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.apportioned import apportioned, broken_down
from recoupe.stages.claim.company import company
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.gapped import by_others, struck_again
from recoupe.stages.claim.likewise import likewise
from recoupe.stages.claim.line import QUOTES, Line
from recoupe.stages.claim.link import Linker
from recoupe.stages.claim.membership import behind_named, is_included, is_of_them, opens_parts
from recoupe.stages.claim.of_things import of_things
from recoupe.stages.claim.recalled import recalled
from recoupe.stages.claim.tolls import Topic, apposed, elliptic, toll
from recoupe.stages.claim.words_beside import numbers

_REACH = 14
_OPENING = 8
"""Within how many words of its sentence a part of those counted before stands (« Parmi ces derniers, on compte 12 enfants »)."""
_ALMOST = 2
"""At the head of a sentence, but for a quotation mark."""
_BESIDE = 5
"""How many words may stand between « parmi les civils » and the part."""
_LATELY = 6
"""How many figures back those may be of whom a noun tells again."""
_ONE_TOLL = 40
"""How many characters may stand between the dead and the wounded of one toll."""
_THIRD = 3
_TIMES = 100
"""How many times as many as the last item counted are those of no item like it."""
_BODILY = frozenset({"killed", "wounded"})
_WHEREABOUTS = frozenset({"displaced", "trapped"})
_TOLD_APART = _BODILY | {"missing"}
"""What nouns say of people who are no part of the others: « dont trois femmes, et sept disparus »."""


def _definite_of(line: Line) -> frozenset[str]:
    """« des »: « of » with the article of those told before."""
    return line.lexicon.figures.of & line.lexicon.words.determiners


class Carrier:
    """Finds, in one sentence, the counts that lean on others. `linker` holds what the sentence itself ties."""

    def __init__(
        self,
        linker: Linker,
        topic: Topic | None,
        trail: Sequence[Figure],
        lately: Callable[[], Effect | None],
        named: Callable[[], Group | None],
    ) -> None:
        self.linker = linker
        self.lately = lately
        """Tells what the sentence before said to have befallen somebody; few counts ask."""
        self.named = named
        """Tells who the people are whom the sentence before names, uncounted; few counts ask."""
        self.line: Line = linker.line
        self.topic = topic
        self.trail = trail
        """The article's figures so far."""

    def carry(self) -> None:
        """Adds what can be carried over to the linker's findings, in reading order."""
        for index, count in enumerate(self.linker.counts):
            if count.kind in ("thing", "strikes"):
                continue
            found = self.linker.found.get(count)
            if found is None and (again := struck_again(self.linker, index)) is not None:
                self.linker.found[count] = again
                continue
            if found is None and (others := by_others(self.linker, index)) is not None:
                self.linker.found[count] = others
                continue
            whole = self._whole(index, count)
            if whole is not None:
                # « 33 blessés, dont 21 graves, évacués à l'hôpital »: no new harm
                spared = (
                    found is not None and found.harm is not None and found.harm.blameless and found.effect != "killed"
                )
                # « 22 morts, dont cinq brûlés »
                dead = whole.effect == "killed" and found is not None and found.effect == "wounded"
                # « 65 corps. Parmi eux, huit enfants ensevelis sous leur maison »: where they were when they died
                dead = dead or (whole.effect == "killed" and found is not None and found.effect in _WHEREABOUTS)
                # « dix morts, dont sept alors qu'ils tentaient de fuir »
                dead = dead or (whole.effect in _BODILY and found is not None and self._befell_before(count, found))
                spared = dead or (spared and whole.effect in _BODILY)
                # « 60 civils tués. Parmi eux, 41 victimes ont été identifiées »
                named = found is not None and found.effect == "casualties" and found.harm is None
                spared = spared or (named and whole.effect in _BODILY)
                effect = found.effect if found and not spared else whole.effect
                harm = found.harm if found and (found.effect == effect or whole.effect != "killed") else None
                before = self.linker.found.get(self.linker.counts[index - 1]) if index else None
                named = before is not None and before.identified and before.whole is whole
                self.linker.found[count] = Found(count, effect, harm, whole, identified=named, carried=found is None)
            elif found is None and self.line.lexicon.figures.apart.at(self.line.folds, count.end):
                continue  # « cinq civils, deux de plus que la veille »
            elif found is None and index and self._of_unharmed(index, count):
                continue  # « quatre personnes ont été transférées à l'hôpital, dont une en urgence »
            elif found is None:
                found = self._same(index, count) or recalled(self.linker, count, self.topic, self.trail)
                found = found or company(self.linker, count) or likewise(self.linker, count, self.topic, self.lately())
                found = found or toll(self.linker, count, self.topic)
                if found:
                    self.linker.found[count] = found
            elif found.effect in _WHEREABOUTS and self._lain(count) and (lain := self._among(count)):
                self.linker.found[count] = lain  # « Parmi les morts, 48 personnes qui s'étaient réfugiées là »
            elif count.kind == "them" and self.linker.tied_before(index) is None:
                found.group = self._named(index)
            elif found.effect == count.effect:
                self._say_more(index, found)
        self._of_families()
        apportioned(self.linker)
        elliptic(self.linker)
        apposed(self.linker)
        broken_down(self.linker, self._last_whole())

    def _of_families(self) -> None:
        """« dont une famille de neuf personnes »: those of whom a family is made up are counted, and it is not."""
        for count, after in pairwise(self.linker.counts):
            found = self.linker.found.get(count)
            if found is not None and count.numeral.article and numbers(self.line, count, after):
                del self.linker.found[count]
                self.linker.found[after] = replace(found, count=after)

    def _of_unharmed(self, index: int, count: Count) -> bool:
        """Whether a bare number is a part of those counted right before it, whom nothing is said to have befallen."""
        before = self.linker.counts[index - 1]
        part = count.kind == "bare" and self.line.fold(count.first - 1) in self.line.lexicon.words.partitives
        return part and before.kind == "people" and before not in self.linker.found

    def _befell_before(self, count: Count, found: Found) -> bool:
        """Whether those counted were leaving when they died, as a clause of its own behind the count says."""
        harm, words = found.harm, self.line.lexicon.words
        if harm is None or found.effect != "displaced" or harm.group <= count.end:
            return False
        return not words.subordinators.isdisjoint(self.line.folds[count.end : harm.group])

    # parts

    def _whole(self, index: int, count: Count) -> Found | Figure | None:
        """What the count is a part of; None when it is no part."""
        if count.kind == "them" and self.linker.in_passing(count):
            return None  # « had been inside one of them »
        if count.kind == "them" and of_things(self.linker, index):
            return None  # « huit camions ont brûlé, trois d'entre eux sur la place »
        if count.kind == "them" or count.among:
            return self._rest(index, count)
        if index and self._shared(index, count):
            return self.linker.found.get(self.linker.counts[0])
        if count.partitive:
            return self.linker.found.get(self.linker.counts[index + 1])
        if self._said_before(count) is not None:
            return None  # « the dead included three policemen »
        if index and is_included(self.line, count):
            return self.linker.tied_before(index)
        if (
            not count.numeral.article
            and is_of_them(self.line, count)
            and (found := self._of_them(index, count)) is not None
        ):
            return found
        if self.linker.marked(count, self.line.lexicon.figures.parts):
            before = self.linker.tied_before(index)
            # « Parmi eux, 12 enfants »
            return before or (self.trail[-1] if self.trail and count.first <= _OPENING and not index else None)
        if index and opens_parts(self.line, self.linker.counts[index - 1], count) and not self._is_apart(count):
            return self.linker.tied_before(index)
        if index and self._goes_on(index):
            return self.linker.found[self.linker.counts[index - 1]].whole
        return self._behind_named(index, count)

    def _behind_named(self, index: int, count: Count) -> Found | None:
        """The whole of which somebody named is a part before this count, which tells no harm of its own."""
        before = self.linker.tied_before(index)
        if count in self.linker.found or before is None or count.kind not in ("people", "unknown"):
            return None
        own, size = count.numeral.value, before.count.numeral.value
        fits = own is None or size is None or own < size
        named = fits and behind_named(self.line, before.count.end, count)
        return (
            (before.whole if isinstance(before.whole, Found) else before) if named and not self._acts(count) else None
        )

    def _is_apart(self, count: Count) -> bool:
        """« dont le maire, et deux enfants ont été blessés »: whether a clause of its own begins with the count."""
        found, line = self.linker.found.get(count), self.line
        joined = line.fold(count.first - 1) in line.lexicon.words.coordinators and line.fold(count.first - 2) == ","
        harm = found.harm if found is not None and not found.spread else None
        return joined and harm is not None and harm.bond == "clause" and harm.group >= count.end

    def _acts(self, count: Count) -> bool:
        """« dont le maire, et 200 habitants se sont réunis »: whether those counted do something of their own."""
        return self.linker.opens_clause(count)

    def _of_them(self, index: int, count: Count) -> Found | Figure | None:
        """The count that is told just before, in this sentence or the last, when it is large enough to hold this one."""
        before: Found | Figure | None = self.linker.tied_before(index)
        if before is None and self.topic is not None and self.line.sentence.index - self.topic.sentence == 1:
            before = next((f for f in reversed(self.trail) if f.part_of is None and f.unit == "people"), None)
        if isinstance(before, Found):
            before = before.whole or before
        said = self._opened_with()
        if said is not None and (before is None or before.effect != said):
            # « Parmi les morts, 88 étaient australiens », behind « 209 blessés »
            before = next((f for f in reversed(self.trail) if self._holds(f, said, count)), None)
        size = before.count.numeral.value if isinstance(before, Found) else before.value if before else None
        own = count.numeral.value or 0
        return before if size is None or own < size else None

    def _opened_with(self) -> Effect | None:
        """What a sentence says that opens with « Parmi les morts, »; None where it opens otherwise."""
        nouns = self.line.lexicon.harm.nouns
        opened = (at + width for at, width in self.line.lexicon.figures.among.standing(self.line.folds) if at < _ALMOST)
        return self._of_victims(next((nouns[f] for i in opened if (f := self.line.fold(i)) in nouns), None))

    def _shared(self, index: int, count: Count) -> bool:
        """« Of the 53 people killed, 21 were children »: whether a count says who some of the first one are."""
        line, first = self.line, self.linker.counts[0]
        opens = line.fold(0) in line.lexicon.figures.of_whole and first.first <= 2
        return opens and count.kind == "people" and line.auxiliary(count.stop, line.lexicon.figures.passive)

    def _rest(self, index: int, count: Count) -> Found | Figure | None:
        """« vingt-six d'entre eux », « les neuf autres »; « deux autres » are new people."""
        line, figures = self.line, self.line.lexicon.figures
        definite = line.fold(count.head) in figures.rest and line.fold(count.first - 1) in line.lexicon.words.openers
        if not definite and not count.among and not figures.of_them.at(line.folds, count.head):
            return None
        before = self.linker.tied_before(index)
        if before is not None:
            return before.whole or before
        if count in self.linker.found and not definite and not count.among and self._named(index) is not None:
            return None  # « Les rebelles ont fui, dix d'entre eux ont été tués », behind other dead
        last = next((f for f in reversed(self.trail) if f.part_of is None), None)
        return self._dead_before(count, last) if last is not None and not definite else last

    def _dead_before(self, count: Count, last: Figure) -> Figure:
        """« Six soldats ont été tués et onze blessés. Quatre d'entre eux étaient à bord d'un camion »: the dead, who were told first,
        where nothing befalls « them » here that only befalls the living; else `last`."""
        line, wholes = self.line, [f for f in self.trail if f.part_of is None][-2:]
        if last.effect != "wounded" or len(wholes) < len(_BODILY) or wholes[0].effect != "killed":
            return last
        near = last.span.start - wholes[0].span.end <= _ONE_TOLL and wholes[0].group == last.group
        small = (count.numeral.value or 0) <= (wholes[0].value or 0)
        at, verbs = count.end + (line.fold(count.end) in line.lexicon.words.reflexives), line.lexicon.verbs
        were = any(form.tense == "imperfect" and form.person == _THIRD for _, form in verbs.analyses(line.fold(at)))
        cared = verbs.is_past_participle(line.fold(at + 1))  # « étaient soignés à Gao »
        return wholes[0] if near and small and were and not cared and count not in self.linker.found else last

    def _named(self, index: int) -> Group | None:
        """The group of people whom the sentence counts unharmed: « 400 soldats … la mort de deux d'entre eux »."""
        line, count = self.line, self.linker.counts[index]
        people = line.lexicon.counted.people
        named = [people.get(line.fold(c.head)) for c in self.linker.counts[:index] if c.kind == "people"]
        if named or not line.lexicon.figures.of_them.at(line.folds, count.head):
            return named[-1] if named else None
        # « ont affronté les rebelles, tuant dix d'entre eux », but « les soldats ont tué dix d'entre eux »
        start = max((i + 1 for i in range(count.first) if line.stops(i) and line.folds[i] != ";"), default=0)
        ahead = [i for i in range(count.first - 1, start, -1) if self._heads(i)]
        # « les soldats ont été visés, deux d'entre eux ont été tués »
        found = self.linker.found.get(count)
        befell = found is not None and found.harm is not None and found.harm.side == "left"
        told = (i for i in ahead if line.folds[i] in people and (befell or not line.finite(i + 1)))
        group = next((people[line.folds[i]] for i in told), None)
        # those set free are those who were held, whoever is named last
        group = group or (self.named() if befell and found is not None and found.effect != "returned" else None)
        return None if group == "unspecified" else group

    def _heads(self, at: int) -> bool:
        """Whether a noun at a word is a phrase's own: « les soldats », « aux « bandits » », « un groupe de soldats »."""
        line, at = self.line, at - 1
        at -= line.fold(at) in QUOTES
        of_lot = line.fold(at) in line.lexicon.figures.of and line.fold(at - 1) in line.lexicon.counted.lots
        to = line.fold(at) in line.lexicon.figures.harmed and line.fold(at).endswith(line.lexicon.counted.plural_in)
        return line.fold(at) in line.lexicon.words.openers or to or of_lot

    def _lain(self, count: Count) -> bool:
        """Whether the words before the count open with the dead, and it says where they had been: « Parmi les morts, 48 personnes qui
        s'étaient réfugiées là », and not « 12 personnes sont encore sous les décombres »."""
        now = count.end < self.line.end and self.line.finite(count.end)
        return not now and self._opened_with() == "killed"

    def _goes_on(self, index: int) -> bool:
        """Whether the count goes on with a list of parts: « dont 12 femmes, cinq enfants et un vieillard »."""
        left, right = self.linker.counts[index - 1], self.linker.counts[index]
        previous, own = self.linker.found.get(left), self.linker.found.get(right)
        if previous is None or previous.whole is None:
            return False
        if own is not None and (own.harm is not None or right.effect in _TOLD_APART) and own.effect != previous.effect:
            return False
        between = self.line.folds[left.end : right.first]
        return self.linker.joined(left, right) and (len(between) == 1 or "," not in between)

    # the same people, or people of the same lot

    def _same(self, index: int, count: Count) -> Found | None:
        before = self.linker.tied_before(index)
        if before is not None and self.linker.marked(count, self.line.lexicon.figures.equals):
            between = self.line.folds[before.count.end : count.first - 1]
            if count.kind == "bare" and not self.line.lexicon.words.coordinators.isdisjoint(between):
                return None  # « tué 30 soldats et détruit un tiers des lanceurs, soit 120 »
            # « 4 182 familles, soit 25 092 personnes », but « 25 morts, soit 22 civils et trois policiers »
            own, size = count.numeral.value or 0, before.count.numeral.value or 0
            part = own < size and before.whole is None and count.kind in ("people", "harm")
            whole = before if part and count.unit == before.count.unit else None
            return Found(count, before.effect, like=before, whole=whole, carried=True)
        found = self._identified(index, count) or self._among(count) or self._listed(before, count)
        return found or self._of_noun(before, count)

    def _of_noun(self, before: Found | None, count: Count) -> Found | None:
        """« un quart des morts, et parmi eux des dizaines de femmes »: a part of those whom only a noun names."""
        line, nouns = self.line, self.line.lexicon.harm.nouns
        if before is not None or not self.linker.marked(count, line.lexicon.figures.parts):
            return None
        start = max((i + 1 for i in range(count.first) if line.stops(i)), default=0)
        named = (i for i in range(count.first - 1, max(start, count.first - _REACH), -1) if line.folds[i] in nouns)
        noun = next(named, None)
        told = noun is not None and line.fold(noun - 1) in line.lexicon.words.determiners
        return Found(count, nouns[line.folds[noun]], carried=True) if told and noun is not None else None

    def _identified(self, index: int, count: Count) -> Found | None:
        """« Il s'agit de quinze adultes, neuf hommes et six femmes »: who those are that the article counted last."""
        left = self.linker.counts[index - 1] if index else None
        previous = self.linker.found.get(left) if left is not None else None
        goes_on = left is not None and previous is not None and previous.identified and self.linker.joined(left, count)
        if not goes_on and not self._named_as(count):
            return None
        whole = previous.whole if goes_on and previous is not None else self._last_whole()
        said = None if goes_on else self._said_before(count)
        if said is not None and (whole is None or whole.effect != said):
            whole = next((f for f in reversed(self.trail) if f.part_of is None and f.effect == said), None)
        if count.kind not in ("people", "unknown"):
            return None
        if count.kind == "unknown" and count.numeral.article and not self.linker.among_counts(count):
            return None  # « il s'agit d'un acte odieux »
        if whole is None:
            said = previous.effect if goes_on and previous is not None else said
            return Found(count, said, identified=True, carried=goes_on) if said is not None else None
        return Found(count, whole.effect, whole=whole, identified=True, carried=True)

    def _named_as(self, count: Count) -> bool:
        line, identify = self.line, self.line.lexicon.figures.identify
        at = count.first - (line.fold(count.first - 1) in line.lexicon.words.openers)
        width = identify.before(line.folds, at)
        # « s'il s'agit d'un homme ou d'une femme »: a reflexive pronoun before a subject is « if »
        before, words = line.fold(at - width - 1), line.lexicon.words
        return width > 0 and before not in line.lexicon.figures.conditions and before not in words.reflexives

    def _said_before(self, count: Count) -> Effect | None:
        """« The dead included four journalists »: what the words before those named say of them."""
        line = self.line
        width = line.lexicon.figures.identify.before(line.folds, count.first)
        nouns = line.lexicon.harm.nouns
        said = next((nouns[f] for f in line.folds[count.first - width : count.first] if f in nouns), None)
        return self._of_victims(said)

    def _of_victims(self, effect: Effect | None) -> Effect | None:
        """What befell « les victimes », where the article has counted nobody but dead, or nobody but wounded, so far."""
        if effect != "casualties":
            return effect
        told: set[Effect] = {f.effect for f in self.trail if f.part_of is None and f.effect in (*_BODILY, effect)}
        return told.pop() if len(told) == 1 else effect

    def _last_whole(self) -> Figure | None:
        """The whole counted in the last sentences of harm, when people were counted."""
        if self.topic is None or self.topic.like is None or self.line.sentence.index - self.topic.sentence > 2:
            return None
        return next((f for f in reversed(self.trail) if f.part_of is None and f.unit == "people"), None)

    def _among(self, count: Count) -> Found | None:
        """« figurent parmi les morts », « parmi les 42 victimes, 12 enfants »."""
        line, nouns = self.line, self.line.lexicon.harm.nouns
        if count.kind == "unknown" and count.numeral.article:
            return None  # « parmi les déplacés, peu ont reçu une aide »
        figures = line.lexicon.figures
        places = list(figures.among.standing(line.folds))
        if count.kind == "people":
            places += figures.out_of.standing(line.folds)
        for at, width in places:
            whole = self._named_of(at + width, count) if at < _ALMOST and count.first > at else None
            if whole is not None:
                return Found(count, whole.effect, whole=whole, carried=True)
            named = next((f for c, f in self.linker.found.items() if c.first == at + width and c is not count), None)
            listed = [c for c in self.linker.counts if count.first <= c.first < at and not c.measure]
            if not all(self.linker.joined(one, other) for one, other in pairwise(listed)):
                continue  # « dit un élu, ajoutant que trois femmes sont parmi les tués »
            ahead = count.end <= at <= count.end + _REACH and not any(line.stops(i) for i in range(count.end, at))
            if named is not None and (ahead or 0 <= count.first - named.count.end <= _REACH):
                return Found(count, named.effect, whole=named, carried=True)
            effect = self._of_victims(nouns.get(line.fold(at + width)) or line.befallen(at + width))
            first, last = min(at, count.end), max(at, count.first)
            if effect is None or last - first > _REACH or any(line.stops(i) for i in range(first, last)):
                continue
            whole = next((f for f in reversed(self.trail) if self._holds(f, effect, count)), None)
            alone = whole is None
            return Found(count, effect, whole=whole, identified=alone and effect in _BODILY, carried=alone)
        return None

    def _holds(self, figure: Figure, effect: Effect, count: Count) -> bool:
        """Whether those counted may be some of a figure's: « deux Suisses figurent parmi les victimes » are no assailants."""
        own, words = count.numeral.value or 0, figure.span.text.casefold().split()
        fits = figure.value is None or own <= figure.value
        attackers = self.line.lexicon.attackers.intersection(words)
        return figure.effect == effect and figure.part_of is None and fits and not attackers

    def _named_of(self, at: int, count: Count) -> Figure | None:
        """« Parmi les civils figurent 12 enfants »: those of the last sentences whom the noun at `at` names again."""
        line, noun, near = self.line, self.line.fold(at), range(at + 1, count.first)
        opened = len(near) <= _BESIDE and not any(line.stops(i) for i in near)
        if not opened or line.befallen(at) or noun in line.lexicon.harm.nouns or not any(map(line.finite, near)):
            return None
        lately = (f for f in reversed(self.trail[-_LATELY:]) if f.unit == "people")
        return next((f for f in lately if noun in f.span.text.casefold().split()), None)

    def _listed(self, before: Found | None, count: Count) -> Found | None:
        """« 57 personnes y ont péri : 42 prisonniers et quinze gardiens »: the parts of a count behind a colon."""
        added = count.kind == "them" and self.linker.marked(count, self.line.lexicon.figures.more)
        if before is None or (count.kind not in ("people", "unknown", "harm") and not added):
            return None
        if count.kind == "unknown" and count.numeral.article:
            return None  # « un tué : une gare frappée »
        line = self.line
        if self.linker.marked(count, line.lexicon.figures.more):
            return Found(count, before.effect, carried=True)
        named = line.fold(count.first - 1) == ":" or line.lexicon.figures.namely.before(line.folds, count.first) > 0
        if named and before.count.kind != "bare":
            return Found(count, before.effect, whole=before.whole or before, carried=True)
        between = line.folds[before.count.end : count.first]
        listed = before.whole is not None and before.carried and bool(between)
        if (line.lexicon.figures.merged or "," in between) and self.linker.opens_clause(count):
            return None  # « 20 morts, dont 12 civils, et 2 000 habitants ont gagné Adré »
        paired = listed and bool(line.lexicon.counted.joint) and self.linker.joined(before.count, count)
        if listed and (paired or all(f in line.lexicon.figures.joins for f in between)):
            return Found(count, before.effect, whole=before.whole, carried=True)
        return None

    def _is_rest(self, index: int) -> bool:
        """« les cinq autres victimes »: what is left of those counted before."""
        line, count = self.line, self.linker.counts[index]
        other = line.lexicon.figures.rest.intersection(line.folds[count.first : count.head])
        return bool(other) and line.fold(count.first - 1) in line.lexicon.words.openers

    def _bulletin_group(self, index: int) -> Group | None:
        """« Deux civils blessés à Pokrovsk. Un blessé à Rivne. »: whom a sentence without a verb goes on counting."""
        topic, line = self.topic, self.line
        if index or self.linker.counts[0].first > 1 or topic is None or topic.like is None:
            return None
        if line.sentence.index - topic.sentence != 1 or line.sentence.kind != "paragraph":
            return None
        size, before = self.linker.counts[0].numeral.value or 0, topic.like.value or 0
        if size > _TIMES * max(before, 1):
            return None  # « Deux soldats blessés. 11.240 morts depuis mai. »: of a war, and of another item
        if not {topic.effect, self.linker.counts[0].effect} <= _BODILY or any(line.finite(i) for i in range(line.end)):
            return None
        return topic.like.group

    def _tells_anew(self, index: int) -> bool:
        """Whether « victimes » are counted in a new toll behind a toll of the dead, in one sentence."""
        line, before, tolls = self.line, self.linker.tied_before(index), self.line.lexicon.harm.tolls
        if before is None or before.effect != "killed" or before.count.kind != "harm" or before.whole is not None:
            return False
        between = line.folds[before.count.end : self.linker.counts[index].first]
        told = not tolls.nouns.isdisjoint(line.folds[: before.count.first])
        again = tolls.counters | tolls.verbs
        return told and not again.isdisjoint(between) and tolls.adders.isdisjoint(between)

    def _say_more(self, index: int, found: Found) -> None:
        """What the sentence adds to a noun of harm: a deadly deed, a list of the dead, a count that it is added to."""
        harm = self.line.lexicon.harm
        found.group = self._bulletin_group(index)
        if found.effect == "casualties" and not harm.deadly.isdisjoint(self.line.words):
            found.effect = "killed"
            return
        if found.effect == "casualties" and self._tells_anew(index):
            found.effect = "killed"  # « un bilan de 200 morts, puis a parlé de 500 victimes »
            return
        if found.effect == "casualties" and self._is_rest(index):
            before = self.linker.tied_before(index) or next(iter(reversed(self.trail)), None)
            found.effect = before.effect if before is not None and before.effect in _BODILY else found.effect
            return
        some = found.count.numeral.bound == "exact" and self.line.fold(found.count.head - 1) in _definite_of(self.line)
        lost = self.line.fold(found.count.head) in harm.tolls.losses or found.count.numeral.value == 0
        if found.effect == "casualties" and some and not lost:
            # « quatre des victimes » of an attack that killed are dead
            dead = any(f.effect == "killed" for f in self.trail)
            found.effect = "killed" if dead else self._of_victims(found.effect) or found.effect
        takes = found.count.open and found.effect not in _BODILY
        beside = self.linker.tied_before(index) if takes else None
        listed = self._listed(beside, found.count)
        parted = self.line.folds[max(0, found.count.first - 2) : found.count.first]
        joint = parted[:1] == [","] and not self.line.lexicon.words.coordinators.isdisjoint(parted[1:])
        if found.effect in _TOLD_APART and joint:
            listed = None  # « 215 morts, dont 133 militaires, et 70 disparus »
        if listed is not None and listed.whole is None and beside is not None and beside.harm is None:
            listed = None  # « 300 morts, outre 56 000 déplacés »: nouns of harm side by side
        if listed is not None and found.worsened_by(listed.effect):
            found.effect, found.whole, found.carried = listed.effect, listed.whole, True
            return
        near = self.line.folds[max(0, found.count.first - 10) : found.count.first]
        if self.trail and not harm.tolls.adders.isdisjoint(near):
            found.like = self.trail[-1]
