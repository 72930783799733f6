"""Lists: which counts of a sentence are set side by side."""

from collections.abc import Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.words.line import Line

_BETWEEN = 6
"""How many words may stand between two members of a list."""
_CLOSING = {")": "(", "-": "-", "–": "–", "—": "—"}
_COMPLEMENT = 9
"""How many words from « de » to the next member of the list."""
_NAME = 5
"""How many words an armed group's name may have."""
_IN_NAMES = frozenset("-/")
_APART = 14
"""The same where each has words of its own."""


def opens_clause(line: Line, count: Count) -> bool:
    """Whether the count is the subject of a verb behind it (« a doctor at the hospital said »)."""
    words = line.lexicon.words
    for index in range(count.end, line.end):
        fold = line.folds[index]
        if line.stops(index) or fold == "," or fold in words.coordinators or fold in words.relatives:
            return False
        if line.finite(index):
            return True
    return False


def in_one_list(line: Line, one: Count, other: Count) -> bool:
    """Whether a coordination joins two counts each with words of its own (« un homme tué et 2 blessés »)."""
    words, between = line.lexicon.words, line.folds[one.end : other.first]
    if not 0 < len(between) <= _APART or words.coordinators.isdisjoint(between[-4:]):
        return False
    return words.relatives.isdisjoint(between)


def joined(line: Line, counts: Sequence[Count], left: Count, right: Count) -> bool:
    """Whether only joining words stand between two counts, an age that is told of the first passed over."""
    aged = [c for c in counts if c.measure and left.end <= c.first < right.first]
    start = aged[-1].end if aged and aged[0].first - left.end <= 2 else left.end
    start = _bracket(line, start, right.first) if start < right.first else start
    start = _past_complement(line, left, start, right.first)
    start = _past_name(line, left, start, right.first)
    if not 0 < right.first - start <= _BETWEEN:
        return False
    alone = line.lexicon.figures.merged or right.numeral.article
    if alone and line.folds[start : right.first] == [","] and opens_clause(line, right):
        return False  # « 11 of them women, a survivor said »
    figures, index, side_by_side = line.lexicon.figures, start, False
    links = (figures.parts, figures.equals, figures.more)
    while index < right.first:
        fold = line.folds[index]
        # « trois soldats seulement, dont un officier », « 20 morts au total, dont six enfants »
        if passed := _inserted(line, index):
            index += passed
            continue
        width = next((w for p in links if (w := p.at(line.folds, index))), 0)
        # « a man, his wife and two children », « une femme, son mari et leurs trois filles »
        named = figures.merged or line.fold(index - 1) in line.lexicon.words.openers
        relative = named and index > start and fold in line.lexicon.counted.people
        opens = fold in line.lexicon.words.openers and line.fold(index + 1) in line.lexicon.counted.people
        relative = relative or (opens and index > start and line.folds[index - 1] in (*figures.joins,))
        # « 241 soldats et miliciens, et 150 jihadistes »
        pair = index == start + 1 and line.folds[start] == line.lexicon.counted.joint
        relative = relative or (pair and not figures.merged and fold in line.lexicon.counted.people)
        if not width and not relative and fold not in figures.joins and fold not in figures.repeated:
            return False
        side_by_side = side_by_side or width > 0 or fold not in figures.repeated
        index += width or 1
    return side_by_side


def _past_complement(line: Line, left: Count, start: int, stop: int) -> int:
    """The index behind whose those counted are, where a list goes on there: « douze employés de MSF et sept patients »; else
    `start`."""
    words, of = line.lexicon.words, line.lexicon.figures.of
    begun = of.intersection((line.fold(start), *line.folds[left.head : left.end]))
    if left.kind != "people" or not begun or not start < stop <= start + _COMPLEMENT:
        return start
    for index in range(start + 1, stop):
        fold = line.folds[index]
        if fold == "," or fold in words.coordinators:
            return index if index > start + 1 else start
        # « groupe armé », « infanterie mécanisée » look like verbs
        verb = line.finite(index) and not line.lexicon.verbs.is_past_participle(fold)
        if line.stops(index) or verb or (fold in words.prepositions and fold not in of):
            return start
    return start


