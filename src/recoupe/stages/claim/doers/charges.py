"""Charges: at whose door one sentence lays the deed told before: « attribue ce raid à X », « X a revendiqué l'attentat »."""

from collections.abc import Collection

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.model.span import Span
from recoupe.stages.claim.doers.blames import accounting_verb, are_two
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.verb_group import group_before

_NEAR = 10
_APPOSED = 18
"""How many words from the party to « revendique », a clause about it between commas included."""
_BEHIND = 7
"""How many words from « revendique » to what is claimed."""
_OWNER = 4
"""How many words from who owns up to « claims »."""
_TOLD = 4
"""How many words from « behind » to the deed."""
_CHARGED = 5
"""How many words from « d'avoir » to what somebody is accused of having done."""
_CHARGE = 10
"""How many words an accusation may take to name the deed."""


def laid_at_door(parties: Parties) -> Entity | None:
    """At whose door the sentence lays a deed: « attribue ce raid à la coalition »."""
    line, words = parties.line, parties.words
    if either(words.blaming, words.account).isdisjoint(line.words):
        return None
    for at, fold in enumerate(line.folds):
        blamed = fold in words.blamed_on and any(line.fold(i) in words.blaming for i in range(max(0, at - 8), at))
        verb = accounting_verb(line, words, at)
        if blamed:
            verb = next(i for i in range(at - 1, -1, -1) if line.folds[i] in words.blaming)
        if verb is not None:
            before = line.fold(group_before(line, verb).first - 1)
            if before[:1].isdigit() or before in words.some_of:
                continue  # « 500 sont attribués à l'armée », « la plupart imputés à X »: those alone
            if not words.blamed_for.isdisjoint(line.folds[max(0, at - 8) : at]):
                continue  # « blamed the army for the raid on X »
            if any(line.folds[i] in words.deeds and parties.is_answered(i) for i in range(verb)):
                continue  # « en réponse à un attentat qu'elle impute à X »
            party = parties.behind(at + 1)
            second = blamed and line.fold(at - 1) in line.lexicon.words.coordinators  # « … et à Y »
            if second or (party is not None and are_two(line, words, party.end)):
                continue  # « attribuées à X et à Y »: each did some of it
            entity = party.entity if party is not None else parties.state(at + 1) or _capital(parties, at + 1)
            entity = entity or _people(parties, at + 1)  # « attribué aux Arméniens »
            if entity is not None:
                return entity
    return None


def accused(parties: Parties, inverted: Collection[Span] = ()) -> list[Entity]:
    """« le ministère accuse l'EIGS », « … d'en être l'auteur »: whom accusations of the deed told name, in order.

    `inverted` are the cues with who speaks behind them: « « … », accuse l'EIGS » is no accusation of EIGS.
    """
    line, words = parties.line, parties.words
    if words.accusing.isdisjoint(line.words):
        return []
    verbs = [at for at, fold in enumerate(line.folds) if fold in words.accusing]
    starts = {at: line.sentence.tokens[at].start for at in verbs}
    verbs = [at for at in verbs if not any(cue.start <= starts[at] < cue.end for cue in inverted)]
    by_word = (_accused_by(parties, at) for at in verbs)
    return [entity for entity in by_word if entity is not None]


def _accused_by(parties: Parties, at: int) -> Entity | None:
    """Whom the verb of accusing at a word names."""
    line, words = parties.line, parties.words
    cause = line.folds[at] in words.in_cause
    if cause and line.fold(at - 1) not in words.in_front_of_cause:
        return None
    verb = at - (2 if cause else 0)  # « pointés du doigt »
    group = group_before(line, verb)
    if group.passive and not group.negated:
        # « X est soupçonné d'être l'auteur de l'attaque », « X est pointé du doigt »
        open_ = cause and (at + 1 >= line.end or not line.folds[at + 1][0].isalpha() or line.folds[at + 1] in words.by)
        return parties.in_front(group.first, _NEAR) if open_ or _is_charge(parties, at + 1) else None
    for party in parties.named:
        between = line.folds[at + 1 : party.first]
        alone = party.end >= line.end or not line.folds[party.end][0].isalpha()
        if at < party.first <= at + 4 and all(f in words.links or f in words.hands for f in between):
            return party.entity if alone or _is_charge(parties, party.end) else None
    people = _people(parties, at + 2) if line.fold(at + 1) in words.told else None
    if people is not None and (at + 3 >= line.end or _is_charge(parties, at + 3)):
        return people
    capital = _capital(parties, at + 1)
    ends = at + 2 >= line.end or line.fold(at + 2) == "," or line.stops(at + 2)
    if capital is not None and (ends or _is_charge(parties, at + 2)):
        return capital
    return None


