"""Every pack reads its authored cases as its authors would."""

import pytest

from recoupe.languages.pack import codes, first_codes
from tests.languages.examples import Example, examples

CASES = [case for code in (*codes(), *first_codes()) for case in examples(code)]


def test_cases_have_names_of_their_own() -> None:
    names = [case.name for case in CASES]
    assert sorted({name for name in names if names.count(name) > 1}) == []


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(c, id=c.name, marks=[pytest.mark.xfail(strict=True, reason=c.known)] if c.known else [])
        for c in CASES
    ],
)
def test_case(case: Example) -> None:
    faults = case.faults()
    if faults:
        pytest.exit(f"{case.name}: {'; '.join(faults)}", returncode=1)
    differences = case.differences()
    assert not differences, "\n".join((case.name, *differences))
