"""Cued voices: those that the cues of a language point to, in a passage whose Document was not read in full."""

from collections.abc import Iterator, Sequence

from recoupe.languages.relay_words import Hit, RelayWords
from recoupe.stages.derive.cue_stretches import ahead_of_cue, behind_cue, clause_ends
from recoupe.stages.derive.marks import Voice
from recoupe.stages.derive.name_skeletons import name_skeleton, name_skeletons
from recoupe.stages.derive.profile import Passage

_ENOUGH = 0.5
"""What makes a stretch a source: one word for a voice, a pronoun alone, or a name."""


def cued_voices(
    text: str, passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]
) -> Iterator[Voice]:
    """The voices that cues of the language point to: of a verb the source is in front or behind, whichever looks like one."""
    hedged = {n for h in hits if h.kind == "hedge" and h.value == "hedge" for n in range(h.first, h.last)}
    cues = [h for h in hits if h.kind == "cue" and h.first not in hedged]
    ends = clause_ends(text, passage)
    used: set[int] = set()
    for cue in sorted(cues, key=lambda c: (c.value != "none", c.value != "before", c.first)):
        if any(n in used for n in range(cue.first, cue.last)):
            continue
        if cue.value == "none":
            used.update(range(cue.first, cue.last))
            continue
        behind = behind_cue(cue.last, plain, hits, ends)
        if cue.value == "before":
            stretch = behind
        else:
            ahead = ahead_of_cue(cue.first, plain, hits, ends)
            # What stands in front is who speaks, if it can be: behind may stand who is told. After a comma it is turned.
            order = ((behind, False), (ahead, True)) if cue.first in ends else ((ahead, True), (behind, False))
            fit = (s for s, front in order if _worth(s, text, passage, hits, in_front=front) > _ENOUGH)
            stretch = next((s for s in fit if not used & set(range(*s))), (0, 0))
        if stretch[0] >= stretch[1]:
            continue
        used.update(range(*stretch))
        used.update(range(cue.first, cue.last))
        inside = [h for h in hits if stretch[0] <= h.first and h.last <= stretch[1]]
        kinds = frozenset(h.value for h in inside if h.kind == "source")
        names = frozenset(filter(None, (name_skeleton(w) for w in _written(text, passage, stretch))))
        first, last = min(stretch[0], cue.first), max(stretch[1], cue.last)
        # Where no capital tells a name, any word may be one, and none is for sure.
        told = any(text[passage.starts[n]].isupper() for n in range(*stretch))
        vague = not kinds and not (names and told)
        person = _person(text, passage, stretch, inside) if told else frozenset()
        yield Voice(passage.starts[first], passage.ends[last - 1], names, kinds, vague, person)


def _written(text: str, passage: Passage, stretch: tuple[int, int]) -> Iterator[str]:
    """The words of a stretch that may be names: with a capital, or in a script that has none."""
    for n in range(*stretch):
        letter = text[passage.starts[n]]
        if letter.isupper() or not letter.islower():
            yield passage.words[n]


def _person(text: str, passage: Passage, stretch: tuple[int, int], inside: Sequence[Hit]) -> frozenset[str]:
    """Two words with capitals side by side that say no office and no body: a first name and a last name."""
    office = {n for h in inside if h.kind == "source" for n in range(h.first, h.last)}
    names = [n for n in range(*stretch) if n not in office and text[passage.starts[n]].isupper()]
    for n in names:
        if n + 1 in names and text[passage.ends[n] : passage.starts[n + 1]] == " ":
            return name_skeletons(text[passage.starts[n] : passage.ends[n + 1]])
    return frozenset()


def _worth(stretch: tuple[int, int], text: str, passage: Passage, hits: Sequence[Hit], *, in_front: bool) -> float:
    """How much a stretch of words looks like a source."""
    first, last = stretch
    if first >= last:
        return 0.0
    inside = [h for h in hits if first <= h.first and h.last <= last]
    near = [h for h in inside if (last - h.last if in_front else h.first - first) <= 4]
    kinds = 2.0 * any(h.kind == "source" for h in near)
    pronoun = 1.5 * any(h.kind == "pronoun" and last - first <= 3 for h in inside)
    named = 1.0 * any(text[passage.starts[n]].isupper() for n in range(max(first, 1), last))
    # « …, a lawyer said. »: nothing else can stand there.
    alone = 1.0 * (in_front and last - first <= 6 and first > 0 and last + 1 == len(passage.words))
    return kinds + pronoun + named + alone - (last - first) / 50
