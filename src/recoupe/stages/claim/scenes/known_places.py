"""Known places: « la ville », « ce village », « le pays », which name a place that the text has told before."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.parts import part_of, province_of
from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Place, PlacePrecision, PlaceRef, Sentence
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.scale import coarser, is_part, kilometres, same_area
from recoupe.text import fold

_FAR = 20.0
"""Kilometres within which a town is that of a camp or hospital told with it."""
_NEXT = 100.0
"""Kilometres from which a place is not in the territory told last."""
_OTHER_TOWN = 50.0
"""Kilometres from which a hospital is not that of the town told last."""

_FITS: dict[PlacePrecision, frozenset[PlacePrecision]] = {
    "point": frozenset({"point"}),
    "district": frozenset({"point", "district"}),
    "settlement": frozenset({"settlement", "district", "point"}),
    "region": frozenset({"region", "wide"}),
    "wide": frozenset({"wide"}),
}


def known_places(
    text: str,
    sentence: Sentence,
    refs: Sequence[PlaceRef],
    histories: tuple[Sequence[Place], Sequence[Place], Sequence[Place]],
    words: tuple[PlaceWords, SceneWords],
    gazetteers: Gazetteers,
    called: Mapping[str, Place],
) -> Iterator[PlaceRef]:
    """The definite words for a place in the sentence, with the place that they can mean.

    `histories` are the places where something happened (latest last), those where somebody spoke in the sentence before (« un officier
    joint à X … L'hôpital de cette ville »), and the first without the lands where people only fled to. `called` is what was named last with
    each word for a province or the like.
    """
    history, spoken, homes = histories
    places, scenes = words
    tokens = sentence.tokens
    lands, heads = either(scenes.lands, scenes.grounds), places.heads
    if lands.isdisjoint(sentence.words) and heads.keys().isdisjoint(sentence.words):
        return
    taken = [(r.span.start, r.span.end) for r in refs]
    for i in [i for i, word in enumerate(sentence.folds) if word in lands or word in heads]:
        token, head = tokens[i], sentence.folds[i]
        island = head in places.islands
        whole = head in scenes.grounds and _is_whole(sentence.folds, i, scenes)
        land = island or whole or head in scenes.lands
        if i == 0:
            continue
        before = tokens[i - 1].fold
        if before in scenes.same and i > 1:
            before = tokens[i - 2].fold
        pointing = before in scenes.pointing
        if not pointing and before not in scenes.known and before not in scenes.contracted:
            continue
        if any(a <= token.start < b for a, b in taken):
            continue
        if head in places.vague and token.text[0].isupper():
            continue  # « l'État » is the state, no province
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        if after is not None and pointing and head in places.vague and after.fold in places.of:
            continue  # « cet état de siège », « cette zone d'ombre »
        if after is not None and not pointing and (after.fold in scenes.another or after.text[0].isupper()):
            continue
        if after is not None and head in places.capitals and after.fold in places.lesser:
            continue  # « la capitale régionale »
        part = (
            i > 2 and tokens[i - 2].fold in places.of and tokens[i - 3].fold in places.parts
        )  # « cette partie de la ville »
        told_in = history[-1].country if history else None  # « un opposant joint à Paris » speaks of another land
        here = [p for p in spoken if told_in in (None, p.country)]
        told = [*history, *here] if pointing else [*here, *history]
        told += _before(refs, token.start)
        code = gazetteers.countries.by_adjective(after.text) if after is not None else None
        if code is not None:  # « la ville syrienne », where a town of another land was told last
            told = [p for p in told if p.country == code] or told
        if not land and head not in heads and code is None:
            continue  # « le sol », « le territoire » of a village
        kind = heads.get(head, "region")
        place = (
            _capital(homes, gazetteers)
            if head in places.capitals
            else _island(told, gazetteers)
            if island
            else _land(told, gazetteers)
            if land
            else again
            if (again := _called_so(head, refs, token.start, told, called)) is not None and code is None
            else _antecedent(
                kind,
                [
                    p if part else _town(p, told, head, places, gazetteers)
                    for p in told
                    if (head in places.loose or not is_part(p)) and not _is_quarter(p, head, places)
                ],
                gazetteers,
                around=head not in places.natural,
            )
        )
        if place is not None and code is not None and code == place.country and kind == "region":
            # « le territoire palestinien », « la région éthiopienne »: a land of that people, and not its districts
            theatre = gazetteers.places.land(told[-1])
            held = theatre is not None and theatre.precision == "region"
            place = theatre if held else gazetteers.places.country(code) if head in scenes.grounds else place
        if place is None:
            continue
        direction = i - 2 if land and i > 2 and tokens[i - 2].fold in places.directions else None
        if direction is None:
            yield PlaceRef(Span.cut(text, token.start, token.end), place)
            continue
        span = Span.cut(text, tokens[direction].start, token.end)
        at = direction - 2 if tokens[direction - 1].fold in places.articles else direction - 1
        inside = at < 0 or tokens[at].fold not in places.bearings
        english = places.directions[tokens[direction].fold]
        yield PlaceRef(span, part_of(place, english, span.text, gazetteers.places, inside=inside))


def _called_so(
    head: str, refs: Sequence[PlaceRef], offset: int, told: Sequence[Place], called: Mapping[str, Place]
) -> Place | None:
    """What was named last with the very word, if the place told last may lie in it: « le territoire de X … dans ce territoire »."""
    here = [r for r in refs if r.span.end <= offset and r.place is not None]
    named = [r.place for r in here if fold(r.span.text).startswith(head + " ")]
    place = named[-1] if named else called.get(head)
    if place is None or not told or place.precision in ("country", "wide"):
        return None
    last = told[-1]
    if last.id == place.id or place.id in last.parents:
        return place
    if last.country != place.country or not same_area(place, last):
        return None
    # a town said to lie in a province far larger than its name's town
    return place if coarser(place, last) > 0 or (kilometres(place, last) or _NEXT) < _NEXT else None


def provinces(
    text: str, sentence: Sentence, refs: Sequence[PlaceRef], words: PlaceWords, gazetteers: Gazetteers
) -> Sequence[PlaceRef]:
    """The sentence's places, with « au Nord » and « à l'Ouest » behind a land the provinces of it that are called so."""
    if words.directions.keys().isdisjoint(sentence.words) or not refs:
        return refs
    tokens, found = sentence.tokens, list(refs)
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        english = words.directions.get(token.fold)
        composed = after.fold in words.of or after.text[0].isupper() or after.text == "-"
        if english is None or not token.text[0].isupper() or composed:
            continue
        if before.fold not in words.bearings and before.fold not in words.articles:
            continue
        land = next((r.place for r in found if r.place is not None and r.span.end <= token.start), None)
        province = province_of(land, english, gazetteers.places) if land is not None else None
        if province is None:
            continue
        found = [r for r in found if r.span.end <= token.start or r.span.start >= token.end]
        found = [*merged(found, [PlaceRef(Span.cut(text, token.start, token.end), province)])]
    return found


def _is_whole(folds: Sequence[str], at: int, scenes: SceneWords) -> bool:
    """Whether all of a land is meant: « l'ensemble du territoire », « tout le territoire », « le territoire national »."""
    before, behind = folds[max(0, at - 3) : at], folds[at + 1 : at + 2]
    return not scenes.all_of.isdisjoint(before) or not scenes.national.isdisjoint(behind)


def _is_quarter(place: Place, head: str, words: PlaceWords) -> bool:
    """Whether a place is a quarter of a town (« Buatni, Benghazi »), which « l'aéroport » does not mean."""
    return "," in place.name and words.heads.get(head) == "point"


def _town(place: Place, told: Sequence[Place], head: str, words: PlaceWords, gazetteers: Gazetteers) -> Place:
    """The place; where « la ville » is meant, the town in which a quarter, a camp or a hospital lies that was told last."""
    if words.heads.get(head) != "settlement" or head in words.small or place.precision not in ("point", "district"):
        return place
    town = gazetteers.places.town(place)
    beside = (p for p in told if p.precision == "settlement" and (kilometres(p, place) or _FAR) < _FAR)
    return town or next(beside, place)


def _before(refs: Sequence[PlaceRef], offset: int) -> Iterator[Place]:
    """The places of the sentence that end before an offset."""
    return (r.place for r in refs if r.place is not None and r.span.end <= offset)


def _land(history: Sequence[Place], gazetteers: Gazetteers) -> Place | None:
    country = next((p.country for p in reversed(history) if p.country), None)
    return gazetteers.places.country(country) if country else None


def _island(history: Sequence[Place], gazetteers: Gazetteers) -> Place | None:
    """The country told last, where it is an island; else the island or region told last by a name of its own."""
    land = _land(history, gazetteers)
    if land is not None and land.country is not None and gazetteers.countries.record(land.country).island:
        return land
    return _antecedent("region", history, gazetteers, around=False)


def _capital(history: Sequence[Place], gazetteers: Gazetteers) -> Place | None:
    """The capital of the country told last."""
    country = next((p.country for p in reversed(history) if p.country), None)
    city = next(iter(gazetteers.countries.record(country).capital), None) if country else None
    return gazetteers.places.choose(city, {country: 1.0}, (), "settlement") if city and country else None


def _antecedent(
    precision: PlacePrecision, history: Sequence[Place], gazetteers: Gazetteers, *, around: bool
) -> Place | None:
    """The latest place of the history of that kind; `around`: where no region was told, the one that holds the latest place."""
    fits = _FITS[precision]
    unnamed: Place | None = None
    for place in reversed(history):
        if precision == "point" and place.precision == "settlement" and unnamed is None:
            unnamed = place
        if precision == "point" and unnamed is not None and (kilometres(place, unnamed) or 0.0) > _OTHER_TOWN:
            return None  # « À Y, … près de l'aéroport » is no hospital of X
        lake = precision == "wide" and place.country is None  # of several countries, and smaller than one
        if (place.precision in fits or lake) and (unnamed is None or place.country == unnamed.country):
            return place
        if around and precision == "region" and unnamed is None:
            above = (gazetteers.places.get(identity) for identity in place.parents)
            unnamed = next((p for p in above if p is not None and p.precision == "region"), None)
    return unnamed


def merged(refs: Sequence[PlaceRef], known: Sequence[PlaceRef]) -> Sequence[PlaceRef]:
    """Both in reading order."""
    if not known:
        return refs
    found = list(refs)
    for ref in known:
        found.insert(bisect_left([r.span.start for r in found], ref.span.start), ref)
    return found
