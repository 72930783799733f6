"""Fitting: how well a place of the sentence fits a count, and which words keep them apart."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

from recoupe.languages.word_sets import but_for
from recoupe.model.annotation import Numeral
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, is_exact, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.second_events import is_of_first
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.scenes.toll_days import raised_at
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.told_parts import of_told_part
from recoupe.stages.claim.where.home_lands import is_of
from recoupe.stages.claim.words.lexicon import lexicon

_ARTICLE = 4
"""Characters that an article with its blanks fills."""


_JOINED = 9
"""How many words « et une trentaine de blessés à » may have."""


_OPENED = 4
"""How many words before a count its bracket may open (« (au moins 20 morts) »)."""
_OPENING = 2
"""Before which token a town stands that opens its sentence (« À X, », « À la mosquée X, »)."""
_LEAST = 0.2
"""How well a town fits at least that opens the sentence."""
_SURE = 9.0
"""How well a place fits that can only be the count's."""
_LEFT = 4.0
"""How much worse a town fits that people had left."""
_MAINLY = 3
"""How many words before a place « principalement » may stand."""


def opening_place(context: FigureContext, scene: Scene) -> Spot | None:
    """The place with which the sentence opens, where « y » takes it up: « La Cisjordanie connaît un regain …: 140 y sont morts »."""
    first = scene.spots[0] if scene.spots else None
    if first is None or first.place is None or first.frame or first.far:
        return None
    opens = first.start - context.sentence.start <= _ARTICLE and first.end < context.start
    return first if opens and any(t.text == ":" for t in context.sentence.within(first.end, context.start)) else None


def stretch_to(context: FigureContext, spot: Spot) -> tuple[int, int]:
    """The offsets between the count and the place."""
    return (context.end, spot.start) if spot.start >= context.end else (spot.end, context.start)


def fitness(context: FigureContext, setting: Setting, spot: Spot, scene: Scene) -> float:
    """How well a place fits the count; not above zero when it does not."""
    if spot.far or (spot.near and spot.place is not None and spot.place.precision == "country"):
        return -1.0  # « près de la frontière avec X »
    if is_of_part(context, setting, spot) or is_of_first(context.start, spot, scene, setting.events):
        return -1.0
    if is_next_door(context, setting, spot):
        return -1.0
    bracket = _bracket(context)
    if bracket is not None and not any(_is_in_bracket(context, s) for s in scene.spots):
        nearest = [s for s in scene.spots if bracket[0] <= s.start and s.end <= bracket[1]]
        if nearest:
            return _SURE if spot is nearest[-1] else -1.0  # « à X (20 morts) et à Y (30 morts) »
    if _is_of_part_told(context, spot, setting):
        return -1.0  # « 1 300 morts, dont 536 à X, et un million de déplacés »
    if _is_of_next(context, spot, scene, setting):
        return -1.0
    if spot.reached and spot.start >= context.end:
        return -1.0  # « le conflit, qui a fait 900 morts, s'est étendu au X »
    if _is_pointed(spot, setting) and _is_said_elsewhere(context, spot, setting):
        return -1.0  # « ont parlé de 30 morts et demandé des renforts dans la zone »
    inside = context.clause_start <= spot.start and spot.end <= context.clause_end
    score = 3.0 if inside else 1.5
    if context.chain:
        content = context.chain[-1].content
        score += 1.0 if content.holds(spot.start, spot.end) else -0.5
    gap = spot.start - context.end if spot.start >= context.end else context.start - spot.end
    score -= min(1.0, max(gap, 0) / 200)
    if _is_of_other(context, spot, setting):
        return -1.0  # « tuant neuf personnes, au lendemain d'une autre attaque au Tchad »
    if spot.start >= context.end and any(t.text == ";" for t in context.sentence.within(context.end, spot.start)):
        return -1.0  # « En Nahoud (12 mai) : 38 ; Kharkiv (3 juin) : 5 »
    between = 0 if _is_of_both(context, spot, setting) else _numerals_between(context, spot)
    score += (1.0 if spot.start >= context.end else 0.3) if between == 0 else -0.4 * min(between, 2)
    if 0 <= spot.start - context.end <= _ARTICLE and between == 0:
        score += 2.0  # « 40 000 ont fui X, environ 22 000 le Y »
    if spot.frame:
        score -= 0.5 if _names_entry(spot, setting) else 1.5
    if spot.near and any(not o.near for o in scene.spots):
        score -= 0.7
    if _opens(spot, context):
        score = max(score, _LEAST)
    if context.effect == "displaced":
        score += {"from": 1.0, "toward": -2.5, "at": 0.0}[spot.role]
        if spot.role == "from" and any(_is_event_town(o, spot) and _dwells(o, context, setting) for o in scene.spots):
            score -= _LEFT
    else:
        aside = spot.start in scene.asides or (spot.role == "from" and is_exact(spot.place))
        if aside and any(_is_event_town(o, spot) and o.start not in scene.asides for o in scene.spots):
            score -= _LEFT  # « 27 civils qui avaient fui X ont été tués à Y »
        elif spot.role == "toward":
            score -= 0.5
    # a town inside the country named beside it
    if any(
        o.place
        and spot.place
        and not o.near  # « la Ghouta, aux portes de Damas »
        and coarser(spot.place, o.place) > 0
        and same_area(spot.place, o.place)
        and not (between == 0 and _numerals_between(context, o))  # « X abrite 3 000 déplacés : 2 000 au nord »
        and not (o.end <= context.start and spot.start >= context.end and is_added_to(context, o, setting))
        for o in scene.spots
    ):
        score -= 1.0
    return score


