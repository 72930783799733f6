"""The code asks a language's tables, never which language it reads: outside `languages/` no string names one.

The records' two names of a body or place have fixed columns (`name`, `name_fr`); those are data's names, not choices.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import recoupe
from recoupe.languages.naming import folders

_CODE = Path(recoupe.__file__).parent
_NAMES = re.compile(r"\b(?:french|english|russian|arabic|français|anglais|russe|arabe)\b", re.IGNORECASE)


def _files() -> list[Path]:
    return [file for file in sorted(_CODE.rglob("*.py")) if "languages" not in file.relative_to(_CODE).parts]


def _strings(code: str) -> Iterator[tuple[int, str]]:
    """The line and text of each string that is no docstring."""
    tree = ast.parse(code)
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def _named(code: str) -> list[tuple[int, str]]:
    known = frozenset(folders())
    return [(line, text) for line, text in _strings(code) if text in known or _NAMES.search(text)]


def test_all_code_is_looked_at() -> None:
    assert len(_files()) > 200


@pytest.mark.parametrize("file", _files(), ids=lambda file: str(file.relative_to(_CODE)))
def test_no_code_outside_languages_names_one(file: Path) -> None:
    assert _named(file.read_text("utf-8")) == []


@pytest.mark.parametrize("code", ['page.code == "en"', "x = {'ru': 1}", 'name = "the Arabic article"'])
def test_such_a_string_would_be_seen(code: str) -> None:
    assert _named(code)


def test_a_docstring_may_give_examples() -> None:
    assert not _named('def f():\n    """As in French."""')
