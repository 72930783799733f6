"""Half-named bodies: whom « l'armée », « l'Observatoire » mean in an article that names the whole elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from recoupe.gazetteers.actors import Actors
from recoupe.languages.voice_forms import split
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Entity
from recoupe.stages.annotate.bodies import Body
from recoupe.stages.annotate.entities import body_entity, by_form
from recoupe.stages.annotate.whose import possessed, whose
from recoupe.stages.annotate.world import World
from recoupe.text import fold_word

_HEAD = "head "


@dataclass(slots=True)
class Found:
    """A name on its way to a Mention. Offsets are into the text."""

    start: int
    end: int
    entity: Entity | None
    """None while it is half-named."""
    family: str | None
    """What half a name may meet: a body's template, or `head` and the capitalised word that opens the name."""
    body: Body | None = None


def head_family(word: str) -> str:
    """The family of names that open with that folded word."""
    return _HEAD + word


def is_head(family: str | None) -> bool:
    """Whether a family is one of names by their first word."""
    return family is not None and family.startswith(_HEAD)


def meet(found: Sequence[Found], text: str, words: VoiceWords, actors: Actors, world: World) -> None:
    """Gives half-named bodies their entity: of its family the one named last before it, else the one named next.

    Where the article names none: the army, government and the like of the country that it is about, or the coalition
    that fights there. `found` is in reading order; what stays without an entity is no name.
    """
    ministry = words.ministry_name.replace("{what} ", "")

    def families(one: Found) -> set[str]:
        keys = {one.family} if one.family else set()
        if one.entity is not None:
            keys |= _head_families(actors, one.entity, anywhere=bool(words.possessors))
            called = fold_word(text[one.start : one.end]).split()
            if called[0] in words.ministries or called[-1] in words.ministries:
                keys.add(ministry)
        return keys

    # of those named in full, which are asked for twice
    told = [families(one) if one.entity is not None else None for one in found]
    following: list[Entity | None] = [None] * len(found)
    latest: dict[str, Entity] = {}
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        if one.entity is None:
            following[index] = latest.get(one.family or "")
        else:
            latest.update(dict.fromkeys(told[index] or (), one.entity))
    latest.clear()
    for index, one in enumerate(found):
        if one.entity is None and one.family is None and one.body is not None:
            one.entity = _of_subject(one, one.body, words, world)
        if one.entity is None and one.family is not None:
            one.entity = _on_side(one, text, words, world) or _told_here(one, words, world)
            one.entity = one.entity or latest.get(_as_name(one, text)) or latest.get(one.family)
            one.entity = one.entity or _later_or_home(one, following[index], words, world)
        if one.entity is not None:
            here = told[index]
            latest.update(dict.fromkeys(families(one) if here is None else here, one.entity))


def _as_name(one: Found, text: str) -> str:
    """The family of names that open with the noun of a coalition that is written as a name (« l'Alliance », for « l'Alliance
    atlantique »); empty for another."""
    word = text[one.start : one.end]
    named = one.body is not None and one.body.led and word.istitle() and word.isalpha()
    return head_family(fold_word(word)) if named else ""


def _later_or_home(one: Found, named: Entity | None, words: VoiceWords, world: World) -> Entity | None:
    """The body `named` next in the article, or that of the country that it is about, which is rather meant than another's."""
    home = _at_home(one.body, words, world) if named is None or (one.body is not None and one.body.national) else None
    abroad = named is not None and home is not None and named.country not in (None, home.country)
    return home if named is None or abroad else named


def _on_side(one: Found, text: str, words: VoiceWords, world: World) -> Entity | None:
    """The body of that kind of the state on whose side its paragraph tells of it (« Côté israélien, … . L'armée affirme »)."""
    if one.body is None or not one.body.national or not words.siding:
        return None
    before = split(text[text.rfind("\n", 0, one.start) + 1 : one.start])
    sides = (world.adjective(then) for word, then in pairwise(before) if word in words.siding)
    owner = next((side for side in reversed(list(sides)) if side is not None), None)
    if owner is None:
        return None
    one.body.of, one.body.country = owner
    return body_entity(one.body, world)


def _told_here(one: Found, words: VoiceWords, world: World) -> Entity | None:
    """The body of that kind of the state whose it is by the sentence that names it or the one before."""
    owner = whose(one.body, one.start, world, words) if one.body is not None else None
    if one.body is None or owner is None:
        return None
    one.body.of, one.body.country = world.english(owner), owner
    return body_entity(one.body, world)


def _of_subject(one: Found, body: Body, words: VoiceWords, world: World) -> Entity | None:
    """« son ministère de la Défense »: the body of that kind of the state of which the sentence tells."""
    owner = possessed(one.start, world, words)
    if owner is None:
        return None
    body.of, body.country = world.english(owner), owner
    return body_entity(body, world)


def _at_home(body: Body | None, words: VoiceWords, world: World) -> Entity | None:
    """The body of that kind of the country or town that the article is about."""
    if body is None:
        return None
    if body.led:
        fought = [code for code in world.ranked if code in words.coalitions]
        name = words.coalitions[fought[0]] if fought else None
        return None if name is None else world.actor(name) or by_form(name, "party")
    owner: tuple[str, str | None] | None = None
    if body.national:
        counting = any(word in body.template for word in words.counting)
        home = world.home(army=body.kind == "party", counting=counting)
        owner = (world.english(home), home) if home is not None else None
    elif body.local:
        owner = world.town
    if owner is None:
        return None
    body.of, body.country = owner
    return body_entity(body, world)


@lru_cache(maxsize=4096)
def first_words(actors: Actors, entity: Entity, *, anywhere: bool = False) -> frozenset[str]:
    """The folded first words of an entity's names of several words: « observatoire » for the Syrian Observatory.

    `anywhere`: every word, for a language in which the head stands behind its adjectives.
    """
    names = (fold_word(name).split() for name in _names(actors, entity) if " " in name)
    return frozenset(word for words in names for word in (words if anywhere else words[:1]))


@lru_cache(maxsize=4096)
def _head_families(actors: Actors, entity: Entity, *, anywhere: bool) -> frozenset[str]:
    return frozenset(map(head_family, first_words(actors, entity, anywhere=anywhere)))


@lru_cache(maxsize=4096)
def family_of(words: VoiceWords, actors: Actors, entity: Entity, adjective: str | None) -> str | None:
    """The family of bodies to which an actor of the gazetteer belongs (« {of} army » for the FAMa), or None.

    `adjective` is that of its country, in English; « l'armée » alone is no army that is not its country's (« l'Armée blanche »).
    """
    serves = adjective is not None and entity.name.startswith(adjective)
    for name in _names(actors, entity):
        folded = tuple(fold_word(name).split())
        for at in range(len(folded) if words.possessors else 1):
            for head in words.bodies.get(folded[at], ()):
                if head.national and head.kind == "party" and not serves:
                    continue
                size = len(head.words)
                # « air force » closes « Ukrainian air force », « armée » opens « armée malienne »
                if folded[at : at + size] == head.words and (at + size == len(folded) if at else len(folded) > size):
                    return head.name
    return None


def _names(actors: Actors, entity: Entity) -> tuple[str, ...]:
    try:
        return actors.record(entity.id).names
    except KeyError:
        return (entity.name,)
