"""The left edge: where what is said begins, when its cue stands after or inside it (token indexes within a line)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.contents.edges import verb_at
from recoupe.stages.attribute.phrases.noun_phrases import after_links, circumstantial
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_LONGEST_HEADING = 12
"""Words before a colon that may be a heading without a verb."""


def left_edge(
    line: Line,
    quotes: Quotes,
    cue: int,
    groups: Sequence[Group],
    own: Group | None,
    *,
    inside: bool,
    tight: bool = False,
) -> int:
    """The token where the content of a cue that stands after or inside it begins.

    `inside` says that the content goes on after the cue; `tight` that no comma parts the cue from what it follows.
    """
    floor = 0
    holder = quotes.around(line.tokens[cue].start)
    if holder is not None and holder.start >= line.sentence.start:
        floor = line.index(holder.inner_start)
    start = floor
    closed = 0
    for i in range(cue - 1, floor - 1, -1):
        fold = line.folds[i]
        closed += (fold == ")") - (fold == "(")
        if closed < 0:
            start = i + 1  # « le raid (le troisième en un mois, selon la mairie) »
            break
        if inside and fold == "," and i == cue - 1 and _circumstantial_verb(line, i - 1):
            return i - 1  # « …, tuant, selon la mairie, deux passants »
        if fold == ";" and not (inside or tight) and _one_voice(line, quotes, groups, floor, i, own):
            continue
        if fold == ";" or (fold == ":" and _said_behind_colon(line, quotes, i, floor, cue, groups, own, inside=inside)):
            start = i + 1
            break
        relative = inside and i > floor and fold in line.words.relatives and fold not in line.grammar.that
        # « a fait 20 morts, dont trois enfants, selon la police, et 15 blessés »: a part of what is counted
        relative = relative and not (i < cue - 2 and fold in line.words.partitives and _only_part(line, i, cue))
        if relative and (
            (line.folds[i - 1] == "," and not _set_in(line, i, cue))
            or (own is not None and (own.subject is not None or line.main_verb(i + 1, cue) is None))
        ):
            start = i  # « un marché où, assure le maire, douze civils … »
            break
        if fold == ",":
            size = line.phrase_at(i + 1, line.words.clause_openers)
            strong = size and own is None and line.folds[i + 1] not in line.grammar.beside_accord
            own_clause = tight and line.main_verb(i + 1, cue) is not None and not _within_clause(line, floor, i, cue)
            if (strong and _reported_before(groups, floor, i)) or own_clause:
                start = i + 1 + size
                break
    while start < cue and line.folds[start] in line.grammar.that:
        start += 1
    if start < line.n and quotes.opening(line.tokens[start].start) is not None:
        return start
    return after_links(line, start, cue)


def _set_in(line: Line, relative: int, cue: int) -> bool:
    """Whether the relative clause ends before the cue, at a comma that the verb of the clause around stands behind (« Le camp, qui
    abritait des malades, | a perdu, selon l'ONU, … »)."""
    ends = (k for k in range(relative + 1, cue - 1) if line.folds[k] == "," and verb_at(line, k + 1))
    close = next(ends, None)
    return close is not None and any(line.verb_here(k) for k in range(relative + 1, close))


def _only_part(line: Line, partitive: int, cue: int) -> bool:
    """Whether « dont » brings in some of those counted before, and no clause whose verb stands behind the cue at `cue`
    (« dont plusieurs, craint un infirmier, ne passeront pas la nuit »)."""
    comma = next((k for k in range(cue, line.n) if line.folds[k] == ","), line.n)
    behind = comma + 1
    while line.word_in(behind, line.words.clitics):
        behind += 1
    return not line.opens_clause[partitive] and not (behind < line.n and line.verb_here(behind))


def _within_clause(line: Line, floor: int, comma: int, cue: int) -> bool:
    """Whether the comma parts no two clauses: a circumstance stands before it (« Mardi, | dix civils sont morts selon X »), or it
    opens or closes what is set in behind a subject, whose verb stands right behind the last comma (« un raid sur Pazi, dans la
    région de Sagaing, | avait fait six morts selon X »)."""
    if line.main_verb(floor, comma) is not None:
        return False
    if any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(floor, comma)):
        return False
    if circumstantial(line, floor, comma):
        return True
    behind = line.main_verb(comma + 1, cue)
    last = line.skip_back(behind) - 1 if behind is not None else -1
    return line.word_in(last, _COMMA) and "," in line.folds[floor:last]


