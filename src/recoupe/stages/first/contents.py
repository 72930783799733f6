"""Contents: what one is said to have said: without its quotation marks, and without what another says on from there."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from recoupe.model.attribution import Form, Stance
from recoupe.stages.first.lines import Line
from recoupe.stages.first.speaker import Speaker

QUOTES = {"«": "»", "“": "”", "„": "“", '"': '"'}


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting act; `start` and `end` are the content's offsets."""

    cue: tuple[int, int] | None
    """Offsets of the words that mark it."""
    speaker: Speaker
    carried: bool
    """Whether no word of the sentence names the speaker."""
    start: int
    end: int
    form: Form
    stance: Stance
    inside: tuple[int, int] | None = None
    """The cue of the report whose words this one stands on, where both have one content."""
    breaks: int | None = None
    """Where the words begin that join this one to what was said before (« , и заявил »)."""


@dataclass(frozen=True, slots=True)
class Unheard:
    """A cue, by its offsets, whose source or content was not found."""

    start: int
    end: int
    reason: str
    near: bool = False
    """Whether it bears only on what stands with it in one clause."""


def quoted(text: str, line: Line, start: int, end: int) -> tuple[int, int, Form]:
    """The content without the pair of quotation marks that encloses it, and whether it is quoted."""
    while start > line.start and text[start - 1] in QUOTES:
        start -= 1
    while end < line.end and text[end] in QUOTES.values():
        end += 1
    inside = text[start:end]
    opening = inside[:1]
    closing = QUOTES.get(opening)
    if closing is not None and text[line.start : start].rstrip().endswith(":"):
        stop = inside.find(closing, 1)
        if stop > 0 and opening not in inside[1:stop]:  # « … заявил: «…», но … »
            return start + 1, start + stop, "direct"
    if (
        closing is not None
        and inside.rstrip(" ,.!?…").endswith(closing)
        and inside[1:].rstrip(" ,.").find(closing) == len(inside[1:].rstrip(" ,.")) - 1
    ):
        return start + 1, start + len(inside.rstrip(" ,.!?…")) - 1, "direct"
    for mark, other in QUOTES.items():
        if mark != other and inside.count(mark) != inside.count(other):
            start += opening == mark
            end -= inside[-1:] == other
    mixed = any(mark in inside and " " in inside.split(mark, 1)[1].split(other, 1)[0] for mark, other in QUOTES.items())
    return start, end, "mixed" if mixed and _long_quote(inside) else "indirect"


def _long_quote(inside: str) -> bool:
    """Whether some words are quoted; a name between quotation marks is none."""
    return any(len(words.split()) > 3 for words in re.findall(r"[«“„\"]([^«»“”„\"]+)[»”“\"]", inside))


def cut(found: Sequence[Report], text: str) -> list[Report]:
    """The reports, each content cut where a later one of the sentence says what came before it, or speaks on its own."""
    kept: list[Report] = []
    for report in found:
        end = report.end
        for other in found:
            if other is report or other.cue is None or report.cue is None:
                continue
            tells_back = (
                other.end <= other.cue[0] and report.start < other.cue[0] < end and report.cue[0] < other.cue[0]
            )
            speaks_on = other.breaks is not None and report.start < other.breaks < end and report.cue[0] < other.cue[0]
            if tells_back:
                end = min(end, other.end)
            elif speaks_on and other.breaks is not None:
                end = min(end, other.breaks)
        kept.append(replace(report, end=_trimmed(text, report.start, end)) if report.start < end else report)
    return kept


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without the marks and spaces in front of it."""
    return start + len(text[start:end].rstrip(" ,;:—–-،؛\n")) or end
