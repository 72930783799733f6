"""Items: sentences of a list or a roundup, each of which tells what happened at a place of its own."""

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground

_BULLETS = frozenset("-–—•*·")
_SMALL = 2
"""How many small words may stand before the place that heads an item (« À l'… »)."""


def of_another_item(spot: Spot, sentence: Sentence, ground: Ground, setting: Setting) -> bool:
    """Whether the ground's place is that of another item than the one in which the spot is told."""
    told = setting.scene_at(ground.start).sentence
    return told is not sentence and _is_item(sentence, spot.start, setting) and _is_item(told, ground.start, setting)


def _is_item(sentence: Sentence, place: int, setting: Setting) -> bool:
    """Whether the sentence opens with a bullet, or with the place at the offset `place`."""
    if sentence.kind != "paragraph":
        return False
    before = sentence.within(sentence.start, place)
    small = either(setting.place_words.articles, setting.pack.words.prepositions)
    return sentence.tokens[0].text in _BULLETS or (len(before) <= _SMALL and all(t.fold in small for t in before))
