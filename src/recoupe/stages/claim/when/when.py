"""When: the days of the harm that a figure counts, and whether it counts one event, a stretch or all so far."""

from dataclasses import replace
from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.pointing_back import is_then
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.toll_days import is_of_sum
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.telling.flight import names_blow
from recoupe.stages.claim.telling.own_time import in_relative, is_before_event, own_time
from recoupe.stages.claim.telling.states import (
    is_apart,
    is_background,
    is_day_of_count,
    is_former,
    is_growing,
    is_now,
    is_so,
    is_so_told,
    is_standing,
    is_still,
    is_stock,
    is_total,
    size_of,
)
from recoupe.stages.claim.telling.sums import is_share
from recoupe.stages.claim.telling.takings import is_of_taking
from recoupe.stages.claim.telling.told_parts import of_told_part
from recoupe.stages.claim.when.anniversary import is_anniversary
from recoupe.stages.claim.when.answered import answered_since
from recoupe.stages.claim.when.antecedent_days import antecedent_day, is_as_former, is_behind, is_one_before
from recoupe.stages.claim.when.bracketed import bracketed_time
from recoupe.stages.claim.when.covered import covered_time
from recoupe.stages.claim.when.exodus import exodus
from recoupe.stages.claim.when.other_days import is_elsewhere, is_of_other_harm, told_before
from recoupe.stages.claim.when.running import is_deadly, runs
from recoupe.stages.claim.when.same_sums import (
    day_of_war,
    left_since,
    of_added,
    of_grown,
    of_raised,
    of_same_sum,
    of_same_war,
)
from recoupe.stages.claim.when.scope import event_scope, one_event_headed, scope_of
from recoupe.stages.claim.when.side_losses import of_other_side
from recoupe.stages.claim.when.timing import Timing, same_days
from recoupe.stages.claim.when.waged import waged_since
from recoupe.stages.claim.when.war_starts import began
from recoupe.stages.claim.where.where import ground_for
from recoupe.stages.claim.where.wide_sums import goes_on_sum

_HARMED = frozenset({"killed", "wounded", "casualties"})
_FEW = 200
"""Fewer than a sum over a country is likely to be."""


