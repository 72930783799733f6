"""Superseded: which Figures an origin has itself revised later, or a text calls old."""

from collections import defaultdict

from recoupe.model.figure import Figure
from recoupe.stages.reconcile.bodies import likeness
from recoupe.stages.reconcile.bounds import allowed, compatible, same_number
from recoupe.stages.reconcile.evidence import Evidence, once
from recoupe.stages.reconcile.meaning import difference
from recoupe.stages.reconcile.surroundings import Surroundings

_AFTER = 9
"""Words behind a number among which « la veille » is of that number."""
_BETWEEN = 5
"""Words at most between the two numbers of « de 37 morts à plus de 44 »."""
_FAR = 80
"""Characters between a number and the words of its sentence that call it old."""


def superseded(evidence: Evidence) -> dict[str, str]:
    """By the id of each Figure that was revised, the id of the one that did so first.

    A Figure is revised by another of the same effect, unit, group and whole: of the same origin, told later; or of one
    that the text says to replace it. Figures that give one origin's same number are revised together.
    """
    told = sorted(evidence.figures, key=lambda f: (evidence.stated(f) or "9999", f.document, f.span.start))
    found: dict[str, str] = {}
    alike: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in told:
        alike[figure.effect, figure.unit].append(figure)
    for earlier in told:
        others = (f for f in alike[earlier.effect, earlier.unit] if f is not earlier)
        later = next((f for f in others if revises(f, earlier, evidence)), None)
        if later is not None:
            found[earlier.id] = later.id
    for each in (figure for figure in told if figure.id not in found):
        same = next((f for f in told if f.id in found and _one_statement(each, f, evidence)), None)
        if same is not None:
            found[each.id] = found[same.id]
    return found


def revises(later: Figure, earlier: Figure, evidence: Evidence) -> bool:
    """Whether `later` takes the place of `earlier`."""
    if later.reality in ("denied", "hypothetical") or earlier.reality == "hypothetical" or same_number(later, earlier):
        return False
    if later.part_of is not None or earlier.part_of is not None:
        return False
    if later.document != earlier.document and not _is_told_later(later, earlier, evidence):
        return False  # asked first: it costs least
    if difference(later, earlier, evidence) is not None:
        return False
    new, old = (evidence.around(f) for f in (later, earlier))
    if later.document == earlier.document:
        return _in_one_text(later, earlier, new, old, evidence)
    return _in_two_texts(later, earlier, new, old, evidence)


def _in_one_text(later: Figure, earlier: Figure, new: Surroundings, old: Surroundings, evidence: Evidence) -> bool:
    words = old.words
    if new.sentence == old.sentence and _moved(old, new):
        return True
    if words.replaced.end(old.before):
        return not words.contested.stand_in(old.after) and new.sentence == old.sentence
    if earlier.reality == "denied":
        return False
    if words.against.end(old.before) and new.sentence == old.sentence:
        after = _clause(old.after)
        return words.earlier.stand_in(after) or words.formerly.stand_in(after)
    if _counted_on(later, earlier, evidence):
        return True
    if not _called_old(earlier, evidence) or _called_old(later, evidence):
        return False
    match likeness(later, earlier, evidence):
        case "other":
            return new.says(words.revised, new.near)
        case _:
            return True


def _counted_on(later: Figure, earlier: Figure, evidence: Evidence) -> bool:
    """Whether one body's running total is given for two days: « 22 000 vendredi », « elle en comptait 17 000 mardi »."""
    if "total" not in (later.scope, earlier.scope) or later.date_to is None or earlier.date_to is None:
        return False
    return earlier.date_to < later.date_to and likeness(later, earlier, evidence) == "same"


