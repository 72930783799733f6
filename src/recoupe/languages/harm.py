"""Harm: the words that say what befell people, as a pack's `harm.toml` holds them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from recoupe.errors import DataError
from recoupe.languages.morphology import Form
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import filled, spelled
from recoupe.languages.tables import Table
from recoupe.languages.words import split_phrase
from recoupe.model.figure import Effect

Frame = Literal["object", "subject", "reflexive"]
Forms = Callable[[str], tuple[Form, ...]]

_EFFECTS: tuple[Effect, ...] = (
    "killed", "wounded", "casualties", "missing", "detained", "displaced", "trapped", "returned", "surrendered",
    "struck",
)  # fmt: skip
_FRAMES: tuple[Frame, ...] = ("object", "subject", "reflexive")
_LISTS = (
    "deadly",
    "open",
    "single",
    "strikes",
    "strike_heads",
    "strike_marks",
    "sorties",
    "sortie_marks",
    "sortie_verbs",
    "war",
    "sport",
    "games",
    "not_strikes",
)


class Sense(NamedTuple):
    """What a verb says, by itself (no tails) or with set words behind it."""

    effect: Effect
    frame: Frame
    """Who is harmed: the verb's object, its subject, or the subject that does it to itself."""
    people: bool
    """Whether only a known word for people is taken, because the verb is also said of things."""
    fighters: bool
    """Whether only fighters are taken (« trois soldats sont tombés »)."""
    folk: bool
    """Whether only families and those who live somewhere are taken, and nobody who goes there on duty."""
    given: bool
    """Whether it counts only after a figure of the same effect."""
    blameless: bool
    """Whether whoever does it is not who harmed (« inhumer », « perdre »)."""
    negated: bool
    """Whether it counts only where it is denied (« n'ont pas survécu »)."""
    troops: bool
    """Whether « hommes » that it befalls are soldiers (« a perdu 16 hommes »)."""
    not_before: frozenset[str]
    """Words that undo the sense right behind the verb, unless one of `unless` follows them."""
    unless: frozenset[str]
    not_near: frozenset[str]
    """Words that undo the sense some way behind the verb (« s'étaient réfugiés dans les caves »)."""
    near: frozenset[str]
    """Words of which one must stand in the sentence (« une bombe a touché six soldats »); empty when none must."""
    doers: frozenset[str]
    """Words of which one must be the subject (« les rebelles ont pris trois enfants »); empty when none must."""
    pronoun: bool
    """Whether the pronoun of what was named before must stand in the verb's group (« en sont partis »)."""
    tails: SetPhrases
    across: bool
    """Whether those who are harmed may stand between verb and tail."""


class SetWords(NamedTuple):
    """Set words that say harm by themselves."""

    words: tuple[str, ...]
    effect: Effect
    behind: bool
    """Whether those who are harmed follow, with « of » or right behind the phrase's own preposition, and do not stand in front."""
    people: bool
    """Whether only a known word for people is taken."""
    without: frozenset[str] = frozenset()
    """Words before which it is said of who lives on (« les familles, victimes d'un massacre »)."""
    not_before: frozenset[str] = frozenset()
    """Words right behind that undo it (« victimes d'un enlèvement manqué »)."""
    near: frozenset[str] = frozenset()
    """Words of which one must stand in the sentence, or in the one before (« des attentats : 200 civils en sont victimes »); empty when none must."""
    swap: bool = False
    """Whether it holds only where others are told just before to whom the same was done (« en échange de »)."""


VerbSenses = tuple[tuple[Sense, Form], ...]


class Tolls(NamedTuple):
    """Words for a toll and for counting."""

    nouns: frozenset[str]
    of: frozenset[str]
    """Toll nouns followed by what is counted (« le nombre de blessés »)."""
    losses: frozenset[str]
    """Nouns of harm whose number is told like a toll's."""
    asked: frozenset[str]
    """Words that ask for a number."""
    gauged: frozenset[str]
    """Participles of estimating."""
    put_at: frozenset[str]
    """Words between those counted and their number (« puts the dead at 100 »)."""
    that_of: frozenset[str]
    stands_at: frozenset[str]
    """Of the nouns for a toll those that say how many are in a state: « le nombre de déplacés »."""
    """Words that take up a toll of others (« that of the dead to 12 »)."""
    deadly: frozenset[str]
    """Toll nouns that count the dead where they say nothing else."""
    marks: frozenset[str]
    """The words without which no sentence says what a toll counts."""
    verbs: frozenset[str]
    """Forms of verbs between a toll and its number."""
    growing: frozenset[str]
    """Those of `verbs` that say that it has grown."""
    counters: frozenset[str]
    """Forms of verbs of which a bare number can be the object (« en a dénombré 80 »)."""
    registers: frozenset[str]
    """Those of `counters` that need no pronoun for what was counted before."""
    adders: frozenset[str]
    """Forms of verbs that add a count to the one before."""
    spares: frozenset[str]
    """Forms of verbs that say of those taken up that no harm came to them (« en a sauvé 12 »)."""
    more_than: frozenset[str]
    about: frozenset[str]
    open_ended: SetPhrases
    at_least: SetPhrases
    """The same, behind the complement of those counted (« 18 membres de X au moins »)."""


