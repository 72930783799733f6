"""What the reader makes of texts, in the JSON form that gold is in, by the public pipeline in this process."""

import json
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.match import Record
from recoupe.export.reading_json import reading_to_json
from recoupe.model.reading import Reading
from recoupe.pipeline import read


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was read of some documents, by stem; and what could not be read, with the reason."""

    records: dict[str, Record]
    texts: dict[str, str]
    """What the offsets of the records are into."""
    failures: dict[str, str]
    """A document on which the reader broke scores as unread; the run says so and ends with an error."""

    def write(self, folder: Path) -> None:
        """One `<stem>.json` a document, so that any other scorer can be run on them."""
        folder.mkdir(parents=True, exist_ok=True)
        for stem, record in self.records.items():
            folder.joinpath(f"{stem}.json").write_text(json.dumps(record, ensure_ascii=False, indent=1), "utf-8")


def read_one(path: str, data: bytes) -> Reading | str:
    """The Reading of one item, or why there is none. What breaks the reader costs one item, not the scorecard."""
    try:
        reading = read(path, data)
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {error} ({Path(last.filename).name}, line {last.lineno})"
    return reading if isinstance(reading, Reading) else "; ".join(issue.reason for issue in reading)


def predict(files: Iterable[Path]) -> Prediction:
    """What the reader makes of each file."""
    records: dict[str, Record] = {}
    texts: dict[str, str] = {}
    failures: dict[str, str] = {}
    for file in files:
        reading = read_one(file.name, file.read_bytes())
        if isinstance(reading, Reading):
            records[file.stem] = reading_to_json(reading)
            texts[file.stem] = reading.document.text
        else:
            failures[file.stem] = reading
    return Prediction(records, texts, failures)
