"""Marking: the marks of every passage of a Document.

A Document that was read in full gives its figures and attributions; what it does not give, and the others, is read from
the language's relay words.
"""

from collections.abc import Sequence

from recoupe.gazetteers.places import Places
from recoupe.languages.relay_words import FAMILIES, Hit, RelayWords, relay_words
from recoupe.stages.derive.counts import counts
from recoupe.stages.derive.cued_voices import cued_voices
from recoupe.stages.derive.days import days_named
from recoupe.stages.derive.marks import Hedge, Marks, Term
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Passage, Profile
from recoupe.stages.derive.read_voices import read_voice, stands_in
from recoupe.stages.derive.spots import spots


def marks(profile: Profile, known: Places) -> tuple[Marks, ...]:
    """The marks of every passage of `profile`; empty ones in a language without relay words."""
    words = relay_words(profile.document.language)
    if words is None:
        return tuple(Marks() for _ in profile.passages)
    reading = profile.reading
    # A document that was read in full has claims; one of a language that is not read has none of anything.
    read = bool(reading.claims or reading.figures or reading.attributions)
    return tuple(_marks(profile, passage, words, read, known) for passage in profile.passages)


def _marks(profile: Profile, passage: Passage, words: RelayWords, read: bool, known: Places) -> Marks:
    plain = [words.plainly(word) for word in passage.words]
    hits = words.hits(plain)
    days, taken = days_named(profile, passage, plain, words, hits)
    figures = [f for f in profile.reading.figures if passage.start <= f.span.start < passage.end]
    said = [a for a in profile.reading.attributions if stands_in(a, passage)]
    voices = (
        tuple(read_voice(a, passage, plain, words) for a in said)
        if read
        else tuple(cued_voices(profile.document.text, passage, plain, words, hits))
    )
    hedged = [
        Hedge(passage.starts[h.first], passage.ends[h.last - 1], h.value.endswith("weak"))
        for h in hits
        if h.kind == "hedge" and not _is_future(h, plain, words) and h.first not in taken
    ]
    # English "May" is a month or a minister.
    hedged = [h for h in hedged if h.start == passage.start or not profile.document.text[h.start].isupper()]
    cues = 0 if read else sum(h.kind == "cue" and h.value != "none" for h in hits)
    return Marks(
        counts=tuple(counts(passage, plain, words, hits, figures, taken, profile.document.text)),
        voices=voices,
        days=tuple(days),
        places=tuple(spots(profile.document.text, passage, words, voices, taken, known)),
        terms=tuple(
            Term(passage.starts[h.first], passage.ends[h.last - 1], h.kind, h.value) for h in hits if h.kind in FAMILIES
        ),
        hedges=tuple(hedged),
        unclaimed=max(0, cues - len(voices)),
        kinds=frozenset(h.value for h in hits if h.kind == "source"),
        names=name_skeletons(profile.document.text[passage.start : passage.end]),
        unverified=tuple((passage.starts[h.first], passage.ends[h.last - 1]) for h in hits if h.kind == "unverified"),
    )


def _is_future(hit: Hit, plain: Sequence[str], words: RelayWords) -> bool:
    """Whether a conditional only says what was to come: « il a promis que l'enquête serait ouverte »."""
    return hit.value.startswith("conditional") and any(
        word in words.unhedged_after for word in plain[max(0, hit.first - 8) : hit.first]
    )
