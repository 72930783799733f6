"""Fighters: which party « les rebelles », « les combattants » mean in an article."""

from collections.abc import Sequence

from recoupe.languages.voice_forms import split
from recoupe.stages.attribute.profiles import Profile, Profiles, Resolved


class Fighters:
    """Answers for one article."""

    def __init__(self, profiles: Profiles) -> None:
        self._profiles = profiles
        self._words = profiles.words

    def called(self, lemma: str) -> Resolved | None:
        """The one party whose members the article calls by that noun (« les rebelles talibans », « les miliciens du
        M23 »); None where it calls none or several so."""
        words = self._words
        found: Profile | None = None
        for mention in self._profiles.mentions:
            if mention.entity.kind != "party":
                continue
            before = self._profiles.words_before(mention.span.start)
            while before and (before[-1] in words.belonging or before[-1] in words.determiners):
                before.pop()
            nouns = (words.roles.get(word) for word in (split(mention.span.text)[0], *before[-2:]))
            if not any(noun is not None and noun.lemma == lemma for noun in nouns):
                continue
            profile = self._profiles.of(mention.entity)
            if found is not None and found is not profile:
                return None
            found = profile
        return None if found is None else found.resolved()

    def only(self, lemma: str, before: Sequence[Resolved]) -> Resolved | None:
        """The one armed party that has spoken, no state's, whom the article then calls « les insurgés »; None where several
        have, or the noun calls nobody who bears arms against a state."""
        spoke = {s.entity.id: s for s in before if s.entity.kind == "party" and not self._profiles.of(s.entity).public}
        return next(iter(spoke.values())) if lemma in self._words.armed and len(spoke) == 1 else None
