"""Shared quotations: one quotation with a cue inside it and another behind it (« « …, dit X. … », conclut-il. »): each has the
sentences of its own."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.words.line import Line


def share_quotations(lines: Sequence[Line], drafts: Sequence[Draft]) -> None:
    """Cuts the quotation that two acts of different sentences have between them, behind the sentence of the first."""
    inside: dict[tuple[int, int], tuple[int, Draft]] = {}
    at = {id(line): n for n, line in enumerate(lines)}
    for draft in drafts:
        content, cue = draft.content, draft.cue
        if cue is not None and content.form == "direct" and content.start <= cue[0] < content.end:
            inside[content.start, content.end] = at[id(draft.line)], draft
    for draft in drafts:
        content, cue = draft.content, draft.cue
        first, earlier = inside.get((content.start, content.end), (-1, draft))
        if cue is None or earlier is draft or cue[0] < content.end or first + 1 >= len(lines):
            continue
        line, behind = lines[first], lines[first + 1]
        if draft.line is line or not content.start < behind.sentence.start < content.end:
            continue
        draft.content = Content(behind.tokens[0].start, content.end, "direct")
        end = line.tokens[last_word(line, line.n) - 1].end
        told = earlier.source is not None and earlier.cue is not None and earlier.source[1] >= end
        if told and earlier.cue is not None:
            end = line.tokens[last_word(line, line.index(earlier.cue[0])) - 1].end
        earlier.content = Content(content.start, end, "direct")
