"""Hosts: the country said to take in those who fled, which no preposition marks as a place."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Place, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.words.lexicon import lexicon

_HELD = frozenset({"missing", "detained"})
_GAP = 4
"""Words between the verb and the count (« héberge aujourd'hui encore plus de »), at most."""
_SUBJECT = 5
"""Words between the country and its verb (« la Jordanie voisine, qui en accueille »), at most."""
_NAME = 3
"""How many words the name of a country may have."""


def host(context: FigureContext, setting: Setting) -> Place | None:
    """The country that takes in the people counted (« Le Liban accueille un million de réfugiés », « le Tchad, qui en
    héberge 300 000 »), or counts so many held or missing; None where no country does."""
    hosting = setting.events.hosting
    if context.effect in _HELD:  # « Le Mexique compte plus de 100 000 disparus »
        hosting &= lexicon(setting.pack).harm.tolls.counters
    elif context.effect != "displaced":
        return None
    if hosting.isdisjoint(context.sentence.words):
        return None
    before = context.sentence.within(context.sentence.start, context.start)
    at = next((i for i in range(len(before) - 1, max(-1, len(before) - _GAP), -1) if before[i].fold in hosting), None)
    if at is None:
        # « le Liban en accueille un million et la Jordanie 600 000 »
        told = any(t.fold in hosting for t in before)
        code = _named(before, setting) if told else None
        return setting.gazetteers.places.country(code) if code is not None else None
    for end in range(at, max(0, at - _SUBJECT), -1):
        fold = before[end - 1].fold
        code = _named(before[:end], setting)
        if code is not None:
            return setting.gazetteers.places.country(code) if _is_subject(before, end, at, setting) else None
        helps = setting.pack.verbs.is_auxiliary(fold)
        if (setting.pack.verbs.finite(fold) and not helps) or before[end - 1].text in ";:.":
            return None
    return None


def _is_subject(before: Sequence[Token], end: int, verb: int, setting: Setting) -> bool:
    """Whether the country whose name ends before the token `end` is what a verb says: « Le Liban accueille »; not « Le camp de X,
    en Jordanie, accueille » nor « X, à la frontière avec l'Égypte, accueille », but « en Jordanie, qui accueille »."""
    words, start = setting.pack.words, end - 1
    while start and before[start - 1].text[0].isupper() and start > end - _NAME:
        start -= 1
    small = either(setting.words.definite, setting.words.contracted)
    spoken = [t.fold for t in before[max(0, start - 2) : start]]
    tied = spoken[-1:] and (
        spoken[-1] in setting.words.contracted
        or spoken[-1] in words.prepositions
        or (spoken[-1] in small and spoken[0] in words.prepositions)
    )
    if not tied:
        return True
    clause = next((i + 1 for i in range(start - 1, -1, -1) if before[i].text in ";:."), 0)
    scene = setting.scene_at(before[0].start)
    first = any(before[clause].start <= s.start < before[start].start for s in scene.spots if is_exact(s.place))
    return not first and any(t.fold in words.relatives for t in before[end:verb])


def _named(tokens: Sequence[Token], setting: Setting) -> str | None:
    """The code of the country whose name ends with the last token."""
    if not tokens or not tokens[-1].text[0].isupper():
        return None
    names = (" ".join(t.text for t in tokens[-width:]) for width in range(_NAME, 0, -1))
    return next((code for name in names if (code := setting.gazetteers.countries.by_name(name))), None)
