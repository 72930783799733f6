"""What every verb of the command line has at hand: the language, the output, and what was asked for, checked."""

import shlex
import shutil
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from recoupe.cli.days import is_publishable, period
from recoupe.cli.terminal import Output, one_line
from recoupe.errors import InputError
from recoupe.interface.catalogue import Catalogue

_MOST_DIGITS = 6
"""More processes than such a number can say are as many as can be."""


@dataclass(frozen=True, slots=True)
class Context:
    """One call of the command."""

    say: Catalogue
    output: Output

    @property
    def program(self) -> str:
        """What to type for this command: its path, where its name alone would not find it."""
        typed = sys.argv[0]
        if Path(typed).name != "recoupe":
            return "recoupe"
        found = shutil.which("recoupe")
        return "recoupe" if found and Path(found).exists() and Path(found).samefile(typed) else shlex.quote(typed)

    def note(self, text: str) -> None:
        """Prints a line on standard error, made visible."""
        print(one_line(text), file=sys.stderr)

    def ledger(self, given: str | None) -> str:
        """The ledger's path; raises InputError when none was named."""
        if not given:
            raise InputError(self.say("error.no_ledger"))
        return given

    def choice(self, option: str, given: str | None, choices: Collection[str]) -> str | None:
        """`given`, when it is one of `choices`; raises InputError when it is not."""
        if given is not None and given not in choices:
            raise InputError(self.say("error.choice", option=option, given=given, choices=", ".join(choices)))
        return given

    def day(self, option: str, given: str | None) -> str | None:
        """`given`, when it is a day (YYYY-MM-DD) of publication; raises InputError when it is not."""
        if given is not None and not is_publishable(given):
            raise InputError(self.say("error.day", option=option, given=given))
        return given

    def period(self, option: str, given: str | None) -> tuple[str | None, str | None]:
        """First and last day of what `given` names; raises InputError when it names no day, month or year."""
        if given is None:
            return None, None
        days = period(given)
        if days is None:
            raise InputError(self.say("error.period", option=option, given=given))
        return days

    def jobs(self, given: str | None) -> int | None:
        """`given` as a number of processes; raises InputError when it is none."""
        if given is None:
            return None
        if not given.isdecimal() or not given.isascii() or not given.strip("0"):
            raise InputError(self.say("error.jobs", given=given))
        return int(given) if len(given) <= _MOST_DIGITS else 10**_MOST_DIGITS
