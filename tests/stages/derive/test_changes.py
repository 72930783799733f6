"""What changes between passages that say the same, in four languages."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from recoupe.model.document import Block, Credit
from recoupe.model.relay import Change
from recoupe.stages.derive.changes import changes, groups
from recoupe.stages.derive.profile import Pair, Profile
from tests.factories import span
from tests.stages.derive.passage_pairs import WORLD, every_pair, make_profile

PAIRS: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "passages.toml").read_text("utf-8"))["pair"]


def between(a: Profile, b: Profile, pairs: list[Pair] | None = None) -> tuple[Change, ...]:
    return changes(a, b, every_pair(a, b) if pairs is None else pairs, WORLD.places)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str, str]]:
    return [
        (c.kind, c.detail, c.from_span.text if c.from_span else "", c.to_span.text if c.to_span else "") for c in found
    ]


def fits(change: Change, expected: list[str]) -> bool:
    kind, was, now = expected
    sides = ((change.from_span, was), (change.to_span, now))
    return change.kind == kind and all(
        bool(span) == bool(words) and (span is None or words in span.text or span.text in words)
        for span, words in sides
    )


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['from'][0]}-{p['to'][0]} {p['to'][1][:40]}")
def test_what_changed(pair: dict[str, Any]) -> None:
    a, b = make_profile(*pair["from"]), make_profile(*pair["to"])
    found = between(a, b)
    expected = pair.get("changes", [])
    assert all(any(fits(change, each) for change in found) for each in expected), told(found)
    assert all(any(fits(change, each) for each in expected) for change in found), told(found)
    for change in found:
        for profile, where in ((a, change.from_span), (b, change.to_span)):
            assert where is None or where.text == profile.document.text[where.start : where.end]


def test_letters_that_hide_a_word() -> None:
    plain = "Авиация обстреляла колонну беженцев, сообщил очевидец."
    hidden = plain.replace("колонну", "кoлoнну").replace("беженцев", "бeжeнцeв")
    found = told(between(make_profile("ru", plain), make_profile("ru", hidden)))
    assert [f[:3] for f in found] == [("word", "disguised", "колонну"), ("word", "disguised", "беженцев")]


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


def test_the_agency_that_is_named_nowhere() -> None:
    text = "KIDAL, 3 mai (Agence du Fleuve) – Neuf personnes ont été enlevées."
    credit = Credit(span(text, "(Agence du Fleuve)"), "source", "Agence du Fleuve")
    blocks = (Block(0, 33, "dateline"), Block(34, len(text), "paragraph"))
    a = make_profile("fr", text, blocks=blocks, credits=(credit,))
    dropped = told(between(a, make_profile("en", "Nine people were abducted.")))
    assert dropped == [("attribution", "dropped", "(Agence du Fleuve)", "")]
    assert between(a, make_profile("en", "Nine people were abducted, reports Agence du Fleuve.")) == ()


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


def test_no_change_in_a_language_without_relay_words() -> None:
    a = make_profile("fr", "Douze civils ont été tués à Kidal.")
    assert between(a, make_profile("fi", "Kidalissa kuoli kaksikymmentä siviiliä.")) == ()


def test_passages_go_together_surest_first() -> None:
    pairs = [Pair(0, 0, 0.9), Pair(1, 0, 0.8), Pair(2, 2, 0.9), Pair(2, 0, 0.3)]
    assert groups(pairs) == [((0, 1), (0,)), ((2,), (2,))]
