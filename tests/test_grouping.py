"""Figures of a ledger put together into incidents: the same in any order, after any rerun, with people's decisions."""

import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe import pipeline
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.model.reading import Reading
from recoupe.model.relay import Evidence, Relay
from recoupe.model.span import Span
from recoupe.stages.group.accounts import accounts
from recoupe.stages.group.incidents import incidents
from recoupe.stages.group.matching import ENOUGH, match
from recoupe.stages.group.verdicts import Verdicts
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.factories import HODEIDA, make_document, make_figure
from tests.stages.group.told import ADEN, AROUND, BESIDE, HARBOUR, PROVINCE, TAIZ, YEMEN

SAMPLES = Path(__file__).parents[1] / "samples" / "articles"
MOSUL_AND_OTHERS = ("01", "02", "03", "05", "06", "16", "17", "22")
NUMBERS = (5.0, 12.0, 23.0, 130.0, 1204.0)
PLACES = (HODEIDA, HODEIDA, HARBOUR, BESIDE, AROUND, TAIZ, ADEN, PROVINCE, YEMEN, None)
DAYS = ("2018-05-01", "2018-05-02", "2018-05-03", "2018-05-04", "2018-05-05", None)


def telling(name: str, *told: dict[str, object], published: str | None = "2018-05-05", version: str = "1") -> Reading:
    """A Document whose text is a word for each Figure; a Figure is of twelve civilians killed at Hodeida on 3 May."""
    words = [f"{name}{n}" for n in range(len(told))]
    text = " ".join([name, *words])
    document = make_document(text, f"{name}.txt", published=published)
    figures = [make_figure(document, _word(text, word), **each) for word, each in zip(words, told, strict=True)]
    return Reading(document, (), tuple(figures), (), (), version)


def _word(text: str, word: str) -> Span:
    start = text.index(word)
    return Span.cut(text, start, start + len(word))


def on(day: str | None, value: float = 12.0, **changes: object) -> dict[str, object]:
    """A Figure of that day."""
    return {"date_from": day, "date_to": day, "value": value, **changes}


def group(path: Path, *batches: Iterable[Reading], decisions: Iterable[Decision] = ()) -> tuple[Incident, ...]:
    """The incidents once these have been added, a batch at a time."""
    with Ledger.open(path) as ledger:
        for batch in batches:
            for reading in batch:
                ledger.append(reading)
            pipeline.group(ledger)
        for decision in decisions:
            ledger.decide(decision)
            pipeline.group(ledger)
        assert ledger.ungrouped() == []
    with View.open(path) as view:
        return tuple(view.incidents())


def at_once(readings: Iterable[Reading], *decisions: Decision) -> tuple[Incident, ...]:
    """The same in memory: every account compared with every other one."""
    verdicts = Verdicts(decisions)
    told = [account for reading in readings for account in accounts(reading, verdicts)]
    pairs = [match(a, b) for a, b in combinations(told, 2) if a.document != b.document]
    found = incidents(told, [pair for pair in pairs if pair.score >= ENOUGH], (), verdicts)
    return tuple(sorted(found, key=lambda i: (i.date_from is None, i.date_from or "", i.id)))


def together(found: Iterable[Incident]) -> set[frozenset[str]]:
    """Which figures stand together."""
    return {frozenset(incident.figures) for incident in found}


def decide(verdict: str, records: Sequence[Figure | str], others: Sequence[Figure] = (), when: int = 1) -> Decision:
    """A Decision on Figures, or on the Decision with an id."""
    first, second = (tuple(getattr(each, "id", each) for each in side) for side in (records, others))
    return Decision(
        f"decision-{verdict}-{when}", verdict, first, second, "R. Dupin", f"2024-01-{when:02}T10:00:00Z", ""
    )  # type: ignore[arg-type]


@st.composite
def readings(draw: st.DrawFn) -> list[Reading]:
    """Documents that tell of nearly the same, so that much hangs together and much excludes the rest."""
    figures = st.builds(
        lambda place, day, value, effect, scope: on(day, value, place=place, effect=effect, scope=scope),
        st.sampled_from(PLACES),
        st.sampled_from(DAYS),
        st.sampled_from(NUMBERS),
        st.sampled_from(("killed", "killed", "wounded")),
        st.sampled_from(("incident", "incident", "incident", "total")),
    )
    some = draw(st.lists(st.lists(figures, min_size=1, max_size=3), min_size=2, max_size=7))
    days = [draw(st.sampled_from(["2018-05-04", "2018-05-05", "2018-05-06", None])) for _ in some]
    return [telling(f"d{n}", *told, published=day) for n, (told, day) in enumerate(zip(some, days, strict=True))]


