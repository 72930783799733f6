"""Draft: one reporting act before anybody is named."""

from dataclasses import dataclass

from recoupe.model.annotation import Sentence
from recoupe.model.attribution import Stance
from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.line import Line


@dataclass(slots=True)
class Draft:
    """One reporting act. Offsets are characters of the document."""

    line: Line
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: Content
    stance: Stance
    negated: bool = False
    via: "Draft | None" = None
    """The act whose content this one rests under although both have the same."""
    carried: bool = False
    """No word names the source: it is the one before."""
    colon: bool = False
    """The content stands after a colon without quotation marks."""
    share: bool = False
    """The source is the subject of the act before in the same sentence."""
    bare: int | None = None
    """Where the words end that name the source, if a nickname follows that is one with them (« X, dit « le Lion » »)."""
    answers: tuple[Sentence, int, int] | None = None
    """Where the person interviewed, whose answer this is, was introduced: the sentence and the offsets of the name."""


def chars(line: Line, tokens: Stretch) -> tuple[int, int]:
    start = line.tokens[tokens[0]].start
    if line.folds[tokens[0]].startswith("-"):  # « -t-il »: the pronoun without its hyphens
        start = line.tokens[tokens[0]].end - len(line.pronoun(tokens[0]))
    return start, line.tokens[tokens[1] - 1].end
