"""Doer: who did it, by the words of the sentence that tells it and on the word of whom it stands."""

from collections.abc import Sequence

from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Effect
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.reality import shared_auxiliary
from recoupe.stages.claim.counts.told_subjects import before_clitics
from recoupe.stages.claim.doers.foes import are_enemies
from recoupe.stages.claim.doers.fronted_sides import fronted_side, is_told_apart
from recoupe.stages.claim.doers.implied_doers import aggressor, fled, maker
from recoupe.stages.claim.doers.own_agents import by_itself
from recoupe.stages.claim.doers.own_hands import of_speaker
from recoupe.stages.claim.doers.own_victims import sided
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.agents import VIOLENT, serves_state, speaker

_HELD: frozenset[Effect] = frozenset({"trapped", "detained"})
_CONJUNCT = 9
"""How many words behind a count the deed of its own conjunct may stand."""
_BESIDE = 6
"""Within how many words before a number its doer stands whose verb is left out."""
_WHERE = 6
"""How many words may say where or when between those who died and « , tués par »."""
_CLAUSE = 16
"""How many words may part the party from what it did."""
_AGENT = 12
"""Within how many words behind the harm « by » stands."""


def doer(parties: Parties, found: Found, chain: Sequence[Attribution], *, known: bool) -> Entity | None:
    """Who did to those counted what befell them; None where the sentence does not tell.

    `known` says that an author was told before: then who admits the dead need not be theirs.
    """
    harm, count, line = found.harm, found.count, parties.line
    if found.effect == "struck":
        owner = parties.owner(count.head) or parties.beside(count.head)
        if owner is None and line.fold(count.first - 1) in line.lexicon.figures.aside:
            return parties.of_deed(count.first)  # « ont été tuées dans sept frappes »
        telling = speaker(chain)  # but the police only tell
        telling = telling if telling is not None and not parties.guards(telling) else None
        return owner or parties.in_front(count.first, _CLAUSE) or parties.of_deed(count.first) or telling
    if harm is not None and harm.side == "right" and line.fold(harm.group - 1) in parties.words.nobody:
        return None  # « Covid killed 40 while the rebels shelled the port »
    if found.effect in VIOLENT and (own := by_itself(parties, count)) is not None:
        return own
    if harm is not None and harm.start == harm.end == count.first:
        # « X a tué 40 civils et Y 12 »; « X a perdu 40 hommes et Y 12 » names whose those are
        return None if harm.blameless else parties.in_front(count.first, _BESIDE)
    if harm is not None and not harm.blameless:
        said = line.fold(harm.start - 1) in parties.words.declaring  # « déclarées mortes par l'armée »
        agent = parties.doer(harm.end, harm.end + 26) if harm.suffered and not said else None
        if agent is None and harm.side == "right" and harm.bond == "clause":
            # « l'armée a tué », « reconnaît avoir tué », « accuse la coalition d'avoir tué »
            # « un raid de X avait visé le consulat de Y et tué sept gardes »
            shared = shared_auxiliary(line, harm.start) if harm.group == harm.start else None
            agent = (
                parties.in_front(shared, _CLAUSE) if shared is not None else subject(parties, harm.group, harm.end - 1)
            )
            agent = agent or of_speaker(parties, harm.group, chain)
        if agent is not None:
            return agent
    # « dit avoir tué 40 soldats et perdu cinq hommes »
    lost = harm is not None and harm.blameless and harm.side == "right" and not harm.suffered
    made = None if lost else maker(parties, count.first, chain)
    if made is not None and not parties.tells_own(count.first, count.end):
        return made
    if found.effect in _HELD:
        return parties.holder(count.end)
    if found.effect not in VIOLENT:
        displaced = found.effect == "displaced" and harm is not None
        return fled(parties) or parties.of_deed(count.first) if displaced else None
    agent = _killed_by(parties, found)
    if agent is not None:
        return agent
    beaten = loser(parties, found, chain)
    if beaten is not None:
        return parties.enemy(beaten)
    return _attacker(parties, found, chain, known=known)


def _killed_by(parties: Parties, found: Found) -> Entity | None:
    """Who is told behind those whom somebody lost, or who died: « a perdu douze hommes lundi, tués par X », « neuf civils sont
    morts à Goma, tués par X », « ont péri de la main de X »."""
    line, harm = parties.line, found.harm
    if harm is None or not (harm.side == "left" or (harm.blameless and harm.side == "right")):
        return None
    start = max(found.count.end, harm.end)
    for at in range(start, min(line.end - 1, start + _WHERE)):
        if size := parties.words.at_hands.at(line.folds, at):
            party = parties.behind(at + size)
            return party.entity if party is not None else parties.state(at + size)
        if line.folds[at] == ",":
            participle = line.lexicon.harm.verbs.get(line.folds[at + 1])
            return parties.doer(at + 2, at + 2 + _CLAUSE) if participle else None
        if at not in line.times and (line.stops(at) or line.finite(at) or line.folds[at] in line.lexicon.numbers):
            return None
    return None


