"""Attributions: the reports of an article as records, each inside the smallest content that holds it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.first.contents import Report, Unheard
from recoupe.stages.first.lines import Line


def attributions(
    document: Document, told: Iterable[tuple[Line, Sequence[Report], Sequence[Unheard]]]
) -> tuple[tuple[Attribution, ...], tuple[Issue, ...]]:
    """The Attributions by where their content begins, and an Issue for each cue that was not understood."""
    found: dict[str, Attribution] = {}
    outer: dict[str, int] = {}
    issues: list[Issue] = []
    told = list(told)
    heard = {report.speaker.entity.id for _, reports, _ in told for report in reports if report.cue is not None}
    for line, reports, unheard in told:
        for report in reports:
            if report.cue is None and report.speaker.entity.kind == "person" and report.speaker.entity.id not in heard:
                continue  # « Иван Петров: учёный и солдат » is about him
            attribution = _attribution(document, line, report)
            found.setdefault(attribution.id, attribution)
            if report.inside is not None:
                outer[attribution.id] = report.inside[0]
        for each in unheard:
            span = Span.cut(document.text, each.start, each.end)
            issues.append(Issue("cue", f"« {span.text} »: {each.reason}", document.path, document.id, span))
    ordered = sorted(found.values(), key=lambda a: (a.content.start, -a.content.end, a.id))
    by_cue = {each.cue.start: each.id for each in ordered if each.cue is not None}
    parents = {each.id: by_cue.get(outer.get(each.id, -1)) or _parent(each, ordered) for each in ordered}
    ordered.sort(key=lambda a: (a.content.start, -a.content.end, parents[a.id] is not None, a.id))
    return tuple(replace(each, parent=parents[each.id]) for each in ordered), tuple(issues)


def _attribution(document: Document, line: Line, report: Report) -> Attribution:
    speaker, text = report.speaker, document.text
    source = None
    if not report.carried:
        start, end = line.bounds_of(text, speaker.first, speaker.last)
        source = Span.cut(text, start + speaker.skip, end)
    cue = Span.cut(text, *report.cue) if report.cue is not None else None
    content = Span.cut(text, report.start, report.end)
    ends = [[span.start, span.end] if span else [] for span in (source, cue)]
    return Attribution(
        id=make_id("att", document.id, *ends, content.start, content.end),
        document=document.id,
        source=source,
        entity=speaker.entity,
        role=speaker.role,
        organisation=speaker.organisation,
        cue=cue,
        content=content,
        form=report.form,
        stance=report.stance,
        negated=False,
        parent=None,
    )


def _parent(child: Attribution, every: Sequence[Attribution]) -> str | None:
    """The id of the smallest content that holds this one and its cue, and is another's."""
    holding = [
        other
        for other in every
        if other is not child
        and other.content.holds(child.content.start, child.content.end)
        and (child.cue is None or other.content.holds(child.cue.start, child.cue.end))
        and other.cue != child.cue
        and (other.cue is None or not child.content.holds(other.cue.start, other.cue.end))
    ]
    smallest = min(holding, key=lambda a: (a.content.end - a.content.start, a.id), default=None)
    return smallest.id if smallest else None
