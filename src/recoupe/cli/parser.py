"""The parser of the command line, made to speak the person's language: its help, and what it says of wrong usage."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import typer
from typer.exceptions import TyperException

from recoupe.cli.app import build
from recoupe.errors import InputError

if TYPE_CHECKING:
    from recoupe.cli.context import Context
    from recoupe.interface.catalogue import Catalogue

_BRACED = re.compile(r"\{([A-Z]+)\}(\.\.\.)?")
"""An argument in the line of usage, as the parser writes it."""
_HEADING = re.compile(r"^(Usage|Arguments|Options|Commands):", re.MULTILINE)


_TEXT = (str, list[str])
"""What a person types and the verbs check."""


def call(context: "Context", arguments: Sequence[str]) -> int:
    """The exit code of the verb that `arguments` name, or of help. Raises InputError for arguments that cannot be."""
    command: Any = typer.main.get_command(build(context))
    for each in (command, *command.commands.values()):
        _translate(each, context.say)
    if not arguments:
        arguments = ["--help"]
    try:
        code: int | None = command.main(list(arguments), prog_name="recoupe", standalone_mode=False)
    except TyperException as error:
        raise _wrong(error, context.say) from None
    return code or 0


def _wrong(error: Any, say: "Catalogue") -> InputError:
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "recoupe"
    return InputError(say("parser.wrong", what=say.sentence(error.format_message()), command=f"{path} --help"))


def _translate(command: Any, say: "Catalogue") -> None:
    """Puts the words that the parser adds to a command's help into the person's language."""
    plain, plain_option = command.get_help, command.get_help_option

    def get_help_option(context: Any) -> Any:
        option = plain_option(context)
        option.help = say("parser.help")
        _take_as_typed(option)
        return option

    def get_help(context: Any) -> str:
        text = _BRACED.sub(lambda found: found[1] + ("…" if found[2] else ""), plain(context))
        return _HEADING.sub(lambda found: say(f"parser.{found[1].lower()}"), text)

    command.get_help, command.get_help_option = get_help, get_help_option
    command.short_help = command.help.partition(". ")[0].rstrip(".") + "."
    command.context_settings = {**command.context_settings, "help_option_names": ["--help", "-h"]}
    if hasattr(command, "commands"):
        command.subcommand_metavar = say("parser.verb")
    for parameter in command.params:
        if parameter.type_descriptor.annotation in _TEXT:
            _take_as_typed(parameter)
        if parameter.param_type_name == "argument":
            record = (parameter.display_name_raw + ("…" if parameter.nargs != 1 else ""), parameter.help)
            parameter.get_help_record = lambda context, record=record: record


class _AsTyped:
    """What turns typed text into a value, where it is text that is wanted."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """`value`, unchanged."""
        return value


def _take_as_typed(parameter: Any) -> None:
    """Spares a parameter the pydantic that would find its text to be text, and that takes a tenth of a second to load."""
    parameter.get_runtime_param = _AsTyped
