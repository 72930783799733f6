"""`recoupe near`: the incidents and claims within some kilometres of a place."""

import typer

from recoupe.cli import meant, options
from recoupe.cli.context import Context
from recoupe.errors import InputError
from recoupe.export.reading_json import stem

_HALF_WAY_ROUND = 20_038.0
"""No two points of the earth lie further apart, in kilometres."""


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.near"))
    def near(
        place: str = typer.Argument(..., metavar="PLACE", help=say("help.near_place"), show_default=False),
        km: str = typer.Option("15", "--km", metavar="KM", help=say("help.km")),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import claim_line, line
        from recoupe.export.incident_json import header_to_json
        from recoupe.export.incident_labels import labels
        from recoupe.interface.wording import Wording
        from recoupe.store.filters import Filter, Near
        from recoupe.store.view import View

        around, lat, lon = meant.point(context, place)
        asked = Near(lat, lon, _kilometres(context, km))
        with View.open(context.ledger(ledger)) as view:
            if as_json:
                for apart, incident in view.incidents_near(asked):
                    header = header_to_json(pipeline.evidence(view, incident))
                    context.output.write(line({"km": round(apart, 1), **header}))
                for row in view.claims(Filter(near=asked)):
                    context.output.write(claim_line(row))
                return
            words = Wording(say, view.french_names())
            title = f"{words.place_name(around.name, around.name_fr)} ({around.country}), {asked.km:g} km"
            context.output.line((title, "bold"))
            context.output.line()
            rows = []
            for apart, incident in view.incidents_near(asked):
                evidence = pipeline.evidence(view, incident)
                label = labels(incident, (f.effect for f in evidence.figures))[say.language]
                rows.append((f"{apart:.0f} km", incident.id, label, str(len(evidence.figures))))
            context.output.table([say(f"column.{name}") for name in ("distance", "incident", "label", "figures")], rows)
            context.output.line()
            context.output.table(
                [say(f"column.{name}") for name in ("document", "number", "stated_by", "kind", "content")],
                (
                    (
                        stem(row.origin.path),
                        f"c{row.number}",
                        words.chain(row.claim.stated_by),
                        words.claim(row.claim),
                        row.claim.span.text,
                    )
                    for row in view.claims(Filter(near=asked))
                ),
            )


def _kilometres(context: Context, given: str) -> float:
    """A distance as it was typed; raises InputError when it is none."""
    try:
        found = float(given.replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found <= _HALF_WAY_ROUND:
        raise InputError(context.say("error.km", given=given))
    return found
