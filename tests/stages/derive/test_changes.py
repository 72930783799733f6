"""What changes between passages that say the same, in four languages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.relay import Change
from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile

PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "passages.toml").read_text("utf-8"))["pair"]


def fits(change: Change, expected: list[str]) -> bool:
    kind, was, now = expected
    sides = ((change.from_span, was), (change.to_span, now))
    return change.kind == kind and all(
        bool(span) == bool(words) and (span is None or words in span.text or span.text in words)
        for span, words in sides
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['from'][0]}-{p['to'][0]} {p['to'][1][:40]}")
def test_what_changed(pair: dict[str, Any]) -> None:
    a, b = make_profile(*pair["from"]), make_profile(*pair["to"])
    found = between(a, b)
    expected = pair.get("changes", [])
    assert all(any(fits(change, each) for change in found) for each in expected), told(found)
    assert all(any(fits(change, each) for each in expected) for change in found), told(found)
    for change in found:
        for profile, where in ((a, change.from_span), (b, change.to_span)):
            assert where is None or where.text == profile.document.text[where.start : where.end]


def test_no_change_in_a_language_without_relay_words() -> None:
    a = make_profile("fr", "Douze civils ont été tués à Kidal.")
    assert between(a, make_profile("fi", "Kidalissa kuoli kaksikymmentä siviiliä.")) == ()


def test_numbers_left_out_of_one_sentence_stand_in_its_order() -> None:
    a = make_profile(
        "fr", "À Tessit, 12 soldats ont été tués, 30 civils ont été blessés et 45 femmes ont été enlevées."
    )
    b = make_profile("fr", "À Tessit, des soldats ont été tués, des civils blessés et des femmes enlevées.")
    dropped = [was for kind, detail, was, _ in told(between(a, b)) if (kind, detail) == ("number", "dropped")]
    assert dropped == ["12 soldats", "30 civils", "45 femmes"]
