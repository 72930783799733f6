"""Nothing in a text can command the terminal."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.cli.terminal import Output, one_line, visible

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;titre\x07", "\\x1b]0;titre\\x07"),
        ("rouge \x1b[31m", "rouge \\x1b[31m"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("caf\udce9", "caf\\udce9"),
        ("fin\r\nsuite\rretour", "fin\nsuite\\x0dretour"),
        ("إدلب\u200f – نعم", "إدلب\u200f – نعم"),
        ("tag\U000e0041", "tag\\U000e0041"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_no_control_gets_through(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in shown.replace("\n", "").replace("\t", ""))
    assert not any(unicodedata.bidirectional(c) in BIDI for c in shown)


@given(st.text())
def test_a_cell_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1
    assert "\t" not in one_line(text)


def test_plain_when_nobody_looks(capsys: pytest.CaptureFixture[str]) -> None:
    output = Output(for_people=False)
    output.line(("gras", "bold"), " \x1b[2J")
    output.table(["a", "b"], [["x\ty", 1], [None, "z\nz"]])
    assert capsys.readouterr().out == "gras \\x1b[2J\na\tb\nx y\t1\n\tz z\n"


def test_styled_for_people(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    output = Output(for_people=True)
    output.line(("gras", "bold"), " [red]pas un style[/red] :smile: \x1b[2J")
    output.table(["mot"], [["\x1b[2J"]])
    shown = capsys.readouterr().out
    assert "\x1b[1mgras" in shown
    assert "[red]pas un style[/red] :smile: \\x1b[2J" in shown
    assert "\x1b[2J" not in shown
