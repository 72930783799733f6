"""The folder of a site: written whole or not at all, and only where nothing of anybody else's is."""

import json
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from recoupe.errors import InputError

MARK = ".recoupe-site.json"
"""Names the files of a site that was written here, so that a newer one may take its place."""


def write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Puts the files, by their paths inside it, into a folder that is new, empty, or holds an older site and nothing else.

    Raises InputError for any other folder, and when it cannot be written; what was there is then as it was.
    """
    try:
        _check(folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        try:
            for path, data in files.items():
                target = made / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
            (made / MARK).write_text(json.dumps(sorted(files), indent=1), "utf-8")
            made.chmod(0o755)
            _swap(made, folder)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror or error})") from None


def _check(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise InputError(f"{folder}: not a folder")
    if not folder.exists():
        return
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_symlink() or not path.is_dir()
    }
    if there and (foreign := there - _own(folder)):
        raise InputError(f"{folder}: holds files that are not of a site ({min(foreign)}); choose an empty folder")


def _own(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    return {MARK, *map(str, listed)} if isinstance(listed, list) else set()


def _swap(made: Path, folder: Path) -> None:
    """The new folder in the place of the old; the old one comes back when that fails."""
    if not folder.exists():
        made.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent)) / "old"
    folder.rename(old)
    try:
        made.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)
