"""Capitals: those that stand for their state in what a sentence tells, and are not where anything happened."""

from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.spots import Spot
from recoupe.stages.claim.words.events import Events

_VERB = 5
"""How many words the verb of a passive has (« a une nouvelle fois été »)."""
_BOTH = 6
"""Within how many words behind « entre » the other side of « et » begins."""


class Capitals:
    """Asks of a place of one sentence whether it is a capital that acts."""

    def __init__(
        self,
        text: str,
        words: tuple[PlaceWords, SceneWords],
        events: Events,
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        """Of the sentences of one text."""
        self.text = text
        self.places, self.words = words
        self.events = events
        self.pack = pack
        self.gazetteers = gazetteers

    def acts(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a capital that opens the sentence does what its state does: « Bakou, de son côté, garde le silence »."""
        tokens = sentence.tokens
        at = 1 + (tokens[0].fold in self.places.articles and len(tokens) > 1)
        if spot.start != tokens[at - 1].start:
            return False
        known = (
            at > 1 and tokens[1].fold in self.places.heads and spot.end == tokens[1].end
        )  # « La municipalité redoute »
        if not known and (at > 1 or self.gazetteers.countries.by_metonym(tokens[0].text) is None):
            return False
        if tokens[at : at + 1] and tokens[at].text == ",":
            at = 1 + next((i for i in range(2, len(tokens)) if tokens[i].text == ","), len(tokens))
        verbs = self.pack.verbs
        while at < len(tokens) and (tokens[at].fold in self.pack.words.clitics or tokens[at].fold in self.words.nots):
            at += 1
        if at + 1 >= len(tokens) or not verbs.finite(tokens[at].fold):
            return False
        suffers = {t.fold for t in tokens[at : at + 3]} & (self.events.harm | self.words.been)
        return not suffers and not self._befell([t.fold for t in tokens[at : at + _VERB]])

    def _befell(self, verb: Sequence[str]) -> bool:
        """Whether a verb is a passive, with words set in: « Bagdad a de nouveau été frappée », but not « a dit avoir été »."""
        verbs = self.pack.verbs
        been = next((i for i, fold in enumerate(verb) if fold in self.words.been), 0)
        return been > 0 and verbs.is_auxiliary(verb[0]) and not any(verbs.is_past_participle(f) for f in verb[1:been])

    def is_blamed(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a capital's state is blamed, asked or answered: « Bakou impute à Erevan la mort de … »."""
        at, tokens = sentence.first_at(spot.start), sentence.tokens
        if at < 2 or self.gazetteers.countries.by_metonym(self.text[spot.start : spot.end]) is None:
            return False
        return tokens[at - 1].fold in self.words.toward and tokens[at - 2].fold in self.events.addressing

    def leads(self, spot: Spot, sentence: Sentence) -> bool:
        """Whether a capital's state is said to lead what kills: « l'offensive de Damas a tué 350 civils »."""
        at, tokens = sentence.first_at(spot.start), sentence.tokens
        if at < 2 or self.gazetteers.countries.by_metonym(self.text[spot.start : spot.end]) is None:
            return False
        return tokens[at - 1].fold in self.places.of and tokens[at - 2].fold in self.words.led

    def is_party(self, spot: Spot, found: Sequence[Spot], sentence: Sentence) -> bool:
        """Whether a capital's state is one of two sides: « le conflit entre Dakar et les indépendantistes ».

        Two towns of one country are the ends of a way: « entre Bamako et Ségou ».
        """
        if self.gazetteers.countries.by_metonym(self.text[spot.start : spot.end]) is None or spot.place is None:
            return False
        at, tokens = sentence.first_at(spot.start), sentence.tokens
        behind = sentence.first_at(spot.end)
        near = tokens[max(0, at - _BOTH) : at]
        if near and near[-1].fold in self.words.between:
            if behind >= len(tokens) or tokens[behind].fold not in self.words.ands:
                return False
            other = next((s for s in found if s.start >= spot.end), None)
            beside = other is not None and sentence.first_at(other.start) - behind <= _BOTH
        elif near and near[-1].fold in self.words.ands and any(t.fold in self.words.between for t in near):
            start = next(t.end for t in reversed(near) if t.fold in self.words.between)
            other = next((s for s in found if start <= s.start < spot.start), None)
            beside = other is not None
        else:
            return False
        if not beside or other is None or other.place is None:
            return True
        return not (is_exact(other.place) and other.place.country == spot.place.country)
