"""First reading: who said what, and how many, sentence by sentence, in a language whose pack is only begun.

Only a few constructions of each language are read; a number of people or a cue that stands in another becomes an Issue.
"""

from collections.abc import Iterator, Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.first import FirstWords
from recoupe.model.annotation import Mention
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.first.attributions import attributions
from recoupe.stages.first.claims import claims
from recoupe.stages.first.counts import counts
from recoupe.stages.first.days import days, taken
from recoupe.stages.first.figures import Seen, figures
from recoupe.stages.first.lines import Line, lines
from recoupe.stages.first.numbers import numbers
from recoupe.stages.first.phrases import pairs
from recoupe.stages.first.reports import Reports
from recoupe.stages.first.spots import Spots
from recoupe.stages.first.voices import Voices
from recoupe.text import unmixed

_LONGEST = 800
"""Words of a sentence, at most: what is longer is a list or a page that lost its marks, and takes too long to read."""

__all__ = ["first_reading", "persons_named"]


def first_reading(
    document: Document, words: FirstWords, world: Gazetteers
) -> tuple[tuple[Attribution, ...], tuple[Figure, ...], tuple[Claim, ...], tuple[Issue, ...]]:
    """The records of one Document, each kind in reading order; offsets are into `document.text`."""
    every = lines(document, words)
    found = _short(every)
    text = unmixed(document.text)
    spots = Spots(text, found, words, world)
    reports = Reports(text, Voices(document, text, found, words, world, spots))
    told = [(line, *reports.of(line)) for line in found]
    said, unheard = attributions(document, told)
    seen = []
    for line, _, missed in told:
        dates = days(line, document.published, words)
        read = pairs(line, numbers(line, words, frozenset(taken(dates))))
        seen.append(Seen(line, counts(line, read, words), dates, spots.of(line), tuple(missed)))
    counted, uncounted = figures(document, seen, said)
    return said, counted, claims(document, found, said, counted), (*unheard, *uncounted, *_unread(document, every))


def persons_named(document: Document, words: FirstWords, world: Gazetteers) -> tuple[Mention, ...]:
    """The persons whom the text names with two words or more, whether they speak or not, in reading order."""
    found = _short(lines(document, words))
    text = unmixed(document.text)
    voices = Voices(document, text, found, words, world, Spots(text, found, words, world))
    return tuple(mention for line in found for mention in voices.persons(line))


def _short(found: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(line for line in found if len(line.words) <= _LONGEST)


def _unread(document: Document, found: Sequence[Line]) -> Iterator[Issue]:
    """An Issue for each sentence that is too long, at its first words."""
    for line in found:
        if len(line.words) > _LONGEST:
            span = Span.cut(document.text, line.start, line.spans[9][1])
            reason = f"« {span.text} … »: the sentence is too long to be read"
            yield Issue("number", reason, document.path, document.id, span)
