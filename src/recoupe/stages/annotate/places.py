"""Places that the text names: found one by one, then told apart by the countries that the article speaks of."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import takewhile

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.parts import part_of
from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Numeral, Place, PlacePrecision, PlaceRef, Sentence
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.stages.annotate.apart import apart
from recoupe.stages.annotate.homonyms import homonyms
from recoupe.stages.annotate.measured_places import measured
from recoupe.stages.annotate.place_items import item_shapes, shape_of
from recoupe.stages.annotate.place_names import shouted
from recoupe.stages.annotate.place_seeker import Found, Seeker

_WORDS = re.compile(r"[^\W\d_]+(?:[-' ’][^\W\d_]+)*")
_TITLE = 2.0
"""How much more a headline's countries weigh."""
_NAMED, _ADJECTIVE, _SPEAKING, _TOWN, _DATELINE = 2.0, 1.0, 0.5, 1.0, 0.5
"""What a country weighs when it, its people, its speaking state, one of its towns or the dateline is named."""
_NEAR = 6
"""How many places told before help to tell a homonym."""
_OWNED = 7
"""How many words before « de X » may name what lies in X."""
_FAR = 3000
"""From how many kilometres on a town does not speak for a country that nothing else in the text speaks for."""
_DOER = 4
"""How many words « par les bombardements de » has."""
_BEFELL = 7
"""How many words behind a town say what befell it (« a de nouveau été frappée »)."""
_CITY = 48
"""The rank (a town of some 60 000) from which nobody calls a place a village."""
_CITY_KM = 50.0
"""Kilometres from a town beyond which no quarter is one of its own."""
_ABROAD_KM = 150.0
"""Kilometres from all that was told before beyond which a small town is in no other land that only an adjective names."""
_SMALL = 30
"""The rank up to which a quarter is known in its own town alone."""
_SURROUNDED = 8
"""How many tokens may stand between an unknown name and the place that holds it."""


@cache
def place_words(pack: LanguagePack) -> PlaceWords:
    return PlaceWords.load(pack.table("places"))


def places(
    document: Document,
    sentences: Sequence[Sentence],
    pack: LanguagePack,
    gazetteers: Gazetteers,
    numerals: Sequence[Numeral] = (),
) -> tuple[PlaceRef, ...]:
    """The names of places in the sentences, in reading order.

    `place` is None where a word for a place stands before a name that no gazetteer knows. Persons, bodies,
    capitals that speak for their state, and adjectives are no places. Datelines are not read for places, but their
    country counts when a name has homonyms. Spans begin with the word for the place
    (« village de … »); offsets are into the text. With the text's `numerals`, a place that only a way from another tells
    (« à X, à 50 km au nord de Y ») is reckoned from it.
    """
    return _Reader(document, place_words(pack), gazetteers, numerals).read(sentences)


