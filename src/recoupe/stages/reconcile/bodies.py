"""Bodies: whether two Figures are of one body, as far as their origins, their voices and their sentences tell."""

import re
from typing import Literal

from recoupe.languages.relay_words import relay_words, words_of_names
from recoupe.languages.toll_words import toll_words
from recoupe.model.figure import Figure
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.surroundings import Surroundings
from recoupe.text import bare, plain

Likeness = Literal[
    "same",  # one body, by its name
    "kin",  # bodies of one kind: two governors, two hospitals; of one incident they may well be one
    "unknown",  # nobody is named for one of them
    "other",
]
_PLAIN_WORDS = re.compile(r"[^\W_]+")
_SHORT = 3
"""Letters of the words that a name may do without: « la », « de »."""
_ANYBODY = frozenset({"spokesperson", "official", "authorities", "unnamed", "media", "agency", "security"})
"""Kinds of voices that tell no body from another."""


def likeness(a: Figure, b: Figure, evidence: Evidence) -> Likeness:
    """How the bodies that give two Figures lie to each other."""
    first, second = names(a, evidence), names(b, evidence)
    if _own(a, first, evidence) and _own(b, second, evidence):
        outlets = evidence.documents[a.document].outlet, evidence.documents[b.document].outlet
        return "same" if outlets[0] and outlets[0] == outlets[1] else "other"
    for one in first:
        for other in second:
            mine, theirs = _words(one), _words(other)
            if mine and theirs and (mine <= theirs or theirs <= mine):
                return "same"
    kinds, others = kinds_of_voice(a, evidence), kinds_of_voice(b, evidence)
    if kinds & others:
        return "kin"
    if first and second:
        return "other"
    return "other" if kinds and others else "unknown"


def names(figure: Figure, evidence: Evidence) -> tuple[str, ...]:
    """What the body behind a Figure is called: the innermost voice, then the origin to which it was followed back."""
    traced = evidence.traced.get(figure.id)
    found = [figure.stated_by[-1] if figure.stated_by else ""]
    if traced is not None and not traced.distorted and not figure.stated_by:
        found.append(traced.origin.name)
    return tuple(dict.fromkeys(name for name in found if name))


def kinds_of_voice(figure: Figure, evidence: Evidence) -> frozenset[str]:
    """What kinds of bodies give it (« governor », « hospital »): by its voice's name, else by its own sentence, else by
    the sentences beside it."""
    document = evidence.documents[figure.document]
    named = names(figure, evidence)
    if named:
        return frozenset().union(*(_kinds(name, document.language) for name in named))
    around = Surroundings.of(figure, document)
    outside = around.before + " | " + around.after  # « trente-sept soldats » are no source
    return _kinds(outside, document.language) or _kinds(around.near, document.language)


def _kinds(words: str, language: str) -> frozenset[str]:
    folded = _PLAIN_WORDS.findall(plain(words))
    tables = [words_of_names(), relay_words(language)]
    hits = (hit for table in tables if table is not None for hit in table.hits(folded))
    return frozenset(hit.value for hit in hits if hit.kind == "source") - _ANYBODY


def _own(figure: Figure, named: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether the medium itself counts: « nos correspondants »."""
    document = evidence.documents[figure.document]
    return any(toll_words(document.language).own.stand_in(plain(name)) for name in named)


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in bare(name).split() if len(word) > _SHORT)
