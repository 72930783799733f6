"""Numbers in four languages, with what bounds them."""

import pytest

from recoupe.stages.derive.marking import marks
from tests.stages.derive.passage_pairs import WORLD, make_profile


@pytest.mark.parametrize(
    ("language", "text", "value", "bound"),
    [
        ("en", "They counted 3,100 victims.", 3100, "exact"),
        ("en", "They counted two hundred and fifty victims.", 250, "exact"),
        ("en", "They counted more than a hundred victims.", 100, "more_than"),
        ("en", "They counted 1.2 million refugees.", 1_200_000, "exact"),
        ("en", "They counted between 30 and 40 victims.", 30, "between"),
        ("en", "They counted 60 victims or more.", 60, "at_least"),
        ("en", "They counted nearly two dozen victims.", 24, "about"),
        ("ru", "Насчитали двести сорок пять раненых.", 245, "exact"),
        ("ru", "Насчитали не менее трёх тысяч беженцев.", 3000, "at_least"),
        ("ru", "Насчитали 25 тыс. беженцев.", 25_000, "exact"),
        ("ru", "Число жертв сократилось до 40 человек.", 40, "exact"),
        ("ru", "Погибли до 40 человек.", 40, "at_most"),
        ("ar", "قُتل خمسة وعشرون شخصاً.", 25, "exact"),
        ("ar", "قُتل ٣٥ شخصاً.", 35, "exact"),
        ("ar", "نزح نحو مئتي ألف شخص.", 200_000, "about"),
        ("ar", "قُتل شخصان في الهجوم.", 2, "exact"),
    ],
)
def test_value_and_bound(language: str, text: str, value: float, bound: str) -> None:
    found = [c for m in marks(make_profile(language, text), WORLD.places) for c in m.counts]
    assert [(c.value, c.bound) for c in found] == [(value, bound)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ivan Doe, 42, lives 30 kilometres away since 2014."),
        ("en", "The men, aged 19, were seen at 10:45 on 3 May 2015."),
        ("en", "The men were 33, 34 and 39 years old."),
        ("ru", "16-летний подросток ждал 3 часа 17 марта 2016 года."),
        ("ar", "حدث ذلك في 17 آذار/مارس 2015 على بعد 30 كيلومتراً."),
    ],
)
def test_what_counts_nobody(language: str, text: str) -> None:
    assert [c for m in marks(make_profile(language, text), WORLD.places) for c in m.counts] == []
