"""`recoupe publish`: a static site of what people have accepted, and of nothing else."""

import datetime as dt
from pathlib import Path

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.publish"))
    def publish(
        ledger: str | None = options.ledger(say),
        out: str = typer.Option(..., "--out", metavar="DIR", help=say("help.out_folder"), show_default=False),
        two_persons: bool = typer.Option(False, "--two-persons", help=say("help.two_persons")),
        show_names: bool = typer.Option(False, "--show-names", help=say("help.show_names")),
    ) -> None:
        from recoupe import pipeline
        from recoupe.desk.site import folder
        from recoupe.desk.site.site import Site
        from recoupe.store.view import View

        needed = 2 if two_persons else 1
        with View.open(context.ledger(ledger)) as view:
            found = pipeline.publication(view, needed=needed)
            french = view.french_names()
        today = dt.datetime.now(dt.UTC).date().isoformat()
        site = Site(found, french=french, day=today, needed=needed, show_names=show_names)
        folder.write(Path(out), site.files())
        context.output.line(say.count("site.written", len(found.incidents), folder=out))
        for each in found.withheld:
            context.note(say("site.withheld", incident=each.incident, waiting=len(each.waiting), figures=each.figures))
