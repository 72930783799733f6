"""Conveyed: places to which the hurt or the dead were brought, and days on which they were (« évacués vers l'hôpital de X »)."""

from collections.abc import Sequence

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence, Token
from recoupe.stages.claim.words.events import motion_verbs, scene_words

_CUTS = frozenset(",;:()")
_WAY = 9
"""How many words from « ont été évacués » to where the hurt are brought, or when."""


class Conveyed:
    """Questions to the words of one sentence."""

    def __init__(self, pack: LanguagePack) -> None:
        self.pack, self.words, self.motions = pack, scene_words(pack), motion_verbs(pack)

    def holds(self, offset: int, sentence: Sentence) -> bool:
        """Whether a verb before the offset says that the hurt or the dead were brought there, or then."""
        if self.words.conveyed.isdisjoint(sentence.words):
            return False
        at = sentence.first_at(offset)
        before = sentence.tokens[:at]
        cuts = [i + 1 for i, t in enumerate(before) if t.text in _CUTS]
        cut = cuts[-1] if cuts else 0
        if len(cuts) > 1 and self.pack.verbs.is_auxiliary(sentence.tokens[cut].fold):
            # « huit personnes, grièvement blessées, ont été évacuées », « les corps des deux soldats tués, à l'est de X, ont été … »
            cut = next((c for c in cuts[-2::-1] if self._conveys(before[c:])), 0)
        if cut and len(cuts) == 1 and before[0].fold in self.pack.words.prepositions and self._conveys(before[:cut]):
            cut = 0  # « Parmi les 30 blessés, dix ont été évacués à »
        if not self._conveys(before[cut:]) and not self._opens_with_conveying(before[cut:]):
            return False
        near = before[max(cut, at - _WAY) :]
        return any(lemma in self.words.conveying for t in near for lemma, _ in self.motions.analyses(t.fold))

    def _conveys(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch names the hurt or the dead."""
        return not self.words.conveyed.isdisjoint(t.fold for t in tokens)

    def _opens_with_conveying(self, tokens: Sequence[Token]) -> bool:
        """Whether a stretch begins with a participle that speaks of those before it: « …, évacués vers l'hôpital de X »."""
        # « …, tous évacués vers Y »
        forms = (analysis for token in tokens[:2] for analysis in self.motions.analyses(token.fold))
        return any(lemma in self.words.conveying and form.mood == "participle" for lemma, form in forms)
