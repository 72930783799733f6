"""Furniture: which lines of a page are not the article's own (navigation, counters, links, notices).

A sentence is called furniture only on strong evidence: to lose a claim is worse than to read a notice.
"""

import re
from functools import cache
from typing import Literal

from recoupe.languages.page import Page
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import agency, is_known, is_name, pictured

Nature = Literal["furniture", "list", "comments", "end", "about"]

_PIECES = re.compile(r"\s+[-–—/]\s+|\s*[|•·►▶→>»«‹›]+\s*|\s{2,}")
_ADDRESS_ONLY = re.compile(r"(?:[\w ]{1,14}:\s*)?(?:(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+)$")
_SIGN_OFF = re.compile(r"(?=.*[a-z])(?:[A-Z]{2,6}|bur|[a-z]{2,4})(?:-[a-z]{2,4})?(?:/[A-Za-z]{1,6}){1,6}\.?$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)\s|copyright\b|copyleft\b)")
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W_]")
_LONGEST_NOTICE = 600
_LEADING = re.compile(r"[^\w(«\"“©#@]+")
_QUOTES = frozenset('«"“‘„')
_AFTER_LIST = frozenset(":>.|–-—→►▶»›…")


def notices(key: str, page: Page) -> list[str]:
    """The words of site notices that the text holds; `key` is in the form of `recoupe.text.plain`."""
    return [words for words in page.holds if words in key]


def nature(line: Line, held: list[str], page: Page) -> Nature | None:
    """What kind of furniture the line is, or None. `held`: the notices that the text holds.

    `list` heads a list of links, `end` the form for comments, `comments` is their heading or their number, `about`
    heads a biography: what follows those may be furniture too.
    """
    if _LETTER.search(line.key) is None:
        return "furniture"
    if held and len(line.key) <= _LONGEST_NOTICE and any(words in line.key for words in held):
        return "furniture"
    if len(line.key) > 220:
        return None
    first = _LEADING.match(line.key)
    at = first.end() if first else 0
    if (end := page.ends.end(line.key, at)) is not None and _nothing_but_a_title(line, end):
        return "end"
    if page.comments.whole(line.key, at):
        return "comments"
    if (end := page.lists.end(line.key, at)) is not None:
        if _no_words(line.key, end):
            return "list"
        if _names_a_link(line, end):
            return "furniture"
    if page.starts.end(line.key, at) is not None and not (line.stop == "." and line.words >= 8) and line.words < 30:
        return "furniture"
    if line.prose:
        return None
    if (end := page.about.end(line.key, at)) is not None and line.words <= 8 and _heads_biography(line, end, page):
        return "about"
    if _is_label(line, at, page):
        return "furniture"
    return None


def is_copyright(line: Line) -> bool:
    """Whether the line is a copyright mark and one name: « © AFP »."""
    return line.text[0] == "©" and "/" not in line.text and ":" not in line.text


def is_counter(key: str, page: Page) -> bool:
    """Whether a line is made of the names of networks and of numbers: « 350Facebook0TwitterGoogle+Total : 350 »."""
    if len(key.split()) > 6 and not _digits(key):
        return False
    rest, found = _networks(page).subn(" ", key)
    return found > 0 and not any(c.isalpha() for c in rest) and (found > 1 or any(c.isdigit() for c in rest))


def is_navigation(key: str, page: Page) -> bool:
    """Whether a line is a row of links: « Accueil | Politique | Vidéos »."""
    pieces = [piece.strip(" .:()") for piece in _PIECES.split(key)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) < 2:
        return False
    known = sum(_known_piece(piece, page) for piece in pieces)
    short = sum(len(piece.split()) <= 3 for piece in pieces)
    return known == len(pieces) or (known >= 1 and 3 * known >= len(pieces) and short == len(pieces))


def _heads_biography(line: Line, end: int, page: Page) -> bool:
    """« À propos de l'auteur », « About Awa Diallo »; but « À propos de Daech » may head a part of the article."""
    name = line.text[end:].strip(" :.")
    return not name or (" " in name and is_name(name, page) and not is_known(name))


def _is_label(line: Line, at: int, page: Page) -> bool:
    key = line.key
    if page.lines.whole(key, at) or is_counter(key, page):
        return True
    if _ADDRESS_ONLY.match(key) or (_SIGN_OFF.match(line.text) and not _signed_by_agency(line.text)):
        return True
    own = page.photo.end(key) is None and "/" not in key and pictured(line.text) is None
    if _COPYRIGHT.match(key) and own:
        return True
    return is_navigation(key, page)


def _signed_by_agency(text: str) -> bool:
    """« ats/afp », « ats/afp/kro »: agencies in small letters, not the initials of a desk alone."""
    return text[0].islower() and agency(text.split("/")[0]) is not None


def _known_piece(piece: str, page: Page) -> bool:
    return page.lines.whole(piece) or page.starts.end(piece) is not None or is_counter(piece, page)


def _nothing_but_a_title(line: Line, end: int) -> bool:
    """« Laisser un commentaire », « 3 réponses à « Titre » »; but « Une réponse à la famine » may head a part."""
    return _no_words(line.key, end) or (len(line.key) < 160 and line.text[end:].lstrip(" \u00a0\u202f")[:1] in _QUOTES)


def _names_a_link(line: Line, end: int) -> bool:
    """« Lire aussi : … », « LIRE AUSSI. … », « Lire aussi Gaza : … »: the phrase, then a mark or a capital."""
    if line.stop == "." and line.words > 16:
        return False
    rest = line.text[end:].lstrip(" \u00a0\u202f")
    if rest[0] in _AFTER_LIST:
        return True
    return line.stop != "." and (rest[0].isupper() or rest[0] in '«“"')


def _no_words(key: str, end: int) -> bool:
    return _LETTER.search(key, end) is None


def _digits(key: str) -> bool:
    return _DIGIT.search(key) is not None


@cache
def _networks(page: Page) -> re.Pattern[str]:
    names = sorted(page.networks, key=lambda name: (-len(name), name))
    long = [re.escape(name) for name in names if len(name) > 3]
    short = [rf"\b{re.escape(name)}\b" for name in names if len(name) <= 3]
    return re.compile("|".join(long + short))
