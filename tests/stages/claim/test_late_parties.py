"""Late parties: figures that get their party from another sentence."""

from tests.stages.claim.articles import figures


def test_what_a_later_sentence_lays_at_somebodys_door() -> None:
    text = "Un raid a fait 57 morts à Raqqa.\nL'ONG attribue ce bombardement à la Russie."
    assert [f.perpetrator for f in figures(text)] == ["Russia"]


def test_a_headline_takes_the_party_of_the_lead() -> None:
    text = "Douze civils tués à Rafah\nL'armée israélienne a tué douze civils à Rafah."
    assert [f.perpetrator for f in figures(text, titled=True)] == ["Israel", "Israel"]
