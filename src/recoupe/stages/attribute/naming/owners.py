"""Owners: whom « son », « leur » at the head of a phrase mean."""

from recoupe.languages.voice_forms import Form
from recoupe.languages.voices import VoiceWords
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Resolved
from recoupe.stages.attribute.naming.pronouns import Pronouns
from recoupe.stages.attribute.naming.where import Where


class Owners:
    """Answers for the phrases of one article."""

    def __init__(self, words: VoiceWords, pronouns: Pronouns) -> None:
        self._words = words
        self._pronouns = pronouns

    def of(self, phrase: Phrase, where: Where) -> Resolved | None:
        """Whom the possessive that opens the phrase means; None where none does, or nobody is meant."""
        owner = self._words.owners.get(phrase.tokens[0].fold)
        if owner is None:
            return None
        return self._pronouns.subject(Form("subject", *owner), where.start, where.before, inverted=False)
