"""Judging: what people's forms say of figures and incidents, recorded, and what it touches put together anew."""

import json
from collections.abc import Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, get_args

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recoupe import gazetteers, pipeline
from recoupe.desk.desk import Desk, ForbiddenError
from recoupe.desk.views.corrections import FIELDS, parts_of, places_named
from recoupe.errors import InputError
from recoupe.export.incident_labels import labels
from recoupe.interface.catalogue import Catalogue
from recoupe.model.annotation import Place
from recoupe.model.decision import Decision, Verdict
from recoupe.model.incident import Incident
from recoupe.model.reading import Reading
from recoupe.stages.group.verdicts import Verdicts
from recoupe.stages.review.judged import SEEN, Judged, fingerprint
from recoupe.store.decisions import made
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

if TYPE_CHECKING:
    from starlette.datastructures import FormData

_VERDICTS: dict[str, Verdict] = {each: each for each in get_args(Verdict) if each != "withdrawn"}
_LONGEST = 2000
"""Characters of a reason."""
_FIELDS = frozenset(("csrf", "verdict", "incident", "record", "why"))
"""What the form of every judgement sends."""
_OF: Mapping[str, frozenset[str]] = {
    "accepted": frozenset(("seen",)),
    "same": frozenset(("other_incident",)),
    "corrected": FIELDS | {"place_name"},
}
"""What those of some send besides."""
_OF_FIGURES = frozenset(("accepted", "rejected", "corrected"))
"""Judgements on Figures alone, whatever stands beside them."""


async def decide(request: Request) -> Response:
    """Records a judgement, and puts together anew what it touches."""
    desk = Desk.of(request)
    form = await desk.form(request, "reviewer")
    session, say = desk.session(request), desk.say(request)
    if not session.name:
        raise ForbiddenError("desk.nameless")
    verdict = _VERDICTS.get(str(form.get("verdict", "")))
    if verdict is None:
        raise InputError(say("desk.nothing_judged"))
    _check_fields(form, verdict, say)
    if now := await run_in_threadpool(_moved, desk, form, say):
        fields = _again(form, verdict, next(iter(now)))
        return desk.page(request, "moved.html", status=409, now=now, fields=fields, why=str(form.get("why", "")))
    if verdict == "corrected" and (offered := await run_in_threadpool(_offered, form)) is not None:
        return desk.page(request, "places.html", offered=offered, fields=_fields(form))
    here = await run_in_threadpool(_decide, desk, form, verdict, session.name, say)
    return desk.go(request, here)


async def undo(request: Request) -> Response:
    """Takes back the newest judgement that this person made and that still holds."""
    desk = Desk.of(request)
    form = await desk.form(request, "reviewer")
    session = desk.session(request)
    here = await run_in_threadpool(_undo, desk, form, session.name, desk.say(request))
    return desk.go(request, here)


def _decide(desk: Desk, form: "FormData", verdict: Verdict, who: str, say: Catalogue) -> str:
    """Where to go on, once it is recorded."""
    with desk.view() as view:
        incident = _incident(view, str(form.get("incident", "")), say)
        records = tuple(sorted({str(each) for each in form.getlist("record")} & {*incident.figures}))
        others: tuple[str, ...] = ()
        value = ""
        match verdict:
            case "same":
                other = _incident(view, str(form.get("other_incident", "")), say)
                records = _together(incident, other, Verdicts(view.decisions()))
            case "apart" | "other_origin":
                others = tuple(sorted({*incident.figures} - {*records}))
            case "accepted":
                shown = _shown(form)
                value = json.dumps({SEEN: {each: shown[each] for each in records if each in shown}}, sort_keys=True)
            case "corrected" if len(records) > 1:
                raise InputError(say("review.one_at_a_time"))
            case "corrected" if records:
                value = _correction(view, form, records[0], say)
        if not records or (verdict in ("apart", "other_origin") and not others):
            raise InputError(say("desk.nothing_judged"))
        if verdict in ("same", "same_origin") and len(records) < 2:
            raise InputError(say("desk.nothing_judged"))
    why = str(form.get("why", "")).strip()[:_LONGEST]
    _record(desk, made(verdict, records, others, who, why, value))
    rest = [figure for figure in incident.figures if figure not in records]
    # what is put apart or rejected leaves the incident: the page stays with the others
    return _where(desk, [*rest, *records] if verdict in ("apart", "rejected") else [*records, *rest])


def _check_fields(form: "FormData", verdict: Verdict, say: Catalogue) -> None:
    """Raises InputError for a field that this judgement does not have."""
    unknown = sorted({*form} - _FIELDS - _OF.get(verdict, frozenset()))
    if unknown:
        raise InputError(say("review.no_such_field", given=unknown[0][:_LONGEST]))


