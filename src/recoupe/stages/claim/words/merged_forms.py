"""Merged forms: what a word is where a past tense and a participle, or an infinitive and a present, look alike.

« killed » is a verb in « the raid killed 12 », a participle in « 12 people killed in the raid »; « kill » is an
infinitive behind « to ». Indexes are into the sentence's words.
"""

from collections.abc import Container
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from recoupe.languages.morphology import Form
from recoupe.stages.claim.words.lexicon import Lexicon

if TYPE_CHECKING:
    from recoupe.stages.claim.words.line import Line

_CLAUSE = 16
"""Within how many words behind a participle its clause has its own verb."""


class _Senses(NamedTuple):
    infinitive: bool
    past: bool
    """Whether it can be a past tense and a participle alike."""


def forms(line: "Line", index: int) -> list[Form]:
    """The forms that the word can be, of any verb."""
    return _forms(line.lexicon, line.fold(index))


def _forms(lexicon: Lexicon, fold: str) -> list[Form]:
    known = [form for _, form in lexicon.verbs.analyses(fold)]
    return known or [form for _, form in lexicon.harm.verbs.get(fold, ())]


@lru_cache(maxsize=8192)
def _senses(lexicon: Lexicon, fold: str) -> _Senses:
    known = _forms(lexicon, fold)
    past = any(f.finite and f.tense == "past" for f in known)
    participle = any(f.mood == "participle" and f.tense == "past" for f in known)
    return _Senses(any(f.mood == "infinitive" for f in known), past and participle)


def is_finite(line: "Line", index: int) -> bool:
    """Whether the word carries a clause of its own."""
    fold, words, verbs = line.folds[index], line.lexicon.words, line.lexicon.verbs
    if fold not in line.lexicon.finite or index in line.times or _is_acronym(line, index):
        return False
    opener = line.fold(_past_adverbs(line, index - 1, -1))
    subject = opener in words.subjects or opener in words.relatives
    if verbs.is_auxiliary(fold):
        if fold[0] == "'":
            return subject
        named = fold in line.lexicon.figures.auxiliary_nouns and opener in words.openers
        return not named and not is_infinitive(line, index)
    if is_infinitive(line, index):
        return False
    if subject:
        return True
    if index == 0 or fold in words.nouns or opener in words.openers or opener in words.prepositions:
        return False
    if opener in words.prenominal or (line.named(index) and line.sentence.kind != "title"):
        return False
    if is_past(line, index):
        return _is_past_tense(line, index)
    return fold not in words.verb_nouns or takes_object(line, index + 1)


def _is_acronym(line: "Line", index: int) -> bool:
    """« IS », « US »: whether the word alone is in capitals."""
    tokens = line.sentence.tokens
    beside = tokens[index + 1 : index + 2] or tokens[index - 1 : index]
    return len(line.folds[index]) > 1 and tokens[index].text.isupper() and not all(t.text.isupper() for t in beside)


def is_doing(line: "Line", index: int) -> bool:
    """Whether the word is a present participle (« killing »)."""
    return any(f.mood == "participle" and f.tense == "present" for f in forms(line, index))


def is_past(line: "Line", index: int) -> bool:
    """Whether the word can be a past tense and a participle alike."""
    return _senses(line.lexicon, line.fold(index)).past


def _is_past_tense(line: "Line", index: int) -> bool:
    """Whether a word that may be a participle is the verb of its clause."""
    words, harm = line.lexicon.words, line.lexicon.harm
    if helped(line, index) or line.fold(index + 1) in ("by", ""):
        return False
    if takes_object(line, index + 1):
        return True
    if line.folds[index - 1] in (",", "(", "-", "–", "—"):
        return False
    senses = harm.verbs.get(line.folds[index], ())
    if senses and all(s.frame == "object" for s, _ in senses if not s.tails):
        return False
    for at in range(index + 1, min(line.end, index + _CLAUSE)):
        fold = line.folds[at]
        if fold in words.coordinators or fold in words.subordinators or not fold[-1].isalnum():
            return True
        if line.lexicon.verbs.is_auxiliary(fold) and line.lexicon.verbs.finite(fold):
            return False  # « people travelling in a bus attacked near the town were killed »
    return True


def is_infinitive(line: "Line", index: int) -> bool:
    """Whether the word stands behind « to » or a modal, as an infinitive does."""
    if not _senses(line.lexicon, line.fold(index)).infinitive:
        return False
    return line.fold(_past_adverbs(line, index - 1, -1)) in line.lexicon.figures.before_infinitive


def helped(line: "Line", index: int) -> bool:
    """Whether an auxiliary stands before the word, with adverbs between."""
    at = _past_adverbs(line, index - 1, -1)
    figures = line.lexicon.figures
    return line.auxiliary(at, figures.passive) or line.auxiliary(at, figures.perfect)


def takes_object(line: "Line", at: int, counted: Container[int] = ()) -> bool:
    """Whether what begins at `at` can be a verb's object; `counted` are the first words of counts."""
    words, lexicon = line.lexicon.words, line.lexicon
    at = _past_adverbs(line, at, 1)
    fold = line.fold(at)
    if not fold or at in line.times:
        return False
    if at in counted or fold[0].isdigit():
        return True
    if line.opens_number(at):
        return True
    if fold in words.prepositions or fold in words.coordinators:
        return False
    if fold in words.openers or fold in words.determiners or fold in words.subjects or fold in lexicon.counted.people:
        return True
    return line.named(at) and line.sentence.kind != "title"


def _past_adverbs(line: "Line", at: int, step: int) -> int:
    """The index of the first word from `at` on that is no adverb and no negation."""
    words, figures = line.lexicon.words, line.lexicon.figures
    while 0 <= at < line.end:
        fold = line.folds[at]
        adverb = fold in words.adverbs and fold not in words.openers and fold not in words.prepositions
        manner = fold.endswith(figures.adverbs_in) and fold not in line.lexicon.counted.families
        if not adverb and not manner and fold not in figures.not_before:
            break
        at += step
    return at
