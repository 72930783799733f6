"""The fields of a credit line or byline: « Par Awa Diallo | Publié le 3 mars », « Source : AFP. Traduction : … »."""

import re
from collections.abc import Iterator

from recoupe.languages.page import Page
from recoupe.stages.acquire.dates import find_dates, has_time, leftover
from recoupe.stages.acquire.furniture import is_counter
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import is_agency, is_name, medium
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person, signers
from recoupe.stages.acquire.writers import unlabelled

_MARKS = re.compile(r"\s*[|•·]\s*|\s+[-–—]\s+|\s+/\s+|;\s+|\t+|\s{3,}|(?<=[\w»)\]])\.\s+(?=\S)|,\s+")
_WEAK = frozenset({".", "-", "–", "—", "/", ","})
_DIGIT = re.compile(r"\d")
_WORD_START = re.compile(r"(?<=\s)\w")
_FRESH = re.compile(r"(?<![^\W_])[^ ]")
"""Where a word or a mark begins."""
_NEAR = 40


def cut_fields(sheet: Sheet, line: Line) -> Iterator[tuple[int, int]]:
    """The stretches of the line that are fields.

    Bars cut always; a comma, a full stop, a dash or nothing at all only where a date ends or a new label begins.
    """
    start = line.start
    for match in _MARKS.finditer(sheet.text, line.start, line.end):
        mark = match.group().strip()
        if mark in _WEAK and not _is_border(sheet, line, start, match.start(), match.end(), mark):
            continue
        yield from _cut_behind_date(sheet, line, start, match.start())
        start = match.end()
    end = line.end if _ends_in_initial(line.text) else sheet.before(start, line.end, ".;,")
    yield from _cut_behind_date(sheet, line, start, end)


def is_date(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the field is a date or a time of publication, with the words and the place that go with it."""
    key = sheet.key[start:end]
    if _DIGIT.search(key) is None or not (find_dates(key, sheet.page) or has_time(key)):
        return False
    left = leftover(_without_labels(sheet, key), sheet.page)
    if not left or is_counter(left, sheet.page) or _is_idle(left, sheet.page):
        return True
    return bool(find_dates(key, sheet.page)) and _is_place(left, sheet, start, end)


def _is_idle(left: str, page: Page) -> bool:
    """Whether the words beside a date are its own parts again (« 6 15 /09 /septembre /2018 »), or buttons and counters (« Lu : 61 |
    Version imprimable »)."""
    words = left.split()
    if len(words) > 1 and all(word.isdigit() or word in page.months for word in words):
        return True
    at = 0
    while at < len(left) and (end := page.lines.end(left, at)) is not None:
        at = end + len(left[end:]) - len(left[end:].lstrip())
    return at >= len(left)


def _is_place(left: str, sheet: Sheet, start: int, end: int) -> bool:
    """« Bamako, le 3 mars 2021 »: what is left is a name."""
    if left.partition(" ")[0] in sheet.page.happenings:
        return False  # « Attentats du 13 novembre 2015 »
    at = sheet.key.find(left, start, end)
    return len(left) <= 30 and at >= 0 and is_name(sheet.text[at : at + len(left)], sheet.page)


def _without_labels(sheet: Sheet, key: str) -> str:
    """The key without « publié », « mis à jour » and the like, wherever they stand."""
    page = sheet.page
    at = 0
    kept: list[str] = []
    while (fresh := _FRESH.search(key, at)) is not None:
        start = fresh.start()
        said = page.updated.end(key, start) or page.published.end(key, start)
        kept.append(key[at:start] + (" " if said is not None else key[start]))
        at = start + 1 if said is None else said
    return "".join(kept) + key[at:]


def _is_border(sheet: Sheet, line: Line, start: int, before: int, after: int, mark: str) -> bool:
    page = sheet.page
    if mark == ",":
        if is_date(sheet, start, before) and medium(sheet.text[after : line.end]) is not None:
            return True  # « 03.03.2021, RFI »
        if is_date(sheet, after, line.end) and medium(sheet.text[start:before]) is not None:
            return True
        return any(sheet.said(label, after, line.end) for label in (page.by, page.published, page.updated))
    labels = (page.source, page.translator, page.original, page.photo, page.by)
    if sheet.is_labelled(after) and any(sheet.said(label, after, line.end) for label in labels):
        return True
    if is_date(sheet, start, before):
        return True
    if mark == ".":
        return False
    if sheet.said(page.published, after, line.end) or sheet.said(page.updated, after, line.end):
        return True
    if page.lines.whole(sheet.key[after : line.end]):
        return True  # « AFP - il y a 3 heures »
    near = sheet.key[max(start, before - _NEAR) : before], sheet.key[after : min(after + _NEAR, line.end)]
    return any(find_dates(key, page) for key in near) or has_time(near[0][-12:])


def _cut_behind_date(sheet: Sheet, line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """« Publié le 3 mars 2021 par Awa Diallo »: two fields without a mark between them."""
    if 12 < end - start < 120 and _DIGIT.search(sheet.key, start, end) and not sheet.said(sheet.page.by, start, end):
        for match in _WORD_START.finditer(sheet.key, start, end):
            if sheet.said(sheet.page.by, match.start(), end) and is_date(sheet, start, match.start()):
                yield start, sheet.before(start, match.start())
                start = match.start()
                break
    if (fresh := _dated_behind(sheet, line, start, end)) is not None:
        yield start, sheet.before(start, fresh, ",-–—|")
        start = fresh
    if start < end:
        yield start, end


def _dated_behind(sheet: Sheet, line: Line, start: int, end: int) -> int | None:
    """Where the date begins behind an agency or a person, with no mark between them: « AFP | 3 mars 2021 », « LeSud.fr avec AFP | Publié
    le 3 mars 2021 »."""
    day = next(iter(find_dates(sheet.key, sheet.page, start, end)), None)
    if day is None or day.start == start or not is_date(sheet, day.start, end):
        return None
    page = sheet.page
    fresh = day.start
    for match in _WORD_START.finditer(sheet.text, start, day.start):
        words = _without_labels(sheet, sheet.key[match.start() : day.start]).split()
        if all(word.strip(":,.") in page.joints or word in page.weekdays for word in words):
            fresh = match.start()
            break
    last = sheet.before(start, fresh, " ,-–—|")
    credits = unlabelled(sheet, line, start, last) if start < last else ()
    certain = any(c.kind == "source" and is_agency(c.name) for c in credits) or is_person(sheet.text[start:last], page)
    return fresh if certain or len(signers(sheet, start, last)) > 0 else None


def _ends_in_initial(text: str) -> bool:
    """« R. N. », whose full stop is the name's."""
    return text[-1] == "." and len(text) > 1 and text[-2].isupper() and (len(text) == 2 or not text[-3].isalnum())