@settings(max_examples=8, deadline=None)
@given(readings(), st.randoms(use_true_random=False))
def test_any_order_and_any_batches_give_what_all_at_once_gives(some: list[Reading], random: object) -> None:
    expected = at_once(some)
    permuted = list(some)
    random.shuffle(permuted)  # type: ignore[attr-defined]
    with TemporaryDirectory() as folder:
        for n, batches in enumerate(([some], [[each] for each in permuted], [permuted[:2], permuted[2:]])):
            assert group(Path(folder) / f"{n}.ledger", *batches) == expected


@settings(max_examples=6, deadline=None)
@given(readings(), st.data())
def test_decisions_and_documents_come_in_any_order(some: list[Reading], data: st.DataObject) -> None:
    figures = [figure for reading in some for figure in reading.figures]
    pick = st.lists(st.sampled_from(figures), min_size=1, max_size=3, unique=True)
    drawn = data.draw(st.lists(st.tuples(st.sampled_from(["same", "apart"]), pick, pick), min_size=1, max_size=3))
    judged = [
        decide(verdict, first, [f for f in second if f not in first] if verdict == "apart" else (), when=n)
        for n, (verdict, first, second) in enumerate(drawn, 1)
    ]
    expected = at_once(some, *judged)
    with TemporaryDirectory() as folder:
        assert group(Path(folder) / "after.ledger", *([each] for each in some), decisions=judged) == expected
        with Ledger.open(Path(folder) / "before.ledger") as ledger:
            for decision in judged:
                ledger.decide(decision)
        assert group(Path(folder) / "before.ledger", *([each] for each in reversed(some))) == expected


def test_articles_in_any_order(tmp_path: Path) -> None:
    paths = [str(path) for path in sorted(SAMPLES.iterdir()) if path.name[:2] in MOSUL_AND_OTHERS]
    found = []
    for n, batches in enumerate(([paths], [[path] for path in paths], [[path] for path in reversed(paths)])):
        with Ledger.open(tmp_path / f"{n}.ledger") as ledger:
            for batch in batches:
                pipeline.run(batch, ledger, jobs=1)
                pipeline.group(ledger)
        with View.open(tmp_path / f"{n}.ledger") as view:
            found.append(list(view.incidents()))
    assert found[0] == found[1] == found[2]
    assert any(len(incident.documents) > 1 for incident in found[0])


def test_the_same_place_another_year_and_the_same_day_another_town(tmp_path: Path) -> None:
    one, copy = telling("one", on("2018-05-03")), telling("copy", on("2018-05-03"))
    year = telling("year", on("2019-05-03"), published="2019-05-05")
    town = telling("town", on("2018-05-03", place=TAIZ))
    found = together(group(tmp_path / "l", [one, copy, year, town]))
    assert found == {
        frozenset({one.figures[0].id, copy.figures[0].id}),
        frozenset({year.figures[0].id}),
        frozenset({town.figures[0].id}),
    }


def test_a_decision_survives_reruns_and_new_readings(tmp_path: Path) -> None:
    a, b = telling("a", on("2018-05-03")), telling("b", on("2018-05-03", place=TAIZ))
    joined = {frozenset({a.figures[0].id, b.figures[0].id})}
    same = decide("same", [a.figures[0], b.figures[0]])
    assert len(group(tmp_path / "l", [a, b])) == 2
    assert together(group(tmp_path / "l", decisions=[same])) == joined
    again = Reading(a.document, (), a.figures, (), (), "2")
    assert together(group(tmp_path / "l", [again])) == joined
    assert together(group(tmp_path / "l", [telling("c", on("2018-05-09"))])) > joined
    withdrawn = decide("withdrawn", [same.id], when=2)
    assert together(group(tmp_path / "l", decisions=[withdrawn])) == together(
        at_once([a, b, telling("c", on("2018-05-09"))])
    )


