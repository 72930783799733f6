"""Evidence for tests: articles that tell of one incident, each line of them a Figure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
from recoupe.model.incident import Incident, IncidentKind, Membership
from recoupe.model.origin import Origin, OriginKind, Traced
from recoupe.stages.reconcile.evidence import Evidence
from tests.factories import HODEIDA, make_document, make_figure, span

Said = dict[str, Any]


def said(words: str, value: float | None, by: str | None = "Khaled Souhail", **changes: Any) -> Said:
    """One Figure: its words, its number, who counted; `name` lets another one be `part_of` it."""
    return {"words": words, "value": float(value) if value is not None else None, "by": by, **changes}


def report(number: int, day: str, *figures: Said) -> tuple[Document, tuple[Said, ...]]:
    """An article that tells these Figures, line by line."""
    lines = [f"Ligne {n} : {each['words']}." for n, each in enumerate(figures)]
    text = "\n".join((f"Article {number}", *lines))
    return make_document(text, f"news/{number:02}.txt", published=day), figures


def evidence(
    *reports: tuple[Document, tuple[Said, ...]],
    claims: Sequence[Said] = (),
    kind: IncidentKind = "incident",
    perpetrators: tuple[str, ...] = (),
) -> Evidence:
    """All that these articles tell of one incident at Hodeida.

    A claim is made in the report whose index it names under `of`, without a number; with `line`, of that line's Figure.
    """
    figures: list[Figure] = []
    traced: dict[str, Traced] = {}
    members = []
    for document, told in reports:
        names: dict[str, str] = {}
        mine = []
        for n, each in enumerate(told):
            figure, origin = _figure(document, n, dict(each), names)
            mine.append(figure)
            traced[figure.id] = origin
        figures += mine
        members.append(Membership(f"account-{document.id}", document.id, tuple(f.id for f in mine), ()))
    found = [_claim(reports[each.get("of", 0)][0], n, dict(each), figures) for n, each in enumerate(claims)]
    incident = Incident(
        "incident-1", kind, "harm", HODEIDA, None, "2018-05-03", "2018-05-03", perpetrators, tuple(members)
    )
    return Evidence(incident, tuple(figures), tuple(found), {d.id: d for d, _ in reports}, traced)


def _figure(document: Document, line: int, each: Said, names: dict[str, str]) -> tuple[Figure, Traced]:
    begin = document.text.index(f"Ligne {line} :")
    words = replace(span(document.text[begin:], each.pop("words")), start=0, end=0)
    start = document.text.index(words.text, begin)
    words = replace(words, start=start, end=start + len(words.text))
    by, name, whole = each.pop("by"), each.pop("name", None), each.pop("of", None)
    origin_kind: OriginKind = each.pop("kind", "own_count" if by else "unknown")
    unnamed, distorted, hops = each.pop("unnamed", False), each.pop("distorted", False), each.pop("hops", 0)
    changes = {"stated_by": (by,) if by else (), "part_of": names.get(whole) if whole else None} | each
    figure = make_figure(document, words, **changes)
    if name:
        names[name] = figure.id
    origin = Origin(make_id("origin", by or "", figure.value), origin_kind, by or "", unnamed)
    hop_ids = tuple(f"relay-{n}" for n in range(hops))
    return figure, Traced(figure.id, document.id, origin, "stated_by", hop_ids, distorted, None)


def _claim(document: Document, number: int, each: Said, figures: Sequence[Figure]) -> Claim:
    each.pop("of", None)
    line = each.pop("line", None)
    mine = [figure for figure in figures if figure.document == document.id]
    fields = {
        "id": f"claim-{number}",
        "document": document.id,
        "span": span(document.text, "Article") if line is None else mine[line].span,
        "stated_by": (),
        "attribution": None,
        "figures": () if line is None else (mine[line].id,),
    }
    return Claim(**(fields | each))
