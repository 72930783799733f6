"""Bare parts: « dans le centre », « dans l'est », which say of no land that they are its part."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.parts import part_of
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Place, PlaceRef, Sentence
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.known_places import merged


def bare_parts(
    text: str,
    sentence: Sentence,
    refs: Sequence[PlaceRef],
    history: Sequence[Place],
    words: PlaceWords,
    gazetteers: Gazetteers,
) -> Sequence[PlaceRef]:
    """The sentence's places, with « dans le centre » as the part of the land that the sentence names, or of the one told last.

    A direction with more behind it (« dans le nord de X », « dans le sud libanais », « dans l'est-ukrainien ») is not bare; nor is
    one in a sentence that names a town before it, of which it may be a part.
    """
    if words.directions.keys().isdisjoint(sentence.words):
        return refs
    tokens = sentence.tokens
    for i, (article, token) in enumerate(pairwise(tokens[1:]), 2):
        english = words.directions.get(token.fold)
        if english is None or article.fold not in words.articles or tokens[i - 2].fold not in words.inside:
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and (
            after.fold in words.of
            or after.fold in words.centres  # « le centre commercial Y »
            or (after.text[0].isalnum() and _is_named(after.text, gazetteers))
        ):
            continue
        if any(t.fold in words.directions for t in tokens[i + 1 : i + 4]):
            continue  # « dans le sud et l'est du pays »
        if any(r.span.start <= token.start < r.span.end for r in refs):
            continue
        land = _land(refs, history, token.start, gazetteers)
        if land is None:
            continue
        part = part_of(land, english, f"{token.text}", gazetteers.places, inside=True)
        if part.id != land.id:
            return merged(refs, [PlaceRef(Span.cut(text, token.start, token.end), part)])
    return refs


def _is_named(word: str, gazetteers: Gazetteers) -> bool:
    """Whether the word behind a direction says of which land it is a part, or is a name."""
    return word[0].isupper() or gazetteers.countries.by_adjective(word) is not None


def _land(refs: Sequence[PlaceRef], history: Sequence[Place], offset: int, gazetteers: Gazetteers) -> Place | None:
    """The one land that the sentence names; where it names no place before the offset, that of the place told last."""
    here = [r.place for r in refs if r.place is not None]
    lands = {p.id: p for p in here if p.precision == "country"}
    if len(lands) == 1:
        return next(iter(lands.values()))
    if lands or any(r.place is not None and r.span.start < offset for r in refs):
        return None
    last = history[-1] if history else None
    return gazetteers.places.country(last.country) if last is not None and last.country else None
