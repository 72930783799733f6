"""Counts: the noun phrases that a sentence's numerals open (« plus de 35 civils syriens »), harmed or not."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import Literal

from recoupe.model.annotation import Numeral
from recoupe.model.figure import Effect, Unit
from recoupe.stages.claim.counts.harm_nouns import past_lot, strikes_of
from recoupe.stages.claim.words.countries_named import IsDemonym
from recoupe.stages.claim.words.insertions import labelled, repeats
from recoupe.stages.claim.words.line import QUOTES, Line

_CLOSING_MARKS = frozenset(",;.)–-—")
_CLOSING = frozenset({"»", '"', "”"})
_GAUGED = 6
"""Within how many words before a number its verb stands (« estime par ailleurs à 8 500 les habitants »)."""
_COMPOUND = 7
"""How many words a noun with those that stand before it may have."""
Kind = Literal[
    "harm",  # the noun is itself a word of harm: « 12 morts »
    "people",  # a known word for people
    "strikes",  # strikes and sorties
    "unknown",  # a noun that no list knows
    "bare",  # no noun: « il en a annoncé 80 »
    "them",  # « vingt-six d'entre eux », « les neuf autres »
    "thing",  # something else
]


@dataclass(slots=True, eq=False)
class Count:
    """A numeral with the noun it counts. Indexes are into the sentence's words."""

    numeral: Numeral
    first: int
    """The first word of the phrase."""
    stop: int
    """The word after the number itself."""
    head: int
    """The noun; `stop` where it is left out."""
    end: int
    """The word after the phrase."""
    kind: Kind
    unit: Unit = "people"
    effect: Effect | None = None
    """What the noun itself says."""
    measure: bool = False
    """Whether the thing is a unit (years, kilometres), which nothing befalls."""
    partitive: bool = False
    """Whether it counts some of the next count: « onze des 46 soldats »."""
    among: bool = False
    """Whether it counts some of those counted before and says who they are: « three of them children »."""
    open: bool = False
    """Whether the sentence can say worse of them than the noun does."""

    def counting(self, kind: Kind, head: int, end: int, *, measure: bool = False) -> "Count":
        """This count, of the noun at `head` with a phrase up to `end`."""
        self.kind, self.head, self.end, self.measure = kind, head, end, measure
        return self


def counts(line: Line, numerals: Iterable[Numeral], is_demonym: IsDemonym) -> list[Count]:
    """The counts of one sentence, in reading order; ordinals and numbers inside time expressions are left out.

    `is_demonym` tells whether a word is the adjective or the people of a country.
    """
    kept = [n for n in numerals if not n.ordinal]
    starts = {line.first_at(n.span.start) for n in kept}
    found: list[Count] = []
    for numeral in kept:
        first = line.first_at(numeral.span.start)
        inside = bool(found) and first < found[-1].end
        if inside and (numeral.article or line.lexicon.counted.heads_last):
            continue  # « one of them a child », « members of one family »
        if found and found[-1].end == first - 1 and repeats(line, found[-1].numeral, numeral):
            continue  # « trois morts (03) »
        if (
            line.fold(first - 1)[:1].isalpha()
            and {line.fold(first - 1), line.fold(first)} <= line.lexicon.figures.floating
            and line.fold(first - 2) not in line.lexicon.figures.of_whole  # « parmi eux deux religieuses »
        ):
            continue  # « ont tous deux été blessés »
        if numeral.value == 0 and _denied_deed(line, first, starts):
            continue  # « n'a été ni tué ni blessé »
        if first < line.end and first not in line.times:
            count = _phrase(line, numeral, first, line.first_at(numeral.span.end), starts, is_demonym)
            if found and count.unit == "families" and numeral.value == 1 and first - 1 == found[-1].end:
                continue  # « nine children from one family »
            if count.kind == "bare" and not numeral.article:
                count.effect, count.open = labelled(line, first, count.stop)
            ahead = line.folds[first : line.first_at(numeral.number_start)]
            if line.fold(count.end) in _CLOSING and not QUOTES.isdisjoint(ahead):
                count.end += 1  # « plus de « 100 morts » »
            hedge = line.lexicon.hedges.at(line.folds, count.end)
            if (
                hedge
                and count.end + hedge not in starts
                and line.fold(count.end + hedge) not in line.lexicon.figures.of
            ):
                count.end += hedge  # « six civils au moins »
            found.append(count)
    for count in found:
        if count.kind == "bare" and _is_population(line, count):
            count.kind, count.measure = "thing", True
    for index in range(len(found) - 2, -1, -1):
        count, after = found[index], found[index + 1]
        if _is_partitive(line, count, after):
            count.head, count.kind, count.unit, count.effect = after.head, after.kind, after.unit, after.effect
            count.open = count.partitive = True
        if count.kind == "bare" and after.measure and _listed(line, count, after):
            # « âgés de 33, 34 et 39 ans »
            count.kind, count.measure = "thing", True
    return found


