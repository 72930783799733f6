"""Held lands: who strikes a land that another state's army holds, and who fires from it, where nobody is named."""

from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.party import Named

_FROM = 5
"""Within how many words behind « tirées depuis » the land stands."""


def holder_of_sky(parties: Named, deed: int) -> Entity | None:
    """The state whose army holds the land that is bombed: « des bombardements sur la bande de Gaza »; None elsewhere.

    The land is that of the sentence's places, else that of the article's.
    """
    line, lands = parties.line, parties.lands
    if line.folds[deed] not in parties.words.from_above:
        return None
    here = lands.of(line) or ({lands.most} if lands.most is not None else set())
    held = {parties.countries.record(code).occupier for code in here}
    code = held.pop() if len(held) == 1 else None
    return parties.countries.state(code) if code is not None else None


def firing_from(parties: Named, weapon: int) -> Entity | None:
    """Those of a held land from which missiles came: « des roquettes tirées de la bande de Gaza »; None for others."""
    line, words = parties.line, parties.words
    for at in range(weapon + 1, min(line.end, weapon + 3)):
        if line.folds[at] in words.fired and (
            line.fold(at + 1) in words.from_ground or line.fold(at + 1) in words.whence
        ):
            codes = parties.lands.between(line, at + 1, at + 1 + _FROM)
            code = codes.pop() if len(codes) == 1 else None
            if code is not None and parties.countries.record(code).occupier is not None:
                return parties.countries.state(code)
    return None
