"""Which language a text is in."""

from collections.abc import Callable
from functools import cache

_ENOUGH = 4000
"""So many characters tell as much as the whole."""


def find_language(text: str, declared: str | None = None) -> str:
    """The ISO 639-1 code of the language of `text`, or `und`; `declared`, what the page says, decides only then."""
    code = _detector()(text[:_ENOUGH])
    if code != "und":
        return code
    primary = (declared or "").replace("_", "-").split("-")[0].strip().lower()
    return primary if len(primary) == 2 and primary.isalpha() and any(c.isalpha() for c in text) else "und"


@cache
def _detector() -> Callable[[str], str]:
    import eldc  # type: ignore[import-untyped]  # 25 MB of n-grams: loaded at the first text

    eldc.init()
    detect: Callable[[str], str] = eldc.detect
    return detect
