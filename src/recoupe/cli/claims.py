"""`recoupe claims`: who claims what."""

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.claims"))
    def claims(
        ledger: str | None = options.ledger(say),
        document: str | None = options.document(say),
        source: str | None = options.source(say),
        kind: str | None = options.kind(say),
        effect: str | None = options.effect(say),
        group: str | None = options.group(say),
        place: str | None = options.place(say),
        date: str | None = options.date(say),
        date_from: str | None = options.date_from(say),
        date_to: str | None = options.date_to(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import claim_line
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
                kind=kind,
            )
            if as_json:
                for row in view.claims(wanted):
                    context.output.write(claim_line(row))
                return
            words = Wording(say, view.french_names())
            name = stem if context.output.for_people else str
            context.output.table(
                [say(f"column.{name}") for name in ("document", "number", "stated_by", "kind", "content")],
                (
                    (
                        name(row.origin.path),
                        f"c{row.number}",
                        words.chain(row.claim.stated_by),
                        words.claim(row.claim),
                        row.claim.span.text,
                    )
                    for row in view.claims(wanted)
                ),
            )
