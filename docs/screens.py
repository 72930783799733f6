"""Photographs every view of the desk: `python docs/screens.py docs/pictures` (development requirements, and Chromium).

The samples are read into a ledger that is thrown away, two people accept one incident, and the pages are shown as they are.
"""

import json
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn
from playwright.sync_api import sync_playwright

from recoupe import pipeline
from recoupe.desk.app import create
from recoupe.desk.settings import Settings
from recoupe.model.incident import Incident
from recoupe.stages.review.judged import seen
from recoupe.store.decisions import made
from recoupe.store.ledger import Ledger
from recoupe.store.view import View

_SAMPLES = Path(__file__).parents[1] / "samples" / "articles"
_WIDTH, _HEIGHT = 1100, 760
_SOFTWARE = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]


def photograph(out: Path) -> None:
    """Writes one picture for each view into the folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "samples.ledger"
        incident = _ledger(path)
        with _desk(path) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_SOFTWARE)
            page = browser.new_page(viewport={"width": _WIDTH, "height": _HEIGHT}, locale="en")
            page.goto(f"{address}/enter")
            page.fill('input[name="name"]', "Ines")
            page.keyboard.press("Enter")
            page.wait_for_url("**/review")
            for name, where in _views(page, address, incident):
                page.goto(address + where)
                page.wait_for_timeout(2500 if page.query_selector("#map") else 300)
                _keep(page, out / f"desk-{name}.png")
            browser.close()


def _ledger(path: Path) -> Incident:
    """Fills the ledger; returns the incident with most documents, all of it accepted."""
    with Ledger.open(path) as ledger:
        pipeline.run([str(_SAMPLES)], ledger, jobs=1)
        pipeline.relate(ledger)
        pipeline.group(ledger)
        pipeline.digest(ledger)
        with View.open(path) as view:
            incident = max(view.incidents(), key=lambda each: len(each.documents))
            figures = pipeline.evidence(view, incident).figures
        for who in ("Ines", "Karim"):
            ledger.decide(made("accepted", [f.id for f in figures], [], who, "", json.dumps(seen(figures))))
        pipeline.group(ledger)
        pipeline.digest(ledger)
    return incident


@contextmanager
def _desk(path: Path) -> Iterator[str]:
    """The address of a desk while it is there."""
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create(Settings(str(path))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(10)


def _views(page: Any, address: str, incident: Incident) -> list[tuple[str, str]]:
    """The views with their addresses; of relays and figures, the first that the incident leads to."""
    page.goto(f"{address}/incident/{incident.id}/relays")
    relay = page.get_attribute('table a[href^="/relays/"]', "href")
    page.goto(f"{address}/incident/{incident.id}")
    document = page.get_attribute('a[href^="/document/"]', "href")
    figure = page.get_attribute('a[href^="/figure/"]', "href") or ""
    return [
        ("incidents", "/incidents"),
        ("incident", f"/incident/{incident.id}"),
        ("tallies", f"/incident/{incident.id}#tallies"),
        ("differences", f"/incident/{incident.id}#disagreements"),
        ("relays", f"/incident/{incident.id}/relays"),
        ("side-by-side", relay or "/"),
        ("figure", figure),
        ("document", (document or "/").partition("#")[0]),
        ("queue", "/review"),
        ("review", f"/review/{incident.id}"),
        ("audit", "/audit"),
        ("published", "/published"),
        ("published-incident", f"/published/en/{incident.id}.html"),
    ]


def _keep(page: Any, target: Path) -> None:
    page.screenshot(path=str(target))
    print(target, f"{target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    photograph(Path(sys.argv[1]))
