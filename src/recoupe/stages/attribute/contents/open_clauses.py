"""Open clauses: what is said without a word that opens it (« said the town had fallen », « told AFP troops had entered »)."""

from recoupe.stages.attribute.phrases.to_source import past_phrase
from recoupe.stages.attribute.words.line import Line

_CLAUSE_STOPS = frozenset(";:»")
_COUNTED_WITHIN = 6
"""Words from a number to the noun of harm that it counts, at most."""
_LONGEST_TOLD = 10
"""Words at most of whom something is told, behind the name."""


def open_clause(line: Line, i: int, *, told: bool = False) -> int | None:
    """Where a clause begins at `i` that no word opens (« said the town had fallen »), past where it was said and, if
    `told`, past whom it was told (« told AFP troops had entered »); None when none does."""
    if not line.traits.open_clauses or i >= line.n:
        return None
    if line.folds[i] in line.grammar.to_full and line.infinitive(i + 1):
        return None  # « vowed to leave, saying he … »
    if _is_clause(line, i):
        if not told:
            return i
        after = _past_told(line, i)
        return after if after is not None else None
    if line.folds[i] in line.grammar.skipped_before_object and not line.count_at(i):
        start = past_phrase(line, i + 1, line.n)
        return start if start < line.n and _is_clause(line, start) else None
    return None


def _past_told(line: Line, i: int) -> int | None:
    """Where the clause begins behind whom it is told, who is named from `i` on; None when no clause does."""
    end, named = i + 1, line.word_in(i, line.words.channels)
    first = i + (line.folds[i] in line.words.determiners)
    for mention in line.mentions:
        if mention.span.start == line.tokens[first].start:
            end, named = line.stop(mention.span.end), True
    for k in range(end, min(end + _LONGEST_TOLD, line.n)):
        if line.folds[k] in (",", ";", ":") or line.verb_here(k):
            return None
        before = line.folds[k - 1]
        if before in line.words.determiners or before in line.words.prepositions or before in line.words.prenominal:
            continue
        at = line.skip(k)
        opens = line.folds[at : at + 1] and (
            line.folds[at] in line.words.openers or line.folds[at] in line.words.subjects or line.count_at(at)
            or line.capital(at) or (k == end and named) or line.word_in(k - 1, line.words.channels)
        )  # fmt: skip
        if opens and _is_clause(line, at):
            return at
    return None


def _is_clause(line: Line, i: int) -> bool:
    """Whether a noun phrase and its verb begin at `i`: no comma parts them but those around an apposition."""
    fold = line.folds[i]
    if not line.is_word(i) or fold in line.words.coordinators or fold in line.grammar.that:
        return False
    if fold in line.words.prepositions and not line.opens_clause[i] and not line.count_at(i):
        return False
    stop = next((k for k in range(i, line.n) if line.folds[k] in _CLAUSE_STOPS), line.n)
    verb = line.main_verb(i, stop)
    if verb is None:
        if line.sentence.kind != "paragraph" and line.word_in(i - 1, line.pack.cue_words):
            return True  # « Governor says toll at 61 »
        # « says 132 dead », « said 12 people killed »
        return line.numeric(i) and not line.pack.cues.tolls.isdisjoint(line.folds[i + 1 : i + _COUNTED_WITHIN])
    if verb == i:
        return False
    commas = [k for k in range(i, verb) if line.folds[k] == ","]
    if line.opens_clause[i]:
        return bool(commas)  # « said if attacked, it would respond »
    left = verb
    while left > i and (line.adverb(left - 1) or line.folds[left - 1] in line.words.negations):
        left -= 1
    if line.folds[left - 1] in line.words.coordinators:
        return False  # « denied the report and said »
    return not commas or (len(commas) > 1 and line.folds[left - 1] == ",")