def _is_event_town(other: Spot, spot: Spot) -> bool:
    """Whether another town of the sentence is where something was, and nobody left or went to it."""
    return other is not spot and is_exact(other.place) and other.role == "at" and not other.far and not other.near


def _dwells(town: Spot, context: FigureContext, setting: Setting) -> bool:
    """« un camp de X, où vivent 8 000 réfugiés chassés du Y »: whether those counted are said to live at the town before them."""
    between = [t.fold for t in context.sentence.within(town.end, context.start)]
    return town.end <= context.start and not setting.words.dwelling.isdisjoint(between)


def _opens(spot: Spot, context: FigureContext) -> bool:
    """Whether a town is where the whole of a sentence is, however long: « À X, deux obus sont tombés … : cinq morts »."""
    tokens, at = context.sentence.tokens, context.sentence.first_at(spot.start)
    behind = context.sentence.first_at(spot.end)
    return 0 < at <= _OPENING and is_exact(spot.place) and behind < len(tokens) and tokens[behind].text == ","


def _bracket(context: FigureContext) -> tuple[int, int] | None:
    """Where the words of a count in brackets begin, behind those of the count in brackets before it, and where its bracket opens."""
    before = context.sentence.within(context.sentence.start, context.start)
    opened = next((t for t in reversed(before[-_OPENED:]) if t.text in "()"), None)
    if opened is None or opened.text != "(":
        return None
    closed = [t.end for t in before if t.text == ")"]
    return (closed[-1] if closed else context.sentence.start), opened.start


def _is_in_bracket(context: FigureContext, spot: Spot) -> bool:
    """« (130 morts à X) »: whether a place stands behind the count in its bracket."""
    return context.end <= spot.start and all(t.text != ")" for t in context.sentence.within(context.end, spot.start))


