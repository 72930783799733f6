"""Authors: at whose door an article has laid its deeds so far, and which of them may have done what it tells next."""

from collections.abc import Iterator, Sequence, Set
from typing import Literal

from recoupe.gazetteers import Gazetteers
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.doers.doer import loser
from recoupe.stages.claim.doers.had_losses import who_had
from recoupe.stages.claim.doers.named_lands import NamedLands
from recoupe.stages.claim.doers.own_victims import sided
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.words.agents import rules_state, serves_state, speaker
from recoupe.stages.claim.words.backshift import is_backshifted
from recoupe.stages.claim.words.line import Line

_KIND = "kind-"
"""How the ids of parties begin whom only a plain word names (« les rebelles »)."""
_CLAUSE = 16
"""How far before the words of harm who did it may stand."""
_FROM = 6
"""Within how many words behind « tirés depuis » the land is named."""
_SUBJECT = 8
"""Within how many words before the verb its subject stands."""
_HUGE = 10_000
"""More than one deed kills or wounds."""


Reach = Literal["abroad", "afar", "near", "group"]
"""How far the deeds of an author go: those of a state at war in another land; of one that strikes from afar at home, or of a
coalition; of one that does not; of a group."""


class Authors:
    """Those of one article; the last one is the author of the deed that the text is at."""

    def __init__(self, words: AgentWords, gazetteers: Gazetteers, lands: NamedLands) -> None:
        self._words = words
        self._countries = gazetteers.countries
        self._missions = gazetteers.actors.missions
        self._kin = gazetteers.actors.kin
        self._lands = lands
        self.last: str | None = None
        self._country: str | None = None
        """The country of the last one, where it is a state or its forces."""
        self._band = False
        """Whether the last one is an armed group."""
        self.deeds: Set[str] = frozenset()
        """The words for what the last one did: « une autre frappe » is his as well."""
        self._done: set[str] = set()
        """The words for all the deeds laid at anybody's door."""
        self._all: dict[str, str | None] = {}
        """All those at whose door a deed was laid, with their countries."""
        self._serving: dict[str, str | None] = {}
        """The same, with the state that they serve; None for a group."""
        self._strikers: set[str] = set()
        """Those of them who struck from afar."""
        self._struck: set[str] = set()
        """The countries that the sentence names in which the last one was told."""
        self._block = -1
        """The block of that sentence."""

    def blame(self, author: Entity, line: Line) -> None:
        """Keeps the author of the deed that the text is at."""
        self.last = self.name(author)
        self._all[self.last] = author.country
        self._struck = self._lands.of(line)
        self._block = line.sentence.block
        self.deeds = self._words.events.intersection(line.folds)
        self._done |= self.deeds
        self._country = author.country if serves_state(author, self._countries) else None
        self._serving[self.last] = self._country
        self._band = self.is_band(author)
        heavy = not self._words.heavy.isdisjoint(line.words) or not self._words.attacking.isdisjoint(line.words)
        deeds = self._words.deeds
        several = any(fold in deeds and self._is_several(line, i) for i, fold in enumerate(line.folds))
        if heavy or several or self._is_abroad:  # « l'opération israélienne »
            self._strikers.add(self.last)

    @property
    def reach(self) -> Reach:
        """How far the deeds of the last one go."""
        if self.is_group:
            return "group" if self._band else "afar"
        if self._is_abroad:
            return "abroad"
        return "afar" if self.last in self._strikers else "near"

    @property
    def is_group(self) -> bool:
        """Whether the last one is a group, and serves no state."""
        return self.last is not None and self._country is None

    def is_band(self, author: Entity) -> bool:
        """Whether he is an armed group: none that serves a state, and no force of several states (« la coalition »)."""
        return not serves_state(author, self._countries) and author.id not in self._missions

    @property
    def struck(self) -> Set[str | None]:
        """The last one, where it is an armed group, whose own people may have fallen in its attack."""
        return {self.last} if self.is_group and self._band else frozenset()

    @property
    def _is_abroad(self) -> bool:
        """Whether the last one is another state, or serves it, than that in whose land the article is."""
        return self._country is not None and self._lands.most not in (None, self._country)

    def is_other_army(self, author: Entity) -> bool:
        """Whether he is a state, or serves one, that the last one does not serve."""
        return serves_state(author, self._countries) and author.country != self._country

    @property
    def is_home(self) -> bool:
        """Whether the last one is the state, or serves it, in whose land the article is."""
        return self._country is not None and self._country == self._lands.most

    def was_told(self, deed: str) -> bool:
        """Whether a deed so called, one or several, has been laid at anybody's door."""
        return any(deed in (told, told + s) or told == deed + s for told in self._done for s in self._words.plurals)

    def _is_several(self, line: Line, deed: int) -> bool:
        """Whether deeds are several, of which the text may tell one after the other: « deux assauts »."""
        return line.folds[deed].endswith(self._words.plurals) and line.fold(deed - 1) not in self._words.told

    def striker(self, line: Line) -> str | None:
        """Who alone has struck from afar in the article, where the sentence tells one more strike on the same land."""
        lands, verbs = self._lands.of(line), line.lexicon.verbs
        if len(self._all) != 1 or len(self._strikers) != 1 or self._words.heavy.isdisjoint(line.words):
            return None
        if any(f in verbs.imperfect_auxiliaries and not is_backshifted(line, i) for i, f in enumerate(line.folds)):
            return None  # « un raid avait tué quatre soldats »: before what is told, and of who knows whom
        return None if lands and self._struck and lands.isdisjoint(self._struck) else next(iter(self._strikers))

    def wages(self, aggressor: Entity) -> None:
        """Keeps a state that besieges, or is said to have invaded another: « depuis le début de l'invasion russe »."""
        if serves_state(aggressor, self._countries):
            self._all.setdefault(self.name(aggressor), aggressor.country)
            self._serving.setdefault(self.name(aggressor), aggressor.country)
            self._strikers.add(self.name(aggressor))

    def only_striker(self, land: str | None) -> str | None:
        """The one state at whose door the deeds of states are laid, those of its army included, but not in its own land.

        Groups that fight there, too, are no rivals where the land is told.
        """
        states = {name: code for name, code in self._all.items() if code is not None and self._is_state(name, code)}
        others = [name for name in self._all if name not in states]
        code = next(iter(states.values()), None)
        if code in (None, land, self._lands.most) or {*states.values()} != {code} or not self._strikers:
            return None
        at_home = land is not None and all(self._all[n] == land and self._serving[n] is None for n in others)
        if others and not at_home:
            return None
        state = self._countries.state(code).name
        return state if state in states else next((n for n in states if n in self._strikers), None)

    def _is_state(self, name: str, code: str) -> bool:
        adjective = self._countries.adjective_en(code)
        kin = self._kin(self._lands.most, code) if self._lands.most is not None else None
        own = kin is not None and kin.name == name
        return own or name == self._countries.state(code).name or name.startswith(adjective)

    def may_be_struck(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> bool:
        """Whether a state that strikes from afar may have done this: to no soldiers, and by no deed of another kind."""
        line, words = parties.line, self._words
        head = line.fold(found.count.head)
        if head in words.servants or line.lexicon.counted.people.get(head) == "combatants":
            return False
        if not words.close.isdisjoint(line.words):
            return False  # « un attentat », « des hommes armés »
        return self.may_have_done(parties, found, chain)

    def name(self, entity: Entity) -> str:
        """A ministry's deed is its state's; the police, an army, by whatever name, a government at home or a group stands for
        itself; in a land where people of another state bear arms, its adjective is theirs (« les obus serbes »)."""
        code, land = entity.country, self._lands.most
        kin = self._kin(land, code) if code is not None and land is not None and entity.kind != "body" else None
        return kin.name if kin is not None else self._called(entity)

    def _called(self, entity: Entity) -> str:
        if entity.kind == "body" and entity.country:
            adjective = self._countries.adjective_en(entity.country)
            called = entity.name.removeprefix(f"{adjective} ").lower()
            guards = called in self._words.guards
            if entity.country == self._lands.most and called in self._words.staffs:
                return f"{adjective} {self._words.army}"
            if guards or (rules_state(entity, self._countries) and entity.country == self._lands.most):
                return entity.name  # in a war at home, a government is a party to it
            return self._countries.state(entity.country).name
        if entity.kind == "state" and entity.country and self._countries.record(entity.country).occupier:
            # a land that another's army holds has none of its own: « des roquettes palestiniennes »
            return f"{self._countries.adjective_en(entity.country)} {self._words.groups}"
        if entity.kind == "party" and entity.country:
            adjective = self._countries.adjective_en(entity.country)
            own = next(self._of_adjective(entity), entity.name)
            abroad = self._lands.most not in (None, entity.country)
            if abroad and own in (self._words.army, *self._words.armies, *self._words.arms):
                return self._countries.state(entity.country).name  # abroad, an army's deed is its state's
            if own in self._words.armies:
                return f"{adjective} {self._words.army}"
        return entity.name

    def _of_adjective(self, entity: Entity) -> Iterator[str]:
        """What an entity is called in English behind each adjective of its country (`US military`: `military`)."""
        adjectives = self._countries.record(entity.country).adjectives_en if entity.country else ()
        return (entity.name.removeprefix(f"{a} ") for a in adjectives if entity.name.startswith(f"{a} "))

    def at_home(self, line: Line, count: Count) -> str | None:
        """The last one's own country, where those counted are there or of it, and it is at war with others than its
        own."""
        code = self._country
        if code is None:
            return None
        abroad = self._lands.most != code or bool(self._struck and code not in self._struck)
        if not abroad and {*self._all.values()} <= {code, None}:
            return None
        return code if self._countries_of(line, count) == {code} else None

    def foe(self, home: str) -> str | None:
        """The only author told who does not serve the country, or None."""
        foes = [name for name, country in self._serving.items() if country != home]
        return foes[0] if len(foes) == 1 else None

    def against(self, side: Entity) -> str | None:
        """The last one, where those counted are the losses of a state's army that he fought."""
        own = self.last is None or self.name(side).endswith(self.last) or not serves_state(side, self._countries)
        attacked = side.country in {*self._struck, self._lands.most}  # and not who only helps
        return self.last if attacked and not own and self._country != side.country else None

    def beat(self, line: Line, count: Count, entity: Entity | None) -> str | None:
        """Which state alone is told beside that of the soldiers counted, or of `entity`, who lost them.

        A group may have been told of for another day: « une embuscade tendue par des jihadistes » of a month before.
        """
        code = entity.country if entity is not None and serves_state(entity, self._countries) else None
        if code is None and line.fold(count.head) in self._words.servants:
            of = {self._countries.by_adjective(fold) for fold in line.folds[count.head + 1 : count.end + 1]} - {None}
            code = of.pop() if len(of) == 1 else None
        foe = self.foe(code) if code is not None else None
        group = foe is not None and self._serving[foe] is None
        guards = foe is not None and any(foe.endswith(name) for name in self._words.guards)
        return None if group or guards else foe  # the police make no war

    def jailer(self, line: Line, count: Count) -> str | None:
        """The state whose deeds the paragraph has just told, for people held by nobody else, and no soldiers."""
        head = line.fold(count.head)
        if self._country is None or self._block != line.sentence.block or head in self._words.servants:
            return None
        return self.last if line.lexicon.counted.people.get(head) != "combatants" else None

    def _countries_of(self, line: Line, count: Count) -> set[str]:
        """The countries of those counted; where no word tells them, those that the sentence names as places."""
        return self.people(line, count) or self._lands.of(line)

    def people(self, line: Line, count: Count) -> set[str]:
        """The countries of whose people the words for those counted say that they are."""
        words = line.folds[count.head : count.end + 1]
        return {code for word in words if (code := self._countries.by_adjective(word)) is not None}

    def is_of(self, lands: Set[str]) -> bool:
        """Whether the last one serves a state of which those of `lands` are, or is of the people whose land another holds."""
        if self.last is not None and any(self.last.startswith(self._countries.adjective_en(code)) for code in lands):
            return self.are_held(lands) or self._country in lands
        return self._country is not None and self._country in lands

    def are_held(self, lands: Set[str]) -> bool:
        """Whether another's army holds the land of the people counted."""
        return any(self._countries.record(code).occupier is not None for code in lands)

    def may_have_done(self, parties: Parties, found: Found, chain: Sequence[Attribution]) -> bool:
        """Whether the last one can have done this: not an earthquake's, nor to attackers of his own."""
        line = parties.line
        head = line.fold(found.count.head)
        if loser(parties, found, chain) is not None or parties.tells_own(found.count.first, found.count.end):
            return False
        if self._words.both_sides.stand_in(line.folds):
            return False
        lost = found.harm is not None and found.harm.blameless and found.harm.side == "right"
        if lost:
            return False  # « ils ont perdu 30 combattants », « les assaillants ont perdu huit hommes »
        if self._had_them(parties, found.count, chain):
            return False
        if found.effect == "missing" and self._lands.any(line):
            return False  # « cent migrants sont portés disparus au large de la Libye »
        numeral = found.count.numeral
        if max(numeral.value or 0, numeral.magnitude or 0) >= _HUGE and len(self._all) > 1:
            return False  # the dead of a war are not all those of who struck last
        if self._is_fired_elsewhere(line) or (self._is_of_war(line) and not self._is_other_side(line, found.count)):
            return False
        harm = found.harm
        if harm is not None and harm.side == "right" and harm.bond == "clause" and self._country is not None:
            doers = line.folds[max(0, harm.group - _CLAUSE) : harm.group]
            if not self._words.enemies.isdisjoint(doers) or not self._words.unnamed.keys().isdisjoint(doers):
                return False  # « les terroristes ont tué douze villageois »: no army's deed
        if head in self._words.attackers or head in self._words.enemies or self._is_own(line, found.count):
            return False
        if not self._words.strangers.isdisjoint(line.words) and not self._words.by.isdisjoint(line.words):
            return False
        if self._is_of_others(line, found):
            return False
        nobody = self._words.nobody
        return nobody.isdisjoint(line.words) or not any(
            fold in nobody and not self._is_backdrop(line, at) for at, fold in enumerate(line.folds)
        )

    def _had_them(self, parties: Parties, count: Count, chain: Sequence[Attribution]) -> bool:
        """Whether the last one, or who attacked, had those counted among his own: « les assaillants ont eu douze tués »."""
        at, words = who_had(parties, count), self._words
        if at is None:
            return False
        fold = parties.line.folds[at]
        party = next((p.entity for p in parties.named if p.first <= at < p.end), None)
        if party is None and (fold in words.taken_up or parties.line.finite(at)):
            # « Un porte-parole des X affirme qu'ils n'ont eu aucun blessé », « Les X disent n'avoir eu que deux morts »
            party = parties.in_front(at, _SUBJECT) or speaker(chain)
        if party is not None and not party.id.startswith(_KIND):
            return self.name(party) == self.last
        return self.is_group and (fold in words.attackers or fold in words.fighters or fold in words.unnamed)

    def _is_of_others(self, line: Line, found: Found) -> bool:
        """Whether others are brought in who did it: « par des bandits », « des hommes armés non identifiés ont tué »."""
        words, harm = self._words, found.harm
        if harm is None:
            return False
        active = harm.side == "right" and not harm.suffered
        subject = line.folds[max(0, harm.group - _SUBJECT) : harm.end] if active else []
        if not words.strangers.isdisjoint(subject):
            return True
        if not active and self._country is not None and _is_by_irregulars(line, harm.end, words):
            return True
        if words.outlaws.isdisjoint(line.words):
            return False
        first = harm.group - _SUBJECT if active else harm.end
        agents = range(max(0, first), harm.group if active else min(line.end, harm.end + _CLAUSE))
        return any(
            line.folds[i] in words.outlaws and (line.fold(i - 1) in words.indefinite or line.fold(i - 2) in words.by)
            for i in agents
        )

    def _is_of_war(self, line: Line) -> bool:
        """Whether the sentence counts from the outbreak of a war: « depuis le début de la guerre »."""
        words = self._words
        if words.outbreaks.isdisjoint(line.words):
            return False
        for at, fold in enumerate(line.folds):
            behind = line.folds[at + 1 : at + 6] if fold in words.outbreaks else []
            if not words.wars.isdisjoint(behind):  # « l'invasion russe » names who made it
                whose = {self._countries.by_adjective(f) for f in behind} - {None}
                invaded = not whose and not (words.wars & words.sieges).isdisjoint(behind) and self._is_abroad
                return not invaded and (self._country is None or self._country not in whose)
        return False

    def _is_fired_elsewhere(self, line: Line) -> bool:
        """Whether shells came from a land that is not the last one's: « des roquettes tirées depuis le Liban »."""
        words, code = self._words, self._country
        if code is None or either(words.fired, words.heavy).isdisjoint(line.words):
            return False
        for at, fold in enumerate(line.folds):
            if fold in words.heavy and line.fold(at + 1) in words.since:
                lands = self._lands.between(line, at + 1, at + 1 + _FROM)
                if lands and code not in lands:
                    return True  # « les tirs de roquettes depuis la bande de Gaza »
            if fold in words.fired and (line.fold(at + 1) in words.from_ground or line.fold(at + 1) in words.whence):
                lands = self._lands.between(line, at + 1, at + 1 + _FROM)
                return bool(lands) and code not in lands
        return False

    def _is_other_side(self, line: Line, count: Count) -> bool:
        """Whether those counted are of one side of a war, which is not the last one's: « les pertes côté libanais »."""
        if self._country is None:
            return False
        sides = [i for i, fold in enumerate(line.folds[:-1]) if fold in self._words.beside]
        side = {self._countries.by_adjective(line.folds[i + 1]) for i in sides} - {None}
        people = {self._countries.by_adjective(f) for f in line.folds[count.head : count.end + 1]} - {None}
        return bool(side or people) and self._country not in (side or people)

    def _is_backdrop(self, line: Line, at: int) -> bool:
        """Whether a war is only where something happens: « une région en proie à la guerre », « un crime de guerre »."""
        words = self._words
        if words.fronted and line.fold(at + 1) in words.backdrops:
            return True  # « a war monitor »
        return not words.backdrops.isdisjoint(line.folds[max(0, at - 3) : at])

    def _is_own(self, line: Line, count: Count) -> bool:
        """Whether those counted serve the state that did the deed, or are its people in its enemy's hands."""
        words, code = self._words, self._country
        if code is not None and code in sided(line, count, self._countries):
            return True  # « sept rebelles pro-Ankara »
        if not (line.fold(count.head) in words.servants or line.fold(count.head) in words.hostages):
            return False
        behind = line.folds[count.head + 1 : count.end + 1]
        adjectives = {self._countries.by_adjective(fold) for fold in behind} - {None}
        if code is None:  # « un soldat français », beside what a force of several states did in another land
            if not words.these.isdisjoint(line.words):
                return False  # « Trois soldats russes ont été blessés dans ces frappes »
            allied = self.is_group and not self._band and line.fold(count.head) in words.servants
            return allied and bool(adjectives) and adjectives.isdisjoint({self._lands.most, *self._struck})
        return code in adjectives or not adjectives


def _is_by_irregulars(line: Line, start: int, words: AgentWords) -> bool:
    """Whether fighters who serve no army are the agents behind word `start`: « par des hommes armés », « par les mercenaires de X »."""
    at = next((i for i in range(start, min(line.end, start + _SUBJECT)) if line.folds[i] in words.by), None)
    if at is None or any(line.stops(i) or line.finite(i) for i in range(start, at)):
        return False
    at += 1
    while line.fold(at) in line.lexicon.words.openers or line.fold(at) in line.lexicon.numbers:
        at += 1
    if line.fold(at) in words.hands and line.fold(at + 1) in words.bearing_arms:
        return True
    return line.fold(at) in words.irregulars
