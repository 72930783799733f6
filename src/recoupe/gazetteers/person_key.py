"""Keys under which spellings of one person's name meet, whatever alphabet they were taken from."""

import re
from functools import lru_cache

from recoupe.text import bare

_ARTICLE = re.compile(r"^(?:al|el|an|ad|ar|as|ash|ach|ech|at|az|ed|er|es|ez|et|ul|ud|ur|uz|il|l)[ -]+(?=\S)")
# « Abdel Rahman », « Abdurrahman », « Abderrahmane », « Abd al-Rahman » are one name
_SERVANT = re.compile(r"^abd(?:[aeiou]+[lrnsztd])?[ -]*(?:[ae][lrnsztd][ -]+)?(?=[^aeiou ])")
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("shch|sch|tch|tsh|sh|ch", "x"),
        ("dzh|dj|zh|j", "j"),
        ("gu(?=[eiy])", "g"),
        ("gh", "g"),
        ("kh", "h"),
        ("ph|ff", "f"),
        ("th", "t"),
        ("dh", "d"),
        ("ck|qu|q|c", "k"),
        ("ts", "s"),
        ("v$|w$|ff$", "f"),
        ("w", "v"),
        ("oo|ou|o|u", "u"),
        ("ayy|iyy|ay|ai|ey|ei|ie|ee|ii|yi|iy|y|i", "i"),
        ("e", "a"),
        (r"(.)\1+", r"\1"),
        ("(?<=..[^aiu])(?:ah|a|h)$", ""),
    )
)


@lru_cache(maxsize=16384)
def sound(name: str) -> str:
    """The sound of one part of a name: « Konachenkov » and « Konashenkov », « Mohamed » and « Muhammad » have one.

    An Arabic article in front of it (« al-Abadi ») is dropped.
    """
    key = bare(name.replace("'", "").replace("’", "")).replace("'", "")
    key = _ARTICLE.sub("", key)
    key = _SERVANT.sub("abd", key).replace(" ", "")
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return key


def sounds(name: str) -> tuple[str, ...]:
    """The sounds of the parts of a name, those that have none left out."""
    return tuple(filter(None, map(sound, name.split())))


def same_given(one: str, other: str) -> bool:
    """Whether two given names before the same last name are one: « Oleg » and « Oleh », « J. » and « John »."""
    return near(one, other) or _bones(one) == _bones(other) or (min(len(one), len(other)) == 1 and one[0] == other[0])


def near(one: str, other: str) -> bool:
    """Whether two sounds are one name: a vowel or h apart, or the same consonants, in names long enough to tell.

    « Synegoubov » and « Syniehoubov » are one, « Konaté » and « Konaré » are not.
    """
    if one == other:
        return True
    bones, others = _bones(one), _bones(other)
    if bones == others and len(bones) >= 4:
        return True
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    a, b = one[start:], other[start:]
    if a[1:] == b[1:]:
        return a[:1] in _SOFT and b[:1] in _SOFT
    return (a[1:] == b and a[:1] in _SOFT) or (a == b[1:] and b[:1] in _SOFT)


@lru_cache(maxsize=16384)
def _bones(sounds: str) -> str:
    """The consonants, Ukrainian h and Russian g being one."""
    return "".join(c for c in sounds if c not in "aiu").replace("h", "g")


_SOFT = frozenset("aiuh")
