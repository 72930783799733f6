"""The errors that recoupe raises, all of them under one root.

    RecoupeError
    ├── InputError      what was given cannot be read (missing, empty, binary, too large, truncated)
    ├── LedgerError     the ledger file is not ours, is damaged, or cannot be written
    └── DataError       a data file of the package (language pack, gazetteer) is malformed

Each message is one sentence for a person; the command line prints it and exits with `exit_code`.
"""


class RecoupeError(Exception):
    """Root of every error that recoupe raises on purpose."""

    exit_code = 1


class InputError(RecoupeError):
    """What was given cannot be read."""

    exit_code = 2


class LedgerError(RecoupeError):
    """The ledger is not ours, is damaged, or cannot be written."""

    exit_code = 3


class DataError(RecoupeError):
    """A data file of the package is malformed; the message names file and key."""

    exit_code = 4