def time_of(context: FigureContext, setting: Setting) -> Timing:
    """The days of the harm, and the scope, which rests on them.

    In order: a time that the count's own clause or sentence gives; that of the whole of which the figure counts a part;
    that of the figure before it in the sentence; for people in a state, and for sums over a country, all so far; the
    time of the event that the text is at. The day of a statement, a paper or an admission is none. A sum since a day
    ends when the article was published; so does a running total, which has no first day.
    """
    scene = setting.scene(context.sentence)
    if (bracketed := bracketed_time(context, scene)) is not None:
        timing = _told(context, setting, scene, bracketed)
        return replace(timing, scope="incident") if scene.spots and not is_total(context, setting) else timing
    own = own_time(context, scene, setting)
    grows = own is not None and own.kind == "until" and is_growing(context, setting)
    own = None if grows else own  # « jusqu'à présent » dates no event
    if not _is_right_behind(own, context) and (before := antecedent_day(context, setting)) is not None:
        timing = _told(context, setting, scene, before)
        return replace(timing, scope="incident") if is_one_before(context, setting) else timing
    later = own if own is not None and is_behind(own, context, setting) else None
    own = own if later is None else None
    if own is None and (then := _at_former(context, scene, setting)) is not None:
        return then
    if is_former(context, setting) and not (own and is_as_former(own, context, setting)):
        known = setting.days.day(scene, ground_for(context, setting).place) if own is None else None
        if known is not None:
            return Timing(known.span, known.date_from, known.date_to, "incident")
        return Timing(None, None, None, "incident")
    if own is None and any(is_of_taking(t, context, setting) for t in scene.times):
        return Timing(None, None, None, "incident")  # « trois policiers, enlevés la veille, ont été retrouvés morts »
    if (own is None or own.kind == "point") and is_deadly(context) and (blow := answered_since(context, setting)):
        return Timing(blow.span, blow.date_from, setting.document.published, "period")
    if own is not None and own.kind == "point" and (of_war := day_of_war(context, setting)) is not None:
        return of_war  # « ce mardi 4 mars, 150e jour de la guerre »
    stock = is_stock(context, setting)
    if own is not None and is_now(context, own, setting):
        return Timing(own.span, None, own.date_to, "total")  # « 900 000 personnes sont aujourd'hui déplacées »
    # « 6 400 civils ont été tués depuis le putsch et 22 000 opposants sont toujours détenus »
    held = own is not None and own.kind == "since" and own.span.end <= context.start and is_still(context, setting)
    if own is not None and stock and (held or is_apart(context, own, setting)):
        return Timing(None, None, setting.document.published, "total")
    if own is not None and not (stock and is_day_of_count(context, own, setting)):
        return _told(context, setting, scene, own)
    if own is None and (covered := covered_time(context, setting)) is not None:
        return _told(context, setting, scene, covered)
    if own is None and (added := of_added(context, setting)) is not None:
        return added
    if own is None and (since := _unresolved(context, scene, setting, "since", "duration", "interval")) is not None:
        return _told(context, setting, scene, since)
    # « 110 lycéennes enlevées en mai. Cent cinq d'entre elles ont regagné leurs foyers » came home on another day
    if context.whole is not None and not (context.effect == "returned" and context.whole.effect == "detained"):
        if stock and is_still(context, setting) and context.whole.scope == "incident":
            # « des 251 otages pris ce jour-là, 57 sont toujours retenus »
            return Timing(None, None, setting.document.published, "total")
        timing = same_days(context.whole)
        one = timing.date_from == timing.date_to and (is_share(context, setting) or _of_a_town(context, setting))
        return replace(timing, scope="incident") if one and timing.scope == "period" else timing
    last = context.earlier[-1] if context.earlier else None
    beside = last is not None and last.span.start >= context.sentence.start and not is_total(context, setting)
    # « …, et 8 800 sont toujours détenus »
    other = stock and last is not None and last.effect != context.effect and is_so(context, last.span.end, setting)
    # « 12 000 personnes ont fui depuis mai, et 40 000 déplacés vivent dans les camps »
    lives = stock and last is not None and last.span.start < context.part_start and is_so_told(context, setting)
    apart = other or lives or (stock and is_standing(context, setting))
    if own is None and beside and (raised := of_raised(context, setting)) is not None:
        return raised
    if own is None and beside and (grown := of_grown(context, setting)) is not None:
        return grown
    if last is not None and beside and not apart and (later is None or last.date_span != later.span):
        return same_days(last)
    like = last is not None and last.effect == context.effect and not stock
    if own is None and last is not None and like and goes_on_sum(context, scene, setting):
        return same_days(last)
    if own is None and (of_other := of_other_side(context, setting)) is not None:
        return of_other
    if own is None and (of_new := _of_new_event(context, scene, setting)) is not None:
        return of_new
    if own is not None and context.effect == "displaced":
        return Timing(own.span, None, own.date_to, "total")  # « ils étaient 38 000 fin janvier »
    time = setting.ground(context.sentence).time
    if scene.found and is_elsewhere(scene, setting) and context.effect == "killed":
        return Timing(None, None, None, "incident")  # « sept corps ont été découverts mardi à Y »
    if time is not None and time.kind == "since" and _is_beside(time, context, setting):
        time = None
    if time is not None and (is_of_other_harm(time, context, scene, setting) or is_behind(time, context, setting)):
        time = None
    if time is not None and (is_of_taking(time, context, setting) or _is_of_former(time, context, setting)):
        time = None
    if time is not None and is_of_sum(time, context.sentence, context.end, setting.pack, setting.events.raising):
        return Timing(
            None, None, None, "incident"
        )  # « deux soldats ont été tués, portant à 34 le nombre de morts en mai »
    if time is not None and of_told_part(time.span.start, context, setting):
        # « 1 200 civils ont été tués, dont douze lundi » is of no day; « l'attaque a fait 40 morts, dont douze lundi » is one event
        one = names_blow(context.sentence.within(context.clause_start, context.clause_end), setting)
        return Timing(None, None, None if one else setting.document.published, "incident" if one else "total")
    if time is not None and (given := told_before(time, scene, context, setting)) is not None:
        # « en mars, il revendiquait la mort de neuf soldats » is of March; « la veille, il annonçait … » of no day
        time = given if given.precision == "month" else None
    if (of_war := day_of_war(context, setting)) is not None:
        return of_war
    stretch = time is not None and time.kind in ("since", "duration") and not _names_war(context, setting)
    # « deux millions de personnes sont toujours déplacées » are those of today, and none of a sum since a day
    still = stock and is_still(context, setting)
    # « Le pays est en guerre depuis 2013. Près de 700 000 personnes y sont déplacées », « la province comptait 9 000 déplacés »
    if not still and not is_so_told(context, setting) and (waged := waged_since(context, setting)) is not None:
        return Timing(waged.span, waged.date_from, setting.document.published, "period")
    if is_background(context, setting) and not stretch:
        return Timing(None, None, setting.document.published, "total")
    if not still and (left := left_since(context, setting)) is not None:
        return left
    if time is not None and is_deadly(context) and is_anniversary(time, setting):
        return Timing(time.span, time.date_from, setting.document.published, "period")
    if grows and time is not None and time.kind == "point":
        return _told(context, setting, setting.scene_at(time.span.start), time)
    if runs(context, setting, time):
        said = scene.told if context.chain or context.sentence.kind == "title" else ()
        counted = own or next((t for t in said if t.date_to is not None and t.kind in ("point", "interval")), None)
        if counted is None:
            again = (
                None
                if still
                else of_same_war(context) or of_same_sum(context, setting) or exodus(context, time, setting)
            )
            return again or Timing(None, None, setting.document.published, "total")
        return Timing(counted.span, None, counted.date_to, "total")
    day = _unresolved(context, scene, setting, "point")
    if day is not None:
        return _told(context, setting, scene, day)  # « mardi » is not the day told elsewhere
    time = time or next((t for t in scene.hours if dated(t)), None)
    if time is None:
        begun = _of_operation(context, setting)
        if begun is not None:
            return Timing(begun.span, begun.date_from, setting.document.published, "period")
        first = context.earlier[0] if context.earlier else None
        less = (
            first is not None and first.value is not None and size_of(context) < first.value
        )  # one of those summed up
        like = first is not None and (first.scope, first.effect) == ("period", context.effect)
        if first is not None and like and not less and not scene.spots:
            return replace(same_days(first), span=None)  # of the offensive that the article is about
        today = setting.document.published if setting.live else None
        return Timing(None, today, today, event_scope(context, setting, ground_for(context, setting).place))
    return _told(context, setting, setting.scene_at(time.span.start), time)


