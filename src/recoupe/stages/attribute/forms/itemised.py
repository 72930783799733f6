"""Itemised: lists set in lines of their own under a line that says whose they are (« Bilan, selon la mairie : / – … »)."""

from collections.abc import Sequence

from recoupe.model.annotation import Sentence
from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.words.line import Line

_MARKS = frozenset("-–—•·*▪◦‣●")


def over_items(lines: Sequence[Line], sentences: Sequence[Sentence], drafts: Sequence[Draft]) -> None:
    """Gives the last act of a line that ends in a colon the items beneath as its content; behind a clause, also them.

    `sentences` are those of the lines with the marks in front of them.
    """
    for at, line in enumerate(lines):
        if line.n < 2 or line.folds[-1] != ":":
            continue
        items = _items(lines, sentences, at + 1)
        acts = [d for d in drafts if d.line is line and d.cue is not None and d.content.form != "direct"]
        if not items or not acts:
            continue
        act = max(acts, key=lambda d: d.content.end)
        first, last = items[0], items[-1]
        end = last.tokens[last_word(last, last.n, 1) - 1].end
        told = line.main_verb(line.index(act.content.start), line.stop(act.content.end)) is not None
        act.content = Content(
            act.content.start if told else first.tokens[first.folds[0] in _MARKS].start, end, "indirect"
        )


def _items(lines: Sequence[Line], sentences: Sequence[Sentence], start: int) -> Sequence[Line]:
    """The lines from `start` on that open with the mark of an item and a word."""
    end = start
    while end < len(lines) and len(sentences[end].tokens) > 1 and sentences[end].folds[0] in _MARKS:
        end += 1
    return lines[start:end]
