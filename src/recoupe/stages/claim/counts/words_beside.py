"""What the words around a count or a harm are: another subject, a relative clause, a pronoun, a preposition."""

from collections.abc import Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.words.line import Line

_BEFORE_VERB = 2
"""How many words before its auxiliary the negation of a verb may stand (« n'en a perdu que douze »)."""


def holds_people(line: Line, start: int, stop: int) -> bool:
    """« neuf, avec le nombre de civils tués », « à 300 les emplois perdus »: whether somebody or something is named between a
    bare number and the participle."""
    counted = line.lexicon.counted
    return any(fold in counted.people or fold in counted.definite for fold in line.folds[start:stop])


def numbers(line: Line, count: Count, other: Count) -> bool:
    """« a family of nine », « une famille de neuf personnes »: whether the other count says how many the one is."""
    figures = line.lexicon.figures
    group = figures.merged or count.unit == "families"
    return group and count.end == other.first - 1 and line.folds[count.end] in figures.of


def in_relative(line: Line, count: Count) -> bool:
    """« 45 000 civils de ce territoire où vivent deux millions d'habitants »: people of a clause of its own."""
    words = line.lexicon.words
    for at in range(count.first - 1, max(0, count.first - 4), -1):
        fold = line.folds[at]
        if fold in words.relatives:
            return at < count.first - 1 and line.fold(at - 1) not in words.prepositions
        closed = fold in words.prepositions or fold in words.adverbs or fold in words.determiners
        if closed or not fold[0].isalpha():
            return False
    return False


def has_pronoun(line: Line, harm: Harm) -> bool:
    """Whether a pronoun before the verb is its object."""
    for at in range(max(0, harm.group - 1), harm.start):
        verb = at + 1 == harm.start or line.lexicon.verbs.is_auxiliary(line.fold(at + 1))
        if verb and line.folds[at] in line.lexicon.figures.it:
            return True
    return False


def ahead_of(line: Line, count: Count) -> int:
    """Index of the word in front of the count and its article."""
    inserted = line.lexicon.figures.inserted
    openers, of = line.lexicon.words.openers, line.lexicon.figures.of
    at = count.first - 1
    while at >= 0:
        # « a perdu en outre cinq hommes », « a blessé en tout 47 habitants »
        width = inserted.before(line.folds, at + 1)
        passed = at in line.times or (line.folds[at] in openers and line.folds[at] not in of)
        # « ont tué à la mi-février 45 habitants »
        leads = at + 1 in line.times and line.folds[at] in line.lexicon.words.prepositions
        if not width and not passed and not leads:
            break
        at -= width or 1
    return at


def is_subject(line: Line, index: int) -> bool:
    """Whether a pronoun is a subject here: « ce » in « de ce territoire » is none."""
    words = line.lexicon.words
    return line.folds[index] in words.subjects and line.fold(index - 1) not in words.prepositions


def names_people(line: Line, index: int) -> bool:
    """Whether people who are not counted are named, who would be nearer to the harm."""
    lexicon = line.lexicon
    figures, fold = lexicon.figures, line.folds[index]
    if fold not in lexicon.counted.people and fold not in lexicon.harm.nouns:
        return False
    opener, before = line.fold(index - 1), line.fold(index - 2)
    if fold in lexicon.counted.others and opener in lexicon.counted.definite and before == ",":
        return True  # « 3 000 habitants sont restés, les autres ayant fui »
    if opener in figures.of or opener in figures.aside or opener not in lexicon.words.openers:
        return False  # a complement
    return before not in figures.joins and before not in figures.aside and before not in figures.parts.by_last


def names_things(line: Line, index: int, harm: Harm) -> bool:
    """« douze femmes enlevées, des bœufs emportés »: whether things that are not counted are nearer to the participle."""
    figures = line.lexicon.figures
    opens = line.folds[index] in line.lexicon.words.openers and line.fold(index - 1) in figures.joins
    return opens and not any(f in line.lexicon.counted.people for f in line.folds[index : harm.group])


def tells_of_speaker(line: Line, relative: int, start: int) -> bool:
    """« …, raconte Idriss, qui a fui »: whether a relative clause says more of a name that stands behind its verb."""
    at = relative - 1 - (line.fold(relative - 1) == ",")
    name = at
    while name >= start and line.named(name):
        name -= 1
    return start <= name < at and line.finite(name)


def lends_subject(line: Line, harm: Harm) -> bool:
    """« sont arrivés à Adré, fuyant les combats », « après avoir fui »: whether the verb's subject is that of the verb before."""
    if harm.bond != "clause" or harm.side != "left" or harm.suffered or line.lexicon.figures.merged:
        return False
    forms = [form for _, form in line.lexicon.verbs.analyses(line.folds[harm.group])]
    doing = any(form.mood == "participle" and form.tense == "present" for form in forms)
    behind = line.fold(harm.group - 1) in line.lexicon.words.prepositions
    return doing or (behind and harm.group < harm.start and any(form.mood == "infinitive" for form in forms))


def shares_subject(line: Line, count: Count, harm: Harm) -> bool:
    """« 200 habitants ont franchi le Chari et se sont réfugiés à X »: whether the verb of harm goes on from one with those counted as
    subject; not those who may be fleeing from what they did (« Deux hommes ont ouvert le feu et ont pris la fuite »)."""
    lexicon = line.lexicon
    if (harm.bond, harm.side, harm.suffered) != ("clause", "left", False) or lexicon.figures.merged:
        return False
    civil = count.unit == "families" or lexicon.counted.people.get(line.fold(count.head)) == "civilians"
    joined = line.fold(harm.group - 1) in lexicon.words.coordinators
    return joined and civil and any(map(line.finite, range(harm.group, harm.start + 1)))


def reduced_relative(line: Line, end: int) -> bool:
    """« douze civils venus accueillir le maire »: whether a participle behind the count opens what is told of those counted."""
    at = end + (line.fold(end) == ",")
    if line.lexicon.figures.merged or line.finite(at):
        return False
    return line.lexicon.verbs.is_past_participle(line.fold(at))


def restricts(line: Line, at: int, harm: Harm) -> bool:
    """« n'a perdu que 22 hommes »: whether the word at `at` makes « only » of the negation before the verb."""
    figures = line.lexicon.figures
    negated = figures.not_before.intersection(line.folds[max(0, harm.group - _BEFORE_VERB) : harm.start])
    return line.folds[at] in figures.only and bool(negated)


def follows_things(counts: Sequence[Count], count: Count, harms: Sequence[Harm]) -> bool:
    """Whether a left-out noun is that of things counted before: « 476 drones, dont 442 ont été abattus »."""
    if count.kind not in ("bare", "them"):
        return False
    before = [c for c in counts[: counts.index(count)] if c.kind != "bare" and not c.measure]
    # « ont tué cinq Y et capturé trois autres »: people, whoever they are
    killed = bool(before) and any(h.end == before[-1].first and not h.people for h in harms)
    return bool(before) and before[-1].kind in ("thing", "unknown") and not killed
