"""Bodies: whether two Figures are of one body, as far as their origins, their voices and their sentences tell."""

import re
from functools import lru_cache
from typing import Literal

from recoupe.gazetteers.person_key import sound
from recoupe.languages.toll_words import toll_words
from recoupe.model.figure import Figure
from recoupe.stages.reconcile.evidence import Evidence, once
from recoupe.stages.reconcile.sides import kinds, kinds_of_name, states
from recoupe.text import bare, plain

Likeness = Literal[
    "same",  # one body, by its name
    "kin",  # bodies of one kind: two governors, two hospitals; of one incident they may well be one
    "unknown",  # nobody is named for one of them
    "other",
]
_WORD = re.compile(r"[^\W\d_]{4,}(?:-[^\W\d_]+)*")
_SHORT = 3
"""Letters of the words that a name may do without: « la », « de »."""
_ANYBODY = frozenset({"spokesperson", "official", "authorities", "unnamed", "media", "agency", "security"})
"""Kinds of voices that tell no body from another."""
_TITLE = 40
"""Characters beside a person's name in which his office stands."""
_MANY = frozenset({"ministry", "minister", "government", "president"})
"""Kinds of which one state has several: they tell a body only with what else is said of it."""

_NAMES = 1 << 12
"""Names of bodies of which is kept what they say: those of one incident are compared again and again."""
_HEADS = frozenset({"government", "president"})


def likeness(a: Figure, b: Figure, evidence: Evidence) -> Likeness:
    """How the bodies that give two Figures lie to each other."""
    first, second = body(a, evidence), body(b, evidence)
    languages = evidence.documents[a.document].language, evidence.documents[b.document].language
    if first and second and _is_own(first, languages[0]) and _is_own(second, languages[1]):
        outlets = evidence.documents[a.document].outlet, evidence.documents[b.document].outlet
        return "same" if outlets[0] and outlets[0] == outlets[1] else "other"
    if first and second and _one_name(first, second, languages):
        return "same"
    mine, theirs = kinds_of_voice(a, evidence), kinds_of_voice(b, evidence)
    nations = states(first), states(second)
    if first and second and nations[0] and nations[1] and not nations[0] & nations[1]:
        return "other"
    if (mine & theirs) - _MANY or (mine and mine == theirs) or _one_state(mine, theirs):
        return "kin"
    if not first or not second or _is_vague(first, languages[0]) or _is_vague(second, languages[1]):
        return "unknown"
    return "other"


@once
def body(figure: Figure, evidence: Evidence) -> str:
    """What the body behind a Figure is called: the innermost voice, else the origin to which it was followed back; empty
    where nobody is known; « un bilan précédent » is nobody."""
    language = evidence.documents[figure.document].language
    for name in reversed(figure.stated_by):
        if not toll_words(language).tolls.stand_in(plain(name)) or kinds_of_name(name, language) - _ANYBODY:
            return name
    traced = evidence.traced.get(figure.id)
    return "" if figure.stated_by or traced is None or traced.distorted else traced.origin.name


@once
def kinds_of_voice(figure: Figure, evidence: Evidence) -> frozenset[str]:
    """What kinds of bodies give it (« governor », « hospital »): by its voice's name, or for a person by the words beside that name
    (« le gouverneur Untel »); else by its own sentence, else by the sentences beside it."""
    document = evidence.documents[figure.document]
    named = body(figure, evidence)
    around = evidence.around(figure)
    if named:
        known, at = kinds_of_name(named, document.language), _stands(named, around.sentence)
        if known or at < 0:
            return known - _ANYBODY
        beside = around.sentence[max(0, at - _TITLE) : at + len(named) + _TITLE]
        return kinds(beside, document.language) - _ANYBODY
    outside = around.before + " | " + around.after  # « trente-sept soldats » are no source
    return (kinds(outside, document.language) or kinds(around.near, document.language)) - _ANYBODY


def _stands(name: str, sentence: str) -> int:
    """Where a name stands in a folded sentence, be it in another spelling (« Staroukh » for Starukh); -1 where it does not."""
    at = sentence.find(plain(name))
    last = sound(name.split()[-1]) if at < 0 and " " in name else ""
    if len(last) <= _SHORT:
        return at
    return next((m.start() for m in _WORD.finditer(sentence) if sound(m.group()) == last), -1)


def _is_vague(name: str, language: str) -> bool:
    """Whether the name may be anybody's: « les autorités », « un responsable »."""
    of = kinds_of_name(name, language)
    return bool(of) and of <= _ANYBODY


def _one_state(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one is the government, and the other a part of it."""
    return bool(mine & _HEADS and theirs & _MANY) or bool(theirs & _HEADS and mine & _MANY)


def _one_name(first: str, second: str, languages: tuple[str, str]) -> bool:
    if _is_anybody(first, languages[0]) or _is_anybody(second, languages[1]):
        return False
    mine, theirs = _words(first, languages[0]), _words(second, languages[1])
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


@lru_cache(_NAMES)
def _is_own(name: str, language: str) -> bool:
    """Whether it is a page's own: « notre correspondant »."""
    return toll_words(language).own.stand_in(plain(name))


@lru_cache(_NAMES)
def _is_anybody(name: str, language: str) -> bool:
    """Whether it begins as what may be anybody's name does."""
    return toll_words(language).anybody.begin(plain(name))


@lru_cache(_NAMES)
def _words(name: str, language: str) -> frozenset[str]:
    """The words that tell a body from others: « porte-parole » and « responsable » do not."""
    told = [word for word in name.split() if not (of := kinds_of_name(word, language)) or of - _ANYBODY]
    return frozenset(word for word in bare(" ".join(told)).split() if len(word) > _SHORT)
