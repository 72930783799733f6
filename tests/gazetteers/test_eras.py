"""Eras: the years that an undated text may be of."""

from datetime import date

from recoupe.gazetteers.eras import eras


def test_every_era_ends_after_it_begins() -> None:
    named = eras().find("; ".join(name for name, _ in eras()._named))
    assert len(named) > 80
    assert all(era.until is None or era.since < era.until for era in named)


def test_names_are_whole_words_with_their_capitals() -> None:
    assert [era.id for era in eras().find("La Minusma et l’État islamique")] == ["islamic-state-caliphate", "minusma"]
    assert eras().find("minusmax, un barkhanes, misca-t-il") == ()


def test_the_window_opens_with_the_newest_and_closes_with_the_first_to_end() -> None:
    assert eras().window("Barkhane et le G5 Sahel") == (date(2014, 8, 1), date(2022, 12, 31))
    assert eras().window("De Serval à l'Africa Corps")[1] is None
    assert eras().window("Une ville") == (None, None)


def test_the_year_of_a_day() -> None:
    assert eras().year_of("l'opération Serval, le 12 mars", 3, 12) is None  # 2013 or 2014
    assert eras().year_of("l'opération Bordure protectrice, le 12 août", 8, 12) == 2014
    assert eras().year_of("une ville, le 12 août", 8, 12) is None


def test_an_era_may_ask_for_a_second_name() -> None:
    named = "le groupe État islamique a reculé"
    assert "islamic-state-in-its-cities" not in {era.id for era in eras().find(f"Au Niger, {named}")}
    assert "islamic-state-in-its-cities" in {era.id for era in eras().find(f"À Ramadi, {named}")}


def test_a_name_may_be_of_two_eras() -> None:
    text = "Un attentat à Bagdad, dans un marché, a été revendiqué par le groupe EI"
    assert {e.id for e in eras().find(text)} == {"islamic-state-caliphate", "islamic-state-attacks-in-baghdad"}
    assert eras().year_of(text, 6, 3) is None
    assert eras().window("Le groupe EI a frappé Kaboul")[1] is None
