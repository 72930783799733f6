"""`recoupe relays`: which document has its text from which, and what changed on the way."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem
from recoupe.interface.catalogue import Catalogue

if TYPE_CHECKING:
    from recoupe.model.relay import Relay

_COLUMNS = ("from", "to", "kind", "direction", "shared", "changes")


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.relays"))
    def relays(
        ledger: str | None = options.ledger(say),
        document: str | None = options.document(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import line
        from recoupe.export.relay_json import relay_to_json
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = view.find(document) if document else None
            found = [r for r in pipeline.provenance(view).relays if wanted in (None, r.from_document, r.to_document)]
            paths = view.paths()
        found.sort(key=lambda relay: (paths[relay.from_document], paths[relay.to_document]))
        if as_json:
            for relay in found:
                context.output.write(line(relay_to_json(relay, paths)))
            return
        context.output.table([say(f"column.{name}") for name in _COLUMNS], (_cells(r, paths, say) for r in found))


def _cells(relay: "Relay", paths: Mapping[str, str], say: Catalogue) -> tuple[str, ...]:
    return (
        stem(paths[relay.from_document]),
        stem(paths[relay.to_document]),
        say(f"relay.{relay.kind}"),
        say(f"direction.{relay.direction_reason}"),
        "" if relay.kind == "cites" else f"{relay.score:.0%}",
        changes(relay, say),
    )


def changes(relay: "Relay", say: Catalogue) -> str:
    """How many changes of each kind, most first."""
    kinds = [change.kind for change in relay.changes]
    counted = sorted(((kinds.count(kind), kind) for kind in dict.fromkeys(kinds)), key=lambda c: (-c[0], c[1]))
    return ", ".join(say.count(f"altered.{kind}", count) for count, kind in counted)
