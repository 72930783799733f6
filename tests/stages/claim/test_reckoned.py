"""Reckoned days: « deux jours après le raid » and « le même jour » beside the day of a statement."""

import pytest

from recoupe import pipeline
from recoupe.model.reading import Reading


def days(text: str) -> list[str | None]:
    page = f"BAMAKO, 16 mars 2023 (AFP) - {text}"
    reading = pipeline.read("page.txt", page.encode())
    assert isinstance(reading, Reading)
    return [figure.date_from for figure in reading.figures]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Deux jours après le raid de Tessit, l'armée a livré mercredi sa version. Elle dit avoir tué neuf rebelles.",
            ["2023-03-13"],
        ),
        ("Deux jours après le raid de Tessit, qui a fait douze morts, le deuil continue.", ["2023-03-14"]),
        (
            "Un raid a tué douze civils lundi à Tessit, a dit mardi le maire. La veille, un tir a tué neuf civils à Ber.",
            ["2023-03-13", "2023-03-12"],
        ),
        (
            "Un raid a tué douze civils lundi à Tessit. Le même jour, un tir a tué neuf civils à Ber.",
            ["2023-03-13", "2023-03-13"],
        ),
    ],
)
def test_days_are_counted_from_the_right_day(text: str, expected: list[str]) -> None:
    assert days(text) == expected
