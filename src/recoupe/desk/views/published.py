"""Published: the public face as `recoupe publish` would write it now, for those who may publish."""

import datetime as dt
import mimetypes

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from recoupe import pipeline
from recoupe.desk.desk import Desk
from recoupe.desk.site.site import Site


def index(request: Request) -> Response:
    """Leads to the first page, in the language of who asks."""
    desk = Desk.of(request)
    desk.require(request, "editor")
    return desk.keep(request, RedirectResponse(f"/published/{desk.say(request).language}/index.html", 303))


def file(request: Request) -> Response:
    """One file of the site."""
    desk = Desk.of(request)
    desk.require(request, "editor")
    path = request.path_params["path"]
    needed = desk.settings.needed
    with desk.view() as view:
        site = Site(
            pipeline.publication(view, needed=needed),
            french=view.french_names(),
            day=dt.datetime.now(dt.UTC).date().isoformat(),
            needed=needed,
            show_names=False,
        )
    data = site.file(path)
    if data is None:
        raise HTTPException(404)
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return desk.keep(request, Response(data, media_type="application/geo+json" if path.endswith(".geojson") else kind))
