"""When a page was published: what the user says, else the page's metadata, else its text; with the basis for it."""

import dataclasses
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from recoupe.errors import InputError
from recoupe.languages.page import Page
from recoupe.model.document import PublishedBasis, PublishedSource
from recoupe.stages.acquire.dates import FIRST_YEAR, LAST_YEAR, DateRef, day_of, find_dates, has_time, leftover
from recoupe.stages.acquire.inferred import infer
from recoupe.stages.acquire.layout import Layout
from recoupe.stages.acquire.lines import Line
from recoupe.text import plain

_ISO = re.compile(r"\s*(\d{4})-?(\d{2})-?(\d{2})(?![\d-])")
_LOOSE = 12
"""Words that a line which only dates the page may have."""
_FEW = 3
"""How many words may stand behind a date that dates the page (« 0 commentaire »)."""
_PUBLISHED, _ABOVE, _ISSUED, _UPDATED = 0, 2, 4, 5
"""The ranks of « publié le », of a date above the headline, of « édition du » and « mis à jour le »."""
_FIRST_DAY = re.compile(r"(?<!\d)(\d{1,2}) ?(?:et|and|и|و|-|–|/|&)(?: \D{0,8})?$")
"""The first of two days before the second: « samedi 24 et dimanche | 25 août »."""
_TITLE_MARKS = (": ", " - ", " – ", ". ", ", ")
"""Before what a headline says of the page itself."""
_FAR = 7
"""Days by which the date above the headline may differ from the dateline's before it is taken for today's."""


@dataclass(frozen=True, slots=True)
class Published:
    """A date of publication with where it comes from."""

    date: str | None
    """ISO 8601, or None when it cannot be told."""
    basis: PublishedBasis
    source: PublishedSource
    impossible: tuple[str, ...] = ()
    """Dates as written that cannot be, for Issues."""


def given_date(written: str) -> str:
    """The ISO date that a user gave; raises InputError when it is none."""
    match = re.fullmatch(r"\s*(\d{4})-(\d{2})-(\d{2})\s*", written)
    date = day_of(*(int(part) for part in match.groups())) if match else None
    if date is None:
        raise InputError(f"{written!r} is not a date between {FIRST_YEAR}-01-01 and {LAST_YEAR}-12-31, as YYYY-MM-DD")
    return date.isoformat()


def find_published(layout: Layout, given: str | None, metadata: Iterable[str]) -> Published:
    """The date of publication of the page laid out as `layout`.

    `metadata`: what the page's head says, the best first. A date that cannot be (year 9999, 1970-01-01) is passed over.
    """
    if given is not None:
        return Published(given_date(given), "stated", "given")
    text, page = layout.sheet.text, layout.sheet.page
    impossible: list[str] = []
    for written in metadata:
        date = _from_metadata(written, page)
        if date is not None:
            return Published(date, "stated", "metadata", tuple(impossible))
        impossible.append(written)
    partial: list[DateRef] = []
    stated = _stated(layout, page)
    turned = _turned_round(stated)
    for _, date_ref in stated:
        if date_ref in turned:
            impossible.append(text[date_ref.start : date_ref.end])
        elif date_ref.year is None:
            partial.append(date_ref)
        elif date_ref.swappable and page.either_order:
            impossible.append(text[date_ref.start : date_ref.end])
        elif (iso := date_ref.iso) is not None:
            return Published(iso, "stated", "text", tuple(impossible))
        else:
            impossible.append(text[date_ref.start : date_ref.end])
    # what a page says of its day would be inferred from again
    inferred = None if turned else infer(layout.sheet, partial[0] if partial else None)
    if inferred is not None:
        return Published(inferred.isoformat(), "inferred", "inferred", tuple(impossible))
    return Published(None, "unknown", "unknown", tuple(impossible))


