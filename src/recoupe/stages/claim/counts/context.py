"""FigureContext: what is known of a count when its place, its date and its scope are looked for."""

from sys import maxsize
from typing import NamedTuple

from recoupe.model.annotation import Annotations, Numeral, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure, Group, Unit


class FigureContext(NamedTuple):
    """One count and what stands around it. All offsets are into `document.text`."""

    document: Document
    annotations: Annotations
    sentence: Sentence
    """The sentence that holds the count."""
    numeral: Numeral
    start: int
    """Start of the figure's span: number with its approximator and the noun counted."""
    end: int
    harm_start: int
    """Start of the words that say what befell them (« tués », « ont été blessés »); may stand before or after."""
    harm_end: int
    clause_start: int
    """Start of the clause that holds the count, its harm words and their complements; never outside the sentence."""
    clause_end: int
    effect: Effect
    unit: Unit
    group: Group
    chain: tuple[Attribution, ...]
    """The attributions whose content holds the count, outermost first; empty in the article's own voice."""
    whole: Figure | None
    """The figure of which this one counts a part (« dont 12 enfants »)."""
    earlier: tuple[Figure, ...]
    """The figures read before this one in the article, in reading order."""
    perpetrator: str | None = None
    """Who is said to have done it, as far as the sentence and those before it tell."""
    carried: bool = False
    """True when the harm words stand in another sentence or clause, so that this one only carries a count on."""
    part_start: int = 0
    """Start of what the sentence says, clauses set beside the count's left out (« …, et 46 soldats ont été tués »)."""
    part_end: int = maxsize
