"""Beneath: quotations set in a paragraph of their own under the words that say whose they are (« Le maire a déclaré : / « … » »)."""

from collections.abc import Sequence
from dataclasses import replace

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence
from recoupe.stages.attribute.contents.contents import Quotes


def with_quoted_beneath(
    whole: Sequence[Sentence], bare: Sequence[Sentence], quotes: Quotes, pack: LanguagePack
) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences, those that end in a verb of saying and a colon as one with the quotation that the next paragraph opens with.

    `bare` are those of `whole` without what stands in front of a paragraph; both are given back alike.
    """
    wholes: list[Sentence] = []
    bares: list[Sentence] = []
    for one, body in zip(whole, bare, strict=True):
        if bares and _leads_to(bares[-1], body, quotes, pack):
            wholes[-1], bares[-1] = _joined(wholes[-1], one), _joined(bares[-1], body)
        else:
            wholes.append(one)
            bares.append(body)
    return wholes, bares


def _leads_to(above: Sentence, below: Sentence, quotes: Quotes, pack: LanguagePack) -> bool:
    """Whether the first sentence says that somebody speaks, and the second begins with what is quoted."""
    if (
        below.block == above.block
        or len(above.tokens) < 2
        or above.tokens[-1].fold != ":"
        or pack.cue_gate.isdisjoint(above.words)
    ):
        return False
    quote = quotes.opening(below.start)
    if quote is None or not quote.closed:
        return False
    told = any(
        pack.verbs.finite(fold) for fold in above.folds
    )  # « Ce que disent les sources : », « Le bilan annoncé par X : »
    # « « … », dit Pedro Gómez »: it has a speaker of its own
    return told and all(not t.text[0].isalnum() for t in below.tokens if t.start >= quote.end)


def _joined(above: Sentence, below: Sentence) -> Sentence:
    """Both as one sentence of the first one's paragraph; a line that leads to a quotation is no heading."""
    return replace(above, end=below.end, kind="paragraph", tokens=(*above.tokens, *below.tokens))
