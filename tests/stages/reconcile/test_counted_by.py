"""Counted by: the body behind each Figure."""

from dataclasses import replace

from recoupe.stages.reconcile.counted_by import counted_by
from recoupe.stages.reconcile.evidence import Evidence
from tests.stages.reconcile.told import evidence, report, said


def bodies(of: Evidence) -> dict[str, str]:
    """The words of each Figure, and the name of the body behind it."""
    return {of.by_id[figure].span.text: body.name for figure, body in counted_by(of).items()}


def test_whose_number_nobody_knows_has_no_body() -> None:
    of = evidence(report(1, "2018-05-04", said("12 civils", 12, "Mwatana"), said("15 civils", 15, None)))
    assert bodies(of) == {"12 civils": "Mwatana"}


def test_a_recorder_counts_in_the_voice_of_its_own_page() -> None:
    of = evidence(
        report(1, "2018-05-04", said("12 civils", 12, "Mwatana")),
        report(2, "2018-05-09", said("15 civils", 15, None), said("de 12 à 15", 12, None, kind="compilation")),
    )
    document = of.figures[1].document
    own = replace(of, documents={**of.documents, document: replace(of.documents[document], outlet="Mwatana")})
    assert bodies(own) == {"12 civils": "Mwatana", "15 civils": "Mwatana"}
    assert bodies(of) == {"12 civils": "Mwatana"}


def test_an_unnamed_voice_is_never_a_named_body() -> None:
    of = evidence(
        report(
            1,
            "2018-05-04",
            said("12 civils", 12, "une source médicale", unnamed=True),
            said("15 civils", 15, "des sources médicales de la ville", unnamed=True),
            said("16 civils", 16, "une source de la police", unnamed=True),
            said("17 civils", 17, "source médicale"),
        )
    )
    assert len({body.key for body in counted_by(of).values() if body.unnamed}) == 2
    assert bodies(of)["15 civils"] == "une source médicale"
    assert bodies(of)["17 civils"] == "source médicale"


def test_the_spokesperson_of_one_body_is_not_that_of_another() -> None:
    of = evidence(
        report(1, "2018-05-04", said("32 civils", 32, "le porte-parole du gouverneur", unnamed=True)),
        report(
            2,
            "2018-05-05",
            said("aucun civil", 0, "son porte-parole", unnamed=True),
            said("33 civils", 33, "un porte-parole du gouverneur", unnamed=True),
        ),
        report(3, "2018-05-06", said("7 civils", 7, "son porte-parole", unnamed=True)),
    )
    assert len({body.key for body in counted_by(of).values()}) == 3
    assert bodies(of)["33 civils"] == "le porte-parole du gouverneur"