def test_a_decision_cuts_one_documents_account_in_two(tmp_path: Path) -> None:
    a = telling("a", on("2018-05-03"), on("2018-05-03", 30, effect="wounded"))
    dead, wounded = a.figures
    assert together(group(tmp_path / "l", [a])) == {frozenset({dead.id, wounded.id})}
    apart = decide("apart", [dead], [wounded])
    cut = {frozenset({dead.id}), frozenset({wounded.id})}
    assert together(group(tmp_path / "l", decisions=[apart])) == cut
    assert together(group(tmp_path / "l", [Reading(a.document, (), a.figures, (), (), "2")])) == cut


def test_the_wounded_taken_elsewhere_stay_apart_when_a_person_says_so(tmp_path: Path) -> None:
    a = telling("a", on("2018-05-03"), on("2018-05-03", 30, effect="wounded", place=AROUND))
    assert len(group(tmp_path / "l", [a])) == 1
    assert len(group(tmp_path / "l", decisions=[decide("apart", [a.figures[0]], [a.figures[1]])])) == 2


@pytest.mark.parametrize("verdict", ["same", "apart", "withdrawn"])
def test_a_decision_on_what_is_not_there_harms_nothing(tmp_path: Path, verdict: str) -> None:
    a, b = telling("a", on("2018-05-03")), telling("b", on("2018-05-03"))
    before = group(tmp_path / "l", [a, b])
    garbage = decide(verdict, ["figure-0", "'; --", "%"], [a.figures[0]] if verdict == "apart" else ())
    assert group(tmp_path / "l", decisions=[garbage, decide("same", ["figure-0", a.figures[0].id], when=3)]) == before
    assert group(tmp_path / "l", [Reading(a.document, (), a.figures, (), (), "2")]) == before


def test_a_document_read_again_leaves_nothing_stale(tmp_path: Path) -> None:
    a, b = telling("a", on("2018-05-03"), on("2018-05-01", 130)), telling("b", on("2018-05-03"))
    assert len(group(tmp_path / "l", [a, b])) == 2
    moved = make_figure(a.document, a.figures[0].span, place=TAIZ)
    now = Reading(a.document, (), (moved,), (), (), "2")
    assert group(tmp_path / "l", [now]) == at_once([now, b])
    emptied = Reading(a.document, (), (), (), (), "3")
    assert group(tmp_path / "l", [emptied]) == at_once([b])
    with Ledger.open(tmp_path / "l") as ledger, ledger.grouping() as work:
        assert work.neighbours([*work.mates([m.account for i in at_once([b]) for m in i.members])]) == set()
    assert group(tmp_path / "l", [Reading(a.document, (), a.figures, (), (), "4")]) == at_once([a, b])


def test_another_date_given_by_a_person(tmp_path: Path) -> None:
    a, b = telling("a", on("2018-05-03")), telling("b", on(None), published="2020-01-01")
    assert len(group(tmp_path / "l", [a, b])) == 2
    dated = telling("b", on(None), published="2018-05-04")
    with Ledger.open(tmp_path / "l") as ledger:
        assert ledger.append(dated, given="2018-05-04")
    assert group(tmp_path / "l", []) == at_once([a, dated])
    assert len(at_once([a, dated])) == 1


def test_a_relay_that_is_found_later(tmp_path: Path) -> None:
    a, b = telling("a", on(None, place=None, place_span=None)), telling("b", on(None, place=None, place_span=None))
    assert len(group(tmp_path / "l", [a, b])) == 2
    first, second = sorted((a, b), key=lambda reading: reading.document.id)
    evidence = Evidence("text", "shared_passage", first.figures[0].span, second.figures[0].span, 1.0)
    ids = first.document.id, second.document.id
    relay = Relay("relay-1", *ids, "verbatim", True, "published", 1.0, (evidence,), ())
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.relate(*ids, relay)
        assert ledger.ungrouped() == list(ids)
    (joined,) = group(tmp_path / "l", [])
    assert [reason.key for reason in joined.members[1].reasons if reason.weight > 1] == ["relayed"]
    with Ledger.open(tmp_path / "l") as ledger:
        ledger.relate(*ids, None)
    assert len(group(tmp_path / "l", [])) == 2


