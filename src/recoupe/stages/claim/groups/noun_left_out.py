"""Noun left out: whether a bare number counts some of those whom the article has just counted, and who they are."""

from collections.abc import Sequence

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.words.line import Line

_SENTENCE = 200
"""Within how many characters before the sentence those were counted whose noun it leaves out."""
_BESIDE: frozenset[tuple[Effect, Effect]] = frozenset(
    {("killed", "wounded"), ("killed", "missing"), ("killed", "detained"), ("wounded", "missing")}
)
"""What may befall others of the same kind, with whom a sentence goes on that opens with their number."""
_SOME: dict[Effect, frozenset[Effect]] = {
    "wounded": frozenset({"killed"}),
    "detained": frozenset({"killed", "returned", "wounded", "missing"}),
    "missing": frozenset({"killed", "returned", "detained"}),
    "displaced": frozenset({"returned"}),
    "trapped": frozenset({"killed", "returned", "displaced"}),
    "surrendered": frozenset({"detained", "killed"}),
}
"""What may befall some of those of whom the first is told."""


def takes_up_last(line: Line, found: Found, earlier: Sequence[Figure]) -> bool:
    """Whether a number without a noun counts people of those counted last, as the subject of their harm or of what became of some
    of them, or as the pronoun before its verb says."""
    last, harm = earlier[-1] if earlier else None, found.harm
    if last is None or harm is None or harm.bond != "clause" or last.part_of is not None or last.unit != "people":
        return False
    if line.sentence.start - last.span.end > _SENTENCE:
        return False
    verbs = line.lexicon.verbs.analyses(line.folds[harm.start])
    doing = any(form.tense == "present" and form.mood == "participle" for _, form in verbs)
    taken = line.lexicon.figures.pronoun in line.folds[max(0, harm.group - 1) : harm.start]
    if taken and harm.side == "right" and not doing:
        # « six gendarmes tués … Le groupe affirme en avoir abattu neuf », « Ils en ont relâché quarante », but « en tuant quatre »
        return True
    if not found.count.first and harm.side == "left" and (last.effect, found.effect) in _BESIDE:
        return True  # « Onze gendarmes ont été tués. Neuf sont blessés »
    fewer = (found.count.numeral.value or 0) < (last.value or 0)
    some = fewer and found.effect in _SOME.get(last.effect, ())
    # « une cinquantaine d'enfants blessés. Deux sont morts au bloc », « 22 élèves enlevés. Dix ont été libérés »
    return harm.side == "left" and (last.effect == found.effect or some)


def group_of_unharmed(line: Line, counts: Sequence[Count], count: Count) -> Group | None:
    """The group of those whom `line`, the sentence before, counts without a word of harm and of whom `count` may be some: « Cinq
    assaillants ont attaqué l'hôtel. Deux ont été abattus »; None where it counts none, or people of two groups."""
    counted, size = line.lexicon.counted, count.numeral.value
    groups: set[Group] = set()
    for other in counts:
        if other.kind != "people" or other.unit != "people":
            continue
        inside = line.folds[other.head : other.end]
        armed = any(fold in counted.armed for fold in inside[1:])
        group = "combatants" if armed else counted.people.get(inside[0], "unspecified")
        if size is None or (other.numeral.value is not None and other.numeral.value < size):
            return None
        groups.add(group)
    return groups.pop() if len(groups) == 1 else None
