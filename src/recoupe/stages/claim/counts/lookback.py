"""Lookback: what the words before a count, or the figures so far, say to have befallen those of whom it counts some."""

from collections.abc import Callable, Sequence

from recoupe.model.figure import Effect, Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import BODILY
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.tolls import Topic
from recoupe.stages.claim.words.line import Line

ALMOST = 2
"""At the head of a sentence, but for a quotation mark."""


class Lookback:
    """Questions to the words before a count and to the `trail` of the article's figures; `linker` holds what the sentence itself ties."""

    def __init__(
        self, linker: Linker, topic: Topic | None, trail: Sequence[Figure], harmed: Callable[[], Effect | None]
    ) -> None:
        self.linker, self.topic, self.trail = linker, topic, trail
        self.harmed = harmed
        """Tells what a noun of the sentence before says of people whom it does not count (« Les blessés ont été évacués. »)."""
        self.line: Line = linker.line

    def opened_with(self) -> Effect | None:
        """What a sentence says that opens with « Parmi les morts, »; None where it opens otherwise."""
        nouns = self.line.lexicon.harm.nouns
        opened = (at + width for at, width in self.line.lexicon.figures.among.standing(self.line.folds) if at < ALMOST)
        return self.of_victims(next((nouns[f] for i in opened if (f := self.line.fold(i)) in nouns), None))

    def said_before(self, count: Count) -> Effect | None:
        """« The dead included four journalists »: what the words before those named say of them."""
        line = self.line
        width = line.lexicon.figures.identify.before(line.folds, count.first)
        nouns = line.lexicon.harm.nouns
        said = next((nouns[f] for f in line.folds[count.first - width : count.first] if f in nouns), None)
        return self.of_victims(said)

    def of_victims(self, effect: Effect | None) -> Effect | None:
        """What befell « les victimes », where the article has counted nobody but dead, or nobody but wounded, so far."""
        if effect != "casualties":
            return effect
        dead = {f.value for f in self.trail if f.effect == "killed"}
        # « 600 victimes des combats » of the headline are the 600 dead of the text
        known = (f for f in self.trail if f.part_of is None and not (f.effect == effect and f.value in dead))
        told: set[Effect] = {f.effect for f in known if f.effect in (*BODILY, effect)}
        return told.pop() if len(told) == 1 else effect

    def killed_only(self) -> bool:
        """Whether the article and the sentence so far count dead, and neither hurt nor victims."""
        told = {f.effect for f in self.trail} | {f.effect for f in self.linker.found.values() if f.carried or f.harm}
        named = {c.effect for c in self.linker.counts if c.kind == "harm" and c.effect != "casualties"}
        return "killed" in told | named and (told | named).isdisjoint({"wounded", "casualties"})

    def last_of(self, effect: Effect | None) -> Figure | None:
        """The last whole of whom the same is told."""
        return next((f for f in reversed(self.trail) if f.part_of is None and f.effect == effect), None)

    def last_people(self) -> Figure | None:
        """The last whole of people."""
        return next((f for f in reversed(self.trail) if f.part_of is None and f.unit == "people"), None)

    def last_whole(self) -> Figure | None:
        """The whole counted in the last sentences of harm, when people were counted."""
        if self.topic is None or self.topic.like is None or self.line.sentence.index - self.topic.sentence > 2:
            return None
        return self.last_people()

    def last_holding(self, count: Count, effect: Effect) -> Figure | None:
        """The last whole of whom those counted may be some."""
        return next((f for f in reversed(self.trail) if self._holds(f, effect, count)), None)

    def _holds(self, figure: Figure, effect: Effect, count: Count) -> bool:
        """Whether those counted may be some of a figure's: « deux Suisses figurent parmi les victimes » are no assailants."""
        own, words = count.numeral.value or 0, figure.span.text.casefold().split()
        fits = figure.value is None or own <= figure.value
        attackers = self.line.lexicon.attackers.intersection(words)
        return figure.effect == effect and figure.part_of is None and fits and not attackers
