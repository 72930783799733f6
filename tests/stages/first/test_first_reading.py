"""A first reading as a whole: what its bounds are."""

from recoupe import pipeline
from recoupe.model.reading import Reading


def _read(soldiers: int) -> Reading:
    listed = ", ".join(f"{n} солдат" for n in range(2, soldiers + 2))
    text = f"Погибли {listed} при обстреле города. Ранены 7 мирных жителей."
    reading = pipeline.read("one.txt", text.encode(), published="2023-05-12")
    assert isinstance(reading, Reading)
    return reading


def test_a_sentence_without_end_is_an_issue_and_the_next_is_read() -> None:
    reading = _read(1500)
    assert [(figure.value, figure.effect) for figure in reading.figures] == [(7, "wounded")]
    assert [issue.reason for issue in reading.issues if "too long" in issue.reason]


def test_a_long_list_is_read() -> None:
    assert len(_read(100).figures) == 101
