"""Lone ones: « un X » told to be harmed who is nobody's count, as he says who somebody is, how often or in which case it happens."""

from collections.abc import Sequence

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import BODILY, Harm
from recoupe.stages.claim.words.insertions import past_age
from recoupe.stages.claim.words.line import Line

SEIZED = frozenset({"detained", "missing", "returned"})
_TAKEN = frozenset({"detained", "missing"})

_PAIR = 2
_WHOLE_NAME = 3
"""Words from which on capitals before a comma are a person's name (« Mme Adeline Diallo »)."""
_OPENING = 3
"""Within how many words of its sentence a novel or a film is named that tells it."""
_TITLE = 3
"""How many words an article and the noun behind it may have (« le chef rebelle »)."""


def counts_nobody(line: Line, count: Count, harm: Harm) -> bool:
    """Whether « un X » is said of somebody named, or stands in a rate or in a clause of what happens in general."""
    return _in_apposition(line, count, harm) or _is_rate(line, count, harm) or _is_general(line, count, harm)


def of_pair(line: Line, counts: Sequence[Count], count: Count) -> bool:
    """« deux Américains, un père et son fils »: whether « un X et son Y » only says who the two counted right before are."""
    before = next((c for c in counts if c.end == count.first - 1), None)
    if before is None or before.numeral.value != _PAIR or line.fold(count.first - 1) not in (",", ":", "(", "–", "-"):
        return False
    words = line.lexicon.words
    return line.fold(count.end) in words.coordinators and line.fold(count.end + 1) in line.lexicon.counted.possessives


def _in_apposition(line: Line, count: Count, harm: Harm) -> bool:
    """« Son fils, un soldat, a été tué », « il était un soldat et a été tué », but « à Gao, un soldat a été tué »."""
    before = count.first - 1
    if line.auxiliary(before, line.lexicon.figures.passive) and line.finite(before):
        return True
    if line.fold(before) != "," or before == 0:
        return False
    words = line.lexicon.words
    start = before
    while start and line.folds[start - 1] != "," and not line.stops(start - 1) and not line.finite(start - 1):
        start -= 1
    opener = line.folds[start]
    if harm.end <= before:  # « a tué Ali Diallo, un soldat », but « a tué Ali Diallo, un soldat et deux civils »
        if line.fold(count.end) in words.coordinators:
            return False
        start = before
        while start and line.named(start - 1):
            start -= 1
        if start == before:
            owned = line.fold(harm.end) in line.lexicon.counted.possessives  # « pleure son fils, un soldat »
            told = (owned or line.fold(harm.end) in line.lexicon.figures.it) and harm.end not in line.times
            return told and before - harm.end <= _TITLE
        return line.fold(start - 1) not in words.prepositions
    whole_name = start == 0 and before >= _WHOLE_NAME and all(line.named(i) for i in range(before))
    if whole_name:
        return True  # « Mme Adeline Diallo, une dame de 80 ans a été retrouvée morte », without a second comma
    if "," not in line.folds[count.end : harm.group] or start in line.times or opener in words.prepositions:
        return False
    if start and line.finite(start - 1):
        return False
    return line.named(before - 1) or opener in words.openers


def _is_rate(line: Line, count: Count, harm: Harm) -> bool:
    """« Un enfant est tué toutes les dix minutes », « en moyenne, un civil est tué par jour »."""
    figures, measures = line.lexicon.figures, line.lexicon.counted.measures
    if figures.rates.endings.isdisjoint(line.words) and figures.every.endings.isdisjoint(line.words):
        return False
    start, end = min(count.first, harm.group), max(count.end, harm.end)
    for at in range(line.end):
        width = figures.rates.at(line.folds, at)
        every = figures.every.at(line.folds, at)
        if not width and every and not measures.isdisjoint(line.folds[at + every : at + every + 2]):
            width = every
        if not width:
            continue
        if at and at < start and line.folds[at - 1] != "," and not line.stops(at - 1):
            continue  # « dans ce bourg bombardé chaque jour, un enfant a été tué »
        between = range(end, at) if at >= end else range(at + width, start)
        if not any(line.stops(i) or line.finite(i) or line.folds[i] in line.lexicon.words.relatives for i in between):
            return True
    return False


