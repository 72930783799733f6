"""In which languages the records and the gazetteers name bodies and places."""

from functools import cache
from importlib import resources

FIRST = "en"
"""That of a record's `name`."""
SECOND = "fr"
"""That of a record's `name_fr`, for the screens that prefer it."""


@cache
def folders() -> tuple[str, ...]:
    """The codes of all languages of which pages are taken in, read or not, in alphabetical order."""
    folder = resources.files("recoupe.languages")
    return tuple(sorted(f.name for f in folder.iterdir() if f.is_dir() and f.joinpath("page.toml").is_file()))
