"""The page on the commands names every verb, every option and every exit code."""

import re
from pathlib import Path

import pytest
import typer

from recoupe.cli.app import VERBS, build
from recoupe.cli.context import Context
from recoupe.cli.terminal import Output
from recoupe.errors import RecoupeError
from recoupe.interface.catalogue import Catalogue

PAGE = (Path(__file__).parents[2] / "docs" / "commands.md").read_text("utf-8")
COMMAND = typer.main.get_command(build(Context(Catalogue("en"), Output(for_people=False))))
COMMANDS = COMMAND.commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("verb", COMMANDS)
def test_every_verb_and_option_is_named(verb: str) -> None:
    assert f"`recoupe {verb}" in PAGE
    options = {option for parameter in COMMANDS[verb].params for option in parameter.opts if option.startswith("--")}
    assert all(option in PAGE for option in options - {"--help"})


def test_every_verb_has_its_file() -> None:
    assert {verb.__name__.rpartition(".")[2] for verb in VERBS} == COMMANDS.keys()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_exit_code_is_named(language: str) -> None:
    codes = {0, 70, 130, 141} | {error.exit_code for error in (RecoupeError, *RecoupeError.__subclasses__())}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.M)} == codes
    said = Catalogue(language)("help.exits")
    assert {int(code) for code in re.findall(r"^  (\d+) ", said, re.M)} == codes
