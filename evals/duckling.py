"""Duckling's corpora: phrases with their values, read from the Haskell that holds them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# « examples (NumeralValue 33)   [ "33"  , "trente trois" ] », over several lines.
_EXAMPLES = re.compile(
    r"examples\s*\((?P<value>.*?)\)\s*\[(?P<phrases>(?:\s*,?\s*\"(?:[^\"\\]|\\.)*\")+)\s*\]", re.DOTALL
)
_PHRASE = re.compile(r"\"((?:[^\"\\]|\\.)*)\"")
_NEGATIVE = re.compile(r"^negativeCorpus\b.*?(?=^\w+ ::|\Z)", re.DOTALL | re.MULTILINE)
_ESCAPE = re.compile(r"\\(\d+|.)")
_NUMBER = re.compile(r"(?:NumeralValue|OrdinalData)\s*\(?(-?[\d.]+)")
_MOMENT = re.compile(r"\((\d{4}), (\d+), (\d+), \d+, \d+, \d+\)")


@dataclass(frozen=True, slots=True)
class Example:
    """One phrase and the Haskell expression of its value."""

    phrase: str
    value: str

    @property
    def number(self) -> float | None:
        """The number that is meant, for numerals and ordinals."""
        match = _NUMBER.match(self.value)
        return float(match[1]) if match else None

    @property
    def moments(self) -> tuple[tuple[int, int, int], ...]:
        """Year, month and day of the moment, or of both ends of an interval, the second one exclusive."""
        return tuple((int(year), int(month) or 1, int(day) or 1) for year, month, day in _MOMENT.findall(self.value))

    @property
    def grain(self) -> str:
        """The last word: Day, Week, Month, Year, Hour …"""
        return self.value.split()[-1]


def examples(file: Path) -> Iterator[Example]:
    """The phrases of a corpus in its order; those that must not be read are left out."""
    source = _NEGATIVE.sub("", file.read_text("utf-8"))
    for block in _EXAMPLES.finditer(source):
        value = " ".join(block["value"].split())
        for phrase in _PHRASE.findall(block["phrases"]):
            yield Example(_ESCAPE.sub(_character, phrase), value)


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1])) if match[1].isdigit() else match[1]
