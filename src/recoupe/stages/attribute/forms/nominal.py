"""Nominal: reports whose cue is a noun (« la promesse du gouvernement de … », « l'annonce par X de … »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.boundaries import boundary
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, after_links, nearest
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_LONGEST = 14
"""So many words at most name the speaker between the noun and what is said."""


def nominal(line: Line, quotes: Quotes, groups: Sequence[Group]) -> list[tuple[int, Draft]]:
    """The acts that a noun reports, each with the token of its noun."""
    nouns = line.pack.cues.nouns
    found = []
    headed = _headed(line, quotes, groups)
    if headed is not None:
        found.append((0, headed))
    for i in [i for i, fold in enumerate(line.folds[:-3]) if fold in nouns]:
        draft = _read(line, quotes, i, groups)
        if draft is not None:
            found.append((i, draft))
    return found


def _read(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> Draft | None:
    owned = _owned(line, quotes, noun, groups)
    if owned is not None:
        return owned
    if line.pack.cues.nouns[line.folds[noun]] == "refuse" and _told_why(line, noun):
        return None  # « la révolte est née du refus de l'armée de partir »: what happened, as the article tells it
    by = line.folds[noun + 1] in line.grammar.by
    if not by and line.folds[noun + 1] not in line.grammar.of_contracted:
        return None
    linked = _link(line, noun + 2, by)
    if linked is None:
        return None
    link, frame = linked
    source = noun + 2, link
    start = link + 1
    if start >= line.n or not line.speaks(*source):
        return None
    end = clause_end(line, quotes, start, frame, groups, None)
    end = last_word(line, before_matrix(line, start, end, own=frame == "that"), start)
    if end <= start:
        return None
    first = noun - 1 if line.word_in(noun - 1, line.words.openers) else noun
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    return Draft(
        line, chars(line, source), chars(line, (first, noun + 2)), content, line.pack.cues.nouns[line.folds[noun]]
    )


def _told_why(line: Line, noun: int) -> bool:
    """Whether the noun stands behind a preposition: « après le refus », « face au refus », « né du refus »."""
    if noun == 0 or line.folds[noun - 1] in line.words.prepositions:
        return noun > 0
    return line.word_in(noun - 1, line.words.determiners) and line.word_in(noun - 2, line.words.prepositions)


def _owned(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> Draft | None:
    """« the army's claim that … », « reports that … »: the speaker before the noun, or the noun itself."""
    words = line.pack.voices
    start = noun + 2
    if not words.possessors or not line.word_in(noun + 1, line.grammar.that) or start >= line.n:
        return None
    if line.verb_here(noun):
        return None
    source: Stretch | None = None
    cue: tuple[int, int] | None = chars(line, (noun, noun + 1))
    if line.word_in(noun - 1, words.possessors):
        source = nearest(line, boundary(line, noun - 1), noun - 1)
        source = source if source is not None and line.speaks(*source) else None
    elif line.word_in(noun, line.grammar.hearsay):
        source, cue = (noun, noun + 1), None
    if source is None:
        return None
    end = clause_end(line, quotes, start, "that", groups, None)
    end = last_word(line, before_matrix(line, start, end, own=True), start)
    if end <= start or line.main_verb(start, end) is None:
        return None
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    return Draft(line, chars(line, source), cue, content, line.pack.cues.nouns[line.folds[noun]])


def _headed(line: Line, quotes: Quotes, groups: Sequence[Group]) -> Draft | None:
    """« Démenti de Bamako : aucun soldat n'a été capturé »: a noun of saying, its speaker, a colon and what is said."""
    first = int(line.word_in(0, line.words.openers))
    colon = next((k for k in range(2, min(_LONGEST, line.n - 2)) if line.folds[k] == ":"), None)
    if colon is None or not line.word_in(first, line.grammar.replies):
        return None
    of = next((k for k in range(first + 1, colon - 1) if line.folds[k] in line.grammar.of_contracted), None)
    if of is None or line.main_verb(0, colon) is not None or not line.speaks(of + 1, colon):
        return None
    if quotes.opening(line.tokens[colon + 1].start) is not None:
        return None  # read as a loose quotation
    start = after_links(line, colon + 1, line.n)
    end = last_word(line, clause_end(line, quotes, start, "that", groups, None), start) if start < line.n else start
    if end <= start:
        return None
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    return Draft(line, chars(line, (of + 1, colon)), chars(line, (first, of + 1)), content, "say")


def _link(line: Line, start: int, by: bool) -> tuple[int, str] | None:
    """The word between the speaker and what is said, and the frame it opens; None when nothing is said."""
    grammar = line.grammar
    for k in range(start + 1, min(start + _LONGEST, line.n - 1)):
        fold = line.folds[k]
        if (fold in grammar.of or fold in grammar.to_full) and line.infinitive(k + 1):
            return k, "infinitive_de"
        if fold in grammar.that and not line.verb_here(k + 1):
            return k, "that"
        if by and fold in grammar.of_contracted and line.speaks(start, k):
            return k, "object"
        if fold in (",", ";", ":") or line.verb_here(k):
            return None
    return None
