"""Seats: the places of a sentence where somebody speaks, sits or acts, or that begin, answer or take in what happened elsewhere."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Numeral, Place, Sentence, Token
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.stages.claim.scenes.capitals import Capitals
from recoupe.stages.claim.scenes.conveyed import Conveyed
from recoupe.stages.claim.scenes.meetings import Meetings
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.speaking_spots import sends, speaks
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.statements import Statements
from recoupe.stages.claim.scenes.told_places import ToldPlaces
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import events_of, place_words, scene_words
from recoupe.stages.claim.words.lexicon import lexicon

_ANSWER = 9
"""Within how many words before the place of a deed « représailles à » stands."""
_NOUN = 3
"""Within how many words before « , qui » the noun stands that it goes with."""
_LATER = 6
"""Within how many words before « après » it is said that something happened."""
_VOICE = 4
"""How many words who tells of a place may be."""


class Seats:
    """Questions to the places of one sentence; built once a Document."""

    def __init__(
        self,
        document: Document,
        numerals: Sequence[Numeral],
        statements: Statements,
        told: ToldPlaces,
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.text, self.pack, self.gazetteers = document.text, pack, gazetteers
        self.statements, self.told = statements, told
        self.places, self.words, self.events = place_words(pack), scene_words(pack), events_of(pack)
        self.number_starts = [n.span.start for n in numerals]
        self.capitals = Capitals(document.text, (self.places, self.words), self.events, pack, gazetteers)
        self.conveyed, self.meetings = Conveyed(pack), Meetings(pack)
        self.named = either(self.words.events, lexicon(pack).harm.tolls.that_of)

    def of(self, found: Sequence[Spot], sentence: Sentence, here: Sequence[Attribution], *, counts: bool) -> list[Spot]:
        """Those where somebody speaks, sits, was brought or acts, and nothing is said to have happened. `counts` says that the sentence
        tells of harm or has a number: its only place may be where that was."""
        seats = self._seats(found, sentence, here) if found else []
        at_home = counts and len(found) == 1 and bool(seats) and self._is_at_home(found[0], sentence)
        return [] if at_home else seats

    def _seats(self, found: Sequence[Spot], sentence: Sentence, here: Sequence[Attribution]) -> list[Spot]:
        tests: tuple[Callable[[Spot], bool], ...] = (
            lambda s: speaks(s, found) or self.statements.seat(s.start, s.end, here, sentence),
            lambda s: sends(s, found, sentence),
            lambda s: self.meetings.holds(s, sentence, said=bool(here)),
            lambda s: self.conveyed.holds(s.start, sentence) and not self._is_only_place(s, found, sentence),
            lambda s: s is found[0] and self.capitals.acts(s, sentence),
            lambda s: self._began_there(s.start, sentence),
            lambda s: self.capitals.is_blamed(s, sentence),
            lambda s: self.capitals.is_party(s, found, sentence),
            lambda s: self.capitals.leads(s, sentence),
            lambda s: self._is_answered(s.start, sentence),
            lambda s: self._is_set_after(s, sentence),
        )
        seats: list[Spot] = []
        for is_seat in tests:
            seats += [s for s in found if s not in seats and is_seat(s)]
        return seats

    def _is_only_place(self, spot: Spot, found: Sequence[Spot], sentence: Sentence) -> bool:
        """Whether the sentence tells a new event and no other town: « 21 blessés ont été conduits à l'hôpital de X après une frappe
        contre une usine »."""
        if not is_exact(spot.place) or any(s is not spot and is_exact(s.place) for s in found):
            return False
        return any(a in self.words.a and self.events.is_event(b) for a, b in pairwise(sentence.folds))

    def _began_there(self, offset: int, sentence: Sentence) -> bool:
        """Whether only the beginning of what goes on was at the offset: « L'insurrection, qui a débuté à X, a fait … »."""
        at = sentence.first_at(offset)
        tokens = sentence.tokens[:at]
        if at > 1 and tokens[at - 1].fold in self.places.of and tokens[at - 2].fold in self.words.sprung:
            return at < 3 or tokens[at - 3].fold not in self.places.articles  # « Ils sont venus du Nigeria »
        comma = max((i for i, t in enumerate(tokens) if t.text == ","), default=-1)
        part = tokens[comma + 1 :]
        if comma < 0 or len(part) < 2:
            # « Partie du nord du pays, la rébellion … »
            opens = part[:1] and part[0].fold in self.words.sprung
            return bool(opens) and any(t.text == "," for t in sentence.tokens[at:])
        if part[0].fold in self.pack.words.relatives:
            if any(t.fold in self.words.sprung for t in part):
                return True
            # « les combats, qui ont éclaté mardi à X, ont fait » were there
            fight = not self.words.broad.isdisjoint(t.fold for t in tokens[max(0, comma - _NOUN) : comma])
            return self.events.starts(part) and not fight
        return part[0].fold in self.words.sprung

    def _is_set_after(self, spot: Spot, sentence: Sentence) -> bool:
        """« Elle survient un mois après le massacre de X »: whether what is told came after an event there, of which the sentence
        counts nothing."""
        if self.events.happening.isdisjoint(sentence.words):
            return False
        before = sentence.folds[: sentence.first_at(spot.start)]
        after = next((i for i in range(len(before) - 1, 0, -1) if before[i] in self.words.counted_from), 0)
        happens = not self.events.happening.isdisjoint(before[max(0, after - _LATER) : after])
        # « au lendemain d'un attentat qui avait fait 54 morts à X » counts there
        start = sentence.tokens[after].start
        counts = bisect_left(self.number_starts, start) < bisect_left(self.number_starts, sentence.end)
        return happens and not self.named.isdisjoint(before[after:]) and not counts

    def _is_answered(self, offset: int, sentence: Sentence) -> bool:
        """Whether what is told only answers a deed there: « des représailles à une attaque dans la région de X »."""
        words = agent_words(self.pack)
        if words.answers.isdisjoint(sentence.words):
            return False
        at = sentence.first_at(offset)
        if not self.pack.words.relatives.isdisjoint(sentence.folds[at + 1 : at + 4]):
            return False  # « à l'attentat de X, où 26 hommes avaient été tués »
        near = sentence.folds[max(0, at - _ANSWER) : at]
        return any(a in words.answers and b in words.answered for a, b in pairwise(near)) and "," not in near

    def _is_at_home(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a place that opens the sentence is where the harm was, not who tells of it: « À X, l'armée a dit avoir tué … »,
        « Dans la région de X, l'armée a dit … ».

        Those who tell are of the place, or it is no capital, and lies in the country of the place told last.
        """
        behind = [t for t in sentence.tokens if t.start >= spot.end]
        if len(behind) > 1 and behind[0].fold in self.pack.words.adverbs:
            behind = behind[1:]  # « À X enfin, »
        if spot.place is None or spot.near or spot.far or not self._opens(spot, sentence):
            return False
        if not is_exact(spot.place):
            of_land = bool(self.told.history) and self.told.history[-1].country == spot.place.country
            apart = next((i for i, t in enumerate(behind[:_VOICE]) if t.text == ","), _VOICE)
            return of_land and spot.place.precision == "region" and apart < 2  # « Dans la province voisine de X, »
        if behind[:1] == [] or behind[0].text != ",":
            return False
        if self._is_local(behind[1 : 3 + _VOICE], spot.place):
            return True  # « à X, des sources hospitalières font état de neuf morts »
        if self.gazetteers.countries.by_metonym(self.text[spot.start : spot.end]) is not None:
            return False
        return bool(self.told.history) and self.told.history[-1].country == spot.place.country

    def _opens(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a town or a region opens the sentence, behind no more than its preposition and its kind."""
        tokens = sentence.tokens[: sentence.first_at(spot.start)]
        if tokens and tokens[0].fold in self.pack.words.coordinators:
            tokens = tokens[1:]
        if is_exact(spot.place):
            return len(tokens) == 1
        known = (self.places.articles, self.places.of, self.places.heads)
        led = bool(tokens) and tokens[0].fold in self.pack.words.prepositions
        return led and all(any(t.fold in words for words in known) for t in tokens[1:])

    def _is_local(self, voice: Sequence[Token], place: Place) -> bool:
        """Whether the words that open a clause name people of the place: « des sources hospitalières », but not « Médecins sans
        frontières », « un médecin syrien » in London, « un médecin de l'ONU », nor who speaks of another land than the text's."""
        if self.told.history and all(p.country != place.country for p in self.told.history):
            return False
        at = next((i for i, t in enumerate(voice[:_VOICE]) if t.fold in self.words.on_the_spot), None)
        if at is None or voice[at].text[0].isupper():
            return False
        behind = voice[at + 1 : at + 4]
        lands = {self.gazetteers.countries.by_adjective(t.text) for t in behind[:2]} - {None, place.country}
        of_body = bool(behind) and behind[0].fold in self.places.of
        return not lands and not (of_body and any(len(t.text) > 1 and t.text.isupper() for t in behind))
