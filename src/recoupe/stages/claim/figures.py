"""Figures: the sentences of one article read in order, each count that is tied to harm made a Figure."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from functools import cached_property

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Numeral, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure, Group
from recoupe.model.issue import Issue
from recoupe.stages.claim.again import told_again
from recoupe.stages.claim.counts.antecedents import antecedent, pronoun_of
from recoupe.stages.claim.counts.carry import Carrier
from recoupe.stages.claim.counts.counts import Count, counts
from recoupe.stages.claim.counts.crossings import with_crossings
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.fronted import with_fronted
from recoupe.stages.claim.counts.harms import BODILY, harms
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.lone_ones import SEIZED, bears_arms, counts_nobody, is_one, of_pair
from recoupe.stages.claim.counts.of_things import drop_things
from recoupe.stages.claim.counts.tolls import Topic
from recoupe.stages.claim.counts.unread import undated, unplaced, unread, vague
from recoupe.stages.claim.doers.late_parties import cleared, filled, headlines, struck
from recoupe.stages.claim.doers.lender import Lender
from recoupe.stages.claim.doers.perpetrator import Perpetrators
from recoupe.stages.claim.groups.group import group_of
from recoupe.stages.claim.groups.made_up import made_up
from recoupe.stages.claim.groups.noun_left_out import group_of_unharmed
from recoupe.stages.claim.groups.other_tolls import of_other_toll
from recoupe.stages.claim.make import Maker
from recoupe.stages.claim.telling.chain import chain
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.countries_named import demonyms, lands
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.stages.claim.words.line import Line

_HEARD = 8
"""Within how many words before those counted an interview is told."""
_PEOPLE = frozenset({"people", "families"})


class Reader:
    """One article. `read` goes through it once; what it remembers is the figures so far and what was last counted."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.document = document
        self.annotations = annotations
        self.attributions = attributions
        self.pack = pack
        self.lexicon = lexicon(pack)
        self.perpetrators = Perpetrators(annotations, attributions, pack, gazetteers)
        self.maker = Maker(document, annotations, attributions, pack, gazetteers)
        self.lender = Lender(annotations, self.perpetrators, agent_words(pack))
        self.is_demonym = demonyms(gazetteers)
        self.is_land = lands(gazetteers)
        self.figures: list[Figure] = []
        self._counts_of: dict[str, Count] = {}
        """What each figure was made of, by its id."""
        self.issues: list[Issue] = []
        self.topic: Topic | None = None
        self._event: tuple[Effect, int] | None = None
        """What the last noun of what happens said (« la mort de »), and in which sentence."""
        self._last: tuple[Sentence, Sequence[Numeral]] | None = None
        self._done: dict[int, Effect | None] = {}
        """What sentences said last to have been done to somebody, by their index: several counts of the next may ask."""
        self._speakers = [a.source for a in attributions if a.source is not None]
        self._starts = [s.start for s in annotations.sentences]
        self._parties = [m.span for m in annotations.mentions if m.entity.kind == "party"]

    def read(self) -> tuple[tuple[Figure, ...], tuple[Issue, ...]]:
        """The article's Figures in reading order, and the Issues."""
        titled: set[str] = set()
        before: tuple[Sentence, Sequence[Numeral], Sequence[TimeRef]] | None = None
        for sentence, numerals, times in self._sentences():
            if before is not None and not self.lexicon.figures.they.isdisjoint(sentence.words):
                self._take_up(before, sentence, times)
            before = (sentence, numerals, times)
            known = len(self.figures)
            self._sentence(sentence, numerals, times)
            self._last = (sentence, numerals)
            if sentence.kind == "title":
                titled.update(f.id for f in self.figures[known:])
        places = unplaced(self.figures, self.annotations.places, self.document)
        late = struck(self.figures, self._counts_of, self._striker)
        figures = told_again(late, self.annotations.sentences, titled, self.pack)
        return tuple(headlines(figures, titled)), (*self.issues, *places)

    def _striker(self, figure: Figure, count: Count) -> str | None:
        """Who alone strikes in the article, as far as he may have struck those counted."""
        only = self.perpetrators.striker_of(count, figure.place.country if figure.place else None)
        return only if only is not None and self.lender.may_reach(figure, only) else None

    def _sentences(self) -> Iterator[tuple[Sentence, Sequence[Numeral], Sequence[TimeRef]]]:
        """Each sentence with the numerals and times in it."""
        numerals, times = self.annotations.numerals, self.annotations.times
        number = time = 0
        for sentence in self.annotations.sentences:
            first, early = number, time
            while number < len(numerals) and numerals[number].span.start < sentence.end:
                number += 1
            while time < len(times) and times[time].span.start < sentence.end:
                time += 1
            yield sentence, numerals[first:number], times[early:time]

    def _sentence(self, sentence: Sentence, numerals: Sequence[Numeral], times: Sequence[TimeRef]) -> None:
        harm = self.lexicon.harm
        folds = sentence.words
        of_harm = not self.lexicon.triggers.isdisjoint(folds)
        line: Line | None = None
        if of_harm and not harm.tolls.marks.isdisjoint(folds):
            line = Line(sentence, self.lexicon, times)
            self._note_topic(line)
        counting = any(not n.article for n in numerals) or (bool(numerals) and of_harm)
        again = counting and not self.lexicon.figures.again.isdisjoint(folds)
        if not counting or not (of_harm or self._recent(sentence) or (again and self._last_done(sentence))):
            if not self.perpetrators.gate.isdisjoint(folds):
                line = line or Line(sentence, self.lexicon, times)
                self._charge(line, self._enter(line, set()), len(self.figures))
            elif of_harm and sentence.kind == "paragraph":
                self.perpetrators.headlined = False
            return
        line = line or Line(sentence, self.lexicon, times)
        linker = Linker(line, self._counts_in(line, numerals))
        lately = self._event[0] if self._event is not None and sentence.index - self._event[1] <= 1 else None
        told = with_fronted(
            line,
            harms(line, linker.counts, lately, self._last[0].words if self._last is not None else frozenset()),
            linker.counts,
        )
        told = with_crossings(line, told, self.is_land, self.is_demonym) if self._is_flight else told
        event = next((h.effect for h in reversed(told) if h.bond == "of"), None)
        self._event = (event, sentence.index) if event is not None else self._event
        armed = bool(self.figures) and self.figures[-1].group == "combatants"
        linker.tie(told, frozenset(f.effect for f in self.figures), armed=armed)
        Carrier(
            linker,
            self.topic,
            self.figures,
            lambda: self._last_done(sentence) if again else None,
            lambda: self._last_named(sentence),
            lambda: self._last_harmed(sentence),
            bodies=self._last is not None and not self.lexicon.counted.bodies.isdisjoint(self._last[0].words),
            others=self._names_others(sentence),
        ).carry()
        if any(c.kind in ("bare", "them") for c in linker.found) and self._last_things(sentence):
            drop_things(linker)
        values = {c.numeral.value for c in linker.counts if c.numeral.value is not None and c.numeral.value > 1}
        # « un commando de X a attaqué » counts nobody
        articles = [c for c in linker.counts if c.numeral.article and (c.kind == "strikes" or c not in linker.found)]
        idle = {i for c in articles for i in range(c.first, c.end)}
        blamed, known = self._enter(line, linker.covered - idle, values), len(self.figures)
        self._keep(line, linker)
        self._charge(line, blamed, known)

    def _counts_in(self, line: Line, numerals: Sequence[Numeral]) -> list[Count]:
        """The counts of a sentence; those of an armed party's name are people (« deux ADF », « trois M23 »)."""
        found = counts(line, numerals, self.is_demonym)
        for count in found:
            if count.kind in ("unknown", "thing") and not count.measure and count.head < line.end:
                token = line.sentence.tokens[count.head]
                if any((span.start, span.end) == (token.start, token.end) for span in self._parties):
                    count.kind = "people"
        return found

    def _last_done(self, sentence: Sentence) -> Effect | None:
        """What the sentence before, of the same block, said last to have been done to somebody; None for nothing."""
        last = self._last[0] if self._last is not None else None
        if last is None or last.block != sentence.block or self.lexicon.triggers.isdisjoint(last.words):
            return None
        if last.index not in self._done:
            told = harms(Line(last, self.lexicon, ()))
            self._done[last.index] = next((h.effect for h in reversed(told) if h.suffered), None)
        return self._done[last.index]

    def _last_named(self, sentence: Sentence) -> Group | None:
        """The group of the people whom the sentence before, of the same block, names last (« Les rebelles ont été repoussés. »);
        None where it has figures, or names nobody."""
        last = self._last[0] if self._last is not None else None
        if last is None or last.block != sentence.block:
            return None
        if self.figures and self.figures[-1].span.start >= last.start:
            return None
        people, definite = self.lexicon.counted.people, self.lexicon.counted.definite
        folds = last.folds
        named = (folds[i] for i in range(len(folds) - 1, 0, -1) if folds[i] in people and folds[i - 1] in definite)
        return next((people[fold] for fold in named), None)

    def _last_harmed(self, sentence: Sentence) -> Effect | None:
        """What a noun says of the people of the sentence before, of the same block, who are its subject and whom it does not count (« Les
        blessés ont été évacués. »); None where it counts people, or opens otherwise."""
        last = self._last[0] if self._last is not None else None
        if last is None or last.block != sentence.block or len(last.folds) < 2:
            return None
        if self.figures and self.figures[-1].span.start >= last.start:
            return None
        named = last.folds[0] in self.lexicon.counted.definite
        return self.lexicon.harm.nouns.get(last.folds[1]) if named else None

    def _names_others(self, sentence: Sentence) -> bool:
        """« Les suspects ont été arrêtés. »: whether the sentence before, of the same block, begins with people who are none of those
        counted last, as they did it, saw it or lived through it, and counts nobody."""
        last = self._last[0] if self._last is not None else None
        if last is None or last.block != sentence.block or len(last.folds) < 2 or not self.figures:
            return False
        counted, figure = self.lexicon.counted, self.figures[-1]
        apart = last.folds[0] in counted.definite and last.folds[1] in counted.sought | counted.bystanders
        if not apart or figure.span.start >= last.start:
            return False
        told = next((s for s in self.annotations.sentences if s.start <= figure.span.start < s.end), last)
        return last.folds[1] not in told.folds  # « Douze suspects ont été tués. Les suspects fuyaient »

    def _of_unharmed(self, line: Line, found: Found) -> Group | None:
        """The group of those whom the sentence before, of the same block, counts without a figure, where nothing else says whom a
        number without a noun counts."""
        last, harm = self._last, found.harm
        if last is None or last[0].block != line.sentence.block or found.whole is not None or found.like is not None:
            return None
        if found.effect == "detained":
            return None  # « Deux cents policiers ont dispersé le cortège. Douze ont été arrêtés »
        if not last[1] or harm is None or (self.figures and self.figures[-1].span.start >= last[0].start):
            return None
        before = Line(last[0], self.lexicon, ())
        return group_of_unharmed(before, counts(before, last[1], self.is_demonym), found.count)

    def _last_things(self, sentence: Sentence) -> bool:
        """Whether the sentence before, of the same block, counted things last, so that « trois d'entre eux » are of them."""
        if self._last is None or self._last[0].block != sentence.block or not self._last[1]:
            return False
        line = Line(self._last[0], self.lexicon, ())
        told = [c for c in counts(line, self._last[1], self.is_demonym) if not c.measure and c.kind != "bare"]
        some = bool(told) and not told[-1].numeral.article
        return some and all(c.kind in ("thing", "unknown") for c in told)

    def _take_up(
        self,
        before: tuple[Sentence, Sequence[Numeral], Sequence[TimeRef]],
        sentence: Sentence,
        times: Sequence[TimeRef],
    ) -> None:
        """« Douze élèves rentraient. Ils ont été tués. »: a Figure of those counted unharmed in the sentence before."""
        last, numerals, earlier = before
        told = bool(self.figures) and self.figures[-1].span.start >= last.start
        if not numerals or told or self.lexicon.triggers.isdisjoint(sentence.words) or sentence.block != last.block:
            return
        line = Line(sentence, self.lexicon, times)
        harm = next((h for h in harms(line) if pronoun_of(line, h) is not None), None)
        if harm is None:
            return
        line = Line(last, self.lexicon, earlier)
        linker = Linker(line, counts(line, numerals, self.is_demonym))
        count = antecedent(line, linker.counts, line.end)
        if count is None:
            return
        linker.befall(count, harm)
        linker.found = {count: Found(count, linker.found[count].effect, carried=True)} if count in linker.found else {}
        self._keep(line, linker)

    def _recent(self, sentence: Sentence) -> bool:
        """Whether people were counted so lately that a bare number may count them again."""
        return self.topic is not None and sentence.index - self.topic.sentence <= 3

    def _enter(self, line: Line, covered: set[int], values: Set[float] = frozenset()) -> str | None:
        """Lets the sentence say who attacked, with or without figures of its own; at whose door it lays what was told before."""
        blamed = self.perpetrators.enter(line, covered, values)
        if self.perpetrators.disputed is not None:
            self.figures = cleared(self.figures, self.perpetrators.disputed)
        return blamed

    def _charge(self, line: Line, blamed: str | None, known: int) -> None:
        """Lays the incident that a sentence points to at the door of `blamed`; the figures from `known` on are its own."""
        before, here = self.figures[:known], self.figures[known:]
        if blamed is not None:
            counts_of = self._counts_of
            own = {f.id for f in self.figures if f.id in counts_of and self.perpetrators.are_own(counts_of[f.id])}
            here = self.lender.charge_own(line, here, blamed, own)
            # an entry of a live page that counts people of its own points to them
            start = self.perpetrators.entry_start
            told = [f for f in before if f.span.start >= start]
            told = told if told or here else before
            filled_in = self.lender.charge(line, told, here, filled(told, blamed, self.perpetrators.loose, own))
            before = [*before[: len(before) - len(told)], *filled_in]
            self.figures = [*before, *here]
        self.lender.keep(line, before, here, blamed)

    def _note_topic(self, line: Line) -> None:
        """« Le nombre de blessés varie »: what the next bare numbers count."""
        tolled = line.tolled()
        if tolled is not None:
            self.topic = Topic(tolled.effect, line.sentence.index, group=tolled.group)

    def _keep(self, line: Line, linker: Linker) -> None:
        """Makes Figures of what the sentence's counts were tied to, and Issues of those near harm that were not."""
        beside: list[tuple[Found, Group]] = []
        made: dict[Count, Figure] = {}
        known = len(self.figures)
        # « onze des 46 soldats »: a whole is read before its parts
        for count in sorted(linker.counts, key=lambda c: _follows_whole(linker.found.get(c))):
            found = linker.found.get(count)
            if found is None:
                if linker.part_of_count(count) not in linker.found:
                    self.issues += unread(line, count, self.document)
            elif count.numeral.bound == "several" and count.numeral.magnitude is None:
                self.issues += vague(line, count, self.document)
            elif self._counts(line, linker, found):
                group = group_of(line, found, beside, self.figures, self._holds_party)
                if group == "unspecified":
                    group = of_other_toll(line, found, beside, self.figures, self._starts) or group
                if group == "unspecified" and not beside and count.kind in ("bare", "them"):
                    ahead = [c for c in linker.counts if c.end <= count.first and c not in linker.found]
                    apart = line.fold(count.first - 1) == ";"  # « 45 ouvriers étaient à bord ; sept ont été tués »
                    group = (group_of_unharmed(line, ahead, count) if apart else None) or group
                    group = self._of_unharmed(line, found) or group
                beside.append((found, group))
                whole = made.get(found.whole.count) if isinstance(found.whole, Found) else found.whole
                holders = chain(self.attributions, count.numeral.number_start, count.numeral.number_end)
                party = self.perpetrators.of(line, found, holders)
                figure = self.maker.figure(line, found, group, whole, holders, party, self.figures)
                if isinstance(figure, Issue):
                    self.issues.append(figure)
                    continue
                if count in self.perpetrators.lent and self.lender.refuses(line, figure, self.figures):
                    figure = replace(figure, perpetrator=None)
                    self.perpetrators.refuse(count)
                elif figure.perpetrator is not None and count not in self.perpetrators.lent:
                    self.lender.tell(line, figure)
                if (figure.effect, figure.scope, figure.perpetrator) == ("displaced", "incident", None):
                    figure = replace(figure, perpetrator=self.perpetrators.fled(line, found.harm))
                made[count] = figure
                self._counts_of[figure.id] = count
                open_day = undated(figure, self.document)
                if open_day is not None and open_day not in self.issues:
                    self.issues.append(open_day)
                self.figures.append(figure)
                # « 24 habitants tués et sept disparus. Elle en comptait 18 »: dead
                topic = self.topic if self.topic and self.topic.sentence == line.sentence.index else None
                missing = figure.effect == "missing" and topic is not None and topic.effect == "killed"
                if figure.unit in _PEOPLE and not missing:
                    self.topic = self._topic(figure, line)
        self.figures[known:] = sorted(made_up(self.figures[known:]), key=lambda f: f.span.start)

    def _topic(self, figure: Figure, line: Line) -> Topic:
        """What the next bare numbers count: what this figure does, or the whole of which it counts a part."""
        before = self.topic.like if self.topic is not None else None
        if before is not None and figure.part_of == before.id and figure.effect == before.effect:
            figure = before
        return Topic(figure.effect, line.sentence.index, figure)

    def _counts(self, line: Line, linker: Linker, found: Found) -> bool:
        """Whether the numeral counts: « un » only of people told to be harmed (« un mort », « un berger a été tué »), strikes only in
        war."""
        count, harm = found.count, self.lexicon.harm
        if count.kind == "strikes":
            if count.numeral.value == 1 and line.fold(count.first - 1) in self.lexicon.figures.aside:
                return False  # « the toll of one strike »
            return not count.numeral.article and count.numeral.value != 0 and self._is_war
        if not self.lexicon.harm.games.isdisjoint(line.words) and not self._is_war:
            return False  # « two players were injured in the match »
        if count.numeral.value == 0 and line.fold(count.head) in self.lexicon.counted.bodies:
            return False
        bodies = line.fold(count.head) in self.lexicon.counted.bodies  # « les deux armées ont échangé 40 corps »
        if not bodies and self._is_heard(line, found):
            return False  # « s'est entretenue avec 40 réfugiés »
        if count.numeral.article and self._speaks(line, found):
            return False  # « le bilan est de douze morts, a dit un responsable »
        if (
            count.partitive
            and count.numeral.value == 1
            and line.auxiliary(count.first - 1, self.lexicon.figures.passive)
        ):
            return False  # « Ali was one of the 15 people killed »
        before = line.fold(count.first - 1)
        if count.numeral.value == 1 and before in self.lexicon.figures.it and not line.fold(count.first)[0].isdigit():
            return False  # « l'un des commandants », « l'une d'elles »
        if count.numeral.value == 1 and count.kind == "bare" and before in self.lexicon.figures.where:
            return False  # « en un seul et même endroit »
        if not count.numeral.article:
            return True
        if line.fold(count.stop + 1) in harm.tolls.of and line.fold(count.stop + 2) in self.lexicon.figures.of:
            return False  # « un grand nombre de civils »
        if line.fold(count.head) in harm.single and line.fold(count.head - 1) not in self.lexicon.counted.others:
            # « le corps d'une personne », « une mort »
            of_body = found.harm is not None and found.harm.bond == "of" and found.harm.people
            return not of_body and not harm.not_single.at(line.folds, count.first)
        if of_pair(line, linker.counts, count):
            return False  # « deux Américains, un père et son fils »
        if found.whole is not None or (found.identified and found.carried and count.kind == "people"):
            return True  # « sept blessés, dont un enfant », « un Suisse figure parmi les morts »
        further = self._is_further(line, linker, count)
        if (count.kind == "them" or further) and found.harm is not None and found.harm.bond == "clause":
            # « a coûté la vie à une personne ; une autre est blessée », « la mort de trois soldats, et d'un quatrième, qui a succombé »
            told = further or line.fold(count.first - 1) not in self.lexicon.words.prepositions
            return told and self._in_bulletin(linker, found)
        if count.kind == "them" and found.harm is not None and linker.goes_on_from(count):
            return True  # « un civil a été tué et un autre blessé »
        if count.kind in ("people", "them") and found.carried and isinstance(found.like, Found):
            return self._in_bulletin(linker, found)  # « …, et un jeune de 19 ans à Kidal »
        if count.kind in ("bare", "them"):
            return found.like is not None and found.carried and count.kind == "bare"
        complement = line.fold(count.first - 1) in self.lexicon.figures.of
        if complement and any(c.end == count.first - 1 for c in linker.counts):
            return False  # « huit membres d'une même famille »
        lost = found.harm is not None and found.harm.troops and bears_arms(line, count)
        # but « pleure son fils, un soldat »
        lost = lost and found.harm is not None and not counts_nobody(line, count, found.harm)
        return linker.among_counts(count) or lost or is_one(line, found, told=self._is_told(line, count))

    def _is_further(self, line: Line, linker: Linker, count: Count) -> bool:
        """« trois soldats ont péri, et un quatrième a succombé »: whether it is one more of those counted in the same sentence, or in
        the one before, and the next of just as many: not « douze civils … Un troisième », who are drones or villages."""
        counted = self.lexicon.counted
        alone = line.fold(count.head) in counted.further and line.fold(count.head + 1) not in counted.people
        if not alone or linker.tied_before(linker.counts.index(count)) is not None:
            return alone
        # « Deux infirmiers ont été tués. Un troisième est porté disparu »
        topic, opens = self.topic, not count.first or line.fold(count.first - 1) == ","
        lately = topic is not None and topic.like is not None and line.sentence.index - topic.sentence == 1
        return opens and lately and self._is_next(line, count) and not self._last_things(line.sentence)

    def _is_next(self, line: Line, count: Count) -> bool:
        """« Deux soldats sont morts. Un troisième … »: whether a word of order is the next of those counted last, by themselves or with
        the others of their sentence."""
        order = line.lexicon.ordinals.get(line.fold(count.head))
        last = self.figures[-1].span.start if self.figures else 0
        before = next((s for s in self.annotations.sentences if s.start <= last < s.end), None)
        told = [f.value or 0 for f in self.figures if before is not None and before.start <= f.span.start < before.end]
        return order is None or not told or order - 1 in (*told, sum(told))

    def _is_told(self, line: Line, count: Count) -> bool:
        """« fait état d'un soldat tué »: whether what somebody says begins with the count."""
        tokens = line.sentence.tokens
        if line.fold(count.first - 1) not in self.lexicon.figures.of:
            return False
        first, last = tokens[count.first - 1].start, tokens[count.first].start
        return any(first <= a.content.start <= last for a in self.attributions)

    def _is_heard(self, line: Line, found: Found) -> bool:
        """Whether those whom only their noun says to have fled or to be hurt are told to have been interviewed."""
        count, heard = found.count, self.lexicon.counted.heard
        if found.harm is not None or count.kind != "harm" or found.effect == "detained" or heard.isdisjoint(line.words):
            return False
        if line.fold(count.end) in heard:
            return True  # « 40 déplacés interrogés par l'ONG »
        for at in range(count.first - 1, max(-1, count.first - _HEARD), -1):
            if line.stops(at) or line.finite(at) or line.folds[at] in self.lexicon.words.relatives:
                return False
            if line.folds[at] in heard:
                return True
            if self._is_done(line, at) or line.folds[at] in self.lexicon.counted.kin:
                return False  # « a interrogé 19 témoins et recensé 120 morts », « les familles des 12 morts »
        return False

    def _is_done(self, line: Line, at: int) -> bool:
        """Whether a participle tells of something else that the subject has done: « recensé »."""
        fold, counted = line.folds[at], self.lexicon.counted
        plain = (
            not fold.endswith(counted.plural_in) and fold not in counted.people and fold not in self.lexicon.harm.nouns
        )
        return plain and self.lexicon.verbs.is_past_participle(fold)

    def _speaks(self, line: Line, found: Found) -> bool:
        """Whether it is a speaker who is counted, of whom his own words say no harm (« raconte un soldat blessé »)."""
        at = found.count.numeral.number_start
        told = line.sentence.tokens[found.harm.start].start if found.harm is not None else -1
        return any(s.start <= at < s.end and not s.start <= told < s.end for s in self._speakers)

    def _in_bulletin(self, linker: Linker, found: Found) -> bool:
        """Whether this sentence or the one before counts other dead or wounded, so that « un civil » is one more."""
        topic = self.topic
        lately = topic is not None and topic.like is not None and linker.line.sentence.index - topic.sentence <= 1
        if lately and topic is not None and (topic.effect in BODILY or topic.effect in SEIZED):
            return True
        line, of = linker.line, self.lexicon.harm.tolls.of
        others = (f for f in linker.found.values() if f is not found and (not f.carried or f.like is found))
        # « un civil a été tué, portant à 700 le nombre de morts »: a toll, and nobody beside him
        return any(
            (f.effect in BODILY or f.effect in SEIZED)
            and not (f.count.numeral.article and f.like is not found)
            and line.fold(f.count.stop + 1) not in of
            for f in others
        )

    @cached_property
    def _is_war(self) -> bool:
        """Whether « frappes » are of war in this article, and no striker's."""
        folds = frozenset[str]().union(*(s.words for s in self.annotations.sentences))
        sport = len(either(self.lexicon.harm.sport, self.lexicon.harm.games) & folds)
        return not sport or len(self.lexicon.harm.war & folds) > sport

    @cached_property
    def _is_flight(self) -> bool:
        """Whether the article speaks of people who fled, so that those who came into a country are of them."""
        return any(not self.lexicon.flight.isdisjoint(s.words) for s in self.annotations.sentences)

    def _holds_party(self, start: int, end: int) -> bool:
        return any(start <= span.start < end for span in self._parties)


def _follows_whole(found: Found | None) -> bool:
    return found is not None and isinstance(found.whole, Found) and found.whole.count.first > found.count.first
