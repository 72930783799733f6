"""Cue stretches: the words in front of a cue, and behind it, among which who speaks may be named."""

from collections.abc import Sequence

from recoupe.languages.relay_words import Hit
from recoupe.stages.derive.profile import Passage

_LONGEST_SOURCE = 18
_LONGEST_APPOSED = 8


def clause_ends(text: str, passage: Passage) -> frozenset[int]:
    """Words before which a mark stands that ends a clause."""
    found = {0}
    for n in range(1, len(passage.words)):
        between = text[passage.ends[n - 1] : passage.starts[n]]
        if any(c in between for c in ',;:()«»"“”—–،؛') or " - " in between:
            found.add(n)
    return frozenset(found)


def behind_cue(at: int, plain: Sequence[str], hits: Sequence[Hit], ends: frozenset[int]) -> tuple[int, int]:
    """The words from `at` on, behind the cue: a pronoun alone, or all up to a mark, another cue or a word that stops."""
    stops = {h.first for h in hits if h.kind == "stop"} | {h.first for h in hits if h.kind == "cue"}
    if any(h.kind == "pronoun" and h.first == at for h in hits):
        return at, min(h.last for h in hits if h.kind == "pronoun" and h.first == at)
    last = at
    while (
        last < len(plain) and last - at < _LONGEST_SOURCE and (last == at or (last not in ends and last not in stops))
    ):
        last += 1
    return at, last


def ahead_of_cue(at: int, plain: Sequence[str], hits: Sequence[Hit], ends: frozenset[int]) -> tuple[int, int]:
    """The words before `at`, in front of the cue, back to the mark before them or to « that »."""
    stops = {h.last for h in hits if h.kind == "stop" and h.value == "that"}
    first = at
    # « A resident, John Doe, said »: the name may stand between commas.
    marks = 2 if at in ends else 0
    while first > 0 and at - first < _LONGEST_SOURCE and first not in stops and (first not in ends or marks > 0):
        marks -= first in ends
        first -= 1
    return (first, at) if at not in ends or at - first <= _LONGEST_APPOSED else (at, at)
