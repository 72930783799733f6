"""Named parties: those whom a sentence names, by name or by a plain word that the article has for them."""

from bisect import bisect_left
from collections.abc import Sequence, Set

from recoupe.gazetteers import Gazetteers
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Entity, Sentence
from recoupe.stages.claim.doers.leaders import led
from recoupe.stages.claim.doers.named_lands import NamedLands
from recoupe.stages.claim.doers.parties import Parties
from recoupe.stages.claim.doers.party import Party, land_ruled
from recoupe.stages.claim.doers.stand_ins import ruled, stand_ins
from recoupe.stages.claim.words.agents import is_party, serves_state
from recoupe.stages.claim.words.line import QUOTES, Line

_STEM = 6
"""How many letters of « rebelles » a name shows that is called so (« rébellion tchétchène »)."""
_NAMED = 5
"""Within how many words from « jihadistes » the name of their group may follow."""


class NamedParties:
    """Sentence after sentence of one article: it remembers which group the article calls by a plain word."""

    def __init__(self, annotations: Annotations, words: AgentWords, gazetteers: Gazetteers, lands: NamedLands) -> None:
        self._words = words
        self._countries = countries = gazetteers.countries
        self._known = gazetteers.actors.lookup
        self._fighters = gazetteers.actors.fighters
        self._led_by = gazetteers.actors.led_by
        self._lands = lands
        self._land = lands.most
        bystanders = gazetteers.actors.bystanders
        self._mentions = [m for m in annotations.mentions if is_party(m.entity) and m.entity.id not in bystanders]
        self._starts = [m.span.start for m in self._mentions]
        self._sentences = annotations.sentences
        self._rulers = [m for m in annotations.mentions if land_ruled(m, countries) is not None]
        self._occupier = self._who_occupies()
        others = [m for m in self._mentions if m.entity.id not in gazetteers.actors.missions]
        self._groups = [
            m for m in others if m.entity.kind == "party" and not serves_state(m.entity, gazetteers.countries)
        ]
        """Where the article names an armed group."""
        self._harbouring = {m.entity.country for m in self._groups if m.entity.country is not None}
        """The lands whose armed groups the article names."""
        self._visited = any(self._is_foreign(m.entity, gazetteers.actors.missions) for m in self._mentions)
        """Whether the article names the forces of another land, which may be those in the air."""
        self._called: dict[str, Entity | None] = {}
        """The group that the article calls by a plain word (« les jihadistes »); None where it calls several so."""
        self.blamed: Entity | None = None
        """The group at whose door a deed was laid last."""
        self.loose: set[str] = set()
        """The authors that are no more than « rebels »: who owns up to the deed is who they were."""
        self._counted: set[Entity] = set()
        """Whose people the sentence at hand counts."""

    def of(self, line: Line, covered: Set[int]) -> Parties:
        """The parties of the sentence; `covered` are the words of its counts, which name only who was counted."""
        first = bisect_left(self._starts, line.sentence.start)
        here = self._mentions[first : bisect_left(self._starts, line.sentence.end, first)]
        named = [Party(line.first_at(m.span.start), line.first_at(m.span.end), m.entity) for m in here]
        named = [p for p in named if not _is_label(line, p) and not self._is_specified(line, p, named)]
        counted = [p for p in named if p.first in covered and not self._acts(line, p, covered)]
        self._counted = {p.entity for p in counted}
        named = self._with_kinds(line, named)
        named = [p for p in named if covered.isdisjoint(range(p.first, p.end)) or self._acts(line, p, covered)]
        parties = Parties(line, named, self._words, self._countries, self._lands)
        parties.counted = counted
        return parties

    def only_group_of(self, parties: Parties) -> str | None:
        """The name of the armed group that serves no state, where a sentence names but one."""
        known = {m.entity for m in self._groups}
        # not « depuis la guerre de 2006 contre le Hezbollah »
        since = next((i for i, f in enumerate(parties.line.folds) if f in self._words.since), parties.line.end)
        named = {p.entity for p in parties.named if p.first < since and not _is_beside(parties.line, p, self._words)}
        named &= known
        return named.pop().name if len(named) == 1 else None

    def army(self) -> Entity | None:
        """The first army that the article names of the land that it is about."""
        of_land = (m.entity for m in self._mentions if m.entity.kind == "party" and m.entity.country == self._land)
        return next((e for e in of_land if self._land is not None and serves_state(e, self._countries)), None)

    def _is_foreign(self, entity: Entity, missions: Set[str]) -> bool:
        armed = entity.kind == "party" and (serves_state(entity, self._countries) or entity.id in missions)
        return armed and entity.country != self._land

    def _acts(self, line: Line, party: Party, covered: Set[int]) -> bool:
        """« par plusieurs centaines de combattants de Boko Haram »: whether those counted are the agents."""
        first = party.first
        while first in covered:
            first -= 1
        return line.fold(first) in self._words.by

    def _with_kinds(self, line: Line, named: list[Party]) -> list[Party]:
        """The parties with those whom a plain word names (« des jihadistes »), where no name covers it."""
        kinds, unnamed = self._words.kinds, self._words.unnamed
        inside = {at for p in named for at in range(p.first, p.end)}
        more = self._pairs(line, named) + led(line, self._words, self._led_by)
        inside.update(at for p in more for at in range(p.first, p.end))
        for at in [i for i, fold in enumerate(line.folds) if fold in kinds and i not in inside]:
            name = kinds[line.folds[at]]
            group = self._specified(line, at, named)
            if group is not None:  # « les jihadistes du groupe X »: so the article calls X
                self._called[name] = group if self._called.get(name, group) == group else None
                continue
            several = line.folds[at] in self._words.bands and line.folds[at].endswith(self._words.plurals)
            called = self._called.get(name) or (self._alone(line, at) if _is_plain(name) and not several else None)
            if called is None and _is_plain(name):
                self.loose.add(name)
            more.append(Party(at, at + 1, called or Entity(f"kind-{name}", "party", name)))
        for at in [i for i, fold in enumerate(line.folds) if fold in unnamed and i not in inside]:
            if (self._does(line, at) or self._opens(line, at)) and self._specified(line, at, named) is None:
                more.append(Party(at, at + 1, self._meant(line, at)))
            elif line.folds[at] in self._words.enemies and self._is_agent(line, at, at):
                more.append(Party(at, at + 1, self._meant(line, at)))  # « les terroristes ont tué »
        more += self._soldiers(line, inside)
        more += self._described(line, inside)
        more += self._taken_up(line, inside)
        inside.update(at for p in more for at in range(p.first, p.end))
        states = stand_ins(
            line, self._words, self._countries, self._land, self._occupier, self._harbouring, self._is_agent
        )
        more += [p for p in states if inside.isdisjoint(range(p.first, p.end))]
        if self._rulers:
            start, end = line.sentence.start, line.sentence.end
            here = [m for m in self._rulers if start <= m.span.start < end]
            more += ruled(line, self._words, self._countries, here)
        return sorted([*named, *more], key=lambda p: p.first) if more else named

    def _pairs(self, line: Line, named: list[Party]) -> list[Party]:
        """Those whom two words name (« des groupes armés »), where no name follows them."""
        return [
            Party(at, at + 2, self._alone(line, at) or Entity(f"kind-{name}", "party", name))
            for pair, name in self._words.kinds_of_two.items()
            if pair[0] in line.words and pair[1] in line.words
            for at in range(line.end - 1)
            if line.folds[at] == pair[0] and line.folds[at + 1] == pair[1]
            if self._specified(line, at + 1, named) is None
        ]

    def _soldiers(self, line: Line, inside: set[int]) -> list[Party]:
        """« tués par les militaires », « des soldats ont abattu »: the army of the land, where no word says whose."""
        words = self._words
        soldiers = words.soldiers if self._visited else either(words.soldiers, words.flyers, words.craft)
        if self._land is None or soldiers.isdisjoint(line.words):
            return []
        land = self._countries.record(self._land).occupier or self._land
        adjective = self._countries.adjective_en(land)
        name = f"{adjective} {self._words.army}"
        army = self._known(name) or Entity(f"army-{land}", "party", name, country=land)
        return [
            Party(at, at + 1, army)
            for at, fold in enumerate(line.folds)
            if fold in soldiers
            and at not in inside
            and (self._is_agent(line, at, at) or line.fold(at - 2) in words.accusing)
            and not (fold in words.craft and line.fold(at - 1) in words.told)
        ]

    def _who_occupies(self) -> Entity | None:
        """Whose army holds the land that the article is about, or the only foreign one that it names."""
        if self._land is None:
            return None
        armies = {
            m.entity.country
            for m in self._mentions
            if m.entity.kind == "party" and serves_state(m.entity, self._countries)
        }
        foreign = armies - {self._land, None}
        code = self._countries.record(self._land).occupier or (foreign.pop() if len(foreign) == 1 else None)
        return self._countries.state(code) if code is not None else None

    def _described(self, line: Line, inside: set[int]) -> list[Party]:
        """The group told last, where a plain noun stands for it and acts: « la secte a tué », « par le groupe »."""
        words = self._words
        if words.descriptions.isdisjoint(line.words) and words.same.isdisjoint(line.words):
            return []
        found: list[Party] = []
        for at, fold in enumerate(line.folds):
            if fold in words.hands and at not in inside and self._same(line, at):
                group = self._group_before(line.sentence.tokens[at].start)
                found += [Party(at, at + 1, group)] if group is not None else []
                continue
            if fold not in words.descriptions or at in inside or line.fold(at - 1) not in words.told:
                continue
            verb = at + 1
            while verb < at + 3 and verb < line.end and not line.finite(verb) and line.folds[verb].isalpha():
                verb += 1
            agent = at > 1 and line.fold(at - 2) in words.by  # « tuées par le groupe islamiste »
            acts = agent or (verb < line.end and line.finite(verb) and (at == 1 or self._bounds(line, at - 2)))
            group = self._group_before(line.sentence.tokens[at].start) if acts else None
            if group is not None:
                found.append(Party(at, at + 1, group))
        return found

    def _taken_up(self, line: Line, inside: set[int]) -> list[Party]:
        """« Les X sont entrés dans la ville. Ils ont tué douze civils »: those who are the subject of the sentence before."""
        if line.folds[0] not in self._words.they or 0 in inside or not line.sentence.index:
            return []
        last = self._sentences[line.sentence.index - 1]
        subject = self._subject(last) if last.block == line.sentence.block else None
        return [Party(0, 1, subject)] if subject is not None else []

    def _subject(self, sentence: Sentence) -> Entity | None:
        """The party, told as several, that opens a sentence."""
        words, folds = self._words, sentence.folds
        first = bisect_left(self._starts, sentence.start)
        mention = self._mentions[first] if first < len(self._mentions) else None
        if mention is None or mention.entity.kind != "party" or mention.span.start >= sentence.end:
            return None
        before = folds[: sentence.first_at(mention.span.start)]
        opened = before[0] if before else folds[0]
        return mention.entity if opened in words.several_of and all(_leads(words, f) for f in before) else None

    def _same(self, line: Line, at: int) -> bool:
        """« par les mêmes miliciens »: whether fighters are said to be those told before."""
        words = self._words
        return line.fold(at - 1) in words.same and line.fold(at - 2) in words.told and line.fold(at - 3) in words.by

    def _group_before(self, offset: int) -> Entity | None:
        """The armed group, serving no state, that did the last deed, or was named last before an offset of the document."""
        if self.blamed is not None:
            return self.blamed
        return next((m.entity for m in reversed(self._groups) if m.span.start < offset), None)

    def _is_agent(self, line: Line, start: int, at: int) -> bool:
        """Whether a word for soldiers, with nothing but an article, is the agent of a passive or opens its clause.

        It begins at word `start` and ends with word `at`.
        """
        first = start - 1
        if line.fold(first) not in line.lexicon.words.openers:
            if not (self._words.fronted and (first < 0 or line.finite(first) or self._bounds(line, first))):
                return False
            first = start  # « soldiers killed », where no article is wanted
        if line.fold(first - 1) in self._words.by:
            behind = line.folds[at + 1 : at + 3]
            foreign = any(self._countries.by_adjective(f) is not None for f in behind)
            return not foreign and self._words.strangers.isdisjoint(behind)
        led = first == 1 and line.folds[0] in line.lexicon.words.adverbs  # « Ensuite les soldats sont entrés »
        opens = first == 0 or led or self._bounds(line, first - 1) or (first == start and line.finite(first - 1))
        verb = at + 1
        while line.fold(verb) in line.lexicon.words.clitics:  # « les militaires s'étaient lancés »
            verb += 1
        return opens and verb < line.end and line.finite(verb)

    def _bounds(self, line: Line, at: int) -> bool:
        """Whether a clause may begin behind a word, or its agent."""
        words = line.lexicon.words
        return line.stops(at) or line.folds[at] in (",", *words.subordinators) or line.folds[at] in self._words.by

    def _opens(self, line: Line, at: int) -> bool:
        """Whether a word for fighters is the subject of a verb right behind it: « les paramilitaires bombardent »."""
        if line.folds[at] in self._words.enemies:
            return False
        # « des miliciens gouvernementaux ont tué »
        beside = line.fold(at - 1) in self._words.hands and self._is_agent(line, at - 1, at)
        return beside or self._is_agent(line, at, at)

    def _does(self, line: Line, at: int) -> bool:
        """Whether a word for fighters stands behind a deed as its adjective, or behind « by »: « tirs rebelles »."""
        words, before = self._words, line.fold(at - 1)
        fronting = bool(words.fronted) and line.fold(at + 1) in words.deeds
        ahead = line.fold(at - 2)
        beside = (
            fronting
            or before in words.deeds
            or (ahead in words.deeds and before not in line.lexicon.words.openers)
            or (before in words.of_told and (ahead in words.deeds or ahead in words.advances))
            # « une embuscade de la guérilla »
            or (ahead in line.lexicon.figures.of and before in words.told and line.fold(at - 3) in words.deeds)
        )
        beside = beside or (before in words.blamed_on and ahead in words.blaming)  # « attribuée aux rebelles »
        if line.folds[at] in words.enemies and not beside and before in QUOTES:
            beside = ahead in words.of_told and line.fold(at - 3) in words.deeds
            if beside:
                return True  # « des tirs de roquettes des « terroristes » »
        if beside and line.folds[at] not in words.enemies:  # « une attaque terroriste » is anybody's
            return True
        first = at - (before in QUOTES)  # « tués par des « terroristes » »
        return line.fold(first - 1) in words.links and not words.by.isdisjoint(
            line.folds[max(0, first - 3) : first - 1]
        )

    def _meant(self, line: Line, at: int) -> Entity:
        """Whom a plain word for fighters means, who are not those whose people they are said to have killed: « dix combattants de X
        tués par les terroristes »."""
        meant = self._alone(line, at) or self._of_land(line.folds[at])
        behind_by = not self._words.by.isdisjoint(line.folds[max(0, at - 2) : at])
        if meant not in self._counted or not behind_by:
            return meant
        name = self._words.unnamed[line.folds[at]]
        return Entity(f"kind-{name}", "party", name)

    def _alone(self, line: Line, at: int) -> Entity | None:
        """« les jihadistes », « un tir des terroristes »: the only group of the article that serves no state; « les rebelles » are
        that group where a deed was laid at its door."""
        before = line.fold(at - 1)
        of_deed = before in self._words.of_told and (
            line.fold(at - 2) in either(self._words.deeds, self._words.hands, self._words.advances)
        )
        if before not in self._words.told and not of_deed:
            return None
        only = self._only_group()
        sure = line.folds[at] in self._words.enemies or line.folds[at] in self._words.kinds
        at_home = only is not None and only.country is not None  # and no branch of a group of many lands
        return only if sure or (only is not None and (at_home or only == self.blamed)) else None

    def _only_group(self) -> Entity | None:
        """The armed group that serves no state, where the article names but one."""
        groups = {m.entity for m in self._groups}
        return groups.pop() if len(groups) == 1 else None

    def _of_land(self, word: str) -> Entity:
        """« les rebelles »: the only group that the article calls so, or that it names of the land that it is about; else
        those of the land."""
        name, stem = self._words.unnamed[word], word[:_STEM]
        groups = {m.entity for m in self._mentions if m.entity.kind == "party" and stem in m.span.text.lower()}
        if not groups and word in self._words.alone and (only := self._only_group()) is not None:
            groups = {only}
        if len(groups) == 1:
            return groups.pop()
        at_home = {m.entity for m in self._groups if m.entity.country == self._land}
        if len(at_home) == 1:
            return at_home.pop()
        at_war = self._land is not None and word not in self._words.enemies
        known = self._fighters(self._land, name) if at_war and self._land is not None else None
        # Boko Haram in a land that has separatists of its own
        abroad = known is not None and self.blamed is not None and self.blamed.country != self._land
        if self.blamed is not None and self._only_group() == self.blamed and not abroad:
            return self.blamed
        if self._land is not None and word not in self._words.enemies:
            if known is not None:
                return known
            name = f"{self._countries.adjective_en(self._land)} {name}"
        self.loose.add(name)
        return Entity(f"kind-{name}", "party", name)

    def _is_specified(self, line: Line, party: Party, named: Sequence[Party]) -> bool:
        """« les séparatistes kurdes du PKK »: whether fighters of a people or land are those of the party behind them."""
        if party.entity.kind != "party" or party.entity.name.split()[-1] not in self._words.unnamed.values():
            return False
        of = line.lexicon.figures.of
        behind = (p for p in named if p.entity.kind == "party" and party.end < p.first <= party.end + 2)
        return any(line.fold(party.end) in of and line.folds[p.first - 1] in self._words.links for p in behind)

    def _specified(self, line: Line, at: int, named: list[Party]) -> Entity | None:
        """The party whose name follows its kind: « les jihadistes du groupe X », « le groupe jihadiste X »."""
        words = self._words
        for party in named:
            if party.entity.kind == "party" and at < party.first <= at + _NAMED:
                between = line.folds[at + 1 : party.first]
                if len(between) > 1 and between[-1] not in words.hands and not line.finite(at + 1):
                    between = between[1:]  # « les séparatistes kurdes du PKK »
                if "," not in between and all(f in words.links or f in words.hands for f in between):
                    return party.entity
        return None


