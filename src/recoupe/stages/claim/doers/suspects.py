"""Suspects: whom a sentence names as the author of the deed told, and where one word stands against another."""

from collections.abc import Sequence, Set

from recoupe.gazetteers import Gazetteers
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Annotations, Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.charges import accused, laid_at_door, membership, owner, responsible
from recoupe.stages.claim.doers.implied_doers import aggressor, hallmark
from recoupe.stages.claim.doers.owning_up import owns_up
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.self_claims import SelfClaims
from recoupe.stages.claim.words.agents import serves_state
from recoupe.stages.claim.words.line import Line

_NOBODY = "nobody"
"""Who was taken for the author of a disputed deed of which nobody was."""


class Suspects:
    """Questions to the sentences of one article; it remembers who was accused last."""

    def __init__(
        self,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        words: AgentWords,
        gazetteers: Gazetteers,
        authors: Authors,
        loose: Set[str],
    ) -> None:
        self._words, self._countries, self._authors, self._loose = words, gazetteers.countries, authors, loose
        self._inverted = [a.cue for a in attributions if a.cue and a.source and a.source.start >= a.cue.end]
        """The cues with who speaks behind them."""
        self._claims = SelfClaims(annotations, attributions, words, gazetteers.countries)
        self._charged: str | None = None
        """Who is only accused of the deed."""

    def disputed(self, parties: Parties) -> str | None:
        """Whose guilt is now one word against another: accused before, he accuses the other side, or the two each other.

        `_NOBODY` where no one was taken for the author yet; None where nothing is disputed.
        """
        if self._authors.last is not None and self._authors.last != self._charged:
            return None
        charged = {self._authors.name(entity) for entity in accused(parties, self._inverted)}
        both = len(charged) > 1 or self._words.mutual.stand_in(parties.line.folds)
        if both or (charged and self._charged is not None and charged != {self._charged}):
            return self._charged or _NOBODY
        return None

    def blamed(self, parties: Parties) -> Entity | None:
        """At whose door a sentence lays the event told before."""
        return laid_at_door(parties) or hallmark(parties) or self._responsible(parties)

    def _responsible(self, parties: Parties) -> Entity | None:
        """Who owns up to the event told before, or is accused of it, where nobody else is named as its author."""
        if self._authors.last is not None and self._authors.last not in self._loose:
            return None
        if parties.line.sentence.kind == "title":
            blamed = accused(parties)
            own = owner(parties) or owns_up(parties)
            return blamed[0] if len(blamed) == 1 and not parties.denies else own
        # the accused may deny it in the same breath
        charged = accused(parties, self._inverted)
        if charged:
            self._charged = self._authors.name(charged[0])
            return charged[0]
        own = self._claims.author(parties.line)
        return own or responsible(parties) or membership(parties) or owner(parties) or owns_up(parties)

    def told(self, parties: Parties) -> Entity | None:
        """The author of an attack told as done; None when it is only supposed or reported with reserve."""
        author = parties.of_deed(0)
        if author is not None and but_for(self._words.deeds, self._words.means).isdisjoint(parties.line.words):
            author = self._struck_with(author, parties)
        if author is None and parties.named:
            author = parties.attacker() or aggressor(parties)
            if author is not None and self._authors.last is not None and not self._authors.is_other_army(author):
                author = None
        if author is not None and _is_doubted(parties.line):
            author = None
        return author

    def _struck_with(self, owner: Entity, parties: Parties) -> Entity | None:
        """Who struck, where a sentence names only the planes or guns of `owner`, which may have come to help.

        « X a attaqué la ville, avant que l'aviation n'intervienne »; None where the attack of a group is told already.
        """
        attacker = parties.attacker()
        if attacker is None and self._authors.is_group and serves_state(owner, self._countries):
            return None
        return attacker or owner


def _is_doubted(line: Line) -> bool:
    """Whether the sentence reports with reserve, or reports a denial."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    if not figures.conditions.isdisjoint(line.words) and any(
        f in figures.conditions and line.fold(i + 1) in line.lexicon.words.openers for i, f in enumerate(line.folds)
    ):
        return True  # « on ignore si le raid est celui de X ou de Y »
    doubts = either(figures.deny, figures.dispute, figures.doubt)
    return any(
        form.mood == "conditional" or lemma in doubts
        for index in range(line.end)
        if line.finite(index) or verbs.is_auxiliary(line.fold(index - 1))
        for lemma, form in verbs.analyses(line.folds[index])
        if form.person == 3 or form.mood == "participle"
    )
