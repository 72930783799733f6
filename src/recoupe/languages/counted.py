"""Counted: the words for what a number counts (people by group, things), as a pack's `counted.toml` holds them."""

from dataclasses import dataclass
from functools import cache

from recoupe.languages.pack import LanguagePack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import spelled
from recoupe.languages.tables import Table
from recoupe.model.figure import Group

_GROUPS: tuple[Group, ...] = ("civilians", "combatants", "unspecified", "children", "women")

_AS_THEY_ARE = (
    "deploring", "theirs", "suffering", "inflicting", "possessives", "owning",
    "guardians", "rating", "conceding", "unwarlike", "warlike", "freed", "taking", "taking_up", "added",
    "between", "armed_bodies", "asking_too",
)  # fmt: skip
"""Lists of people's words of which each stands for itself."""
_IN_ALL_FORMS = (
    "named_behind", "agents", "lots", "bands", "plain", "swapped", "captives",
    "fellows", "militants", "protests", "unarmed", "sought", "sworn", "beaten", "heard", "kin", "cases", "wronged",
    "dwellers", "communities", "unearthed", "expecting",
    "seafaring", "seamen", "aboard", "trading", "vessels", "warships", "navies", "from_afar",
    "rescued", "bystanders", "fiction", "askers",
)  # fmt: skip
"""Those whose words stand for all their forms."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What numbers count. Every word is folded."""

    people: dict[str, Group]
    """Words for people, with the group that they name."""
    peoples_in: tuple[str, ...]
    """Endings of the names of peoples."""
    families: frozenset[str]
    relational: frozenset[str]
    """Words for people whose complement says who they are (« membres de »)."""
    named_behind: frozenset[str]
    """Words for people whose group a noun right behind names (« chasseurs dozos »)."""
    own: frozenset[str]
    """Those of `relational` whose complement does not change their group."""
    armed: frozenset[str]
    armed_bodies: frozenset[str]
    """Words of `armed` that civil words behind them do not undo (« agents de police de la mairie »)."""
    civil: frozenset[str]
    civil_bodies: SetPhrases
    """Bodies that bear no arms, for all that one of their words says so (« défense civile »)."""
    family_marks: frozenset[str]
    within: SetPhrases
    """Set words behind a count before those to whom it happened (« dans les rangs de »)."""
    armed_ranks: frozenset[str]
    """Words of `within` that only those who bear arms have."""
    ranks: frozenset[str]
    """Words of `within` behind which those who bear arms can be meant."""
    losses: SetPhrases
    """What an army calls those whom it has lost."""
    all_of: frozenset[str]
    """Words for all of those counted, before who they are (« tous civils »)."""
    some: frozenset[str]
    """« Of » that brings in some more of whom nobody counts (« une femme et des enfants »)."""
    sworn: frozenset[str]
    """Who goes to places on duty, where rebels who did so would give themselves up."""
    beaten: frozenset[str]
    """Words beside soldiers who give themselves up all the same (« assiégés », « leurs armes »)."""
    heard: frozenset[str]
    """Words for interviews, before people to whom something happened elsewhere (« s'est entretenue avec 40 réfugiés »)."""
    kin: frozenset[str]
    """Of whom those counted are the dead or hurt: « a rencontré les familles des 12 morts »."""
    cases: frozenset[str]
    """Words before what happened to each of those counted (« 34 cas d'enlèvement »)."""
    wronged: frozenset[str]
    """Participles of deeds that are none of those counted (« violées »)."""
    men: frozenset[str]
    """Words for people that mean soldiers where an army loses them (« a perdu 16 hommes »)."""
    civil_losers: frozenset[str]
    """Who loses men and is no army (« le village »)."""
    agents: frozenset[str]
    """Words for those who may bear arms, and do where they are lost (« a perdu un agent »)."""
    deploring: frozenset[str]
    """Verbs (dictionary forms) with which an army tells what it suffered (« déplore trois morts »)."""
    theirs: frozenset[str]
    """Before fellows of those counted in the sentence before (« leurs camarades »)."""
    own_side: SetPhrases
    """Behind the dead of those who count them: « trois morts de leur côté »."""
    our_side: SetPhrases
    """Before the dead of those who speak: « De notre côté, nous déplorons deux morts »."""
    suffering: frozenset[str]
    """Verbs (dictionary forms) right before dead and hurt that are an army's own (« n'ont eu aucun tué »)."""
    inflicting: frozenset[str]
    """Verbs (dictionary forms) of one side's blows to the other (« a infligé 20 morts à l'ennemi »)."""
    soldiery: SetPhrases
    """What only soldiers are called (« hommes de troupe »)."""
    civil_names: SetPhrases
    """Civilians whose noun alone is that of those who bear arms, or of nobody known (« casques blancs », « chefs de village »)."""
    both_sides: SetPhrases
    """Behind the dead and hurt of those who fight each other (« dans les deux camps »)."""
    either_side: SetPhrases
    """The same, where it may also be the two sides of a border (« des deux côtés »)."""
    from_afar: frozenset[str]
    """Words beside which these are (« frontière », « tirs »)."""
    between: frozenset[str]
    """Before those who fight each other (« entre l'armée et les rebelles »)."""
    communities: frozenset[str]
    """Who else may fight each other: words beside which « both sides » bear no arms for sure (« villageois »)."""
    seafaring: frozenset[str]
    """Who may be of the navy and who of a merchant ship (« marins »)."""
    seamen: frozenset[str]
    """Of these, those who are a merchant's too where its ship is named anywhere in the sentence."""
    aboard: frozenset[str]
    """What makes them a merchant's (« cargo »)."""
    trading: frozenset[str]
    """What does so right behind them, or behind one of `vessels` (« navire de commerce »)."""
    vessels: frozenset[str]
    navies: frozenset[str]
    """Words for a nation's ships, unless they are told to trade."""
    warships: frozenset[str]
    """What makes them a navy's or an air force's (« frégate »)."""
    lots: frozenset[str]
    bands: frozenset[str]
    """Of what holds several people, what a name alone tells to be armed (« membres du groupe X »)."""
    """What may hold several people, before who they are (« un groupe de soldats »)."""
    possessives: frozenset[str]
    """Before kin of somebody told just before (« un père et son fils »)."""
    young_women: SetPhrases
    """Women whose noun alone is a child's (« jeunes filles »)."""
    expecting: frozenset[str]
    """Behind a noun, that those counted are women (« enceinte »)."""
    shares: SetPhrases
    """Some of those counted right behind (« la plupart des 110 lycéennes »)."""
    plain: frozenset[str]
    """Words for people that say nothing of who they are (« personnes »)."""
    dwellers: frozenset[str]
    """Who lives where he is, and goes nowhere on duty (« habitants »)."""
    owning: frozenset[str]
    """Verbs (dictionary forms) with which an army owns up to its dead (« reconnaît quinze morts »)."""
    guardians: frozenset[str]
    """Bodies that own up to others' dead (« la police »)."""
    minors: SetPhrases
    """Behind a number, that those counted are children (« de moins de 18 ans »)."""
    rival: SetPhrases
    """What sets somebody's toll against another's: « Un élu, lui, parle de »."""
    rating: frozenset[str]
    """Words of telling or gauging a toll that somebody sets against another's."""
    conceding: frozenset[str]
    """Words of admitting a toll, where nothing more is admitted: « ne confirme que trois décès »."""
    captives: frozenset[str]
    """Those whom an army takes: « a fait 40 prisonniers »."""
    unwarlike: frozenset[str]
    """What makes captives of no war: « prisonniers politiques »."""
    warlike: frozenset[str]
    """What makes captives of arms: « prisonniers de guerre »."""
    swapped: frozenset[str]
    """Words for exchanging captives (« ont été échangés »)."""
    freed: frozenset[str]
    """What captives who come home get back (« recouvré la liberté »)."""
    taking: frozenset[str]
    """Verbs of taking captives, by infinitive."""
    fellows: frozenset[str]
    """Words for people of the same kind as those counted before (« deux de ses camarades »)."""
    militants: frozenset[str]
    """Words for those who are fighters where they are killed, and else of a cause."""
    protests: frozenset[str]
    """Words in whose sentence they are of a cause."""
    taking_up: frozenset[str]
    """Articles of people who were counted before (« les douze victimes »)."""
    added: frozenset[str]
    """Words that count more beside those counted before (« il y aurait aussi 70 blessés »)."""
    sought: frozenset[str]
    """Nouns of people who are no refugees though they flee (« deux suspects ont pris la fuite »)."""
    fiction: frozenset[str]
    """What tells of nobody real (« roman »)."""
    asking_too: frozenset[str]
    """Verbs (dictionary forms) of taking people that also say that they are questioned or chosen (« interpeller »)."""
    askers: frozenset[str]
    """Who questions or chooses people where such a verb is said of him, besides civilians."""
    bystanders: frozenset[str]
    """Who saw or lived through what befell those counted before."""
    unarmed: frozenset[str]
    """Nouns of harm for people who bear no arms, whatever else befalls them (« trois déplacés ont été tués »)."""
    bodies: frozenset[str]
    """Words for the dead none of which need be there where somebody died (« aucun corps n'a été montré »)."""
    unearthed: frozenset[str]
    """Participles of what is done to bodies where they are found (« repêchés »)."""
    rescued: frozenset[str]
    """Words beside which these are done to the living (« par les secouristes »)."""
    left: frozenset[str]
    """Words for leaving bodies behind."""
    left_where: SetPhrases
    """Where fighters leave their dead, or by whom they are left."""
    joint: str
    """The word between two nouns counted as one (« 15 femmes et enfants »)."""
    heads_last: bool
    """Whether nouns and adjectives stand before the noun that is counted (« twelve police officers »)."""
    plurals: frozenset[str]
    """Nouns behind which no other noun belongs to the same phrase."""
    plural_in: tuple[str, ...]
    """How other such nouns end."""
    premodifiers: frozenset[str]
    postmodifiers: frozenset[str]
    postmodifiers_in: tuple[str, ...]
    """How other adjectives end that say whose or from where people are, in the plural; empty where they stand before."""
    qualities: frozenset[str]
    """Words behind a number that show that its noun is left out."""
    definite: frozenset[str]
    further: frozenset[str]
    """Words for one more of those counted before, where no noun follows (« un troisième »)."""
    others: frozenset[str]
    measures: frozenset[str]
    objects: frozenset[str]

    @classmethod
    def load(cls, table: Table) -> "Counted":
        """The words in `counted.toml`; raises DataError on an unknown key or a wrong type."""
        table.only("people", "modifiers", "things")
        people = table.table("people").only(
            *_GROUPS,
            *_AS_THEY_ARE,
            *_IN_ALL_FORMS,
            "peoples_in",
            "families",
            "relational",
            "own",
            "armed_marks",
            "civil_marks",
            "civil_bodies",
            "family_marks",
            "within",
            "ranks",
            "armed_ranks",
            "losses",
            "left",
            "left_where",
            "all_of",
            "some",
            "men",
            "civil_losers",
            "own_side",
            "our_side",
            "soldiery",
            "young_women",
            "civil_names",
            "both_sides",
            "either_side",
            "shares",
            "minors",
            "rival",
            "bodies",
            "and",
        )
        modifiers = table.table("modifiers").only(
            "before",
            "behind",
            "behind_in",
            "qualities",
            "definite",
            "further",
            "others",
            "heads_last",
            "plurals",
            "plural_in",
        )
        things = table.table("things").only("measures", "objects")

        def words(part: Table, key: str) -> frozenset[str]:
            return frozenset(spelled(part.words(key)))

        return cls(
            people={word: group for group in _GROUPS for word in spelled(people.words(group))},
            peoples_in=people.words("peoples_in"),
            families=words(people, "families"),
            relational=words(people, "relational"),
            own=words(people, "own"),
            armed=words(people, "armed_marks"),
            civil=words(people, "civil_marks"),
            family_marks=words(people, "family_marks"),
            within=SetPhrases.of(people.words("within")),
            ranks=words(people, "ranks"),
            losses=SetPhrases.of(people.words("losses")),
            all_of=words(people, "all_of"),
            some=words(people, "some"),
            men=words(people, "men"),
            civil_losers=words(people, "civil_losers"),
            own_side=SetPhrases.of(people.words("own_side", optional=True)),
            our_side=SetPhrases.of(people.words("our_side", optional=True)),
            soldiery=SetPhrases.of(people.words("soldiery", optional=True)),
            civil_names=SetPhrases.of(people.words("civil_names", optional=True)),
            both_sides=SetPhrases.of(people.words("both_sides", optional=True)),
            either_side=SetPhrases.of(people.words("either_side", optional=True)),
            civil_bodies=SetPhrases.of(people.words("civil_bodies", optional=True)),
            young_women=SetPhrases.of(people.words("young_women", optional=True)),
            shares=SetPhrases.of(people.words("shares", optional=True)),
            minors=SetPhrases.of(people.words("minors", optional=True)),
            rival=SetPhrases.of(people.words("rival", optional=True)),
            bodies=words(people, "bodies"),
            left=words(people, "left"),
            left_where=SetPhrases.of(people.words("left_where")),
            armed_ranks=words(people, "armed_ranks"),
            joint=people.text("and"),
            **{key: frozenset(people.words(key, optional=True)) for key in _AS_THEY_ARE},
            **{key: frozenset(spelled(people.words(key, optional=True))) for key in _IN_ALL_FORMS},
            heads_last=bool(modifiers.data.get("heads_last", False)),
            plurals=frozenset(modifiers.words("plurals", optional=True)),
            plural_in=modifiers.words("plural_in", optional=True),
            premodifiers=words(modifiers, "before"),
            postmodifiers=words(modifiers, "behind"),
            postmodifiers_in=modifiers.words("behind_in", optional=True),
            qualities=words(modifiers, "qualities"),
            definite=words(modifiers, "definite"),
            further=words(modifiers, "further"),
            others=words(modifiers, "others"),
            measures=words(things, "measures"),
            objects=words(things, "objects"),
        )


@cache
def counted_words(pack: LanguagePack) -> Counted:
    """The counted words of a pack, read once; raises DataError on an unknown key or a wrong type."""
    return Counted.load(pack.table("counted"))
