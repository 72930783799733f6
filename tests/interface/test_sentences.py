"""Everything that another part of recoupe says to a person has its French, and stays as it is where it has none."""

import ast
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from recoupe import interface
from recoupe.interface.catalogue import Catalogue
from tests.cli.command import recoupe

PACKAGE = Path(interface.__file__).parents[1]
TABLE: list[dict[str, str]] = tomllib.loads((PACKAGE / "interface/sentences.toml").read_text("utf-8"))["sentence"]
SPOKEN = {"Issue", "issue", "number_issue", "Failure", "InputError", "LedgerError"}
"""What is called with a sentence for a person."""
SPEAKERS = {"_sentence", "why", "_passed_over"}
"""Functions that return one."""


def wordings(node: ast.AST) -> Iterator[str]:
    """The sentences in an expression, with X for what stands in braces."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str) and " " in node.value.strip():
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [str(p.value) if isinstance(p, ast.Constant) else "X" for p in node.values]
        if " " in "".join(parts).strip():
            yield "".join(parts)
    elif isinstance(node, ast.IfExp):
        yield from (*wordings(node.body), *wordings(node.orelse))


def said_in(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SPOKEN:
            for argument in node.args:
                for words in wordings(argument):
                    yield f"« X » {words}" if node.func.id == "number_issue" else words
        elif isinstance(node, ast.FunctionDef) and node.name in SPEAKERS:
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and inner.value is not None:
                    yield from wordings(inner.value)


def sentences() -> Iterator[str]:
    for folder in ("feeds", "stages", "engines", "store"):
        for file in sorted((PACKAGE / folder).rglob("*.py")):
            yield from said_in(file)
    yield from said_in(PACKAGE / "pipeline.py")


PIECES = {"« X » X", "the ledger has no document XX"}
"""What is put together from sentences that are checked elsewhere."""
SAID = sorted(set(sentences()) - PIECES)


def test_there_are_sentences() -> None:
    assert len(SAID) > 35


@pytest.mark.parametrize("words", SAID)
def test_every_sentence_has_its_french(words: str) -> None:
    assert Catalogue("fr").sentence(words) != words, "write its French into src/recoupe/interface/sentences.toml"


@pytest.mark.parametrize("words", TABLE, ids=lambda words: words["en"])
def test_the_languages_say_the_same_of_the_same_things(words: dict[str, str]) -> None:
    fields = [{name for _, name, _, _ in string.Formatter().parse(said) if name} for said in (words["en"], words["fr"])]
    assert fields[0] == fields[1]
    assert words.keys() <= {"said", "en", "fr"}


@pytest.mark.parametrize(
    ("said", "english", "french"),
    [
        (
            "'ru' is not read yet: the text is kept, its claims are not",
            "Russian is not read yet: the text is kept, its claims are not",
            "ce texte en russe ne se lit pas encore : il est conservé, mais pas ce qu’il affirme",
        ),
        (
            "3 files are neither text nor HTML and passed over (.json: 2, no suffix: 1)",
            "3 files are neither text nor HTML and passed over (.json: 2, no suffix: 1)",
            "3 fichiers ne sont ni du texte ni du HTML : laissés de côté (.json: 2, sans suffixe : 1)",
        ),
        (
            "the ledger has no document 'a{b'; did you mean a.txt or b.txt?",
            "the ledger has no document 'a{b'; did you mean a.txt or b.txt?",
            "le registre n’a pas de document 'a{b' ; vouliez-vous dire a.txt ou b.txt ?",
        ),
        ("Missing argument 'PATH'.", "'PATH' is missing", "il manque 'PATH'"),
        ("a sentence that nobody foresaw", "a sentence that nobody foresaw", "a sentence that nobody foresaw"),
    ],
)
def test_sentences(said: str, english: str, french: str) -> None:
    assert Catalogue("en").sentence(said) == english
    assert Catalogue("fr").sentence(said) == french


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nothing"], "il n’y a pas d’option --nothing (voir recoupe --help)"),
        (["nothing"], "il n’y a pas de commande 'nothing' (voir recoupe --help)"),
        (["figurs"], "il n’y a pas de commande 'figurs' ; vouliez-vous dire 'figures' ? (voir recoupe --help)"),
        (["read"], "il manque 'PATH' (voir recoupe read --help)"),
        (["figures", "x"], "de trop : x (voir recoupe figures --help)"),
        (["run", "--ledger"], "'--ledger' demande une valeur (voir recoupe --help)"),
        (["read", "nulle-part.txt"], "il n’y a ni fichier ni dossier 'nulle-part.txt'"),
    ],
)
def test_wrong_usage_in_french(arguments: list[str], message: str) -> None:
    done = recoupe("--lang", "fr", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"recoupe: {message}\n")


@pytest.mark.parametrize("verb", ["", "read", "run", "summary", "documents", "figures", "claims", "show", "issues"])
def test_help_is_french_throughout(verb: str) -> None:
    shown = recoupe(*verb.split(), "-h", "--lang", "fr").stdout
    assert shown.startswith("Usage : recoupe")
    for english in ("Show", "Options:", "Commands:", "Arguments:", "required", "env var", "<", "...", "{"):
        assert english not in shown.replace("<nom>.json", "")


def test_a_reason_inside_a_sentence_is_put_too() -> None:
    said = Catalogue("fr").sentence("« 12 человек »: who says it could not be told")
    assert said == "« 12 человек » : on n’a pas pu dire qui le dit"
