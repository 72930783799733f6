"""Impersonal: who stands behind « on » (« du côté de l'état-major, on affirme », « indique-t-on de source … »)."""

from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, after_links, noun_phrase
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_WITHIN = 6
"""Words from « dans » to the noun of what it stands in, at most."""


def side(line: Line, pronoun: int) -> Stretch | None:
    """The body or people whose « on » stands at token `pronoun`, set before it with a comma; None where it is
    nobody's."""
    if not line.word_in(pronoun, line.grammar.impersonal):
        return None
    relative = where(line, pronoun)
    pronoun = pronoun if relative is None else relative
    if line.folds[pronoun - 1 : pronoun] != [","]:
        return None
    start = next((k + 1 for k in range(pronoun - 2, -1, -1) if line.folds[k] in (",", ";", ":")), 0)
    start = after_links(line, start, pronoun - 1)
    size = line.phrase_at(start, line.pack.cues.sides)
    if size:
        source = noun_phrase(line, start + size, pronoun - 1)
    elif line.word_in(start, line.grammar.to):
        size, source = 1, (start + 1, pronoun - 1)
    elif line.word_in(start, line.grammar.facets):
        noun = line.word_in(
            start + 1, line.pack.cues.voices
        )  # « Côté gouvernement, on … »: the government; « Côté ukrainien, on … »
        return start + noun, pronoun - 1
    elif line.word_in(start + 2, line.grammar.circles) or _own_source(line, start):
        return start + 1, pronoun - 1  # « Dans l'entourage du président, on … », « De source judiciaire, on … »
    elif relative is not None:
        source = _named_before(line, pronoun - 1)  # « … avec prudence à Paris, où l'on affirme … »
    else:
        return None
    return source if source is not None and source[0] < source[1] and line.speaks(*source) else None


def where(line: Line, pronoun: int) -> int | None:
    """The « où » of « où l'on », by its pronoun's token; None where none stands there."""
    before = pronoun - 1 - line.word_in(pronoun - 1, line.grammar.singular_articles)
    return before if line.word_in(before, line.grammar.where) else None


def _named_before(line: Line, end: int) -> Stretch | None:
    """The name that ends before token `end` and that « à » or « au » brings in, or None."""
    named = end
    while named > 0 and line.capital(named - 1):
        named -= 1
    return (named, end) if named < end and line.word_in(named - 1, line.grammar.to) else None


def _own_source(line: Line, start: int) -> bool:
    # « De même source, on … », « De bonne source, on … »
    noun = start + 1 + (line.word_in(start + 1, line.grammar.same) or line.word_in(start + 1, line.words.prenominal))
    return line.word_in(start, line.grammar.source_of) and line.word_in(noun, line.grammar.origins)


def origin(line: Line, group: Group, start: int) -> tuple[Stretch, int] | None:
    """Who « on » has it from, named at token `start` after the verb, and the token where the name begins; or None.

    « apprend-on auprès de la police », « indique-t-on de source militaire », « précise-t-on au parquet », « lit-on dans un
    rapport ».
    """
    grammar = line.grammar
    hearsay = group.lemma in line.pack.cues.learned or group.lemma in line.pack.cues.emerging
    beside = 0 if hearsay else line.phrase_at(start, line.pack.cues.sides)
    if beside:
        first = start + beside  # « reconnaît-on au sein de l'armée »
    elif line.word_in(start, grammar.learned_from):
        first = start + (2 if line.folds[start] in grammar.from_two else 1)
    elif not hearsay and line.word_in(start, grammar.to):
        first = start + 1
    elif line.word_in(start, grammar.written_in) and _stands_written(line, start + 1):
        first = start + 1  # « lit-on dans un communiqué du ministère », « affirme-t-on dans l'entourage du chef »
    elif line.word_in(start, grammar.facets) and start + 1 < line.n:
        return (start, start + 2), start  # « assure-t-on côté ukrainien »
    else:
        return None
    source = following(line, first)
    if source is None:
        return None
    if line.word_in(start, line.words.circumstance) and line.folds[start] not in grammar.learned_from:
        return source, first
    if line.word_in(source[0] - 1, line.grammar.same):
        source = source[0] - 1, source[1]
    sure = hearsay or line.folds[start] in grammar.from_two
    near = line.folds[source[0] : source[0] + 3]
    if not (sure or beside) and line.folds[start] in grammar.of_contracted and grammar.origins.isdisjoint(near):
        return None
    if not sure and (beside or line.folds[start] in grammar.to) and not line.speaks(*source):
        return None
    return source, first


def _stands_written(line: Line, start: int) -> bool:
    """Whether the words at token `start` are a document, a page, or those around somebody."""
    end = line.head(start, min(start + _WITHIN, line.n)) if start < line.n else start
    grammar, pack = line.grammar, line.pack
    known = (
        pack.voices.documents.keys(), pack.cues.documents, grammar.vehicles, grammar.circles, line.words.channels
    )  # fmt: skip
    paper = any(
        m.entity.kind == "media" and start <= line.index(m.span.start) < end for m in line.mentions
    )  # « lit-on dans le Guardian »
    return paper or any(line.folds[k] in words for k in range(start, end) for words in known)
