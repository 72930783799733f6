"""Words are found in every script, however they are written, and what a person types is never taken for a query's own language."""

from pathlib import Path

import pytest
from sqlalchemy import text

from recoupe.model.digest import Digest
from recoupe.model.incident import Incident, Membership
from recoupe.store.database import open_engine
from recoupe.store.digests import Asked
from recoupe.store.ledger import Ledger
from recoupe.store.view import View
from recoupe.store.words import Term, add_all, folded, terms
from tests.factories import ARTICLE, HODEIDA, make_reading

ARABIC = "قالت وزارةُ الصحّة إنّ ١٢ مدنيًّا قُتلوا في الحديدة، وأُصيب آخرون في المســتشفى"
RUSSIAN = "В ходе удара по Ходейде погибли двенадцать мирных жителей; самолёт улетел, мой дом разрушен"


@pytest.mark.parametrize(
    ("written", "looked_for"),
    [
        ("L’Hôpital Al-Thawra", "l hopital al thawra"),
        ("Œuvre, cœur, Łódź, straße", "oeuvre coeur lodz strasse"),
        ("e\u0301te\u0301", "ete"),
        ("إسرائيل أمّة آخر ٱلله", "اسراييل امه اخر له"),
        ("مستشفى مــدرسة", "مستشفي مدرسه"),
        ("٤٢ ۴۲", "42 42"),
        ("Самолёт МОЙ", "самолет мой"),
        ("a\ud800b", "a b"),
        ('" * ^ ( ) : - + NEAR', "near"),
    ],
)
def test_folded(written: str, looked_for: str) -> None:
    assert folded(written) == looked_for


def test_terms() -> None:
    assert terms('tués «civils tués» "l’hôpital" à') == [
        Term("civils tues", False),
        Term("l hopital", False),
        Term("tues", True),
        Term("a", False),
    ]
    assert terms('""" * NEAR(x') == [Term("near x", False)]
    assert terms(" !! ") == []
    assert len(terms("mot " * 100)) == 12


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three incidents at Hodeida, each of one document."""
    path = tmp_path_factory.mktemp("words") / "ledger"
    texts = {"french": ARTICLE, "arabic": ARABIC, "russian": RUSSIAN}
    with Ledger.open(path) as ledger:
        for name, words in texts.items():
            reading = make_reading(words, f"{name}.txt", title=None)
            ledger.append(reading)
            member = Membership(f"account-{name}", reading.document.id, ("fig",), ())
            days = ("2018-05-03", "2018-05-03")
            incident = Incident(f"incident-{name}", "incident", "harm", HODEIDA, None, *days, ("Houthis",), (member,))
            with ledger.grouping() as groups:
                groups.replace([], [incident])
            ledger.digest(line(incident.id))
    return path


def line(incident: str) -> Digest:
    called = ("Hodeïda, 3 mai 2018", "Al Hudaydah, 3 May 2018")
    rest = (1, 1, 0, 12, 12, "unspecified", 1, 1, 0, None, ("killed",), ("Houthis",), ("fr",), 1.0)
    return Digest(incident, *called, *rest)  # type: ignore[arg-type]


def found(path: Path, words: str) -> list[str]:
    with View.open(path) as view:
        found = view.answers(Asked(words=words, order="date"))
    return sorted(each.incident.removeprefix("incident-") for each in found)


ALL = ["arabic", "french", "russian"]


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("hopital", ["french"]),
        ("HÔPI", ["french"]),
        ('"hopi"', []),
        ("«frappe à Hodeïda»", ["french"]),
        ('"frappe Hodeïda"', []),
        ("Khaled Souhail civils", ["french"]),
        ("الصحة", ["arabic"]),
        ("وزاره", ["arabic"]),
        ("أصيب المستشفي", ["arabic"]),
        ("بالحديدة", ["arabic"]),
        ("وللحديدة", ["arabic"]),
        ('"بالمستشفى"', ["arabic"]),
        ("البحديدة", []),
        ("وأصيب المستشفي", ["arabic"]),
        ("12 مدنيا", ["arabic"]),
        ("самолет", ["russian"]),
        ("жител", ["russian"]),
        ("hudaydah 2018", ALL),
        ("houthi", ALL),
        ("tués жителей", []),
        ("annonc*", ["french"]),
    ],
)
def test_incidents_are_found_by_words(ledger: Path, words: str, where: list[str]) -> None:
    assert found(ledger, words) == where


@pytest.mark.parametrize(
    "words",
    [
        '" OR rowid > 0 --',
        "text : civils",
        "NEAR(civils, 5)",
        "civils OR жителей",
        "%",
        "'; DROP TABLE words; --",
        "\0",
        '"',
        "{a b}:c",
    ],
)
def test_nothing_typed_is_taken_for_a_command(ledger: Path, words: str) -> None:
    assert found(ledger, words) == []


def test_the_newest_reading_counts(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l") as ledger:
        old, new = (
            make_reading(path="a.txt", version=version, author=author)
            for version, author in (("1", "Ancien"), ("2", "Nouveau"))
        )
        member = Membership("account-a", old.document.id, ("fig",), ())
        incident = Incident("incident-a", "incident", "harm", HODEIDA, None, None, None, (), (member,))
        for reading, author in ((old, "ancien"), (new, "nouveau")):
            ledger.append(reading)
            with ledger.grouping() as groups:
                groups.replace(["incident-a"], [incident])
            ledger.digest(line(incident.id))
            assert found(tmp_path / "l", author) == ["a"]
    assert found(tmp_path / "l", "ancien") == []


def test_an_older_ledger_is_indexed_with_the_same_words(ledger: Path) -> None:
    """What is worked out from the rows of an older ledger finds what is kept when a reading is added."""
    engine = open_engine(ledger, write=True)
    asked = text("SELECT rowid FROM words WHERE words MATCH :q ORDER BY rowid")
    words = ("hopital", "khaled", "hodeida", "houthis", "يمن", "самолет")
    with engine.connect() as connection, connection.begin() as transaction:
        before = {q: connection.execute(asked, {"q": q}).scalars().all() for q in words}
        connection.execute(text("INSERT INTO words (words) VALUES ('delete-all')"))
        add_all(connection)
        assert {q: connection.execute(asked, {"q": q}).scalars().all() for q in words} == before
        transaction.rollback()
    engine.dispose()
