"""Cues: the words that mark reporting, and the frames they open (verbs, idioms, adpositions)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from recoupe.errors import DataError
from recoupe.languages.set_phrases import SetPhrases, split_phrase
from recoupe.languages.tables import Table
from recoupe.model.attribution import Stance

_FRAMES = (
    "that",
    "object",
    "infinitive",
    "gerund",
    "infinitive_de",
    "infinitive_to",
    "addressed",
    "inserted",
    "counting",
    "told",
)
_FLAGS = ("evidence", "voiced")
_THEN = frozenset({*_FRAMES, "self", "state"})


@dataclass(frozen=True, slots=True)
class VerbCue:
    """What a reporting verb takes."""

    frames: frozenset[str]
    stance: Stance
    evidence: bool
    """Reports only with a subject that is a document, a figure, an image."""
    voiced: bool
    """Takes a noun object as content only when the subject is a voice."""


@dataclass(frozen=True, slots=True)
class Idiom:
    """A verb with the words that belong to it (« faire état de »)."""

    words: tuple[str, ...]
    """Folded words after the verb; empty when the verb alone is the idiom."""
    cue: VerbCue
    reflexive: bool
    apart: bool = False
    """Whether the words stand behind the object (« rend Kiev responsable de »)."""
    kept: int = 0
    """How many of the words, at their end, have to follow but are of what is said (« holds to | its figure »)."""
    pronoun: str = ""
    """The pronoun that has to stand before the verb (« la mairie *en* est à douze morts »)."""


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue lexicon of a language."""

    verbs: dict[str, VerbCue]
    reflexive: dict[str, VerbCue]
    """Verbs that report only with « se »."""
    idioms: dict[str, tuple[Idiom, ...]]
    """By the verb's infinitive, longest first."""
    adpositions: SetPhrases
    """« selon », « d'après », … as folded words, longest first."""
    heard: SetPhrases
    """Of these, infinitives (« à entendre X »): only behind a comma or at the head of a clause."""
    relative: SetPhrases
    """« selon lesquelles »: the source stands before."""
    relative_after: SetPhrases
    """« pour qui »: the source stands before, after a comma."""
    echoing: SetPhrases
    """« à l'en croire »: a pronoun in the phrase names the source."""
    judging: SetPhrases
    speaking_through: SetPhrases
    """Through whom somebody speaks (« par la voix de »): no part of what is said."""
    """« il s'agit »: how a clause begins that judges, after « pour X, »."""
    in_view: SetPhrases
    """« pour »: names a source only at the head of a sentence, with a name and a comma after it."""
    sides: SetPhrases
    """« du côté de », « chez »: whose the « on » after the comma is."""
    adposition_words: frozenset[str]
    """The words with which the phrases of the four lists above begin."""
    decoys: frozenset[str]
    """Nouns after an adposition that name no source (« selon le cas »)."""
    resting: SetPhrases
    """« citant », « se référant à »: what the source before rests on."""
    governors: dict[str, frozenset[str]]
    """Infinitives that govern a reporting infinitive, and the particle between (« tarder à »)."""
    unspoken: frozenset[str]
    """Verbs behind which an infinitive of saying says nothing (« hésite à reconnaître »); behind any other, « de » or
    « à » between, it does."""
    privative: frozenset[str]
    """Of these, the ones that turn round when negated (« n'a pas hésité à dénoncer »: it is said)."""
    bringing: frozenset[str]
    """Verbs that, turned round behind what is said, have it said (« …, a tenté d'expliquer le préfet »)."""

    human_endings: tuple[str, ...]
    """Endings of nouns that name someone (« -iste »)."""
    not_human: frozenset[str]
    """Words with such an ending that name nobody."""
    relaying: frozenset[str]
    giving: frozenset[str]
    """Verbs of those who give « this toll », which was told just before."""
    airing: frozenset[str]
    """What a medium does with a statement that is not its own, and that it does not quote: it only goes out there."""
    receiving: frozenset[str]
    """Verbs by which a medium has a paper before it and carries nothing (« un communiqué consulté par l'AFP »)."""
    """What a medium does with somebody's statement (« repris par l'agence X »)."""
    calling: frozenset[str]
    """Verbs with a name for a thing (« ce que l'ONU appelle « … » »)."""
    depicting: frozenset[str]
    """Verbs with « as » (« qu'elle présente comme une riposte »)."""
    quoting: frozenset[str]
    """Verbs of « des témoins cités par l'armée »: who quotes stands above who is quoted."""
    documented: frozenset[str]
    """Verbs that take their object from a document too, though `voiced`."""
    active: frozenset[str]
    """Verbs that report nothing in the passive (« reconnu par l'ONU »)."""
    imputing: frozenset[str]
    """Verbs by which a deed is laid to somebody (« attribué par X à Y »)."""
    sentencing: frozenset[str]
    """Verbs by which a court does not speak but sentence."""
    glossing: frozenset[str]
    """Verbs that report nothing in a relative clause on the speaker (« une source, qui demande à rester anonyme »)."""
    worrying: frozenset[str]
    """Verbs of feeling, which state something only of a count or of one of `worries` (« s'alarme de la hausse de … »)."""
    worries: frozenset[str]
    """Nouns that state what happens (« effets », « aggravation »), where « s'inquiète de la situation » has a bare topic."""
    clausal: frozenset[str]
    """Verbs that take no noun at all as what is said: a bare one behind them opens a clause."""
    telling_only: frozenset[str]
    """Of these, those whose noun is no thing they bring (« annonce le pire »)."""
    telling: frozenset[str]
    """Verbs that take no person as their object."""
    holding: frozenset[str]
    """Verbs by which a place or a state has so many (« le pays compte 3 000 déplacés »)."""
    praising: frozenset[str]
    """Verbs that say something only in the words that their object quotes (« salue le « courage » de … »)."""
    praising_idioms: SetPhrases
    """What follows a verb that does so with other words (« rend | hommage à »)."""
    sums: frozenset[str]
    """Nouns of a toll (« bilan », « nombre »), which somebody sets or gives."""
    losses: frozenset[str]
    """Of these, the ones that may be of what their owner lost (« le bilan de l'armée »)."""
    setting: frozenset[str]
    """Verbs that set or give a toll (« fixe le bilan à », « dresse un bilan de »)."""
    trends: frozenset[str]
    """Which way a toll goes, between such a verb and its noun (« revoit à la hausse le bilan »)."""
    holders: frozenset[str]
    """Nouns of those who have, not count."""
    offering: frozenset[str]
    """Verbs by which a page speaks to its readers (« RFI vous propose »)."""
    belonging: frozenset[str]
    """Verbs that report nothing with « du » or « de la » (« relève du cercle de Niono »)."""
    watchers: frozenset[str]
    """Nouns of those who carry what others publish (« l'agence », « le centre de surveillance »)."""
    seeming: frozenset[str]
    """Verbs that say how a thing looks with « on » and a conditional (« on dirait que »)."""
    placing: frozenset[str]
    """Verbs that report nothing with « y » (« y ajoute dix obus »)."""
    suffering: frozenset[str]
    """Verbs by which a place has had harm done to it (« la ville déplore deux morts »)."""
    derived: frozenset[str]
    """Verbs with which a count comes from who made it (« ce bilan émane de la mairie »)."""
    settling: frozenset[str]
    """Verbs that take a stand on what stands before « que » (« un bilan que confirme la mairie »)."""
    claimed: frozenset[str]
    """Deeds that somebody claims (« tués dans une attaque revendiquée par X »)."""
    accomplished: frozenset[str]
    """Verbs that let an infinitive report only in the past (« a pu constater », not « peut dire »)."""
    daring: frozenset[str]
    """Of these, those that do in the present too (« ose dire »)."""
    rumoured: frozenset[str]
    """Verbs with which « on » gives a number that goes round (« on parle de »)."""
    emerging: frozenset[str]
    """Verbs with an empty subject whose origin follows (« il ressort des registres que »)."""
    narrating: frozenset[str]
    picking_up: frozenset[str]
    taking_in: frozenset[str]
    """Verbs that say of a hospital whom it took in (« l'hôpital a admis 25 blessés »)."""
    wards: frozenset[str]
    """Nouns of hospitals."""
    """Verbs of noting that also tell of lifting the dead (« relever »)."""
    deeds: Mapping[str, frozenset[str]]
    """By verb the nouns that as its object tell what somebody did (« observe une trêve », « donne l'assaut »)."""
    dismissing: frozenset[str]
    """Verbs that dismiss what others say, and have another object else (« balaie ces critiques », « balaie les débris »)."""
    """Verbs that have a bare topic in what is the speaker's own (« raconte son calvaire »)."""
    viewing: frozenset[str]
    """Verbs that report only with « y » or with what is judged (« y voit une provocation »)."""
    concealing: frozenset[str]
    """Verbs that report only when they are negated (« ne cache pas que »)."""
    needing: frozenset[str]
    """Verbs that tell how long it took somebody to say so (« il a fallu trois jours à l'armée pour reconnaître »)."""
    inferred: frozenset[str]
    """Verbs of conclusions that are drawn, not said, when « en » stands before them."""
    courts: frozenset[str]
    """Nouns of courts."""
    nouns: dict[str, Stance]
    """Nouns that report when speaker and content follow (« la promesse du gouvernement de … »)."""
    grounds: frozenset[str]
    """Nouns that a source can rest on (« qui se fonde sur une source … »)."""
    negatable: frozenset[str]
    """Verbs that report even when they are negated (« n'exclut pas »); to negate the others is to be silent."""
    learned: frozenset[str]
    """Verbs of hearsay whose origin follows (« a-t-on appris de source … »)."""
    varying: frozenset[str]
    """Verbs after which an adposition names no source (« varie selon les sources »)."""
    tolls: frozenset[str]
    """Nouns of people harmed and of strikes: what a body that « counts » reports."""
    harmed: frozenset[str]
    """Words that say by themselves what befell those counted (« morts », « déplacées »)."""
    documents: frozenset[str]
    """Nouns of things that say (report, figure, video)."""
    voices: frozenset[str]
    """Nouns of people and bodies that say."""

    @classmethod
    def load(cls, table: Table) -> "Cues":
        """The lexicon in `cues.toml`; raises DataError on an unknown frame, stance or key."""
        table.only("frames", "stances", "idioms", "apart", "nouns", "adpositions", "governors", "subjects")
        frames = table.table("frames").only(*_FRAMES, *_FLAGS, "active", "documented")
        stances = _by_stance(table.table("stances"))
        taken: dict[str, set[str]] = {}
        for name in (*_FRAMES, *_FLAGS):
            for lemma in frames.words(name):
                taken.setdefault(lemma, set()).add(name)
        verbs: dict[str, VerbCue] = {}
        reflexive: dict[str, VerbCue] = {}
        for lemma, names in taken.items():
            cue = VerbCue(
                frozenset(names & set(_FRAMES)), stances.get(lemma, "say"), "evidence" in names, "voiced" in names
            )
            if lemma.startswith(("se-", "s'")):
                reflexive[lemma.removeprefix("se-").removeprefix("s'")] = cue
            else:
                verbs[lemma.replace("-", " ")] = cue
        idioms: dict[str, list[Idiom]] = {}
        for lemma in [v for v in verbs if " " in v]:  # « croire savoir »: a verb and its infinitive
            head, _, rest = lemma.partition(" ")
            idioms.setdefault(head, []).append(Idiom(split_phrase(rest), verbs.pop(lemma), False))
        for entry in table.tables("idioms"):
            entry.only("verb", "phrases", "then", "stance", "voiced", "pronoun")
            lemma = entry.text("verb")
            bare = lemma.removeprefix("se ").removeprefix("s'").removeprefix("s’")
            then = frozenset(entry.words("then"))
            if then - _THEN:
                raise DataError(f"{entry.where}: unknown frame {sorted(then - _THEN)[0]!r}")
            cue = VerbCue(then, _stance(entry), False, bool(entry.data.get("voiced", False)))
            head, _, particle = bare.partition(" ")
            for phrase in entry.words("phrases"):
                own, _, said = phrase.partition("|")
                words, kept = split_phrase(f"{particle} {own}".strip()), split_phrase(said)
                pronoun = entry.text("pronoun", "")
                idioms.setdefault(head, []).append(
                    Idiom((*words, *kept), cue, bare != lemma, kept=len(kept), pronoun=pronoun)
                )
        for entry in table.tables("apart"):
            cue = VerbCue(frozenset({"addressed"}), _stance(entry.only("verb", "phrases", "stance")), False, False)
            found = idioms.setdefault(entry.text("verb"), [])
            found += [Idiom(split_phrase(phrase), cue, False, True) for phrase in entry.words("phrases")]
        adpositions = table.table("adpositions").only(
            "simple",
            "heard",
            "relative",
            "relative_after",
            "in_view",
            "decoys",
            "resting",
            "sides",
            "echoing",
            "judging",
            "speaking_through",
        )
        subjects = table.table("subjects").only(
            "documents",
            "voices",
            "quoting",
            "grounds",
            "relaying",
            "receiving",
            "airing",
            "giving",
            "calling",
            "depicting",
            "negatable",
            "learned",
            "holding",
            "praising",
            "praising_idioms",
            "sums",
            "setting",
            "losses",
            "trends",
            "holders",
            "varying",
            "tolls",
            "harmed",
            "human_endings",
            "not_human",
            "sentencing",
            "imputing",
            "courts",
            "inferred",
            "belonging",
            "offering",
            "rumoured",
            "derived",
            "suffering",
            "placing",
            "seeming",
            "watchers",
            "settling",
            "claimed",
            "accomplished",
            "daring",
            "emerging",
            "narrating",
            "picking_up",
            "taking_in",
            "wards",
            "deeds",
            "dismissing",
            "viewing",
            "concealing",
            "needing",
            "telling",
            "telling_only",
            "clausal",
            "glossing",
            "worrying",
            "worries",
        )
        governors: dict[str, set[str]] = {}
        governing = table.table("governors").only("phrases", "unspoken", "privative", "bringing")
        for phrase in governing.words("phrases"):
            words = split_phrase(phrase.removeprefix("se ").removeprefix("s'"))
            governors.setdefault(words[0], set()).add(words[-1] if len(words) > 1 else "")
        idioms = {head: _merged(found) for head, found in idioms.items()}
        adposition_words = {
            split_phrase(phrase)[0]
            for name in ("simple", "relative", "relative_after", "in_view", "echoing")
            for phrase in adpositions.words(name)
        }
        return cls(
            adposition_words=frozenset(adposition_words),
            verbs=verbs,
            reflexive=reflexive,
            idioms={head: tuple(sorted(found, key=lambda i: -len(i.words))) for head, found in idioms.items()},
            adpositions=SetPhrases.of(adpositions.words("simple")),
            heard=SetPhrases.of(adpositions.words("heard")),
            relative=SetPhrases.of(adpositions.words("relative")),
            relative_after=SetPhrases.of(adpositions.words("relative_after")),
            sides=SetPhrases.of(adpositions.words("sides")),
            echoing=SetPhrases.of(adpositions.words("echoing")),
            judging=SetPhrases.of(adpositions.words("judging")),
            speaking_through=SetPhrases.of(adpositions.words("speaking_through", optional=True)),
            in_view=SetPhrases.of(adpositions.words("in_view")),
            decoys=frozenset(adpositions.words("decoys")),
            resting=SetPhrases.of(adpositions.words("resting")),
            governors={lemma: frozenset(found) for lemma, found in governors.items()},
            privative=frozenset(governing.words("privative")),
            bringing=frozenset(governing.words("bringing", optional=True)),
            unspoken=frozenset(governing.words("unspoken")),
            human_endings=subjects.words("human_endings"),
            not_human=frozenset(subjects.words("not_human")),
            quoting=frozenset(subjects.words("quoting")),
            relaying=frozenset(subjects.words("relaying")),
            receiving=frozenset(subjects.words("receiving")),
            giving=frozenset(subjects.words("giving", optional=True)),
            airing=frozenset(subjects.words("airing", optional=True)),
            calling=frozenset(subjects.words("calling")),
            depicting=frozenset(subjects.words("depicting")),
            active=frozenset(frames.words("active")),
            documented=frozenset(frames.words("documented")),
            imputing=frozenset(subjects.words("imputing")),
            sentencing=frozenset(subjects.words("sentencing")),
            worrying=frozenset(subjects.words("worrying")),
            worries=frozenset(subjects.words("worries")),
            glossing=frozenset(subjects.words("glossing")),
            telling_only=frozenset(subjects.words("telling_only")),
            telling=frozenset(subjects.words("telling")),
            clausal=frozenset(subjects.words("clausal", optional=True)),
            inferred=frozenset(subjects.words("inferred")),
            holding=frozenset(subjects.words("holding")),
            praising=frozenset(subjects.words("praising")),
            praising_idioms=SetPhrases.of(subjects.words("praising_idioms")),
            sums=frozenset(subjects.words("sums")),
            losses=frozenset(subjects.words("losses")),
            setting=frozenset(subjects.words("setting")),
            trends=frozenset(subjects.words("trends")),
            holders=frozenset(subjects.words("holders")),
            belonging=frozenset(subjects.words("belonging")),
            offering=frozenset(subjects.words("offering")),
            watchers=frozenset(subjects.words("watchers")),
            seeming=frozenset(subjects.words("seeming")),
            placing=frozenset(subjects.words("placing")),
            suffering=frozenset(subjects.words("suffering")),
            derived=frozenset(subjects.words("derived")),
            settling=frozenset(subjects.words("settling")),
            claimed=frozenset(subjects.words("claimed", optional=True)),
            accomplished=frozenset(subjects.words("accomplished")),
            daring=frozenset(subjects.words("daring")),
            rumoured=frozenset(subjects.words("rumoured")),
            emerging=frozenset(subjects.words("emerging")),
            narrating=frozenset(subjects.words("narrating")),
            picking_up=frozenset(subjects.words("picking_up", optional=True)),
            taking_in=frozenset(subjects.words("taking_in", optional=True)),
            wards=frozenset(subjects.words("wards", optional=True)),
            deeds=_deeds(subjects),
            dismissing=frozenset(subjects.words("dismissing", optional=True)),
            viewing=frozenset(subjects.words("viewing")),
            concealing=frozenset(subjects.words("concealing")),
            needing=frozenset(subjects.words("needing")),
            courts=frozenset(subjects.words("courts")),
            nouns=_by_stance(table.table("nouns")),
            grounds=frozenset(subjects.words("grounds")),
            negatable=frozenset(subjects.words("negatable")),
            learned=frozenset(subjects.words("learned")),
            varying=frozenset(subjects.words("varying")),
            tolls=frozenset(subjects.words("tolls")),
            harmed=frozenset(subjects.words("harmed")),
            documents=frozenset(subjects.words("documents")),
            voices=frozenset(subjects.words("voices")),
        )

    def human(self, fold: str) -> bool:
        """Whether the folded noun names people or a body that can speak."""
        return fold in self.voices or (
            len(fold) > 5 and fold.endswith(self.human_endings) and fold not in self.not_human
        )

    def lemmas(self) -> set[str]:
        """Every infinitive that a cue can start with."""
        return (
            set(self.verbs)
            | set(self.reflexive)
            | set(self.idioms)
            | set(self.governors)
            | self.quoting
            | self.varying
            | self.relaying
        )


