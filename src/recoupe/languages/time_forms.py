"""Time forms: patterns of words and classes, turned into regular expressions over one character a token.

`le|ce UNIT DIRECTION?` is « le » or « ce », a word of class UNIT, and perhaps one of class DIRECTION. Words in capitals
are classes, and what a class matches is captured; `?` after an item makes it optional; `<part>` is a macro, a list of
forms of which any will do.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from recoupe.errors import DataError

Groups = tuple[tuple[str, ...], ...]
"""For each group of a form, the classes that it may capture."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form as a regular expression over symbols."""

    rule: str
    pattern: str
    groups: Groups
    first: frozenset[str]
    """The symbols that it may begin with."""
    needed: int
    """How many items it has at least: of two forms the one that needs more is tried first."""


class Compiler:
    """Turns the forms of one pack into regular expressions."""

    def __init__(self, macros: Mapping[str, Sequence[str]], symbols: Mapping[str, str], where: str) -> None:
        """`symbols` gives for each class and each word the characters that stand for it."""
        self._macros = macros
        self._symbols = symbols
        self._where = where

    def form(self, rule: str, text: str) -> Form:
        """The form `text`; raises DataError on an unknown class, word or macro."""
        pattern, groups, first, needed = self._sequence(text)
        return Form(rule, pattern, tuple(groups), first, needed)

    def _sequence(self, text: str) -> tuple[str, list[tuple[str, ...]], frozenset[str], int]:
        pattern, groups, first, needed, open_ = "", [], set[str](), 0, True
        for item in text.split():
            optional = item.endswith("?")
            body, caught, heads, least = self._item(item.removesuffix("?"))
            pattern += f"(?:{body})?" if optional else body
            groups += caught
            if open_:
                first |= heads
            if not optional:
                open_, needed = False, needed + least
        return pattern, groups, frozenset(first), needed

    def _item(self, item: str) -> tuple[str, list[tuple[str, ...]], frozenset[str], int]:
        if item.startswith("<"):
            parts = [self._sequence(form) for form in self._macro(item.strip("<>"))]
            heads = frozenset(c for _, _, first, _ in parts for c in first)
            body = "(?:" + "|".join(part[0] for part in parts) + ")"
            return body, [g for part in parts for g in part[1]], heads, min(part[3] for part in parts)
        names = item.split("|")
        try:
            chars = "".join(sorted({c for name in names for c in self._symbols[name]}))
        except KeyError as missing:
            raise DataError(f"{self._where}: no class or word {missing} in the form item {item!r}") from None
        classes = tuple(name for name in names if name.isupper())
        body = f"[{re.escape(chars)}]"
        return (f"({body})", [classes], frozenset(chars), 1) if classes else (body, [], frozenset(chars), 1)

    def _macro(self, name: str) -> Sequence[str]:
        if name not in self._macros:
            raise DataError(f"{self._where}: there is no macro <{name}>")
        return self._macros[name]


def words_in(forms: Iterable[str]) -> set[str]:
    """The words, and not the classes or macros, that forms are made of."""
    items = {
        name
        for form in forms
        for item in form.split()
        if not item.startswith("<")
        for name in item.removesuffix("?").split("|")
    }
    return {item for item in items if not item.isupper()}
