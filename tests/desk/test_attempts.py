"""Wrong passwords: the wait grows, for who gives them and for nobody else."""

from pathlib import Path

import pytest

from recoupe.desk.attempts import Attempts
from recoupe.desk.settings import Settings, User, hashed
from tests.desk.browser_like import Browser
from tests.desk.ledgers import of_articles


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_wait_doubles_and_ends() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    waits = []
    for _ in range(16):
        clock.now += attempts.wait("10.0.0.1", "Ines")
        attempts.failed("10.0.0.1", "Ines")
        waits.append(attempts.wait("10.0.0.1", "Ines"))
    assert waits[:8] == [0, 0, 0, 0, 1, 2, 4, 8]
    assert waits[-1] == 300
    clock.now += 299
    assert attempts.wait("10.0.0.1", "Ines") == 1
    clock.now += 1
    assert attempts.wait("10.0.0.1", "Ines") == 0


def test_nobody_else_waits_and_a_day_later_nobody_does() -> None:
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(10):
        attempts.failed("10.0.0.1", "Ines")
    assert attempts.wait("10.0.0.2", "Ines") == 0
    assert attempts.wait("10.0.0.1", "Omar") == 0
    clock.now += 86_400
    attempts.failed("10.0.0.1", "Ines")
    assert attempts.wait("10.0.0.1", "Ines") == 0


def test_trying_many_names_makes_an_address_wait() -> None:
    attempts = Attempts(Clock())
    for n in range(21):
        attempts.failed("10.0.0.1", f"name {n}")
    assert attempts.wait("10.0.0.1", "another") == 2


def test_who_enters_each_time_never_waits() -> None:
    attempts = Attempts(Clock())
    for _ in range(100):
        assert attempts.wait("10.0.0.1", "Ines") == 0
        attempts.failed("10.0.0.1", "Ines")
        attempts.entered("10.0.0.1", "Ines")


@pytest.fixture
def desk(tmp_path: Path) -> Browser:
    of_articles(tmp_path / "l.ledger")
    return Browser(Settings(str(tmp_path / "l.ledger"), {"Ines": User("Ines", "editor", hashed("secret", "00"))}))


def test_after_five_wrong_passwords_the_right_one_must_wait_as_well(desk: Browser) -> None:
    for _ in range(5):
        assert desk.send("/enter", name="Ines", password="wrong").status == 403
    answer = desk.send("/enter", name="Ines", password="secret")
    assert answer.status == 429
    assert 0 < int(answer.headers["retry-after"]) <= 1
    assert "réessayez" in answer.text or "try again" in answer.text
    assert desk.get("/incidents").status == 303


def test_a_name_that_is_not_known_has_no_password(desk: Browser) -> None:
    for password in ("", "secret", "00$"):
        assert desk.send("/enter", name="Nobody", password=password).status == 403
        assert desk.send("/enter", name="", password=password).status == 403
