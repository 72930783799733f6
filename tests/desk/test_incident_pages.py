"""The pages of one incident, its relays and its documents, on a small ledger."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from starlette.applications import Starlette

import recoupe.desk
from recoupe import gazetteers, pipeline
from recoupe.cli import status
from recoupe.desk.app import create
from recoupe.desk.drawing.contrasts import classes
from recoupe.desk.drawing.marked_text import marked_text, records
from recoupe.desk.drawing.origin_rows import origin_rows
from recoupe.desk.drawing.tally_grid import tally_grid
from recoupe.desk.settings import Settings
from recoupe.interface.catalogue import Catalogue
from recoupe.model.reading import Reading
from recoupe.stages.reconcile.reconciled import Reconciled, reconciled
from recoupe.store.view import View
from tests.desk.get import get

WIRE = """Mali : 23 civils tués à Ménaka, selon le gouverneur

MÉNAKA, 12 juin 2019 (AVS) – Vingt-trois civils ont été tués lundi au marché de Ménaka, a annoncé le gouverneur Oumar Traoré.

Selon lui, l'armée a affirmé que « plus de 15 combattants » avaient été tués. Les assaillants sont arrivés à moto, puis ils ont \
tiré sur les marchands avant de repartir vers la frontière du Niger, ont raconté des habitants du quartier.

Le marché de Ménaka, qui se tient chaque lundi au bord de la route de Gao, attire des éleveurs venus de toute la région. Plusieurs \
boutiques ont été incendiées et les écoles de la ville sont restées fermées mardi, selon la mairie. Les blessés les plus graves ont \
été évacués par la route vers Gao, faute d'hélicoptère, a précisé un infirmier du centre de santé.
"""
ARTICLES = {
    "wire.txt": WIRE,
    "copy.txt": "L'Aube du Fleuve\n\n"
    + WIRE.replace("12 juin 2019 (AVS)", "13 juin 2019").replace("Vingt-trois", "Trente-deux").replace("23", "32"),
    "hospital.txt": """Ménaka : l'hôpital compte 31 morts

Publié le 13 juin 2019

L'hôpital de Ménaka a indiqué mercredi que 31 civils, dont douze enfants, avaient été tués lundi 10 juin dans l'attaque du marché.

L'armée malienne a démenti avoir tué des civils à Ménaka.
""",
    "hostile.txt": """<script>alert(1)</script> {{ 7 * 7 }} : 40 civils tués à Ménaka

Publié le 14 juin 2019

