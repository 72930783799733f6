"""Inheriting: whether the author told before has done what a sentence counts that tells none."""

from collections.abc import Sequence

from recoupe.languages.agents import AgentWords
from recoupe.model.annotation import Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.told_subjects import is_of_one_told
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.deeds_apart import is_dated_apart, is_former
from recoupe.stages.claim.doers.doer import losing
from recoupe.stages.claim.doers.own_reports import tells_own_side
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.told_victims import ToldVictims
from recoupe.stages.claim.words.line import Line

_MANY = 1000
"""Victims whom one deed seldom makes."""
_FEW = 9
"""No more victims than two events may well have made alike."""
_TIMES = 20
"""How many times as many as one deed has made are those of a war."""


class Inheriting:
    """Questions to the counts of one article whose own sentence tells no author."""

    def __init__(
        self, sentences: Sequence[Sentence], words: AgentWords, authors: Authors, victims: ToldVictims
    ) -> None:
        self._sentences, self._words, self._authors, self._victims = sentences, words, authors, victims

    def author(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The author told before, as far as he can have done this."""
        line, authors, made = parties.line, self._authors, self._victims.made
        side = losing(parties, found, chain)
        if side is not None:
            return authors.against(side)
        if not authors.may_have_done(parties, found, chain) or tells_own_side(parties, found, chain, authors):
            return None
        home = authors.at_home(line, found.count)
        if home is not None:
            return authors.foe(home)
        whole = found.whole
        if isinstance(whole, Found) and whole.count in made:
            return made[whole.count]  # a part is nobody's where the whole is nobody's
        if found.harm is not None and found.harm.start == found.harm.end:
            return None  # « les X ont tué 300 civils et les frappes aériennes 150 »
        if is_of_one_told(line, found, self._words, self._sentences):
            return authors.last
        beside = self._victims.beside(line, found)
        if beside is not None:
            return made[beside]
        value = found.count.numeral.value or found.count.numeral.magnitude or 0
        again = self._victims.again(found)
        if again is not None and value > _FEW:
            return again  # the toll of the event told before, taken up again
        if self._is_of_other(line, found, value):
            return None
        if found.carried and isinstance(found.like, Figure):
            return found.like.perpetrator
        self._victims.lent.add(found.count)
        return (whole.perpetrator if isinstance(whole, Figure) else None) or authors.last

    def _is_of_other(self, line: Line, found: Found, value: float) -> bool:
        """Whether those counted fell to another deed than the one told: before it, on a day of its own, or in the whole war."""
        if self._authors.is_group or self._authors.is_home:
            if not found.carried and self._sums_up(line, value):
                return True
            if is_former(line, found, self._words):
                return True
        if is_dated_apart(line, found, self._words, self._authors):
            return True
        of_deed = max((n for n in self._victims.numbers if n < _MANY), default=0.0)
        return bool(of_deed) and value >= max(_MANY, _TIMES * of_deed)

    def _sums_up(self, line: Line, value: float) -> bool:
        """Whether more are counted since a day, or in the whole land, than fell in the deed told: « depuis janvier, 120 civils
        ont péri », « un millier de personnes ont été tuées dans le pays en quinze jours »."""
        since = any(f in self._words.since and i in line.times for i, f in enumerate(line.folds))
        since = since or (bool(line.times) and self._words.nationwide.stand_in(line.folds))
        told = max(self._victims.numbers - {value}, default=0.0)
        return since and value > told > 0 and self._words.deeds.isdisjoint(line.words)
