"""Words: a language's closed classes (determiners, pronouns, subordinators, adverbs …) as sets of folded forms."""

from dataclasses import dataclass, fields

from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.set_phrases import split_phrase as split_phrase
from recoupe.languages.tables import Table

_PHRASES = ("clause_openers", "connectors", "inserted", "floating", "manners")


@dataclass(frozen=True, slots=True)
class Words:
    """The closed classes. Sets hold folded forms; phrases are of folded words."""

    determiners: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    circumstance: frozenset[str]
    subjects: frozenset[str]
    own_voice: frozenset[str]
    addressed_voice: frozenset[str]
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
    verb_nouns: frozenset[str]
    nobody: frozenset[str]
    deverbal: frozenset[str]
    coordinators: frozenset[str]
    adverbs: frozenset[str]
    channels: frozenset[str]
    flags: frozenset[str]
    """Words in capitals in front of a piece of news (« URGENT - »)."""
    clause_openers: SetPhrases
    connectors: SetPhrases
    inserted: SetPhrases
    floating: SetPhrases
    manners: SetPhrases

    @classmethod
    def load(cls, table: Table) -> "Words":
        """The classes in `words.toml`; raises DataError on an unknown or missing class."""
        names = [f.name for f in fields(cls)]
        table.only(*names)
        values = {
            name: SetPhrases.of(table.words(name)) if name in _PHRASES else frozenset(table.words(name))
            for name in names
        }
        return cls(**values)  # type: ignore[arg-type]
