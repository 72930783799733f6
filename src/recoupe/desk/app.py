"""The application: every address of the desk, and what is done when something goes wrong."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from recoupe.desk.desk import STATIC, Desk, ForbiddenError
from recoupe.desk.guard import Guard
from recoupe.desk.headers import Headers
from recoupe.desk.hosts import Hosts
from recoupe.desk.settings import Settings
from recoupe.desk.sizes import Sizes
from recoupe.desk.views import audit, document, entrance, incident, incidents, judging, published, relays, review
from recoupe.errors import InputError, LedgerError


def create(settings: Settings) -> Starlette:
    """The application of one desk."""
    desk = Desk(settings)
    app = Starlette(
        routes=[
            Route("/", incidents.index),
            Route("/incidents", incidents.listing),
            Route("/incidents.geojson", incidents.geojson),
            Route("/incident/{incident}", incident.whole),
            Route("/incident/{incident}/relays", relays.of_incident),
            Route("/relays/{relay}", relays.side_by_side),
            Route("/figure/{figure}", relays.of_figure),
            Route("/document/{document}", document.whole),
            Route("/review", review.queue),
            Route("/review/{incident}", review.single),
            Route("/places", review.places),
            Route("/decide", judging.decide, methods=["POST"]),
            Route("/undo", judging.undo, methods=["POST"]),
            Route("/published", published.index),
            Route("/published/{path:path}", published.file),
            Route("/audit", audit.feed),
            Route("/enter", entrance.enter, methods=["GET", "POST"]),
            Route("/leave", entrance.leave, methods=["POST"]),
            Route("/favicon.ico", entrance.icon),
            Mount("/static", StaticFiles(directory=STATIC), name="static"),
        ],
        middleware=[
            Middleware(Headers),
            Middleware(Hosts, hosts=settings.hosts, addresses=settings.any_address),
            Middleware(Sizes),
            Middleware(Guard, desk=desk),
            Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6),
        ],
        exception_handlers={
            HTTPException: _missing,
            ForbiddenError: _forbidden,
            InputError: _wrong,
            LedgerError: _broken,
            Exception: _fault,
        },
    )
    app.state.desk = desk
    return app


def _missing(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 404
    key = "desk.missing" if status == 404 else "desk.wrong"
    return Desk.of(request).page(request, "message.html", status=status, key=key, why="")


def _forbidden(request: Request, error: Exception) -> Response:
    desk = Desk.of(request)
    if desk.settings.users and not desk.session(request).name:
        return desk.go(request, "/enter")
    return desk.page(request, "message.html", status=403, key=str(error), why="")


def _wrong(request: Request, error: Exception) -> Response:
    desk = Desk.of(request)
    return desk.page(request, "message.html", status=400, key="desk.wrong", why=desk.say(request).sentence(str(error)))


def _broken(request: Request, error: Exception) -> Response:
    desk = Desk.of(request)
    return desk.page(request, "message.html", status=500, key="desk.broken", why=desk.say(request).sentence(str(error)))


def _fault(request: Request, error: Exception) -> Response:
    return Desk.of(request).page(request, "message.html", status=500, key="desk.fault", why=type(error).__name__)
