"""Hostile documents and hostile visitors: every page shows their words as words, and lets nobody do what they may not."""

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from recoupe.desk.app import create
from recoupe.desk.desk import Desk
from recoupe.desk.settings import Settings, User, hashed
from recoupe.desk.sizes import MOST
from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.document import Block
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.store.view import View
from tests.desk.browser_like import Browser
from tests.desk.ledgers import fill, of_articles
from tests.factories import make_document, make_figure

EVIL = "<script>alert(1)</script><svg onload=alert(2)><img src=x onerror=alert(3)>\"'><a href=javascript:alert(4)>{{7*7}}{% raw %}\u202eevil"
PATHS = ("javascript:alert(5)//a.html", 'https://x.example/"onmouseover=alert(6)', "../../etc/passwd<script>")


class Tags(HTMLParser):
    """What a browser would take for markup."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def assert_harmless(text: str) -> None:
    for tag, attributes in Tags(text).seen:
        if tag == "script":
            assert (attributes.get("src") or "").removeprefix("..").startswith("/static/"), attributes
        assert tag not in ("iframe", "object", "embed", "base", "img")
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name != "style", tag
            if name in ("href", "src", "action"):
                assert re.match(r"(/(?!/)|#|\?|\.\./|[a-z0-9-]+\.html|\.\./data/|$)", value or ""), (tag, value)
    told = re.sub(r'"[\w-]{24,}"', "", text)  # a form's token is random and may hold any digits
    assert "49" not in told.replace("2049", "") or "{{7*7}}" in told


def evil_reading(path: str, title: str, n: int) -> Reading:
    sentence = f"Le {n} mai douze civils tués {EVIL} selon {EVIL}."
    document = make_document(
        f"{EVIL}\n\n{sentence}\n", path, title=title, outlet=EVIL + path, author=EVIL, dateline=EVIL,
        blocks=(Block(0, len(EVIL), "title"), Block(len(EVIL) + 2, len(EVIL) + 2 + len(sentence), "paragraph")),
    )  # fmt: skip
    start = document.text.index("douze")
    content = Span.cut(document.text, document.text.index("Le "), document.text.index("Le ") + 20)
    voice = Entity("body-evil", "body", EVIL, EVIL)
    source = Span.cut(document.text, document.text.rindex("<script>"), document.text.rindex("<script>") + 8)
    act = Attribution(
        f"attr-{n}", document.id, source, voice, EVIL, EVIL, None, content, "indirect", "say", False, None
    )
    place = Place("gn-1", EVIL, EVIL, "YE", 14.8, 42.9, "settlement", ())
    figure = make_figure(
        document, Span.cut(document.text, start, start + len("douze civils tués") + len(EVIL) + 1), place=place,
        perpetrator=EVIL, stated_by=(EVIL,), attribution=act.id,
    )  # fmt: skip
    return Reading(document, (act,), (figure,), (), (), "1")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk") / "evil.ledger"
    titles = (EVIL, "A" * 1_000_000 + "<script>", "\0\x1b[31m" + EVIL)
    fill(path, [evil_reading(p, t, n) for n, (p, t) in enumerate(zip(PATHS, titles, strict=True), 1)])
    return path


def addresses(ledger: Path) -> list[str]:
    """An address for every page there is; a route that is new must be named here."""
    with View.open(ledger) as view:
        documents = sorted(view.paths())
        incidents = [i.id for i in view.incidents()]
    values = {"incident": incidents, "document": documents, "relay": [f"{documents[0]}~{documents[1]}"]}
    files = [f"{language}/{page}.html" for language in ("fr", "en") for page in ("index", "codebook", *incidents)]
    values["path"] = [*files, "data/incidents.csv", "data/figures.csv", "data/incidents.json", "data/incidents.geojson"]
    values["figure"] = []
    with View.open(ledger) as view:
        values["figure"] = [figure for i in view.incidents() for figure in i.figures]
    found = []
    for route in create(Settings(str(ledger))).routes:
        pattern = getattr(route, "path", "")
        if "GET" not in (getattr(route, "methods", None) or ()):
            continue
        name = re.search(r"{(\w+)", pattern)
        if name is None:
            found.append(pattern)
        else:
            found += [re.sub(r"{[^}]*}", each, pattern) for each in values[name.group(1)]]
    return found


def accept_all(browser: Browser, ledger: Path) -> None:
    with View.open(ledger) as view:
        incidents = list(view.incidents())
    for incident in incidents:
        page = browser.get(f"/review/{incident.id}").text
        seen = page.partition('name="seen" value="')[2].partition('"')[0]
        fields = {"verdict": "accepted", "incident": incident.id, "why": EVIL, "seen": seen}
        browser.send("/decide", record=incident.figures, **fields)


def test_every_page_shows_hostile_words_as_words(ledger: Path) -> None:
    browser = Browser(Settings(str(ledger)))
    browser.send("/enter", name=EVIL)
    accept_all(browser, ledger)
    asked = addresses(ledger)
    assert len(asked) > 20
    shown = 0
    for address in asked:
        for language in ("fr", "en"):
            answer = browser.get(f"{address}?lang={language}&q=%3Cscript%3E&place=%22%3E%3Cscript%3E&page=%3Cscript%3E")
            assert answer.status in (200, 303), (address, answer.status)
            assert "default-src 'none'" in answer.headers["content-security-policy"]
            if answer.headers.get("content-type", "").startswith("text/html"):
                assert_harmless(answer.text)
                shown += "&lt;script&gt;" in answer.text
    assert shown > 10


def test_published_pages_carry_no_script_but_the_map(ledger: Path) -> None:
    browser = Browser(Settings(str(ledger)))
    browser.send("/enter", name="Ines")
    accept_all(browser, ledger)
    pages = [a for a in addresses(ledger) if a.startswith("/published/") and a.endswith(".html")]
    assert any("incident-" in page for page in pages)
    for page in pages:
        scripts = [dict(attributes) for tag, attributes in Tags(browser.get(page).text).seen if tag == "script"]
        assert scripts in ([], [{"type": "module", "src": "../static/map.mjs"}])


@pytest.mark.parametrize(
    "address",
    [
        "/nothing", "/incident/nothing", "/incident/incident-", "/document/%00", "/document/doc-0000", "/relays/a~b", "/relays/~",
        "/review/incident-0", "/published/../../etc/passwd", "/published/en/nothing.html", "/static/../app.py",
        "/static/%2e%2e/app.py", "/audit?page=999999999999999999999", "/incidents?page=-1&from=x&order=;drop", "/places?q=%00",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_page_and_no_trace(ledger: Path, address: str) -> None:
    answer = Browser(Settings(str(ledger))).get(address)
    assert answer.status in (200, 400, 404)
    assert "Traceback" not in answer.text
    assert str(Path(__file__).parents[2]) not in answer.text


@pytest.mark.parametrize("path", ["/decide", "/undo", "/leave", "/enter"])
@pytest.mark.parametrize("token", ["", "wrong", "é"])
def test_no_form_of_another_is_taken(ledger: Path, path: str, token: str) -> None:
    browser = Browser(Settings(str(ledger)))
    browser.token()
    answer = browser.post(path, {"csrf": token, "verdict": "accepted", "name": "x"})
    assert answer.status == 403


def test_every_form_that_changes_something_is_tried_above() -> None:
    routes = create(Settings("none")).routes
    posts = {getattr(r, "path", "") for r in routes if "POST" in (getattr(r, "methods", None) or ())}
    assert posts == {"/decide", "/undo", "/leave", "/enter"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.1:8017", ""])
def test_no_other_name_is_answered(ledger: Path, host: str) -> None:
    assert Browser(Settings(str(ledger)), host=host).get("/incidents").status == 400


@pytest.mark.parametrize(
    ("host", "answered"),
    [
        ("192.168.7.20:8017", True),
        ("[2001:db8::7]:8017", True),
        ("[::1]:8017", True),
        ("LOCALHOST", True),
        ("desk.example", False),
        ("192.168.7.20.evil.example", False),
        ("[evil.example]", False),
        ("", False),
    ],
)
def test_a_desk_for_every_address_answers_under_addresses_and_no_other_names(
    ledger: Path, host: str, answered: bool
) -> None:
    settings = Settings(str(ledger), any_address=True)
    assert (Browser(settings, host=host).get("/incidents").status == 200) is answered


def test_the_loopback_of_the_sixth_version_is_ours(ledger: Path) -> None:
    assert Browser(Settings(str(ledger)), host="[::1]:8017").get("/incidents").status == 200
    assert Browser(Settings(str(ledger)), host="[::2]:8017").get("/incidents").status == 400


def test_the_sign_of_the_desk_is_there_for_everybody(ledger: Path) -> None:
    answer = Browser(Settings(str(ledger), users())).get("/favicon.ico")
    assert (answer.status, answer.headers["content-type"]) == (200, "image/svg+xml")


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_pages(ledger: Path) -> None:
    cookie = Browser(Settings(str(ledger))).get("/incidents").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_a_form_that_is_too_large_is_refused(ledger: Path) -> None:
    browser = Browser(Settings(str(ledger)))
    answer = browser.post("/enter", {"csrf": browser.token(), "name": "x" * MOST})
    assert answer.status == 413


def test_no_redirect_leads_out(ledger: Path) -> None:
    browser = Browser(Settings(str(ledger)))
    browser.send("/enter", name="Ines")
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"):
        answer = browser.send("/undo", back=back)
        assert "evil" not in answer.headers.get("location", "")


def users() -> dict[str, User]:
    return {
        name: User(name, role, hashed("secret", "00"))  # type: ignore[arg-type]
        for name, role in (("Rita", "reader"), ("Ines", "reviewer"), ("Ada", "editor"))
    }


def test_where_there_are_users_nobody_reads_before_the_password(ledger: Path) -> None:
    browser = Browser(Settings(str(ledger), users()))
    for address in addresses(ledger):
        if address not in ("/enter", "/favicon.ico"):
            answer = browser.get(address)
            assert (answer.status, answer.headers.get("location")) == (303, "/enter"), address
    assert browser.send("/enter", name="Ines", password="wrong").status == 403
    assert browser.send("/enter", name="Nobody", password="secret").status == 403
    before = browser.cookie
    assert browser.send("/enter", name="Ines", password="secret").status == 303
    assert browser.cookie != before  # a session that somebody laid there is worth nothing
    assert browser.get("/review").status == 200


@pytest.mark.parametrize(
    ("name", "judges", "publishes"), [("Rita", False, False), ("Ines", True, False), ("Ada", True, True)]
)
def test_roles_hold(tmp_path: Path, name: str, judges: bool, publishes: bool) -> None:
    of_articles(tmp_path / "l.ledger")
    browser = Browser(Settings(str(tmp_path / "l.ledger"), users()))
    browser.send("/enter", name=name, password="secret")
    with View.open(tmp_path / "l.ledger") as view:
        (incident,) = (i for i in view.incidents() if i.kind == "incident")
    status = browser.send("/decide", verdict="accepted", incident=incident.id, record=incident.figures).status
    assert status == (303 if judges else 403)
    assert browser.get("/published/en/index.html").status == (200 if publishes else 403)


def test_a_fault_is_a_page_without_a_trace(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(self: Desk) -> None:
        raise RuntimeError("/home/somebody/secret")

    browser = Browser(Settings(str(ledger)))
    browser.get("/incidents")
    monkeypatch.setattr(Desk, "view", broken)
    with pytest.raises(RuntimeError):  # for the log; the page was sent before
        browser.get("/incidents")


def test_a_ledger_that_is_gone_is_a_page(ledger: Path) -> None:
    settings = replace(Settings(str(ledger)), ledger=str(ledger) + ".gone")
    answer = Browser(settings).get("/incidents")
    assert answer.status == 500
    assert "Traceback" not in answer.text
