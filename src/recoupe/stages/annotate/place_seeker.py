"""Stretches of a sentence that may name a place, each looked up in the gazetteer without the rest of the article."""

from functools import cache
from typing import NamedTuple

from recoupe.gazetteers import Countries, Gazetteers
from recoupe.gazetteers.place_store import Candidate
from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Place, PlacePrecision, Sentence
from recoupe.stages.annotate.place_names import POSSESSIVE, Name, head_before, runs, situate
from recoupe.text import fold

_LONG_WORD = 4
_SURE = 45
"""The rank (a town of some 30 000) from which a name without a word for a place before it may be one."""
_QUOTES = frozenset("«\"“”„‘’'")
_LAST = 3
"""Within how many words before the last name of a list « et » stands (« et de la Y »)."""
_LAND = 4
"""Words behind a land written small within which another land is named."""
_ALIKE = 2
"""The grade of names that only sound alike."""
_BESIDE = (2, 3)
"""How many tokens from one name of a list to the next."""


class Found(NamedTuple):
    """A stretch that the gazetteer knows, or that a word for a place makes one."""

    name: Name
    spelling: str
    """What to look up."""
    start: int
    end: int
    last: int
    """Index of its last token."""
    prefer: PlacePrecision | None
    """The precision that the word for a place before it asks for."""
    top: Place | None
    """What the spelling most likely means without a context; None when nothing is known by it."""
    sure: bool
    """Known well enough to need no word for a place before it."""
    part: str | None = None
    """English word of the part of the place that is meant (`Eastern`)."""
    town: bool = False
    """The words before it ask for a town, where one and a region have the same name."""
    tentative: bool = False
    """Unknown, and a place only if a known one follows that says where it is (« à X, dans le nord de Y »), or if known
    ones open sentences in the same way."""


@cache
def adjectives(countries: Countries) -> dict[str, str]:
    """Every adjective and name of a people, folded, with its country's code."""
    return {fold(form): code for form, code in countries.adjective_forms().items()}


@cache
def _peoples(countries: Countries) -> frozenset[str]:
    """The folded adjectives and names of peoples."""
    return frozenset(adjectives(countries))


def _is_headline(sentence: Sentence) -> bool:
    """Whether a headline has a capital on every longer word."""
    long = [t.text for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > _LONG_WORD]
    return sentence.kind != "paragraph" and len(long) > 1 and all(text[0].isupper() for text in long)


