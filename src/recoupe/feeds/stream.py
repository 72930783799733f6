"""Reading a stream to its end, gzip undone, but never more of it than allowed."""

import zlib
from collections.abc import Iterator
from typing import BinaryIO

_CHUNK = 1 << 16
_GZIP = b"\x1f\x8b"


class TooLargeError(Exception):
    """There are more bytes than allowed."""


def read_all(file: BinaryIO, limit: int) -> bytes:
    """All bytes of `file`; what begins like gzip is unpacked.

    Raises TooLargeError as soon as there are more than `limit` bytes, so that neither a huge file nor a gzip bomb fills
    the memory; zlib.error when gzip data is damaged or stops in the middle.
    """
    head = file.read(len(_GZIP))
    pieces = _unpacked(head, file, limit) if head == _GZIP else _pieces(head, file)
    kept: list[bytes] = []
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > limit:
            raise TooLargeError
        kept.append(piece)
    return b"".join(kept)


def _pieces(head: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield head
    while piece := file.read(_CHUNK):
        yield piece


def _unpacked(head: bytes, file: BinaryIO, limit: int) -> Iterator[bytes]:
    """The content of one gzip member or of several on end; what follows them and is not gzip is left, as gzip does."""
    member = zlib.decompressobj(zlib.MAX_WBITS | 16)
    for packed in _pieces(head, file):
        rest = packed
        while rest:
            if member.eof:
                rest = rest.lstrip(b"\0")
                if not rest.startswith(_GZIP[:1]):
                    break
                member = zlib.decompressobj(zlib.MAX_WBITS | 16)
            yield member.decompress(rest, limit + 1)
            rest = member.unconsumed_tail or member.unused_data
    if not member.eof:
        raise zlib.error("truncated")
