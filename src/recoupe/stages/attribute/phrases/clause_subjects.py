"""Clause subjects: who is the subject of the clause that a participle or an infinitive belongs to."""

from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def can_speak(line: Line, source: Stretch) -> bool:
    """Whether a subject names or points to somebody who can say something."""
    return line.speaks(*source) or line.folds[source[0]] in line.words.speakers


def subject_before(line: Line, verb: int, floor: int = 0) -> Stretch | None:
    """The subject in front of the finite verb at token `verb` and of its pronouns."""
    left = verb
    while left > floor and line.folds[left - 1] in line.words.clitics:
        left -= 1
    return subject(line, left, floor)


def governor_subject(line: Line, group: Group) -> Stretch | None:
    """The subject of the verb that governs the group's infinitive, where it can speak."""
    verb = next((k for k in range(group.start - 1, -1, -1) if line.verb_here(k)), None)
    found = subject_before(line, verb) if verb is not None else None
    return found if found is not None and can_speak(line, found) else None


def main_subject(line: Line, group: Group) -> Stretch | None:
    """The subject of the sentence's main clause before the group, where it can speak."""
    verbs = [k for k in range(group.start) if line.verb_here(k)]
    for verb in reversed(verbs):
        found = _subject_of(line, verb)
        if found is not None and (
            can_speak(line, found) or line.document(*found) or line.folds[found[0]].startswith("-")
        ):
            return found
    return None


def _subject_of(line: Line, verb: int) -> Stretch | None:
    """The subject of the finite verb at token `verb`, in front of it or hung to it (« dit-il »)."""
    if verb + 1 < line.n and line.folds[verb + 1].startswith("-") and len(line.folds[verb + 1]) > 1:
        return verb + 1, verb + 2
    return subject_before(line, verb)
