"""Attribute: who is said to have said what (Document, Annotations → Attributions)."""


from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.attribute.contents import Quotes
from recoupe.stages.attribute.drafts import Draft, read_line
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.loose import bracketed, loose_quotes
from recoupe.stages.attribute.nesting import parents


__all__ = ["attribute", "draft"]


def draft(document: Document, annotations: Annotations, pack: LanguagePack) -> list[Draft]:
    """The reporting acts of the document in reading order, before anybody is named."""
    quotes = Quotes(annotations.quotes)
    lines = [Line(s, pack, annotations.times, annotations.mentions, annotations.numerals) for s in annotations.sentences]
    found: list[Draft] = []
    gate = pack.cue_words | {p[0] for p in pack.cues.adpositions} | {p[0] for p in pack.cues.relative_after}
    for line in lines:
        if not gate.isdisjoint(line.folds):
            found += read_line(line, quotes)
        closing = bracketed(line)
        if closing is not None:
            found.append(closing)
    found += loose_quotes(lines, quotes, found)
    return found
