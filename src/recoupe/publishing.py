"""Publishing: which incidents of a ledger may be shown to everybody, and which wait for people."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.digesting import evidence
from recoupe.export.masks import Masks, PersonsNamed
from recoupe.languages.first import first_words
from recoupe.languages.offices import offices
from recoupe.languages.pack import codes, first_codes, pack
from recoupe.model.annotation import Mention
from recoupe.model.document import Document
from recoupe.model.reading import Reading
from recoupe.stages.annotate import annotate
from recoupe.stages.first import persons_named
from recoupe.stages.reconcile.reconciled import Reconciled, reconciled
from recoupe.stages.review.published import Published, Withheld, publish
from recoupe.text import plain

if TYPE_CHECKING:
    from recoupe.store.view import View

_LARGE = 50
"""Prominence (see `Candidate`) of a town of about a hundred thousand."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Names of private persons, and what the languages of the articles write onto the front of a name."""

    names: frozenset[str]
    fronts: frozenset[str]

    def masks(self, word: str) -> Masks:
        """Puts the word in the place of these names."""
        return Masks(self.names, word, self.fronts)


@dataclass(frozen=True)
class Publication:
    """What is published, by day, and what of the rest people have begun to judge."""

    incidents: tuple[Published[Reconciled], ...]
    withheld: tuple[Withheld, ...]
    private: Privacy


def publication(view: "View", *, needed: int) -> Publication:
    """What of a ledger so many people have accepted."""
    judged, world = view.judged(), gazetteers.load()
    shown: list[Published[Reconciled]] = []
    withheld: list[Withheld] = []
    hidden: list[Privacy] = []
    for identity in view.holding(judged.looked_at()):
        found = reconciled(evidence(view, view.incident(identity)), world)
        outcome = publish(found, judged, needed=needed)
        if isinstance(outcome, Withheld):
            withheld.append(outcome)
            continue
        shown.append(outcome)
        hidden.append(privacy(found.evidence.readings))
    shown.sort(key=lambda p: (p.content.evidence.incident.date_from or "9999", p.content.evidence.incident.id))
    private = Privacy(
        frozenset(name for each in hidden for name in each.names), frozenset(f for each in hidden for f in each.fronts)
    )
    return Publication(tuple(shown), tuple(sorted(withheld, key=lambda w: w.incident)), private)


def privacy(readings: Collection[Reading]) -> Privacy:
    """Whose names these articles give without an office or a body that would make them public."""
    named = PersonsNamed((r.document.outlet for r in readings if r.document.outlet), _is_place)
    fronts: set[str] = set()
    for reading in readings:
        language = reading.document.language
        mentions = [m for m in _mentions(reading.document) if not _is_clause(m.entity.name, language)]
        acts = [a for a in reading.attributions if a.entity and not _is_clause(a.entity.name, language)]
        named.take(mentions, acts, offices(language))
        for each in mentions:
            if not each.role and offices(language).tells_of_outlet(reading.document.text[: each.span.start]):
                named.hide_nothing_of(each.entity.id)
        if not offices(language).cased:
            fronts.update(offices(language).prefixes)
    return Privacy(named.private(), frozenset(fronts))


def _is_place(name: str) -> bool:
    """Whether so large a place bears the name that the name alone means it."""
    found = gazetteers.load().places.candidates(name)
    return any(each.grade == 0 and each.rank >= _LARGE for each in found)


def _is_clause(name: str, language: str) -> bool:
    """Whether what looks like a name is a verb with a place behind it (« Reste Tripoli »)."""
    words = plain(name).split()
    is_verb = len(words) > 1 and language in codes() and pack(language).voices.verbs.finite(words[0])
    return is_verb and _is_place(words[-1])


def _mentions(document: Document) -> tuple[Mention, ...]:
    """Who is named in a text, sources or not; nobody where its language is not read."""
    begun = first_words(document.language) if document.language in first_codes() else None
    if begun is not None:
        return persons_named(document, begun, gazetteers.load())
    if document.language not in codes():
        return ()
    return annotate(document, pack(document.language), gazetteers.load()).mentions
