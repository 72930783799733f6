"""Antecedents: people counted unharmed whom a pronoun takes up when harm is told: « Douze élèves rentraient. Ils ont été tués. »"""

from collections.abc import Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.words.line import Line

_NEAR = 8
"""Within how many words behind a count a verb takes it up."""
_CLAUSE = 14
"""Within how many words behind a count its verb stands."""


def pronoun_of(line: Line, harm: Harm) -> int | None:
    """The index of the plural pronoun that is the subject of the harm's verb; None where none is, or nothing is asserted."""
    if harm.side != "left" or harm.bond != "clause" or harm.given:
        return None
    words, at = line.lexicon.words, harm.group - 1
    while line.fold(at) in words.clitics:
        at -= 1
    if line.fold(at) not in line.lexicon.figures.they or not words.negations.isdisjoint(line.folds[at : harm.start]):
        return None
    if line.fold(at - 1) in words.reflexives or line.fold(at - 1) in line.lexicon.figures.conditions:
        return None  # « on ignore s'ils ont été tués »
    forms = [form for i in range(at, harm.end) for _, form in line.lexicon.verbs.analyses(line.folds[i])]
    return None if any(form.mood == "conditional" for form in forms) else at


def antecedent(line: Line, counts: Sequence[Count], stop: int) -> Count | None:
    """The one count of people before the word `stop`, where it is the subject with which its clause opens; else None."""
    people = [c for c in counts if c.end <= stop and c.kind in ("people", "harm") and not c.numeral.article]
    if len(people) != 1 or (people[0].numeral.value or 2) < 2:
        return None
    subject, words = people[0], line.lexicon.words
    start = next((i + 1 for i in range(subject.first - 1, -1, -1) if line.stops(i)), 0)
    if any(line.finite(i) or line.folds[i] in words.relatives for i in range(start, subject.first)):
        return None
    opener = line.fold(subject.first - 1)
    if opener in line.lexicon.figures.aside or opener in line.lexicon.figures.of:
        return None
    told = any(line.finite(i) for i in range(subject.end, min(stop, subject.end + _CLAUSE)))
    others = (f for i in range(subject.end, stop) if (f := line.folds[i]) in line.lexicon.figures.they)
    return subject if told and next(others, None) is None else None


def them(line: Line, counts: Sequence[Count], harm: Harm) -> Count | None:
    """« ont aligné 12 jeunes et les ont abattus »: the count that a pronoun before the verb takes up."""
    if not line.lexicon.figures.them.intersection(line.folds[max(0, harm.group - 1) : harm.start]):
        return None
    before = [c for c in counts if c.end < harm.group and c.kind in ("people", "them", "bare")]
    if not before or harm.group - before[-1].end > _NEAR:
        return None
    return None if any(line.stops(i) for i in range(before[-1].end, harm.group)) else before[-1]


def taken_up(line: Line, counts: Sequence[Count], harm: Harm) -> Count | None:
    """« 150 familles qu'il entend utiliser comme bouclier »: the count that « que » right behind it makes the object."""
    relatives, subjects = line.lexicon.figures.only, line.lexicon.words
    for count in reversed(counts):
        if count.end < harm.group and harm.group - count.end <= _NEAR:
            if line.fold(count.end) in relatives and not any(
                line.fold(i) in subjects.relatives for i in range(count.end + 1, harm.group)
            ):
                return count
            return None
    return None
