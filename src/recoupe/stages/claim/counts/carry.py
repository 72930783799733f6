"""Carry: counts whose words of harm stand elsewhere: parts of a whole, lists, the same people once more."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.apportioned import apportioned, broken_down
from recoupe.stages.claim.counts.company import company
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.gapped import by_others, struck_again
from recoupe.stages.claim.counts.harms import BODILY
from recoupe.stages.claim.counts.likewise import likewise
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.list_resumed import resumed
from recoupe.stages.claim.counts.lookback import Lookback
from recoupe.stages.claim.counts.more_bodies import more_bodies
from recoupe.stages.claim.counts.more_said import say_more
from recoupe.stages.claim.counts.recalled import recalled
from recoupe.stages.claim.counts.same_people import SamePeople
from recoupe.stages.claim.counts.set_against import set_against
from recoupe.stages.claim.counts.tolls import Topic, apposed, elliptic, toll
from recoupe.stages.claim.counts.wholes import Wholes
from recoupe.stages.claim.counts.words_beside import numbers

_WHEREABOUTS = frozenset({"displaced", "trapped"})


class Carrier:
    """Finds, in one sentence, the counts that lean on others. `linker` holds what the sentence itself ties."""

    def __init__(
        self,
        linker: Linker,
        topic: Topic | None,
        trail: Sequence[Figure],
        lately: Callable[[], Effect | None],
        named: Callable[[], Group | None],
        harmed: Callable[[], Effect | None],
        *,
        bodies: bool,
        others: bool,
    ) -> None:
        self.linker, self.line, self.topic = linker, linker.line, topic
        self.trail = trail
        """The article's figures so far."""
        self.lately = lately
        """Tells what the sentence before said to have befallen somebody; few counts ask."""
        self.bodies = bodies
        """Whether the sentence before speaks of bodies."""
        self.look = Lookback(linker, topic, trail, harmed)
        self.wholes, self.same = Wholes(self.look, named, others=others), SamePeople(self.look)

    def carry(self) -> None:
        """Adds what can be carried over to the linker's findings, in reading order."""
        for index, count in enumerate(self.linker.counts):
            found = self._carried(index, count) if count.kind not in ("thing", "strikes") else None
            if found is not None:
                self.linker.found[count] = found
        self._of_families()
        apportioned(self.linker)
        elliptic(self.linker)
        apposed(self.linker)
        broken_down(self.linker, self.look.last_whole())
        resumed(self.linker)

    def _carried(self, index: int, count: Count) -> Found | None:
        """The count with what befell those counted, as the sentence ties it, or as they lean on others; None where nothing tells."""
        found = self.linker.found.get(count)
        if found is None and (other := struck_again(self.linker, index) or by_others(self.linker, index)) is not None:
            return other
        whole = self.wholes.of(index, count)
        if whole is not None:
            return self._part(index, count, found, whole)
        if found is None:
            return self._leaning(index, count)
        if found.effect in _WHEREABOUTS and (lying := self.same.lying(count)) is not None:
            return lying  # « Parmi les morts, 48 personnes qui s'étaient réfugiées là »
        if count.kind == "them" and self.linker.tied_before(index) is None:
            found.group = self.wholes.group(index)
        elif found.effect == count.effect:
            say_more(self.look, self.same, index, found)
        return found

    def _leaning(self, index: int, count: Count) -> Found | None:
        """The count with what befell others that are told before or beside it."""
        if self.line.lexicon.figures.apart.at(self.line.folds, count.end):
            return None  # « cinq civils, deux de plus que la veille »
        if index and self._of_unharmed(index, count):
            return None  # « quatre personnes ont été transférées à l'hôpital, dont une en urgence »
        return (
            self.same.of(index, count)
            or recalled(self.linker, count, self.topic, self.trail)
            or company(self.linker, count)
            or likewise(self.linker, count, self.topic, self.lately())
            or set_against(self.linker, count)
            or more_bodies(self.linker, count, self.topic, bodies=self.bodies)
            or toll(self.linker, count, self.topic)
        )

    def _part(self, index: int, count: Count, found: Found | None, whole: Found | Figure) -> Found:
        """The count as a part, of whom more may be told than of the whole."""
        own = found if found is not None and not self._is_of_whole(count, found, whole) else None
        effect = own.effect if own is not None else whole.effect
        harm = found.harm if found and (found.effect == effect or whole.effect != "killed") else None
        before = self.linker.found.get(self.linker.counts[index - 1]) if index else None
        named = before is not None and before.identified and before.whole is whole
        return Found(count, effect, harm, whole, identified=named, carried=found is None)

    def _is_of_whole(self, count: Count, found: Found, whole: Found | Figure) -> bool:
        """Whether what is told of a part is no other harm than that of the whole."""
        if whole.effect == "killed" and (found.effect == "wounded" or found.effect in _WHEREABOUTS):
            # « 22 morts, dont cinq brûlés »
            return (
                True  # « 65 corps. Parmi eux, huit enfants ensevelis sous leur maison »: where they were when they died
            )
        if whole.effect not in BODILY:
            return False
        # « 33 blessés, dont 21 graves, évacués à l'hôpital »: no new harm
        spared = found.harm is not None and found.harm.blameless and found.effect != "killed"
        # « 60 civils tués. Parmi eux, 41 victimes ont été identifiées »
        named = found.effect == "casualties" and found.harm is None
        return (
            spared or named or self._befell_before(count, found)
        )  # « dix morts, dont sept alors qu'ils tentaient de fuir »

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
