"""Desk: what every page has at hand: the ledger, who asks, in which language, and how a page is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from recoupe.desk.attempts import Attempts
from recoupe.desk.sessions import COOKIE, Session, Sessions
from recoupe.desk.settings import Role, Settings
from recoupe.errors import InputError
from recoupe.interface.catalogue import LANGUAGES, Catalogue
from recoupe.interface.wording import Wording
from recoupe.store.view import View

if TYPE_CHECKING:
    from starlette.datastructures import FormData

STATIC = Path(__file__).with_name("static")


class ForbiddenError(Exception):
    """Who asks may not do it; the message is a key of the catalogue."""


class Desk:
    """One desk. Pages get it by `Desk.of(request)`."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.sessions = Sessions(settings)
        self.attempts = Attempts()
        self._templates = Environment(
            loader=PackageLoader("recoupe.desk", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    @classmethod
    def of(cls, request: Request) -> "Desk":
        """The desk that a request came to."""
        found: Desk = request.app.state.desk
        return found

    @contextmanager
    def view(self) -> Iterator[View]:
        """The ledger, open for reading while a page is made."""
        with View.open(self.settings.ledger) as view:
            yield view

    def session(self, request: Request) -> Session:
        """Who asks."""
        known: Session | None = getattr(request.state, "session", None)
        if known is None:
            known = request.state.session = self.sessions.of(request)
        return known

    def say(self, request: Request) -> Catalogue:
        """The words of the language in which to answer: the one chosen, else the first that the browser asks for."""
        session = self.session(request)
        asked = request.query_params.get("lang", "")
        if asked in LANGUAGES:
            session.language = asked
        return Catalogue(session.language or _preferred(request) or self.settings.language or LANGUAGES[0])

    def page(self, request: Request, template: str, *, status: int = 200, **given: Any) -> Response:
        """A page for people. Everything given is escaped where it is put in."""
        say, session = self.say(request), self.session(request)
        text = self._templates.get_template(template).render(
            say=say,
            session=session,
            here=request.url.path,
            other_language=self._in_other_language(request, say),
            needs_password=bool(self.settings.users),
            **given,
        )
        return self.keep(request, HTMLResponse(text, status))

    def words(self, request: Request, view: View) -> Wording:
        """How records are put to who asks."""
        say = self.say(request)
        return Wording(say, view.french_names() if say.second_names else {})

    def go(self, request: Request, path: str) -> Response:
        """Sends the browser on to another page of the desk."""
        if not path.startswith("/") or path.startswith(("//", "/\\")):
            path = "/"
        return self.keep(request, RedirectResponse(path, 303))

    def keep(self, request: Request, response: Response) -> Response:
        """The answer, with the cookie where the browser has none yet."""
        session = self.session(request)
        if request.cookies.get(COOKIE) != session.token:
            self.sessions.keep(session, response, secure=request.url.scheme == "https")
        return response

    def require(self, request: Request, role: Role) -> Session:
        """The session of who asks; raises ForbiddenError when it may not do what this role may."""
        session = self.session(request)
        if not session.may(role):
            raise ForbiddenError("desk.forbidden")
        return session

    async def form(self, request: Request, role: Role) -> "FormData":
        """What a form of ours sent; raises ForbiddenError for another's, or when who sends it may not."""
        session = self.require(request, role)
        form = await request.form(max_files=0, max_fields=200)
        if not self.sessions.is_sent_by(session, form.get("csrf")):
            raise ForbiddenError("desk.not_ours")
        return form

    def _in_other_language(self, request: Request, say: Catalogue) -> tuple[str, str]:
        other = next(language for language in LANGUAGES if language != say.language)
        query = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
        return other, f"{request.url.path}?{urlencode([*query, ('lang', other)])}"


def number(given: str | None, *, least: int, most: int, default: int) -> int:
    """A whole number of an address; what is none, or too small or large, is taken for the nearest that is allowed."""
    try:
        return min(most, max(least, int(given or default)))
    except ValueError:
        return default


def found_or_none(view: View, words: str) -> str | None:
    """The id of the Document that an address means; None when there is none."""
    try:
        return view.find(words)
    except InputError:
        return None


def _preferred(request: Request) -> str | None:
    """The first language of ours in `Accept-Language`; weights are in order in what browsers send."""
    for part in request.headers.get("accept-language", "").split(","):
        code = part.partition(";")[0].strip().lower()[:2]
        if code in LANGUAGES:
            return code
    return None
