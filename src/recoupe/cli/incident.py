"""`recoupe incident`: one incident told in full, with every number's sentence, origin and use."""

from typing import TYPE_CHECKING

import typer

from recoupe.cli import meant, options
from recoupe.cli.context import Context
from recoupe.cli.incidents import origins, reconcile, span, write_json
from recoupe.cli.terminal import Part
from recoupe.export.reading_json import stem
from recoupe.interface.catalogue import Catalogue

if TYPE_CHECKING:
    from recoupe.interface.wording import Wording
    from recoupe.model.incident import Membership
    from recoupe.model.tally import Tally
    from recoupe.stages.reconcile.reconciled import Reconciled
    from recoupe.store.view import View

_MET = {True: "✓", False: "✗", None: "?"}
_SHOWN = ("conflict", "status", "time", "scope", "compatible", "equal")
_MOST = 8
"""So many disagreements of a class are shown; all are in the JSON."""


def add(app: typer.Typer, context: Context) -> None:
    """Adds the verb to `app`."""
    say = context.say

    @app.command(help=say("help.incident"))
    def incident(
        words: str = typer.Argument(..., metavar="INCIDENT", help=say("help.which_incident"), show_default=False),
        ledger: str | None = options.ledger(say),
        as_json: bool = options.json_lines(say),
    ) -> None:
        from recoupe.store.view import View

        with View.open(context.ledger(ledger)) as view:
            wanted = view.incident(meant.incident(context, view, words))
            if as_json:
                write_json(context, view, [wanted])
                return
            (found,) = reconcile(view, [wanted])
            show(context, view, found)


def show(context: Context, view: "View", found: "Reconciled") -> None:
    """Tells one Incident in full."""
    from recoupe.interface.wording import Wording

    words = Wording(context.say, view.french_names())
    _show_header(context, found, words)
    _show_figures(context, found, words)
    _show_lines(context, found, words)
    _show_disagreements(context, found)
    _show_tallies(context, found)
    _show_checks(context, found)
    _show_grade(context, found)
    _show_documents(context, found)


def _heading(context: Context, key: str) -> None:
    context.output.line()
    context.output.line((context.say(f"incident.{key}"), "bold"))


def _show_header(context: Context, found: "Reconciled", words: "Wording") -> None:
    from recoupe.export.incident_labels import labels
    from recoupe.stages.reconcile.digest import origins as of_all

    say, out, incident = context.say, context.output, found.evidence.incident
    label = labels(incident, (figure.effect for figure in found.evidence.figures))[say.language]
    out.line((label, "bold"), f"  {incident.id}")
    place = incident.place
    if place is not None and place.lat is not None and place.lon is not None:
        out.line(
            f"{say(f'precision.{place.precision}')} · {say.number(place.lat)}, {say.number(place.lon)}"
            + (f" · {place.country}" if place.country else "")
        )
    if incident.perpetrators:
        out.line(say("incident.by", names=", ".join(map(words.name, incident.perpetrators))))
    out.line(say("incident.origins", number=origins(*of_all(found.evidence), say)))


def _show_figures(context: Context, found: "Reconciled", words: "Wording") -> None:
    from recoupe.cli.origins import whose

    say, evidence = context.say, found.evidence
    french = words.labels
    _heading(context, "figures")
    rows = []
    for figure in evidence.figures:
        traced = evidence.traced.get(figure.id)
        article = evidence.documents[figure.document]
        rows.append(
            (
                figure.span.text,
                words.counted(figure.unit, figure.group),
                say(f"effect.{figure.effect}"),
                "" if figure.reality == "asserted" else say(f"reality.{figure.reality}"),
                whose(traced, french, say) if traced else say("origin.unknown"),
                say("traced.distorted") if traced and traced.distorted else words.chain(figure.stated_by),
                article.published or "",
                stem(article.path),
            )
        )
    columns = ("wording", "group", "effect", "reality", "origin", "stated_by", "published", "document")
    context.output.table([say(f"column.{name}") for name in columns], rows)


def _show_lines(context: Context, found: "Reconciled", words: "Wording") -> None:
    say, by_id = context.say, found.evidence.by_id
    told = [line for line in found.lines if len({s.figure for s in line.statements if s.first}) > 1 or line.concedes]
    if not told:
        return
    _heading(context, "lines")
    for line in told:
        steps = " → ".join(
            f"{by_id[each.figure].span.text} ({each.stated or '?'})" for each in line.statements if each.first
        )
        about = [
            words.name(line.name) or say("origin.unknown"),
            say(f"effect.{line.effect}"),
            say(f"group.{line.group}"),
        ]
        if line.concedes:
            about.append(say("incident.concedes"))
        if line.delay:
            about.append(say.count("incident.delay", line.delay))
        context.output.line("  ", (", ".join(about), "cyan"), f" : {steps}")


