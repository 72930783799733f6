"""Evidence keeps what was found out of a Figure, for itself alone."""

from recoupe.model.figure import Figure
from recoupe.stages.reconcile.evidence import Evidence, once
from recoupe.stages.reconcile.superseded import first_stated
from tests.stages.reconcile.texts import told

TOLL = "L'attaque de dimanche contre Djibo a fait 12 morts, a annoncé le gouverneur du Soum."


def test_it_is_worked_out_once_for_each_figure_of_each_evidence() -> None:
    asked: list[str] = []

    @once
    def stated(figure: Figure, evidence: Evidence) -> str | None:
        asked.append(figure.id)
        return evidence.stated(figure)

    evidence, other = told(("2021-05-03", TOLL), ("2021-05-04", TOLL + " Le calme est revenu.")), told((None, TOLL))
    for _ in range(3):
        assert [stated(each, evidence) for each in evidence.figures] == ["2021-05-03", "2021-05-04"]
        assert stated(evidence.figures[0], other) == other.stated(evidence.figures[0])
    assert len(asked) == 3


def test_two_functions_keep_apart_what_they_found() -> None:
    evidence = told(("2021-05-03", TOLL))
    figure = evidence.figures[0]
    assert once(lambda f, e: f.value)(figure, evidence) == 12
    assert first_stated(figure, evidence) == "2021-05-03"


def test_surroundings_remember_which_phrase_stands_where() -> None:
    evidence = told(("2021-05-03", "Le bilan s'est alourdi à 12 morts. Il était de neuf morts la veille."))
    around = evidence.around(evidence.figures[0])
    words = around.words
    for _ in range(2):
        assert around.says(words.earlier, "il etait de neuf morts la veille") is words.earlier.stand_in(
            "il etait de neuf morts la veille"
        )
        assert not around.says(words.earlier, "le calme est revenu")
        assert around.close(before=2, after=0) != around.close(before=1, after=0)
