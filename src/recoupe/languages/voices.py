"""Voices: a language's words for those who speak (pronouns, titles, role nouns, bodies, what ends a name)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, cast, get_args

from recoupe.errors import DataError
from recoupe.languages.tables import Table
from recoupe.languages.verbs import VerbIndex
from recoupe.model.annotation import EntityKind, Token, Voice
from recoupe.text import fold

Pointing = Literal["definite", "demonstrative", "indefinite", "possessive", "subject", "last", "weak", "self"]
Group = Literal["ranks", Voice]

_GROUPS: tuple[Group, ...] = ("ranks", *get_args(Voice))
_WORDS = (
    "particles", "openers", "prepositions", "locatives", "belonging", "tying", "coordination", "apposition", "same", "governed",
    "place_openers", "led_by", "plain", "adjectives", "clitics", "agents", "armed", "nicknames",
)  # fmt: skip


class Form(NamedTuple):
    """A determiner or pronoun: how it points, and its gender (m, f, x) and number (s, p, x)."""

    points: Pointing
    gender: str
    number: str


class Role(NamedTuple):
    """One form of a role noun. `lemma` is its masculine singular."""

    lemma: str
    gender: str
    number: str
    group: Group

    @property
    def voice(self) -> Voice:
        """The kind of voice that somebody of this role is."""
        return "military" if self.group == "ranks" else self.group


class Head(NamedTuple):
    """The words at the head of a body's name, and how the whole is called in English."""

    words: tuple[str, ...]
    """Folded words, one a token."""
    name: str
    """With `{of}` for the country's adjective or the place."""
    kind: EntityKind
    gender: str
    number: str
    national: bool
    """Without adjective or place it is the article's country's."""
    bare: bool
    """May stand without adjective or place at all."""
    local: bool
    """Belongs to a place, not to a country."""
    led: bool
    """A coalition: named after who leads it."""


