"""Superseded: by whom a toll is revised, and what is no revision."""

from recoupe.stages.reconcile.revisions import revisions
from recoupe.stages.reconcile.superseded import superseded
from tests.stages.reconcile.texts import at, told

GOVERNOR = "L'attaque de dimanche contre Djibo a fait 12 morts, a annoncé le gouverneur du Soum."


def test_a_toll_is_revised_by_the_next_one_of_the_same_body() -> None:
    evidence = told(
        ("2021-05-03", GOVERNOR),
        ("2021-05-04", GOVERNOR.replace("12", "15")),
        ("2021-05-06", GOVERNOR.replace("12", "19")),
    )
    first, second, third = evidence.figures
    assert superseded(evidence) == {first.id: second.id, second.id: third.id}


def test_an_old_toll_that_is_relayed_late_revises_nothing() -> None:
    evidence = told(
        ("2021-05-03", GOVERNOR),
        ("2021-05-04", GOVERNOR.replace("12", "15")),
        ("2021-05-06", "Dimanche, l'attaque contre Djibo a fait 12 morts, selon le gouverneur du Soum."),
    )
    first, second, late = evidence.figures
    assert superseded(evidence) == {first.id: second.id, late.id: second.id}


def test_another_body_revises_nothing() -> None:
    evidence = told(
        ("2021-05-03", GOVERNOR), ("2021-05-06", "L'attaque de dimanche contre Djibo a fait 31 morts, selon l'ONU.")
    )
    assert superseded(evidence) == {}


def test_one_spokesperson_does_not_revise_what_another_said() -> None:
    evidence = told(
        ("2021-05-03", "L'attaque de dimanche contre Djibo a fait 32 morts, a annoncé le porte-parole du gouverneur."),
        (
            "2021-05-04",
            "L'armée dément. L'attaque de dimanche contre Djibo a fait 2 morts, a affirmé son porte-parole.",
        ),
    )
    assert superseded(evidence) == {}


def test_a_wires_own_toll_is_revised_where_the_text_says_that_it_grew() -> None:
    first = "Djibo : 12 morts\n\nUne attaque a fait 12 morts dimanche à Djibo, dans le nord du pays."
    grown = "Le bilan de l'attaque de dimanche à Djibo s'est alourdi à 17 morts."
    evidence = told(("2021-05-03", first), ("2021-05-04", grown))
    assert superseded(evidence).get(at(evidence, "12 morts").id) == at(evidence, "17 morts").id
    said_only = told(("2021-05-03", first), ("2021-05-04", "L'attaque de dimanche à Djibo a fait 17 morts."))
    assert superseded(said_only) == {}


def test_a_number_taken_back_is_old_and_one_that_is_disputed_is_not() -> None:
    corrected = told(("2021-05-03", "L'attaque de Djibo dimanche a fait 37 morts, et non 35, a dit le gouverneur."))
    assert superseded(corrected) == {at(corrected, "35").id: at(corrected, "37 morts").id}
    disputed = told(
        ("2021-05-03", "L'attaque de Djibo a fait 37 morts, et non 35 comme l'affirme l'armée, a dit le gouverneur.")
    )
    assert superseded(disputed) == {}


def test_parts_and_wholes_do_not_revise_each_other() -> None:
    evidence = told(
        ("2021-05-03", GOVERNOR),
        ("2021-05-04", "L'attaque de dimanche a fait 15 morts, dont 9 femmes, a dit le gouverneur du Soum."),
    )
    assert at(evidence, "9 femmes").id not in superseded(evidence).values()


def test_a_body_that_puts_its_toll_right_takes_back_what_it_said_before() -> None:
    evidence = told(
        ("2021-05-03", "L'attaque de dimanche contre Djibo a fait 40 morts, selon l'armée."),
        (
            "2021-05-04",
            "L'attaque de Djibo dimanche avait fait 40 morts. L'armée a rectifié son bilan : 11 morts, et non 40.",
        ),
    )
    right = at(evidence, "11 morts")
    old = [f for f in evidence.figures if f.value == 40]
    assert len(old) == 3
    assert superseded(evidence) == {f.id: right.id for f in old}
    assert revisions(evidence) == {f.id: right.id for f in old}
