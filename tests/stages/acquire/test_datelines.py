"""Datelines in front of the first paragraph."""

import pytest

from recoupe import pipeline
from recoupe.model.reading import Reading


@pytest.mark.parametrize(
    ("dateline", "published", "sources"),
    [
        ("Port-au-Prince, 7 janvier 2025 –", "2025-01-07", []),
        ("Sana'a, le 7 janvier 2025 –", "2025-01-07", []),
        ("PORT-AU-PRINCE, 7 janvier 2025 (AFP) –", "2025-01-07", ["AFP"]),
        ("Moscou, 23 mars 2024 (Le Monde avec AFP et Reuters) –", "2024-03-23", ["Le Monde", "AFP", "Reuters"]),
        ("Kiev, 3 mars 2024 (source proche) –", None, []),
        ("P-au-P, mardi 7 janvier 2025 [Le Relais] ---", "2025-01-07", ["Le Relais"]),
        ("AFP -", None, ["AFP"]),
    ],
)
def test_a_dateline_dates_the_page(dateline: str, published: str | None, sources: list[str]) -> None:
    text = f"Un titre\n\n{dateline} Douze personnes ont été tuées lundi, a annoncé la police.\n"
    reading = pipeline.read("page.txt", text.encode())
    assert isinstance(reading, Reading)
    assert reading.document.published == published
    assert [credit.name for credit in reading.document.credits] == sources
