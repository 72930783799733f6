"""Changed places: one place in the place of another, or one left out of a toll."""

from collections.abc import Iterator

from recoupe.model.relay import Change
from recoupe.stages.derive.lone_tolls import is_toll
from recoupe.stages.derive.marks import Marks, Spot
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.side import Side


def changed_places(left: Side, right: Side) -> Iterator[Change]:
    """One place in the place of another, or a place left out of a toll and named nowhere in the relay."""
    gone, come = _elsewhere(left.marks, right.marks), _elsewhere(right.marks, left.marks)
    if len(gone) == 1 and len(come) == 1:
        x, y = gone[0], come[0]
        if x.small == y.small and x.countries & y.countries:
            yield Change("place", "value", left.span(x.start, x.end), right.span(y.start, y.end))
    elif gone and not come and any(map(is_toll, left.marks.counts)):
        words = name_skeletons(right.profile.document.text)
        for x in gone:
            if x.keys and x.small and not right.marks.places and not x.keys & words:
                yield Change("place", "dropped", left.span(x.start, x.end), None)


def _elsewhere(here: Marks, there: Marks) -> list[Spot]:
    """The places of one side that are none of the other's, nor inside or around one of them."""
    meant = frozenset().union(*(spot.meant for spot in there.places))
    around = frozenset().union(*(spot.around for spot in there.places))
    met = meant | around
    return [s for s in here.places if not (s.meant & met or s.around & meant or s.keys & there.names)]
