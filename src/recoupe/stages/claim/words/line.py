"""Line: a sentence as words that can be asked what they are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from recoupe.model.annotation import Sentence, TimeRef
from recoupe.model.figure import Effect, Group
from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.lexicon import Lexicon

_MEASURED = 5
"""Within how many words behind a deed it is said at how many it is put."""
QUOTES = frozenset('«"“„')
"""What a text may open around whom it calls so only in another's words."""
ENDS = frozenset({";", ":", ".", "?", "!", "…"})


class Tolled(NamedTuple):
    """What a toll counts."""

    effect: Effect
    group: Group | None
    gauged: bool = False
    """Whether the number stands right behind the people themselves (« les déplacés, estimés à 16 000 personnes »)."""


class Line:
    """A sentence's folded words by index, with the questions put to them. `times` are the sentence's own."""

    __slots__ = ("_finite", "end", "folds", "lexicon", "sentence", "standings", "times", "words")

    def __init__(self, sentence: Sentence, lexicon: Lexicon, times: Iterable[TimeRef] = ()) -> None:
        self.sentence = sentence
        self.lexicon = lexicon
        self.folds = list(sentence.folds)
        self.words = sentence.words
        """The distinct ones: whether any word of a class stands in the line is asked of these, the fewer of both gone through."""
        self.end = len(self.folds)
        self._finite: dict[int, bool] = {}
        self.standings: list[float] | None = None
        """What `standing` has found out of each word, once it was asked."""
        self.times = frozenset(
            [i for t in times for i in range(self.first_at(t.span.start), self.first_at(t.span.end))]
        )
        """Indexes of the words that belong to a time expression."""

    def first_at(self, offset: int) -> int:
        """Index of the first word that starts at or after `offset` of the document."""
        return self.sentence.first_at(offset)

    def fold(self, index: int) -> str:
        """The folded word, empty outside the sentence."""
        return self.folds[index] if 0 <= index < self.end else ""

    def named(self, index: int) -> bool:
        """Whether the word is written with a capital, as names are."""
        return 0 <= index < self.end and self.sentence.tokens[index].text[0].isupper()

    def has(self, index: int, phrase: Sequence[str]) -> bool:
        """Whether the words of `phrase` stand at `index`."""
        return self.folds[index : index + len(phrase)] == list(phrase)

    def finite(self, index: int) -> bool:
        """Whether the word is a verb that can carry a clause, and not a noun of the same form."""
        if self.folds[index] not in self.lexicon.finite:
            return False
        known = self._finite.get(index)
        if known is None:
            known = self._finite[index] = self._is_finite(index)
        return known

    def _is_finite(self, index: int) -> bool:
        if self.lexicon.figures.merged:
            return merged_forms.is_finite(self, index)
        fold, words, verbs = self.folds[index], self.lexicon.words, self.lexicon.verbs
        before = self.fold(index - 1)
        if verbs.is_auxiliary(fold):
            return not (fold in self.lexicon.figures.auxiliary_nouns and before in words.openers)
        if verbs.is_auxiliary(before) and verbs.is_past_participle(fold):
            return False  # « avait promis »
        if before in words.clitics and before in words.prepositions and index > 1:
            # « trente fidèles en marche », but « l'attaque en blesse dix »
            forms = [form for _, form in verbs.analyses(fold) if form.finite and form.person == 3]
            plural = self.folds[index - 2].endswith(self.lexicon.counted.plural_in)
            if plural and not any(form.number == "p" for form in forms):
                return False
        if before in words.clitics and before not in words.openers:
            return True
        if before in words.openers and before in self.lexicon.numbers:
            # « sept venaient du village »: no noun behind a number ends like that
            return any(form.finite and (form.person, form.number) == (3, "p") for _, form in verbs.analyses(fold))
        return before not in words.openers and before not in words.prepositions

    def auxiliary(self, index: int, lemma: str) -> bool:
        """Whether the word is a form of that auxiliary."""
        return 0 <= index < self.end and self.lexicon.verbs.is_form_of(self.folds[index], lemma)

    def tolled(self, before: int | None = None) -> Tolled | None:
        """What is being counted: « le nombre de soldats tués »; None where the sentence says nothing of the kind.

        Of several tolls it is the last that stands in front of the word `before`, else the first.
        """
        tolls = list(self._tolls())
        ahead = [tolled for at, tolled in tolls if before is not None and at < before]
        return ahead[-1] if ahead else tolls[0][1] if tolls else None

    def _tolls(self) -> Iterator[tuple[int, Tolled]]:
        """What each toll of the sentence counts, with where it stands."""
        harm = self.lexicon.harm
        if not harm.tolls.asked.isdisjoint(self.words):
            asked = self._asked()
            if asked is not None:
                yield 0, asked
            return
        found = False
        for at in [at for at, fold in enumerate(self.folds) if fold in self.lexicon.tolls]:
            tolled = self._toll_at(at)
            if tolled is not None:
                found = True
                yield at, tolled
        if not found and not harm.tolls.deadly.isdisjoint(self.words):
            yield next(i for i, fold in enumerate(self.folds) if fold in harm.tolls.deadly), Tolled("killed", None)

    def _toll_at(self, at: int) -> Tolled | None:
        """What is counted by the word at `at`; None where it is no toll."""
        harm, counted, of = self.lexicon.harm, self.lexicon.counted, self.lexicon.figures.of
        fold, before = self.folds[at], self.fold(at - 1)
        if fold in harm.nouns and self._gauged(at):
            return Tolled(harm.nouns[fold], None, gauged=True)
        if fold in harm.events and before in of and self._measured(at):
            return Tolled(harm.events[fold], None, gauged=True)
        if fold in harm.nouns and self._shared(at):
            return Tolled(harm.nouns[fold], None, gauged=True)
        modified = counted.heads_last and before in counted.premodifiers
        if fold in harm.tolls.losses and (at == 0 or modified or before in self.lexicon.words.openers):
            return Tolled(harm.nouns[fold], None)
        if fold in harm.tolls.nouns and counted.heads_last and before in harm.nouns:
            return Tolled(harm.nouns[before], None)  # « the death toll »
        if fold not in harm.tolls.of or self.fold(at + 1) not in of:
            return None
        # « le nombre de ses hommes tués »
        group: Group | None = "combatants" if self.lexicon.figures.of_own.at(self.folds, at + 1) else None
        for noun in self.folds[at + 2 : at + 8]:
            if noun in counted.people and group is None:
                group = counted.people[noun]
            effect = harm.nouns.get(noun) or next(
                (s.effect for s, f in harm.verbs.get(noun, ()) if not s.tails and f.mood == "participle"), None
            )
            if effect is not None:
                behind = self.fold(self.folds.index(noun, at) + 1)
                return Tolled(effect, "civilians" if behind in counted.civil else group)
        return None

    def _asked(self) -> Tolled | None:
        """« Combien de civils ont été tués ? »: what a question asks the number of."""
        harm, counted, of = self.lexicon.harm, self.lexicon.counted, self.lexicon.figures.of
        at = next(i for i, fold in enumerate(self.folds) if fold in harm.tolls.asked)
        if self.fold(at + 1) in of and (self.fold(at + 2) in counted.measures or self.fold(at + 2) in counted.objects):
            return None
        group: Group | None = None
        for fold in self.folds[at + 1 :]:
            group = group or counted.people.get(fold)
            effect = harm.nouns.get(fold) or next(
                (s.effect for s, f in harm.verbs.get(fold, ()) if not s.tails and f.mood == "participle"), None
            )
            if effect is not None:
                return Tolled(effect, group)
        return None

    def befallen(self, at: int) -> Effect | None:
        """What a participle says of the people at `at`: « parmi les personnes tuées »; None for nothing."""
        senses = (
            self.lexicon.harm.verbs.get(self.fold(at + 1), ()) if self.fold(at) in self.lexicon.counted.people else ()
        )
        return next((s.effect for s, f in senses if not s.tails and f.mood == "participle"), None)

    def opens_clause(self, at: int, verb: int) -> bool:
        """« after 12 people were killed »: whether the preposition at `at` is a conjunction whose verb stands at `verb`."""
        words = self.lexicon.words
        return self.fold(at) in words.subordinators and verb < self.end and self.finite(verb)

    def tolls_others(self) -> bool:
        """« le nombre de personnes menacées »: whether people are counted to whom no harm is said to have come."""
        people, tolls, of = self.lexicon.counted.people, self.lexicon.harm.tolls.of, self.lexicon.figures.of
        return any(
            fold in tolls and self.fold(at + 1) in of and self.fold(at + 2) in people
            for at, fold in enumerate(self.folds)
        )

    def _shared(self, noun: int) -> bool:
        """« puts the number of dead at 46 and of wounded at 100 »: whether the noun shares the toll's word with another."""
        figures, joint = self.lexicon.figures, self.fold(noun + 1)
        told = joint in self.lexicon.harm.tolls.put_at or joint in figures.harmed
        joined = self.fold(noun - 1) in figures.of and self.fold(noun - 2) in self.lexicon.words.coordinators
        return told and joined and self.fold(noun + 2)[:1].isdigit()

    def _gauged(self, noun: int) -> bool:
        """« les déplacés, estimés à 16 000 », « les déplacés (800 ménages) »: whether a number is put to the noun."""
        if self.fold(noun - 1) not in self.lexicon.counted.definite:
            return False
        after = self.fold(noun + 1)
        if after == "(":
            return self.fold(noun + 2)[:1].isdigit()
        if after in self.lexicon.harm.tolls.put_at:
            return self.opens_number(noun + 2)  # « put the dead at about one hundred »
        return self.fold(noun + 1 + (after == ",")) in self.lexicon.harm.tolls.gauged

    def opens_number(self, at: int) -> bool:
        """Whether a number begins there, approximators aside."""
        while width := self.lexicon.approximators.at(self.folds, at):
            at += width
        return self.fold(at)[:1].isdigit() or self.fold(at) in self.lexicon.numbers

    def _measured(self, noun: int) -> bool:
        """« des vagues de déplacement, estimées par l'ONU à 27 000 habitants »: whether a number is put to the deeds."""
        return not self.lexicon.harm.tolls.gauged.isdisjoint(self.folds[noun + 1 : noun + _MEASURED])

    def stops(self, index: int) -> bool:
        """Whether the word is a mark that ends a stretch of thought."""
        return self.folds[index] in ENDS
