"""Merchant ships: whether sailors, captains and pilots are those of a merchant ship, and of no armed force."""

from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import Line

_BEHIND = 8
"""Within how many words behind those counted it is said of what they are (« trois marins de l'équipage du cargo »)."""


def of_merchant_ship(line: Line, count: Count) -> bool:
    """« trois marins du cargo », « le pétrolier a été touché, deux marins ont péri »: whether those counted are a merchant ship's.

    What is said of them right behind decides, « marins d'un pétrolier » or « capitaine de gendarmerie ». Only sailors, and no captains or
    pilots, take a ship from elsewhere in their sentence, and none where a warship stands there.
    """
    counted = line.lexicon.counted
    if line.fold(count.head) not in counted.seafaring:
        return False
    armed = counted.armed | counted.warships
    for at in range(count.head + 1, min(line.end, count.head + _BEHIND)):
        fold = line.folds[at]
        if fold in counted.aboard or fold in counted.trading:
            return True
        if fold in armed or (fold in counted.navies and line.fold(at + 1) not in counted.trading):
            return False  # « marins de la marine indienne », but « de la marine marchande »
        if line.finite(at) or line.stops(at) or fold == ",":
            break
    if line.fold(count.head) not in counted.seamen or not counted.warships.isdisjoint(line.words):
        return False
    return not counted.aboard.isdisjoint(line.words) or any(_trades(line, at) for at in range(line.end))


def _trades(line: Line, at: int) -> bool:
    """« le navire de commerce », « la marine marchande »: whether the word makes a vessel right before it a merchant's."""
    counted, before = line.lexicon.counted, at - 1 - (line.fold(at - 1) in line.lexicon.figures.of)
    return line.folds[at] in counted.trading and line.fold(before) in counted.vessels
