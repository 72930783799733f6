"""What people say of whose counts are one body's has the last word on origins."""

from recoupe.model.decision import Decision, Verdict
from recoupe.model.figure import Figure
from recoupe.model.origin import Traced
from recoupe.model.pairs import Pairs
from recoupe.stages.derive.origins import trace
from recoupe.stages.derive.profile import Profile
from tests.stages.derive.articles import profile

HOSPITAL = profile(
    "Huit civils ont été tués lundi à Menaka, selon l’hôpital de Menaka.\n", name="a.txt", published="2022-05-13"
)
AGAIN = profile(
    "Huit civils ont été tués lundi à Menaka, selon l’hôpital de Menaka. Pluie.\n", name="b.txt", published="2022-05-14"
)
OTHERS = profile(
    "Neuf civils ont été tués lundi à Menaka, selon la Croix-Rouge.\n", name="c.txt", published="2022-05-14"
)
NOBODY = profile("Huit civils ont été tués lundi à Menaka.\n", name="d.txt", published="2022-05-15")


def figure(of: Profile) -> Figure:
    return of.reading.figures[0]


def said(verdict: Verdict, first: Profile, second: Profile, when: str = "1") -> Decision:
    a, b = figure(first).id, figure(second).id
    records, others = ((a, b), ()) if verdict == "same_origin" else ((a,), (b,))
    return Decision(f"decision-{when}", verdict, records, others, "Ines", when, "", "")


def traced(*decisions: Decision) -> dict[str, Traced]:
    pairs = Pairs(decisions, "same_origin", "other_origin")
    return {each.figure: each for each in trace([HOSPITAL, AGAIN, OTHERS, NOBODY], (), pairs)}


def origin(found: dict[str, Traced], of: Profile) -> str:
    return found[figure(of).id].origin.id


def test_without_decisions_one_name_and_number_is_one_origin() -> None:
    found = traced()
    assert origin(found, HOSPITAL) == origin(found, AGAIN) == origin(found, NOBODY) != origin(found, OTHERS)


def test_what_is_said_to_be_another_s_count_has_an_origin_of_its_own() -> None:
    found = traced(said("other_origin", HOSPITAL, AGAIN))
    assert origin(found, HOSPITAL) != origin(found, AGAIN)
    assert [found[figure(p).id].origin.held_apart for p in (HOSPITAL, AGAIN)] == [False, True]


def test_the_way_back_to_what_is_said_to_be_another_s_count_is_cut() -> None:
    found = traced(said("other_origin", NOBODY, HOSPITAL))
    assert found[figure(NOBODY).id].origin.kind == "unknown"
    assert found[figure(NOBODY).id].reason == "judged_apart"


def test_what_is_said_to_be_one_body_s_count_is_one_origin_whatever_it_is_called() -> None:
    found = traced(said("same_origin", HOSPITAL, OTHERS))
    assert origin(found, HOSPITAL) == origin(found, OTHERS) == origin(found, AGAIN)


def test_a_number_of_nobody_is_led_back_to_the_body_that_is_said_to_have_counted() -> None:
    found = traced(said("other_origin", NOBODY, HOSPITAL), said("same_origin", NOBODY, OTHERS, "2"))
    assert origin(found, NOBODY) == origin(found, OTHERS)
    assert found[figure(NOBODY).id].reason == "judged_same"


def test_the_newest_decision_counts() -> None:
    found = traced(said("other_origin", HOSPITAL, AGAIN), said("same_origin", HOSPITAL, AGAIN, "2"))
    assert origin(found, HOSPITAL) == origin(found, AGAIN)
