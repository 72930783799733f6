"""Perpetrator: the party said to have caused the harm, in the sentence itself or as the author of the event."""

from collections.abc import Sequence, Set

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Annotations, Entity, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Effect, Figure
from recoupe.stages.claim.agents import VIOLENT, agent_words, gate, serves_state
from recoupe.stages.claim.authors import Authors, Reach
from recoupe.stages.claim.back_home import is_back_home
from recoupe.stages.claim.camps import Camps
from recoupe.stages.claim.charges import accused, laid_at_door, membership, owner, responsible
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.crossfire import is_in_crossfire
from recoupe.stages.claim.deeds_apart import is_dated_apart, is_former, is_of_answered, is_of_crash
from recoupe.stages.claim.doer import doer, is_admitted, is_of_own, loser, losing, subject
from recoupe.stages.claim.events import events_of
from recoupe.stages.claim.foes import are_enemies, are_foes
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.harms import Harm
from recoupe.stages.claim.implied_doers import aggressor, exchanged, hallmark
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.named_lands import NamedLands
from recoupe.stages.claim.named_parties import NamedParties
from recoupe.stages.claim.new_deeds import is_judged, is_of_some, is_recalled, opener
from recoupe.stages.claim.own_reports import tells_own_side
from recoupe.stages.claim.own_victims import are_attackers, are_called_own, are_of, called_by, fighters_word, opposed_by
from recoupe.stages.claim.owning_up import owns_up
from recoupe.stages.claim.self_claims import SelfClaims
from recoupe.stages.claim.told_subjects import is_of_one_told

