"""Speaking spots: places at the head of a sentence that speak, or send word of another place."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.spots import Spot

_DASHES = frozenset("-–—")
_BRACKETED = 6
"""Words in which brackets around a town and its agency close (« (Deir ez-Zor, AFP) »)."""


def speaks(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether a capital before a colon speaks: another country is named as the place (« Moscou : … tués en Syrie »)."""
    other = [s for s in spots if not s.frame and s.role == "at" and not s.near and not s.far]
    abroad = [s.place for s in other if s.place is not None]
    return spot.frame and spot.place is not None and any(p.country not in (None, spot.place.country) for p in abroad)


def sends(spot: Spot, spots: Sequence[Spot], sentence: Sentence) -> bool:
    """Whether a town before a dash or in brackets opens a paragraph, and the dash one that tells of other places: « Beyrouth - Des
    raids … à Damas », « (Goma) Des hommes armés … »."""
    after = next((t.text for t in sentence.tokens if t.start >= spot.end), "")
    at = sentence.first_at(spot.start)
    if at == 1 and sentence.kind == "paragraph" and sentence.tokens[0].text == "(":
        return any(t.text == ")" for t in sentence.tokens[at + 1 : at + _BRACKETED])
    opens = sentence.kind == "paragraph" and spot.start == sentence.start and after in _DASHES
    return opens and any(s.place is not None and s.role == "at" and not s.far for s in spots if s is not spot)
