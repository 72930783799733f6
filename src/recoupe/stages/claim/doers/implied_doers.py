"""Implied doers: who did it where no deed is named: « X a fait 12 morts », « porte la signature de X », « ont fui X »."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.doers.possessions import has_run_into
from recoupe.stages.claim.words.agents import speaker
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

_OBJECT = 8
"""How many words from « a fait » to the count."""
_ANSWERABLE = 6
"""Within how many words before the count « responsable de » stands."""
_SUBJECT = 12
"""How many words from the subject to its verb."""
_NEAR = 2
"""How many words may stand between a subject and its verb, where no clause is set in."""
_AGENT = 12
"""Within how many words behind a set word « by » stands."""
_COPULA = 5
"""How many words from « porte » to « la signature »."""


def maker(parties: Parties, count: int, chain: Sequence[Attribution] = ()) -> Entity | None:
    """Who made the victims counted from word `count` on: « l'armée a fait 12 morts ».

    Not who only tells of them in the words of `chain`: « le ministère a fait état de trois morts et 12 blessés ».
    """
    line, words = parties.line, parties.words
    answerable = _answerable(parties, count)
    if answerable is not None:
        return answerable
    if either(words.making, words.owning).isdisjoint(line.folds[max(0, count - _OBJECT) : count]):
        return None
    of = line.fold(count - 1) in line.lexicon.figures.of
    dying = of and line.fold(count - 2) in line.lexicon.harm.events  # « a causé la mort de 12 civils »
    for at in range(count - 1, max(-1, count - _OBJECT), -1):
        if line.folds[at] in words.making and line.fold(at - 1) == "," and _is_present(line, at):
            return _with_it(parties, at)
        if line.stops(at) or line.folds[at] == ",":
            return None
        # « fait état de 12 morts »
        if line.folds[at] in (words.owning if of else words.making) or (dying and line.folds[at] in words.making):
            start = line.sentence.tokens[at].start
            claimed = line.folds[at] in words.owning  # « X a revendiqué la mort de quatre soldats »
            if not claimed and any(a.cue is not None and a.cue.start <= start < a.cue.end for a in chain):
                return None
            shared = _shared(line, at)
            group = group_before(line, at if shared is None else shared)
            finite = group.perfect or line.finite(at)
            if not finite and line.folds[at] in line.lexicon.harm.nouns:
                continue  # « leur a infligé 100 tués et 200 blessés »
            if finite and not words.to_them.isdisjoint(line.folds[max(0, group.first - 1) : at]):
                return _who_inflicts(parties, group.first, chain)
            return _subject(parties, group.first) if finite and not group.passive else None
    return None


def _who_inflicts(parties: Parties, verb: int, chain: Sequence[Attribution]) -> Entity | None:
    """Who did it to whom « leur » takes up: « X a repoussé une attaque de Y et leur a infligé 40 morts », « X dit avoir brisé une
    offensive de Y et lui avoir infligé »."""
    before = [p.entity for p in reversed(parties.named) if p.end <= verb]
    others = (entity for entity in before if entity != before[0])
    return next(others, None) or speaker(chain)


def _shared(line: Line, at: int) -> int | None:
    """The participle with whose auxiliary another goes on: « X a tué 36.000 personnes et fait deux millions de déplacés »."""
    if line.fold(at - 1) not in line.lexicon.words.coordinators:
        return None
    for before in range(at - 2, max(-1, at - _SUBJECT), -1):
        if line.stops(before):
            return None
        if line.lexicon.verbs.is_past_participle(line.folds[before]) and group_before(line, before).perfect:
            return before
    return None


def _is_present(line: Line, at: int) -> bool:
    """Whether the form of a verb is a present participle (« faisant »)."""
    verbs, fold = line.lexicon.verbs, line.folds[at]
    return not (line.finite(at) or verbs.is_past_participle(fold) or verbs.is_infinitive(fold))


def _with_it(parties: Parties, participle: int) -> Entity | None:
    """Who did what the participle tells beside, the first of his clause: « X ont incendié le bourg, faisant 12 morts »."""
    line, words = parties.line, parties.line.lexicon.words
    start = next((i + 1 for i in range(participle - 2, -1, -1) if line.stops(i)), 0)
    party = next((p for p in parties.named if start <= p.first < participle), None)
    if party is None or has_run_into(parties, party):
        return None
    before = line.folds[start : party.first]
    led = all(f in words.openers or f in parties.words.hands or f in parties.words.links for f in before)
    verb = next((i for i in range(party.end, participle - 1) if line.finite(i)), None)
    return party.entity if led and verb is not None and not group_before(line, verb).passive else None


def _answerable(parties: Parties, count: int) -> Entity | None:
    """Who answers for those counted from word `count` on: « X est responsable de 12 morts »."""
    line, words = parties.line, parties.words
    near = range(max(0, count - _ANSWERABLE), count)
    at = next((i for i in near if line.folds[i] in words.answering and line.fold(i + 1) in words.charging), None)
    if at is None:
        return None
    held = next((p for p in parties.named if p.end == at), None)
    if held is not None and any(line.finite(i) for i in range(max(0, held.first - _COPULA), held.first)):
        return held.entity  # « rend l'armée responsable de 12 morts »
    group = group_before(line, at)
    if not group.auxiliary and line.fold(at - 1) in line.lexicon.words.prepositions:
        group = group_before(line, at - 2)  # « sont tenus pour responsables de »
    apposed = next((p for p in parties.named if line.fold(at - 1) == "," and p.end == at - 1), None)
    if apposed is not None and all(f in line.lexicon.words.openers for f in line.folds[: apposed.first]):
        return apposed.entity  # « X, responsable de 800 morts, … »
    # « les groupes armés sont responsables »: the participle belongs to the name
    verb = next((p.end for p in parties.named if p.first < group.first < p.end), group.first)
    return _subject(parties, verb) if group.auxiliary and not group.negated else None


def aggressor(parties: Parties) -> Entity | None:
    """Who attacks, in set words: « les rebelles ont ouvert le feu », « s'en sont pris à », « a été la cible de X »."""
    line, words = parties.line, parties.words
    if words.targets.isdisjoint(line.words) and words.onsets.keys().isdisjoint(line.words):
        return None
    for at in [at for at, fold in enumerate(line.folds) if fold in words.onsets or fold in words.targets]:
        fold = line.folds[at]
        tail = next((t for t in words.onsets.get(fold, ()) if line.has(at + 1, t)), None)
        if tail is not None:
            group = group_before(line, at)
            reflexive = words.blamed_on.issuperset(tail)
            struck = group.passive and not (reflexive or group.reflexive or group.negated or parties.denies)
            agent = parties.doer(at + 1, at + 1 + _AGENT) if struck else None
            if agent is not None:
                return agent  # « a été pris pour cible par X »
            if (
                group.negated
                or parties.denies
                or (group.passive and not group.reflexive)
                or (reflexive and not group.reflexive)
            ):
                continue
            entity = _subject(parties, group.first) if group.auxiliary or line.finite(at) else None
            if entity is not None:
                return entity
        if fold in words.targets and line.fold(at - 1) in words.told and line.fold(at + 1) in words.links:
            target = parties.behind(at + 1)
            if target is not None:
                return target.entity
    return None


