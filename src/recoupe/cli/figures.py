"""`recoupe figures`: how many, of whom, where, when, on whose word."""

from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem
from recoupe.interface.catalogue import Catalogue

if TYPE_CHECKING:
    from recoupe.interface.wording import Wording
    from recoupe.store.view import FigureRow


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.figures"))
    def figures(
        ledger: str | None = options.ledger(say),
        document: str | None = options.document(say),
        source: str | None = options.source(say),
        effect: str | None = options.effect(say),
        group: str | None = options.group(say),
        place: str | None = options.place(say),
        date: str | None = options.date(say),
        date_from: str | None = options.date_from(say),
        date_to: str | None = options.date_to(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import figure_line
        from recoupe.interface.wording import Wording
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = options.asked(
                context,
                view,
                document=document,
                source=source,
                effect=effect,
                group=group,
                place=place,
                date=date,
                date_from=date_from,
                date_to=date_to,
            )
            if as_json:
                for row in view.figures(wanted):
                    context.output.write(figure_line(row))
                return
            words = Wording(say, view.french_names())
            columns, cells = (_FOR_PEOPLE, _for_people) if context.output.for_people else (_IN_FULL, _in_full)
            context.output.table(
                [say(f"column.{name}") for name in columns],
                (cells(row, say, words) for row in view.figures(wanted)),
            )


_FOR_PEOPLE = ("document", "number", "wording", "value", "effect", "place", "dates", "stated_by")
_IN_FULL = ("document", "number", "wording", "value", "effect", "group", "place", "dates", "stated_by", "reality")


def _for_people(row: "FigureRow", say: Catalogue, words: "Wording") -> tuple[str, ...]:
    """The cells of a table as wide as a terminal: what the wording shows already is left out."""
    figure = row.figure
    effect = say(f"effect.{figure.effect}")
    return (
        stem(row.origin.path),
        f"f{row.number}",
        figure.span.text,
        words.figure_value(figure),
        effect if figure.reality == "asserted" else f"{effect} ({say(f'reality.{figure.reality}')})",
        words.place(figure),
        words.dates(figure.date_from, figure.date_to),
        words.chain(figure.stated_by),
    )


def _in_full(row: "FigureRow", say: Catalogue, words: "Wording") -> tuple[str, ...]:
    figure = row.figure
    return (
        row.origin.path,
        f"f{row.number}",
        figure.span.text,
        words.figure_value(figure),
        say(f"effect.{figure.effect}"),
        words.counted(figure.unit, figure.group),
        words.place(figure),
        words.dates(figure.date_from, figure.date_to),
        words.chain(figure.stated_by),
        say(f"reality.{figure.reality}"),
    )
