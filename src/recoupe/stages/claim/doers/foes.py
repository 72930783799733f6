"""Foes: those counted whom the text calls somebody's enemies (« terroristes »), or who fell as they attacked."""

from recoupe.languages.agents import AgentWords
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.words.line import Line

_LEFT = 8
"""Within how many words behind « les assaillants » the bodies that they left are counted."""


def are_enemies(line: Line, count: Count, words: AgentWords) -> bool:
    """Whether those counted are somebody's enemies: who tells of their death boasts of it."""
    return count.kind == "people" and line.fold(count.head) in words.enemies


def are_foes(line: Line, count: Count, words: AgentWords, *, boasted: bool) -> bool:
    """Whether those counted attacked, by the words for them or as the bodies that attackers left behind.

    `boasted` says that somebody has told of dead enemies; else attackers may have died by their own hands.
    """
    head = line.fold(count.head)
    if head in words.enemies or not boasted:
        return head in words.enemies
    left = line.folds[max(0, count.first - _LEFT) : count.first]
    return head in words.attackers or (head not in words.servants and not words.attackers.isdisjoint(left))
