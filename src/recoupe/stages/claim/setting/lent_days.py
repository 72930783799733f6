"""Lent days: whether the time that a sentence would inherit is that of another event: of a stretch, or of what had been before."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Numeral, Place, TimeRef
from recoupe.stages.claim.scenes.scale import is_exact, kilometres
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.scenes.toll_days import raised_at
from recoupe.stages.claim.setting.whereabouts import dated, ground_of
from recoupe.stages.claim.words.events import Events
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.stages.claim.words.line import QUOTES

_STRETCHES = frozenset(("since", "duration"))
_LONG = 30
"""Days from which on a stretch is a war, of which one attack is no share that anybody counts."""
_SHARE, _WAR_SHARE = 5, 20
"""How many times as many a stretch kills as one of its attacks: in a few days, in a war."""
_TOWN = 25.0
"""Kilometres within which a village is in the fighting around a town."""
_REGION = 150.0
"""Kilometres within which a town is in a region that no gazetteer bounds."""
_LOT = 1000
"""More than one attack kills."""
_FEW = 10
"""Fewer than those whom a stretch kills."""
_NEAR = 2
"""How many sentences behind a headline the stretch may be told that is not its own."""
_PARTICIPLE = 3
"""Within how many words behind its auxiliary a participle stands."""
_ROUND, _VAGUE = 0.7, 0.5
"""How much of a count a headline that rounds it down leaves: at most, and where its own is a round one."""
_TENS = 10
"""What a round count is a multiple of."""


class LentDays:
    """Questions to the scenes of one article."""

    def __init__(self, numerals: Sequence[Numeral], events: Events) -> None:
        self.numerals, self.events, self.words, self.pack = numerals, events, events.words, events.pack
        self._starts = [n.number_start for n in numerals]
        self.harming = events.harming
        self.figures, self.dead = lexicon(events.pack).figures, lexicon(events.pack).harm.nouns
        self.some = but_for(events.pack.words.determiners, self.words.definite)
        self.small = either(events.pack.words.prepositions, events.pack.words.coordinators)
        self.blows = but_for(
            self.words.events, lexicon(events.pack).harm.tolls.nouns, lexicon(events.pack).harm.tolls.of
        )
        """« une attaque », but not « un bilan »"""
        self.lasting = either(self.words.several, self.words.drives, self.words.operations, self.words.campaigns)

    def leaves_stretch(self, scene: Scene, time: TimeRef | None, lender: Scene, place: Place | None) -> bool:
        """Whether the sentence tells an incident that is no part of the stretch told by `lender`, of `place` (« 80 morts depuis
        jeudi à X. Dans la nuit, neuf personnes ont péri à Y »)."""
        if time is None or time.kind not in _STRETCHES or not dated(time) or scene is lender:
            return False
        if scene.times or scene.back or not self._harms(scene):
            return False
        if scene.sentence.start < lender.sentence.start:
            near = lender.sentence.index - scene.sentence.index <= _NEAR
            return near and self._counts_others(scene, self._summed(lender, time))
        if scene.sentence.kind != "paragraph" or self._goes_on(scene):
            return False
        if scene.hours or self.brings_in_one(scene):
            return True
        own = ground_of(scene).place
        if own is None or place is None:
            return False
        elsewhere = _is_outside(own, place)
        if elsewhere and self._are_new(scene):
            return True
        most, few = max(self._summed(lender, time), default=0.0), max(self._counted(scene), default=1.0)
        if not is_exact(own) or few >= _LOT:
            return False
        long = (length_of(time) or 0) > _LONG
        if not most:
            return elsewhere and few < _FEW
        return few * (_WAR_SHARE if long else _SHARE) <= most if elsewhere or long else most < few

    def _harms(self, scene: Scene) -> bool:
        return scene.tells or not self.harming.isdisjoint(scene.sentence.words)

    def _summed(self, scene: Scene, time: TimeRef) -> list[float]:
        """The numbers of those whom the scene counts over the stretch: not its days, nor those who are only added to a sum (« la mort
        de trois soldats, portant à 146 le nombre de tués depuis mai »)."""
        start, tokens = scene.sentence.start, scene.sentence.tokens
        before = [t.fold for t in tokens if t.start < time.span.start]
        raised = raised_at(before, self.pack, self.events.raising)
        start = start if raised is None else tokens[raised].start
        return self._counted(scene, start)

    def _counted(self, scene: Scene, start: int = 0) -> list[float]:
        """The numbers of the scene behind an offset, but for those of its times."""
        first = bisect_left(self._starts, max(start, scene.sentence.start))
        here = self.numerals[first : bisect_left(self._starts, scene.sentence.end)]
        times = [t.span for t in scene.times]
        return [
            n.value
            for n in here
            if n.value is not None
            and not n.ordinal
            and (n.value in scene.counts or not scene.tells)
            and not any(t.holds(n.number_start, n.number_end) for t in times)
        ]

    def _counts_others(self, scene: Scene, summed: Sequence[float]) -> bool:
        """Whether a headline or a lead counts others than a stretch told behind it (« dix soldats tués à X. En une semaine, 60
        personnes ont péri »)."""
        if not scene.counts or not summed:
            return False
        sums, apart = {*summed, sum(summed)}, is_exact(ground_of(scene).place)
        # « 60 villageois et 40 soldats sont morts », « une centaine » of 145, if the headline names no town
        return not any(
            share * n <= own <= n / share
            for own in scene.counts
            for share in (_ROUND if apart or own % _TENS else _VAGUE,)
            for n in sums
        )

    def _names_main(self, scene: Scene, aside: Scene, main: Scene, known: Sequence[str]) -> bool:
        """Whether a sentence names a place that is not that of what had been before, or the event of `main` by a noun that is not the
        one of another deed told before; or more of those whom only `main` counts (« Trois autres enfants »); or somebody is quoted."""
        told = {s.place.id for s in aside.spots if s.place is not None}
        if any(s.place is not None and s.place.id not in told for s in scene.spots):
            return True
        sentence = scene.sentence
        more = [b for a, b in pairwise(sentence.folds) if a in self.words.others]
        if sentence.tokens[0].text in QUOTES or any(
            b in main.sentence.words and b not in aside.sentence.words for b in more
        ):
            return True
        other = not self.blows.isdisjoint(aside.sentence.words)
        return other and any(b in main.sentence.words and b not in aside.sentence.words for b in known)

    def _goes_on(self, scene: Scene) -> bool:
        """Whether the sentence tells more of what lasts (« Les combats ont aussi fait 50 blessés », « Parmi eux »)."""
        sentence, words = scene.sentence, self.words
        if self._is_part(sentence.folds) or self.events.is_over_in(sentence):
            return True
        known = either(words.definite, words.pointing)
        lasting = either(self.lasting, words.broad)
        return any(a.fold in known and b.fold in lasting for a, b in pairwise(sentence.tokens))

    def _is_part(self, folds: Sequence[str]) -> bool:
        """Whether it counts some of those told before (« Parmi eux », « douze d'entre eux », « figurent parmi les morts »)."""
        if self.figures.of_them.stand_in(folds):
            return True
        return any(
            not at or (folds[at + size : at + size + 1] and folds[at + size] in self.dead)
            for at, size in self.figures.among.standing(folds)
        )

    def brings_in_one(self, scene: Scene) -> bool:
        """Whether the sentence brings in one attack: « une roquette », « un violent raid », « dans l'explosion d'un immeuble »,
        « l'attaque de leur poste »."""
        words, folds = self.words, scene.sentence.folds
        new = but_for(words.one, words.definite)
        for i, fold in enumerate(folds):
            striking = fold in words.strikers
            if not striking and (fold not in self.blows or fold in self.lasting):
                continue
            before, after = folds[max(0, i - 2) : i], folds[i + 1 : i + 3]
            led = len(before) > 1 and before[0] in words.a and before[1].isalpha() and before[1] not in self.small
            if (before and before[-1] in words.a) or led:
                return True
            told = not striking and bool(before) and before[-1] in words.definite and len(after) > 1
            if told and after[0] in words.of and after[1] in new:
                return True
        return False

    def _are_new(self, scene: Scene) -> bool:
        """Whether the sentence opens, or goes on behind a comma, with several attacks (« des heurts ont fait », « des obus »)."""
        new = either(self.words.several, self.words.means)
        folds = [",", *scene.sentence.folds]
        at = (i for i in range(len(folds) - 2) if folds[i] == "," and folds[i + 1] in self.some)
        return any(folds[i + 2] in new for i in at)

    def is_before(self, scene: Scene, time: TimeRef, last: TimeRef | None) -> bool:
        """Whether the sentence tells what had been before the day that the text is at (« En mars, une frappe avait tué 12 civils »)."""
        if last is None or last.kind != "point" or last.date_from is None or time.date_to is None:
            return False
        return time.date_to < last.date_from and self._harmed_at(scene) is not None

    def _harmed_at(self, scene: Scene) -> int | None:
        """Where the auxiliary of what had done the harm stands (« une frappe avait tué »)."""
        folds, was = scene.sentence.folds, self.pack.verbs.imperfect_auxiliaries
        for i, word in enumerate(folds):
            done = folds[i + 1 : i + 1 + _PARTICIPLE] if word in was else ()
            if any(f in self.harming or self.events.is_harm(f) for f in done):
                return i
        return None

    def _is_apart(self, scene: Scene) -> bool:
        """Whether what had been before is told in a clause that is not the main one (« celui de X, qui avait fait 28 morts »)."""
        folds, verbs, at = scene.sentence.folds, self.pack.verbs, self._harmed_at(scene)
        for i in range((at or 0) - 1, -1, -1):
            if folds[i] in self.pack.words.subordinators:
                return True
            if folds[i] == ";" or (verbs.is_auxiliary(folds[i]) and verbs.finite(folds[i])):
                break
        return False

    def resumes(self, scene: Scene, time: TimeRef, lender: Scene, attack: Scene, place: Place | None) -> bool:
        """Whether a sentence behind one attack goes on with the stretch told before it, as it counts more than the attack: « Depuis
        samedi, 25 personnes ont été tuées. Une grenade a tué un enfant. Plus de cent manifestants ont été blessés »."""
        sentence = scene.sentence
        folds = sentence.folds
        if scene.back or scene.times or scene.hours or self._is_part(folds):
            return False
        if folds[0] in self.pack.words.subjects or not self.words.others.isdisjoint(sentence.words):
            return False
        if any(a in self.words.definite and b in self.blows and b not in self.lasting for a, b in pairwise(folds)):
            return False  # « L'explosion a blessé 30 personnes »
        own, sums = max(self._counted(scene), default=0.0), self._summed(lender, time)
        if (length_of(time) or 0) > _LONG and own * _WAR_SHARE <= max(sums, default=0.0):
            return False
        return own > max(attack.counts, default=1.0) and not self.leaves_stretch(scene, time, lender, place)

    def returns(self, scene: Scene, aside: Scene, main: Scene) -> bool:
        """Whether a sentence behind what had been before goes on with what `main` tells (« L'explosion a aussi blessé … »)."""
        sentence, verbs = scene.sentence, self.pack.verbs
        was = verbs.imperfect_auxiliaries
        if scene.back or not self._harms(scene) or not was.isdisjoint(sentence.words):
            return False
        folds = sentence.folds
        if self._is_part(folds) or folds[0] in self.pack.words.subjects:
            return False  # « En mars, l'armée avait lancé une offensive. Elle dit avoir tué 300 rebelles »
        if not any(verbs.is_auxiliary(f) and verbs.finite(f) for f in folds):
            return False
        known = [b for a, b in pairwise(sentence.folds) if a in self.words.definite and b in self.words.events]
        if any(b in aside.sentence.words and b not in main.sentence.words for b in known):
            return False  # « un raid avait tué dix civils. Le raid a aussi blessé … »
        if not self._is_apart(aside):
            # « En juin, une embuscade avait fait neuf morts. À Y, deux policiers … », but « L'ONU a compté 51 morts »
            return self._names_main(scene, aside, main, known) and not _is_nearer(scene, aside, main)
        return bool(known or scene.spots) or self.words.others.isdisjoint(sentence.words)


def _is_outside(own: Place, place: Place) -> bool:
    """Whether a place is neither another one nor in it."""
    if own.id == place.id or place.id in own.parents or own.id in place.parents:
        return False
    if own.country != place.country:
        return place.precision != "wide"
    if place.precision == "country" or own.precision == "country":
        return False
    return (kilometres(own, place) or 0.0) > (_TOWN if is_exact(place) else _REGION)


def _is_nearer(scene: Scene, aside: Scene, main: Scene) -> bool:
    """Whether a scene counts more than `main`, and rather what had been before."""
    own, old, new = (max(s.counts, default=0.0) for s in (scene, aside, main))
    return own > new and abs(own - old) < abs(own - new)
