"""Numbers in words: every number up to a billion in two spellings, against its value and an outside reader."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text_to_num import text2num

from recoupe.languages.pack import pack
from recoupe.model.annotation import Numeral
from recoupe.stages.annotate.numerals import read_numerals

_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 8: "quatre-vingt"}


def below_hundred(number: int) -> str:
    """A number under 100 in the words of France."""
    if number < 20:
        return _UNITS[number]
    ten, rest = divmod(number, 10)
    if ten in (7, 9):
        ten, rest = ten - 1, rest + 10
    word = _TENS[ten]
    if rest in (1, 11) and ten != 8:
        return f"{word} et {_UNITS[rest]}"
    if not rest:
        return word + ("s" if ten == 8 else "")
    return f"{word}-{_UNITS[rest]}"


def below_thousand(number: int) -> str:
    """A number under 1000 in words."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest)
    head = "cent" if hundreds == 1 else f"{_UNITS[hundreds]} cent" + ("" if rest else "s")
    return f"{head} {below_hundred(rest)}" if rest else head


def in_words(number: int) -> str:
    """A number up to 10^12 in words, spelled as before 1990."""
    parts = []
    for size, name in ((10**9, "milliard"), (10**6, "million")):
        count, number = divmod(number, size)
        if count:
            parts.append(f"{below_thousand(count)} {name}{'s' if count > 1 else ''}")
    thousands, rest = divmod(number, 1000)
    if thousands:
        # « cent » and « quatre-vingt » lose their s before « mille »
        head = below_thousand(thousands)
        head = head[:-1] if head.endswith(("cents", "vingts")) else head
        parts.append("mille" if thousands == 1 else f"{head} mille")
    if rest or not parts:
        parts.append(below_thousand(rest))
    return " ".join(parts)


def the_one(text: str) -> Numeral:
    """The only numeral of a text, which must cover all of it."""
    (numeral,) = read_numerals(text, pack("fr"))
    assert numeral.span.text == text
    return numeral


@given(st.integers(2, 10**9))
@settings(max_examples=400, deadline=None)
def test_every_number_in_words_has_its_value(number: int) -> None:
    words = in_words(number)
    assert the_one(words).value == number
    # the spelling of 1990 joins all of it with hyphens
    assert the_one(words.replace(" ", "-")).value == number


@given(st.integers(2, 10**9))
@settings(max_examples=200, deadline=None)
def test_agrees_with_text2num(number: int) -> None:
    words = in_words(number)
    assert the_one(words).value == text2num(words, "fr")


@given(st.integers(1000, 10**12), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", ".", "'", "’"]))
@settings(max_examples=200, deadline=None)
def test_digits_are_read_with_every_separator(number: int, separator: str) -> None:
    text = f"{number:,}".replace(",", separator)
    assert the_one(text).value == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("septante-deux", 72), ("huitante", 80), ("octante-trois", 83), ("nonante et un", 91),
        ("cent nonante-neuf", 199),
        ("onze cents", 1100), ("dix-huit cents", 1800), ("mil neuf cent quatorze", 1914), ("soixante et onze", 71),
        ("quatre vingt dix sept", 97), ("trois cent-vingt", 320), ("cent-et-un", 101), ("mille milliards", 10**12),
    ],
)  # fmt: skip
def test_spellings_of_the_regions_and_of_the_past(text: str, value: int) -> None:
    assert the_one(text).value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,5 million", 1.5e6), ("3 millions et demi", 3.5e6), ("un million et demi", 1.5e6), ("20 mille", 20000),
        ("2,3 milliers", 2300), ("deux virgule cinq millions", 2.5e6), ("2 millions 500 000", 2.5e6), ("12k", 12000),
        ("un demi-million", 5e5), ("1,1 million", 1.1e6), ("3.5 millions", 3.5e6), ("0,7 million", 7e5),
        ("trois millions deux cent mille", 3.2e6), ("1.250,5", 1250.5),
    ],
)  # fmt: skip
def test_mixed_forms(text: str, value: float) -> None:
    assert the_one(text).value == value


def test_a_comma_before_three_digits_groups_them_unless_a_unit_follows() -> None:
    assert the_one("4,800").value == 4800
    assert the_one("1,234,567").value == 1234567
    assert the_one("1,125 million").value == 1125000


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("premier", 1), ("deuxième", 2), ("21e", 21), ("112e", 112), ("1re", 1), ("XXIe", 21), ("XIVe", 14),
        ("IIe", 2),
        ("vingt et unième", 21), ("soixante-dixième", 70), ("quatre-vingtième", 80), ("cent vingt-cinquième", 125),
        ("deux centième", 200), ("troisieme", 3),
    ],
)  # fmt: skip
def test_ordinals_are_marked(text: str, value: int) -> None:
    numeral = the_one(text)
    assert (numeral.value, numeral.ordinal) == (value, True)


@pytest.mark.parametrize("text", ["9" * 400, "1" + "0" * 5000, "10^40", "²", "½", "①", "9,9,9", "1.2.3.4", "--12--"])
def test_absurd_numbers_do_no_harm(text: str) -> None:
    for numeral in read_numerals(f"environ {text} morts", pack("fr")):
        assert numeral.value is None or numeral.value < float("inf")


def test_a_value_is_exact_up_to_a_thousand_billions() -> None:
    assert the_one("999999999999999").value == 999999999999999


_WORDS = """
    zéro un une deux quatre vingt vingts dix onze cent cents mille million milliards et demi demie virgule - plus de d'
    moins au environ quelque quelques plusieurs des dizaine dizaines milliers millier entre à ou voire pas aucun sans ni
    fait l' seul jusqu' premier cinquième tiers % fois ( ) , . – 3 02 2017 1,5 300 mars sur par demi-douzaine XXIe
    16.500 deux-trois vingt-et-un quatre-vingt- 10k 999999999999999999999
"""


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS.split()), max_size=12).map(" ".join)))
@settings(max_examples=600, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for numeral in read_numerals(text, pack("fr")):
        assert text[numeral.span.start : numeral.span.end] == numeral.span.text
        assert numeral.span.start <= numeral.number_start < numeral.number_end == numeral.span.end
