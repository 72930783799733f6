"""`recoupe read`: what articles say, without a ledger."""

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.read"))
    def read(
        paths: list[str] = options.paths(say),
        as_json: bool = options.json_lines(say),
        out: str | None = typer.Option(None, metavar="DIR", help=say("help.out")),
        published: str | None = options.published(say),
    ) -> None:
        from recoupe.cli.reading import read_all

        context.day("--published", published)
        if not read_all(context, paths, as_json=as_json, out=out, published=published):
            raise typer.Exit(1)
