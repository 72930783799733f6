"""Perpetrator: the party said to have caused the harm, in the sentence itself or as the author of the event."""

from bisect import bisect_right
from collections.abc import Sequence, Set

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.doers.authors import Authors, Reach
from recoupe.stages.claim.doers.back_home import is_back_home
from recoupe.stages.claim.doers.camps import Camps
from recoupe.stages.claim.doers.crossfire import is_in_crossfire
from recoupe.stages.claim.doers.deeds_apart import is_of_answered, is_of_crash
from recoupe.stages.claim.doers.doer import doer, is_of_own, is_told_by
from recoupe.stages.claim.doers.entries import entries
from recoupe.stages.claim.doers.foes import are_enemies, are_foes
from recoupe.stages.claim.doers.implied_doers import exchanged
from recoupe.stages.claim.doers.inheriting import Inheriting
from recoupe.stages.claim.doers.named_lands import NamedLands
from recoupe.stages.claim.doers.named_parties import NamedParties
from recoupe.stages.claim.doers.new_deeds import brings_in
from recoupe.stages.claim.doers.suspects import Suspects
from recoupe.stages.claim.doers.told_victims import ToldVictims
from recoupe.stages.claim.words.agents import VIOLENT, agent_words, gate, serves_state
from recoupe.stages.claim.words.events import events_of
from recoupe.stages.claim.words.line import Line

_VERB = 3
"""How many words before those carried off the verb may stand."""


