"""Wars: the day on which each began, for articles that count « since the war began » and do not say when."""

import re
from collections import defaultdict
from functools import cache, cached_property

from recoupe.errors import DataError
from recoupe.gazetteers.tables import names, read_tables

_KEYS = frozenset({"countries", "since", "until", "names"})
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")


class Wars:
    """The wars of `wars.toml`, by country."""

    @cached_property
    def _named(self) -> dict[str, list[tuple[str, re.Pattern[str]]]]:
        """By month and day of their beginning (`04-15`): the day of each war, and its names."""
        found: dict[str, list[tuple[str, re.Pattern[str]]]] = defaultdict(list)
        for table in read_tables("wars.toml", _KEYS).values():
            written = names(table, "names")
            if written:
                since = str(table["since"])
                found[since[5:]].append((since, re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, written))})(?!\w)")))
        return found

    def begun_on(self, month: int, day: int, text: str) -> str | None:
        """The ISO day of the one war that began on that day of a year and that `text` names; None when there is none."""
        known = self._named.get(f"{month:02}-{day:02}", ())
        days = {since for since, written in known if written.search(text)}
        return days.pop() if len(days) == 1 else None

    @cached_property
    def _of(self) -> dict[str, list[tuple[str, str]]]:
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for identity, table in read_tables("wars.toml", _KEYS).items():
            since, until = str(table.get("since")), str(table.get("until", "9999-12"))
            if not _DAY.fullmatch(since) or not _MONTH.fullmatch(until):
                raise DataError(f"gazetteers/wars.toml [{identity}]: 'since' must be a day and 'until' a month")
            for country in names(table, "countries"):
                found[country].append((since, until))
        return found

    @cached_property
    def _in(self) -> frozenset[tuple[str, str]]:
        tables = read_tables("wars.toml", _KEYS).values()
        return frozenset((names(t, "countries")[0], str(t["since"])) for t in tables)

    def is_fought_in(self, country: str, published: str | None) -> bool:
        """Whether the war that goes on for the country when an article is published is fought on its own ground."""
        return (country, self.began(country, published)) in self._in

    def began(self, country: str, published: str | None) -> str | None:
        """The ISO day on which the war began that goes on in the country when an article is published.

        None where there is none; where publication is unknown, the day of the only war that the country has had.
        """
        wars = self._of.get(country, [])
        if published is None:
            return wars[0][0] if len(wars) == 1 else None
        return max((since for since, until in wars if since <= published and published[:7] <= until), default=None)


@cache
def wars() -> Wars:
    """The wars of the package; their file is opened at the first question."""
    return Wars()
