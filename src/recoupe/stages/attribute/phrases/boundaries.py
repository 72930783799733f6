"""Boundaries: where the clause of a verb begins (token indexes)."""

from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, OPENING


def boundary(line: Line, verb: int, floor: int = 0) -> int:
    """Where the clause of the verb at token `verb` starts: after the last mark or word that opens it."""
    start, unmatched = _clause_start(line, verb, floor)
    if unmatched is not None and line.traits.open_clauses:
        return unmatched + 1  # « officials said | the mayor announced »: nothing else opens the clause
    return start


def _clause_start(line: Line, verb: int, floor: int) -> tuple[int, int | None]:
    """The start by marks and opening words, and the nearest verb before `verb` whose clause no word opens."""
    pending = 0
    unmatched: list[int] = []
    i = verb
    if line.traits.open_clauses and verb < line.n and line.folds[verb] == ",":
        # what the comma closes is no clause: « while the minister, Untel, spoke »
        opened = comma_before(line, verb, floor)
        if opened is not None and line.main_verb(opened, verb) is None and line.named(verb):
            i = opened
    while i > floor:
        i -= 1
        fold = line.folds[i]
        if fold in CLOSING:
            opened = matching(line, i, floor)
            if opened is None:
                return i + 1, None
            i = opened
            continue
        if fold == ")":
            while i > floor and line.folds[i] != "(":
                i -= 1
            continue
        if fold in (";", ":", "?", "!", "(", "[") or fold in OPENING or (fold == '"' and _odd(line, i, verb)):
            return i + 1, unmatched[0] if unmatched else None
        if fold in ("–", "—") and i > 0:
            return i + 1, unmatched[0] if unmatched else None
        if line.opens_clause[i]:
            if pending == 0:
                return i + 1, None
            pending -= 1
            unmatched.pop()
        elif line.verb_here(i) or _spoken(line, i):
            pending += 1
            unmatched.append(i)
        elif fold in line.grammar.clause_joints and pending == 0 and _parts_clauses(line, i, verb, floor):
            return i + 1, None
    return floor, unmatched[0] if unmatched else None


def _spoken(line: Line, i: int) -> bool:
    """Whether token `i` is a verb of the writer's own (« une source que nous avons jointe »)."""
    if i == 0 or line.folds[i - 1] not in line.words.own_voice:
        return False
    return any(form.finite and form.person == 1 for _, form in line.verbs.analyses(line.folds[i]))


def _parts_clauses(line: Line, joint: int, verb: int, floor: int) -> bool:
    """Whether a joint begins a clause of its own behind another one."""
    return line.main_verb(floor, joint) is not None and not _joins_speakers(line, joint, verb, floor)


def _joins_speakers(line: Line, joint: int, verb: int, floor: int) -> bool:
    """Whether « et » joins two subjects of the plural verb behind (« … n'a rien dit, mais l'armée et la mairie nient »)."""
    if line.folds[joint] not in line.grammar.conjunction or not 0 <= verb < line.n:
        return False
    numbers = {f.number for _, f in line.verbs.analyses(line.folds[verb]) if f.finite and f.person == 3}
    if numbers != {"p"} or not line.word_in(joint + 1, line.words.openers):
        return False
    for k in range(joint - 1, floor, -1):
        if line.verb_here(k) or line.folds[k] in line.grammar.conjunction:
            return False
        if line.opens_clause[k] or line.folds[k] in line.grammar.clause_joints:
            return line.word_in(k + 1, line.words.openers) and line.speaks(k + 1, joint)
    return False


def matching(line: Line, i: int, floor: int) -> int | None:
    depth = 0
    for k in range(i, floor - 1, -1):
        if line.folds[k] in CLOSING:
            depth += 1
        elif line.folds[k] in OPENING:
            depth -= 1
            if depth == 0:
                return k
    return None


def _odd(line: Line, i: int, verb: int) -> bool:
    """Whether the straight quotation mark at `i` opens the stretch up to the verb (no partner between)."""
    return sum(f == '"' for f in line.folds[i:verb]) % 2 == 1


def comma_before(line: Line, i: int, floor: int) -> int | None:
    for k in range(i - 1, floor - 1, -1):
        if line.folds[k] == ",":
            return k
        if line.folds[k] in ";:" or line.folds[k] in CLOSING:
            return None
    return None
