"""Sessions: who is at the desk, by a cookie that says nothing by itself."""

import hmac
import secrets
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from recoupe.desk.settings import Role, Settings, User

COOKIE = "recoupe"
_MOST = 1000
"""Sessions kept; the oldest is forgotten first."""
_ORDER: tuple[Role, ...] = ("reader", "reviewer", "editor")


@dataclass
class Session:
    """One browser."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    csrf: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    name: str = ""
    """Who judges, as it stands in Decisions; empty until it is known."""
    role: Role = "reader"
    language: str = ""

    def may(self, role: Role) -> bool:
        """Whether it may do what this role may."""
        return _ORDER.index(self.role) >= _ORDER.index(role)


class Sessions:
    """Those of one desk, in memory: when it is closed, all are over."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._kept: dict[str, Session] = {}

    def of(self, request: Request) -> Session:
        """The session of a request; a new one where its cookie is none of ours."""
        known = self._kept.get(request.cookies.get(COOKIE, ""))
        if known is not None:
            return known
        return Session() if self._settings.users else Session(role="editor")

    def keep(self, session: Session, response: Response, *, secure: bool) -> None:
        """Remembers a session, and tells the browser."""
        while len(self._kept) >= _MOST:
            del self._kept[next(iter(self._kept))]
        self._kept[session.token] = session
        response.set_cookie(COOKIE, session.token, httponly=True, samesite="strict", secure=secure, path="/")

    def enter(self, session: Session, user: User) -> Session:
        """The session of a user who has shown the password; the one before is over, so that nobody can have laid it there."""
        self._kept.pop(session.token, None)
        return Session(name=user.name, role=user.role, language=session.language)

    def leave(self, session: Session) -> None:
        """Ends a session."""
        self._kept.pop(session.token, None)

    @staticmethod
    def is_sent_by(session: Session, given: Any) -> bool:
        """Whether a form was made by our own page for this session."""
        return isinstance(given, str) and hmac.compare_digest(given.encode("utf-8", "replace"), session.csrf.encode())