def hallmark(parties: Parties) -> Entity | None:
    """Whose the deed told before is by its look: « porte la signature de X », « est l'œuvre de X »."""
    line, words = parties.line, parties.words
    if words.hallmarks.isdisjoint(line.words):
        return None
    for at, fold in enumerate(line.folds):
        if fold in words.hallmarks and line.fold(at - 1) in words.told and line.fold(at + 1) in line.lexicon.figures.of:
            bearing = any(line.finite(i) for i in range(max(0, at - _COPULA), at))
            # « on ignore si c'est l'œuvre de X ou de Y »
            asked = not line.lexicon.figures.conditions.isdisjoint(line.folds[:at])
            party = parties.behind(at + 1) if bearing and not asked else None
            if party is not None:
                return party.entity
    return None


def exchanged(parties: Parties, end: int) -> Entity | None:
    """With whom those counted up to word `end` exchanged fire: « deux bandits tués dans un échange de tirs avec X »."""
    line, words = parties.line, parties.line.lexicon.words
    for at, size in parties.words.exchanges.standing(line.folds, end):
        between = line.folds[end:at]
        if either(words.partitives, words.relatives).isdisjoint(between) and not any(
            line.stops(i) for i in range(end, at)
        ):
            party = parties.behind(at + size)
            return party.entity if party is not None else parties.adjective(at + size)
    return None


def fled(parties: Parties) -> Entity | None:
    """Whom people fled: « qui ont fui les rebelles », « fuyant les attaques de l'armée »."""
    for at, fold in enumerate(parties.line.folds):
        party = parties.behind(at + 1) if fold in parties.words.fleeing else None
        # « ont fui l'Ukraine »: a land
        if party is not None and party.entity.kind != "state":
            return party.entity
    return None


def _subject(parties: Parties, verb: int) -> Entity | None:
    """The party that is the subject of a verb group: behind no preposition, but « les troupes de X »."""
    line, words = parties.line, parties.line.lexicon.words
    entity = parties.in_front(verb, _SUBJECT)
    party = next((p for p in reversed(parties.named) if p.end <= verb and p.entity == entity), None)
    if party is None:
        return None
    if verb - party.end > _NEAR and line.fold(party.end) != ",":
        return None  # someone else stands between
    before = _before(parties, party)
    accused = line.fold(before) in parties.words.accusing  # « accuse l'armée d'avoir fait 12 morts »
    if before >= 0 and line.finite(before) and not parties.words.fronted and not accused:
        return None  # « celle que conduit X », but not « says the army was »
    of_hands = line.fold(before) in line.lexicon.figures.of and line.fold(before - 1) in parties.words.hands
    # « Des jihadistes ont ouvert le feu »: an article, where a clause begins
    opens = line.fold(before) in words.determiners and (before == 0 or line.fold(before - 1) == ",")
    return entity if of_hands or opens or line.fold(before) not in words.prepositions else None


def _before(parties: Parties, party: Party) -> int:
    """The word before a party and its articles."""
    line, before = parties.line, party.first - 1
    while line.fold(before) in line.lexicon.words.openers and line.fold(before) not in line.lexicon.figures.of:
        before -= 1
    return before
