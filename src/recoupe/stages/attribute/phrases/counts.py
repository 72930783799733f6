"""Counts: several counts in one sentence, each with a source of its own (« 12 morts selon X, 20 selon Y »)."""

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_LONGEST = 8
"""So many words at most stand between a count and the « selon » that is its own."""
_LED = 3
"""Words before the number of an apposed count, at most."""


def count_before(line: Line, i: int) -> int | None:
    """Where a second count begins of which the adposition at `i` names the source: « 12 morts selon X, 20 selon Y »."""
    for k in range(i - 1, max(0, i - _LONGEST), -1):
        if line.numeric(k) and line.word_in(k - 1, line.words.partitives) and line.word_in(k - 2, _COMMA):
            if _is_told_part(line, k - 2):
                return k  # « 20 morts, selon X, dont deux enfants, selon Y »
            continue  # « 20, dont deux enfants, selon Y »
        if line.numeric(k):
            at = k
            while at > 0 and line.folds[at - 1] in line.words.prepositions:
                at -= 1
            if at > 0 and line.folds[at - 1] == "(":
                return k  # « 12 morts (14 selon l'ONU) »
            if at > 0 and (line.folds[at - 1] == "," or line.folds[at - 1] in line.words.coordinators):
                return _first_joined(line, k) if _is_sourced(line, 0, at) else None
            return None
        if line.verb_here(k) or line.folds[k] in ";:":
            return None
    return None


def _is_sourced(line: Line, start: int, end: int) -> bool:
    """Whether an adposition of reporting begins in start:end."""
    return any(line.phrase_at(m, line.pack.cues.adpositions) for m in range(start, end))


def _is_told_part(line: Line, comma: int) -> bool:
    """Whether the whole of which a part is counted behind a comma has its own source right before it."""
    first = max(0, comma - _LONGEST)
    return any(line.phrase_at(m, line.pack.cues.adpositions) and not line.counts(m, comma) for m in range(first, comma))


def _first_joined(line: Line, k: int) -> int:
    """Where the first of the counts begins that are joined to the one at `k` and have no source between: « (12 morts selon X,)
    | 40 blessés et neuf disparus (selon Y) »."""
    numeral = next(n for n in line.numerals if n.span.start == line.tokens[k].start)
    if line.phrase_at(line.index(numeral.span.end), line.pack.cues.adpositions):
        return k  # « 12 morts et 40 blessés, 60 d'après l'hôpital »: another count of the same
    for m in range(k - 2, max(0, k - 2 * _LONGEST), -1):
        if line.verb_here(m) or line.phrase_at(m, line.pack.cues.adpositions) or line.folds[m] in ";:":
            break
        joined = line.folds[m - 1] == "," or line.folds[m - 1] in line.words.coordinators
        if line.numeric(m) and joined and _is_sourced(line, 0, m - 1):
            return _first_joined(line, m)
    return k


def count_follows(line: Line, i: int) -> bool:
    """Whether a count with a source of its own follows at token `i`: « …, et 35, selon la mairie »."""
    k = i
    while k < line.n and (line.folds[k] in line.words.coordinators or line.folds[k] in line.words.prepositions):
        k += 1
    if not line.numeric(k):
        return False
    part = line.word_in(k + 1, _COMMA) and line.word_in(k + 2, line.words.partitives)
    first = next((m + 1 for m in range(k + 2, line.n) if line.folds[m] == ","), line.n) if part else k + 1
    for m in range(first, min(line.n, first + _LONGEST)):
        if line.phrase_at(m, line.pack.cues.adpositions):
            return True
        joined = line.folds[m] in line.words.coordinators or line.folds[m] in ";:"
        if (
            joined
            or line.verb_here(m)
            or (line.folds[m] == "," and not line.phrase_at(m + 1, line.pack.cues.adpositions))
        ):
            return False
    return False


def count_apposed(line: Line, i: int, end: int) -> int | None:
    """Where the count begins that stands between commas behind whom it counts, its source the phrase from `i` to `end`
    (« Les assaillants, | une centaine selon la mairie, ont fui »); None where none does."""
    k = i - 1 - (line.folds[i - 1] == ",")
    while k > max(0, i - _LONGEST) and line.folds[k] != ",":
        if line.verb_here(k) or not line.is_word(k):
            return None
        k -= 1
    first = k + 1
    at = next((m for m in range(first, i) if line.count_at(m) or line.numeric(m)), i)
    led = either(line.words.prepositions, line.words.partitives)
    led_by = at == first or (
        at - first <= _LED and line.word_in(first, led)
    )  # « dont dix enfants », « au nombre de 40 »
    opens = line.folds[k] == "," and line.word_in(end, frozenset(","))
    if not opens or at == i or not led_by or line.main_verb(0, k) is not None:
        return None
    return first if line.main_verb(end, line.n) is not None else None
