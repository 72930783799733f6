"""English verb forms and plurals against forms checked by hand, and which readings of a word a line allows."""

import pytest

from recoupe.languages.en.morphology import forms
from recoupe.languages.en.nouns import plural
from recoupe.languages.pack import pack


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("stop", "stop stops stopped stopping"),
        ("visit", "visit visits visited visiting"),
        ("refer", "refer refers referred referring"),
        ("deny", "deny denies denied denying"),
        ("die", "die dies died dying"),
        ("flee", "flee flees fled fleeing"),
        ("publish", "publish publishes published publishing"),
        ("echo", "echo echoes echoed echoing"),
        ("see", "see sees saw seen seeing"),
        ("put", "put puts putting"),
        ("travel", "travel travels traveled travelled traveling travelling"),
        ("organize", "organize organizes organized organizing organise organises organised organising"),
        ("lie", "lie lies lay lied lain lying"),
    ],
)
def test_forms_of_a_verb(lemma: str, expected: str) -> None:
    assert list(dict.fromkeys(form.text for form in forms(lemma))) == expected.split()


def test_a_past_that_is_a_participle_too_is_both() -> None:
    assert {form.mood for form in forms("kill") if form.text == "killed"} == {"indicative", "participle"}
    assert {form.mood for form in forms("fall") if form.text == "fell"} == {"indicative"}


def test_modal_verbs_have_no_participle() -> None:
    verbs = pack("en").verbs
    assert verbs.is_auxiliary("would")
    assert not verbs.is_past_participle("would")
    assert verbs.finite("wo")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("deputy", "deputies"), ("spokeswoman", "spokeswomen"), ("human", "humans"), ("witness", "witnesses"),
        ("chief of staff", "chiefs of staff"), ("passer-by", "passers-by"), ("attorney general", "attorneys general"),
        ("police", "police"), ("boy", "boys"), ("prime minister", "prime ministers"),
    ],
)  # fmt: skip
def test_plural(noun: str, expected: str) -> None:
    assert plural(noun) == expected
