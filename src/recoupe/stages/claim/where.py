"""Where: the most exact place that the text supports for the harm which a figure counts."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Place, TimeRef
from recoupe.model.figure import Figure
from recoupe.model.span import Span
from recoupe.stages.claim.ahead import is_of_other_event
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.fitting import (
    counts_between,
    fitness,
    is_added_to,
    is_attached,
    is_next_door,
    is_of_part,
    opening_place,
)
from recoupe.stages.claim.home_lands import of_other_side, of_people, of_speaker
from recoupe.stages.claim.hosts import host
from recoupe.stages.claim.items import of_another_item
from recoupe.stages.claim.land_sums import headed_sum, is_of_more, is_of_whole_land
from recoupe.stages.claim.lexicon import lexicon
from recoupe.stages.claim.own_time import own_time
from recoupe.stages.claim.scale import coarser, is_exact, is_part, kilometres, same_area
from recoupe.stages.claim.scenes import Scene
from recoupe.stages.claim.setting import Setting
from recoupe.stages.claim.several_places import countries, holder, is_spread
from recoupe.stages.claim.spots import Spot
from recoupe.stages.claim.statements import length_of
from recoupe.stages.claim.states import is_background, is_former, is_stock, size_of
from recoupe.stages.claim.sums import shared_out
from recoupe.stages.claim.told_parts import is_own
from recoupe.stages.claim.wars import of_figure, of_land, of_war, of_war_land, waged_at
from recoupe.stages.claim.whereabouts import Ground, together
from recoupe.stages.claim.wide_sums import is_of_land, land_of

_LONG = 60
"""Days from which a sum goes beyond the one event that an article is about, if its paragraph names no place."""
_WEEKS = 20
"""The same, where fighting or violence in general is said to have killed."""
_NIGHT = range(1, 3)
"""Days that lie between the first and the last of one event: « dans la nuit de samedi à dimanche », « entre lundi et mercredi »."""
_WAY = 6
"""How many words before the place people are in it may be said that they were driven out."""
_ASIDE = 4
"""How many words before « la région » « ailleurs » may stand."""
_BACK = 5
"""How many words before the land « ce marché » may stand."""
_TOWN = 15
"""Kilometres within which a street and what is told of it are in one town."""
_ABROAD = 2500
"""Kilometres from the event to a country in which those « on its side » did not fall, where no place of it is told."""
_CUTS = frozenset(",;:()")
_HARMED = frozenset(("killed", "wounded", "casualties"))
_PART = 2
"""How many words « parmi eux » has."""
_MILLION = 1_000_000
"""People whom no one place has lost."""
_VERY_LONG = 300
"""The same, where the paragraph names a place before it."""


def locate(context: FigureContext, setting: Setting) -> tuple[Span | None, Place | None]:
    """The words that name the place of harm (they may stand in another sentence) and the place; either may be None.

    In order: the place of the whole of which the figure counts a part; a place that the count's own clause or
    sentence names, « la ville » and « ce village » included; that of the figure before it in the sentence; that of
    the event that the text is at. Where somebody speaks, lives or fled to is none.
    """
    ground = ground_for(context, setting)
    if ground.end <= ground.start:
        return None, ground.place
    return Span.cut(setting.document.text, ground.start, ground.end), ground.place


def ground_for(context: FigureContext, setting: Setting) -> Ground:
    """The place of harm, with whether it is rough; the Ground's time is that of the event that the text is at."""
    known = setting.located
    if known is None or known[0] is not context:
        known = setting.located = context, _ground_for(context, setting)
    return known[1]


