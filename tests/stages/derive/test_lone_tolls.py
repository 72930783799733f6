"""Lone tolls: numbers that stand in no sentence with a partner, or elsewhere in both texts."""

from recoupe.model.document import Block
from recoupe.stages.derive.profile import Pair, Profile
from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile


def test_a_number_changed_in_a_headline_and_in_a_sentence_without_a_partner() -> None:
    def article(headline: str, body: str) -> Profile:
        text = f"{headline}\n\n{body}"
        at = len(headline)
        return make_profile("fr", text, blocks=(Block(0, at, "title"), Block(at + 2, len(text), "paragraph")))

    a = article("Mali : 18 morts à Ansongo", "Le bac a coulé. Dix-huit civils ont été tués par des tirs à Ansongo.")
    b = article("Mali : 30 morts à Ansongo", "Le bac a coulé. Trente civils ont péri sous les tirs à Ansongo.")
    assert told(between(a, b, [Pair(1, 1, 1.0)])) == [
        ("number", "value", "18 morts", "30 morts"),
        ("number", "value", "Dix-huit civils", "Trente civils"),
    ]


def test_a_number_told_in_another_sentence_was_not_changed() -> None:
    a = make_profile("fr", "À Kaya, 14 personnes ont été tuées. À Titao, 20 personnes ont été tuées.")
    b = make_profile("fr", "À Titao, 20 personnes ont été tuées. À Kaya, 14 personnes ont été tuées.")
    assert [c for c in between(a, b, [Pair(0, 0, 1.0), Pair(1, 1, 1.0)]) if c.kind == "number"] == []
