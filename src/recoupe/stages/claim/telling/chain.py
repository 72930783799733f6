"""Chain: on whose word a stretch of text stands."""

from collections.abc import Sequence

from recoupe.model.attribution import Attribution


def chain(attributions: Sequence[Attribution], start: int, end: int) -> tuple[Attribution, ...]:
    """The attributions whose content holds `start`:`end`, outermost first; empty in the article's own voice.

    The innermost is the one inside whose content no other stands; from it the parents are followed.
    """
    holding = [a for a in attributions if a.content.holds(start, end)]
    if not holding:
        return ()
    parents = {a.parent for a in holding}
    leaves = [a for a in holding if a.id not in parents] or holding
    innermost = min(leaves, key=lambda a: (a.content.end - a.content.start, -a.content.start))
    by_id = {a.id: a for a in attributions}
    found: list[Attribution] = []
    at: Attribution | None = innermost
    while at is not None and at not in found:
        found.append(at)
        at = by_id.get(at.parent) if at.parent else None
    return tuple(reversed(found))


def names(chain: Sequence[Attribution]) -> tuple[str, ...]:
    """The names of a chain, outermost first; one who corrects himself stands once, an unknown one by his words."""
    found: list[str] = []
    for attribution in chain:
        if attribution.entity is not None:
            name = attribution.entity.name
        elif attribution.source is not None:
            name = attribution.source.text
        else:
            continue
        if not found or found[-1] != name:
            found.append(name)
    return tuple(found)
