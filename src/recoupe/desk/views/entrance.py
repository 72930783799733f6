"""The entrance: who is at the desk, by a password where there are users."""

import math

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.desk import STATIC, Desk, ForbiddenError
from recoupe.errors import InputError


async def enter(request: Request) -> Response:
    """The form that asks for name and password, and what it sent."""
    desk = Desk.of(request)
    session = desk.session(request)
    if request.method == "GET":
        return desk.page(request, "enter.html", refused=False, wait=0)
    form = await request.form(max_files=0, max_fields=10)
    if not desk.sessions.is_sent_by(session, form.get("csrf")):
        raise ForbiddenError("desk.not_ours")
    name, password = str(form.get("name", "")).strip()[:100], str(form.get("password", ""))[:1000]
    if not desk.settings.users:  # at this machine a name is enough: it stands under what is decided
        if not any(map(str.isalnum, name)):  # nothing, or only marks that nobody sees
            raise InputError(desk.say(request)("desk.no_name"))
        session.name = name
        return desk.go(request, "/review")
    address = request.client.host if request.client else ""
    if wait := math.ceil(desk.attempts.wait(address, name)):
        answer = desk.page(request, "enter.html", status=429, refused=False, wait=wait)
        answer.headers["Retry-After"] = str(wait)
        return answer
    desk.attempts.failed(address, name)  # until it is known to be right: several at once count as well
    user = await run_in_threadpool(desk.settings.user, name, password)
    if user is None:
        return desk.page(request, "enter.html", status=403, refused=True, wait=0)
    desk.attempts.entered(address, name)
    request.state.session = desk.sessions.enter(session, user)
    return desk.go(request, "/incidents")


def icon(request: Request) -> Response:
    """The sign of the desk, where browsers look for one on pages that name none."""
    return Response((STATIC / "icon.svg").read_bytes(), media_type="image/svg+xml")


async def leave(request: Request) -> Response:
    """Ends the session."""
    desk = Desk.of(request)
    session = desk.session(request)
    form = await request.form(max_files=0, max_fields=10)
    if not desk.sessions.is_sent_by(session, form.get("csrf")):
        raise ForbiddenError("desk.not_ours")
    desk.sessions.leave(session)
    return desk.go(request, "/incidents")
