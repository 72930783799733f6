"""`recoupe documents`: what a ledger has read."""

from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem

if TYPE_CHECKING:
    from recoupe.store.view import DocumentRow


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.documents"))
    def documents(
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            if as_json:
                for row in view.documents():
                    record = row._asdict()
                    context.output.write(line({"document": stem(row.path), "key": record.pop("id"), **record}))
                return
            people = context.output.for_people
            context.output.table(
                [say(f"column.{name}") for name in (_FOR_PEOPLE if people else _IN_FULL)],
                (_for_people(row) if people else _in_full(row) for row in view.documents()),
                numbers=(3, 4) if people else (4, 5),
            )


_FOR_PEOPLE = ("document", "language", "published", "attributions", "figures", "outlet", "title")
_IN_FULL = ("id", "document", "language", "published", "attributions", "figures", "outlet", "title")


def _for_people(row: "DocumentRow") -> tuple[object, ...]:
    """The cells of a table as wide as a terminal."""
    return stem(row.path), row.language, row.published, row.attributions, row.figures, row.outlet, row.title


def _in_full(row: "DocumentRow") -> tuple[object, ...]:
    return row.id.removeprefix("doc-")[:8], row.path, *_for_people(row)[1:]
