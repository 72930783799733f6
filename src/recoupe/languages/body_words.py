"""Body words: a language's words for bodies and media and what they publish, with what those are called in English."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import cast, get_args

from recoupe.errors import DataError
from recoupe.languages.tables import Table
from recoupe.languages.voice_forms import Head, Role, Wider, split
from recoupe.model.annotation import EntityKind
from recoupe.text import fold

_AGREEMENTS = frozenset(gender + number for gender in "mfn" for number in ("", "s", "p"))
_FLAGS = {"national": False, "bare": True, "local": False, "ruling": False, "abroad": False, "led": False}


class BodyWords:
    """The tables of the pack's `voices.toml` that are about bodies. Every key is folded."""

    def __init__(self, voices: Table, plural: Callable[[str], str]) -> None:
        """`plural` makes a noun's plural. Tables are read, and checked, when they are first asked for."""
        self._table = voices
        self._plural = plural

    @cached_property
    def adjectives_en(self) -> dict[str, str]:
        """Adjectives of peoples and bodies without a country of their own, in English."""
        table = self._table.table("english")
        return {fold(form): key for key in table.data for form in table.words(key)}

    @cached_property
    def bodies(self) -> dict[str, tuple[Head, ...]]:
        """By its first word: the heads of bodies' names, longest first."""
        heads: list[Head] = []
        for table in self._table.tables("bodies"):
            table.only("nouns", "name", "kind", *_FLAGS)
            kind = table.text("kind", "body")
            if kind not in get_args(EntityKind):
                raise DataError(f"{table.where}: {kind!r} is no kind of entity")
            flags = [bool(table.data.get(key, default)) for key, default in _FLAGS.items()]
            for noun, gender in _nouns(table):
                words = split(noun)
                many = self._plural(words[0]) == words[0] and words[0].endswith("s")
                number = gender[1:] or ("p" if many else "s")
                heads.append(Head(words, table.text("name"), cast(EntityKind, kind), gender[0], number, *flags))
        heads.sort(key=lambda head: -len(head.words))
        found: dict[str, list[Head]] = {}
        for head in heads:
            found.setdefault(head.words[0], []).append(head)
        return {first: tuple(group) for first, group in found.items()}

    @cached_property
    def ministries(self) -> dict[str, str]:
        """Nouns of ministries with their gender."""
        table = self._table.table("ministry").only("nouns", "name", "what")
        return {fold(noun): gender for noun, gender in _nouns(table)}

    @cached_property
    def body_words(self) -> frozenset[str]:
        """Every word at which a body's name can begin."""
        return frozenset(self.bodies) | frozenset(self.ministries)

    @cached_property
    def ministry_name(self) -> str:
        """A ministry's English name, with `{of}` and `{what}`."""
        return self._table.table("ministry").text("name")

    @cached_property
    def portfolios(self) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """By its first word: what a ministry is for, longest first, with the English."""
        table = self._table.table("ministry").table("what")
        english = {split(part): key for key in table.data for part in table.text(key).split(";") if part.strip()}
        groups = by_first(english)
        return {first: tuple((words, english[words]) for words in group) for first, group in groups.items()}

    @cached_property
    def counting(self) -> tuple[str, ...]:
        """Words in the English names of those who count the dead where they fell, whoever struck."""
        return self._table.table("counting").only("names").words("names")

    @cached_property
    def coalitions(self) -> dict[str, str]:
        """Country code to the coalition that fights there."""
        table = self._table.table("coalitions")
        return {code: name for name in table.data for code in table.words(name)}

    @cached_property
    def armies(self) -> dict[str, str]:
        """Code of a territory to the code of the state whose army holds it."""
        table = self._table.table("armies")
        return {code: table.text(code) for code in table.data}

    @cached_property
    def documents(self) -> dict[str, Role]:
        """Words for what bodies publish, and for parts of them (« services », « organe »)."""
        table = self._table.table("documents").only(
            "nouns",
            "back",
            "members",
            "tied",
            "inquiries",
            "testimonies",
            "received",
            "publishing",
            "any",
            "reckonings",
        )
        found: dict[str, Role] = {}
        for entry in table.words("nouns"):
            word, _, gender = entry.partition("/")
            found.setdefault(fold(word), Role(fold(word), gender, "s", "other"))
            found.setdefault(fold(self._plural(word)), Role(fold(word), gender, "p", "other"))
        return found

    @cached_property
    def back(self) -> frozenset[str]:
        """Those documents that point back to who spoke last (« le rapport »)."""
        return frozenset(map(fold, self._table.table("documents").words("back")))

    def _of_documents(self, key: str) -> frozenset[str]:
        return frozenset(map(fold, self._table.table("documents").words(key, optional=True)))

    @cached_property
    def inquiries(self) -> frozenset[str]:
        """Those documents that speak for themselves unless an owner is set apart from them (« a US military inquiry »)."""
        return self._of_documents("inquiries")

    @cached_property
    def testimonies(self) -> frozenset[str]:
        """Those documents that are what people tell, and not of whoever gathers them (« témoignage »)."""
        return self._of_documents("testimonies")

    @cached_property
    def reckonings(self) -> frozenset[str]:
        """Those documents that are a state's own where its capital stands behind them (« les estimations de Kiev »)."""
        return self._of_documents("reckonings")

    @cached_property
    def received(self) -> frozenset[str]:
        """Participles that before « by » tell who came by a document that others have made (« obtenu »)."""
        return self._of_documents("received")

    @cached_property
    def any_document(self) -> frozenset[str]:
        """Of the documents, those that may stand for any other (« le document »)."""
        return self._of_documents("any")

    @cached_property
    def publishing(self) -> frozenset[str]:
        """Lemmas of the verbs with which somebody brings out a document."""
        return self._of_documents("publishing")

    @cached_property
    def tied(self) -> frozenset[tuple[str, ...]]:
        """What may stand between such a word and its owner (« le communiqué de presse du ministère »)."""
        return frozenset(map(split, self._table.table("documents").words("tied")))

    @cached_property
    def members(self) -> frozenset[str]:
        """Lemmas of those whom « les … de X » makes X itself."""
        return frozenset(map(fold, self._table.table("documents").words("members")))

    @cached_property
    def wider(self) -> dict[str, Wider]:
        """Generic nouns for bodies and media already named."""
        table = self._table.table("wider")
        found: dict[str, Wider] = {}
        for key in table.data:
            words = table.words(key)
            private = words[-1] == "private"
            *kinds, gender = words[:-1] if private else words
            if gender not in ("m", "f", "n") or not set(kinds) <= set(get_args(EntityKind)):
                raise DataError(f"{table.where}: {key!r} must be « kinds gender », and `private` or nothing")
            found[fold(key)] = Wider(frozenset(kinds), gender, private)
        return found

    @cached_property
    def wider_plurals(self) -> dict[str, frozenset[str]]:
        """The plurals of the generic nouns (« les organisations ») and the kinds of what they mean."""
        return {fold(self._plural(noun)): wider.kinds for noun, wider in self.wider.items()}

    @cached_property
    def attaching(self) -> frozenset[str]:
        """Adjectives whose complement is their own, and not whose the noun before them is (« proche de »)."""
        return frozenset(map(fold, self._table.table("ends").words("attaching", optional=True)))

    @cached_property
    def heads(self) -> dict[str, str]:
        """Capitalised words that open a body's name, with their gender (folded)."""
        table = self._table.table("heads").only("m", "f", "n", "words")
        return {fold(word): gender for gender in "mfn" for word in table.words(gender, optional=True)}

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Words of other languages that only bodies' names hold, as written."""
        return frozenset(self._table.table("heads").words("words"))


def _nouns(table: Table) -> list[tuple[str, str]]:
    """The nouns and their gender, with the number where it is written (« corps/ms »)."""
    pairs = [entry.strip().rpartition("/") for entry in table.text("nouns").split(";")]
    if not all(noun and gender in _AGREEMENTS for noun, _, gender in pairs):
        raise DataError(f"{table.where}: 'nouns' must be « noun/m; noun/f »")
    return [(noun, gender) for noun, _, gender in pairs]


def by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases of folded words by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda words: -len(words)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in found.items()}
