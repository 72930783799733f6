"""Bytes to characters: which charset a file is written in, and the text that this makes of it."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_NOT_TEXT = (b"%PDF-", b"%!PS", b"{\\rtf", b"PK\x03\x04")
"""How files begin that are no text though they may look like it; the rest betray themselves by control characters."""
_CONTROLS = bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1b") + b"\x7f"
_DECLARED = re.compile(
    rb"""<(?:meta\s[^>]{0,200}?charset|\?xml\s[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
_SAMPLE = 1 << 16
_WESTERN = frozenset("àâäæçèéêëîïìíñòóôöœùúûüÿßáãõøåÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜÁÍÓÚÑ«»’‘“”„–—…€°·•©®™§²³½¼¾£×\u00a0†ªº‹›¿¡")
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"})
"""What Python knows by a name, and no page is written in."""
# What the web calls by these names is its larger cousin (WHATWG Encoding Standard).
_LARGER = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "gb2312": "gbk"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was read."""

    text: str
    """Without a byte order mark."""
    charset: str
    """`utf-8`, `windows-1251`, `koi8-r`, …"""
    damaged: int
    """How many characters could not be read and stand as U+FFFD."""


def decode(data: bytes, *, page: bool) -> Decoded | None:
    """The text in `data`, or None when it is not text. `page`: a charset that the page declares of itself is believed.

    In this order: a byte order mark, valid UTF-8, the declared charset, what the bytes look like. Mistaken characters
    that were saved as such (« Ã© ») stay: offsets are into what was read.
    """
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], charset)
    if not data or data.startswith(_NOT_TEXT):
        return None
    if wide := _wide(data):
        return _decoded(data, wide)
    if len(data) - len(data.translate(None, _CONTROLS)) > max(2, len(data) // 200):
        return None
    try:
        return Decoded(data.decode("utf-8"), "utf-8", 0)
    except UnicodeDecodeError:
        pass
    if page and (declared := _declared(data)):
        decoded = _decoded(data, declared)
        if decoded.damaged * 50 <= len(decoded.text):
            return decoded
    broken = _decoded(data, "utf-8")
    beyond_ascii = len(broken.text) - sum(map(broken.text.count, map(chr, range(128))))
    if beyond_ascii > 5 * broken.damaged:  # UTF-8 with a few bytes lost, or cut at its end
        return broken
    return _mixed(data) or _decoded(data, _looks_like(data[:_SAMPLE]))


def _mixed(data: bytes) -> Decoded | None:
    """The text whose lines are some in UTF-8 and some Western, as when articles are pasted together; else None."""
    lines: list[str] = []
    western: list[bytes] = []
    wide = 0
    for line in data.splitlines(keepends=True):
        try:
            text = line.decode("utf-8")
            wide += not text.isascii()
        except UnicodeDecodeError:
            text = line.decode("cp1252", "replace")
            western.append(line)
        lines.append(text)
    if wide * 10 < len(western) or not wide or not _is_western(b"".join(western)[:_SAMPLE]):
        return None
    text = "".join(lines)
    return Decoded(text, "utf-8 and windows-1252", text.count("\ufffd"))


def _decoded(data: bytes, charset: str) -> Decoded:
    try:
        return Decoded(data.decode(charset), _label(charset), 0)
    except (UnicodeDecodeError, UnicodeError):
        text = data.decode(charset, "replace")
        return Decoded(text, _label(charset), text.count("\ufffd"))


def _label(charset: str) -> str:
    """The name that pages use, of a name that Python uses."""
    return re.sub(r"^cp(125\d)$", r"windows-\1", charset).replace("_", "-")


def _declared(data: bytes) -> str | None:
    """What the page says of itself, if Python knows it."""
    match = _DECLARED.search(data[:4096])
    if match is None:
        return None
    try:
        name = codecs.lookup(match.group(1).decode("ascii", "replace")).name
        if name in _NO_CHARSETS:
            return None
        b"<".decode(name, "replace")
    except LookupError:  # unknown, or no charset (base64, rot13)
        return None
    if name.startswith(("utf-", "utf_")):
        return None  # the bytes are no UTF-8, and a page whose declaration can be read is no UTF-16
    return _LARGER.get(name, name)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: every other byte of Latin text is zero."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0) / (len(sample) / 2), sample[1::2].count(0) / (len(sample) / 2)
    if max(even, odd) < 0.1 or min(even, odd) > 0.02:
        return None
    charset = "utf-16-le" if odd > even else "utf-16-be"
    text = sample[: len(sample) // 2 * 2].decode(charset, "replace")
    plain = sum(c.isalnum() or c.isspace() or c in ".,;:!?'\"-()«»" for c in text)
    return charset if plain > 0.9 * len(text) else None


def _looks_like(sample: bytes) -> str:
    """The charset that one-byte text is most likely in."""
    if _is_western(sample):
        return "cp1252"
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best is not None else "cp1252"


def _is_western(sample: bytes) -> bool:
    """Whether one-byte text reads like a language of western Europe."""
    high = sum(byte > 127 for byte in sample)
    letters = high + sum(chr(byte).isalpha() for byte in sample if byte < 128)
    western = sum(char in _WESTERN for char in sample.decode("cp1252", "replace") if char > "\x7f")
    return high < 0.3 * letters and western >= 0.95 * high