def _denied_deed(line: Line, at: int, numbers: Set[int]) -> bool:
    """« il n'a été ni tué ni blessé », « aucune n'a été tuée ni blessée »: whether the word behind « ni » is the participle of a passive.

    Where nobody, whom no one of `numbers` begins, is its subject it counts as « ni mort ni blessé » does: « personne n'a été ni tué ni blessé ».
    """
    figures, words, verbs = line.lexicon.figures, line.lexicon.words, line.lexicon.harm.verbs
    if line.fold(at) not in words.coordinators or line.fold(at + 1) not in verbs:
        return False
    for index in range(at - 1, max(-1, at - _GAUGED), -1):
        if line.auxiliary(index, figures.passive):
            while line.fold(index - 1) in figures.not_before or line.auxiliary(index - 1, figures.perfect):
                index -= 1
            counted = not numbers.isdisjoint((index - 1, index - 2))  # « aucun », « aucune personne »
            return counted or line.fold(index - 1) not in words.nobody
        if line.finite(index) or not (line.folds[index] in words.coordinators or line.folds[index] in verbs):
            return False
    return False


def _is_population(line: Line, count: Count) -> bool:
    """« , sur une population de 4,6 millions, », « , sur les 4,6 millions que compte le pays, »: whether it says only of how many
    those counted before are some."""
    figures, at = line.lexicon.figures, count.first - 1
    passed = line.lexicon.words.openers | figures.of
    while at > 0 and (line.folds[at] in passed or line.folds[at] in line.lexicon.counted.people):
        at -= 1
    led = line.folds[at] in figures.of_whole and line.folds[at] in figures.aside and at < count.first - 1
    return led and line.fold(at - 1) == ","


def _is_partitive(line: Line, part: Count, whole: Count) -> bool:
    """« onze des 46 soldats », « deux de ces 30 otages »."""
    if part.kind != "bare" or line.fold(part.stop) not in line.lexicon.figures.of or whole.measure:
        return False  # « dont 14 de moins de 18 ans »
    between = line.folds[part.stop + 1 : whole.first]
    return len(between) <= 1 and all(fold in line.lexicon.words.openers for fold in between)


def _listed(line: Line, left: Count, right: Count) -> bool:
    """Whether two numbers stand in one list, so that the second's noun is the first's too."""
    figures, between = line.lexicon.figures, line.folds[left.end : right.first]
    # « dont 14 de moins de 18 ans » are people
    listed = all(f in figures.joins or f in figures.repeated for f in between) and not figures.of.issuperset(between)
    return 0 < len(between) <= 3 and listed


