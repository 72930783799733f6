"""FigureWords: how a language joins, divides, denies and supposes counts, as a pack's `figures.toml` holds it."""

from dataclasses import dataclass

from recoupe.languages.harm import Forms, inflected
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.tables import Table


@dataclass(frozen=True, slots=True)
class FigureWords:
    """The words around counts. Every word is folded."""

    parts: SetPhrases
    of_them: SetPhrases
    included: frozenset[str]
    """Words behind a part, which stands behind its whole."""
    in_them: SetPhrases
    """Phrases of a clause that makes those counted some of the ones before."""
    belonging: frozenset[str]
    """Forms of verbs that say who people are, whose or where from."""
    unharmed: frozenset[str]
    rates: SetPhrases
    """Phrases that say how often something happens (« par jour »)."""
    every: SetPhrases
    """The same before a measure of time (« toutes les dix minutes »)."""
    versus: frozenset[str]
    """Words that set one count against another (« 40, contre 65 l'an dernier »)."""
    like: frozenset[str]
    """Words before one who is only like others."""
    whenever: SetPhrases
    """Openers of clauses that tell what happens in general, where their verb is not past."""
    repeatedly: SetPhrases
    """Openers of clauses that do so in any tense."""
    of_own: SetPhrases
    """Phrases behind a count of people of one's own side."""
    rest: frozenset[str]
    equals: SetPhrases
    out_of: SetPhrases
    """Before a count, these make people who are counted behind it a part of it (« sur les 40 morts, on compte 20 civils »)."""
    apart: SetPhrases
    """Behind a number, these make it a difference (« vingt de plus que »)."""
    namely: SetPhrases
    """Phrases before the parts that make up a count."""
    just: SetPhrases
    """Phrases behind a part that is told alone (« rien qu'à »)."""
    identify: SetPhrases
    """Phrases before those who make up the last count."""
    among: SetPhrases
    more: SetPhrases
    company: SetPhrases
    """Before those to whom the same was done as to whom the sentence names (« avec », « en même temps que »)."""
    fate: SetPhrases
    """What those suffer to whom the same was done as to those told last (« le même sort »)."""
    again: frozenset[str]
    """Words without which nothing is said to have been done again."""
    where: frozenset[str]
    """Prepositions that say where or when, beside those of circumstance."""
    repeated: frozenset[str]
    """Prepositions repeated before each of several counts."""
    joins: frozenset[str]
    """Words and marks that may stand between two counts set side by side."""
    pronoun: str
    """The pronoun for people counted before."""
    it: frozenset[str]
    """Pronouns for one thing or one person, in front of a verb whose object they are."""
    them: frozenset[str]
    """Pronouns for people named before, in front of a verb."""
    they: frozenset[str]
    """Pronouns for people named before, as subjects."""
    during: SetPhrases
    """What stands before « of » and the deed in which somebody was harmed (« au cours de »)."""
    aside: frozenset[str]
    """Prepositions before a phrase that is not who is harmed."""
    harmed: frozenset[str]
    """Prepositions that may stand before one who is harmed or counted."""
    then: frozenset[str]
    """Between things that befell the same people one after the other (« abattus puis brûlés »)."""
    defiling: frozenset[str]
    """What is done to the dead too (« égorgés ou brûlés »), in any form."""
    slain: frozenset[str]
    """What « or » sets against it: « tués ou brûlés » are not told apart, in any form."""
    maiming: frozenset[str]
    """What is set against `slain` by « and » too: « tués et mutilés » sums up both, in any form."""
    flees: frozenset[str]
    """Fleeing, of those who get away and of those who are driven out, in any form."""
    escapes: frozenset[str]
    """These, and what is said of those who get away (« s'enfuir », « la fuite »), in any form."""
    either: frozenset[str]
    """Words for « or », between things of which one befell each of those counted."""
    lots: frozenset[str]
    """Prepositions before a magnitude that counts those named elsewhere."""
    of: frozenset[str]
    """Words for « of »."""
    of_whole: frozenset[str]
    """These and others that may open « of the 53 people killed »."""
    passive: str
    """The infinitive of the passive's auxiliary."""
    perfect: str
    auxiliary_nouns: frozenset[str]
    """Forms of auxiliaries that are nouns behind an article."""
    adverbs_in: str
    """How adverbs of manner end."""
    floating: frozenset[str]
    """Words that may stand inside a verb group beside the closed classes."""
    inserted: SetPhrases
    """Set phrases that may stand there too."""
    causative: frozenset[str]
    finding: frozenset[str]
    """Participles and other forms of verbs of finding."""
    merged: bool
    """Whether a past tense and a participle, an infinitive and a present are alike in form (« killed », « kill »)."""
    before_infinitive: frozenset[str]
    """Words behind which a form that may be an infinitive is one."""
    able: frozenset[str]
    """Infinitives of verbs that suppose in their own finite forms only (« peut », not « a pu »)."""
    burying: frozenset[str]
    """Verbs (dictionary forms) of what is done with the dead (« seront inhumés »)."""
    suppose: frozenset[str]
    """Infinitives of verbs that make what follows a supposition."""
    suppose_future: frozenset[str]
    deny: frozenset[str]
    """Infinitives of verbs that deny what follows."""
    dispute: frozenset[str]
    """Infinitives of verbs that deny their object only."""
    afterwards: frozenset[str]
    """Words behind which such efforts are over."""
    attained: frozenset[str]
    """What such efforts have come to, in any form."""
    homeward: frozenset[str]
    """Nouns of coming home."""
    efforts: frozenset[str]
    """Nouns of what is done so that a deed may come true (« tentative »)."""
    averted: frozenset[str]
    """Forms of verbs before a passive infinitive that has not come true (« attendre d'être évacué »)."""
    doubt: frozenset[str]
    """Infinitives of verbs that leave open whether a deed was done."""
    reserve: frozenset[str]
    """Words beside the verb by which the writer keeps what it says at a distance."""
    instead: SetPhrases
    rather: frozenset[str]
    """Words between a count that is denied and the one put in its place."""
    conditions: frozenset[str]
    open: frozenset[str]
    """Words that open a clause of which it is left open whether it holds (« whether »)."""
    told: frozenset[str]
    """Nouns of what is told, before « of » or « that » (« reports of », « the claim that »)."""
    untrue: frozenset[str]
    true: frozenset[str]
    """Words that say so when they are denied (« not true »)."""
    not_before: frozenset[str]
    not_behind: frozenset[str]
    only: frozenset[str]
    state: frozenset[str]
    """Infinitives of verbs whose negation denies the count."""

    @classmethod
    def load(cls, table: Table, forms: Forms) -> "FigureWords":
        """The words in `figures.toml`; raises DataError on an unknown key or a wrong type."""
        table.only("parts", "joins", "voice", "reality")
        parts = table.table("parts").only(
            "markers",
            "of_them",
            "included",
            "in_them",
            "belonging",
            "unharmed",
            "of_own",
            "rest",
            "equals",
            "out_of",
            "apart",
            "namely",
            "just",
            "identify",
            "among",
            "rates",
            "every",
        )
        joins = table.table("joins").only(
            "more",
            "versus",
            "company",
            "fate",
            "where",
            "repeated",
            "words",
            "marks",
            "pronoun",
            "it",
            "them",
            "they",
            "aside",
            "during",
            "harmed",
            "lots",
            "of",
            "of_whole",
            "either",
            "then",
            "defiling",
            "slain",
            "maiming",
            "flees",
            "escapes",
            "escape",
        )
        voice = table.table("voice").only(
            "passive",
            "perfect",
            "nouns",
            "adverbs_in",
            "floating",
            "inserted",
            "causative",
            "finding",
            "merged",
            "before_infinitive",
        )
        reality = table.table("reality").only(
            "able",
            "burying",
            "suppose",
            "suppose_future",
            "deny",
            "dispute",
            "doubt",
            "averted",
            "efforts",
            "afterwards",
            "attained",
            "homeward",
            "reserve",
            "instead",
            "rather",
            "conditions",
            "like",
            "whenever",
            "repeatedly",
            "open",
            "told",
            "untrue",
            "true",
            "before",
            "behind",
            "only",
            "state",
        )
        return cls(
            parts=SetPhrases.of(parts.words("markers")),
            of_them=SetPhrases.of(parts.words("of_them")),
            included=frozenset(parts.words("included", optional=True)),
            in_them=SetPhrases.of(parts.words("in_them", optional=True)),
            belonging=inflected(parts.words("belonging", optional=True), forms),
            unharmed=frozenset(parts.words("unharmed", optional=True)),
            of_own=SetPhrases.of(parts.words("of_own")),
            rest=frozenset(parts.words("rest")),
            equals=SetPhrases.of(parts.words("equals")),
            out_of=SetPhrases.of(parts.words("out_of", optional=True)),
            apart=SetPhrases.of(parts.words("apart", optional=True)),
            namely=SetPhrases.of(parts.words("namely", optional=True)),
            just=SetPhrases.of(parts.words("just", optional=True)),
            identify=SetPhrases.of(parts.words("identify")),
            among=SetPhrases.of(parts.words("among")),
            rates=SetPhrases.of(parts.words("rates", optional=True)),
            every=SetPhrases.of(parts.words("every", optional=True)),
            versus=frozenset(joins.words("versus", optional=True)),
            like=frozenset(reality.words("like", optional=True)),
            whenever=SetPhrases.of(reality.words("whenever", optional=True)),
            repeatedly=SetPhrases.of(reality.words("repeatedly", optional=True)),
            more=SetPhrases.of(joins.words("more")),
            again=frozenset(
                (*joins.words("it"), *(w for p in joins.words("fate", optional=True) for w in p.split()[-1:]))
            ),
            where=frozenset(joins.words("where", optional=True)),
            fate=SetPhrases.of(joins.words("fate", optional=True)),
            company=SetPhrases.of(joins.words("company", optional=True)),
            repeated=frozenset(joins.words("repeated")),
            joins=frozenset((*joins.words("words"), *joins.words("marks"))),
            pronoun=joins.text("pronoun"),
            it=frozenset(joins.words("it")),
            them=frozenset(joins.words("them")),
            they=frozenset(joins.words("they", optional=True)),
            aside=frozenset(joins.words("aside")),
            during=SetPhrases.of(joins.words("during", optional=True)),
            harmed=frozenset(joins.words("harmed")),
            then=frozenset(joins.words("then", optional=True)),
            defiling=inflected(joins.words("defiling", optional=True), forms),
            slain=inflected(joins.words("slain", optional=True), forms),
            maiming=inflected(joins.words("maiming", optional=True), forms),
            flees=inflected(joins.words("flees", optional=True), forms),
            escapes=inflected((*joins.words("flees", optional=True), *joins.words("escapes", optional=True)), forms)
            | frozenset(joins.words("escape", optional=True)),
            either=frozenset(joins.words("either")),
            lots=frozenset(joins.words("lots")),
            of=frozenset(joins.words("of")),
            of_whole=frozenset((*joins.words("of"), *joins.words("of_whole", optional=True))),
            passive=voice.text("passive"),
            perfect=voice.text("perfect"),
            auxiliary_nouns=frozenset(voice.words("nouns")),
            adverbs_in=voice.text("adverbs_in"),
            floating=frozenset(voice.words("floating")),
            inserted=SetPhrases.of(voice.words("inserted")),
            causative=inflected(voice.words("causative"), forms),
            finding=inflected(voice.words("finding"), forms),
            merged=bool(voice.data.get("merged", False)),
            before_infinitive=frozenset(voice.words("before_infinitive", optional=True)),
            able=frozenset(reality.words("able")),
            burying=frozenset(reality.words("burying", optional=True)),
            suppose=frozenset(reality.words("suppose")),
            suppose_future=frozenset(reality.words("suppose_future")),
            deny=frozenset(reality.words("deny")),
            dispute=frozenset(reality.words("dispute")),
            averted=inflected(reality.words("averted"), forms),
            efforts=frozenset(reality.words("efforts", optional=True)),
            afterwards=frozenset(reality.words("afterwards", optional=True)),
            attained=inflected(reality.words("attained", optional=True), forms),
            homeward=frozenset(reality.words("homeward", optional=True)),
            doubt=frozenset(reality.words("doubt")),
            reserve=frozenset(reality.words("reserve", optional=True)),
            instead=SetPhrases.of(reality.words("instead")),
            rather=frozenset(reality.words("rather")),
            conditions=frozenset(reality.words("conditions")),
            open=frozenset(reality.words("open", optional=True)),
            told=frozenset(reality.words("told", optional=True)),
            untrue=frozenset(reality.words("untrue", optional=True)),
            true=frozenset(reality.words("true", optional=True)),
            not_before=frozenset(reality.words("before")),
            not_behind=frozenset(reality.words("behind")),
            only=frozenset(reality.words("only")),
            state=frozenset(reality.words("state")),
        )
