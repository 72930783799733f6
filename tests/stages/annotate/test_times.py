"""Times and the days they mean, on a Friday: 26 May 2017."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.languages.pack import pack
from recoupe.languages.times import time_words
from recoupe.model.annotation import TimeRef
from recoupe.model.document import Block, Document
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.time_items import STAMPS
from recoupe.stages.annotate.time_rules import RULES
from recoupe.stages.annotate.times import read_times, times

TODAY = dt.date(2017, 5, 26)
Days = tuple[str | None, str | None]


def read(text: str, today: dt.date | None = TODAY) -> list[TimeRef]:
    """The times of a sentence."""
    return list(read_times(text, today, pack("fr")))


def days(text: str, today: dt.date | None = TODAY) -> Days:
    """The days of the last time of a sentence."""
    time = read(text, today)[-1]
    return time.date_from, time.date_to


def article(text: str, published: str | None) -> tuple[TimeRef, ...]:
    """The times of an article of one paragraph a line."""
    blocks, at = [], 0
    for line in text.splitlines():
        blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    document = Document(
        id="doc-x", sha256="", path="x", media_type="text/plain", charset="utf-8", text=text, language="fr",
        title=None, outlet=None,
        author=None, dateline=None, published=published, published_basis="unknown", published_source="unknown",
        blocks=tuple(blocks), credits=(),
    )  # fmt: skip
    french = pack("fr")
    return times(document, sentences(document, french.traits), french)


ONE_DAY = [
    ("hier", "2017-05-25"), ("avant-hier", "2017-05-24"), ("aujourd'hui", "2017-05-26"), ("demain", "2017-05-27"),
    ("ce matin", "2017-05-26"), ("ce soir", "2017-05-26"), ("hier soir", "2017-05-25"), ("lundi", "2017-05-22"),
    ("vendredi", "2017-05-26"),
    ("vendredi dernier", "2017-05-19"), ("lundi dernier", "2017-05-22"), ("ce lundi", "2017-05-22"),
    ("lundi prochain", "2017-05-29"),
    ("jeudi soir", "2017-05-25"), ("vendredi à l'aube", "2017-05-26"), ("jeudi en fin de matinée", "2017-05-25"),
    ("dans la soirée de lundi", "2017-05-22"), ("au matin du 12 mai", "2017-05-12"), ("le 17 mars", "2017-03-17"),
    ("le 17 octobre dernier", "2016-10-17"), ("17 mars 2017", "2017-03-17"), ("17/03/2017", "2017-03-17"),
    ("17.03.2017", "2017-03-17"),
    ("2017-03-17", "2017-03-17"), ("le 17/03", "2017-03-17"), ("le 1er novembre", "2016-11-01"),
    ("le premier mars", "2017-03-01"),
    ("7 sept. 2016", "2016-09-07"), ("12 janv. 2016", "2016-01-12"), ("dimanche 28 mai", "2017-05-28"),
    ("mardi (23 mai)", "2017-05-23"),
    ("le jeudi 25 mai 2017", "2017-05-25"), ("le 30 mai", "2017-05-30"), ("le 29 février", "2016-02-29"),
    ("mi-février", "2017-02-15"),
    ("à la mi-avril", "2017-04-15"), ("il y a trois jours", "2017-05-23"), ("il y a deux semaines", "2017-05-12"),
    ("il y a un mois", "2017-04-26"), ("il y a environ une quinzaine de jours", "2017-05-11"),
    ("le 23, les combats", "2017-05-23"),
    ("mercredi 24", "2017-05-24"), ("Noël", "2016-12-25"), ("la veille de Noël", "2016-12-24"),
    ("au lendemain du 14 juillet", "2016-07-15"),
    ("le 11-Septembre", "2001-09-11"), ("le 4 chbat", "2017-02-04"), ("le 3 kanoun al-thani", "2017-01-03"),
    ("4 may 2017", "2017-05-04"),
    ("lundi de la semaine dernière", "2017-05-15"), ("le troisième jour de mars", "2017-03-03"),
]  # fmt: skip

STRETCHES = [
    ("cette nuit", "2017-05-25", "2017-05-26"), ("la nuit dernière", "2017-05-25", "2017-05-26"),
    ("dans la nuit de mercredi à jeudi", "2017-05-24", "2017-05-25"),
    ("dans la nuit du 4 au 5 mai", "2017-05-04", "2017-05-05"),
    ("dans la nuit du 31 décembre au 1er janvier", "2016-12-31", "2017-01-01"),
    ("les 12 et 13 mars", "2017-03-12", "2017-03-13"),
    ("la semaine dernière", "2017-05-15", "2017-05-21"), ("la semaine écoulée", "2017-05-19", "2017-05-26"),
    ("cette semaine", "2017-05-22", "2017-05-26"), ("le week-end dernier", "2017-05-20", "2017-05-21"),
    ("ces derniers jours", "2017-05-19", "2017-05-26"), ("ces trois derniers jours", "2017-05-23", "2017-05-26"),
    ("les dernières 48 heures", "2017-05-24", "2017-05-26"), ("les dix dernières années", "2007-05-26", "2017-05-26"),
    ("le mois dernier", "2017-04-01", "2017-04-30"), ("ce mois-ci", "2017-05-01", "2017-05-26"),
    ("l'an dernier", "2016-01-01", "2016-12-31"),
    ("l'année dernière", "2016-01-01", "2016-12-31"), ("cette année", "2017-01-01", "2017-05-26"),
    ("en mars", "2017-03-01", "2017-03-31"),
    ("en juin", "2016-06-01", "2016-06-30"), ("en mai dernier", "2016-05-01", "2016-05-31"),
    ("en octobre, l'an dernier", "2016-10-01", "2016-10-31"),
    ("au mois d'avril", "2017-04-01", "2017-04-30"), ("début mars", "2017-03-01", "2017-03-10"),
    ("fin avril", "2017-04-21", "2017-04-30"),
    ("fin mai 2016", "2016-05-21", "2016-05-31"), ("courant juin", "2016-06-01", "2016-06-30"),
    ("de mars à mai", "2017-03-01", "2017-05-31"),
    ("entre le 17 février et le 22 mars", "2017-02-17", "2017-03-22"),
    ("du 23 au 26 mars", "2017-03-23", "2017-03-26"),
    ("24-26 mars", "2017-03-24", "2017-03-26"), ("entre juin et octobre 2016", "2016-06-01", "2016-10-31"),
    ("entre novembre 2016 et le 9 mars 2017", "2016-11-01", "2017-03-09"),
    ("de novembre à février", "2016-11-01", "2017-02-28"),
    ("du lundi 15 au mercredi 17 mai", "2017-05-15", "2017-05-17"),
    ("de lundi à mercredi", "2017-05-22", "2017-05-24"),
    ("en 2016", "2016-01-01", "2016-12-31"), ("2014-2016", "2014-01-01", "2016-12-31"),
    ("de 2014 à 2016", "2014-01-01", "2016-12-31"),
    ("l'été 2016", "2016-06-21", "2016-09-22"), ("l'hiver 2016-2017", "2016-12-21", "2017-03-19"),
    ("l'été dernier", "2016-06-21", "2016-09-22"),
    ("les années 1990", "1990-01-01", "1999-12-31"), ("au deuxième trimestre 2016", "2016-04-01", "2016-06-30"),
    ("la première quinzaine de mai", "2017-05-01", "2017-05-15"),
    ("la dernière semaine d'avril", "2017-04-24", "2017-04-30"),
    ("à la fin du mois dernier", "2017-04-21", "2017-04-30"), ("au début de l'année", "2017-01-01", "2017-02-28"),
    ("le week-end du 13 mai", "2017-05-13", "2017-05-14"), ("il y a quelques jours", "2017-05-19", "2017-05-25"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day"), ONE_DAY)
def test_one_day(text: str, day: str) -> None:
    time = read(f"Deux soldats sont morts {text}")[-1] if text[0].islower() else read(text)[-1]
    assert (time.date_from, time.date_to, time.kind) == (day, day, "point")


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_a_stretch_of_days(text: str, first: str, last: str) -> None:
    time = read(f"Deux soldats sont morts {text}.")[-1]
    assert (time.date_from, time.date_to, time.kind) == (first, last, "interval")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("depuis le 19 février", "2017-02-19"), ("depuis 2014", "2014-01-01"), ("depuis août 2014", "2014-08-01"),
        ("depuis hier", "2017-05-25"),
        ("depuis lundi", "2017-05-22"), ("depuis trois jours", "2017-05-23"),
        ("depuis plus de neuf mois", "2016-08-26"),
        ("depuis la mi-février", "2017-02-15"), ("depuis fin avril", "2017-04-30"),
        ("à partir du 3 mai", "2017-05-03"),
        ("depuis le début de l'année", "2017-01-01"), ("depuis la semaine dernière", "2017-05-15"),
        ("depuis le début de l'offensive, le 17 octobre", "2016-10-17"),
        ("depuis le lancement, fin avril, de l'assaut", "2017-04-30"),
        ("depuis le début du conflit en mars 2015", "2015-03-01"), ("depuis plusieurs semaines", None),
    ],
)  # fmt: skip
def test_since_reaches_to_publication(text: str, first: str | None) -> None:
    (time,) = read(f"Ils fuient {text}")
    assert (time.date_from, time.date_to, time.kind) == (first, "2017-05-26", "since")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("jusqu'ici", "2017-05-26"), ("jusqu'à présent", "2017-05-26"), ("à ce jour", "2017-05-26"),
        ("jusqu'au 12 mars", "2017-03-12"),
        ("au 3 novembre", "2016-11-03"), ("au 31 décembre 2016", "2016-12-31"), ("d'ici fin juin", "2017-06-30"),
    ],
)  # fmt: skip
def test_until_has_no_beginning(text: str, last: str) -> None:
    (time,) = read(f"le bilan s'élève {text}")
    assert (time.date_from, time.date_to, time.kind) == (None, last, "until")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("en deux semaines", "2017-05-12"), ("en 24 heures", "2017-05-25"), ("en moins de 48 heures", "2017-05-24"),
        ("en l'espace de trois jours", "2017-05-23"), ("en une semaine d'opération", "2017-05-19"),
    ],
)  # fmt: skip
def test_a_length_reaches_to_publication(text: str, first: str) -> None:
    (time,) = read(text)
    assert (time.date_from, time.date_to, time.kind) == (first, "2017-05-26", "duration")


def test_a_day_that_something_goes_back_to_closes_no_count() -> None:
    (time,) = read("Le raid le plus meurtrier remonte au 17 mars.")
    assert (time.date_from, time.date_to, time.kind) == ("2017-03-17", "2017-03-17", "point")


def test_a_length_takes_the_days_that_the_article_names_for_it() -> None:
    text = "Des centaines de tués en cinq semaines\nIls sont morts entre le 17 février et le 22 mars, dit l'ONG."
    length, named = article(text, "2017-03-28")
    assert (length.date_from, length.date_to) == (named.date_from, named.date_to) == ("2017-02-17", "2017-03-22")


COUNTED_BACK = [
    ("Quatre jours après l'attentat, le bilan est de 31 morts.", "2017-05-22", "2017-05-22", "point"),
    ("Six mois après le début de la guerre, 300 civils ont péri.", "2016-11-26", "2017-05-26", "since"),
    ("Deux semaines après que l'armée a lancé son offensive, 90 morts.", "2017-05-12", "2017-05-26", "since"),
    ("Voilà dix jours que la ville est pilonnée.", "2017-05-16", "2017-05-26", "since"),
    ("Deux ans que le pays brûle.", "2015-05-26", "2017-05-26", "since"),
    ("Sept années de guerre ont fait 3 000 morts.", "2010-05-26", "2017-05-26", "duration"),
    ("Deux mois qui ont coûté la vie à 90 personnes.", "2017-03-26", "2017-05-26", "duration"),
]


@pytest.mark.parametrize(("text", "first", "last", "kind"), COUNTED_BACK)
def test_lengths_told_of_what_goes_on_end_with_publication(text: str, first: str, last: str, kind: str) -> None:
    (time,) = read(text)
    assert (time.date_from, time.date_to, time.kind) == (first, last, kind)


def test_an_attack_with_a_day_of_its_own_is_not_counted_back() -> None:
    assert days("Quatre jours après l'attentat du 3 mai, le bilan est de 31 morts.") == ("2017-05-03", "2017-05-03")
    assert read("Pendant les deux ans que dura le siège, rien ne passa.") == []
    lengths = read("En 2015, trois mois de siège ont fait 400 morts.")
    assert [t.span.text for t in lengths] == ["En 2015"]


def test_a_length_begins_with_the_stretch_told_that_is_as_long() -> None:
    since, length = article("Depuis 2011, le groupe sévit.\nEn six ans, il a fait 3 000 morts.", "2017-05-26")
    assert length.date_from == since.date_from == "2011-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "un enfant de 8 ans", "dix ans de prison", "après trois ans de guerre", "des combats de deux heures",
        "pendant trois heures",
        "il a été tué", "la rue du 8 Mai mène au port", "sept soldats",
        "les 12 corps", "le 20e régiment",
        "un match gagné 2 à 1", "un fusil de 12",
    ],
)  # fmt: skip
def test_what_lies_on_no_day_is_no_time(text: str) -> None:
    assert [t for t in read(text) if "Mai" not in t.span.text] == []


@pytest.mark.parametrize(
    "text",
    [
        "le 31 février",
        "le 30/02/2017",
        "le 12 mars 9999",
        "le 99/99/2017",
        "le ramadan",
        "l'Aïd",
        "à la veille du ramadan",
    ],
)
def test_an_impossible_or_foreign_date_is_kept_without_days(text: str) -> None:
    (time,) = read(f"Une trêve {text}")
    assert (time.date_from, time.date_to, time.precision) == (None, None, "unknown")


@pytest.mark.parametrize("text", ["chaque jour", "tous les lundis", "dix morts par semaine", "chaque vendredi"])
def test_what_recurs_has_no_days(text: str) -> None:
    (time,) = read(text)
    assert (time.date_from, time.date_to, time.kind) == (None, None, "recurring")


def test_some_times_count_from_the_last_day_named() -> None:
    text = "Mardi, la ville est tombée. La veille, douze civils étaient morts. Le lendemain, les tirs ont cessé."
    assert [t.date_from for t in article(text, "2017-05-26")] == ["2017-05-23", "2017-05-22", "2017-05-23"]
    assert days("Le 3 mars, le camp a brûlé ; le même jour, deux enfants sont morts") == ("2017-03-03", "2017-03-03")
    assert days("Le 3 mars, le camp a brûlé ; trois jours plus tôt, tout était calme") == ("2017-02-28", "2017-02-28")
    assert days("Le 3 mars, le camp a brûlé ; deux semaines plus tard, il rouvrait") == ("2017-03-17", "2017-03-17")
    assert days("Le 3 mars, le camp a brûlé ; trois mois plus tard, il rouvrait") == ("2017-06-01", "2017-06-30")
    later = "Le 3 mars 2014, le camp a brûlé. Trois mois plus tard, un autre brûlait. Six jours plus tard, la trêve cessait."
    assert [t.date_from for t in article(later, "2017-05-26")] == ["2014-03-03", "2014-06-01", None]
    assert days("Le 3 mars, la trêve a pris fin et, depuis cette date, on compte les morts") == (
        "2017-03-03",
        "2017-05-26",
    )


def test_la_veille_is_before_publication_where_no_day_is_named() -> None:
    assert days("La veille, deux civils avaient péri") == ("2017-05-25", "2017-05-25")


def test_the_start_of_what_is_told_is_taken_from_elsewhere_in_the_article() -> None:
    text = "Plus de 90 morts depuis le début de l'opération.\nL'opération a commencé le 17 octobre dernier."
    since = article(text, "2016-11-02")[0]
    assert (since.date_from, since.date_to, since.kind) == ("2016-10-17", "2016-11-02", "since")


def test_a_weekday_pins_the_year() -> None:
    # 28 May was a Sunday in 2017, and not in 2018, 2019 or 2020
    assert days("ce dimanche 28 mai", dt.date(2019, 2, 1)) == ("2017-05-28", "2017-05-28")
    assert days("ce mardi 28 mai", dt.date(2019, 2, 1)) == ("2019-05-28", "2019-05-28")


def test_an_undated_article_takes_its_year_from_weekdays_and_the_years_it_names() -> None:
    text = "Dimanche 28 mai, le marché a brûlé.\nJeudi 25 mai, elle niait. En 2016, elle avait promis de cesser."
    assert [t.date_from for t in article(text, None)] == ["2017-05-28", "2017-05-25", "2016-01-01"]


def test_an_undated_article_takes_its_year_from_its_first_full_date() -> None:
    found = article("Le 12 janvier 2016, le pont a sauté.\nLe 14 janvier, un second pont a sauté.", None)
    assert [t.date_from for t in found] == ["2016-01-12", "2016-01-14"]


def test_without_publication_what_counts_from_it_is_unknown() -> None:
    assert days("hier", None) == (None, None)
    assert days("lundi", None) == (None, None)
    assert days("la semaine dernière", None) == (None, None)
    assert days("il y a trois jours", None) == (None, None)
    assert days("le 12 mars 2011", None) == ("2011-03-12", "2011-03-12")


def test_precision() -> None:
    asked = {
        "hier": "day", "ces derniers jours": "days", "la semaine dernière": "week", "en mars": "month",
        "l'été 2016": "season", "en 2016": "year",
        "début mars": "days", "il y a deux ans": "year",
    }  # fmt: skip
    assert {text: read(text)[0].precision for text in asked} == asked


def test_offsets_hold() -> None:
    text = "Au marché, jeudi soir, 12 civils ont été tués ; 40 l’ont été du 3 au 5 mai."
    assert [text[t.span.start : t.span.end] for t in read(text)] == ["jeudi soir", "du 3 au 5 mai"]
    assert [t.span.text for t in read(text)] == ["jeudi soir", "du 3 au 5 mai"]


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_every_full_date_is_read(day: dt.date, today: dt.date) -> None:
    months = [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ]
    number = "1er" if day.day == 1 else str(day.day)
    for text in (
        f"le {number} {months[day.month - 1]} {day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
    ):
        assert days(text, today) == (day.isoformat(), day.isoformat())


@given(st.dates(dt.date(1990, 1, 1), dt.date(2050, 12, 31)), st.integers(0, 6))
@settings(max_examples=150, deadline=None)
def test_a_weekday_is_the_last_one(today: dt.date, weekday: int) -> None:
    names = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
    first, last = days(f"Ils sont morts {names[weekday]}", today)
    assert first == last is not None
    day = dt.date.fromisoformat(first)
    assert day.weekday() == weekday
    assert 0 <= (today - day).days < 7


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Au premier trimestre, neuf civils sont morts.", "2017-01-01", "2017-03-31"),
        ("Au deuxième semestre, neuf civils sont morts.", "2016-07-01", "2016-12-31"),
        ("Au cours du week-end, neuf civils sont morts.", "2017-05-20", "2017-05-21"),
        ("Les heurts de mardi et mercredi ont fait neuf morts.", "2017-05-23", "2017-05-24"),
        ("En 2015, neuf civils sont morts, contre douze l'année précédente.", "2014-01-01", "2014-12-31"),
        ("Le conflit a éclaté le 3 mai, et a fait neuf morts depuis son début.", "2017-05-03", "2017-05-26"),
    ],
)
def test_stretches_without_a_year(text: str, first: str, last: str) -> None:
    assert days(text) == (first, last)


def test_no_time_of_units_is_made_of_hours_or_of_many() -> None:
    assert read("À cette heure, neuf civils sont morts.") == []
    assert read("Au cours des semaines, neuf civils sont morts.") == []


def test_an_undated_article_ends_with_the_length_of_its_operation() -> None:
    text = (
        "L'opération a débuté le 3 mai 2017. Depuis le début, neuf morts. En dix jours d'opération, six villages pris."
    )
    assert [(t.date_from, t.date_to) for t in article(text, None)][1:] == [("2017-05-03", "2017-05-13")] * 2


def test_a_weekday_of_an_undated_article_is_the_one_told_with_its_date() -> None:
    found = article("L'attaque date de mardi 23 mai 2017. Mardi, neuf soldats sont morts. Jeudi, rien.", None)
    assert [t.date_from for t in found] == ["2017-05-23", "2017-05-23", None]


def test_the_eve_of_a_day_that_nothing_dates_is_unknown() -> None:
    found = article("Une rue, le 3 mai 2006. Neuf morts mercredi, six la veille.", None)
    assert [t.date_from for t in found] == ["2006-05-03", None, None]


def test_the_day_after_an_attack_is_no_first_of_a_month() -> None:
    assert all(t.date_from != "2017-05-02" for t in read("Au lendemain d'un attentat, la ville pleure."))


_WORDS = st.sampled_from(
    [
        "le",
        "la",
        "du",
        "au",
        "de",
        "des",
        "à",
        "et",
        "en",
        "entre",
        "depuis",
        "jusqu'",
        "jusqu'à",
        "dès",
        "il",
        "y",
        "a",
        "ce",
        "cette",
        "dans",
        "nuit",
        "3",
        "12",
        "31",
        "1er",
        "2016",
        "9999",
        "mars",
        "mai",
        "sept",
        "février",
        "lundi",
        "samedi",
        "dernier",
        "dernière",
        "prochain",
        "jours",
        "semaine",
        "mois",
        "an",
        "années",
        "deux",
        "trente",
        "quelques",
        "plus",
        "tôt",
        "tard",
        "après",
        "avant",
        "début",
        "fin",
        "mi-mars",
        "veille",
        "lendemain",
        "hier",
        "été",
        "hiver",
        "-",
        ",",
        "(",
        ")",
        ".",
        "17/03/2017",
        "31/02",
        "premier",
        "deuxième",
        "quinzaine",
        "trimestre",
        "chaque",
        "tous",
        "ramadan",
        "Noël",
        "même",
    ]
)


@given(st.lists(_WORDS, max_size=14), st.one_of(st.none(), st.dates()))
@settings(max_examples=400, deadline=None)
def test_any_jumble_of_time_words_is_read(words: list[str], today: dt.date | None) -> None:
    text = " ".join(words)
    for time in read(text, today):
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.date_from is None or time.date_to is None or time.date_from <= time.date_to


def test_every_rule_of_the_pack_is_known() -> None:
    assert {form.rule for form in time_words(pack("fr")).forms} <= RULES.keys() | set(STAMPS)


def test_the_end_of_a_month_up_to_which_is_counted() -> None:
    (time,) = article("La Croix-Rouge comptait 800 disparus à fin avril 2017.", "2017-05-26")
    assert (time.date_from, time.date_to, time.kind) == (None, "2017-04-30", "until")
    (time,) = article("Un raid a eu lieu à la fin avril 2017.", "2017-05-26")
    assert (time.date_from, time.date_to, time.kind) == ("2017-04-21", "2017-04-30", "interval")


def test_a_length_of_fighting_begins_on_the_day_that_the_article_tells() -> None:
    text = "On compte 700 tués en deux mois de combats. L'offensive a commencé le 20 mars 2017."
    assert [t.date_from for t in article(text, "2017-05-26")] == ["2017-03-20", "2017-03-20"]
