"""What is kept between two looks at a ledger is never older than the ledger, nor another one's."""

from dataclasses import replace
from pathlib import Path

import pytest

from recoupe.model.decision import Decision, Verdict
from recoupe.stages.review.judged import Judged
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from tests.factories import MINISTRY, make_reading, readings

FIGURES = tuple(f"figure-{n}" for n in range(3))


def decided(verdict: Verdict, figures: tuple[str, ...], when: int, who: str = "Ines") -> Decision:
    return Decision(f"decision-{who}-{when}", verdict, figures, (), who, f"2026-01-01T00:00:{when:02}+00:00", "", "")


def opinions(judged: Judged) -> list[object]:
    return [judged.of(figure) for figure in FIGURES]


def test_decisions_are_known_as_soon_as_they_are_made_also_those_that_come_late(tmp_path: Path) -> None:
    given = [
        decided("accepted", FIGURES, 20),
        decided("rejected", FIGURES[:1], 30),
        decided("rejected", FIGURES[1:], 10),  # made before the others, and brought in after them
        decided("withdrawn", ("decision-Ines-30",), 40),
    ]
    with Ledger.open(tmp_path / "l") as ledger, View.open(tmp_path / "l") as view:
        for n, each in enumerate(given, 1):
            assert ledger.decide(each)
            ordered = tuple(sorted(given[:n], key=lambda d: d.when))
            assert ledger.decisions() == view.decisions() == ordered
            assert opinions(view.judged()) == opinions(ledger.judged()) == opinions(Judged(ordered))


def test_another_ledger_in_the_same_place_has_its_own_decisions(tmp_path: Path) -> None:
    path = tmp_path / "l"
    for who, several in (("Ines", 1), ("Omar", 1), ("Noor", 3)):
        with Ledger.open(path) as ledger:
            for when in range(several):
                ledger.decide(decided("accepted", FIGURES, when, who))
            assert [each.who for each in ledger.decisions()] == [who] * several
            assert ledger.judged().of(FIGURES[0]).who == (who,)
        path.unlink()


def test_names_are_those_of_the_ledger_as_it_is_now(tmp_path: Path) -> None:
    path, reading = tmp_path / "l", make_reading()
    with Ledger.open(path) as ledger:
        with View.open(path) as view:
            assert view.french_names() == {}
        ledger.append(replace(reading, attributions=(replace(reading.attributions[0], entity=MINISTRY),)))
        with View.open(path) as view:
            assert view.french_names()["Yemeni Ministry of Health"] == "ministère yéménite de la Santé"
    path.unlink()
    Ledger.open(path).close()
    with View.open(path) as view:
        assert view.french_names() == {}


def test_readings_of_several_documents_are_those_of_each(tmp_path: Path) -> None:
    given = readings(120)
    with Ledger.open(tmp_path / "l") as ledger:
        for each in given:
            ledger.append(each)
    ids = sorted(each.document.id for each in given)
    with View.open(tmp_path / "l") as view:
        assert view.readings_of(ids) == [view.reading(each) for each in ids] == list(view.readings())
        assert view.readings_of([]) == []
        with pytest.raises(KeyError, match="doc-none"):
            view.readings_of([ids[0], "doc-none"])
