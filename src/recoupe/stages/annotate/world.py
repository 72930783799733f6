"""World: what the gazetteers say about the words of one article, and which country the article is about."""

import re
from collections.abc import Hashable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from typing import TypeVar

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.actors import Actors
from recoupe.gazetteers.countries import Countries
from recoupe.languages.voices import VoiceWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity, Place, PlaceRef, Sentence, Token
from recoupe.text import fold

_LONGEST_NAME = 5
_LONGEST_ACTOR = 8
_US = "US"
# sentences that tell best where an article plays
_OPENING = 3
_LEADER_WITHIN = 4
_SHORTEST_ADJECTIVE = 5
# weights of a party's or body's country and of a place's, against 1 for a country named
_PARTY, _PLACE = 1.0, 1.5
_BY_ADJECTIVE, _BY_METONYM = 0.75, 0.5
_STANDS_OUT = 1.25
_TO_VERB = 2
"""Words from a state's name to what it says, its auxiliary included."""
_SENT_FROM = 0.4
"""The share of the heaviest country's weight from which that of the dateline's capital is the one the article is about."""
_Key = TypeVar("_Key", bound=Hashable)
# « Nineveh Governorate civil defence » says no more than « Nineveh civil defence »
_UNIT = re.compile(r" (?:Governorate|Province|Region|Oblast|District|State|Prefecture|Department|County|Wilaya)$")


@lru_cache(maxsize=65536)
def _adjective(countries: Countries, word: str) -> str | None:
    return countries.by_adjective(word)


@lru_cache(maxsize=65536)
def _country(countries: Countries, name: str) -> str | None:
    return countries.by_name(name)


@lru_cache(maxsize=2)
def _first_words(countries: Countries) -> frozenset[str]:
    """The folded first words of all countries' names: the gate before a name is looked up."""
    return frozenset(
        word
        for code in countries.codes()
        for name in countries.record(code).names
        for word in fold(name).replace("'", "' ").split()[:1]
    )


@lru_cache(maxsize=16384)
def _capital(countries: Countries, name: str) -> str | None:
    return countries.by_metonym(name)


@lru_cache(maxsize=65536)
def _actor(actors: Actors, name: str) -> Entity | None:
    return actors.lookup(name)


def unit_name(place: Place) -> str:
    """A place as it stands before a body in English (« Nineveh »)."""
    return _UNIT.sub("", place.name)