def _ground_for(context: FigureContext, setting: Setting) -> Ground:
    scene = setting.scene(context.sentence)
    inherited = setting.ground(context.sentence)
    if any(s.start <= inherited.start < s.end and is_next_door(context, setting, s) for s in scene.spots):
        inherited = inherited._replace(place=None, start=0, end=0)
    topic = opening_place(context, scene) if scene.there else None
    if topic is not None:
        return inherited._replace(place=topic.place, start=topic.start, end=topic.end, near=False, rough=False)
    spot = _own(context, setting, scene)
    if (
        spot is not None
        and spot.role == "toward"
        and context.effect == "displaced"
        and _is_left(context, spot, inherited, setting)
    ):
        spot = None
    land = host(context, setting) if spot is None or not is_attached(context, spot) else None
    if land is not None:
        return inherited._replace(place=land, start=0, end=0, rough=False)
    side = _of_side(context, setting)
    if side is not None and not (inherited.place is not None and same_area(side, inherited.place)):
        # « 12 morts du côté libanais », but not « l'attaque de X a fait neuf morts du côté libanais »
        told = spot is not None and (is_attached(context, spot) or context.clause_start <= spot.start < context.start)
        if not told:
            return inherited._replace(place=side, start=0, end=0, rough=False)
    if (
        context.whole is None
        and not scene.there
        and (is_background(context, setting) or waged_at(context, setting) is not None)
        and not _of_one_day(context, scene)
    ):
        war = of_war(context, setting, scene, inherited)
        return of_speaker(context, setting, of_people(context, setting, war))
    if context.whole is not None and (
        spot is None
        or (
            context.whole.place is not None
            and not (is_attached(context, spot) or _inside(context, spot) or is_own(spot.start, context, setting))
        )
    ):
        return of_figure(context.whole, inherited)
    if spot is None:
        if context.whole is None and setting.words.worldwide.stand_in(context.sentence.folds):
            return inherited._replace(place=None, start=0, end=0, rough=False)
        if is_of_more(context, setting, inherited):
            return of_land(inherited, setting)
        headed = headed_sum(context, inherited)
        if headed is not None:
            return of_figure(headed, inherited)
        if context.earlier and _opens_with_part(context, setting):
            return of_figure(context.earlier[-1], inherited)  # « Parmi eux, douze enfants »
        part = next(
            (
                s.place
                for s in scene.spots
                if s.place is not None and s.role != "toward" and is_of_part(context, setting, s)
            ),
            None,
        )
        alone = context.sentence.start <= inherited.start < context.sentence.end
        if part is not None and (alone or inherited.place is None or not same_area(part, inherited.place)):
            return of_land(inherited._replace(place=part), setting)
        if (part is not None and part == inherited.place and is_exact(part)) or (
            part is None and is_of_land(context, scene, setting, inherited)
        ):
            return land_of(
                context, setting, inherited
            )  # « En juin, 6 600 civils ont été tués, dont 5 100 à X », where the text is
        before = context.earlier[-1] if context.earlier else None
        if before is not None and before.span.start >= context.sentence.start:
            return of_figure(_behind_parts(context, before, setting), inherited)
        if is_of_other_event(context, scene, setting, inherited):
            inherited = of_land(inherited, setting)
        named = setting.named(context.sentence)
        theatre = (
            _theatre(named, setting) if scene.there and setting.events.is_campaign(context.sentence.tokens) else None
        )
        if theatre is not None:
            return inherited._replace(
                place=theatre.place, start=theatre.start, end=theatre.end, near=False, rough=False
            )
        block = context.document.blocks[context.sentence.block]
        wider = named.place is not None and inherited.place is not None and coarser(named.place, inherited.place) > 0
        if scene.there and wider and named.start >= block.start:
            return named._replace(time=inherited.time, block=inherited.block)  # « …, en X. 32 autres y ont péri »
        # the many who are held or have fled are not those of the street that was hit
        street = inherited.place is not None and inherited.place.precision == "point" and named.start >= block.start
        away = kilometres(named.place, inherited.place) if street and named.place and inherited.place else None
        if (
            (scene.there or (away is not None and away < _TOWN))
            and named.place is not None
            and is_stock(context, setting)
        ):
            return named._replace(time=inherited.time, block=inherited.block)
        home = of_other_side(context, setting, inherited)
        if home is not None:
            return inherited._replace(place=home, start=0, end=0, rough=False)
        summed = _of_sum_before(context, setting)
        widened = of_figure(summed, inherited) if summed else _widened(context, scene, setting, inherited)
        return of_speaker(context, setting, of_people(context, setting, widened))
    if _is_summed_since(context, spot, scene, setting):
        return of_land(inherited._replace(place=spot.place), setting)
    spot = _housed(_inner(context, spot, scene, setting), scene)
    listed = countries(spot, scene)
    if len(listed) > 1:
        whole = together([s.place for s in listed if s.place])
        return inherited._replace(place=whole, start=listed[0].start, end=listed[-1].end, near=False, rough=False)
    if is_spread(context, spot, scene, setting):
        several = [s.place for s in scene.spots if s.group == spot.group]
        wide = inherited.place is not None and inherited.place not in several and _may_hold(inherited.place, several)
        wide = wide or (spot.near and inherited.place is not None)  # « entre X et Y »: the event told is there
        if wide:
            return inherited._replace(rough=False)
        held = holder(several, setting)
        if held is not None:
            return inherited._replace(place=held, start=spot.start, end=spot.end, near=False, rough=False)
        return of_land(inherited._replace(place=spot.place), setting)
    around = inherited
    if spot.place is None and is_of_other_event(context, scene, setting, inherited):
        return of_land(inherited, setting)._replace(start=spot.start, end=spot.end, rough=True)
    if spot.place is None and shared_out(context.sentence.tokens, setting):
        # « 30 morts en RCA, dont 13 à X et neuf à Y »: an unknown Y is where the whole is
        first = next((f for f in context.earlier if f.span.start >= context.sentence.start), None)
        around = of_figure(first, inherited) if first is not None else inherited
    ahead = context.sentence.end <= around.start or of_another_item(spot, context.sentence, around, setting)
    if spot.place is None and not spot.inner and ahead and is_exact(around.place):
        # an unknown village is not the town that is told behind it, or in another item of a list
        return of_land(around, setting)._replace(start=spot.start, end=spot.end, rough=True)
    place = around.place if _refined(context, spot, around, scene, setting) else spot.place
    return inherited._replace(
        place=place, start=spot.start, end=spot.end, near=spot.near, rough=spot.unknown is not None
    )


