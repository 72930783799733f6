"""Edges: what does not belong to a stretch of words although it stands at its end (token indexes within a line)."""

from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING


def last_word(line: Line, end: int, floor: int = 0) -> int:
    """`end` moved left past final marks and white space: the exclusive end of the last word or closing bracket or
    quotation mark."""
    while end > floor and not line.is_word(end - 1) and line.folds[end - 1] not in (")", "]", "%", '"', *CLOSING):
        end -= 1
    return end


def verb_at(line: Line, k: int) -> bool:
    """Whether the verb of the clause around stands at `k`, past its pronouns and « ne » (« …, | n'a pas été revendiqué »)."""
    while k < line.n and (line.word_in(k, line.words.clitics) or line.word_in(k, line.words.reflexives)):
        k += 1
    while line.word_in(k, line.words.negations) and k + 1 < line.n:
        k += 1
    return k < line.n and line.verb_here(k)


def before_matrix(line: Line, start: int, end: int, *, own: bool) -> int:
    """start:end without a verb at its end that belongs to the clause around it: the exclusive end of what stands
    before it.

    `own` says that the stretch has a finite verb of its own (« l'idée que la ville est sûre | a fait sourire »).
    """
    at = start
    while (verb := line.main_verb(at, end)) is not None:
        left = verb
        while left > start and (
            line.folds[left - 1] in line.words.negations or line.folds[left - 1] in line.words.reflexives
        ):
            left -= 1
        joined = left > start and (
            line.folds[left - 1] in line.grammar.joint_marks or line.folds[left - 1] in line.words.subjects
        )
        if not own and not joined:
            return left
        own = own and joined
        at = verb + 1
    return end
