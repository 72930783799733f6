"""Waged: since when the war, or the violence, is waged that a count sums up, where the text has said it."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.telling.states import size_of

_NEAR = 2
"""How many sentences back in its paragraph what « ces violences » go on from may stand."""
_NAMED = 8
"""Within how many words before « depuis » the war is named that is waged since."""
_OPENING = 4
"""Within how many words of its sentence or clause the subject is named."""
_ANTECEDENT = 5
"""How many words before a relative clause may hold what it is about."""
_LONG = timedelta(days=60)
"""What is waged for less is no war, and its day may be that of something else."""
_SUM = 100
"""Fewer than this are no sum over a war, where « elle » or « les combats » says what killed them."""


def waged_since(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The time since which goes on what did the harm; None where the count sums up no war, or none was told.

    « Le groupe mène depuis 2009 une insurrection. Celle-ci a fait … », « la province est en proie depuis des années à
    des violences qui ont fait … », « La guerre a éclaté en avril. Elle a fait … ».
    """
    own = _before_relative(context, setting)
    if own is not None:
        return own
    index, block = context.sentence.index, context.sentence.block
    if _goes_on_from(context, setting):
        for scene in reversed(setting.scenes[max(0, index - _NEAR) : index]):
            if scene.sentence.block != block:
                break
            begun = next((t for t in scene.begun if dated(t)), None)
            if begun is not None and scene.sentence.index == index - 1:
                return replace(begun, kind="since", date_to=setting.document.published)
            since = _lasting(scene.sentence.start, scene.sentence.end, context, setting)
            if since is not None:
                return since if size_of(context) >= _SUM else None
            if any(dated(t) for t in scene.times):
                break  # « ils assiègent la ville depuis mai. Lundi, ils ont attaqué un camp. Ils ont tué … »
    return _of_war(context, setting) if _names_war(context, setting) else None


def _names_war(context: FigureContext, setting: Setting) -> bool:
    return setting.events.is_campaign(context.sentence.within(context.clause_start, context.clause_end))


def _of_war(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The first time told anywhere before since which a war is waged (« en guerre depuis avril »)."""
    for time in context.annotations.times:
        if time.span.start >= context.start:
            break
        if time.kind != "since" or time.date_from is None:
            continue
        tokens = setting.scene_at(time.span.start).sentence.tokens
        before = [t.fold for t in tokens if t.end <= time.span.start][-_NAMED:]
        if not setting.words.waging.isdisjoint(before):
            return time
    return None


def _goes_on_from(context: FigureContext, setting: Setting) -> bool:
    """Whether the subject of the count's sentence takes up what the one before told: « elle », « ces violences », « le conflit »."""
    words, verbs = setting.words, setting.pack.verbs
    tokens = context.sentence.within(context.clause_start, context.clause_end)
    if not any(verbs.is_auxiliary(t.fold) or verbs.finite(t.fold) for t in tokens):
        return False
    first = next((t for t in tokens if t.text[0].isalpha()), None)
    if first is None:
        return False
    if first.fold in setting.pack.words.subjects or setting.scene(context.sentence).there:
        return True  # « plus de 6 000 personnes y ont été tuées »
    waged = either(words.campaigns, words.broad)
    opening = tokens[:_OPENING]
    return any(b.fold in waged and a.fold in words.definite for a, b in pairwise(opening))


def _lasting(start: int, end: int, context: FigureContext, setting: Setting) -> TimeRef | None:
    """The time between two offsets since which something goes on for months."""
    published = setting.document.published
    times = context.annotations.times
    told = times[bisect_left(times, start, key=lambda t: t.span.start) :]
    for time in (*takewhile(lambda t: t.span.start < end, told), *_then(start, end, setting)):
        since = date.fromisoformat(time.date_from) if time.kind == "since" and time.date_from is not None else None
        if since is not None and published is not None and since + _LONG < date.fromisoformat(published):
            return time
    return None


def _then(start: int, end: int, setting: Setting) -> Iterator[TimeRef]:
    """What « depuis » without a day means between two offsets."""
    return (t for t in setting.scene_at(start).times if t.kind == "since" and start <= t.span.start < end)


def _before_relative(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The time of « en proie depuis 2015 à des violences qui ont fait », whose relative clause holds the count."""
    words, tokens = setting.words, context.sentence.tokens
    at = context.sentence.first_at(context.clause_start)
    if at < 1 or tokens[at - 1].fold not in setting.pack.words.relatives:
        return None
    waged = either(words.campaigns, words.several, words.broad)
    if not _is_of(tokens[max(0, at - _ANTECEDENT) : at - 1], waged, setting):
        return None
    return _lasting(context.sentence.start, tokens[at - 1].start, context, setting)


def _is_of(tokens: tuple[Token, ...], waged: frozenset[str], setting: Setting) -> bool:
    """Whether the last noun before a relative pronoun is one of what is waged (« des attaques jihadistes »)."""
    for token in reversed(tokens):
        if not token.text[0].isalpha() or token.fold in setting.pack.words.prepositions:
            return False
        if token.fold in waged:
            return True
    return False
