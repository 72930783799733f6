"""Own spots: which place of its sentence is the count's own."""

from itertools import pairwise

from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import coarser, is_elsewhere, is_exact, same_area
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.where.fitting import counts_between, fitness, is_of_part
from recoupe.stages.claim.where.land_sums import heads_sum

_WAY = 6
"""How many words before the place people are in it may be said that they were driven out."""
_CUTS = frozenset(",;:()")
_HARMED = frozenset(("killed", "wounded", "casualties"))


def own_spot(context: FigureContext, setting: Setting, scene: Scene, inherited: Ground) -> Spot | None:
    """The place in the figure's sentence that fits best, or None when each belongs to something else, or is only where those went who
    left the place inherited."""
    best = _fitting(context, setting, scene)
    if best is not None and best.start in scene.after and context.effect in _HARMED:
        main = setting.main.place
        there = is_elsewhere(best.place, inherited.place) and (not is_exact(main) or is_elsewhere(best.place, main))
        return None if there else best
    fled = best is not None and best.role == "toward" and context.effect == "displaced"
    return None if fled and _are_of_place(context, setting) else best


def _are_of_place(context: FigureContext, setting: Setting) -> bool:
    """« X a été attaquée. Ses 5 000 habitants ont fui vers Y »: whether those counted are of the place told before, which they left."""
    before = context.sentence.tokens[: context.sentence.first_at(context.start) + 1][-2:]
    return any(t.fold in setting.pack.grammar.his for t in before)


def _fitting(context: FigureContext, setting: Setting, scene: Scene) -> Spot | None:
    """The place in the figure's sentence that fits best, or None when each belongs to something else."""
    best, best_score = None, 0.0
    for spot in scene.spots:
        score = fitness(context, setting, spot, scene)
        if score > best_score:
            best, best_score = spot, score
    if best is not None and _is_of_next_clause(context, best, setting):
        return next((s for s in scene.spots if s.start < context.start), best)
    if best is None:
        best = next((s for s in scene.spots if s.frame and heads_sum(context, s, scene, setting)), None)
    if best is None and setting.main.place is None and not context.chain:
        return scene.seats[0] if scene.seats else None
    return best


def _is_of_next_clause(context: FigureContext, spot: Spot, setting: Setting) -> bool:
    """« Haïti : 1 500 morts en trois mois, la violence gagne l'Artibonite »: whether a place of a headline is that of another clause."""
    if context.sentence.kind != "title" or spot.start < context.end:
        return False
    between = context.sentence.within(context.end, spot.start)
    comma = max((i for i, t in enumerate(between) if t.text == ","), default=None)
    return comma is not None and any(setting.pack.verbs.finite(t.fold) for t in between[comma + 1 :])


def _is_left(context: FigureContext, spot: Spot, inherited: Ground, setting: Setting) -> bool:
    """Whether those who went to a place left another of its country that is known: « ils ont fui vers X »."""
    way = [t.fold for t in context.sentence.tokens if t.start < spot.start][-_WAY:]
    if not setting.words.driven.isdisjoint(way) and setting.words.always_toward.isdisjoint(way):
        return False  # « 900 familles déplacées à X »
    return is_elsewhere(spot.place, inherited.place)  # but « déplacées dans la province »


def inner(context: FigureContext, spot: Spot, scene: Scene, setting: Setting) -> Spot:
    """The most exact place of the sentence that lies in the spot, no other number being between them."""
    for other in scene.spots:
        if spot.place is None or other.place is None or other.far or other.role == "toward":
            continue
        if other.near and (is_exact(spot.place) or not is_exact(other.place)):
            continue  # but « Dans l'est, un soldat a été tué près de X », « Ailleurs dans le pays, … près de X »
        inside = same_area(spot.place, other.place) and coarser(spot.place, other.place) > 0
        inside = inside and not is_of_part(context, setting, other)
        inside = inside and not _is_of_next_clause(context, other, setting)
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
    if start <= context.start and context.end <= end:  # « Ailleurs dans le pays, 14 soldats ont été tués près de X »
        return counts_between(context, start, context.start) or _counts_people(context, context.end, end, setting)
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


def housed(spot: Spot, scene: Scene) -> Spot:
    """The spot; an unknown quarter or camp with the town that its sentence names before it (« à X, … au quartier Y »)."""
    if spot.place is not None or not spot.inner:
        return spot
    towns = [s for s in scene.spots if s.end <= spot.start and is_exact(s.place) and not s.far and s.role == "at"]
    return spot._replace(place=towns[-1].place) if towns else spot
