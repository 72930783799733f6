"""Rules: the worked examples of their codebooks, and what each uses and leaves out."""

import pytest

from recoupe.model.figure import Effect, Group
from recoupe.model.tally import Tally
from recoupe.stages.reconcile.case import cases
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.rules import RULES
from recoupe.stages.reconcile.tallies import tallies
from tests.stages.reconcile.told import evidence, report, said


def tally(of: Evidence, rule: str, group: Group = "civilians", effect: Effect = "killed") -> Tally:
    return next(t for t in tallies(of) if (t.rule, t.group, t.effect) == (rule, group, effect))


def numbers(of: Evidence, rule: str, group: Group = "civilians", effect: Effect = "killed") -> tuple[object, ...]:
    found = tally(of, rule, group, effect)
    return found.low, found.best, found.high


def reasons(of: Evidence, rule: str, group: Group = "civilians") -> dict[str, str]:
    return {of.by_id[left.figure].span.text: left.reason for left in tally(of, rule, group).left_out}


def one(words: str, value: float | None, **changes: object) -> Evidence:
    """One article with one number of people killed."""
    return evidence(report(1, "2018-05-04", said(words, value, **changes)))


def test_acled_codes_vague_words_and_takes_the_most_conservative_number() -> None:
    """ACLED, Fatalities (updated 7 May 2024): 10 for « tens », 12 for « dozens », 100 for « hundreds »; where source reports
    differ, the most conservative estimate."""
    for words, size, coded in (("des dizaines", 10, 10), ("des douzaines", 10, 12), ("des centaines", 100, 100)):
        assert numbers(one(words, None, magnitude=size, bound="several"), "acled", "unspecified") == (None, coded, None)
    differing = evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Khaled Souhail")),
        report(2, "2018-05-05", said("vingt civils", 20, "Yemeni army")),
    )
    assert numbers(differing, "acled", "unspecified") == (None, 12, None)
    assert not [t for t in tallies(differing) if t.rule == "acled" and t.group != "unspecified"]


def test_acled_codes_no_injuries() -> None:
    hurt = evidence(report(1, "2018-05-04", said("trente blessés", 30, effect="wounded", group="unspecified")))
    assert {t.rule for t in tallies(hurt)} == {"airwars", "conservative", "informative", "representative", "origins"}


def test_airwars_reads_dozens_as_12_to_24() -> None:
    """Airwars, an incident page: « dozens » is 12–24."""
    assert numbers(one("des dizaines de civils", None, magnitude=10, bound="several"), "airwars") == (12, None, 24)


def test_airwars_contested_status_makes_the_minimum_zero() -> None:
    """Airwars, incident pages: some say civilians, others combatants, and the minimum is 0 in both fields."""
    of = evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Khaled Souhail")),
        report(2, "2018-05-05", said("douze rebelles", 12, "Saudi-led coalition", group="combatants")),
    )
    assert numbers(of, "airwars", "civilians") == (0, None, 12)
    assert numbers(of, "airwars", "combatants") == (0, None, 12)
    assert numbers(of, "ibc", "civilians") == (12, None, 12)


def test_airwars_is_not_contested_by_who_counts_both_sides_apart() -> None:
    of = evidence(
        report(1, "2018-05-04", said("douze civils", 12), said("dix rebelles", 10, group="combatants")),
    )
    assert numbers(of, "airwars", "civilians") == (12, None, 12)
    assert numbers(of, "airwars", "combatants") == (10, None, 10)


def test_maverick_models_on_the_example_of_eventreport() -> None:
    """eventreport, README, event CIV-0004: six reports with deaths_best 5, 1, 5, 6, 6, 7. By find_min, find_max and
    find_mode_numeric (the smallest of several modes)."""
    of = evidence(
        *(
            report(n, f"2018-05-{n + 4:02}", said(f"{value} morts", value, f"Observer number {n}", group="unspecified"))
            for n, value in enumerate((5, 1, 5, 6, 6, 7))
        )
    )
    assert numbers(of, "conservative", "unspecified") == (1, 1, 1)
    assert numbers(of, "informative", "unspecified") == (7, 7, 7)
    assert numbers(of, "representative", "unspecified") == (5, 5, 5)


