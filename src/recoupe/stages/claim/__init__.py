"""Claim: which counts of people and strikes a Document states (Annotations, Attributions → Figures, Claims).

Each package knows only those above it: `words`, `counts` (what befell how many), `groups` (who they are), `doers` (who did it),
`scenes` (where and when each sentence speaks of), `setting` (the event that the article is at), `telling`, `where`, `when` (of one
count), `kinds` (what each claim states). `figures` reads an article's sentences in order, and `make` a Figure of each count.
"""

from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.stages.claim.figures import Reader
from recoupe.stages.claim.kinds.claims import claims
from recoupe.stages.claim.kinds.kinds import KindReader

__all__ = ["claim"]


def claim(
    document: Document,
    annotations: Annotations,
    attributions: Sequence[Attribution],
    pack: LanguagePack,
    gazetteers: Gazetteers,
) -> tuple[tuple[Figure, ...], tuple[Claim, ...], tuple[Issue, ...]]:
    """The Figures in reading order, the Claims that hold them, an Issue for each number or day not read."""
    reader = Reader(document, annotations, attributions, pack, gazetteers)
    figures, issues = reader.read()
    kinds = KindReader(document, annotations, attributions, figures, pack, gazetteers)
    return figures, claims(document, annotations, attributions, figures, kinds), issues
