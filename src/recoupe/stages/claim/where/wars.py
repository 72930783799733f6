"""Wars: in which land those fell whom a war has killed, and not one day of it."""

from itertools import pairwise

from recoupe.model.annotation import Place
from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground, together
from recoupe.stages.claim.where.fitting import counts_between, is_next_door, is_of_part, stretch_to
from recoupe.stages.claim.where.several_places import countries

_NOUN = 4
"""How many words a war and what is said of it may have before « qui »."""
_LEAD = 6
"""Within how many words before it « depuis » and « après » stand."""


def of_war(context: FigureContext, setting: Setting, scene: Scene, inherited: Ground) -> Ground:
    """Where a war kills: where the clause says, else the country of its adjective, else that of the event told."""
    known = [s for s in scene.spots if s.place is not None and not s.far and s.role != "toward"]
    known = [s for s in known if not s.is_border]  # « Frontalier du X et du Y, le Z subit des attaques »
    known = [s for s in known if not is_of_part(context, setting, s) and not is_next_door(context, setting, s)]
    at = waged_at(context, setting)
    if at is not None:  # « l'attentat le plus meurtrier à X depuis la fin de la guerre, qui a fait 150 000 morts »
        known = [s for s in known if s.start > at or not is_exact(s.place)]
    clause = [s for s in known if context.clause_start <= s.start < context.clause_end]
    beside = [s for s in clause if not counts_between(context, *stretch_to(context, s))]
    beside = beside or [s for s in clause if len(known) == 1 and _is_of_both(context, s, setting)]
    beside = beside or [s for s in (*clause, *known) if not is_exact(s.place)]
    if beside:
        first = beside[0]
        listed = countries(first, scene)
        if len(listed) > 1 and not _is_between(listed[0], context, setting):
            land = together(
                [s.place for s in listed if s.place is not None]
            )  # « au Mali, au Burkina Faso et au Niger »
            return inherited.named_at(land, listed[0].start, listed[-1].end)
        return inherited.named_at(first.place, first.start, first.end, near=first.near)
    for before, token in pairwise(context.sentence.tokens):
        code = setting.gazetteers.countries.by_adjective(token.text)
        if code is not None and before.fold in setting.words.inner:
            return inherited.unnamed(setting.gazetteers.places.country(code))
    if at is None and context.earlier and context.earlier[-1].span.start >= context.sentence.start:
        return of_figure(context.earlier[-1], inherited)
    place = inherited.place
    if place is None or place.country is None or place.precision in ("country", "wide"):
        return inherited
    main = setting.main
    # a war is that of the article, and not of the border town told last
    return of_war_land(main if main.place is not None and main.place.country else inherited, setting)


def _is_between(spot: Spot, context: FigureContext, setting: Setting) -> bool:
    """Whether a land is named as a party: « la guerre entre X et Y »."""
    at = context.sentence.first_at(spot.start)
    return not setting.words.between.isdisjoint(context.sentence.folds[max(0, at - _LEAD) : at])


def _is_of_both(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """« 1.000 personnes ont été tuées et 5.000 blessées dans les combats aux portes de X »: whether the one place behind two counts that
    share a verb is that of each."""
    if spot.start < context.harm_end or context.harm_end <= context.end:
        return False
    times = [(t.span.start, t.span.end) for t in setting.scene(context.sentence).times]
    tokens = context.sentence.within(context.harm_end, spot.start)
    between = [
        t.fold for t in tokens if not any(a <= t.start < b for a, b in times)
    ]  # « il y a trois mois » is no verb
    if any(a == "," and b in setting.pack.words.coordinators for a, b in pairwise(between)):
        return False  # « … tués dans les combats, et la population de X a fui »
    joined = between[:1] != [] and between[0] in setting.pack.words.coordinators
    return joined and not any(setting.pack.verbs.finite(fold) for fold in between)


def waged_at(context: FigureContext, setting: Setting) -> int | None:
    """Where a war stands whose relative clause holds the count, where that war is not what the sentence is about; None elsewhere."""
    before = context.sentence.within(context.sentence.start, context.start)
    words = setting.pack.words
    relative = next((i for i in range(len(before) - 1, 0, -1) if before[i].fold in words.relatives), 0)
    near = range(max(1, relative - _NOUN), relative)
    at = next((i for i in near if before[i].fold in setting.words.campaigns), None)
    if at is None:
        return None
    led = [t.fold for t in before[max(0, at - _LEAD) : at]]
    known = setting.words.counted_from | setting.words.since
    return before[at].start if not known.isdisjoint(led) else None


def of_war_land(inherited: Ground, setting: Setting) -> Ground:
    """The land whose war the inherited place is in, or the one with a war of its own that the text is about."""
    ground, theatre = of_land(inherited, setting), _led(setting)
    land = ground.place
    if theatre is None or land is None or (land.precision, land.country) != ("country", theatre.country):
        return ground
    return ground._replace(place=theatre)


def _led(setting: Setting) -> Place | None:
    """The land with a war of its own that headline or lead name, be it only what the event's town is near."""
    for scene in setting.scenes:
        for spot in (*scene.spots, *scene.seats) if setting.leads_in(scene) else ():
            land = setting.land(spot.place) if spot.place is not None else None
            if land is not None and land.precision == "region":
                return land
    return None


def of_figure(figure: Figure, inherited: Ground) -> Ground:
    """The place of another figure."""
    span = figure.place_span
    return inherited._replace(place=figure.place, start=span.start if span else 0, end=span.end if span else 0)


def of_land(inherited: Ground, setting: Setting) -> Ground:
    """The land whose war the inherited place is in."""
    place = inherited.place
    return inherited.unnamed(place and setting.land(place))
