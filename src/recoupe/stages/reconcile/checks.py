"""Checks: the arithmetic that a text asserts, done again with its Figures; where it cannot be told, the reason why."""

from collections.abc import Sequence
from itertools import combinations

from recoupe.languages.toll_words import toll_words
from recoupe.model.claim import Claim, Comparison, Relation
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure, Group
from recoupe.model.tally import Check, CheckVerdict
from recoupe.stages.reconcile.surroundings import Surroundings
from recoupe.text import plain

_DEATHS: frozenset[Effect] = frozenset({"killed", "casualties"})
_APART: frozenset[Group] = frozenset({"children", "women", "combatants"})
"""Groups of which nobody is in two."""
_SLACK = 0.07
"""How far a computed number may be from the one asserted, as a share of it: « la moitié » for 0.48."""
_NEARLY = 0.15
"""The same behind « près de »."""
_TOO_FAR = 1.5
"""« plus de huit fois » is not said of what is more than half as much again."""
_BEFORE = 30
"""Characters before the words that compare, in which « plus de » may stand."""


def checks(document: Document, figures: Sequence[Figure], claims: Sequence[Claim]) -> tuple[Check, ...]:
    """Each comparison that the Claims of a Document make, and each whole with its parts, in reading order.

    Operands that the text leaves out are looked for in the same sentence, then in the one before; there must be just two
    Figures of one effect, or the check says that it cannot be told. Figures that differ in effect are never computed with.
    """
    asserted: list[tuple[int, Check]] = []
    seen = set()
    for claim in claims:
        made = claim.comparison
        if made is not None and (made.span.start, made.span.end) not in seen:
            seen.add((made.span.start, made.span.end))
            asserted.append((made.span.start, _compared(claim, made, document, figures)))
    for whole in figures:
        parts = [f for f in figures if f.part_of == whole.id]
        if parts:
            asserted.append((whole.span.start, _summed(whole, parts, claims)))
    return tuple(check for _, check in sorted(asserted, key=lambda each: each[0]))


def _compared(claim: Claim, made: Comparison, document: Document, figures: Sequence[Figure]) -> Check:
    def unknown(reason: str, operands: Sequence[Figure] = ()) -> Check:
        ids = tuple(f.id for f in operands)
        return Check(claim.id, made.relation, made.value, None, ids, "unknown", reason)

    named = [f for f in figures if any(f.span.touches(o.start, o.end) for o in made.operands)]
    if len(named) > 2:
        return unknown("operands_many", named)
    found = named if len(named) == 2 else _beside(made, named, document, figures)
    if len(found) != 2:
        return unknown("operand_missing", named)
    if not _comparable(found[0], found[1], made.relation):
        return unknown("operands_differ", found)
    values = [f.value for f in found if f.value is not None and f.value_high is None]
    if len(values) != 2 or not min(values):
        return unknown("operand_vague", found)
    large, small = sorted(found, key=lambda f: -(f.value or 0))
    computed = _computed(made, max(values), min(values), document)
    operands = (large.id, small.id)
    if made.value is None:
        return Check(claim.id, made.relation, None, computed, operands, "unknown", "nothing_asserted")
    verdict = _verdict(made, made.value, computed, document)
    return Check(claim.id, made.relation, made.value, computed, operands, verdict, "computed")


def _beside(made: Comparison, named: Sequence[Figure], document: Document, figures: Sequence[Figure]) -> list[Figure]:
    """The two Figures that are set beside each other where the text names one or none: those of the sentence, else those
    of the sentence before."""
    around = Surroundings.at(made.span, document)
    for start, end in (around.place(0), around.place(-1)):
        here = [
            f for f in figures if start <= f.span.start < end and not f.span.touches(made.span.start, made.span.end)
        ]
        both = list({f.id: f for f in (*named, *here) if f.part_of is None}.values())
        pairs = [pair for pair in combinations(both, 2) if _comparable(*pair, made.relation)]
        if len(pairs) == 1 and set(map(id, named)) <= set(map(id, pairs[0])):
            return list(pairs[0])
        if len(pairs) > 1:
            return []
    return []


def _comparable(a: Figure, b: Figure, relation: Relation) -> bool:
    """Whether the two count alike: one effect (« victimes » may be the dead), one unit; « 4 000 familles, soit six fois plus
    de personnes » sets families beside people."""
    if a.effect != b.effect and not {a.effect, b.effect} <= _DEATHS:
        return False
    return a.unit == b.unit or (relation == "times" and {a.unit, b.unit} == {"families", "people"})


def _computed(made: Comparison, large: float, small: float, document: Document) -> float:
    match made.relation:
        case "times":
            return round(large / small if (made.value or 1) >= 1 else small / large, 3)
        case "share":
            return round(small / large, 3)
        case "difference":
            return large - small
        case "percent" if _around(made, document, "rises"):
            return round(100 * (large - small) / small, 1)
        case "percent" if _around(made, document, "falls"):
            return round(100 * (large - small) / large, 1)
        case "percent":
            return round(100 * small / large, 1)
        case _:
            return round(large / small, 3)


def _around(made: Comparison, document: Document, what: str) -> bool:
    """Whether words that say that a number rises, or that it falls, stand right beside those that compare."""
    before, after = _beside_words(made, document)
    words = toll_words(document.language)
    phrases = words.rises if what == "rises" else words.falls
    return phrases.end(before) or phrases.begin(after)


def _beside_words(made: Comparison, document: Document) -> tuple[str, str]:
    text = plain(document.text)
    return text[max(0, made.span.start - _BEFORE) : made.span.start], text[made.span.end : made.span.end + _BEFORE]


def _verdict(made: Comparison, asserted: float, computed: float, document: Document) -> CheckVerdict:
    words = toll_words(document.language)
    before, _ = _beside_words(made, document)
    if words.over.end(before):
        right = asserted <= computed <= asserted * _TOO_FAR
    elif words.under.end(before):
        right = asserted / _TOO_FAR <= computed <= asserted
    elif made.relation == "times" and asserted >= 2 and asserted == int(asserted) and not words.nearly.end(before):
        right = asserted - 0.5 <= computed < asserted + 1  # « huit fois » is said of 7.6, and of 8.8 cut off
    else:
        slack = _NEARLY if words.nearly.end(before) else 0 if made.relation == "difference" else _SLACK
        right = abs(computed - asserted) <= slack * asserted
    return "agrees" if right else "differs"


def _summed(whole: Figure, parts: Sequence[Figure], claims: Sequence[Claim]) -> Check:
    """Whether the parts have room in the whole."""
    claim = next((c.id for c in claims if whole.id in c.figures), None)
    ids = (whole.id, *(part.id for part in parts))

    def check(computed: float | None, verdict: CheckVerdict, reason: str) -> Check:
        return Check(claim, "sum", whole.value, computed, ids, verdict, reason)

    sizes = [part.value for part in parts]
    if whole.value is None or None in sizes:
        return check(None, "unknown", "operand_vague")
    if any(part.effect != whole.effect or part.unit != whole.unit for part in parts):
        return check(None, "unknown", "operands_differ")
    known = [size for size in sizes if size is not None]
    total = sum(known)
    most = float("inf") if whole.bound in ("at_least", "more_than") else whole.value_high or whole.value
    if whole.bound == "about":
        most *= 1 + _NEARLY
    if total <= most:
        return check(total, "agrees", "adds_up" if total == whole.value else "fits")
    if max(known) > most or (len({p.group for p in parts}) == len(parts) and {p.group for p in parts} <= _APART):
        return check(total, "differs", "computed")
    return check(total, "unknown", "parts_overlap")
