"""Own time: the time in a figure's own sentence that dates it best."""

from bisect import bisect_left
from dataclasses import replace
from datetime import date
from itertools import pairwise
from operator import attrgetter

from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.compared_days import dates_compared, is_set_against
from recoupe.stages.claim.scenes.operations import is_of_operation
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.toll_days import is_of_last_dead, is_of_sum
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.telling.takings import is_of_taking
from recoupe.stages.claim.telling.told_parts import of_told_part
from recoupe.stages.claim.words.lexicon import lexicon

_MARKS = frozenset(",;:()–—")
_FRESH = 2
"""For how many days what began is still one event."""
_ENDS = frozenset((",", ".", ""))
_OPENING = 2
"""Before which word of a sentence the number of a whole that opens it begins (« Des 251 otages »)."""
_COURSE = 5
"""How many words before an operation may say that something was done in it (« dans le cadre de l' »)."""
_WAGED = 3
"""Within how many words before a comma the violence is named that a clause behind it counts."""
_WAGED_IN = 12
"""Within how many characters behind a length of time the days stand in which it lay (« de combats »)."""
_WAGED_IN_BRACKETS = 40
"""The same for years in brackets (« de conflit armé interne (1964-2016) »)."""
_BEHIND = 60
"""How many characters behind the day on which a war began its count may stand."""


def own_time(context: FigureContext, scene: Scene, setting: Setting, *, resolved: bool = True) -> TimeRef | None:
    """The time of the figure's clause, else of its sentence; None when there is none.

    `resolved` asks for one whose days are known: « mardi » has none where no publication is.

    The day on which bodies were found is one only where the article tells no other. « depuis » dates the count only
    where it stands with it or with harm, or opens its part of the sentence: it may tell how long something else lasts.
    """
    times = tuple(t for t in scene.times if not is_of_taking(t, context, setting))
    if not times and (scene.times or (setting.ground(context.sentence).time or setting.main.time) is None):
        times = scene.found
    if is_set_against(context.start, context.sentence, setting.pack):
        times = tuple(t for t in times if t.span.start > context.start and dated(t)) or times
    best, best_score = None, 0.0
    for time in times:
        if (
            dated(time) != resolved
            or time.kind == "recurring"
            # « à X, d'où 9 000 habitants ont fui depuis avril », but « dans les combats qui opposent depuis avril X à Y »
            or (time.kind == "since" and _is_aside(time, context, setting) and not _in_course(time, context, setting))
            or (time.kind == "since" and not context.part_start <= time.span.start < context.part_end)
            or _of_toll(time, times, context, setting)
            or _of_past(time, times, context)
            or (time.kind == "until" and _of_other_verb(time, context, setting))
            or is_before_event(time, context, setting)
            or _of_compared(time, context, setting)
            or of_told_part(time.span.start, context, setting)
            or _of_fronted(time, context, setting)
            or _of_some(time, context, setting)
            or _is_taken(time, times, context, setting)
            or _opens_next(time, times, context, setting)
            or _of_sum_behind(time, context, setting)
            or is_of_last_dead(time, context.sentence, context.start, setting.pack, setting.events.raising)
            or is_of_sum(time, context.sentence, context.end, setting.pack, setting.events.raising)
        ):
            continue
        start, end = time.span.start, time.span.end
        score = 3.0 if context.clause_start <= start and end <= context.clause_end else 1.0
        if context.chain and context.chain[-1].content.holds(start, end):
            score += 0.5
        if _opens_relative(time, context, setting) and not _is_dated_behind(context, times):
            score += 3.0
        gap = start - context.end if start >= context.end else context.start - end
        score -= min(0.9, max(gap, 0) / 300)
        if score > best_score:
            best, best_score = time, score
    return best or _begun(context, scene, setting) or _hour(scene, resolved)