def _phrase(line: Line, numeral: Numeral, first: int, stop: int, starts: Set[int], is_demonym: IsDemonym) -> Count:
    figures, counted = line.lexicon.figures, line.lexicon.counted
    count = Count(numeral, first, stop, stop, stop, "bare")
    if stop >= line.end:
        return count
    at = _past_number_of(line, first, stop)
    if line.fold(at) in _CLOSING and line.fold(at + 1) in figures.of:
        at += 1  # « "une centaine" de combattants »
    if line.fold(at) in figures.of:
        them = figures.of_them.at(line.folds, at)
        if them:
            return _among(line, count, at, at + them, is_demonym)
        own = figures.of_own.at(line.folds, at)
        if own:
            return count.counting("people", at + own - 1, at + own)
        at += 1
        # « trois des trafiquants », « 12 de ces enfants »
        while line.fold(at) in line.lexicon.words.openers and line.fold(at) not in counted.people:
            at += 1
    case = at + (line.fold(at) in counted.premodifiers)
    if (
        line.fold(case) in counted.cases
        and line.fold(case + 1) in figures.of
        and line.fold(case + 2) in line.lexicon.harm.nouns
    ):
        at = case + 2  # « 34 nouveaux cas d'enlèvement »
    noun = line.fold(at + 1)
    known = noun in counted.people or noun in counted.families or noun in line.lexicon.harm.nouns
    lone = numeral.value == 1 and noun[:1].isalpha()  # « il ne s'agissait plus que d'un « terrorisme résiduel » »
    if line.fold(at) in QUOTES | _CLOSING and (known or lone):
        at += 1  # « sept « terroristes » », « « plus de 200 » civils »
    if numeral.article and line.fold(at + 1) in line.lexicon.harm.tolls.of and line.fold(at + 2) in figures.of:
        # « un grand nombre de civils » are people of no number
        who = line.fold(at + 3)
        people = who in counted.people or is_demonym(who)
        return count.counting("people", at + 3, at + 4) if people else count.counting("thing", at + 1, at + 2)
    if numeral.article and line.fold(at) in counted.premodifiers and line.fold(at + 1) in line.lexicon.harm.tolls.of:
        return count.counting("thing", at + 1, at + 2)  # « et un grand nombre ont été blessés »
    if line.auxiliary(at, figures.passive) and line.fold(at + 1) in figures.of and line.fold(at + 2) in counted.people:
        return count.counting("people", at + 2, at + 3)  # « 1 603 sont des enfants »
    if counted.heads_last and line.auxiliary(at, figures.passive) and line.fold(at + 1) in counted.people:
        return count.counting("people", at + 1, at + 2)  # « 21 were children »
    while line.fold(at) in counted.premodifiers and _is_noun(line, at + 1) and not _is_another(line, count, at):
        at += 1
    if counted.heads_last:
        at = _head(line, at, starts, is_demonym)
    if at in starts or counted.within.at(line.folds, at):
        return count  # « onze des quarante-six soldats », « une vingtaine côté rebelle »
    fold = line.fold(at)
    if fold in counted.others or fold in figures.rest:
        return count.counting("them", at, at + 1)
    return _noun(line, count, at, starts, is_demonym)


def _among(line: Line, count: Count, at: int, end: int, is_demonym: IsDemonym) -> Count:
    """« vingt-six d'entre eux »; « three of them children » says who they are, where nouns stand without an article."""
    if line.lexicon.counted.heads_last and line.fold(end) in line.lexicon.harm.predicative:
        # « fifteen of those killed »
        count.effect, count.open = line.lexicon.harm.nouns[line.fold(end)], True
        return count.counting("them", at, end + 1)
    end += line.fold(end) in line.lexicon.articles
    if line.lexicon.counted.heads_last and not _closed(line, end):
        end = _head(line, end, frozenset(), is_demonym)  # « eight of them service members »
    noun = line.fold(end)
    if line.lexicon.counted.heads_last and (noun in line.lexicon.counted.people or is_demonym(noun)):
        count.among = True
        return count.counting("people", end, end + 1)
    return count.counting("them", at, end)


