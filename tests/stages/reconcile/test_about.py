"""About: the Claims that speak of an incident, in articles that tell of several."""

from dataclasses import replace

from recoupe.model.claim import Claim
from recoupe.model.span import Span
from recoupe.stages.reconcile.about import about
from tests.factories import span
from tests.stages.reconcile.told import evidence, report, said


def test_a_claim_without_a_number_goes_with_the_nearest_one() -> None:
    of = evidence(report(1, "2018-05-04", said("douze civils", 12), said("à Taëz 30 morts, que Riyad admet", 30)))
    figure, other = of.figures
    text = of.documents[figure.document].text

    def claim(name: str, words: str, *figures: str) -> Claim:
        return Claim(name, figure.document, span(text, words), (), None, figures)

    claims = (
        claim("holds", "Ligne 0 : douze civils", figure.id),
        claim("near", "Ligne 0"),
        claim("elsewhere", "à Taëz 30 morts", other.id),
        claim("beside the other", "que Riyad admet"),
        claim("around the other", "à Taëz 30 morts, que"),
    )
    one = replace(of, figures=(figure,), claims=claims)
    assert [each.id for each in about(one)] == ["holds", "near"]


def test_in_an_article_about_it_alone_every_claim_is_about_it() -> None:
    of = evidence(report(1, "2018-05-04", said("douze civils", 12), said("rien", None)))
    document = of.figures[0].document
    far = Claim("far", document, Span.cut(of.documents[document].text, 0, 7), (), None, ())
    assert about(replace(of, claims=(far,))) == (far,)