def _is_right_behind(own: TimeRef | None, context: FigureContext) -> bool:
    """« deux semaines après celle de X, où 400 personnes ont été tuées le 24 août »: whether the count's own day stands behind it, no
    comma between them."""
    if own is None or own.precision != "day" or not dated(own) or own.span.start < context.end:
        return False
    between = context.sentence.within(context.end, own.span.start)
    return own.span.start < context.clause_end and all(t.text != "," for t in between)


def _at_former(context: FigureContext, scene: Scene, setting: Setting) -> Timing | None:
    """« C'est le revers le plus coûteux depuis mars 2018. A l'époque, une attaque avait fait 72 morts »: the day, month or year that
    « à l'époque » means; None where the sentence tells no event of then."""
    time, before = setting.ground(context.sentence).time, setting.scenes[max(0, context.sentence.index - 1)]
    if (
        time is None
        or not dated(time)
        or time.kind not in ("point", "interval")
        or not is_then(scene.sentence, setting.words, setting.pack)
    ):
        return None
    one = is_former(context, setting)
    counted = any(f.span.start >= context.sentence.start for f in context.earlier)
    if not one and (counted or before.record is None):
        return None
    return Timing(time.span, time.date_from, time.date_to, "incident")


def _of_new_event(context: FigureContext, scene: Scene, setting: Setting) -> Timing | None:
    """The unknown day of one attack told behind what went on for days (« Les combats ont fait 38 morts depuis lundi. Neuf soldats
    ont péri dans un attentat »); None where the count is of no such attack."""
    time = setting.ground(context.sentence).time
    if time is None or time.kind != "since" or scene.times or scene.told or context.effect not in _HARMED:
        return None
    clause = context.sentence.within(context.clause_start, context.clause_end)
    words = setting.words
    lasting = either(words.several, either(words.drives, words.operations))
    one = any(a.fold in words.a and b.fold in words.events and b.fold not in lasting for a, b in pairwise(clause))
    return Timing(None, None, None, "incident") if one else None


