"""Fighters: which party « les rebelles », « les combattants » mean in an article."""

from collections.abc import Callable, Sequence

from recoupe.languages.voice_forms import split
from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.profiles import Profile, Profiles, Resolved


class Fighters:
    """Answers for one article."""

    def __init__(self, profiles: Profiles, mission: Callable[[Entity], bool]) -> None:
        """`mission` says whether a party keeps the peace."""
        self._profiles = profiles
        self._mission = mission
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
        """The one armed party, no state's, that has spoken, else the one that the article names, whom it then calls « les
        insurgés »; None where several have, or the noun calls nobody who bears arms against a state."""
        if lemma not in self._words.armed:
            return None
        spoke = {source.entity.id: source for source in before if self._bears_arms(source.entity)}
        named = (self._profiles.of(m.entity).resolved() for m in self._profiles.mentions if self._bears_arms(m.entity))
        found = spoke or {one.entity.id: one for one in named}
        return next(iter(found.values())) if len(found) == 1 else None

    def _bears_arms(self, entity: Entity) -> bool:
        return entity.kind == "party" and not self._mission(entity) and not self._profiles.of(entity).public