def test_a_kill_leaves_the_rest_in_the_queue(tmp_path: Path) -> None:
    some = [telling(f"d{n}", on("2018-05-03")) for n in range(6)]
    with Ledger.open(tmp_path / "l") as ledger:
        for reading in some:
            ledger.append(reading)
    script = (
        "import os, sys\nfrom recoupe import grouping, pipeline\nfrom recoupe.store.groups import Groups\n"
        "from recoupe.store.ledger import Ledger\nreplace, left = Groups.replace, [3]\n"
        "def killed(self, *rest):\n    replace(self, *rest)\n    left[0] -= 1\n    left[0] or os._exit(9)\n"
        "Groups.replace, grouping._AT_ONCE = killed, 1\npipeline.group(Ledger.open(sys.argv[1]))"
    )
    assert subprocess.run([sys.executable, "-c", script, str(tmp_path / "l")]).returncode == 9
    with Ledger.open(tmp_path / "l") as ledger:
        assert len(ledger.ungrouped()) == 4
    assert group(tmp_path / "l", []) == at_once(some)


def test_documents_that_come_together_are_put_together_as_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also those that are read again, of which those that came before them in the round had been compared with the old reading."""
    first = [telling(f"d{n}", on(DAYS[n % 3], NUMBERS[n % 4]), on(DAYS[n % 2], 7.0, place=TAIZ)) for n in range(9)]
    again = [replace(each, figures=each.figures[n % 2 :], version="2") for n, each in enumerate(first) if n % 3]
    found = []
    for at_once_ in (1, 2, 25):
        monkeypatch.setattr("recoupe.grouping._AT_ONCE", at_once_)
        found.append(group(tmp_path / str(at_once_), first, again))
    assert found[0] == found[1] == found[2]
    assert 1 < len(found[0]) < len(first)


def test_absurd_days_and_places_are_grouped_too(tmp_path: Path) -> None:
    from tests.stages.group.told import GARBAGE, NOWHERE

    absurd = [
        telling(
            f"d{n}", on("0001-01-01", place=place), on("9999-12-31", place=place), on(None, place=place), published=day
        )
        for n, (place, day) in enumerate(
            (p, d) for p in (*GARBAGE, NOWHERE, None) for d in ("0001-01-01", "9999-12-31", None)
        )
    ]
    assert group(tmp_path / "l", absurd) == at_once(absurd)


def test_a_document_of_five_hundred_figures(tmp_path: Path) -> None:
    days = [f"2018-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    many = telling("many", *(on(days[n % len(days)], float(n)) for n in range(500)), published="2019-01-01")
    same = telling("one", *(on(None, float(n)) for n in range(500)), published="2019-01-01")
    assert group(tmp_path / "l", [many], [same], [telling("b", on("2018-05-03", 9.0))]) == at_once(
        [many, same, telling("b", on("2018-05-03", 9.0))]
    )


def test_incidents_beside_one_are_near_in_place_and_time(tmp_path: Path) -> None:
    """Those of the same days, ten days off at most, or without a day; the nearest place first; never itself."""
    told = (
        telling("own", on("2018-05-03")),
        telling("late", on("2018-05-13", 40.0)),
        telling("toolate", on("2018-05-14", 60.0)),
        telling("early", on("2018-04-23", 80.0, place=BESIDE)),
        telling("far", on("2018-05-03", 300.0, place=ADEN)),
    )
    found = group(tmp_path / "l", told)
    by_name = {next(r.document.title for r in told if r.document.id in each.documents): each for each in found}
    assert len(by_name) == len(told)
    own = next(each for name, each in by_name.items() if str(name).startswith("own"))
    with View.open(tmp_path / "l") as view:
        beside = view.incidents_beside(own, km=60, days=10, most=8)
        assert [each.date_from for each in beside] == ["2018-05-13", "2018-04-23"]
        assert view.incidents_beside(own, km=60, days=10, most=1) == beside[:1]
        undated = replace(own, date_from=None, date_to=None)
        days = [each.date_from for each in view.incidents_beside(undated, km=60, days=10, most=8)]
        assert days == ["2018-05-13", "2018-05-14", "2018-04-23"]
        assert view.incidents_beside(replace(own, place=None), km=60, days=10, most=8) == []
        for day in ("0001-01-02", "9999-12-30"):
            assert view.incidents_beside(replace(own, date_from=day, date_to=day), km=60, days=10, most=8) == []