def _one_voice(line: Line, quotes: Quotes, groups: Sequence[Group], floor: int, mark: int, own: Group | None) -> bool:
    """Whether nobody is said to speak before the semicolon at `mark`: whoever is named at the sentence's end says it all
    (« Trois hommes ont péri ; deux autres sont blessés, détaille la police »)."""
    if line.main_verb(floor, mark) is None or quotes.touching(line.tokens[floor].start, line.tokens[mark].start):
        return False
    if any(floor <= g.main < mark and g is not own and not _reckons(line, g) for g in groups):
        return False
    return not any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(floor, mark))


def _reckons(line: Line, group: Group) -> bool:
    """Whether the verb only tells what something comes to (« …, ce qui porte à trente le nombre des tués »)."""
    return line.word_in(group.start - 1, line.grammar.who) and line.word_in(group.start - 2, line.grammar.this)


def _circumstantial_verb(line: Line, i: int) -> bool:
    """Whether a present participle after a comma or « en » stands at token `i`: it opens a clause of its own."""
    if line.word_in(i - 1, line.grammar.in_gerund):
        return line.folds[i].endswith(line.pack.voices.gerund_endings)
    opens = line.word_in(i - 1, _COMMA) or line.word_in(i - 1, line.grammar.conjunction)
    return opens and any(f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[i]))


def _said_behind_colon(
    line: Line, quotes: Quotes, colon: int, floor: int, cue: int, groups: Sequence[Group], own: Group | None,
    *, inside: bool,
) -> bool:  # fmt: skip
    """Whether what is said begins behind the colon: a cue of somebody else or a heading stands before it."""
    if quotes.opening(line.tokens[min(colon + 1, line.n - 1)].start) is not None:
        return False
    presents = own is None and line.word_in(colon + 1, line.grammar.presenting)
    inserted = presents and line.verbs.is_auxiliary(line.folds[min(colon + 2, line.n - 1)])
    if inserted and line.word_in(colon + 3, _COMMA):
        return False  # « Cinq tués : c'est, d'après la mairie, le prix de l'assaut »
    turned = (
        presents
        and not line.word_in(colon + 1, line.grammar.cleft)
        and line.word_in(colon + 2, line.verbs.finite_words)
    )
    told = not line.grammar.presented.isdisjoint(line.folds[colon + 1 :])
    told = told or (line.counts(floor, colon) and line.main_verb(floor, colon) is None)
    if turned or (presents and told):
        return False  # « Douze morts : tel est, selon la mairie, le bilan »
    earlier = any(floor <= g.main < colon and g is not own for g in groups)
    begins = line.word_in(colon + 1, line.words.openers) or line.numeric(colon + 1)
    parted = inside and begins  # « …: ses hommes, explique-t-il, ont fui »
    if (earlier or own is None) and (parted or line.main_verb(colon + 1, cue) is not None):
        return True
    counted = line.count_at(colon + 1) or line.numeric(colon + 1)
    last = next((line.stop(n.span.end) for n in line.numerals if n.span.start >= line.tokens[colon].start), 0)
    alone = not line.is_word(last)  # « n'en reconnaît qu'un dixième : 174, selon l'ONG »
    if own is None and counted and not alone and line.main_verb(floor, colon) is not None:
        return True  # « Le raid a visé un marché : 12 morts, selon la mairie »
    listed = line.sentence.kind == "paragraph" and "," in line.folds[floor:colon]
    return line.main_verb(floor, colon) is None and colon - floor <= _LONGEST_HEADING and not listed


def _reported_before(groups: Sequence[Group], floor: int, end: int) -> bool:
    """Whether a verb between two tokens reports something with a subject of its own in front of it."""
    return any(floor <= g.main < end and g.kind in ("finite", "passive") and g.subject is None for g in groups)
