"""Noted: statements whose source stands behind them in brackets, under the word for it or by its name (« 7 062 réfugiés
(source : HCR) », « 12 morts (OCHA) »)."""

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.noun_phrases import after_connectors
from recoupe.stages.attribute.words.line import Line

_OPENING, _CLOSING = frozenset("(["), frozenset(")]")
_ENDING = frozenset(",;/)]")
_COLON = frozenset(":")
_LONGEST = 16
"""Words of the longest note."""


def noted(line: Line, quotes: Quotes) -> list[Draft]:
    """The acts of the notes in the sentence; each answers for what stands before it, back to the note before."""
    found: list[Draft] = []
    floor = 0
    for at in range(1, line.n - 2):
        if line.folds[at] not in _OPENING:
            continue
        close = next((k for k in range(at, min(at + _LONGEST, line.n)) if line.folds[k] in _CLOSING), None)
        under = line.word_in(at + 1, line.grammar.origins)
        if not under:
            floor = next((k + 1 for k in range(at - 1, floor - 1, -1) if line.folds[k] in _CLOSING), floor)
        if close is None or (close < at + 3 if under else not _names_body(line, floor, at, close)):
            continue
        first = at + 1
        if under:
            first = at + 2 + line.word_in(at + 2, _COLON)
            apart = first > at + 2 or line.capital(first)  # « (source hospitalière) » is the source by itself
            first = first if apart else at + 1
        last = next(k for k in range(first, close + 1) if line.folds[k] in _ENDING or _dated(line, k))
        start = after_connectors(line, floor, at)
        while start < at and not line.is_word(start):
            start += 1
        states = line.counts(start, at) or line.main_verb(start, at) is not None
        if first < last and start < at and states:
            said = stretch(line, quotes, line.tokens[start].start, line.tokens[at - 1].end)
            cue = chars(line, (at + 1, at + 2)) if first > at + 1 else None
            found.append(Draft(line, chars(line, (first, last)), cue, said, "say"))
        floor = close + 1
    return found


def _names_body(line: Line, floor: int, opened: int, close: int) -> bool:
    """Whether the brackets hold the name of a body behind a count of harm, or behind where and when it was, and do not tell of the
    word before them (« les Forces de soutien rapide (FSR) », « à Kidal (Mali) », « deux agents (UNRWA) »)."""
    if not line.counts(floor, opened) or any(
        line.phrase_at(k, line.pack.cues.adpositions) for k in range(floor, opened)
    ):
        return False
    if any(line.word_in(k, line.pack.cue_words) and line.verb_here(k) for k in range(floor, opened)):
        return False  # « La police évoque 45 morts et 3 000 déplacés (OIM) »: of which of the two
    before = opened - 1
    head, start, end = line.tokens[before].end, line.tokens[opened + 1].start, line.tokens[close - 1].end
    placed = line.capital(before) and line.word_in(before - 1, either(line.grammar.to, line.words.circumstance))
    timed = any(last == opened for last in line.time_at.values())
    harmed = line.word_in(before, line.pack.cues.harmed)
    if not (placed or timed or harmed) or any(m.span.end == head for m in line.mentions):
        return False
    named = any(m.span.start == start and m.span.end == end and m.entity.kind == "body" for m in line.mentions)
    return named or (line.capital(opened + 1) and line.human(opened + 1))


def _dated(line: Line, k: int) -> bool:
    """Whether a date or a number begins at token `k`, which the note gives behind its source."""
    return k in line.time_at or line.folds[k][0].isdigit()
