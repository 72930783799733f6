"""Sources that a text names in brackets or behind its last word: « (avec AFP) », « … a-t-il dit. Reuters »."""

import re
from collections.abc import Iterator
from functools import cache

from recoupe.languages.page import Page
from recoupe.model.document import Credit
from recoupe.stages.acquire.dates import find_dates
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import agency, full_name, medium, name_end
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person
from recoupe.text import plain

_ENDING = re.compile(
    r"(?<=[.!?»”\"…)])\s*(?:[-–—/]\s*)?(\([^()\n]{2,200}\)|[A-ZÀ-Þ][\w-]+(?:[ /-][A-ZÀ-Þ][\w-]+){0,2})\s*\.?$"
)
_PIECE = re.compile(r"[^,;/]+")
_HYPHENED = re.compile(r"[^\s-][^-]*(?<!\s)")
_OWN = re.compile(r"\s*/\s*|\s+[^\W\d_]+\s+(?=\S+$)")
_DASH = re.compile(r"\s+[-–—]\s+")
_WORD_START = re.compile(r"(?<=\s)\w")
_LONGEST_SIGNING = 240
_BRACKETS = 64
"""Characters of brackets that name a source."""
_MANY_WORDS = 8


def closing_credits(sheet: Sheet, line: Line) -> tuple[Credit, ...]:
    """The source, or the signatures in brackets, set behind the last sentence of an article; none without any."""
    tail = max(line.start, line.end - _LONGEST_SIGNING)
    match = _ENDING.search(sheet.text, tail, line.end)
    if match is None:
        return ()
    start, end = match.span(1)
    if sheet.text[start] == "(":
        first, *others = (
            signatures(sheet, start + 1, end - 1)
            or (in_brackets(sheet, start, end) if end - start < _BRACKETS else ())
            or (None,)
        )
        # « (AFP/NXP) »: letters that nobody knows are the desk's
        return () if first is None else (first, *(c for c in others if c.kind != "source" or agency(c.span.text)))
    name = medium(match.group(1))
    return (sheet.credit("source", start, end, name),) if name else ()