def _leads(words: AgentWords, fold: str) -> bool:
    """Whether a word may stand before the name of a party that opens a sentence."""
    return fold in words.several_of or fold in words.links or fold in words.hands


def _is_plain(name: str) -> bool:
    """Whether those called so are nobody's in particular (`Islamist militants`), and no group by its name (`Taliban`)."""
    return name.split()[-1].islower()


def _is_label(line: Line, party: Party) -> bool:
    """Whether a name only stands before a sentence: « Afghanistan Un kamikaze s'est fait exploser »."""
    tokens = line.sentence.tokens
    if party.first or party.end >= line.end:
        return False
    after = tokens[party.end]
    return after.text[0].isupper() and after.fold in line.lexicon.words.openers and not tokens[0].text.isupper()


def _is_beside(line: Line, party: Party, words: AgentWords) -> bool:
    """Whether a group's own fighters are told among those who fell: « deux miliciens X et trois soldats ont été tués »."""
    at = party.first - 1
    while at > 0 and line.folds[at] in line.lexicon.words.openers:
        at -= 1
    if at < 0 or line.folds[at] not in words.hands:
        return False
    for before in range(at - 1, max(-2, at - _NAMED), -1):
        if before < 0 or line.stops(before) or line.folds[before] in (",", *line.lexicon.words.coordinators):
            return True
        if line.folds[before] in line.lexicon.figures.aside or line.folds[before] in line.lexicon.figures.of:
            return False
    return False
