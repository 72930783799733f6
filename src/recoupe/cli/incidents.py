"""`recoupe incidents`: which moments and places of harm the documents tell of, and what follows from their figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from recoupe.cli import options
from recoupe.cli.context import Context

if TYPE_CHECKING:
    from recoupe.interface.catalogue import Catalogue
    from recoupe.model.incident import Incident
    from recoupe.stages.reconcile.reconciled import Reconciled
    from recoupe.store.view import View

_COLUMNS = ("incident", "label", "documents", "figures", "killed", "origins", "disputed", "grade")
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
        from recoupe.cli.json_lines import line
        from recoupe.export.incident_json import incident_to_json
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            asked = options.asked(context, view, place=place, date=date, date_from=date_from, date_to=date_to)
            wanted = (each for each in view.incidents(asked) if each.kind == "incident")
            if as_json:
                for found in reconcile(view, wanted):
                    context.output.write(line(incident_to_json(found)))
                return
            show_table(context, view, wanted)


def show_table(context: Context, view: "View", wanted: "Iterator[Incident]") -> None:
    """Prints one line for each Incident."""
    say = context.say
    rows = (cells(found, say) for found in reconcile(view, wanted))
    context.output.table([say(f"column.{name}") for name in _COLUMNS], rows, numbers=(2, 3))


def reconcile(view: "View", wanted: "Iterator[Incident]") -> "Iterator[Reconciled]":
    """What follows from the figures of each Incident."""
    from recoupe import gazetteers, pipeline
    from recoupe.stages.reconcile.reconciled import reconciled

    for each in wanted:
        yield reconciled(pipeline.evidence(view, each), gazetteers.load())


def cells(found: "Reconciled", say: "Catalogue") -> tuple[str, ...]:
    """One Incident in a listing."""
    from recoupe.export.incident_labels import labels

    evidence = found.evidence
    incident = evidence.incident
    label = labels(incident, (figure.effect for figure in evidence.figures))
    conflicts = sum(each.kind == "conflict" for each in found.disagreements)
    return (
        incident.id[:_SHORT],
        label[say.language],
        str(len(incident.documents)),
        str(len(evidence.figures)),
        killed(found, say),
        origins(found, say),
        say.count("incident.conflicts", conflicts) if conflicts else "",
        say(f"grade.{found.grading.suggested}") if found.grading and found.grading.suggested else "",
    )


def killed(found: "Reconciled", say: "Catalogue") -> str:
    """How many dead by recoupe's own rule: of everybody, else of those who are told of."""
    asked = [t for t in found.tallies if t.rule == "origins" and t.effect == "killed" and t.unit == "people"]
    order = ("unspecified", "civilians", "combatants", "children", "women")
    best = min(asked, key=lambda t: order.index(t.group), default=None)
    if best is None:
        return ""
    counted = span(best.low, best.high, say)
    return counted if best.group == "unspecified" else f"{counted} {say(f'group.{best.group}')}"


def span(low: int | None, high: int | None, say: "Catalogue") -> str:
    """Two numbers as a range, one number where they are the same, nothing where there is none."""
    if low is None and high is None:
        return ""
    first = say.number(low) if low is not None else "?"
    return first if low == high else f"{first}–{say.number(high) if high is not None else '?'}"


def origins(found: "Reconciled", say: "Catalogue") -> str:
    """How many independent origins stand behind the Figures of an Incident."""
    evidence = found.evidence
    counted = {
        traced.origin.id: traced.origin
        for figure in evidence.figures
        if (traced := evidence.traced.get(figure.id)) and traced.origin.kind == "own_count" and not traced.distorted
    }
    named = {origin.name for origin in counted.values() if not origin.unnamed}
    unnamed = {origin.name for origin in counted.values() if origin.unnamed}
    low = len(named) or min(1, len(unnamed))
    return span(low, len(named) + len(unnamed), say) if counted else say("origin.unknown")
