"""What a folder holds: the articles to read, and an Issue for whatever is passed over."""

import os
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePath

from recoupe.model.issue import Issue

_ARTICLES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})


def articles(top: str) -> tuple[list[str], list[Issue]]:
    """The paths of the articles in the folder `top` and in those under it, in the order of their names; and the Issues.

    Articles are text and pages by their suffix, gzipped or not. Hidden entries are left alone, as `ls` leaves them. All
    other files are counted in one Issue; devices, pipes, folders that may not be read and links that lead to a folder
    already seen have one each. Nothing is opened.
    """
    found: list[str] = []
    issues: list[Issue] = []
    others: Counter[str] = Counter()
    seen: set[tuple[int, int]] = set()
    folders = [top]
    while folders:
        folder = folders.pop()
        try:
            status = Path(folder).stat()
            entries = _entries(folder)
        except OSError as error:
            issues.append(Issue("unreadable", why(error), folder))
            continue
        if (status.st_dev, status.st_ino) in seen:
            issues.append(Issue("unreadable", "this link leads to a folder that has been listed already", folder))
            continue
        seen.add((status.st_dev, status.st_ino))
        below = []
        for entry in entries:
            if _is_folder(entry):
                below.append(entry.path)
            elif not _is_article(entry.name):
                others[PurePath(entry.name).suffix.lower() or "no suffix"] += 1
            elif _is_special(entry):
                issues.append(Issue("unreadable", "this is a device or a pipe, not a file", entry.path))
            else:
                found.append(entry.path)
        folders += reversed(below)
    if others:
        issues.append(Issue("unreadable", _passed_over(others), top))
    return sorted(found, key=lambda path: PurePath(path).parts), issues


def why(error: OSError) -> str:
    """What the system says of an error, as the reason of an Issue."""
    if isinstance(error, PermissionError):
        return "there is no permission to read it"
    return f"it cannot be read: {(error.strerror or 'unknown error').lower()}"


def _entries(folder: str) -> "list[os.DirEntry[str]]":
    with os.scandir(folder) as listed:
        return sorted((e for e in listed if not e.name.startswith(".")), key=lambda e: e.name)


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_special(entry: "os.DirEntry[str]") -> bool:
    """Whether it is neither a file nor a link that leads nowhere: to open such a thing may be to wait for ever."""
    try:
        return not stat.S_ISREG(entry.stat().st_mode)
    except OSError:
        return False


def _is_article(name: str) -> bool:
    return PurePath(name.lower().removesuffix(".gz")).suffix in _ARTICLES


def _passed_over(others: "Counter[str]") -> str:
    total = others.total()
    kinds = ", ".join(_by_count(others))
    if total == 1:
        return f"1 file is neither text nor HTML and passed over ({kinds})"
    return f"{total} files are neither text nor HTML and passed over ({kinds})"


def _by_count(others: "Counter[str]") -> Iterator[str]:
    ranked = sorted(others.items(), key=lambda kind: (-kind[1], kind[0]))
    for suffix, count in ranked[:5]:
        yield f"{suffix}: {count}"
    if len(ranked) > 5:
        yield f"others: {sum(count for _, count in ranked[5:])}"
