"""Bytes to characters, in the charsets that news of four languages comes in."""

import pytest

from recoupe.stages.acquire.charset import decode

FRENCH = "Le général a déclaré que l'opération s'était achevée à l'aube – « sans pertes » – près d'Œuf-en-Ternois."
RUSSIAN = "Официальный представитель сообщил о гибели двенадцати человек при обстреле посёлка."
ARABIC = "قال ناشطون إن أكثر من عشرين مدنيا قتلوا في غارات جوية على القرية صباح اليوم."


@pytest.mark.parametrize(
    ("text", "charset", "named"),
    [
        (FRENCH, "utf-8", "utf-8"),
        (FRENCH, "utf-8-sig", "utf-8"),
        (FRENCH, "cp1252", "windows-1252"),
        (FRENCH, "utf-16", "utf-16-le"),
        (FRENCH, "utf-16-be", "utf-16-be"),
        (FRENCH, "utf-32", "utf-32-le"),
        (RUSSIAN, "cp1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (RUSSIAN, "utf-16-le", "utf-16-le"),
        (ARABIC, "cp1256", "windows-1256"),
        (ARABIC, "utf-8", "utf-8"),
    ],
)
def test_the_charset_is_found(text: str, charset: str, named: str) -> None:
    decoded = decode(text.encode(charset), page=False)
    assert decoded is not None
    assert (decoded.text, decoded.charset, decoded.damaged) == (text, named, 0)


def test_latin_1_without_typographic_marks() -> None:
    text = "Neuf blessés ont été soignés à l'hôpital, a précisé le médecin."
    decoded = decode(text.encode("latin-1"), page=False)
    assert decoded is not None
    assert (decoded.text, decoded.charset) == (text, "windows-1252")


def test_a_page_is_believed_when_it_declares_its_charset() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>Мэр'
    decoded = decode(page.encode("koi8-r"), page=True)
    assert decoded is not None
    assert decoded.text == page


def test_a_page_that_declares_another_charset_than_utf_8_and_is_utf_8() -> None:
    page = "<meta charset='iso-8859-1'><p>à Gao"
    decoded = decode(page.encode(), page=True)
    assert decoded is not None
    assert decoded.text == page


@pytest.mark.parametrize("declared", ["nonsense", "base64", "rot13", "utf-16", ""])
def test_a_declaration_that_cannot_be_is_passed_over(declared: str) -> None:
    page = f"<meta charset='{declared}'><p>Trois tués à Gao, où l'armée a été attaquée."
    decoded = decode(page.encode("cp1252"), page=True)
    assert decoded is not None
    assert decoded.text == page


def test_utf_8_with_a_few_bytes_lost_is_still_utf_8() -> None:
    data = FRENCH.encode()
    for broken in (data[:-1] + b"\xc3", data[:40] + b"\xff" + data[40:]):
        decoded = decode(broken, page=False)
        assert decoded is not None
        assert (decoded.charset, decoded.damaged) == ("utf-8", 1)


def test_mistaken_characters_are_not_repaired() -> None:
    decoded = decode("libÃ©rÃ©".encode(), page=False)
    assert decoded is not None
    assert decoded.text == "libÃ©rÃ©"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 plain enough to look like text",
        b"{\\rtf1 Trois morts}",
        b"PK\x03\x04abc",
        bytes(range(256)) * 4,
        b"\0" * 50,
    ],
)
def test_what_is_not_text(data: bytes) -> None:
    assert decode(data, page=False) is None
