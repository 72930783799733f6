"""Told victims: those counted in an article so far: who made them, who lost them, and whose own people they are."""

from collections.abc import Sequence, Set

from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import but_for
from recoupe.model.annotation import Entity, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Effect
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.told_subjects import is_of_one_told
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.deeds_apart import is_dated_apart
from recoupe.stages.claim.doers.doer import is_admitted, is_told_by, loser, subject
from recoupe.stages.claim.doers.named_parties import NamedParties
from recoupe.stages.claim.doers.own_reports import tells_own_side
from recoupe.stages.claim.doers.own_victims import (
    are_attackers,
    are_called_own,
    are_of,
    called_by,
    fighters_word,
    opposed_by,
)
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.line import Line


class ToldVictims:
    """Remembers those counted in one article, sentence after sentence."""

    def __init__(self, sentences: Sequence[Sentence], words: AgentWords, authors: Authors, named: NamedParties) -> None:
        self._sentences, self._words, self._authors, self._named = sentences, words, authors, named
        self.numbers: set[float] = set()
        """The numbers of victims told so far."""
        self.made: dict[Count, str | None] = {}
        """Who made them; None where nobody did."""
        self._made_of: dict[tuple[Effect, float], str] = {}
        """Who made so many victims, by the sentence that tells it."""
        self._lost: dict[Count, tuple[Line, Entity | None]] = {}
        """The victims of nobody, with their sentence and who lost them."""
        self._beside: dict[Count, str | None] = {}
        """The only armed group that the sentence of such soldiers names."""
        self._their_own: set[Count] = set()
        """The attackers who fell, and those whom a side tells of as its own: whoever attacked did not do that."""
        self._last: tuple[Sentence, Found] | None = None
        """Those asked about last, and their sentence."""
        self._people: dict[Count, Set[str]] = {}
        """The countries of whose people those counted are said to be."""
        self._nobodys: dict[Count, bool] = {}
        """The victims of whom no sentence has said whose they are, and that one who strikes from afar may have made; with
        whether theirs tells of a strike."""
        self.lent: set[Count] = set()
        """The victims laid at the door of whom another sentence tells, as nobody else is told in theirs."""
        self._fighters: dict[Count, str] = {}
        """By what word those counted are called who may be an armed group's own."""
        self._called: set[str] = set()
        """The words beside the names of the article's authors."""
        self._opposed: set[str] = set()
        """What those fighters are called whom the article's authors fight."""

    # what is kept of them

    def meet(self, parties: Parties, found: Found) -> None:
        """Takes in what those counted are called, and whose people they are."""
        line, count = parties.line, found.count
        self._fighters[count] = fighters_word(parties, found)
        people = self._authors.people(line, count)
        if people and (line.fold(count.head) in self._words.servants or self._authors.are_held(people)):
            self._people[count] = people

    def name_sides(self, parties: Parties, author: str) -> None:
        """Takes in what a sentence that blames an author calls his people, and those whom he fights."""
        self._opposed |= opposed_by(parties, author)
        self._called |= called_by(parties, author)

    def number(self, found: Found) -> None:
        """Takes in how many they are."""
        value = found.count.numeral.value
        if value is not None and value > 1 and found.effect != "struck":
            self.numbers.add(value)

    def lay(self, parties: Parties, found: Found, name: str | None, *, told: bool, own: bool) -> None:
        """Takes in who made them; `told` says that their own sentence says so, `own` that they are of those who attacked."""
        line, count = parties.line, found.count
        self.made[count] = name
        own_dead = parties.tells_own(count.first, count.end)
        if own or (name is None and (own_dead or line.fold(count.head) in self._words.attackers)):
            self._their_own.add(count)
        if name is not None and told:
            self._made_of.setdefault((found.effect, count.numeral.value or 0), name)

    def excuse(self, found: Found, *, own: bool = False) -> None:
        """Takes in that nobody made them; `own` says that both sides may have."""
        self.made[found.count] = None
        if own:
            self._their_own.add(found.count)

    def lose(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> None:
        """Takes in victims of nobody whom somebody lost, as far as no chance has killed them."""
        line, count = parties.line, found.count
        if not but_for(self._words.nobody, self._words.wars).isdisjoint(line.words):
            return
        self._lost[count] = (line, loser(parties, found, chain))
        # « et sept autres blessés »
        more = count.kind != "people" and any(self._lost[other][0] is line for other in self._beside)
        if more or line.fold(count.head) in self._words.servants:
            # « dix soldats tués en attaquant une base de X »
            self._beside[count] = self._named.only_group_of(parties)

    def leave_open(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> None:
        """Takes in victims of nobody who may be his who alone strikes in the article."""
        line = parties.line
        own = bool(chain) and chain[-1].stance == "admit" and not is_admitted(parties, found.count)
        if (
            not own
            and not tells_own_side(parties, found, chain, self._authors)
            and self._authors.may_be_struck(parties, found, chain)
            and self._authors.at_home(line, found.count) is None
            and not is_dated_apart(line, found, self._words, self._authors)
        ):
            self._nobodys[found.count] = not self._words.heavy.isdisjoint(line.words)

    def lend(self, line: Line, found: Found) -> None:
        """Takes in that they are laid at the door of whom another sentence tells."""
        if not is_of_one_told(line, found, self._words, self._sentences):
            self.lent.add(found.count)

    def pass_on(self, sentence: Sentence, found: Found) -> None:
        """Takes in that those counted next in the sentence stand beside these."""
        self._last = (sentence, found)

    def refuse(self, count: Count) -> None:
        """Those counted are nobody's after all: they fell elsewhere, or on another day."""
        self.made[count] = None
        self._nobodys.pop(count, None)

    # what is asked of them

    def again(self, found: Found) -> str | None:
        """Who made as many of whom the same is told."""
        return self._made_of.get((found.effect, found.count.numeral.value or found.count.numeral.magnitude or 0))

    def are_own(self, count: Count) -> bool:
        """Whether those counted are the author's: attackers who fell, or soldiers of the state that he serves."""
        if any(self.are_fighters(count, name) for name in self._authors.struck):
            return True
        return count in self._their_own or self._authors.is_of(self._people.get(count, frozenset()))

    def striker_of(self, count: Count, land: str | None, *, fought: bool) -> str | None:
        """Who alone strikes in the whole article, for victims of nobody in a land that is not his; in one that tells of fighting, of
        those whom a strike has killed. For soldiers whose side is told, the only other side that is."""
        struck = self._nobodys.get(count, False) or not fought
        if count in self._nobodys and struck and (only := self._authors.only_striker(land)) is not None:
            return only
        if count not in self._lost:
            return None
        line, lost_by = self._lost[count]
        return self._authors.beat(line, count, lost_by) or self._beside.get(count)

    def are_theirs(self, parties: Parties, found: Found, name: str, struck: Set[str | None]) -> bool:
        """Whether those counted are people of the group `name`, or attackers where it `struck` last, and no « by » says otherwise."""
        harm = found.harm
        if is_told_by(parties, found):
            return False
        if harm is not None and harm.side == "right" and harm.bond == "clause" and not harm.blameless:
            killer = subject(parties, harm.group, harm.end - 1)
            if killer is not None and self._authors.name(killer) == name:
                return False  # « les X ont tué six X dissidents »
        deed = parties.of_deed(0)
        attacked = name in struck or (
            deed is not None and self._authors.is_band(deed) and self._authors.name(deed) == name
        )
        if attacked and (self.are_fighters(found.count, name) or are_attackers(parties, found.count)):
            return True
        return are_of(parties, found.count, name)

    def beside(self, line: Line, found: Found) -> Count | None:
        """The count whose doer is theirs as well who are counted beside it, as far as it is known whose victims those are."""
        like = found.like.count if isinstance(found.like, Found) else None
        last = self._last[1].count if self._last is not None and self._last[0] is line.sentence else None
        beside = like or last
        if beside is None or beside not in self.made:
            return None
        if beside in self._their_own:
            # « quatre assaillants ont été tués et deux autres arrêtés », but « et douze autres personnes »
            alike = found.count.kind != "people" or line.fold(found.count.head) == line.fold(beside.head)
            return beside if alike and (like is not None or _are_others(line, found.count)) else None
        if _are_others(line, found.count):
            return beside  # « un soldat a été tué et trois autres ont été blessés »
        # « l'armée a tué 20 rebelles à X et douze à Y »
        told = found.carried and beside not in self.lent and self.made[beside] is not None
        return beside if told else None

    def are_fighters(self, count: Count, author: str | None) -> bool:
        """Whether those counted are fighters of an author."""
        word = self._fighters.get(count, "")
        return author is not None and are_called_own(word, author, self._called, self._opposed, self._words)


def _are_others(line: Line, count: Count) -> bool:
    return not line.lexicon.counted.others.isdisjoint(line.folds[count.first : count.end])
