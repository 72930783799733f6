"""Own reports: those counted whom a state or its army tells as its own dead or wounded, in an article about what it did abroad."""

from collections.abc import Sequence

from recoupe.model.attribution import Attribution
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.authors import Authors
from recoupe.stages.claim.doers.doer import is_admitted
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.agents import VIOLENT, serves_state, speaker

_BESIDE = 6
"""Within how many words before those counted stand the soldiers beside whom they are told."""
_ACCUSING = frozenset({"accuse", "claim_responsibility"})


def tells_own_side(parties: Parties, found: Found, chain: Sequence[Attribution], authors: Authors) -> bool:
    """Whether the side of the last author tells of its own: « L'armée d'occupation a reconnu deux blessés légers »,
    « Erevan a fait état de quatre blessés »; an army that tells of fighters may boast of them."""
    if found.effect not in VIOLENT or authors.reach != "abroad" or not chain or chain[-1].stance in _ACCUSING:
        return False
    if not _is_of_author(parties, chain[-1], authors) or parties.of_deed(found.count.first) is not None:
        return False
    line, first, entity = parties.line, found.count.first, chain[-1].entity
    fighters = line.lexicon.counted.people.get(line.fold(found.count.head)) == "combatants"
    if chain[-1].stance == "admit":
        # « a reconnu deux blessés légers »; « a reconnu dix morts » may be of the strike told before
        return (found.effect == "wounded" or fighters) and not is_admitted(parties, found.count)
    if entity is None or fighters or _is_of_others(parties, found):
        return False
    # « fait état d'un soldat tué et de deux blessés »
    beside = not parties.words.servants.isdisjoint(line.folds[max(0, first - _BESIDE) : first])
    return entity.kind == "state" or beside


def _is_of_others(parties: Parties, found: Found) -> bool:
    """Whether the words behind those counted say whose they are: « 30 morts parmi les rebelles », « quarante morts russes »."""
    line, end = parties.line, found.count.end
    among = line.lexicon.figures.among.at(line.folds, end) or line.lexicon.counted.within.at(line.folds, end)
    behind = line.folds[found.count.head + 1 : end + 1]
    return bool(among) or any(parties.countries.by_adjective(fold) is not None for fold in behind)


def _is_of_author(parties: Parties, attribution: Attribution, authors: Authors) -> bool:
    """Whether the author's state speaks, or its army: « l'armée d'occupation » is that of who attacks abroad."""
    entity = speaker([attribution])
    if entity is not None:
        return serves_state(entity, parties.countries) and not authors.is_other_army(entity)
    source, words = attribution.source, parties.words
    if source is None:
        return False
    line = parties.line
    said = line.folds[line.first_at(source.start) : line.first_at(source.end)]
    return not words.occupation.isdisjoint(said) and not words.armed.isdisjoint(said)
