"""KindIndex: what each word can be a sign of: the words of harm and those of `kinds.toml` together."""

from dataclasses import dataclass
from functools import cache

from recoupe.languages.harm import Sense
from recoupe.languages.kinds import KindWords
from recoupe.languages.morphology import Form
from recoupe.languages.number_words import Composition
from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack
from recoupe.model.claim import ClaimKind
from recoupe.model.figure import Effect
from recoupe.stages.claim.lexicon import Lexicon, lexicon

KIND_OF_EFFECT: dict[Effect, ClaimKind] = {
    "killed": "harm",
    "wounded": "harm",
    "casualties": "harm",
    "missing": "harm",
    "detained": "harm",
    "trapped": "harm",
    "surrendered": "harm",
    "displaced": "displacement",
    "returned": "displacement",
    "struck": "strike",
}


@dataclass(frozen=True, slots=True, eq=False)
class KindIndex:
    """The tables of a pack that typing claims needs."""

    lexicon: Lexicon
    words: KindWords
    nouns: dict[str, ClaimKind]
    """Nouns of harm, displacement and strikes."""
    events: dict[str, ClaimKind]
    """Nouns that say it with « of » behind them."""
    senses: dict[str, tuple[tuple[Sense, Form], ...]]
    gate: frozenset[str]
    """Words without which a stretch shows no sign of anything."""
    people: frozenset[str]
    civilians: frozenset[str]
    """Words for several people without arms."""
    numbers: Composition


@cache
def kind_index(pack: LanguagePack) -> KindIndex:
    """The pack's tables, read once."""
    tables = lexicon(pack)
    words = KindWords.load(pack.table("kinds"), pack.rules("morphology").forms)
    harm, skip = tables.harm, words.from_harm.skip
    nouns = {word: KIND_OF_EFFECT[effect] for word, effect in harm.nouns.items() if word not in skip}
    nouns.update((word, "strike") for word in harm.strikes | harm.sorties | harm.strike_heads)
    events = {w: KIND_OF_EFFECT[e] for w, e in harm.events.items() if w not in skip and w not in nouns}
    senses = {
        word: tuple((s, f) for s, f in found if s.effect != "trapped")
        for word, found in harm.verbs.items()
        if word not in skip
    }
    people = tables.counted.people
    collective = tables.counted.families | {w for w in people if w.endswith(("s", "x")) or w == "population"}
    return KindIndex(
        lexicon=tables,
        words=words,
        nouns=nouns,
        events=events,
        senses={word: found for word, found in senses.items() if found},
        gate=frozenset((*words.signs, *nouns, *events, *senses)),
        people=tables.counted.families.union(people),
        civilians=frozenset(w for w in collective if people.get(w) != "combatants"),
        numbers=number_words(pack).composition,
    )
