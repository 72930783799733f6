"""Named parties: whom the plain words mean that an article has for those who fight."""

from tests.stages.claim.articles import figures


def test_rebels_are_the_group_that_the_article_calls_so() -> None:
    text = "Les rebelles houthis avancent vers Marib. Six civils ont péri dans un bombardement rebelle."
    assert [f.perpetrator for f in figures(text)] == ["Houthis"]


def test_who_owns_up_is_who_the_terrorists_were() -> None:
    text = "Six soldats ont été tués par des terroristes à Djibo."
    assert [f.perpetrator for f in figures(text)] == ["terrorists"]
    assert [f.perpetrator for f in figures(f"{text} L'attaque a été revendiquée par les shebab.")] == ["al-Shabaab"]
    assert [f.perpetrator for f in figures("Une attaque terroriste a tué six soldats à Djibo.")] == [None]
