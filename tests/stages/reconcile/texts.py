"""Evidence of one incident, read from short texts."""

from evals.disagreement import evidence
from recoupe import pipeline
from recoupe.model.figure import Figure
from recoupe.model.reading import Reading
from recoupe.stages.reconcile.evidence import Evidence


def told(*texts: tuple[str, str]) -> Evidence:
    """The Evidence of texts, each with its day; a headline is put above each that has none."""
    readings = []
    for number, (day, text) in enumerate(texts):
        page = text if "\n\n" in text else f"Nouvelles du {number + 1}\n\n{text}"
        reading = pipeline.read(f"{number}.txt", page.encode(), published=day)
        assert isinstance(reading, Reading)
        readings.append(reading)
    return evidence(readings, [figure for reading in readings for figure in reading.figures])


def at(evidence: Evidence, words: str) -> Figure:
    """The last Figure that lies over these words."""
    over = []
    for figure in evidence.figures:
        text = evidence.documents[figure.document].text
        start = text.find(words)
        while start >= 0:
            if figure.span.touches(start, start + len(words)):
                over.append(figure)
            start = text.find(words, start + 1)
    assert over, f"« {words} » is not read as a figure"
    return over[-1]
