"""The words of texts and names, as they are looked for: in any case, with or without accents and Arabic vowel signs."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, TextualSelect, and_, func, text

from recoupe.model.reading import Reading
from recoupe.store import schema

_MOST_TERMS = 12
"""Words and phrases of one search; more are passed over."""
_SHORTEST_BEGINNING = 3
"""Letters that a word has at least to be taken for the beginning of others."""
_ALIKE = {
    "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i",
    "й": "й", "Й": "й",  # a letter of its own, no и with a sign
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ۀ": "ه", "ە": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه", "ـ": "",
}  # fmt: skip
_WRITTEN_ON = re.compile(r"(?:و?(?:ال|لل)|و?[بكف]ال)(?=..)|و(?=...)")
_QUOTED = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”')


class _Table(dict[int, str]):
    """Character table that fills itself."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        self[code] = found = _ALIKE.get(char) or "".join(map(_letter, unicodedata.normalize("NFKD", char).casefold()))
        return found


def _letter(char: str) -> str:
    if char in _ALIKE:
        return _ALIKE[char]
    if unicodedata.category(char) == "Mn":
        return ""
    if char.isdecimal():
        return str(unicodedata.decimal(char))
    return char if char.isalnum() else " "


_TABLE = _Table()


def folded(words: str) -> str:
    """The words of a text as they are looked for, one space between two.

    Without case, accents, the vowel signs and the tatweel of Arabic, whose alefs, yas and ta marbutas have one form each,
    and whose words stand without « and » and the article, with what is written onto it (the prefixes of Larkey,
    Ballesteros and Connell's light stemming, 2002); digits of any script as 0 to 9.
    """
    return " ".join(map(_bare, unicodedata.normalize("NFC", words).translate(_TABLE).split()))


def _bare(word: str) -> str:
    if not "\u0620" <= word[0] <= "\u064a":
        return word
    found = _WRITTEN_ON.match(word)
    return word[found.end() :] if found else word


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that is looked for."""

    words: str
    """Folded; several stand one after the other in the text."""
    begins: bool
    """Whether the last one may be the beginning of a word."""

    def is_in(self, search: ColumnElement[str]) -> ColumnElement[bool]:
        """True where folded words, each between spaces, hold it."""
        return func.instr(search, f" {self.words}" if self.begins else f" {self.words} ") > 0


def terms(asked: str) -> list[Term]:
    """What a person looks for: words, of which the beginning is enough, and « quoted » ones, just as they are."""
    found = [Term(folded("".join(quoted.groups(""))), False) for quoted in _QUOTED.finditer(asked)]
    for part in map(folded, _QUOTED.sub(" ", asked).split()):
        found.append(Term(part, len(part.split(" ")[-1]) >= _SHORTEST_BEGINNING))
    return [term for term in found if term.words][:_MOST_TERMS]


def incidents_telling(asked: Iterable[Term]) -> TextualSelect:
    """The ids of the incidents of which one Document's title, text and names hold all that is looked for; some again and again."""
    # Folded words are letters and digits: between quotes nothing of FTS5's own language is left in them.
    question = " AND ".join(f'"{term.words}"{" *" if term.begins else ""}' for term in asked)
    # CROSS JOIN: SQLite then goes from the words to the readings, one by one, and never the other way round.
    told = "SELECT members.incident FROM words CROSS JOIN members ON members.reading = words.rowid WHERE words MATCH :asked"
    return text(told).bindparams(asked=question).columns(schema.members.c.incident)


def in_name(asked: Iterable[Term], search: ColumnElement[str]) -> ColumnElement[bool]:
    """True where folded words hold all that is looked for."""
    return and_(*(term.is_in(search) for term in asked))


@dataclass(frozen=True, slots=True)
class Read:
    """What of a Reading can be looked for."""

    title: str
    text: str
    names: str

    @classmethod
    def of(cls, reading: Reading) -> "Read":
        """That of a Reading."""
        document = reading.document
        return cls(document.title or "", document.text, "\n".join(dict.fromkeys(filter(None, _names(reading)))))


def add(connection: Connection, seq: int, read: Read) -> None:
    """Makes the reading with this `seq` one that is found by its words."""
    row = (seq, folded(read.title), folded(read.text), folded(read.names))
    connection.exec_driver_sql("INSERT INTO words (rowid, title, text, names) VALUES (?, ?, ?, ?)", row)


def add_all(connection: Connection) -> None:
    """Makes all readings found by their words; their names are those of who speaks and of where they were read."""
    names = (
        "SELECT e.name || char(10) || coalesce(e.name_fr, '') FROM attributions AS a JOIN entities AS e ON e.key = a.entity"
        " WHERE a.reading = :seq UNION"
        " SELECT p.name || char(10) || p.name_fr FROM figures AS f JOIN places AS p ON p.key = f.place"
        " WHERE f.reading = :seq UNION SELECT perpetrator FROM figures WHERE reading = :seq AND perpetrator IS NOT NULL"
    )
    about = (
        "SELECT coalesce(title, ''), text, coalesce(outlet, ''), coalesce(author, '') FROM readings WHERE seq = :seq"
    )
    for seq in connection.execute(text("SELECT seq FROM readings ORDER BY seq")).scalars().all():
        title, body, *who = connection.execute(text(about), {"seq": seq}).one()
        named = connection.execute(text(names), {"seq": seq}).scalars().all()
        add(connection, seq, Read(title, body, "\n".join((*who, *named))))


def _names(reading: Reading) -> Iterator[str | None]:
    yield from (reading.document.outlet, reading.document.author)
    for attribution in reading.attributions:
        if attribution.entity:
            yield from (attribution.entity.name, attribution.entity.name_fr)
    for figure in reading.figures:
        yield figure.perpetrator
        if figure.place:
            yield from (figure.place.name, figure.place.name_fr)
