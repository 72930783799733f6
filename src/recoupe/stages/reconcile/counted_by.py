"""Counted by: which body stands behind each Figure, whatever number it gave on which day."""

from collections.abc import Mapping
from dataclasses import dataclass

from recoupe.model.figure import Figure
from recoupe.model.origin import OriginKind
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.sides import kinds_of_name
from recoupe.text import bare

_SHORT = 3
"""Letters of the words that a name may do without: « la », « de », « des »."""


@dataclass(frozen=True, slots=True)
class Body:
    """Who counted. An origin is one number of a body; a body may have given several."""

    key: str
    name: str
    kind: OriginKind
    unnamed: bool


def counted_by(evidence: Evidence) -> Mapping[str, Body]:
    """By the Figure's id, the body behind it; a Figure that nobody is known to have counted is not there.

    Unnamed voices are one body when the words of one are among those of the other (« source sécuritaire », « des sources
    sécuritaires et locales »): of one incident they cannot be held apart, and are not counted twice. Spokespersons are told
    apart by whose they are; « son porte-parole » is one of his own page only. A number that a page gives in its own voice
    is its outlet's own count where others name that outlet as a body that counted. Where a person says that it is another
    body, it is one of its own, whatever it is called.
    """
    found: dict[str, Body] = {}
    known: list[tuple[tuple[str, ...], Body]] = []
    for figure in evidence.figures:
        origin = _origin(evidence, figure)
        if origin is None:
            continue
        name, kind, unnamed = origin
        traced = evidence.traced.get(figure.id)
        if traced is not None and traced.origin.held_apart:
            found[figure.id] = Body(traced.origin.id, name, kind, unnamed)
            continue
        words = _words(name, evidence.documents[figure.document].language) if unnamed else _long(name)
        lone = unnamed and not words  # « son porte-parole »
        words = (bare(name), figure.document) if lone else words or (bare(name),)
        body = next((b for w, b in known if b.unnamed == unnamed and b.kind == kind and _one(w, words, unnamed)), None)
        if body is None:
            body = Body(" ".join(words) if lone else bare(name), name, kind, unnamed)
        known.append((words, body))
        found[figure.id] = body
    named = {body.key: body for _, body in known if not body.unnamed and body.kind == "own_count"}
    for figure in evidence.figures:
        outlet = evidence.documents[figure.document].outlet
        if (
            figure.id not in found
            and not figure.stated_by
            and _unknown(evidence, figure)
            and bare(outlet or "") in named
        ):
            found[figure.id] = named[bare(outlet or "")]
    return found


def _unknown(evidence: Evidence, figure: Figure) -> bool:
    traced = evidence.traced.get(figure.id)
    return traced is None or traced.origin.kind == "unknown"


def _origin(evidence: Evidence, figure: Figure) -> tuple[str, OriginKind, bool] | None:
    traced = evidence.traced.get(figure.id)
    if traced is not None and traced.origin.kind in ("own_count", "unsourced"):
        return traced.origin.name, traced.origin.kind, traced.origin.unnamed
    if traced is None and figure.stated_by:
        return figure.stated_by[-1], "own_count", False
    return None


def _long(name: str) -> tuple[str, ...]:
    return tuple(word for word in bare(name).split() if len(word) > _SHORT)


def _words(name: str, language: str) -> tuple[str, ...]:
    """The words of an unnamed voice without « porte-parole », which says nothing of whose."""
    kept = [word for word in name.split() if kinds_of_name(word, language) != {"spokesperson"}]
    return _long(" ".join(kept))


def _one(words: tuple[str, ...], others: tuple[str, ...], unnamed: bool) -> bool:
    if not unnamed:
        return words == others
    fewer, more = sorted((words, others), key=len)
    return all(any(a.startswith(b) or b.startswith(a) for b in more) for a in fewer)