def _of_operation(context: FigureContext, setting: Setting) -> TimeRef | None:
    """The time at which what the article is about began, for a count that no one event explains."""
    if size_of(context) < _FEW / 2 or one_event_headed(setting):
        return None
    words = setting.words
    of_it = either(words.operations, words.drives)
    lead = {t.fold for s in setting.scenes if setting.leads_in(s) for t in s.sentence.tokens} & of_it
    told = (s for s in setting.scenes if s.begun and any(t.fold in lead for t in s.sentence.tokens))
    return next((t for s in told for t in s.begun if dated(t)), None)


def _is_of_former(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """« cinq soldats tués, quatre jours après l'attentat de X »: whether the time of the sentence is that of another event."""
    here = context.sentence.start <= time.span.start < context.sentence.end
    return here and context.effect != "detained" and is_before_event(time, context, setting)


def _names_war(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause says that a war, and not what is told, did the harm."""
    return setting.events.is_campaign(context.sentence.within(context.clause_start, context.clause_end))


def _is_beside(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether the time stands in a clause of the sentence beside that of the count."""
    start = time.span.start
    here = context.sentence.start <= start < context.sentence.end
    return here and (not context.part_start <= start < context.part_end or in_relative(start, context, setting))


def _unresolved(context: FigureContext, scene: Scene, setting: Setting, *kinds: str) -> TimeRef | None:
    """The sentence's own time, of one of the kinds, where nothing tells its days."""
    time = own_time(context, scene, setting, resolved=False)
    return time if time is not None and time.kind in kinds else None


def _told(context: FigureContext, setting: Setting, scene: Scene, time: TimeRef) -> Timing:
    """The timing that the sentence's own words give."""
    published = setting.document.published
    others = [t for t in scene.times if t is not time]
    if time.kind == "until":
        begun = next((t for t in scene.begun if dated(t) and t.span.start < context.start), None)
        if begun is not None:  # « la guerre, entamée en mars, a fait jusqu'ici 900 morts »
            return Timing(begun.span, begun.date_from, time.date_to or published, "period")
        first = next((t for t in others if t.kind == "since"), None)
        if first is not None and time.date_to is not None:  # « au 31 mai, … depuis le 24 février »
            return Timing(first.span, began(context, setting, first), time.date_to, "period")
        return Timing(time.span, None, time.date_to or published, "total")
    if time.kind == "since":
        start = began(context, setting, time)
        closed = next((t.date_to for t in others if t.kind == "until" and t.date_to is not None), None)
        return Timing(time.span, start, closed or time.date_to or published, "period")
    begun = next((t for t in scene.begun if t.date_from is not None and t.span.end <= time.span.start), None)
    before = [t for t in context.sentence.tokens if t.start < time.span.start]
    if begun is not None and time.kind == "point" and setting.events.ended(before):
        # « l'opération, lancée le 11 avril et achevée le 26, a fait 176 morts »
        return Timing(begun.span, begun.date_from, time.date_to, "period")
    return _dated(context, setting, scene, time)


def _of_a_town(context: FigureContext, setting: Setting) -> bool:
    """Whether a part is told of a town, and its whole of the land: « dix morts dans des frappes en Ukraine. Trois ont péri à Kiev »."""
    whole = context.whole.place if context.whole is not None else None
    return whole is not None and not is_exact(whole) and is_exact(ground_for(context, setting).place)


def _dated(context: FigureContext, setting: Setting, scene: Scene, time: TimeRef) -> Timing:
    place = ground_for(context, setting).place
    return Timing(time.span, time.date_from, time.date_to, scope_of(time, scene, context, setting, place))
