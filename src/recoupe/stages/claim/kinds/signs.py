"""Signs: what in the words of a claim shows its kind: each word looked up, and what must stand around it."""

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import NamedTuple

from recoupe.languages.harm import Sense
from recoupe.languages.kinds import Rule, Sign
from recoupe.languages.morphology import Form
from recoupe.model.claim import ClaimKind
from recoupe.stages.claim.kinds.grounds import Ground
from recoupe.stages.claim.kinds.sign_needs import NEAR, around, needed
from recoupe.stages.claim.kinds.sign_verbs import is_passive, is_reflexive, is_verb, tail_end
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KIND_OF_EFFECT, KindIndex, Senses
from recoupe.stages.claim.words.line import Line

_MARK = 4
_NEGATED = 5
_OBJECT = 6
_AIM = 3
_SUBJECTS = frozenset({"responsibility", "admission"})
"""Kinds that a verb says of its subject, where it has one and is not denied."""


class Hit(NamedTuple):
    """A sign that was found. `at`:`end` are its words."""

    kind: ClaimKind
    at: int
    end: int
    rule: Rule | None
    """None for the words of harm."""
    verb: bool
    passive: bool = False
    """Whether who suffers it stands before it: a passive, a participle, « mourir »."""
    ground: Ground | None = None
    blameless: bool = False
    """Whether its subject suffers it too (« a perdu 30 hommes »)."""


def hits(stretch: Stretch, index: KindIndex) -> list[Hit]:
    """The signs of a stretch in reading order, of each word the surest."""
    folds, wanted = stretch.line.folds, index.verbs_and_nouns
    words = stretch.line.sentence.words
    found: list[Hit] = []
    covered: set[int] = set()
    if not index.phrases.keys().isdisjoint(words):
        found = list(_phrases(stretch, index))
        covered = {at for hit in found for at in range(hit.at, hit.end)}
    for at in [i for i, fold in enumerate(folds) if fold in wanted]:
        if at in covered:
            continue
        fold = folds[at]
        looked_at = [each for each in index.tailed.get(fold, ()) if not each.anchors.isdisjoint(words)]
        hit = _first(h for each in looked_at for h in _verbs(stretch, at, each.signs, each.senses, index))
        if hit is None and fold in index.singles:
            hit = _first(_at(stretch, at, fold, index))
        if hit is not None:
            found.append(hit)
    return sorted(found, key=_place) if covered else found


def _first(found: Iterable[Hit]) -> Hit | None:
    return next(iter(found), None)


def _place(hit: Hit) -> int:
    return hit.at


def _phrases(stretch: Stretch, index: KindIndex) -> Iterator[Hit]:
    """The set phrases of a stretch, none inside another."""
    line = stretch.line
    end = 0
    for at, fold in enumerate(line.folds):
        for phrase, offset, rule in index.phrases.get(fold, ()):
            first = at - offset
            stop = first + len(phrase)
            if first < end or line.folds[first:stop] != phrase or not around(stretch, rule, first, stop):
                continue
            if rule.needs is None or needed(stretch, rule, first, stop, False, index):
                end = stop
                yield Hit(rule.kind, first, stop, rule, verb=False)
                break


def _at(stretch: Stretch, at: int, fold: str, index: KindIndex) -> Iterator[Hit]:
    """What a single word can be a sign of."""
    yield from _verbs(stretch, at, index.signs.get(fold, ()), index.senses.get(fold, ()), index)
    kind = index.nouns.get(fold)
    if kind is not None and _is_noun(stretch, at, kind, index) and not stretch.is_named(at):
        yield Hit(kind, at, at + 1, None, verb=False)
    kind = index.events.get(fold)
    if kind is not None and _is_event(stretch, at, kind, index) and not stretch.is_named(at):
        yield Hit(kind, at, at + 1, None, verb=False)


def _verbs(stretch: Stretch, at: int, signs: tuple[Sign, ...], senses: Senses, index: KindIndex) -> Iterator[Hit]:
    for sign in signs:
        hit = _of_rule(stretch, at, sign, index)
        if hit is not None:
            yield hit
    for sense, form in senses:
        hit = _of_harm(stretch, at, sense, form, index)
        if hit is not None:
            yield hit


