"""Stretch: the words that a claim has in one sentence, with the places and parties named among them."""

from bisect import bisect_left
from collections.abc import Sequence

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.model.annotation import Annotations, Mention, Numeral, PlaceRef, Sentence, TimeRef
from recoupe.model.span import Span
from recoupe.stages.claim.doers.named_lands import NamedLands
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.words.lexicon import Lexicon
from recoupe.stages.claim.words.line import Line


class Notes:
    """The annotations of one Document, asked by offsets."""

    def __init__(self, annotations: Annotations, lexicon: Lexicon, agents: AgentWords, countries: Countries) -> None:
        self.annotations = annotations
        self.lexicon = lexicon
        self.agents = agents
        self.countries = countries
        self.lands = NamedLands(annotations)
        self.sentence_starts = [s.start for s in annotations.sentences]
        self._mentions = [m.span.start for m in annotations.mentions]
        self._places = [p.span.start for p in annotations.places]
        self._numerals = [n.span.start for n in annotations.numerals]
        self._times = [t.span.start for t in annotations.times]

    def mentions(self, start: int, end: int) -> Sequence[Mention]:
        """The names that begin in start:end."""
        return self.annotations.mentions[bisect_left(self._mentions, start) : bisect_left(self._mentions, end)]

    def places(self, start: int, end: int) -> Sequence[PlaceRef]:
        """The places that begin in start:end."""
        return self.annotations.places[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def numerals(self, start: int, end: int) -> Sequence[Numeral]:
        """The numbers that begin in start:end."""
        return self.annotations.numerals[bisect_left(self._numerals, start) : bisect_left(self._numerals, end)]

    def times(self, start: int, end: int) -> Sequence[TimeRef]:
        """The times that begin in start:end."""
        return self.annotations.times[bisect_left(self._times, start) : bisect_left(self._times, end)]

    def parts(self, span: Span) -> list[Sentence]:
        """The sentences of a span, each with those of its words that stand in it."""
        found: list[Sentence] = []
        at = max(0, bisect_left(self.sentence_starts, span.start + 1) - 1)
        for sentence in self.annotations.sentences[at:]:
            if sentence.start >= span.end:
                break
            if span.start <= sentence.start and sentence.end <= span.end:
                found.append(sentence)
                continue
            tokens = sentence.within(span.start, span.end)
            if tokens:
                start, end = tokens[0].start, tokens[-1].end
                found.append(Sentence(sentence.index, start, end, sentence.block, sentence.kind, tokens))
        return found


class Stretch:
    """Words of one sentence. Indexes are into `line.folds`."""

    __slots__ = ("_parties", "_places", "line", "notes", "start", "stop")

    def __init__(self, notes: Notes, sentence: Sentence) -> None:
        self.notes = notes
        self.line = Line(sentence, notes.lexicon, notes.times(sentence.start, sentence.end))
        self.start, self.stop = sentence.start, sentence.end
        self._places: dict[int, PlaceRef] | None = None
        self._parties: Parties | None = None

    @property
    def places(self) -> dict[int, PlaceRef]:
        """The places by the index of each of their words."""
        if self._places is None:
            first_at = self.line.first_at
            self._places = {
                index: ref
                for ref in self.notes.places(self.start, self.stop)
                for index in range(first_at(ref.span.start), first_at(ref.span.end))
            }
        return self._places

    @property
    def parties(self) -> Parties:
        """Who is named that can do harm or suffer it."""
        if self._parties is None:
            first_at = self.line.first_at
            named = [
                Party(first_at(m.span.start), first_at(m.span.end), m.entity)
                for m in self.notes.mentions(self.start, self.stop)
                if m.entity.kind in ("party", "state", "body")
            ]
            self._parties = Parties(self.line, named, self.notes.agents, self.notes.countries, self.notes.lands)
        return self._parties

    def near(self, at: int, end: int, reach: int) -> Sequence[str]:
        """The words around at:end."""
        return self.line.folds[max(0, at - reach) : end + reach]

    def span(self, first: int, end: int, text: str) -> Span:
        """The span of the words first:end."""
        tokens = self.line.sentence.tokens
        return Span.cut(text, tokens[first].start, tokens[end - 1].end)

    def is_unknown_name(self, at: int) -> bool:
        """Whether the word has a capital and is neither known nor part of the name of anybody."""
        return at > 0 and self.line.sentence.tokens[at].text[0].isupper() and not self.is_named(at)

    def is_named(self, at: int) -> bool:
        """Whether the word belongs to a name (« Forces démocratiques de libération du Rwanda »)."""
        token = self.line.sentence.tokens[at]
        return any(m.span.holds(token.start, token.end) for m in self.notes.mentions(self.start, self.stop))
