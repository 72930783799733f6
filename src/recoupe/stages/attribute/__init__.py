"""Attribution: who is said to have said what (Document, Annotations → Attributions).

Each package knows only those above it: `words` (where a sentence reports), `phrases` (the words that name who speaks), `contents` (the
words that are said), `forms` (each form of reporting, read to Drafts). `naming` knows none of them: it finds whom a source means.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Mention, Numeral, Quote, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.beneath import with_quoted_beneath
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.forms.drafts import read_line
from recoupe.stages.attribute.forms.interviews import answers
from recoupe.stages.attribute.forms.itemised import over_items
from recoupe.stages.attribute.forms.labels import borne_out, labelled, posted
from recoupe.stages.attribute.forms.loose import bracketed, loose_quotes
from recoupe.stages.attribute.forms.noted import noted
from recoupe.stages.attribute.forms.openings import behind_opening
from recoupe.stages.attribute.forms.shared_quotations import share_quotations
from recoupe.stages.attribute.forms.taking_up import taking_up
from recoupe.stages.attribute.naming.voices import Voices
from recoupe.stages.attribute.nesting import parents
from recoupe.stages.attribute.resolving import speakers
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING

__all__ = ["attribute", "draft"]

_BRACKETS = frozenset("([")
_Mark = TypeVar("_Mark", TimeRef, Mention, Numeral)


def draft(document: Document, annotations: Annotations, pack: LanguagePack) -> list[Draft]:
    """The reporting acts of the document in reading order, before anybody is named."""
    quotes = Quotes(annotations.quotes)
    bare = _without_openings(document, annotations, pack)
    whole, sentences = with_quoted_beneath(annotations.sentences, bare, quotes, pack)
    times = _in_each(sentences, annotations.times)
    mentions = _in_each(sentences, annotations.mentions)
    numerals = _in_each(sentences, annotations.numerals)
    marks = _marks(sentences, annotations.quotes)
    within = zip(sentences, times, mentions, numerals, marks, strict=True)
    lines = [Line(s, pack, t, m, n, q) for s, t, m, n, q in within]
    found: list[Draft] = []
    gate = pack.cue_gate
    for line in lines:
        quoting = not CLOSING.isdisjoint(line.folds) or '"' in line.sentence.words
        if quoting or not gate.isdisjoint(line.sentence.words):
            found += read_line(line, quotes)
        closing = bracketed(line, quotes)
        if closing is not None:
            found.append(closing)
        elif not _BRACKETS.isdisjoint(line.folds):
            found += noted(line, quotes)
    over_items(lines, whole, found)
    taken_up = taking_up(lines, quotes, found)
    found = [one for one in found if not any(_part_of(one, other) for other in taken_up)] + taken_up
    labels = labelled(lines)
    answered = answers(lines, quotes, labels)
    found += answered
    loose = loose_quotes(lines, quotes, found, frozenset(p.span.start for p in annotations.places))
    for one in loose:
        if answered and one.source is None and one.content.start < answered[0].content.start:
            one.answers = answered[0].answers  # the headline of an interview quotes who is interviewed
    found += loose
    found += [one for one in labels if borne_out(one, found)]
    found += posted(lines)
    share_quotations(lines, found)
    # broken quotation marks can leave an act without anything said, or without who says it
    return sorted((one for one in found if _whole(one)), key=_reading_order)


def _part_of(one: Draft, other: Draft) -> bool:
    """Whether the cue of one act is only a part of the other's (« C'est l'estimation *avancée par* l'ONU »)."""
    if one.cue is None or other.cue is None:
        return False
    return other.cue[0] <= one.cue[0] and one.cue[1] <= other.cue[1]


def _whole(one: Draft) -> bool:
    """Whether the act has something said, and words for the source that it names."""
    return one.content.start < one.content.end and (one.source is None or one.source[0] < one.source[1])


def _without_openings(document: Document, annotations: Annotations, pack: LanguagePack) -> list[Sentence]:
    """The sentences, those that open a block without the bullet, the time or the town in front of it."""
    sentences = annotations.sentences
    blocks = [-1, *(s.block for s in sentences)]
    states = (m.span for m in annotations.mentions if m.entity.kind == "state")
    towns = {span.start: span.end for span in (*states, *(p.span for p in annotations.places))}
    return [
        s if s.block == before else behind_opening(s, document.text, pack, towns)
        for before, s in zip(blocks, sentences, strict=False)
    ]


def _in_each(sentences: Sequence[Sentence], marks: Sequence[_Mark]) -> list[Sequence[_Mark]]:
    """The marks that begin in each sentence; both are in reading order."""
    starts = [mark.span.start for mark in marks]
    return [marks[bisect_left(starts, s.start) : bisect_left(starts, s.end)] for s in sentences]


def _marks(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> list[dict[int, str]]:
    """The quotation marks of each sentence by offset, as « or »."""
    marks = {q.start: "«" for q in quotes} | {q.end - 1: "»" for q in quotes if q.closed}
    offsets = sorted(marks)
    within = (offsets[bisect_left(offsets, s.start) : bisect_left(offsets, s.end)] for s in sentences)
    return [{offset: marks[offset] for offset in here} for here in within]


def _reading_order(one: Draft) -> tuple[int, int, int, int]:
    """First by where the act begins; of two that begin together by what is said, the outer one first."""
    if one.via is not None:
        start, content, end, _ = _reading_order(one.via)
        return start, content, end, 1
    marks = [span[0] for span in (one.source, one.cue) if span]
    return min([one.content.start, *marks]), one.content.start, -one.content.end, 0


def attribute(
    document: Document, annotations: Annotations, pack: LanguagePack, gazetteers: Gazetteers
) -> tuple[tuple[Attribution, ...], tuple[Issue, ...]]:
    """The attributions of the document in reading order, and an Issue for each statement whose source was not found."""
    drafts = draft(document, annotations, pack)
    above = parents(drafts)
    voices = Voices(document, annotations, pack, gazetteers)
    ids = [_identify(document, one) for one in drafts]
    resolved = speakers(drafts, above, voices, annotations, document.text)
    issues: list[Issue] = []
    found: list[Attribution] = []
    text = document.text
    for n, one in enumerate(drafts):
        who = resolved[n]
        parent = above[n]
        if who is None:
            span = Span.cut(text, one.content.start, one.content.end)
            issues.append(
                Issue(
                    "cue",
                    "a statement whose source was not found in the text around it",
                    document.path,
                    document.id,
                    span,
                )
            )
        found.append(
            Attribution(
                id=ids[n],
                document=document.id,
                source=Span.cut(text, *one.source) if one.source else None,
                entity=who.entity if who else None,
                role=who.role if who else None,
                organisation=who.organisation if who else None,
                cue=Span.cut(text, *one.cue) if one.cue else None,
                content=Span.cut(text, one.content.start, one.content.end),
                form=one.content.form,
                stance=one.stance,
                negated=one.negated,
                parent=ids[parent] if parent is not None else None,
            )
        )
    return tuple(found), tuple(issues)


def _identify(document: Document, one: Draft) -> str:
    return make_id("att", document.id, list(one.source or ()), list(one.cue or ()), one.content.start, one.content.end)
