"""Spots: the places that a sentence names behind a preposition or a word for a place, cases and articles taken off."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recoupe.gazetteers import Gazetteers
from recoupe.gazetteers.place_store import Candidate
from recoupe.languages.first import FirstWords
from recoupe.languages.lexicon import Hit
from recoupe.model.annotation import Place, PlacePrecision
from recoupe.stages.first.lines import Line

_WIDEST = 3
"""Words of the longest name that is looked up."""
_BETWEEN = 2
"""Adjectives between a preposition and a name, at most."""
_SHORTEST = 3
"""Letters of the shortest name that is left when what is written onto it is taken off."""
_SURE = 45
"""The rank (a town of some 30 000) from which a place is meant where only a preposition stands before it and names have
no capitals."""
_SURE_OF_COUNTRY = 50
"""The rank from which a place speaks for its country."""
_BY_NAME, _BY_ADJECTIVE, _BY_TOWN = 2.0, 1.0, 1.0
_PREFERRED: Mapping[str, PlacePrecision] = {
    "settlement": "settlement",
    "district": "district",
    "region": "region",
    "country": "country",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named at words `first` to `last` (exclusive); `place` is None when no gazetteer knows it."""

    first: int
    last: int
    place: Place | None


class Spots:
    """The places of one article; which one a name means depends on the countries that the whole article speaks of."""

    def __init__(self, text: str, lines: Sequence[Line], words: FirstWords, world: Gazetteers) -> None:
        self._text, self._words, self._world = text, words, world
        self.countries: dict[str, float] = defaultdict(float)
        self._known: dict[str, Place] = {}
        """What a name meant further up."""
        for line in lines:
            self._count_countries(line)

    def of(self, line: Line) -> tuple[Spot, ...]:
        """The places of a sentence, in reading order."""
        found: list[Spot] = []
        at = 0
        while at < len(line.words):
            spot = self._at(line, at, found)
            if spot is None:
                at += 1
                continue
            found.append(spot)
            at = spot.last
        return tuple(found)

    def country_at(self, line: Line, at: int) -> tuple[str, int] | None:
        """The code of the country whose name begins at word `at`, and the index behind the name."""
        for width in (_WIDEST, 2, 1):
            if at + width <= len(line.words) and not line.parted(at, at + width - 1):
                for name in self.forms(line, at, at + width):
                    code = self._world.countries.by_name(name)
                    if code is not None:
                        return code, at + width
        return None

    def named(self, line: Line, first: int, last: int) -> Place | None:
        """The place that the words name, whatever stands around them."""
        found = self._found(line, first, last)
        return self._meant(*found, "") if found else None

    def forms(self, line: Line, first: int, last: int) -> Iterator[str]:
        """The words as written, and what the name may be without its case and what is written onto it."""
        written = self._text[line.spans[first][0] : line.spans[last - 1][1]]
        yield written
        if not self._words.cased:
            folded = " ".join(line.words[first:last])
            yield from (rest for _, rest in self._words.lexicon.shapes(folded) if len(rest) >= _SHORTEST)
            return
        starts = [line.spans[n][0] for n in (first, last - 1)]
        head, tail = self._text[starts[0] : starts[1]], self._text[starts[1] : line.spans[last - 1][1]]
        openings = [head, *(form + head[len(head.rstrip()) :] for form in uncased(head.rstrip(), self._words))]
        for opening in openings if head else [""]:
            for form in (tail, *uncased(tail, self._words)):
                yield opening + form

    def _count_countries(self, line: Line) -> None:
        for hit in line.of("states"):
            self.countries[hit.value] += _BY_ADJECTIVE
        for at in range(len(line.words)):
            if self._capital(line, at) and (found := self.country_at(line, at)) is not None:
                self.countries[found[0]] += _BY_NAME
            elif self._capital(line, at) and (region := self._wider(line, at, at + 1, None)) is not None:
                if region.place is not None and region.place.country:
                    self.countries[region.place.country] += _BY_TOWN
            elif self._opened(line, at) and (named := self._found(line, at, at + 1)):
                best = named[1][0]
                if best.rank >= _SURE_OF_COUNTRY and best.grade == 0 and best.place.country:
                    self.countries[best.place.country] += _BY_TOWN

    def _capital(self, line: Line, at: int) -> bool:
        return not self._words.cased or self._text[line.spans[at][0]].isupper()

    def _at(self, line: Line, at: int, before: Sequence[Spot]) -> Spot | None:
        if not self._capital(line, at) or _in_brackets(line, at):
            return None
        opening = self._opened(line, at) or self._headed(line, at)
        listed = bool(before) and self._goes_on(line, at, before[-1])
        if opening is None and not listed:
            return None
        site = opening.value if opening is not None and opening.kind == "sites" else ""
        for width in range(_WIDEST, 0, -1):
            last = at + width
            if last > len(line.words) or line.parted(at, last - 1) or not self._all_names(line, at, last):
                continue
            wider = self._wider(line, at, last, opening)
            if wider is not None:
                return wider
            if (country := self.country_at(line, at)) is not None and country[1] == last:
                return Spot(at, last, self._world.places.country(country[0]))
            found = self._found(line, at, last)
            place = self._meant(*found, site) if found else None
            if place is not None:
                return Spot(at, last, place)
        if site in ("settlement", "district", "region") and self._words.cased:
            last = at + 1
            while last < len(line.words) and last < at + _WIDEST and self._goes_with(line, last):
                last += 1
            return Spot(at, last, None)
        return None

    def _wider(self, line: Line, first: int, last: int, opening: Hit | None) -> Spot | None:
        """A region named with the word for it: « Донецкой области », « секторе Газа », « غرب الموصل »."""
        stretches = []
        if opening is not None and opening.last == first and opening.first < first:
            stretches.append((opening.first, last))
        if (behind := line.at(last, "sites")) is not None and not line.mark(last):
            stretches.append((first, behind.last))
        for start, stop in stretches:
            found = self._found(line, start, stop)
            if found is not None and found[1][0].grade == 0:
                place = self._meant(*found, "region")
                if place is not None:
                    return Spot(start, stop, place)
        return None

    @staticmethod
    def _headed(line: Line, at: int) -> Hit | None:
        """A headline that begins with a place and a colon."""
        colon = next((n for n in range(1, min(_WIDEST + 1, len(line.words))) if line.gaps[n].strip() == ":"), None)
        return Hit("at", "at", 0, 0, "") if at == 0 and line.kind == "title" and colon is not None else None

    def _goes_with(self, line: Line, at: int) -> bool:
        return line.gaps[at] == " " and self._capital(line, at)

    def _all_names(self, line: Line, first: int, last: int) -> bool:
        """Whether all these words may be of one name: with capitals, small parts of a name between them aside."""
        if not self._words.cased:
            return not any(line.over(n, "sites", "people", "victims", "ends", "cues") for n in range(first, last))
        return self._capital(line, last - 1) and not any(line.over(n, "people", "victims") for n in range(first, last))

    def _opened(self, line: Line, at: int) -> Hit | None:
        """The preposition or the word for a place that leads to word `at`, adjectives between them aside."""
        if not self._words.cased:
            own = line.at(at, "at")
            if own is not None and own.last == at + 1:
                return own if own.prefix == "" and own.first < at else None
        word = at
        for _ in range(_BETWEEN + 1):
            if line.mark(word) and not self._only_quote(line, word):
                return None
            site = line.ending(word, "sites")
            if site is not None:
                return site if not line.over(word - 1, "before") else None
            lead = line.ending(word, "at")
            if lead is not None:
                return None if line.over(lead.first, "before", "times") else lead
            word -= 1
            if word <= 0 or not self._is_adjective(line, word):
                break
        if not self._words.cased:
            return self._written_on(line, at)
        return None

    def _written_on(self, line: Line, at: int) -> Hit | None:
        """« بالموصل »: the preposition is written onto the name."""
        for prefix, rest in self._words.lexicon.shapes(line.words[at]):
            if prefix in self._words.prepositions and len(rest) >= _SHORTEST:
                return Hit("at", "at", at, at, prefix)
        return None

    @staticmethod
    def _only_quote(line: Line, word: int) -> bool:
        return line.gaps[word].strip() in ("«", '"', "„", "“") if word < len(line.gaps) else False

    def _is_adjective(self, line: Line, at: int) -> bool:
        return line.over(at, "states") is not None or (
            self._words.cased
            and self._text[line.spans[at][0]].islower()
            and line.words[at].endswith(self._words.modifiers)
            and line.over(at, "people", "victims", "cues") is None
        )

    def _goes_on(self, line: Line, at: int, before: Spot) -> bool:
        """« в Алеппо и Идлибе », « في الموصل والرقة », « в Алеппо, Идлибе »."""
        if at == before.last:
            prefix = self._words.and_prefix
            if prefix and line.words[at].startswith(prefix) and not line.mark(at):
                return True
            return line.gaps[at].strip() in (",", "،") and self._words.cased
        joined = line.at(before.last, "joins")
        return joined is not None and joined.last == at and not line.parted(before.last - 1, at)

    def _found(self, line: Line, first: int, last: int) -> tuple[str, Sequence[Candidate]] | None:
        """The name that the gazetteer knows, and the places that it may mean."""
        best: tuple[str, Sequence[Candidate]] | None = None
        for name in self.forms(line, first, last):
            found = self._world.places.candidates(name)
            if found and found[0].grade == 0:
                return name, found
            if found and found[0].grade == 1 and best is None:
                best = name, found
        return best

    def _meant(self, name: str, found: Sequence[Candidate], site: str) -> Place | None:
        if name in self._known:
            return self._known[name]
        if not site and self._world.places.is_common(name):
            return None
        prefer = _PREFERRED.get(site)
        place = self._world.places.choose(name, self.countries, list(self._known.values()), prefer)
        if place is None:
            return None
        chosen = next((c for c in found if c.place.id == place.id), None)
        if chosen is not None and not self._words.cased and not site and chosen.rank < _SURE:
            return None
        foreign = self.countries and place.country and not self.countries.get(place.country)
        if foreign and not site and (chosen is None or chosen.rank < _SURE):
            return None
        self._known[name] = place
        return place


def _in_brackets(line: Line, at: int) -> bool:
    """Whether the word stands in round brackets: « (запрещено в России) » says nothing of where it was."""
    before = "".join(line.gaps[: at + 1])
    return before.count("(") > before.count(")")


def uncased(name: str, words: FirstWords) -> Iterator[str]:
    """What the name may be when its case is taken off; the likeliest first."""
    tail = name[-1:].isupper() and len(name) > 1
    for ending, own in words.cases:
        if not tail and name.endswith(ending) and len(name) - len(ending) >= 2:
            yield (name[: -len(ending)] if ending else name) + own
