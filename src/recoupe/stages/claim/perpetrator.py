"""Perpetrator: the party said to have caused the harm, in the sentence itself or as the author of the event."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from functools import cache

from recoupe.gazetteers import Gazetteers
from recoupe.languages.agents import AgentWords
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Entity
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Effect, Figure
from recoupe.stages.claim.authors import aggressor, fled, hallmark, maker
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.parties import Parties, Party

_VIOLENT: frozenset[Effect] = frozenset({"killed", "wounded", "casualties", "missing", "struck"})
_HELD: frozenset[Effect] = frozenset({"trapped", "detained"})
_KINDS = frozenset({"party", "state", "body"})
_CLAUSE = 16
_HUGE = 10_000
"""More than one deed kills or wounds."""
_STEM = 6
"""How many letters of « rebelles » a name shows that is called so (« rébellion tchétchène »)."""
_LEFT = 8
"""Within how many words behind « les assaillants » the bodies that they left are counted."""
_NAMED = 5
"""Within how many words from « jihadistes » the name of their group may follow."""


@cache
def agent_words(pack: LanguagePack) -> AgentWords:
    """The pack's words for those who do harm, read once."""
    return AgentWords.load(pack.table("agents"), pack.rules("morphology").forms)


@cache
def _gate(words: AgentWords) -> frozenset[str]:
    deeds = words.sieges | words.deeds | words.events
    deeds |= words.besieging | words.owning | words.targets | words.hallmarks | words.onsets.keys()
    return deeds | words.blaming | words.attacking | words.accusing | words.claiming


