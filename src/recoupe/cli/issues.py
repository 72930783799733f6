"""`recoupe issues`: what could not be read, and why."""

from typing import get_args

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.model.issue import IssueKind

KINDS: tuple[str, ...] = get_args(IssueKind)


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.issues"))
    def issues(
        ledger: str | None = options.ledger(say),
        document: str | None = options.document(say),
        kind: str | None = typer.Option(None, metavar="KIND", help=say("help.kind", choices=", ".join(KINDS))),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.cli.json_lines import line
        from recoupe.export.reading_json import issue_to_json, stem
        from recoupe.store.view import View

        wanted = context.choice("--kind", kind, KINDS)
        with View.open(context.ledger(ledger)) as view:
            found = view.issues(view.find(document) if document else None)
            found = (issue for issue in found if wanted in (None, issue.kind))
            if as_json:
                for issue in found:
                    context.output.write(line(issue_to_json(issue)))
                return
            name = stem if context.output.for_people else str
            context.output.table(
                [say(f"column.{name}") for name in ("document", "kind", "words", "reason")],
                (
                    (
                        name(issue.path),
                        say(f"issue.{issue.kind}"),
                        issue.span.text if issue.span else "",
                        say.sentence(issue.reason),
                    )
                    for issue in found
                ),
            )
