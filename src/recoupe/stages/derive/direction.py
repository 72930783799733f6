"""Direction: of two Documents that share a text, which one has it from the other."""

from typing import NamedTuple

from recoupe.stages.derive.named import credited, credits_to, same_outlet, signs_itself, translated
from recoupe.stages.derive.profile import Profile


class Direction(NamedTuple):
    """Whether the first of two Profiles comes first, as far as can be told, and by what sign."""

    first: bool
    known: bool
    reason: str


def direction(a: Profile, b: Profile, *, across: bool) -> Direction:
    """Which of `a` and `b` has the text from the other; `across`: they are of different languages.

    In this order: one credits the other by name; both credit the same third body, so that neither need have it from the
    other; the days they were published; one says that it was translated, and the other does not; one is an agency's own
    dispatch. Else it is not known.
    """
    a_names_b, b_names_a = bool(credits_to(a.document, b.document)), bool(credits_to(b.document, a.document))
    if a_names_b != b_names_a:
        return Direction(b_names_a, True, "credit")
    if _share_a_third(a, b):
        return Direction(a.id < b.id, False, "common_source")
    first, second = a.document.published, b.document.published
    if first and second and first != second:
        return Direction(first < second, True, "published")
    if across and translated(a.document) != translated(b.document):
        return Direction(translated(b.document), True, "translated")
    if signs_itself(a.document) != signs_itself(b.document) and not same_outlet(a.document, b.document):
        return Direction(signs_itself(a.document), True, "own_dispatch")
    return Direction(a.id < b.id, False, "unknown")


def _share_a_third(a: Profile, b: Profile) -> bool:
    """Whether both credit one body, by a name of its own, that is neither's outlet."""
    ours = {key for credit in credited(a.document) for key in credit.keys}
    theirs = {key for credit in credited(b.document) for key in credit.keys}
    return bool(ours & theirs)
