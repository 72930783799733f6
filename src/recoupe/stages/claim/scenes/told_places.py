"""Told places: what a text has told of places so far, which « la ville » and « le pays » mean, and what holds those that nobody knows."""

from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Place, PlaceRef, Sentence
from recoupe.stages.claim.scenes.bare_parts import bare_parts
from recoupe.stages.claim.scenes.known_places import known_places, merged, provinces
from recoupe.stages.claim.scenes.scale import coarser, same_area
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.events import place_words, scene_words
from recoupe.text import fold

_HISTORY = 40
"""How many places told before « la ville » and « le pays » may mean."""


class ToldPlaces:
    """Remembers the places of one article, sentence after sentence."""

    def __init__(self, text: str, pack: LanguagePack, gazetteers: Gazetteers) -> None:
        self.text, self.gazetteers = text, gazetteers
        self.places, self.words = place_words(pack), scene_words(pack)
        self.history: list[Place] = []
        self.homes: list[Place] = []
        """The same without the lands where people fled to."""
        self.spoken: list[Place] = []
        """The places where somebody spoke in the sentence before."""
        self.called: dict[str, Place] = {}
        """What was named last with each word for a province or the like (« le territoire de X »)."""
        self.containers: dict[str, Place] = {}
        """What holds the places that no gazetteer knows."""

    def meant(self, refs: Sequence[PlaceRef], sentence: Sentence) -> Sequence[PlaceRef]:
        """The places that a sentence names, and those that its words mean which name none (« la ville », « le pays », « l'est »)."""
        histories, words = (self.history, self.spoken, self.homes), (self.places, self.words)
        known = known_places(self.text, sentence, refs, histories, words, self.gazetteers, self.called)
        refs = provinces(self.text, sentence, merged(refs, list(known)), self.places, self.gazetteers)
        return bare_parts(self.text, sentence, refs, self.homes, self.places, self.gazetteers)

    def remember(self, found: Sequence[Spot], seats: Sequence[Spot], refs: Sequence[PlaceRef], *, tells: bool) -> None:
        """Takes in the places of a sentence, which stand in its `refs`; `tells` says that it tells of an event or of harm."""
        self._call(refs)
        told = [s for s in found if s.place is not None and s not in seats]
        self.spoken = [] if tells or told else [s.place for s in seats if s.place is not None]
        # « X, au sud de Y »: « la ville » is X
        told.sort(key=lambda s: not (s.near or s.far))
        self.history = [*self.history[-_HISTORY:], *(s.place for s in told if s.place is not None)]
        home = self.homes[-1].country if self.homes else None
        fled = [s for s in told if s.role == "toward" and s.place is not None and s.place.country != home]
        stayed = [s.place for s in told if s.place is not None and (home is None or s not in fled)]
        self.homes = [*self.homes[-_HISTORY:], *stayed]

    def _call(self, refs: Sequence[PlaceRef]) -> None:
        """Takes in what is named with a word for a province or the like."""
        for ref in refs:
            head, _, name = fold(ref.span.text).partition(" ")
            if ref.place is not None and name and self.places.heads.get(head) == "region":
                self.called[head] = ref.place

    def held(self, spot: Spot) -> Spot:
        """The spot, with the place that holds it if it is unknown and was told before with what holds it."""
        if spot.unknown is None:
            return spot
        if spot.place is not None:
            held = self.containers.get(spot.unknown)
            if held is None or coarser(held, spot.place) > 0 or not same_area(held, spot.place):
                self.containers[spot.unknown] = spot.place
            return spot
        return spot._replace(place=self.containers.get(spot.unknown))

    def settled(self, spot: Spot) -> Spot:
        """The spot; an unknown village is in the least wide of what the text says to hold it, be it later."""
        held = self.containers.get(spot.unknown) if spot.unknown is not None else None
        if held is None or spot.place is None or not same_area(held, spot.place) or coarser(spot.place, held) <= 0:
            return spot
        return spot._replace(place=held)
