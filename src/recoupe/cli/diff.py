"""`recoupe diff`: two articles side by side, with what changed from the first to the second."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.cli.terminal import Part, Style
from recoupe.errors import InputError
from recoupe.interface.catalogue import Catalogue
from recoupe.model.relay import Change, ChangeKind
from recoupe.model.span import Span

if TYPE_CHECKING:
    from recoupe.model.reading import Reading
    from recoupe.stages.derive.comparison import Comparison

COLOURS: dict[ChangeKind, Style] = {
    "number": "yellow",
    "effect": "red",
    "group": "green",
    "attribution": "magenta",
    "date": "blue",
    "place": "cyan",
    "word": "underline",
}


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.diff"))
    def diff(
        first: str = typer.Argument(..., metavar="A", help=say("help.either"), show_default=False),
        second: str = typer.Argument(..., metavar="B", help=say("help.either"), show_default=False),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import line

        a, b = _readings(context, (first, second), ledger)
        comparison = pipeline.compare(a, b)
        if as_json:
            context.output.write(line(comparison_to_json(comparison)))
        else:
            show(context, comparison)


def show(context: Context, comparison: "Comparison") -> None:
    """Prints the two side by side, and below them the changes in a list; to a program the list goes after a blank line."""
    say, out, a, b = context.say, context.output, comparison.a, comparison.b
    if not any(row.shared for row in comparison.rows):
        out.line(say("diff.apart"))
        return
    out.side_by_side(
        (a.path, b.path),
        (
            (
                tuple(_marked(row.left, row.changes, say, left=True, brackets=not out.for_people)),
                tuple(_marked(row.right, row.changes, say, left=False, brackets=not out.for_people)),
            )
            for row in comparison.rows
        ),
    )
    if not comparison.changes:
        out.line(say("diff.none"))
        return
    if out.for_people:
        there = {change.kind for change in comparison.changes}
        out.line(*(p for kind in COLOURS if kind in there for p in ((say(f"changed.{kind}"), COLOURS[kind]), "  ")))
    out.line()
    out.table(
        [say("column.change"), "", a.path, b.path],
        (
            (say(f"changed.{c.kind}"), say(f"detail.{c.detail}"), _text(c.from_span), _text(c.to_span))
            for c in comparison.changes
        ),
    )


def comparison_to_json(comparison: "Comparison") -> dict[str, Any]:
    """The object for two documents: their paths and ids, the passages that belong together, the changes with their spans."""
    return {
        "from": comparison.a.path,
        "to": comparison.b.path,
        "from_key": comparison.a.id,
        "to_key": comparison.b.id,
        "passages": [
            {"from": [_span(s) for s in row.left], "to": [_span(s) for s in row.right]}
            for row in comparison.rows
            if row.shared
        ],
        "changes": [
            {"kind": c.kind, "detail": c.detail, "from": _span(c.from_span), "to": _span(c.to_span)}
            for c in comparison.changes
        ],
    }


def _readings(context: Context, names: Sequence[str], ledger: str | None) -> "list[Reading]":
    if ledger is not None:
        from recoupe.store.view import View

        with View.open(ledger) as view:
            return [view.reading(view.find(name)) for name in names]
    return [_read(context, name) for name in names]


def _read(context: Context, path: str) -> "Reading":
    """The Reading of a file; raises InputError where it gives none."""
    from recoupe import pipeline
    from recoupe.feeds.files import fetch
    from recoupe.model.issue import Issue

    item = fetch(path)
    outcome = (item,) if isinstance(item, Issue) else pipeline.read(path, item.data)
    if isinstance(outcome, tuple):
        raise InputError(f"{path}: {'; '.join(context.say.sentence(issue.reason) for issue in outcome)}")
    return outcome


def _marked(
    spans: Sequence[Span], changes: Sequence[Change], say: Catalogue, *, left: bool, brackets: bool
) -> Iterator[Part]:
    """The text of one side, each change in its colour, or between braces with its kind."""
    there = [(c.kind, span) for c in changes if (span := c.from_span if left else c.to_span)]
    for n, whole in enumerate(spans):
        if n:
            yield " "
        inside = [(kind, s) for kind, s in there if whole.holds(s.start, s.end)]
        cuts = sorted({whole.start, whole.end, *(end for _, s in inside for end in (s.start, s.end))})
        for start, end in pairwise(cuts):
            text = whole.text[start - whole.start : end - whole.start]
            kinds = [kind for kind, s in inside if s.start <= start and end <= s.end]
            opened = [kind for kind, s in inside if s.start == start]
            closed = [kind for kind, s in inside if s.end == end]
            if brackets:
                yield "".join(f"{{{say(f'changed.{kind}')} " for kind in opened) + text + "}" * len(closed)
            else:
                yield text, COLOURS[kinds[-1]] if kinds else ""


def _span(span: Span | None) -> dict[str, Any] | None:
    return {"start": span.start, "end": span.end, "text": span.text} if span else None


def _text(span: Span | None) -> str:
    return span.text if span else ""
