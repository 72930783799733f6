"""Other days: whether the time that the text is at is not that of a count."""

from datetime import date, timedelta

from recoupe.languages.times import time_words
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.setting import Setting
from recoupe.text import fold

_BODILY = frozenset({"killed", "wounded", "casualties"})
_WEEK = 7


def is_elsewhere(scene: Scene, setting: Setting) -> bool:
    """Whether a sentence names a town, and not the one that the text is at."""
    place = setting.ground(scene.sentence).place
    towns = [s.place for s in scene.spots if s.place is not None and is_exact(s.place) and not s.far]
    return bool(towns) and place is not None and place not in towns


def told_before(time: TimeRef, scene: Scene, context: FigureContext, setting: Setting) -> TimeRef | None:
    """When the count was given, if that is before the time that would date its harm: nobody counts the dead of a day to come."""
    if time.date_from is None or not context.chain:
        return None
    cue = context.chain[-1].cue
    here = cue is not None and context.sentence.start <= cue.start < context.sentence.end
    if cue is None or not here:
        return None
    # a weekday's week is a guess
    first = (date.fromisoformat(time.date_from) - timedelta(days=_WEEK)).isoformat()
    before = {t: first if t.precision == "day" else time.date_from for t in scene.told}
    long_ago = next((t for t in scene.told if t.date_to is not None and t.date_to < before[t]), None)
    if long_ago is not None:
        return long_ago
    # « lundi, X avait déjà annoncé la mort de cinq civils »
    told = context.sentence.within(cue.start, cue.end)
    if not setting.pack.verbs.imperfect_auxiliaries.isdisjoint(t.fold for t in told):
        earlier = (
            t for t in scene.told if t.precision == "day" and t.date_to is not None and t.date_to < time.date_from
        )
        return next(earlier, None)
    # « la veille, X avait annoncé la mort de neuf civils »
    anchored = time_words(setting.pack).values["ANCHORED"]
    eve = (t for t in scene.told if any(anchored.get(word, 0) < 0 for word in fold(t.span.text).split()))
    return next((t for t in eve if t.date_to is not None and t.date_to < time.date_from), None)


def is_of_other_harm(time: TimeRef, context: FigureContext, scene: Scene, setting: Setting) -> bool:
    """« 900 tués depuis le putsch. L'armée a capturé 40 soldats à X »: whether the time is the start of a sum told before, of
    another harm than the count, which has a town of its own."""
    if time.kind != "since" or time.span.start >= context.sentence.start:
        return False
    if is_elsewhere(scene, setting) and setting.events.names_one(context.sentence.tokens):
        return True  # « 85 morts depuis le 10 mai à X. 22 villageois ont péri dans une attaque contre Y »
    summed = {f.effect for f in context.earlier if f.date_span is not None and f.date_span.start == time.span.start}
    bodily = context.effect in _BODILY and not summed.isdisjoint(_BODILY)
    apart = bool(summed) and context.effect not in summed and not bodily
    return apart and any(is_exact(s.place) for s in scene.spots)
