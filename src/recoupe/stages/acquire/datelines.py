"""Datelines: « BAMAKO, 3 mars 2021 (AFP) – » in front of a paragraph, with the agency that it names."""

import re
from dataclasses import dataclass, replace

from recoupe import gazetteers
from recoupe.stages.acquire.dates import DateRef, find_dates
from recoupe.stages.acquire.names import agency, is_name, medium, name_end
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.sources import names_sources
from recoupe.text import plain

_REACH = 140
_SEPARATOR = re.compile(
    r"\s*(?:--+|[–—]|/(?=\s+[A-ZÀ-Þ«\"“])|(?<=[\s)/.\d])-(?=\s|[A-ZÀ-Þ«\"“])|-(?=\s)|(?<=[)/])\s*[.:])\s*[-–—]?\s*"
)
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)|/([^/\n\d]{2,40})/|\[([^\[\]\n]{2,60})\]")
_STOP = re.compile(r"\.\s+")
_DIGIT = re.compile(r"\d")
_HOURS = re.compile(r"\d{1,2} ?(?:h|:) ?\d{0,2}", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w'’-])[^\W\d_]+(?![\w-])")
_BEHIND = re.compile(r"([^\W\d_][^\n.:–—-]{1,30}?)\s*[.:–—-]\s+(?=[^\W\d_]|[«\"“])")
COPYRIGHT = "©0123456789 \u00a0"
"""Before an agency in brackets: « (© 2021 AFP) »."""
_OPENERS = {"(": ")", "[": "]"}
_PARTS = re.compile(r"[,|/]|\s[-–—]\s")
_MOST_PLACES = 4
_NAME = 40


@dataclass(frozen=True, slots=True)
class Dateline:
    """The words in front of a paragraph that say where, when and by whom it was sent. Offsets are into the text."""

    start: int
    end: int
    """Where the dateline's last word or mark ends."""
    body: int
    """Where the paragraph begins."""
    agency: tuple[int, int] | None
    """The agency as the text sets it off, brackets or strokes included."""
    date: DateRef | None


def find_dateline(sheet: Sheet, start: int, end: int, *, strict: bool) -> Dateline | None:
    """The dateline at the head of the paragraph at start:end, or None.

    `strict` asks for an agency, a year or a town in capitals: for paragraphs that do not open the article.
    """
    text = sheet.text
    first = text[start]
    if first.islower() or not (first.isalnum() or first in _OPENERS):
        return None
    best: Dateline | None = None
    for separator in _SEPARATOR.finditer(text, start, min(end, start + _REACH)):
        if separator.start() == start or separator.end() >= end:
            continue
        found = _read(sheet, start, separator.start(), strict=strict)
        if found is None and best is not None:
            break
        if found is not None:
            best = _with_agency_behind(sheet, replace(found, body=separator.end()), end)
    return best or _unseparated(sheet, start, end, strict=strict)


def lone_dateline(sheet: Sheet, start: int, end: int) -> Dateline | None:
    """The dateline that is a line of its own, with the agency in brackets at its end: « Niamey, 4 avr 2023 (AFP) - »."""
    last = sheet.before(start, end, "-–—:")
    if last - start > _REACH or sheet.text[last - 1] != ")" or not sheet.text[start].isupper():
        return None
    found = _read(sheet, start, last, strict=False)
    known = found is not None and found.agency is not None and found.agency[1] == last and found.agency[0] > start
    if not known or found is None or (last == end and found.date is None):
        return None
    return replace(found, end=end, body=end)


def _unseparated(sheet: Sheet, start: int, end: int, *, strict: bool) -> Dateline | None:
    """« GAZA (AFP) Des frappes … », « 3 mars 2021. Des frappes … »."""
    text, reach = sheet.text, min(end, start + _REACH)
    # one opening character is found many times as fast as a bracket
    bracketed = text.find("(", start, reach) >= 0 or text.find("/", start, reach) >= 0
    for bracket in _BRACKET.finditer(text, start, reach) if bracketed else ():
        body = sheet.after(bracket.end(), end, ",")
        inside = (bracket.group(bracket.lastindex or 0)).strip()
        seated = _is_wire(text[start : bracket.start()]) and gazetteers.load().countries.by_name(inside) is not None
        if bracket.end() < body < end and text[body].isupper() and (seated or _known(inside)):
            found = _read(sheet, start, bracket.end(), strict=strict)
            if found is not None:
                return replace(found, body=body)
    stop = _STOP.search(text, start, reach)
    if stop is not None and stop.end() < end and _DIGIT.search(text, start, stop.start()):
        initial = not text[stop.start() - 2].isalnum()  # « Le 3 mars 2021, George W. »
        found = None if initial else _read(sheet, start, stop.start(), strict=True)
        if found is not None and found.date is not None and found.date.year is not None:
            return replace(found, end=stop.start() + 1, body=stop.end())
    return None


def _read(sheet: Sheet, start: int, end: int, *, strict: bool) -> Dateline | None:
    """The dateline that start:end is, when it is nothing else; where the paragraph begins is not known yet."""
    text = sheet.text
    end = sheet.before(start, end, ".,")
    if end - start < 3:
        return None
    if text[start] in _OPENERS and text[end - 1] == _OPENERS[text[start]]:  # « (Genève, le 3 mars 2021) »
        inner = _read(sheet, start + 1, end - 1, strict=strict)
        if inner is not None and inner.date is not None:
            return replace(inner, start=start, end=end, body=end)
    left = text[start:end]
    if _names_agency(left):
        return Dateline(start, end, end, (start, end), None)  # « AFP - Une femme … »
    agency: tuple[int, int] | None = None
    for bracket in _BRACKET.finditer(text, start, end):
        inside = (bracket.group(bracket.lastindex or 0)).strip()
        if gazetteers.load().countries.by_name(inside) is None and not _is_region(text, bracket.start(), inside):
            several = names_sources(sheet, bracket.start() + 1, bracket.end() - 1)  # « (Le Monde avec AFP) »
            if not (several or _is_agency(sheet, inside) or is_name(inside, sheet.page)):
                return None
            agency = bracket.span()
            if agency == (start, end) and not _is_agency(sheet, inside) and _is_seat(inside):
                return None if strict else Dateline(start, end, end, None, None)  # « (Nairobi) – »
        left = left.replace(bracket.group(), " , ")
    dates = find_dates(sheet.key, sheet.page, start, end)
    for date in dates:
        left = left.replace(text[date.start : date.end], " , ")
    if dates:
        left = _HOURS.sub(" ", left)
        left = _WORD.sub(lambda word: " " if plain(word.group()) in sheet.page.joints else word.group(), left)
    places = [place for part in _PARTS.split(left) if (place := part.strip(" \u00a0\u202f.;:-–—"))]
    if len(places) > _MOST_PLACES or not all(_is_place(p, sheet) for p in places):
        return None
    agency = agency or _agency_among(sheet, places, start, alone=not dates) or _any_agency(sheet, places, start)
    capitals = any(place.isupper() and len(place) > 3 for place in places)
    dated = bool(dates) and (dates[0].year is not None or (bool(places) and not strict))
    # « Gao, Mali – »
    landed = not strict and len(places) > 1 and gazetteers.load().countries.by_name(places[-1]) is not None
    if not (agency or dated or capitals or landed):
        return None
    return Dateline(start, end, end, agency, dates[0] if dates else None)


def _is_place(words: str, sheet: Sheet) -> bool:
    """Whether the words are one name, or a land's with small letters in it: « République centrafricaine »."""
    if name_end(words, 0, len(words), sheet.page) == len(words) <= _NAME:
        return True
    return words[:1].isupper() and gazetteers.load().countries.by_name(words) is not None


def _names_agency(words: str) -> bool:
    """Whether the words are an agency's name in capitals and nothing else."""
    return words.isupper() and words.isalpha() and agency(words) is not None


def _is_region(text: str, start: int, inside: str) -> bool:
    """Whether brackets behind a town in capitals say where it is: « RAFAH (bande de Gaza), 10 janvier »."""
    town = text[:start].rstrip().rpartition("\n")[2].split()[-1:]
    return (
        bool(town) and town[0].isupper() and inside[:1].islower() and inside[-1:].isalpha() and inside != inside.lower()
    )


def _is_seat(words: str) -> bool:
    """Whether the words name a town, or a capital that stands for its country."""
    known = gazetteers.load()
    return bool(known.places.lookup(words)) or known.countries.by_metonym(words) is not None


def _known(words: str) -> bool:
    """Whether the words name a medium, or agencies in small letters too: « (afp) », « (ats/afp) »."""
    return medium(words) is not None or all(agency(part.strip()) is not None for part in words.split("/"))


def _is_agency(sheet: Sheet, words: str) -> bool:
    words = words.lstrip(COPYRIGHT)
    return (
        medium(words) is not None
        or all(agency(part) is not None for part in words.split("/"))
        or sheet.page.agencies.whole(words.lower())
        or (len(words) <= 8 and words.isupper())
    )


def _agency_among(sheet: Sheet, places: list[str], start: int, *, alone: bool) -> tuple[int, int] | None:
    """An agency that stands between commas or bars, or before a hyphen: « Kiev | AFP | 3 mars », « APA-Niamey »."""
    for place in places:
        # « APA-Niamey », « Damas-SANA »
        ends = (end for end in (place.split("-")[0], place.split("-")[-1]) if end != place and end.isupper())
        words = place if medium(place) else next((end for end in ends if medium(end)), None)
        if words is not None and not (alone and places == [words]):
            at = sheet.text.index(words, start)
            return at, at + len(words)
    return None


def _is_wire(words: str) -> bool:
    """Whether the words are an agency's letters, a hyphen and a town: « APA-Niamey »."""
    name, hyphen, _ = words.strip().partition("-")
    return bool(hyphen) and _names_agency(name.strip())


def _any_agency(sheet: Sheet, places: list[str], start: int) -> tuple[int, int] | None:
    """« ALGER – Agences – »: the word for any agency behind a town in capitals."""
    named = next((place for place in places[1:] if sheet.page.agencies.whole(place.lower())), None)
    if named is None or not places[0].isupper():
        return None
    at = sheet.text.index(named, start)
    return at, at + len(named)


def _with_agency_behind(sheet: Sheet, found: Dateline, end: int) -> Dateline:
    """« МОСКВА, 3 мар — РИА Новости. » names the agency behind the dash."""
    match = _BEHIND.match(sheet.text, found.body, min(end, found.body + 40)) if found.agency is None else None
    if match is not None and medium(match.group(1)) is not None:
        return replace(found, end=match.end(1), body=match.end(), agency=match.span(1))
    return found