def _in_two_texts(later: Figure, earlier: Figure, new: Surroundings, old: Surroundings, evidence: Evidence) -> bool:
    if earlier.reality == "denied":
        return False
    if _says_roughly(later, earlier):
        return False
    how = likeness(later, earlier, evidence)
    if how == "other":
        return False
    if _told_as_old(later, earlier, evidence):
        return True
    one_day = first_stated(earlier, evidence) == first_stated(later, evidence)
    if _called_old(later, evidence) or (one_day and not new.says(new.words.revised, new.near)):
        return False
    match how:
        case "same":
            return True
        case "kin":
            called = old.says(old.words.earlier, old.near) or old.says(old.words.unfinished, old.near)
            # what has grown is more than it was
            grown = allowed(later)[0] > allowed(earlier)[0] and new.says(new.words.grown, new.near)
            return called or grown or new.says(new.words.revised, new.near)
        case _:
            # nobody is named for one of them: only a toll that has grown, by the words of its own sentence or headline
            revised = new.says(new.words.revised, new.sentence) or new.says(new.words.revised, new.title)
            called = _called_old(earlier, evidence) or old.says(old.words.earlier, old.lead)
            return allowed(later)[0] > allowed(earlier)[0] and (revised or called)


def _is_told_later(later: Figure, earlier: Figure, evidence: Evidence) -> bool:
    """Whether the statement of `later` was first published after that of `earlier`, or on the same day."""
    days = first_stated(earlier, evidence), first_stated(later, evidence)
    return days[0] is not None and days[1] is not None and days[0] <= days[1]


def _says_roughly(later: Figure, earlier: Figure) -> bool:
    """Whether `later` only says more roughly what `earlier` says: « une soixantaine » for « plus de 60 »."""
    return later.bound in ("about", "several") and earlier.bound != "about" and compatible(later, earlier)


def _told_as_old(later: Figure, earlier: Figure, evidence: Evidence) -> bool:
    """Whether the text of `later` itself gives the number of `earlier` as one that it replaces: « 37, et non plus 35 »."""
    there = (f for f in evidence.of_document[later.document] if f.value == earlier.value)
    return earlier.value is not None and any(revises(later, each, evidence) for each in there)


@once
def first_stated(figure: Figure, evidence: Evidence) -> str | None:
    """The day on which the statement that a Figure gives was first published; None where no page states one."""
    same = (f for f in evidence.figures if f.id == figure.id or _one_statement(f, figure, evidence))
    return min((day for f in same if (day := evidence.stated(f)) is not None), default=None)


def _one_statement(a: Figure, b: Figure, evidence: Evidence) -> bool:
    """Whether both give the same number of one origin, with whatever bound: an Origin is of one number."""
    if (a.effect, a.unit, a.group) != (b.effect, b.unit, b.group):
        return False
    first, second = evidence.traced.get(a.id), evidence.traced.get(b.id)
    if first is None or second is None or first.distorted or second.distorted:
        return False
    return bool(first.origin.id) and first.origin.id == second.origin.id


def _moved(old: Surroundings, new: Surroundings) -> bool:
    """« est passé de 37 à 44 »: the old number first, nothing but a preposition between."""
    between = new.block[old.end : new.start] if old.end <= new.start else ""
    verb, to = old.words.moved, old.words.to
    return bool(between) and len(between.split()) <= _BETWEEN and (verb.end(old.before) and to.end(between))


@once
def _called_old(figure: Figure, evidence: Evidence) -> bool:
    """Whether the words that call a number old stand beside this one, and no other number stands nearer to them."""
    around = evidence.around(figure)
    beside = [f for f in evidence.of_document[figure.document] if f.id != figure.id]
    others = [o for o in (evidence.around(f) for f in beside) if o.place(0) == around.place(0)]
    for start, end in around.words.earlier.places(around.sentence):
        distance = _distance(around, start, end)
        if distance <= _FAR and all(distance < _distance(other, start, end) for other in others):
            return True
    return False


def _distance(around: Surroundings, start: int, end: int) -> int:
    """Characters between a Figure and what stands at start:end of its sentence."""
    at = len(around.before)
    return max(start - (at + around.end - around.start), at - end, 0)


def _clause(after: str) -> str:
    """The next words, up to a full stop or a semicolon."""
    return " ".join(after.split(";", 1)[0].split()[:_AFTER])
