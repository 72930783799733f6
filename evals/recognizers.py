"""Recognizers-Text's cases: sentences, and what is to be found in them."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing to be found."""

    text: str
    start: int
    end: int
    """Exclusive."""
    kind: str
    """« integer », « date », « daterange » …"""
    resolution: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence, its day of reference where it has one, and all that is to be found."""

    text: str
    reference: str | None
    expected: tuple[Expected, ...]


def cases(file: Path) -> Iterator[Case]:
    """The cases of one file in its order."""
    for record in json.loads(file.read_text("utf-8-sig")):
        reference = record.get("Context", {}).get("ReferenceDateTime")
        found = tuple(_expected(result) for result in record["Results"])
        yield Case(record["Input"], reference[:10] if reference else None, found)


def _expected(result: Mapping[str, Any]) -> Expected:
    resolution = result.get("Resolution") or {}
    kind = resolution.get("subtype") or str(result.get("TypeName", "")).rpartition(".")[2]
    start = result.get("Start", result.get("start", 0))
    return Expected(result["Text"], start, result.get("End", result.get("end", 0)) + 1, kind, resolution)
