"""Citations: one Document says in its text, or in a credit, that another outlet reported what it repeats."""

from dataclasses import dataclass

from recoupe.model.span import Span
from recoupe.stages.derive.named import credited, names_in, own_keys, same_outlet
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.shared import all_numbers, days_apart, numbers_in

_LATEST = 21
"""Days after which a report is no longer what « l'agence X rapporte » means."""
_NEAR = 2
"""Sentences after the one that names the outlet in which what it reported may stand."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where `later` names the outlet of `earlier`, and how many of the numbers beside the name `earlier` holds."""

    span: Span
    shared: int
    credit: bool


def citation(later: Profile, earlier: Profile) -> Citation | None:
    """How `later` says that it has something from the outlet of `earlier`; None where it does not.

    The outlet's name alone proves nothing: agencies are named for many things. A number of the sentences beside the
    name, or for a credit one of the body, must stand in `earlier` too, and `earlier` must not be younger, nor old.
    """
    own = own_keys(earlier.document)
    if not own or same_outlet(later.document, earlier.document):
        return None
    apart = days_apart(earlier, later)
    if apart is not None and not 0 <= apart <= _LATEST:
        return None
    known = all_numbers(earlier)
    found: list[Citation] = []
    for _, span in names_in(later, dict.fromkeys(own)):
        at = later.passage_at(span.start)
        if at is None:
            continue
        until = _end_of_what_is_cited(later, at)
        shared = known & numbers_in(later, later.passages[at].start, later.passages[until].end)
        if shared:
            found.append(Citation(span, len(shared), False))
    for each in credited(later.document):
        shared = known & all_numbers(later)
        if each.keys & own and len(shared) >= 2:
            found.append(Citation(each.credit.span, len(shared), True))
    return max(found, key=lambda c: (c.shared, not c.credit, -c.span.start), default=None)


def _end_of_what_is_cited(profile: Profile, at: int) -> int:
    """The last sentence, of the same paragraph, in which what the named outlet reported may go on."""
    text, passages = profile.document.text, profile.passages
    last = at
    while (
        last + 1 < len(passages)
        and last - at < _NEAR
        and "\n" not in text[passages[last].end : passages[last + 1].start]
    ):
        last += 1
    return last
