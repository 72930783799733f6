"""One form of letters: Latin look-alikes in Cyrillic words, accents, case, quotes, spaces; and a skeleton across scripts."""

import re
from functools import lru_cache

from anyascii import anyascii

from recoupe.text import plain

_CYRILLIC = dict(zip("aceopxykmtbhiëABCEHKMOPTXY", "асеорхукмтвніёАВСЕНКМОРТХУ", strict=True))
_LATIN = {cyrillic: latin for latin, cyrillic in _CYRILLIC.items() if latin not in "bhmtkBHMTK"}
_MIXED = re.compile(r"(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])\w+")
_VOWELS = re.compile(r"[aeiouyw'’`]+")
_ALIKE = str.maketrans(
    {"p": "b", "v": "b", "f": "b", "d": "t", "q": "k", "c": "k", "g": "k", "j": "k", "x": "k", "z": "s", "h": None}
)
_JOINTS = re.compile(r"[\s-]+")
_SILENT = {ord("ة"): None}
"""Ta marbuta is written and not heard."""
_DOUBLED = re.compile(r"(.)\1+")
_LETTER = re.compile(r"[^\W\d_]")


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


def skeleton(name: str) -> str:
    """The consonants of a name as Latin letters, sounds that scripts confuse as one: « Polus-Vostok », « Полюс-Восток »
    and « بولوس فوستوك » have one skeleton. Empty where no letter is left. The length changes."""
    return "".join(map(_bones, _JOINTS.split(name)))


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    latin = anyascii(word.translate(_SILENT)).lower()
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", "".join(filter(_LETTER.match, latin))).translate(_ALIKE))
