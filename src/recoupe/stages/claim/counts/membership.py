"""Membership: counts of some of those counted before, as what stands behind the count says."""

from recoupe.model.figure import Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import Line

_REACH = 10
"""How many words may stand between a count and « compris », or « en font partie »."""
_KIN = 14
"""How many words those may have who are named before a part with a number."""
_NOUN = 4
"""Within how many words of these somebody is named."""
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
        if kin and part.kind == "harm" and part.effect in _TOLD_APART - {whole.effect}:
            continue  # « neuf morts, dont des enfants, et 20 blessés », « neuf civils tués, dont des enfants, et 20 blessés »
        named = all(f in figures.joins or f in words.openers or f in people for f in kin)
        if not named and not part.numeral.article and (line.fold(part.first - 1) in words.coordinators):
            named = len(kin) <= _KIN and _are_people(line, range(at + width, part.first - 1))
        comma = at - 1 if line.fold(at - 1) == "," else at
        told = (
            i for i in range(whole.end, at) if line.finite(i) or line.stops(i) or (line.folds[i] == "," and i != comma)
        )
        return named and at - whole.end <= _REACH and next(told, None) is None
    return False


def behind_named(line: Line, start: int, part: Count) -> bool:
    """« sept morts, dont le chef du village et deux fillettes »: whether a part with a number goes on with those of the count
    that ends at `start` who have none."""
    figures, words = line.lexicon.figures, line.lexicon.words
    if line.fold(part.first - 1) not in (*words.coordinators, ",") or part.numeral.article:
        return False
    marked = [(at, width) for at, width in figures.parts.standing(line.folds, start, part.first)]
    colon = [(i, 1) for i in range(start, part.first) if line.folds[i] == ":"]
    at, width = max((*marked, *colon), default=(0, 0))
    kin = range(at + width, part.first - 1)
    if not kin or len(kin) > _KIN or line.folds[kin[0]] not in words.determiners or line.folds[kin[0]] in figures.of:
        return False
    return _are_people(line, kin) and not any(line.stops(i) for i in range(start, at))


def _are_people(line: Line, kin: range) -> bool:
    """Whether the words name people without a number, and nothing else (« dont le siège et deux camions »)."""
    words, of = line.lexicon.words, line.lexicon.figures.of
    if not any(line.folds[i] in line.lexicon.counted.people for i in kin[:_NOUN]):
        return False
    for i in kin:
        led_in = line.folds[i] in words.prepositions and line.folds[i] not in of and line.folds[i - 1] == ","
        if line.stops(i) or line.finite(i) or line.folds[i] in words.relatives or led_in:
            return False  # « dont le maire, selon la police et deux témoins »
    return True


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
    named = False
    for index in range(start - (line.fold(start) == ","), max(-1, start - _REACH), -1):
        # « Trente élèves étaient dans le bus, dont cinq ont été tués », but « ont visé des colons, dont cinq ont été tués »
        if line.stops(index) or line.folds[index] == "," or (line.finite(index) and named):
            return None
        named = named or line.folds[index] in people
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
    if line.fold(count.end) in figures.of_whole and figures.in_them.at(line.folds, count.end):
        return True  # « il y avait douze enfants parmi eux »
    told = opener in figures.only  # « il ajoute que 90 enfants sont du nombre »
    if not (opener in _OPENS or not opener or opener in figures.joins or told):
        return False
    says = count.stop if line.auxiliary(count.stop, figures.passive) and count.stop < count.head else count.end
    verb = next((i for i in range(says, min(line.end, count.end + _REACH)) if line.finite(i)), 0)
    if not verb or any(line.folds[i] in _CLOSES for i in range(count.end, verb)):
        return False
    near = range(count.end, min(line.end, verb + _REACH))
    if any(figures.in_them.at(line.folds, i) for i in near):
        return True
    if line.auxiliary(count.stop, figures.passive) and count.stop < count.head:
        return not told and figures.unharmed.isdisjoint(line.folds[count.stop :])  # « et onze étaient des enfants »
    return not told and count.kind == "bare" and not count.numeral.article and _describes(line, count.end, verb)


def _describes(line: Line, start: int, verb: int) -> bool:
    """Whether the verb right behind a number says who they are, where from, or whose."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    if verb != start or line.folds[verb] not in figures.belonging or not figures.unharmed.isdisjoint(line.folds[verb:]):
        return False
    if not verbs.is_auxiliary(line.folds[verb]):
        return True
    at = verb + 1
    while line.fold(at) in line.lexicon.words.adverbs or line.fold(at).endswith(figures.adverbs_in):
        at += 1
    if line.fold(at) in line.lexicon.harm.verbs or line.fold(at) in figures.finding:
        return False  # « Onze gendarmes ont été tués. Neuf sont blessés »
    behind = verbs.analyses(line.fold(at))
    return not any(form.mood in ("participle", "infinitive") for _, form in behind)
