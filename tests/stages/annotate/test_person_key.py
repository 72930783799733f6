"""Sounds of names: spellings that are one person, and names that are not."""

import pytest

from recoupe.gazetteers.person_key import near, same_given, sound


@pytest.mark.parametrize(
    "spellings",
    [
        "Konachenkov Konashenkov",
        "Mohammed Mohamed Muhammad",
        "Hussein Hussain Houssein",
        "Abdelkader Abdulkader",
        "Abdurrahman Abdulrahman Abderrahmane",
        "Zelensky Zelenski",
        "Choïgou Shoigu",
        "Poutine Putin",
        "al-Abadi Abadi El-Abadi",
        "Youri Iouri Yuri",
    ],
)
def test_spellings_of_one_name(spellings: str) -> None:
    assert len({sound(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize("pair", ["Konaté Konaré", "Hassan Hussein", "Traoré Touré", "Diallo Diarra", "Ali Alia"])
def test_names_that_are_two(pair: str) -> None:
    one, other = map(sound, pair.split())
    assert not near(one, other)


@pytest.mark.parametrize("pair", ["Synegoubov Syniehoubov", "Dakouki Dakuki", "Erekat Erakat"])
def test_names_near_enough(pair: str) -> None:
    one, other = map(sound, pair.split())
    assert near(one, other)


def test_given_names_before_one_last_name() -> None:
    assert same_given(sound("Oleg"), sound("Oleh"))
    assert same_given("j", sound("John"))
    assert not same_given(sound("Awa"), sound("Oumar"))
