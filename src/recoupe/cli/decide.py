"""`recoupe decide`: a person's judgement on figures, kept, and taken into account by every later run."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from recoupe.cli import meant, options
from recoupe.cli.context import Context
from recoupe.errors import InputError
from recoupe.model.decision import Verdict

if TYPE_CHECKING:
    from recoupe.store.view import View

_VERDICTS: dict[str, Verdict] = {"same": "same", "apart": "apart", "withdrawn": "withdrawn"}
"""Those that are about figures together; what one figure says is judged on the desk, beside its sentence."""


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.decide"))
    def decide(
        verdict: str = typer.Argument(..., metavar="VERDICT", help=say("help.verdict"), show_default=False),
        records: list[str] = typer.Argument(..., metavar="RECORD", help=say("help.records"), show_default=False),
        others: list[str] = typer.Option([], "--from", metavar="RECORD", help=say("help.apart_from")),
        who: str = typer.Option("", "--who", metavar="NAME", help=say("help.who")),
        why: str = typer.Option("", "--why", metavar="TEXT", help=say("help.why")),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe import pipeline
        from recoupe.cli.json_lines import line
        from recoupe.export.incident_json import decision_to_json
        from recoupe.store.decisions import made
        from recoupe.store.ledger import Ledger
        from recoupe.store.view import View

        context.choice("VERDICT", verdict, _VERDICTS)
        if not who.strip() or not why.strip():
            raise InputError(say("error.who_why"))
        file = context.ledger(ledger)
        apart: tuple[str, ...] = ()
        with View.open(file) as view:
            if verdict == "withdrawn":
                judged = _decisions(context, view, records)
            else:
                judged = meant.figures(context, view, records)
                apart = tuple(f for f in meant.figures(context, view, others) if f not in judged)
        if (verdict == "apart") != bool(apart) or (verdict == "same" and len(judged) < 2):
            raise InputError(say("error.apart" if verdict == "apart" or others else "error.same"))
        decision = made(_VERDICTS[verdict], judged, apart, who.strip(), why.strip())
        with Ledger.open(file) as open_ledger:
            open_ledger.decide(decision)
            pipeline.group(open_ledger)
            pipeline.digest(open_ledger)
        if as_json:
            context.output.write(line(decision_to_json(decision)))
            return
        context.output.line(say("decide.kept", id=decision.id))
        with View.open(file) as view:
            _stands(context, view, (*decision.records, *decision.others))


def _stands(context: Context, view: "View", figures: Sequence[str]) -> None:
    """Says in which incidents the Figures stand now."""
    held = view.held(figures)
    for each in view.digests_of(sorted({*held.values()})):
        digest = each.digest
        count = sum(incident == digest.incident for incident in held.values())
        label = context.say.called(digest.label_en, digest.label_fr)
        context.output.line(context.say.count("decide.stands", count, incident=digest.incident, label=label))


def _decisions(context: Context, view: "View", given: Sequence[str]) -> tuple[str, ...]:
    """The ids of Decisions; raises InputError for one that is none."""
    known = {each.id for each in view.decisions()}
    if missing := [each for each in given if each not in known]:
        raise InputError(context.say("error.decision", given=missing[0]))
    return tuple(sorted(set(given)))