class World:
    """Look-ups that remember their answers, and the weight of each country in the article.

    `parties` are the countries of the parties and bodies that the article names, once a mention.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        words: VoiceWords,
        gazetteers: Gazetteers,
        places: Sequence[PlaceRef],
        parties: Sequence[str],
        seat: str | None = None,
        said: Set[str] = frozenset(),
    ) -> None:
        self._text = text
        self._sentences = sentences
        self._words = words
        self._gazetteers = gazetteers
        self._country_words = _first_words(gazetteers.countries)
        self._places = {ref.span.start: ref for ref in places if ref.place is not None}
        self._parties = parties
        self._seat = seat
        """The country from whose capital the article was sent."""
        self._said = said
        """Forms of verbs of saying: a state that says something may speak of another's war."""

    def adjective(self, word: str) -> tuple[str, str | None] | None:
        """The English adjective and the country of a folded adjective; (adjective, None) for a people without one."""
        english = self._words.adjectives_en.get(word)
        if english is not None:
            return english, None
        code = _adjective(self._gazetteers.countries, word) if len(word) > 3 else None
        return None if code is None else (self.english(code), code)

    def english(self, code: str) -> str:
        """The English adjective that bodies of that country bear (`US` rather than `American`)."""
        return "US" if code == _US else self._gazetteers.countries.adjective_en(code)

    def country(self, tokens: Sequence[Token], at: int) -> tuple[str, int] | None:
        """The country named from token `at` on, with the index after its name; None when there is none."""
        if tokens[at].fold not in self._country_words or not tokens[at].text[0].isupper():
            return None
        start, last = tokens[at].start, at + 1
        limit = min(len(tokens), at + _LONGEST_NAME)
        while last < limit and tokens[last].text[0].isalpha() and tokens[last].start - tokens[last - 1].end <= 1:
            last += 1
        for end in range(last, at, -1):
            code = _country(self._gazetteers.countries, self._text[start : tokens[end - 1].end])
            if code is not None:
                return code, end
        return None

    def sentence_at(self, offset: int) -> int:
        """The index of the sentence in which an offset of the text stands."""
        return next(i for i, s in enumerate(self._sentences) if s.start <= offset < s.end)

    def sentence(self, index: int) -> Sentence:
        """The sentence of that index."""
        return self._sentences[index]

    def town_at(self, offset: int) -> str | None:
        """The code of the country of the town that is named at an offset, or None."""
        ref = self._places.get(offset)
        town = ref is not None and ref.place is not None and ref.place.precision == "settlement"
        return ref.place.country if town and ref is not None and ref.place is not None else None

    def fights(self, code: str, other: str) -> bool:
        """Whether the soldiers of two states are known to have fought each other."""
        return other in self._gazetteers.countries.record(code).foes

    def says(self, word: str) -> bool:
        """Whether a folded word is a form of a verb of saying."""
        return word in self._said

    def metonym(self, name: str) -> str | None:
        """The code of the country for whose government a capital stands, or None."""
        return _capital(self._gazetteers.countries, name)

    def ruler(self, name: str) -> str | None:
        """The code of the country that a person rules, or None."""
        return self._gazetteers.countries.by_ruler(name)

    def actor(self, name: str) -> Entity | None:
        """The actor of that whole name, or None."""
        return _actor(self._gazetteers.actors, name)

    def actor_at(self, tokens: Sequence[Token], at: int) -> tuple[Entity, int] | None:
        """The actor named from token `at` on, the longest name that fits, with the index after it; None for none."""
        start = tokens[at].start
        for end in range(min(len(tokens), at + _LONGEST_ACTOR), at, -1):
            actor = _actor(self._gazetteers.actors, self._text[start : tokens[end - 1].end])
            if actor is not None:
                return actor, end
        return None

    def state(self, code: str) -> Entity:
        """The state of that country."""
        return self._gazetteers.countries.state(code)

    def place(self, tokens: Sequence[Token], at: int, end: int) -> str | None:
        """The English name of the place that the tokens `at` to `end` name, or None when no gazetteer knows it."""
        ref = self._places.get(tokens[at].start)
        if ref is not None and ref.place is not None:
            return unit_name(ref.place)
        name = self._text[tokens[at].start : tokens[end - 1].end]
        chosen = self._gazetteers.places.choose(name, self.weights)
        return unit_name(chosen) if chosen else None

    def is_place(self, start: int, end: int) -> bool:
        """Whether exactly the text from `start` to `end` was read as a known place."""
        ref = self._places.get(start)
        return ref is not None and ref.span.end == end

    @cached_property
    def weights(self) -> Mapping[str, float]:
        """How much of the article each country has, the headline and the first sentences counting more."""
        weights: dict[str, float] = {}
        led_by = either(self._words.led_by, self._words.settled)
        for sentence in self._sentences:
            worth = 3.0 if sentence.kind == "title" else 2.0 if sentence.index < _OPENING else 1.0
            folds, tokens = sentence.folds, sentence.tokens
            led = () if led_by.isdisjoint(sentence.words) else [at for at, word in enumerate(folds) if word in led_by]
            long = [n for n, f in enumerate(folds) if len(f) >= _SHORTEST_ADJECTIVE or tokens[n].text[0].isupper()]
            for at in long:
                if led and any(at - _LEADER_WITHIN < leader <= at for leader in led):
                    continue  # « dirigée par les États-Unis », « basé au Royaume-Uni »: who leads, not where
                if tokens[at].text[0].isupper():
                    if at and folds[at - 1] in self._words.given and tokens[at - 1].text[0].isupper():
                        continue  # « Amadou Togo »: a surname
                    code, share = self._named_at(tokens, at)
                else:
                    if at and folds[at - 1] in self._words.observers:
                        continue  # « l'ONG américaine X évoque 20 morts »
                    code, share = _adjective(self._gazetteers.countries, folds[at]), _BY_ADJECTIVE
                if code is not None:
                    weights[code] = weights.get(code, 0.0) + worth * share
        for code in self._parties:
            weights[code] = weights.get(code, 0.0) + _PARTY
        for ref in self._places.values():
            if ref.place is not None and ref.place.country and ref.place.precision != "country":
                weights[ref.place.country] = weights.get(ref.place.country, 0.0) + _PLACE
        return weights

    def _named_at(self, tokens: Sequence[Token], at: int) -> tuple[str | None, float]:
        """The country that a token with a capital names, and how much that counts."""
        token = tokens[at]
        found = self.country(tokens, at)
        if found is not None:
            speaks = any(t.fold in self._said for t in tokens[found[1] : found[1] + _TO_VERB] if t.text[0].isalnum())
            return found[0], _BY_METONYM if speaks else 1.0  # « L'Égypte a condamné le raid »
        # a capital may stand for its government, and governments speak of others
        seat = self.metonym(token.text)
        if seat is None and self._words.possessors:  # its adjectives of peoples are written with capitals
            return _adjective(self._gazetteers.countries, token.fold), _BY_ADJECTIVE
        return seat, _BY_METONYM

    @cached_property
    def _struck(self) -> Mapping[str, float]:
        """The weights without the countries whose arms alone are named (« une frappe israélienne », « l'armée russe »): who strikes a
        country does not count its dead."""
        weights = dict(self.weights)
        for sentence in self._sentences:
            worth = 3.0 if sentence.kind == "title" else 2.0 if sentence.index < _OPENING else 1.0
            for at in range(len(sentence.tokens)):
                code, share = self._strikes(sentence, at)
                if code is not None:
                    weights[code] = weights.get(code, 0.0) - share * worth
        return {code: weight for code, weight in weights.items() if weight > 0}

    def _strikes(self, sentence: Sentence, at: int) -> tuple[str | None, float]:
        """The country that a token names as one who strikes, and how much that has counted for it."""
        token, tokens = sentence.tokens[at], sentence.tokens
        if not token.text[0].isupper():
            armed = at > 0 and sentence.folds[at - 1] in self._words.arms
            return (_adjective(self._gazetteers.countries, token.fold) if armed else None), _BY_ADJECTIVE
        found = self.country(tokens, at)
        if found is None:
            return None, 0.0
        verbs = self._words.verbs
        near = (t.fold for t in tokens[found[1] : found[1] + _TO_VERB])
        # « la Russie a bombardé Kharkiv »
        strikes = any(lemma in self._words.striking for fold in near for lemma, _ in verbs.analyses(fold))
        return (found[0] if strikes else None), 1.0

    @cached_property
    def ranked(self) -> tuple[str, ...]:
        """The countries by weight, the heaviest first."""
        return tuple(sorted(self.weights, key=lambda code: (-self.weights[code], code)))

    def home(self, *, army: bool = False, counting: bool = False) -> str | None:
        """The country that the article is about, or None when two are as likely.

        For an `army` it is the state whose army is there; for those who are `counting` the dead, the one that is struck.
        """
        if army:
            return self._home_army
        seat, most = self._seat, max(self.weights.values(), default=0.0)
        if seat is not None and self.weights.get(seat, 0.0) >= _SENT_FROM * most > 0:
            return seat  # « Moscou (Tass) - Le ministère de la Défense a dit que l'armée ukrainienne … »
        home = (_heaviest(self._struck) if counting else None) or _heaviest(self.weights)
        return home if not counting or home in self._struck else None

    @cached_property
    def _home_army(self) -> str | None:
        merged: dict[str, float] = {}
        for code, weight in self.weights.items():
            holder = self._words.armies.get(code, code)
            merged[holder] = merged.get(holder, 0.0) + weight
        return _heaviest(merged)

    @cached_property
    def town(self) -> tuple[str, str | None] | None:
        """The English name and country of the town that the article is about, or None when none stands out."""
        counts: dict[tuple[str, str | None], float] = {}
        for ref in self._places.values():
            if ref.place is not None and ref.place.precision == "settlement":
                key = (unit_name(ref.place), ref.place.country)
                counts[key] = counts.get(key, 0.0) + 1
        return _heaviest(counts)


def _heaviest(weights: Mapping[_Key, float]) -> _Key | None:
    """The key of the greatest weight, or None when another comes close."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], str(item[0])))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _STANDS_OUT * ranked[1][1]):
        return None
    return ranked[0][0]
