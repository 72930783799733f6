"""The desk in a real browser: a review from the queue to the published page with the keyboard only; every page without
serious faults of accessibility. Chromium is the system's (`apt install chromium`), Playwright from the development requirements."""

import functools
import hashlib
import http.server
import shutil
import socket
import threading
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from recoupe.desk.app import create
from recoupe.desk.settings import Settings
from recoupe.store.view import View
from tests.cli.command import recoupe
from tests.desk.ledgers import of_articles
from tests.desk.test_publish import accepted

VENDOR = Path(__file__).with_name("vendor")
CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
api: Any = pytest.importorskip("playwright.sync_api", reason="install the development requirements: make test does")
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None,
    reason="no Chromium: on Debian and Ubuntu, `apt install chromium`; elsewhere put `chromium` on the path",
)
_WAIT = 15_000
"""Milliseconds until something must have appeared; the machine may be busy."""


def test_what_is_vendored_is_what_its_list_says() -> None:
    listed = tomllib.loads((VENDOR / "VENDORED.toml").read_text("utf-8"))
    there = {path.name for path in VENDOR.iterdir()} - {"VENDORED.toml"}
    assert there == set(listed)
    for name, about in listed.items():
        assert hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() == about["sha256"]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a desk, and its ledger."""
    of_articles(tmp_path / "l.ledger")
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(create(Settings(str(tmp_path / "l.ledger"))), log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}", tmp_path / "l.ledger"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def browsers() -> Iterator[Any]:
    with api.sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="module")
def chromium(browsers: Any) -> Iterator[Any]:
    browser = browsers.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()


@pytest.fixture
def page(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page in the language that the test asks for; whatever the browser complains of fails the test."""
    language = getattr(request, "param", "en")
    context = chromium.new_context(locale=language)
    page = context.new_page()
    page.set_default_timeout(_WAIT)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console",
        lambda message: wrong.append(f"{message.text} {message.location}") if message.type == "error" else None,
    )
    yield page
    context.close()
    assert [each for each in wrong if "/nothing" not in each and "WebGL" not in each] == []


@pytest.fixture(scope="module")
def drawing(browsers: Any) -> Iterator[Any]:
    """A browser that can draw the map, slowly and without a graphics card."""
    software = ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader"]
    browser = browsers.launch(executable_path=CHROMIUM, args=software)
    yield browser
    browser.close()


def press(page: Any, keys: str) -> None:
    for key in keys.split():
        page.keyboard.press(key)


def enter(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}/enter")
    page.keyboard.type(name)
    with page.expect_navigation():
        press(page, "Enter")


@needs_chromium
@pytest.mark.parametrize("page", ["fr", "en"], indirect=True)
def test_a_review_from_the_queue_to_the_published_page_by_keyboard(desk: tuple[str, Path], page: Any) -> None:
    address, ledger = desk
    enter(page, address, "Ines")
    assert page.url == f"{address}/review"
    press(page, "j")
    with page.expect_navigation():
        press(page, "Enter")
    assert "/review/incident-" in page.url
    press(page, "j j j")  # to the third figure, and take it for one of children
    press(page, "c")
    page.wait_for_function("document.activeElement?.name === 'value'")
    for _ in range(20):
        if page.evaluate("document.activeElement.name") == "group":
            break
        press(page, "Tab")
    page.keyboard.type("chi" if page.evaluate("document.documentElement.lang") == "en" else "enf")
    with page.expect_navigation():
        for _ in range(20):
            press(page, "Tab")
            if page.evaluate("document.activeElement.tagName") == "BUTTON":
                break
        press(page, "Enter")
    with View.open(ledger) as view:
        (correction,) = view.decisions()
    assert '"group": "children"' in correction.value
    with page.expect_navigation():
        press(page, "u")  # not so after all
    with page.expect_navigation():
        press(page, "j x")
    with page.expect_navigation():
        press(page, "u")
    with page.expect_navigation():
        press(page, "j a")
    while page.locator("[data-accepted]").count() == 0:  # the next incident, until one is whole
        with page.expect_navigation():
            press(page, "A")
    label = page.locator("h1 a").inner_text()
    with page.expect_navigation():
        press(page, "p")
    assert "/published/" in page.url
    assert page.locator("h1").inner_text() == label
    assert page.locator("html").get_attribute("lang") == ("fr" if "/fr/" in page.url else "en")
    assert "Seydou" not in page.content()  # a private person
    assert "Oumar" in page.content()  # a governor
    with View.open(ledger) as view:
        verdicts = [d.verdict for d in view.decisions()]
    assert verdicts == ["corrected", "withdrawn", "rejected", "withdrawn", "accepted", "accepted"]


