"""Publishing: which incidents of a ledger may be shown to everybody, and which wait for people."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from recoupe import gazetteers
from recoupe.digesting import evidence
from recoupe.export.masks import private_names
from recoupe.languages.first import first_words
from recoupe.languages.pack import codes, first_codes, pack
from recoupe.model.annotation import Mention
from recoupe.model.document import Document
from recoupe.stages.annotate import annotate
from recoupe.stages.first import persons_named
from recoupe.stages.reconcile.reconciled import Reconciled, reconciled
from recoupe.stages.review.published import Published, Withheld, publish

if TYPE_CHECKING:
    from recoupe.store.view import View


@dataclass(frozen=True)
class Publication:
    """What is published, by day, and what of the rest people have begun to judge."""

    incidents: tuple[Published[Reconciled], ...]
    withheld: tuple[Withheld, ...]
    private: frozenset[str]
    """Names of private persons in what is published."""


def publication(view: "View", *, needed: int) -> Publication:
    """What of a ledger so many people have accepted."""
    judged, world = view.judged(), gazetteers.load()
    shown: list[Published[Reconciled]] = []
    withheld: list[Withheld] = []
    names: set[str] = set()
    for identity in view.holding(judged.looked_at()):
        found = reconciled(evidence(view, view.incident(identity)), world)
        outcome = publish(found, judged, needed=needed)
        if isinstance(outcome, Withheld):
            withheld.append(outcome)
            continue
        shown.append(outcome)
        told = found.evidence
        mentions = [m for each in told.documents.values() for m in _mentions(each)]
        names |= private_names(mentions, (a for reading in told.readings for a in reading.attributions))
    shown.sort(key=lambda p: (p.content.evidence.incident.date_from or "9999", p.content.evidence.incident.id))
    return Publication(tuple(shown), tuple(sorted(withheld, key=lambda w: w.incident)), frozenset(names))


def _mentions(document: Document) -> tuple[Mention, ...]:
    """Who is named in a text, sources or not; nobody where its language is not read."""
    begun = first_words(document.language) if document.language in first_codes() else None
    if begun is not None:
        return persons_named(document, begun, gazetteers.load())
    if document.language not in codes():
        return ()
    return annotate(document, pack(document.language), gazetteers.load()).mentions
