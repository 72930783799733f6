"""People who sign on a line of their own: in capitals, with a town or a post behind, or several of them."""

import re
from collections.abc import Iterator

from recoupe import gazetteers
from recoupe.languages.page import Page
from recoupe.model.document import Credit
from recoupe.stages.acquire.names import agency, is_known, is_name, medium, name_end
from recoupe.stages.acquire.sheet import Sheet
from recoupe.text import plain

_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\s*\(([^()\n]{2,40})\)")
_ELIDED = re.compile(r"l['’]")
_COMMA = re.compile(r"\s*[,/]\s*")
_MOST_NAMES = 4
"""Words of a name in capitals."""
_APART = ",/–—-"
"""What stands between a person and the post: « Awa Diallo / Envoyée spéciale à Gao »."""
_CREDIT = 5
"""Words of a credit that names who took a picture or wrote."""
_POST = 8
"""Words of a name and a post."""


def signers(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """Whoever signs at start:end; none when anything else stands there.

    « AWA DIALLO », « Awa Diallo, Gao », « Depuis Gao, Awa Diallo », « Awa Diallo / Envoyée spéciale à Gao », and one
    credit for each name between commas in « Awa Diallo, Paul Bret et Ali Konaté ».
    """
    parts = list(_between_commas(sheet, start, end))
    if len(parts) == 1:
        if (beside := _with_agency(sheet, start, end)) or not in_capitals(sheet.text[start:end], sheet.page):
            return beside or _with_post(sheet, start, end)
        return () if _is_told_of(sheet, start, end) else (_author(sheet, start, end),)
    if len(parts) == 2 and (sent := _with_town(sheet, start, parts)) is not None:
        return (sent,)
    if all(is_person(sheet.text[a:b], sheet.page) for a, b in parts):
        return tuple(_author(sheet, a, b) for a, b in parts)
    return _with_post(sheet, start, end)


def text_and_pictures(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Texte Awa Diallo », « Texte Awa Diallo Photos Paul Bret »: who wrote, and who took the pictures; none for anything else."""
    said = sheet.said(sheet.page.texts, start, end)
    if said is None:
        return ()
    name, stop, pictures = sheet.after(said, end, ":"), end, None
    for word in _WORD.finditer(sheet.text, name, end):
        if word.start() > name and (pictures := sheet.said(sheet.page.photo, word.start(), end)) is not None:
            stop = word.start()
            break
    last = sheet.before(name, stop, ",-–/")
    if not is_person(sheet.text[name:last], sheet.page):
        return ()
    author = sheet.credit("author", start, last, sheet.text[name:last])
    if pictures is None:
        return (author,)
    taken = sheet.after(pictures, end, ":")
    named = is_name(sheet.text[taken:end], sheet.page)
    return (author, sheet.credit("photo", stop, end, sheet.text[taken:end])) if named else ()


def others_behind(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """The authors behind the first and a comma: « Par Awa Diallo|, Paul Bret et Ali Konaté »; all are persons, or none is one."""
    if start >= end or sheet.text[start] != ",":
        return ()
    parts = list(_between_commas(sheet, sheet.after(start, end, ","), end))
    named = parts and all(is_person(sheet.text[a:b], sheet.page) for a, b in parts)
    return tuple(_author(sheet, a, b) for a, b in parts) if named else ()


def _is_told_of(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a sentence of the text tells of the person of start:end, as where a tag stands at its foot: « IBRAHIM TRAORÉ »; not
    a credit or « (Awa Diallo) » behind a sentence."""
    name = sheet.key[start:end]
    lines = (line.strip() for line in sheet.key.splitlines() if name in line)
    told = (line for line in lines if len(line.split()) > _CREDIT and not line.startswith(name))
    return any(f"({name}" not in line for line in told)


def in_capitals(words: str, page: Page) -> bool:
    """Whether the words are a person's name in capitals: a given name opens it, or « FAITS DIVERS » would be one."""
    tokens = words.split()
    if not (words.isupper() and 2 <= len(tokens) <= _MOST_NAMES and is_name(words, page)) or is_known(words):
        return False
    first = plain(tokens[0])
    return first in page.given or all(part in page.given for part in first.split("-"))


def is_person(words: str, page: Page) -> bool:
    """Whether the words are a person's name of two words or more, as far as one can tell: no place, no body, no paper."""
    tokens = [plain(token).strip(".") for token in words.split()]
    if len(tokens) < 2 or not is_name(words, page) or (words.isupper() and not in_capitals(words, page)):
        return False
    if is_known(words) or medium(words) is not None or gazetteers.load().places.lookup(words):
        return False
    if tokens[0] in page.small or tokens[0] in page.joints or _ELIDED.match(tokens[0]):  # « Le Pays », « Au Mali »
        return False
    return page.outlet_nouns.isdisjoint(tokens) and page.happenings.isdisjoint(tokens)


def _between_commas(sheet: Sheet, start: int, end: int) -> Iterator[tuple[int, int]]:
    for comma in _COMMA.finditer(sheet.text, start, end):
        yield start, comma.start()
        start = comma.end()
    yield start, end


def _with_town(sheet: Sheet, start: int, parts: list[tuple[int, int]]) -> Credit | None:
    """« Awa Diallo, Gao », « Depuis Gao, Awa Diallo »."""
    (a, b), (c, d) = parts
    places = gazetteers.load().places
    said = sheet.said(sheet.page.sent_from, start, d)
    if said is not None:
        seat = sheet.text[a:b].partition(" ")[2]
        sent = sheet.after(said, d, ",") == c and bool(places.lookup(seat)) and is_person(sheet.text[c:d], sheet.page)
        return sheet.credit("author", start, d, sheet.text[c:d]) if sent else None
    if is_person(sheet.text[a:b], sheet.page) and places.lookup(sheet.text[c:d]):
        return _author(sheet, a, b)
    given = plain(sheet.text[c:d].partition(" ")[0]) in sheet.page.given  # « Gao, Awa Diallo »
    return (
        _author(sheet, c, d)
        if given and is_person(sheet.text[c:d], sheet.page) and places.lookup(sheet.text[a:b])
        else None
    )


def _with_agency(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Awa Diallo Agence France-Presse »: the author and the agency, with nothing between them."""
    for word in _WORD.finditer(sheet.text, start + 1, end):
        name = agency(sheet.text[word.start() : end])
        last = sheet.before(start, word.start())
        if name is not None and last < word.start() and is_person(sheet.text[start:last], sheet.page):
            return _author(sheet, start, last), sheet.credit("source", word.start(), end, name)
    return ()


def _with_post(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Awa Diallo / Envoyée spéciale à Gao »: a mark stands between, or the town of « Awa Diallo à Gao » would do."""
    stop = name_end(sheet.text, start, end, sheet.page)
    if stop is None or len(sheet.text[start:end].split()) > _POST or not is_person(sheet.text[start:stop], sheet.page):
        return ()
    inner = _BRACKET.fullmatch(sheet.text, stop, end)
    if inner is not None and gazetteers.load().places.lookup(inner.group(1)):
        return (_author(sheet, start, stop),)  # « Awa Diallo (Gao) »
    post = sheet.after(stop, end, _APART)
    if post >= end or not sheet.text[stop:post].strip():
        return ()
    if (name := agency(sheet.text[post:end])) is not None:  # « Awa Diallo - AFP »
        return _author(sheet, start, stop), sheet.credit("source", post, end, name)
    # « Awa Diallo - RFI », « Awa Diallo - Gao »
    outlet = medium(sheet.text[post:end]) is not None or bool(gazetteers.load().places.lookup(sheet.text[post:end]))
    return (_author(sheet, start, stop),) if outlet or sheet.said(sheet.page.until, post, end) is not None else ()


def _author(sheet: Sheet, start: int, end: int) -> Credit:
    return sheet.credit("author", start, end, sheet.text[start:end])