def _head(line: Line, at: int, starts: Set[int], is_demonym: IsDemonym) -> int:
    """The noun that is counted, behind the nouns and adjectives before it (« off-duty police officers »); else `at`."""
    counted, harm = line.lexicon.counted, line.lexicon.harm
    head, plain, sure = -1, -1, False
    index = at - 1
    while (index := index + 1) < min(line.end, at + _COMPOUND):
        fold = line.folds[index]
        if fold[0].isdigit() and index not in starts and line.fold(index + 1) == "-":
            index += 2  # « a 35-year-old man »
            continue
        qualifies = fold in counted.premodifiers or is_demonym(fold)
        if index in line.times or index in starts or not fold[0].isalpha() or (_closed(line, index) and not qualifies):
            break
        who = (
            fold in counted.people or fold in counted.families or (fold in harm.nouns and fold not in harm.predicative)
        )
        thing = fold in counted.objects or fold in counted.measures or fold in harm.tolls.nouns
        struck = fold in harm.strikes or fold in harm.strike_heads or fold in harm.sorties
        if fold in harm.predicative and (head >= 0 or not _is_noun(line, index + 1)):
            return head if head >= 0 else plain if plain > -1 else index
        if who or thing or struck:
            if sure and (_is_plural(line, head) or not (who or struck)):
                break
            head, sure = index, who or struck
            if fold in counted.measures:
                break
        elif not qualifies and (line.finite(index) or fold in harm.verbs or (sure and not line.named(index))):
            break
        elif head < 0:
            plain = index
    return head if head >= 0 else max(at, plain)


def _past_number_of(line: Line, first: int, at: int) -> int:
    """The index of what is counted in « à 700 le nombre de civils tués », « à 1 200 les civils arrêtés »; else `at`."""
    words, tolls, figures = line.lexicon.words, line.lexicon.harm.tolls, line.lexicon.figures
    # « à 3 490 au moins le nombre de soldats tués », « à 3 490, au moins, le nombre »
    hedged = at + (line.fold(at) == ",")
    hedged += line.lexicon.hedges.at(line.folds, hedged)
    hedged += hedged > at and line.fold(hedged) == ","
    if hedged > at + 1 and line.fold(hedged) in words.openers and line.fold(hedged + 1) in tolls.of:
        at = hedged
    here = line.fold(at)
    that = at + (line.fold(at) in _CLOSING)
    if line.fold(that) in tolls.that_of and line.fold(that + 1) in figures.of:
        return that + 2  # « et à 3 400 celui des blessés »
    if here in words.openers and line.fold(at + 1) in tolls.of and line.fold(at + 2) in figures.of:
        return at + 3
    if here not in line.lexicon.counted.definite:
        return at
    gauged = line.fold(first - 1) in figures.harmed and not tolls.verbs.isdisjoint(
        line.folds[max(0, first - _GAUGED) : first]
    )
    noun = line.fold(at + 1)
    known = noun in line.lexicon.counted.people or noun in line.lexicon.harm.nouns
    return at + 1 if gauged and known else at


def _is_noun(line: Line, at: int) -> bool:
    """Whether the word may be the noun, or one more modifier, behind a modifier."""
    fold, lexicon = line.fold(at), line.lexicon
    if not fold or not fold[0].isalpha() or at in line.times:
        return False
    manner = fold.endswith(lexicon.figures.adverbs_in) and line.fold(at + 1) in lexicon.harm.verbs
    if manner or fold in lexicon.counted.qualities or lexicon.verbs.is_auxiliary(fold):
        return False  # « deux autres grièvement blessés », « une trentaine d'autres étant portés disparus »
    if fold in lexicon.counted.people or fold in lexicon.harm.nouns or fold in lexicon.counted.families:
        return True
    return not _closed(line, at) and not line.finite(at) and fold not in lexicon.harm.verbs


def _is_another(line: Line, count: Count, at: int) -> bool:
    """« un civil a été tué et un autre blessé »: whether « un autre » at `at` is the subject of the participle behind it."""
    joined = line.fold(count.first - 1) in line.lexicon.words.coordinators
    other = at == count.stop and line.fold(at) in line.lexicon.counted.others
    harmed = any(form.mood == "participle" for _, form in line.lexicon.harm.verbs.get(line.fold(at + 1), ()))
    told = joined and other and count.numeral.article and harmed
    return told and any(line.finite(i) for i in range(line.end))  # « trois morts et un autre blessé » has no verb


def _closed(line: Line, at: int) -> bool:
    """Whether the word belongs to a closed class and so is no noun."""
    fold, words = line.fold(at), line.lexicon.words
    return (
        fold in words.prepositions
        or fold in words.openers
        or fold in words.subordinators
        or fold in words.coordinators
        or fold in words.adverbs
        or fold in words.clitics
        or fold in words.negations
        or fold in words.subjects
    )