class Perpetrators:
    """Who did it, sentence after sentence of one article: it remembers who attacked last, and who holds people."""

    def __init__(self, annotations: Annotations, pack: LanguagePack, gazetteers: Gazetteers) -> None:
        self.words = words = agent_words(pack)
        self.gate = _gate(words)
        """The words without which no sentence needs to be entered that has no figures."""
        self.countries = gazetteers.countries
        self.mentions = [m for m in annotations.mentions if _is_party(m.entity)]
        self._starts = [m.span.start for m in self.mentions]
        lands = Counter(r.place.country for r in annotations.places if r.place is not None and r.place.country)
        self._places = [r.span.start for r in annotations.places]
        self._lands = [r.place.country if r.place is not None else None for r in annotations.places]
        self._land = lands.most_common(1)[0][0] if lands else None
        """The country of most places in the article."""
        self.author: str | None = None
        self.author_country: str | None = None
        """The country of the author, where it is a state or its forces."""
        self.headlined = False
        """Whether only the headline has told the author so far."""
        self.holder: str | None = None
        self.besieger: str | None = None
        """Who is said to besiege a town or to be on the offensive against it."""
        self._called: dict[str, Entity | None] = {}
        """The group that the article calls by a plain word (« les jihadistes »); None where it calls several so."""
        self._told_here = False
        self._deeds: Set[str] = frozenset()
        """The words for what the author did: « une autre frappe » is his as well."""
        self.loose: set[str] = set()
        """The authors that are no more than « rebels »: who owns up to the deed is who they were."""
        self._authors: dict[str, str | None] = {}
        """All those at whose door a deed was laid so far, with their countries."""
        self._forces: dict[str, set[str]] = {}
        """By country: its army, or the coalition that it leads, where they were told as authors."""
        self._boasting: str | None = None
        """Who told of dead « terrorists » first."""
        self._struck: set[str] = set()
        """The countries that the sentence names in which the author was told."""
        self._counted: set[float] = set()
        """The numbers of victims told so far."""
        self._made: dict[Count, str | None] = {}

    def enter(self, line: Line, covered: Set[int], values: Set[float] = frozenset()) -> str | None:
        """Takes in a sentence before its figures are asked about; `covered` are the words of its counts.

        `values` are the numbers of those counts: an attack that has made as many victims as one before is the same.

        The answer is a party at whose door it lays what was told before (« attribue ce raid à X »), else None.
        """
        first = bisect_left(self._starts, line.sentence.start)
        here = self.mentions[first : bisect_left(self._starts, line.sentence.end, first)]
        named = [Party(line.first_at(m.span.start), line.first_at(m.span.end), m.entity) for m in here]
        named = self._with_kinds(line, named)
        named = [p for p in named if covered.isdisjoint(range(p.first, p.end)) or self._acts(line, p, covered)]
        self.parties = Parties(line, named, self.words, self.countries)
        besieger = self.parties.besieger()
        self.besieger = self._name(besieger) if besieger is not None else self.besieger
        blamed = self.parties.blamed() or hallmark(self.parties) or self._responsible(line)
        author = blamed or self._told(line)
        self._told_here = False
        if self.author_country is not None and author is None:
            again = self.parties.attacker() or aggressor(self.parties)
            if again is not None and again.country == self.author_country:
                self._muster(again)
        if author is not None:
            self._blame(author, line)
        elif self._brings_in(line) and not self.headlined and self._counted.isdisjoint(values):
            # shells on a town under siege are the besieger's
            self.author = None if self.words.shelling.isdisjoint(line.folds) else self.besieger
        elif line.sentence.kind == "paragraph" and not line.lexicon.triggers.isdisjoint(line.folds):
            self.headlined = False
        return self.author if blamed is not None else None

    def of(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The party's usual English name; None where the text names none or leaves it open. `enter` comes first."""
        entity = self._in_sentence(found, chain)
        name = self._name(entity) if entity is not None else None
        if entity is None and found.effect in _VIOLENT and self._is_foe(line, found.count):
            name = self._foe()
        elif found.effect in _VIOLENT:
            value = found.count.numeral.value
            if value is not None and value > 1:
                self._counted.add(value)
            if entity is None:
                name = self._inherited(line, found, chain)
            elif self._is_boast(line, found):
                self._boasting = self._boasting or name
            elif not self._told_here:
                # what is told first in a sentence is its news, the rest its background
                self._told_here = True
                self._blame(entity, line)
        elif found.effect == "trapped":
            self.holder = name = name or self.holder or self.besieger
        self._made[found.count] = name
        return name

    def settled(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures; those of a state whose army alone is told to attack for it with the army.

        « des tirs ukrainiens » are the army's in an article that says « l'armée ukrainienne a bombardé ».
        """
        forces = {
            name: next(iter(names))
            for code, names in self._forces.items()
            if len(names) == 1
            for name in (self.countries.state(code).name, *self._arms(code))
        }
        return [replace(f, perpetrator=forces[f.perpetrator]) if f.perpetrator in forces else f for f in figures]

    def _blame(self, author: Entity, line: Line) -> None:
        """Keeps the author of the deed that the text is at."""
        self.author, self.headlined = self._name(author), line.sentence.kind == "title"
        self._authors[self.author] = author.country
        self._muster(author)
        self._struck = self._named_lands(line)
        self._deeds = self.words.events.intersection(line.folds)
        self.author_country = author.country if self._serves_state(author) else None

    def _is_boast(self, line: Line, found: Found) -> bool:
        """Whether those counted are somebody's enemies: their death says nothing of who did the deed told."""
        return found.count.kind == "people" and line.fold(found.count.head) in self.words.enemies

    def _is_foe(self, line: Line, count: Count) -> bool:
        """Whether those counted attacked, by the words for them or as the bodies that attackers left behind."""
        words, head = self.words, line.fold(count.head)
        if head in words.enemies or self._boasting is None:
            return head in words.enemies  # attackers may have died by their own hands
        left = line.folds[max(0, count.first - _LEFT) : count.first]
        return head in words.attackers or (head not in words.servants and not words.attackers.isdisjoint(left))

    def _only_foe(self, loser: Entity) -> Entity | None:
        """The state that has attacked so far, where it is the loser's only enemy told."""
        foes = [code for code in self._authors.values() if code is not None and code != loser.country]
        return self.countries.state(foes[0]) if loser.country and len(foes) == len(self._authors) == 1 else None

    def _foe(self) -> str | None:
        """Whom the attackers fought: who boasts of their death, else the army of the land that the text names."""
        if self._boasting is None:
            forces = (m.entity for m in self.mentions if m.entity.country == self._land and m.entity.kind == "party")
            army = next((e for e in forces if self._land is not None and self._serves_state(e)), None)
            return self._name(army) if army is not None else None
        return self._boasting

    def _muster(self, author: Entity) -> None:
        """Keeps an army, or the coalition that a state leads, as what attacks for it."""
        name, code = self._name(author), author.country
        if author.kind == "party" and code is not None and self._serves_state(author) and name not in self._arms(code):
            self._forces.setdefault(code, set()).add(name)

    def _arms(self, code: str) -> set[str]:
        """What parts of a state's army are called."""
        return {f"{self.countries.adjective_en(code)} {branch}" for branch in self.words.branches}

    def _serves_state(self, entity: Entity) -> bool:
        """Whether the entity is a state or its forces (`Malian army`), and no group that fights in a country."""
        if entity.kind != "party" or entity.country is None:
            return entity.country is not None
        return entity.name.startswith(self.countries.adjective_en(entity.country))

    def _of_whole(self, found: Found) -> str | None:
        """The party at whose door those are laid of whom this count is a part."""
        whole = found.whole
        return whole.perpetrator if isinstance(whole, Figure) else self._made.get(whole.count) if whole else None

    def _acts(self, line: Line, party: Party, covered: Set[int]) -> bool:
        """« par plusieurs centaines de combattants de Boko Haram »: whether those counted are the agents."""
        first = party.first
        while first in covered:
            first -= 1
        return line.fold(first) in self.words.by

    def _with_kinds(self, line: Line, named: list[Party]) -> list[Party]:
        """The parties with those whom a plain word names (« des jihadistes »), where no name covers it."""
        kinds = self.words.kinds
        inside = {at for p in named for at in range(p.first, p.end)}
        more = [
            Party(at, at + 2, Entity(f"kind-{name}", "party", name))
            for pair, name in self.words.kinds_of_two.items()
            for at in range(line.end - 1)
            if line.folds[at] == pair[0] and line.folds[at + 1] == pair[1]
        ]
        for at in [i for i, fold in enumerate(line.folds) if fold in kinds and i not in inside]:
            name = kinds[line.folds[at]]
            group = self._specified(line, at, named)
            if group is not None:  # « les jihadistes du groupe X »: so the article calls X
                self._called[name] = group if self._called.get(name, group) == group else None
                continue
            called = self._called.get(name)
            more.append(Party(at, at + 1, called or Entity(f"kind-{name}", "party", name)))
        for at in [i for i, fold in enumerate(line.folds) if fold in self.words.unnamed and i not in inside]:
            if self._does(line, at) and self._specified(line, at, named) is None:
                more.append(Party(at, at + 1, self._of_land(line.folds[at])))
        return sorted([*named, *more], key=lambda p: p.first) if more else named

    def _does(self, line: Line, at: int) -> bool:
        """Whether a word for fighters stands behind a deed as its adjective, or behind « by »: « tirs rebelles »."""
        words, before = self.words, line.fold(at - 1)
        beside = before in words.deeds or (
            line.fold(at - 2) in words.deeds and before not in line.lexicon.words.openers
        )
        if beside and line.folds[at] not in words.enemies:  # « une attaque terroriste » is anybody's
            return True
        return before in words.links and not words.by.isdisjoint(line.folds[max(0, at - 3) : at - 1])

    def _of_land(self, word: str) -> Entity:
        """« les rebelles »: the only group that the article calls so, else those of the land that it is about."""
        name, stem = self.words.unnamed[word], word[:_STEM]
        groups = {m.entity for m in self.mentions if m.entity.kind == "party" and stem in m.span.text.lower()}
        if len(groups) == 1:
            return groups.pop()
        if self._land is not None and word not in self.words.enemies:
            name = f"{self.countries.adjective_en(self._land)} {name}"
        self.loose.add(name)
        return Entity(f"kind-{name}", "party", name)

    def _specified(self, line: Line, at: int, named: list[Party]) -> Entity | None:
        """The party whose name follows its kind: « les jihadistes du groupe X », « le groupe jihadiste X »."""
        words = self.words
        for party in named:
            if party.entity.kind == "party" and at < party.first <= at + _NAMED:
                between = line.folds[at + 1 : party.first]
                if "," not in between and all(f in words.links or f in words.hands for f in between):
                    return party.entity
        return None

    def _told(self, line: Line) -> Entity | None:
        """The author of an attack told as done; None when it is only supposed or reported with reserve."""
        author = self.parties.of_deed(0)
        if author is None and self.author is None and self.parties.named:
            author = self.parties.attacker() or aggressor(self.parties)
        if author is not None and _is_doubted(line):
            author = None
        return author

    def _responsible(self, line: Line) -> Entity | None:
        """Who owns up to the event told before, or is accused of it, where nobody else is named as its author."""
        if (self.author is not None and self.author not in self.loose) or line.sentence.kind == "title":
            return None
        # the accused may deny it in the same breath
        return self.parties.accused() or self.parties.responsible()

    def _brings_in(self, line: Line) -> bool:
        """Whether the sentence brings in a deed that has not been told before."""
        words = self.words
        if words.events.isdisjoint(line.folds) or not line.lexicon.figures.not_before.isdisjoint(line.folds):
            return False
        new = [at for at, f in enumerate(line.folds) if f in words.events and line.fold(at - 1) in words.indefinite]
        new = [at for at in new if line.fold(at - 1) not in words.another or line.folds[at] not in self._deeds]
        if any(self._name(p.entity) == self.author for p in self.parties.named):
            return any(line.fold(at - 1) in words.various for at in new)
        return bool(new)

    def _inherited(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The author told before, as far as he can have done this."""
        if not self._may_inherit(line, found, chain):
            return None
        home = self._at_home(line, found.count)
        if home is None:
            if isinstance(found.whole, Found) and found.whole.count in self._made:
                return self._made[found.whole.count]
            return self._of_whole(found) or self.author
        foes = [name for name, country in self._authors.items() if country not in (None, home)]
        return foes[0] if len(foes) == 1 else None

    def _at_home(self, line: Line, count: Count) -> str | None:
        """The author's own country, where those counted are there or of it, and it is at war with others than its own."""
        code = self.author_country
        if code is None:
            return None
        abroad = self._land != code or bool(self._struck and code not in self._struck)
        if not abroad and {*self._authors.values()} <= {code, None}:
            return None
        return code if self._countries_of(line, count) == {code} else None

    def _countries_of(self, line: Line, count: Count) -> set[str]:
        """The countries of those counted; where no word tells them, those that the sentence names as places."""
        words = line.folds[count.head : count.end + 1]
        people = {code for word in words if (code := self.countries.by_adjective(word)) is not None}
        return people or self._named_lands(line)

    def _named_lands(self, line: Line) -> set[str]:
        """The countries of the places that the sentence names."""
        first, last = (bisect_left(self._places, at) for at in (line.sentence.start, line.sentence.end))
        return {code for code in self._lands[first:last] if code is not None}

    def _may_inherit(self, line: Line, found: Found, chain: Sequence[Attribution]) -> bool:
        """Whether the author told before can have done this: not an earthquake's, nor to attackers of his own."""
        head = line.fold(found.count.head)
        if self._loser(found, chain) is not None or self.parties.tells_own(found.count.first, found.count.end):
            return False
        lost = found.harm is not None and found.harm.blameless and found.harm.side == "right"
        if lost and line.lexicon.counted.people.get(head) == "combatants":
            return False  # « ils ont perdu 30 combattants »
        if found.effect == "missing" and self._names_place(line):
            return False  # « cent migrants sont portés disparus au large de la Libye »
        numeral = found.count.numeral
        if max(numeral.value or 0, numeral.magnitude or 0) >= _HUGE and len(self._authors) > 1:
            return False  # the dead of a war are not all those of who struck last
        if self._is_of_war(line):
            return False
        harm = found.harm
        if harm is not None and harm.side == "right" and harm.bond == "clause" and self.author_country is not None:
            doers = line.folds[max(0, harm.group - _CLAUSE) : harm.group]
            if not self.words.enemies.isdisjoint(doers) or not self.words.unnamed.keys().isdisjoint(doers):
                return False  # « les terroristes ont tué douze villageois »: no army's deed
        if head in self.words.attackers or head in self.words.enemies or self._is_own(line, found.count):
            return False
        if not self.words.strangers.isdisjoint(line.folds) and not self.words.by.isdisjoint(line.folds):
            return False
        return not any(
            fold in self.words.nobody and not self._is_backdrop(line, at) for at, fold in enumerate(line.folds)
        )

    def _names_place(self, line: Line) -> bool:
        """Whether the sentence says itself where it was."""
        first = bisect_left(self._places, line.sentence.start)
        return first < len(self._places) and self._places[first] < line.sentence.end

    def _is_of_war(self, line: Line) -> bool:
        """Whether the sentence counts from the outbreak of a war: « depuis le début de la guerre »."""
        words = self.words
        if words.outbreaks.isdisjoint(line.folds):
            return False
        for at, fold in enumerate(line.folds):
            behind = line.folds[at + 1 : at + 6] if fold in words.outbreaks else []
            if not words.wars.isdisjoint(behind):  # « l'invasion russe » names who made it
                return self.author_country is None or self.author_country not in map(
                    self.countries.by_adjective, behind
                )
        return False

    def _is_backdrop(self, line: Line, at: int) -> bool:
        """Whether a war is only where something happens: « une région en proie à la guerre », « un crime de guerre »."""
        return not self.words.backdrops.isdisjoint(line.folds[max(0, at - 3) : at])

    def _is_own(self, line: Line, count: Count) -> bool:
        """Whether those counted serve the state that did the deed, or are its people in its enemy's hands."""
        words, code = self.words, self.author_country
        if code is None or not (line.fold(count.head) in words.servants or line.fold(count.head) in words.hostages):
            return False
        adjectives = {self.countries.by_adjective(fold) for fold in line.folds[count.head + 1 : count.end + 1]} - {None}
        return code in adjectives or not adjectives

    def _is_admitted(self, line: Line, count: Count) -> bool:
        """Whether who admits these did it: civilians or a deed; « la Russie reconnaît 63 morts » are its own."""
        counted = line.lexicon.counted
        group = counted.people.get(line.fold(count.head))
        civil = group is not None and group not in ("combatants", "unspecified")
        words = line.folds[count.first : count.end + 1]
        return civil or not counted.civil.isdisjoint(words) or not self.words.deeds.isdisjoint(line.folds)

    def _is_of(self, line: Line, count: Count, country: str | None) -> bool:
        """Whether those counted serve a country, by the adjective behind them."""
        behind = line.folds[count.head + 1 : count.end + 1]
        return line.fold(count.head) in self.words.servants and country in map(self.countries.by_adjective, behind)

    def _loser(self, found: Found, chain: Sequence[Attribution]) -> Entity | None:
        """Who tells of losses of his own: « l'armée a perdu 30 hommes », « Kiev dit avoir perdu 30 hommes »."""
        harm = found.harm
        if harm is None or not harm.blameless or harm.side != "right":
            return None
        return self.parties.in_front(harm.end - 1, _CLAUSE) or _speaker(chain)

    def _name(self, entity: Entity) -> str:
        """A ministry's deed is its state's; an army, by whatever name, or a group stands for itself."""
        if entity.kind == "body" and entity.country:
            return self.countries.state(entity.country).name
        if entity.kind == "party" and entity.country:
            adjective = self.countries.adjective_en(entity.country)
            if entity.name.removeprefix(f"{adjective} ") in self.words.armies:
                return f"{adjective} {self.words.army}"
        return entity.name

    def _in_sentence(self, found: Found, chain: Sequence[Attribution]) -> Entity | None:
        harm, count, parties = found.harm, found.count, self.parties
        if found.effect == "struck":
            owner = parties.owner(count.head) or parties.adjective(count.head + 1)
            if owner is None and parties.line.fold(count.first - 1) in parties.line.lexicon.figures.aside:
                return parties.of_deed(count.first)  # « ont été tuées dans sept frappes »
            return owner or parties.in_front(count.first, _CLAUSE) or parties.of_deed(count.first) or _speaker(chain)
        if harm is not None and not harm.blameless:
            agent = parties.doer(harm.end, harm.end + 26) if harm.suffered else None
            if agent is None and harm.side == "right" and harm.bond == "clause":
                # « l'armée a tué », « reconnaît avoir tué », « accuse la coalition d'avoir tué »
                agent = parties.in_front(harm.end - 1, _CLAUSE)
            if agent is not None:
                return agent
        made = maker(parties, count.first)
        if made is not None and not parties.tells_own(count.first, count.end):
            return made
        if found.effect in _HELD:
            return parties.holder(count.end)
        if found.effect not in _VIOLENT:
            displaced = found.effect == "displaced" and harm is not None
            return fled(parties) or parties.of_deed(count.first) if displaced else None
        loser = self._loser(found, chain)
        if loser is not None:
            return parties.enemy(loser) or self._only_foe(loser)
        admits = self.author is None and bool(chain) and chain[-1].stance == "admit"
        boasts = self._is_boast(parties.line, found)
        clashed = parties.of_deed(count.first) or parties.attacker() or aggressor(parties) or parties.clashed()
        if clashed is None and (boasts or (admits and self._is_admitted(parties.line, count))):
            clashed = _speaker(chain)
        own = parties.tells_own(count.first, count.end)
        if clashed is not None and self._serves_state(clashed) and self._is_of(parties.line, count, clashed.country):
            return None  # « 12 soldats turcs tués dans l'opération turque »
        if clashed is not None and own:
            return clashed if clashed != (parties.in_front(count.first, _CLAUSE) or _speaker(chain)) else None
        return clashed


def filled(figures: Sequence[Figure], author: str, loose: Set[str]) -> list[Figure]:
    """The figures, those of one event of violence without a party laid at the door of `author`, blamed for it later.

    So are those of a party in `loose`.
    """
    return [replace(f, perpetrator=author) if _is_open(f, loose) else f for f in figures]


def _is_open(figure: Figure, loose: Set[str]) -> bool:
    nobody = figure.perpetrator is None or figure.perpetrator in loose
    return nobody and figure.effect in _VIOLENT and figure.scope == "incident"


def headlines(figures: Sequence[Figure], titled: Set[str]) -> list[Figure]:
    """The figures, those of headlines with the party of the first figure of the same effect below.

    `titled` are the ids of the figures that stand in headlines.
    """
    found: list[Figure] = []
    for figure in figures:
        if figure.id in titled and figure.perpetrator is None and figure.effect in _VIOLENT:
            below = [f for f in figures if f.id not in titled and f.effect == figure.effect]
            # the same count, else an incident's, else any
            below.sort(key=lambda f: (f.value != figure.value, f.scope != "incident"))
            figure = replace(figure, perpetrator=below[0].perpetrator if below else None)
        found.append(figure)
    return found


def _is_party(entity: Entity) -> bool:
    """Whether the entity can do harm or answer for those who do."""
    return entity.kind in _KINDS and (entity.kind == "party" or entity.country is not None)


def _speaker(chain: Sequence[Attribution]) -> Entity | None:
    """The innermost source, where it can do harm."""
    entity = chain[-1].entity if chain else None
    return entity if entity is not None and _is_party(entity) else None


def _is_doubted(line: Line) -> bool:
    """Whether the sentence reports with reserve, or reports a denial."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    doubts = figures.deny | figures.dispute | figures.doubt
    return any(
        form.mood == "conditional" or lemma in doubts
        for index in range(line.end)
        if line.finite(index) or verbs.is_auxiliary(line.fold(index - 1))
        for lemma, form in verbs.analyses(line.folds[index])
        if form.person == 3 or form.mood == "participle"
    )