def signatures(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Reportage Awa Diallo, version française Luc Nnam, édité par Eva Morel »: who reported and who translated; none
    when anything else stands there, or only one name without a label."""
    found: list[Credit] = []
    told = plain = False
    for match in _PIECE.finditer(sheet.text, start, end):
        a, b = sheet.after(match.start(), match.end()), sheet.before(match.start(), match.end(), ".")
        if a >= b:
            continue
        read = _signature(sheet, a, b)
        name = _whole_name(sheet, a, b) if read is None else None
        if name and " " in name and (_signed_beside(sheet, match.end(), end) or is_person(name, sheet.page)):
            # « Awa Diallo ; Luc Nnam pour le service français », « Awa Diallo, Paul Bret, version française Luc Nnam »
            read = (sheet.credit("author", a, b, name),)
            plain = True
        if read is None:
            return ()
        told = told or len(read) == 0 or read[0].kind == "translator"
        found += read
    return tuple(found) if told or (len(found) > 1 and not plain) else ()


def _signed_beside(sheet: Sheet, mark: int, end: int) -> bool:
    """Whether the mark behind a name parts it from who signs beside it: a semicolon, or a comma before « version française »."""
    behind = sheet.after(mark + 1, end) if mark + 1 < end else end
    labelled = behind < end and sheet.said(sheet.page.translator, behind, end) is not None
    return sheet.text[mark : mark + 1] == ";" or (sheet.text[mark : mark + 1] == "," and labelled)


def _signature(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...] | None:
    """The credit of one piece; empty for who edited; None when the piece is no signature."""
    page, text = sheet.page, sheet.text
    if sheet.said(page.editor, start, end) is not None:
        return ()
    said = sheet.said(page.translator, start, end)
    if said is not None and (name := _whole_name(sheet, sheet.after(said, end, ":"), end)):
        return (sheet.credit("translator", start, end, name),)
    for match in _WORD_START.finditer(text, start + 1, end):
        if sheet.said(page.desk, match.start(), end) == end:
            last = sheet.before(start, match.start())
            name = _whole_name(sheet, start, last)
            return (sheet.credit("translator", start, last, name),) if name else None
    said = sheet.said(page.reported, start, end)
    if said is None:
        return None
    at = sheet.after(said, end, ":")
    if names_sources(sheet, at, end):
        return (sheet.credit("source", start, end, full_name(text[at:end], text, page)),)
    stop = name_end(text, at, end, page)
    return (sheet.credit("author", start, stop, text[at:stop]),) if stop is not None else None


def _whole_name(sheet: Sheet, start: int, end: int) -> str | None:
    """The words, when they are one or two names and nothing else."""
    return sheet.text[start:end] if start < end and name_end(sheet.text, start, end, sheet.page) == end else None


def in_brackets(sheet: Sheet, start: int, end: int, *, said_so: bool = False) -> tuple[Credit, ...]:
    """The sources in the brackets at start:end; none when they hold something else.

    Either words say that they are sources (« avec », « source »), or it is a known agency or an acronym alone.
    `said_so`: the words must be there.
    """
    page = sheet.page
    inner, last = sheet.after(start + 1, end, "©"), sheet.before(start, end - 1)
    if inner >= last or sheet.said(page.photo, inner, last) or page.nobody.whole(sheet.key[inner:last]):
        return ()
    said = sheet.said(page.bracket, inner, last)
    at = sheet.after(said, last, ":") if said is not None else inner
    last = before_date(sheet, at, last)
    names = sheet.text[at:last]
    if not names or (said is None and said_so):
        return ()
    if said is None and (past := _past_own(sheet, at, last)) > at:
        start, at, end, names = past, past, last, sheet.text[past:last]
    if said is not None and sheet.said(page.by, inner, last) == said and is_person(names, page):
        return (sheet.credit("author", start, end, names),)  # « (Par Awa Diallo) »
    named = _few(names) and (names[0].isupper() if said is not None else _is_acronym(first_name(names, sheet.page)))
    if not named and not names_sources(sheet, at, last):
        return ()
    return tuple(source_list(sheet, start, at, last, whole=end))


def _past_own(sheet: Sheet, start: int, end: int) -> int:
    """The index behind the page's own paper and a stroke or « avec », before an agency: « (LaVille/AFP) », « (L'Écho avec AFP) »."""
    parted = _OWN.search(sheet.text, start, end)
    if parted is None or parted.start() == start or agency(sheet.text[parted.end() : end]) is None:
        return start
    joint = plain(parted.group().strip())
    own = sheet.text[start : parted.start()]
    first = plain(own.split()[0])
    paper = own[0].isupper() and not own.isupper() and medium(own) is None and first not in sheet.page.given
    led = first in sheet.page.small or "'" in first or " " not in own
    return parted.end() if paper and led and (joint == "/" or joint in sheet.page.withs) else start


def before_date(sheet: Sheet, start: int, end: int) -> int:
    """`end`, moved back over a date that follows a medium's name: « (Xinhua 19/05/17) »."""
    for date in find_dates(sheet.key, sheet.page, start, end):
        stop = sheet.before(start, date.start, ",-–/")
        article = sheet.text.rfind(" ", start, stop)
        if article > start and sheet.key[article + 1 : stop] in sheet.page.day_articles:
            stop = sheet.before(start, article, ",-–/")  # « AFP, le 3 mars 2021 »
        timed = sheet.key[date.end : end].replace("h", "").replace(":", "").strip()
        if (date.end == end or timed.isdigit()) and medium(sheet.text[start:stop]) is not None:
            return stop
    return end


