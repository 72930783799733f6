"""Statements: which places and times of a sentence are those of speaking, not of what is spoken of."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from datetime import date

from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.span import Span
from recoupe.stages.claim.scenes.joined_clauses import is_conjoined, is_counted
from recoupe.stages.claim.scenes.saying_days import behind_verb, said_early
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.events import events_of
from recoupe.stages.claim.words.lexicon import lexicon

_FRAME = 5
"""How many words a place at the head of a sentence and its colon are."""
_EVENT = 3
"""How many words before a place its event may stand."""
_OPENING = 4
"""How many characters may stand before the words that open a sentence."""
_PHRASE = 9
"""Within how many words behind a time the subject may stand whose participle opens the sentence."""
_OPENED = 2
"""How many words a participle that opens a sentence may have before its time."""
_BY = 6
"""Within how many words behind « interrogés » it is said by whom."""
_GAP = 2
"""How many characters may part a verb of saying from the time behind it."""
_HIT = 4
"""Within how many words before a seat the attack on it is named (« l'attaque du siège de »)."""
_COMMAS = frozenset(',;»"')


class Statements:
    """The attributions of one Document, asked sentence by sentence."""

    def __init__(
        self,
        attributions: Sequence[Attribution],
        sentences: Sequence[Sentence],
        pack: LanguagePack,
        places: PlaceWords,
        scenes: SceneWords,
    ) -> None:
        self.pack, self.verbs, self.cues = pack, pack.verbs, pack.cues
        self.places, self.scenes = places, scenes
        self._happenings = either(scenes.events, lexicon(pack).harm.tolls.that_of)
        self.started = time_words(pack).joints.started
        self.edges = time_words(pack).values["EDGE"]
        self.adpositions = pack.cues.adpositions.openings
        self.nominal = either(places.articles, places.of, pack.words.prepositions, pack.words.determiners)
        self.relatives = pack.words.relatives
        self.nouns = either(scenes.campaigns, scenes.events)
        self.harm = lexicon(pack).alarms
        self.happened = events_of(pack).happening
        self.adjectives = pack.words.prenominal
        self.known = either(scenes.papers, scenes.made_known)
        self.passive = lexicon(pack).figures.passive
        self._inside: dict[int, list[Attribution]] = {}
        starts = [s.start for s in sentences]
        for attribution in attributions:
            content, cue = attribution.content, attribution.cue
            held = set(range(bisect_right(starts, content.start) - 1, bisect_left(starts, content.end)))
            if cue is not None:
                held.add(bisect_right(starts, cue.start) - 1)
            for index in held:
                self._inside.setdefault(index, []).append(attribution)

    def inside(self, sentence: Sentence) -> Sequence[Attribution]:
        """The attributions that have their cue or some of their content in the sentence."""
        return self._inside.get(sentence.index, ())

    def seat(self, start: int, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether a place is where somebody lives, sits or speaks; `here` is what `inside` gives."""
        at = sentence.first_at(start)
        behind = sentence.within(end, sentence.end)[:2]
        if len(behind) > 1 and behind[0].text == "(" and behind[1].text[0].isdigit():
            return False  # « revendiquées par Y : à X (20 morts) »
        sources = [a.source for a in here if a.source is not None and a.source.start <= start < a.source.end]
        if sources:
            # with what says where that is: « selon l'hôpital de X, à 70 km de Y »
            return not self._tells_loss(sources[0].start, at, sentence)
        if start - sentence.start <= _OPENING and any(
            t.start >= end and t.text == ":" for t in sentence.tokens[at:][:_FRAME]
        ):
            return False  # « X : l'armée annonce … »
        if self._heads(at, sentence):
            return False  # « Guerre en X : neuf soldats tués, selon Y »
        if self._follows(at, sentence, self.places.of, self.scenes.returned):
            return True  # « rapporte X, tout juste rentré de Y »
        if self._follows(at, sentence, self.scenes.toward, self.scenes.located):
            return False  # « l'attaque d'un camp situé à X »
        if self._stands(at, sentence) or self._is_where(end, here, sentence):
            return False
        before: list[str] = []
        for token in reversed(sentence.tokens[max(0, at - 5) : at]):
            if token.text == ",":
                break
            before.append(token.fold)
        # « des violences à X, où un collectif avait appelé à », « deux jours après le raid de X, l'armée a dit »
        # « deux semaines après celle de X, où, selon Y, 400 personnes ont été tuées »
        happens = not self._happenings.isdisjoint(before[:_EVENT]) or self._is_hurt(at, sentence)
        if len(before) > 1 and before[0] in self.places.of:
            del before[1]  # « le siège du Darfour » is no seat
        elif (
            self.places.heads.get(sentence.tokens[at].fold) == "point"
            and before[:1]
            and (before[0] in self.places.indefinite and not self.places.of.isdisjoint(before[1:2]))
        ):
            before = []  # nor is « le siège d'un hôtel de X »
        if self._is_besieged(at, len(before), sentence):
            return False
        if not self.scenes.seats.isdisjoint(before):
            return not self._is_seat_hit(at, len(before), sentence)
        return not (happens or self._tells_place(end, here, sentence)) and self._beside_cue(start, end, here, sentence)

    def _is_where(self, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """« X, où, selon l'armée, onze civils ont été tués », « X (nord), où onze civils, selon Y, … »: whether what is said, on
        somebody's word by « selon », was where what ends there lies."""
        tokens = [t for t in sentence.tokens if t.start >= end]
        if tokens and tokens[0].text == "(":
            tokens = tokens[next((i for i, t in enumerate(tokens) if t.text == ")"), len(tokens)) + 1 :]
        where = next((t for t in tokens if t.text != ","), None)
        if where is None or where.fold not in self.pack.grammar.where:
            return False
        cues = [a.cue for a in here if a.cue is not None and a.content.start > where.start]
        return any(_first_from(sentence, cue.start) in self.adpositions for cue in cues)

    def _opens_account(self, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """« La semaine dernière, c'était à X : le maire y a compté six morts »: whether what ends there is told before a colon, and
        somebody speaks only behind it."""
        colon = next((t.start for t in sentence.tokens if t.start >= end and t.text == ":"), None)
        cues = [a.cue.start for a in here if a.cue is not None and a.cue.start >= sentence.start]
        if colon is None or not cues or min(cues) < colon:
            return False
        if any(
            a.source is not None and _first_from(sentence, a.source.start) in self.pack.words.speakers for a in here
        ):
            return False  # « Le ministre est arrivé à X : il parle de six morts »
        return any(self.verbs.finite(t.fold) for t in sentence.within(sentence.start, end))

    def _tells_place(self, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether a place that ends there is that of what is counted behind a colon: of an attack, or of « y »; not in « L'avion s'est
        posé à X : le gouvernement a confirmé douze morts »."""
        if not self._opens_account(end, here, sentence):
            return False
        words = [t.fold for t in sentence.within(sentence.start, end)]
        behind = [t.fold for t in sentence.tokens if t.start >= end]
        told = not self.harm.isdisjoint(words) or not self.scenes.events.isdisjoint(words)
        return told or self.scenes.there.stand_in(behind)

    def _tells_before(self, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """« La ville avait été frappée le 27 mars : 52 morts, selon la police »: whether what ends there is of an event told before a
        colon behind which somebody counts."""
        if not self._opens_account(end, here, sentence):
            return False
        words = [t.fold for t in sentence.within(sentence.start, end)]
        return any(not told.isdisjoint(words) for told in (self.harm, self.places.struck, self.happened))

    def _tells_loss(self, start: int, at: int, sentence: Sentence) -> bool:
        """« L'armée, qui a perdu trois soldats à X, assure »: whether a relative clause before token `at` says what befell the source."""
        said = [t.fold for t in sentence.tokens[sentence.first_at(start) : at]]
        clause = next((said[i:] for i in range(len(said)) if said[i] in self.relatives), [])
        return not self.harm.isdisjoint(clause) and not self.scenes.events.isdisjoint(clause)

    def _stands(self, at: int, sentence: Sentence) -> bool:
        """« un campement installé à », « une base établie à »: whether a thing, and nobody, is said to be at the place before token `at`."""
        if (
            at < 3
            or sentence.folds[at - 1] not in self.scenes.toward
            or sentence.folds[at - 2] not in self.scenes.seats
        ):
            return False
        head = self.places.heads.get(sentence.folds[at - 3])
        return head in ("point", "settlement") and not self.places.indefinite.isdisjoint(
            sentence.folds[at - 5 : at - 3]
        )

    def _is_seat_hit(self, at: int, width: int, sentence: Sentence) -> bool:
        """« l'attaque du siège de la police à X », « une bombe au siège de »: whether the seat before token `at` is what was hit."""
        folds = sentence.folds
        seat = next((i for i in range(at - 1, max(-1, at - 2 - width), -1) if folds[i] in self.scenes.seats), 0)
        near = folds[max(0, seat - _HIT) : seat]
        told = self.scenes.events | self.scenes.means
        return bool(near) and near[-1] in self.nominal and not told.isdisjoint(near) and "," not in near

    def _is_besieged(self, at: int, width: int, sentence: Sentence) -> bool:
        """« la fin du siège de l'hôtel X », « le siège d'un hôtel à Y »: whether the word for a seat before token `at` stands before « of »
        and a word for a place, which has no seat."""
        folds = sentence.folds[max(0, at - width) : at + 1]
        for i, word in enumerate(folds):
            if word in self.scenes.seats and not self.places.of.isdisjoint(folds[i + 1 : i + 2]):
                named = [f for f in folds[i + 1 :] if f not in self.nominal]
                return bool(named) and self.places.heads.get(named[0]) in ("point", "settlement", "district")
        return False

    def _is_hurt(self, at: int, sentence: Sentence) -> bool:
        """Whether harm is told before token `at` and no comma between: « Dix morts à X, Y accuse », « le drame, survenu à X »."""
        cut = max((i for i in range(at) if sentence.tokens[i].text == ","), default=-1)
        part = [t.fold for t in sentence.tokens[cut + 1 : at]]
        lost = bool(part) and part[0] in self.relatives and not self.scenes.events.isdisjoint(part)
        return lost or not self.harm.isdisjoint(part) or (bool(part) and part[0] in self.happened)

    def _follows(self, at: int, sentence: Sentence, small: Set[str], words: Set[str]) -> bool:
        """Whether one of the words, then one of the small ones, stand before token `at` and its article."""
        tokens, at = sentence.tokens, at - 1
        while at > 0 and tokens[at].fold in self.places.articles and tokens[at].fold not in small:
            at -= 1
        return at > 0 and tokens[at].fold in small and tokens[at - 1].fold in words

    def told(self, time: TimeRef, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether a time is that of a statement or of a paper; `here` is what `inside` gives."""
        if time.kind == "since" and (
            self._said_from(time.span.start, here, sentence)
            or said_early(time.span, sentence, self.scenes.early, self.pack)
            or self._opens_saying(time.span, here, sentence)
        ):
            return True
        if time.kind in ("since", "duration"):
            return False  # nobody speaks since May
        if self._tells_before(time.span.end, here, sentence):
            return False
        if self._asks(sentence):
            return True
        if (
            time.kind == "interval"
            and time.precision == "days"
            and (length_of(time) or 0) > 1
            and not self._of_edge(time.span, sentence)
        ):
            return False  # nor from the 3rd to the 28th
        if self.scenes.day_sums.stand_in([t.fold for t in sentence.tokens if t.start < time.span.end]):
            return False  # « pour la seule journée de vendredi, l'ONG dénombre »
        if self._of_paper(time.span, sentence) or self._opens_paper(time.span, sentence):
            return True
        if self._of_source(time.span, here, sentence):
            return True
        if time.precision in ("month", "season", "year") and self._counted(here, sentence):
            return False  # « en avril, l'ONG a recensé douze morts »
        return self._beside_cue(time.span.start, time.span.end, here, sentence) or (
            time.kind == "point" and behind_verb(time.span, sentence, self.pack)
        )

    def _heads(self, at: int, sentence: Sentence) -> bool:
        """Whether token `at` stands in the few words without a verb that a colon parts from the rest of the sentence."""
        colon = next((i for i, fold in enumerate(sentence.folds[: _FRAME + 1]) if fold == ":"), 0)
        return at < colon and not any(self.verbs.finite(f) for f in sentence.folds[:colon] if f not in self.nouns)

    def _asks(self, sentence: Sentence) -> bool:
        """Whether it tells that observers asked people, and of no harm: « en mai, l'ONG a mené 22 entretiens », « interrogés par des
        journalistes »; not that armed men did."""
        if not self.harm.isdisjoint(sentence.words) or not self.scenes.events.isdisjoint(sentence.words):
            return False
        folds, observers = sentence.folds, self.scenes.observers
        for at, fold in enumerate(folds):
            asked = fold in self.scenes.interviews
            asked = asked or any(lemma in self.scenes.asking for lemma, _ in self.verbs.analyses(fold))
            if not asked:
                continue
            behind = folds[at + 1 : at + 1 + _BY]
            by = next((i for i, word in enumerate(behind) if word in agent_words(self.pack).by), len(behind))
            if not observers.isdisjoint((*folds[:at], *behind[by:])):
                return True
        return False

    def _said_from(self, start: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """« avaient parlé dès lundi de 80 morts »: whether a time stands right behind a verb of saying, before what is said."""
        cues = [a.cue for a in here if a.cue is not None and a.content.start > start and self._is_verb(a.cue, sentence)]
        return any(cue.start < start and start - cue.end <= _GAP for cue in cues)

    def _opens_saying(self, span: Span, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """« Dès lundi, la police avait fait état de neuf morts », « Depuis samedi, une source donnait le chiffre de 80 corps »: whether
        a day that opens the sentence is that from which on it was said; not « depuis lundi, l'ONG recensait 80 morts »."""
        if span.start - sentence.start > _OPENING:
            return False
        behind = [t.fold for t in sentence.tokens if t.start >= span.end]
        if behind[:1] != [","]:
            return False
        cues = [a.cue for a in here if a.cue is not None and sentence.start <= span.end <= a.cue.start < a.content.end]
        cues = [c for c in cues if c.start < sentence.end and self._is_verb(c, sentence)]
        if not cues or self._clause_between(sentence, span.end, min(c.start for c in cues)):
            return False
        if _first_from(sentence, span.start) in self.scenes.early:
            return True
        told = [t.fold for c in cues for t in sentence.within(c.start, c.end)]
        went_on = any(form.finite and form.tense == "imperfect" for f in told for _, form in self.verbs.analyses(f))
        return went_on and not self._counted(here, sentence)

    def _of_edge(self, span: Span, sentence: Sentence) -> bool:
        """Whether it is the beginning, the middle or the end of a month, as of which one speaks: « début mars, il a dit »."""
        return any(t.fold in self.edges for t in sentence.within(span.start, span.end))

    def _counted(self, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether a cue of the sentence is a verb of counting; « a reconnu en avril la mort de … » is when it was admitted."""
        cues = [a.cue for a in here if a.cue is not None]
        return any(
            (verb := self.cues.verbs.get(lemma)) is not None and "counting" in verb.frames and verb.stance != "admit"
            for token in sentence.tokens
            if any(c.start <= token.start < c.end for c in cues)
            for lemma, _ in self.verbs.analyses(token.fold)
        )

    def _is_counted_by(self, cue: Span, sentence: Sentence) -> bool:
        """« Dans tout le pays, 400 morts ont été recensés en juin par l'ONU »: whether those counted are the subject of the cue."""
        lemmas = {lemma for t in sentence.within(cue.start, cue.end) for lemma, _ in self.verbs.analyses(t.fold)}
        counting = (verb for lemma in lemmas if (verb := self.cues.verbs.get(lemma)) is not None)
        return self.passive in lemmas and any("counting" in verb.frames for verb in counting)

    def _beside_cue(self, start: int, end: int, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether start:end is between cue and source, right after them, or outside what is said in their clause."""
        said = any(a.content.start <= start < a.content.end for a in here)
        for a in here:
            if (
                a.cue is None
                or not sentence.start <= a.cue.start < sentence.end
                or self._is_counted_by(a.cue, sentence)
            ):
                continue
            first, last = a.cue.start, a.cue.end
            if a.source is not None and a.source.start < start and end <= a.source.end:
                continue  # « un rescapé du raid de mardi raconte »
            if a.source is not None and sentence.start <= a.source.start < sentence.end:
                gap = (a.source.end, first) if a.source.end <= first else (last, a.source.start)
                if not self._clause_between(sentence, *gap):
                    first, last = min(first, a.source.start), max(last, a.source.end)
            if self._is_verb(a.cue, sentence):
                # « a annoncé vendredi le ministre »; « a annoncé vendredi que », but not « annonce : vendredi, … »
                if first <= start and end <= last:
                    return True
                if 0 <= start - last <= 2 and not (said and a.cue.end <= a.content.start <= start):
                    return True
            if (
                not said
                and not self._is_bare(a.cue, sentence)
                and not (end <= first and self._is_of_clause(start, sentence))
                and not (end <= first and self._is_parted(end, first, sentence))
                and not (end <= first and is_conjoined(start, end, first, sentence, self.pack))
                and not (start >= last and self._is_resumed(last, start, sentence))
                and not self._clause_between(sentence, *((end, first) if end <= first else (last, start)))
            ):
                return True
        return False

    def _is_of_clause(self, start: int, sentence: Sentence) -> bool:
        """Whether a relative clause holds the place or time: « l'attaque qui a tué 20 soldats le 5 mai, l'armée a dit »."""
        part = sentence.folds[: sentence.first_at(start)]
        cut = max((i for i, fold in enumerate(part) if fold == ","), default=-1)
        here = part[cut + 1 :]
        return bool(here) and here[0] in self.relatives and any(self.verbs.finite(fold) for fold in here)

    def _is_parted(self, start: int, end: int, sentence: Sentence) -> bool:
        """Whether a relative clause that goes on up to `end` begins behind `start`: « le raid du 5 mai, dans lequel X dit »."""
        between = sentence.folds[sentence.first_at(start) : sentence.first_at(end)]
        relative = max((i for i, fold in enumerate(between) if fold in self.relatives), default=None)
        return relative is not None and "," not in between[relative:]

    def _is_resumed(self, start: int, end: int, sentence: Sentence) -> bool:
        """Whether what is said goes on with an event behind a comma: « dix morts, a annoncé le ministère, dans un raid mardi »."""
        between = sentence.folds[sentence.first_at(start) : sentence.first_at(end)]
        if between[:1] != (",",):
            return False
        return not self.scenes.events.isdisjoint(between)

    def _is_verb(self, cue: Span, sentence: Sentence) -> bool:
        """Whether the cue is a verb and no « selon »."""
        return _first_from(sentence, cue.start) not in self.adpositions

    def _is_bare(self, cue: Span, sentence: Sentence) -> bool:
        """Whether the cue is a participle without auxiliary: « un attentat revendiqué par » says nothing of when."""
        word = _first_from(sentence, cue.start)
        forms = [form for _, form in self.verbs.analyses(word)]
        return bool(forms) and all(f.mood == "participle" and f.tense == "past" for f in forms)

    def _clause_between(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether a verb of another clause stands between two offsets."""
        first, folds = sentence.first_at(start), sentence.folds
        return any(
            self.verbs.finite(folds[at]) and (not at or folds[at - 1] not in self.nominal)
            for at in range(first, sentence.first_at(end))
        )  # « la chute » is no verb, though « chute » can be one

    def _opens_paper(self, span: Span, sentence: Sentence) -> bool:
        """Whether the time opens a sentence whose verb is one of publishing (« Hier, l'ONU a publié un rapport »)."""
        if span.start - sentence.start > _OPENING:
            return False
        before = ""
        for token in sentence.tokens:
            if token.start >= span.end and self.verbs.is_auxiliary(before):
                return any(lemma in self.scenes.papers for lemma, _ in self.verbs.analyses(token.fold))
            before = token.fold
        return False

    def _of_paper(self, span: Span, sentence: Sentence) -> bool:
        """Whether the word before the time says that something was written or published then."""
        tokens = sentence.tokens
        at = sentence.first_at(span.start) - 1
        for i in range(at, max(-1, at - 2), -1):
            word = tokens[i].fold
            if word in self.scenes.paper_words:
                return True
            for lemma, form in self.verbs.analyses(word):
                participle = form.mood == "participle" and form.tense == "past"
                told = participle and lemma in self.cues.verbs and not self._is_done(tokens[max(0, i - 1)].fold)
                told = told and word not in self.adjectives  # « l'attaque présumée de mardi »
                # « visé à deux reprises mardi », « à plusieurs reprises »
                told = told and not (
                    is_counted(tokens, i, self.pack) or tokens[i - 1].fold in self.pack.words.determiners
                )
                if lemma in self.scenes.papers or told:
                    begun = word in self.started
                    return not (begun and (self._before_event(span, sentence) or self._behind_event(i, sentence)))
            if word not in self.places.articles and word not in self.places.of:
                return False
        return False

    def _of_source(self, span: Span, here: Sequence[Attribution], sentence: Sentence) -> bool:
        """Whether the time stands in the words for who speaks, behind what was done to make it known and before any event (« selon
        une note lue à la télévision dans la soirée », « un rapport de l'ONU publié le 5 juin à Genève »)."""
        sources = (a.source for a in here if a.source is not None)
        held = next((s for s in sources if s.start < span.start and span.end <= s.end), None)
        for token in reversed(sentence.within(held.start, span.start) if held is not None else ()):
            if token.fold in self.scenes.events:
                return False
            for lemma, form in self.verbs.analyses(token.fold):
                if form.mood == "participle" and form.tense == "past" and lemma in self.known:
                    return True
        return False

    def _is_done(self, word: str) -> bool:
        """Whether a word is the auxiliary that makes a participle an act (« les combats qui ont repris jeudi »)."""
        return any(lemma in self.scenes.have for lemma, _ in self.verbs.analyses(word))

    def _before_event(self, span: Span, sentence: Sentence) -> bool:
        """Whether an event stands right behind the time, or behind its article: « a lancé jeudi une attaque »; behind a time
        that opens the sentence, after a comma: « Lancée jeudi par les rebelles, l'attaque ».
        """
        behind = [t.fold for t in sentence.tokens if t.start >= span.end]
        if sentence.first_at(span.start) <= _OPENED and "," in behind[:_PHRASE]:
            behind = behind[behind.index(",") + 1 :]
        return not self.scenes.events.isdisjoint(behind[:2])

    def _behind_event(self, at: int, sentence: Sentence) -> bool:
        """Whether an event stands a few words before token `at`: « l'attaque de drones lancée vendredi »."""
        near = sentence.tokens[max(0, at - _EVENT) : at]
        return any(t.fold in self.scenes.events for t in near)


def _first_from(sentence: Sentence, offset: int) -> str:
    """The first folded word that starts at an offset or after it; nothing when none does."""
    at = sentence.first_at(offset)
    return sentence.folds[at] if at < len(sentence.folds) else ""


def length_of(time: TimeRef) -> int | None:
    """How many days lie between the first and the last; None when one is open."""
    if time.date_from is None or time.date_to is None:
        return None
    return (date.fromisoformat(time.date_to) - date.fromisoformat(time.date_from)).days