class _Reader:
    """One reading of one Document: first what may be meant, then, with the countries known, what is."""

    def __init__(
        self, document: Document, words: PlaceWords, gazetteers: Gazetteers, numerals: Sequence[Numeral]
    ) -> None:
        self.document = document
        self.numerals = numerals
        self.words = words
        self.gazetteers = gazetteers
        self.weights: defaultdict[str, float] = defaultdict(float)
        self.by_town: defaultdict[str, float] = defaultdict(float)
        """What each spelling of a town gave to its country's weight."""
        self.by_adjective: defaultdict[str, float] = defaultdict(float)
        """What its adjective gave to each country's weight."""
        self.chosen: dict[tuple[str, PlacePrecision | None, bool], Place | None] = {}

    def read(self, sentences: Sequence[Sentence]) -> tuple[PlaceRef, ...]:
        """The references of all the sentences."""
        seeker = Seeker(self.document.text, self.words, self.gazetteers)
        found: list[Found] = []
        self._weigh_dateline()
        for sentence in sentences:
            factor = _TITLE if sentence.kind == "title" else 1.0
            for code in seeker.peoples(sentence):
                self.weights[code] += _ADJECTIVE * factor
                self.by_adjective[code] += _ADJECTIVE * factor
            for item in seeker.seek(sentence):
                found.append(item)
                self._weigh(item, factor)
        return self._decide(found)

    def _decide(self, found: Sequence[Found]) -> tuple[PlaceRef, ...]:
        """Those that are places, each with what it means in this article."""
        cued = {f.spelling for f in found if f.name.cue in ("in", "near", "first") and f.top is not None}
        shapes = item_shapes(found)
        refs: list[PlaceRef] = []
        chosen = self._chosen(found)
        others = homonyms(found, chosen, self.gazetteers.places, self.words)
        chosen = [others.get(f.spelling, p) if p else p for f, p in zip(found, chosen, strict=True)]
        reckoned = measured(found, chosen, self.numerals, self.words, self._capital())
        last: Found | None = None
        for number, (item, place) in enumerate(zip(found, chosen, strict=True)):
            if item.spelling in reckoned and item.part is None:
                place = reckoned[item.spelling]
                accepted = item.name.cue in ("in", "near", "of", "first", "list") or item.name.head is not None
            elif item.top is None:
                accepted = not item.tentative or shape_of(item) in shapes or self._counted(item)
                accepted = accepted or self._held(item, found[number + 1 : number + 3])
            elif item.name.cue == "list" and (last is None or last.name.sentence is not item.name.sentence):
                accepted = False
            else:
                accepted = self._accept(item, place, cued) or (place is None and shape_of(item) in shapes)
            if not accepted:
                continue
            last = item
            refs.append(PlaceRef(Span.cut(self.document.text, item.start, item.end), place))
        return tuple(refs)

    def _capital(self) -> Place | None:
        """The capital of the country that the text is most about."""
        code = max(self.weights, key=lambda c: self.weights[c], default=None)
        city = next(iter(self.gazetteers.countries.record(code).capital), None) if code is not None else None
        return self.gazetteers.places.choose(city, {code: 1.0}, (), "settlement") if code and city else None

    def _chosen(self, found: Sequence[Found]) -> list[Place | None]:
        """What each stretch means, with those chosen before it."""
        near: list[Place] = []
        chosen: list[Place | None] = []
        for item in found:
            place = self._choose(item, near)
            chosen.append(place)
            if place is not None and place.precision not in ("country", "wide"):
                near = [*near[1 - _NEAR :], place]
        return chosen

    def _weigh_dateline(self) -> None:
        for match in _WORDS.finditer(self.document.dateline or ""):
            word = match.group()
            code = self.gazetteers.countries.by_name(word)
            if code is None and word[0].isupper():
                code = next((p.country for p in self.gazetteers.places.lookup(word)), None)
            if code:
                self.weights[code] += _DATELINE

    def _weigh(self, item: Found, factor: float) -> None:
        """Lets a country named, or a town that only one country has, count for its country."""
        top, cue = item.top, item.name.cue
        if top is None or top.country is None:
            return
        if top.precision == "country" or self._ends_with_country(item, top.country):
            self.weights[top.country] += factor * (_SPEAKING if cue in ("voice", "body") else _NAMED)
        elif item.sure and cue in ("in", "near", "of", "first", "list") and self._unique(item.spelling):
            self.weights[top.country] += factor * _TOWN
            self.by_town[item.spelling] += factor * _TOWN

    def _ends_with_country(self, item: Found, code: str) -> bool:
        """Whether the name of a part ends with that of its country (« l'Extrême-Nord du Cameroun »)."""
        last = item.name.sentence.tokens[item.name.last].text
        return item.name.last > item.name.first and self.gazetteers.countries.by_name(last) == code

    def _unique(self, spelling: str) -> bool:
        """Whether only one country has a place of that name, by which it is usually called."""
        found = self.gazetteers.places.candidates(spelling)
        return bool(found) and found[0].grade == 0 and len({c.place.country for c in found}) == 1

    def _choose(self, item: Found, near: Sequence[Place]) -> Place | None:
        """What the stretch means in this article: one sense for one spelling."""
        if item.top is None:
            return None
        sense = (item.spelling, item.prefer, item.town)
        if sense not in self.chosen:
            weights = self._without_itself(item.spelling, item.top)
            tokens = item.name.sentence.tokens[item.name.first : item.name.last + 1]
            named = any(t.fold not in self.words.directions for t in tokens)
            chosen = self.gazetteers.places.choose(item.spelling, weights, near, item.prefer, named=named)
            if chosen is not None and (
                self._is_city_abroad(item, chosen)
                or self._is_quarter_elsewhere(item, chosen, near)
                or self._is_street(item, chosen)
                or self._is_far_abroad(item, chosen, near)
            ):
                chosen = None
            self.chosen[sense] = self._town(item.spelling, chosen) if item.town and chosen else chosen
        place = self.chosen[sense]
        if place is None or item.part is None:
            return place
        words = self.document.text[item.start : item.end]
        inside = item.name.inside or item.name.direction is None
        return part_of(place, item.part, words, self.gazetteers.places, inside=inside)

    def _without_itself(self, spelling: str, top: Place) -> Mapping[str, float]:
        """The weights of the countries, less that of a far one that only this town speaks for."""
        code = top.country
        own = self.by_town.get(spelling, 0.0)
        if code is None or not own or self.weights[code] > own:
            return self.weights
        others = {other: weight for other, weight in self.weights.items() if other != code and weight > 0}
        if not others or any(self._within_reach(top, other) for other in others):
            return self.weights
        return others

    def _is_city_abroad(self, item: Found, place: Place) -> bool:
        """Whether a « village » would be a city of a land of which nothing else tells: one of the same name is meant."""
        head, code = item.name.head, place.country
        if head is None or code is None or item.name.sentence.tokens[head].fold not in self.words.small:
            return False
        if self.weights[code] > self.by_town.get(item.spelling, 0.0) or not any(
            weight > 0 for other, weight in self.weights.items() if other != code
        ):
            return False
        found = self.gazetteers.places.candidates(item.spelling)
        return any(c.place.id == place.id and c.rank >= _CITY for c in found)

    def _is_far_abroad(self, item: Found, place: Place, near: Sequence[Place]) -> bool:
        """Whether a small town would lie in a land that only an adjective names (« les armées congolaise et ougandaise »), far from
        all that was told before it: a village of the same name is meant."""
        code = place.country
        if code is None or place.precision != "settlement" or not near or any(p.country == code for p in near):
            return False
        told = self.weights[code] - self.by_adjective[code] - self.by_town.get(item.spelling, 0.0)
        if told > 0 or max(self.weights.values()) <= self.weights[code]:
            return False
        ranks = (c.rank for c in self.gazetteers.places.candidates(item.spelling) if c.place.id == place.id)
        return next(ranks, _CITY) < _CITY and all(apart(place, p) > _ABROAD_KM for p in near)

    def _is_street(self, item: Found, place: Place) -> bool:
        """Whether a street is called after the town (« la rue de Tripoli », « tirs avenue de Paris »); « une rue de Tripoli » lies
        in it."""
        head, tokens = item.name.head, item.name.sentence.tokens
        if head is None or tokens[head].fold not in self.words.streets or place.precision == "point":
            return False
        if any(
            t.fold not in self.words.of and t.fold not in self.words.articles
            for t in tokens[head + 1 : item.name.first]
        ):
            return False  # « la rue principale de Damas »
        return not head or tokens[head - 1].fold not in self.words.indefinite

    def _is_quarter_elsewhere(self, item: Found, place: Place, near: Sequence[Place]) -> bool:
        """Whether a quarter would be one of a town far from all those told before it in its country: a namesake is meant."""
        head = item.name.sentence.tokens[item.name.head].fold if item.name.head is not None else None
        if place.lat is None or not (head in self.words.boroughs or self._is_small_quarter(item, place, head)):
            return False
        towns = [p for p in near if p.precision == "settlement" and p.country == place.country]
        return bool(towns) and all(apart(place, town) > _CITY_KM for town in towns)

    def _is_small_quarter(self, item: Found, place: Place, head: str | None) -> bool:
        """Whether a quarter or a camp is called a village, or is one of the less known that nothing calls a place."""
        if place.precision != "point":
            return False
        if head is not None:
            return self.words.heads.get(head) == "settlement"  # « la commune de X »
        ranks = (c.rank for c in self.gazetteers.places.candidates(item.spelling) if c.place.id == place.id)
        return next(ranks, _CITY) <= _SMALL

    def _within_reach(self, place: Place, code: str) -> bool:
        return apart(place, self.gazetteers.places.country(code)) < _FAR

    def _town(self, spelling: str, chosen: Place) -> Place:
        """The town of the same name and country, where a region or the country was chosen (« à Djibouti »)."""
        if chosen.precision not in ("region", "district", "country"):
            return chosen
        towns = (
            c for c in self.gazetteers.places.candidates(spelling) if c.place.precision == "settlement" and c.grade < 2
        )
        return next((c.place for c in towns if c.place.country == chosen.country), chosen)

    def _accept(self, item: Found, place: Place | None, cued: set[str]) -> bool:
        """Whether the words around a stretch that is known let it be a place."""
        cue = item.name.cue
        if cue in ("voice", "body", "person") or (cue == "none" and self._is_one(item)):
            return False
        if place is None:
            # known elsewhere, but not in the countries of this article: a village of the same name
            named = item.name.head is not None or cue == "list"  # « les villages de X et de Y »
            return (named and item.prefer in ("settlement", "district")) or self._counted(item)
        if cue in ("in", "near"):
            return not self._acronym(item) and not self._does(item)
        if item.name.fold() in self.words.bodies or self.gazetteers.places.is_common(item.spelling):
            return False  # « l'Observatoire » is a quarter of Paris too
        state = place.precision == "country" or self.gazetteers.countries.by_metonym(item.spelling) is not None
        if cue == "of" and state:
            # « la réponse de la Russie »: a voice, unless the text also tells of what happens in Russia
            return item.spelling in cued or (
                place.precision != "country" and (self._housed(item) or self._has_toll(item))
            )
        if cue in ("of", "first", "list"):
            return not self._acronym(item)
        known = item.sure or item.spelling in cued
        if not (known or state) and (self._assailed(item) or self._suffers(item)):
            return self.gazetteers.actors.lookup(item.spelling) is None
        if known and state and (self._suffers(item) or self._has_toll(item)):
            return True
        return known and not state and self.gazetteers.actors.lookup(item.spelling) is None

    def _is_one(self, item: Found) -> bool:
        """Whether a thing is called by the name: « le crash d'un Tigre »."""
        at = item.name.first
        return at > 0 and item.name.head is None and item.name.sentence.tokens[at - 1].fold in self.words.indefinite

    def _assailed(self, item: Found) -> bool:
        """Whether it is the object of a verb of attacking or taking a town: « ont investi X », « ont pris d'assaut X »."""
        before = [t.fold for t in item.name.sentence.tokens[max(0, item.name.first - 2) : item.name.first]]
        return bool(before) and (before[-1] in self.words.assailed or " ".join(before) in self.words.assailed_in)

    def _suffers(self, item: Found) -> bool:
        """Whether what stands behind says that something befell the town: « Kaboul a de nouveau été frappée mardi par »."""
        tokens, at = item.name.sentence.tokens, item.last + 1
        if at >= len(tokens) or tokens[at].fold not in self.words.suffers:
            return False
        behind = [t.fold for t in takewhile(lambda t: t.text not in ",;:", tokens[at : at + _BEFELL])]
        struck = next((i for i, fold in enumerate(behind) if fold in self.words.struck), 0)
        return not self.words.passive.isdisjoint(behind[:struck])

    def _has_toll(self, item: Found) -> bool:
        """Whether the toll of what happened there stands behind in brackets: « les attentats de Casablanca (45 morts), de Madrid (191) »."""
        tokens, at = item.name.sentence.tokens, item.last + 1
        return at + 1 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].text[0].isdigit()

    def _does(self, item: Found) -> bool:
        """Whether a capital's state does what stands before it: « tués par les bombardements de Damas »."""
        at, tokens = item.name.first, item.name.sentence.tokens
        if at < _DOER or self.gazetteers.countries.by_metonym(item.spelling) is None:
            return False
        by, article, _, of = (t.fold for t in tokens[at - _DOER : at])
        return by in self.words.by and article in self.words.articles and of in self.words.of

    def _housed(self, item: Found) -> bool:
        """Whether a place that lies in a town stands before the capital's name (« le centre commercial Y de X »)."""
        tokens, heads = item.name.sentence.tokens, self.words.heads
        before = tokens[max(0, item.name.first - _OWNED) : item.name.first]
        return any(t.fold in heads or t.fold in self.words.houses for t in before) and all(
            t.text not in ",;:" for t in before
        )

    def _counted(self, item: Found) -> bool:
        """Whether a number and one preposition stand before the unknown name (« 18 à X »)."""
        tokens, at = item.name.sentence.tokens, item.name.first - 2
        if at < 0 or tokens[at + 1].fold not in self.words.inside:
            return False  # « une roquette Grad », « deux généraux Y »
        return tokens[at].text[0].isdigit() or tokens[at].fold in self.words.counts

    def _held(self, item: Found, following: Sequence[Found]) -> bool:
        """Whether a known place follows that says where the unknown one is."""
        after = next((f for f in following if f.top is not None), None)
        if after is None or after.name.sentence is not item.name.sentence:
            return False
        start = after.name.head or after.name.direction or after.name.first
        between = [t.fold for t in after.name.sentence.tokens[item.last + 1 : start]]
        return 1 < len(between) <= _SURROUNDED and between[0] in ",(" and self.words.apposed.issuperset(between)

    def _acronym(self, item: Found) -> bool:
        """Whether the stretch is one short word in capitals: a body, unless a country goes by it (« RDC »)."""
        word = item.name.sentence.tokens[item.last].text
        if " " in item.spelling:
            return False  # « le parc du W »
        if item.last != item.name.first or len(word) > 5 or not word.isupper() or shouted(item.name.sentence):
            return False
        if self.words.areas and item.top is not None and item.top.precision in ("region", "wide"):
            before = item.name.sentence.tokens[item.name.first - 1].fold if item.name.first else ""
            return not (item.name.cue == "in" and (item.name.article or before in self.words.areas))  # « en RPD »
        return self.gazetteers.countries.by_name(item.spelling) is None or self._qualifies(item)

    def _qualifies(self, item: Found) -> bool:
        """« in a US air strike »: whether short capitals stand before a noun that they qualify."""
        tokens, words = item.name.sentence.tokens, self.words
        after = tokens[item.last + 1] if item.last + 1 < len(tokens) else None
        if not words.heads_behind or after is None or not after.text.isalpha() or not after.text.islower():
            return False
        return not any(after.fold in known for known in (words.inside, words.near, words.voice, words.ands, words.of))
