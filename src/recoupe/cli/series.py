"""`recoupe series`: running totals, as each body stated them over time."""

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.cli.incidents import reconcile, write_json

_COLUMNS = ("label", "origin", "effect", "group", "stated", "wording", "superseded")


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.series"))
    def series(
        ledger: str | None = options.ledger(say),
        place: str | None = options.place(say),
        date_from: str | None = options.date_from(say),
        date_to: str | None = options.date_to(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.export.incident_labels import labels
        from recoupe.interface.wording import Wording
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            asked = options.asked(context, view, place=place, date_from=date_from, date_to=date_to)
            wanted = (each for each in view.incidents(asked) if each.kind == "series")
            if as_json:
                write_json(context, view, wanted)
                return
            words = Wording(say, view.french_names())
            rows = []
            for found in reconcile(view, wanted):
                by_id = found.evidence.by_id
                label = labels(found.evidence.incident, (f.effect for f in found.evidence.figures))[say.language]
                for each in found.lines:
                    name = words.name(each.name) or say("origin.unknown")
                    for statement in each.statements:
                        if statement.first:
                            later = statement.superseded_by
                            rows.append(
                                (
                                    label,
                                    name,
                                    say(f"effect.{each.effect}"),
                                    say(f"group.{each.group}"),
                                    statement.stated or "",
                                    by_id[statement.figure].span.text,
                                    by_id[later].span.text if later else "",
                                )
                            )
            context.output.table([say(f"column.{name}") for name in _COLUMNS], rows)
