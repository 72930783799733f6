"""The audit feed: every judgement, the newest first."""

from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.desk import Desk, number
from recoupe.stages.review.judged import corrected_parts

_PAGE = 200


def feed(request: Request) -> Response:
    """Who judged what, when and why."""
    desk = Desk.of(request)
    say = desk.say(request)
    with desk.view() as view:
        decisions = view.decisions()[::-1]
        last = max(1, -(-len(decisions) // _PAGE))
        at = number(request.query_params.get("page"), least=1, most=last, default=1)
        shown = decisions[(at - 1) * _PAGE : at * _PAGE]
        held = view.held({record for d in shown for record in (*d.records, *d.others)})
        lines = view.digests_of(sorted({*held.values()}))
    withdrawn = {each for d in decisions if d.verdict == "withdrawn" for each in d.records}
    about = {d.id: sorted({held[record] for record in (*d.records, *d.others) if record in held}) for d in shown}
    corrections = {d.id: corrected_parts(d.value) if d.verdict == "corrected" else {} for d in shown}
    return desk.page(
        request,
        "audit.html",
        decisions=shown,
        withdrawn=withdrawn,
        corrections=corrections,
        about=about,
        called={line.digest.incident: say.called(line.digest.label_en, line.digest.label_fr) for line in lines},
        at=at,
        last=last,
    )