def _of_compared(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« 40 civils en mars, contre 25 en février »: whether it dates only the number that the count is set against."""
    numerals, begins = context.annotations.numerals, attrgetter("span.start")
    behind = bisect_left(numerals, context.end, key=begins)
    between = numerals[behind : bisect_left(numerals, time.span.start, key=begins)]
    return dates_compared(time, context.sentence, between, setting.pack)


def _of_fronted(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« Des 251 otages pris ce jour-là, 57 sont toujours retenus »: whether it is of the whole that opens the sentence."""
    opening = context.sentence.tokens[0].fold
    if opening not in lexicon(setting.pack).figures.of_whole or time.span.end > context.start:
        return False
    first = next((n for n in context.annotations.numerals if n.number_start >= context.sentence.start), None)
    between = context.sentence.within(time.span.end, context.start)
    counted = first is not None and context.sentence.first_at(first.number_start) <= _OPENING
    return counted and first is not None and first.span.start < time.span.start and any(t.text == "," for t in between)


def _is_taken(time: TimeRef, times: tuple[TimeRef, ...], context: FigureContext, setting: Setting) -> bool:
    """« après la mort de neuf civils mardi, douze soldats ont péri jeudi », « dix morts à X lundi et trois à Y mardi »: whether a
    count before a comma or « et » has the time, and another stands behind.
    """
    here = [f for f in context.earlier if f.span.start >= context.sentence.start]
    if time.kind == "since" or not any(f.date_span == time.span for f in here):
        return False
    joints = setting.pack.words.coordinators if here[-1].span.end <= time.span.start else frozenset[str]()
    cuts = (
        t.start for t in context.sentence.tokens if t.start >= time.span.end and (t.text == "," or t.fold in joints)
    )
    comma = next(cuts, None)
    if comma is None or comma > context.start:
        return False
    return any(t.kind == time.kind and dated(t) and comma < t.span.start < context.part_end for t in times)


def _opens_next(time: TimeRef, times: tuple[TimeRef, ...], context: FigureContext, setting: Setting) -> bool:
    """« en mai, une bombe avait fait neuf morts, et en juin douze habitants avaient péri »: whether it stands behind « et », before
    another count, and this one has a time before it."""
    at = context.sentence.first_at(time.span.start)
    if (
        time.span.start < context.end
        or at < 1
        or context.sentence.tokens[at - 1].fold not in setting.pack.words.coordinators
    ):
        return False
    before = any(dated(t) and t.kind == time.kind and t.span.end <= context.start for t in times)
    ahead = any(
        time.span.end <= n.number_start < context.sentence.end and not n.ordinal for n in context.annotations.numerals
    )
    return before and ahead


def _of_sum_behind(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« douze soldats tués à X, plus de 200 morts depuis janvier »: whether a greater count of the same harm stands behind a comma
    before a stretch, which is its own."""
    if time.kind not in ("since", "duration") or time.span.start < context.end or context.numeral.value is None:
        return False
    between = context.sentence.within(context.end, time.span.start)
    comma = next((t.start for t in between if t.text == ","), None)
    harm, parts = lexicon(setting.pack).harm, setting.pack.words.partitives
    if comma is None or any(t.fold in parts for t in between):
        return False
    for numeral in context.annotations.numerals:
        if not comma < numeral.number_start < time.span.start or numeral.ordinal or numeral.value is None:
            continue
        told = [t.fold for t in between if t.start >= numeral.number_start]
        same = any(harm.nouns.get(f) == context.effect for f in told) or any(
            sense.effect == context.effect for f in told for sense, _ in harm.verbs.get(f, ())
        )
        if same and numeral.value > context.numeral.value:
            return True
    return False


def _of_some(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« onze soldats, dont certains capturés il y a dix ans, sont retenus », « 7.000 réfugiés, dont la plupart ont fui depuis
    janvier leur village »: whether it is of some of those counted.
    """
    between = [t.fold for t in context.sentence.within(context.end, time.span.start)]
    behind = next((t.text for t in context.sentence.tokens if t.start >= time.span.end), "")
    part = next((i for i, fold in enumerate(between) if fold in setting.pack.words.partitives), None)
    if not part or between[part - 1] != "," or "," in between[part:]:
        return False
    return behind in _ENDS or any(setting.pack.verbs.finite(fold) for fold in between[part:])


def _hour(scene: Scene, resolved: bool) -> TimeRef | None:
    """« jeudi, l'armée a dit avoir tué neuf rebelles dans la nuit »: the part of the day on which it was said."""
    said = {t.date_to for t in scene.told if t.kind == "point" and t.precision == "day"}
    return next((t for t in scene.hours if resolved and t.date_to is not None and t.date_to in said), None)


def in_relative(start: int, context: FigureContext, setting: Setting) -> bool:
    """Whether an offset of the sentence stands in a relative clause behind that of the count."""
    behind = next((t.fold for t in context.sentence.tokens if t.start >= context.clause_end), None)
    if start < context.clause_end or behind not in setting.pack.words.relatives:
        return False
    return not _is_past_part(start, context, setting)


def _is_past_part(start: int, context: FigureContext, setting: Setting) -> bool:
    """« 210 morts, dont 40 enfants, depuis lundi », « porte à 403, dont 95 enfants, le nombre de morts depuis lundi »: whether
    a part between commas, and no verb, stands before the offset."""
    between = [t for t in context.sentence.tokens if context.clause_end <= t.start < start]
    comma = next((i for i in range(len(between) - 1, 0, -1) if between[i].text == ","), None)
    if comma is None or between[0].fold not in setting.pack.words.partitives:
        return False
    if any(t.fold in setting.pack.words.coordinators for t in between[comma:]):
        return False  # « …, et tué 3 661 habitants depuis janvier »
    nominal = either(setting.pack.words.determiners, setting.pack.words.prepositions)
    # « dont sept dans une frappe »: a noun
    return not any(a.fold not in nominal and setting.pack.verbs.finite(b.fold) for a, b in pairwise(between))


def _of_toll(time: TimeRef, times: tuple[TimeRef, ...], context: FigureContext, setting: Setting) -> bool:
    """Whether it only dates the toll of a stretch told before: « le bilan depuis samedi a atteint jeudi 400 morts »."""
    if time.kind != "point" or not any(t.kind == "since" and t.span.start < time.span.start for t in times):
        return False
    before = next((t.fold for t in reversed(context.sentence.tokens) if t.end <= time.span.start), "")
    after = next((t.fold for t in context.sentence.tokens if t.start >= time.span.end), "")
    # « les raids que mène l'armée depuis samedi avaient fait, jeudi, 400 morts »
    aside = before == after == "," and time.span.end < context.start
    return aside or before in lexicon(setting.pack).harm.tolls.verbs


def is_before_event(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether it is the day of an attack before the event that the clause tells (« deux jours après l'attaque, un raid »)."""
    tokens, words = context.sentence.tokens, setting.words
    if not any(t.fold in words.events for t in context.sentence.within(time.span.start, time.span.end)):
        return False
    if time.span.start <= context.start < time.span.end or context.effect == "detained":
        return context.effect == "detained"
    after = setting.words.counted_from - time_words(setting.pack).values["ANCHORED"].keys()
    if time.span.start >= context.end and any(
        t.fold in after for t in context.sentence.within(time.span.start, time.span.end)
    ):
        return True  # « cinq soldats tués, quatre jours après l'attentat de X »
    behind = [t.fold for t in tokens if t.start >= time.span.end]
    blows = words.events - lexicon(setting.pack).harm.tolls.of  # « un bilan » is no other event
    return any(a in words.a and b in blows for a, b in pairwise(behind))


def _opens_relative(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether the count stands in a relative clause about what dates it (« au lendemain de la frappe qui a tué 45 civils »)."""
    tokens = context.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.start >= time.span.end), len(tokens))
    if at == len(tokens) or tokens[at].fold not in setting.pack.words.relatives:
        return False
    return (
        not any(t.text in _MARKS for t in tokens[at:] if t.start < context.start) and tokens[at].start < context.start
    )


def _is_dated_behind(context: FigureContext, times: tuple[TimeRef, ...]) -> bool:
    """Whether a time stands behind the count before the next comma: « l'attaque qui avait tué 20 soldats le 5 mai »."""
    comma = next((t.start for t in context.sentence.tokens if t.start >= context.end and t.text == ","), None)
    return any(dated(t) and t.span.start >= context.end and (comma is None or t.span.start < comma) for t in times)


def _of_past(time: TimeRef, times: tuple[TimeRef, ...], context: FigureContext) -> bool:
    """Whether a length of time that was counted back from publication is one of days told before (« en 2006, en 33 jours »)."""
    first = time.date_from
    return (
        time.kind == "duration"
        and first is not None
        and any(
            t.date_to is not None
            and (t.date_to < first or _ends_before(t, time, context))
            and t.kind in ("point", "interval")
            for t in times
        )
    )


def _ends_before(time: TimeRef, counted: TimeRef, context: FigureContext) -> bool:
    """« en quatre jours de combats la semaine dernière », « en un demi-siècle de conflit (1964-2016) »: whether a stretch right behind
    a length of time, or in brackets behind it, was over before publication."""
    bracketed = context.document.text[time.span.start - 1 : time.span.start] == "("
    behind = 0 <= time.span.start - counted.span.end <= (_WAGED_IN_BRACKETS if bracketed else _WAGED_IN)
    return behind and time.kind == "interval" and (time.date_to or "") < (counted.date_to or "")


def _of_other_verb(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« put the toll at 37 and said some remained missing as of Sunday »: whether another verb takes the day."""
    words = lexicon(setting.pack)
    between = [t.fold for t in context.sentence.tokens if context.end <= t.start < time.span.start]
    joined = next((i for i, fold in enumerate(between) if fold in words.words.coordinators), len(between))
    return words.figures.merged and any(setting.pack.verbs.finite(fold) for fold in between[joined:])


def _of_count(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether a time stands between the same commas as the count or as words of harm, or is the first words there."""
    tokens = context.sentence.tokens
    part = _part(tokens, time.span.start, time.span.end)
    if not part or part[0].start >= time.span.start:
        return True
    if any(t.fold in setting.words.that for t in part if t.end <= time.span.start and time.span.start - t.end <= 1):
        return True  # « L'ONU indique que depuis le 8 octobre, l'armée a tué »
    first, last = part[0].start, part[-1].end
    open_ = any(form.mood == "participle" for _, form in setting.pack.verbs.analyses(part[-1].fold))
    if open_ and last <= context.start <= last + _BEHIND:
        return True  # « les raids menés depuis samedi avaient fait, jeudi, 400 morts »
    if first <= context.start < last or first <= context.harm_start < last:
        return True
    if any(t.fold in setting.events.harm for t in part) or _tells_waged(part, context, setting):
        return True
    return is_of_operation(time, context.sentence, setting.words, setting.pack)


def _is_aside(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether « depuis » tells how long something beside the count has gone on."""
    return not _of_count(time, context, setting) or in_relative(time.span.start, context, setting)


def _tells_waged(part: tuple[Token, ...], context: FigureContext, setting: Setting) -> bool:
    """« en proie depuis 2015 à des violences jihadistes, qui ont fait 2 000 morts »: whether the words before a comma end with
    what is waged, and a relative clause about it counts."""
    behind = [t for t in context.sentence.tokens if t.start >= part[-1].end][:2]
    if len(behind) < 2 or behind[1].fold not in setting.pack.words.relatives or context.start < behind[1].start:
        return False
    waged = either(setting.words.broad, setting.words.campaigns, setting.words.several)
    near = context.start - behind[1].start <= _BEHIND
    return near and any(t.fold in waged for t in part[-_WAGED:])


def _part(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """The tokens between two commas or the like around start:end."""
    first = max((i + 1 for i, t in enumerate(tokens) if t.text in _MARKS and t.end <= start), default=0)
    last = min((i for i, t in enumerate(tokens) if t.text in _MARKS and t.start >= end), default=len(tokens))
    while first < last and not tokens[first].text[0].isalnum():
        first += 1  # a bullet, a quotation mark
    return tokens[first:last]


def _begun(context: FigureContext, scene: Scene, setting: Setting) -> TimeRef | None:
    """The time since a war began, where the count follows it closely: « l'invasion de mars, qui a fait »."""
    for time in scene.begun:
        gap = context.start - time.span.end
        follows = 0 <= gap <= _BEHIND or (gap > 0 and not scene.times and not _is_fresh(time, setting))
        if follows or _in_course(time, context, setting):
            if _is_fresh(time, setting):
                return time  # « l'offensive lancée mardi a fait neuf morts »
            return replace(time, kind="since", date_to=None)
    return None


def _in_course(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether the count was made in the course of what began then: « 64 tués dans l'opération X, lancée le 3 janvier », « neuf
    morts dans les affrontements qui ont éclaté mardi »."""
    words = setting.words
    if not context.part_start <= time.span.start < context.part_end or context.end > time.span.start:
        return False
    between = [t.fold for t in context.sentence.tokens if context.end <= t.start < time.span.start]
    through = words.through | {p[0] for p in words.during if len(p) == 1}
    nouns = either(words.operations, words.drives, words.campaigns, words.broad)
    relatives = setting.pack.words.relatives
    return any(
        fold in nouns
        and not through.isdisjoint(between[max(0, i - _COURSE) : i])
        and (time.kind != "since" or not relatives.isdisjoint(between[i + 1 : i + 2]))
        for i, fold in enumerate(between)
    )


def _is_fresh(time: TimeRef, setting: Setting) -> bool:
    """Whether the time is of the days right before publication."""
    if time.date_from is None or setting.document.published is None:
        return False
    return (date.fromisoformat(setting.document.published) - date.fromisoformat(time.date_from)).days <= _FRESH
