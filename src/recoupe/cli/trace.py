"""`recoupe trace`: the way of one figure, document by document, back to the body that first counted."""

from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem

if TYPE_CHECKING:
    from recoupe.pipeline import Behind


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
            meant = _find(context, view.figure_ids(figure), figure)
            behind = pipeline.origins(view)
            french = view.french_names() if say.language == "fr" else {}
            paths = view.paths()
        way = list(_way(behind, meant))
        if as_json:
            for each in way:
                traced = behind.traced_by_figure[each]
                figure_, article = behind.figures[each], behind.documents[traced.document]
                record = traced_to_json(traced, figure_, article, behind.independence[each])
                relay = behind.relays.get(traced.hops[0]) if traced.hops else None
                context.output.write(line(record | {"relay": relay_to_json(relay, paths) if relay else None}))
            return
        for depth, each in enumerate(way):
            traced, found = behind.traced_by_figure[each], behind.figures[each]
            article = behind.documents[traced.document]
            indent = "   " * depth
            branch = f"{indent[:-3]}└─ " if depth else ""
            about = " · ".join(part for part in (stem(article.path), article.outlet, article.published) if part)
            context.output.line(branch, (found.span.text, "yellow bold"), f"  {about}")
            context.output.line(f"{indent}   ", (f"« {behind.sentence(found)} »", "dim"))
            relay = behind.relays.get(traced.hops[0]) if traced.hops and depth + 1 < len(way) else None
            if relay is not None:
                context.output.line(f"{indent}   ", (say(f"relay.{relay.kind}"), "cyan"), f" · {say(f'direction.{relay.direction_reason}')}")
        last = behind.traced_by_figure[way[-1]]
        context.output.line("   " * len(way), (whose(last, french, say), "green bold"), f"  {say(f'traced.{last.reason}')}")
        context.output.line()
        context.output.line(say("trace.independent", number=independent(behind.independence[meant], say)))


def _find(context: Context, ids: list[str], given: str) -> str:
    from recoupe.errors import InputError

    if len(ids) == 1:
        return ids[0]
    raise InputError(context.say("error.figure", given=given) if not ids else context.say("error.figures", given=given))


def _way(behind: "Behind", figure: str) -> list[str]:
    """The Figures from this one back, each once."""
    found: list[str] = []
    at: str | None = figure
    while at is not None and at not in found:
        found.append(at)
        at = behind.traced_by_figure[at].relayed_figure
    return found
