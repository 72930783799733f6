"""One incident: its figures by origin over time, how they differ, tallies, origins, grade, claims, documents."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from recoupe import gazetteers, pipeline
from recoupe.desk.desk import Desk
from recoupe.desk.drawing.contrasts import classes
from recoupe.desk.drawing.origin_rows import origin_rows
from recoupe.desk.drawing.tally_grid import tally_grid
from recoupe.desk.drawing.toll_chart import toll_chart
from recoupe.export.incident_labels import labels
from recoupe.interface.wording import Wording
from recoupe.model.claim import Claim, ClaimKind
from recoupe.model.figure import Figure
from recoupe.stages.reconcile.about import about
from recoupe.stages.reconcile.codebook import codebook
from recoupe.stages.reconcile.digest import origins
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.reconciled import Reconciled, reconciled
from recoupe.store.view import View

_WHO_DID_IT: tuple[ClaimKind, ...] = ("admission", "denial", "responsibility")


def whole(request: Request) -> Response:
    """Everything about one Incident on one page."""
    desk = Desk.of(request)
    with desk.view() as view:
        identity = meant(view, request.path_params["incident"])
        incident = view.incident(identity)
        provenance = pipeline.provenance(view, incident.documents)
        words = desk.words(request, view)
        judged = view.judged()
    evidence = Evidence.of(incident, provenance.readings, provenance.by_figure)
    found = reconciled(evidence, gazetteers.load())
    return desk.page(
        request,
        "incident.html",
        found=found,
        evidence=evidence,
        incident=incident,
        label=labels(incident, (f.effect for f in evidence.figures))[words.language],
        words=words,
        origins=origins(evidence),
        origin_rows=origin_rows(evidence, {relay.id: relay for relay in provenance.relays}),
        provenance=provenance,
        judged=judged,
        needed=desk.settings.needed,
        codebook=codebook(),
        charts=toll_chart(found, words),
        grid=tally_grid(found),
        classes=classes(found, lambda figure: _put(figure, words)),
        claims=_claims(evidence),
        by_claim={claim.id: claim for claim in evidence.claims},
        counted={figure.id: figure for reading in evidence.readings for figure in reading.figures},
    )


def one(view: View, given: str) -> Reconciled:
    """What follows for the Incident that an address means; raises HTTPException when there is none."""
    return reconciled(pipeline.evidence(view, view.incident(meant(view, given))), gazetteers.load())


def meant(view: View, given: str) -> str:
    """The id of the Incident that an address means; raises HTTPException when there is none."""
    ids = view.incident_ids(given) if given.startswith("incident-") else []
    if len(ids) != 1:
        raise HTTPException(404)
    return ids[0]


def _put(figure: Figure, words: Wording) -> str:
    """A Figure in words that are the same for all that say the same."""
    reserve = "" if figure.reality == "asserted" else figure.reality
    return f"{figure.effect} {words.figure_value(figure)} {words.counted(figure.unit, figure.group)} {reserve}"


def _claims(evidence: Evidence) -> list[tuple[ClaimKind, list[Claim]]]:
    """What is said of who did it, by kind: what is admitted, denied, and laid to somebody's charge."""
    of_it = about(evidence)
    by_kind = [(kind, [c for c in of_it if kind in (c.kind, *c.also)]) for kind in _WHO_DID_IT]
    return [(kind, claims) for kind, claims in by_kind if claims]