@pytest.mark.parametrize(
    ("values", "mode"), [((1, 1, 1, 2, 3), 1), ((1, 1, 2, 2), 1), ((1, 1, 2, 2, 3, 3), 1), ((4, 9, 9), 9)]
)
def test_the_mode_is_the_smallest_of_several(values: tuple[int, ...], mode: int) -> None:
    """eventreport, tests/testthat/test-calc_mode_numeric.R."""
    of = evidence(
        *(report(n, "2018-05-04", said(f"{v} civils", v, f"Observer number {n}")) for n, v in enumerate(values))
    )
    assert tally(of, "representative").best == mode


def test_a_report_has_a_low_a_best_and_a_high_of_its_own() -> None:
    of = evidence(
        report(1, "2018-05-04", said("30 civils", 30, "Mwatana"), said("20 civils", 20, "Khaled Souhail")),
        report(
            2,
            "2018-05-05",
            said("entre 40 et 50 civils", 40, "Norwegian Refugee Council", value_high=50.0, bound="between"),
        ),
    )
    assert numbers(of, "conservative") == (20, 30, 30)
    assert numbers(of, "informative") == (40, 40, 50)


def test_ucdp_best_is_what_most_bodies_assert() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("10 morts", 10, "Mwatana"),
            said("14 morts", 14, "Khaled Souhail"),
            said("14 tués", 14, "Norwegian Refugee Council"),
        ),
        report(
            2,
            "2018-05-05",
            said("30 morts", 30, "Red Crescent of Yemen", reality="conditional"),
            said("90 morts", 90, None),
        ),
    )
    assert numbers(of, "ucdp") == (10, 14, 30)
    assert reasons(of, "ucdp") == {"90 morts": "unknown_origin"}


def test_ucdp_best_of_equally_many_bodies_is_the_latest_then_the_smaller() -> None:
    of = evidence(
        report(1, "2018-05-04", said("10 morts", 10, "Mwatana")),
        report(
            2, "2018-05-05", said("16 morts", 16, "Khaled Souhail"), said("14 morts", 14, "Norwegian Refugee Council")
        ),
    )
    assert tally(of, "ucdp").best == 14


def test_ibc_has_a_minimum_and_a_maximum_of_documented_deaths() -> None:
    """Iraq Body Count, Methods, 1 and 3.1: minimum and maximum deaths; documented ones, not estimated."""
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12, "Mwatana"),
            said("des dizaines", None, "Khaled Souhail", magnitude=10),
        ),
        report(2, "2018-05-05", said("plus de 20 civils", 20, "Norwegian Refugee Council", bound="more_than")),
    )
    assert numbers(of, "ibc") == (12, None, 20)
    assert reasons(of, "ibc") == {"des dizaines": "vague"}


def test_origins_count_a_body_once_however_many_articles_repeat_it() -> None:
    of = evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Mwatana"), said("vingt civils", 20, "Khaled Souhail")),
        *(report(n, "2018-05-05", said("douze civils", 12, "Mwatana", hops=1)) for n in range(2, 6)),
    )
    found = tally(of, "origins")
    assert (found.low, found.best, found.high, found.origins, found.origins_high) == (12, None, 20, 2, 2)
    assert len(found.used) == 2


def test_origins_leave_out_what_is_nobodys_own_count() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12, "Mwatana"),
            said("40 civils", 40, "des médias", kind="unsourced"),
            said("entre 12 et 40 civils", 12, None, value_high=40.0, kind="compilation", bound="between"),
            said("50 civils", 50, None),
            said("des dizaines de civils", None, "Khaled Souhail", magnitude=10),
        ),
        report(2, "2018-05-05", said("120 civils", 120, "Mwatana", distorted=True)),
    )
    assert numbers(of, "origins") == (12, 12, 12)
    assert reasons(of, "origins") == {
        "40 civils": "unsourced",
        "entre 12 et 40 civils": "compilation",
        "50 civils": "unknown_origin",
        "des dizaines de civils": "vague",
        "120 civils": "distorted",
    }
    assert numbers(of, "ibc") == (12, None, 120)  # counts documents, with a relay's own wording


