"""The language pack: what the code may ask of a language, as typed tables read from `languages/<code>/*.toml`.

A pack is a folder. Code never asks which language it reads; it asks the pack. Each table has a file of its own here
(`traits.py`, `words.py`, …) that says which keys it must hold; a missing table, an unknown key or a wrong type is a
DataError that names file and key. Tables load on first use, so that a command pays only for what it reads.
"""

import hashlib
import importlib
from functools import cache, cached_property
from importlib import resources
from types import ModuleType

from recoupe.errors import DataError
from recoupe.languages.cues import Cues
from recoupe.languages.grammar import Grammar
from recoupe.languages.tables import Table
from recoupe.languages.traits import Traits
from recoupe.languages.verbs import VerbIndex
from recoupe.languages.voices import VoiceWords
from recoupe.languages.words import Words


class LanguagePack:
    """One language's data. Get it from `pack(code)`, which keeps one of each."""

    def __init__(self, code: str) -> None:
        """Raises DataError when there is no folder of that name."""
        self.code = code
        self._folder = resources.files("recoupe.languages").joinpath(code)
        if not self._folder.joinpath("traits.toml").is_file():
            raise DataError(f"there is no language pack {code!r}")

    def table(self, name: str) -> Table:
        """The raw table `<name>.toml`; raises DataError when it is missing or is not TOML."""
        return Table.read(self._folder, name, self.code)

    def rules(self, name: str) -> ModuleType:
        """The pack's module `<name>.py`: the few things that data cannot say (verb forms)."""
        return importlib.import_module(f"recoupe.languages.{self.code}.{name}")

    @cached_property
    def traits(self) -> Traits:
        """How the language is written."""
        return Traits.load(self.table("traits"))

    @cached_property
    def words(self) -> Words:
        """The closed classes."""
        return Words.load(self.table("words"))

    @cached_property
    def grammar(self) -> Grammar:
        """The grammatical words, by what they do."""
        return Grammar(self.table("grammar"))

    @cached_property
    def cues(self) -> Cues:
        """What marks reporting."""
        return Cues.load(self.table("cues"))

    @cached_property
    def verbs(self) -> VerbIndex:
        """Which words are verbs, and of which infinitive."""
        table = self.table("verbs").only("auxiliaries", "semi", "common")
        lemmas = {*table.words("semi"), *table.words("common"), *self.cues.lemmas()}
        return VerbIndex(lemmas, self.rules("morphology"), table.words("auxiliaries"))

    @cached_property
    def voices(self) -> VoiceWords:
        """Who speaks: pronouns, titles, role nouns, bodies."""
        return VoiceWords(self.table("voices"), self.table("names"), self.rules("nouns").plural, self.verbs)

    @cached_property
    def cue_words(self) -> frozenset[str]:
        """The folded words that can be a form of a reporting verb: the gate before anything slower looks at a
        sentence."""
        return self.verbs.words_of(set(self.cues.verbs) | set(self.cues.reflexive) | set(self.cues.idioms))

    @cached_property
    def relaying_words(self) -> frozenset[str]:
        """The folded words that can say that a medium carries a statement."""
        return self.verbs.words_of(self.cues.relaying)

    @cached_property
    def accusing_words(self) -> frozenset[str]:
        """The folded words that can be a form of a verb that takes the accused as its object."""
        verbs = self.cues.verbs
        return self.verbs.words_of(
            v for v, cue in verbs.items() if cue.stance == "accuse" and "addressed" in cue.frames
        )

    @cached_property
    def cue_gate(self) -> frozenset[str]:
        """The folded words without which a sentence reports nothing, quotation marks and brackets aside."""
        cues = self.cues
        return (
            self.cue_words | cues.adposition_words | cues.nouns.keys() | self.grammar.presented | self.grammar.replies
        )

    @cached_property
    def digest(self) -> str:
        """8 hex digits that change when any file of the pack changes."""
        sha = hashlib.sha256()
        for item in sorted(self._folder.iterdir(), key=lambda f: f.name):
            if item.name.endswith((".toml", ".py")) and not item.name.startswith("examples"):
                sha.update(item.name.encode() + b"\0" + item.read_bytes())
        return sha.hexdigest()[:8]


@cache
def pack(code: str) -> LanguagePack:
    """The pack for an ISO 639-1 code; raises DataError when there is none."""
    return LanguagePack(code)


@cache
def codes() -> tuple[str, ...]:
    """The ISO 639-1 codes of the languages that can be read, in alphabetical order."""
    folder = resources.files("recoupe.languages")
    return tuple(sorted(f.name for f in folder.iterdir() if f.is_dir() and f.joinpath("traits.toml").is_file()))