class Perpetrators:
    """Who did it, sentence after sentence of one article: it remembers who attacked last, and who holds people."""

    def __init__(
        self,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self._words = words = agent_words(pack)
        self._countries = gazetteers.countries
        self._events = events_of(pack)
        self._sentences = annotations.sentences
        self._entries = entries(annotations, self._events, words)
        self._entry = 0
        """How many entries of a live page or chronicle have begun."""
        self.gate = gate(words)
        """The words without which no sentence needs to be entered that has no figures."""
        lands = NamedLands(annotations)
        self._authors = Authors(words, gazetteers, lands)
        self._named = NamedParties(annotations, words, gazetteers, lands)
        self.loose = self._named.loose
        """The authors that are no more than « rebels »: who owns up to the deed is who they were."""
        self._suspects = Suspects(annotations, attributions, words, gazetteers, self._authors, self.loose)
        self._camps = Camps(attributions, words, gazetteers.countries)
        self._victims = ToldVictims(annotations.sentences, words, self._authors, self._named)
        self.lent = self._victims.lent
        """The victims laid at the door of whom another sentence tells, as nobody else is told in theirs."""
        self._inheriting = Inheriting(annotations.sentences, words, self._authors, self._victims)
        self.headlined = False
        """Whether only the headline has told the author so far."""
        self._holder: str | None = None
        self._besieger: str | None = None
        """Who is said to besiege a town or to be on the offensive against it."""
        self._boasting: str | None = None
        """Who told of dead « terrorists » first."""
        self._told_here = False
        self._fought = False
        """Whether the article tells of fighting, which may have killed those whom nobody is said to have struck."""
        self.unrest = False
        """Whether the article has told of protests."""
        self.disputed: str | None = None
        """Who was taken for the author up to this sentence, where now the two sides accuse each other."""
        self.blamed_in = -1
        """The last sentence that lays a deed at somebody's door."""

    def enter(self, line: Line, covered: Set[int], values: Set[float] = frozenset()) -> str | None:
        """Takes in a sentence before its figures are asked about; `covered` are the words of its counts.

        `values` are the numbers of those counts: an attack that has made as many victims as one before is the same.

        The answer is a party at whose door it lays what was told before (« attribue ce raid à X »), else None.
        """
        self._parties = self._named.of(line, covered)
        self._camps.meet(self._parties)
        self._fought = self._fought or not self._words.clashes.isdisjoint(line.words)
        besieger = self._parties.besieger()
        if besieger is not None:
            self._besieger = self._authors.name(besieger)
            self._authors.wages(besieger)
        self.disputed = self._suspects.disputed(self._parties)
        if self.disputed:
            self._authors.last = None
            return None
        blamed = self._suspects.blamed(self._parties)
        author = blamed or self._suspects.told(self._parties)
        self._told_here = False
        entry = bisect_right(self._entries, line.sentence.index)
        if entry != self._entry or self._events.is_entry(line.sentence.tokens):
            self._entry, self._authors.last = entry, None  # each entry of a live page has news of its own
        # of an attack on a protest, those who protest are the victims
        unrest = not self._words.protests.isdisjoint(line.words) and self._words.deeds.isdisjoint(line.words)
        if author is not None:
            self._blame(author, line)
            self._camps.attack(author, self._parties)
        elif unrest and not self.unrest and self._authors.is_group:
            self._authors.last = None  # a group's raid is over where the anger at it is told
        elif self._is_new(values, counting=bool(covered)):
            # shells on a town under siege are the besieger's; the next strike is his who alone has struck so far
            self._authors.last = None if self._words.shelling.isdisjoint(line.words) else self._besieger
            self._authors.last = self._authors.last or self._authors.striker(line)
        elif line.sentence.kind == "paragraph" and not line.lexicon.triggers.isdisjoint(line.words):
            self.headlined = False
        self.unrest = self.unrest or unrest
        return self._authors.last if blamed is not None else None

    def _is_new(self, values: Set[float], *, counting: bool) -> bool:
        """Whether the sentence tells of a deed that is none of those told, and counts other victims."""
        new = brings_in(self._parties, self._authors, self.loose, counting=counting)
        return new and not self.headlined and self._victims.numbers.isdisjoint(values)

    def of(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The party's usual English name; None where the text names none or leaves it open. `enter` comes first."""
        name = self._of(line, found, chain)
        self._victims.pass_on(line.sentence, found)
        return name

    def _of(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        parties, victims, violent = self._parties, self._victims, found.effect in VIOLENT
        victims.meet(parties, found)
        if violent and (is_of_answered(parties, found.count) or is_of_crash(line, found, self._words)):
            victims.excuse(found)
            return None
        if violent and is_in_crossfire(parties, found, self._countries):
            victims.excuse(found, own=True)
            return None
        fought = exchanged(parties, found.count.end) if violent else None
        if fought is not None:
            victims.made[found.count] = self._authors.name(fought)
            return self._authors.name(fought)
        struck, entity = self._authors.struck, self._doer(found, chain)
        at_home = entity is not None and violent and not is_told_by(parties, found)
        if entity is not None and at_home and is_back_home(parties, found.count, entity):
            victims.excuse(found)
            return None
        name = self._named_by(line, found, chain, entity, struck)
        own = name is not None and violent and victims.are_theirs(parties, found, name, struck)
        name = None if own else name
        victims.lay(parties, found, name, told=entity is not None, own=own)
        if name is None and violent:
            victims.lose(parties, found, chain)
            victims.leave_open(parties, found, chain)
        if name is None and found.effect == "detained":
            name = self._authors.jailer(line, found.count)
            victims.lend(line, found)
        return name

    def _doer(self, found: Found, chain: Sequence[Attribution]) -> Entity | None:
        """Who did it by the words of the sentence alone."""
        violent = found.effect in VIOLENT
        if violent and self._camps.are_foes_by_word(self._parties, found):
            return None
        entity = doer(self._parties, found, chain, known=self._authors.last is not None)
        own = entity is not None and violent and is_of_own(self._parties, found.count, entity)
        return None if own else entity

    def _named_by(
        self, line: Line, found: Found, chain: Sequence[Attribution], entity: Entity | None, struck: Set[str | None]
    ) -> str | None:
        """The name of who did it, by the sentence, by whose side it tells, or by what was told before."""
        name = self._authors.name(entity) if entity is not None else None
        if name is None and found.effect == "detained" and self._is_abducted(line, found):
            name = self._inheriting.author(self._parties, found, chain)
            return None if name in struck and self._victims.are_fighters(found.count, name) else name
        if found.effect in VIOLENT:
            return self._striker(line, found, chain, entity)
        if found.effect == "trapped" and not self._events.words.rubble.isdisjoint(line.words):
            return name or self._inheriting.author(self._parties, found, chain)  # whoever brought the house down
        if found.effect == "trapped":
            besieged = self._authors.is_group and not self._words.sieges.isdisjoint(line.words)
            besieger = self._besieger or (self._authors.last if besieged else None)
            self._holder = name = name or self._holder or besieger
        return name

    def _striker(self, line: Line, found: Found, chain: Sequence[Attribution], entity: Entity | None) -> str | None:
        """The name of who killed or hurt them, and of whom the article goes on to tell."""
        boasted = self._boasting is not None
        if entity is None and are_foes(line, found.count, self._words, boasted=boasted):
            return self._foe()
        self._victims.number(found)
        if entity is None:
            known, raided = self._authors.last is not None, bool(self._authors.struck)
            camp = self._camps.author(self._parties, found, chain, known=known, raided=raided)
            if camp is None:
                return self._inheriting.author(self._parties, found, chain)
            self._camps.strike(camp, self._parties, found)
            return self._authors.name(camp)
        name = self._authors.name(entity)
        self._camps.strike(entity, self._parties, found)
        if are_enemies(line, found.count, self._words):
            self._boasting = self._boasting or name
        elif not self._told_here and not self._answers(entity, line, found):
            # what is told first in a sentence is its news, the rest its background
            self._told_here = True
            self._blame(entity, line)
        return name

    @property
    def author(self) -> str | None:
        """Who is taken for the author of what the article is telling."""
        return self._authors.last

    @property
    def entry_start(self) -> int:
        """The offset at which the entry begins that the article is at; 0 where it has none."""
        return self._sentences[self._entries[self._entry - 1]].start if self._entry else 0

    @property
    def deeds(self) -> Set[str]:
        """The words for what the author did."""
        return self._authors.deeds

    @property
    def reach(self) -> Reach:
        """How far the deeds of the author go."""
        return self._authors.reach

    def are_own(self, count: Count) -> bool:
        """Whether those counted are the author's: attackers who fell, or soldiers of the state that he serves."""
        return self._victims.are_own(count)

    def refuse(self, count: Count) -> None:
        """Those counted are nobody's after all: they fell elsewhere, or on another day."""
        self._victims.refuse(count)

    def fled(self, line: Line, harm: Harm | None) -> str | None:
        """Whom those fled who left because of the event told last; None where nobody's deed may have driven them out."""
        left = harm is not None and harm.side == "left" and not harm.suffered  # and were not brought away
        return self._authors.last if left and self._words.nobody.isdisjoint(line.words) else None

    def striker_of(self, count: Count, land: str | None) -> str | None:
        """Who alone strikes in the whole article, for victims of nobody in a land that is not his; asked at its end.

        For soldiers whose side is told, the only other side that is.
        """
        return self._victims.striker_of(count, land, fought=self._fought)

    def _is_abducted(self, line: Line, found: Found) -> bool:
        """Whether those held were carried off in the attack that is told."""
        harm = found.harm
        if harm is None:  # « ils ont emmené neuf otages »
            before = line.folds[max(0, found.count.first - _VERB) : found.count.first]
            return line.fold(found.count.head) in self._words.hostages and not self._words.abducting.isdisjoint(before)
        return not self._words.abducting.isdisjoint(line.folds[harm.group : harm.end])

    def _answers(self, author: Entity, line: Line, found: Found) -> bool:
        """Whether a state killed fighters of the group whose deed is told, which remains its author: « 80 morts, dont
        30 membres de gangs, abattus par la police »."""
        count, harm = found.count, found.harm
        head = line.fold(count.head)
        behind = line.folds[count.head : max(count.end, harm.start if harm is not None else 0)]
        combatants = line.lexicon.counted.people.get(head) == "combatants"
        fighters = head not in self._words.servants and (combatants or not self._words.kinds.keys().isdisjoint(behind))
        return self._authors.is_group and fighters and serves_state(author, self._countries)

    def _foe(self) -> str | None:
        """Whom the attackers fought: who boasts of their death, else the army of the land that the text names."""
        army = self._named.army() if self._boasting is None else None
        return self._authors.name(army) if army is not None else self._boasting

    def _blame(self, author: Entity, line: Line) -> None:
        self._authors.blame(author, line)
        self.blamed_in = line.sentence.index
        self._victims.name_sides(self._parties, self._authors.name(author))
        if self._authors.is_group:
            self._named.blamed = author
        self.headlined = line.sentence.kind == "title"