class Crossings(NamedTuple):
    """Words for those who come into a country, or leave to flee."""

    entering: frozenset[str]
    """Forms of verbs behind which a preposition and a country say where people came, or from where."""
    reaching: frozenset[str]
    """Forms of verbs whose object is the country."""
    ways: frozenset[str]
    """The prepositions."""
    fleeing: frozenset[str]
    """Forms of fleeing that say why those left who did the verb before."""
    grounds: frozenset[str]
    """Nouns that an adjective makes a country's (« le territoire tchadien »)."""
    purpose: frozenset[str]
    """What stands before such a form."""


@dataclass(frozen=True, slots=True)
class Harm:
    """The words of harm. Every word is folded."""

    verbs: dict[str, VerbSenses]
    """What each form of a verb of harm can say."""
    phrases: dict[str, dict[str, tuple["SetWords", ...]]]
    """By their first word, then by their second (empty for a word alone), longest first: set words that say what those
    before or behind them suffer."""
    nouns: dict[str, Effect]
    """Nouns whose number is a count of harm."""
    predicative: frozenset[str]
    """Those of `nouns` that count only where no other noun stands before them (« 12 dead », not « 12 people dead »)."""
    open: frozenset[str]
    deadly: frozenset[str]
    """Deeds whose victims are dead."""
    single: frozenset[str]
    not_single: SetPhrases
    """Article and noun that are no count all the same."""
    not_before: SetPhrases
    lives: SetPhrases
    """Nouns of loss with what makes it death (« pertes en vies humaines »)."""
    events: dict[str, Effect]
    """Nouns for what happens, followed by « of » and the count."""
    told: frozenset[str]
    """Those of `events` that are harm only where the article counts such harm (« l'arrivée de 300 familles »)."""
    loose: frozenset[str]
    """Those of `events` that things can suffer too."""
    strikes: frozenset[str]
    strike_heads: frozenset[str]
    strike_marks: frozenset[str]
    games: frozenset[str]
    """Of `sport`, the words beside which nobody is hurt by war, where the article tells of none."""
    not_strikes: frozenset[str]
    sorties: frozenset[str]
    sortie_marks: frozenset[str]
    sortie_verbs: frozenset[str]
    war: frozenset[str]
    """Words that show that strikes are of war."""
    sport: frozenset[str]
    tolls: Tolls
    crossings: Crossings

    @classmethod
    def load(cls, table: Table, forms: Forms) -> "Harm":
        """The words in `harm.toml`, verbs in all their forms; raises DataError on an unknown key or a wrong type."""
        table.only("classes", "verbs", "idioms", "phrases", "nouns", "events", "tolls", "crossings")
        named = table.table("classes")
        classes = {name: named.words(name) for name in named.data}
        nouns = table.table("nouns").only(*_EFFECTS, *_LISTS, "not_before", "not_single", "predicative", "lives")
        events = table.table("events").only(*_EFFECTS, "loose", "told")
        verbs: dict[str, list[tuple[Sense, Form]]] = {}
        for entry in table.tables("verbs"):
            entry.only(
                "effect", "frame", "victims", "lemmas", "not_before", "unless", "not_near", "near", "doers", "pronoun", "given",
                "negated", "blameless", "troops",
            )  # fmt: skip
            _inflect(verbs, _sense(entry, classes), entry.words("lemmas"), forms)
        for entry in table.tables("idioms"):
            entry.only(
                "effect",
                "frame",
                "victims",
                "verbs",
                "tails",
                "across",
                "negated",
                "given",
                "blameless",
                "not_near",
                "near",
                "doers",
                "troops",
            )
            _inflect(verbs, _sense(entry, classes), entry.words("verbs"), forms)
        lists = {name: frozenset(spelled(nouns.words(name))) for name in _LISTS if name != "sortie_verbs"}
        return cls(
            # a verb with its set words says more than the verb alone
            verbs={word: tuple(sorted(senses, key=lambda s: not s[0].tails)) for word, senses in verbs.items()},
            phrases=_phrases(table.tables("phrases"), classes),
            nouns=nouns_by_effect(nouns),
            predicative=frozenset(spelled(nouns.words("predicative", optional=True))),
            not_single=SetPhrases.of(nouns.words("not_single")),
            not_before=SetPhrases.of(nouns.words("not_before")),
            lives=SetPhrases.of(nouns.words("lives", optional=True)),
            events=nouns_by_effect(events),
            told=frozenset(events.words("told", optional=True)),
            loose=frozenset(events.words("loose")),
            sortie_verbs=inflected(nouns.words("sortie_verbs"), forms),
            tolls=_tolls(table.table("tolls"), forms),
            crossings=_crossings(table.table("crossings"), forms),
            **lists,
        )


