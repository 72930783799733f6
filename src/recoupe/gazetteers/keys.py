"""Keys under which names are looked up: a strong one that forgives case, accents and joints, a weak one for sounds."""

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʻ`´ʾʿʹʺ′ˈ"), None)
_LATIN = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ə": "e", "ɛ": "e", "ɔ": "o",
    "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
}  # fmt: skip
_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ۀ": "ه",
    "ە": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه",
}  # fmt: skip
_LETTERS = str.maketrans(_LATIN | _ARABIC | {"ـ": "", "ء": ""}) | _APOSTROPHES

_FLAT_SIGNS = {
    "ё": "е", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'",
    "-": " ", "‐": " ", "‑": " ", "–": " ", "−": " ", "\n": " ", "\t": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


class _Flat(dict[int, str]):
    """Character table that fills itself: one character in, one out, so that offsets hold."""

    def __missing__(self, code: int) -> str:
        lower = chr(code).lower()
        char = lower if len(lower) == 1 else chr(code)
        flat = _FLAT_SIGNS.get(char) or _ARABIC.get(char)
        if flat is None:
            base = unicodedata.normalize("NFD", char)[0]
            # A Latin accent goes; a letter of its own (Russian й) keeps its sign.
            flat = base if base.isascii() else char
        self[code] = flat
        return flat


_FLAT = _Flat()


def flat(text: str) -> str:
    """`text` in lower case, without Latin accents, hyphens and white space as spaces; same length: offsets hold."""
    return text.translate(_FLAT)


@lru_cache(maxsize=16384)  # an article names its places again and again, and the next one the same
def key(name: str) -> str:
    """The strong key of a name: its letters and digits only, without case, accents, joints and spaces.

    « Deir ez-Zor », « Deïr Ezzor » and « DEIR EZ ZOR » have one key; Arabic alef, ya and ta marbuta have one form
    each. An article stays in it (see `openings`).
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    return "".join(c for c in folded.translate(_LETTERS) if c.isalnum())


_ARTICLE = "al|el|ad|ed|ar|er|as|es|ash|ech|at|et|az|ez|an|en"
_OPENING = re.compile(rf"(?:(?:l|d)['’]|(?:le|la|les|the|{_ARTICLE})[\s-]+|ال)(?=\w\w)", re.I)


def openings(name: str) -> tuple[str, ...]:
    """The name without its leading article, Latin or Arabic, once and twice (« l'al-Anbar »); empty without one."""
    found = []
    for _ in range(2):
        match = _OPENING.match(name)
        if match is None:
            break
        name = name[match.end() :]
        found.append(name)
    return tuple(found)


_INSIDE = re.compile(rf"\b(?:{_ARTICLE}|eth|il|ul)[\s'’-]+(?=\w\w)", re.I)
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("x", "ks"),
        ("tch|tsch|sch|sh|ch", "S"),
        ("dzh|dj|zh|j", "j"),
        ("gu(?=[ei])|gh", "g"),
        ("kh", "h"),
        ("ph", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("ck|q|c", "k"),
        ("ts", "s"),
        ("v(?=[sk])|ff", "f"),
        ("oo|ou|w|o|u", "u"),
        ("ay|ai|ey|ei|ie|ee|iy|yi|y|e|i", "i"),
        (r"(.)\1+", r"\1"),
        ("(?<=...)(?:ah|ih|h|a|i)$", ""),
    )
)


def weak_key(name: str) -> str:
    """The weak key of a Latin spelling, for names that each language transliterates in its own way.

    Sounds that French and English write differently (ou/u, ch/sh, dj/j, q/k, y/i, doubled letters) are one; articles
    inside and a last -a, -e, -ah are dropped. Empty for a name in another script or too short to tell.
    """
    sound = key(_INSIDE.sub("", unicodedata.normalize("NFKD", name)))
    if len(sound) < 5 or not sound.isascii():
        return ""
    for pattern, one in _SOUNDS:
        sound = pattern.sub(one, sound)
    return sound if len(sound) >= 4 else ""
