"""Pages scraped on to one line: headline, byline, day and article without a break between them, cut apart again."""

import re
from collections.abc import Iterator

from recoupe.stages.acquire.credits import read_line
from recoupe.stages.acquire.dates import TIME, DateRef, find_dates
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import agency, is_agency, medium
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person
from recoupe.stages.acquire.writers import word_starts
from recoupe.text import plain

_REACH = 400
"""Characters in which the day of publication must stand."""
_LONG = 25
"""Words that such a line has at least."""
_HEADLINE = 3
"""Words that stand before the byline at least."""
_BYLINE = 60
"""Characters before the day in which the byline begins."""
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_COUNTED = re.compile(r"[\s\d|•–—]*")
_JOINT = re.compile(r"[\s,|•(–—-]*(?:(?:à|at)\s+)?")
_STOP = re.compile(r"[.!?…»”)]\s+(?=[^\W\d_])")
_SIGNATURE = 40
_OUTLET = 4
"""Words of an outlet's name at most."""


def unsqueezed(sheet: Sheet, lines: list[Line]) -> list[Line]:
    """The lines, the first long one cut into headline, byline, day and article where « publié le » and a day stand in it."""
    at = next((i for i, line in enumerate(lines) if line.words >= _LONG), None)
    if at is None or at > 1:
        return lines
    line = lines[at]
    cuts = _cuts(sheet, line, headless=at > 0)
    if not cuts:
        return lines
    starts, ends = [line.start, *cuts], [*cuts, line.end]
    pieces = [(sheet.after(a, b), sheet.before(a, b, ",|•–—-")) for a, b in zip(starts, ends, strict=True)]
    cut = [Line.cut(sheet.text, sheet.key, a, b, gap=line.gap or n > 0) for n, (a, b) in enumerate(pieces) if a < b]
    return [*lines[:at], *cut, *lines[at + 1 :]]


def _cuts(sheet: Sheet, line: Line, *, headless: bool) -> list[int]:
    """Where the pieces of the line begin behind the headline; none when it is no such line. `headless`: the headline stands above it."""
    for day in find_dates(sheet.key, sheet.page, line.start, min(line.end, line.start + _REACH)):
        stamp = _stamp(sheet, line, day) if day.year is not None else None
        if stamp is None:
            continue
        start, end = stamp
        byline = _byline(sheet, line, start)
        if len(sheet.text[line.start : byline].split()) < _HEADLINE and not (headless and byline == line.start):
            return []
        signed = _signature(sheet, line)
        return [*sorted({byline, start, *_furniture(sheet, end, line.end)}), *([signed] if signed is not None else [])]
    return []


def _stamp(sheet: Sheet, line: Line, day: DateRef) -> tuple[int, int] | None:
    """Where the words of publishing around a day begin and end, hours and the day of a change with them.

    Without « publié » an hour must stand behind the day, and the day be in figures, begin with a capital (« Mardi 3 mars 2021 à 10h12 »)
    or stand behind a byline (« Par Awa Diallo (avec AFP) le 3 mars 2021 à 10h12 »).
    """
    first = max(line.start, day.start - _BYLINE)
    starts = [at for at in word_starts(sheet, first, day.start + 1) if _leads_to(sheet, at, day)]
    start = next((at for at in starts if _says(sheet, at) and sheet.text[at].isupper()), None)
    end, timed = _past_hour(sheet, day.end, line.end)
    if start is None:
        start = starts[0] if starts else day.start
        figures = not any(map(str.isalpha, sheet.text[day.start : day.end]))
        apart = sheet.text[start].isupper() or figures or _byline(sheet, line, start) < start
        if not timed or not apart:
            return None
    end = _past_change(sheet, end, line.end)
    body = sheet.after(end, line.end, "|•–—-.()")
    behind = body < line.end and _author_end(sheet, body, line.end) is not None
    opens = body < line.end and (behind or sheet.text[body].isupper() or not sheet.text[body].isalnum())
    return (start, end) if opens and sheet.text[body] not in ",;:" else None


def _says(sheet: Sheet, at: int) -> bool:
    """Whether « publié » or « mis à jour » begins at `at`."""
    return sheet.page.published.end(sheet.key, at) is not None or sheet.page.updated.end(sheet.key, at) is not None


def _past_change(sheet: Sheet, start: int, end: int) -> int:
    """The index behind « mis à jour le » with its day and hour, where they stand at `start`."""
    joint = _JOINT.match(sheet.text, start, end)
    changed = joint.end() if joint is not None else start
    if sheet.page.updated.end(sheet.key, changed) is None:
        return start
    later = next(iter(find_dates(sheet.key, sheet.page, changed, min(end, changed + _BYLINE))), None)
    return _past_hour(sheet, later.end, end)[0] if later is not None else start


