"""Second events: what a sentence puts beside its harm behind a comma, with a place of its own."""

from recoupe.languages.word_sets import either
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.events import Events


def is_second(spot: Spot, scene: Scene, events: Events) -> bool:
    """Whether a spot is that of a second event: « 46 morts en deux jours dans des raids, un obus sur une école de X »."""
    tokens = scene.sentence.tokens
    comma = _comma_before(spot, scene)
    if comma is None or comma + 2 >= scene.sentence.first_at(spot.start):
        return False
    if events.harm.isdisjoint(t.fold for t in tokens[:comma]):
        return False
    known = either(events.words.events, events.words.means)
    return tokens[comma + 1].fold in events.words.a and tokens[comma + 2].fold in known


def is_of_first(start: int, spot: Spot, scene: Scene, events: Events) -> bool:
    """Whether what stands at an offset is told before the second event whose spot this is."""
    comma = _comma_before(spot, scene)
    return comma is not None and start < scene.sentence.tokens[comma].start and is_second(spot, scene, events)


def _comma_before(spot: Spot, scene: Scene) -> int | None:
    tokens = scene.sentence.tokens
    at = scene.sentence.first_at(spot.start)
    return next((i for i in range(at - 1, 0, -1) if tokens[i].text in ",;"), None)
