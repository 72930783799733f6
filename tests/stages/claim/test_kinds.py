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


def test_a_sentence_that_states_nothing_is_no_claim() -> None:
    text = "Le ministre est arrivé à Genève. L'armée a repris la ville de Palmyre. Qui a bombardé l'hôpital ?"
    assert [claim.kind for claim in read(text)[1]] == ["control"]


def test_a_circumstance_is_no_claim() -> None:
    assert read("Après la frappe, le président a réuni ses conseillers.")[1] == ()


def test_what_is_attributed_is_claimed_once() -> None:
    text = "L'armée a repris Palmyre, a affirmé le ministre."
    said_so = said(text, "a affirmé", "L'armée a repris Palmyre")
    assert [claim.attribution for claim in read(text, [said_so])[1]] == [said_so.id]


def test_a_relayed_denial_is_one() -> None:
    text = "Le journal rapporte que Moscou dément avoir bombardé la maternité de Marioupol."
    outer = said(text, "rapporte", "Moscou dément avoir bombardé la maternité de Marioupol", id="outer")
    content = "avoir bombardé la maternité de Marioupol"
    inner = said(text, "dément", content, "Russia", stance="deny", id="inner", parent="outer")
    kinds = {claim.attribution: (claim.kind, claim.also) for claim in read(text, [outer, inner])[1]}
    assert kinds == {"outer": ("denial", ("strike",)), "inner": ("denial", ("strike",))}


def test_an_accusation_that_is_relayed_beside_more_is_not_first() -> None:
    text = (
        "Le maire raconte que les habitants ont fui la ville par la route du nord pendant toute la nuit, que les vivres manquent et que Kiev accuse "
        "Moscou d'avoir rompu la trêve."
    )
    content = text.partition("que ")[2].rstrip(".")
    outer = said(text, "raconte", content, id="outer")
    inner = said(
        text, "accuse", "Moscou d'avoir rompu la trêve", "Ukraine", stance="accuse", id="inner", parent="outer"
    )
    claims = {claim.attribution: claim for claim in read(text, [outer, inner])[1]}
    assert claims["outer"].kind == "displacement"
    assert set(claims["outer"].also) == {"responsibility", "protection"}
    assert claims["outer"].accused == claims["inner"].accused == ("Russia",)


def test_numbers_told_before_are_compared() -> None:
    text = "Le Pentagone admet 352 morts. L'ONG en recense 3 100 morts. Ce bilan est huit fois plus lourd."
    *_, last = read(text)[1]
    assert last.comparison is not None
    assert (last.comparison.value, [o.text for o in last.comparison.operands]) == (8, ["352", "3 100"])


def test_a_match_is_no_war() -> None:
    text = "Le gardien a repoussé une frappe du milieu de terrain.\nLe match a été bombardé de ballons, dit l'entraîneur du stade."
    assert [claim.kind for claim in read(text)[1]] == []


def test_the_day_of_a_statement_is_not_that_of_the_capture() -> None:
    text = "Les rebelles du M23, a annoncé lundi le gouverneur, se sont emparés samedi de Bunagana."
    content = "Les rebelles du M23, a annoncé lundi le gouverneur, se sont emparés samedi de Bunagana"
    [claim] = read(text, [said(text, "a annoncé lundi", content)])[1]
    assert (claim.change, claim.actor, claim.date_from) == ("taken", "M23", "2024-10-05")


def test_the_most_exact_place_is_the_one_that_is_held() -> None:
    [claim] = read("Mayadine, une ville de l'est de la Syrie, est tenue par l'État islamique.")[1]
    assert claim.place is not None
    assert (claim.change, claim.actor, claim.place.country, claim.place.precision) == (
        "held",
        "Islamic State",
        "SY",
        "settlement",
    )
