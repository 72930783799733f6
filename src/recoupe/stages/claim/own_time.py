"""Own time: the time in a figure's own sentence that dates it best."""

from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.scenes import Scene
from recoupe.stages.claim.setting import Setting, dated


def own_time(context: FigureContext, scene: Scene, setting: Setting) -> TimeRef | None:
    """The time of the figure's clause, else of its sentence; None when there is none.

    The day on which bodies were found is one only where the article tells no other.
    """
    times = scene.times
    if not times and setting.ground(context.sentence).time is None:
        times = scene.found
    best, best_score = None, 0.0
    for time in times:
        if not dated(time):
            continue
        start, end = time.span.start, time.span.end
        score = 3.0 if context.clause_start <= start and end <= context.clause_end else 1.0
        if context.chain and context.chain[-1].content.holds(start, end):
            score += 0.5
        gap = start - context.end if start >= context.end else context.start - end
        score -= min(0.9, max(gap, 0) / 300)
        if score > best_score:
            best, best_score = time, score
    return best
