"""Places: the words around names of places (cues, heads, directions, bodies), as a pack's `places.toml` holds them."""

import re
from dataclasses import dataclass

from recoupe.errors import DataError
from recoupe.languages.tables import Table
from recoupe.model.annotation import PlacePrecision
from recoupe.text import fold

_PRECISIONS: tuple[PlacePrecision, ...] = ("point", "settlement", "district", "region", "wide")
_WORD = re.compile(r"[^\s']+'?|'")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """What a language says around places. Words are folded; a phrase is words joined by spaces, « l' » being one."""

    openers: frozenset[str]
    """Words that may begin a sentence with a capital and never begin a name."""
    articles: frozenset[str]
    joints: frozenset[str]
    """Words in lower case inside a name."""
    tails: frozenset[str]
    """Words in lower case that may end a name."""
    inside: frozenset[str]
    """Phrases before a place where something is or happens."""
    near: frozenset[str]
    """Phrases before a place beside which something happens."""
    voice: frozenset[str]
    """Phrases before a name that speaks or acts, and so is no place."""
    of: frozenset[str]
    """Words for « of »: between a head, a direction or a body and its name."""
    areas: frozenset[str]
    """Words before a place that may be a country or a region; after any other, a town is meant if there is one."""
    indefinite: frozenset[str]
    """Articles that bring something in."""
    undertakings: frozenset[str]
    """Words before the name of an operation, a brigade or a party, which may hold a place's name."""
    lands: frozenset[str]
    """Names by which a land is meant and not its town, after any word, but not in a list of towns."""
    counts: frozenset[str]
    """Number words: a name behind one and a preposition is a place (« quatorze à X »)."""
    capitals: frozenset[str]
    islands: frozenset[str]
    holding: frozenset[str]
    """Heads of what holds villages, though its name be that of its town (« commune »)."""
    natural: frozenset[str]
    """Heads of what no province is: the one told last is meant, and not the province around it."""
    loose: frozenset[str]
    """Words for a region that need no bounds (« la région » may be the east of a country, « la province » may not)."""
    lesser: frozenset[str]
    """Behind these it is no state's (« la capitale régionale »)."""
    """Words for a country's capital."""
    quarters: frozenset[str]
    """Heads of a part of a town or province, whose name may be an adjective."""
    adjectival: tuple[str, ...]
    """Endings of such an adjective."""
    ands: frozenset[str]
    """Words between two of a list."""
    bodies: frozenset[str]
    """Nouns of which « of <name> » is the home (« gouvernement de »)."""
    titles: frozenset[str]
    """Words before a person's name."""
    heads: dict[str, PlacePrecision]
    """Nouns for a place, with the precision they ask for."""
    units: frozenset[str]
    """Heads that say of several names that follow what they are (« les provinces de X et de Y »)."""
    links: frozenset[str]
    """Words between a head and its name."""
    directions: dict[str, str]
    """Words for a part of a place, with the English word of the composed name (`Eastern`)."""
    verbs: frozenset[str]
    """Directions that are also a verb."""
    bearings: frozenset[str]
    """Words before a direction that make it a bearing (« au nord de X » is beside X, « dans le nord de X » inside)."""
    houses: frozenset[str]
    """What stands in a town, and is no place by a name of its own."""
    never: frozenset[str]
    """Words in capitals that are in no name of a place (« the March 17 strike »)."""
    halls: frozenset[str]
    """Bodies that have a house, which may be hit (« contre le tribunal de X »)."""
    missions: frozenset[str]
    """The same, where whose they are is told (« l'ambassade américaine de X »)."""
    assailed: frozenset[str]
    """Forms of verbs whose object is a town that is attacked, taken or left."""
    assailed_in: frozenset[str]
    """The last two words of idioms for that (« pris d'assaut »)."""
    struck: frozenset[str]
    suffers: frozenset[str]
    passive: frozenset[str]
    """What a town suffers, the words with which such a verb begins, and those that make it a passive (« Kaboul a été frappée »)."""
    centres: frozenset[str]
    """Words behind a direction that make it a building (« le centre commercial »)."""
    bordering: frozenset[str]
    """Words between a head and its name that say that the place has a border (« la province frontalière de »)."""
    towns: frozenset[str]
    """The word before a town in which something is: a name behind it is a place, though no gazetteer knows it."""
    heads_behind: bool
    """Whether names stand before their head too (« Helmand province »), and directions before a name."""
    vague: frozenset[str]
    """Heads that do not make a place of a name which no gazetteer knows."""
    apposed: frozenset[str]
    """What may stand between a name and the wider place that holds it (« X, une ville de », « X (»)."""
    kilometres: dict[str, float]
    """Units of a way, with the kilometres of each."""
    by: frozenset[str]
    """Before the event of who did it."""
    boroughs: frozenset[str]
    """Heads of what lies in a town (« quartier »)."""
    parts: frozenset[str]
    """Before « of the town »: what was told of the town is that part (« cette partie de la ville »)."""
    small: frozenset[str]
    """Heads that no city has (« village »)."""
    streets: frozenset[str]
    """Heads of what is called after a town far from it (« la rue de Tripoli », in Misrata)."""
    roads: frozenset[str]
    """What is called after the place that it leads to (« l'axe X »)."""
    placed: frozenset[str]
    """What else may stand between a name and the way to it (« X, qui se trouve à 50 km de »)."""
    plain: dict[str, tuple[tuple[str, ...], ...]]
    """Names written without a capital (« zone des trois frontières »), by their first word, the longest first."""
    longest_cue: int
    """How many words the longest phrase of `inside`, `near` and `voice` has."""

    @classmethod
    def load(cls, table: Table) -> "PlaceWords":
        """The words in `places.toml`; raises DataError on an unknown key or a wrong type."""
        table.only(
            "openers", "articles", "joints", "tails", "in", "near", "voice", "of", "ands", "contractions", "areas",
            "capitals", "lesser", "loose", "quarters", "adjectival", "bodies", "titles", "heads", "links", "directions", "verbs",
            "bearings", "vague", "apposed", "lands", "counts", "halls", "houses", "missions", "indefinite", "undertakings", "heads_behind",
            "never", "islands", "natural", "holding", "kilometres", "placed", "small", "boroughs", "by", "streets",
            "towns", "assailed", "assailed_in", "struck", "passive", "suffers", "bordering", "centres", "parts", "roads", "units",
            "plain",
        )  # fmt: skip
        heads: dict[str, PlacePrecision] = {}
        groups = table.table("heads").only(*_PRECISIONS)
        for precision in _PRECISIONS:
            heads.update(dict.fromkeys(groups.words(precision, optional=True), precision))
        directions = table.mapping("directions")
        if not all(isinstance(v, str) for v in directions.values()):
            raise DataError(f"{table.where}: 'directions' must map words to English words")
        contractions = _contractions(table)
        ways = table.mapping("kilometres")
        if not all(isinstance(v, int | float) for v in ways.values()):
            raise DataError(f"{table.where}: 'kilometres' must map words to numbers")
        inside, near, voice = (_phrases(table.words(k), contractions) for k in ("in", "near", "voice"))
        return cls(
            openers=frozenset(table.words("openers")),
            articles=frozenset(table.words("articles")),
            joints=frozenset(table.words("joints")),
            tails=frozenset(table.words("tails")),
            inside=inside,
            near=near,
            voice=voice,
            of=frozenset(table.words("of")),
            areas=frozenset(table.words("areas")),
            indefinite=frozenset(table.words("indefinite")),
            undertakings=frozenset(table.words("undertakings")),
            lands=frozenset(table.words("lands")),
            counts=frozenset(table.words("counts")),
            capitals=frozenset(table.words("capitals")),
            loose=frozenset(table.words("loose", optional=True)),
            islands=frozenset(table.words("islands")),
            natural=frozenset(table.words("natural")),
            holding=frozenset(table.words("holding", optional=True)),
            parts=frozenset(table.words("parts", optional=True)),
            lesser=frozenset(table.words("lesser", optional=True)),
            quarters=frozenset(table.words("quarters")),
            adjectival=table.words("adjectival"),
            ands=frozenset(table.words("ands")),
            bodies=frozenset(table.words("bodies")),
            titles=frozenset(table.words("titles")),
            heads=heads,
            units=frozenset(table.words("units", optional=True)),
            links=frozenset(table.words("links")),
            directions={fold(k): v for k, v in directions.items()},
            verbs=frozenset(table.words("verbs")),
            bearings=frozenset(table.words("bearings")),
            halls=frozenset(table.words("halls", optional=True)),
            missions=frozenset(table.words("missions", optional=True)),
            houses=frozenset(table.words("houses")),
            never=frozenset(table.words("never", optional=True)),
            assailed=frozenset(table.words("assailed", optional=True)),
            assailed_in=frozenset(table.words("assailed_in", optional=True)),
            struck=frozenset(table.words("struck", optional=True)),
            passive=frozenset(table.words("passive", optional=True)),
            suffers=frozenset(table.words("suffers", optional=True)),
            centres=frozenset(table.words("centres", optional=True)),
            bordering=frozenset(table.words("bordering", optional=True)),
            towns=frozenset(table.words("towns", optional=True)),
            heads_behind=bool(table.data.get("heads_behind", False)),
            vague=frozenset(table.words("vague")),
            apposed=frozenset(
                (*table.words("apposed"), *heads, *directions, *table.words("links"), *table.words("articles"))
            ),
            kilometres={fold(k): float(v) for k, v in ways.items()},
            boroughs=frozenset(table.words("boroughs")),
            by=frozenset(table.words("by")),
            small=frozenset(table.words("small")),
            streets=frozenset(table.words("streets")),
            roads=frozenset(table.words("roads")),
            placed=frozenset(table.words("placed")),
            plain=_by_first(table.words("plain", optional=True)),
            longest_cue=max((p.count(" ") + 1 for p in inside | near | voice), default=1),
        )


def _by_first(written: tuple[str, ...]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases as tuples of words, by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in written:
        words = tuple(_WORD.findall(fold(phrase)))
        found.setdefault(words[0], []).append(words)
    return {word: tuple(sorted(phrases, key=len, reverse=True)) for word, phrases in found.items()}


def _contractions(table: Table) -> dict[str, tuple[str, ...]]:
    rows = table.data.get("contractions", [])
    if not isinstance(rows, list) or not all(isinstance(r, list) and all(isinstance(w, str) for w in r) for r in rows):
        raise DataError(f"{table.where}: 'contractions' must be lists of words")
    return {row[0]: tuple(row) for row in rows if row}


def _phrases(written: tuple[str, ...], contractions: dict[str, tuple[str, ...]]) -> frozenset[str]:
    """The phrases as words joined by one space, each also with the contractions of its last word."""
    found: set[str] = set()
    for phrase in written:
        *first, last = _WORD.findall(fold(phrase))
        found.update(" ".join((*first, form)) for form in contractions.get(last, (last,)))
    return frozenset(found)