def _capital(parties: Parties, at: int) -> Entity | None:
    """The state that a capital speaks for (« accuse Moscou », « imputé à Damas »)."""
    if at >= parties.line.end or not parties.line.sentence.tokens[at].text[0].isupper():
        return None
    code = parties.countries.by_metonym(parties.line.sentence.tokens[at].text)
    return parties.countries.state(code) if code is not None else None


def _people(parties: Parties, at: int) -> Entity | None:
    """The state whose people stand for it: « accuse les Russes »."""
    if at >= parties.line.end or not parties.line.sentence.tokens[at].text[0].isupper():
        return None
    code = parties.countries.by_adjective(parties.line.folds[at])
    return parties.countries.state(code) if code is not None else None


def _is_charge(parties: Parties, start: int) -> bool:
    """Whether what somebody is accused of is the deed told: « d'en être l'auteur », « d'avoir mené l'attaque »."""
    line, words = parties.line, parties.words
    behind = line.folds[start : start + _CHARGE]
    if not behind or behind[0] not in words.charging:
        return False
    one = line.fold(start + 1) in words.indefinite or line.fold(start + 1) in words.told
    if one and any(f in words.deeds or f in words.crimes for f in behind[2:4]):
        return True  # « accuse les Russes d'une frappe délibérée »
    deed = start + 1 + (line.fold(start + 1) in words.told)
    definite = deed > start + 1 or line.fold(start) in words.of_told
    if definite and line.lexicon.harm.events.get(line.fold(deed)) == "killed":
        return True  # « accuse les rebelles du meurtre de deux hommes », « de la mort de … »
    if _is_counted_killing(parties, start + 1):
        return True
    told = _told_deed(parties, start, start + _CHARGE) is not None
    # « accuse l'armée de tirer à l'arme lourde », « d'avoir bombardé le village »
    return told or not words.authors.isdisjoint(behind) or not words.charges.isdisjoint(behind[:_CHARGED])


def _is_counted_killing(parties: Parties, deed: int) -> bool:
    """Whether those killed are counted right behind a killing, with no article: « accusé d'exécutions sommaires de neuf civils »."""
    line = parties.line
    if line.lexicon.harm.events.get(line.fold(deed)) != "killed" or not line.fold(deed).endswith(parties.words.plurals):
        return False
    of = next((i for i in (deed + 1, deed + 2) if line.fold(i) in line.lexicon.figures.of), None)
    number = line.fold(of + 1) if of is not None else ""
    return number in line.lexicon.numbers or number[:1].isdigit()


