"""Numbers of a first reading: digits of any script, words in any case, what bounds them, and what is no count."""

import pytest

from recoupe.stages.first.numbers import numbers
from tests.stages.first.first_lines import line, words_of


@pytest.mark.parametrize(
    ("code", "text", "value", "high", "magnitude", "bound"),
    [
        ("ru", "двадцать три солдата", 23, None, None, "exact"),
        ("ru", "около двухсот пятидесяти человек", 250, None, None, "about"),
        ("ru", "не менее 1 200 жителей", 1200, None, None, "at_least"),
        ("ru", "2,5 тыс. человек", 2500, None, None, "exact"),
        ("ru", "от 30 до 40 боевиков", 30, 40, None, "between"),
        ("ru", "15-20 боевиков", 15, 20, None, "between"),
        ("ru", "полтора десятка солдат", 15, None, None, "about"),
        ("ru", "три десятка солдат", 30, None, None, "about"),
        ("ru", "десятки тысяч человек", None, None, 10000, "several"),
        ("ru", "пятеро раненых", 5, None, None, "exact"),
        ("ar", "ما لا يقل عن ٣٠٧ مدنيين", 307, None, None, "at_least"),
        ("ar", "خمسة وعشرين شخصا", 25, None, None, "exact"),
        ("ar", "أحد عشر طفلا", 11, None, None, "exact"),
        ("ar", "سبعة عشر جنديا", 17, None, None, "exact"),
        ("ar", "مئة وعشرين قتيلا", 120, None, None, "exact"),
        ("ar", "ثلاثة آلاف وخمسمئة نازح", 3500, None, None, "exact"),
        ("ar", "أكثر من ألفين", 2000, None, None, "more_than"),
        ("ar", "ما بين أربعين وخمسين شخصا", 40, 50, None, "between"),
        ("ar", "عشرات الآلاف", None, None, 10000, "several"),
    ],
)
def test_number(
    code: str, text: str, value: float | None, high: float | None, magnitude: int | None, bound: str
) -> None:
    found = numbers(line(text, code), words_of(code), ())
    assert [(n.value, n.high, n.magnitude, n.bound) for n in found] == [(value, high, magnitude, bound)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "истребитель F-16 и танк Т-72"),
        ("ru", "12-летний мальчик"),
        ("ru", "в 14:35 по местному времени"),
        ("ru", "школа №5"),
        ("ru", "выросли на 20%"),
    ],
)
def test_what_names_ranks_or_tells_the_hour_is_no_number(code: str, text: str) -> None:
    assert numbers(line(text, code), words_of(code), ()) == ()


def test_what_is_written_onto_a_number_is_known() -> None:
    found = numbers(line("قتل ثلاثة جنود و5 مدنيين وستة أطفال", "ar"), words_of("ar"), ())
    assert [(n.value, n.joined) for n in found] == [(3, False), (5, True), (6, True)]
