# ruff: noqa: E501 (a paragraph is a line)
"""Documents of a ledger compared: the same relays in any order and after any reruns; what is known of a figure's way."""

from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.stages.derive.articles import AGENCY, DAILY, REVIEW

COPY = """LE MONITEUR DU SUD
Publié le 12/05/2022 à 21h40

Mali : au moins 23 civils tués dans l'attaque d'un village près de Bankass

Au moins 23 civils ont été tués mercredi 11 mai dans l'attaque d'un village près de Bankass, dans le centre du Mali, a annoncé jeudi le gouverneur de la région, Oumar Traoré.

Quatorze blessés ont été évacués vers l'hôpital de Mopti, selon une source médicale.

(ASP)
"""
ARTICLES = {"agency.txt": AGENCY, "daily.txt": DAILY, "review.txt": REVIEW, "copy.txt": COPY}
EXPECTED = {
    ("agency.txt", "copy.txt", "verbatim", "credit"),
    ("agency.txt", "daily.txt", "cites", "credit"),
    ("agency.txt", "review.txt", "cites", "citation"),
    ("daily.txt", "review.txt", "cites", "citation"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def _relays(ledger: Path) -> set[tuple[str, str, str, str]]:
    with View.open(ledger) as view:
        paths = {document: Path(path).name for document, path in view.paths().items()}
        found = pipeline.provenance(view).relays
    return {(paths[r.from_document], paths[r.to_document], r.kind, r.direction_reason) for r in found}


def _run(ledger: Path, *paths: Path) -> None:
    with Ledger.open(ledger) as opened:
        pipeline.run([str(path) for path in paths], opened, jobs=1)
        pipeline.relate(opened)


def test_relays_of_a_folder(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "x.ledger"
    _run(ledger, *(folder / name for name in ARTICLES))
    assert _relays(ledger) == EXPECTED
    _run(ledger, *(folder / name for name in ARTICLES))
    assert _relays(ledger) == EXPECTED


@pytest.mark.parametrize("order", [list(ARTICLES), list(ARTICLES)[::-1]])
def test_one_by_one_in_any_order(folder: Path, tmp_path: Path, order: list[str]) -> None:
    ledger = tmp_path / "x.ledger"
    for name in order:
        _run(ledger, folder / name)
    assert _relays(ledger) == EXPECTED


def test_a_figure_is_followed_through_the_copy(folder: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "x.ledger"
    _run(ledger, *(folder / name for name in ARTICLES))
    with View.open(ledger) as view:
        found = pipeline.provenance(view)
    copy = next(d for d in found.documents.values() if Path(d.path).name == "copy.txt")
    of_copy = [t for t in found.traced if t.document == copy.id]
    assert [(t.origin.name, t.reason) for t in of_copy][:2] == [("Oumar Traoré", "relayed_from")] * 2
    assert {(b.minimum, b.maximum) for b in map(found.behind.__getitem__, (t.figure for t in of_copy[:2]))} == {(1, 1)}
    assert found.relay(of_copy[0].hops[0]).kind == "verbatim"


def test_what_an_outlet_always_prints_is_no_relay(tmp_path: Path) -> None:
    standing = (
        "Depuis 2012, le nord et le centre du Mali sont en proie à une insurrection jihadiste qui s'est étendue au Burkina Faso et au Niger "
        "voisins, et qui a fait des milliers de morts et déplacé plus de deux millions de personnes dans les trois pays."
    )
    towns = ("Gao", "Ségou", "Kidal", "Tombouctou")
    for n, town in enumerate(towns):
        text = f"LE PHARE DU SAHEL\n{n + 3} mars 2021\n\nUne école ouvre à {town}\n\nLes habitants de {town} ont fêté la rentrée, a dit le maire.\n\n{standing}\n"
        (tmp_path / f"{town}.txt").write_text(text, "utf-8")
    ledger = tmp_path / "x.ledger"
    _run(ledger, *(tmp_path / f"{town}.txt" for town in towns))
    assert _relays(ledger) == set()
