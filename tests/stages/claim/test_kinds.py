"""Kinds of claims: the authored cases of `kinds.toml`, and how claims of one article hang together."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from tests.stages.claim.articles import read, said

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("kinds.toml").read_text("utf-8"))["case"]
_CONTENT = re.compile(r"<(.+)>")
_CUE = re.compile(r"\{(.+?)\}")


def attributed(case: dict[str, Any]) -> tuple[str, list[Attribution]]:
    """The text of a case without its marks, and the attribution that they stand for."""
    marked: str = case["text"]
    text = re.sub(r"[<>{}]", "", marked)
    content, cue = _CONTENT.search(marked), _CUE.search(marked)
    if content is None or cue is None:
        return text, []
    one = said(text, cue[1], re.sub(r"[{}]", "", content[1]), stance=case.get("stance", "say"))
    return text, [one if not case.get("negated") else _negated(one)]


def _negated(attribution: Attribution) -> Attribution:
    from dataclasses import replace

    return replace(attribution, negated=True)


def claim_of(case: dict[str, Any]) -> Claim | None:
    """The claim of the attribution, or the first one of the article's own voice."""
    text, attributions = attributed(case)
    claims = read(text, attributions)[1]
    wanted = attributions[0].id if attributions else None
    return next((c for c in claims if c.attribution == wanted), None)


def answer(claim: Claim | None, key: str) -> Any:
    """What was read, in the form of the cases."""
    if claim is None:
        return ""
    match key:
        case "also" | "accused" | "victims":
            return sorted(getattr(claim, key))
        case "place":
            return claim.place.name if claim.place else None
        case "dates":
            return [claim.date_from, claim.date_to]
        case "measures":
            return [f"{m.kind} {m.status}" for m in claim.measures]
        case "comparison":
            made = claim.comparison
            if made is None:
                return None
            return made.relation if made.value is None else f"{made.relation} {made.value:g}"
        case "operands":
            return [s.text for s in claim.comparison.operands] if claim.comparison else None
        case _:
            return getattr(claim, key)


@pytest.mark.parametrize("case", CASES, ids=[re.sub(r"[<>{}]", "", c["text"])[:60] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    claim = claim_of(case)
    asked = [key for key in case if key not in ("text", "stance", "negated")]
    expected = {key: sorted(case[key]) if key in ("also", "accused", "victims") else case[key] for key in asked}
    assert {key: answer(claim, key) for key in asked} == expected
