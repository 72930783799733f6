"""Quoters: who quotes whom (« des témoins cités par l’armée », « des chiffres que cite l’ONU »)."""

from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.own_data import own_data
from recoupe.stages.attribute.words.line import Line


def quoter(line: Line, inner: Draft) -> Draft | None:
    """Who stands above the source of `inner`: « des témoins cités par l'armée », « des chiffres que cite l'ONU »."""
    if inner.source is None:
        return None
    named = _quoter_at(line, line.stop(inner.source[1]))
    if named is None:
        return None
    start, cue = named
    source = following(line, start)
    if source is None:
        return None
    opens = inner.cue is not None and inner.cue[0] < inner.content.start
    if opens and line.tokens[source[1] - 1].end > inner.content.start:
        k = source[1] + (line.folds[source[1] : source[1] + 1] == [","])
        if k < line.n:
            inner.content = Content(line.tokens[k].start, inner.content.end, inner.content.form)
    return Draft(line, chars(line, source), chars(line, cue), inner.content, "quote")


def after_quoter(line: Line, end: int) -> int:
    """The index after « cités par l'armée », « que cite l'ONU » when it stands at `end`."""
    start = _quoter_at(line, end)
    if start is None:
        return end
    source = following(line, start[0])
    return source[1] if source else end


def _quoter_at(line: Line, i: int) -> tuple[int, tuple[int, int]] | None:
    """Where who quotes is named, and the cue, when « cités par … » or « que cite … » stands at `i`."""
    if i < line.n and line.folds[i] == ",":
        i += 1
    quoting = line.pack.cues.quoting
    if i + 1 >= line.n:
        return None
    by = line.skip(i + 1)  # « cité lundi par »
    if line.word_in(by, line.grammar.by) and own_data(line, i):
        return None
    if line.word_in(by, line.grammar.by) and any(
        v in quoting for v, f in line.verbs.analyses(line.folds[i]) if f.mood == "participle"
    ):
        return by + 1, (i, by + 1)
    if line.folds[i] in line.grammar.that and any(
        v in quoting for v, f in line.verbs.analyses(line.folds[i + 1]) if f.finite
    ):
        return i + 2, (i + 1, i + 2)
    return None
