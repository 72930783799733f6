"""Labels: what stands behind a name and a colon, without quotation marks (headlines, interviews)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import DASHES, OPENING

_LONGEST = 9
"""So many words at most name the speaker."""
_LONGEST_LABEL = 5
"""Words of a label that names nobody (« Officials: »), at most."""
_TOLL = 6
"""Words behind the colon in which a toll is told (« Zelensky : 31 000 soldats ukrainiens tués »), at most."""
_ENDS = frozenset((".", "!", "?", "…", "»", '"', "”"))
_ASKING = 3
"""A number so near the colon is what a body reports."""


def labelled(lines: Sequence[Line]) -> list[Draft]:
    """« Zelensky : les pourparlers reprendront lundi » (a headline), « Awa Diallo : Nous attendons l'aide. » (an
    answer, to the end of its paragraph)."""
    found = []
    for n, line in enumerate(lines):
        colon = _label(line)
        if colon is None:
            continue
        last = n
        if line.sentence.kind == "paragraph":
            while last + 1 < len(lines) and lines[last + 1].sentence.block == line.sentence.block:
                last += 1
        closing = lines[last]
        if closing.folds[-1] == "?":
            continue  # a question
        start = line.tokens[colon + 1].start
        final = colon + 1 if last == n else 0
        end = closing.tokens[max(last_word(closing, closing.n, final), final + 1) - 1].end
        told = line.sentence.kind == "paragraph" and closing.folds[-1] in _ENDS
        said = Content(start, end, "direct" if told else "indirect")
        found.append(Draft(line, (line.tokens[0].start, line.tokens[colon - 1].end), None, said, "say"))
    return found


def borne_out(label: Draft, acts: Sequence[Draft]) -> bool:
    """Whether somebody may be heard before a colon: a name before a bare toll is whoever speaks elsewhere too (« Zelensky : 31 000
    soldats tués », not « Ouragan Sandy : 29 morts »)."""
    line = label.line
    first = line.index(label.content.start)
    named = [m for m in line.mentions if m.span.end <= label.content.start and m.entity.kind == "person"]
    if not named or line.main_verb(first, line.n) is not None:
        return True
    return any(
        m.entity.id == named[-1].entity.id and one.source[0] <= m.span.start < one.source[1]
        for one in acts
        if one.source is not None
        for m in one.line.mentions
    )


def posted(lines: Sequence[Line]) -> list[Draft]:
    """Posts of a network set into the page, closed by a dash, who wrote them and his handle (« … – Jean Roy (@jroy) »)."""
    found = []
    for line in lines:
        if "@" not in line.sentence.words:
            continue
        at = next((k for k in range(2, line.n) if line.tokens[k].text == "@" and line.folds[k - 1] == "("), None)
        dash = next((k for k in range(at or 0, -1, -1) if line.folds[k] in DASHES), None)
        if at is None or dash is None or at - dash > _LONGEST or at - dash < 3:
            continue
        block = [
            one
            for one in lines
            if one.sentence.block == line.sentence.block and one.sentence.index <= line.sentence.index
        ]
        last = block[-2] if dash == 0 and len(block) > 1 else line
        end = last.tokens[max(last_word(last, dash if last is line else last.n), 1) - 1].end
        close = next((k + 1 for k in range(at, line.n) if line.folds[k] == ")"), line.n)
        start = block[0].tokens[0].start
        if end > start and (dash or last is not line):
            source = line.tokens[dash + 1].start, line.tokens[close - 1].end
            found.append(Draft(line, source, None, Content(start, end, "direct"), "say"))
    return found


def _label(line: Line) -> int | None:
    """The colon behind a label that is a person's name, or in a headline a body's; None when there is none."""
    if ":" not in line.sentence.words:
        return None
    colon = next((k for k in range(1, min(_LONGEST, line.n - 2)) if line.folds[k] == ":"), None)
    if colon is None or line.tokens[colon + 1].text in OPENING or line.folds[colon + 1] == '"':
        return None
    heading = line.sentence.kind != "paragraph"
    named = [m for m in line.mentions if m.span.end <= line.tokens[colon - 1].end]
    if not named or named[-1].span.end != line.tokens[colon - 1].end:
        voice = line.human(colon - 1) or line.folds[colon - 1] in line.pack.cues.documents
        short = colon <= _LONGEST_LABEL and line.main_verb(0, colon) is None and not line.counts(0, colon)
        said = line.main_verb(colon + 1, line.n) is not None or line.counts(colon + 1, line.n)
        told = heading and voice and short and said and line.traits.trailing_speakers and line.folds[-1] != "?"
        return colon if told else None  # « Officials: 12 killed in raid »
    kind, first = named[-1].entity.kind, named[-1].span.start
    alone = first == line.tokens[line.word_in(0, line.grammar.definite)].start  # « L'ONG Untel : dix morts »
    titled = all(line.human(k) or not line.is_word(k) for k in range(line.index(first)))
    verb = line.main_verb(colon + 1, line.n)
    asks = line.folds[colon + 1] in line.grammar.questions or line.folds[colon + 1] in line.grammar.this
    if kind == "person" and any(line.numeric(k) or line.folds[k][-1].isdigit() for k in range(colon)):
        return None  # « Flight KX203: all aboard died »: no person's name
    if kind == "person" and (alone or titled):
        near = line.folds[colon + 1 : colon + 1 + _TOLL]
        headed = heading or line.folds[-1] not in _ENDS  # « 18h10 / Moreau : 32 morts »
        toll = headed and line.numeric(colon + 1) and not line.pack.cues.harmed.isdisjoint(near)
        return colon if toll or (verb is not None and not asks) else None
    counts = any(line.numeric(k) for k in range(colon + 1, min(colon + 1 + _ASKING, line.n)))
    return colon if heading and alone and kind == "body" and counts else None
