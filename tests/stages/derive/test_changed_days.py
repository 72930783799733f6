"""Changed days: a statement made newer, a day said by its date."""

from recoupe.model.document import Block
from recoupe.stages.derive.profile import Pair, Profile
from tests.stages.derive.between import between, told
from tests.stages.derive.passage_pairs import make_profile


def test_a_statement_made_newer() -> None:
    text = "3 March 2021\n\nThe ministry denounced the shelling of the camp."
    blocks = (Block(0, 12, "byline"), Block(14, len(text), "paragraph"))
    a = make_profile("en", text, blocks=blocks, published="2021-03-03")
    b = make_profile("fr", "Le ministère a dénoncé jeudi 4 mars le bombardement du camp.", published="2021-03-04")
    assert ("date", "value", "3 March 2021", "4 mars") in told(between(a, b, [Pair(0, 0, 1.0)]))


def _day(language: str, text: str) -> Profile:
    return make_profile(language, text, published="2022-05-13")  # a Friday


def test_a_day_said_by_its_date_and_no_longer_by_its_name() -> None:
    weekday = _day("fr", "Le marché de Djibo a été attaqué jeudi.")
    date = _day("fr", "Le marché de Djibo a été attaqué le 12 mai.")
    assert told(between(weekday, date)) == [("date", "form", "jeudi", "12 mai")]
    assert told(between(weekday, _day("en", "The market in Djibo was attacked on 12 May."))) == [
        ("date", "form", "jeudi", "12 May")
    ]
    assert between(weekday, _day("fr", "Le marché de Djibo a été attaqué jeudi 12 mai.")) == ()