def _theatre(named: Ground, setting: Setting) -> Spot | None:
    """The land with which the sentence of the town told last opens, where a war was: « Au Darfour, 43 hommes ont été tués à X. La guerre
    y a fait 200 000 morts »."""
    place = named.place
    if place is None or not is_exact(place):
        return None
    told = setting.scene_at(named.start)
    first = min((*told.spots, *told.seats), key=lambda s: s.start, default=None)
    held = first is not None and first.place is not None and first.place.id in place.parents
    return first if held else None


def _may_hold(wide: Place, places: Sequence[Place | None]) -> bool:
    """Whether a land may hold all the places of a list: the Gaza Strip holds no town of the West Bank."""
    if is_exact(wide):
        return False
    known = [p for p in places if p is not None]
    bounded = wide.precision == "region" and not is_part(wide) and any(p.parents for p in known)
    return not bounded or all(wide.id in p.parents for p in known if p.parents)


def _behind_parts(context: FigureContext, before: Figure, setting: Setting) -> Figure:
    """The count before, or that of which it is a part: « 1 300 morts dans le pays, dont 536 à X, et un million de déplacés »."""
    figures = [f for f in context.earlier if f.span.start >= context.sentence.start]
    between = [t.fold for t in context.sentence.within(before.span.end, context.start)]
    resumed = any(a == "," and b in setting.pack.words.coordinators for a, b in pairwise(between))
    parts = lexicon(setting.pack).figures.parts
    opens = (
        f
        for f, part in pairwise(figures)
        if parts.stand_in([t.fold for t in context.sentence.within(f.span.end, part.span.start)])
    )
    whole = next(opens, None) if resumed else None
    return before if whole is None else whole


def _of_one_day(context: FigureContext, scene: Scene) -> bool:
    """Whether days shared out in the clause say that it counts what a campaign did on each of them."""
    days = [
        t for t in scene.times if t.kind == "point" and t.precision == "day" and t.span.start > context.clause_start
    ]
    return len(days) > 1


