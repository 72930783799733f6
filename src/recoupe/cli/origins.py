"""`recoupe origins`: for each figure the body that first counted, and how many independent ones stand behind it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context
from recoupe.export.reading_json import stem
from recoupe.interface.catalogue import Catalogue

if TYPE_CHECKING:
    from recoupe.model.origin import Independence, Traced

_COLUMNS = ("document", "wording", "origin", "reason", "independent")


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.origins"))
    def origins(
        ledger: str | None = options.ledger(say),
        document: str | None = options.document(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import line
        from recoupe.export.relay_json import traced_to_json
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = view.find(document) if document else None
            found = pipeline.provenance(view)
            french = view.french_names() if say.second_names else {}
        rows = [t for t in found.traced if wanted in (None, t.document)]
        if as_json:
            for traced in rows:
                figure, article = found.figures[traced.figure], found.documents[traced.document]
                context.output.write(line(traced_to_json(traced, figure, article, found.behind[traced.figure])))
            return
        context.output.table(
            [say(f"column.{name}") for name in _COLUMNS],
            (
                (
                    stem(found.documents[t.document].path),
                    found.figures[t.figure].span.text,
                    whose(t, french, say),
                    how(t, say),
                    independent(found.behind[t.figure], say),
                )
                for t in rows
            ),
        )


def independent(behind: "Independence", say: Catalogue) -> str:
    """How many independent origins, as a number or a range; a word where it cannot be told."""
    if behind.maximum is None:
        return say("origin.unknown") if not behind.minimum else f"≥ {behind.minimum}"
    return f"{behind.minimum}" if behind.minimum == behind.maximum else f"{behind.minimum}–{behind.maximum}"


def how(traced: "Traced", say: Catalogue) -> str:
    """How the Figure leads to its origin, and whether its number was changed on the way."""
    words = say(f"traced.{traced.reason}")
    return f"{words}; {say('traced.distorted')}" if traced.distorted else words


def whose(traced: "Traced", french: Mapping[str, str], say: Catalogue) -> str:
    """The origin's name in the person's language, or why there is none."""
    return french.get(traced.origin.name, traced.origin.name) or say(f"origin.{traced.origin.kind}")
