"""Party: one that a sentence names, and the one that stands in front of its deed (« Russian attacks »)."""

from typing import NamedTuple

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.model.annotation import Entity, Mention
from recoupe.stages.claim.doers.named_lands import NamedLands
from recoupe.stages.claim.words.line import Line


class Party(NamedTuple):
    """A party named in the sentence: its first word, and the word after it."""

    first: int
    end: int
    entity: Entity


def land_ruled(mention: Mention, countries: Countries) -> str | None:
    """The code of the country that a person ruled or rules for long, by the usual name or as the article spells it; or None."""
    return countries.by_ruler(mention.entity.name) or countries.by_ruler(mention.span.text)


class Named:
    """The parties that a sentence names, with the words for what they do."""

    def __init__(
        self, line: Line, named: list[Party], words: AgentWords, countries: Countries, lands: NamedLands
    ) -> None:
        self.line = line
        self.named = named
        self.words = words
        self.countries = countries
        self.lands = lands
        self.counted: list[Party] = []
        """Those whose people the sentence counts: « 50 membres de X »."""


def fronting(parties: Named, deed: int) -> Entity | None:
    """Who stands in front of a deed as its author: « Russian missile attacks », « the army's offensive », « RSF shelling »."""
    line, words = parties.line, parties.words
    owned = False
    for at in range(deed - 1, -1, -1):
        token = line.sentence.tokens[at]
        party = next((p for p in parties.named if p.end == at + 1), None)
        if party is not None and _does(parties, party, deed, owned=owned):
            return party.entity
        code = parties.countries.by_adjective(token.text) if token.text[0].isupper() and not owned else None
        if code is not None:
            return parties.countries.state(code)
        if owned:
            code = parties.countries.by_name(token.text) or parties.countries.by_metonym(token.text)
            own = token.text[0].isupper() and line.folds[deed] not in words.suffered
            return parties.countries.state(code) if code is not None and own else None
        if token.fold in words.genitives:
            owned = True
        elif token.fold not in words.fronted and token.fold not in words.deeds and not token.fold[0].isdigit():
            return None
    return None


def _does(parties: Named, party: Party, deed: int, *, owned: bool) -> bool:
    """Whether a name in front of a deed says who did it, and not where it was done or who suffered it."""
    if party.entity.kind == "party":
        return True
    suffered = parties.line.folds[deed] in parties.words.suffered
    return not suffered and (owned or party.entity.kind != "state")
