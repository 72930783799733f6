"""Under which names an outlet is known, whom a Document credits, and which outlets its text names, across scripts."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from recoupe.languages.page import page
from recoupe.model.document import Credit, Document
from recoupe.model.span import Span
from recoupe.stages.derive.letters import skeleton
from recoupe.stages.derive.profile import Profile
from recoupe.text import plain

_BRACKETED = re.compile(r"\(([^()]{2,60})\)")
_TOKEN = re.compile(r"[^\W_]+(?:[-.][^\W_]+)*")
_ARTICLE = re.compile(r"\s*[^\W\d_]{1,3}(?:['’]|\s+)(?=[^\W_])")
"""What may be an article before a name: « Le », « L’ », « The », « El »; the name is known without it too."""
_BROKEN = re.compile(r"[\n,;:()]")
_SHORTEST = 4
"""Consonants of a name that may be told by its skeleton alone: shorter ones are like too many other words."""
_LONGEST = 6
"""Words of the longest name that is looked for."""
_CREDITS = ("source", "translated_from")


@dataclass(frozen=True, slots=True)
class Credited:
    """A credit that names where the text was taken from, and the keys of the name."""

    credit: Credit
    keys: frozenset[str]


def name_keys(name: str) -> frozenset[str]:
    """The keys of one name: of the whole, of what stands in brackets and of what stands before them.

    « Agence Levant-Info (ALI) » gives the skeleton of « Agence Levant-Info » and the acronym « ALI »; two names are one
    body's when they share a key.
    """
    found: set[str] = set()
    for part in (_BRACKETED.sub(" ", name), *_BRACKETED.findall(name)):
        found.update(key for key in (_key(part), _key(_ARTICLE.sub("", part, count=1))) if key)
    return frozenset(found)


def own_keys(document: Document) -> frozenset[str]:
    """The keys under which the outlet of `document` is known, its initials among them; empty where the outlet is not
    told."""
    if not document.outlet:
        return frozenset()
    words = _TOKEN.findall(_BRACKETED.sub(" ", document.outlet))
    initials = {f"={''.join(word[0] for word in words).upper()}"} if 3 <= len(words) <= 6 else set()
    return name_keys(document.outlet) | initials


def credited(document: Document) -> tuple[Credited, ...]:
    """Whom `document` credits for its text, its own outlet left out: an agency's dateline names itself."""
    own = own_keys(document)
    nobody = page(document.language).agencies
    found = []
    for credit in document.credits:
        if credit.kind not in _CREDITS or nobody.whole(plain(credit.name)):
            continue
        keys = name_keys(credit.name) | name_keys(credit.span.text.strip("()/ .«»"))
        if not keys & own and not _part_of(keys, own):
            found.append(Credited(credit, keys))
    return tuple(found)


def credits_to(later: Document, earlier: Document) -> tuple[Credited, ...]:
    """The credits of `later` that name the outlet of `earlier`."""
    own = own_keys(earlier)
    return tuple(each for each in credited(later) if each.keys & own)


def translated(document: Document) -> bool:
    """Whether `document` says that its text was translated."""
    return any(credit.kind in ("translator", "translated_from") for credit in document.credits)


def signs_itself(document: Document) -> bool:
    """Whether `document` credits its own outlet, as an agency's dispatch does."""
    own = own_keys(document)
    return any(
        credit.kind == "source" and (name_keys(credit.name) & own or _part_of(name_keys(credit.name), own))
        for credit in document.credits
    )


def same_outlet(a: Document, b: Document) -> bool:
    """Whether two Documents are of one outlet, as far as their pages say."""
    return bool(own_keys(a) & own_keys(b))


def possible_names(profile: Profile) -> frozenset[str]:
    """The keys of all that may be a name in the body of `profile`: what an index of outlets is asked for."""
    text = profile.document.text
    return frozenset(
        key for tokens in _lines(profile) for at in range(len(tokens)) for _, key in _named_from(text, tokens, at)
    )


def names_in(profile: Profile, wanted: Container[str]) -> Iterator[tuple[str, Span]]:
    """Each key of `wanted` that stands as a name in the body of `profile`, with its Span, in reading order."""
    text = profile.document.text
    for tokens in _lines(profile):
        at = 0
        while at < len(tokens):
            width, key = next(((w, k) for w, k in _named_from(text, tokens, at) if k in wanted), (0, ""))
            if width:
                yield key, Span.cut(text, tokens[at].start(), tokens[at + width - 1].end())
            at += width or 1


def _lines(profile: Profile) -> Iterator[list[re.Match[str]]]:
    for passage in profile.passages:
        yield list(_TOKEN.finditer(profile.document.text, passage.start, passage.end))


def _named_from(text: str, tokens: list[re.Match[str]], at: int) -> Iterator[tuple[int, str]]:
    """The widths and keys of the names that may begin at token `at`, the longest first."""
    first = tokens[at].group()[0]
    if first.islower() or first.isdigit():
        return
    for width in range(min(_LONGEST, len(tokens) - at), 0, -1):
        name = text[tokens[at].start() : tokens[at + width - 1].end()]
        if not _BROKEN.search(name) and (key := _key(name)):
            yield width, key


def _key(name: str) -> str:
    """An acronym stays as it is written; any other name is its skeleton."""
    bare = name.strip(' \t«»"“”/.,')
    if 2 <= len(bare) <= 6 and bare.isupper() and bare.isascii() and bare.isalnum():
        return f"={bare}"
    bones = skeleton(bare)
    return bones if len(bones) >= _SHORTEST else ""


def _part_of(keys: frozenset[str], own: frozenset[str]) -> bool:
    """Whether a key is a large part of one's own (« Levant-Info » of « Agence Levant-Info »)."""
    return any(
        not key.startswith("=") and not other.startswith("=") and key in other and 2 * len(key) >= len(other)
        for key in keys
        for other in own
    )
