"""The command with all its verbs, in one language. What a verb needs is imported when it runs: help comes at once."""

import typer

from recoupe import __version__
from recoupe.cli import (
    claims,
    decide,
    decisions,
    desk,
    diff,
    documents,
    figures,
    incident,
    incidents,
    issues,
    near,
    origins,
    publish,
    read,
    relays,
    rules,
    run,
    series,
    show,
    summary,
    trace,
)
from recoupe.cli.context import Context

VERBS = (
    read, run, summary, documents, figures, claims, show, relays, diff, origins, trace,
    incidents, incident, series, near, decide, decisions, rules, desk, publish, issues,
)  # fmt: skip
"""In the order in which help lists them."""


def build(context: Context) -> typer.Typer:
    """The command for one call."""
    say = context.say
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False, no_args_is_help=True)

    @app.callback(help=say("help.app"), epilog="\b\n" + say("help.exits").strip())
    def recoupe(
        lang: str | None = typer.Option(None, metavar="en|fr", help=say("help.lang")),
        version: bool = typer.Option(False, "--version", help=say("help.version"), is_eager=True, callback=_version),
    ) -> None:
        """`--lang` is taken from the arguments before they come here, so that it may stand anywhere."""

    for verb in VERBS:
        verb.add(app, context)
    return app


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"recoupe {__version__}")
        raise typer.Exit
