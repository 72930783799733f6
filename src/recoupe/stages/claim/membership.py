"""Membership: counts of some of those counted before, as what stands behind the count says."""

from recoupe.model.figure import Group
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.line import Line

_REACH = 10
"""How many words may stand between a count and « compris », or « en font partie »."""
_HEAD = 4
"""Within how many words from the head of a sentence those stand of whom it counts some."""
_TOLD_APART = frozenset({"killed", "wounded", "missing"})
"""What nouns say of people of whom none are some of the others."""
_OPENS = frozenset({",", "(", "–", "-", "—", ";", ":", "«", '"', "“"})
_CLOSES = frozenset({"", ",", ")", "–", "-", "—", ".", ";", ":", "»", '"', "”"})


def is_included(line: Line, count: Count) -> bool:
    """« 31 morts, huit enfants compris »: whether the words behind the count make it a part of the one before."""
    included = line.lexicon.figures.included
    if line.fold(count.first - 1) not in _OPENS or included.isdisjoint(line.words):
        return False
    for index in range(count.end, min(line.end, count.end + _REACH)):
        fold = line.folds[index]
        if fold in included:
            return line.fold(index + 1) in _CLOSES and line.fold(index - 1) not in line.lexicon.words.clitics
        acronym = fold == ")" and line.fold(index - 2) == "("
        if (fold in _CLOSES and not acronym) or line.finite(index):
            return False
    return False


def opens_parts(line: Line, whole: Count, part: Count) -> bool:
    """Whether a part with a number is the first of a count, with more than joining words between them: a complement of the
    whole (« trois habitants de X, dont un adolescent »), kin without a number (« dont la mère et deux fillettes »)."""
    figures, words, people = line.lexicon.figures, line.lexicon.words, line.lexicon.counted.people
    within = line.lexicon.counted.within
    for at, width in figures.parts.standing(line.folds, whole.end, part.first):
        if within.at(line.folds, at) >= width:
            continue  # « 65 tués parmi les civils et 30 blessés »
        kin = line.folds[at + width : part.first]
        if kin and part.kind == "harm" and whole.effect in _TOLD_APART and part.effect in _TOLD_APART - {whole.effect}:
            continue  # « neuf morts, dont des enfants, et 20 blessés »
        named = all(f in figures.joins or f in words.openers or f in people for f in kin)
        comma = at - 1 if line.fold(at - 1) == "," else at
        told = (
            i for i in range(whole.end, at) if line.finite(i) or line.stops(i) or (line.folds[i] == "," and i != comma)
        )
        return named and at - whole.end <= _REACH and next(told, None) is None
    return False


def told_apart(line: Line, part: Count, count: Count) -> bool:
    """« 850 morts, dont 50 enfants, et 4 500 habitants ont été arrêtés »: whether a count behind a part opens a clause of its
    own."""
    between = line.folds[part.end : count.first]
    marked = line.lexicon.figures.parts.before(line.folds, part.first) > 0
    return marked and between[:1] == [","] and not line.lexicon.words.coordinators.isdisjoint(between)


def group_of_whole(line: Line, part: Count) -> Group | None:
    """The group of people without a number of whom a number counts some: « les habitants de X, dont 4 000 ont péri »,
    « parmi les manifestants, sept ont été tués »; None where none are named, or nothing says who they are."""
    figures, people = line.lexicon.figures, line.lexicon.counted.people
    if part.kind not in ("bare", "them", "harm"):
        return None
    marked = figures.parts.before(line.folds, part.first)
    start = part.first - marked - 1
    if not marked:
        # « Parmi les manifestants, sept »
        opens = part.kind != "harm" and line.fold(0) in figures.of_whole and line.fold(part.first - 1) == ","
        return next((people[f] for f in line.folds[1:_HEAD] if f in people), None) if opens else None
    for index in range(start - (line.fold(start) == ","), max(-1, start - _REACH), -1):
        if line.stops(index) or line.finite(index) or line.folds[index] == ",":
            return None
        opener = line.fold(index - 1)
        counted = opener in line.lexicon.counted.definite or opener in line.lexicon.numbers or opener[:1].isdigit()
        if line.folds[index] in people and counted:
            return people[line.folds[index]]
    return None


def is_of_them(line: Line, count: Count) -> bool:
    """Whether a clause of its own says that those counted are some of the ones before.

    « Trois bébés sont du nombre », « douze enfants en font partie »; of a number alone also « sept venaient du village
    voisin », « six étaient des femmes », for nobody else can be its subject.
    """
    figures, opener = line.lexicon.figures, line.fold(count.first - 1)
    told = opener in figures.only  # « il ajoute que 90 enfants sont du nombre »
    if not (opener in _OPENS or not opener or opener in figures.joins or told):
        return False
    verb = next((i for i in range(count.end, min(line.end, count.end + _REACH)) if line.finite(i)), 0)
    if not verb or any(line.folds[i] in _CLOSES for i in range(count.end, verb)):
        return False
    near = range(count.end, min(line.end, verb + _REACH))
    if any(figures.in_them.at(line.folds, i) for i in near):
        return True
    return not told and count.kind == "bare" and not count.numeral.article and _describes(line, count.end, verb)


def _describes(line: Line, start: int, verb: int) -> bool:
    """Whether the verb right behind a number says who they are, where from, or whose."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    if verb != start or line.folds[verb] not in figures.belonging or not figures.unharmed.isdisjoint(line.folds[verb:]):
        return False
    if not verbs.is_auxiliary(line.folds[verb]):
        return True
    behind = verbs.analyses(line.fold(verb + 1))
    return not any(form.mood in ("participle", "infinitive") for _, form in behind)