def _leads_to(sheet: Sheet, at: int, day: DateRef) -> bool:
    """Whether nothing but the words of publishing and « le » stands between `at` and the day."""
    page = sheet.page
    said = page.published.end(sheet.key, at) or page.updated.end(sheet.key, at) or at
    words = [word.strip(":,.") for word in sheet.key[min(said, day.start) : day.start].split()]
    return all(word in page.joints or word in page.weekdays or not word for word in words)


def _past_hour(sheet: Sheet, start: int, end: int) -> tuple[int, bool]:
    """The index behind the hour that follows a day, and whether there is one."""
    joint = _JOINT.match(sheet.text, start, end)
    hour = TIME.match(sheet.key, joint.end() if joint is not None else start, end)
    return (hour.end(), True) if hour is not None else (start, False)


def _byline(sheet: Sheet, line: Line, stop: int) -> int:
    """Where the byline before the day begins: a label and all behind it, or an agency and its outlet; `stop` without one."""
    found, most = stop, 0
    for at in word_starts(sheet, max(line.start, stop - _BYLINE), stop):
        start = at - 1 if at > line.start and sheet.text[at - 1] in "(©" else at
        piece = Line.cut(sheet.text, sheet.key, start, sheet.before(start, stop, ",|•–—-"), gap=False)
        if not piece.text:
            continue
        read = read_line(sheet, piece, edge=True)
        credits = read.credits if read is not None else ()
        if credits and sheet.is_labelled(start) and sheet.text[start].isupper():
            return start
        # « RFI Publié le … »: the page names itself
        sources = [credit for credit in credits if credit.kind == "source" and is_agency(credit.name)]
        more = len(sources) > most or (len(sources) == most and sheet.said(sheet.page.bracket, found, stop) is None)
        if sources and more:
            found, most = start, len(sources)
    return _with_outlet(sheet, line.start, found) if found < stop else stop


def _with_outlet(sheet: Sheet, first: int, start: int) -> int:
    """`start`, moved back over the page's own name before « avec »: « |Le Parisien avec AFP »."""
    words = list(re.finditer(r"\S+", sheet.text[first:start]))[-_OUTLET:]
    return next(
        (first + w.start() for w in words if medium(sheet.text[first + w.start() : start].strip()) is not None), start
    )


def _furniture(sheet: Sheet, start: int, end: int) -> Iterator[int]:
    """Where the pieces behind the day begin: buttons and counters, a picture's agency, the agency, and last the article."""
    page = sheet.page
    at = sheet.after(start, end, ",|•–—-.")
    yield at
    signed = _author_end(sheet, at, end)
    if signed is not None:
        yield (at := sheet.after(signed, end))
    while at < end:
        words = [at, *word_starts(sheet, at + 1, min(end, at + _BYLINE))]
        stops = [page.lines.end(sheet.key, at), _agency_end(sheet, at, words[1:5])]
        stop = max((each for each in stops if each is not None), default=None)
        if stop is None or stop >= end:
            return
        counted = _COUNTED.match(sheet.text, stop, end)
        at = counted.end() if counted is not None and sheet.text[stop : stop + 1].isspace() else stop
        yield at


def _author_end(sheet: Sheet, start: int, end: int) -> int | None:
    """Where the author behind « par » ends: a given name and one more, for the article begins with a capital too."""
    said = sheet.said(sheet.page.by, start, end)
    names = (
        [m for m, _ in zip(_WORD.finditer(sheet.text, said, end), range(2), strict=False)] if said is not None else []
    )
    known = len(names) > 1 and plain(names[0].group()) in sheet.page.given and names[1].group()[0].isupper()
    return names[1].end() if known else None


def _agency_end(sheet: Sheet, start: int, words: list[int]) -> int | None:
    """Where the agency at `start` ends, with the word for a picture before it: « Photo AFP | Trois … »; a capital follows."""
    said = sheet.said(sheet.page.photo, start, start + _BYLINE)
    name = sheet.after(said, start + _BYLINE, ":") if said is not None else start
    for stop in words:
        fresh = sheet.text[stop].isupper() and stop > name
        if fresh and agency(sheet.text[name:stop].strip()) is not None and sheet.text[name:stop].strip()[-1].isalpha():
            return sheet.before(start, stop)
    return None


def _signature(sheet: Sheet, line: Line) -> int | None:
    """Where the person who signs, or « Source : », begins behind the last sentence of such a line."""
    for stop in _STOP.finditer(sheet.text, max(line.start, line.end - _SIGNATURE), line.end):
        labelled = sheet.said(sheet.page.source, stop.end(), line.end)
        if is_person(sheet.text[stop.end() : line.end], sheet.page) or (labelled and sheet.text[labelled - 1] == ":"):
            return stop.end()
    return None