def split(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as tokens are: « chef d'état-major » is « chef », « d' », « état-major »."""
    return tuple(fold(phrase).replace("'", "' ").split())


@dataclass(frozen=True, slots=True)
class Wider:
    """What a generic noun (« l'ONG », « le quotidien ») may stand for."""

    kinds: frozenset[str]
    gender: str
    private: bool
    """Never a body that is named by what it is (« l'armée irakienne »)."""


class VoiceWords:
    """The pack's `voices.toml` and `names.toml`. Every key is folded."""

    def __init__(self, voices: Table, names: Table, plural: Callable[[str], str], verbs: VerbIndex) -> None:
        """Raises DataError on an unknown key or a wrong type; `plural` makes a noun's plural."""
        self._table = voices.only(
            "determiners",
            "owners",
            "pronouns",
            "honorifics",
            "roles",
            "english",
            "kinds",
            "bodies",
            "ministry",
            "coalitions",
            "armies",
            "documents",
            "wider",
            "heads",
            "ends",
            "words",
        )
        self._names = names.only("masculine", "feminine", "feminine_endings")
        self._plural = plural
        self.verbs = verbs
        words = self._table.table("words").only(*_WORDS, "adjective_endings")
        sets = {key: frozenset(fold(w) for w in words.words(key)) for key in _WORDS}
        self.particles = sets["particles"]
        """Kept inside a person's name though written small."""
        self.openers = sets["openers"]
        """May open a person's name and are no given name."""
        self.prepositions = sets["prepositions"]
        self.locatives = sets["locatives"]
        self.belonging = sets["belonging"]
        """« of »."""
        self.tying = sets["tying"]
        """Prepositions inside bodies' names."""
        self.coordination = sets["coordination"]
        self.apposition = sets["apposition"]
        self.same = sets["same"]
        self.governed = sets["governed"]
        """Prepositions that tie a role to its organisation."""
        self.place_openers = sets["place_openers"]
        self.clitics = sets["clitics"]
        """Words before a verb that show the word before them to be its subject."""
        self.agents = sets["agents"]
        """« by »: before who did it."""
        self.armed = sets["armed"]
        """Adjectives that make a generic noun (« l'organisation ») an armed party."""
        self.nicknames = sets["nicknames"]
        """« alias »: between a name and another name of the same person."""
        self.led_by = sets["led_by"]
        self.plain = sets["plain"]
        """Words that open a sentence and no name."""
        self._adjectives = sets["adjectives"]
        self._endings = words.words("adjective_endings")
        ends = self._table.table("ends").only("relative", "asides")
        self.relative = frozenset(map(fold, ends.words("relative")))
        self.asides = frozenset(map(fold, ends.words("asides")))

    @cached_property
    def determiners(self) -> dict[str, Form]:
        """Articles and the like."""
        return self._forms("determiners")

    @cached_property
    def owners(self) -> dict[str, str]:
        """Possessives with the number of the owner."""
        table = self._table.table("owners")
        return {fold(key): table.text(key) for key in table.data}

    @cached_property
    def pronouns(self) -> dict[str, Form]:
        """Pronouns, those of two words with a space."""
        return self._forms("pronouns")

    @cached_property
    def honorifics(self) -> dict[str, tuple[str, str]]:
        """« M. », « Mme » without their stop: gender and number."""
        table = self._table.table("honorifics")
        return {fold(key): (value[0], value[2]) for key, value in ((key, table.text(key)) for key in table.data)}

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Every form of every role noun."""
        table = self._table.table("roles").only(*_GROUPS, "idioms", "before", "generic", "wider")
        found: dict[str, Role] = {}
        for group in _GROUPS:
            for entry in table.words(group):
                man, slash, woman = entry.partition("/")
                lemma = fold(man or woman)
                both = "x" if not slash or man == woman else "m"
                for word, gender in ((man, both), (woman, "f")):
                    if word:
                        found.setdefault(fold(word), Role(lemma, gender, "s", group))
                        found.setdefault(fold(self._plural(word)), Role(lemma, gender, "p", group))
        for word, role in list(found.items()):
            if role.number == "s" and self._plural(word) == word:  # « porte-parole »: the article tells the number
                found[word] = role._replace(number="x")
        return found

    @cached_property
    def idioms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """By its first word: roles of several words that hold a preposition, longest first; plurals by the first word's plural."""
        entries = [split(i) for i in self._table.table("roles").words("idioms")]
        return _by_first([*entries, *((fold(self._plural(e[0])), *e[1:]) for e in entries)])

    @cached_property
    def before(self) -> frozenset[str]:
        """Adjectives that stand before a role noun."""
        return frozenset(map(fold, self._table.table("roles").words("before")))

    @cached_property
    def generic_roles(self) -> frozenset[str]:
        """Lemmas of roles that say only that somebody leads."""
        return frozenset(map(fold, self._table.table("roles").words("generic")))

    @cached_property
    def wider_roles(self) -> dict[str, frozenset[str]]:
        """Which lemmas and groups a generic role noun may stand for (« la diplomate » for a spokeswoman); `any` is all."""
        table = self._table.table("roles").table("wider")
        return {fold(key): frozenset(map(fold, table.words(key))) for key in table.data}

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
            table.only("nouns", "name", "kind", "national", "bare", "local", "led")
            kind = table.text("kind", "body")
            if kind not in get_args(EntityKind):
                raise DataError(f"{table.where}: {kind!r} is no kind of entity")
            flags = [
                bool(table.data.get(key, default))
                for key, default in (("national", False), ("bare", True), ("local", False), ("led", False))
            ]
            for noun, gender in _nouns(table):
                words = split(noun)
                number = (
                    "p"
                    if self._plural(words[0]) == words[0]
                    and not words[0].endswith(("x", "z"))
                    and words[0] not in _SINGULAR
                    else "s"
                )
                heads.append(Head(words, table.text("name"), cast(EntityKind, kind), gender, number, *flags))
        heads.sort(key=lambda head: -len(head.words))
        found: dict[str, list[Head]] = {}
        for head in heads:
            found.setdefault(head.words[0], []).append(head)
        return {first: tuple(group) for first, group in found.items()}

    @cached_property
    def body_words(self) -> frozenset[str]:
        """Every word at which a body's name can begin."""
        return frozenset(self.bodies) | frozenset(self.ministries)

    @cached_property
    def ministries(self) -> dict[str, str]:
        """Nouns of ministries with their gender."""
        table = self._table.table("ministry").only("nouns", "name", "what")
        return {fold(noun): gender for noun, gender in _nouns(table)}

    @cached_property
    def ministry_name(self) -> str:
        """A ministry's English name, with `{of}` and `{what}`."""
        return self._table.table("ministry").text("name")

    @cached_property
    def portfolios(self) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
        """By its first word: what a ministry is for, longest first, with the English."""
        table = self._table.table("ministry").table("what")
        pairs = [(split(part), key) for key in table.data for part in table.text(key).split(";")]
        english = {words: key for words, key in pairs if words}
        return {
            first: tuple((words, english[words]) for words in group)
            for first, group in _by_first(list(english)).items()
        }

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
        table = self._table.table("documents").only("nouns", "back", "members")
        found: dict[str, Role] = {}
        for entry in table.words("nouns"):
            word, _, gender = entry.partition("/")
            found.setdefault(fold(word), Role(fold(word), gender, "s", "other"))
            found.setdefault(fold(self._plural(word)), Role(fold(word), gender, "p", "other"))
        return found

    @cached_property
    def kinds(self) -> dict[str, Voice]:
        """Words beside a generic role noun (« sécuritaire ») and the kind of voice they make."""
        table = self._table.table("kinds").only(*get_args(Voice))
        return {fold(word): cast(Voice, key) for key in table.data for word in table.words(key)}

    @cached_property
    def back(self) -> frozenset[str]:
        """Those documents that point back to who spoke last (« le rapport »)."""
        return frozenset(map(fold, self._table.table("documents").words("back")))

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
            found[fold(key)] = Wider(frozenset(kinds), gender, private)
        return found

    @cached_property
    def heads(self) -> dict[str, str]:
        """Capitalised words that open a body's name, with their gender (folded)."""
        table = self._table.table("heads").only("m", "f", "words")
        return {fold(word): gender for gender in ("m", "f") for word in table.words(gender)}

    @cached_property
    def foreign(self) -> frozenset[str]:
        """Words of other languages that only bodies' names hold, as written."""
        return frozenset(self._table.table("heads").words("words"))

    @cached_property
    def given(self) -> dict[str, str]:
        """Given names with their gender; x where both bear it."""
        found = {fold(name): "m" for name in self._names.words("masculine")}
        for name in map(fold, self._names.words("feminine")):
            found[name] = "x" if name in found else "f"
        return found

    @cached_property
    def feminine_endings(self) -> tuple[str, ...]:
        """Ends of last names that only women bear."""
        return tuple(map(fold, self._names.words("feminine_endings")))

    def adjectival(self, token: Token) -> bool:
        """Whether a word after a noun reads as its adjective, by list or by ending."""
        word = token.fold
        if word in self._adjectives:
            return True
        return (
            len(word) > 4
            and token.text[0].islower()
            and word.endswith(self._endings)
            and word not in self.roles
            and not self.verbs.finite(word)
        )

    def noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the role word at token `at` stands as a noun, not as the adjective of one (« défense civile »)."""
        if at == 0:
            return True
        word = tokens[at - 1].fold
        if not word[0].isalpha() or word in self.determiners or word in self.before:
            return True
        return word in self.prepositions or word in self.coordination

    def front(self, tokens: Sequence[Token], head: int) -> int:
        """The index of the first adjective in front of the role noun at token `head`, or `head` itself."""
        while head and tokens[head - 1].fold in self.before:
            head -= 1
        return head

    def idiom(self, tokens: Sequence[Token], head: int) -> tuple[str, ...]:
        """The words of the idiom that begins with the role noun at token `head` (« chef d'état-major »), or none."""
        for idiom in self.idioms.get(tokens[head].fold, ()):
            if tuple(t.fold for t in tokens[head : head + len(idiom)]) == idiom:
                return idiom
        return ()

    def role_end(
        self, tokens: Sequence[Token], head: int, stop: int, people: Callable[[str], bool] | None = None
    ) -> int:
        """The index after the words of the role whose noun is token `head`: idiom and adjectives; at most `stop`.

        `people` says whether a folded word is the adjective of a country; without it such adjectives may end the role.
        """
        end = head + max(1, len(self.idiom(tokens, head)))
        while end < stop and tokens[end].text[0].islower():
            word = tokens[end].fold
            # « procureure générale », « chef rebelle »: a role noun right after one is its adjective
            if not (self.adjectival(tokens[end]) or word in self.roles or (people is not None and people(word))):
                break
            end += 1
        return min(end, stop)

    def organisation(self, tokens: Sequence[Token], at: int, stop: int) -> tuple[int, int] | None:
        """The tokens of the complement that begins with « of », « at » at token `at` and ends before `stop`, or None."""
        if at >= stop or tokens[at].fold not in self.governed:
            return None
        start = at + 1
        while start < stop and tokens[start].fold in self.determiners:
            start += 1
        return (start, stop) if start < stop else None

    def _forms(self, key: str) -> dict[str, Form]:
        table = self._table.table(key)
        found: dict[str, Form] = {}
        for word in table.data:
            parts = table.text(word).split()
            if len(parts) != 3 or parts[0] not in get_args(Pointing):
                raise DataError(f"{table.where}: {word!r} must be « how gender number »")
            found[" ".join(split(word))] = Form(cast(Pointing, parts[0]), parts[1], parts[2])
        return found


_SINGULAR = frozenset({"secours", "corps"})


def _nouns(table: Table) -> list[tuple[str, str]]:
    pairs = [entry.strip().rpartition("/") for entry in table.text("nouns").split(";")]
    if not all(noun and gender in ("m", "f") for noun, _, gender in pairs):
        raise DataError(f"{table.where}: 'nouns' must be « noun/m; noun/f »")
    return [(noun, gender) for noun, _, gender in pairs]


def _by_first(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted(phrases, key=lambda words: -len(words)):
        found.setdefault(phrase[0], []).append(phrase)
    return {first: tuple(group) for first, group in found.items()}
