"""`recoupe incidents`: which moments and places of harm the documents tell of, and what follows from their figures."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context

if TYPE_CHECKING:
    from recoupe.interface.catalogue import Catalogue
    from recoupe.model.digest import Digest
    from recoupe.model.incident import Incident
    from recoupe.stages.reconcile.reconciled import Reconciled
    from recoupe.store.digests import Line
    from recoupe.store.view import View

_COLUMNS = ("incident", "label", "documents", "figures", "killed", "origins", "disputed", "grade")
_ALL = -1
"""No end of rows, as SQLite has it."""
_SHORT = len("incident-") + 6
"""So much of an id tells an incident from the others of any ledger that a person reads through."""


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.incidents"))
    def incidents(
        ledger: str | None = options.ledger(say),
        place: str | None = options.place(say),
        date: str | None = options.date(say),
        date_from: str | None = options.date_from(say),
        date_to: str | None = options.date_to(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.store.digests import Asked
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = options.asked(context, view, place=place, date=date, date_from=date_from, date_to=date_to)
            if as_json:
                write_json(context, view, (each for each in view.incidents(wanted) if each.kind == "incident"))
                return
            asked = Asked(place=place, date_from=wanted.date_from, date_to=wanted.date_to, order="date")
            lines = view.digests(asked, most=_ALL)
            if not lines and view.ungrouped():
                context.note(say("incident.ungrouped"))
            rows = (_cells(each, say) for each in lines)
            context.output.table([say(f"column.{name}") for name in _COLUMNS], rows, numbers=(2, 3))


def reconcile(view: "View", wanted: "Iterable[Incident]") -> "Iterator[Reconciled]":
    """What follows from the figures of each Incident."""
    from recoupe import gazetteers, pipeline
    from recoupe.stages.reconcile.reconciled import reconciled

    for each in wanted:
        yield reconciled(pipeline.evidence(view, each), gazetteers.load())


def write_json(context: Context, view: "View", wanted: "Iterable[Incident]") -> None:
    """Prints each Incident, with what follows from its figures, as a line of JSON."""
    from recoupe.cli.json_lines import line
    from recoupe.export.incident_json import incident_to_json

    for found in reconcile(view, wanted):
        context.output.write(line(incident_to_json(found)))


def _cells(line: "Line", say: "Catalogue") -> tuple[str, ...]:
    """One Incident in a listing."""
    digest = line.digest
    return (
        digest.incident[:_SHORT],
        say.called(digest.label_en, digest.label_fr),
        str(digest.documents),
        str(digest.figures),
        _killed(digest, say),
        origins(digest.origins_low, digest.origins_high, say),
        say.count("incident.conflicts", digest.conflicts) if digest.conflicts else "",
        say(f"grade.{digest.grade}") if digest.grade else "",
    )


def _killed(digest: "Digest", say: "Catalogue") -> str:
    """How many dead by recoupe's own rule: of everybody, else of those who are told of."""
    counted = span(digest.killed_low, digest.killed_high, say)
    if not counted or digest.killed_group in (None, "unspecified"):
        return counted
    return f"{counted} {say(f'group.{digest.killed_group}')}"


def span(low: int | None, high: int | None, say: "Catalogue") -> str:
    """Two numbers as a range, one number where they are the same, nothing where there is none."""
    if low is None and high is None:
        return ""
    first = say.number(low) if low is not None else "?"
    return first if low == high else f"{first}–{say.number(high) if high is not None else '?'}"


def origins(low: int, high: int, say: "Catalogue") -> str:
    """How many independent origins, as a number or a range; a word where none is known."""
    return span(low, high, say) if high else say("origin.unknown")
