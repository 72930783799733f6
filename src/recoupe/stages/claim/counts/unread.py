"""Unread: the Issues for numbers near harm that are no figure, for days and for places of harm that cannot be told."""

from collections.abc import Iterator, Sequence

from recoupe.model.annotation import PlaceRef
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import Line


def unread(line: Line, count: Count, document: Document) -> list[Issue]:
    """An Issue for a count of people, or of what is not said, that no word of a sentence about harm ties to harm.

    Decoys that were recognised (ages, distances, vehicles), one person and a name's number (« Radio 4 ») need none.
    """
    value, bound = count.numeral.value, count.numeral.bound
    if count.kind not in ("people", "bare", "them") or line.lexicon.alarms.isdisjoint(line.words):
        return []
    if value is not None and (value < 2 or value != int(value)):
        return []
    if count.kind == "bare":
        before = line.sentence.tokens[count.first - 1].text if count.first else ""
        if before[:1].isupper() or bound == "several":
            return []
    return [
        number_issue(line, count, document, "stands near words of harm, but nothing says what befell those counted")
    ]


def vague(line: Line, count: Count, document: Document) -> list[Issue]:
    """An Issue for people harmed whose number is not given (« plusieurs civils tués »)."""
    return [number_issue(line, count, document, "were harmed, but no number is given")]


def undated(figure: Figure, document: Document) -> Issue | None:
    """The Issue of a figure's day that cannot be told, as nothing says when the article was published."""
    span = figure.date_span
    if span is None or figure.date_from is not None or figure.date_to is not None or document.published is not None:
        return None
    reason = f"« {span.text} » has no date, as the article's own date is unknown"
    return Issue("date", reason, document.path, document.id, span)


def number_issue(line: Line, count: Count, document: Document, reason: str) -> Issue:
    """The Issue of a number, with the words as written."""
    start = count.numeral.span.start
    span = Span.cut(document.text, start, max(count.numeral.span.end, line.sentence.tokens[count.end - 1].end))
    return Issue("number", f"« {span.text} » {reason}", document.path, document.id, span)


def unplaced(figures: Sequence[Figure], refs: Sequence[PlaceRef], document: Document) -> Iterator[Issue]:
    """An Issue for each place of the figures that no gazetteer knows, at the first figure that has it."""
    unknown = [ref.span for ref in refs if ref.place is None]
    seen: set[str] = set()
    for figure in figures if unknown else ():
        where = figure.place_span
        for span in unknown:
            if where is None or not where.holds(span.start, span.end) or span.text in seen:
                continue
            seen.add(span.text)
            instead = f": {figure.place.name} stands for it" if figure.place is not None else ""
            reason = f"« {span.text} » is a place of harm that no gazetteer knows{instead}"
            yield Issue("place", reason, document.path, document.id, span)
