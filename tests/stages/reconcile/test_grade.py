"""Grades: each of Airwars' criteria by itself, and what they lead to."""

import pytest

from recoupe import gazetteers
from recoupe.model.tally import Criterion, Grade, Grading
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.grade import grading
from recoupe.stages.reconcile.parties import one_side
from tests.stages.reconcile.told import Said, evidence, report, said

COALITION = "Saudi-led coalition"
ADMITS: Said = {"kind": "admission", "also": ("harm",), "stated_by": (COALITION,), "accused": (COALITION,)}
DENIES: Said = {"kind": "denial", "also": ("strike",), "stated_by": (COALITION,), "accused": (COALITION,)}


def graded(of: Evidence) -> Grading:
    return grading(of, gazetteers.load())


def criterion(of: Evidence, key: str) -> Criterion:
    return next(each for each in graded(of).criteria if each.key == key)


def two_bodies(*claims: Said, **changes: object) -> Evidence:
    """A hospital and a monitor count civilians killed by the coalition."""
    accused = {"perpetrator": COALITION} | changes
    return evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Khaled Souhail", **accused)),
        report(2, "2018-05-05", said("quinze civils", 15, "Mwatana", **accused)),
        claims=claims,
    )


def one_body(**changes: object) -> Evidence:
    return evidence(report(1, "2018-05-04", said("douze civils", 12, **changes)))


@pytest.mark.parametrize(
    ("of", "grade"),
    [
        (two_bodies(ADMITS), "confirmed"),
        (two_bodies(), "fair"),
        (two_bodies(perpetrator=None), None),
        (one_body(perpetrator=COALITION), "weak"),
        (one_body(group="combatants", perpetrator=COALITION), "discounted"),
        (one_body(by=None), None),
    ],
)
def test_the_grade_that_the_criteria_lead_to(of: Evidence, grade: Grade | None) -> None:
    assert graded(of).suggested == grade


def test_a_denial_is_shown_and_lowers_nothing() -> None:
    of = two_bodies(DENIES)
    assert criterion(of, "denied").met is True
    assert criterion(of, "denied").claims == ("claim-0",)
    assert graded(of).suggested == graded(two_bodies()).suggested == "fair"


def test_a_denial_is_no_admission() -> None:
    assert criterion(two_bodies(DENIES), "accepted").met is False


def test_what_the_accused_say_is_unmeasured_where_none_of_it_is_told() -> None:
    of = two_bodies()
    assert criterion(of, "accepted").met is None
    assert criterion(of, "denied").met is None


def test_an_admitted_strike_is_an_action_nearby_and_no_harm_accepted() -> None:
    of = one_body(perpetrator=COALITION)
    strike: Said = {"kind": "admission", "also": ("strike",), "stated_by": (COALITION,)}
    of = evidence(report(1, "2018-05-04", said("douze civils", 12, perpetrator=COALITION)), claims=[strike])
    assert criterion(of, "near_action").met is True
    assert criterion(of, "accepted").met is False


def test_somebody_elses_admission_is_not_the_accuseds() -> None:
    other: Said = {
        "kind": "admission",
        "also": ("harm",),
        "stated_by": ("Islamic State",),
        "accused": ("Islamic State",),
    }
    assert criterion(two_bodies(other), "accepted").met is None


def test_a_spokesman_admits_for_his_party() -> None:
    spoken = ADMITS | {"stated_by": ("Turki al-Maliki",)}
    assert criterion(two_bodies(spoken | {"line": 0}), "accepted").met is True
    assert criterion(two_bodies(spoken), "accepted").met is None  # of this harm?


def test_who_compares_what_a_party_admits_admits_nothing() -> None:
    compared: Said = ADMITS | {
        "line": 0,
        "kind": "comparison",
        "also": ("admission", "harm"),
        "stated_by": ("Maria Zakharova",),
    }
    assert criterion(two_bodies(compared), "accepted").met is None


def test_two_parties_that_are_no_one_side_are_competing() -> None:
    of = evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Mwatana", perpetrator=COALITION)),
        report(2, "2018-05-05", said("quinze civils", 15, "Khaled Souhail", perpetrator="Islamic State")),
    )
    assert criterion(of, "competing").met is True
    assert graded(of).suggested == "contested"


def test_an_unnamed_source_may_be_the_named_one() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12, "Khaled Souhail"),
            said("15 morts", 15, "un médecin", unnamed=True),
        )
    )
    assert criterion(of, "two_sources").met is None
    assert criterion(of, "single_source").met is None
    assert graded(of).suggested is None


def test_relays_of_one_count_are_a_single_source() -> None:
    of = evidence(*(report(n, "2018-05-04", said("douze civils", 12, "Khaled Souhail", hops=n)) for n in range(4)))
    assert criterion(of, "single_source").met is True
    assert len(criterion(of, "single_source").figures) == 4


def test_another_party_being_likelier_is_never_measured() -> None:
    assert criterion(two_bodies(), "other_party").met is None


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("US-led coalition", "US-led coalition", True),
        ("US-led coalition", "United States", None),
        ("US-led coalition", "Islamic State", False),
        ("Iraqi army", "Iraq", None),
        ("Russia", "United States", False),
    ],
)
def test_sides(a: str, b: str, same: bool | None) -> None:
    assert one_side(a, b, gazetteers.load()) is same
