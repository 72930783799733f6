"""Returns: sentences that go back to the main event from another one that was told in between, and name its place only by the way."""

from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.lead_days import same_day
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.words.events import Events

_TITLE = 5
"""How many words before the town may say who of its people tells."""
_DATED = 4
"""How many words after an event its day may stand (« l'attaque meurtrière de samedi »)."""


def returns_to(scene: Scene, main: Ground, since: Scene, last: Ground, events: Events) -> bool:
    """Whether a sentence without a place of harm goes back to the main event; `since` is the scene of the place told last."""
    if last.place == main.place or not is_exact(main.place) or not is_exact(last.place) or scene.back or scene.other:
        return False
    if any(s.place is not None and s.role != "toward" and not s.far for s in scene.spots):
        return False
    return _is_told_there(scene, main, events) or _is_dated(scene, main, since, events)


def _is_told_there(scene: Scene, main: Ground, events: Events) -> bool:
    """« … nous avons enterré 41 corps, raconte un habitant de X », « Sur le marché de X, les secours ont dénombré 41 blessés »."""
    folds = scene.sentence.folds
    for seat in scene.seats:
        at = scene.sentence.first_at(seat.start)
        comma = next((i for i in range(at - 1, -1, -1) if folds[i] == ","), -1)
        people = folds[max(comma + 1, at - _TITLE) : at]
        if seat.place == main.place and not events.words.near.isdisjoint(people):
            return True
        opens = at < _TITLE and folds[0] in events.pack.words.prepositions
        if seat.place == main.place and opens and not events.words.near.isdisjoint(folds[at : at + _TITLE + 2]):
            return True
    return False


def _is_dated(scene: Scene, main: Ground, since: Scene, events: Events) -> bool:
    """« L'attaque de samedi a aussi fait 41 blessés », where the day is that of the main event and of no other told since."""
    day, tokens = main.time, scene.sentence.tokens
    if day is None or day.kind != "point" or not events.takes_up(scene.sentence):
        return False
    if any(same_day(t, day) for t in since.times):
        return False
    for time in (t for t in scene.times if same_day(t, day)):
        at = scene.sentence.first_at(time.span.start)
        near = tokens[max(0, at - _DATED - 1) : at]
        if near and near[-1].fold in events.words.of and any(t.fold in events.words.events for t in near):
            return True
    return False
