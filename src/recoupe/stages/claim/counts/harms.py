"""Harms: where a sentence says that people were killed, hurt, driven out …, and on which side those people stand."""

from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Literal, NamedTuple

from recoupe.languages.harm import Sense
from recoupe.languages.morphology import Form
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.word_sets import either
from recoupe.model.figure import Effect
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.insertions import past_aside
from recoupe.stages.claim.words.line import QUOTES, Line
from recoupe.stages.claim.words.verb_group import VerbGroup, group_before

Side = Literal["left", "right"]
Bond = Literal[
    "clause",  # a verb: its subject or its object
    "noun",  # a participle behind the noun it qualifies: « 12 civils tués »
    "of",  # a noun of what happens, with « of »: « la mort de 12 civils »
    "phrase",  # set words: « sous les décombres »
]
_REACH = 10
_TAIL = 6
_JOINT = 5
"""How many words may stand between the participles of one clause, with « retrouvés » and when it was."""
BODILY: frozenset[Effect] = frozenset({"killed", "wounded"})
_LOT: frozenset[Effect] = BODILY | {"missing", "detained"}
"""What people may have suffered of whom nobody says how many suffered which."""


class Harm(NamedTuple):
    """One thing said to have befallen people. Indexes are into the sentence's words."""

    effect: Effect
    side: Side
    bond: Bond
    group: int
    """The first word of the verb group, auxiliaries included."""
    start: int
    """The verb or noun itself."""
    end: int
    """The word after all its words, tail included."""
    people: bool = False
    """Whether only a known word for people is taken."""
    fighters: bool = False
    """Whether only fighters are taken."""
    folk: bool = False
    """Whether only families and those who live somewhere are taken."""
    given: bool = False
    """Whether it counts only after a figure of the same effect."""
    inside: int | None = None
    """Where those who are harmed may begin between verb and tail; None when nothing may stand there."""
    suffered: bool = False
    """Whether an agent with « by » may follow: a passive, or a noun of what happens."""
    blameless: bool = False
    """Whether whoever does it is not who harmed: « inhumer 160 corps », « a perdu 30 hommes »."""
    troops: bool = False
    """Whether « hommes » that it befalls are soldiers."""
    single: bool = False
    """Whether it is a participle that agrees with one only: « 5 blessés, du matériel emporté »."""
    lacking: bool = False
    """Whether the harm is in the negation itself: « n'ont pas survécu »."""


def harms(
    line: Line, counts: Sequence[Count] = (), event: Effect | None = None, before: Set[str] = frozenset()
) -> list[Harm]:
    """All that the sentence says to have befallen people, in order; the nouns of its `counts` are no verbs.

    `event` is what the last noun of what happens said, before this sentence (« la mort de »), which « celle de » takes up; `before` are
    the words of the sentence before, which « en sont victimes » takes up.
    """
    harm_words, found = line.lexicon.harm, list[Harm]()
    counted = {c.first for c in counts}
    covered = {i for c in counts if not c.measure for i in range(c.first, c.end)}
    nouns = {c.head for c in counts if c.kind == "harm"}
    if line.lexicon.counted.heads_last:
        nouns |= {i for c in counts if c.effect is not None for i in range(c.stop, c.head)}
    triggers = line.lexicon.triggers
    looked_at = either(triggers, harm_words.tolls.that_of)
    for at in [at for at, fold in enumerate(line.folds) if fold in looked_at]:
        fold, harm = line.folds[at], None
        if fold in harm_words.tolls.that_of and line.fold(at + 1) in line.lexicon.figures.of:
            last = next((h for h in reversed(found) if h.bond == "of"), None)
            said = last.effect if last is not None else event
            if said is not None and not counted.isdisjoint((at + 2, at + 3)):
                given = last is not None and last.given
                found.append(Harm(said, "right", "of", at, at, at + 1, suffered=not given, given=given))
            continue
        if fold not in triggers or at in nouns or _is_name(line, at):
            continue
        if found and found[-1].bond == "phrase" and at < found[-1].end:
            continue  # « 320 victimes, entre morts et blessés »
        if fold in harm_words.events:
            harm = _event(line, at, counted)
        if harm is None and fold in harm_words.phrases and line.fold(at - 1) in line.lexicon.words.determiners:
            harm = _phrase(line, at, found, before)  # « la mise hors d'état de nuire de »
        # « pendant » is seldom a form of « pendre »
        if harm is None and fold in harm_words.verbs and fold not in line.lexicon.words.prepositions:
            harm = _verb(line, at, found, counted, covered)
        if harm is None and fold in harm_words.phrases:
            harm = _phrase(line, at, found, before)
        if harm is None:
            continue
        if found and _defiled(line, found[-1], harm):
            # « égorgés et brûlés »: dead, whatever else was done to them
            found[-1] = found[-1]._replace(effect="killed", end=harm.end)
        elif found and _one_lot(line, found[-1], harm):
            # « tués ou blessés »: nobody says how many of each
            start = found[-1].start
            found[-1] = found[-1]._replace(effect="casualties", end=harm.end)
            while len(found) > 1 and _listed_before(line, found[-2], found[-1], start):
                start = found.pop(-2).start  # « tués, blessés ou enlevés »
        else:
            found.append(harm)
    return found


