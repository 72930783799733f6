"""Side by side: two clauses of one sentence with a speaker each (« A, selon X, et B, a dit Y »): each has its own clause."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.phrases.noun_phrases import after_links
from recoupe.stages.attribute.words.line import Line

Joint = tuple[int, int]
"""The token at which the first clause ends, and the first token of the second."""


def part_clauses(line: Line, quotes: Quotes, drafts: Sequence[Draft]) -> None:
    """Cuts what is said at the joint of two clauses that both have a cue beside them: who closes the second says no more
    than it, and who told the first no more than that."""
    told = sorted((d for d in drafts if d.cue is not None and d.source is not None), key=_cue)
    for earlier, later in pairwise(told):
        joint = _joint(line, quotes, earlier, later)
        if joint is None:
            continue
        for draft in told:
            if _cue(draft) < line.tokens[joint[0]].start:
                _end_at(line, quotes, draft, joint[0])
            elif not _agency(line, draft) or _agency(line, earlier):
                _begin_at(line, quotes, draft, joint[1])


def _cue(draft: Draft) -> int:
    return draft.cue[0] if draft.cue is not None else draft.content.start


def _joint(line: Line, quotes: Quotes, earlier: Draft, later: Draft) -> Joint | None:
    """Where the second of two clauses begins between the cues of two acts; None where no clause begins there."""
    spoken = [span[1] for span in (earlier.source, earlier.cue) if span is not None and span[0] < _cue(later)]
    if not spoken:
        return None  # two acts with one cue (« selon X et Y »)
    stop = line.index(_cue(later))
    for i in range(line.stop(max(spoken)), stop):
        opened = i + (line.folds[i] == ",")
        size = line.phrase_at(opened, line.words.clause_openers)
        if not size or (opened == i and not line.word_in(i, line.grammar.strong_openers)):
            continue
        first = opened + size
        that = line.word_in(first, line.grammar.that) or (size > 1 and line.folds[opened] in line.grammar.apart)
        if that and earlier.content.start > _cue(earlier):
            continue  # « affirme que …, et que …, selon la mairie »: both are said
        if quotes.around(line.tokens[i].start) is not None or first >= line.n:
            continue
        mark = next((k for k in range(first, stop) if line.folds[k] == ";"), None)
        if mark is not None and line.main_verb(first, mark) is None:
            continue  # « …, et sept blessés ; le maire parle de … »: parted further on
        if _clause(line, first, stop):
            return i, first
    return None


def _clause(line: Line, first: int, cue: int) -> bool:
    """Whether a clause, or a number of its own, stands at `first`, before or behind the cue at token `cue`."""
    start = after_links(line, first, line.n)
    if start >= cue:
        return line.main_verb(cue, line.n) is not None
    if line.main_verb(start, cue) is not None:
        return True
    opens = line.word_in(start, line.words.openers) or line.count_at(start) or line.capital(start)
    return line.count_at(start) or (
        opens and line.word_in(cue - 1, frozenset(",")) and line.main_verb(cue, line.n) is not None
    )


def _agency(line: Line, draft: Draft) -> bool:
    """Whether the source is a medium: it relays the whole sentence."""
    start, end = draft.source or (0, 0)
    return any(m.entity.kind == "media" and start <= m.span.start < end for m in line.mentions)


def _end_at(line: Line, quotes: Quotes, draft: Draft, joint: int) -> None:
    """The act without what stands behind the joint."""
    content = draft.content
    if content.form == "direct" or not content.start < line.tokens[joint].start < content.end:
        return
    first = line.index(content.start)
    end = last_word(line, joint, first)
    source, cue = draft.source, draft.cue
    for span in (source, cue):  # what a cue follows that closes the clause ends before the cue
        if span is not None and span[1] == line.tokens[end - 1].end:
            start = min(s[0] for s in (source, cue) if s is not None)
            if start > content.start:
                end = last_word(line, line.index(start), first)
    if end > first:
        draft.content = stretch(line, quotes, content.start, line.tokens[end - 1].end)


def _begin_at(line: Line, quotes: Quotes, draft: Draft, first: int) -> None:
    """The act without what stands before the joint."""
    content = draft.content
    if content.form == "direct" or not content.start < line.tokens[first].start < content.end:
        return
    start = after_links(line, first, line.stop(content.end))
    if start < line.stop(content.end):
        draft.content = stretch(line, quotes, line.tokens[start].start, content.end)
