"""Antecedent days: the day of an event that a relative clause tells more of (« l'attentat du 3 mai à X, où neuf … »)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from recoupe.languages.times import time_words
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.words.lexicon import lexicon

_REACH = 16
"""Within how many words before a relative clause the event may be named that it is about."""
_NEAR = 2
"""How many words may stand between a day and the event that it stands in front of (« en mai une attaque »)."""


def is_behind(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether the time of a sentence is later than the harm that a relative clause of it looks back on: « la police a arrêté
    mardi douze suspects de l'attentat de X, qui avait fait 38 morts ».
    """
    if not context.sentence.start <= time.span.start < context.sentence.end or time.kind not in ("point", "interval"):
        return False
    if context.clause_start <= time.span.start < context.clause_end or time.precision != "day":
        return False
    found = _looked_back_on(context, setting)
    if found is None or not _is_past(found[1], setting):
        return False
    # « le dialogue avait été gelé le 17 septembre, après l'attaque de X, dans laquelle trois soldats avaient péri »
    return not _is_past(context.sentence.within(context.sentence.start, found[0].start), setting)


def antecedent_day(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The day of the event before the relative clause that holds the count, where that clause looks back on it.

    A clause looks back where it is told as over (« où 26 hommes avaient été tués »), or the day dates nothing else in the
    sentence. It may stand in the clause, between the event and the clause, or right before the event; None where the text
    gives none.
    """
    found = _looked_back_on(context, setting)
    if found is None:
        return None
    event, clause, relative = found
    tokens = context.sentence.tokens
    counted = _counted_back(event, context, setting)
    if counted is not None:
        return counted
    first = context.sentence.first_at(event.start)
    settled = {(t.span, t.kind): t for t in setting.scene(context.sentence).times}
    days = [_day(settled.get((t.span, t.kind), t), event) for t in context.annotations.times if dated(t)]
    days = [t for t in days if t.kind in ("point", "interval")]
    behind = [t for t in days if event.start < t.span.end <= tokens[relative].start]
    if not _is_past(clause, setting):
        # « déclenchée par l'attaque du 3 mai, qui a tué », « depuis l'attaque du 3 mai, qui a tué »
        dating = {(t.span, t.kind) for t in setting.scene(context.sentence).times}
        aside = (t for t in reversed(behind) if (t.span, t.kind) not in dating)
        return next(iter((*aside, *_began_with(event, context, setting))), None)
    # « le bilan, qui était de 22 morts dimanche », « a commémoré mercredi l'attentat, qui avait fait 29 morts »
    told = {t.span for t in setting.scene(context.sentence).told}
    inside = [t for t in days if context.clause_start <= t.span.start < context.clause_end and t.span not in told]
    days = [t for t in days if t.span not in told or t.precision != "day"]
    ahead = [t for t in days if tokens[max(0, first - _NEAR)].start <= t.span.end <= event.start]
    beside = _kept_since(event, first, context, setting)
    here = [t for t in days if context.sentence.start <= t.span.start < event.start]
    struck = here if _is_struck(event, context, setting) else []
    return next(iter((*inside, *reversed(behind), *reversed(ahead), *beside, *reversed(struck))), None)


def _is_struck(event: Token, context: FigureContext, setting: Setting) -> bool:
    """« En août, la ville avait été frappée par un attentat qui avait fait neuf morts », « avait mené une attaque qui »: whether the
    clause before tells of the event itself, so that its day is that of the event."""
    before = context.sentence.within(context.sentence.start, event.start)
    aux = next((i for i, t in enumerate(before) if setting.pack.verbs.is_auxiliary(t.fold)), None)
    if aux is None or any(t.text in ";:" for t in before[aux:]):
        return False
    behind, words = [t.fold for t in before[aux + 1 :]], setting.words
    # « avait visé les auteurs d'un attentat qui » is of another event
    struck = any(setting.events.is_blow(f) for f in behind) and not words.through.isdisjoint(behind)
    if struck:
        return True
    done = next((i for i, f in enumerate(behind) if f in words.befallen), None)
    # « avait mené une opération contre les auteurs d'un attentat qui », « a connu un coup d'État après une attaque qui »
    return done is not None and not any(
        f in words.events or f in words.operations or f in setting.pack.words.prepositions - setting.place_words.of
        for f in behind[done + 1 :]
    )


def _began_with(event: Token, context: FigureContext, setting: Setting) -> list[TimeRef]:
    """« la guerre a éclaté le 7 octobre avec l'attaque de X, qui a fait 40 morts »: the day on which a war began with the event."""
    words = setting.words
    if event.fold in either(words.several, either(words.drives, words.broad)):
        return []  # « avec des combats, qui ont fait 3 000 morts »: since then
    found = []
    for time in setting.scene(context.sentence).begun:
        between = context.sentence.within(time.span.end, event.start)
        led = bool(between) and between[0].fold in setting.pack.words.prepositions
        if led and not any(t.text == "," or setting.pack.verbs.is_auxiliary(t.fold) for t in between):
            found.append(time)
    return found


def _kept_since(event: Token, first: int, context: FigureContext, setting: Setting) -> list[TimeRef]:
    """« sans précédent depuis avril 2002 et l'attentat de X, qui avait fait »: the month or year that « et » joins to the event."""
    tokens = context.sentence.tokens
    joint = next(
        (
            i
            for i in range(first - 1, max(0, first - 1 - _NEAR), -1)
            if tokens[i].fold in setting.pack.words.coordinators
        ),
        0,
    )
    if not joint:
        return []
    since = (t for t in context.annotations.times if t.kind == "since" and t.span.end == tokens[joint - 1].end)
    return [t for time in since if (t := _whole(time)) is not None]


def _whole(time: TimeRef) -> TimeRef | None:
    """The month or year that a stretch begins with."""
    if time.date_from is None or time.precision not in ("month", "year"):
        return None
    start = date.fromisoformat(time.date_from)
    months = 1 if time.precision == "month" else 12
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = date(year, month + 1, 1) - timedelta(days=1)
    return replace(time, kind="interval", date_to=last.isoformat())


def _looked_back_on(context: FigureContext, setting: Setting) -> tuple[Token, Sequence[Token], int] | None:
    """The event before the relative clause that holds the count, that clause, and the index of the word that opens it."""
    tokens = context.sentence.tokens
    at = context.sentence.first_at(context.clause_start)
    relative = at - 1
    opens = but_for(setting.pack.words.relatives, setting.pack.words.partitives, setting.words.that)
    if relative < 2 or tokens[relative].fold not in opens:
        return None
    clause = tokens[at : context.sentence.first_at(context.clause_end)]
    if _is_closed(clause, context, setting):
        return None
    if tokens[relative - 1].fold in setting.pack.words.prepositions:
        relative -= 1
    event = _event(tokens[max(0, relative - _REACH) : relative], setting)
    return None if event is None else (event, clause, relative)


def is_one_before(context: FigureContext, setting: Setting) -> bool:
    """Whether the relative clause that holds the count is about one event of the past: « l'attentat du Drakkar, en 1983, qui avait
    coûté la vie à 58 soldats », but not « la guerre, qui a »."""
    found = _looked_back_on(context, setting)
    words = setting.words
    if found is None or not _is_past(found[1], setting):
        return False
    event = found[0].fold
    own = either(words.campaigns, words.drives, words.events)
    if any(t.fold in own for t in found[1] if t.start < context.start):
        return False  # « la première attaque en X, où la crise de 2010 avait fait 3 000 morts »
    lasting = either(words.several, words.drives, words.operations, words.campaigns)
    return event in words.events and event not in lasting


def _day(time: TimeRef, event: Token) -> TimeRef:
    """The time; the first day, month or year of one that counts from the event (« depuis l'attaque du 3 mai »)."""
    if time.kind != "since" or not time.span.holds(event.start, event.end):
        return time
    return replace(time, kind="point", date_to=time.date_from) if time.precision == "day" else _whole(time) or time


def _is_closed(clause: Sequence[Token], context: FigureContext, setting: Setting) -> bool:
    """« qui a tué neuf habitants, douze soldats sont morts jeudi »: whether the count stands behind the relative clause."""
    comma = next(
        (i for i in range(len(clause) - 1, 0, -1) if clause[i].text == "," and clause[i].start < context.start), 0
    )
    behind = (t for t in clause[comma:] if t.start < max(context.harm_end, context.end))
    finite = setting.pack.verbs.finite
    return any(finite(t.fold) for t in clause[:comma]) and any(finite(t.fold) for t in behind)


def _counted_back(event: Token, context: FigureContext, setting: Setting) -> TimeRef | None:
    """« deux jours après l'attaque qui a tué neuf soldats, un raid a fait jeudi … »: the day of the event that another day of
    the sentence is counted from; None where none is.
    """
    times = time_words(setting.pack)
    here = [t for t in context.annotations.times if context.sentence.start <= t.span.start < context.sentence.end]
    at = context.sentence.first_at(event.start)
    near = context.sentence.tokens[max(0, at - 1)].start
    counting = next((t for t in here if t.span.start < event.start and near <= t.span.end <= event.end), None)
    if counting is None:
        return None
    folds = [t.fold for t in context.sentence.within(counting.span.start, counting.span.end)]
    days = next((times.values["ANCHORED"][f] for f in folds if f in times.values["ANCHORED"]), None)
    if days is None and not setting.words.counted_from.isdisjoint(folds) and _counts_days(folds, setting):
        days = next((times.values["NUMBER"][f] for f in folds if f in times.values["NUMBER"]), None)
    day = next((t for t in here if t is not counting and t.kind == "point" and t.precision == "day" and dated(t)), None)
    if not days or days < 0 or day is None or day.date_from is None:
        return None
    back = (date.fromisoformat(day.date_from) - timedelta(days=days)).isoformat()
    return replace(counting, date_from=back, date_to=back, precision="day", kind="point")


def _counts_days(folds: Sequence[str], setting: Setting) -> bool:
    units = time_words(setting.pack).values["UNIT"]
    return any(units.get(f) == "day" for f in folds)


def _event(before: Sequence[Token], setting: Setting) -> Token | None:
    """The event that the words right before a relative clause end with; None where a verb or a second comma is nearer."""
    words = setting.words
    named = words.events | words.means | lexicon(setting.pack).harm.tolls.that_of  # « celle »
    commas = 0
    for i in range(len(before) - 1, 0, -1):
        token = before[i]
        commas += token.text in ",;:"
        if commas > 2 or token.text in ";:":
            return None
        if (
            token.fold in named or token.fold.partition("-")[0] in words.events
        ) and not setting.pack.verbs.is_auxiliary(before[i - 1].fold):
            return token
        if setting.pack.verbs.is_auxiliary(token.fold):
            return None
    return None


def is_as_former(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether the time of a sentence is that of the former event that its clause counts: « X avait été touchée le 3 mai : neuf
    habitants avaient péri »."""
    if context.clause_start <= time.span.start < context.clause_end:
        return True
    colon = next((t.start for t in context.sentence.tokens if t.start >= time.span.end and t.text == ":"), None)
    before = context.sentence.within(context.sentence.start, time.span.start)
    return colon is not None and colon < context.start and _is_past(before, setting)


def _is_past(tokens: Sequence[Token], setting: Setting) -> bool:
    """Whether they tell what was over before something else (« avait trouvé la mort »)."""
    return not setting.pack.verbs.imperfect_auxiliaries.isdisjoint(t.fold for t in tokens)
