"""Review: what should be looked at first, and the judgements that people make."""

import json
from typing import get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recoupe import pipeline
from recoupe.desk.desk import Desk, ForbiddenError
from recoupe.desk.views.incident import one
from recoupe.errors import InputError
from recoupe.export.incident_labels import labels
from recoupe.model.decision import Decision, Verdict
from recoupe.model.figure import Effect, Group, Reality, Scope, Unit
from recoupe.stages.review.judged import PARTS, Judged
from recoupe.store.decisions import made
from recoupe.store.digests import Asked
from recoupe.store.ledger import Ledger

_QUEUE = 50
_VERDICTS: dict[str, Verdict] = {each: each for each in get_args(Verdict)}
_CHOICES = {"unit": Unit, "group": Group, "effect": Effect, "scope": Scope, "reality": Reality}
_LONGEST = 2000
"""Characters of a reason."""


def queue(request: Request) -> Response:
    """The incidents that wait, those first where a person's minute is worth most."""
    desk = Desk.of(request)
    desk.require(request, "reader")
    asked = Asked(kind=None, reviewed=False, order="worth")
    with desk.view() as view:
        lines, waiting = view.digests(asked, most=_QUEUE), view.count(asked)
    return desk.page(request, "queue.html", lines=lines, waiting=waiting)


def single(request: Request) -> Response:
    """One Incident to be judged, figure by figure."""
    desk = Desk.of(request)
    with desk.view() as view:
        found = one(view, request.path_params["incident"])
        words = desk.words(request, view)
        judged = Judged(view.decisions())
    evidence = found.evidence
    return desk.page(
        request,
        "review.html",
        found=found,
        evidence=evidence,
        incident=evidence.incident,
        label=labels(evidence.incident, (f.effect for f in evidence.figures))[words.language],
        words=words,
        judged=judged,
        needed=desk.settings.needed,
        choices={name: get_args(choice) for name, choice in _CHOICES.items()},
    )


async def decide(request: Request) -> Response:
    """Records a judgement, and puts together anew what it touches."""
    desk = Desk.of(request)
    form = await desk.form(request, "reviewer")
    session = desk.session(request)
    if not session.name:
        raise ForbiddenError("desk.nameless")
    verdict = _VERDICTS.get(str(form.get("verdict", "")))
    records = tuple(sorted({str(each) for each in form.getlist("record")}))
    others = tuple(sorted({str(each) for each in form.getlist("other")} - {*records}))
    if verdict is None or not records or (verdict in ("apart", "other_origin")) != bool(others):
        raise InputError(desk.say(request)("desk.nothing_judged"))
    if verdict in ("same", "same_origin") and len(records) < 2:
        raise InputError(desk.say(request)("desk.nothing_judged"))
    value = ""
    if verdict == "corrected":
        value = json.dumps(_parts({k: str(v) for k, v in form.items()}), ensure_ascii=False, sort_keys=True)
    decision = made(verdict, records, others, session.name, str(form.get("why", "")).strip()[:_LONGEST], value)
    await run_in_threadpool(_record, desk, decision)
    return desk.go(request, str(form.get("back", "/review")))


async def undo(request: Request) -> Response:
    """Takes back the newest judgement that this person made and that still holds."""
    desk = Desk.of(request)
    form = await desk.form(request, "reviewer")
    session = desk.session(request)
    with desk.view() as view:
        decisions = view.decisions()
    withdrawn = {each for d in decisions if d.verdict == "withdrawn" for each in d.records}
    mine = [d for d in decisions if d.who == session.name and d.verdict != "withdrawn" and d.id not in withdrawn]
    asked = str(form.get("decision", ""))
    wanted = next((d for d in mine if d.id == asked), mine[-1] if mine and not asked else None)
    if wanted is None:
        raise InputError(desk.say(request)("desk.nothing_to_undo"))
    await run_in_threadpool(_record, desk, made("withdrawn", [wanted.id], [], session.name, str(form.get("why", ""))))
    return desk.go(request, str(form.get("back", "/review")))


def _record(desk: Desk, decision: Decision) -> None:
    with Ledger.open(desk.settings.ledger) as ledger:
        ledger.decide(decision)
        pipeline.group(ledger)
        pipeline.digest(ledger)


def _parts(form: dict[str, str]) -> dict[str, object]:
    """What a form of corrections puts in place; fields that were left as they were are not sent."""
    parts: dict[str, object] = {}
    for name, given in form.items():
        if name not in PARTS or not (text := given.strip()):
            continue
        if name in ("value", "value_high", "magnitude"):
            try:
                parts[name] = float(text.replace(",", ".").replace("\u202f", "").replace(" ", ""))
            except ValueError:
                raise InputError(f"{name}: {text!r}") from None
        elif name in _CHOICES and text not in get_args(_CHOICES[name]):
            raise InputError(f"{name}: {text!r}")
        else:
            parts[name] = None if text == "-" else text
    return parts