def _from_metadata(written: str, page: Page) -> str | None:
    match = _ISO.match(written)
    if match is not None:
        date = day_of(*(int(part) for part in match.groups()))
    else:
        found = [d for d in find_dates(plain(written), page) if d.year is not None and not d.swappable]
        date = day_of(found[0].year or 0, found[0].month, found[0].day) if found else None
    if date is None or date <= datetime.date(1970, 1, 1):  # the zero of many clocks
        return None
    return date.isoformat()


def _turned_round(stated: list[tuple[int, DateRef]]) -> tuple[DateRef, ...]:
    """« publié le » and « mis à jour le », where the page was updated before it was published: neither is to be believed."""
    first = next((date for rank, date in stated if rank == _PUBLISHED and date.iso is not None), None)
    updated = next((date for rank, date in stated if rank == _UPDATED and date.iso is not None), None)
    if first is None or updated is None or (updated.iso or "") >= (first.iso or ""):
        return ()
    return first, updated


def _stated(layout: Layout, page: Page) -> list[tuple[int, DateRef]]:
    """The dates of publication in the text with their ranks, the likeliest first.

    First what says « publié le », then what stands below the headline, above it, in the dateline, at the end, and last
    what says « mis à jour le ».
    """
    found: list[tuple[int, int, DateRef]] = []
    title = layout.title if layout.title is not None else 0
    for i in layout.dated:
        line = layout.lines[i]
        for date in find_dates(line.key, page):
            below = i > title and "paragraph" in layout.kinds[title:i]
            rank = _rank(line.key, date, page, above=i < title, below=below)
            moved = _moved(date, line.start)
            found.append((rank, abs(i - title), moved))
    found += [(_PUBLISHED, abs(i - title), date) for i, date in _declared(layout, page)]
    found += [(_ISSUED, abs(i - title), date) for i, date in _issued(layout, page)]
    if not found:
        found = [(6, i, date) for i, date in _loose(layout, page)]
    datelines = [d.date for d in layout.datelines if d.date is not None]
    found += [(3, n, date) for n, date in enumerate(datelines)]
    found.sort(key=lambda candidate: candidate[:2])
    found = _without_visit(found)
    if found and datelines and found[0][0] == _ABOVE and _far_apart(found[0][2], datelines[0]):
        found.insert(0, (3, 0, datelines[0]))
    ranked = [(rank, date) for rank, _, date in found]
    return sorted(ranked, key=lambda each: each[1].year is None)


def _without_visit(found: list[tuple[int, int, DateRef]]) -> list[tuple[int, int, DateRef]]:
    """The dates without those above the headline that are later than « mise à jour le » below it: the day of the visit."""
    updated = [date.iso for rank, _, date in found if rank == _UPDATED and date.iso is not None]
    return [each for each in found if each[0] != _ABOVE or not updated or (each[2].iso or "") <= max(updated)]


def _declared(layout: Layout, page: Page) -> Iterator[tuple[int, DateRef]]:
    """The dates of short lines that begin with « publié le », wherever they stand and whatever follows."""
    for i, line in enumerate(layout.lines):
        if i in layout.dated or line.words > _LOOSE or layout.kinds[i] in ("title", "furniture"):
            continue
        first = next(iter(find_dates(line.key, page)), None)
        words = line.key[: first.start].split() if first is not None and first.iso is not None else []
        said = [w for w in words if w.strip(":") not in page.weekdays]
        if first is not None and said and page.published.whole(" ".join(said)) and words[0] not in page.joints:
            yield i, _moved(first, line.start)


def _issued(layout: Layout, page: Page) -> Iterator[tuple[int, DateRef]]:
    """The days of editions, bulletins and live pages, in short lines above the article; the first of two (« samedi 24 et dimanche 25 »)."""
    prose = next((i for i, line in enumerate(layout.lines) if line.prose), len(layout.lines))
    for i, line in enumerate(layout.lines[: prose + 1]):
        titled = i == layout.title
        if i in layout.dated or (line.words > _LOOSE and not titled) or layout.kinds[i] == "furniture":
            continue
        date = next(iter(find_dates(line.key, page)), None)
        # « Attaque de Gao : le direct du dimanche 3 mars 2021 »
        opened = max(map(line.key.rfind, _TITLE_MARKS)) + 1 if titled else 0
        if titled and not opened:
            continue
        words = line.key[opened : date.start].split() if date is not None and date.iso is not None else []
        said = " ".join(w for w in words if w.strip(":,(") and w.strip(":,(") not in page.weekdays)
        if date is not None and said and page.issued.whole(said) and not leftover(line.key[date.end :], page):
            first = _FIRST_DAY.search(said)
            if first is not None and 0 < int(first[1]) < date.day:
                date = dataclasses.replace(date, day=int(first[1]), weekday=None)
            yield i, _moved(date, line.start)


