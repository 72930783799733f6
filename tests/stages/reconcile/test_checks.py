"""Checks: what a text computes, computed again; and when it cannot be told."""

import pytest

from recoupe import pipeline
from recoupe.model.claim import Claim, Comparison, Relation
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.model.tally import Check
from recoupe.stages.reconcile.checks import checks

TWO = "L'ONU a recensé 98 civils tués en juillet. Elle a recensé 212 civils tués en août, soit {} fois plus."
GROWN = "L'ONU a recensé 80 civils tués en juillet et 100 civils tués en août, {}."


def _read(text: str) -> Reading:
    reading = pipeline.read("a.txt", f"Nouvelles\n\n{text}".encode(), published="2018-09-06")
    assert isinstance(reading, Reading)
    return reading


def _check(text: str, words: str, relation: Relation, value: float | None, *operands: str) -> tuple[Check, list[str]]:
    """What comes of the Comparison that `words` make, and the words of its operands."""
    reading = _read(text)
    spans = []
    for each in (words, *operands):
        start = reading.document.text.index(each)
        spans.append(Span(start, start + len(each), each))
    made = Comparison(spans[0], relation, value, tuple(spans[1:]))
    claim = Claim("claim", reading.document.id, spans[0], (), None, (), "comparison", comparison=made)
    (check,) = checks(reading.document, reading.figures, [claim])
    by_id = {figure.id: figure.span.text for figure in reading.figures}
    return check, [by_id[each] for each in check.operands]


@pytest.mark.parametrize(
    ("said", "asserted", "verdict"),
    [
        ("deux", 2, "agrees"),
        ("plus de deux", 2, "agrees"),
        ("moins de deux", 2, "differs"),
        ("près de deux", 2, "agrees"),
        ("trois", 3, "differs"),
        ("plus de trois", 3, "differs"),
        ("près de trois", 3, "differs"),
    ],
)
def test_times_are_computed_again_from_the_sentence_and_the_one_before(
    said: str, asserted: float, verdict: str
) -> None:
    words = f"{said.split()[-1]} fois plus"
    for named in ((), ("212",), ("98", "212")):
        check, operands = _check(TWO.format(said), words, "times", asserted, *named)
        if not named:  # one in each sentence: nothing sets them side by side
            assert (check.verdict, check.reason, operands) == ("unknown", "operand_missing", [])
            continue
        assert operands == ["212 civils", "98 civils"]
        assert (check.asserted, check.computed, check.verdict) == (asserted, 2.163, verdict)


def test_eight_times_is_said_of_a_little_more_and_of_a_little_less() -> None:
    text = "L'armée reconnaît 352 civils tués, une ONG dénombre 3 100 civils tués, soit huit fois plus."
    check, operands = _check(text, "huit fois plus", "times", 8.0)
    assert (operands, check.computed, check.verdict) == (["3 100 civils", "352 civils"], 8.807, "agrees")


@pytest.mark.parametrize(
    ("said", "words", "relation", "asserted", "computed", "verdict"),
    [
        ("en hausse de 25 %", "25 %", "percent", 25, 25.0, "agrees"),
        ("en hausse de 80 %", "80 %", "percent", 80, 25.0, "differs"),
        ("en baisse de 20 %", "20 %", "percent", 20, 20.0, "agrees"),
        ("soit 80 %", "80 %", "percent", 80, 80.0, "agrees"),
        ("soit vingt de plus que", "vingt de plus que", "difference", 20, 20.0, "agrees"),
        ("soit trente de plus que", "trente de plus que", "difference", 30, 20.0, "differs"),
        ("soit la moitié des", "la moitié des", "share", 0.5, 0.8, "differs"),
    ],
)
def test_other_relations(
    said: str, words: str, relation: Relation, asserted: float, computed: float, verdict: str
) -> None:
    check, _ = _check(GROWN.format(said), words, relation, asserted)
    assert (check.computed, check.verdict) == (computed, verdict)


def test_two_tallies_side_by_side_assert_no_number() -> None:
    check, _ = _check(GROWN.format("contre le mois précédent"), "contre", "against", None)
    assert (check.computed, check.verdict, check.reason) == (1.25, "unknown", "nothing_asserted")


def test_what_cannot_be_told_says_why() -> None:
    check, _ = _check("Le nombre de morts a été multiplié par huit.", "multiplié par huit", "times", 8.0)
    assert (check.verdict, check.reason, check.computed) == ("unknown", "operand_missing", None)
    text = "L'ONU compte 300 civils tués et 40 000 déplacés, soit huit fois plus."
    check, _ = _check(text, "huit fois plus", "times", 8.0, "300", "40 000")
    assert (check.reason, check.computed) == ("operands_differ", None)
    text = "L'ONU compte des dizaines de civils tués en mai et 212 civils tués en août, soit cinq fois plus."
    check, _ = _check(text, "cinq fois plus", "times", 5.0)
    assert (check.reason, check.computed) == ("operand_vague", None)


def test_families_may_be_multiplied_into_people_but_not_subtracted_from_them() -> None:
    text = "L'OIM a compté 4 000 familles déplacées, soit six fois plus : 24 000 personnes déplacées."
    check, _ = _check(text, "six fois plus", "times", 6.0)
    assert (check.computed, check.verdict) == (6.0, "agrees")
    check, _ = _check(text, "six fois plus", "difference", 6.0)
    assert check.reason == "operand_missing"


def test_the_reader_s_own_comparisons_are_checked_once_each() -> None:
    reading = _read("Les morts ont été multipliés par huit : 352 civils tués en juin, 3 100 civils tués en juillet.")
    twice = (*reading.claims, *reading.claims)
    found = [each for each in checks(reading.document, reading.figures, twice) if each.relation == "times"]
    assert [(each.asserted, each.verdict) for each in found] == [(8.0, "agrees")]


@pytest.mark.parametrize(
    ("text", "computed", "verdict", "reason"),
    [
        ("L'attaque a fait 30 morts lundi à Beni, dont 12 enfants.", 12, "agrees", "fits"),
        ("L'attaque a fait 30 morts lundi à Beni, dont 12 enfants et 18 femmes.", 30, "agrees", "adds_up"),
        ("L'attaque a fait 30 morts lundi à Beni, dont 22 enfants et 18 femmes.", 40, "differs", "computed"),
        ("L'attaque a fait au moins 30 morts lundi à Beni, dont 22 enfants et 18 femmes.", 40, "agrees", "fits"),
        ("L'attaque a fait 30 morts lundi à Beni, dont 22 civils et 18 enfants.", 40, "unknown", "parts_overlap"),
    ],
)
def test_parts_must_have_room_in_their_whole(text: str, computed: float, verdict: str, reason: str) -> None:
    reading = _read(text)
    (check,) = checks(reading.document, reading.figures, reading.claims)
    assert (check.relation, check.computed, check.verdict, check.reason) == ("sum", computed, verdict, reason)
