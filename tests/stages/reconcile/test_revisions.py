"""Revisions: a body's later number replaces its earlier one, and nobody else's."""

from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.revisions import revisions
from tests.stages.reconcile.told import evidence, report, said


def revised(of: Evidence) -> dict[str, str]:
    """The words of the Figures revised, and of those that revise them."""
    return {of.by_id[a].span.text: of.by_id[b].span.text for a, b in revisions(of).items()}


def test_a_later_number_of_the_same_body() -> None:
    of = evidence(
        report(1, "2018-05-04", said("37 civils", 37, "Mwatana"), said("30 civils", 30, "Khaled Souhail")),
        report(2, "2018-05-06", said("44 civils", 44, "Mwatana")),
    )
    assert revised(of) == {"37 civils": "44 civils"}


def test_an_old_number_that_is_repeated_stays_old() -> None:
    of = evidence(
        report(1, "2018-05-04", said("37 civils", 37, "Mwatana")),
        report(2, "2018-05-06", said("44 civils", 44, "Mwatana")),
        report(3, "2018-09-01", said("37 morts", 37, "Mwatana", group="unspecified")),
    )
    assert revised(of) == {"37 civils": "44 civils", "37 morts": "44 civils"}


def test_a_number_denied_in_favour_of_another() -> None:
    of = evidence(
        report(1, "2018-05-04", said("35 civils", 35, "Mwatana")),
        report(2, "2018-05-04", said("37 civils", 37, "Mwatana"), said("et non 35", 35, "Mwatana", reality="denied")),
    )
    assert revised(of) == {"35 civils": "37 civils", "et non 35": "37 civils"}


def test_a_floor_and_then_the_count_in_one_article() -> None:
    of = evidence(
        report(
            1, "2018-08-30", said("au moins 29 morts", 29, "Mwatana", bound="at_least"), said("51 morts", 51, "Mwatana")
        )
    )
    assert revised(of) == {"au moins 29 morts": "51 morts"}


def test_two_numbers_of_one_article_are_not_otherwise_in_an_order() -> None:
    of = evidence(report(1, "2018-05-04", said("29 morts", 29, "Mwatana"), said("51 morts", 51, "Mwatana")))
    assert revised(of) == {}


def test_of_two_numbers_of_one_article_the_one_that_was_news_before_is_the_old_one() -> None:
    of = evidence(
        report(1, "2018-05-04", said("31 civils", 31, "un comité")),
        report(2, "2018-05-09", said("36 civils", 36, "Mwatana"), said("31 morts", 31, "Mwatana")),
    )
    assert revised(of) == {"31 morts": "36 civils"}


def test_unnamed_voices_of_one_kind_are_one_body() -> None:
    of = evidence(
        report(1, "2018-05-04", said("100 civils", 100, "source sécuritaire", unnamed=True)),
        report(2, "2018-05-06", said("138 civils", 138, "Des sources sécuritaires", unnamed=True)),
        report(3, "2018-05-07", said("90 civils", 90, "un témoin", unnamed=True)),
    )
    assert revised(of) == {"100 civils": "138 civils"}


def test_rounder_words_revise_nothing() -> None:
    of = evidence(
        report(1, "2018-05-04", said("37 civils", 37, "Mwatana")),
        report(2, "2018-05-06", said("plus de 30 civils", 30, "Mwatana", bound="more_than")),
        report(3, "2018-05-06", said("une quarantaine de civils", 40, "Mwatana", bound="about")),
    )
    assert "37 civils" not in revised(of)


def test_parts_other_effects_other_days_and_changed_relays_revise_nothing() -> None:
    of = evidence(
        report(1, "2018-05-04", said("37 civils", 37, "Mwatana")),
        report(
            2,
            "2018-05-06",
            said("40 autres", 40, "Mwatana", name="all", date_from="2018-05-05", date_to="2018-05-05"),
            said("dont 12", 12, "Mwatana", of="all"),
            said("80 blessés", 80, "Mwatana", effect="wounded"),
            said("47 civils", 47, "Mwatana", distorted=True),
            said("50 civils", 50, "Mwatana", reality="conditional"),
        ),
    )
    assert revised(of) == {}
