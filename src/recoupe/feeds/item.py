"""Item: the bytes of one thing to read, before anything is made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Item:
    """One file, page or stream. `data` is what was in it, gzip undone."""

    path: str
    """The path as it was given; in a folder, the given folder joined with the rest; `-` for standard input."""
    data: bytes
