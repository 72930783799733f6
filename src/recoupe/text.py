"""Unicode clean-up that keeps offsets: every function here that takes a text gives one of the same length, or says that it does not."""

import re
import unicodedata
from functools import lru_cache

_FOLDED = {
    "’": "'", "ʼ": "'", "‘": "'", "`": "'", "´": "'",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\u2008": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\t": " ",
    "‐": "-", "‑": "-", "–": "–", "—": "–", "−": "-",
    "“": '"', "”": '"', "„": '"', "‟": '"', "″": '"',
}  # fmt: skip


class _Fold(dict[int, str]):
    """Character table that fills itself: one character in, one out, so that offsets hold."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        folded = _FOLDED.get(char)
        if folded is None:
            lower = char.lower()
            folded = lower if len(lower) == 1 else char
        self[code] = folded
        return folded


_TABLE = _Fold()


def fold(text: str) -> str:
    """`text` in lower case with one form of apostrophe, quote, dash and space; same length, so offsets into it hold."""
    return text.translate(_TABLE)


@lru_cache(maxsize=32768)
def fold_word(word: str) -> str:
    """`fold` of a word or name: a text has few that others have not, so each is folded once, and stays one string."""
    return word.translate(_TABLE)


class _Plain(dict[int, str]):
    """Like _Fold, and takes the accents off Latin letters (« À LIRE » and « A lire » are then alike)."""

    def __missing__(self, code: int) -> str:
        char = _TABLE[code]
        base = unicodedata.normalize("NFD", char)[0] if "\u00c0" <= char <= "\u024f" else char
        self[code] = base
        return base


_PLAIN = _Plain()


def plain(text: str) -> str:
    """`text` folded, Latin letters without their accents; same length, so offsets into it hold."""
    return text.translate(_PLAIN)


_CYRILLIC = dict(zip("aceopxykmtbhiëABCEHKMOPTXY", "асеорхукмтвніёАВСЕНКМОРТХУ", strict=True))
_LATIN = {cyrillic: latin for latin, cyrillic in _CYRILLIC.items() if latin not in "bhmtkBHMTK"}
_MIXED = re.compile(r"(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])\w+")


def one_script(text: str) -> str:
    """`text` in lower case without Latin accents, words of mixed script in the script that most of their letters are
    written in; same length, so offsets into it hold."""
    return plain(unmixed(text))


def unmixed(text: str) -> str:
    """`text` with words of mixed script in the script that most of their letters are written in; same length."""
    return _MIXED.sub(_unmixed, text)


def _unmixed(match: re.Match[str]) -> str:
    word = match.group()
    cyrillic = sum("А" <= c <= "ё" for c in word)
    # Latin letters in a Russian word hide it from a search; the other way round is as old.
    table = _CYRILLIC if 2 * cyrillic >= len(word) or any("А" <= c <= "ё" and c not in _LATIN for c in word) else _LATIN
    return "".join(table.get(c, c) for c in word)


@lru_cache(maxsize=16384)
def bare(text: str) -> str:
    """`text` folded, without accents, with every run of other characters than letters and digits as one space: a key for look-ups.

    The length changes: never use it for offsets. Letters of other scripts are kept.
    """
    decomposed = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae"))
    kept = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join(kept.casefold().split())
