"""What reaches the terminal: tables and colours for people, plain lines for programs.

Texts come from strangers: nothing in them may move the cursor, change a colour or turn a line around.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Style = Literal["", "bold", "dim", "red", "green", "yellow", "blue", "magenta", "cyan", "underline"]
Part = str | tuple[str, Style]
"""Words, or words with a style."""

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters, ESC and the C1 set among them
    "\u202a-\u202e\u2066-\u2069"  # embeddings, overrides and isolates of direction
    "\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"  # separators, tags, half pairs
)
_LONGEST = 400
"""Characters of a cell; the longest that a person wants to see there."""
_NAME = 30
"""So wide is the first column of a table at least, when it has something so long to say."""


class PipeClosedError(Exception):
    """Whoever read the output has gone."""


class OutputError(Exception):
    """The output cannot be written; the message says why."""


def visible(text: str) -> str:
    """`text` with every character that a terminal would obey written out (`\\x1b`); line breaks and tabs are kept."""
    return _UNSAFE.sub(lambda found: _escape(found[0]), text.replace("\r\n", "\n"))


def one_line(text: object) -> str:
    """`text`, visible, on one line; nothing for None."""
    return "" if text is None else visible(" ".join(str(text).split()))


def brief(text: object) -> str:
    """`text` on one line, cut where it is longer than anybody reads in a table."""
    words = one_line(text)
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"


def _escape(char: str) -> str:
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _words(part: Part) -> str:
    return part if isinstance(part, str) else part[0]


def _style(part: Part) -> Style:
    return "" if isinstance(part, str) else part[1]


class Output:
    """Standard output. `for_people`: it is a terminal, so tables have rules and words have colours."""

    def __init__(self, *, for_people: bool) -> None:
        self.for_people = for_people
        self._console: Console | None = None

    def write(self, text: str) -> None:
        """`text` as it is: JSON, or what was made visible already.

        Raises PipeClosedError when nobody reads any more, OutputError when it cannot be written.
        """
        try:
            sys.stdout.write(text)
        except BrokenPipeError:
            raise PipeClosedError from None
        except OSError as error:
            raise OutputError(error.strerror or str(error)) from None

    def flush(self) -> None:
        """Sends on what is held back; raises what `write` raises."""
        try:
            sys.stdout.flush()
        except BrokenPipeError:
            raise PipeClosedError from None
        except OSError as error:
            raise OutputError(error.strerror or str(error)) from None

    def line(self, *parts: Part, wrap: bool = True) -> None:
        """One line, or a paragraph where a part holds line breaks; made visible here.

        A long line goes on below its first word; without `wrap` the terminal breaks it, so that it can be copied.
        """
        pairs = [(part, "") if isinstance(part, str) else part for part in parts]
        if not self.for_people:
            self.write("".join(visible(words) for words, _ in pairs) + "\n")
            return
        from rich.text import Text

        text = Text.assemble(*((visible(words), style) for words, style in pairs))
        indent = len(text.plain) - len(text.plain.lstrip(" "))
        if not (wrap and indent):
            self._show(text, soft_wrap=not wrap)
            return
        from rich.padding import Padding

        self._show(Padding(text[indent:], (0, 0, 0, indent), expand=False))

    def table(self, columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Sequence[int] = ()) -> None:
        """A table for people, tab-separated lines for programs; the columns in `numbers` stand to the right.

        The first column names the record; it is broken last, so that the name can be read and copied.
        """
        if not self.for_people:
            for row in (columns, *rows):
                self.write("\t".join(one_line(cell) for cell in row) + "\n")
            return
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold")
        cells = [[Text(brief(cell)) for cell in row] for row in rows]
        for n, column in enumerate(columns):
            number = n in numbers
            named = min(_NAME, max((row[0].cell_len for row in cells), default=0)) if n == 0 else None
            table.add_column(
                column, justify="right" if number else "left", no_wrap=number, overflow="fold", min_width=named
            )
        for row in cells:
            table.add_row(*row)
        self._show(table)

    def side_by_side(self, columns: tuple[str, str], rows: Iterable[tuple[Sequence[Part], Sequence[Part]]]) -> None:
        """Two texts in two columns, row by row; for programs a line a row, with a tab between the two."""
        if not self.for_people:
            for left, right in ((columns[:1], columns[1:]), *rows):
                self.write("\t".join(one_line("".join(map(_words, side))) for side in (left, right)) + "\n")
            return
        from rich.box import SIMPLE_HEAD
        from rich.table import Table
        from rich.text import Text

        table = Table(box=SIMPLE_HEAD, pad_edge=False, header_style="bold", expand=True)
        for column in columns:
            table.add_column(one_line(column), ratio=1, overflow="fold")
        for row in rows:
            table.add_row(*(Text.assemble(*((visible(_words(p)), _style(p)) for p in side)) for side in row))
            table.add_row("", "")
        self._show(table)

    def _show(self, what: "RenderableType", *, soft_wrap: bool = False) -> None:
        if self._console is None:
            from rich.console import Console

            self._console = Console(highlight=False, markup=False, emoji=False)
        with self._console.capture() as captured:
            self._console.print(what, soft_wrap=soft_wrap)
        self.write(captured.get())