def _is_name(line: Line, at: int) -> bool:
    """Whether the word, which may look like a verb, is a name behind a preposition (« à Gaza »)."""
    shouted = line.sentence.tokens[at].text.isupper()
    return line.named(at) and not shouted and line.fold(at - 1) in line.lexicon.words.prepositions


def _one_lot(line: Line, one: Harm, other: Harm) -> bool:
    """Whether two harms are said of one count, whose shares are not told."""
    apart = one.group != other.group and (one.side, other.side, other.start) != ("right", "right", one.end + 1)
    effects = {one.effect, other.effect}
    if one.bond != other.bond or apart or len(effects) == 1 or not BODILY & effects <= effects <= _LOT:
        return False
    between, figures = line.fold(one.end), line.lexicon.figures
    if between in figures.then:
        return False  # « abattus puis brûlés » are dead, « tués ou mutilés » are not told apart
    # « arrêtés et exécutés » are dead; « arrêtés ou exécutés » are not told apart
    joined = effects == BODILY and between in line.lexicon.words.coordinators
    return joined or between in figures.either


def _defiled(line: Line, one: Harm, other: Harm) -> bool:
    """« égorgés et brûlés », « décapités ou brûlés »: whether those who were killed, one and all, were treated like the dead too;
    not « tués ou brûlés », « tués et mutilés par des mines »."""
    effects, bodies = {one.effect: one, other.effect: other}, line.lexicon.figures.defiling
    if set(effects) != BODILY or one.bond != other.bond or one.side != other.side:
        return False
    if line.folds[effects["wounded"].start] not in bodies or line.fold(one.end) not in line.lexicon.words.coordinators:
        return False
    apart = one.group != other.group and (one.side, other.start) != ("right", one.end + 1)
    plain = line.folds[effects["killed"].start] in line.lexicon.figures.slain
    either_one = line.fold(one.end) in line.lexicon.figures.either
    either_one = either_one or line.folds[effects["wounded"].start] in line.lexicon.figures.maiming
    return not apart and other.start == one.end + 1 and not (plain and either_one)


def _listed_before(line: Line, one: Harm, lot: Harm, start: int) -> bool:
    """Whether a harm stands behind a comma before the first of those that are one lot, which is at `start`."""
    alike = (one.side, one.bond, one.group) == (lot.side, lot.bond, lot.group)
    return alike and one.effect in _LOT and line.fold(one.end) == "," and one.end + 1 == start


def _event(line: Line, at: int, counted: Set[int]) -> Harm | None:
    """« la mort de », « l'exécution, jeudi, par les rebelles, de »."""
    lexicon, fold = line.lexicon, line.folds[at]
    before = line.fold(at - 1)
    if lexicon.counted.heads_last and at > 1 and line.fold(at - 2) in lexicon.words.determiners:
        before = line.fold(at - 2)  # « the burnt bodies of »
    if at and before not in lexicon.words.determiners and before not in lexicon.figures.of and before != ",":
        return None
    for index in range(at + 1, min(line.end, at + 1 + _REACH)):
        if line.folds[index] in lexicon.figures.of:
            effect = lexicon.harm.events[fold]
            return Harm(
                _still(line, at) if effect == "returned" and _is_asked_for(line, at) else effect,
                "right",
                "of",
                at,
                at,
                at + 1,
                fold in lexicon.harm.loose,
                suffered=fold not in lexicon.harm.told,
                # « a reconnu la perte de 31 hommes »
                troops=lexicon.harm.nouns.get(fold) == "casualties",
                given=fold in lexicon.harm.told,
            )
        object_ = lexicon.figures.merged and index in counted  # « killing 20 people and wounding dozens of others »
        if object_ or line.stops(index) or line.finite(index):
            break
    return None


