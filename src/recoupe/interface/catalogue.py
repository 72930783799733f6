"""What the command line says, in the language of the person who reads it."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

import tomli

_LOCALES: Mapping[str, Mapping[str, Any]] = tomli.loads(
    resources.files("recoupe.interface").joinpath("locales.toml").read_text("utf-8")
)
LANGUAGES = tuple(_LOCALES)
_DEFAULT = LANGUAGES[0]


class Catalogue:
    """The strings of one language."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._strings = _strings()
        self._locale = _LOCALES[language]

    def called(self, name: str, second: str | None) -> str:
        """Of a place's or body's two names the one that this language uses."""
        return (second or name) if self._locale["second_name"] else (name or second or "")

    @property
    def second_names(self) -> bool:
        """Whether this language uses the second of a place's or body's two names."""
        return bool(self._locale["second_name"])

    def __call__(self, key: str, **fields: object) -> str:
        """The string under `key` (`summary.next`), its {fields} filled in."""
        words = self._find(key)
        assert isinstance(words, str), f"{key} needs a number"
        return words.format(**fields) if fields else words

    def count(self, key: str, n: int, **fields: object) -> str:
        """The string under `key` in singular or plural, with {n} written as this language writes numbers."""
        words = self._find(key)
        assert not isinstance(words, str), f"{key} takes no number"
        one = n in self._locale["singular"]
        return str(words[0 if one else 1]).format(n=self.number(n), **fields)

    def sentence(self, words: str) -> str:
        """What another part of recoupe says (an Issue's reason, an error), in this language where it is known."""
        for pattern, said in _sentences():
            if found := pattern.fullmatch(words):
                fields = {name: self._field(name, value) for name, value in found.groupdict().items()}
                return said[self.language].format(**fields)
        return words

    def name(self, key: str) -> str:
        """The string under `key`, or the last part of `key` itself when there is none."""
        section, _, last = key.partition(".")
        return self(key) if last in self._strings.get(section, {}) else last

    def number(self, value: float) -> str:
        """`value` with its thousands apart."""
        whole = value == int(value) if abs(value) < 1e15 else False
        return (f"{int(value):,}" if whole else f"{value:,g}").replace(",", self._locale["thousands"])

    def _field(self, name: str, value: str) -> str:
        """What stands in a sentence under `name`: a language by its name, a sentence, the few words in lists."""
        if name == "why":
            return self.sentence(value)
        if name == "language":
            return self.name(f"language.{value.strip(chr(39))}")
        for word in self._strings["listed"] if name in ("kinds", "names") else ():
            value = value.replace(self._strings["listed"][word][_DEFAULT], self(f"listed.{word}"))
        return value

    def _find(self, key: str) -> str | Sequence[str]:
        section, _, last = key.partition(".")
        words: str | Sequence[str] = self._strings[section][last][self.language]
        return words


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> tuple[str, list[str], str | None]:
    """The language to speak, the arguments without `--lang`, and what was asked for when that is none of ours.

    `--lang` may stand anywhere before `--`; without it the locale decides, and the first of ours when it says nothing.
    """
    spoken = _of_locale(environment)
    rest: list[str] = []
    refused = None
    words = iter(arguments)
    for word in words:
        if word == "--":
            return spoken, [*rest, word, *words], refused
        option, given, value = word.partition("=")
        if option != "--lang":
            rest.append(word)
            continue
        asked = (value if given else next(words, "")).lower()
        if asked in LANGUAGES:
            spoken = asked
        else:
            refused = asked
    return spoken, rest, refused


def _of_locale(environment: Mapping[str, str]) -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            spoken = environment[name].lower()
            return next((language for language in LANGUAGES if spoken.startswith(language)), _DEFAULT)
    return _DEFAULT


@cache
def _sentences() -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """Each sentence as a pattern of how it is said, with its wordings."""
    table = tomli.loads(resources.files("recoupe.interface").joinpath("sentences.toml").read_text("utf-8"))
    return [(_pattern(words.get("said", words[_DEFAULT])), words) for words in table["sentence"]]


def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template)
    named = (f"(?P<{piece}>.+?)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces))
    return re.compile("".join(named), re.DOTALL)


@cache
def _strings() -> dict[str, Any]:
    return tomli.loads(resources.files("recoupe.interface").joinpath("strings.toml").read_text("utf-8"))
