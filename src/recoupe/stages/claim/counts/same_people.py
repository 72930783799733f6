"""Same people: counts of those told before, once more or by what they are called, or of people of their lot."""

from itertools import pairwise

from recoupe.model.figure import Effect, Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import BODILY
from recoupe.stages.claim.counts.lookback import ALMOST, Lookback

_REACH = 14
_SENTENCE = 24
"""Within how many words before a part those stand whom a noun names without a number."""
_OPENING = 8
"""Within how many words of its sentence a part of those named before stands."""
_BESIDE = 5
"""How many words may stand between « parmi les civils » and the part."""
_LATELY = 6
"""How many figures back those may be of whom a noun tells again."""


class SamePeople:
    """Questions to the counts of one sentence that no words of harm reach."""

    def __init__(self, look: Lookback) -> None:
        self.look, self.linker, self.line = look, look.linker, look.line

    def of(self, index: int, count: Count) -> Found | None:
        """The count as one of those told before it: once more, by what they are called, or as an item of their list."""
        before = self.linker.tied_before(index)
        if before is not None and self.linker.marked(count, self.line.lexicon.figures.equals):
            between = self.line.folds[before.count.end : count.first - 1]
            if count.kind == "bare" and not self.line.lexicon.words.coordinators.isdisjoint(between):
                return None  # « tué 30 soldats et détruit un tiers des lanceurs, soit 120 »
            # « 4 182 familles, soit 25 092 personnes », but « 25 morts, soit 22 civils et trois policiers »
            own, size = count.numeral.value or 0, before.count.numeral.value or 0
            part = own < size and before.whole is None and count.kind in ("people", "harm")
            whole = before if part and count.unit == before.count.unit else None
            return Found(count, before.effect, like=before, whole=whole, carried=True)
        found = self._identified(index, count) or self._among(count) or self.listed(before, count)
        return found or self._of_noun(before, count)

    def _of_noun(self, before: Found | None, count: Count) -> Found | None:
        """« un quart des morts, et parmi eux des dizaines de femmes »: a part of those whom only a noun names."""
        line, nouns = self.line, self.line.lexicon.harm.nouns
        if before is not None or not self.linker.marked(count, line.lexicon.figures.parts):
            return None
        start = max((i + 1 for i in range(count.first) if line.stops(i) and line.folds[i] != ";"), default=0)
        named = (i for i in range(count.first - 1, max(start, count.first - _SENTENCE), -1) if line.folds[i] in nouns)
        noun = next(named, None)
        told = noun is not None and line.fold(noun - 1) in line.lexicon.words.determiners
        if not start and count.first <= _OPENING and (said := self.look.of_victims(self.look.harmed())) is not None:
            # « Les blessés ont été évacués. Parmi eux se trouvaient trois journalistes »
            return Found(count, said, carried=True)
        return Found(count, nouns[line.folds[noun]], carried=True) if told and noun is not None else None

    def _identified(self, index: int, count: Count) -> Found | None:
        """« Il s'agit de quinze adultes, neuf hommes et six femmes »: who those are that the article counted last."""
        left = self.linker.counts[index - 1] if index else None
        previous = self.linker.found.get(left) if left is not None else None
        goes_on = left is not None and previous is not None and previous.identified and self.linker.joined(left, count)
        if not goes_on and not self._named_as(count):
            return None
        whole = previous.whole if goes_on and previous is not None else self.look.last_whole()
        said = None if goes_on else self.look.said_before(count)
        if said is not None and (whole is None or whole.effect != said):
            whole = self.look.last_of(said)
        if count.kind not in ("people", "unknown"):
            return None
        if count.kind == "unknown" and count.numeral.article and not self.linker.among_counts(count):
            return None  # « il s'agit d'un acte odieux »
        if whole is None:
            said = previous.effect if goes_on and previous is not None else said
            return Found(count, said, identified=True, carried=goes_on) if said is not None else None
        return Found(count, whole.effect, whole=whole, identified=True, carried=True)

    def _named_as(self, count: Count) -> bool:
        line, identify = self.line, self.line.lexicon.figures.identify
        at = count.first - (line.fold(count.first - 1) in line.lexicon.words.openers)
        width = identify.before(line.folds, at)
        # « s'il s'agit d'un homme ou d'une femme »: a reflexive pronoun before a subject is « if »
        before, words = line.fold(at - width - 1), line.lexicon.words
        return width > 0 and before not in line.lexicon.figures.conditions and before not in words.reflexives

    def lying(self, count: Count) -> Found | None:
        """The count among the dead with whom its sentence opens, where it says where they had been: « Parmi les morts, 48 personnes qui
        s'étaient réfugiées là », and not « 12 personnes sont encore sous les décombres »."""
        now = count.end < self.line.end and self.line.finite(count.end)
        return self._among(count) if not now and self.look.opened_with() == "killed" else None

    def _among(self, count: Count) -> Found | None:
        """« figurent parmi les morts », « parmi les 42 victimes, 12 enfants »."""
        line, nouns = self.line, self.line.lexicon.harm.nouns
        if count.kind == "unknown" and count.numeral.article:
            return None  # « parmi les déplacés, peu ont reçu une aide »
        figures = line.lexicon.figures
        places = list(figures.among.standing(line.folds))
        if count.kind == "people":
            # « on compte douze enfants sur les 40 morts », but « un homme a tiré sur les otages »
            out_of = figures.out_of.standing(line.folds)
            places += [(at, n) for at, n in out_of if at < count.first or line.opens_number(at + n)]
        for at, width in sorted(places, key=lambda place: place[0] != count.end):
            whole = self._named_of(at + width, count) if at < ALMOST and count.first > at else None
            if whole is not None:
                return Found(count, whole.effect, whole=whole, carried=True)
            named = next((f for c, f in self.linker.found.items() if c.first == at + width and c is not count), None)
            listed = [c for c in self.linker.counts if count.first <= c.first < at and not c.measure]
            if not all(self.linker.joined(one, other) for one, other in pairwise(listed)):
                continue  # « dit un élu, ajoutant que trois femmes sont parmi les tués »
            ahead = count.end <= at <= count.end + _REACH and not any(line.stops(i) for i in range(count.end, at))
            if named is not None and (ahead or 0 <= count.first - named.count.end <= _REACH):
                return Found(count, named.effect, whole=named, carried=True)
            if count.first > at and count.unit == "families" and self.linker.aside(count):
                continue  # « parmi les victimes, appartenant à quatre familles »
            effect = self.look.of_victims(
                self._became(at + width) or nouns.get(line.fold(at + width)) or line.befallen(at + width)
            )
            first, last = min(at, count.end), max(at, count.first)
            if effect is None or last - first > _REACH or any(line.stops(i) for i in range(first, last)):
                continue
            whole = self.look.last_holding(count, effect)
            before = self.linker.tied_before(self.linker.counts.index(count)) if count.kind == "bare" else None
            if before is not None and at == count.end:
                # « Cinq policiers figurent parmi les tués et huit parmi les blessés »
                return Found(count, effect, like=before, carried=True)
            alone = whole is None
            return Found(count, effect, whole=whole, identified=alone and effect in BODILY, carried=alone)
        return None

    def _became(self, noun: int) -> Effect | None:
        """« Parmi les otages libérés »: what a participle says has become of the people at `noun`; None for none."""
        beside = (h for h in self.linker.harms if h.bond == "noun" and h.start == noun + 1)
        return next((h.effect for h in beside), None)

    def _named_of(self, at: int, count: Count) -> Figure | None:
        """« Parmi les civils figurent 12 enfants »: those of the last sentences whom the noun at `at` names again."""
        line, noun, near = self.line, self.line.fold(at), range(at + 1, count.first)
        opened = len(near) <= _BESIDE and not any(line.stops(i) for i in near)
        if not opened or line.befallen(at) or noun in line.lexicon.harm.nouns or not any(map(line.finite, near)):
            return None
        lately = (f for f in reversed(self.look.trail[-_LATELY:]) if f.unit == "people")
        return next((f for f in lately if noun in f.span.text.casefold().split()), None)

    def _makes_up(self, before: Found, count: Count) -> bool:
        """« Huit sont morts dans l'explosion : six civils et deux policiers »: whether the list that begins with the count adds up to the
        number before it, whose noun is left out."""
        counts, size = self.linker.counts, before.count.numeral.value
        index, total = counts.index(count), count.numeral.value or 0
        while index + 1 < len(counts) and self.linker.joined(counts[index], counts[index + 1]):
            index += 1
            total += counts[index].numeral.value or 0
        return size is not None and size > 1 and total == size

    def listed(self, before: Found | None, count: Count) -> Found | None:
        """« 57 personnes y ont péri : 42 prisonniers et quinze gardiens »: the parts of a count behind a colon."""
        added = count.kind == "them" and self.linker.marked(count, self.line.lexicon.figures.more)
        if before is None or (count.kind not in ("people", "unknown", "harm") and not added):
            return None
        if count.kind == "unknown" and count.numeral.article:
            return None  # « un tué : une gare frappée »
        line = self.line
        if self.linker.marked(count, line.lexicon.figures.more):
            return Found(count, before.effect, carried=True)
        named = line.fold(count.first - 1) == ":" or line.lexicon.figures.namely.before(line.folds, count.first) > 0
        if named and (before.count.kind != "bare" or self._makes_up(before, count)):
            return Found(count, before.effect, whole=before.whole or before, carried=True)
        between = line.folds[before.count.end : count.first]
        listed = before.whole is not None and before.carried and bool(between)
        if (line.lexicon.figures.merged or "," in between) and self.linker.opens_clause(count):
            return None  # « 20 morts, dont 12 civils, et 2 000 habitants ont gagné Adré »
        paired = listed and bool(line.lexicon.counted.joint) and self.linker.joined(before.count, count)
        if listed and (paired or all(f in line.lexicon.figures.joins for f in between)):
            return Found(count, before.effect, whole=before.whole, carried=True)
        return None
