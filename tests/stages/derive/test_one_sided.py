"""One-sided: what is left out of a whole copy, and not of a borrowed sentence."""

from recoupe.stages.derive.profile import Pair
from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile


def test_what_is_left_out_of_a_whole_copy_and_not_of_a_borrowed_sentence() -> None:
    sentences = [
        "Le convoi a été attaqué lundi près de Léré.",
        "Les assaillants ont brûlé deux camions.",
        "Onze soldats ont été tués, selon l’état-major.",
    ]
    whole, copy = make_profile("fr", " ".join(sentences)), make_profile("fr", " ".join(sentences[:2]))
    dropped = told(between(whole, copy, [Pair(0, 0, 1.0), Pair(1, 1, 1.0)]))
    assert {(kind, detail) for kind, detail, *_ in dropped} == {("number", "dropped"), ("attribution", "dropped")}
    borrowed = make_profile("fr", f"{sentences[0]} La route est coupée depuis. Nul ne passe.")
    assert between(whole, borrowed, [Pair(0, 0, 1.0)]) == ()
