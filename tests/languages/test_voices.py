"""The words for voices: forms made from the tables, and what a wrong table says."""

import pytest

from recoupe.errors import DataError
from recoupe.languages.fr.nouns import plural
from recoupe.languages.pack import LanguagePack, pack
from recoupe.languages.tables import Table
from recoupe.languages.voices import VoiceWords
from recoupe.stages.annotate.tokens import tokenize


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("général", "généraux"),
        ("gouverneur", "gouverneurs"),
        ("porte-parole", "porte-parole"),
        ("haut-commissaire", "hauts-commissaires"),
        ("vice-président", "vice-présidents"),
        ("lieutenant-colonel", "lieutenants-colonels"),
        ("bureau", "bureaux"),
        ("procès", "procès"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


def test_role_nouns_know_their_forms() -> None:
    roles = pack("fr").voices.roles
    assert roles["procureures"][:3] == ("procureur", "f", "p")
    assert roles["généraux"][1:] == ("m", "p", "ranks")
    assert roles["porte-parole"].number == "x"
    assert roles["générale"].voice == "military"


def test_every_table_is_well_formed() -> None:
    words = pack("fr").voices
    heads = [head for group in words.bodies.values() for head in group]
    assert all(head.words and head.gender in "mf" and head.number in "sp" for head in heads)
    assert all(words.portfolios.values())
    idioms = {" ".join(idiom).replace("' ", "'") for known in words.idioms.values() for idiom in known}
    assert set(words.wider_roles["diplomate"]) <= {role.lemma for role in words.roles.values()} | idioms
    assert words.given["fatou"] == "f"
    assert words.adjectives_en["onusienne"] == "UN"
    assert words.pronouns["ce dernier"].points == "last"


@pytest.mark.parametrize(
    ("text", "end"),
    [("chef d'état-major général de l'armée", 4), ("procureure générale d'Ukraine", 2), ("maire de Gao", 1)],
)
def test_a_role_takes_its_adjectives_and_idioms(text: str, end: int) -> None:
    french = pack("fr")
    tokens = tokenize(text, 0, len(text), french.traits)
    assert french.voices.role_end(tokens, 0, len(tokens)) == end


def read_all(table: Table, french: LanguagePack) -> tuple[object, ...]:
    """Every table that the changes touch, read."""
    words = VoiceWords(table, french.table("names"), plural, french.verbs)
    return words.pronouns, words.bodies, words.wider


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pronouns": {"il": "m s"}}, "how gender number"),
        ({"bodies": [{"nouns": "armée", "name": "{of} army"}]}, "noun/m"),
        ({"bodies": [{"nouns": "armée/f", "name": "{of} army", "kind": "planet"}]}, "planet"),
        ({"wider": {"ong": "body"}}, "kinds gender"),
        ({"oddity": {}}, "oddity"),
    ],
)
def test_a_wrong_table_says_where(change: dict[str, object], message: str) -> None:
    french = pack("fr")
    data = {**french.table("voices").data, **change}
    with pytest.raises(DataError, match=message):
        read_all(Table("fr/voices.toml", data), french)
