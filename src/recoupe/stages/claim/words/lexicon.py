"""Lexicon: the tables of a pack that counting people needs, together."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from recoupe.languages.counted import Counted, counted_words
from recoupe.languages.figures import FigureWords
from recoupe.languages.harm import Harm
from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import spelled
from recoupe.languages.toll_words import Phrases, toll_words
from recoupe.languages.verbs import VerbIndex
from recoupe.languages.words import Words


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """The words of one language that the claim stage asks for."""

    words: Words
    verbs: VerbIndex
    harm: Harm
    counted: Counted
    figures: FigureWords
    triggers: frozenset[str]
    """Words without which no sentence speaks of harm."""
    alarms: frozenset[str]
    """Those of them that speak of nothing else."""
    flight: frozenset[str]
    """Words that tell of people who fled."""
    tolls: frozenset[str]
    """Words one of which says what a toll counts."""
    finite: frozenset[str]
    """Words that can be a verb on which a clause hangs."""
    attackers: frozenset[str]
    """Words for those who struck, who are none of their own victims."""
    articles: frozenset[str]
    """Words that are one, or only an article."""
    numbers: frozenset[str]
    """Words that may begin a number."""
    ordinals: Mapping[str, int]
    """What each word of order says (« troisième »: 3)."""
    approximators: SetPhrases
    """What may stand before a number and say how exact it is."""
    hedges: SetPhrases
    """What may stand behind a count and say how exact it is (« six civils au moins »)."""
    earlier_tolls: Phrases
    """What says that the toll of a sentence is an earlier one, or not the last."""


@cache
def lexicon(pack: LanguagePack) -> Lexicon:
    """The pack's tables, read once."""
    forms = pack.rules("morphology").forms
    harm = Harm.load(pack.table("harm"), forms)
    triggers = {*harm.verbs, *harm.nouns, *harm.events, *harm.phrases, *harm.strikes, *harm.sorties, *harm.strike_heads}
    harm_finite = frozenset(w for w, found in harm.verbs.items() if any(f.finite and f.person == 3 for _, f in found))
    plain = (word for word, senses in harm.verbs.items() if any(not s.tails and not s.people for s, _ in senses))
    return Lexicon(
        words=pack.words,
        verbs=pack.verbs,
        harm=harm,
        counted=counted_words(pack),
        figures=FigureWords.load(pack.table("figures"), forms),
        triggers=frozenset(triggers),
        alarms=frozenset((*harm.nouns, *plain)),
        flight=harm.crossings.fleeing.union(w for w, effect in harm.nouns.items() if effect == "displaced"),
        tolls=frozenset((*harm.nouns, *harm.events, *harm.tolls.losses, *harm.tolls.nouns, *harm.tolls.of)),
        finite=(pack.verbs.finite_words | harm_finite) - pack.words.prepositions,
        attackers=frozenset(spelled(pack.table("agents").words("attackers", optional=True))),
        articles=number_words(pack).articles,
        numbers=frozenset(number_words(pack).composition.values.keys() | number_words(pack).counting),
        ordinals=number_words(pack).ordinals,
        approximators=SetPhrases.of(
            " ".join(phrase) for known in number_words(pack).approximators.before.values() for phrase, _ in known
        ),
        hedges=SetPhrases.of(
            " ".join(phrase) for known in number_words(pack).approximators.after.values() for phrase, _ in known
        ),
        earlier_tolls=toll_words(pack.code).earlier,
    )