def _is_asked_for(line: Line, at: int) -> bool:
    """« réclame la libération de 30 prisonniers »: whether what the noun says has not come true, as it is the object of a wish."""
    figures, words = line.lexicon.figures, line.lexicon.words
    before = at - 1 - (line.fold(at - 1) in words.determiners and line.fold(at - 1) not in figures.of)
    if line.fold(before) in words.prepositions and line.fold(before - 1) in figures.efforts:
        # « une tentative de libération de six otages », but « après des négociations pour la libération des six otages »
        done = line.fold(0) not in figures.afterwards
        return done and figures.attained.isdisjoint(line.folds[at:])
    before -= line.fold(before) in words.adverbs or line.fold(before) in figures.harmed
    return line.fold(before) in figures.averted


def _still(line: Line, at: int) -> Effect:
    """What those still are whose release or way home is asked for: held, or driven out (« le retour de 20 000 habitants »)."""
    held = not line.lexicon.counted.captives.isdisjoint(line.folds[at : at + _TAIL])
    return "displaced" if line.folds[at] in line.lexicon.figures.homeward and not held else "detained"


def _is_wished(line: Line, harm: Harm) -> bool:
    """« refuse de libérer », « propose de libérer douze otages »: whether the deed is the infinitive of a wish or an offer."""
    forms = (form for _, form in line.lexicon.verbs.analyses(line.folds[harm.start]))
    if not any(form.mood == "infinitive" for form in forms):
        return False
    before = line.folds[max(0, harm.group - 1 - _JOINT) : harm.start]
    return not line.lexicon.figures.averted.isdisjoint(before)


def _phrase(line: Line, at: int, told: Sequence[Harm], before: Set[str]) -> Harm | None:
    beside, following = line.lexicon.harm.phrases[line.folds[at]], line.fold(at + 1)
    known = beside.get(following, ()) if following else ()
    for words, effect, behind, people, without, undoing, near, swap in (*known, *beside.get("", ())):
        # « se sont réfugiés » is told by the verb
        if line.has(at, words) and line.fold(at - 1) not in line.lexicon.words.reflexives:
            end = at + len(words)
            if line.fold(end) in undoing or not without.isdisjoint(line.folds[:at]):
                continue
            if near and near.isdisjoint(line.words) and near.isdisjoint(before):
                continue
            # « fatale à dix civils »; « sans nouvelles de dix civils »
            own = words[-1] in line.lexicon.figures.harmed
            if words[0] in line.lexicon.harm.nouns and line.fold(at - 1) in line.lexicon.counted.definite:
                continue  # « the dead »
            if swap:
                done = bool(told) and told[-1].effect == effect and not _is_wished(line, told[-1])
                return Harm(effect, "right", "of", at, at, end, people, blameless=True) if done else None
            bond: Bond = ("clause" if own else "of") if behind else "phrase"
            return Harm(effect, "right" if behind else "left", bond, at, at, end, people)
    return None


