"""The words that name who speaks: before the verb, after it, before a relative."""

import pytest

from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import segments
from recoupe.stages.attribute.phrases.sources import antecedent, subject
from recoupe.stages.attribute.words.groups import find_groups
from tests.stages.attribute.sentence import make_line, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L'armée affirme que le pont tient.", "L'armée"),
        ("À Goma, mardi, le maire affirme que le pont tient.", "le maire"),
        ("Le maire, élu en 2021, affirme que le pont tient.", "Le maire, élu en 2021"),
        ("La chaîne, citant un ministre, affirme que le pont tient.", "La chaîne"),
        ("Moscou, de son côté, affirme que le pont tient.", "Moscou"),
        ("Le maire a fui et affirme que le pont tient.", "Le maire"),
        ("Le préfet se tait, mais un de ses adjoints, joint par téléphone, affirme que le pont tient.",
         "un de ses adjoints, joint par téléphone"),
    ],
)  # fmt: skip
def test_subject(text: str, expected: str) -> None:
    line = make_line(text)
    group = next(g for g in find_groups(line) if g.lemma == "affirmer")
    assert words(line, subject(line, group.start)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Le pont tient, affirme mardi à la radio le maire de Goma.", "le maire de Goma"),
        ("Le pont tient, affirme Moussa Diallo, chirurgien à Gao.", "Moussa Diallo, chirurgien à Gao"),
        ("Neuf ponts tiennent, affirme le ministère, dont deux à Goma.", "le ministère"),
        ("Le pont tient, affirme une mère devant la caserne.", "une mère"),
        ("Le pont tient, affirme un habitant joint par téléphone.", "un habitant joint par téléphone"),
    ],
)  # fmt: skip
def test_after_the_verb(text: str, expected: str) -> None:
    line = make_line(text)
    assert words(line, following(line, line.folds.index("affirme") + 1)) == expected


def test_before_a_relative() -> None:
    line = make_line("La ville a été prise par les rebelles, qui affirment la tenir.")
    assert words(line, antecedent(line, line.folds.index("qui"), 0)) == "les rebelles"


def test_commas_in_brackets_part_nothing() -> None:
    line = make_line("Le groupe (armé, dit-on, par ses voisins), le parti, la ville.")
    found = segments(line, 0, line.n - 1)
    assert [words(line, s) for s in found][1:] == ["le parti", "la ville"]
