"""Forces: the army, or the coalition that a state leads, that an article tells as attacking for the state."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.model.annotation import Entity
from recoupe.model.figure import Figure
from recoupe.stages.claim.agents import serves_state


class Forces:
    """Those of one article, by the states that they serve."""

    def __init__(self, words: AgentWords, countries: Countries) -> None:
        self._words = words
        self._countries = countries
        self._names: dict[str, set[str]] = {}

    def keep(self, author: Entity, name: str) -> None:
        """Keeps an author, called so, as what attacks for its state, if that is what it is."""
        code = author.country
        army = author.kind == "party" and serves_state(author, self._countries)
        if army and code is not None and name not in self._branches(code):
            self._names.setdefault(code, set()).add(name)

    def settled(self, figures: Sequence[Figure]) -> list[Figure]:
        """The figures; those of a state whose army alone is told to attack for it with the army.

        « des tirs ukrainiens » are the army's in an article that says « l'armée ukrainienne a bombardé ».
        """
        forces = {
            name: next(iter(names))
            for code, names in self._names.items()
            if len(names) == 1
            for name in (self._countries.state(code).name, *self._branches(code))
        }
        return [replace(f, perpetrator=forces[f.perpetrator]) if f.perpetrator in forces else f for f in figures]

    def _branches(self, code: str) -> set[str]:
        """What parts of a state's army are called."""
        return {f"{self._countries.adjective_en(code)} {branch}" for branch in self._words.branches}