def _moved(desk: Desk, form: "FormData", say: Catalogue) -> dict[str, str]:
    """Where the Figures of a page now stand whose Incident is no more: the Incidents with their labels; else nothing."""
    given, records = str(form.get("incident", "")), [str(each) for each in form.getlist("record")]
    with desk.view() as view:
        if not given or view.incident_ids(given):
            return {}
        held = view.held(records)
        found = dict.fromkeys(held[each] for each in records if each in held)
        return {each: labels(view.incident(each), ())[say.language] for each in found}


def _again(form: "FormData", verdict: Verdict, incident: str) -> list[tuple[str, str]]:
    """What a form sent, for another Incident; nothing where the judgement is on what stood beside the Figures."""
    if verdict not in _OF_FIGURES:
        return []
    return [(name, incident if name == "incident" else str(value)) for name, value in form.multi_items()]


def _undo(desk: Desk, form: "FormData", who: str, say: Catalogue) -> str:
    with desk.view() as view:
        decisions = view.decisions()
    withdrawn = {each for d in decisions if d.verdict == "withdrawn" for each in d.records}
    mine = [d for d in decisions if d.who == who and d.verdict != "withdrawn" and d.id not in withdrawn]
    asked = str(form.get("decision", ""))
    wanted = next((d for d in mine if d.id == asked), mine[-1] if mine and not asked else None)
    if not who or wanted is None:
        raise InputError(say("desk.nothing_to_undo"))
    _record(desk, made("withdrawn", [wanted.id], [], who, str(form.get("why", "")).strip()[:_LONGEST]))
    back = str(form.get("back", ""))
    return back if back == "/audit" else _where(desk, wanted.records)


def _record(desk: Desk, decision: Decision) -> None:
    with Ledger.open(desk.settings.ledger) as ledger:
        ledger.decide(decision)
        pipeline.group(ledger)
        pipeline.digest(ledger)


def _where(desk: Desk, figures: Sequence[str]) -> str:
    """The review page of the incident in which the first of these Figures stands that still stands in one."""
    with desk.view() as view:
        held = {figure: incident for incident in view.holding(figures) for figure in view.incident(incident).figures}
    return next((f"/review/{held[figure]}" for figure in figures if figure in held), "/review")


def _incident(view: View, given: str, say: Catalogue) -> Incident:
    ids = view.incident_ids(given) if given else []
    if len(ids) != 1:
        raise InputError(say("error.incident", given=given))
    return view.incident(ids[0])


def _together(first: Incident, second: Incident, verdicts: Verdicts) -> tuple[str, ...]:
    """One Figure of each account of both, and those that were said to be apart: together they are of one incident."""
    if first.id == second.id:
        return ()
    one_each = {m.figures[0] for each in (first, second) for m in each.members if m.figures}
    apart = {f for pair in product(first.figures, second.figures) if verdicts.apart(*pair) for f in pair}
    return tuple(sorted(one_each | apart))


def _shown(form: "FormData") -> dict[str, str]:
    """By the Figure's id, the fingerprint of what the page showed of it."""
    pairs = (each.partition(":") for each in str(form.get("seen", "")).split())
    return {figure: mark for figure, _, mark in pairs}


def _correction(view: View, form: "FormData", figure: str, say: Catalogue) -> str:
    """The value of a Decision that corrects a Figure: the parts, and what it says once they stand in it."""
    reading = _reading_of(view, figure, say)
    judged, places = view.judged(), gazetteers.load().places
    now = next((f for f in judged.reading(reading, places).figures if f.id == figure), None)
    if now is None:
        raise InputError(say("desk.nothing_judged"))
    parts = parts_of(_fields(form), now, len(reading.document.text), say)
    if not parts:
        raise InputError(say("review.nothing_corrected"))
    trial = Decision("trial", "corrected", (figure,), (), "trial", "9999", "", json.dumps(parts))
    after = next(f for f in Judged([*view.decisions(), trial]).reading(reading, places).figures if f.id == figure)
    return json.dumps({**parts, SEEN: {figure: fingerprint(after)}}, ensure_ascii=False, sort_keys=True)


def _reading_of(view: View, figure: str, say: Catalogue) -> Reading:
    for incident in view.holding([figure]):
        for member in view.incident(incident).members:
            if figure in member.figures:
                return view.reading(member.document)
    raise InputError(say("desk.nothing_judged"))


def _offered(form: "FormData") -> tuple[Place, ...] | None:
    """The places between which a person must choose: those that a name may mean, when none was chosen by its id."""
    name = str(form.get("place_name", "")).strip()
    return places_named(name) if name and not str(form.get("place", "")).strip() else None


def _fields(form: "FormData") -> Mapping[str, str]:
    return {name: str(value) for name, value in form.items()}
