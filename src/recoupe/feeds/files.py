"""Files, folders, patterns and standard input as Items; what cannot be read becomes an Issue, so that nothing is lost.

`collect` is the whole of it. A command that wants to count first, or to skip what it has read before, asks `survey` for
the paths and fetches them one by one.
"""

import os
import stat
import sys
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import glob, has_magic
from pathlib import Path

from recoupe.errors import InputError
from recoupe.feeds.folder import articles, why
from recoupe.feeds.item import Item
from recoupe.feeds.stream import TooLargeError, read_all
from recoupe.model.issue import Issue

LIMIT_BYTES = 20_000_000
"""The most that one item may hold, gzip undone; a long article is a hundredth of it."""

STDIN = "-"


class ClosedError(Exception):
    """There is no standard input."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the paths given lead to, before any file is opened."""

    paths: tuple[str, ...]
    """What can be fetched, each once: in the order given, a folder's files in the order of their names."""
    issues: tuple[Issue, ...]
    """What will not be fetched, and why."""


def survey(paths: Sequence[str]) -> Survey:
    """The paths of all items that `paths` lead to, and an Issue for whatever is passed over; no file is opened.

    Each of `paths` is a file, which is taken whatever it is called; a folder, taken with all that is in it; a pattern
    such as `news/*.txt`, should the shell have left it; or `-`. Raises InputError for a path that does not exist and
    for a pattern that nothing matches.
    """
    found: dict[str, None] = {}
    issues: list[Issue] = []
    for given in paths:
        for path in _named(given):
            if path != STDIN and Path(path).is_dir():
                files, passed = articles(path)
                found.update(dict.fromkeys(files))
                issues += passed
            else:
                found[path] = None
    return Survey(tuple(found), tuple(issues))


def fetch(path: str, *, limit_bytes: int = LIMIT_BYTES) -> Item | Issue:
    """The item at `path` (`-` is standard input), or the Issue that says why it cannot be had; raises nothing."""
    try:
        data = _bytes(path, limit_bytes)
    except TooLargeError:
        return Issue("unreadable", f"it is larger than {limit_bytes / 1_000_000:g} MB", path)
    except zlib.error:
        return Issue("unreadable", "the gzip data is damaged or stops in the middle", path)
    except FileNotFoundError:
        reason = "the link leads nowhere" if Path(path).is_symlink() else "there is no such file any more"
        return Issue("unreadable", reason, path)
    except OSError as error:
        return Issue("unreadable", why(error), path)
    except ClosedError:
        return Issue("unreadable", "standard input is closed", path)
    except ValueError:
        return Issue("unreadable", "no file can have this name", path)
    return Item(path, data) if data else Issue("empty", "the file is empty", path)


def collect(paths: Sequence[str], *, limit_bytes: int = LIMIT_BYTES) -> Iterator[Item | Issue]:
    """Every item that `paths` lead to, one at a time, and an Issue for each that cannot be read.

    Raises InputError as `survey` does, before the first item.
    """
    return _collected(survey(paths), limit_bytes)


def _collected(seen: Survey, limit_bytes: int) -> Iterator[Item | Issue]:
    for path in seen.paths:
        yield fetch(path, limit_bytes=limit_bytes)
    yield from seen.issues


def _bytes(path: str, limit_bytes: int) -> bytes:
    if path == STDIN:
        if sys.stdin is None:
            raise ClosedError
        return read_all(sys.stdin.buffer, limit_bytes)
    file = Path(path)
    status = file.stat()
    if stat.S_ISREG(status.st_mode) and status.st_size > limit_bytes:
        raise TooLargeError
    with file.open("rb") as stream:
        return read_all(stream, limit_bytes)


def _named(given: str) -> list[str]:
    """What one argument names: itself, or all that it matches when it is a pattern."""
    if given == STDIN or _exists(given):
        return [given]
    if has_magic(given):
        matches = sorted(glob(given, recursive=True))  # noqa: PTH207 - keeps the path as the user writes it
        if not matches:
            raise InputError(f"nothing matches {given!r}")
        return matches
    raise InputError(f"there is no file or folder {given!r}" if given else "an empty path was given")


def _exists(path: str) -> bool:
    """Whether there is anything of that name, be it a link that leads nowhere or a file that may not be read."""
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
