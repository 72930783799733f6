"""Following: the words that name who speaks, after an inverted verb or an adposition (token indexes)."""

from collections.abc import Container

from recoupe.stages.attribute.phrases.appositions import apposed
from recoupe.stages.attribute.phrases.beside_them import another_of_them, goes_on_listing
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.phrase_ends import ends_phrase
from recoupe.stages.attribute.phrases.to_source import to_source
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, DASHES, OPENING

_LONGEST = 80
"""Words of the longest phrase that names who speaks, appositions and relative clauses included; it also bounds the cost of
endless sentences."""
_BRACKETED, _QUOTED, _QUOTED_AT = 9, 15, 12
"""Words of the longest brackets and quotation marks inside such a phrase, and up to these."""
_ENDS = frozenset((".", ";", ":", "!", "?", "…", ")", "]"))


def following(line: Line, start: int, floor_end: int | None = None) -> Stretch | None:
    """The noun phrase after an inverted verb or « selon », from token `start`: with its appositions and relative
    clauses."""
    end = min(line.n if floor_end is None else floor_end, start + _LONGEST)
    first = to_source(line, start, end)
    if first >= end:
        return None
    if line.folds[first] in line.words.stressed or line.folds[first] in line.words.speakers:
        return first, _past_name(line, first + 1, end)
    k = first
    while k < end and (after := _goes_on(line, k, first, start, end)) is not None:
        k = after
    while k > first and not line.is_word(k - 1) and line.folds[k - 1] not in (")", "]", *CLOSING):
        k -= 1
    return (first, k) if k > first else None


def _goes_on(line: Line, k: int, first: int, start: int, end: int) -> int | None:
    """The index to which the noun phrase that begins at `first` goes on from `k`; None where it ends there."""
    fold = line.folds[k]
    if fold == "(":
        # an acronym or a note on the name; a long aside ends the phrase
        return _past_close(line, k, (")",), min(end, k + _BRACKETED))
    if fold in OPENING:
        return _past_close(line, k, CLOSING, min(end, k + _QUOTED)) if k - first <= _QUOTED_AT else None
    if fold in _ENDS or fold in CLOSING:
        return k + 1 if fold == "." and k + 1 < end and _is_abbreviated(line, k, first) else None
    if fold == ",":
        goes_on = (
            apposed(line, k, first, end) or another_of_them(line, k, start, end) or goes_on_listing(line, k, first, end)
        )
    elif fold in DASHES and k > first:
        goes_on = k + 1 < end and line.folds[k + 1] in line.words.openers
    else:
        goes_on = k == first or not ends_phrase(line, k, first)
    return k + 1 if goes_on else None


def _past_close(line: Line, k: int, marks: Container[str], end: int) -> int | None:
    """The index behind the mark that closes what opens at `k`; None where none stands before `end`."""
    return next((m + 1 for m in range(k, end) if line.folds[m] in marks), None)


def _is_abbreviated(line: Line, k: int, first: int) -> bool:
    """Whether the full stop at `k` is that of an initial or of a word cut short (« A. K. », « M. »)."""
    if k > first and len(line.folds[k - 1]) == 1 and line.capital(k - 1):
        return True
    return k > 0 and line.folds[k - 1] in line.pack.traits.abbreviations


def _past_name(line: Line, comma: int, end: int) -> int:
    """The index after the name apposed to a pronoun that points back (« celui-ci, Untel, »); `comma` where there is none."""
    pronoun = line.pack.voices.pronouns.get(line.folds[comma - 1])
    if pronoun is None or pronoun.points != "last" or comma + 1 >= end or line.folds[comma] != ",":
        return comma
    start = line.tokens[comma + 1].start
    name = next((m for m in line.mentions if m.span.start == start and m.entity.kind == "person"), None)
    if name is None:
        return comma
    after = line.stop(name.span.end)
    return after if after >= line.n or line.folds[after] in (",", ".") else comma
