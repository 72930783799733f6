"""Swallowed: the subject of a clause that the source before it has taken for an apposition of its own (token indexes)."""

from recoupe.stages.attribute.phrases.noun_phrases import Stretch, segments
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING


def without_subject(line: Line, source: Stretch) -> Stretch:
    """The source of « Selon X, … » without the subject of the clause behind it, where the commas left that clause none.

    « Selon des habitants, les assaillants, armés de fusils, ont tiré »: not « des habitants, les assaillants ».
    """
    behind = source[1]
    if behind + 1 >= line.n or line.folds[behind] != "," or "," not in line.folds[slice(*source)]:
        return source
    verb = line.main_verb(behind + 1, line.n)
    if verb is None:
        return source
    left = line.skip_back(verb)
    if line.folds[left - 1] != ",":
        return source
    between = segments(line, behind + 1, left - 1) if left - 1 > behind else []
    if any(_opens(line, start, end) for start, end in between):
        return source
    named = [part for part in segments(line, *source)[1:] if _opens(line, *part)]
    definite = [part for part in named if not line.word_in(part[0], line.grammar.indefinite)]
    if not named:
        return source
    return source[0], (definite or named)[-1][0] - 1


def without_quoting(line: Line, source: Stretch) -> Stretch:
    """The source of « Selon X, … » without the subject of the clause behind it, whose verb opens a quotation.

    « Selon un élu, les assaillants « ont tué dix bergers » »: not « un élu, les assaillants ».
    """
    quote = next((k for k in range(source[0] + 1, min(source[1] + 1, line.n - 1)) if line.folds[k] in OPENING), None)
    if quote is None:
        return source
    verb = quote + 1
    while verb + 1 < line.n and (line.word_in(verb, line.words.clitics) or line.word_in(verb, line.words.reflexives)):
        verb += 1
    commas = [k for k in range(source[0] + 1, quote) if line.folds[k] == ","]
    if not commas or not (line.verb_here(verb) or line.verbs.is_auxiliary(line.folds[verb])):
        return source
    return (source[0], commas[-1]) if _opens(line, commas[-1] + 1, quote) else source


def without_verb(line: Line, source: Stretch) -> Stretch:
    """The source behind its clause without the clause that it has taken in: one joined to the first (« …, selon l'armée | et les combats
    se poursuivent »), or the verb whose subject it closes (« des rapports citant des élus | révèlent que … »)."""
    verb = line.main_verb(source[0] + 1, source[1])
    if verb is None or line.word_in(source[0], line.words.subordinators):
        return source
    joints = [k for k in range(source[0] + 1, verb) if line.folds[k] in line.grammar.conjunction]
    if joints and line.main_verb(source[0], joints[-1]) is None:
        return source[0], joints[-1]
    left = line.skip_back(verb)
    return (source[0], left) if left > source[0] + 1 else source


def _opens(line: Line, start: int, end: int) -> bool:
    """Whether start:end can be the subject of a verb: a noun phrase with its article or its number, or a name."""
    first = line.folds[start]
    if first in line.words.partitives or first in line.words.prepositions:
        return False
    return first in line.words.openers or line.numeric(start) or line.count_at(start) or line.capital(start)
