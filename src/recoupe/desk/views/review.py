"""Review: what should be looked at first, and one incident laid out to be judged."""

import re
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from recoupe.desk.desk import Desk
from recoupe.desk.views.corrections import CHOICES, places_named
from recoupe.desk.views.incident import one
from recoupe.export.incident_labels import labels
from recoupe.model.figure import Figure
from recoupe.stages.derive.profile import Profile
from recoupe.stages.review.judged import fingerprint
from recoupe.store.digests import Asked
from recoupe.store.view import View

_QUEUE = 50
_NEAR_KM, _NEAR_DAYS, _MOST_NEAR = 60.0, 10, 8
"""Incidents that one may be, at most so far off in place and time."""
_WORD = re.compile(r"\w+|[^\w\s]")
_AROUND = 300
"""Characters shown on either side of a figure whose sentence has no end in reach."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of a Figure, cut where its words are, and every word with its offsets."""

    before: str
    words: str
    after: str
    start: int
    """Offset of the sentence into the text."""
    pieces: tuple[tuple[int, int, str], ...]


def queue(request: Request) -> Response:
    """The incidents that wait, those first where a person's minute is worth most."""
    desk = Desk.of(request)
    asked = Asked(kind=None, reviewed=False, order="worth")
    with desk.view() as view:
        lines, waiting = view.digests(asked, most=_QUEUE), view.count(asked)
        second = _for_a_second(desk, view, request)
    return desk.page(request, "queue.html", lines=lines, waiting=waiting, second=second)


def single(request: Request) -> Response:
    """One Incident to be judged, figure by figure."""
    desk = Desk.of(request)
    with desk.view() as view:
        found = one(view, request.path_params["incident"])
        words = desk.words(request, view)
        judged = view.judged()
        near = view.incidents_beside(found.evidence.incident, km=_NEAR_KM, days=_NEAR_DAYS, most=_MOST_NEAR)
        follows = [
            line.digest.incident for line in view.digests(Asked(kind=None, reviewed=False, order="worth"), most=2)
        ]
    evidence = found.evidence
    profiles = {reading.document.id: Profile(reading) for reading in evidence.readings}
    called = {each.id: labels(each, ())[words.language] for each in near}
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
        accepted=all(judged.accepted(f, by=desk.settings.needed) for f in evidence.figures),
        choices=CHOICES,
        near=called,
        follows=next((each for each in follows if each != evidence.incident.id), None),
        sentences={figure.id: _sentence(figure, profiles[figure.document]) for figure in evidence.figures},
        seen={figure.id: f"{figure.id}:{fingerprint(figure)}" for figure in evidence.figures},
    )


def places(request: Request) -> Response:
    """The places that a name may mean, for the form that corrects one."""
    desk = Desk.of(request)
    say = desk.say(request)
    found = [
        {
            "id": place.id,
            "name": say.called(place.name, place.name_fr),
            "about": " · ".join(part for part in (say(f"precision.{place.precision}"), place.country) if part),
        }
        for place in places_named(request.query_params.get("q", ""))
    ]
    return desk.keep(request, JSONResponse(found))


def _for_a_second(desk: Desk, view: View, request: Request) -> list[tuple[str, str]]:
    """Under the rule of two persons, incidents with figures that one has accepted: id and name."""
    if desk.settings.needed < 2:
        return []
    judged = view.judged()
    once = {
        f for f in judged.looked_at() if (o := judged.of(f)).state == "accepted" and len(o.who) < desk.settings.needed
    }
    language = desk.say(request).language
    return [(each, labels(view.incident(each), ())[language]) for each in view.holding(once)[:_QUEUE]]


def _sentence(figure: Figure, profile: Profile) -> Sentence:
    text, span = profile.document.text, figure.span
    at = profile.passage_at(span.start)
    start, end = (span.start, span.end) if at is None else (profile.passages[at].start, profile.passages[at].end)
    start, end = max(min(start, span.start), span.start - _AROUND), min(max(end, span.end), span.end + _AROUND)
    pieces = tuple((m.start(), m.end(), m.group()) for m in _WORD.finditer(text, start, end))
    return Sentence(text[start : span.start], text[span.start : span.end], text[span.end : end], start, pieces)
