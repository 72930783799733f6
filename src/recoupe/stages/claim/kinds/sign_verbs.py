"""Verbs as signs: whether a word is a verb here, in which voice, and what set words go with it."""

from recoupe.languages.morphology import Form
from recoupe.languages.set_phrases import SetPhrases
from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.line import Line

_GROUP = 5
_TAIL = 6
_ACROSS = 9


def is_verb(line: Line, at: int, form: Form) -> bool:
    """Whether the word can be this form of a verb here, and is no noun."""
    words = line.lexicon.words
    before = line.fold(at - 1)
    if form.mood == "imperative":
        return False
    if form.person in (1, 2):
        return before in words.subjects or (before in words.clitics and line.fold(at - 2) in words.subjects)
    if line.lexicon.figures.merged and not _fits(line, at, form):
        return False
    if form.mood == "infinitive":
        return True
    if before in words.openers or before in line.lexicon.figures.of:
        return before in words.reflexives
    return not (form.finite and (before in words.prepositions or before in words.prenominal))


def _fits(line: Line, at: int, form: Form) -> bool:
    """Whether the word is that form here, where others look like it."""
    if form.mood == "infinitive":
        return merged_forms.is_infinitive(line, at)
    if form.mood == "participle" and form.tense == "present":
        return True
    if form.finite and form.tense == "present":
        return line.finite(at)
    if not merged_forms.is_past(line, at):
        return True
    if merged_forms.helped(line, at):
        return not form.finite
    active = line.finite(at) or merged_forms.takes_object(line, at + 1) or _bare_noun(line, at + 1)
    return form.finite == active


def _bare_noun(line: Line, at: int) -> bool:
    """Whether a noun without article, the object of the verb before it, can stand there: « seized control of »."""
    fold, words = line.fold(at), line.lexicon.words
    closed = fold in words.prepositions or fold in words.coordinators or fold in words.subordinators
    if not fold[:1].isalpha() or closed or fold in words.adverbs or at in line.times:
        return False
    noun = line.fold(at - 2)
    if not noun[:1].isalpha() or noun in words.openers or noun in words.prenominal or noun in words.prepositions:
        return False  # « the wounded soldiers »
    return not line.lexicon.verbs.is_auxiliary(fold) and not line.finite(at) and not _inside(line, fold)


def is_reflexive(line: Line, at: int) -> bool:
    """Whether a reflexive pronoun belongs to the verb (« s'est emparé »)."""
    verbs, words = line.lexicon.verbs, line.lexicon.words
    for index in range(at - 1, max(-1, at - _GROUP), -1):
        fold = line.folds[index]
        if fold in words.reflexives:
            return True
        if not (verbs.is_auxiliary(fold) or fold in words.adverbs or fold in words.clitics or fold in words.negations):
            return False
    return False


def is_passive(line: Line, at: int, form: Form) -> bool:
    """Whether who suffers it stands before the verb: a past participle without the auxiliary of an active past."""
    figures, words = line.lexicon.figures, line.lexicon.words
    if form.mood == "infinitive":
        return line.auxiliary(at - 1, figures.passive)
    if form.mood != "participle" or form.tense != "past":
        return False
    for index in range(at - 1, max(-1, at - _GROUP), -1):
        fold = line.folds[index]
        if line.auxiliary(index, figures.passive):
            return True
        if line.auxiliary(index, figures.perfect):
            return False
        if not _inside(line, fold) and fold not in words.clitics:
            return True
    return True


def group_start(line: Line, at: int) -> int:
    """The first word of the verb group of the verb at `at`."""
    first = at
    while first > 0:
        fold = line.folds[first - 1]
        if not (line.lexicon.verbs.is_auxiliary(fold) or fold in line.lexicon.words.reflexives or _inside(line, fold)):
            break
        first -= 1
    return first


def tail_end(line: Line, at: int, tails: SetPhrases, *, across: bool) -> int:
    """The index after the set words behind the verb; 0 when they are not there."""
    for index in range(at + 1, min(line.end, at + 1 + (_ACROSS if across else _TAIL))):
        width = tails.at(line.folds, index)
        if width:
            return index + width
        if index in line.times:
            continue
        if line.stops(index) or not (across or _inside(line, line.folds[index]) or _verbal(line, index)):
            return 0
    return 0


def _inside(line: Line, fold: str) -> bool:
    words, figures = line.lexicon.words, line.lexicon.figures
    return (
        fold in words.adverbs
        or fold in words.negations
        or fold in figures.floating
        or (len(fold) > 6 and fold.endswith(figures.adverbs_in))
    )


def _verbal(line: Line, index: int) -> bool:
    """« a été attribuée », « sont tenus »: another word of the group between a verb and its set words."""
    return any(form.mood == "participle" for _, form in line.lexicon.verbs.analyses(line.folds[index]))
