"""Days as people type them."""

import pytest

from recoupe.cli.days import is_publishable, period
from recoupe.stages.acquire.dates import FIRST_YEAR, LAST_YEAR


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("2017-03-17", ("2017-03-17", "2017-03-17")),
        ("2017-02", ("2017-02-01", "2017-02-28")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2017", ("2017-01-01", "2017-12-31")),
        ("9999", ("9999-01-01", "9999-12-31")),
        ("2017-02-30", None),
        ("2017-13", None),
        ("0000", None),
        ("20170317", None),
        ("2017-W05", None),
        ("hier", None),
        ("", None),
    ],
)
def test_period(given: str, days: tuple[str, str] | None) -> None:
    assert period(given) == days


def test_days_of_publication_are_those_that_acquire_knows() -> None:
    assert is_publishable("2017-03-17")
    assert not is_publishable("2017-03")
    assert is_publishable(f"{FIRST_YEAR}-01-01")
    assert is_publishable(f"{LAST_YEAR}-12-31")
    assert not is_publishable(f"{FIRST_YEAR - 1}-12-31")
    assert not is_publishable(f"{LAST_YEAR + 1}-01-01")
