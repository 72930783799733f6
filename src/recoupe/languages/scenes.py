"""Scenes: the words that carry a place or a day on from what was told before, as a pack's `scenes.toml` holds them."""

from dataclasses import dataclass, fields

from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.tables import Table
from recoupe.text import fold

_PHRASES = (
    "day_sums",
    "there",
    "unplaced",
    "total",
    "summed",
    "so_far",
    "during",
    "across",
    "own_soil",
    "live",
    "over_with",
    "occasions",
    "same_stretch",
    "worldwide",
    "then",
    "covering",
)


@dataclass(frozen=True, slots=True)
class SceneWords:
    """Sets hold folded words; phrases are of them. The meaning of each stands in `scenes.toml`."""

    there: SetPhrases
    unplaced: SetPhrases
    abstract: frozenset[str]
    known: frozenset[str]
    contracted: frozenset[str]
    sprung: frozenset[str]
    launched: frozenset[str]
    worldwide: SetPhrases
    addressing: frozenset[str]
    upon: frozenset[str]
    whole_of: frozenset[str]
    early: frozenset[str]
    befallen: frozenset[str]
    flights: frozenset[str]
    mainly: frozenset[str]
    same: frozenset[str]
    lands: frozenset[str]
    grounds: frozenset[str]
    """What is a whole land's behind « tout le », or before « national » or the land's adjective."""
    all_of: frozenset[str]
    national: frozenset[str]
    another: frozenset[str]
    pointing: frozenset[str]
    latest: frozenset[str]
    """Between such a word and the event, of which they say that it is the one told last (« cette dernière attaque »)."""
    events: frozenset[str]
    means: frozenset[str]
    one_place: frozenset[str]
    assailed: frozenset[str]
    assailed_by: frozenset[str]
    happening: frozenset[str]
    takes_place: frozenset[str]
    one: frozenset[str]
    seats: frozenset[str]
    meetings: frozenset[str]
    courts: frozenset[str]
    before_courts: frozenset[str]
    tried: frozenset[str]
    """Courts, the word with which people stand there (« devant la Cour »), and verbs of what they do there."""
    meeting_anchors: frozenset[str]
    listing: frozenset[str]
    ands: frozenset[str]
    between: frozenset[str]
    """Before the first of two sides, or of two ends of a way."""
    leaving: frozenset[str]
    arriving: frozenset[str]
    hosting: frozenset[str]
    shelter: frozenset[str]
    coming: frozenset[str]
    """Verbs of coming into a country, where nothing is said to have happened by them."""
    finding: frozenset[str]
    burying: frozenset[str]
    on_the_spot: frozenset[str]
    observers: frozenset[str]
    solemn: frozenset[str]
    """Verbs of remembering and of judging harm done before."""
    caught: frozenset[str]
    """Verbs of taking those who did it."""
    suspects: frozenset[str]
    deceased: frozenset[str]
    ceremonies: frozenset[str]
    """Nouns for what is held for harm done before."""
    strikers: frozenset[str]
    """Who or what makes one event where it is named alone (« un kamikaze »)."""
    reckoning: frozenset[str]
    asking: frozenset[str]
    interviews: frozenset[str]
    spreading: frozenset[str]
    driven: frozenset[str]
    been: frozenset[str]
    """Verbs behind a capital that tell of the town itself."""
    conveying: frozenset[str]
    conveyed: frozenset[str]
    sudden: frozenset[str]
    toward: frozenset[str]
    away: frozenset[str]
    always_toward: frozenset[str]
    measures: frozenset[str]
    located: frozenset[str]
    """Participles that say where a thing stands, before a place."""
    returned: frozenset[str]
    """Words between a speaker and the place that he has come from."""
    borders: frozenset[str]
    """Words behind which a place lies on the other side."""
    besides: frozenset[str]
    total: SetPhrases
    still: frozenset[str]
    have: frozenset[str]
    several: frozenset[str]
    occasions: SetPhrases
    """Between what befell somebody and the event at which it did (« lors d'un raid »)."""
    at_once: frozenset[str]
    """Verbs of harm that is done to all those counted at once (« ont été exécutés »)."""
    raising: frozenset[str]
    """Verbs whose subject adds to a toll (« ce qui porte à neuf le nombre de morts »)."""
    papers: frozenset[str]
    paper_words: frozenset[str]
    made_known: frozenset[str]
    """Verbs that, within the words for a source, say how it became known."""
    summed: SetPhrases
    so_far: SetPhrases
    added_up: frozenset[str]
    """Of a toll, that it is of several blows (« le bilan cumulé »)."""
    during: SetPhrases
    lasting: frozenset[str]
    spread: frozenset[str]
    series: frozenset[str]
    apart: frozenset[str]
    concerted: frozenset[str]
    """Of blows, that they make one event (« attaques coordonnées »)."""
    across: SetPhrases
    own_soil: SetPhrases
    """Where those who speak live: « neuf civils tués sur son territoire »."""
    fights: frozenset[str]
    """Of `several`, those of two sides, which may be one event over a land (« des combats »)."""
    barrages: frozenset[str]
    spots: frozenset[str]
    campaigns: frozenset[str]
    ailing: frozenset[str]
    """Behind such a word they make it an illness (« crise cardiaque »)."""
    wars: frozenset[str]
    overthrow: frozenset[str]
    """Of one government by others (« putsch », « a pris le pouvoir »)."""
    drives: frozenset[str]
    operations: frozenset[str]
    led: frozenset[str]
    inner: frozenset[str]
    broad: frozenset[str]
    through: frozenset[str]
    beginning: frozenset[str]
    ending: frozenset[str]
    over_with: SetPhrases
    striking: frozenset[str]
    diverse: frozenset[str]
    elsewhere: frozenset[str]
    locals: frozenset[str]
    near: frozenset[str]
    caring: frozenset[str]
    receiving: frozenset[str]
    in_care: frozenset[str]
    """Verbs of what is done for the hurt where they were taken, and of a hospital that has them."""
    mourning: frozenset[str]
    dwelling: frozenset[str]
    travelling: frozenset[str]
    """Verbs of being on the way between two places."""
    visitors: frozenset[str]
    visiting: frozenset[str]
    """Ceremonies for the dead; who comes to a place after the harm, and the verbs of coming."""
    survivors: frozenset[str]
    """Those who tell what happened at their village."""
    course: frozenset[str]
    """What the course of an attack is told by, where no word for it stands."""
    that: frozenset[str]
    most: frozenset[str]
    alike: frozenset[str]
    """Behind a negation, they make a record (« n'avait pas subi de telles pertes depuis 2014 »)."""
    the: frozenset[str]
    others: frozenset[str]
    of_one: frozenset[str]
    of: frozenset[str]
    beside: frozenset[str]
    definite: frozenset[str]
    a: frozenset[str]
    causing: frozenset[str]
    since: frozenset[str]
    answers: frozenset[str]
    causes: frozenset[str]
    live: SetPhrases
    clock: frozenset[str]
    full_hour: frozenset[str]
    records: frozenset[str]
    over: frozenset[str]
    nots: frozenset[str]
    in_force: frozenset[str]
    settling: frozenset[str]
    holding: frozenset[str]
    stages: frozenset[str]
    held: frozenset[str]
    rubble: frozenset[str]
    wasting: frozenset[str]
    """What else people of a town die of, or how its dead come to light: no part of a blow told for it."""
    waging: frozenset[str]
    participles: tuple[str, ...]
    counted_from: frozenset[str]
    """Between a number of days and the event that they are counted from (« deux jours après le raid »)."""
    same_day: frozenset[str]
    """In times that are counted from the day told last (« le même jour », « la veille »)."""
    that_day: frozenset[str]
    """Of these, the words that point to it (« ce jour-là »)."""
    ways: frozenset[str]
    """Units of a way that is measured (« à dix km de X »)."""
    same_stretch: SetPhrases
    losing: frozenset[str]
    """Verbs of losing one's own dead."""
    sides: frozenset[str]
    then: SetPhrases
    """« alors », « ce jour-là »: at the event told last."""
    covering: SetPhrases
    """Between a toll told before and the days that it is of (« ce total porte sur les trois derniers jours »)."""
    day_sums: SetPhrases
    """« pour la seule journée de »: a sum over a land, and not the day of a statement."""

    @classmethod
    def load(cls, table: Table) -> "SceneWords":
        """The words in `scenes.toml`; raises DataError on an unknown or missing key."""
        names = [f.name for f in fields(cls)]
        table.only(*names)
        values = {
            name: SetPhrases.of(fold(p) for p in table.words(name))
            if name in _PHRASES
            else table.words(name)
            if name == "participles"
            else frozenset(table.words(name))
            for name in names
        }
        return cls(**values)  # type: ignore[arg-type]