def _noun(line: Line, count: Count, at: int, starts: Set[int], is_demonym: IsDemonym) -> Count:
    """The count with the noun at `at`, bare when no noun stands there."""
    fold, lexicon = line.fold(at), line.lexicon
    harm, counted = lexicon.harm, lexicon.counted
    measure = fold in counted.measures
    if not fold or not fold[0].isalpha() or at in line.times:
        return count.counting("thing", at, at + 1, measure=True) if measure else count
    if fold in harm.nouns and not harm.not_before.at(line.folds, at):
        if lives := harm.lives.at(line.folds, at):
            count.effect = "killed"
            return count.counting("harm", at, at + lives)
        count.effect, count.open = harm.nouns[fold], fold in harm.open
        end = _past_qualities(line, at, is_demonym)
        # « ni morts ni blessés » are two counts
        lot = past_lot(line, at, end, count.effect, starts) if count.numeral.value != 0 else 0
        if lot:
            count.effect, end = "casualties", lot
        return count.counting("harm", at, end)
    strikes = strikes_of(line, at)
    if strikes:
        count.effect, count.unit = "struck", strikes
        return count.counting("strikes", at, _past_qualities(line, at, is_demonym))
    if count.numeral.article and fold in counted.further and at + 1 < line.end and line.finite(at + 1):
        return count.counting("unknown", at, at + 1)  # « Un cinquième reste introuvable »
    if measure or fold in counted.objects or fold in harm.tolls.nouns:
        return count.counting("thing", at, at + 1, measure=measure)
    if fold in counted.families:
        count.unit = "families"
        _befallen(line, count, at)
        return count.counting("people", at, _past_qualities(line, at, is_demonym))
    if line.fold(at + 1) in counted.wronged and not _is_harmed(line, at + 2):
        return count.counting("thing", at, at + 2)  # « 109 femmes violées », but « violées et tuées »
    if fold in counted.people or is_demonym(fold) or _is_people(line, at):
        _befallen(line, count, at)
        return count.counting("people", at, _past_qualities(line, at, is_demonym))
    if fold in counted.qualities and line.fold(at + 1)[:1] in _CLOSING_MARKS:
        count.effect = "wounded"  # « dix légers, sept graves »
        return count
    if fold in counted.qualities or _closed(line, at) or line.finite(at) or fold in harm.verbs:
        return count
    if fold in harm.tolls.counters and lexicon.verbs.is_past_participle(fold):
        return count  # « contre 37 annoncés la veille »
    if fold.endswith(counted.plural_in) and line.fold(at + 1) in counted.people and at + 1 not in line.times:
        return _noun(line, count, at + 1, starts, is_demonym)  # « 48 paisibles habitants »
    # « deux F-16 » are machines, « France 2 Dupont » is no count
    tokens = line.sentence.tokens
    named = tokens[at].text[0].isupper() and count.first > 1 and tokens[count.first - 1].text[0].isupper()
    # « 221 granges incendiées »
    burnt = line.fold(at + 1) in harm.tolls.spares and lexicon.verbs.is_past_participle(line.fold(at + 1))
    # « le gang « 400 Mawozo » »
    quoted = tokens[at].text[0].isupper() and line.fold(count.first - 1) in QUOTES and line.fold(at + 1) in _CLOSING
    kind: Kind = "thing" if named or burnt or quoted or any(c.isdigit() for c in fold) else "unknown"
    return count.counting(kind, at, _past_qualities(line, at, is_demonym))


def _is_harmed(line: Line, at: int) -> bool:
    """« femmes violées puis tuées », « femmes violées ont été tuées »: whether the verb group from `at` on ends with a harm."""
    words, figures, verbs = line.lexicon.words, line.lexicon.figures, line.lexicon.verbs
    while at < line.end and (
        line.folds[at] in words.coordinators
        or line.folds[at] in words.adverbs
        or line.folds[at].endswith(figures.adverbs_in)
        or verbs.is_auxiliary(line.folds[at])
        or line.folds[at] == ","
    ):
        at += 1
    return line.fold(at) in line.lexicon.harm.verbs or line.fold(at) in line.lexicon.harm.predicative


