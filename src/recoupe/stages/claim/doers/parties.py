"""Parties: whose deed, whose hands, on whose word: the parties that one sentence names, and their part in it."""

from functools import cached_property

from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.accusations import charge_before, charged
from recoupe.stages.claim.doers.adjectives import adjective
from recoupe.stages.claim.doers.agent_phrases import is_anothers, is_led
from recoupe.stages.claim.doers.blames import are_two, is_blame, is_link
from recoupe.stages.claim.doers.circumstances import is_circumstance, is_repelled
from recoupe.stages.claim.doers.dating_deeds import is_later, is_since
from recoupe.stages.claim.doers.fighting_pairs import is_between
from recoupe.stages.claim.doers.foiled import is_foiled
from recoupe.stages.claim.doers.held_lands import firing_from, holder_of_sky
from recoupe.stages.claim.doers.no_deeds import tells_none
from recoupe.stages.claim.doers.party import Named, Party, fronting
from recoupe.stages.claim.doers.possessions import has_run_into, is_possession
from recoupe.stages.claim.doers.relative_authors import leader
from recoupe.stages.claim.words import merged_forms
from recoupe.stages.claim.words.agents import rules_state
from recoupe.stages.claim.words.line import ENDS, QUOTES
from recoupe.stages.claim.words.verb_group import group_before

_NEAR = 10
_ANSWER = 5
"""Within how many words from « en représailles à » the deed that it answers stands."""
_CLAIMED = 4
_WHEN = 8
"""How many words may say when, between « a mené » and the attack."""
_OF = 3
_SUPERLATIVE = 3
"""How many words « of » may stand behind the deed, and how many more a superlative takes."""
_QUANTITY = 7
"""How far before the deed its verb may stand, without and with a quantity between."""
_TARGET = 7
"""How many words from « contre » to the party that was attacked."""
_OWNED = 4
"""Within how many words behind an owner what is his stands."""


