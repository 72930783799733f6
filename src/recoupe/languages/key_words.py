"""Key words: what hides names, numbers and dates from one who does not know the language, from `keys.toml` and `times.toml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from recoupe.errors import DataError
from recoupe.languages.page import page
from recoupe.languages.tables import Table
from recoupe.text import plain


@dataclass(frozen=True, eq=False)
class KeyWords:
    """What must be known of a language to find the names, numbers and dates of its texts. Words are plain."""

    cased: bool
    """Whether names are written with a capital."""
    prefixes: tuple[str, ...]
    """What is written onto the front of names, the longest first."""
    endings: tuple[str, ...]
    """What cases hang onto names, the longest first."""
    numbers: Mapping[str, int]
    """The commonest number words."""
    months: Mapping[str, int]
    """Names of months, in one word or two."""
    weekdays: frozenset[str]
    hearsay: frozenset[str] = frozenset()
    """What is told but by nobody who answers for it: « des informations », « des allégations », « certains médias »."""

    def stripped(self, word: str) -> tuple[str, ...]:
        """The plain `word` itself, and what may be left of it without prefix and without ending; never under three letters."""
        found = [word]
        for prefix in self.prefixes:
            if word.startswith(prefix) and len(word) >= len(prefix) + 3:
                found.append(word[len(prefix) :])
        for ending in self.endings:
            if word.endswith(ending) and len(word) >= len(ending) + 3:
                found.append(word[: -len(ending)])
                break
        return tuple(dict.fromkeys(found))


@cache
def key_words(code: str) -> KeyWords:
    """The key words of the language `code`; for a language without them, capitals, digits and all known months."""
    folder = resources.files("recoupe.languages").joinpath(code)
    months, weekdays = page(code).months, frozenset(page(code).weekdays)
    if not code.isalpha() or not folder.joinpath("keys.toml").is_file():
        return KeyWords(True, (), (), {}, months, weekdays)
    table = Table.read(folder, "keys", code).only("prefixes", "endings", "cased", "hearsay", "numbers")
    numbers = table.mapping("numbers")
    cased = table.data.get("cased")
    if not isinstance(cased, bool) or not all(isinstance(value, int) for value in numbers.values()):
        raise DataError(f"{table.where}: 'cased' must be true or false, and numbers whole")

    def longest_first(key: str) -> tuple[str, ...]:
        return tuple(sorted(map(plain, table.words(key)), key=lambda part: (-len(part), part)))

    return KeyWords(
        cased=cased,
        prefixes=longest_first("prefixes"),
        endings=longest_first("endings"),
        numbers={plain(word): value for word, value in numbers.items()},
        months=months,
        weekdays=weekdays,
        hearsay=frozenset(map(plain, table.words("hearsay"))),
    )
