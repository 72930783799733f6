"""Persons: every spelling of a name means one person, in his years and countries, and nobody else."""

from collections import defaultdict

import pytest

from recoupe.gazetteers import load
from recoupe.gazetteers.persons import Persons

PERSONS = load().persons


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Sergueï Choïgou", "Sergei Shoigu"),
        ("Сергей Шойгу", "Sergei Shoigu"),
        ("سيرغي شويغو", "Sergei Shoigu"),
        ("SERGEÏ-SHOIGU", "Sergei Shoigu"),
        ("Nikol Pachinian", "Nikol Pashinyan"),
        ("Benyamin Nétanyahou", "Benjamin Netanyahu"),
        ("Mouammar Kadhafi", "Muammar Gaddafi"),
        ("António Guterres", "António Guterres"),
        ("Antonio Guterres", "António Guterres"),
    ],
)
def test_whatever_the_spelling_the_name_is_one(written: str, name: str) -> None:
    assert PERSONS.named(written) == name


def test_a_spelling_that_sounds_the_same_is_one_of_the_name() -> None:
    assert PERSONS.named("Serguei Choygou") == "Sergei Shoigu"


@pytest.mark.parametrize("stranger", ["Sergueï Dupont", "Choïgou", "Jean Martin", "", "Наталья Иванова", "م"])
def test_a_stranger_is_nobody(stranger: str) -> None:
    assert PERSONS.named(stranger) is None


def test_the_press_calls_some_by_their_last_name_alone() -> None:
    assert PERSONS.alone("Poutine") == PERSONS.alone("Putin") == "Vladimir Putin"
    assert PERSONS.alone("Dupont") is None


def test_out_of_their_years_and_countries_a_name_is_somebody_elses() -> None:
    assert PERSONS.named("Denis Pushilin", 2022, {"UA": 1.0}) == "Denis Pushilin"
    assert PERSONS.named("Denis Pushilin", 1995, {"UA": 1.0}) is None
    assert PERSONS.named("Denis Pushilin", 2022, {"FR": 1.0}) is None


def test_no_spelling_is_of_two_persons() -> None:
    bearers: dict[str, set[str]] = defaultdict(set)
    for person, spellings, _ in PERSONS._rows:
        for spelling in spellings:
            bearers[spelling.lower()].add(person.name)
    assert {spelling: names for spelling, names in bearers.items() if len(names) > 1} == {}


def test_every_row_is_found_by_its_own_name() -> None:
    rows = Persons()._rows
    assert len(rows) > 3000
    assert [p.name for p, _, _ in rows if PERSONS.named(p.name) != p.name] == []
    assert all(p.since <= p.until for p, _, _ in rows)
