"""Said to be: the group that the words behind a count give those counted (« étaient des gendarmes », « tous civils »)."""

from recoupe.model.figure import Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.groups.sides import HoldsParty
from recoupe.stages.claim.words.line import QUOTES, Line

_PREDICATE = 6
"""Within how many words behind a count it is said who they were."""
_MARKS = frozenset({",", "(", "-", "–", "—"})


def said_to_be(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """The group that the verb « to be » gives those counted: « les cinq autres victimes étaient des gendarmes »."""
    words, verbs = line.lexicon.words, line.lexicon.verbs
    apart = _all_of_them(line, count, holds_party)
    if apart is not None:
        return apart
    within = line.lexicon.counted.within.before(line.folds, count.first)
    if line.fold(count.first - 1) in line.lexicon.figures.of or within:
        return None  # « deux tiers des 40 victimes étaient des femmes »
    if not any(lemma == line.lexicon.figures.passive for lemma, _ in verbs.analyses(line.fold(count.end))):
        return None
    if line.opens_number(count.end + 1):
        return None  # « les douze morts sont sept soldats et cinq civils »
    for at in range(count.end + 1, min(line.end, count.end + _PREDICATE)):
        group = line.lexicon.counted.people.get(line.folds[at])
        if line.lexicon.counted.heads_last and group is None and not _modifies(line, at):
            return None  # « a man was killed and his wife … »
        quoted = line.folds[at - 1] in QUOTES  # « étaient des « terroristes » »
        told = quoted or (line.folds[at - 1] in words.openers and not _belongs(line, at - 1, count.end + 1))
        if group is not None and (line.lexicon.counted.heads_last or told):
            return group if group != "unspecified" else None
        if line.stops(at) or line.finite(at) or line.lexicon.figures.parts.at(line.folds, at):
            return None  # « dix personnes sont mortes, dont une fillette »
    return None


def _belongs(line: Line, article: int, start: int) -> bool:
    """« sont aux mains des rebelles », « sont sous le contrôle des soldats »: whether the people behind an article are those of the
    noun before it, and not who those counted are (« étaient en majorité des civils »)."""
    before = article - 1
    if before <= start or line.fold(article) not in line.lexicon.counted.some:
        return False
    fold, counted = line.folds[before], line.lexicon.counted
    adverb = fold in line.lexicon.words.adverbs or fold.endswith(line.lexicon.figures.adverbs_in)
    return not (adverb or fold in counted.shares.endings or fold in counted.all_of or fold in _MARKS)


def _modifies(line: Line, at: int) -> bool:
    """Whether the word may stand between « were » and who those counted are."""
    words, fold = line.lexicon.words, line.folds[at]
    manner = fold in words.adverbs or fold.endswith(line.lexicon.figures.adverbs_in)
    return (
        manner
        or fold in words.openers
        or (fold in line.lexicon.counted.premodifiers and fold not in line.lexicon.harm.verbs)
    )


def _all_of_them(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """« 23 morts, tous civils », « neuf morts, tous membres de la garde »; « des civils pour la plupart » are not all."""
    counted, at = line.lexicon.counted, _past_joined(line, count) + 1
    if line.fold(at - 1) in _MARKS and line.fold(at) in counted.some and (at + 2 >= line.end or line.stops(at + 2)):
        told = counted.people.get(line.fold(at + 1))
        return told if told in ("civilians", "combatants") else None  # « 24 morts, des civils. »
    if line.fold(at - 1) not in _MARKS or line.fold(at) not in counted.all_of:
        return None
    for index in range(at, min(line.end, at + _PREDICATE)):
        fold = line.folds[index]
        if line.stops(index) or line.finite(index) or fold in _MARKS:
            return None
        group = counted.people.get(fold)
        if group in ("civilians", "combatants", "children", "women"):
            return group if line.fold(index + 1) not in line.lexicon.words.coordinators else None
        if group is not None and fold in counted.relational:
            last = min(line.end, index + _PREDICATE) - 1
            tokens, inside = line.sentence.tokens, line.folds[index + 1 : last + 1]
            armed = any(f in counted.armed for f in inside) or holds_party(tokens[index].start, tokens[last].end)
            return "combatants" if armed else None
    return None


def _past_joined(line: Line, count: Count) -> int:
    """The word behind the count and another one joined to it: « 17 morts et 25 blessés, tous civils »."""
    if line.fold(count.end) not in line.lexicon.words.coordinators:
        return count.end
    for at in range(count.end + 1, min(line.end, count.end + _PREDICATE)):
        if line.folds[at] in _MARKS:
            return at
        fold, lexicon = line.folds[at], line.lexicon
        known = fold in lexicon.harm.nouns or fold in lexicon.counted.people or fold in lexicon.numbers
        # « et une vingtaine de blessés », « et plusieurs blessés »
        if not (known or fold[0].isdigit() or fold in lexicon.words.openers or fold in lexicon.figures.of):
            return count.end
    return count.end
