"""The entrance: who is at the desk, by a password where there are users."""

from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.desk import Desk, ForbiddenError


async def enter(request: Request) -> Response:
    """The form that asks for name and password, and what it sent."""
    desk = Desk.of(request)
    session = desk.session(request)
    if request.method == "GET":
        return desk.page(request, "enter.html", refused=False)
    form = await request.form(max_files=0, max_fields=10)
    if not desk.sessions.is_sent_by(session, form.get("csrf")):
        raise ForbiddenError("desk.not_ours")
    name, password = str(form.get("name", "")).strip()[:100], str(form.get("password", ""))[:1000]
    if not desk.settings.users:  # at this machine a name is enough: it stands under what is decided
        session.name = name
        return desk.go(request, "/review")
    user = desk.settings.users.get(name)
    if user is None or not user.knows(password):
        return desk.page(request, "enter.html", status=403, refused=True)
    request.state.session = desk.sessions.enter(session, user)
    return desk.go(request, "/incidents")


async def leave(request: Request) -> Response:
    """Ends the session."""
    desk = Desk.of(request)
    session = desk.session(request)
    form = await request.form(max_files=0, max_fields=10)
    if not desk.sessions.is_sent_by(session, form.get("csrf")):
        raise ForbiddenError("desk.not_ours")
    desk.sessions.leave(session)
    return desk.go(request, "/incidents")
