"""Short ways: towns that a sentence names only to say how few kilometres from them it is."""

from collections.abc import Sequence, Set

from recoupe.model.annotation import Numeral, Sentence
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.spots import DAY_TRIP, Spot

_AHEAD = 40
"""Characters from the number of kilometres to the town that they are counted from."""


def close_by(found: list[Spot], sentence: Sentence, numerals: Sequence[Numeral], units: Set[str]) -> list[Spot]:
    """The spots; where the one town of the sentence only measures a short way, the event is near it (« à 10 km de X »)."""
    if not any(s.far for s in found) or any(not s.far and is_exact(s.place) for s in found):
        return found
    ways = [s for s in found if s.far and is_exact(s.place) and _is_short(s.start, sentence, numerals, units)]
    return [s._replace(far=False, near=True) if len(ways) == 1 and s is ways[0] else s for s in found]


def _is_short(offset: int, sentence: Sentence, numerals: Sequence[Numeral], units: Set[str]) -> bool:
    """Whether so few kilometres are counted right before an offset that a day's walk does them."""
    near = sentence.within(max(sentence.start, offset - _AHEAD), offset)
    unit = next((i for i, t in enumerate(near) if t.fold in units), None)
    if unit is None:
        return False
    written = [int(t.text) for t in near[:unit] if t.text.isdecimal()]
    told = [n.value for n in numerals if n.value is not None and near[0].start <= n.number_start < near[unit].start]
    ways = written or told
    return bool(ways) and ways[-1] <= DAY_TRIP
