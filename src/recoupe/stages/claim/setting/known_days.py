"""Known days: the day on which an article has told what befell a town, for what it tells of that town later."""

from collections.abc import Callable, Set

from recoupe.model.annotation import Place, TimeRef
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.whereabouts import Ground, dated

_DAYS = frozenset({"point", "interval"})


class KnownDays:
    """The days of an article's towns. The one that the article is about, whose day is that of the main event, has none here."""

    def __init__(self, main: Ground, brings_in_one: Callable[[Scene], bool], wasting: Set[str]) -> None:
        self._main, self._brings_in_one = main, brings_in_one
        self._wasting = wasting
        """Words of disease, hunger and graves, whose dead are no blow's."""
        self._told: dict[str, list[tuple[int, TimeRef]]] = {}
        self._last = ""

    def note(self, scene: Scene, place: Place | None, time: TimeRef | None) -> None:
        """Keeps the day on which a sentence puts what it tells of a town. Sentences come in reading order."""
        if place is None or not is_exact(place) or not (scene.tells or scene.points):
            return
        self._last = place.id
        if place == self._main.place:
            return
        if time is None or time == self._main.time or time.kind not in _DAYS or not dated(time):
            return
        self._told.setdefault(place.id, []).append((scene.sentence.index, time))

    def day(self, scene: Scene, place: Place | None) -> TimeRef | None:
        """The day told for a town before a sentence that gives none and brings in no other event: « L'attaque de X a fait 59 morts », but
        not « À X, 120 personnes ont péri du choléra », « 400 corps ont été exhumés »."""
        told = self._told.get(place.id, ()) if place is not None else ()
        if not told or scene.times or scene.other or self.wastes(scene) or self._brings_in_one(scene):
            return None
        return next((time for index, time in reversed(told) if index < scene.sentence.index), None)

    def wastes(self, scene: Scene) -> bool:
        """Whether a sentence tells of disease, hunger or graves."""
        return not self._wasting.isdisjoint(scene.sentence.words)

    def seat(self, scene: Scene) -> Spot | None:
        """The town told last, where only somebody of that town speaks: « Un médecin de X a fait état de 59 morts »."""
        towns = {s.place.id for s in scene.seats if s.place is not None and is_exact(s.place)}
        if scene.spots or towns != {self._last} or self._last not in self._told:
            return None
        return next(s for s in scene.seats if s.place is not None and s.place.id == self._last)
