"""`recoupe documents`: what a ledger has read."""

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.documents"))
    def documents(
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.export.reading_json import stem
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            if as_json:
                for row in view.documents():
                    record = row._asdict()
                    context.output.write(line({"document": stem(row.path), "key": record.pop("id"), **record}))
                return
            names = ("id", "document", "language", "published", "attributions", "figures", "outlet", "title")
            context.output.table(
                [say(f"column.{name}") for name in names],
                (
                    (
                        row.id.removeprefix("doc-")[:8],
                        row.path,
                        row.language,
                        row.published,
                        row.attributions,
                        row.figures,
                        row.outlet,
                        row.title,
                    )
                    for row in view.documents()
                ),
                numbers=(4, 5),
            )
