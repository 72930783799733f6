"""Review: what people judge on the desk is recorded with their name, acts at once, and can be taken back."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from recoupe import pipeline
from recoupe.desk.settings import Settings
from recoupe.model.decision import Decision
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.store.view import View
from tests.desk.browser_like import Answer, Browser
from tests.desk.ledgers import of_articles


class Desk:
    """A desk at which one person has said who they are, and its ledger."""

    def __init__(self, ledger: Path, who: str = "Ines", *, two_persons: bool = False) -> None:
        self.ledger = ledger
        self.browser = Browser(Settings(str(ledger), two_persons=two_persons))
        self.browser.send("/enter", name=who)

    def evidence(self) -> list[Evidence]:
        with View.open(self.ledger) as view:
            return [pipeline.evidence(view, each) for each in view.incidents() if each.kind == "incident"]

    def incidents(self) -> list[Incident]:
        return [each.incident for each in self.evidence()]

    def figures(self) -> list[Figure]:
        return [figure for each in self.evidence() for figure in each.figures]

    def decisions(self) -> tuple[Decision, ...]:
        with View.open(self.ledger) as view:
            return view.decisions()

    def shown(self, incident: str) -> str:
        """What the form that accepts everything carries."""
        page = self.browser.get(f"/review/{incident}").text
        return page.partition('name="seen" value="')[2].partition('"')[0]

    def judge(self, verdict: str, records: Sequence[str], **fields: str) -> Answer:
        incident = self.incidents()[0].id
        return self.browser.send("/decide", verdict=verdict, incident=incident, record=records, **fields)

    def accept_all(self) -> Answer:
        incident = self.incidents()[0]
        return self.judge("accepted", incident.figures, seen=self.shown(incident.id))

    def published(self, needed: int = 1) -> int:
        with View.open(self.ledger) as view:
            return len(pipeline.publication(view, needed=needed).incidents)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    of_articles(tmp_path / "l.ledger")
    return Desk(tmp_path / "l.ledger")


def test_what_is_accepted_is_published_and_nothing_before(desk: Desk) -> None:
    assert desk.published() == 0
    assert desk.accept_all().status == 303
    assert desk.published() == 1
    (decision,) = desk.decisions()
    assert (decision.who, decision.verdict) == ("Ines", "accepted")
    assert decision.when


def test_an_acceptance_of_something_else_than_was_shown_publishes_nothing(desk: Desk) -> None:
    incident = desk.incidents()[0]
    shown = " ".join(f"{figure}:0123456789abcdef" for figure in incident.figures)
    desk.judge("accepted", incident.figures, seen=shown)
    assert desk.published() == 0


def test_two_persons_must_accept_where_the_rule_asks_it(desk: Desk) -> None:
    desk.accept_all()
    desk.accept_all()
    assert desk.published(needed=2) == 0
    second = Desk(desk.ledger, "Karim", two_persons=True)
    assert "/review/incident-" in second.browser.get("/review").text
    second.accept_all()
    assert desk.published(needed=2) == 1


def test_undo_takes_back_the_newest_of_one_s_own(desk: Desk) -> None:
    desk.accept_all()
    other = Desk(desk.ledger, "Karim")
    assert other.browser.send("/undo").status == 400
    assert desk.browser.send("/undo").status == 303
    assert desk.published() == 0


@pytest.mark.parametrize(
    ("fields", "part", "expected"),
    [
        ({"value": "1\u202f024"}, "value", 1024.0),
        ({"value": "1,204"}, "value", 1204.0),
        ({"value": "1.204.000"}, "value", 1204000.0),
        ({"value_high": "40"}, "value_high", 40.0),
        ({"bound": "about"}, "bound", "about"),
        ({"unit": "families"}, "unit", "families"),
        ({"group": "children"}, "group", "children"),
        ({"effect": "wounded"}, "effect", "wounded"),
        ({"scope": "period"}, "scope", "period"),
        ({"reality": "denied"}, "reality", "denied"),
        ({"date_from": "2022-05-10"}, "date_from", "2022-05-10"),
        ({"perpetrator": "M23"}, "perpetrator", "M23"),
        ({"stated_by": "Reuters › Mali Red Cross"}, "stated_by", ["Reuters", "Mali Red Cross"]),
        ({"stated_by": "-"}, "stated_by", []),
        ({"place": "country-ML"}, "place", "country-ML"),
        ({"place": "-"}, "place", None),
        ({"span_start": "20", "span_end": "30"}, "span", [20, 30]),
    ],
)
def test_every_part_can_be_corrected(desk: Desk, fields: dict[str, str], part: str, expected: object) -> None:
    figure = next(f.id for f in desk.figures() if f.value == 23 and f.attribution)
    assert desk.judge("corrected", [figure], why="the text says so", **fields).status == 303
    (decision,) = desk.decisions()
    assert json.loads(decision.value)[part] == expected
    assert decision.why == "the text says so"
    with View.open(desk.ledger) as view:  # and what is read of the ledger now says so
        found = [f for i in view.incidents() for f in pipeline.evidence(view, i).figures if f.id == figure]
    now = getattr(found[0], part)
    now = now.id if part == "place" and now else [now.start, now.end] if part == "span" else now
    assert (list(now) if part == "stated_by" else now) == expected


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "many"}, {"value": "nan"}, {"value": "-3"}, {"value": "-0"}, {"value": "2.5"}, {"value": "1_000"}, {"value": "1e9"},
        {"value": "12,34"}, {"value": "1,204.000"}, {"value": "1e99"}, {"value_high": "1"},
        {"bound": "sharp"}, {"date_from": "2022-13-01"}, {"date_from": "2022-05-20"}, {"place": "gn-0"},
        {"span_start": "9", "span_end": "3"}, {"span_start": "x"}, {"span_end": "99999"}, {},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_and_not_recorded(desk: Desk, fields: dict[str, str]) -> None:
    figure = next(f for f in desk.figures() if f.value == 23)
    answer = desk.judge("corrected", [figure.id], **fields)
    assert answer.status == 400
    assert desk.decisions() == ()


def test_a_place_by_name_is_offered_and_never_guessed(desk: Desk) -> None:
    figure = desk.figures()[0].id
    answer = desk.judge("corrected", [figure], place_name="Tripoli")
    assert answer.status == 200
    assert answer.text.count('type="radio"') > 1
    assert desk.decisions() == ()
    offered = json.loads(desk.browser.get("/places?q=Tripoli").text)
    assert len(offered) > 1
    assert desk.judge("corrected", [figure], place_name="Tripoli", place=offered[0]["id"]).status == 303


def test_a_rejected_figure_is_gone_and_comes_back_by_undo(desk: Desk) -> None:
    before = desk.figures()
    desk.judge("rejected", [before[0].id], why="a year, not a toll")
    assert [f.id for f in desk.figures()] == [f.id for f in before[1:]]
    desk.browser.send("/undo")
    assert desk.figures() == before


def test_when_all_is_rejected_the_queue_comes(desk: Desk) -> None:
    answer = desk.judge("rejected", desk.incidents()[0].figures)
    assert answer.headers["location"] == "/review"


def test_apart_and_the_same_again(desk: Desk) -> None:
    (incident,) = desk.incidents()
    figures = desk.figures()
    alone = [f.id for f in figures if f.value == 25]
    desk.judge("apart", alone)
    first, second = desk.incidents()
    assert {*first.figures, *second.figures} == {*incident.figures}
    answer = desk.browser.send("/decide", verdict="same", incident=first.id, other_incident=second.id)
    assert answer.status == 303
    assert len(desk.incidents()) == 1


def test_origins_are_judged_and_counted_so(desk: Desk) -> None:
    def origins() -> int:
        (evidence,) = desk.evidence()
        return len({t.origin.id for f, t in evidence.traced.items() if t.origin.id})

    before = origins()
    governor = next(f for f in desk.figures() if f.value == 23 and f.attribution)
    hospital = next(f for f in desk.figures() if f.value == 25 and f.attribution)
    desk.judge("same_origin", [governor.id, hospital.id])
    assert origins() == before - 1
    desk.browser.send("/undo")
    assert origins() == before


@pytest.mark.parametrize(
    "fields",
    [
        {"verdict": "withdrawn"}, {"verdict": "true"}, {"verdict": "accepted", "record": "fig-0"},
        {"verdict": "same", "other_incident": ""}, {"verdict": "apart", "record": ""},
    ],
)  # fmt: skip
def test_forms_that_say_nothing_are_refused(desk: Desk, fields: dict[str, str]) -> None:
    answer = desk.browser.send("/decide", incident=desk.incidents()[0].id, **fields)
    assert answer.status == 400
    assert desk.decisions() == ()


def test_nobody_judges_without_a_name(desk: Desk) -> None:
    nameless = Browser(Settings(str(desk.ledger)))
    figures = desk.incidents()[0].figures
    assert nameless.send("/decide", verdict="accepted", incident=desk.incidents()[0].id, record=figures).status == 403
    assert desk.decisions() == ()


def test_the_audit_feed_tells_who_what_and_why(desk: Desk) -> None:
    desk.judge("corrected", [desk.figures()[0].id], group="children", why="the headline says so")
    page = desk.browser.get("/audit").text
    assert all(words in page for words in ("Ines", "the headline says so", "group: children"))
    assert any(f'href="/incident/{incident.id}"' in page for incident in desk.incidents())
