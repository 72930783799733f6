"""Letters of a name as a skeleton that scripts share."""

import re
from functools import lru_cache

from anyascii import anyascii

_VOWELS = re.compile(r"[aeiouyw'’`]+")
_ALIKE = str.maketrans(
    {"p": "b", "v": "b", "f": "b", "d": "t", "q": "k", "c": "k", "g": "k", "j": "k", "x": "k", "z": "s", "h": None}
)
_JOINTS = re.compile(r"[\s-]+")
_SILENT = {ord("ة"): None}
"""Ta marbuta is written and not heard."""
_DOUBLED = re.compile(r"(.)\1+")
_LETTER = re.compile(r"[^\W\d_]")


def skeleton(name: str) -> str:
    """The consonants of a name as Latin letters, sounds that scripts confuse as one: « Polus-Vostok », « Полюс-Восток »
    and « بولوس فوستوك » have one skeleton. Empty where no letter is left. The length changes."""
    return "".join(map(_bones, _JOINTS.split(name)))


@lru_cache(maxsize=1 << 16)
def _bones(word: str) -> str:
    latin = anyascii(word.translate(_SILENT)).lower()
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", "".join(filter(_LETTER.match, latin))).translate(_ALIKE))
