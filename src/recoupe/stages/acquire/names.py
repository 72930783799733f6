"""Names on a page: whether words are one, and who or what they name."""

import re
from functools import lru_cache

from recoupe import gazetteers
from recoupe.languages.page import Page
from recoupe.model.annotation import Entity
from recoupe.text import bare, plain

_TOKEN = re.compile(r"[^\W\d_](?:[\w'’.-]*[\w.])?|&")
_INITIAL = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*\.?-?$")
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:[\w-]+\.)+(?:com|net|org|info|fr|ru|eu|tv|news|io|co\.uk|africa)\b\S*", re.I
)
_HOST = re.compile(r"(?:https?://)?(?:www\d?\.|m\.|fr\.)?([\w-]+(?:\.[\w-]+)+)", re.I)
_COPYRIGHT = re.compile(r"©\s*([^\W\d][^\d/.|]*?)\s*(?:\d{4}\b.*)?$")
_RUN = re.compile(r"[^\W_][\w'’-]*")
_EDGE, _LONGEST_NAME = 1500, 6
_NEAR_TOP = 20_000
"""So far into a text names are looked for that it may spell out."""


def address(text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first web address in `text[start:end]`."""
    return _ADDRESS.search(text, start, len(text) if end is None else end)


def name_end(text: str, start: int, end: int, page: Page) -> int | None:
    """Where the name that begins at `start` ends (at most `end`), or None when there is no name.

    A name is capitalised words, initials, and between them small words (« de », « al »); two names may be joined by
    « et ». In a script without capitals it is the next two to four words.
    """
    last: int | None = None
    at, taken, pending = start, 0, False
    while taken < 9:
        match = _TOKEN.match(text, at, end)
        if match is None:
            break
        word = match.group()
        key = plain(word).strip(".")
        if key in page.months or key in page.weekdays:
            break
        caseless = word[0].lower() == word[0].upper()
        if _capitalised(word) or (caseless and word[0].isalpha() and taken < 4):
            last, pending = match.end(), False
            if word.endswith(".") and not _INITIAL.match(word):  # the end of a sentence
                last -= 1
                break
        elif taken and not pending and (key in page.particles or key in page.joins):
            pending = key in page.joins
        elif not taken and key in page.particles:
            pass
        else:
            break
        taken += 1
        at = match.end()
        while at < end and text[at] in " \u00a0\u202f":
            at += 1
        if at == match.end():
            break
    return last


def is_name(text: str, page: Page) -> bool:
    """Whether `text` is a person's or a body's name and nothing else: « Awa Diallo », « R. N. », « Réseau du Sud »."""
    if not 3 <= len(text) <= 60 or any(map(str.isdigit, text)):
        return False
    tokens = text.split()
    caseless = text[0].lower() == text[0].upper()
    if caseless and not 2 <= len(tokens) <= 3:
        return False
    return len(tokens) <= 6 and name_end(text, 0, len(text), page) == len(text)


def is_outlet_name(text: str, page: Page) -> bool:
    """Whether `text` looks like a masthead: a known medium, or capitals and a word such as « journal »."""
    if len(text) > 70 or sum(map(str.isdigit, text)) > 3:
        return False
    if medium(text) is not None:
        return True
    words = [w for w in re.split(r"[^\w.]+", text) if w]
    if not 1 <= len(words) <= 8:
        return False
    if text.upper() == text and text.lower() != text:
        return True
    named = all(_capitalised(w) or w.isdigit() or plain(w) in page.small for w in words)
    return named and any(plain(w) in page.outlet_nouns for w in words)


@lru_cache(maxsize=4096)  # the lines at the top and at the end of a page are asked again and again
def _actor(words: str) -> Entity | None:
    return gazetteers.load().actors.lookup(words)


def medium(words: str) -> str | None:
    """The usual name of the agency or medium that `words` name, or None when the gazetteer knows none."""
    entity = _actor(words.strip(' .«»"“”'))
    return entity.name if entity is not None and entity.kind == "media" else None


def is_known(words: str) -> bool:
    """Whether the gazetteer knows a party, a body, a medium or a country of that name."""
    world = gazetteers.load()
    return world.actors.lookup(words) is not None or world.countries.by_name(words) is not None


def is_agency(words: str) -> bool:
    """Whether `words` name a news agency."""
    entity = _actor(words)
    return entity is not None and "agency" in gazetteers.load().actors.record(entity.id).flags


def agency(words: str) -> str | None:
    """The usual name of the news agency that `words` name, in small letters too (« ats », « afp »), or None."""
    written = next((form for form in (words, words.upper()) if is_agency(form)), None)
    return None if written is None else medium(written)


def pictured(line: str) -> str | None:
    """The news agency after a copyright mark, a year and a photographer aside (« © AFP 2024 Awa Diallo »), or None."""
    match = _COPYRIGHT.match(line)
    return None if match is None else agency(match.group(1).strip())


def is_publisher(words: str) -> bool:
    """Whether `words` name a medium or a body, which may stand where an author does."""
    entity = _actor(words.strip(' .«»"“”'))
    return entity is not None and entity.kind in ("media", "body")


def full_name(words: str, text: str, page: Page) -> str:
    """Who `words` name: as the gazetteer calls it, or as the text spells an acronym out, or the words themselves."""
    words = words.strip(' \u00a0\u202f,:;«»"“”')
    words = words if _INITIAL.match(words.split(" ")[-1]) else words.rstrip(".")
    known = gazetteers.load().actors.lookup(words)
    if known is not None:
        return known.name
    if found := address(words):
        return site_name(found.group(), text)
    if 2 <= len(words) <= 8 and words.isupper() and words.isalnum():
        return proper_case(_spelt_out(words, text) or words, text, page)
    return words


def site_name(url: str, text: str) -> str:
    """The name of the site at `url`: as `text` writes it, or as the gazetteer knows it, or made from the host."""
    match = _HOST.match(url)
    if match is None:
        return url
    host = match.group(1).lower()
    stem = host.split(".")[-2] if host.count(".") else host
    letters = re.sub(r"[^a-z0-9]", "", stem)
    if (written := _written_as(letters, text)) is not None:
        return written
    spaced = " ".join(part.capitalize() for part in stem.split("-"))
    known = gazetteers.load().actors.lookup(spaced)
    return known.name if known is not None else (spaced if "-" in stem else host)


def proper_case(words: str, text: str, page: Page) -> str:
    """A masthead in capitals as the text writes it elsewhere, else with capitals where names have them."""
    if words.upper() != words or len(words) <= 5:
        return words
    pattern = re.compile(rf"\b{re.escape(words)}\b", re.IGNORECASE)
    for match in pattern.finditer(text, 0, _NEAR_TOP):
        if match.group().upper() != match.group():
            return match.group()

    def cased(match: re.Match[str]) -> str:
        word = match.group()
        small = match.start() > 0 and plain(word) in page.small
        return word.lower() if small else word[0] + word[1:].lower()

    return re.sub(r"[^\W\d_]+", cased, words)


def _capitalised(word: str) -> bool:
    """« Diallo », « d'Ormesson », « al-Kiki », « McCarthy »."""
    return word[0].isupper() or any(c.isupper() for c in word[1:4] if "'" in word or "’" in word or "-" in word)


def _spelt_out(acronym: str, text: str) -> str | None:
    """The name whose initials are `acronym`, when the text sets it beside it or writes it as a line of its own."""
    at = text.find(f"({acronym})", 0, _NEAR_TOP)
    before = re.split(r"[\n(),;:.«»]", text[max(0, at - 90) : at])[-1:] if at >= 0 else []
    for candidate in (*before, *text[:300].splitlines()):
        words = [w for w in re.split(r"[\s'’-]+", candidate) if w]
        for first in range(len(words)):
            tail = words[first:]
            for initials in (tail, [w for w in tail if w[0].isupper()]):
                if "".join(w[0] for w in initials).upper() == acronym:
                    return _from_word(candidate, words, first)
    return None


def _from_word(candidate: str, words: list[str], first: int) -> str:
    at = 0
    for word in words[: first + 1]:
        start = candidate.index(word, at)
        at = start + len(word)
    return candidate[start:].strip()


def _written_as(letters: str, text: str) -> str | None:
    """The words near the edges of the text that have these letters: sites name themselves there."""
    edges = text if len(text) < 2 * _EDGE else f"{text[:_EDGE]}\n{text[-_EDGE:]}"
    words = [(match.start(), match.end(), bare(match.group())) for match in _RUN.finditer(edges)]
    for first, (start, _, _) in enumerate(words):
        said = ""
        for _, end, key in words[first : first + _LONGEST_NAME]:
            said += key.replace(" ", "")
            if said == letters and edges[start].isupper():
                return edges[start:end]
            if not letters.startswith(said):
                break
    return None
