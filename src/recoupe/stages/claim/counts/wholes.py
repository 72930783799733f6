"""Wholes: the count of which another is a part: « dont 12 enfants », « deux d'entre eux », « les neuf autres »."""

from collections.abc import Callable

from recoupe.model.figure import Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import BODILY
from recoupe.stages.claim.counts.lookback import Lookback
from recoupe.stages.claim.counts.membership import behind_named, is_included, is_of_them, opens_parts
from recoupe.stages.claim.counts.of_things import of_things
from recoupe.stages.claim.words.line import QUOTES

_OPENING = 8
"""Within how many words of its sentence a part of those counted before stands (« Parmi ces derniers, on compte 12 enfants »)."""
_ONE_TOLL = 40
"""How many characters may stand between the dead and the wounded of one toll."""
_THIRD = 3
TOLD_APART = BODILY | {"missing"}
"""What nouns say of people who are no part of the others: « dont trois femmes, et sept disparus »."""


class Wholes:
    """Questions to the counts of one sentence."""

    def __init__(self, look: Lookback, named: Callable[[], Group | None], *, others: bool) -> None:
        self.look, self.linker, self.line = look, look.linker, look.line
        self._uncounted = named
        """Tells who the people are whom the sentence before names, uncounted; few counts ask."""
        self._others = others
        """Whether the sentence before names people who are none of those counted before it."""

    def of(self, index: int, count: Count) -> Found | Figure | None:
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
        if self.look.said_before(count) is not None:
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
            if before is None and not index and count.first <= _OPENING and self._of_others():
                return None  # « Douze personnes ont été tuées. Les blessés ont été évacués. Parmi eux, trois enfants »
            # « Parmi eux, 12 enfants »
            return before or (
                self.look.trail[-1] if self.look.trail and count.first <= _OPENING and not index else None
            )
        if index and opens_parts(self.line, self.linker.counts[index - 1], count) and not self._is_apart(count):
            return self.linker.tied_before(index)
        if index and self._goes_on(index):
            return self.linker.found[self.linker.counts[index - 1]].whole
        return self._behind_named(index, count)

    def _of_others(self) -> bool:
        """Whether the sentence before names people of whom something else is told than of those counted last."""
        if self._others:
            return True  # « Les suspects ont été arrêtés. Parmi eux, deux mineurs »
        said = self.look.harmed()
        return said is not None and (not self.look.trail or self.look.trail[-1].effect != said)

    def _behind_named(self, index: int, count: Count) -> Found | None:
        """The whole of which somebody named is a part before this count, which tells no harm of its own."""
        before = self.linker.tied_before(index)
        if count in self.linker.found or before is None or count.kind not in ("people", "unknown"):
            return None
        own, size = count.numeral.value, before.count.numeral.value
        fits = own is None or size is None or own < size
        named = fits and behind_named(self.line, before.count.end, count)
        return (
            (before.whole if isinstance(before.whole, Found) else before)
            if named and not self.linker.opens_clause(count)
            else None
        )

    def _is_apart(self, count: Count) -> bool:
        """« dont le maire, et deux enfants ont été blessés »: whether a clause of its own begins with the count."""
        found, line = self.linker.found.get(count), self.line
        joined = line.fold(count.first - 1) in line.lexicon.words.coordinators and line.fold(count.first - 2) == ","
        harm = found.harm if found is not None and not found.spread else None
        return joined and harm is not None and harm.bond == "clause" and harm.group >= count.end

    def _of_them(self, index: int, count: Count) -> Found | Figure | None:
        """The count that is told just before, in this sentence or the last, when it is large enough to hold this one."""
        before: Found | Figure | None = self.linker.tied_before(index)
        if before is None and self.look.topic is not None and self.line.sentence.index - self.look.topic.sentence == 1:
            before = self.look.last_people()
        if isinstance(before, Found):
            before = before.whole or before
        said = self.look.opened_with()
        if said is not None and (before is None or before.effect != said):
            # « Parmi les morts, 88 étaient australiens », behind « 209 blessés »
            before = self.look.last_holding(count, said)
        size = before.count.numeral.value if isinstance(before, Found) else before.value if before else None
        own = count.numeral.value or 0
        return before if size is None or own < size else None

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
        if count in self.linker.found and not definite and not count.among and self.group(index) is not None:
            return None  # « Les rebelles ont fui, dix d'entre eux ont été tués », behind other dead
        last = next((f for f in reversed(self.look.trail) if f.part_of is None), None)
        if definite and last is not None and (last.value or 0) and (count.numeral.value or 0) >= (last.value or 0):
            return None  # « Trois kamikazes ont péri. Les trois autres se sont enfuis »
        return self._dead_before(count, last) if last is not None and not definite else last

    def _dead_before(self, count: Count, last: Figure) -> Figure:
        """« Six soldats ont été tués et onze blessés. Quatre d'entre eux étaient à bord d'un camion »: the dead, who were told first,
        where nothing befalls « them » here that only befalls the living; else `last`."""
        line, wholes = self.line, [f for f in self.look.trail if f.part_of is None][-2:]
        if last.effect != "wounded" or len(wholes) < len(BODILY) or wholes[0].effect != "killed":
            return last
        near = last.span.start - wholes[0].span.end <= _ONE_TOLL and wholes[0].group == last.group
        small = (count.numeral.value or 0) <= (wholes[0].value or 0)
        at, verbs = count.end + (line.fold(count.end) in line.lexicon.words.reflexives), line.lexicon.verbs
        were = any(form.tense == "imperfect" and form.person == _THIRD for _, form in verbs.analyses(line.fold(at)))
        cared = verbs.is_past_participle(line.fold(at + 1))  # « étaient soignés à Gao »
        return wholes[0] if near and small and were and not cared and count not in self.linker.found else last

    def group(self, index: int) -> Group | None:
        """The group of people whom the sentence counts unharmed: « 400 soldats … la mort de deux d'entre eux »."""
        line, count = self.line, self.linker.counts[index]
        people = line.lexicon.counted.people
        named = [people.get(line.fold(c.head)) for c in self.linker.counts[:index] if c.kind == "people"]
        if named or not line.lexicon.figures.of_them.at(line.folds, count.head):
            return named[-1] if named else None
        # « ont affronté les rebelles, tuant dix d'entre eux », but « les soldats ont tué dix d'entre eux »
        start = max((i + 1 for i in range(count.first) if line.stops(i)), default=0)
        ahead = [i for i in range(count.first - 1, start, -1) if self._heads(i)]
        # « les soldats ont été visés, deux d'entre eux ont été tués »
        found = self.linker.found.get(count)
        befell = found is not None and found.harm is not None and found.harm.side == "left"
        told = (i for i in ahead if line.folds[i] in people and (befell or not line.finite(i + 1)))
        group = next((people[line.folds[i]] for i in told), None)
        # those set free are those who were held, whoever is named last
        group = group or (self._uncounted() if befell and found is not None and found.effect != "returned" else None)
        return None if group == "unspecified" else group

    def _heads(self, at: int) -> bool:
        """Whether a noun at a word is a phrase's own: « les soldats », « aux « bandits » », « un groupe de soldats »."""
        line, at = self.line, at - 1
        at -= line.fold(at) in QUOTES
        of_lot = line.fold(at) in line.lexicon.figures.of and line.fold(at - 1) in line.lexicon.counted.lots
        to = line.fold(at) in line.lexicon.figures.harmed and line.fold(at).endswith(line.lexicon.counted.plural_in)
        return line.fold(at) in line.lexicon.words.openers or to or of_lot

    def _goes_on(self, index: int) -> bool:
        """Whether the count goes on with a list of parts: « dont 12 femmes, cinq enfants et un vieillard »."""
        left, right = self.linker.counts[index - 1], self.linker.counts[index]
        previous, own = self.linker.found.get(left), self.linker.found.get(right)
        if previous is None or previous.whole is None:
            return False
        if own is not None and (own.harm is not None or right.effect in TOLD_APART) and own.effect != previous.effect:
            return False
        between = self.line.folds[left.end : right.first]
        return self.linker.joined(left, right) and (len(between) == 1 or "," not in between)
