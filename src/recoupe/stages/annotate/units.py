"""Units: which place « la province », « le territoire » mean without its name, in an article that names it elsewhere."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from recoupe.model.annotation import Place, PlacePrecision, PlaceRef
from recoupe.text import bare


class Units:
    """Answers for one article."""

    def __init__(self, places: Sequence[PlaceRef], heads: Mapping[str, PlacePrecision]) -> None:
        """`heads` are the folded nouns for a place, with the precision that they ask for."""
        self._places = places
        self._written = heads

    @cached_property  # few articles ask
    def _heads(self) -> Mapping[str, PlacePrecision]:
        return {bare(noun): size for noun, size in self._written.items()}

    @cached_property
    def _named(self) -> Sequence[tuple[int, str, bool, Place]]:
        return [
            (ref.span.start, bare(ref.span.text.split()[0]), ref.span.text[0].isupper(), ref.place)
            for ref in self._places
            if ref.place is not None
        ]

    def meant(self, noun: str, at: int) -> Place | None:
        """The place that `noun` means at offset `at`: of those so called the last one before it, else the next; else the
        only one of its size that the article names; None where there is none."""
        noun = bare(noun)
        called = [(start, place) for start, first, _, place in self._named if first == noun]
        if called:
            before = [place for start, place in called if start < at]
            return before[-1] if before else called[0][1]
        size = self._heads.get(noun)
        # « le nord du pays » is none that has a police
        named = (place for _, first, capital, place in self._named if capital or first in self._heads)
        alike = {place.id: place for place in named if place.precision == size}
        return next(iter(alike.values())) if len(alike) == 1 else None
