"""Dropped credits: the agency that a relay names nowhere."""

from recoupe.model.document import Block, Credit
from tests.factories import span
from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile


def test_the_agency_that_is_named_nowhere() -> None:
    text = "KIDAL, 3 mai (Agence du Fleuve) – Neuf personnes ont été enlevées."
    credit = Credit(span(text, "(Agence du Fleuve)"), "source", "Agence du Fleuve")
    blocks = (Block(0, 33, "dateline"), Block(34, len(text), "paragraph"))
    a = make_profile("fr", text, blocks=blocks, credits=(credit,))
    dropped = told(between(a, make_profile("en", "Nine people were abducted.")))
    assert dropped == [("attribution", "dropped", "(Agence du Fleuve)", "")]
    assert between(a, make_profile("en", "Nine people were abducted, reports Agence du Fleuve.")) == ()
