"""`recoupe trace`: the way of one figure, document by document, back to the body that first counted."""

from typing import TYPE_CHECKING

import typer

from recoupe.cli import meant, options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem

if TYPE_CHECKING:
    from recoupe.provenance import Provenance


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.trace"))
    def trace(
        figure: str = typer.Argument(..., metavar="FIGURE", help=say("help.figure"), show_default=False),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import line
        from recoupe.cli.origins import independent, whose
        from recoupe.export.relay_json import relay_to_json, traced_to_json
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = meant.figure(context, view, figure)
            found = pipeline.provenance(view)
            french = view.french_names() if say.second_names else {}
            paths = view.paths()
        way = _way(found, wanted)
        if as_json:
            for each in way:
                traced = found.by_figure[each]
                record = traced_to_json(
                    traced, found.figures[each], found.documents[traced.document], found.behind[each]
                )
                relay = found.relay(traced.hops[0]) if traced.hops else None
                context.output.write(line(record | {"relay": relay_to_json(relay, paths) if relay else None}))
            return
        for depth, each in enumerate(way):
            _show(context, found, each, depth, last=depth + 1 == len(way))
        origin = found.by_figure[way[-1]]
        out, indent = context.output, "   " * len(way)
        out.line(f"{indent}└─ ", (whose(origin, french, say), "green"), f"  {say(f'traced.{origin.reason}')}")
        out.line()
        out.line(say("trace.independent", number=independent(found.behind[wanted], say)))


def _show(context: Context, found: "Provenance", figure: str, depth: int, *, last: bool) -> None:
    """One Document on the way: the number, the sentence that holds it, and how it came there."""
    from recoupe.cli.origins import how

    say, out = context.say, context.output
    traced, counted = found.by_figure[figure], found.figures[figure]
    article = found.documents[traced.document]
    indent = "   " * depth
    branch = f"{indent}└─ " if depth else ""
    about = " · ".join(part for part in (stem(article.path), article.outlet, article.published) if part)
    out.line(branch, (counted.span.text, "yellow"), f"  {about}")
    out.line(f"{indent}   ", (found.sentence(counted), "dim"))
    if last:
        return
    words = how(traced, say)
    if traced.hops:
        relay = found.relay(traced.hops[0])
        words = f"{words}: {say(f'relay.{relay.kind}')}, {say(f'direction.{relay.direction_reason}')}"
    out.line(f"{indent}   ", (words, "cyan"))


def _way(found: "Provenance", figure: str) -> list[str]:
    """The Figures from this one back, each once."""
    way: list[str] = []
    at: str | None = figure
    while at is not None and at not in way:
        way.append(at)
        at = found.by_figure[at].relayed_figure
    return way
