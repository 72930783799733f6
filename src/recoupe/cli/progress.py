"""A progress bar on standard error, for those who wait in front of a terminal."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WORTH_SHOWING = 20
"""So many items are done before a bar could be read."""


@contextmanager
def progress(words: str) -> Iterator[Callable[[int, int], None]]:
    """A function to be told how many are done, and of how many; it draws only where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield lambda done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(words), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, visible=False)

        def watch(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, visible=total >= _WORTH_SHOWING)

        yield watch
