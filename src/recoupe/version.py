"""The version that stands beside every record: which code and which data read it.

A record is read again when its version is no longer the current one, so the version changes with anything that can
change a record: the code of the stages and what they import, the language pack, the gazetteers.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from recoupe import __version__, gazetteers
from recoupe.languages.pack import codes, digest, first_codes

_READING_CODE = ("gazetteers", "languages", "model", "stages", "text.py")
"""What of the package can change a record."""
_SHARED_TABLES = frozenset({"page.toml", "times.toml"})
"""The tables that acquiring a Document asks of every language, before its own is known."""


@cache
def version(language: str) -> str:
    """`recoupe/<package version>+<hash of the code> pack/<language>-<hash of its pack and of the gazetteers>`.

    For a language without a pack the last part is `pack/none`.
    """
    reader = f"recoupe/{__version__}+{_code_digest()}"
    if language not in (*codes(), *first_codes()):
        return f"{reader} pack/none"
    data = hashlib.sha256(f"{digest(language)} {gazetteers.digest()}".encode()).hexdigest()[:8]
    return f"{reader} pack/{language}-{data}"


@cache
def _code_digest() -> str:
    package = resources.files("recoupe")
    sha = hashlib.sha256()
    for name in _READING_CODE:
        for path, file in _files(package.joinpath(name), name):
            sha.update(path.encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()[:8]


def _files(item: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if item.is_dir():
        for child in sorted(item.iterdir(), key=lambda c: c.name):
            yield from _files(child, f"{path}/{child.name}")
    elif item.name.endswith(".py") or item.name in _SHARED_TABLES:
        yield path, item