def _verb(line: Line, at: int, before: list[Harm], counted: Set[int], covered: Set[int]) -> Harm | None:
    """The harm that a form of a verb says; senses with a tail come first in the lexicon."""
    group: VerbGroup | None = None
    for sense, form in line.lexicon.harm.verbs[line.folds[at]]:
        if form.person != 3 and form.finite and (form.person, form.number) != (1, "p"):
            continue
        end = _tail(line, at, sense) if sense.tails else at + 1
        if not end or _undone(line, at, sense):
            continue
        group = group or group_before(line, at, covered)
        if form.finite and not line.lexicon.figures.merged and _is_helped(line, at):
            continue  # « a été fait prisonnier »: a participle that looks like a present
        if line.lexicon.figures.merged and not _fits(line, at, end, sense, form, group, counted):
            continue
        if (sense.negated and not group.negated) or (form.mood == "participle" and _averted(line, at)):
            continue
        if sense.pronoun and line.lexicon.figures.pronoun not in line.folds[max(0, group.first - 1) : at]:
            continue
        behind = covered if line.lexicon.figures.merged else counted
        harm = _voiced(line, at, end, sense, form, group, before, behind)
        if harm:
            inside = at + 1 if sense.across and harm.side == "right" else None
            return harm._replace(
                end=end,
                people=sense.people,
                fighters=sense.fighters,
                folk=sense.folk,
                given=sense.given,
                inside=inside,
                suffered=harm.side == "left" and sense.frame == "object",
                lacking=sense.negated,
                troops=sense.troops,
                single=harm.bond == "noun" and _of_one(line, at),
                blameless=sense.blameless,
            )
    return None


def _is_helped(line: Line, at: int) -> bool:
    """Whether « été » stands right before the word, an adverb aside, so that it is a participle."""
    before = at - 1 - (line.fold(at - 1) in line.lexicon.words.adverbs)
    forms = line.lexicon.verbs.analyses(line.fold(before))
    been = any(lemma == line.lexicon.figures.passive and form.mood == "participle" for lemma, form in forms)
    return been and line.auxiliary(before - 1, line.lexicon.figures.perfect)


def _averted(line: Line, at: int) -> bool:
    """« attendent d'être évacués », « ont failli être tués »: whether the passive in the infinitive has not come true."""
    figures = line.lexicon.figures
    be = at - 1 - (line.fold(at - 1) in line.lexicon.words.adverbs)
    if figures.averted.isdisjoint(line.folds[max(0, be - _TAIL) : max(0, be)]):
        return False
    forms = (f for lemma, f in line.lexicon.verbs.analyses(line.fold(be)) if lemma == figures.passive)
    if not any(f.mood == "infinitive" for f in forms):
        return False
    between = next((i for i in range(be - 1, be - _TAIL, -1) if line.fold(i) in figures.averted), be)
    return not any(line.stops(i) or line.folds[i] == "," for i in range(max(0, between), be))


def _fits(line: Line, at: int, end: int, sense: Sense, form: Form, group: VerbGroup, counted: Set[int]) -> bool:
    """Whether the word is that form here, where others look like it; `end` is the word behind its tail."""
    if form.mood == "infinitive":
        return merged_forms.is_infinitive(line, at)
    if form.finite and form.tense == "present":
        return not merged_forms.is_infinitive(line, at) and not group.passive
    if form.mood == "participle" and form.tense == "present":
        return True
    if group.auxiliary or not merged_forms.is_past(line, at):
        return form.mood == "participle" if group.auxiliary else True
    if sense.frame == "subject":
        return form.finite
    inside = sense.across and any(i in counted for i in range(at + 1, end))
    active = inside or any(
        merged_forms.takes_object(line, i, counted) for i in {at + 1, end} if i == end or not sense.tails
    )
    return form.finite == active


def _of_one(line: Line, at: int) -> bool:
    """Whether the word is a past participle in the singular and nothing else."""
    forms = [f for _, f in line.lexicon.verbs.analyses(line.folds[at]) if f.mood == "participle" and f.tense == "past"]
    return bool(forms) and all(f.number == "s" for f in forms)


def _tail(line: Line, at: int, sense: Sense) -> int:
    """The index after the set words behind the verb; 0 when they are not there."""
    if sense.tails.openings.isdisjoint(line.words):
        return 0
    for index in range(at + 1, min(line.end, at + 1 + (_REACH if sense.across else _TAIL))):
        width = sense.tails.at(line.folds, index)
        if width:
            return index + width
        if parted := _parted(line, index, sense):
            return parted
        if line.stops(index) or line.finite(index):
            return 0
    return 0


def _parted(line: Line, index: int, sense: Sense) -> int:
    """The index behind set words whose last one a day or an aside parts from them: « coûté la vie vendredi à »; or 0."""
    for phrase in _to_victims(sense.tails, line.lexicon.figures.harmed).get(line.folds[index], ()):
        at = index + len(phrase) - 1
        if not line.has(index, phrase[:-1]):
            continue
        while at < line.end and (at in line.times or line.folds[at] == ","):
            at = past_aside(line, at) + 1
        if line.fold(at) == phrase[-1]:
            return at + 1
    return 0