_VERB = 3
"""How many words before those carried off the verb may stand."""
_AGENT = 12
"""Within how many words behind the harm « by » stands."""
_MANY = 1000
_FEW = 9
"""No more victims than two events may well have made alike."""
_NOBODY = "nobody"
_ASKED = frozenset("?؟")
_TIMES = 20
"""How many times as many as one deed has made are those of a war."""


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
        self.gate = gate(words)
        """The words without which no sentence needs to be entered that has no figures."""
        lands = NamedLands(annotations)
        self._inverted = [a.cue for a in attributions if a.cue and a.source and a.source.start >= a.cue.end]
        """The cues with who speaks behind them."""
        self._authors = Authors(words, gazetteers, lands)
        self._named = NamedParties(annotations, words, gazetteers, lands)
        self.loose = self._named.loose
        """The authors that are no more than « rebels »: who owns up to the deed is who they were."""
        self._camps = Camps(attributions, words, gazetteers.countries)
        self._claims = SelfClaims(annotations, attributions, words, gazetteers.countries)
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
        self._charged: str | None = None
        """Who is only accused of the deed."""
        self.disputed: str | None = None
        """Who was taken for the author up to this sentence, where now the two sides accuse each other."""
        self._counted: set[float] = set()
        """The numbers of victims told so far."""
        self._made: dict[Count, str | None] = {}
        self._made_of: dict[tuple[Effect, float], str] = {}
        """Who made so many victims, by the sentence that tells it."""
        self._lost: dict[Count, tuple[Line, Entity | None]] = {}
        """The victims of nobody, with their sentence and who lost them."""
        self._beside: dict[Count, str | None] = {}
        """The only armed group that the sentence of such soldiers names."""
        self.their_own: set[Count] = set()
        """The attackers who fell, and those whom a side tells of as its own: whoever attacked did not do that."""
        self._last: tuple[Sentence, Found] | None = None
        """Those asked about last, and their sentence."""
        self._sentences = annotations.sentences
        self._people: dict[Count, Set[str]] = {}
        """The countries of whose people those counted are said to be."""
        self._nobodys: dict[Count, bool] = {}
        """The victims of whom no sentence has said whose they are, and that one who strikes from afar may have made; with
        whether theirs tells of a strike."""
        self.lent: set[Count] = set()
        """The victims laid at the door of whom another sentence tells, as nobody else is told in theirs."""
        self._fighters: dict[Count, str] = {}
        """By what word those counted are called who may be an armed group's own."""
        self._called: set[str] = set()
        """The words beside the names of the article's authors."""
        self._opposed: set[str] = set()
        """What those fighters are called whom the article's authors fight."""
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
        self.disputed = self._disputed(line)
        if self.disputed:
            self._authors.last = None
            return None
        blamed = laid_at_door(self._parties) or hallmark(self._parties) or self._responsible(line)
        author = blamed or self._told(line)
        self._told_here = False
        if self._events.is_entry(line.sentence.tokens):
            self._authors.last = None  # each entry of a live page has news of its own
        # of an attack on a protest, those who protest are the victims
        unrest = not self._words.protests.isdisjoint(line.words) and self._words.deeds.isdisjoint(line.words)
        if author is not None:
            self._blame(author, line)
            self._camps.attack(author, self._parties)
        elif unrest and not self.unrest and self._authors.is_group:
            self._authors.last = None  # a group's raid is over where the anger at it is told
        elif self._brings_in(line, counting=bool(covered)) and not self.headlined and self._counted.isdisjoint(values):
            # shells on a town under siege are the besieger's; the next strike is his who alone has struck so far
            self._authors.last = None if self._words.shelling.isdisjoint(line.words) else self._besieger
            self._authors.last = self._authors.last or self._authors.striker(line)
        elif line.sentence.kind == "paragraph" and not line.lexicon.triggers.isdisjoint(line.words):
            self.headlined = False
        self.unrest = self.unrest or unrest
        return self._authors.last if blamed is not None else None

    def of(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The party's usual English name; None where the text names none or leaves it open. `enter` comes first."""
        name = self._of(line, found, chain)
        self._last = (line.sentence, found)
        return name

    def _of(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        self._fighters[found.count] = fighters_word(self._parties, found)
        people = self._authors.people(line, found.count)
        if people and (line.fold(found.count.head) in self._words.servants or self._authors.are_held(people)):
            self._people[found.count] = people
        if found.effect in VIOLENT and is_of_answered(self._parties, found.count):
            self._made[found.count] = None
            return None
        if found.effect in VIOLENT and is_of_crash(line, found, self._words):
            self._made[found.count] = None
            return None
        if found.effect in VIOLENT and is_in_crossfire(self._parties, found, self._countries):
            self._made[found.count] = None
            self.their_own.add(found.count)
            return None
        struck = self._authors.struck
        fought = exchanged(self._parties, found.count.end) if found.effect in VIOLENT else None
        if fought is not None:
            self._made[found.count] = self._authors.name(fought)
            return self._authors.name(fought)
        foes = found.effect in VIOLENT and self._camps.are_foes_by_word(self._parties, found)
        entity = None if foes else doer(self._parties, found, chain, known=self._authors.last is not None)
        if entity is not None and found.effect in VIOLENT and is_of_own(self._parties, found.count, entity):
            entity = None
        home = entity is not None and found.effect in VIOLENT and not self._is_told_by(found)
        if entity is not None and home and is_back_home(self._parties, found.count, entity):
            self._made[found.count] = None
            return None
        name = self._authors.name(entity) if entity is not None else None
        abducted = entity is None and found.effect == "detained" and self._is_abducted(line, found)
        if abducted:
            name = self._inherited(line, found, chain)
            name = None if name in struck and self._are_fighters(found.count, name) else name
        elif entity is None and found.effect in VIOLENT and self._are_foes(line, found.count):
            name = self._foe()
        elif found.effect in VIOLENT:
            value = found.count.numeral.value
            if value is not None and value > 1 and found.effect != "struck":
                self._counted.add(value)
            if entity is not None:
                self._camps.strike(entity, self._parties, found)
            if entity is None:
                camp = self._camps.author(self._parties, found, chain, known=self._authors.last is not None)
                if camp is not None:
                    self._camps.strike(camp, self._parties, found)
                name = self._authors.name(camp) if camp is not None else self._inherited(line, found, chain)
            elif are_enemies(line, found.count, self._words):
                self._boasting = self._boasting or name
            elif not self._told_here and not self._answers(entity, line, found):
                # what is told first in a sentence is its news, the rest its background
                self._told_here = True
                self._blame(entity, line)
        elif found.effect == "trapped" and not self._events.words.rubble.isdisjoint(line.words):
            name = name or self._inherited(line, found, chain)  # whoever brought the house down
        elif found.effect == "trapped":
            besieged = self._authors.is_group and not self._words.sieges.isdisjoint(line.words)
            besieger = self._besieger or (self._authors.last if besieged else None)
            self._holder = name = name or self._holder or besieger
        if name is not None and found.effect in VIOLENT and self._is_their_own(found, name, struck):
            name = None
            self.their_own.add(found.count)
        self._made[found.count] = name
        own_dead = self._parties.tells_own(found.count.first, found.count.end)
        if name is None and (own_dead or line.fold(found.count.head) in self._words.attackers):
            self.their_own.add(found.count)
        if name is not None and entity is not None:
            self._made_of.setdefault((found.effect, found.count.numeral.value or 0), name)
        chance = but_for(self._words.nobody, self._words.wars)
        if name is None and found.effect in VIOLENT and chance.isdisjoint(line.words):
            self._lost[found.count] = (line, loser(self._parties, found, chain))
            # « et sept autres blessés »
            more = found.count.kind != "people" and any(self._lost[count][0] is line for count in self._beside)
            if more or line.fold(found.count.head) in self._words.servants:
                # « dix soldats tués en attaquant une base de X »
                self._beside[found.count] = self._named.only_group_of(self._parties)
        if name is None and found.effect == "detained":
            name = self._authors.jailer(line, found.count)
            if not is_of_one_told(line, found, self._words, self._sentences):
                self.lent.add(found.count)
        own = bool(chain) and chain[-1].stance == "admit" and not is_admitted(self._parties, found.count)
        own = own or tells_own_side(self._parties, found, chain, self._authors)
        if (
            name is None
            and not own
            and found.effect in VIOLENT
            and self._authors.may_be_struck(self._parties, found, chain)
            and self._authors.at_home(line, found.count) is None
            and not is_dated_apart(line, found, self._words, self._authors)
        ):
            self._nobodys[found.count] = not self._words.heavy.isdisjoint(line.words)
        return name

    @property
    def author(self) -> str | None:
        """Who is taken for the author of what the article is telling."""
        return self._authors.last

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
        if any(self._are_fighters(count, name) for name in self._authors.struck):
            return True
        return count in self.their_own or self._authors.is_of(self._people.get(count, frozenset()))

    def refuse(self, count: Count) -> None:
        """Those counted are nobody's after all: they fell elsewhere, or on another day."""
        self._made[count] = None
        self._nobodys.pop(count, None)

    def fled(self, line: Line, harm: Harm | None) -> str | None:
        """Whom those fled who left because of the event told last; None where nobody's deed may have driven them out."""
        left = harm is not None and harm.side == "left" and not harm.suffered  # and were not brought away
        return self._authors.last if left and self._words.nobody.isdisjoint(line.words) else None

    def striker_of(self, count: Count, land: str | None) -> str | None:
        """Who alone strikes in the whole article, for victims of nobody in a land that is not his; asked at its end.

        For soldiers whose side is told, the only other side that is.
        """
        struck = self._nobodys.get(count, False) or not self._fought
        if count in self._nobodys and struck and (only := self._authors.only_striker(land)) is not None:
            return only
        if count not in self._lost:
            return None
        line, lost_by = self._lost[count]
        return self._authors.beat(line, count, lost_by) or self._beside.get(count)

    def _is_told_by(self, found: Found) -> bool:
        """Whether « by » behind the harm says who did it."""
        harm = found.harm
        return harm is not None and harm.suffered and self._parties.doer(harm.end, harm.end + _AGENT) is not None

    def _is_their_own(self, found: Found, name: str, struck: Set[str | None]) -> bool:
        """Whether those counted are people of the group `name`, or attackers where it `struck` last, and no « by » says otherwise."""
        harm = found.harm
        if self._is_told_by(found):
            return False
        if harm is not None and harm.side == "right" and harm.bond == "clause" and not harm.blameless:
            killer = subject(self._parties, harm.group, harm.end - 1)
            if killer is not None and self._authors.name(killer) == name:
                return False  # « les X ont tué six X dissidents »
        deed = self._parties.of_deed(0)
        attacked = name in struck or (
            deed is not None and self._authors.is_band(deed) and self._authors.name(deed) == name
        )
        if attacked and (self._are_fighters(found.count, name) or are_attackers(self._parties, found.count)):
            return True
        return are_of(self._parties, found.count, name)

    def _beside_them(self, line: Line, found: Found) -> Count | None:
        """The count whose doer is theirs as well who are counted beside it, as far as it is known whose victims those are."""
        like = found.like.count if isinstance(found.like, Found) else None
        last = self._last[1].count if self._last is not None and self._last[0] is line.sentence else None
        beside = like or last
        if beside is None or beside not in self._made:
            return None
        if beside in self.their_own:
            # « quatre assaillants ont été tués et deux autres arrêtés », but « et douze autres personnes »
            alike = found.count.kind != "people" or line.fold(found.count.head) == line.fold(beside.head)
            return beside if alike and (like is not None or self._are_others(line, found.count)) else None
        if self._are_others(line, found.count):
            return beside  # « un soldat a été tué et trois autres ont été blessés »
        # « l'armée a tué 20 rebelles à X et douze à Y »
        told = found.carried and beside not in self.lent and self._made[beside] is not None
        return beside if told else None

    def _are_fighters(self, count: Count, author: str | None) -> bool:
        word = self._fighters.get(count, "")
        return author is not None and are_called_own(word, author, self._called, self._opposed, self._words)

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

    def _are_others(self, line: Line, count: Count) -> bool:
        return not line.lexicon.counted.others.isdisjoint(line.folds[count.first : count.end])

    def _are_foes(self, line: Line, count: Count) -> bool:
        return are_foes(line, count, self._words, boasted=self._boasting is not None)

    def _sums_up(self, line: Line, count: Count, value: float) -> bool:
        """Whether more are counted since a day than fell in the deed told: « depuis janvier, 120 civils ont péri »."""
        since = any(f in self._words.since and i in line.times for i, f in enumerate(line.folds))
        told = max(self._counted - {value}, default=0.0)
        return since and value > told > 0 and self._words.deeds.isdisjoint(line.words)

    def _foe(self) -> str | None:
        """Whom the attackers fought: who boasts of their death, else the army of the land that the text names."""
        army = self._named.army() if self._boasting is None else None
        return self._authors.name(army) if army is not None else self._boasting

    def _blame(self, author: Entity, line: Line) -> None:
        self._authors.blame(author, line)
        self.blamed_in = line.sentence.index
        self._opposed |= opposed_by(self._parties, self._authors.name(author))
        self._called |= called_by(self._parties, self._authors.name(author))
        if self._authors.is_group:
            self._named.blamed = author
        self.headlined = line.sentence.kind == "title"

    def _told(self, line: Line) -> Entity | None:
        """The author of an attack told as done; None when it is only supposed or reported with reserve."""
        author = self._parties.of_deed(0)
        if author is not None and but_for(self._words.deeds, self._words.means).isdisjoint(line.words):
            author = self._struck_with(author)
        if author is None and self._parties.named:
            author = self._parties.attacker() or aggressor(self._parties)
            if author is not None and self._authors.last is not None and not self._authors.is_other_army(author):
                author = None
        if author is not None and _is_doubted(line):
            author = None
        return author

    def _struck_with(self, owner: Entity) -> Entity | None:
        """Who struck, where a sentence names only the planes or guns of `owner`, which may have come to help.

        « X a attaqué la ville, avant que l'aviation n'intervienne »; None where the attack of a group is told already.
        """
        attacker = self._parties.attacker()
        if attacker is None and self._authors.is_group and serves_state(owner, self._countries):
            return None
        return attacker or owner

    def _disputed(self, line: Line) -> str | None:
        """Whose guilt is now one word against another: accused before, he accuses the other side, or the two each other.

        `_NOBODY` where no one was taken for the author yet; None where nothing is disputed.
        """
        if self._authors.last is not None and self._authors.last != self._charged:
            return None
        charged = {self._authors.name(entity) for entity in accused(self._parties, self._inverted)}
        both = len(charged) > 1 or self._words.mutual.stand_in(line.folds)
        if both or (charged and self._charged is not None and charged != {self._charged}):
            return self._charged or _NOBODY
        return None

    def _responsible(self, line: Line) -> Entity | None:
        """Who owns up to the event told before, or is accused of it, where nobody else is named as its author."""
        if self._authors.last is not None and self._authors.last not in self.loose:
            return None
        if line.sentence.kind == "title":
            blamed = accused(self._parties)
            own = owner(self._parties) or owns_up(self._parties)
            return blamed[0] if len(blamed) == 1 and not self._parties.denies else own
        # the accused may deny it in the same breath
        charged = accused(self._parties, self._inverted)
        if charged:
            self._charged = self._authors.name(charged[0])
            return charged[0]
        own = self._claims.author(line)
        return (
            own
            or responsible(self._parties)
            or membership(self._parties)
            or owner(self._parties)
            or owns_up(self._parties)
        )

    def _brings_in(self, line: Line, *, counting: bool) -> bool:
        """Whether the sentence brings in a deed that has not been told before; `counting` says that it counts people."""
        words = self._words
        if words.events.isdisjoint(line.words) or not line.lexicon.figures.not_before.isdisjoint(line.words):
            return False
        if line.folds[-1] in _ASKED:
            return False  # « était-ce un kamikaze ou une voiture piégée ? »
        new = [
            at
            for at, f in enumerate(line.folds)
            if f in words.events
            and (opener(line, at, words) in words.indefinite or (counting and is_of_some(line, at, words)))
        ]
        new = [
            at
            for at in new
            if opener(line, at, words) not in words.another or line.folds[at] not in self._authors.deeds
        ]
        new = [at for at in new if not is_judged(line, at, words) and not is_recalled(line, at)]
        # fighting, of which nobody is said to have fallen, ends no raid; nor does a shot by « les rebelles »
        new = [at for at in new if counting or line.folds[at] not in words.clashes]
        if self._authors.reach == "group":  # « Les shebab ont attaqué un hôtel. Un attentat-suicide a tué dix gardes »
            new = [at for at in new if line.folds[at] not in words.suicidal]
        loose = self._authors.is_group and any(p.entity.name in self.loose for p in self._parties.named)
        if loose or any(self._authors.name(p.entity) == self._authors.last for p in self._parties.named):
            return any(line.fold(at - 1) in words.various for at in new)
        return bool(new)

    def _inherited(self, line: Line, found: Found, chain: Sequence[Attribution]) -> str | None:
        """The author told before, as far as he can have done this."""
        side = losing(self._parties, found, chain)
        if side is not None:
            return self._authors.against(side)
        if not self._authors.may_have_done(self._parties, found, chain):
            return None
        if tells_own_side(self._parties, found, chain, self._authors):
            return None
        home = self._authors.at_home(line, found.count)
        if home is not None:
            return self._authors.foe(home)
        whole = found.whole
        if isinstance(whole, Found) and whole.count in self._made:
            return self._made[whole.count]  # a part is nobody's where the whole is nobody's
        if found.harm is not None and found.harm.start == found.harm.end:
            return None  # « les X ont tué 300 civils et les frappes aériennes 150 »
        if is_of_one_told(line, found, self._words, self._sentences):
            return self._authors.last
        beside = self._beside_them(line, found)
        if beside is not None:
            return self._made[beside]
        value = found.count.numeral.value or found.count.numeral.magnitude or 0
        again = self._made_of.get((found.effect, value))
        if again is not None and value > _FEW:
            return again  # the toll of the event told before, taken up again
        wide = self._authors.is_group or self._authors.is_home
        if wide and not found.carried and self._sums_up(line, found.count, value):
            return None
        if wide and is_former(line, found, self._words):
            return None
        if is_dated_apart(line, found, self._words, self._authors):
            return None
        of_deed = max((n for n in self._counted if n < _MANY), default=0.0)
        if of_deed and value >= max(_MANY, _TIMES * of_deed):
            return None  # the dead of a war are not those of the deed told
        if found.carried and isinstance(found.like, Figure):
            return found.like.perpetrator
        self.lent.add(found.count)
        return (whole.perpetrator if isinstance(whole, Figure) else None) or self._authors.last


def _is_doubted(line: Line) -> bool:
    """Whether the sentence reports with reserve, or reports a denial."""
    figures, verbs = line.lexicon.figures, line.lexicon.verbs
    if not figures.conditions.isdisjoint(line.words) and any(
        f in figures.conditions and line.fold(i + 1) in line.lexicon.words.openers for i, f in enumerate(line.folds)
    ):
        return True  # « on ignore si le raid est celui de X ou de Y »
    doubts = either(figures.deny, figures.dispute, figures.doubt)
    return any(
        form.mood == "conditional" or lemma in doubts
        for index in range(line.end)
        if line.finite(index) or verbs.is_auxiliary(line.fold(index - 1))
        for lemma, form in verbs.analyses(line.folds[index])
        if form.person == 3 or form.mood == "participle"
    )
