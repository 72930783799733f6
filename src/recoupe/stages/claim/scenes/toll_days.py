"""Toll days: the days on which a toll stood, rose or was given, which are none of harm (« le bilan est passé mardi à 45 »)."""

from collections.abc import Sequence, Set

from recoupe.languages.pack import LanguagePack
from recoupe.languages.scenes import SceneWords
from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.stages.claim.words.lexicon import lexicon

_NEAR = 3
"""How many words may stand between the verb of a toll and the day."""
_BEHIND = 6
"""How many words behind the day of its verb a toll may stand."""
_MARKS = frozenset(",;:()–—")


def is_toll_day(time: TimeRef, sentence: Sentence, events: Set[str], pack: LanguagePack) -> bool:
    """Whether the time only dates a toll: « le bilan est passé mardi à 45 », « un bilan actualisé mercredi matin »."""
    tolls = lexicon(pack).harm.tolls
    folds = sentence.folds
    if _is_grown(time, sentence, pack):
        return True  # « Depuis, le bilan s'est alourdi à 45 morts »
    if time.kind != "point" or time.precision not in ("day", "week", "unknown"):
        return False
    first, end = sentence.first_at(time.span.start), sentence.first_at(time.span.end)
    if _stands_at(folds, first - 1, end, pack) and _has_subject(folds, first - 1, pack):
        return True  # « le bilan est aujourd'hui de 35 morts »
    if tolls.nouns.isdisjoint(sentence.words):
        return False
    if first > 1 and folds[first - 1] in tolls.verbs and not tolls.nouns.isdisjoint(_phrase(folds, end)):
        return True  # « a revu mardi à la hausse le bilan de la frappe »
    if first <= 1:
        # « samedi, le bilan est monté à 133 morts »
        subject = next((i for i in range(end, min(len(folds), end + _NEAR)) if folds[i] in tolls.nouns), None)
        return subject is not None and _is_reckoned(folds, subject, pack)
    noun = next((i for i in range(first - 1, -1, -1) if folds[i] in tolls.nouns), None)
    if noun is None or folds[first - 1] in lexicon(pack).figures.of:
        return False  # « le bilan de l'attaque de mardi »
    between = folds[noun + 1 : first]
    led = {*folds[max(0, noun - _NEAR) : noun]} & (pack.words.prepositions - lexicon(pack).figures.of)
    clause = (
        _clause_of(between, pack) if not led else None
    )  # « selon le dernier bilan, les missiles ont atteint mardi »
    if clause is not None and not any(f in events or f in _MARKS or f in pack.words.relatives for f in clause):
        # « le bilan, qui était de 22 morts dimanche », « le nombre de morts a atteint 905 à X lundi »
        # « après la mort lundi de 15 habitants »
        of_dead = end < len(folds) and folds[end] in lexicon(pack).figures.of
        return not of_dead and events.isdisjoint(folds[end : end + _NEAR])
    if any(f in _MARKS or f in pack.words.relatives for f in between):
        return False
    given = len(between) <= _NEAR and any(_is_participle(f, pack) for f in between[:2])
    if not events.isdisjoint(between) and tolls.verbs.isdisjoint(between):
        return given  # « le bilan du bombardement d'un marché à Kharkiv dimanche est monté à 21 morts »
    near = (*folds[max(noun + 1, first - _NEAR) : first], *folds[end : end + _NEAR])
    # « le bilan de l'attaque de mardi est passé à 33 morts jeudi »
    raised = not tolls.verbs.isdisjoint(between) and not events.isdisjoint(between)
    return given or raised or not tolls.verbs.isdisjoint(near)


def _is_grown(time: TimeRef, sentence: Sentence, pack: LanguagePack) -> bool:
    """« Depuis, le bilan s'est alourdi à 45 morts », « en deux jours, le bilan est passé à 45 »: whether a time that opens the sentence
    only tells how long a toll has grown; not « depuis mai, le bilan a atteint 400 morts »."""
    folds, tolls = sentence.folds, lexicon(pack).harm.tolls
    end = sentence.first_at(time.span.end)
    bare = time.kind == "since" and end - sentence.first_at(time.span.start) == 1
    if (
        sentence.first_at(time.span.start) > 1
        or not (bare or time.kind == "duration")
        or folds[end : end + 1] != (",",)
    ):
        return False
    subject = next((i for i in range(end, min(len(folds), end + _NEAR)) if folds[i] in tolls.nouns), None)
    if subject is None:
        return False
    verb = next((i for i in range(subject + 1, len(folds)) if pack.verbs.finite(folds[i])), len(folds))
    if verb > subject + 2:
        return False  # « Depuis, le bilan de la répression s'est alourdi »: of what has gone on
    return not tolls.growing.isdisjoint(folds[verb : verb + 2])


