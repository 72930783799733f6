"""Camps: the two sides that fight each other in an article, and whose losses are then whose doing.

An army that tells of the enemy's dead tells of its own deed; one that tells of its own dead tells of the other side's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.doer import loser as loser_of
from recoupe.stages.claim.doers.fronted_sides import fronted_side, is_foes
from recoupe.stages.claim.doers.had_losses import who_had
from recoupe.stages.claim.doers.opponents import opponents
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.agents import is_party, serves_state
from recoupe.stages.claim.words.line import Line
from recoupe.text import fold

_WORD = re.compile(r"\w[\w-]*'?")
_KIND = "kind-"
_PAIR = 14
"""Within how many words behind « entre » the two are named."""
_RANKS = 6
"""Within how many words of the count « dans les rangs ukrainiens » stands."""
_BEHIND = 7
"""How many words behind a count may say whose those are: « tués chez l'ennemi »."""
_CLAUSE = 16
"""Within how many words before those who fell the side is named whose own they are."""
_OPENS = 1
"""How many words may stand before the subject of a sentence."""
_SUBJECT = 9
"""How many words the subject of « a perdu » may have."""


class Camps:
    """Those of one article, sentence after sentence."""

    def __init__(self, attributions: Sequence[Attribution], words: AgentWords, countries: Countries) -> None:
        self._words = words
        self._countries = countries
        self._pair: tuple[Entity, Entity] | None = None
        self._block = -1
        """The block of the sentence in which they were told."""
        self._sides: dict[str, Entity] = {}
        """The armies and armed groups that speak, by the id of the speaker, who may be « il » later."""
        for attribution in attributions:
            side = self._armed(attribution)
            if side is not None and attribution.entity is not None:
                self._sides.setdefault(attribution.entity.id, side)
        heard = {self._key(side): side for side in self._sides.values()}
        self._only: Entity | None = next(iter(heard.values())) if len(heard) == 1 else None
        """The one army or armed group that speaks in the article."""
        self._boaster: Entity | None = None
        """Who has told of dead enemies."""

    def meet(self, parties: Parties) -> None:
        """Takes in whom a sentence says to fight each other: « les combats entre X et Y », « la guerre qui oppose X à Y »."""
        line, words = parties.line, self._words
        if self._pair is not None:
            return
        self._block = line.sentence.block
        if not either(words.clashes, words.wars).isdisjoint(line.words):
            for at, fold_ in enumerate(line.folds):
                if fold_ in words.among or fold_ in words.opposing:
                    self._pair = self._two(parties, at + 1)
                    if self._pair is not None:
                        return
        self._pair = opponents(parties, self._countries)

    def _two(self, parties: Parties, start: int) -> tuple[Entity, Entity] | None:
        line = parties.line
        found: dict[str, Entity] = {}
        joined = False
        for at in range(start, min(line.end, start + _PAIR)):
            if line.stops(at):
                break
            if found and (line.folds[at] in line.lexicon.words.coordinators or line.folds[at] in self._words.blamed_on):
                joined = True
            entity = self._at(parties, at)
            if entity is not None and (joined or not found):
                found.setdefault(self._key(entity), entity)
            if len(found) == 2:
                first, second = found.values()
                return first, second
        return None

    def _at(self, parties: Parties, at: int) -> Entity | None:
        """The side that a word names: a party, a state, its capital or people, or « les séparatistes »."""
        line, token = parties.line, parties.line.sentence.tokens[at]
        named = next((p.entity for p in parties.named if p.first <= at < p.end), None)
        if named is not None:
            return named
        if line.folds[at] in self._words.unnamed:
            return Entity(f"{_KIND}{self._words.unnamed[line.folds[at]]}", "party", self._words.unnamed[line.folds[at]])
        code = self._countries.by_name(token.text) or self._countries.by_metonym(token.text)
        code = code if token.text[0].isupper() else None
        if code is None and len(token.fold) > 3:
            code = self._countries.by_adjective(token.text)
        return self._countries.state(code) if code is not None else None

    def author(
        self, parties: Parties, found: Found, chain: Sequence[Attribution], *, known: bool, raided: bool = False
    ) -> Entity | None:
        """Who killed those counted, by the side that lost them; None where the article does not tell.

        `known` says that an author was told before: then a state may speak of what he did; `raided` that it was an armed group.
        """
        line, words, count = parties.line, self._words, found.count
        if not but_for(words.nobody, words.wars).isdisjoint(line.words):
            return None  # « une épidémie », « un accident de car »
        head = line.fold(count.head)
        fighters = head in words.servants or line.lexicon.counted.people.get(head) == "combatants"
        lost = found.harm is not None and found.harm.blameless and found.harm.side == "right"
        heard = bool(chain) and chain[-1].entity is not None
        speaker = self._armed(chain[-1]) if heard else self._only
        foes = self.are_foes_by_word(parties, found)
        own = not foes and (parties.tells_own(count.first, count.end) or self._is_ours(parties, found))
        foes = not own and (foes or self._are_foes(line, found))
        if speaker is None and (own or lost or foes):
            speaker = self._army(chain)
        if foes:
            if not words.outbreaks.isdisjoint(line.words):
                return None  # since « le début de l'opération » many may have killed them
            return self._boast(speaker) if speaker is not None else None
        if not own and (raided or not known) and not lost and (army := self._told_by_army(parties, found, chain)):
            return army
        if not own and head in words.attackers:
            # an army that tells of dead attackers fought them; they may have died by their own hands, too
            return self._boast(speaker) if speaker is not None and self._fighting(speaker) is not None else None
        of = self._country_of(line, found, lost=lost)
        fighters = fighters or not words.beside.isdisjoint(line.folds[count.end : count.end + _RANKS])
        if not own and of is not None and (fighters or lost):
            speaker = speaker if chain else self._opening(parties) or self._fighting(speaker)
            mourns = bool(chain) and chain[-1].entity == speaker and self._fighting(speaker) is None
            if mourns and speaker is not None and speaker.kind == "state":
                return None  # « le Mali annonce la mort de quatre soldats tchadiens »
            if speaker is not None and self._fighting(speaker) is None and self._looks_on(speaker, of):
                return self._other(
                    self._countries.state(of)
                )  # « Londres estime que 60 000 soldats russes ont été tués »
            if speaker is not None and speaker.country != of and (speaker.country or self._fights(speaker, of)):
                self._pair = self._pair or (speaker, self._countries.state(of))
                return self._boast(speaker)
            return self._other(self._countries.state(of))
        bare = fighters and head not in words.servants and of is None and not lost and not own
        if bare and self._boaster is not None and speaker == self._boaster:
            return self._boaster  # « une quarantaine de combattants », in the same briefing
        loser = speaker or (self._state_of(chain[-1]) if chain else None)
        if lost and not self._is_of_before(line, found, chain):
            loser = loser_of(parties, found, chain) or loser  # « l'armée dit que X a perdu 30 hommes »
        loser = loser or (parties.in_front(count.first, _CLAUSE) if own else None)  # « le chef des X reconnaît »
        told = own or lost or (bool(chain) and self._tells_own(chain[-1], fighters=fighters, known=known))
        fronted = fronted_side(parties, count)
        if fronted is not None:
            return self._other(fronted)
        other = self._other(loser) if told and loser is not None else None
        return other or (self._by_word(line, found) if not own and of is None else None)

    def _told_by_army(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> Entity | None:
        """The army that tells of dead fighters of an armed group, as of its own deed: « L'armée annonce la mort de 30 jihadistes »,
        where the sentence tells of no fighting of others, nor of who else may have killed them."""
        line, words, count = parties.line, self._words, found.count
        entity = chain[-1].entity if chain else None
        if entity is None or found.effect != "killed" or not serves_state(entity, self._countries):
            return None
        source = chain[-1].source
        speaks = entity.kind == "party" or (
            source is not None and not words.armed.isdisjoint(_folded_words(source.text))
        )
        told = line.folds[count.head : count.end]
        fighters = any(f in words.kinds or words.unnamed.get(f) in words.lawless for f in told)
        if not speaks or not fighters or told[0] in words.servants or chain[-1].stance in ("accuse", "deny"):
            return None
        # « dans l'explosion de leur voiture », « un chef rebelle »
        apart = either(words.by, words.among, but_for(words.events, either(words.heavy, words.clashes)))
        if not apart.isdisjoint(line.words) or count.numeral.article:
            return None
        if entity.name.endswith(words.army):
            return entity
        code = entity.country or ""
        return Entity(f"army-{code}", "party", f"{self._countries.adjective_en(code)} {words.army}", country=code)

    def _is_ours(self, parties: Parties, found: Found) -> bool:
        """Whether who speaks counts his own: « 43 de nos hommes », « nous déplorons 27 martyrs », « nous avons perdu »."""
        count, line = found.count, parties.line
        if self._pair is None or self._words.we.isdisjoint(line.words):
            return False
        had = who_had(parties, count)
        return parties.tells_ours(count.first, count.end) or (had is not None and line.folds[had] in self._words.we)

    def are_foes_by_word(self, parties: Parties, found: Found) -> bool:
        """Whether those counted are the enemy's by words behind or in front: « 30 tués chez l'ennemi », « côté ennemi »."""
        line = parties.line
        if is_foes(parties, found.count):
            return True
        foe = self._words.foe
        return not foe.isdisjoint(line.words) and not foe.isdisjoint(self._behind(line, found, _BEHIND))

    def _behind(self, line: Line, found: Found, reach: int) -> list[str]:
        """The words behind those counted, as far as no other clause or count begins."""
        start = found.count.end
        ends = (i for i in range(start, min(line.end, start + reach)) if line.stops(i) or self._parts(line, i))
        return line.folds[start : next(ends, start + reach)]

    def _parts(self, line: Line, at: int) -> bool:
        return line.folds[at] == "," or line.folds[at] in line.lexicon.words.coordinators

    def _by_word(self, line: Line, found: Found) -> Entity | None:
        """Who fought those whose word tells their side, where an army and a group fight: « 12 soldats », « 30 rebelles »."""
        if self._pair is None:
            return None
        groups = [side for side in self._pair if not serves_state(side, self._countries)]
        fight = not self._words.clashes.isdisjoint(line.words) or line.sentence.block == self._block
        if len(groups) != 1 or not fight:
            return None
        if line.fold(found.count.head) in self._words.servants:
            return groups[0]
        words = line.folds[found.count.head : found.count.end]
        called = any(f in self._words.kinds or f in self._words.unnamed for f in words)
        return self._other(groups[0]) if called else None

    def _opening(self, parties: Parties) -> Entity | None:
        """The state whose army or ministry opens the sentence (« le ministère ukrainien se vante de … »)."""
        first = parties.named[0] if parties.named else None
        if first is None or first.first > _OPENS or first.entity.country is None:
            return None
        if parties.line.fold(first.first - 1) in parties.line.lexicon.words.prepositions:
            return None  # « au Mali »: the land that hosts those counted
        if parties.line.fold(first.end) == ":" and self._countries.by_name(first.entity.name) is not None:
            return None  # « Mali : quatre soldats tchadiens tués »: where it was
        return self._countries.state(first.entity.country) if serves_state(first.entity, self._countries) else None

    def _fighting(self, side: Entity | None) -> Entity | None:
        """The side, where it is one of the two who fight: an army or a mission may speak of something else."""
        if side is None or self._pair is None:
            return None
        return side if self._key(side) in map(self._key, self._pair) else None

    def _tells_own(self, attribution: Attribution, *, fighters: bool, known: bool) -> bool:
        """Whether who tells of the dead tells of his own: of soldiers, or a state at war with another of anybody."""
        if attribution.stance in ("accuse", "claim_responsibility"):
            return False
        two = self._pair is not None and all(serves_state(side, self._countries) for side in self._pair)
        return fighters or (two and not known)

    def attack(self, author: Entity, parties: Parties) -> None:
        """Takes in whom the author of a deed made it against (« a lancé une offensive contre les séparatistes »)."""
        line = parties.line
        if self._pair is not None or self._words.against.isdisjoint(line.words):
            return
        for at, fold_ in enumerate(line.folds[:-1]):
            if fold_ in self._words.against:
                # the foe stands right behind it, with an article at most
                foe = self._at(parties, at + 1) or self._at(parties, min(at + 2, line.end - 1))
                if foe is not None and foe.kind == "party" and self._key(foe) != self._key(author):
                    self._pair = (author, foe)
                return

    def strike(self, author: Entity, parties: Parties, found: Found) -> None:
        """Takes in who killed fighters of a country, or of a group: the two are at war."""
        line, count = parties.line, found.count
        head = line.fold(count.head)
        if self._pair is not None or author.kind == "body":
            return
        name = next((self._words.kinds[f] for f in line.folds[count.head : count.end] if f in self._words.kinds), None)
        if name is not None:
            other: Entity | None = Entity(f"{_KIND}{name}", "party", name)
        elif head in self._words.servants:
            of = self._country_of(line, found, lost=False)
            other = self._countries.state(of) if of is not None else None
        else:
            return
        if other is not None and self._key(other) != self._key(author):
            self._pair = (author, other)

    def _boast(self, speaker: Entity) -> Entity:
        self._boaster = self._boaster or speaker
        return speaker

    def _looks_on(self, side: Entity, country: str) -> bool:
        """Whether a state speaks of the dead of a country that is at war with others."""
        foes = self._countries.record(country).foes
        return bool(foes) and serves_state(side, self._countries) and side.country not in (country, *foes)

    def _fights(self, side: Entity, country: str) -> bool:
        """Whether an armed group of no country is told to fight that one: a mission that serves there does not."""
        pair = [self._key(s) for s in self._pair] if self._pair is not None else []
        return self._key(side) in pair and self._key(self._countries.state(country)) in pair

    def _other(self, side: Entity) -> Entity | None:
        """The other one of the two who fight."""
        if self._pair is None:
            return None
        key, keys = self._key(side), [self._key(s) for s in self._pair]
        if side.id.startswith(_KIND):  # « les séparatistes » of some land
            key = next((k for k in keys if k.endswith(key)), key)
        if key not in keys or keys[0] == keys[1]:
            return None
        return self._pair[1 - keys.index(key)]

    def _key(self, side: Entity) -> str:
        return side.country if side.country is not None and serves_state(side, self._countries) else side.name

    def _are_foes(self, line: Line, found: Found) -> bool:
        """Whether those counted are called the enemy's, or are said to be « éliminés », « hors de combat »."""
        words, count, harm = self._words, found.count, found.harm
        acts = harm is not None and harm.side == "right" and not harm.suffered and not harm.blameless
        # « les avions ennemis ont tué »: not those counted
        near = line.folds[count.first if acts else max(0, count.first - _SUBJECT) : count.end]
        if not words.foe.isdisjoint([*near, *self._behind(line, found, 3)]):
            return True
        if harm is None:
            return not words.boasting.isdisjoint(line.folds[count.head : count.end + 2])
        return not words.boasting.isdisjoint(line.folds[harm.group : harm.end])

    def _country_of(self, line: Line, found: Found, *, lost: bool) -> str | None:
        """The country that those counted fight for, by its adjective, its capital or « dans les rangs ukrainiens »."""
        count, countries = found.count, self._countries
        codes = {countries.by_adjective(f) for f in line.folds[count.head + 1 : count.end + 1] if len(f) > 3} - {None}
        if not codes and line.fold(count.end) in line.lexicon.figures.of and count.end + 1 < line.end:
            name = line.sentence.tokens[count.end + 1].text
            codes = {countries.by_metonym(name) or countries.by_name(name)} - {None} if name[0].isupper() else codes
        if not codes:
            for at in range(count.end, min(line.end, count.end + _RANKS)):
                if line.folds[at] in self._words.beside:
                    codes = {countries.by_adjective(line.fold(at + 1))} - {None}
        if not codes and lost and found.harm is not None:
            subject = line.folds[max(0, found.harm.group - _SUBJECT) : found.harm.group]
            codes = {countries.by_adjective(f) for f in subject if len(f) > 3} - {None}
        return codes.pop() if len(codes) == 1 else None

    def _armed(self, attribution: Attribution) -> Entity | None:
        """The army or armed group that speaks; None for other speakers."""
        entity = attribution.entity
        if entity is not None and entity.kind == "party":
            return entity
        if entity is not None and entity.kind == "state":
            return entity
        if entity is not None and entity.id in self._sides:
            return self._sides[entity.id]
        folds = list(self._words_of(attribution))
        if self._words.armed.isdisjoint(folds):
            return None
        return self._state_of(attribution)

    def _is_of_before(self, line: Line, found: Found, chain: Sequence[Attribution]) -> bool:
        """Whether the losses are of a time before that the article itself looks back on: « L'an dernier, X avait perdu 13 hommes »."""
        group = line.folds[found.harm.group : found.harm.end] if found.harm is not None else []
        return not chain and not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(group)

    def _army(self, chain: Sequence[Attribution]) -> Entity | None:
        """The one army of the two who fight, for which « un porte-parole militaire » speaks."""
        if not chain or self._words.armed.isdisjoint(self._words_of(chain[-1])):
            return None
        armies = [side for side in self._pair or () if serves_state(side, self._countries)]
        return armies[0] if len(armies) == 1 else None

    def _state_of(self, attribution: Attribution) -> Entity | None:
        """The state in whose name the source speaks, or the side whose adjective it has."""
        entity = attribution.entity
        if entity is not None and is_party(entity) and entity.kind == "party":
            return entity
        if entity is not None and entity.country is not None:
            return self._countries.state(entity.country)
        folds = list(self._words_of(attribution))
        code = next((c for f in folds if len(f) > 3 and (c := self._countries.by_adjective(f)) is not None), None)
        if code is not None:
            return self._countries.state(code)
        name = next((self._words.unnamed[f] for f in folds if f in self._words.unnamed), None)
        return Entity(f"{_KIND}{name}", "party", name) if name is not None else None

    def _words_of(self, attribution: Attribution) -> Iterator[str]:
        """The folded words that name the source, its role and its body."""
        entity, source = attribution.entity, attribution.source
        named = (source.text if source else None, entity.name if entity else None)
        for text in filter(None, (*named, attribution.role, attribution.organisation)):
            yield from _folded_words(text)


@lru_cache(maxsize=1024)  # an article names the same few sources again and again
def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))