def _is_general(line: Line, count: Count, harm: Harm) -> bool:
    """« Quand un enfant est tué », « si un soldat est tué », « qu'un soldat soit tué », but « quand un soldat a été tué »."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    verb = next((i for i in range(harm.group, harm.end) if line.finite(i)), None)
    if verb is None or figures.merged:
        return False
    perfect = line.auxiliary(verb, figures.perfect)
    forms = [form for _, form in verbs.analyses(line.folds[verb]) if form.finite and form.person == 3]
    if not perfect and forms and all(form.mood == "subjunctive" for form in forms):
        return True
    if line.fold(count.first - 1) in figures.like:
        return True  # « comme un soldat est tué »
    past = perfect or any(form.mood == "indicative" and form.tense == "past" for form in forms)
    at = min(count.first, harm.group)
    while at and line.folds[at - 1] != "," and not line.stops(at - 1):
        at -= 1
        if line.folds[at] in figures.conditions or figures.repeatedly.at(line.folds, at):
            return True
        if not past and figures.whenever.at(line.folds, at):
            return True
    return False


def is_one(line: Line, found: Found, *, told: bool = False) -> bool:
    """« a tué un civil », « un civil blessé »: whether one of people is told dead or hurt, and is no « un » in passing.

    `told`: what somebody is said to have said begins with the count, so that « d' » before it is the verb's.
    """
    count, harm, words = found.count, found.harm, line.lexicon.words
    seized = found.effect in SEIZED and not any(line.finite(i) for i in range(line.end))  # « un imam enlevé »
    # « un pilote est porté disparu »
    seized = seized or (told and found.effect in SEIZED)
    # « un entrepreneur a été enlevé », « ont enlevé un médecin », but « une femme libérée » came up in passing
    taken = harm is not None and found.effect in _TAKEN and harm.bond == "clause" and _is_seized(line, harm)
    seized = seized or taken
    # « cherchaient encore un habitant porté disparu »
    seized = seized or (harm is not None and found.effect == "missing" and harm.suffered)
    if (
        count.kind != "people"
        or count.unit != "people"
        or harm is None
        or not (found.effect in BODILY or seized or _is_among(line, found))
    ):
        return False
    if counts_nobody(line, count, harm) or _is_mourned(line, count, harm):
        return False
    if harm.bond == "of":
        return True  # « la mort d'un berger »
    if harm.bond == "noun":
        before = line.fold(count.first - 1)
        behind = harm.start in (count.end, past_age(line, count.end))  # « une femme de 68 ans blessée »
        # « encore un soldat tué », but « cherchent encore un civil porté disparu »
        again = before in words.adverbs and not line.finite(count.first - 2)
        return behind and (told or not (before in words.prepositions or again))
    if harm.bond == "phrase":  # « a été mortellement touché »
        return any(line.finite(i) for i in range(count.end, harm.start))
    if harm.bond != "clause":
        return False
    forms = (form for _, form in line.lexicon.verbs.analyses(line.folds[harm.start]))
    doing = any(form.mood == "participle" and form.tense == "present" for form in forms)
    shared = harm.side == "right" and harm.group == harm.start  # « a tué un homme et blessé une femme »
    # « affirme dans un communiqué avoir « éliminé un terroriste » »
    done = harm.group < harm.start and line.auxiliary(harm.group, line.lexicon.figures.perfect)
    done = done and line.fold(harm.group - 1) not in words.prepositions
    return doing or shared or done or any(line.finite(i) for i in range(harm.group, harm.end))


def _is_among(line: Line, found: Found) -> bool:
    """« Parmi les victimes figure un enfant », « Une femme est au nombre des victimes »: whether one of the victims is told."""
    return found.effect == "casualties" and line.lexicon.figures.among.stand_in(line.folds)


def _is_seized(line: Line, harm: Harm) -> bool:
    """Whether a verb tells that somebody was taken: not that he « ne peut être détenu », nor in a novel, nor that deputies « ont interpellé
    un ministre », or a jury « a retenu un candidat »."""
    counted, verbs, figures = line.lexicon.counted, line.lexicon.verbs, line.lexicon.figures
    if not counted.fiction.isdisjoint(line.folds[:_OPENING]):
        return False
    group = [pair for i in range(harm.group, harm.start) for pair in verbs.analyses(line.folds[i])]
    had = any(lemma == figures.perfect for lemma, _ in group)
    if not had and any(form.finite and lemma in figures.able for lemma, form in group):
        return False
    asked = any(lemma in counted.asking_too for lemma, _ in verbs.analyses(line.folds[harm.start]))
    if not asked or harm.side == "left":
        return True
    start = max((i + 1 for i in range(harm.group) if line.stops(i) or line.folds[i] == ","), default=0)
    doers = line.folds[start : harm.group]
    armed = any(f in counted.armed or counted.people.get(f) == "combatants" for f in doers)
    return armed or not any(f in counted.askers or counted.people.get(f) == "civilians" for f in doers)


def _is_mourned(line: Line, count: Count, harm: Harm) -> bool:
    """« Un homme pleure un proche », « a enterré un frère »: whether it is somebody's own whom he mourns, and no toll."""
    own = line.fold(count.head) in line.lexicon.counted.kin
    return own and harm.blameless and (harm.bond, harm.side) == ("clause", "right")


def bears_arms(line: Line, count: Count) -> bool:
    """« a perdu un agent », « a perdu un soldat », but not « a perdu un fils »."""
    counted, head = line.lexicon.counted, line.fold(count.head)
    return counted.people.get(head) == "combatants" or head in counted.men or head in counted.agents