def is_day_of_missing(time: TimeRef, sentence: Sentence, events: Set[str], still: Set[str], pack: LanguagePack) -> bool:
    """« Lundi, 40 personnes étaient toujours portées disparues »: whether a day is that up to which people are missing since what
    was told before."""
    if time.kind != "point" or time.precision not in ("day", "week") or still.isdisjoint(sentence.words):
        return False
    harm = lexicon(pack).harm
    missing = any(
        harm.nouns.get(f) == "missing"
        or any(
            sense.effect == "missing" and (not sense.tails or sense.tails.stand_in(sentence.folds))
            for sense, _ in harm.verbs.get(f, ())
        )
        for f in sentence.folds
    )
    return missing and events.isdisjoint(f for f in sentence.folds if f not in harm.nouns)


def is_day_sum(time: TimeRef, sentence: Sentence, words: SceneWords) -> bool:
    """« le bilan a atteint 45 morts pour la seule journée de mardi »: whether what was done on that day alone is summed up."""
    return words.day_sums.stand_in([t.fold for t in sentence.tokens if t.start < time.span.end])


def _stands_at(folds: Sequence[str], verb: int, behind: int, pack: LanguagePack) -> bool:
    """Whether the words say what a toll is: « est de 35 morts », « était … d'au moins 12 », « est … fixé à 31 morts »; a day may
    stand between the verb and what is `behind`."""
    words = lexicon(pack)
    if verb < 0 or behind >= len(folds) or (verb and pack.verbs.is_auxiliary(folds[verb - 1])):
        return False  # « a été mardi atteinte par des missiles »
    if not pack.verbs.is_form_of(folds[verb], words.figures.passive):
        return False
    set_at = _is_participle(folds[behind], pack) and folds[behind] in words.harm.tolls.verbs
    near = folds[behind + 1 : behind + 1 + _NEAR]
    # « sont aujourd'hui de retour » tells no number
    counts = any(f[0].isdigit() or f in words.numbers for f in near)
    return (folds[behind] in words.figures.of and counts) or set_at


def _has_subject(folds: Sequence[str], verb: int, pack: LanguagePack) -> bool:
    """Whether a toll stands before a verb, or a pronoun that may stand for it right before it."""
    pronoun = verb > 0 and folds[verb - 1] in either(pack.words.subjects, pack.words.relatives)
    return pronoun or not lexicon(pack).harm.tolls.nouns.isdisjoint(folds[:verb])


def _is_reckoned(folds: Sequence[str], noun: int, pack: LanguagePack) -> bool:
    """Whether the first verb behind a toll says what it is or has come to: « le bilan de l'attaque était de », « a dépassé »."""
    verbs = lexicon(pack).harm.tolls.verbs
    if not verbs.isdisjoint(folds[noun + 1 : noun + 1 + _NEAR]):
        return True
    small = either(pack.words.determiners, pack.words.prepositions)
    verb = next(
        (
            i
            for i in range(noun + 1, len(folds))
            if folds[i] in _MARKS or (pack.verbs.finite(folds[i]) and folds[i - 1] not in small)
        ),
        len(folds),
    )
    return not verbs.isdisjoint(folds[verb : verb + 2]) or _stands_at(folds, verb, verb + 1, pack)


def _clause_of(between: Sequence[str], pack: LanguagePack) -> Sequence[str] | None:
    """What stands behind the verb that says what the toll is, up to a day; None where none does."""
    verbs = lexicon(pack).harm.tolls.verbs
    for i, fold in enumerate(between):
        told = fold in verbs and (pack.verbs.finite(fold) or (i and pack.verbs.is_auxiliary(between[i - 1])))
        if told or _stands_at(between, i, i + 1, pack):
            return between[i + 1 :]
    return None


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


def is_of_sum(time: TimeRef, sentence: Sentence, count: int, pack: LanguagePack, raising: frozenset[str]) -> bool:
    """Whether the time only dates the sum that those counted are added to: « deux soldats ont été tués, portant à 34 le nombre
    de morts depuis janvier ».

    `count` is the offset at which the number of those added ends; `raising` are the forms of « porter ».
    """
    between = [t.fold for t in sentence.tokens if count <= t.start < time.span.start]
    if not time_words(pack).classes["BLOW"].isdisjoint(between[-_NEAR:]):
        return False  # « , portant le bilan à 45 morts, lors de l'attaque de lundi »
    return raised_at(between, pack, raising) is not None


def raised_at(folds: Sequence[str], pack: LanguagePack, raising: frozenset[str]) -> int | None:
    """The index of the verb that brings a toll to a number behind a comma (« , portant à », « , ce qui porte le bilan à »)."""
    tolls = lexicon(pack).harm.tolls
    for i, fold in enumerate(folds):
        if fold in raising and any(f in _MARKS for f in folds[max(0, i - _NEAR) : i]):
            return i if not tolls.nouns.isdisjoint(folds[i:]) else None
    return None
