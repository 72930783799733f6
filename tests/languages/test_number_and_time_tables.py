"""What a malformed `numerals.toml` or `times.toml` is told."""

from copy import deepcopy
from typing import Any

import pytest

from recoupe.errors import DataError
from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack, pack
from recoupe.languages.tables import Table
from recoupe.languages.times import time_words


class Broken(LanguagePack):
    """The French pack with one table changed."""

    def __init__(self, name: str, *path: str, value: Any) -> None:
        super().__init__("fr")
        self._name = name
        data = deepcopy(dict(pack("fr").table(name).data))
        place: Any = data
        for key in path[:-1]:
            place = place[key]
        place[path[-1]] = value
        self._changed = data

    def table(self, name: str) -> Table:
        """The table, changed if it is the one."""
        return Table(f"fr/{name}.toml", self._changed) if name == self._name else super().table(name)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("surprise",), 1, "fr/numerals.toml: unknown key 'surprise'"),
        (("words", "mille"), "1000", "fr/numerals.toml [words]: 'mille' must be a whole number"),
        (("ordinals", "stems"), {"zill": "zillion"}, "'zillion' is no number word"),
        (("composition", "takes_teens"), "60", "'takes_teens' must be whole numbers"),
        (("refused", "wrong"), [], "fr/numerals.toml [refused]: unknown key 'wrong'"),
        (("before", "nearly"), [], "fr/numerals.toml [before]: unknown key 'nearly'"),
    ],
)
def test_number_tables(path: tuple[str, ...], value: Any, told: str) -> None:
    with pytest.raises(DataError, match=told.replace("[", r"\[").replace("]", r"\]")):
        number_words(Broken("numerals", *path, value=value))


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("surprise",), {}, "fr/times.toml: unknown key 'surprise'"),
        (("rules", "ago"), ["il y a NUMBRE UNIT"], "no class or word 'NUMBRE' in the form item 'NUMBRE'"),
        (("rules", "ago"), ["il y a <abuot>? UNIT"], "there is no macro <abuot>"),
        (("months", "mars"), 3.5, "'mars' has a value of a wrong type"),
        (("joints", "wrong"), "x", "unknown key 'wrong'"),
    ],
)
def test_time_tables(path: tuple[str, ...], value: Any, told: str) -> None:
    with pytest.raises(DataError, match=told):
        time_words(Broken("times", *path, value=value))