def test_origins_read_vague_words_only_where_nobody_gives_a_number() -> None:
    assert numbers(one("des dizaines de civils", None, magnitude=10, bound="several"), "origins") == (20, None, 99)


def test_an_unnamed_voice_may_be_a_named_one() -> None:
    of = evidence(
        report(1, "2018-05-04", said("12 civils", 12, "Mwatana"), said("14 civils", 14, "un médecin", unnamed=True))
    )
    assert (tally(of, "origins").origins, tally(of, "origins").origins_high) == (1, 2)


def test_where_nobody_is_known_the_number_of_origins_is_unknown() -> None:
    found = tally(one("douze civils", 12, by=None), "ibc")
    assert (found.origins, found.origins_high) == (0, None)


def test_superseded_numbers_count_for_the_models_of_reports_only() -> None:
    of = evidence(
        report(1, "2018-05-04", said("douze civils", 12, "Mwatana")),
        report(2, "2018-05-06", said("quinze civils", 15, "Mwatana")),
    )
    for rule in ("airwars", "ibc"):
        assert numbers(of, rule) == (15, None, 15)
        assert reasons(of, rule) == {"douze civils": "superseded"}
    assert numbers(of, "acled", "unspecified") == (None, 15, None)
    assert numbers(of, "conservative") == (12, 12, 12)


@pytest.mark.parametrize(
    ("words", "value", "high", "size", "bound", "airwars", "ucdp", "ibc"),
    [
        ("des dizaines", None, None, 10, "several", (12, 24), (20, 20), None),
        ("plusieurs centaines", None, None, 100, "several", (100, 200), (200, 200), None),
        ("des milliers", None, None, 1000, "several", (1000, 2000), (2000, 2000), None),
        ("des dizaines de milliers", None, None, 10000, "several", (10000, 20000), (20000, 20000), None),
        ("une centaine", 100, None, None, "about", (100, 100), (100, 100), (100, 100)),
        ("entre 40 et 50", 40, 50, None, "between", (40, 50), (40, 50), (40, 50)),
        ("au moins 20", 20, None, None, "at_least", (20, 20), (20, 20), (20, 20)),
        ("jusqu'à 60", 60, None, None, "at_most", (None, 60), (None, 60), (60, 60)),
    ],
)
def test_vague_and_bounded_words(
    words: str,
    value: float | None,
    high: float | None,
    size: int | None,
    bound: str,
    airwars: tuple[int | None, int],
    ucdp: tuple[int | None, int],
    ibc: tuple[int, int] | None,
) -> None:
    of = one(words, value, value_high=high, magnitude=size, bound=bound)
    assert (numbers(of, "airwars")[0], numbers(of, "airwars")[2]) == airwars
    assert (numbers(of, "ucdp")[0], numbers(of, "ucdp")[2]) == ucdp
    found = [(t.low, t.high) for t in tallies(of) if t.rule == "ibc"]
    assert found == ([] if ibc is None else [ibc])


def test_several_without_a_size_is_no_number_under_any_rule() -> None:
    assert tallies(one("plusieurs civils", None, magnitude=1, bound="several")) == ()


def test_every_figure_is_used_or_left_out_with_a_reason() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12, "Mwatana", name="all"),
            said("dont cinq enfants", 5, "Mwatana", group="children", of="all"),
            said("trente blessés", 30, "Mwatana", effect="wounded"),
            said("trois frappes", 3, "Mwatana", effect="struck", unit="strikes"),
            said("onze civils", 11, "Mwatana", reality="denied"),
            said("plusieurs civils", None, "Khaled Souhail", magnitude=1),
        )
    )
    for case in cases(of):
        for rule in RULES.values():
            if found := rule(case):
                told = [taken.figure for taken in found.used] + [left.figure for left in found.left_out]
                assert sorted(told) == sorted(of.by_id)
    assert reasons(of, "ibc") == {
        "dont cinq enfants": "part",
        "trente blessés": "other_effect",
        "trois frappes": "other_unit",
        "onze civils": "denied",
        "plusieurs civils": "no_number",
    }
