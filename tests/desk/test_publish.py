"""`recoupe publish`: a site of accepted incidents, in a folder of its own, without private names and without formulas."""

import csv
import json
import re
import socket
from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.desk.site import folder
from recoupe.errors import InputError
from recoupe.export.safe_csv import table
from recoupe.export.scorecard import scorecard
from recoupe.stages.review.judged import seen
from recoupe.store.decisions import made
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.cli.command import ROOT, recoupe
from tests.desk.ledgers import of_articles

MAP = '<script type="module" src="../static/map.mjs"></script>'


def accepted(path: Path, *people: str) -> None:
    of_articles(path)
    with View.open(path) as view:
        told = [pipeline.evidence(view, each) for each in view.incidents()]
    with Ledger.open(path) as ledger:
        for who in people:
            for each in told:
                ids = [figure.id for figure in each.figures]
                ledger.decide(made("accepted", ids, [], who, "", json.dumps(seen(each.figures))))
        pipeline.group(ledger)
        pipeline.digest(ledger)


def text_of(out: Path) -> str:
    """All that was written for this ledger, without what every site holds."""
    written = (path for path in sorted(out.rglob("*")) if path.is_file() and out / "static" not in path.parents)
    return "\n".join(path.read_text("utf-8") for path in written)


def test_a_site_of_what_is_accepted(tmp_path: Path) -> None:
    ledger, out = tmp_path / "l.ledger", tmp_path / "site"
    accepted(ledger, "Ines")
    done = recoupe("publish", "--ledger", ledger, "--out", out)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(out).as_posix() for path in out.rglob("*.html")}
    assert {"index.html", "fr/index.html", "en/index.html", "en/codebook.html", "fr/scorecard.html"} <= pages
    assert sum("/incident-" in page for page in pages) >= 2
    told = text_of(out)
    assert set(re.findall(r"<script.*?</script>", told)) == {MAP}
    assert "Bankass" in told
    assert "Seydou" not in told
    assert "Guindo" not in told
    assert "a resident" in told
    assert "un habitant" in told
    assert "Oumar Traoré" in told
    assert "Ines" not in told  # who judged is the house's affair
    rows = list(csv.DictReader((out / "data" / "figures.csv").open(encoding="utf-8", newline="")))
    figures = [
        f for i in json.loads((out / "data" / "incidents.json").read_text("utf-8"))["incidents"] for f in i["figures"]
    ]
    assert len(rows) == len(figures) > 3
    assert json.loads((out / "data" / "incidents.geojson").read_text("utf-8"))["features"]


def test_every_link_of_a_site_leads_somewhere(tmp_path: Path) -> None:
    ledger, out = tmp_path / "l.ledger", tmp_path / "site"
    accepted(ledger, "Ines")
    recoupe("publish", "--ledger", ledger, "--out", out)
    for page in out.rglob("*.html"):
        text = page.read_text("utf-8")
        for link in re.findall(r'(?:href|src)="([^"]+)"', text):
            path, _, anchor = link.partition("#")
            target = (page.parent / path) if path else page
            assert target.is_file(), (page, link)
            assert not anchor or f'id="{anchor}"' in target.read_text("utf-8"), (page, link)


def test_the_map_of_a_site_shows_what_is_published(tmp_path: Path) -> None:
    ledger, out = tmp_path / "l.ledger", tmp_path / "site"
    accepted(ledger, "Ines")
    recoupe("publish", "--ledger", ledger, "--out", out)
    incidents = json.loads((out / "data" / "incidents.json").read_text("utf-8"))["incidents"]
    for language in ("en", "fr"):
        shown = json.loads((out / language / "map.geojson").read_text("utf-8"))["features"]
        assert sum(spot["properties"]["incidents"] for spot in shown) == len(incidents)
        page = (out / language / "index.html").read_text("utf-8")
        assert 'data-source="map.geojson"' in page
        for spot in shown:
            path, _, anchor = spot["properties"]["to"].partition("#")
            assert (out / language / path).is_file() if path else f'id="{anchor}"' in page


def test_names_are_shown_when_asked_for(tmp_path: Path) -> None:
    accepted(tmp_path / "l.ledger", "Ines")
    recoupe("publish", "--ledger", tmp_path / "l.ledger", "--out", tmp_path / "site", "--show-names")
    assert "Seydou Guindo" in text_of(tmp_path / "site")


def test_two_persons(tmp_path: Path) -> None:
    accepted(tmp_path / "one.ledger", "Ines")
    accepted(tmp_path / "two.ledger", "Ines", "Karim")
    for name, expected in (("one", 0), ("two", 1)):
        out = tmp_path / name
        done = recoupe("publish", "--ledger", tmp_path / f"{name}.ledger", "--out", out, "--two-persons")
        shown = json.loads((out / "data" / "incidents.json").read_text("utf-8"))["incidents"]
        assert min(1, len(shown)) == expected
        assert ("not published" in done.stderr) == (expected == 0)


def test_a_folder_of_somebody_else_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    accepted(tmp_path / "l.ledger", "Ines")
    done = recoupe("publish", "--ledger", tmp_path / "l.ledger", "--out", tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert (tmp_path / "thesis.txt").read_text() == "mine"


def test_an_older_site_makes_way_whole(tmp_path: Path) -> None:
    out = tmp_path / "site"
    folder.write(out, {"a.html": b"1", "d/b.html": b"2"})
    folder.write(out, {"a.html": b"3"})
    assert (out / "a.html").read_bytes() == b"3"
    assert not (out / "d").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    (out / "mine.txt").write_text("mine")
    with pytest.raises(InputError):
        folder.write(out, {"a.html": b"4"})
    assert (out / "a.html").read_bytes() == b"3"


def test_a_site_that_cannot_be_written_leaves_the_older_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    folder.write(out, {"a.html": b"1"})
    with pytest.raises(InputError):
        folder.write(out, {"a.html": b"2", "a.html/b": b"cannot be"})
    assert (out / "a.html").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200b=1", "＝1", "\0=1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    (row,) = list(csv.reader(table(["a"], [[cell]]).splitlines(keepends=True)))[1:] or [["'"]]
    assert row[0].startswith("'")


def test_numbers_stay_numbers() -> None:
    assert table(["a", "b"], [[-1.5, None]]) == "a,b\r\n-1.5,\r\n"


def test_the_scorecard_promises_no_more_than_the_evaluations_hold() -> None:
    floors = json.loads((ROOT / "evals" / "floors.json").read_text("utf-8"))
    assert scorecard()
    for score in scorecard():
        for measure, floor in score.floors.items():
            assert floor <= floors[score.corpus]["floors"][measure], "run python -m resources.scorecard"


def test_the_desk_says_in_one_sentence_what_is_wrong(tmp_path: Path) -> None:
    of_articles(tmp_path / "l.ledger")
    (tmp_path / "users.toml").write_text("[Ines]\nrole = 'queen'\n")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        asked = (
            ("--ledger", tmp_path / "l.ledger", "--port", port),
            ("--ledger", tmp_path / "none.ledger"),
            ("--ledger", tmp_path / "l.ledger", "--users", tmp_path / "users.toml"),
            ("--ledger", tmp_path / "l.ledger", "--users", tmp_path / "nobody.toml"),
            ("--ledger", tmp_path / "l.ledger", "--host", "0.0.0.0"),
        )
        for each in asked:
            done = recoupe("desk", *each)
            assert done.returncode not in (0, 1), each
            assert "Traceback" not in done.stderr
            assert len(done.stderr.strip().splitlines()) == 1, done.stderr
