"""Citations: one Document says in its text, or in a credit, that another outlet reported what it repeats."""

from collections.abc import Container
from dataclasses import dataclass

from recoupe.model.span import Span
from recoupe.stages.derive.named import credited, credits_to, names_in, own_keys, same_outlet
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


def told_keys(profile: Profile) -> frozenset[str]:
    """The names of the outlet of `profile`, each with a number that it tells: what a citation of it holds."""
    numbers = all_numbers(profile)
    return frozenset(f"{key}|{number}" for key in own_keys(profile.document) for number in numbers)


def cited_keys(profile: Profile, outlets: Container[str]) -> frozenset[str]:
    """The same of what `profile` cites: each of `outlets` that its text or its credits name, with the numbers beside."""
    found = {
        f"{key}|{number}"
        for key, span in names_in(profile, outlets)
        if (at := profile.passage_at(span.start)) is not None
        for number in _beside(profile, at)
    }
    every = all_numbers(profile)
    found.update(
        f"{key}|{n}" for each in credited(profile.document) for key in each.keys if key in outlets for n in every
    )
    return frozenset(found)


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
    for _, span in names_in(later, own):
        at = later.passage_at(span.start)
        if at is not None and (shared := known & _beside(later, at)):
            found.append(Citation(span, len(shared), False))
    if credits := credits_to(later.document, earlier.document):
        shared = known & all_numbers(later)
        if len(shared) >= 2:
            found += [Citation(each.credit.span, len(shared), True) for each in credits]
    return max(found, key=lambda c: (c.shared, not c.credit, -c.span.start), default=None)


def _beside(profile: Profile, at: int) -> frozenset[int]:
    """The numbers of the sentence that names an outlet, and of those in which what it reported may go on."""
    until = _end_of_what_is_cited(profile, at)
    return numbers_in(profile, profile.passages[at].start, profile.passages[until].end)


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