class Seeker:
    """Goes through the sentences of one text."""

    def __init__(self, text: str, words: PlaceWords, gazetteers: Gazetteers) -> None:
        self.text = text
        self.words = words
        self.gazetteers = gazetteers
        self.adjectives = adjectives(gazetteers.countries)
        self._peoples = _peoples(gazetteers.countries)
        self._composers = words.articles | words.of | words.bearings

    def seek(self, sentence: Sentence) -> list[Found]:
        """What may be a place in a sentence, in reading order."""
        found: list[Found] = []
        shared: PlacePrecision | None = None
        for run in runs(sentence, self.words):
            at = 0
            while at < len(run):
                before = found[-1] if found else None
                first = run[at][0]
                at, item = self._longest(sentence, run, at, before)
                unit = self._shared(sentence, first, before, shared)
                if item is None and unit == "settlement":
                    item = self._listed_town(sentence, run[at - 1])
                if item is not None:
                    shared = unit if item.name.head is None and item.name.direction is None else self._of_all(item)
                    found.append(item if shared is None or item.name.head is not None else self._as_unit(item, shared))
        composed = [*self._composed(sentence), *self._plain(sentence)]
        if not composed:
            return found
        apart = (f for f in found if not any(c.start <= f.start < c.end for c in composed))
        return sorted((*apart, *composed), key=lambda f: f.start)

    def _of_all(self, item: Found) -> PlacePrecision | None:
        """What the names of a list are, where the word before its first says it of all: « les régions de X, Y et de Z »."""
        head = item.name.head
        if head is None or head > item.name.first:
            return None
        fold = item.name.sentence.tokens[head].fold
        return self.words.heads[fold] if fold in self.words.units else None

    def _shared(
        self, sentence: Sentence, first: int, before: Found | None, shared: PlacePrecision | None
    ) -> PlacePrecision | None:
        """What the name that begins at a token is as one more of the list of the name before it; None where it is none."""
        if before is None or shared is None:
            return None
        tokens = sentence.tokens
        between = [t.fold for t in tokens[before.last + 1 : first]]
        if between[:1] == ["("] and ")" in between:  # « de X (nord) et de Y »
            between = between[between.index(")") + 1 :]
        small = (self.words.of, self.words.articles, self.words.ands)
        ended = any(t.fold in self.words.ands for t in tokens[max(0, before.name.first - _LAST) : before.name.first])
        if between[:1] == [","] and len(between) == 1 and ended:
            return None  # « dans les régions de X et de Y, Z a »
        return shared if between and all(f == "," or any(f in known for known in small) for f in between) else None

    def _listed_town(self, sentence: Sentence, token: tuple[int, int]) -> Found | None:
        """One more village of a list that no gazetteer knows."""
        first, last = token
        words = sentence.tokens[first : last + 1]
        spelling = self.text[words[0].start : words[-1].end]
        if spelling.isupper() or self.gazetteers.actors.lookup(spelling) is not None:
            return None
        name = Name(sentence, first, last, "list", False, None, None, False)
        return Found(name, spelling, words[0].start, words[-1].end, last, "settlement", None, False)

    @staticmethod
    def _as_unit(item: Found, precision: PlacePrecision) -> Found:
        """The name, as that of a unit of the kind, where there is one."""
        return item if item.part is not None else item._replace(prefer=precision, town=False)

    def peoples(self, sentence: Sentence) -> list[str]:
        """The codes of the countries whose adjective or people stands in the sentence."""
        if self._peoples.isdisjoint(sentence.words):
            return []
        return [code for fold in sentence.folds if (code := self.adjectives.get(fold))]

    def _composed(self, sentence: Sentence) -> list[Found]:
        """« le nord syrien », « la capitale yéménite »."""
        tokens, words = sentence.tokens, self.words
        found = self._owned_capitals(sentence) if words.heads_behind else []
        if self._peoples.isdisjoint(sentence.words):
            return found
        for i in range(not words.heads_behind, len(tokens)):
            code = self.adjectives.get(tokens[i].fold)
            if code is None:
                continue
            before = tokens[i - 1].fold if i else ""
            after = tokens[i + 1].fold if words.heads_behind and i + 1 < len(tokens) else ""
            if after in words.capitals and not tokens[min(i + 2, len(tokens) - 1)].text[0].isupper():
                capital = self._capital(Name(sentence, i + 1, i + 1, "in", True, i, None, False), code)
                found += [capital] if capital is not None else []
            elif before in words.capitals:
                capital = self._capital(Name(sentence, i, i, "in", True, i - 1, None, False), code)
                found += [capital] if capital is not None else []
            elif before in words.directions and i > 1 and tokens[i - 2].fold in self._composers:
                land = self.gazetteers.places.country(code)
                name = Name(sentence, i, i, "in", True, None, i - 1, True)
                part = words.directions[before]
                found.append(Found(name, land.name, tokens[i - 1].start, tokens[i].end, i, None, land, True, part))
        return found

    def _plain(self, sentence: Sentence) -> list[Found]:
        """Names of lands that are written without a capital (« la zone des trois frontières », « le pays dogon »)."""
        found: list[Found] = []
        if self.words.plain.keys().isdisjoint(sentence.words):
            return found
        for first, word in enumerate(sentence.folds):
            for phrase in self.words.plain.get(word, ()):
                last = first + len(phrase) - 1
                if sentence.folds[first : last + 1] != phrase or any(f.name.first <= first <= f.last for f in found):
                    continue
                name = situate(sentence, first, last, self.words, self.adjectives, listed=False)
                item = self._stretch(name._replace(head=None), first, last)
                if item is not None and not self._is_of_another_land(sentence, last, item):
                    found.append(item)
                    break
        return found

    def _is_of_another_land(self, sentence: Sentence, last: int, item: Found) -> bool:
        """« la zone des trois frontières entre l'Afghanistan, l'Iran et le Pakistan », « les zones tribales du Yémen »: whether a land
        named right behind the words is none in which the place lies that bears them."""
        behind = sentence.tokens[last + 1 : last + 1 + _LAND]
        codes = {self.gazetteers.countries.by_name(t.text) for t in behind if t.text[0].isupper()} - {None}
        own = item.top.country if item.top is not None else None
        held = {p.country for p in self.gazetteers.places.lookup(item.spelling)} | {own}
        return bool(codes) and codes.isdisjoint(held)

    def _longest(
        self, sentence: Sentence, run: list[tuple[int, int]], at: int, before: Found | None
    ) -> tuple[int, Found | None]:
        """Where to go on, and the longest stretch from `at` on that is known."""
        first = run[at][0]
        listed = before is not None and first - before.last in _BESIDE
        name = situate(sentence, first, run[at][1], self.words, self.adjectives, listed=listed)
        if name.cue == "person" or (at and name.cue == "of" and self._is_title(sentence, run[at - 1])):
            return at + 1, None
        for stop in range(len(run), at, -1):
            last = run[stop - 1][1]
            if stop == at + 1 and self._is_people(sentence, first, last):
                return at + 1, None
            whole = name if stop == at + 1 else name._replace(last=last)
            if name.cue == "none" and last != name.last:  # « Soudan du Sud : … »
                whole = situate(sentence, first, last, self.words, self.adjectives, listed=listed)
            item = self._known(whole)
            if item is not None:
                return stop, item
        return at + 1, self._unknown(name)

    def _is_people(self, sentence: Sentence, first: int, last: int) -> bool:
        """Whether a capitalised word is the adjective of a country, where such stand before nouns (« the Somali capital »)."""
        token = sentence.tokens[first]
        adjective = self.words.heads_behind and first == last and token.fold in self.adjectives
        return adjective and self.gazetteers.countries.by_name(token.text) is None

    def _is_title(self, sentence: Sentence, before: tuple[int, int]) -> bool:
        """Whether the stretch before « of » is the name of an undertaking (« opération "Déluge d'Al-Aqsa" »)."""
        tokens, at = sentence.tokens, before[0] - 1
        quoted = at >= 0 and tokens[at].text[0] in _QUOTES
        while at >= 0 and tokens[at].text[0] in _QUOTES:
            at -= 1
        return quoted or (at >= 0 and tokens[at].fold in self.words.undertakings)

    def _owned_capitals(self, sentence: Sentence) -> list[Found]:
        """« Yemen's capital »."""
        tokens, found = sentence.tokens, list[Found]()
        if self.words.capitals.isdisjoint(sentence.words):
            return found
        for i in range(2, len(tokens)):
            if tokens[i].fold in self.words.capitals and tokens[i - 1].fold in POSSESSIVE:
                code = self.gazetteers.countries.by_name(tokens[i - 2].text)
                name = Name(sentence, i - 2, i - 2, "in", False, i, None, False)
                capital = self._capital(name, code) if code is not None else None
                found += [capital] if capital is not None else []
        return found

    def _known(self, name: Name) -> Found | None:
        """The stretch with its head or tail, by itself, or a part of it, as the gazetteer knows it."""
        words, tokens = self.words, name.sentence.tokens
        if name.head is None and name.direction is None and name.last > name.first and name.fold() in words.heads:
            # « Camp Speicher », « Université de Mossoul »: the head is itself capitalised
            cue = "in" if name.cue in ("none", "of") else name.cue
            name = name._replace(first=name.first + 1, head=name.first, cue=cue)
        first, last = name.first, name.last
        if name.head is not None and name.head > last:
            whole = self._stretch(name, first, name.head)
            if whole is not None and self.gazetteers.places.candidates(whole.spelling)[0].grade == 0:
                return whole  # « Deir ez-Zor airport »
        elif name.head is not None and (item := self._held_by_heads(name)):
            return item
        elif name.head is not None and (item := self._stretch(name, name.head, last)):
            bare = self._stretch(name, first, last)
            # « province d'Anbar » is more surely Anbar than something else that is spelt alike
            return item if bare is None or self._grade(item) <= self._grade(bare) else bare
        after = tokens[last + 1].fold if last + 1 < len(tokens) else ""
        if (after in words.tails or after in self.adjectives) and (item := self._stretch(name, first, last + 1)):
            return item
        item = self._stretch(name, first, last)
        if item is not None:
            # « Mossoul ouest », but not « Mossoul est tombée »
            if after in words.directions and after not in words.verbs:
                return item._replace(part=words.directions[after], last=last + 1, end=tokens[last + 1].end)
            return item
        if words.heads_behind and first < last and name.fold() in words.directions:
            item = self._stretch(name._replace(first=first + 1, direction=first, inside=True), first + 1, last)
            if item is not None:
                return item
        if first == last:
            return self._hyphen(name) if "-" in tokens[last].text else None
        if name.cue not in ("in", "near") or name.head is not None:
            return None
        if any(t.fold in words.inside and t.fold not in words.of for t in tokens[first + 1 : last]):
            return None  # « depuis la Syrie sur Kilis » are two places
        shorter = self._stretch(name, first, last - 1 if tokens[last].fold in words.directions else first)
        if shorter is None or not shorter.sure or self.gazetteers.places.is_common(shorter.spelling):
            return None
        if tokens[last].fold in words.directions:
            return shorter._replace(part=words.directions[tokens[last].fold], last=last, end=tokens[last].end)
        return shorter

    def _held_by_heads(self, name: Name) -> Found | None:
        """The stretch with the head before its head or the word behind it (« État de la mer Rouge », « mer de Chine méridionale »),
        where that is a name by which a place is usually called."""
        tokens, words = name.sentence.tokens, self.words
        if name.head is None or name.head > name.last:
            return None
        stretches = []
        outer = head_before(name, words, self.adjectives)
        if outer is not None:
            stretches.append((outer, name.last))
        if name.last + 1 < len(tokens) and tokens[name.last + 1].fold in words.tails:
            stretches.append((name.head, name.last + 1))
        for first, last in stretches:
            item = self._stretch(name._replace(head=first), first, last)
            if item is not None and self._grade(item) == 0:
                return item
        return None

    def _hyphen(self, name: Name) -> Found | None:
        """« Alep-Est », « Nord-Mali »: a known name with a direction joined to it."""
        token = name.sentence.tokens[name.first]
        head, _, tail = token.text.rpartition("-")
        part = self.words.directions.get(fold(tail))
        if part is None:
            for word, english in self.words.directions.items():
                if token.fold.startswith(word + "-"):
                    part, head = english, token.text[len(word) + 1 :]
        if part is None and name.head is not None and self._precision(name) == "wide":
            # « l'axe Gao-Ansongo » begins at Gao
            start = self._stretch(name, name.first, name.last, token.text.partition("-")[0])
            return start._replace(prefer="settlement") if start is not None else None
        item = self._stretch(name, name.first, name.last, head) if part and head else None
        return item._replace(part=part) if item else None

    def _stretch(self, name: Name, first: int, last: int, spelling: str | None = None) -> Found | None:
        """The tokens `first` to `last` as a place, or None when the gazetteer knows nothing by them."""
        spelling = spelling or name.text(self.text, first, last)
        candidates = self.gazetteers.places.candidates(spelling)
        if not candidates or self._is_adjective_of(name, candidates[0]):
            return None
        best = candidates[0]
        if best.grade and name.head is None and self._is_party(spelling):
            return None  # « Hamas » is no other spelling of a town's name
        prefer = self._precision(name) or self._area(name, candidates)
        if prefer == "wide" and first != name.head and best.place.precision == "country":
            return None  # « le lac Tchad » is not Chad
        tokens = name.sentence.tokens
        start = min(i for i in (first, name.head, name.direction) if i is not None)
        behind = name.head if name.head is not None and name.head > last else last
        land = best.place.country if best.place.precision == "country" else None
        if land is not None and name.head is not None and tokens[name.head].fold in self.words.capitals:
            return self._capital(name._replace(last=last), land)
        part = self.words.directions[tokens[name.direction].fold] if name.direction is not None else None
        sure = best.rank >= _SURE and best.grade < 2
        begin, end = tokens[start].start, tokens[behind].end
        return Found(name, spelling, begin, end, behind, prefer, best.place, sure, part, town=self._asks_town(name))

    def _grade(self, item: Found) -> int:
        """How far the spelling is from the name of the place that it most likely is: 0 when they are one."""
        return self.gazetteers.places.candidates(item.spelling)[0].grade

    def _capital(self, name: Name, code: str) -> Found | None:
        """The capital of a country, whose name or adjective stands behind the word for one."""
        city = next(iter(self.gazetteers.countries.record(code).capital), None)
        top = self.gazetteers.places.choose(city, {code: 1.0}, (), "settlement") if city else None
        if city is None or top is None or name.head is None:
            return None
        tokens, last = name.sentence.tokens, name.last
        return Found(
            name,
            city,
            tokens[min(name.head, name.first)].start,
            tokens[max(name.head, last)].end,
            last,
            "settlement",
            top,
            True,
        )

    def _is_party(self, spelling: str) -> bool:
        """Whether an armed party or another body goes by the name."""
        return self.gazetteers.actors.lookup(spelling) is not None

    def _is_adjective_of(self, name: Name, candidate: Candidate) -> bool:
        """Whether a district's name is an adjective that only sounds like a place (« district de Kievsky »)."""
        tokens = name.sentence.tokens
        if name.head is None or not tokens[name.last].fold.endswith(self.words.adjectival):
            return False
        head = tokens[name.head].fold
        return head in self.words.quarters and (candidate.grade > 1 or candidate.place.precision == "settlement")

    def _precision(self, name: Name) -> PlacePrecision | None:
        """The precision that the word for a place before the name asks for, or brackets around it (« Tame (Arauca) »)."""
        tokens = name.sentence.tokens
        if name.head is not None:
            kind = self.words.heads[tokens[name.head].fold]
            owned = name.head > 0 and tokens[name.head - 1].fold in self.words.indefinite
            # « un quartier résidentiel de X » lies in the town
            return (
                "settlement" if owned and kind == "district" and tokens[name.first - 1].fold in self.words.of else kind
            )
        return "region" if self._is_land(name) else None

    def _area(self, name: Name, candidates: tuple[Candidate, ...]) -> PlacePrecision | None:
        """`region` where « dans le », « au » or « en » stands before a name that no land has and no town with its article has."""
        before = name.sentence.tokens[name.first - 1].fold if name.first else ""
        if not self.words.areas or name.cue != "in" or name.direction is not None:
            return None
        if not (name.article or before in self.words.areas):
            return None
        if any(c.place.precision in ("country", "wide") for c in candidates if c.grade < _ALIKE):
            return None
        if candidates[0].place.precision == "settlement" and self._has_article(candidates[0].place):
            return None
        return "region"

    def _has_article(self, town: Place) -> bool:
        """Whether the town's own name begins with an article: « au Caire » is in Cairo."""
        opening = fold(town.name_fr).replace("'", "' ").split(" ")[0]
        return opening in self.words.articles

    def _asks_town(self, name: Name) -> bool:
        """Whether neither an article nor « en » stands before the name, as before a region, nor brackets around it."""
        tokens = name.sentence.tokens
        if self._is_land(name):
            return False
        area = name.article or (name.first and tokens[name.first - 1].fold in self.words.areas)
        return name.head is None and not area and name.cue in ("in", "near", "of", "list")

    def _is_land(self, name: Name) -> bool:
        """Whether a land is meant and no town: in brackets behind a place, or by usage (« à Gaza »)."""
        if name.first > 1 and name.sentence.tokens[name.first - 1].text == "(":
            return True
        return name.head is None and name.fold() in self.words.lands and not self._listed(name)

    def _listed(self, name: Name) -> bool:
        """Whether another name follows or goes before in a list (« à Gaza, Rafah et Khan Younès »)."""
        tokens, words = name.sentence.tokens, self.words
        after = tokens[name.last + 1 : name.last + 3]
        if len(after) == 2 and (after[0].text == "," or after[0].fold in words.ands) and after[1].text[0].isupper():
            return True
        return name.cue == "list"

    def _unknown(self, name: Name) -> Found | None:
        """A name that only the words around it make a place (« le village de … »)."""
        tokens, spelling = name.sentence.tokens, name.text(self.text)
        if name.first == name.last and name.fold() in self.words.openers:
            return None  # « 44 on Tuesday »
        if self.words.heads_behind and any(t.fold in self.words.bodies for t in tokens[name.first : name.last + 1]):
            return None  # « Department of Defense »
        if self.words.heads_behind and _is_headline(name.sentence):
            return None  # « 33 Dead in Air Raid »: a capital says nothing
        behind = name.last if name.head is None else max(name.last, name.head)
        end = tokens[behind].end
        prefer = self._precision(name)
        if name.head is None or prefer == "wide" or tokens[name.head].fold in self.words.vague:
            labels = name.cue == "first" and name.first == name.last and tokens[name.last + 1].text == ":"
            if not labels and (name.cue != "in" or not self._asks_town(name) or name.direction is not None):
                return None
            return Found(name, spelling, tokens[name.first].start, end, name.last, None, None, False, tentative=True)
        if name.first == name.last and name.article and name.fold() in self.words.bodies:
            return None  # « l'école de l'Agence »
        acronym = name.first == name.last and spelling.isupper()
        if acronym or self.gazetteers.places.is_common(spelling) or self.gazetteers.actors.lookup(spelling) is not None:
            return None
        start = tokens[min(name.head, name.first)].start
        return Found(name, spelling, start, end, behind, prefer, None, False)