class Parties(Named):
    """The parties of one sentence; those that only say who was counted (« 12 soldats syriens ») are left out."""

    def doer(self, start: int, stop: int) -> Entity | None:
        """Who stands behind « by » between two words: « tués par l'armée », « par des tirs israéliens »."""
        for at in range(start, min(self.line.end, stop)):
            if (
                self.line.stops(at)
                or (self.line.finite(at) and at > start)
                or self.line.folds[at] in self.words.reports
            ):
                return None
            if is_blame(self.line, self.words, at):
                party = self.behind(at + 1)  # « dans un attentat imputé à X par les autorités »
                if party is not None and are_two(self.line, self.words, party.end):
                    return None
                return party.entity if party is not None else self.state(at + 1)
            if self.line.folds[at] in self.words.by:
                if is_anothers(self, start, at):
                    return None
                party = self.behind(at + 1)
                return party.entity if party is not None else self.state(at + 1) or self.adjective(at + 1)
        return None

    def in_front(self, stop: int, reach: int) -> Entity | None:
        """The nearest party in front of a word, in the same stretch of thought, that is no mere setting."""
        line = self.line
        charge = charge_before(self, stop)
        if charge is not None:
            return charged(self, charge)
        for party in reversed(self.named):
            if party.end > stop:
                continue
            # « la Russie a lancé dans la nuit de dimanche à lundi des drones »: the night is not counted
            gap = stop - party.end - sum(party.end <= i < stop for i in line.times)
            if gap > reach or any(line.stops(i) for i in range(party.end, stop)):
                return None
            if not self._is_setting(party):
                return party.entity
        return None

    def of_deed(self, near: int) -> Entity | None:
        """Whose deed the sentence names (« frappes de la coalition », « tirs israéliens »), nearest to a word."""
        best: tuple[int, Entity] | None = None
        nameless = self.line.end
        for at, entity in self._deeds:
            away = abs(at - near)
            if entity is None:
                nameless = min(nameless, away) if at > near else nameless
            elif best is None or away < best[0]:
                best = (away, entity)
        return best[1] if best and best[0] < nameless else None

    def of_deed_between(self, start: int, stop: int) -> Entity | None:
        """Whose is the first deed between two words."""
        return next((entity for at, entity in self._deeds if start <= at < stop), None)

    @cached_property
    def _deeds(self) -> list[tuple[int, Entity | None]]:
        """The deeds that somebody has done, and those of several authors, with None."""
        line, words = self.line, self.words
        found: list[tuple[int, Entity | None]] = []
        if words.deeds.isdisjoint(line.words):
            return found
        for at, fold in enumerate(line.folds):
            if fold not in words.deeds or tells_none(self, at) or self.is_denied(at) or is_foiled(self, at):
                continue
            if is_since(self, at):
                continue  # « depuis l'attaque du Hamas » only says when
            if is_later(self, at):
                continue  # « quelques heures après des tirs iraniens »
            if self.is_answered(at):
                continue  # « en représailles à une récente incursion ukrainienne » only says why
            entity = self.owner(at) or self.beside(at) or firing_from(self, at)
            entity = entity or leader(self, at)
            if entity is None and ((line.fold(at - 1) in words.own and self._does_harm(at)) or self._is_claimed(at)):
                entity = self.in_front(at, _NEAR)
            entity = entity or holder_of_sky(self, at)
            if entity is not None or (fold in words.events and line.fold(at - 1) in words.various):
                found.append((at, entity))
        return found

    def _does_harm(self, deed: int) -> bool:
        """Whether what is somebody's own is a deed, or a weapon that does harm here: not « a fait décoller ses avions »."""
        line, words = self.line, self.words
        if line.folds[deed] in words.suffered or line.folds[deed] in words.events:
            return True
        return not either(but_for(line.lexicon.triggers, words.making), words.attacking).isdisjoint(line.words)

    def is_answered(self, deed: int) -> bool:
        """Whether the deed is that to which another one answers (« en représailles à l'attentat »)."""
        line, words = self.line, self.words
        near = range(max(0, deed - _ANSWER), deed)
        return any(line.folds[i] in words.answers and line.folds[i + 1] in words.answered for i in near)

    def _is_claimed(self, deed: int) -> bool:
        """Whether the subject says that he did it, or is said to have: « X a revendiqué un attentat », « a lancé »."""
        line, words = self.line, self.words
        # « a tiré des dizaines de roquettes »
        far = _QUANTITY if line.fold(deed - 1) in line.lexicon.figures.of else _CLAIMED
        if line.fold(deed - 1 - (line.fold(deed - 1) in line.lexicon.words.openers)) in line.lexicon.figures.aside:
            return False  # « reconnaît 12 tués dans l'attaque du camp »
        # « a mené dans la nuit de lundi à mardi une attaque »
        near = [at for at in range(deed - 1, max(-1, deed - far - _WHEN), -1) if at not in line.times][: far - 1]
        claim = next((at for at in near if line.folds[at] in words.claiming), None)
        if claim is None or self.denies or any(line.finite(i) for i in range(claim + 1, deed)):
            return False  # « le gouvernement, que l'ONU reconnaît, attribue l'attaque à X »
        return not group_before(line, claim).passive

    @cached_property
    def denies(self) -> bool:
        """Whether the sentence reports a denial."""
        verbs, deny = self.line.lexicon.verbs, self.line.lexicon.figures.deny
        return any(lemma in deny for fold in self.line.folds for lemma, _ in verbs.analyses(fold))

    def owner(self, deed: int) -> Entity | None:
        """Whose the deed is: « raid aérien de la coalition », « bombardement du village par l'armée »."""
        line, of = self.line, self.line.lexicon.figures.of
        fired = not self.words.fired.isdisjoint(line.folds[deed + 1 : deed + 3])
        ground = self.words.from_ground if fired else frozenset[str]()
        aimed = False
        for at in range(deed + 1, min(line.end, deed + 12)):
            fold = line.folds[at]
            aimed = aimed or fold in self.words.against  # « une opération contre des djihadistes »
            if fold in self.words.by and line.fold(at - 1) in self.words.holding:
                continue  # « l'assaut contre des quartiers tenus par X »
            if fold in of and line.fold(at - 1) in self.words.nearby:
                continue  # « un attentat près du ministère »
            if fold in self.words.by and is_anothers(self, deed + 1, at):
                return None
            if is_blame(line, self.words, at):
                party = self.behind(at + 1)  # « un attentat imputé à X par les autorités »
                if party is not None and are_two(line, self.words, party.end):
                    return None
                return party.entity if party is not None else self.state(at + 1)
            if is_link(line, self.words, at) and self.words.hands.isdisjoint(line.folds[deed + 1 : at]):
                party = self.behind(at + 1)
                return party.entity if party is not None and party.entity.kind == "party" else None
            if (fold in of and at <= deed + self._reach(deed) and not aimed) or fold in self.words.by or fold in ground:
                party = self.behind(at + 1, ground)
                hit = party is not None and (self._is_hit(party, deed, at) or has_run_into(self, party))
                told = (
                    party is not None and party.entity.kind == "state" and fold not in of and not is_led(self, deed, at)
                )
                if party is not None and not told and not hit:
                    return party.entity
            if line.stops(at) or line.finite(at):
                return None
        return None

    def _reach(self, deed: int) -> int:
        """How many words behind a deed « of » may stand: « l'attentat le plus meurtrier de X »."""
        most = self.line.fold(deed + 1) in self.words.told and self.line.fold(deed + 2) in self.words.most
        return _OF + _SUPERLATIVE * most

    def _is_hit(self, party: Party, deed: int, of: int) -> bool:
        """Whether who is named behind « of » has suffered the deed: « l'attaque de l'ambassade », « le bombardement d'un camp de
        X », not « les raids du régime »."""
        body = party.entity
        if self.line.folds[deed] not in self.words.suffered or self.line.folds[of] in self.words.by:
            return False
        if not self.words.possessions.isdisjoint(self.line.folds[of : party.end]):
            return True
        if body.kind != "body":
            return False
        rules = rules_state(body, self.countries)
        return not (rules and self.line.folds[deed].endswith(self.words.plurals))

    def beside(self, deed: int) -> Entity | None:
        """Whose name or adjective stands with a deed, behind it or in front of it as the language has it."""
        return fronting(self, deed) if self.words.fronted else self.adjective(deed + 1)

    def adjective(self, start: int) -> Entity | None:
        """The state whose adjective stands behind a deed."""
        return adjective(self, start)

    def attacker(self) -> Entity | None:
        """« la coalition bombarde », « la coalition a admis avoir bombardé »."""
        line = self.line
        if self.words.attacking.isdisjoint(line.words):
            return None
        for at, fold in enumerate(line.folds):
            if fold not in self.words.attacking or line.fold(at - 1) in line.lexicon.words.openers:
                continue
            group = group_before(line, at)
            doing = line.lexicon.figures.merged and group.auxiliary and merged_forms.is_doing(line, at)
            if doing or (not group.passive and (group.perfect or line.finite(at))):
                entity = self.in_front(group.first, 10)
                if entity is not None and not self._is_object(entity, group.first):
                    return entity
            elif group.passive:  # « dix localités ont été visées par l'armée »
                agent = self.doer(at + 1, at + 1 + _NEAR)
                if agent is not None:
                    return agent
        return None

    def _is_object(self, entity: Entity, verb: int) -> bool:
        """« une position de X que les assaillants ont visée »: whether « que » and a subject of its own part the two."""
        line = self.line
        party = next((p for p in reversed(self.named) if p.end <= verb and p.entity == entity), None)
        if party is None:
            return False
        that = next((i for i in range(party.end, verb) if line.folds[i] in self.words.objects), None)
        if that is None or line.fold(that + 1) in self.words.own:
            return False
        return line.fold(that + 1) in line.lexicon.words.openers and not any(
            line.finite(i) for i in range(party.end, that)
        )

    def besieger(self) -> Entity | None:
        """« la ville, assiégée par les rebelles », « l'armée a intensifié son offensive sur la ville »."""
        line, words = self.line, self.words
        if words.sieges.isdisjoint(line.words) and words.besieging.isdisjoint(line.words):
            return None
        for at, fold in enumerate(line.folds):
            if fold in words.besieging and line.finite(at):
                owner = self.in_front(group_before(line, at).first, _NEAR)
                if owner is not None:
                    return owner
            if fold in words.sieges:
                owner = self.owner(at) or (self.in_front(at, _NEAR) if line.fold(at - 1) in words.own else None)
                owner = owner or self.beside(at)  # « l'invasion russe »
                if owner is not None:
                    return owner
        return None

    def holder(self, start: int) -> Entity | None:
        """Who holds the trapped: « sous le contrôle de l'EI », « les zones tenues par les rebelles »."""
        for at in range(start, self.line.end):
            if self.line.folds[at] in self.words.holding:
                for party in self.named:
                    if at < party.first <= at + 5:
                        return party.entity
        return None

    def clashed(self) -> Entity | None:
        """« tués lors d'affrontements avec l'armée »: with whom the sentence says that there was fighting."""
        line, words = self.line, self.words
        if words.clashes.isdisjoint(line.words):
            return None
        for at, fold in enumerate(line.folds):
            if fold not in words.clashes or self._is_subject(at):
                continue
            with_ = at + 1
            while with_ in line.times or line.fold(with_) == ",":
                with_ += 1  # « des combats, mardi, avec l'armée »
            if line.fold(with_) in words.with_:
                party = self.behind(with_ + 1)
                return party.entity if party is not None else self.adjective(with_ + 1)
        return None

    def _is_subject(self, noun: int) -> bool:
        """Whether a noun opens its clause: « les combats avec l'armée ont fait 45 tués » on either side."""
        line, before = self.line, noun - 1
        while line.fold(before) in line.lexicon.words.openers and line.fold(before) not in line.lexicon.figures.of:
            before -= 1
        return before < 0 or line.stops(before)

    def enemy(self, loser: Entity | None) -> Entity | None:
        """Whom those fought who tell of their own losses: « a perdu 30 hommes dans son offensive contre les rebelles »."""
        line, words = self.line, self.words
        for at, fold in enumerate(line.folds):
            if fold in words.with_:
                party = self.behind(at + 1)
                if party is not None and party.entity != loser:
                    return party.entity
        deed = self.of_deed(0)
        return deed if deed != loser else None

    def tells_own(self, start: int, stop: int) -> bool:
        """Whether those counted between two words are the subject's own: « 12 de ses soldats », « ses pertes »."""
        line, words = self.line, self.words
        if words.own.isdisjoint(line.sentence.words):
            return False
        folds, first, last = line.folds, start, stop
        nearest, farthest = max(0, start - _NEAR), min(line.end, stop + _NEAR)
        if words.own.isdisjoint(folds[min(nearest, start) : max(farthest, stop)]):
            return False
        while first > nearest and folds[first - 1] not in ENDS:
            first -= 1
        joined = line.lexicon.words.coordinators
        while last < farthest and folds[last] not in ENDS:
            if folds[last] in joined and line.fold(last + 1) in line.lexicon.words.negations:
                break  # « avoir tué 40 soldats et n'avoir perdu que deux de leurs hommes »
            last += 1
        return any(
            folds[at] in words.own and not words.own_side.isdisjoint(folds[at + 1 : at + 3])
            for at in range(first, last)
        )

    def tells_ours(self, start: int, stop: int) -> bool:
        """Whether the speaker's own are counted between two words, in his own words: « douze de nos hommes », « six morts chez
        nous »."""
        line, words = self.line, self.words
        near = range(max(0, start - _NEAR), min(line.end, stop + _OWNED))
        return any(
            words.ours.at(line.folds, at)
            or (line.folds[at] in words.we and not words.own_side.isdisjoint(line.folds[at + 1 : at + 3]))
            for at in near
        )

    def behind(self, start: int, more: frozenset[str] = frozenset()) -> Party | None:
        """The party that begins within a few words, with nothing but links, deeds, hands and `more` in front of it."""
        words, ofs = self.words, [[of] for of in self.line.lexicon.figures.of]
        for party in self.named:
            if start <= party.first <= start + _NEAR:
                between = self.line.folds[start : party.first]
                named = party.entity.kind == "party" and not words.hands.isdisjoint(between)
                member = not words.membership.isdisjoint(between)
                if all(
                    f in words.links
                    or f in QUOTES
                    or f in words.deeds
                    or f in words.hands
                    or f in more
                    # « un tir de roquette raté du Jihad islamique »
                    or (at and between[at - 1] in words.deeds and between[at + 1 : at + 2] in ofs)
                    or (member and (f in words.membership or f in words.accusing or f in words.blamed_on))
                    # « le groupe rebelle ougandais X »
                    or (named and self.countries.by_adjective(f) is not None)
                    for at, f in enumerate(between)
                ):
                    return party
        return None

    def state(self, start: int) -> Entity | None:
        """The country named behind a word and its article: « imputé à l'Iran », « par Israël »."""
        tokens = self.line.sentence.tokens
        at = start + (self.line.fold(start) in self.line.lexicon.words.openers)
        code = self.countries.by_name(tokens[at].text) if at < self.line.end and tokens[at].text[0].isupper() else None
        return self.countries.state(code) if code is not None else None

    def guards(self, entity: Entity) -> bool:
        """Whether it is the police of a state, or others who guard it and make no war."""
        if entity.country is None:
            return False
        adjective = self.countries.adjective_en(entity.country)
        return entity.name.removeprefix(f"{adjective} ").lower() in self.words.guards

    def _is_setting(self, party: Party) -> bool:
        line, words = self.line, self.line.lexicon.words
        of = line.lexicon.figures.of
        owned = line.folds[party.end + 1 : party.end + _OWNED]
        acts = not either(self.words.deeds, self.words.hands).isdisjoint(owned)  # « Israel's latest offensive »
        if line.fold(party.end) in self.words.genitives and not acts:
            return True  # « smashed into Indonesia's largest island, killing 12 »
        if self.words.fronted and party.entity.kind == "state":
            behind = line.fold(party.end)
            if behind in self.words.deeds or behind in self.words.hands or behind in line.lexicon.counted.people:
                return True  # « the Syria strikes », « Sudan paramilitaries »
        before = party.first - 1
        while line.fold(before) in words.openers and line.fold(before) not in of:
            before -= 1
        if party.entity.kind == "state" and line.fold(before) in of:
            return line.fold(before - 1) not in self.words.deeds and line.fold(before - 1) not in self.words.hands
        if party.entity.kind == "state" and self.words.fronted and before > 0:
            side = line.folds[before]  # « in southern Lebanon »
            before -= side[0].isalpha() and not line.named(before) and line.fold(before - 1) in words.prepositions
        of_hands = line.fold(before) in of and line.fold(before - 1) in self.words.hands  # « fighters of X »
        member = line.fold(before - 1) in self.words.membership  # « des hommes soupçonnés d'appartenir à X »
        aside = line.fold(before) in line.lexicon.figures.aside and not of_hands and not member
        told = is_possession(self, before) or is_circumstance(self, party, before) or is_repelled(self, party, before)
        return has_run_into(self, party) or is_between(self, party) or aside or told or self._is_target(party)

    def _is_target(self, party: Party) -> bool:
        """Whether it is what was attacked: « une attaque contre un poste de l'armée », « ont visé un convoi de l'armée »."""
        line, words = self.line, self.words
        for at in range(party.first - 1, max(-1, party.first - _TARGET), -1):
            fold = line.folds[at]
            if line.stops(at) or fold == ",":
                return False
            if fold in words.against:
                return True
            if fold in words.attacking and line.fold(at - 1) not in line.lexicon.words.openers:
                group = group_before(line, at)
                return not group.passive and (group.perfect or line.finite(at))
            if line.finite(at):
                return False
        return False

    def is_denied(self, deed: int) -> bool:
        """« n'exclut pas une frappe »: whether a negation stands right in front."""
        return not self.line.lexicon.figures.not_before.isdisjoint(self.line.folds[max(0, deed - 5) : deed])