"><img src=x onerror=alert(1)> \u202eQuarante civils ont été tués lundi 10 juin à Ménaka, a déclaré <b onclick=alert(1)>Moussa Keïta</b>, \
le maire. {% raw %} javascript:alert(1) &lt;script&gt;
""",
}


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("desk")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, "utf-8")
    path = str(folder / "x.ledger")
    assert status(["run", *(str(folder / name) for name in ARTICLES), "--ledger", path]) == 0
    return path


@pytest.fixture(scope="module")
def app(ledger: str) -> Starlette:
    return create(Settings(ledger))


@pytest.fixture(scope="module")
def found(ledger: str) -> Reconciled:
    with View.open(ledger) as view:
        incident = max(view.incidents(), key=lambda each: len(each.figures))
        return reconciled(pipeline.evidence(view, incident), gazetteers.load())


@pytest.fixture(scope="module")
def readings(ledger: str) -> tuple[Reading, ...]:
    with View.open(ledger) as view:
        return tuple(view.readings())


class Page(HTMLParser):
    """Links, ids and forbidden things of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.wrong: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(given["href"] or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")
        handlers = [name for name in given if name.startswith("on") or name == "style"]
        if handlers or tag in ("img", "iframe", "object", "base") or (tag == "script" and not given.get("src")):
            self.wrong.append(self.get_starttag_text() or tag)


@pytest.fixture(scope="module")
def told(app: Starlette, found: Reconciled) -> dict[str, str]:
    """Every page that an incident leads to, in English, by its address."""
    start = f"/incident/{found.evidence.incident.id}"
    todo, told = [start, f"{start}/relays"], dict[str, str]()
    while todo:
        path = todo.pop()
        if path in told:
            continue
        answer = get(app, path, "en")
        assert answer.status == 200, path
        told[path] = answer.text
        places = [link.partition("#")[0] for link in Page(answer.text).links]
        todo += [each for each in places if re.match(r"/(figure|document|relays|incident)/", each)]
    return told


def test_every_link_leads_to_a_page_and_every_number_to_its_words(told: dict[str, str]) -> None:
    kinds = {path.split("/")[1] for path in told}
    assert kinds == {"incident", "figure", "document", "relays"}
    ids = {path: set(Page(text).ids) for path, text in told.items()}
    for path, text in told.items():
        for link in Page(text).links:
            place, _, anchor = link.partition("#")
            if anchor and (place or path) in told:
                assert anchor in ids[place or path] or anchor == "main", f"{path}: {link}"


def test_nothing_of_a_text_becomes_part_of_the_page(told: dict[str, str]) -> None:
    assert any("alert(1)" in text for text in told.values())
    for path, text in told.items():
        page = Page(text)
        assert page.wrong == [], path
        assert len(page.ids) == len(set(page.ids)), path
        assert not any(link.startswith("javascript:") for link in page.links)
        assert "{{ 7 * 7 }}" in text or "49 : 40" not in text


def test_the_other_language_has_the_same_links(app: Starlette, told: dict[str, str]) -> None:
    kinds = {path.split("/")[1]: path for path in told}
    for path in kinds.values():
        french = Page(get(app, path, "fr").text)
        assert [e for e in french.links if "lang=" not in e] == [e for e in Page(told[path]).links if "lang=" not in e]


def test_pages_are_small(told: dict[str, str]) -> None:
    static = Path(recoupe.desk.__file__).with_name("static")
    for path, text in told.items():
        loaded = re.findall(r'(?:href|src)="/static/([^"]+)"', text)
        assert len(text.encode()) + sum((static / each).stat().st_size for each in loaded) < 300_000, path


@pytest.mark.parametrize("path", ["/incident/incident-0", "/figure/fig-0", "/figure/x", "/relays/a~b", "/relays/a"])
def test_what_is_not_there(app: Starlette, path: str) -> None:
    assert get(app, path).status == 404


def test_each_figure_stands_once_under_each_question(found: Reconciled) -> None:
    ids = sorted(figure.id for figure in found.evidence.figures)
    questions = tally_grid(found).questions
    assert questions
    for question in questions:
        used = [use.figure.id for use in question.uses]
        left = [figure.id for _, figures in question.left_out for figure in figures]
        assert sorted(used + left) == ids


def test_no_disagreement_is_lost(found: Reconciled) -> None:
    told = classes(found, lambda figure: f"{figure.value:g} {figure.group}")
    assert sum(each.pairs for each in told) == len(found.disagreements)
    for each in told:
        assert sum(contrast.pairs for contrast in each.contrasts) == each.pairs


def test_every_figure_has_its_origin_row(found: Reconciled) -> None:
    rows = origin_rows(found.evidence, {})
    told = [figure.id for row in rows for way in row.ways for figure in way.figures]
    assert sorted(told) == sorted(found.evidence.traced.keys() & {figure.id for figure in found.evidence.figures})
    assert [row.counts for row in rows] == sorted((row.counts for row in rows), key=("yes", "maybe", "no").index)


def test_the_copy_with_another_number_is_shown_as_such(app: Starlette, found: Reconciled) -> None:
    text = get(app, f"/incident/{found.evidence.incident.id}/relays", "en").text
    assert 'class="way verbatim"' in text
    relay = next(link for link in Page(text).links if link.startswith("/relays/"))
    beside = get(app, relay, "en").text
    assert re.search(r'<mark class="changed number">Vingt-trois civils<', beside)
    assert re.search(r'<mark class="changed number">Trente-deux civils<', beside)


def test_the_text_is_whole_and_every_record_begins_somewhere(readings: tuple[Reading, ...]) -> None:
    for reading in readings:
        marked = marked_text(reading)
        for block, paragraph in zip(reading.document.blocks, marked, strict=True):
            text = "".join(s.text for sentence in paragraph.sentences for s in sentence.stretches)
            assert text == reading.document.text[block.start : block.end]
        stretches = [s for paragraph in marked for sentence in paragraph.sentences for s in sentence.stretches]
        starts = [stretch.start for stretch in stretches]
        assert len(starts) == len(set(starts))
        assert {f.span.start for f in reading.figures} | {c.span.start for c in reading.claims} <= set(starts)
        opened = [record for stretch in stretches for record in stretch.opens]
        beside = [record.id for record in records(reading, {})]
        assert sorted(opened) == sorted(beside)
        for number, figure in enumerate(reading.figures, 1):
            words = "".join(stretch.text for stretch in stretches if f"f{number}" in stretch.figures)
            assert words == figure.span.text


def test_nesting_is_counted(readings: tuple[Reading, ...]) -> None:
    reading = next(each for each in readings if each.document.path.endswith("wire.txt"))
    assert max(record.depth for record in records(reading, {})) >= 1


def test_every_string_that_the_templates_name_exists() -> None:
    known = Catalogue("fr")
    folder = Path(recoupe.desk.__file__).with_name("templates")
    named = {
        key
        for name in ("incident", "relays", "figure", "side_by_side", "document", "graph", "signs")
        for key in re.findall(r'say(?:\.count)?\("([a-z]+\.[a-z_]+)"[,)]', (folder / f"{name}.html").read_text("utf-8"))
    }
    assert len(named) > 60
    for key in named:
        assert known._find(key)
