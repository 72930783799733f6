"""Dropped credits: the agency, the dateline or the doubt of the whole text that a relay does not pass on."""

import re
from collections.abc import Iterator, Sequence

from recoupe.model.relay import Change
from recoupe.stages.derive.marks import Marks
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Profile
from recoupe.text import one_script

_LETTERS = re.compile(r"[^\W\d_]+")


def dropped_credits(a: Profile, b: Profile, alike: bool) -> Iterator[Change]:
    """The agency that `a` names, where `b` names it nowhere; of a copy, the dateline that it cut."""
    said = {one_script(word) for word in _LETTERS.findall(b.document.text)}
    heard = name_skeletons(b.document.text)
    datelines = [block for block in a.document.blocks if block.kind == "dateline"]
    for credit in a.document.credits:
        if credit.kind != "source":
            continue
        keys = name_skeletons(credit.name)
        capitals = {one_script(w) for w in _LETTERS.findall(credit.span.text) if w.isupper() and len(w) > 1}
        if keys & heard or capitals & said:
            continue
        yield Change("attribution", "dropped", credit.span, None)
        datelines = [d for d in datelines if not (d.start <= credit.span.start < d.end)]
    if alike and datelines and not any(block.kind == "dateline" for block in b.document.blocks):
        yield Change("attribution", "dropped", a.cut(datelines[0].start, datelines[0].end), None)


def dropped_doubts(a: Profile, ours: Sequence[Marks], theirs: Sequence[Marks]) -> Iterator[Change]:
    """The words by which `a` says that it could not check a statement, where the relay says so nowhere."""
    if not any(m.unverified for m in theirs):
        for start, end in (span for m in ours for span in m.unverified):
            yield Change("attribution", "dropped", a.cut(start, end), None)
