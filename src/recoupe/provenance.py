"""Provenance: the relays of a ledger that lead straight on, and behind each of its figures the body that first counted."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.origin import Independence, Traced
from recoupe.model.pairs import Pairs
from recoupe.model.reading import Reading
from recoupe.model.relay import Relay
from recoupe.stages.derive.named import own_keys
from recoupe.stages.derive.origins import NOTHING_SAID, independence, trace
from recoupe.stages.derive.parents import direct
from recoupe.stages.derive.profile import Profile

if TYPE_CHECKING:
    from recoupe.store.view import View

_BLANKS = re.compile(r"[ \t\n]+")


@dataclass(frozen=True)
class Provenance:
    """All Documents with Figures, the relays between them, and where each Figure starts."""

    profiles: tuple[Profile, ...]
    relays: tuple[Relay, ...]
    """Those that lead straight from where a text or a number was taken."""
    said: Pairs = NOTHING_SAID
    """What people say of whose counts are one body's."""

    @cached_property
    def traced(self) -> tuple[Traced, ...]:
        """Every Figure with its origin, by the Document's path and in reading order."""
        return trace(sorted(self.profiles, key=lambda p: (p.document.path, p.id)), self.relays, self.said)

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The Readings of all Documents."""
        return tuple(profile.reading for profile in self.profiles)

    @cached_property
    def by_figure(self) -> dict[str, Traced]:
        """The same by the Figure's id."""
        return {each.figure: each for each in self.traced}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """Every Figure by its id."""
        return {figure.id: figure for profile in self.profiles for figure in profile.reading.figures}

    @cached_property
    def documents(self) -> dict[str, Document]:
        """Every Document by its id."""
        return {profile.id: profile.document for profile in self.profiles}

    @cached_property
    def behind(self) -> dict[str, Independence]:
        """How many independent origins stand behind the number that a Figure gives, by its id."""
        return {figure: each for each in independence(self.traced, self.figures) for figure in each.figures}

    def relay(self, identity: str) -> Relay:
        """The Relay with this id; raises KeyError when there is none."""
        return next(relay for relay in self.relays if relay.id == identity)

    def sentence(self, figure: Figure) -> str:
        """The sentence in which a Figure stands."""
        profile = next(p for p in self.profiles if p.id == figure.document)
        at = profile.passage_at(figure.span.start)
        if at is None:
            return figure.span.text
        passage = profile.passages[at]
        # the no-break spaces inside numbers stay
        return _BLANKS.sub(" ", profile.document.text[passage.start : passage.end])


def provenance(view: "View", documents: Collection[str] | None = None) -> Provenance:
    """What the ledger holds, followed back; all of it is in memory while it lasts.

    `documents`: only these, and those from which they have their text, by their ids.
    """
    judged, places = view.judged(), gazetteers.load().places
    if documents is None:
        profiles = tuple(Profile(judged.reading(reading, places)) for reading in view.readings())
        relays: Collection[Relay] = view.relays()
    else:
        relays = _behind(view, documents)
        wanted = {*documents, *(each for r in relays for each in (r.from_document, r.to_document))}
        profiles = tuple(Profile(judged.reading(reading, places)) for reading in view.readings_of(wanted))
    published = {p.id: p.document.published for p in profiles}
    outlets = {p.id: min(own_keys(p.document), default=p.id) for p in profiles}
    said = Pairs(view.decisions(), "same_origin", "other_origin")
    return Provenance(profiles, direct(relays, published, outlets), said)


def _behind(view: "View", documents: Collection[str]) -> list[Relay]:
    """The relays that lead to these Documents, and those that lead to where these come from."""
    found: dict[str, Relay] = {}
    seen: set[str] = set()
    asked = set(documents)
    while asked:
        seen |= asked
        mine = [r for r in view.relays_of(asked) if r.to_document in seen or not r.direction_known]
        found |= {r.id: r for r in mine}
        asked = {r.from_document for r in mine} - seen
    return [found[each] for each in sorted(found)]