def _is_of_part_told(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """Whether a place before the count is only that of a part of the count told before it."""
    if spot.end > context.start:
        return False
    between = [t.fold for t in context.sentence.within(spot.end, context.start)]
    if not any(a == "," and b in setting.pack.words.coordinators for a, b in pairwise(between)):
        return False
    before = [t.fold for t in context.sentence.within(context.sentence.start, spot.start)]
    cut = max((i for i, fold in enumerate(before) if fold in ";:"), default=-1)
    return lexicon(setting.pack).figures.parts.stand_in(before[cut + 1 :])


def _is_of_next(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """Whether a place behind the count begins what is told of another: « … 62 morts à X, celui de Y 68 », « À X, 12 civils ont été tués et
    à Y, sept »."""
    if spot.start < context.end or not any(s.end <= context.start for s in scene.spots):
        return False
    tokens, at = context.sentence.tokens, context.sentence.first_at(spot.start)
    while at and tokens[at - 1].fold in setting.place_words.articles:
        at -= 1
    before = [t.fold for t in tokens[max(0, at - 2) : at]]
    if len(before) < 2:
        return False
    that = lexicon(setting.pack).harm.tolls.that_of
    if before[0] in that and before[1] in setting.place_words.of:
        return True
    joined = before[0] in setting.pack.words.coordinators and before[1] in setting.pack.words.prepositions
    behind = context.sentence.within(spot.end, context.sentence.end)[:2]
    if not joined or len(behind) < 2:
        return False
    start = behind[1].start if behind[0].text == "," else behind[0].start
    return any(n.number_start == start for n in _numerals_in(context, start, start + 1))


def is_added_to(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """« deux soldats ont été tués à X, portant à 34 le nombre de morts »: whether a place before the count is only that of those who
    were added to it."""
    between = [t.fold for t in context.sentence.tokens if t.start >= spot.end]
    at = raised_at(between, setting.pack, setting.events.raising)
    return at is not None and at < sum(
        t.start < context.start for t in context.sentence.within(spot.end, context.start)
    )


def _is_of_other(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """Whether another event is brought in between the count and the place behind it, which holds no other count."""
    if spot.start < context.end or spot.frame:
        return False
    words = setting.words
    between = [t.fold for t in context.sentence.within(context.end, spot.start)]
    brought = zip(between, between[1:], between[2:], strict=False)
    if any(a in words.a and b in words.others and c in words.events for a, b, c in brought):
        return True
    # « une frappe sur X a fait neuf morts, une autre sur Y quatre »
    opens = {",", ";", *setting.pack.words.coordinators}
    brought = zip(between, between[1:], between[2:], strict=False)
    return any(
        a in opens and b in words.a and c in words.others and not _names_noun(between, at + 3, setting)
        for at, (a, b, c) in enumerate(brought)
    )


def _names_noun(folds: Sequence[str], at: int, setting: Setting) -> bool:
    """Whether a noun stands there, and no preposition, mark or participle (« une autre (femme) »)."""
    if at >= len(folds) or not folds[at][0].isalpha() or folds[at] in setting.pack.words.prepositions:
        return False
    return folds[at] not in setting.words.toward and not setting.pack.verbs.is_past_participle(folds[at])


def _is_of_both(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """Whether the place stands behind counts that are joined to this one: « quatre morts et trente blessés à X »."""
    if spot.start < context.end:
        return False
    behind = [t.fold for t in context.sentence.within(context.end, spot.start)]
    if len(behind) > _JOINED or behind[:1] == [] or behind[0] not in setting.pack.words.coordinators:
        return False
    words, of = setting.pack.words, setting.place_words.of
    while behind and (behind[-1] in words.prepositions or behind[-1] in setting.place_words.articles):
        behind.pop()
    loose = any(fold in words.prepositions and fold not in of for fold in behind)
    return not loose and not any(setting.pack.verbs.finite(fold) for fold in behind)


def _is_pointed(spot: Spot, setting: Setting) -> bool:
    """Whether the spot is only a word for a place that the text has told before (« la zone », « la ville »)."""
    return setting.document.text[spot.start : spot.end].islower()


def _is_said_elsewhere(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """Whether the spot stands behind the count's clause, or in something else that is said."""
    said = [a.content for a in setting.statements.inside(context.sentence)]
    return context.clause_end <= spot.start or any(
        c.holds(spot.start, spot.end) and not c.holds(context.start, context.end) for c in said
    )


def _names_entry(spot: Spot, setting: Setting) -> bool:
    """Whether what opens the sentence before a colon is a town that no state speaks from: « Kharkiv : neuf blessés »."""
    text = setting.document.text[spot.start : spot.end]
    return is_exact(spot.place) and setting.gazetteers.countries.by_metonym(text) is None


def is_next_door(context: FigureContext, setting: Setting, spot: Spot) -> bool:
    """Whether the place is only that of another count behind: a neighbouring one (« 300 morts et 36 000 réfugiés au Tchad voisin »), or
    the land of those who did it (« les raids israéliens ont tué 90 habitants, et neuf personnes ont péri en Israël »)."""
    if spot.start <= context.end or not counts_between(context, context.end, spot.start):
        return False
    if spot.place is not None and spot.place.precision == "country" and spot.start >= context.part_end:
        return is_of(context.perpetrator, spot.place.country or "", setting) and _is_of_others(context, setting, spot)
    behind = next((t.fold for t in context.sentence.tokens if t.start >= spot.end), "")
    beside = but_for(setting.words.another, setting.place_words.of)
    return behind in beside


def _is_of_others(context: FigureContext, setting: Setting, spot: Spot) -> bool:
    """Whether those counted are of another people than the place's, or the text is at another land."""
    own, told = spot.place.country if spot.place is not None else None, setting.ground(context.sentence).place
    words = context.sentence.within(context.start, context.part_end)
    named = {setting.gazetteers.countries.by_adjective(t.text) for t in words} - {None}
    return bool(named - {own}) or (told is not None and told.country != own)


def is_of_part(context: FigureContext, setting: Setting, spot: Spot) -> bool:
    """Whether the place is only that of a part of those counted: « 18 morts, dont douze à X », « principalement à X »."""
    tokens = context.sentence.tokens
    listed = (s for s in setting.scene(context.sentence).spots if s.group == spot.group and s.start <= spot.start)
    for at in (context.sentence.first_at(s.start) for s in listed):
        if any(t.fold in setting.words.mainly and t.start >= context.end for t in tokens[max(0, at - _MAINLY) : at]):
            return True
    return of_told_part(spot.start, context, setting)


def _numerals_between(context: FigureContext, spot: Spot) -> int:
    """How many other numbers of the sentence stand between the count and the place."""
    first, last = stretch_to(context, spot)
    return sum(n.number_end <= last and not n.ordinal and not n.article for n in _numerals_in(context, first, last))


def counts_between(context: FigureContext, start: int, end: int) -> bool:
    """Whether another count stands between two offsets."""
    return any(not n.ordinal and not n.article for n in _numerals_in(context, start, end))


def _numerals_in(context: FigureContext, start: int, end: int) -> Sequence[Numeral]:
    """The numbers that begin in start:end; a text may hold thousands, and they are asked for at each of its counts."""
    numerals, begins = context.annotations.numerals, attrgetter("number_start")
    return numerals[bisect_left(numerals, start, key=begins) : bisect_left(numerals, end, key=begins)]


def is_attached(context: FigureContext, spot: Spot) -> bool:
    """Whether the place stands right behind the count (« quinze à Manbij »)."""
    return 0 <= spot.start - context.end <= 25 and _numerals_between(context, spot) == 0
