"""The authored cases of a language pack (`examples*.toml`): how one is checked, read and compared."""

import tomllib
from dataclasses import dataclass
from fnmatch import fnmatch
from importlib import resources
from typing import Any

from recoupe import pipeline
from recoupe.export.reading_json import reading_to_json

_CASE = frozenset({"about", "text", "title", "published", "attributions", "figures", "claims", "known"})
_ATTRIBUTION = frozenset({"source", "name", "cue", "content", "form", "parent", "stance", "negated"})
_FIGURE = frozenset(
    [
        "text",
        "value",
        "value_high",
        "magnitude",
        "bound",
        "unit",
        "effect",
        "group",
        "scope",
        "place",
        "date_from",
        "date_to",
        "reality",
        "stated_by",
        "perpetrator",
    ]
)
_CLAIM = frozenset(
    [
        "text",
        "kind",
        "also",
        "accused",
        "victims",
        "change",
        "actor",
        "place",
        "date_from",
        "date_to",
        "measures",
        "comparison",
    ]
)
_COMPARED = {"attributions": _ATTRIBUTION, "figures": _FIGURE, "claims": _CLAIM}
_ABRIDGED = " … "


@dataclass(frozen=True)
class Example:
    """One case: a small text and what is to be read in it."""

    language: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """What the case is called in the test report."""
        return f"{self.language}: {self.data.get('about', '(no about)')}"

    @property
    def known(self) -> str | None:
        """Why it is not read right yet, or None."""
        return self.data.get("known")

    def faults(self) -> list[str]:
        """What is wrong with the case as it is written; empty when nothing is."""
        found = [f"unknown key {key!r}" for key in sorted(self.data.keys() - _CASE)]
        found += [f"{key!r} is missing" for key in ("about", "text") if not self.data.get(key)]
        if self.data.keys().isdisjoint(_COMPARED):
            found.append("neither attributions nor figures nor claims are expected: write [] for none")
        for kind, keys in _COMPARED.items():
            for number, wanted in enumerate(self.data.get(kind, ()), 1):
                found += [f"{kind} {number}: unknown key {key!r}" for key in sorted(wanted.keys() - keys)]
        text = self.data.get("text", "")
        for number, wanted in enumerate(self.data.get("attributions", ()), 1):
            for key in ("source", "cue", "content"):
                found += [
                    f"attributions {number}: the {key} {part!r} is not in the text"
                    for part in str(wanted.get(key, "")).split(_ABRIDGED)
                    if part not in text
                ]
        return found

    def differences(self) -> list[str]:
        """How the reading differs from what is expected; empty when it does not."""
        paragraphs = self.data["text"].strip().split("\n")
        reading = pipeline.read("example.txt", "\n\n".join(paragraphs).encode(), published=self.data.get("published"))
        if isinstance(reading, tuple):
            return [f"not read: {issue.reason}" for issue in reading]
        document = reading.document
        if document.language != self.language:
            return [f"taken for {document.language!r}: lengthen the text"]
        kinds = [block.kind for block in document.blocks if block.kind != "dateline"]
        first = "title" if self.data.get("title") else "paragraph"
        if kinds[:1] != [first]:
            return [f"the first line was taken for a {kinds[0]}, not a {first}"]
        read = reading_to_json(reading)
        found: list[str] = []
        for kind in _COMPARED:
            if kind in self.data:
                found += _compare(kind, self.data[kind], read[kind])
        return found


def examples(language: str) -> list[Example]:
    """The cases of one pack, file by file in the order of their names; none when it has no such file."""
    folder = resources.files("recoupe.languages").joinpath(language)
    files = sorted((f for f in folder.iterdir() if fnmatch(f.name, "examples*.toml")), key=lambda f: f.name)
    return [Example(language, data) for file in files for data in tomllib.loads(file.read_text("utf-8"))["case"]]


def _compare(kind: str, wanted: list[dict[str, Any]], read: list[dict[str, Any]]) -> list[str]:
    found = []
    if len(wanted) != len(read):
        found.append(f"{len(wanted)} {kind} expected, {len(read)} read")
    for number, (one, other) in enumerate(zip(wanted, read, strict=False), 1):
        for key, value in one.items():
            if not _same(key, value, _value(key, other, read)):
                found.append(f"{kind[:-1]} {number}: {key} {value!r} expected, {_value(key, other, read)!r} read")
    if found:
        found += [f"read: {_brief(one)}" for one in read]
    return found


def _value(key: str, one: dict[str, Any], read: list[dict[str, Any]]) -> Any:
    if key == "measures":
        return [f"{measure['kind']} {measure['status']}" for measure in one[key]]
    if key == "comparison":
        made = one[key]
        return made and (made["relation"] if made["value"] is None else f"{made['relation']} {made['value']:g}")
    if key == "parent":
        return next((n for n, other in enumerate(read, 1) if other["id"] == one["parent"]), 0)
    return one[key]


def _same(key: str, wanted: Any, value: Any) -> bool:
    if wanted == "":
        return value is None
    if key in ("also", "accused", "victims"):
        return sorted(wanted) == sorted(value)
    if key in ("content", "text") and _ABRIDGED in wanted:
        head, tail = wanted.split(_ABRIDGED)
        return str(value).startswith(head) and str(value).endswith(tail)
    return bool(wanted == value)


def _brief(one: dict[str, Any]) -> str:
    keys: tuple[str, ...] = ("text", "value", "effect", "perpetrator")
    if "cue" in one:
        keys = ("source", "name", "cue", "content", "form", "parent")
    elif "victims" in one:
        keys = ("text", "kind", "also", "accused", "victims", "change", "actor", "place", "measures")
    return " | ".join(str(one[key]) for key in keys)
