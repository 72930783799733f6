"""Pointing back: whether a sentence speaks of the place or the event just told (« y », « sur place », « ces frappes »)."""

from itertools import pairwise

from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.words.lexicon import lexicon

_NEAR = 5
"""Within how many words of the pronoun the participle stands, and of that the number."""


def is_there(sentence: Sentence, words: SceneWords, pack: LanguagePack) -> bool:
    """Whether « y » or « sur place » is the place told last: not « il y a dix ans », « on pouvait s'y attendre »."""
    folds = sentence.folds
    if not words.there.stand_in(folds):
        return False
    idioms = [range(at, at + size) for at, size in words.unplaced.standing(folds)]
    for at, size in words.there.standing(folds):
        verb = next((f for f in folds[at + size :] if not pack.verbs.is_auxiliary(f)), "")
        meant = size == 1 and any(lemma in words.abstract for lemma, _ in pack.verbs.analyses(verb))
        if not meant and not any(at in idiom for idiom in idioms):
            return True
    return False


def points_back(sentence: Sentence, words: SceneWords, places: PlaceWords) -> bool:
    """Whether a noun of an event or a place is pointed to: « ces frappes », « cette ville », « cette dernière attaque »."""
    folds = sentence.folds
    return not words.pointing.isdisjoint(sentence.words) and any(
        word in words.pointing
        and (
            after in words.events
            or after in places.heads
            or (after in words.latest and folds[i + 2 : i + 3] and folds[i + 2] in words.events)
        )
        for i, (word, after) in enumerate(pairwise(folds))
    )


def stands_for_blow(sentence: Sentence, words: SceneWords, pack: LanguagePack) -> bool:
    """Whether a sentence opens with a pronoun for what cost lives: « Elle avait fait 59 morts », but not « Il a fait état de 12 morts »."""
    folds = sentence.folds
    if folds[0] not in pack.words.subjects:
        return False
    at = next((i for i in range(2, min(len(folds), _NEAR)) if folds[i] in words.causing), None)
    if at is None or not any(pack.verbs.is_auxiliary(f) and pack.verbs.finite(f) for f in folds[1:at]):
        return False
    return any(f[0].isdigit() or f in lexicon(pack).numbers for f in folds[at + 1 : at + _NEAR])


def is_then(sentence: Sentence, words: SceneWords, pack: LanguagePack) -> bool:
    """Whether it tells of what was at the event told last (« Plus de 200 personnes avaient alors été blessées »)."""
    folds = sentence.folds
    if pack.verbs.imperfect_auxiliaries.isdisjoint(folds):
        return False  # « « J'étais alors dans la rue », raconte Ahmad »
    return any(
        not (folds[at + size : at + size + 1] and folds[at + size] in words.that)
        for at, size in words.then.standing(folds)
    )
