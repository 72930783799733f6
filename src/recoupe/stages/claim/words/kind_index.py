"""KindIndex: what each word can be a sign of: the words of harm and those of `kinds.toml` together."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from recoupe.languages.harm import Sense
from recoupe.languages.kinds import KindWords, Rule, Sign
from recoupe.languages.morphology import Form
from recoupe.languages.number_words import Composition
from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.model.claim import ClaimKind
from recoupe.model.figure import Effect
from recoupe.stages.claim.words.lexicon import Lexicon, lexicon

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


_STATES: frozenset[Effect] = frozenset({"trapped", "surrendered"})
"""What words alone say too little of, where nobody is counted."""


class Anchored(NamedTuple):
    """A set phrase under the word that it is looked for by."""

    phrase: list[str]
    offset: int
    """Where in the phrase that word stands."""
    rule: Rule


class Tailed(NamedTuple):
    """A verb with set words behind it: without one of `anchors` in the stretch it need not be looked at."""

    anchors: frozenset[str]
    signs: tuple[Sign, ...]
    senses: "Senses"


Senses = tuple[tuple[Sense, Form], ...]


@dataclass(frozen=True, slots=True, eq=False)
class KindIndex:
    """The tables of a pack that typing claims needs."""

    lexicon: Lexicon
    words: KindWords
    nouns: dict[str, ClaimKind]
    """Nouns of harm, displacement and strikes."""
    events: dict[str, ClaimKind]
    """Nouns that say it with « of » behind them."""
    signs: dict[str, tuple[Sign, ...]]
    """Words, and verbs that say it by themselves."""
    senses: dict[str, Senses]
    singles: frozenset[str]
    """The words of these four."""
    tailed: dict[str, tuple[Tailed, ...]]
    """Verbs that say it with set words behind them."""
    verbs_and_nouns: frozenset[str]
    """The words of `singles` and `tailed`."""
    phrases: dict[str, tuple[Anchored, ...]]
    """Set phrases by their longest word, longest phrase first."""
    gate: frozenset[str]
    """Words without which a stretch shows no sign of anything, and compares nothing."""
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
    nouns = {
        w: KIND_OF_EFFECT[e]
        for w, e in harm.nouns.items()
        if w not in skip and e != "surrendered" and (e != "displaced" or words.plurals.several(w))
    }
    nouns.update((word, "strike") for word in harm.strikes | harm.sorties | harm.strike_heads)
    events = {
        w: KIND_OF_EFFECT[e] for w, e in harm.events.items() if e not in _STATES and w not in skip and w not in nouns
    }
    senses = {w: [s for s in found if s[0].effect not in _STATES] for w, found in harm.verbs.items() if w not in skip}
    alone = {w: kept for w, found in senses.items() if (kept := tuple(s for s in found if not s[0].tails))}
    single_signs = _signs(words, tailed=False)
    tailed = _tailed(_signs(words, tailed=True), senses)
    tails = frozenset(anchor for found in tailed.values() for each in found for anchor in each.anchors)
    phrases = _phrases(words)
    singles = frozenset((*nouns, *events, *single_signs, *alone))
    people = tables.counted.people
    collective = tables.counted.families | {w for w in people if words.plurals.several(w)}
    return KindIndex(
        lexicon=tables,
        words=words,
        nouns=nouns,
        events=events,
        signs=single_signs,
        senses=alone,
        singles=singles,
        tailed=tailed,
        verbs_and_nouns=singles.union(tailed),
        phrases=phrases,
        gate=singles | tails | frozenset(phrases) | words.comparisons.gate,
        people=tables.counted.families.union(people),
        civilians=frozenset(w for w in collective if people.get(w) != "combatants"),
        numbers=number_words(pack).composition,
    )


def _signs(words: KindWords, *, tailed: bool) -> dict[str, tuple[Sign, ...]]:
    found = {
        word: tuple(s for s in signs if s.phrase is None and (s.rule.tails is not None) == tailed)
        for word, signs in words.signs.items()
    }
    return {word: signs for word, signs in found.items() if signs}


def _anchor(phrase: Iterable[str]) -> str:
    return max(phrase, key=len)


def _anchors(tails: SetPhrases) -> frozenset[str]:
    return frozenset(_anchor(phrase) for phrases in tails.by_first.values() for phrase in phrases)


def _tailed(
    signs: dict[str, tuple[Sign, ...]], senses: dict[str, list[tuple[Sense, Form]]]
) -> dict[str, tuple[Tailed, ...]]:
    found: dict[str, list[Tailed]] = {}
    known: dict[int, frozenset[str]] = {}

    def anchors(tails: SetPhrases) -> frozenset[str]:
        if id(tails) not in known:  # thousands of forms share a few of them
            known[id(tails)] = _anchors(tails)
        return known[id(tails)]

    for word, each in signs.items():
        for sign in each:
            if sign.rule.tails is not None:
                found.setdefault(word, []).append(Tailed(anchors(sign.rule.tails), (sign,), ()))
    for word, pairs in senses.items():
        for sense, form in pairs:
            if sense.tails:
                found.setdefault(word, []).append(Tailed(anchors(sense.tails), (), ((sense, form),)))
    return {word: tuple(each) for word, each in found.items()}


def _phrases(words: KindWords) -> dict[str, tuple[Anchored, ...]]:
    found: dict[str, list[Anchored]] = {}
    for signs in words.signs.values():
        for sign in signs:
            if sign.phrase is not None:
                anchor = _anchor(sign.phrase)
                anchored = Anchored(list(sign.phrase), sign.phrase.index(anchor), sign.rule)
                found.setdefault(anchor, []).append(anchored)
    return {word: tuple(sorted(each, key=lambda a: -len(a.phrase))) for word, each in found.items()}