@lru_cache(maxsize=4096)
def _to_victims(tails: SetPhrases, harmed: frozenset[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By their first word, the set words whose last one leads to those harmed (« coûté la vie à »)."""
    leading = {first: tuple(p for p in phrases if p[-1] in harmed) for first, phrases in tails.by_first.items()}
    return {first: phrases for first, phrases in leading.items() if phrases}


def _undone(line: Line, at: int, sense: Sense) -> bool:
    near = line.folds if sense.tails or sense.near or sense.doers or sense.given else line.folds[at + 1 : at + _TAIL]
    if sense.near and sense.near.isdisjoint(line.words):
        return True
    if sense.doers and not _is_done_by(line, at, sense.doers):
        return True
    if sense.not_near and not sense.not_near.isdisjoint(near):
        return True
    # « sont tombés en novembre », « à Bakhmout »
    if line.fold(at + 1) not in sense.not_before or at + 1 in line.times:
        return False
    if sense.fighters and line.fold(at + 1) in line.lexicon.words.prepositions and line.named(at + 2):
        return False
    return not any(line.fold(i) in sense.unless for i in range(at + 2, at + 5))


def _is_done_by(line: Line, at: int, doers: Set[str]) -> bool:
    """« les rebelles ont pris », but « la ville tenue par les rebelles a pris »: whether one of the words is the verb's subject."""
    led = line.lexicon.words.prepositions | line.lexicon.figures.of | line.lexicon.figures.aside
    for index in range(at - 1, -1, -1):
        if line.stops(index):
            return False
        if line.folds[index] in doers:
            opener = index - 1
            bare = (
                opener < 1 or line.folds[opener] not in led
            )  # « Des rebelles ont pris », but « le fief des rebelles »
            return bare and (opener < 1 or line.folds[opener - 1] not in led)
    return False


def _voiced(
    line: Line, at: int, end: int, sense: Sense, form: Form, group: VerbGroup, before: list[Harm], counted: Set[int]
) -> Harm | None:
    """The harm with the side that the voice of the verb asks for; None when the form cannot have this sense here.

    `end` is the word behind the verb's tail.
    """
    words, figures = line.lexicon.words, line.lexicon.figures
    previous = line.fold(at - 1)
    if previous in QUOTES and line.fold(at - 2) in words.coordinators:
        previous = line.fold(at - 2)  # « dit avoir riposté et « neutralisé » 101 soldats »
    participle = form.mood == "participle" and form.tense == "past"
    opener = previous in words.openers and previous not in figures.floating  # « ils sont tous morts »
    # « un autre blessé »
    opener = opener and not (previous in line.lexicon.counted.others and at - 2 in counted)
    if opener and previous not in words.clitics and at - 1 not in counted:
        return None  # « des blessés », « une capture »
    opened = previous in figures.of or opener
    opened = opened and not (figures.merged and at - 1 in counted)  # « 30 others injured »
    if participle and opened and line.folds[at] in line.lexicon.harm.nouns:
        return None
    if participle and previous in figures.harmed and sense.frame == "subject" and not figures.merged:
        return None  # « condamnés à mort »
    reflexive = group.reflexive
    if participle and not group.auxiliary:
        if (
            (previous in words.coordinators or (previous == "," and (_lists_deeds(before) or _causes(line, at - 2))))
            and form.number == "s"
            and sense.frame == "object"
            and (_has_object(line, at, counted) or _has_object(line, end - 1, counted))
        ):
            # « a fait 12 morts et déplacé 300 personnes »
            return Harm(sense.effect, "right", "clause", at, at, at + 1)
        return None if previous in words.prepositions else _qualifier(line, at, sense, group, before, counted)
    side: Side = "left"
    if sense.frame == "reflexive":
        if not reflexive:
            return None
    elif sense.frame == "object":
        if reflexive and not group.causative:
            return None  # « s'arrêter »
        passive = group.causative if reflexive else participle and group.passive
        side = "left" if passive else "right"
    elif group.causative and form.mood == "infinitive" and not reflexive:
        side = "right"  # « ont fait fuir 300 personnes »
    return Harm(sense.effect, side, "clause", group.first, at, at + 1)


def _has_object(line: Line, at: int, counted: Set[int]) -> bool:
    """Whether a count stands behind the participle, right there or behind « de chez elles », « sur les routes »."""
    if not counted.isdisjoint((at + 1, at + 2)):
        return True
    if line.fold(at + 1) not in line.lexicon.words.prepositions:
        return False
    for index in range(at + 2, min(line.end, at + _TAIL)):
        if index in counted:
            return line.fold(index - 1) not in line.lexicon.words.prepositions
        if line.stops(index) or line.folds[index] == "," or line.finite(index):
            return False
    return False


def _causes(line: Line, at: int) -> bool:
    """« a fait plus de 10 000 morts, »: whether the word ends the object of a verb in the perfect."""
    if line.fold(at) not in line.lexicon.harm.nouns:
        return False
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if line.stops(index) or line.folds[index] == ",":
            return False
        if line.auxiliary(index, line.lexicon.figures.perfect):
            return True
    return False


def _lists_deeds(before: list[Harm]) -> bool:
    """« ont exécuté neuf habitants, égorgé trois bergers »: whether a verb with an object went before."""
    return bool(before) and before[-1].bond == "clause" and before[-1].side == "right"


def _coordinate(line: Line, at: int, counted: Set[int]) -> int | None:
    """« ont été extraits de leur véhicule et abattus »: the first word of the passive with which the participle at `at` goes on; None
    where it goes on with none, or somebody else is counted between."""
    words, figures = line.lexicon.words, line.lexicon.figures
    joint = at - 1 - (line.fold(at - 1) in figures.finding)
    if line.fold(joint) not in words.coordinators or line.fold(joint) in figures.either:
        return None
    for index in range(joint - 1, max(0, joint - _REACH), -1):
        # « ont été pris dans une embuscade et tués »
        how = line.folds[index] in words.openers and line.fold(index - 1) in figures.aside
        if line.stops(index) or (index in counted and not how) or line.folds[index] in words.relatives:
            return None
        if line.auxiliary(index, figures.passive):
            ahead = line.fold(index + 1)
            if ahead in words.prepositions or ahead in words.openers or ahead in line.lexicon.counted.people:
                return None  # « étaient dans le car et abattus »
            first = index - 1 if line.auxiliary(index - 1, figures.perfect) else index
            return first if line.finite(first) else None
        if line.finite(index) or line.fold(index) in words.subordinators - words.prepositions:
            return None
    return None


def _qualifier(
    line: Line, at: int, sense: Sense, group: VerbGroup, before: list[Harm], counted: Set[int]
) -> Harm | None:
    """A participle alone: one more of a group (« arrêtés puis exécutés ») or a quality (« 12 civils tués »)."""
    last = before[-1] if before else None
    if (
        last is not None
        and last.bond in ("clause", "noun")
        and 0 < at - last.end <= _JOINT
        and sense.frame != "reflexive"
    ):
        # « enlevés lundi puis retrouvés égorgés »
        found = line.fold(at - 1) in line.lexicon.figures.finding
        between = [line.folds[i] for i in range(last.end, at - found) if i not in line.times]
        joined = 0 < len(between) <= 2 and (found or at - last.end <= 2)
        if joined and all(f == "," or f in line.lexicon.words.coordinators for f in between):
            return Harm(sense.effect, last.side, last.bond, last.group, at, at + 1)
    deed = _coordinate(line, at, counted)
    found = line.fold(at - 1) in line.lexicon.figures.finding  # « ensevelis sous les décombres et retrouvés morts »
    if deed is not None and (sense.frame == "object" or (found and sense.frame == "subject")):
        return Harm(sense.effect, "left", "clause", deed, at, at + 1)
    definite = line.fold(at - 2) in line.lexicon.words.openers and at - 2 not in counted
    if definite and line.fold(at - 1) in line.lexicon.counted.others:
        return None  # « les autres détenus », but « quatre autres arrêtés »
    if sense.frame == "reflexive" and sense.not_before:
        return None  # « rendus » alone is nobody's surrender
    return Harm(sense.effect, "left", "noun", group.first, at, at + 1)
