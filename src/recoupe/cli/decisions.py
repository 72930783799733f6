"""`recoupe decisions`: the judgements that people have recorded."""

import typer

from recoupe.cli import options
from recoupe.cli.context import Context


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.decisions"))
    def decisions(
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.export.incident_json import decision_to_json
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            found = view.decisions()
        if as_json:
            for each in found:
                context.output.write(line(decision_to_json(each)))
            return
        columns = ("decision", "verdict", "figures", "from", "who", "when", "why")
        context.output.table(
            [say(f"column.{name}") for name in columns],
            (
                (
                    each.id,
                    say(f"verdict.{each.verdict}"),
                    str(len(each.records)),
                    str(len(each.others)) if each.others else "",
                    each.who,
                    each.when,
                    each.why,
                )
                for each in found
            ),
        )
