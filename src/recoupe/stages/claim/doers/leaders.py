"""Leaders: forces that a sentence calls after who leads them: « les troupes du général Haftar », « Haftar's forces »."""

from collections.abc import Callable

from recoupe.languages.agents import AgentWords
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.words.line import Line

_NAME = 3
"""How many words a leader's name may have."""
_BETWEEN = 6
"""How many words may stand between the forces and the name: « les forces loyales au maréchal »."""


def led(line: Line, words: AgentWords, led_by: Callable[[str], Entity | None]) -> list[Party]:
    """The parties of a sentence that are named by a word for fighters and their leader."""
    found: list[Party] = []
    for at in line.sentence.not_small:
        entity = led_by(line.folds[at]) if line.sentence.tokens[at].text[0].isupper() else None
        if entity is None:
            continue
        first = at
        while first > max(0, at - _NAME) and line.sentence.tokens[first - 1].text[0].isupper():
            first -= 1
        head = _head(line, first, words)
        if head is not None:
            found.append(Party(head, at + 1, entity))
        elif line.fold(at + 1) in words.genitives and line.fold(at + 2) in words.hands:
            found.append(Party(first, at + 3, entity))
    return found


def _head(line: Line, name: int, words: AgentWords) -> int | None:
    """The word for fighters in front of a name, with only small words between and no verb of their own."""
    for at in range(name - 1, max(-1, name - _BETWEEN - 1), -1):
        if line.folds[at] in words.hands:
            return at if at + 1 < name else None
        if line.stops(at) or not line.sentence.tokens[at].text[0].islower() or line.finite(at):
            return None
    return None
