"""Toll days: the days on which a toll stood, rose or was given, which are none of harm (« le bilan est passé mardi à 45 »)."""

from collections.abc import Sequence, Set

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.stages.claim.lexicon import lexicon

_NEAR = 3
"""How many words may stand between the verb of a toll and the day."""
_BEHIND = 6
"""How many words behind the day of its verb a toll may stand."""
_MARKS = frozenset(",;:()–—")


def is_toll_day(time: TimeRef, sentence: Sentence, events: Set[str], pack: LanguagePack) -> bool:
    """Whether the time only dates a toll: « le bilan est passé mardi à 45 », « un bilan actualisé mercredi matin »."""
    tolls = lexicon(pack).harm.tolls
    if time.kind != "point" or time.precision != "day" or tolls.nouns.isdisjoint(sentence.words):
        return False
    folds = sentence.folds
    first, end = sentence.first_at(time.span.start), sentence.first_at(time.span.end)
    if first > 1 and folds[first - 1] in tolls.verbs and not tolls.nouns.isdisjoint(_phrase(folds, end)):
        return True  # « a revu mardi à la hausse le bilan de la frappe »
    if first <= 1:
        # « samedi, le bilan est monté à 133 morts »
        subject = next((i for i in range(end, min(len(folds), end + _NEAR)) if folds[i] in tolls.nouns), None)
        return subject is not None and not tolls.verbs.isdisjoint(folds[subject + 1 : subject + 1 + _NEAR])
    noun = next((i for i in range(first - 1, -1, -1) if folds[i] in tolls.nouns), None)
    if noun is None or folds[first - 1] in lexicon(pack).figures.of:
        return False  # « le bilan de l'attaque de mardi »
    between = folds[noun + 1 : first]
    if any(f in _MARKS or f in pack.words.relatives for f in between):
        return False
    given = len(between) <= _NEAR and any(_is_participle(f, pack) for f in between[:2])
    near = (*folds[max(noun + 1, first - _NEAR) : first], *folds[end : end + _NEAR])
    # « le bilan de l'attaque de mardi est passé à 33 morts jeudi »
    raised = not tolls.verbs.isdisjoint(between) and not events.isdisjoint(between)
    return given or raised or not tolls.verbs.isdisjoint(near)


def _phrase(folds: Sequence[str], end: int) -> Sequence[str]:
    """The few words behind a day, up to a mark."""
    behind = folds[end : end + _BEHIND]
    return behind[: next((i for i, f in enumerate(behind) if f in _MARKS), len(behind))]


def _is_participle(word: str, pack: LanguagePack) -> bool:
    return any(form.mood == "participle" and form.tense == "past" for _, form in pack.verbs.analyses(word))


def is_of_last_dead(time: TimeRef, sentence: Sentence, count: int, pack: LanguagePack, raising: frozenset[str]) -> bool:
    """Whether the time dates only those who were added: « un blessé est mort mardi, ce qui porte à neuf le nombre de tués ».

    `count` is the offset at which the number of all begins; `raising` are the forms of « porter ».
    """
    if time.span.end >= count:
        return False
    tolls = lexicon(pack).harm.tolls
    between = [t.fold for t in sentence.tokens if time.span.end <= t.start < count]
    at = next((i for i, f in enumerate(between) if f in raising), None)
    if at is None or not any(f in _MARKS for f in between[:at]):
        return False
    behind = [t.fold for t in sentence.tokens if t.start >= count]
    return not tolls.nouns.isdisjoint((*between[at:], *behind))