def _show_disagreements(context: Context, found: "Reconciled") -> None:
    say, by_id = context.say, found.evidence.by_id
    if not found.disagreements:
        return
    _heading(context, "disagreements")
    for kind in _SHOWN:
        several = [each for each in found.disagreements if each.kind == kind]
        if not several:
            continue
        context.output.line("  ", (say(f"disagreement.{kind}"), "cyan"), f" : {say.number(len(several))}")
        if kind in ("equal", "compatible"):
            continue
        for each in several[:_MOST]:
            pair = " / ".join(f"« {by_id[figure].span.text} »" for figure in (each.first, each.second))
            context.output.line(f"    {pair}  ", (say(f"difference.{each.detail}"), "dim"))
        if len(several) > _MOST:
            context.output.line("    ", (say.count("incident.more", len(several) - _MOST), "dim"))


def _show_tallies(context: Context, found: "Reconciled") -> None:
    from recoupe.stages.reconcile.codebook import codebook

    say = context.say
    if not found.tallies:
        return
    _heading(context, "tallies")
    names = {rule: entry.name[say.language] for rule, entry in codebook().entries.items()}
    rows = [(_question(tally, say), names[tally.rule], *_answer(tally, say)) for tally in found.tallies]
    columns = ("question", "rule", "low", "best", "high", "used", "left_out", "origins")
    context.output.table([say(f"column.{name}") for name in columns], rows)


def _question(tally: "Tally", say: Catalogue) -> str:
    of = say(f"group.{tally.group}") if tally.unit == "people" else say(f"unit.{tally.unit}")
    return f"{say(f'effect.{tally.effect}')}, {of}"


def _answer(tally: "Tally", say: Catalogue) -> tuple[str, ...]:
    numbers = (say.number(n) if n is not None else "" for n in (tally.low, tally.best, tally.high))
    behind = span(tally.origins, tally.origins_high, say)
    return (*numbers, str(len(tally.used)), str(len(tally.left_out)), behind)


def _show_checks(context: Context, found: "Reconciled") -> None:
    say = context.say
    if not found.checks:
        return
    _heading(context, "checks")
    claims = {claim.id: claim for claim in found.evidence.claims}
    figures = {figure.id: figure for reading in found.evidence.readings for figure in reading.figures}
    for each in found.checks:
        made = claims[each.claim].comparison if each.claim else None
        operands = " / ".join(figures[operand].span.text for operand in each.operands)
        words = f"« {made.span.text} »" if made else say(f"relation.{each.relation}")
        result = f" = {say.number(round(each.computed, 2))}" if each.computed is not None else ""
        verdict: Part = (say(f"check.{each.verdict}"), "cyan")
        context.output.line(f"  {words} : {operands}{result}  ", verdict, f"  {say(f'checked.{each.reason}')}")


def _show_grade(context: Context, found: "Reconciled") -> None:
    say, grading = context.say, found.grading
    if grading is None:
        return
    _heading(context, "grade")
    suggested = say(f"grade.{grading.suggested}") if grading.suggested else say("grade.none")
    context.output.line("  ", (suggested, "bold"), f"  {say('incident.suggested')}")
    for criterion in grading.criteria:
        shown = len(criterion.figures) + len(criterion.claims)
        evidence = f"  ({say.count('incident.evidence', shown)})" if shown else ""
        context.output.line(f"  {_MET[criterion.met]} {say(f'criterion.{criterion.key}')}", (evidence, "dim"))


def _show_documents(context: Context, found: "Reconciled") -> None:
    say, evidence = context.say, found.evidence
    _heading(context, "documents")
    for member in evidence.incident.members:
        article = evidence.documents[member.document]
        about = " · ".join(part for part in (stem(article.path), article.outlet, article.published) if part)
        context.output.line("  ", about, ("  " + _why(member, say), "dim"))


def _why(member: "Membership", say: Catalogue) -> str:
    told = "" if member.figures else f"{say('incident.mentions')}; "
    reasons = [
        f"{say(f'reason.{each.key}')}{f' ({each.detail})' if each.detail else ''} {'+' if each.weight >= 0 else '−'}"
        for each in member.reasons
    ]
    return told + ("; ".join(reasons) or say("incident.began"))
