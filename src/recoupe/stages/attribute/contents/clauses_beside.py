"""Clauses beside: those that semicolons set beside what is said, and that are said as well (token indexes within a line)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.phrases.noun_phrases import after_links
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_SEMICOLON = frozenset(";")


def with_clauses_beside(line: Line, quotes: Quotes, content: Content, groups: Sequence[Group]) -> Content:
    """The content of an adposition at the head of a sentence with the clauses that semicolons set beside it, as far as
    nobody else speaks (« Selon la police, deux obus sont tombés ; le premier a tué un enfant »)."""
    while content.form != "direct":
        k = line.stop(content.end)
        first = after_links(line, k + 1, line.n)
        if not line.word_in(k, _SEMICOLON) or first >= line.n or line.folds[first] in line.grammar.turning:
            break
        told = any(g.main > k for g in groups)
        if told or any(line.phrase_at(m, line.pack.cues.adpositions) for m in range(k + 1, line.n)):
            break
        beside = ahead(line, quotes, k + 1, "that", groups, None)
        if beside is None or beside.form == "direct":
            break
        content = stretch(line, quotes, content.start, beside.end)
    return content


def with_counts_beside(line: Line, quotes: Quotes, content: Content, groups: Sequence[Group], group: Group) -> Content:
    """The content of a verb in the present with the clauses behind semicolons that go on counting (« L'ONU estime que 900 familles ont
    fui ; une centaine sont rentrées »)."""
    k = line.stop(content.end)
    present = any(f.finite and f.tense == "present" for _, f in line.verbs.analyses(line.folds[group.main]))
    if not present or group.start < group.main or not line.word_in(k, _SEMICOLON) or not line.numeric(k + 1):
        return content
    return with_clauses_beside(line, quotes, content, [g for g in groups if g is not group])
