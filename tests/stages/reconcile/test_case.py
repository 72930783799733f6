"""Cases: which questions an incident raises, and which Figures answer them."""

from recoupe.model.figure import Group
from recoupe.stages.reconcile.case import Case, cases, questions
from recoupe.stages.reconcile.evidence import Evidence
from tests.stages.reconcile.told import evidence, report, said


def case(of: Evidence, group: Group) -> Case:
    return next(each for each in cases(of) if each.question == ("killed", group, "people"))


def counted(of: Evidence, group: Group) -> list[str]:
    return [figure.span.text for figure in case(of, group).figures]


def reasons(of: Evidence, group: Group) -> dict[str, str]:
    return {of.by_id[left.figure].span.text: left.reason for left in case(of, group).left_out}


def test_everybody_is_asked_for_and_each_group_that_is_told_of() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("deux femmes", 2, group="women"),
            said("neuf soldats", 9, group="combatants"),
            said("trois frappes", 3, effect="struck", unit="strikes", group="unspecified"),
        )
    )
    assert questions(of) == (
        ("killed", "unspecified", "people"),
        ("killed", "civilians", "people"),
        ("killed", "women", "people"),
        ("killed", "combatants", "people"),
        ("struck", "unspecified", "strikes"),
    )


def test_a_few_combatants_leave_a_count_of_people_one_of_civilians() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("105 civils", 105),
            said("deux tireurs", 2, group="combatants"),
            said("240 corps", 240, "Mwatana", group="unspecified"),
            said("vingt morts", 20, "Khaled Souhail", group="unspecified"),
            said("des dizaines de morts", None, "Oumar", magnitude=10, bound="several", group="unspecified"),
        )
    )
    assert counted(of, "civilians") == ["105 civils", "240 corps"]  # of twenty, two may have been a tenth


def test_the_civilians_among_the_dead_are_the_civilians_killed() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("57 morts au total", 57, group="unspecified"),
            said("57 personnes", 57, group="unspecified", name="all"),
            said("dont 42 civils", 42, of="all"),
            said("et 15 combattants", 15, group="combatants", of="all"),
        )
    )
    assert counted(of, "civilians") == ["dont 42 civils"]
    assert counted(of, "combatants") == ["et 15 combattants"]
    assert counted(of, "unspecified") == ["57 morts au total", "57 personnes"]


def test_children_are_a_part_of_the_civilians_and_no_toll_of_them() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12, name="all"),
            said("dont cinq enfants", 5, group="children", of="all"),
        )
    )
    assert counted(of, "civilians") == ["douze civils"]
    assert reasons(of, "civilians") == {"dont cinq enfants": "part"}
    assert counted(of, "children") == ["dont cinq enfants"]


def test_women_counted_by_themselves_are_civilians() -> None:
    of = evidence(report(1, "2018-05-04", said("quinze femmes", 15, group="women")))
    assert counted(of, "civilians") == counted(of, "unspecified") == ["quinze femmes"]


def test_people_not_described_further_are_civilians_where_somebody_says_so() -> None:
    told = report(1, "2018-05-04", said("douze morts", 12, group="unspecified"))
    assert [q.group for q in questions(evidence(told))] == ["unspecified"]
    assert counted(evidence(told, claims=[{"kind": "harm", "victims": ("children",)}]), "civilians") == ["douze morts"]


def test_the_dead_of_both_sides_are_nobodys_toll_alone() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("quarante morts", 40, "Mwatana", group="unspecified"),
            said("trente civils", 30, "Mwatana"),
            said("dix soldats", 10, "Mwatana", group="combatants"),
        )
    )
    assert counted(of, "unspecified") == ["quarante morts"]
    assert counted(of, "civilians") == ["trente civils"]
    assert reasons(of, "civilians") == {"quarante morts": "other_group", "dix soldats": "other_group"}


def test_another_day_and_a_sum_over_days_are_left_out() -> None:
    day, eve = "2018-05-03", "2018-05-02"
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("douze civils", 12),
            said("quinze la veille", 15, date_from=eve, date_to=eve),
            said("27 en deux jours", 27, date_from=eve, date_to=day),
        ),
        report(2, "2018-05-05", said("treize civils", 13)),
        report(3, "2018-05-09", said("quatorze civils", 14, date_from="2018-04-26", date_to="2018-05-09")),
    )
    assert counted(of, "civilians") == ["douze civils", "treize civils", "quatorze civils"]
    assert reasons(of, "civilians") == {"quinze la veille": "other_day", "27 en deux jours": "period"}


def test_of_a_running_total_a_shorter_stretch_is_left_out() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("352 civils", 352, date_from="2014-08-01", scope="total"),
            said("45 morts", 45, date_from="2016-11-01", scope="period"),
        ),
        kind="series",
    )
    assert reasons(of, "civilians") == {"45 morts": "period"}


def test_far_apart_counts_of_civilians_and_fighters_are_of_different_dead() -> None:
    of = evidence(
        report(1, "2018-05-04", said("trente civils", 30, "Mwatana")),
        report(2, "2018-05-05", said("trois rebelles", 3, "Khaled Souhail", group="combatants")),
    )
    assert not case(of, "civilians").contested


def test_the_night_that_most_give_is_no_sum_over_days() -> None:
    night = {"date_from": "2018-05-02", "date_to": "2018-05-03"}
    of = evidence(
        report(1, "2018-05-04", said("dix-huit civils", 18, **night), said("douze civils", 12, **night)),
        report(2, "2018-05-05", said("24 civils", 24, **night), said("quinze civils", 15)),
    )
    assert counted(of, "civilians") == ["dix-huit civils", "douze civils", "24 civils", "quinze civils"]


def test_the_wounded_who_died_since_are_no_toll() -> None:
    of = evidence(
        report(1, "2018-05-04", said("dix civils", 10), said("deux des onze blessés", 2), said("tués ou blessés, 9", 9))
    )
    assert reasons(of, "civilians") == {"deux des onze blessés": "died_since"}
