"""CSV that a spreadsheet reads as text: no cell of it is taken for a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Begins what spreadsheets reckon out (OWASP, CSV injection); the wide forms too, which some fold into the narrow ones."""


def table(header: Sequence[str], rows: Iterable[Sequence[str | float | None]]) -> str:
    """The rows below their header, as RFC 4180 has it; None is an empty cell, numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([_cell(each) for each in row] for row in rows)
    return out.getvalue()


def _cell(value: str | float | None) -> str | float:
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "")
    return f"'{text}" if text.lstrip(" \u00a0\u200b\ufeff").startswith(_FORMULA) else text