def _is_noun(stretch: Stretch, at: int, kind: ClaimKind, index: KindIndex) -> bool:
    """Whether a noun of harm, displacement or strikes is one here."""
    line, harm, special = stretch.line, index.lexicon.harm, index.words.from_harm
    fold, before = line.folds[at], line.fold(at - 1)
    behind_auxiliary = line.lexicon.verbs.is_auxiliary(before) or before in line.lexicon.words.reflexives
    if behind_auxiliary and any(form.mood == "participle" for _, form in line.lexicon.verbs.analyses(fold)):
        return False  # « a été déplacé »
    if kind == "strike":
        behind = line.folds[at + 1 : at + _MARK]
        if fold in harm.sorties:
            return not harm.sortie_marks.isdisjoint(behind)
        if fold in harm.strikes:
            if line.finite(at) and line.fold(at - 1) not in line.lexicon.words.prenominal:
                return False  # « la chute des cours frappe le pays »
            return special.sport.isdisjoint(line.words) and harm.not_strikes.isdisjoint(behind)
        return not harm.strike_marks.isdisjoint(behind)
    if harm.not_before.at(line.folds, at):
        return False
    if line.lexicon.figures.merged and line.finite(at):
        return False  # « remains blocked »
    if fold in special.unsure:
        near = stretch.near(at, at + 1, NEAR)
        return not index.people.isdisjoint(near) or any(f[0].isdigit() for f in near)
    return kind != "displacement" or special.of_place.isdisjoint(line.folds[max(0, at - _MARK) : at])


def _is_event(stretch: Stretch, at: int, kind: ClaimKind, index: KindIndex) -> bool:
    """« la fuite des habitants », « l'arrestation de deux journalistes »."""
    behind = list(takewhile(lambda fold: fold != ",", stretch.line.folds[at + 1 : at + 1 + NEAR]))
    if index.lexicon.figures.of.isdisjoint(behind[:3]):
        return False
    people = index.civilians if kind == "displacement" else index.people
    return stretch.line.folds[at] not in index.lexicon.harm.loose or not people.isdisjoint(behind)


def _of_harm(stretch: Stretch, at: int, sense: Sense, form: Form, index: KindIndex) -> Hit | None:
    """What a verb of harm says, if it is a verb here."""
    line = stretch.line
    if not is_verb(line, at, form) or line.fold(at + 1) in sense.not_before:
        return None
    if sense.negated and not _is_negated(line, at, index):
        return None
    end = tail_end(line, at, sense.tails, across=sense.across) if sense.tails else at + 1
    if not end or (sense.frame != "subject" and (sense.frame == "reflexive") != is_reflexive(line, at)):
        return None
    passive = sense.frame != "object" or is_passive(line, at, form)
    if sense.people or sense.effect == "displaced":
        people = index.civilians if sense.effect == "displaced" else index.people
        where = line.folds[max(0, at - NEAR) : at] if passive else line.folds[end : end + NEAR]
        if people.isdisjoint(where):
            return None
    blameless = sense.blameless and not passive
    return Hit(KIND_OF_EFFECT[sense.effect], at, end, None, verb=True, passive=passive, blameless=blameless)


def _is_negated(line: Line, at: int, index: KindIndex) -> bool:
    return not index.words.clauses.negation.isdisjoint(line.folds[max(0, at - _NEGATED) : at])


def _of_rule(stretch: Stretch, at: int, sign: Sign, index: KindIndex) -> Hit | None:
    line, rule, form = stretch.line, sign.rule, sign.form
    if form is not None and not (is_verb(line, at, form) and rule.reflexive == is_reflexive(line, at)):
        return None
    if form is not None and rule.kind in _SUBJECTS and (form.mood == "infinitive" or _is_negated(line, at, index)):
        return None
    aimed = form is not None and rule.change is not None and form.mood == "infinitive"
    if aimed and not index.words.grounds.aims.isdisjoint(line.folds[max(0, at - _AIM) : at]):
        return None  # « pour reprendre la ville »
    end = tail_end(line, at, rule.tails, across=rule.across) if rule.tails is not None else at + 1
    if not end or not around(stretch, rule, at, end):
        return None
    if form is None and stretch.is_named(at):
        return None
    passive = form is not None and not (rule.reflexive or rule.moves) and is_passive(line, at, form)
    if rule.object:
        where = line.folds[max(0, at - NEAR) : at] if passive else line.folds[end : end + _OBJECT]
        if rule.object.isdisjoint(where):
            return None
    found = needed(stretch, rule, at, end, passive, index)
    if found is False:
        return None
    return Hit(rule.kind, at, end, rule, form is not None, passive, found if isinstance(found, Ground) else None)
