"""Kinds: the words that tell what a claim states, as a pack's `kinds.toml` holds them."""

from dataclasses import dataclass, fields
from typing import Any, Literal, NamedTuple, get_args

from recoupe.errors import DataError
from recoupe.languages.harm import Forms, inflected
from recoupe.languages.morphology import Form
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import spelled
from recoupe.languages.tables import Table
from recoupe.languages.words import split_phrase
from recoupe.model.attribution import Stance
from recoupe.model.claim import ClaimKind, ControlChange, MeasureKind, MeasureStatus

Needs = Literal[
    "place", "place_after", "place_from", "place_before", "of_place", "base", "armed_place", "people", "civilians",
    "target", "argument", "home", "held_place",
]  # fmt: skip
Accused = Literal["before", "after", "verb"]

_SIGN = (
    "kind", "words", "phrases", "verbs", "tails", "needs", "near", "without",
    "reflexive", "across", "moves", "not_before", "object", "named", "change",
    "measure", "accused",
)  # fmt: skip


class Rule(NamedTuple):
    """What a sign says, and what it asks for (see `kinds.toml`)."""

    kind: ClaimKind
    needs: Needs | None = None
    tails: SetPhrases | None = None
    across: bool = False
    """Whether any words may stand between the sign and its tail, and not only those of its verb group."""
    near: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    not_before: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    """Words of which one must be the object, or the subject of the passive."""
    reflexive: bool = False
    moves: bool = False
    """Whether the auxiliary of its past is that of the passive (« est tombée »)."""
    named: bool = False
    """Whether a name that no gazetteer knows counts as a place."""
    change: ControlChange | None = None
    measure: MeasureKind | None = None
    accused: Accused | None = None


class Sign(NamedTuple):
    """One way to begin a sign: the rule, the words of a set phrase, the form of a verb."""

    rule: Rule
    phrase: tuple[str, ...] | None
    """None for a single word."""
    form: Form | None
    """None for what is no verb."""


@dataclass(frozen=True, slots=True)
class FromHarm:
    """What the words of harm say too little of, or what signs of their own take care of."""

    unsure: frozenset[str]
    """Nouns that are harm only near people or a number."""
    skip: frozenset[str]
    """Nouns and forms of verbs to pass over."""
    of_cause: frozenset[str]
    """Nouns whose « of » says what did it."""
    of_place: frozenset[str]
    """Words behind which the displaced are a place or a body."""
    sport: frozenset[str]
    """Words beside which a strike is a player's."""


