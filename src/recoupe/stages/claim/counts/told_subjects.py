"""Told subjects: verbs of harm whose subject is a word for who was told before."""

from collections.abc import Sequence, Set

from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.words.line import Line


def is_of_one_told(line: Line, found: Found, words: AgentWords, sentences: Sequence[Sentence]) -> bool:
    """Whether who harmed those counted is told by a pronoun or a plain noun: « Lundi, ils ont tué », « L'organisation a enlevé ».

    Not where it stands for somebody brought in as new: « Un homme armé a ouvert le feu à X. Il a tué deux passants. »
    """
    harm = found.harm
    if harm is None or (harm.side, harm.bond) != ("right", "clause") or harm.suffered or harm.blameless:
        return False
    at = before_clitics(line, harm.group)
    plain = either(words.descriptions, words.organisations)
    if line.fold(at) not in words.taken_up and not (line.fold(at) in plain and line.fold(at - 1) in words.told):
        return False
    index = line.sentence.index
    last = sentences[index - 1] if index and sentences[index - 1].block == line.sentence.block else None
    return not any(
        _brings_in(folds, line, words) for folds in (line.folds[:at], last.folds if last is not None else ())
    )


def before_clitics(line: Line, group: int) -> int:
    """The index of the word before a verb group, past the pronouns and negations in front of it (« Elle en a tué »)."""
    at = group - 1
    passed: Set[str] = either(line.lexicon.words.clitics, line.lexicon.words.negations)
    while at > 0 and line.folds[at] in passed:
        at -= 1
    return at


def _brings_in(folds: Sequence[str], line: Line, words: AgentWords) -> bool:
    """Whether somebody who may have done it is brought in as new: « un kamikaze », « des hommes non identifiés »."""
    new = either(words.attackers, words.strangers, words.outlaws, words.nobody, frozenset(line.lexicon.counted.people))
    return any(
        fold in new and not words.indefinite.isdisjoint(folds[max(0, i - 2) : i]) for i, fold in enumerate(folds)
    )
