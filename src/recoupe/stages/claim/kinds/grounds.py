"""Grounds: whether the words at a verb or noun name a place that can be taken, held, left or hit, and which."""

from typing import NamedTuple

from recoupe.model.annotation import PlaceRef
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

_REACH = 9
_BACK = 14


class Ground(NamedTuple):
    """A place as the words of a stretch name it."""

    at: int
    ref: PlaceRef | None
    """None where only a word for a place stands (« leurs positions »)."""


def ground_at(stretch: Stretch, start: int, index: KindIndex, *, named: bool = False) -> Ground | None:
    """The place that a noun phrase at `start` names (« la moitié de la ville de X »); None when it names none.

    `named`: a capitalised name that nobody knows is one too.
    """
    line, words, grounds = stretch.line, index.lexicon.words, index.words.grounds
    unknown = False
    at = start
    while at < min(line.end, start + _REACH):
        fold = line.folds[at]
        if at in line.times:
            at += 1
            continue
        ref = stretch.places.get(at)
        if ref is not None and line.sentence.tokens[start].start <= ref.span.start:
            return None if fold in grounds.no else Ground(at, ref)
        if named and stretch.is_unknown_name(at):
            return Ground(at, None)
        if fold in grounds.words and at > start:
            return Ground(at, _named_behind(stretch, at, index))
        if fold in grounds.of:
            if at > start and line.fold(at - 1) not in grounds.parts and fold not in words.openers:
                return None
        elif fold in words.prepositions or line.stops(at) or fold == ",":
            return None
        elif fold not in words.determiners and fold not in words.prenominal and fold not in grounds.parts:
            if unknown or line.finite(at) or fold in index.people or not (fold[0].isalpha() or fold[0].isdigit()):
                return None
            unknown = not fold[0].isdigit()
        at += 1
    return None


def ground_before(stretch: Stretch, stop: int, index: KindIndex) -> Ground | None:
    """The place that is the subject of the verb group which begins at `stop`; None when the subject is none."""
    line, words, grounds = stretch.line, index.lexicon.words, index.words.grounds
    at = stop - 1
    while at >= max(0, stop - _BACK):
        fold = line.folds[at]
        ref = stretch.places.get(at)
        if ref is not None or fold in grounds.words:
            first = line.first_at(ref.span.start) if ref is not None else at
            before = first - 1
            while before >= 0 and (line.folds[before] in words.openers or line.folds[before] in words.prenominal):
                before -= 1
            lead = line.fold(before)
            if lead not in words.prepositions:
                return None if line.folds[first] in grounds.no else Ground(first, ref)
            if lead in grounds.of and line.fold(before - 1) in (*grounds.parts, *grounds.words):
                return Ground(before - 1, ref)
            if line.fold(before - 1) != ",":
                return None
            at = before - 1
            continue
        if fold == "," or fold in words.relatives or fold in words.adverbs or fold in words.negations:
            at -= 1
            continue
        if (
            fold in words.clitics
            or fold in grounds.copulas
            or line.lexicon.verbs.is_auxiliary(fold)
            or fold in line.lexicon.figures.floating
        ):
            at -= 1
            continue
        return None
    return None


def is_attributive(stretch: Stretch, ground: Ground, index: KindIndex) -> bool:
    """Whether the place only says where something else is (« dans les zones tenues par »)."""
    line, words = stretch.line, index.lexicon.words
    at = ground.at - 1
    while at >= 0 and (line.folds[at] in words.openers or line.folds[at] in words.prenominal):
        at -= 1
    return line.fold(at) in index.words.clauses.attributive


def _named_behind(stretch: Stretch, at: int, index: KindIndex) -> PlaceRef | None:
    """The place right behind a word for one: « des positions de Bakhmout », « la capitale, Kaboul, »."""
    folds = stretch.line.folds
    apposed = stretch.places.get(at + 2) if stretch.line.fold(at + 1) == "," else None
    if apposed is not None and stretch.line.fold(stretch.line.first_at(apposed.span.end)) in (",", ".", ""):
        return apposed
    for next_ in range(at + 1, min(stretch.line.end, at + 4)):
        ref = stretch.places.get(next_)
        if ref is not None:
            return ref
        if folds[next_] not in (*index.words.grounds.of, *index.lexicon.words.determiners):
            return None
    return None