def names_sources(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the stretch begins with a known medium or agency, or stands for any (« agences »), and is short."""
    names = sheet.text[start:end]
    if sheet.is_all(sheet.page.agencies, start, end) or medium(names) is not None:
        return True
    first = first_name(names, sheet.page)
    if hyphened(sheet, start, end):
        return True
    return _few(names) and (medium(first) is not None or (names == names.lower() and agency(first) is not None))


def hyphened(sheet: Sheet, start: int, end: int) -> list[tuple[int, int]]:
    """The agencies of « AFP-Reuters »; none when it is one name (« Keystone-ATS ») or anything else."""
    names = sheet.text[start:end]
    if "-" not in names or agency(names) is not None:
        return []
    parts = [(start + m.start(), start + m.end()) for m in _HYPHENED.finditer(names)]
    return parts if all(agency(sheet.text[a:b]) is not None for a, b in parts) else []


def source_list(sheet: Sheet, start: int, value: int, end: int, *, whole: int | None = None) -> Iterator[Credit]:
    """One credit for each name in value:end: « Sources : AFP, Reuters » has two.

    The first spans all the words, from the label's `start` to `whole` or `end`; each of the others its own name.
    """
    parts = list(_parts(sheet, value, end))
    for number, (a, b) in enumerate(parts):
        name = _source_name(sheet, a, b)
        yield sheet.credit("source", a, b, name) if number else sheet.credit("source", start, whole or end, name)


def _parts(sheet: Sheet, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names in start:end, when they are all known or acronyms; else the whole as one name."""
    said = sheet.said(sheet.page.bracket, start, end)
    start = sheet.after(said, end, ":") if said is not None and said < end else start
    borders = [match.span() for match in _joints(sheet.page).finditer(sheet.text, start, end)]
    starts = [start, *(b for _, b in borders)]
    ends = [*(a for a, _ in borders), end]
    parts = hyphened(sheet, start, end) or list(zip(starts, ends, strict=True))
    if all(_stands_alone(sheet, a, b) for a, b in parts):
        yield from parts
    elif borders and _stands_alone(sheet, *parts[0]):
        yield parts[0]
    elif (dash := _DASH.search(sheet.text, start, end)) is not None and _stands_alone(sheet, start, dash.start()):
        yield start, dash.start()  # « Reuters - Awa Diallo »
    else:
        yield start, end


def _source_name(sheet: Sheet, start: int, end: int) -> str:
    """The name without a date (« 3 mars 2017 sur Orient-Vigie ») and without the article of « les agences »."""
    text = sheet.text
    for date in reversed(find_dates(sheet.key, sheet.page, start, end)):
        text = text[: date.start] + " " * (date.end - date.start) + text[date.end :]
    words = text[start:end].rstrip(" ,").split()
    while len(words) > 1 and words[-1].islower() and words[-1] in sheet.page.small:
        words = words[:-1]  # « The Cradle, le 5 mai »
        words[-1] = words[-1].rstrip(",")
    while (
        len(words) > 1 and words[0].islower() and (words[0] in sheet.page.small or start != end - len(" ".join(words)))
    ):
        words = words[1:]
    said = " ".join(words)
    if sheet.page.agencies.whole(plain(said)):
        return said.lower()
    return agency(said) or full_name(said, sheet.text, sheet.page)


def first_name(names: str, page: Page) -> str:
    """The first of several names: « AFP et Reuters »."""
    return _joints(page).split(names)[0].strip() or names


@cache
def _joints(page: Page) -> re.Pattern[str]:
    """What stands between two sources."""
    words = "|".join(map(re.escape, sorted(page.joins | page.withs)))
    return re.compile(rf"\s*(?:[,/;+&]|(?<!\w)(?:{words})(?!\w))\s*", re.IGNORECASE)


def _stands_alone(sheet: Sheet, start: int, end: int) -> bool:
    name = sheet.text[start:end]
    return start < end and (
        agency(name) is not None
        or _is_acronym(name)
        or medium(name) is not None
        or sheet.is_all(sheet.page.agencies, start, end)
    )


def _is_acronym(name: str) -> bool:
    return 2 <= len(name) <= 8 and name.isupper() and name.isalpha()


def _few(names: str) -> bool:
    return len(names.split()) <= _MANY_WORDS
