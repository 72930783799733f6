"""Saying days: times behind a verb of saying, where no attribution was made of it."""

from collections.abc import Set

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence
from recoupe.model.span import Span
from recoupe.stages.claim.words.lexicon import lexicon

_MARKS = frozenset(',;»"')


def behind_verb(span: Span, sentence: Sentence, pack: LanguagePack) -> bool:
    """Whether a verb of saying opens the words between commas that hold the time: « …, a indiqué l'état-major ce lundi ».

    So the day of a statement is told also where what is said is no sentence, and no attribution was made.
    """
    tokens, verbs = sentence.tokens, pack.verbs
    at = sentence.first_at(span.start)
    first = _first(at, sentence)
    if not 0 < first < at - 1 or not verbs.is_auxiliary(tokens[first].fold):
        return False
    if any(lemma == lexicon(pack).figures.passive for lemma, _ in verbs.analyses(tokens[first].fold)):
        return False  # « …, were reported killed on Monday »
    return _says(tokens[first + 1].fold, pack)


def said_early(span: Span, sentence: Sentence, early: Set[str], pack: LanguagePack) -> bool:
    """« ont revendiqué l'attaque dès samedi »: whether one of the `early` words opens the time, and a verb of saying stands
    before it between the same commas.
    """
    at = sentence.first_at(span.start)
    if sentence.tokens[at].fold not in early:
        return False
    return any(_says(t.fold, pack) for t in sentence.tokens[_first(at, sentence) : at])


def _first(at: int, sentence: Sentence) -> int:
    """The index of the word behind the last comma before `at`."""
    return next((i + 1 for i in range(at - 1, -1, -1) if sentence.tokens[i].text in _MARKS), 0)


def _says(word: str, pack: LanguagePack) -> bool:
    return any(
        lemma in pack.cues.verbs and form.mood == "participle" and form.tense == "past"
        for lemma, form in pack.verbs.analyses(word)
    )
