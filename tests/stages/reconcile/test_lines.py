"""Lines: who said what when, what a belligerent concedes, and how late."""

from dataclasses import replace

from recoupe.model.document import Document
from recoupe.model.tally import Line
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.lines import lines
from tests.stages.reconcile.texts import at, told

ACCUSED = "Une frappe saoudienne a tué 25 civils lundi 4 juin 2018 à Saada, selon l'hôpital de Saada."
ADMITTED = (
    "La coalition menée par l'Arabie saoudite a reconnu que sa frappe du 4 juin 2018 à Saada avait tué trois civils."
)


def _line(evidence: Evidence, words: str) -> Line:
    figure = at(evidence, words).id
    return next(line for line in lines(evidence) if any(each.figure == figure for each in line.statements))


def test_what_is_conceded_stands_apart_with_its_delay() -> None:
    evidence = told(("2018-06-05", ACCUSED), ("2018-08-01", ADMITTED))
    claimed, conceded = _line(evidence, "25 civils"), _line(evidence, "trois civils")
    assert (claimed.concedes, claimed.delay) == (False, 1)
    assert (conceded.concedes, conceded.delay) == (True, 58)


def test_a_line_tells_when_a_body_first_said_and_last_revised() -> None:
    text = "L'attaque de dimanche contre Djibo a fait 12 morts, a annoncé le gouverneur du Soum."
    again = "Le gouverneur du Soum maintient que l'attaque de dimanche contre Djibo a fait 12 morts."
    evidence = told(("2021-05-03", text), ("2021-05-04", again), ("2021-05-06", text.replace("12", "19")))
    (line,) = lines(evidence)
    assert [each.stated for each in line.statements] == ["2021-05-03", "2021-05-04", "2021-05-06"]
    assert [each.first for each in line.statements] == [True, False, True]
    last = evidence.figures[-1].id
    assert [each.superseded_by for each in line.statements] == [last, last, None]


def test_effects_and_groups_have_lines_of_their_own() -> None:
    evidence = told(
        (
            "2021-05-03",
            "L'attaque de dimanche contre Djibo a fait 12 morts, dont 4 enfants, et 30 blessés, selon la mairie.",
        )
    )
    found = {(line.effect, line.group): len(line.statements) for line in lines(evidence)}
    assert found == {("killed", "unspecified"): 1, ("killed", "children"): 1, ("wounded", "unspecified"): 1}


def test_what_is_only_feared_or_denied_is_no_statement_of_the_toll() -> None:
    evidence = told(
        ("2021-05-03", "Le bilan de l'attaque de Beni pourrait atteindre 80 morts, craint une ONG."),
    )
    assert evidence.figures[0].reality == "hypothetical"
    assert lines(evidence) == ()


def test_a_page_without_a_day_has_no_delay() -> None:
    evidence = told(("2018-06-05", ACCUSED))
    document = next(iter(evidence.documents))
    unknown = Evidence(
        evidence.incident,
        evidence.figures,
        evidence.claims,
        {document: _without_day(evidence, document)},
        evidence.traced,
    )
    assert _line(unknown, "25 civils").delay is None


def _without_day(evidence: Evidence, document: str) -> Document:
    return replace(evidence.documents[document], published=None)