def _merged(idioms: list[Idiom]) -> list[Idiom]:
    """The idioms of a verb, those with the same words as one with the frames of all."""
    found: dict[tuple[tuple[str, ...], bool, bool], Idiom] = {}
    for one in idioms:
        key = one.words, one.reflexive, one.apart
        if (known := found.get(key)) is not None:
            cue = known.cue
            stance = one.cue.stance if cue.stance == "say" else cue.stance
            cue = VerbCue(cue.frames | one.cue.frames, stance, cue.evidence, cue.voiced or one.cue.voiced)
            one = Idiom(one.words, cue, one.reflexive, one.apart, one.kept)
        found[key] = one
    return list(found.values())


def _stance(entry: Table) -> Stance:
    """The stance that the entry gives; raises DataError when it is none."""
    name = entry.text("stance")
    if name not in get_args(Stance):
        raise DataError(f"{entry.where}: unknown stance {name!r}")
    return name  # type: ignore[return-value]


def _deeds(subjects: Table) -> Mapping[str, frozenset[str]]:
    """Verb → the nouns that it does; empty in a language that names none."""
    if "deeds" not in subjects.data:
        return {}
    table = subjects.table("deeds")
    return {verb: frozenset(table.words(verb)) for verb in table.data}


def _by_stance(table: Table) -> dict[str, Stance]:
    """Word → stance, from a table of stances and their words."""
    found: dict[str, Stance] = {}
    for stance in table.data:
        if stance not in get_args(Stance):
            raise DataError(f"{table.where}: unknown stance {stance!r}")
        found.update(dict.fromkeys(table.words(stance), stance))  # type: ignore[arg-type]
    return found
