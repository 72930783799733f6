"""Found days: the days on which the dead were found, buried or brought away, and did not die."""

from collections.abc import Sequence, Set

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.stages.claim.scenes.conveyed import Conveyed
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.scenes.toll_days import is_day_sum
from recoupe.stages.claim.words.events import events_of, motion_verbs, scene_words

_BEFORE = 4
"""How many words before a time its verb may stand."""
_BEHIND = 12
"""How many words behind a time that opens the sentence its verb may stand."""
_LONG = 60
"""Days after which the dead that are found fell long before."""


class FoundDays:
    """Questions to the times of one sentence."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.words, self.motions = pack, scene_words(pack), motion_verbs(pack)
        self.harm = events_of(pack).harm
        self.conveyed = Conveyed(pack)

    def holds(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether a verb of finding, burying or bringing away the dead stands right before the time, or behind one that opens."""
        # « identifiées au cours de l'année écoulée », but not « 38 corps ont été retrouvés en trois jours »
        long = time.kind == "interval" and (length_of(time) or 0) > _LONG
        if not (time.kind == "point" or long) or is_day_sum(time, sentence, self.words):
            return False
        return self.conveyed.holds(time.span.start, sentence) or self._of_verb(time, sentence, self.words.finding)

    def is_of_burial(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the verb is one of burying, which may be long after."""
        return self._of_verb(time, sentence, self.words.burying)

    def _of_verb(self, time: TimeRef, sentence: Sentence, lemmas: Set[str]) -> bool:
        """Whether one of the verbs stands right before the time, or behind one that opens the sentence."""
        at = sentence.first_at(time.span.start)
        near = sentence.tokens[max(0, at - _BEFORE) : at]
        harmed = [i for i, t in enumerate(near) if self._is_harmed(t) and not self._is_form((t,), lemmas)]
        if harmed and not (len(near) - 1 in harmed and self._is_form(near[-2:-1], lemmas)):
            return False  # « ont enterré 19 personnes tuées la veille », but not « retrouvés morts mardi »
        if at <= 1:  # « mardi, douze corps ont été retrouvés »
            near = sentence.tokens[at : at + _BEHIND]
        return self._is_form(near, lemmas)

    def _is_form(self, tokens: Sequence[Token], lemmas: Set[str]) -> bool:
        return any(lemma in lemmas for token in tokens for lemma, _ in self.motions.analyses(token.fold))

    def _is_harmed(self, token: Token) -> bool:
        """Whether a word is a participle of harm (« tuées »)."""
        forms = (form for _, form in self.pack.verbs.analyses(token.fold))
        return token.fold in self.harm and any(f.mood == "participle" and f.tense == "past" for f in forms)
