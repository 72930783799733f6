"""VerbGroup: the auxiliaries, pronouns and negations that belong to a verb."""

from collections.abc import Set
from typing import NamedTuple

from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.line import Line

_REACH = 12
_INSERTION = 16
_CIRCUMSTANCE = 7


class VerbGroup(NamedTuple):
    """What stands in front of a verb and goes with it. `first` is its first word's index, the verb's own when alone."""

    first: int
    passive: bool
    """Whether the auxiliary of the passive (and of verbs of motion) is there."""
    perfect: bool
    """Whether the auxiliary of the perfect is there, and not the passive's."""
    reflexive: bool
    causative: bool
    """Whether a verb of letting or having done is there (« se sont fait tuer »)."""
    negated: bool

    @property
    def auxiliary(self) -> bool:
        """Whether any auxiliary is there."""
        return self.passive or self.perfect


def group_before(line: Line, at: int, stops: Set[int] = frozenset()) -> VerbGroup:
    """The group of the verb at `at`, read leftwards; an insertion between commas is passed over behind an auxiliary.

    It reaches over none of the words in `stops` (those of counts, which may be adjectives that look like verbs).
    """
    figures, words = line.lexicon.figures, line.lexicon.words
    first = at
    passive = perfect = reflexive = causative = negated = tensed = False
    index = at - 1
    while index >= 0 and at - index <= _REACH + _INSERTION:
        fold = line.folds[index]
        if width := figures.inserted.before(line.folds, index + 1):
            index -= width
            continue
        # « qui s'enfuyaient ont été blessés »: the verb of a clause set in before
        if index in stops or (tensed and not line.lexicon.verbs.is_auxiliary(fold) and line.finite(index)):
            break
        tensed = tensed or _tensed(line, index)
        if line.auxiliary(index, figures.passive):
            # « est accusé d'avoir tué »: the perfect in between is the verb's own
            passive, first = passive or not perfect, index
        elif line.auxiliary(index, figures.perfect):
            perfect, first = True, index
        elif fold in words.reflexives:
            reflexive, first = True, index
        elif fold in figures.causative:
            causative, first = True, index
        elif line.finite(index) or verbal(line, index):
            first = index
        elif fold == ",":
            opening = _insertion(line, index)
            if opening is None:
                break
            index = opening
            continue
        elif fold in figures.not_before or fold in figures.not_behind:
            negated = True
        elif not transparent(line, index) and fold not in figures.harmed:
            width = 0 if tensed else _circumstance(line, index, stops)
            if not width:
                break
            index -= width
            continue
        elif (
            fold in figures.of
            and line.folds[index - 1 : index]
            and not verbal(line, index - 1)
            and not line.finite(index - 1)
        ):
            break
        index -= 1
    return VerbGroup(first, passive, perfect and not passive, reflexive, causative, negated)


def _tensed(line: Line, at: int) -> bool:
    """Whether the word is an auxiliary in a finite form (« ont », not « été »)."""
    verbs, fold = line.lexicon.verbs, line.folds[at]
    return verbs.is_auxiliary(fold) and any(form.finite for _, form in verbs.analyses(fold))


def _circumstance(line: Line, last: int, stops: Set[int]) -> int:
    """How many words of a circumstance end at `last` and stand right behind an auxiliary: « ont en quelques heures été »; or 0."""
    words = line.lexicon.words
    for index in range(last, max(-1, last - _CIRCUMSTANCE), -1):
        fold = line.folds[index]
        if line.lexicon.verbs.is_auxiliary(fold) and line.fold(index - 1) not in words.openers:
            opener = line.fold(index + 1)
            opens = index + 1 in line.times or opener in words.prepositions or opener in line.lexicon.figures.aside
            return last - index if opens and index < last else 0
        if index in stops or line.stops(index) or fold == "," or line.finite(index) or fold in words.subordinators:
            return 0
        if index not in line.times and fold not in words.prepositions and verbal(line, index):
            return 0
    return 0


def transparent(line: Line, index: int) -> bool:
    """Whether the word may stand inside a verb group without being part of it: an adverb, a pronoun, a negation."""
    fold, words, figures = line.folds[index], line.lexicon.words, line.lexicon.figures
    return (
        fold in words.adverbs
        or fold in words.negations
        or fold in words.clitics
        or fold in words.stressed
        or fold in figures.floating
        or (fold.endswith(figures.adverbs_in) and fold not in line.lexicon.counted.families)
    )


def verbal(line: Line, index: int) -> bool:
    """Whether the word is an infinitive or participle that goes with a verb (« dû fuir », « retrouvés morts »)."""
    fold = line.folds[index]
    if fold in line.lexicon.words.prepositions:
        return False
    if line.lexicon.figures.merged:
        known = any(f.mood == "participle" and f.tense == "past" for f in merged_forms.forms(line, index))
        found = known and (fold in line.lexicon.figures.finding or merged_forms.helped(line, index))
        return found or merged_forms.is_infinitive(line, index)
    if fold in line.lexicon.figures.finding:
        return True
    before = line.fold(index - 1)
    if before in line.lexicon.words.openers and before not in line.lexicon.words.clitics:
        return False
    return any(
        form.mood == "infinitive" or (form.mood == "participle" and form.tense == "past")
        for _, form in line.lexicon.verbs.analyses(fold)
    )


def _insertion(line: Line, comma: int) -> int | None:
    """The auxiliary right in front of the insertion that ends at `comma`; None when there is none."""
    for index in range(comma - 1, max(-1, comma - _INSERTION), -1):
        if line.stops(index):
            return None
        if line.folds[index] == ",":
            before = index - 1
            return before if before >= 0 and line.lexicon.verbs.is_auxiliary(line.folds[before]) else None
    return None