def inflected(lemmas: Iterable[str], forms: Forms) -> frozenset[str]:
    """Every form of the verbs, folded."""
    return frozenset(form.text for lemma in lemmas for form in forms(lemma))


def _inflect(verbs: dict[str, list[tuple[Sense, Form]]], sense: Sense, lemmas: Iterable[str], forms: Forms) -> None:
    for lemma in lemmas:
        for form in forms(lemma):
            verbs.setdefault(form.text, []).append((sense, form))


def _sense(entry: Table, classes: Mapping[str, Sequence[str]]) -> Sense:
    effect, frame, victims = entry.text("effect"), entry.text("frame"), entry.text("victims", "any")
    if effect not in _EFFECTS or frame not in _FRAMES or victims not in ("any", "people", "fighters", "folk"):
        raise DataError(f"{entry.where}: unknown effect, frame or victims")
    return Sense(
        effect=effect,
        frame=frame,
        people=victims != "any",
        fighters=victims == "fighters",
        folk=victims == "folk",
        given=bool(entry.data.get("given", False)),
        blameless=bool(entry.data.get("blameless", False)),
        negated=bool(entry.data.get("negated", False)),
        troops=bool(entry.data.get("troops", False)),
        not_before=frozenset(entry.words("not_before", optional=True)),
        unless=frozenset(entry.words("unless", optional=True)),
        not_near=frozenset(entry.words("not_near", optional=True)),
        near=frozenset(entry.words("near", optional=True)),
        doers=frozenset(entry.words("doers", optional=True)),
        pronoun=bool(entry.data.get("pronoun", False)),
        tails=SetPhrases.of(filled(entry.words("tails", optional=True), classes)),
        across=bool(entry.data.get("across", False)),
    )


def _phrases(entries: list[Table], classes: Mapping[str, Sequence[str]]) -> dict[str, dict[str, tuple[SetWords, ...]]]:
    found: dict[str, dict[str, list[SetWords]]] = {}
    for entry in entries:
        entry.only("effect", "words", "behind", "victims", "without", "not_before", "near", "swap")
        effect = entry.text("effect")
        if effect not in _EFFECTS:
            raise DataError(f"{entry.where}: unknown effect {effect!r}")
        behind = bool(entry.data.get("behind", False))
        people = entry.text("victims", "any" if behind else "people") != "any"
        without, not_before = (frozenset(entry.words(key, optional=True)) for key in ("without", "not_before"))
        near = frozenset(filled(entry.words("near", optional=True), classes))
        for phrase in map(split_phrase, filled(entry.words("words"), classes)):
            second = phrase[1] if len(phrase) > 1 else ""
            said = SetWords(phrase, effect, behind, people, without, not_before, near, entry.flag("swap"))
            found.setdefault(phrase[0], {}).setdefault(second, []).append(said)
    return {
        first: {second: tuple(sorted(phrases, key=lambda p: -len(p.words))) for second, phrases in beside.items()}
        for first, beside in found.items()
    }


def nouns_by_effect(table: Table) -> dict[str, Effect]:
    """Folded nouns of those harmed (« morts »), with what befell them, from the table `nouns` of a pack's `harm.toml`, or of `events`."""
    return {word: effect for effect in _EFFECTS for word in spelled(table.words(effect, optional=True))}


def _crossings(table: Table, forms: Forms) -> Crossings:
    table.only("entering", "reaching", "ways", "grounds", "fleeing", "purpose")
    verbs = {name: inflected(table.words(name), forms) for name in ("entering", "reaching", "fleeing")}
    sets = {name: frozenset(table.words(name)) for name in ("ways", "grounds", "purpose")}
    return Crossings(**sets, **verbs)


def _tolls(table: Table, forms: Forms) -> Tolls:
    table.only(
        "nouns", "of", "losses", "asked", "gauged", "put_at", "that_of", "stands_at", "deadly",
        "verbs", "growing", "counters", "registers", "adders", "spares", "more_than", "about",
        "open_ended", "at_least",
    )  # fmt: skip
    verbs = {
        name: inflected(table.words(name), forms)
        for name in ("verbs", "growing", "counters", "registers", "adders", "spares", "more_than", "about")
    }
    put_at = frozenset(table.words("put_at", optional=True))
    gauged = frozenset(spelled(table.words("gauged")))
    return Tolls(
        nouns=frozenset(table.words("nouns")),
        of=frozenset(table.words("of")),
        losses=frozenset(table.words("losses")),
        asked=frozenset(table.words("asked")),
        gauged=gauged,
        put_at=put_at,
        that_of=frozenset(table.words("that_of", optional=True)),
        stands_at=frozenset(table.words("stands_at", optional=True)),
        deadly=frozenset(table.words("deadly", optional=True)),
        marks=frozenset((*table.words("of"), *table.words("losses"), *table.words("asked"), *gauged, *put_at, "(")),
        open_ended=SetPhrases.of(table.words("open_ended")),
        at_least=SetPhrases.of(table.words("at_least")),
        **verbs,
    )