@needs_chromium
def test_words_are_picked_by_the_mouse(desk: tuple[str, Path], page: Any) -> None:
    address, ledger = desk
    enter(page, address, "Ines")
    with View.open(ledger) as view:
        incident = next(i.id for i in view.incidents() if i.kind == "incident")
    page.goto(f"{address}/review/{incident}")
    page.locator("blockquote mark").first.dblclick(position={"x": 6, "y": 8})  # its first word
    row = page.locator("[data-row]").first
    assert row.locator("details").get_attribute("open") is not None
    start, end = (int(row.locator(f"select[name={name}]").input_value()) for name in ("span_start", "span_end"))
    assert _text(ledger, incident)[start:end] == "au"


def _text(ledger: Path, incident: str) -> str:
    """The text of the document whose figure comes first."""
    from recoupe import pipeline

    with View.open(ledger) as view:
        evidence = pipeline.evidence(view, view.incident(incident))
    return evidence.documents[evidence.figures[0].document].text


@needs_chromium
def test_a_place_is_offered_while_its_name_is_typed(desk: tuple[str, Path], page: Any) -> None:
    address, _ = desk
    enter(page, address, "Ines")
    press(page, "j")
    with page.expect_navigation():
        press(page, "Enter")
    press(page, "j c")
    page.locator("[data-row] input[name=place_name]").first.fill("Tripoli")
    page.locator("[data-row] select[name=place]").first.wait_for(state="visible")
    assert page.locator("[data-row] select[name=place]").first.locator("option").count() > 1


@needs_chromium
@pytest.mark.parametrize("page", ["fr", "en"], indirect=True)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_serious_fault_of_accessibility(desk: tuple[str, Path], page: Any, scheme: str) -> None:
    address, ledger = desk
    page.emulate_media(color_scheme=scheme)
    enter(page, address, "Ines")
    with View.open(ledger) as view:
        incident = next(i.id for i in view.incidents() if i.kind == "incident")
        document = sorted(view.paths())[0]
    page.goto(f"{address}/review/{incident}")
    with page.expect_navigation():
        press(page, "A")
    paths = (
        "/incidents", f"/incident/{incident}", f"/incident/{incident}/relays", f"/document/{document}", "/review",
        f"/review/{incident}", "/audit", "/enter", "/nothing", "/published/en/index.html", f"/published/fr/{incident}.html",
        "/published/en/codebook.html", "/published/en/scorecard.html",
    )  # fmt: skip
    axe = (VENDOR / "axe.min.js").read_text("utf-8")
    faults = []
    for path in paths:
        page.goto(address + path)
        for details in page.locator("details").all():
            details.evaluate("each => { each.open = true; }")
        page.evaluate(axe)
        found = page.evaluate("axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })")
        faults += [
            (path, each["id"], each["nodes"][0]["html"][:200])
            for each in found["violations"]
            if each["impact"] in ("serious", "critical")
        ]
    assert faults == []


def _map_of(browser: Any, address: str) -> tuple[list[str], list[str]]:
    """What the pins on the map lead to, and what the browser complained of."""
    page = browser.new_page()
    page.set_default_timeout(_WAIT)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.goto(address)
    if not page.evaluate("document.createElement('canvas').getContext('webgl2') !== null"):
        pytest.skip("this Chromium has no WebGL, not even in software")
    page.wait_for_selector("#map .pin", state="attached")
    found = page.eval_on_selector_all("#map a.pin", "pins => pins.map(pin => pin.getAttribute('href'))")
    page.close()
    return found, wrong


@needs_chromium
def test_the_map_of_the_desk(desk: tuple[str, Path], drawing: Any) -> None:
    found, wrong = _map_of(drawing, f"{desk[0]}/incidents")
    assert found
    assert all(to.startswith(("/incident/", "/incidents?")) for to in found)
    assert wrong == []


@needs_chromium
def test_the_map_of_a_published_site(tmp_path: Path, drawing: Any) -> None:
    accepted(tmp_path / "l.ledger", "Ines")
    recoupe("publish", "--ledger", tmp_path / "l.ledger", "--out", tmp_path / "site")
    serving = functools.partial(Quiet, directory=str(tmp_path / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        found, wrong = _map_of(drawing, f"http://127.0.0.1:{server.server_port}/en/index.html")
        server.shutdown()
    assert found
    assert all(to.startswith(("incident-", "#incident-")) for to in found)
    assert wrong == []


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, as any host of static pages does."""

    def guess_type(self, path: Any) -> str:
        """Modules are scripts, whatever the machine's own table knows of them."""
        return "text/javascript" if str(path).endswith(".mjs") else super().guess_type(path)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""
