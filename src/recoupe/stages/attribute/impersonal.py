"""Impersonal: who stands behind « on » (« du côté de l'état-major, on affirme », « indique-t-on de source … »)."""

from recoupe.stages.attribute.following import following
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.noun_phrases import Stretch, after_links, noun_phrase
from recoupe.stages.attribute.written_in import written_at


def side(line: Line, pronoun: int) -> Stretch | None:
    """The body or people whose « on » stands at token `pronoun`, set before it with a comma; None where it is
    nobody's."""
    if not line.word_in(pronoun, line.grammar.impersonal) or line.folds[pronoun - 1 : pronoun] != [","]:
        return None
    start = next((k + 1 for k in range(pronoun - 2, -1, -1) if line.folds[k] in (",", ";", ":")), 0)
    start = after_links(line, start, pronoun - 1)
    size = line.phrase_at(start, line.pack.cues.sides)
    if size:
        source = noun_phrase(line, start + size, pronoun - 1)
    elif line.word_in(start, line.grammar.to):
        size, source = 1, (start + 1, pronoun - 1)
    elif line.word_in(start, line.grammar.facets):
        return start, pronoun - 1  # « Côté ukrainien, on … »
    elif line.word_in(start + 2, line.grammar.circles) or _own_source(line, start):
        return start + 1, pronoun - 1  # « Dans l'entourage du président, on … », « De source judiciaire, on … »
    else:
        return None
    return source if source is not None and source[0] < source[1] and line.speaks(*source) else None


def _own_source(line: Line, start: int) -> bool:
    return line.word_in(start, line.grammar.source_of) and line.word_in(start + 1, line.grammar.origins)


def origin(line: Line, group: Group, start: int) -> tuple[Stretch, int] | None:
    """Who « on » has it from, named at token `start` after the verb, and the token where the name begins; or None.

    « apprend-on auprès de la police », « indique-t-on de source militaire », « précise-t-on au parquet ».
    """
    grammar = line.grammar
    hearsay = group.lemma in line.pack.cues.learned or group.lemma in line.pack.cues.emerging
    if line.word_in(start, grammar.learned_from):
        first = start + (2 if line.folds[start] in grammar.from_two else 1)
    elif not hearsay and line.word_in(start, grammar.to):
        first = start + 1
    else:
        written = written_at(line, start)
        return (written, start + 1) if written is not None else None
    source = following(line, first)
    if source is None:
        return None
    if line.word_in(source[0] - 1, line.grammar.same):
        source = source[0] - 1, source[1]
    sure = hearsay or line.folds[start] in grammar.from_two
    near = line.folds[source[0] : source[0] + 3]
    if not sure and line.folds[start] in grammar.of_contracted and grammar.origins.isdisjoint(near):
        return None
    if not sure and line.folds[start] in grammar.to and not line.speaks(*source):
        return None
    return source, first