def _is_summed_since(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """« deux soldats ont été tués à X, portant à 34 le nombre de morts depuis janvier »: whether the place is only that of those
    who were added to the sum of a stretch."""
    if spot.end > context.start or not is_exact(spot.place):
        return False
    if not is_added_to(context, spot, setting):
        return False
    time = own_time(context, scene, setting)
    return time is not None and (time.kind in ("since", "duration") or (length_of(time) or 0) >= _WEEKS)


def _inside(context: FigureContext, spot: Spot) -> bool:
    """Whether a part is told in a sentence of its own, at a town where the whole is: « C'est à X que deux d'entre eux … »."""
    whole, place = context.whole, spot.place
    if whole is None or place is None or whole.place is None or whole.span.end > context.sentence.start:
        return False
    return is_exact(place) and same_area(place, whole.place) and coarser(whole.place, place) > 0


def _of_side(context: FigureContext, setting: Setting) -> Place | None:
    """The country of those counted on one side (« 56 morts côté israélien »)."""
    if setting.words.beside.isdisjoint(context.sentence.words):
        return None
    for before, token in pairwise(context.sentence.tokens):
        if before.fold in setting.words.beside and context.clause_start <= token.start < context.clause_end:
            if token.start >= context.end and counts_between(context, context.end, token.start):
                continue  # the side of a count behind
            if context.chain and token.start < context.chain[-1].content.start:
                continue  # « d'après des sources contactées du côté tanzanien de la frontière, … »
            code = setting.gazetteers.countries.by_adjective(token.text)
            side = setting.gazetteers.places.country(code) if code is not None else None
            told = setting.main.place
            far = (kilometres(side, told) or 0.0) > _ABROAD if side is not None and told is not None else False
            if side is not None and not (far and code not in setting.lands):
                return side  # « côté américain » in a war abroad is no place
    return None


def _widened(context: FigureContext, scene: Scene, setting: Setting, inherited: Ground) -> Ground:
    """The country of what is inherited, where a long sum (« depuis 2015 ») stands in an article about one day."""
    time, main, place = own_time(context, scene, setting), setting.main.time, inherited.place
    if size_of(context) >= _MILLION and place is not None and is_exact(place):
        return of_war_land(inherited, setting)
    if time is None or scene.back or place is None or place.country is None:
        return inherited
    if main is None and (length_of(time) or 0) < _VERY_LONG:
        return inherited
    if main is not None and main.precision != "day" and (length_of(main) or 0) not in _NIGHT:
        return inherited
    if context.sentence.kind == "title" or place.precision in ("country", "wide") or time.kind == "point":
        return inherited
    if _is_of_siege(context, setting):
        town = setting.gazetteers.places.town(place)
        return inherited if town is None else inherited._replace(place=town, start=0, end=0, rough=False)
    if _goes_on_there(context, time, inherited):
        return inherited
    if setting.events.is_broad(context.sentence.tokens) and (length_of(time) or 0) >= _WEEKS:
        return of_war_land(inherited, setting)
    if (length_of(time) or 0) < (_VERY_LONG if _is_before(inherited, context) else _LONG):
        return inherited
    return of_war_land(inherited, setting)


def _is_of_siege(context: FigureContext, setting: Setting) -> bool:
    """« depuis le début du siège »: whether the sum is of the siege of the town, or of the battle for it."""
    words, folds = setting.words, context.sentence.folds
    known = either(words.definite, words.contracted)
    return any(b in words.drives - words.broad and a in known for a, b in pairwise(folds))


def _goes_on_there(context: FigureContext, time: TimeRef, inherited: Ground) -> bool:
    """Whether a sentence with no time of its own goes on behind a sum of the town: « La guerre a tué 200 civils à X en six semaines.
    Les combats ont également fait 3 000 blessés »."""
    last = context.earlier[-1] if context.earlier else None
    here = context.sentence.start <= time.span.start < context.sentence.end
    return not here and last is not None and last.place == inherited.place and last.scope == "period"


def _of_sum_before(context: FigureContext, setting: Setting) -> Figure | None:
    """The sum over a country that the paragraph has just given, for people who are in a state (« toujours détenus »)."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.place is None or before.place.precision != "country" or before.scope == "incident":
        return None
    here = before.span.start >= context.document.blocks[context.sentence.block].start
    return before if here and is_stock(context, setting) else None


def _is_before(inherited: Ground, context: FigureContext) -> bool:
    """Whether the place was told in the figure's own paragraph."""
    block = context.document.blocks[context.sentence.block]
    return block.start <= inherited.start < context.start


def _own(context: FigureContext, setting: Setting, scene: Scene) -> Spot | None:
    """The place in the figure's sentence that fits best, or None when each belongs to something else."""
    best, best_score = None, 0.0
    for spot in scene.spots:
        score = fitness(context, setting, spot, scene)
        if score > best_score:
            best, best_score = spot, score
    if best is None:
        best = next((s for s in scene.spots if s.frame and _heads_sum(context, s, scene, setting)), None)
    if best is None and setting.main.place is None and not context.chain:
        return scene.seats[0] if scene.seats else None
    return best


def _inner(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> Spot:
    """The most exact place of the sentence that lies in the spot, no other number being between them."""
    for other in scene.spots:
        if spot.place is None or other.place is None or other.far or other.role == "toward":
            continue
        if other.near and not (is_part(spot.place) and is_exact(other.place)):
            continue  # but « Dans l'est, un soldat a été tué près de X »
        inside = same_area(spot.place, other.place) and coarser(spot.place, other.place) > 0
        inside = inside and not is_of_part(context, setting, other)
        if not inside:
            continue
        behind = other.start > spot.start and not _counts_people(context, spot.end, other.start, setting)
        if behind or _is_of_all(context, spot, other, setting):
            spot = other
        elif is_exact(other.place) and other.end <= spot.start < context.start:
            # « l'hôpital de X a été la cible de deux raids dans la province de Y, tuant douze civils »
            way = context.sentence.within(other.end, spot.start)
            spot = spot if any(t.text in _CUTS for t in way) else other
    return spot


def _counts_people(context: FigureContext, start: int, end: int, setting: Setting) -> bool:
    """Whether another count than one of shells or raids stands between two offsets: « blessées à X par trois obus tombés à Y »."""
    if not counts_between(context, start, end):
        return False
    words, counts = setting.words, setting.place_words.counts
    between = [t.fold for t in context.sentence.within(start, end)]
    numbers = [i for i, f in enumerate(between) if f in counts or f.isdecimal()]
    of_means = sum(
        between[i + 1] in words.means or between[i + 1] in words.events for i in numbers if i + 1 < len(between)
    )
    return of_means == 0 or len(numbers) > of_means


def _is_of_all(context: FigureContext, spot: Spot, other: Spot, setting: Setting) -> bool:
    """« Dans la province de X, six personnes ont été tuées et dix blessées par une bombe à Y »: whether the place behind counts that
    share a verb is that of each."""
    if spot.end > context.start or other.start < context.harm_end or context.harm_end <= context.end:
        return False
    between = [t.fold for t in context.sentence.within(context.harm_end, other.start)]
    joined = between[:1] != [] and between[0] in setting.pack.words.coordinators
    if not joined or not _CUTS.isdisjoint(between) or context.effect not in _HARMED:
        return False
    done = (
        f
        for f in between
        if any(a.mood == "participle" and a.tense == "past" for _, a in setting.pack.verbs.analyses(f))
    )
    if not setting.events.harm.issuperset(done):
        return False  # « six personnes ont été tuées et dix libérées à Y »
    # « une frappe » is a noun
    told = (b for a, b in pairwise(between) if a not in setting.pack.words.openers)
    return not any(setting.pack.verbs.finite(fold) for fold in told)


def _housed(spot: Spot, scene: Scene) -> Spot:
    """The spot; an unknown quarter or camp with the town that its sentence names before it (« à X, … au quartier Y »)."""
    if spot.place is not None or not spot.inner:
        return spot
    towns = [s for s in scene.spots if s.end <= spot.start and is_exact(s.place) and not s.far and s.role == "at"]
    return spot._replace(place=towns[-1].place) if towns else spot


def _opens_with_part(context: FigureContext, setting: Setting) -> bool:
    """Whether the sentence begins with words for a part of those counted before (« Parmi eux »)."""
    opening = [t.fold for t in context.sentence.tokens[:_PART]]
    return lexicon(setting.pack).figures.parts.stand_in(opening)


def _is_left(context: FigureContext, spot: Spot, inherited: Ground, setting: Setting) -> bool:
    """Whether those who went to a place left another of its country that is known: « ils ont fui vers X »."""
    way = [t.fold for t in context.sentence.tokens if t.start < spot.start][-_WAY:]
    if not setting.words.driven.isdisjoint(way) and setting.words.always_toward.isdisjoint(way):
        return False  # « 900 familles déplacées à X »
    here, there = inherited.place, spot.place
    if here is None or there is None or not is_exact(here) or here.country != there.country or here == there:
        return False
    return not (same_area(there, here) and coarser(there, here) > 0)  # « déplacées dans la province »


def _refined(context: FigureContext, spot: Spot, inherited: Ground, scene: Scene, setting: Setting) -> bool:
    """Whether the place only says roughly where an event was that the text places exactly elsewhere."""
    if inherited.place is None or _heads_sum(context, spot, scene, setting) or is_of_more(context, setting, inherited):
        return False
    at = context.sentence.first_at(spot.start)
    if not setting.words.elsewhere.isdisjoint(t.fold for t in context.sentence.tokens[max(0, at - _ASIDE) : at]):
        return False  # « quinze autres personnes tuées ailleurs dans la région »
    if spot.frame and context.sentence.kind == "title" and _is_rubric(spot.place, inherited, scene, setting):
        return True
    if spot.place is None:
        return True  # an unknown camp of a town that is known, an unknown village: the event is told there
    if spot.unknown is not None and not spot.inner and context.sentence.kind != "title":
        return False  # a village of its own, though no gazetteer knows it
    here = context.sentence.start <= inherited.start < context.sentence.end
    if here and counts_between(context, max(spot.end, context.end), inherited.start):
        return False  # « X abrite 3 000 déplacés : 2 000 au nord »
    behind = context.start <= spot.start and spot.end < inherited.start < context.sentence.end
    if behind and counts_between(context, spot.end, inherited.start):
        return False  # « 12 000 ont fui X et 300 le village de Y »
    if spot.place == inherited.headed and (spot.near or context.sentence.kind == "title"):
        return True
    if _in_lead(spot, inherited, context, setting, scene) or _points_back(spot, inherited, context, setting):
        return True
    if not same_area(spot.place, inherited.place) or coarser(spot.place, inherited.place) <= 0:
        return bool(spot.near and not inherited.near and _beside(spot.place, inherited.place)) and (
            context.sentence.kind == "title" or scene.back
        )
    return context.sentence.kind == "title" and spot.place.precision in ("country", "region", "wide")


def _is_rubric(land: Place | None, inherited: Ground, scene: Scene, setting: Setting) -> bool:
    """« France : deux soldats tués »: whether the text counts the same people in another land than that before the colon."""
    if land is None or inherited.place is None or land.precision != "country" or inherited.start < scene.sentence.end:
        return False
    told = setting.scene_at(inherited.start)
    return inherited.place.country not in (None, land.country) and not scene.counts.isdisjoint(told.counts)


def _heads_sum(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> bool:
    """« Mali : 290 civils tués en trois mois »: whether a headline sums up what a land has seen, and not the event of one town."""
    if context.sentence.kind != "title" or spot.place is None or spot.place.precision != "country":
        return False
    time = own_time(context, scene, setting)
    return time is not None and time.kind != "point" and (length_of(time) or 0) >= _WEEKS


def _in_lead(spot: Spot, inherited: Ground, context: FigureContext, setting: Setting, scene: Scene) -> bool:
    """Whether the lead names only the province or country of an event that the text places exactly elsewhere."""
    place = spot.place
    if (
        place is None
        or inherited.place is None
        or place.precision in ("point", "settlement")
        or not same_area(place, inherited.place)
    ):
        return False
    if coarser(place, inherited.place) <= 0 or is_former(context, setting):
        return False
    if shared_out(context.sentence.tokens, setting):
        return False  # « 30 morts en RCA, dont 13 à X et neuf à Y »
    if context.start > inherited.start and (inherited.whole is None or inherited.whole.place != place):
        return False  # another count, of the whole province
    if is_of_whole_land(context, spot, scene, setting, inherited):
        return False
    time = own_time(context, scene, setting)
    return time is None or (time.kind != "since" and (length_of(time) or 0) < _LONG)


def _points_back(spot: Spot, inherited: Ground, context: FigureContext, setting: Setting) -> bool:
    """Whether the land of the event's place is only named again behind what points to it: « ce marché de l'ouest de X »."""
    if spot.place is None or inherited.place is None or not same_area(spot.place, inherited.place):
        return False
    tokens, at = context.sentence.tokens, context.sentence.first_at(spot.start)
    heads = setting.place_words.heads
    near = range(max(1, at - _BACK), at)
    pointed = any(tokens[i].fold in heads and tokens[i - 1].fold in setting.words.pointing for i in near)
    return pointed and coarser(spot.place, inherited.place) > 0


def _beside(one: Place, other: Place) -> bool:
    return one.id != other.id and same_area(one, other)
