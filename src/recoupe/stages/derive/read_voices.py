"""Read voices: the voices of a passage whose Document was read in full, each from an Attribution."""

import re
from collections.abc import Iterator, Sequence

from recoupe.languages.relay_words import RelayWords, words_of_names
from recoupe.model.attribution import Attribution
from recoupe.stages.derive.marks import Voice
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Passage
from recoupe.text import one_script

_WORD = re.compile(r"[^\W_]+")


def stands_in(attribution: Attribution, passage: Passage) -> bool:
    """Whether the cue stands in the passage; where there is none, the source."""
    at = attribution.cue or attribution.source
    return at is not None and passage.start <= at.start < passage.end


def read_voice(attribution: Attribution, passage: Passage, plain: Sequence[str], words: RelayWords) -> Voice:
    """The voice of an Attribution that stands in the passage."""
    parts = [span for span in (attribution.cue, attribution.source) if span]
    inside = [s for s in parts if passage.start <= s.start < passage.end]
    start, end = min(s.start for s in inside), max(s.end for s in inside)
    if end - start > sum(s.end - s.start for s in inside) + 40:  # cue and source with the content between them
        start, end = min((s.start, s.end) for s in inside)
    entity = attribution.entity
    resolved = [entity.name, entity.name_fr or ""] if entity and entity.kind != "unnamed" else []
    text = " ".join([*resolved, attribution.role or "", attribution.organisation or "", *_source(attribution)])
    folded = [words.plainly(word) for word in _split(text)]
    source = [
        plain[n]
        for n in range(len(plain))
        if attribution.source and attribution.source.holds(passage.starts[n], passage.ends[n])
    ]
    kinds = {h.value for h in words.hits(folded) if h.kind == "source"}
    if resolved:
        kinds |= {h.value for h in words_of_names().hits(_split(resolved[0])) if h.kind == "source"}
    names = name_skeletons(" ".join((*resolved, *_capitals(attribution))))
    pronoun = len(source) <= 3 and any(h.kind == "pronoun" for h in words.hits(source))
    person = name_skeletons(entity.name) if entity and entity.kind == "person" and not pronoun else frozenset()
    vague = (not names and not kinds) or (pronoun and not resolved)
    return Voice(start, end, names, frozenset(kinds), vague, person)


def _split(text: str) -> list[str]:
    return _WORD.findall(one_script(text))


def _source(attribution: Attribution) -> tuple[str, ...]:
    return (attribution.source.text,) if attribution.source else ()


def _capitals(attribution: Attribution) -> Iterator[str]:
    for text in _source(attribution):
        yield from (word for word in text.split() if word[:1].isupper())
