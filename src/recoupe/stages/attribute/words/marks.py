"""Marks: the signs around and between words that the reader of cues asks for."""

OPENING = frozenset("«“„‹")
CLOSING = frozenset("»”›")
DASHES = frozenset("–—-")
