"""Changed days: another day, or the same one said in another way."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from recoupe.model.document import READ_KINDS
from recoupe.model.relay import Change
from recoupe.model.span import Span
from recoupe.stages.derive.marks import Day
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.side import Side


def changed_days(left: Side, right: Side) -> Iterator[Change]:
    """The days whose date or form differs, and the origin's own day where the relay makes it newer."""
    for x in left.marks.days:
        # « jeudi », « le 14 mars »: the same day, said from the day of publication or for good
        same = [y for y in right.marks.days if (x.day, x.month) == (y.day, y.month)]
        if same and all("date" in (x.form, y.form) and x.form != y.form and not (x.full or y.full) for y in same):
            yield Change("date", "form", left.span(x.start, x.end), right.span(same[0].start, same[0].end))
    ours = _without(left.marks.days, right.marks.days)
    theirs = _without(right.marks.days, left.marks.days)
    if len(ours) == 1 and len(theirs) == 1 and (ours[0].form == "date") == (theirs[0].form == "date"):
        x, y = ours[0], theirs[0]
        yield Change("date", "value", left.span(x.start, x.end), right.span(y.start, y.end))
    elif not left.marks.days:
        for day in theirs:
            stated = _made_newer(left.profile, day)
            if stated is not None:
                yield Change("date", "value", stated, right.span(day.start, day.end))


def _without(days: Sequence[Day], others: Sequence[Day]) -> list[Day]:
    there = {(d.day, d.month) for d in others}
    return [d for d in days if (d.day, d.month) not in there]


def _made_newer(origin: Profile, day: Day) -> Span | None:
    """Where the origin states its own day, if the relay dates the same words later."""
    published = origin.document.published
    if published is None:
        return None
    stated = date.fromisoformat(published)
    try:
        later = date(stated.year, day.month, day.day) > stated
    except ValueError:
        return None
    if not later or day.form != "date":
        return None
    for block in origin.document.blocks:
        text = origin.document.text[block.start : block.end]
        if (
            block.kind not in READ_KINDS
            and re.search(rf"(?<!\d)0?{stated.day}(?!\d)", text)
            and str(stated.year) in text
        ):
            return origin.cut(block.start, block.end)
    return None
