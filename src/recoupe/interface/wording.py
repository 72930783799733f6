"""Records in a person's words."""

from collections.abc import Mapping, Sequence

from recoupe.interface.catalogue import Catalogue
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.figure import Figure

_RELAY = " › "
"""Between those of a chain: the first relays the next."""


class Wording:
    """How records are put to a person who reads one language. `seconds`: the second label of names known by the first."""

    def __init__(self, say: Catalogue, seconds: Mapping[str, str]) -> None:
        self._say = say
        self.labels = seconds if say.second_names else {}
        """The second label of names known by the first; empty for who reads a language that uses the first."""

    @property
    def language(self) -> str:
        """The language that the person reads."""
        return self._say.language

    def name(self, name: str) -> str:
        """A source or party."""
        return self.labels.get(name, name)

    def chain(self, names: Sequence[str]) -> str:
        """Who states it, outermost first."""
        return _RELAY.join(self.name(name) for name in names) or self._say("summary.article")

    def value(self, value: float | None, high: float | None, magnitude: int | None, bound: str) -> str:
        """The number with its bound."""
        say = self._say
        if value is None:
            return say.name(f"magnitude.{magnitude}") if magnitude else say("magnitude.none")
        number, top = say.number(value), say.number(high) if high is not None else "?"
        return say(f"bound.{bound}", n=number, high=top)

    def figure_value(self, figure: Figure) -> str:
        """The number of a Figure, with its bound."""
        return self.value(figure.value, figure.value_high, figure.magnitude, figure.bound)

    def counted(self, unit: str, group: str) -> str:
        """What is counted: the group of people, or families, strikes, sorties."""
        return self._say(f"group.{group}") if unit == "people" else self._say(f"unit.{unit}")

    def place(self, figure: Figure) -> str:
        """Where, by the gazetteer's name or else in the article's words."""
        if figure.place is None:
            return figure.place_span.text if figure.place_span else ""
        return self.place_name(figure.place.name, figure.place.name_fr)

    def place_name(self, name: str, name_fr: str) -> str:
        """A place."""
        return self._say.called(name, name_fr)

    def dates(self, first: str | None, last: str | None) -> str:
        """From when to when."""
        if first == last:
            return first or ""
        return f"{first or '…'} – {last or '…'}"

    def figure(self, figure: Figure) -> str:
        """A Figure in one line, without its wording."""
        say = self._say
        parts = [
            self.figure_value(figure),
            self.counted(figure.unit, figure.group),
            say(f"effect.{figure.effect}") if figure.effect != "struck" else "",
            self.place(figure),
            self.dates(figure.date_from, figure.date_to),
            self.name(figure.perpetrator) if figure.perpetrator else "",
            say(f"scope.{figure.scope}"),
            say(f"reality.{figure.reality}") if figure.reality != "asserted" else "",
        ]
        return " · ".join(part for part in parts if part)

    def claim(self, claim: Claim) -> str:
        """What a Claim states, what is said of the place or the measures it is about, and who is accused."""
        say = self._say
        kinds = ", ".join(say(f"kind.{kind}") for kind in (claim.kind, *claim.also))
        about = [say(f"change.{claim.change}")] if claim.change else []
        about += [f"{say(f'measure.{m.kind}')}: {say(f'status.{m.status}')}" for m in claim.measures]
        about += [self.name(name) for name in claim.accused]
        return f"{kinds} ({'; '.join(about)})" if about else kinds

    def source(self, attribution: Attribution) -> str:
        """Who says it, with their part and body."""
        entity = attribution.entity
        name = self.name(entity.name) if entity else "?"
        about = ", ".join(part for part in (attribution.role, attribution.organisation) if part)
        return f"{name} ({about})" if about and about != name else name
