"""Annotation: what stands where in a Document, before any reading of who said what (Document → Annotations)."""

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations
from recoupe.model.document import Document
from recoupe.stages.annotate.names import mentions
from recoupe.stages.annotate.numerals import numerals
from recoupe.stages.annotate.places import places
from recoupe.stages.annotate.quotes import quotes
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.times import times

__all__ = ["annotate"]


def annotate(document: Document, pack: LanguagePack, gazetteers: Gazetteers) -> Annotations:
    """The sentences, quotations, numbers, times, places and names of the blocks that are read; offsets are into `document.text`."""
    lines = sentences(document, pack.traits)
    counts = numerals(document, lines, pack)
    where = places(document, lines, pack, gazetteers, counts)
    return Annotations(
        document=document.id,
        sentences=lines,
        quotes=quotes(document, pack.traits),
        numerals=counts,
        times=times(document, lines, pack),
        places=where,
        mentions=mentions(document, lines, pack, gazetteers, where),
    )
