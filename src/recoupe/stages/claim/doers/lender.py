"""Lender: to which figures of an article the author of a deed is lent: to those of the deed's incident, and of no other."""

from collections.abc import Sequence, Set
from dataclasses import replace

from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Sentence
from recoupe.model.figure import Figure
from recoupe.stages.claim.doers.loans import (
    Loans,
    Scene,
    days_between,
    is_another_day,
    is_elsewhere,
    scene_of,
    scenes_in,
)
from recoupe.stages.claim.doers.perpetrator import Perpetrators
from recoupe.stages.claim.words.agents import VIOLENT
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import group_before

_SPOTS = frozenset({"point", "settlement", "district"})
_SERIES = 7
"""Within how many days several attacks lie that one claim tells of."""
_DEED = 4
"""How many words from a deed to where or when it was."""


class Lender:
    """Of one article, asked sentence by sentence."""

    def __init__(self, annotations: Annotations, perpetrators: Perpetrators, words: AgentWords) -> None:
        self._annotations = annotations
        self._perpetrators = perpetrators
        self._words = words
        self._loans = Loans()
        self._boasts: set[str] = set()
        """Those of whom somebody says that they killed soldiers."""

    def tell(self, line: Line, figure: Figure) -> None:
        """Takes in a figure that the text itself lays at somebody's door, in a sentence."""
        if figure.perpetrator is not None and (figure.effect in VIOLENT or figure.effect == "detained"):
            spread = self._is_spread(line) or (self._is_of_deeds(line) and not _is_placed(figure, line))
            self._loans.tell(figure.perpetrator, figure, spread=spread)
            told = line.folds[line.first_at(figure.span.start) : line.first_at(figure.span.end)]
            if figure.stated_by and not self._words.servants.isdisjoint(told):
                self._boasts.add(figure.perpetrator)

    def refuses(self, line: Line, figure: Figure, earlier: Sequence[Figure]) -> bool:
        """Whether those counted, of whom the sentence does not say who did it, fell elsewhere than to the author told."""
        party, reach = figure.perpetrator, self._perpetrators.reach
        if party is None or party != self._perpetrators.author:
            return False
        seized = figure.effect == "detained"
        if (reach == "abroad" and not seized) or self._is_of_deed(line) or self._is_in_care(line, figure):
            return False
        if reach != "abroad" and self._is_answer(line, figure, party, earlier):
            return True
        held = seized and (figure.place is None or figure.place.precision not in _SPOTS)
        if held or self._is_known(line, figure, party):
            return False  # where people are held is not where they were carried off
        unrest = reach == "near" and self._perpetrators.unrest and not self._loans.only_fought(party)
        if unrest and not self._loans.is_of_another_day(figure, party):
            return False  # « La police a tué quatre manifestants à X. A Y, deux personnes ont été abattues. »
        if self._loans.is_apart(figure, party, both=reach == "afar" and not seized):
            return True
        if reach == "group" and figure.scope == "incident" and self._loans.only_sums(party):
            return figure.place is not None and figure.date_from is not None
        return reach in ("near", "group") and self._loans.sums_up(figure, party)

    def _is_known(self, line: Line, figure: Figure, party: str) -> bool:
        """« L'attaque de l'université de Garissa avait fait 148 morts »: whether a former deed of the same kind is recalled in
        the same land, as one that everybody knows, by whom it was as well."""
        if line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.words) or figure.place is None:
            return False
        deeds = self._perpetrators.deeds
        known = any(f in deeds and line.fold(i - 1) in self._words.told for i, f in enumerate(line.folds))
        return known and self._perpetrators.reach == "group" and self._loans.has_acted_in(party, figure.place.country)

    def _is_of_deed(self, line: Line) -> bool:
        """Whether the sentence points to the deeds of who was told before: « dans ces frappes », « sous ses bombes »."""
        words = self._words
        pointing = either(words.own, words.these)
        return any(
            fold in words.deeds and line.fold(at - 1) in pointing and line.fold(at - 2) in words.amid
            for at, fold in enumerate(line.folds)
        )

    def _is_in_care(self, line: Line, figure: Figure) -> bool:
        """Whether the place is where people are treated or die of their wounds: « ont succombé à l'hôpital de X », « Deux des
        blessés sont morts à X »."""
        nouns, words = line.lexicon.harm.nouns, self._words
        told = line.folds[line.first_at(figure.span.start) : line.first_at(figure.span.end)]
        if figure.effect == "killed" and any(nouns.get(fold) == "wounded" for fold in told):
            return True
        if not words.treating.isdisjoint(line.words):
            return True
        where = either(words.amid, line.lexicon.words.circumstance, line.lexicon.figures.where)
        return any(
            fold in words.hospitals and not where.isdisjoint(line.folds[max(0, at - 2) : at])
            for at, fold in enumerate(line.folds)
        )

    def _is_answer(self, line: Line, figure: Figure, party: str, earlier: Sequence[Figure]) -> bool:
        """Whether an army only killed fighters, after others had been harmed of whom those counted may be.

        « Une attaque a fait 50 morts. L'armée a abattu 40 jihadistes. « Quatre enfants ont été tués » ».
        """
        if figure.group == "combatants" or figure.effect == "struck" or not self._loans.only_fought(party):
            return False
        if not line.lexicon.counted.added.isdisjoint(line.words):
            return False  # « Trois civils ont également été tués »
        if party in self._boasts and party not in figure.stated_by and figure.stated_by:
            return True  # « Le Hamas dit avoir tué dix soldats. L'ONU déplore la mort de 35 enfants. »
        return self._loans.is_of_another_day(figure, party) or any(
            f.effect in VIOLENT and f.perpetrator != party and f.group != "combatants" and f.part_of is None
            for f in earlier
        )

    def may_reach(self, figure: Figure, striker: str) -> bool:
        """Whether who strikes in the article may have struck these: not who only fought, and struck in no such land."""
        if figure.group == "combatants":
            return True
        land = figure.place.country if figure.place is not None else None
        return not self._loans.only_fought(striker) and not self._loans.has_only_acted_outside(striker, land)

    def charge(
        self, line: Line, before: Sequence[Figure], here: Sequence[Figure], charged: Sequence[Figure]
    ) -> list[Figure]:
        """The figures before a sentence, those of the incident to which it points as they are `charged`; `here` are its own.

        A claim of several attacks points to all.
        """
        several = self._is_of_several(line) and not self._named(line)
        found: list[Figure] = []
        scenes: list[Scene] | None = None
        for figure, filled in zip(before, charged, strict=True):
            if figure is not filled:
                scenes = self._scenes(line, filled.perpetrator, before, here) if scenes is None else scenes
                one = _are_near if several else _may_be_one
                if scenes and not any(one(scene, scene_of(figure)) for scene in scenes):
                    filled = figure
            if figure is not filled:
                self.tell(line, filled)
            found.append(filled)
        return found

    def charge_own(self, line: Line, here: Sequence[Figure], blamed: str, own: Set[str]) -> list[Figure]:
        """A sentence's own figures, those of nobody at the door of who is blamed behind them, but not those of the ids `own`.

        « En mai, 132 civils avaient été tués, selon le gouvernement, qui en a imputé la responsabilité à X ».
        """
        charging = either(self._words.blaming, self._words.accusing)
        verb = next((line.sentence.tokens[i].start for i, fold in enumerate(line.folds) if fold in charging), 0)
        return [
            replace(f, perpetrator=blamed)
            if f.perpetrator is None and f.effect in VIOLENT and f.span.end <= verb and f.id not in own
            else f
            for f in here
        ]

    def keep(self, line: Line, before: Sequence[Figure], here: Sequence[Figure], blamed: str | None) -> None:
        """Takes in where the author of a deed did it, where no figure of its sentence tells."""
        author = self._perpetrators.author
        if author is None or self._perpetrators.blamed_in != line.sentence.index:
            return
        if any(f.perpetrator == author for f in here) or (blamed is not None and self._is_of_several(line)):
            return
        scenes = self._scenes(line, author, before, here) if blamed is not None else []
        scenes = scenes or scenes_in(line.sentence, self._annotations)
        if self._is_spread(line):
            scenes = [scene._replace(place=None) for scene in scenes]
        self._loans.tell_scenes(author, scenes)

    def _scenes(self, line: Line, blamed: str | None, before: Sequence[Figure], here: Sequence[Figure]) -> list[Scene]:
        """Where and when the incident was at which a sentence points."""
        charging = either(self._words.claiming, self._words.blaming, self._words.accusing)
        verbs = [line.sentence.tokens[i].start for i, fold in enumerate(line.folds) if fold in charging]
        own = [f for f in here if f.perpetrator == blamed and f.effect in VIOLENT]
        # « depuis l'attentat de mai, qui avait fait 30 morts », behind the verb, is another one
        dating = either(self._words.since, self._words.later)
        since = [t.start for t in line.sentence.tokens if t.fold in dating and verbs and t.start > verbs[-1]]
        own = [f for f in own if f.id in self._loans.told or not since or f.span.start < since[0]]
        if own:
            return [scene_of(own[0])]
        named = self._named(line)
        if named:
            return named
        target = self._target(line, before)
        return [scene_of(target)] if target is not None else []

    def _named(self, line: Line) -> list[Scene]:
        """« a revendiqué l'attentat de Kaboul », « l'attaque de jeudi »: where and when the deed pointed to was, in its own
        words."""
        tokens = line.sentence.tokens
        for at, fold in enumerate(line.folds):
            if fold not in self._words.deeds or line.fold(at - 1) not in self._words.told:
                continue
            if line.fold(at + 1) not in line.lexicon.words.prepositions:
                continue  # « a revendiqué ce raid mardi soir »: the day of the claim
            if line.fold(at + 1) in self._words.blamed_on and not self._words.blaming.isdisjoint(line.words):
                continue  # « attribue ce bombardement à la Russie »
            start, end = tokens[at].end, tokens[min(line.end, at + 1 + _DEED) - 1].end
            place = next((r.place for r in self._annotations.places if start <= r.span.start < end), None)
            time = next((t for t in self._annotations.times if start <= t.span.start < end), None)
            days = (time.date_from, time.date_to) if time is not None else (None, None)
            if place is not None or days[0] is not None:
                return [Scene(place, *days)]
        return []

    def _target(self, line: Line, before: Sequence[Figure]) -> Figure | None:
        """The figure of the incident told right before, in the same paragraph, else of the article's first one."""
        wholes = [f for f in before if f.part_of is None and f.effect in VIOLENT]
        last = self._sentence_before(line.sentence)
        if last is not None:
            near = next((f for f in wholes if last.start <= f.span.start < last.end), None)
            near = near or self._told_last(line, wholes, last)
            if near is not None:
                return near
        if wholes and not line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(line.words):
            return wholes[-1]  # « L'attaque avait été revendiquée »: the one of the past told last
        titles = {s.end for s in self._annotations.sentences if s.kind == "title"}
        body = [f for f in wholes if f.span.start >= max(titles, default=0)]
        return next((f for f in [*body, *wholes] if f.scope == "incident"), None)

    def _told_last(self, line: Line, wholes: Sequence[Figure], last: Sentence) -> Figure | None:
        """The figure of the incident told last in the paragraph of a claim, where the sentences between go on about it.

        « À Hérat, une bombe a tué quatre policiers. L'engin était caché sous un pont. », but not one of before.
        """
        figure = wholes[-1] if wholes else None
        if figure is None or figure.scope != "incident" or scenes_in(last, self._annotations):
            return None
        start = figure.span.start
        told = next((s for s in self._annotations.sentences if s.start <= start < s.end), None)
        if told is None or told.block != last.block:
            return None
        return figure if line.lexicon.verbs.imperfect_auxiliaries.isdisjoint(told.words) else None

    def _sentence_before(self, sentence: Sentence) -> Sentence | None:
        last = self._annotations.sentences[sentence.index - 1] if sentence.index else None
        return last if last is not None and last.block == sentence.block else None

    def _is_spread(self, line: Line) -> bool:
        """Whether several places were hit, of which the text may tell one after the other: « trois villages près de X »."""
        several = self._words.several_targets
        return any(f in several and line.fold(i - 1) not in self._words.told for i, f in enumerate(line.folds))

    def _is_of_deeds(self, line: Line) -> bool:
        """Whether the sentence tells of several deeds: « deux attentats », « les deux attaques », « une double attaque »."""
        words = self._words
        new = (i for i, f in enumerate(line.folds) if f in words.deeds and line.fold(i - 1) not in words.told)
        several = any(line.folds[i].endswith(words.plurals) or line.fold(i - 1) in words.twofold for i in new)
        return several or self._is_of_several(line)

    def _is_of_several(self, line: Line) -> bool:
        """Whether the sentence points to several deeds: « les deux attaques », « ces attentats », « Ils ont été revendiqués »,
        « les a revendiqués »."""
        words = self._words
        claiming = either(words.claiming, words.owning)
        for at, fold in enumerate(line.folds):
            several = fold.endswith(words.plurals) and fold in words.deeds
            before = at - 1 - (line.fold(at - 1) in line.lexicon.numbers)
            if several and line.fold(before) in words.told:
                return True
            if fold in words.owning and fold.endswith(words.plurals) and group_before(line, at).passive:
                return True
            if fold in claiming and not words.them.isdisjoint(line.folds[max(0, at - 2) : at]):
                return True
        return False


def _is_placed(figure: Figure, line: Line) -> bool:
    """Whether the sentence itself says in which town it was."""
    place, span = figure.place, figure.place_span
    own = place is not None and place.precision in _SPOTS and span is not None
    return own and span is not None and line.sentence.start <= span.start < line.sentence.end


def _are_near(one: Scene, other: Scene) -> bool:
    return days_between(one, other) <= _SERIES


def _may_be_one(one: Scene, other: Scene) -> bool:
    return not is_elsewhere(one, other) and not is_another_day(one, other)
