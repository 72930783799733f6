"""Dates as pages write them."""

import pytest

from recoupe.languages.page import page
from recoupe.stages.acquire.dates import find_dates
from recoupe.text import plain


@pytest.mark.parametrize(
    ("language", "written", "iso", "weekday"),
    [
        ("fr", "Publié le 25/03/2017 à 07h12", "2017-03-25", None),
        ("fr", "28.05.2017 - 10:15", "2017-05-28", None),
        ("fr", "Lundi 27 mars 2017 | Monde", "2017-03-27", 0),
        ("fr", "1er août 2019", "2019-08-01", None),
        ("fr", "MARDI 3 FÉVR. 2015", "2015-02-03", 1),
        ("fr", "03/04/21", "2021-04-03", None),
        ("fr", "le 14 - 02 - 2019", "2019-02-14", None),
        ("fr", "03 / 11 / 2016", "2016-11-03", None),
        ("en", "Friday, May 26, 2017 - World", "2017-05-26", 4),
        ("en", "27th of May 2017", "2017-05-27", None),
        ("en", "Sat 2 Apr 2022 08.15 BST", "2022-04-02", 5),
        ("ru", "26 мая 2017, 20:15", "2017-05-26", None),
        ("ru", "22.10.2016 19:58", "2016-10-22", None),
        ("ar", "الأربعاء 29 آذار/مارس 2017", "2017-03-29", 2),
        ("ar", "2 كانون الثاني 2018", "2018-01-02", None),
        ("ar", "الاحد 4 اغسطس 2019", "2019-08-04", 6),
        ("fr", "2017-03-26T09:14:00+02:00", "2017-03-26", None),
    ],
)
def test_a_date_with_its_year(language: str, written: str, iso: str, weekday: int | None) -> None:
    (date,) = find_dates(plain(written), page(language))
    assert (date.iso, date.weekday) == (iso, weekday)


def test_a_date_without_its_year() -> None:
    (date,) = find_dates(plain("Vendredi 24 mars, 18h05"), page("fr"))
    assert (date.year, date.month, date.day, date.weekday, date.iso) == (None, 3, 24, 4, None)


def test_a_weekday_tells_which_figure_is_the_month() -> None:
    (date,) = find_dates(plain("Tuesday 4/5/2022"), page("en"))
    assert (date.iso, date.swappable) == ("2022-04-05", False)
    (unsure,) = find_dates("4/5/2022", page("en"))
    assert unsure.swappable


@pytest.mark.parametrize("written", ["31 février 2020", "3 mars 9999", "45/45/2020", "2020-13-01"])
def test_a_day_that_is_none(written: str) -> None:
    assert all(date.iso is None for date in find_dates(plain(written), page("fr")))


@pytest.mark.parametrize("written", ["192.168.10.2017", "12/05/2017/3", "tome 3, mars", "10 000 morts", "3.10.4 mai"])
def test_what_is_no_date(written: str) -> None:
    assert not [date for date in find_dates(plain(written), page("fr")) if date.iso]
