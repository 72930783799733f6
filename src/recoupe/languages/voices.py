"""Voices: a language's words for those who speak (pronouns, titles, role nouns, bodies, what ends a name)."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import cast, get_args

from recoupe.errors import DataError
from recoupe.languages.body_words import BodyWords, by_first
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.tables import Table
from recoupe.languages.verbs import VerbIndex
from recoupe.languages.voice_forms import Form, Group, Pointing, Role, split
from recoupe.model.annotation import Token, Voice
from recoupe.text import fold

_LONGEST_TIE = 5
"""Words of what joins two speakers, at most."""
_GROUPS: tuple[Group, ...] = ("ranks", *get_args(Voice))
_TABLES = (
    "determiners", "owners", "pronouns", "honorifics", "roles", "english", "kinds", "bodies", "ministry", "coalitions", "counting",
    "armies", "documents", "wider", "heads", "ends", "words",
)  # fmt: skip
_WORDS = (
    "particles", "servants", "prepositions", "locatives", "belonging", "partitives", "tying", "coordination",
    "apposition", "same", "naming", "governed", "place_openers", "seats", "led_by", "arms", "plain", "adjectives", "clitics", "agents",
    "armed", "siding", "nicknames", "sourcing", "inside", "former", "municipal", "outdated",
    "possessors",
)  # fmt: skip


class VoiceWords(BodyWords):
    """The pack's `voices.toml` and `names.toml`. Every key is folded."""

    def __init__(self, voices: Table, names: Table, plural: Callable[[str], str], verbs: VerbIndex) -> None:
        """Raises DataError on an unknown key or a wrong type; `plural` makes a noun's plural."""
        super().__init__(voices.only(*_TABLES), plural)
        self._names = names.only("masculine", "feminine", "feminine_endings")
        self.verbs = verbs
        words = voices.table("words").only(
            *_WORDS,
            "adjective_endings",
            "ties",
            "one_of_two",
            "other_of_two",
            "one_that",
            "ages",
            "waiting",
            "electable",
            "reporters",
            "meeting",
            "dying",
            "slaying",
            "gathering",
            "counted",
            "lasting",
            "townspeople",
            "borne",
            "civic",
            "gatherings",
            "topics",
            "serving",
            "flying",
            "bordering",
            "fighting",
            "warlike",
            "striking",
            "adding",
            "reacting",
            "accusing",
            "alike",
            "papers",
            "rising",
            "broadcasters",
            "common_endings",
            "observers",
            "settled",
        )
        ends = voices.table("ends").only(
            "relative", "asides", "selves", "made", "gerund", "gerund_endings", "attaching"
        )
        sets = {key: frozenset(map(fold, words.words(key))) for key in _WORDS}
        self.particles = sets["particles"]
        """Kept inside a person's name though written small."""
        self.servants = sets["servants"]
        """Parts of a given name that need the next word (« Abd », « Abou »)."""
        self.prepositions = sets["prepositions"]
        self.locatives = sets["locatives"]
        self.belonging = sets["belonging"]
        """« of »."""
        self.partitives = sets["partitives"]
        """Determiners that may be « some » as well as « of the »."""
        self.tying = sets["tying"]
        """Prepositions inside bodies' names."""
        self.governed = sets["governed"]
        """Prepositions that tie a role to its organisation."""
        self.agents = sets["agents"]
        """« by »: before who did it."""
        self.coordination = sets["coordination"]
        self.joining = SetPhrases.of(map(fold, words.words("ties")))
        """« ainsi que »: joins two who speak together, beside the words of `coordination`."""
        first, second = (words.words(key, optional=True) for key in ("one_of_two", "other_of_two"))
        self.of_two = {fold(word): 0 for word in first} | {fold(word): 1 for word in second}
        """« le premier », « la seconde »: which of two who spoke together."""
        self.apposition = sets["apposition"]
        """Marks between a name and what somebody is."""
        self.same = sets["same"]
        self.naming = sets["naming"]
        """« prénommée », « du nom de »: before the name of somebody described."""
        self.place_openers = sets["place_openers"]
        """Nouns before the name of a place."""
        self.seats = sets["seats"]
        """Of these, those that have a head of their own (« le maire de la ville »)."""
        self.led_by = sets["led_by"]
        self.arms = sets["arms"]
        """Participles and verbs between a coalition and who leads it."""
        self.one_that = frozenset(map(fold, words.words("one_that", optional=True)))
        """« celle », behind a comma: « une autre coalition, celle que conduit X »."""
        self.armed = sets["armed"]
        """Adjectives that make a generic noun (« l'organisation ») an armed party."""
        self.siding = sets["siding"]
        """Before a noun without its article: on whose side something is said (« Côté ministère »)."""
        self.electable = frozenset(map(fold, words.words("electable", optional=True)))
        """Lemmas of local people who may hold an office (« élu »)."""
        self.reporters = frozenset(map(fold, words.words("reporters", optional=True)))
        self.meeting = frozenset(words.words("meeting", optional=True))
        self.dying = frozenset(words.words("dying", optional=True))
        self.gathering = frozenset(words.words("gathering", optional=True))
        self.counted = frozenset(words.words("counted", optional=True))
        self.townspeople = tuple(sorted(words.words("townspeople", optional=True)))
        """Endings of the nouns of a town's people, as `str.endswith` takes them."""
        self.lasting = frozenset(words.words("lasting", optional=True))
        self.slaying = frozenset(words.words("slaying", optional=True))
        """Infinitives: whom « nous » have met is who is heard next."""
        self.waiting = frozenset(map(fold, words.words("waiting", optional=True)))
        """Words that open a clause before the main one (« si », « bien »)."""
        self.topics = frozenset(map(fold, words.words("topics", optional=True)))
        """« Quant » of « Quant à X, il … »: before whom a sentence is about."""
        self.serving = frozenset(map(fold, words.words("serving", optional=True)))
        """Those who serve a state, before its adjective: its army tells of their death (« soldats turcs »)."""
        self.flying = frozenset(map(fold, words.words("flying", optional=True)))
        """What of an army strikes, before the same adjective (« l'aviation turque »)."""
        self.bordering = frozenset(map(fold, words.words("bordering", optional=True)))
        """Words for borders, at which soldiers of both lands fall."""
        self.fighting = frozenset(map(fold, words.words("fighting", optional=True)))
        """Those struck who serve no state (« rebelles »)."""
        self.warlike = words.words("warlike", optional=True)
        """Words in English names of the bodies that speak for an army."""
        self.striking = frozenset(words.words("striking", optional=True))
        """Infinitives: a state that does so strikes another (« la Russie a bombardé »)."""
        self.adding = frozenset(words.words("adding", optional=True))
        """Infinitives: who does so has spoken just before (« ajouter »)."""
        self.accusing = frozenset(words.words("accusing", optional=True))
        """Verbs by which one state sets itself against another, by infinitive."""
        self.reacting = frozenset(words.words("reacting", optional=True))
        """Infinitives: a state that does so need not be of those that fight (« condamner »)."""
        self.alike = frozenset(words.words("alike", optional=True))
        """The countries whose bodies are called as those of the one that the actors know by that name."""
        self.rising = frozenset(map(fold, words.words("rising", optional=True)))
        """Words in the names of armies that serve no state (« Armée de libération », « Armée syrienne libre »)."""
        self.papers = frozenset(map(fold, words.words("papers", optional=True)))
        """Nouns that mean a paper just named, and no other."""
        self.broadcasters = frozenset(map(fold, words.words("broadcasters", optional=True)))
        """Nouns for a channel or station, which may mean one called by another of them."""
        self.common_endings = tuple(map(fold, words.words("common_endings", optional=True)))
        """Endings of common nouns that open an association's name (« Femmes pour la paix », « Solidarité du Sahel »)."""
        self.observers = frozenset(map(fold, words.words("observers", optional=True)))
        """Those who watch a war, whatever their country is (« une ONG américaine »)."""
        self.settled = frozenset(map(fold, words.words("settled", optional=True)))
        """Participles that tell in which country somebody only has his office (« une ONG basée au Royaume-Uni »)."""
        self.gatherings = frozenset(map(fold, words.words("gatherings", optional=True)))
        """Roles that are several people under a singular noun (« la famille »), and so nobody by himself."""
        self.civic = frozenset(map(fold, words.words("civic", optional=True)))
        self.borne = frozenset(map(fold, words.words("borne", optional=True)))
        """Generic nouns that mean only a body whose name holds them (« la mission »)."""
        self.ages = frozenset(map(fold, words.words("ages", optional=True)))
        """« ans »: behind a number, after somebody's name."""
        self.nicknames = sets["nicknames"]
        """« alias »: between a name and another name of the same person."""
        self.sourcing = sets["sourcing"]
        """Before a preposition they make who follows a source, and so a person where it may be one."""
        self.municipal = sets["municipal"]
        """Those whose office is of one town (« maire »)."""
        self.former = sets["former"]
        self.outdated = sets["outdated"]
        """« ancien »: before what somebody was."""
        self.inside = sets["inside"]
        """Nouns that with the prepositions around them only mean « in » (« au sein de »)."""
        self.clitics = sets["clitics"]
        """Words before a verb that show the word before them to be its subject."""
        self.plain = sets["plain"]
        """Words that open a sentence and no name."""
        self.relative = frozenset(map(fold, ends.words("relative")))
        """Words at which talk about a source begins."""
        self.asides = frozenset(map(fold, ends.words("asides")))
        """Participles and turns that tell how or where a source spoke."""
        self.selves = frozenset(map(fold, ends.words("selves")))
        """« lui-même »: stress on who speaks."""
        self.made = frozenset(map(fold, ends.words("made")))
        """Of the asides, those that before « by » say what a body is."""
        self.gerund = frozenset(map(fold, ends.words("gerund")))
        """Words that open a gerund (« en montrant »), which tells what a source did."""
        self.gerund_endings = ends.words("gerund_endings")
        self.possessors = sets["possessors"]
        """Marks between an owner and what it has (« 's »). Where a language has any, owners and adjectives stand before
        the noun."""
        self._adjectives = sets["adjectives"]
        self._endings = words.words("adjective_endings")

    @cached_property
    def determiners(self) -> dict[str, Form]:
        """Articles and the like."""
        return self._forms("determiners")

    @cached_property
    def owners(self) -> dict[str, tuple[str, str]]:
        """Possessives with the gender and number of the owner."""
        return self._pairs("owners")

    @cached_property
    def pronouns(self) -> dict[str, Form]:
        """Pronouns, those of two words with a space."""
        return self._forms("pronouns")

    @cached_property
    def honorifics(self) -> dict[str, tuple[str, str]]:
        """« M. », « Mme » without their stop: gender and number."""
        return self._pairs("honorifics")

    @cached_property
    def roles(self) -> dict[str, Role]:
        """Every form of every role noun."""
        table = self._table.table("roles").only(
            *_GROUPS, "idioms", "before", "prefixes", "grades", "posts", "generic", "doing", "wider", "trades"
        )
        found: dict[str, Role] = {}
        for group in _GROUPS:
            for entry in table.words(group):
                man, slash, woman = entry.partition("/")
                lemma = fold(man or woman)
                for word, gender in ((man, "m" if slash else "x"), (woman, "f")):
                    if word:
                        found.setdefault(fold(word), Role(lemma, gender, "s", group))
                        found.setdefault(fold(self._plural(word)), Role(lemma, gender, "p", group))
        prefixes = tuple(map(fold, self._table.table("roles").words("prefixes", optional=True)))
        for word, role in list(found.items()):
            for prefix in prefixes if role.group in ("ranks", "official", "military") else ():
                found.setdefault(prefix + word, role)
            if role.number == "s" and self._plural(word) == word:  # « porte-parole »: the article tells the number
                found[word] = role._replace(number="x")
        return found

    @cached_property
    def idioms(self) -> dict[str, tuple[tuple[str, ...], ...]]:
        """By its first word: roles of several words, longest first; each also with the first word's plural."""
        entries = [split(i) for i in self._table.table("roles").words("idioms")]
        return by_first([*entries, *((fold(self._plural(e[0])), *e[1:]) for e in entries)])

    @cached_property
    def before(self) -> frozenset[str]:
        """Adjectives that stand before a role noun."""
        return frozenset(map(fold, self._table.table("roles").words("before")))

    @cached_property
    def grades(self) -> dict[str, str]:
        """Those of `before` that make another office of a role (« premier ministre »), with their masculine."""
        entries = [entry.partition("/") for entry in self._table.table("roles").words("grades", optional=True)]
        return {fold(word): fold(man) for man, _, woman in entries for word in (man, woman) if word}

    @cached_property
    def posts(self) -> frozenset[str]:
        """Lemmas of the ranks that are an office where a body stands behind them (« commandant de la garde »)."""
        return frozenset(map(fold, self._table.table("roles").words("posts", optional=True)))

    def graded(self, words: Sequence[str], at: int) -> str:
        """The lemma of the role noun at `at` among folded words, with the grade before it (« premier ministre »)."""
        lemma = self.roles[words[at]].lemma
        grade = self.grades.get(words[at - 1]) if at else None
        return lemma if grade is None else f"{grade} {lemma}"

    @cached_property
    def generic_roles(self) -> frozenset[str]:
        """Lemmas of roles that say only that somebody leads."""
        return frozenset(map(fold, self._table.table("roles").words("generic")))

    @cached_property
    def doing(self) -> dict[str, frozenset[str]]:
        """Infinitives of what somebody in a post does, with the roles of who does it (« X, qui préside … »: president)."""
        roles = self._table.table("roles")
        table = roles.table("doing") if "doing" in roles.data else None
        return {key: frozenset(map(fold, table.words(key))) for key in table.data} if table is not None else {}

    @cached_property
    def wider_roles(self) -> dict[str, frozenset[str]]:
        """Which lemmas and groups a generic role noun may stand for (« la diplomate »); `any` is all."""
        table = self._table.table("roles").table("wider")
        return {fold(key): frozenset(map(fold, table.words(key))) for key in table.data}

    @cached_property
    def trades(self) -> dict[str, frozenset[str]]:
        """By the lemma of a trade, the words by which the body tells it (« le policier »: police, commissariat)."""
        table = self._table.table("roles").table("trades")
        return {fold(key): frozenset(map(fold, table.words(key))) for key in table.data}

    @cached_property
    def neuter(self) -> bool:
        """Whether a pronoun of the language is of neither gender."""
        return any(form.gender == "n" for form in self.pronouns.values())

    @cached_property
    def kinds(self) -> dict[str, Voice]:
        """Words beside a generic role noun (« sécuritaire ») and the kind of voice they make."""
        table = self._table.table("kinds").only(*get_args(Voice))
        return {fold(word): cast(Voice, key) for key in table.data for word in table.words(key)}

    @cached_property
    def given(self) -> dict[str, str]:
        """Given names with their gender; x where both bear it."""
        found = {fold(name): "m" for name in self._names.words("masculine")}
        for name in map(fold, self._names.words("feminine")):
            found[name] = "x" if found.get(name, "f") != "f" else "f"
        return found

    @cached_property
    def feminine_endings(self) -> tuple[str, ...]:
        """Ends of last names that only women bear."""
        return tuple(map(fold, self._names.words("feminine_endings")))

    def ties(self, tokens: Sequence[Token], at: int) -> int:
        """The number of the words at token `at` that join two who speak together (« et », « ainsi que »); 0 for none."""
        if tokens[at].fold in self.coordination:
            return 1
        if tokens[at].fold not in self.joining.openings:
            return 0
        size = self.joining.at([token.fold for token in tokens[at : at + _LONGEST_TIE]], 0)
        return size if at + size < len(tokens) else 0

    def adjectival(self, token: Token) -> bool:
        """Whether a word after a noun reads as its adjective, by list or by ending."""
        word = token.fold
        if word in self._adjectives:
            return True
        if len(word) < 5 or not token.text[0].islower() or not word.endswith(self._endings):
            return False
        return word not in self.roles and not self.verbs.finite(word)

    def noun(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the role word at token `at` stands as a noun, not as the adjective of one (« défense civile »)."""
        if at == 0:
            return True
        word = tokens[at - 1].fold
        if not word[0].isalpha() or word in self.determiners or word in self.before:
            return True
        if self.possessors and (word in self.possessors or self.modifies(tokens[at - 1])):
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
        """The tokens of the complement that « of » or « at » opens at token `at`, ending before `stop`, or None."""
        if at >= stop or tokens[at].fold not in self.governed:
            return None
        start = at + 1
        while start < stop and tokens[start].fold in self.determiners:
            start += 1
        if start + 1 < stop and tokens[start].fold in self.inside:
            return self.organisation(tokens, start + 1, stop)
        return (start, stop) if start < stop else None

    def modifies(self, token: Token) -> bool:
        """Whether a word may stand between an owner and the noun behind it (« Gaza's Hamas-run health ministry »)."""
        joint, _, last = token.fold.rpartition("-")
        return token.fold in self.before or bool(joint and last in self._adjectives)

    def _pairs(self, key: str) -> dict[str, tuple[str, str]]:
        table = self._table.table(key)
        pairs = {word: table.words(word) for word in table.data}
        if not all(len(pair) == 2 for pair in pairs.values()):
            raise DataError(f"{table.where}: each must be « gender number »")
        return {fold(word): (pair[0], pair[1]) for word, pair in pairs.items()}

    def _forms(self, key: str) -> dict[str, Form]:
        table = self._table.table(key)
        found: dict[str, Form] = {}
        for word in table.data:
            parts = table.words(word)
            if len(parts) != 3 or parts[0] not in get_args(Pointing):
                raise DataError(f"{table.where}: {word!r} must be « how gender number »")
            found[" ".join(split(word))] = Form(cast(Pointing, parts[0]), parts[1], parts[2])
        return found
