"""Self-claims: groups that say in words of their own that they did what was told: « Nous avons mené cette attaque », « nos
combattants ont attaqué l'hôtel », « nous prenons cette opération à notre compte »."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.words.agents import serves_state
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

_SUBJECT = 3
"""Within how many words before the verb its subject stands."""
_DENIES = frozenset({"deny", "refuse"})


class _Said(NamedTuple):
    start: int
    end: int
    group: Entity


class SelfClaims:
    """What the armed groups of one article say, asked sentence by sentence."""

    def __init__(
        self, annotations: Annotations, attributions: Sequence[Attribution], words: AgentWords, countries: Countries
    ) -> None:
        self._words = words
        groups = [m for m in annotations.mentions if m.entity.kind == "party" and not serves_state(m.entity, countries)]
        starts = [m.span.start for m in groups]

        def group_of(attribution: Attribution) -> Entity | None:
            """The group that speaks, or whose spokesman does."""
            entity, source = attribution.entity, attribution.source
            if entity is not None and entity.kind == "party":
                return entity if not serves_state(entity, countries) else None
            if source is None:
                return None
            at = bisect_left(starts, source.start)
            return groups[at].entity if at < len(groups) and groups[at].span.start < source.end else None

        said = ((a, group_of(a)) for a in attributions if a.stance not in _DENIES and not a.negated)
        groups_said = [_Said(a.content.start, a.content.end, group) for a, group in said if group is not None]
        self._said = sorted(groups_said, key=lambda one: (one.start, one.end))  # two groups may say the same words
        self._starts = [s.start for s in self._said]

    def author(self, line: Line) -> Entity | None:
        """The group that says in the sentence, in the first person, that it did a deed; None where none does."""
        if not self._said or either(self._words.we, self._words.own).isdisjoint(line.words):
            return None
        at = max(0, bisect_left(self._starts, line.sentence.start + 1) - 1)
        for said in self._said[at:]:
            if said.start >= line.sentence.end:
                return None
            if said.end > line.sentence.start and self._owns_up(line, said):
                return said.group
        return None

    def _owns_up(self, line: Line, said: _Said) -> bool:
        words = self._words
        inside = range(line.first_at(max(said.start, line.sentence.start)), line.first_at(said.end))
        for at in inside:
            if words.own_account.at(line.folds, at):
                return True
            if line.folds[at] not in words.attacking and line.folds[at] not in words.claiming:
                continue
            group = group_before(line, at)
            subject = range(max(inside.start, group.first - _SUBJECT), group.first + 1)
            ours = not words.we.isdisjoint(line.folds[i] for i in subject)
            # « que ses combattants avaient attaqué l'hôtel », but not « la junte et ses mercenaires ont attaqué »
            ours = ours or any(
                line.folds[i] in words.own
                and line.fold(i + 1) in words.hands
                and line.fold(i - 1) not in line.lexicon.words.coordinators
                for i in subject
            )
            if ours and group.perfect and not group.negated:
                return True
        return False