def _past_name(line: Line, left: Count, start: int, stop: int) -> int:
    """The index behind the bare name of those counted: « deux rebelles ADF et un soldat »; else `start`."""
    tokens, people = line.sentence.tokens, line.lexicon.counted.people
    if people.get(line.fold(left.head)) != "combatants" or start != left.end:
        return start
    at = start + (people.get(line.fold(start)) == "combatants")  # « deux rebelles houthis et un soldat »
    while at < min(stop, start + _NAME) and (
        tokens[at].text[0].isupper() or (at > start and line.folds[at] in _IN_NAMES)
    ):
        at += 1
    return at if at < stop else start


def past_relative(line: Line, counts: Sequence[Count], index: int) -> int:
    """The index of the count with which a list goes on behind a relative clause of the one at `index`; `index` for none.

    « a tué 14 combattants qui gardaient un dépôt, cinq pompiers et un médecin ».
    """
    start, words = counts[index].end, line.lexicon.words
    relative = next((i for i in range(start, min(line.end, start + _BETWEEN)) if line.folds[i] in words.relatives), 0)
    if not relative or any(line.folds[i] == "," or line.finite(i) for i in range(start, relative)):
        return index
    comma = next((i for i in range(relative, line.end) if line.folds[i] == "," or line.stops(i)), line.end)
    if line.fold(comma) != "," or not any(line.finite(i) for i in range(relative, comma)):
        return index
    ahead = next((i for i, count in enumerate(counts) if count.first == comma + 1), index)
    goes_on = counts[ahead].kind == "people" and not opens_clause(line, counts[ahead])
    return ahead if goes_on else index


def set_off(line: Line, start: int) -> int:
    """The index of the joining word behind what commas at `start` set off, which is a relative clause or a participle: « cinq civils, qui
    avaient été enlevés en mars, et six soldats »; 0 for none."""
    words, first = line.lexicon.words, line.fold(start + 1)
    participle = line.lexicon.verbs.is_past_participle(first) and not line.finite(start + 1)
    if line.fold(start) != "," or not (first in words.relatives or participle):
        return 0
    for index in range(start + 2, min(line.end - 1, start + _APART)):
        if line.stops(index):
            return 0
        if line.folds[index] == ",":
            return index + 1 if line.folds[index + 1] in words.coordinators else 0
    return 0


def _bracket(line: Line, index: int, stop: int) -> int:
    """The index behind brackets that open at `index` and close before `stop`; `index` where none do."""
    if line.folds[index] != "(":
        return index
    return next((i + 1 for i in range(index, min(stop, index + _APART)) if line.folds[i] == ")"), index)


def _inserted(line: Line, index: int) -> int:
    """How many words of manner or measure stand at `index`, which join nothing; 0 for none."""
    figures, fold = line.lexicon.figures, line.folds[index]
    manner = fold in line.lexicon.words.adverbs and fold.endswith(figures.adverbs_in)
    return figures.inserted.at(line.folds, index) or int(manner)


def before_bracket(line: Line, counts: Sequence[Count], left: int, right: int) -> int | None:
    """The index of the count before the bracket or the dashes that close behind the count at `left`; None where none close.

    « 13 civils (huit femmes et cinq hommes) et trois soldats »: the list goes on with those before the bracket. -1 for nobody there.
    """
    marks = [i for i in range(counts[left].end, counts[right].first) if line.folds[i] in _CLOSING]
    if not marks:
        return None
    closing, opening = line.folds[marks[0]], _CLOSING[line.folds[marks[0]]]
    first = next((i for i in range(counts[left].first - 1, -1, -1) if line.folds[i] == opening or line.stops(i)), -1)
    dashes = sum(line.folds[i] == closing for i in range(counts[left].first))
    if line.fold(first) != opening or (closing != ")" and dashes % 2 == 0):
        return None
    ahead = [i for i, count in enumerate(counts) if count.end == first]
    return ahead[0] if ahead else -1


def taken_again(line: Line, counts: Sequence[Count], harm: Harm, target: Count) -> list[Count]:
    """« la vie à onze soldats dans leur camp, puis à treize civils »: counts behind the preposition taken up again."""
    words = line.lexicon.words
    last = line.fold(harm.end - 1)
    if harm.side != "right" or last not in line.lexicon.figures.harmed:
        return []
    found: list[Count] = []
    for count in counts:
        if count.first <= target.end or line.fold(count.first - 1) != last:
            continue
        if any(line.stops(i) or line.finite(i) for i in range(target.end, count.first)):
            break
        if line.fold(count.first - 2) in words.coordinators or line.fold(count.first - 2) in line.lexicon.figures.joins:
            found.append(count)
    return found