def _loose(layout: Layout, page: Page) -> Iterator[tuple[int, DateRef]]:
    """Full dates in short lines above the article, or in the last line: « Lecture : 2 min. - 3 mars 2021 ».

    « Attentat du 3 mars 2021 » tells what happened then.
    """
    prose = [i for i, line in enumerate(layout.lines) if line.prose]
    if not prose:
        return
    for i, line in enumerate(layout.lines):
        outer = i <= prose[0] or (i > prose[-1] and i == len(layout.lines) - 1)
        if not outer or i == layout.title or layout.kinds[i] in ("title", "caption") or line.words > _LOOSE:
            continue
        for date in find_dates(line.key, page):
            if (i == prose[0] or layout.kinds[i] == "heading") and not (
                _is_stamp(line.key, date, page) or (i < prose[0] and _stands_apart(layout.sheet.text, line, date, page))
            ):
                continue  # a heading, or a sentence, which tells of a day
            before = line.key[: date.start].split()[-1:]
            if date.iso is not None and page.day_articles.issuperset(page.joints.intersection(before)):
                yield i, _moved(date, line.start)


def _stands_apart(text: str, line: Line, date: DateRef, page: Page) -> bool:
    """Whether only names stand before a date and few words behind it: « De notre envoyé spécial à Kaboul, 3 mars 2021 », « Vu sur RFI le 3
    mars 2021 », « 3 mars 2021 admin 0 », but not « Retour sur le 3 mars 2021 »."""
    key, start = line.key, line.start
    words = text[start : start + date.start].split()
    folded = key[: date.start].split()
    while folded and (folded[-1] in page.day_articles or folded[-1].strip(",.") in page.weekdays):
        del folded[-1], words[-1]
    told = (w.strip(",:.()«»") for w in (*folded, *key[date.end :].split()))
    if page.happenings.intersection(told):
        return False  # « Des soldats à Gao, le 3 mars 2021 (archives) », « Embuscade de Gao, 3 mars 2021 »
    if len(leftover(key[date.end :], page).split()) > _FEW:
        return False
    named = not words or not words[-1][-1].isalnum() or not words[-1][0].islower()
    return named or has_time(key[date.end :])


def _is_stamp(key: str, date: DateRef, page: Page) -> bool:
    """Whether a line says that the date is one of publication: « publié le », or nothing but an hour before it."""
    timed = has_time(key) and not leftover(key[: date.start], page)
    return timed or _rank(key, date, page, above=False, below=False) in (_PUBLISHED, _UPDATED)


def _rank(key: str, date: DateRef, page: Page, *, above: bool, below: bool) -> int:
    before = key[: date.start]
    words = before.split()
    for back in range(1, min(5, len(words)) + 1):
        tail = " ".join(words[-back:])
        if page.updated.end(tail) is not None:
            return _UPDATED
        if page.published.end(tail) is not None and tail not in page.joints:
            return _PUBLISHED
    if above:
        return _ABOVE
    return 4 if below else 1


def _moved(date: DateRef, by: int) -> DateRef:
    return DateRef(date.start + by, date.end + by, date.year, date.month, date.day, date.weekday, date.swappable)


def _far_apart(one: DateRef, other: DateRef) -> bool:
    if one.iso is None or other.iso is None:
        return False
    gap = datetime.date.fromisoformat(one.iso) - datetime.date.fromisoformat(other.iso)
    return abs(gap.days) > _FAR
