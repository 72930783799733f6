"""Masks: the names of private persons, and what stands in their place where something is published."""

import re
from collections.abc import Iterable

from recoupe.model.annotation import Entity, Mention, Voice
from recoupe.model.attribution import Attribution

_PERSON = "person-"
"""How the ids of persons begin whom no gazetteer knows: the others are public figures."""
_PRIVATE: frozenset[Voice] = frozenset({"witness", "relative", "local"})
_SHORTEST = 3
"""Letters of a part of a name that stands alone for the person."""


class Masks:
    """The names of persons who hold no office that an article tells of, replaced by a word; with `names` empty, none are."""

    def __init__(self, names: Iterable[str], word: str) -> None:
        self._word = word
        ordered = sorted({name for name in names if name.strip()}, key=lambda name: (-len(name), name))
        whole = "|".join(r"\s+".join(map(re.escape, name.split())) for name in ordered)
        self._pattern = re.compile(rf"(?<!\w)(?:{whole})(?!\w)", re.IGNORECASE) if ordered else None

    def __call__(self, text: str) -> str:
        """The text without these names."""
        return self._pattern.sub(self._word, text) if self._pattern else text


def private_names(mentions: Iterable[Mention], attributions: Iterable[Attribution]) -> frozenset[str]:
    """Every name under which private persons are mentioned: persons without an office or a body that an article gives them.

    A person of whom any article tells an office is an official in all of them.
    """
    named: dict[str, set[str]] = {}
    public: set[str] = set()
    for each in mentions:
        _take(each.entity, each.role, each.organisation, each.span.text, named, public)
    for act in attributions:
        if act.entity is not None:
            words = act.source.text if act.source and act.entity.name in act.source.text else ""
            _take(act.entity, act.role, act.organisation, words, named, public)
    names = {name for identity, several in named.items() if identity not in public for name in several}
    lasts = {part for name in names for part in name.split() if len(part) >= _SHORTEST and part[:1].isupper()}
    known = {part for identity in public for name in named.get(identity, ()) for part in name.split()}
    return frozenset(names | (lasts - known))


def _take(
    entity: Entity, role: str | None, organisation: str | None, words: str, named: dict[str, set[str]], public: set[str]
) -> None:
    if entity.kind != "person":
        return
    named.setdefault(entity.id, set()).update(name for name in (entity.name, entity.name_fr or "", words) if name)
    is_known = not entity.id.startswith(_PERSON)
    if is_known or organisation or (role and entity.voice not in _PRIVATE):
        public.add(entity.id)
