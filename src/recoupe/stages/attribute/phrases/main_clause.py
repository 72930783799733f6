"""Main clauses behind a clause that opens the sentence (« Alors que la police parle de …, | les rebelles … »; token indexes)."""

from recoupe.stages.attribute.phrases.noun_phrases import after_links, segments
from recoupe.stages.attribute.words.line import Line


def opens_with_clause(line: Line, floor: int, end: int) -> bool:
    """Whether a subordinate clause begins at `floor`, past connectors, that no relative pronoun opens."""
    first = after_links(line, floor, end)
    if first >= end or line.folds[first] in line.words.coordinators or line.folds[first] in line.grammar.joints:
        return False
    return bool(line.phrase_at(first, line.words.clause_openers))


def opens_with_source(line: Line) -> bool:
    """Whether the sentence begins with « Selon X », past connectors."""
    return bool(line.phrase_at(after_links(line, 0, line.n), line.pack.cues.adpositions))


def subject_start(line: Line, start: int, end: int) -> int | None:
    """Where the subject begins, behind a comma, of the verb before which start:end stands; None where none does."""
    parts = segments(line, start, end)[1:]
    for n in range(len(parts) - 1, -1, -1):
        first, stop = parts[n]
        if not (line.word_in(first, line.words.openers) or line.capital(first) or line.count_at(first)):
            if not line.word_in(first, line.words.subjects):
                continue
        elif n and _names(line, first, stop) and line.folds[parts[n - 1][0]] in line.words.openers:
            return parts[n - 1][0]  # « le porte-parole de l'armée, le colonel Untel, … »
        return first
    return None


def _names(line: Line, start: int, end: int) -> bool:
    """Whether start:end is somebody's name, with a rank or without."""
    ranked = (
        line.word_in(start, line.grammar.definite)
        and start + 1 < end
        and line.folds[start + 1] in line.pack.voices.roles
    )
    return line.named(end) or (ranked and line.capital(end - 1))