def _attacker(parties: Parties, found: Found, chain: Sequence[Attribution], *, known: bool) -> Entity | None:
    """Whose attack, or fight with whom, is told beside those counted; else who boasts of them or admits them."""
    count = found.count
    if is_told_apart(parties, count):
        return None
    admits = not known and bool(chain) and chain[-1].stance == "admit"
    boasts = are_enemies(parties.line, count, parties.words)
    clashed = (
        _of_conjunct(parties, count)
        or parties.of_deed(count.first)
        or parties.attacker()
        or aggressor(parties)
        or (None if _is_civil(parties, count) else parties.clashed())
    )
    if clashed is None and (boasts or (admits and is_admitted(parties, count))):
        clashed = speaker(chain)
    own = parties.tells_own(count.first, count.end)
    serves = clashed is not None and serves_state(clashed, parties.countries)
    if clashed is not None and serves and clashed.country in sided(parties.line, count, parties.countries):
        return None  # « sept rebelles pro-Ankara »
    if clashed is not None and serves and _is_of(parties, count, clashed.country):
        return None  # « 12 soldats turcs tués dans l'opération turque »
    if clashed is not None and own:
        return clashed if clashed != (parties.in_front(count.first, _CLAUSE) or speaker(chain)) else None
    return clashed


def _of_conjunct(parties: Parties, count: Count) -> Entity | None:
    """Whose deed stands behind a count that is set beside another: « douze dans un raid de X et trois sous les tirs de Y »."""
    line = parties.line
    if line.fold(count.first - 1) not in line.lexicon.words.coordinators:
        return None
    stop = next((i for i in range(count.end, line.end) if line.stops(i)), line.end)
    return parties.of_deed_between(count.end, min(stop, count.end + _CONJUNCT))


def subject(parties: Parties, group: int, verb: int) -> Entity | None:
    """The party in front of a verb, whose group begins at word `group`; None where the verb has a subject of its own.

    « Des rebelles ont été visés par les bombes, qui ont tué », « l'armée dit que des obus ont tué »: not who is named
    in the clause before.
    """
    line = parties.line
    entity = parties.in_front(verb, _CLAUSE)
    party = next((p for p in reversed(parties.named) if p.end <= verb and p.entity == entity), None)
    if party is None or not any(line.finite(i) for i in range(party.end, group)):
        return entity
    words, before = line.lexicon.words, line.fold(before_clitics(line, group))
    goes_on = before in words.coordinators or before == "," or words.subjects & {before, line.fold(group)}
    finite = any(line.finite(i) for i in range(group, verb + 1))
    return entity if goes_on or not finite else None


def loser(parties: Parties, found: Found, chain: Sequence[Attribution]) -> Entity | None:
    """Who tells of losses of his own: « l'armée a perdu 30 hommes », « Kiev dit avoir perdu 30 hommes »."""
    harm = found.harm
    if harm is None or not harm.blameless or harm.side != "right":
        return None
    return _relative_subject(parties, harm.group) or parties.in_front(harm.end - 1, _CLAUSE) or speaker(chain)


def _relative_subject(parties: Parties, group: int) -> Entity | None:
    """Who lost those behind « qui »: « des combats avec X, qui aurait perdu 86 hommes »."""
    line = parties.line
    at = before_clitics(line, group)
    if line.fold(at) not in line.lexicon.words.relatives:
        return None
    end = at - (line.fold(at - 1) == ",")
    return next((p.entity for p in parties.named if p.end == end and p.entity.kind == "party"), None)


def losing(parties: Parties, found: Found, chain: Sequence[Attribution]) -> Entity | None:
    """Whose own those counted are, who tells of his losses or of « 12 morts dans ses rangs »; None where nobody does."""
    fronted = fronted_side(parties, found.count)
    if fronted is not None:
        return fronted
    if parties.tells_own(found.count.first, found.count.end):
        return parties.in_front(found.count.first, _CLAUSE) or speaker(chain)
    return loser(parties, found, chain)


def is_admitted(parties: Parties, count: Count) -> bool:
    """Whether who admits these did it: civilians or a deed; « la Russie reconnaît 63 morts » are its own."""
    line, counted = parties.line, parties.line.lexicon.counted
    group = counted.people.get(line.fold(count.head))
    civil = group is not None and group not in ("combatants", "unspecified")
    words = line.folds[count.first : count.end + 1]
    done = parties.words.deeds & set(line.folds)
    # « reconnaît 12 morts dans l'attaque d'un camp » are his who was attacked, but not those of a raid
    return civil or not counted.civil.isdisjoint(words) or not done <= (parties.words.suffered - parties.words.heavy)


def _is_civil(parties: Parties, count: Count) -> bool:
    """Whether those counted stood by where others fought: « huit civils tués au cours d'affrontements avec X »."""
    people = parties.line.lexicon.counted.people.get(parties.line.fold(count.head))
    return people in ("civilians", "women", "children")


def is_of_own(parties: Parties, count: Count, entity: Entity) -> bool:
    """Whether those counted are soldiers of the state that a party serves: « l'armée a tué 14 soldats saoudiens » is not theirs."""
    line = parties.line
    if not parties.words.mistaken.isdisjoint(line.words):
        return False  # « L'armée nigériane a tué par erreur six soldats nigérians »
    named = (p for p in parties.named if p.entity.id == entity.id)
    lands = {parties.countries.by_adjective(f) for p in named for f in line.folds[p.first : p.end]}
    if entity.country in lands:
        return False  # « L'armée syrienne a tué douze soldats syriens »
    return serves_state(entity, parties.countries) and _is_of(parties, count, entity.country)


def _is_of(parties: Parties, count: Count, country: str | None) -> bool:
    """Whether those counted serve a country, by the adjective behind them."""
    line = parties.line
    behind = line.folds[count.head + 1 : count.end + 1]
    return line.fold(count.head) in parties.words.servants and country in map(parties.countries.by_adjective, behind)


def is_told_by(parties: Parties, found: Found) -> bool:
    """Whether « by » behind the harm says who did it."""
    harm = found.harm
    return harm is not None and harm.suffered and parties.doer(harm.end, harm.end + _AGENT) is not None
