"""What a sign may ask to stand around it: a place, people, armed people, something that can be hit."""

from recoupe.languages.kinds import Rule
from recoupe.stages.claim.kinds.grounds import Ground, ground_at, ground_before, is_attributive
from recoupe.stages.claim.kinds.sign_verbs import group_start
from recoupe.stages.claim.kinds.standing import is_argument
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

NEAR = 8
_ARMED = 10
_FROM = 9
_OBJECT = 6
_HOLDER = 4


def around(stretch: Stretch, rule: Rule, at: int, end: int) -> bool:
    """Whether one word of the list that must stand near does, and none of the list that must not."""
    folds = stretch.line.folds
    if rule.not_before and stretch.line.fold(end) in rule.not_before:
        return False
    if not (rule.near or rule.without):
        return True
    near = [*folds[max(0, at - NEAR) : at], *folds[end : end + NEAR]]
    return rule.without.isdisjoint(near) and not (rule.near and rule.near.isdisjoint(near))


def needed(stretch: Stretch, rule: Rule, at: int, end: int, passive: bool, index: KindIndex) -> Ground | bool:
    """What the rule asks for: the place, or True; False when it is not there."""
    line = stretch.line
    match rule.needs:
        case "people":
            return not index.people.isdisjoint(stretch.near(at, end, NEAR))
        case "civilians":
            return not index.civilians.isdisjoint(stretch.near(at, end, NEAR))
        case "place":
            if not passive:
                return ground_at(stretch, end, index, named=rule.named) or False
            ground = ground_before(stretch, group_start(line, at), index)
            return ground if ground is not None and not is_attributive(stretch, ground, index) else False
        case "home":
            found = ground_at(stretch, end, index)
            left = found is not None and (found.ref is not None or line.folds[found.at] in index.words.grounds.homes)
            return left and not index.civilians.isdisjoint(stretch.near(at, end, NEAR))
        case "held_place":
            ground = ground_before(stretch, group_start(line, at), index)
            return ground or _armed_behind(stretch, end, index)
        case "place_before":
            return ground_before(stretch, group_start(line, at), index) or False
        case "place_after":
            return ground_at(stretch, end - 1, index, named=rule.named) or False
        case "armed_place":
            return _armed_before(stretch, at, index) and (ground_at(stretch, end, index) or False)
        case "of_place":
            return _behind_of(stretch, end, end + 2, index)
        case "place_from":
            return _behind_of(stretch, end, end + _FROM, index)
        case "base":
            found = ground_at(stretch, end, index)
            if found is None or passive or not _armed_before(stretch, at, index):
                return False
            return found if found.ref is not None or line.folds[found.at] in index.words.grounds.bases else False
        case "target":
            return _can_be_hit(stretch, at, end, passive, index)
        case "argument":
            return is_argument(line, at, index)
        case _:
            return True


def _behind_of(stretch: Stretch, start: int, stop: int, index: KindIndex) -> Ground | bool:
    """The first place behind « of » between two words; False when a mark comes first, or there is none."""
    line, grounds = stretch.line, index.words.grounds
    for at in range(start, min(line.end, stop)):
        if line.stops(at) or line.folds[at] == ",":
            return False
        if line.folds[at] in grounds.from_:
            ground = ground_at(stretch, at, index)
            if ground is not None:
                return ground
    return False


def _armed_before(stretch: Stretch, at: int, index: KindIndex) -> bool:
    """Whether who does it bears arms."""
    if any(at - _ARMED <= p.first < at and p.entity.kind == "party" for p in stretch.parties.named):
        return True
    people, hands = index.lexicon.counted.people, stretch.notes.agents.hands
    return any(f in hands or people.get(f) == "combatants" for f in stretch.line.folds[max(0, at - _ARMED) : at])


def _armed_behind(stretch: Stretch, end: int, index: KindIndex) -> bool:
    """« sous le contrôle des rebelles »: whether who holds it follows, and bears arms."""
    if any(end <= p.first <= end + _HOLDER and p.entity.kind in ("party", "state") for p in stretch.parties.named):
        return True
    people, hands = index.lexicon.counted.people, stretch.notes.agents.hands
    return any(f in hands or people.get(f) == "combatants" for f in stretch.line.folds[end : end + _HOLDER])


def _can_be_hit(stretch: Stretch, at: int, end: int, passive: bool, index: KindIndex) -> bool:
    """Whether what can be hit is the object, or the subject of the passive, and nobody but nature or money hits it."""
    line = stretch.line
    if not stretch.notes.agents.nobody.isdisjoint(stretch.near(at, end, NEAR)):
        return False
    where = range(max(0, at - NEAR), at) if passive else range(end, min(line.end, end + _OBJECT))
    for place in where:
        if not passive and line.stops(place):
            return False
        if line.folds[place] in index.words.grounds.targets or place in stretch.places:
            return True
    return any(p.first in where and p.entity.kind == "party" for p in stretch.parties.named)
