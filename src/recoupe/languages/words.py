"""Words: a language's closed classes (determiners, pronouns, subordinators, adverbs …) as sets of folded forms."""

from dataclasses import dataclass, fields

from recoupe.languages.tables import Table

_PHRASES = ("clause_openers", "connectors", "inserted")


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes. Sets hold folded forms; phrases are tuples of folded words, longest first."""

    determiners: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    circumstance: frozenset[str]
    subjects: frozenset[str]
    speakers: frozenset[str]
    stressed: frozenset[str]
    clitics: frozenset[str]
    reflexives: frozenset[str]
    negations: frozenset[str]
    subordinators: frozenset[str]
    relatives: frozenset[str]
    partitives: frozenset[str]
    prenominal: frozenset[str]
    nouns: frozenset[str]
    nobody: frozenset[str]
    coordinators: frozenset[str]
    adverbs: frozenset[str]
    channels: frozenset[str]
    clause_openers: tuple[tuple[str, ...], ...]
    connectors: tuple[tuple[str, ...], ...]
    inserted: tuple[tuple[str, ...], ...]

    @classmethod
    def load(cls, table: Table) -> "Words":
        """The classes in `words.toml`; raises DataError on an unknown or missing class."""
        names = [f.name for f in fields(cls)]
        table.only(*names)
        values = {
            name: _phrases(table.words(name)) if name in _PHRASES else frozenset(table.words(name)) for name in names
        }
        return cls(**values)  # type: ignore[arg-type]


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as the tokenizer cuts them: an elision is a word of its own."""
    return tuple(phrase.replace("'", "' ").split())


def _phrases(items: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    # « aujourd'hui » and « d'autres » inside phrases are rare enough to be written with their own spacing in the table
    return tuple(sorted((split_phrase(p) for p in items), key=lambda p: (-len(p), p)))
