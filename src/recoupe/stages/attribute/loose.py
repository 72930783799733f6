"""Loose quotations: those that no cue introduces (carried on, set after a colon, under a speaker's name)."""

from collections.abc import Sequence

from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents import Content, Quotes, stretch
from recoupe.stages.attribute.draft import Draft, chars
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.sources import after_connectors, subject

_FEWEST_WHOLE = 3
"""A quotation that is a sentence by itself may be shorter (« Mais c'est possible »)."""
_FEWEST_WORDS = 6
"""A quotation shorter than this, without a cue, is a word held at arm's length (« libérée »), not a statement."""


def loose_quotes(lines: Sequence[Line], quotes: Quotes, drafts: Sequence[Draft]) -> list[Draft]:
    """The statements in quotation marks that no draft covers; their source is named beside them or is the one
    before."""
    covered = [(d.content.start, d.content.end) for d in drafts]
    found: list[Draft] = []
    for quote in quotes.all:
        inner = quote.inner_end - quote.inner_start
        if any(min(b, quote.inner_end) - max(a, quote.inner_start) >= 0.6 * inner for a, b in covered):
            continue
        line = next((one for one in lines if one.sentence.start <= quote.start < one.sentence.end), None)
        if line is None:
            continue
        draft = _read(line, quotes, quote)
        if draft is not None:
            found.append(draft)
    return found


def _read(line: Line, quotes: Quotes, quote: Quote) -> Draft | None:
    first = line.index(quote.start)
    content = Content(quote.inner_start, quote.inner_end, "direct")
    inner_words = sum(1 for t in line.tokens[first:] if t.end <= quote.inner_end and (t.text[0].isalnum()))
    multi = quote.end > line.sentence.end
    if first >= 1 and line.folds[first - 1] == ":":
        return _after_colon(line, first - 1, content)
    whole = quote.start <= line.sentence.start and quote.end >= line.sentence.end - 1
    if not multi and inner_words < (_FEWEST_WHOLE if whole else _FEWEST_WORDS):
        return None
    has_verb = multi or any(
        form.finite
        for k in range(first, min(line.n, line.index(quote.inner_end)))
        for _, form in line.verbs.analyses(line.folds[k])
    )
    if not has_verb:
        return None
    lead = line.folds[:first]
    if first == 0 or lead[-1] in (",", "–", "—", "-"):
        return Draft(line, None, None, content, "say", carried=True)
    return None


def _after_colon(line: Line, colon: int, content: Content) -> Draft | None:
    """« Un rapport apporte la même conclusion : « … » »; « Zakharova : « … » »."""
    verb = line.main_verb(0, colon)
    if verb is None and after_connectors(line, 0, colon) == colon:
        return Draft(line, None, None, content, "say", carried=True)  # « Puis : « … » »
    if verb is None:
        if colon <= 14 and line.voice(0, colon) and line.sentence.kind != "paragraph":
            return Draft(line, chars(line, (0, colon)), None, content, "say")
        if colon <= 6 and line.voice(0, colon):
            return Draft(line, chars(line, (0, colon)), None, content, "say")
        return Draft(line, None, None, content, "say", carried=True)
    left = verb
    while left > 0 and line.folds[left - 1] in line.words.clitics:
        left -= 1
    source = subject(line, left)
    if source is not None and (line.voice(*source) or line.folds[source[0]] in line.words.speakers):
        return Draft(line, chars(line, source), chars(line, (verb, min(colon, verb + 5))), content, "say")
    return Draft(line, None, None, content, "say", carried=True)


def bracketed(line: Line, quotes: Quotes) -> Draft | None:
    """« 35 civils tués à Mayadine (OSDH) », « … – OSDH »: a headline closed by the name of its source."""
    if line.sentence.kind == "paragraph" or line.n < 5:
        return None
    last = line.n - 1 if line.folds[-1] == ")" else line.n
    opened = next((k for k in range(last - 1, -1, -1) if line.folds[k] == "(" or line.tokens[k].text in "–—"), None)
    if opened is None or not 1 < last - opened <= 9 or opened == 0 or (line.folds[opened] == "(") != (last < line.n):
        return None
    start, end = line.tokens[opened + 1].start, line.tokens[last - 1].end
    named = line.human(opened + 1) or all(
        line.human(k) or line.folds[k] in line.words.determiners for k in range(opened + 1, last)
    )
    if not named and not any(
        m.span.start <= start and end <= m.span.end and m.entity.kind in ("body", "media", "party", "state", "person")
        for m in line.mentions
    ):
        return None
    colon = next((k for k in range(opened - 1, 0, -1) if line.folds[k] == ":"), None)
    first = colon + 1 if colon is not None and line.main_verb(0, colon) is None else 0
    content = stretch(line, quotes, line.tokens[first].start, line.tokens[opened - 1].end)
    return Draft(line, (start, end), None, content, "say")
