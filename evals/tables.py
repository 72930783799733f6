"""Tables for people: drawn on a terminal, plain columns when piped, Markdown for the README."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table as RichTable


@dataclass(frozen=True, slots=True)
class Table:
    """A title, column heads and rows of words. The first column is text, the others are numbers."""

    title: str
    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """The table in Markdown, without its title."""
        rule = ["---", *("---:" for _ in self.columns[1:])]
        rows = ([row[0].replace("  ", "&emsp;"), *row[1:]] for row in self.rows)
        return "\n".join("| " + " | ".join(row) + " |" for row in (self.columns, rule, *rows))

    def plain(self) -> str:
        """The table in aligned columns, the title on a line of its own."""
        widths = [max(len(row[column]) for row in (self.columns, *self.rows)) for column in range(len(self.columns))]
        lines = [
            "  ".join(
                cell.rjust(width) if column else cell.ljust(width)
                for column, (cell, width) in enumerate(zip(row, widths, strict=True))
            )
            for row in (self.columns, *self.rows)
        ]
        return "\n".join([self.title, *(line.rstrip() for line in lines)])

    def show(self) -> None:
        """Prints the table, drawn if the output is a terminal."""
        if not sys.stdout.isatty():
            print(self.plain(), end="\n\n")
            return
        drawn = RichTable(title=self.title, title_justify="left")
        for index, column in enumerate(self.columns):
            drawn.add_column(column, justify="right" if index else "left", no_wrap=True)
        for row in self.rows:
            drawn.add_row(*row)
        Console().print(drawn)


def share(value: float | None) -> str:
    """A share as people read it: two places, a dash for nothing measured."""
    return "–" if value is None else f"{value:.2f}"
