"""Accusations: whom a sentence charges with a deed, so that nobody takes the accuser for its author."""

from typing import NamedTuple

from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.party import Named
from recoupe.stages.claim.words.verb_group import group_before

_REACH = 30
"""How many words from « accuse » to the deed."""
_OBJECT = 12
"""How many words from « accuse » to « d'avoir »."""


class Charge(NamedTuple):
    """« X accuse Y d'avoir … »: its words."""

    verb: int
    of: int
    """The word before the deed: « d' »."""


def charge_before(parties: Named, stop: int) -> Charge | None:
    """The charge of which the deed at word `stop` is part; None where nobody is accused of it."""
    line, words = parties.line, parties.words
    if words.accusing.isdisjoint(line.words):
        return None
    for at in range(min(stop, line.end) - 1, max(-1, stop - _REACH), -1):
        if line.stops(at):
            return None
        if line.folds[at] in words.accusing:
            group = group_before(line, at)
            if group.passive or not (group.perfect or line.finite(at)):
                return None
            of = next((i for i in range(at + 1, min(stop, at + _OBJECT) + 1) if _opens_deed(parties, i)), None)
            return Charge(at, of) if of is not None else None
    return None


def charged(parties: Named, charge: Charge) -> Entity | None:
    """Who is accused: a party, a state by its name, its capital or its people; None where no such word names them."""
    line, countries = parties.line, parties.countries
    for party in parties.named:
        if charge.verb < party.first < charge.of:
            return party.entity
    for at in range(charge.verb + 1, charge.of):
        text = line.sentence.tokens[at].text
        code = countries.by_name(text) or countries.by_metonym(text) if text[0].isupper() else None
        code = code or (countries.by_adjective(text) if len(text) > 3 else None)
        if code is not None:
            return countries.state(code)
    return None


def _opens_deed(parties: Named, at: int) -> bool:
    """Whether « of » with a verb behind it stands at a word: « d'avoir », « de tirer »."""
    line = parties.line
    if line.fold(at) not in parties.words.charging:
        return False
    after = line.fold(at + 1)
    known = [form for _, form in line.lexicon.verbs.analyses(after)]
    known += [form for _, form in line.lexicon.harm.verbs.get(after, ())]
    return any(f.mood == "infinitive" or (f.mood == "participle" and f.tense == "present") for f in known)
