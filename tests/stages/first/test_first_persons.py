"""Everybody whom a text names: what is published hides those who hold no office."""

from recoupe import gazetteers
from recoupe.export.masks import PersonsNamed
from recoupe.languages.offices import offices
from recoupe.model.document import Block
from recoupe.stages.first import first_reading, persons_named
from tests.factories import make_document
from tests.stages.first.first_lines import words_of

TEXT = (
    "Жительница дома Тамара Гнатенко рассказала, что погибла её соседка Анна Лукьяненко. "
    "Министр обороны Пётр Сидорчук сообщил о 12 погибших в Мосуле."
)


def test_those_who_hold_no_office_are_private() -> None:
    document = make_document(TEXT, language="ru", blocks=(Block(0, len(TEXT), "paragraph"),))
    named = persons_named(document, words_of("ru"), gazetteers.load())
    said, *_ = first_reading(document, words_of("ru"), gazetteers.load())
    assert [mention.span.text for mention in named] == ["Тамара Гнатенко", "Анна Лукьяненко", "Пётр Сидорчук"]
    persons = PersonsNamed()
    persons.take(named, said, offices("ru"))
    private = persons.private()
    assert {"Тамара Гнатенко", "Анна Лукьяненко", "Гнатенко", "Лукьяненко"} <= private
    assert not private & {"Пётр Сидорчук", "Сидорчук"}