@dataclass(frozen=True, slots=True)
class Acts:
    """What the stance of an attribution asks of its cue and of what is said."""

    accusing: frozenset[str]
    """Infinitives of verbs whose object is accused in any case."""
    accusing_words: frozenset[str]
    """Nouns of idioms of the same meaning."""
    blaming: frozenset[str]
    """Infinitives of verbs whose accused stands behind « to »."""
    charging: frozenset[str]
    """Words between the accused and what they are accused of, beside « of »."""
    rejecting: frozenset[str]
    """Infinitives of verbs that deny only what is said of somebody."""
    charges: frozenset[str]
    claimed: frozenset[str]
    not_admitted: frozenset[str]
    deeds: frozenset[str]
    """Infinitives of deeds whose negation is a denial."""
    answerable: frozenset[str]
    selves: frozenset[str]
    none: frozenset[str]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Words behind which a sign says less of what the claim is about."""

    relatives: frozenset[str]
    adjuncts: frozenset[str]
    participles: str
    """How present participles end."""
    attributive: frozenset[str]
    negation: frozenset[str]
    none: frozenset[str]


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """How tallies are set against each other."""

    times: frozenset[str]
    by: frozenset[str]
    multiplying: frozenset[str]
    """Forms, as in `dividing`."""
    dividing: frozenset[str]
    more: frozenset[str]
    fewer: frozenset[str]
    half: SetPhrases
    per_cent: SetPhrases
    out_of: frozenset[str]
    of: frozenset[str]
    difference: SetPhrases
    than: frozenset[str]
    against: SetPhrases
    against_then: frozenset[str]
    tallies: frozenset[str]
    not_tallies: frozenset[str]
    pointing: frozenset[str]
    factors: dict[str, float]
    """By form: verbs that name the factor (« doublé »)."""
    named: dict[tuple[str, ...], tuple[float, bool]]
    """Set words that name a factor, or (True) a share."""
    gate: frozenset[str]
    """The words at which a comparison is looked for: the last of each phrase."""


@dataclass(frozen=True, slots=True)
class Plurals:
    """How words for several people are told."""

    endings: tuple[str, ...]
    words: frozenset[str]
    """Those without such an ending."""

    def several(self, word: str) -> bool:
        """Whether a folded word is a plural, or one for many people."""
        return word.endswith(self.endings) or word in self.words


@dataclass(frozen=True, slots=True)
class Grounds:
    """Places that are held, and what is hit."""

    words: frozenset[str]
    no: frozenset[str]
    """Words for a place that make no control of one."""
    bases: frozenset[str]
    parts: frozenset[str]
    of: frozenset[str]
    from_: frozenset[str]
    aims: frozenset[str]
    """Words and forms of verbs before an infinitive that is an aim and no fact."""
    homes: frozenset[str]
    copulas: frozenset[str]
    """Forms of verbs between a place and what is said of it."""
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class KindWords:
    """The words that tell what a claim states. Every word is folded."""

    signs: dict[str, tuple[Sign, ...]]
    """By first word; longer phrases first."""
    from_harm: FromHarm
    plurals: Plurals
    acts: Acts
    statuses: dict[str, MeasureStatus]
    status_by_stance: dict[Stance, MeasureStatus]
    clauses: Clauses
    comparisons: ComparisonWords
    grounds: Grounds

    @classmethod
    def load(cls, table: Table, forms: Forms) -> "KindWords":
        """The words in `kinds.toml`; raises DataError on an unknown key, kind or list."""
        table.only(
            "lists", "verb_lists", "from_harm", "plurals", "signs", "acts", "statuses", "status_verbs", "status_by_stance",
            "clauses", "comparisons", "factor_verbs", "factor_nouns", "shares", "grounds",
        )  # fmt: skip
        lists = _lists(table, forms)
        signs: dict[str, list[Sign]] = {}
        for entry in table.tables("signs"):
            _add(signs, entry, _rule(entry, lists), forms)
        return cls(
            signs={word: tuple(sorted(found, key=_width, reverse=True)) for word, found in signs.items()},
            from_harm=_from_harm(table.table("from_harm"), forms),
            plurals=_plurals(table.table("plurals")),
            acts=Acts(**_sets(table.table("acts"), Acts)),
            statuses=_statuses(table, forms),
            status_by_stance={
                _one_of(stance, Stance, table.where): _one_of(status, MeasureStatus, table.where)
                for stance, status in table.mapping("status_by_stance").items()
            },
            clauses=_clauses(table.table("clauses")),
            comparisons=_comparisons(table, forms),
            grounds=_grounds(table.table("grounds"), forms),
        )


def _lists(table: Table, forms: Forms) -> dict[str, frozenset[str]]:
    words, verbs = table.table("lists"), table.table("verb_lists")
    found = {name: set(spelled(words.words(name))) for name in words.data}
    for name in verbs.data:
        # « livres » is no verb here: nobody is spoken to
        spoken = (f for lemma in verbs.words(name) for f in forms(lemma) if f.person in (0, 3))
        found.setdefault(name, set()).update(form.text for form in spoken)
    return {name: frozenset(values) for name, values in found.items()}


def _rule(entry: Table, lists: dict[str, frozenset[str]]) -> Rule:
    entry.only(*_SIGN)

    def near(key: str) -> frozenset[str]:
        name = entry.text(key, "")
        if name and name not in lists:
            raise DataError(f"{entry.where}: there is no list {name!r}")
        return lists.get(name, frozenset())

    def given(key: str, kind: Any) -> Any:
        return _one_of(entry.text(key), kind, entry.where) if key in entry.data else None

    return Rule(
        kind=_one_of(entry.text("kind"), ClaimKind, entry.where),
        needs=given("needs", Needs),
        tails=SetPhrases.of(entry.words("tails")) if "tails" in entry.data else None,
        across=bool(entry.data.get("across", False)),
        near=near("near"),
        without=near("without"),
        object=near("object"),
        not_before=frozenset(entry.words("not_before", optional=True)),
        reflexive=bool(entry.data.get("reflexive", False)),
        moves=bool(entry.data.get("moves", False)),
        named=bool(entry.data.get("named", False)),
        change=given("change", ControlChange),
        measure=given("measure", MeasureKind),
        accused=given("accused", Accused),
    )


def _add(signs: dict[str, list[Sign]], entry: Table, rule: Rule, forms: Forms) -> None:
    """Enters the words, phrases and verbs of one rule."""
    for word in spelled(entry.words("words", optional=True)):
        signs.setdefault(word, []).append(Sign(rule, None, None))
    for phrase in map(split_phrase, entry.words("phrases", optional=True)):
        signs.setdefault(phrase[0], []).append(Sign(rule._replace(tails=None), phrase, None))
    for lemma in entry.words("verbs", optional=True):
        for form in forms(lemma):
            signs.setdefault(form.text, []).append(Sign(rule, None, form))


def _from_harm(table: Table, forms: Forms) -> FromHarm:
    table.only("unsure", "skip", "skip_verbs", "of_cause", "of_place", "sport")
    return FromHarm(
        unsure=frozenset(spelled(table.words("unsure"))),
        skip=frozenset(spelled(table.words("skip"))) | inflected(table.words("skip_verbs"), forms),
        of_cause=frozenset(table.words("of_cause")),
        of_place=frozenset(table.words("of_place")),
        sport=frozenset(table.words("sport")),
    )


def _plurals(table: Table) -> Plurals:
    table.only("endings", "words")
    return Plurals(endings=table.words("endings"), words=frozenset(spelled(table.words("words"))))


def _width(sign: Sign) -> int:
    return len(sign.phrase or ())


def _statuses(table: Table, forms: Forms) -> dict[str, MeasureStatus]:
    """By word; where two groups have the same word, the first."""
    words, verbs = table.table("statuses"), table.table("status_verbs")
    found: dict[str, MeasureStatus] = {}
    for name in words.data:
        status: MeasureStatus = _one_of(name, MeasureStatus, words.where)
        for word in spelled(words.words(name)):
            found.setdefault(word, status)
        for word in inflected(verbs.words(name, optional=True), forms):
            found.setdefault(word, status)
    return found


def _clauses(table: Table) -> Clauses:
    table.only(*(f.name for f in fields(Clauses)))
    return Clauses(
        relatives=frozenset(table.words("relatives")),
        adjuncts=frozenset(table.words("adjuncts")),
        participles=table.text("participles"),
        attributive=frozenset(table.words("attributive")),
        negation=frozenset(table.words("negation")),
        none=frozenset(table.words("none")),
    )


def _comparisons(whole: Table, forms: Forms) -> ComparisonWords:
    table = whole.table("comparisons")
    phrases = ("half", "per_cent", "difference", "against")
    read = {f.name for f in fields(ComparisonWords)} - {"factors", "named", "gate"}
    table.only(*read)
    values: dict[str, Any] = {name: frozenset(spelled(table.words(name))) for name in read - set(phrases)}
    values |= {name: SetPhrases.of(table.words(name)) for name in phrases}
    values |= {name: inflected(table.words(name), forms) for name in ("multiplying", "dividing")}
    factors = {
        form.text: float(value) for lemma, value in whole.mapping("factor_verbs").items() for form in forms(lemma)
    }
    named = {split_phrase(words): (float(v), False) for words, v in whole.mapping("factor_nouns").items()}
    named |= {split_phrase(words): (float(v), True) for words, v in whole.mapping("shares").items()}
    lasts = {last for name in phrases for last in values[name].by_last}
    gate = {*factors, *lasts, *(words[-1] for words in named)}
    gate |= values["times"] | values["multiplying"] | values["dividing"] | values["out_of"]
    return ComparisonWords(**values, factors=factors, named=named, gate=frozenset(gate))


def _grounds(table: Table, forms: Forms) -> Grounds:
    keys = {"words": "words", "no": "not", "bases": "bases", "parts": "parts", "of": "of", "from_": "from"}
    keys |= {"homes": "homes", "targets": "targets"}
    table.only(*keys.values(), "copulas", "aims", "aiming")
    words = {name: frozenset(spelled(table.words(key))) for name, key in keys.items()}
    aims = frozenset(spelled(table.words("aims"))) | inflected(table.words("aiming"), forms)
    return Grounds(**words, aims=aims, copulas=inflected(table.words("copulas"), forms))


def _sets(table: Table, record: type) -> dict[str, frozenset[str]]:
    names = [f.name for f in fields(record)]
    table.only(*names)
    return {name: frozenset(spelled(table.words(name))) for name in names}


def _one_of(name: str, values: Any, where: str) -> Any:
    if name not in get_args(values):
        raise DataError(f"{where}: unknown {name!r}")
    return name