def responsible(parties: Parties) -> Entity | None:
    """Who owns up to the deed told before, or did it: « X a revendiqué l'attentat », « l'attaque, menée par X »."""
    line, words = parties.line, parties.words
    if either(words.claiming, words.behind).isdisjoint(line.words) or parties.denies:
        return None
    for at, fold in enumerate(line.folds):
        stop = at
        if line.fold(at - 1) == ",":  # « X, which fights the government, claimed the attack »
            stop = next((i for i in range(at - 2, 0, -1) if line.folds[i] == ","), at)
        if fold in words.behind and _told_deed(parties, at + 1, at + _TOLD) is not None:
            known = line.lexicon.figures.conditions.isdisjoint(line.folds[:at]) and not parties.is_denied(at)
            entity = parties.in_front(at, _APPOSED) if known else None
            if entity is not None:
                return entity
        if fold not in words.claiming or line.fold(at - 1) in line.lexicon.words.openers or parties.is_denied(at):
            continue
        # « l'attaque, dirigée contre « les forces d'agression », a été revendiquée »
        reach = _APPOSED if line.fold(group_before(line, at).first - 1) == "," else _CHARGE
        owned = not words.ownership.isdisjoint(line.folds[max(0, at - reach) : at])
        if owned or _told_deed(parties, max(0, at - reach), at) is not None:
            entity = parties.doer(at + 1, at + 1 + _APPOSED)
        else:
            timed = sum(
                i in line.times for i in range(at + 1, at + _BEHIND)
            )  # « a revendiqué mardi, sur X, l'attentat »
            behind = _told_deed(parties, at + 1, at + _BEHIND + timed)
            # « avait mené l'opération Licorne » brings in one by its name
            told = behind is not None and not line.named(behind + 1) and not _is_of_arms(parties, behind)
            # « le gouvernement, que l'ONU reconnaît, attribue l'attaque à X »
            told = told and not any(line.finite(i) for i in range(at + 1, behind or at))
            # « reconnaît 12 morts dans l'attaque »
            counting = any(f in line.lexicon.numbers or f[0].isdigit() for f in line.folds[at + 1 : behind])
            told = told and not (counting and line.fold((behind or 0) - 2) in line.lexicon.figures.aside)
            entity = parties.in_front(stop, _APPOSED) if told else None
        if entity is not None:
            return entity
    return None


def _is_of_arms(parties: Parties, deed: int) -> bool:
    """Whether somebody only tells of his arms, and of nobody whom they hit: « a reconnu avoir engagé ses blindés »."""
    line, words = parties.line, parties.words
    return line.fold(deed - 1) in words.own and line.folds[deed] in words.means


def membership(parties: Parties) -> Entity | None:
    """Whose the attackers were: « Les assaillants appartenaient à X »."""
    line, words = parties.line, parties.words
    if words.membership.isdisjoint(line.words) or words.attackers.isdisjoint(line.words) or parties.denies:
        return None
    for at, fold in enumerate(line.folds):
        if fold in words.membership and not parties.is_denied(at):
            party = parties.behind(at + 1, words.blamed_on)
            if party is not None and not words.attackers.isdisjoint(line.folds[max(0, at - _TOLD) : at]):
                return party.entity
    return None


def owner(parties: Parties) -> Entity | None:
    """Who owns up to what is told, in words that name no deed: « …; X claims responsibility »."""
    line, words = parties.line, parties.words
    if words.owned.isdisjoint(line.words) or parties.denies:
        return None
    for at in range(1, line.end):
        closed = at + 1 == line.end or not line.folds[at + 1][0].isalpha()
        if (
            line.folds[at] in words.owned
            and line.folds[at - 1] in words.claiming
            and closed
            and not parties.is_denied(at - 1)
        ):
            entity = parties.in_front(at - 1, _OWNER)
            if entity is not None:
                return entity
    return None


def _told_deed(parties: Parties, start: int, stop: int) -> int | None:
    """The first deed between two words that was told before (« cette frappe », « son attaque »)."""
    line, words = parties.line, parties.words
    for at in range(start, min(stop, line.end)):
        before = at - 1 - (line.fold(at - 1) in line.lexicon.numbers)  # « les deux attaques »
        told = line.fold(before) in words.told or line.fold(before) in words.own
        # « a revendiqué la plupart de ces attaques »: one of them may be another's
        some = line.folds[at].endswith(words.plurals) and line.fold(at - 2) in line.lexicon.figures.of
        if line.folds[at] in words.that_of and line.fold(at + 1) in line.lexicon.figures.of:
            return at  # « X avait revendiqué celui de mai »
        if (
            (line.folds[at] in words.deeds or line.folds[at] in words.blasts)
            and told
            and (not some or line.fold(at - 3) in words.ownership)
        ):
            return at
    return None