def _is_plural(line: Line, at: int) -> bool:
    """Whether a noun that stands before no other is there: « 12 people », in « 12 people police say were hurt »."""
    fold, counted = line.folds[at], line.lexicon.counted
    return fold not in counted.premodifiers and (fold in counted.plurals or fold.endswith(counted.plural_in))


def _befallen(line: Line, count: Count, head: int) -> None:
    """« twelve wounded soldiers », « 800 ménages de déplacés »: gives the count what a noun beside its own says of them."""
    behind = head + 1 + (count.unit == "families" and line.fold(head + 1) in line.lexicon.figures.of)
    said = line.lexicon.harm.nouns.get(line.fold(behind))
    plainly = behind > head + 1 or line.fold(behind) not in line.lexicon.harm.verbs  # « 750 ménages PDI »
    if said == "returned" or (said == "displaced" and plainly):
        count.effect, count.open = said, True
    if line.lexicon.counted.heads_last:
        for fold in line.folds[count.stop : head]:
            if fold in line.lexicon.harm.predicative:
                count.effect, count.open = line.lexicon.harm.nouns[fold], True


def _is_people(line: Line, at: int) -> bool:
    """Whether a name in capitals ends like the name of a people (« six Tibétains »)."""
    return line.sentence.tokens[at].text[0].isupper() and line.folds[at].endswith(line.lexicon.counted.peoples_in)


def _past_qualities(line: Line, head: int, is_demonym: IsDemonym) -> int:
    """The index behind the adjectives and the complement that say who those counted are."""
    lexicon = line.lexicon
    counted, words = lexicon.counted, lexicon.words
    at = _past_adjectives(line, head + 1, is_demonym)
    if at > head + 1 and line.fold(at) in words.coordinators:
        # « morts civils et militaires », « soldats maliens et burkinabè »
        behind = _past_adjectives(line, at + 1, is_demonym)
        at = behind if behind > at + 1 else at
    fold = line.folds[head]
    if fold not in counted.relational and counted.people.get(fold) != "combatants":
        return at
    # « membres de familles de djihadistes », « extrémistes de Daech », « agents de la police »
    behind = at
    while line.fold(behind) in lexicon.figures.of:
        noun = behind + 1
        while (
            line.fold(noun) in words.openers
            or (line.fold(noun) in counted.premodifiers and not counted.heads_last)
            or (line.fold(noun)[:1].isdigit() and line.fold(noun)[-1].isalpha())  # « hommes de la 3e brigade »
        ):
            noun += 1
        if noun >= line.end or not line.folds[noun][0].isalpha() or _closed(line, noun) or noun in line.times:
            break
        tokens = line.sentence.tokens
        if counted.heads_last:
            noun = _head(line, noun, frozenset(), is_demonym)
        behind = noun + 1
        if tokens[noun].text[0].isupper():
            while behind < line.end and tokens[behind].text[0].isupper():
                behind += 1
        while behind < line.end and (line.folds[behind] in counted.postmodifiers or is_demonym(line.folds[behind])):
            behind += 1
        at = behind
    return at


def _past_adjectives(line: Line, at: int, is_demonym: IsDemonym) -> int:
    """The index behind the adjectives from `at` on that say who those counted are."""
    qualities = line.lexicon.counted.postmodifiers
    while (
        at < line.end
        and at not in line.times
        and (line.folds[at] in qualities or is_demonym(line.folds[at]) or _qualifies(line, at))
    ):
        at += 1
    return at


def _qualifies(line: Line, at: int) -> bool:
    """Whether the word ends as adjectives do that say whose people are, and is nothing else that is known."""
    fold, lexicon = line.folds[at], line.lexicon
    if not fold.endswith(lexicon.counted.postmodifiers_in) or _closed(line, at) or line.finite(at):
        return False
    known = fold in lexicon.harm.nouns or fold in lexicon.counted.people or fold in lexicon.harm.verbs
    known = known or fold in lexicon.words.relatives
    return line.sentence.tokens[at].text[0].islower() and not known
