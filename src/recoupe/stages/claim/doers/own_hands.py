"""Own hands: whose « ses hommes » are that killed, by who says so: « Le commandant taliban X affirme que ses hommes ont tué »."""

from collections.abc import Sequence

from recoupe.model.annotation import Entity
from recoupe.model.attribution import Attribution
from recoupe.stages.claim.counts.told_subjects import before_clitics
from recoupe.stages.claim.doers.parties import Parties


def of_speaker(parties: Parties, group: int, chain: Sequence[Attribution]) -> Entity | None:
    """The party for which the source speaks whose own men are the subject of the verb group at a word; None for no such words.

    The party is named in the words for the source, or its state by an adjective: « le commandant bosniaque ».
    """
    line, words = parties.line, parties.words
    source = chain[-1].source if chain else None
    at = before_clitics(line, group)
    if (
        source is None
        or chain[-1].stance == "accuse"
        or line.fold(at) not in words.hands
        or line.fold(at - 1) not in words.own
    ):
        return None
    if not line.sentence.start <= source.start < source.end <= line.sentence.end:
        return None
    first, stop = line.first_at(source.start), line.first_at(source.end)
    named = next((p.entity for p in parties.named if first <= p.first and p.end <= stop), None)
    if named is not None:
        return named
    if not words.unofficial.isdisjoint(line.folds[first:stop]):
        return None  # « le chef rebelle tchadien Untel affirme que ses hommes … »: of no army of Chad
    codes = (parties.countries.by_adjective(f) for f in line.folds[first + 1 : stop] if len(f) > 3)
    code = next((c for c in codes if c is not None), None)
    return parties.countries.state(code) if code is not None else None
