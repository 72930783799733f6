"""Sums: whether the words around a count say that it adds up several events, or what went on for days."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.numerals import number_words
from recoupe.languages.times import time_words
from recoupe.model.annotation import Place, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.setting.setting import Setting

_NEAR = 3
"""How many words may stand between « pendant » and « siège », or between « deux » and « attaques »."""
_UNITS = frozenset({"day", "week", "month", "year"})
"""Lengths of time in which more than one event has room."""


def goes_on(context: FigureContext, setting: Setting, *, one_day: bool = False) -> bool:
    """Whether the harm was done over a stretch: « pendant le siège », « au fil des mois », « étalées sur trois jours ».

    That of `one_day` was so only if the words say it of a day (« au terme d'une journée de combats »).
    """
    words, units = setting.words, time_words(setting.pack).values["UNIT"]
    clause = [t.fold for t in _clause(context)]
    for i, width in words.during.standing(clause):
        if not words.lasting.isdisjoint(clause[i + width : i + width + _NEAR]):
            return True
    folds = context.sentence.folds
    gap = setting.place_words.of
    told = () if words.broad.isdisjoint(context.sentence.words) else zip(folds, folds[1:], folds[2:], strict=False)
    for i, (unit, of, event) in enumerate(told):
        of_day = i > 0 and folds[i - 1] in words.a
        several = units.get(unit) in _UNITS and of in gap and event in words.broad and (of_day or not one_day)
        if several and not _in_apposition(i, context, setting):
            return True  # « trois jours de combats »
    return not words.spread.isdisjoint(folds) and any(
        fold in words.spread and any(units.get(f) in _UNITS for f in folds[i + 1 : i + _NEAR + 2])
        for i, fold in enumerate(folds)
    )


def _in_apposition(at: int, context: FigureContext, setting: Setting) -> bool:
    """« X, théâtre depuis des mois de combats, »: whether a word stands between commas that hold neither count nor harm."""
    tokens = context.sentence.tokens
    opened = next((i for i in range(at, -1, -1) if tokens[i].text == ","), None)
    closed = next((t.start for t in tokens[at:] if t.text == ","), None)
    if opened is None or closed is None or tokens[opened + 1].fold in setting.pack.words.prepositions:
        return False
    return not any(tokens[opened].start < offset < closed for offset in (context.start, context.harm_start))


def of_several(context: FigureContext, setting: Setting, place: Place | None, *, one_day: bool = False) -> bool:
    """Whether the count adds up several events: « ces attaques », « une série de raids », « à travers le pays ».

    Many strikes on one town are one event; so is what was done in `one_day`, unless the places have counts of their own, or
    a land or province has attacks that are told apart (« deux attaques distinctes »).
    """
    words, folds = setting.words, [t.fold for t in _clause(context)]
    if shared_out(context.sentence.tokens, setting):
        return True
    if one_day:
        return place is not None and not is_exact(place) and _are_apart(folds, setting)
    if words.across.stand_in(folds):
        return True
    for i, fold in enumerate(folds):
        event = fold.partition("-")[0] if "-" in fold and fold not in words.several else fold
        if event not in words.several and fold not in words.spots:
            continue
        before = folds[max(0, i - _NEAR) : i]
        if _is_one_of(folds, i, setting) or is_one(folds, i, setting):
            continue
        if event in words.several:
            apart = not words.apart.isdisjoint(folds[i + 1 : i + _NEAR])
            if apart or not words.series.isdisjoint(before):
                return True
            if event not in words.barrages or _is_wide(place):
                return True
        elif context.effect != "displaced" and _many(before[-2:], setting):
            # « contre trois villages », but not « six tués, trois villages évacués »
            number = i - 1 if _many(before[-1:], setting) else i - 2
            if number < 1 or folds[number - 1] not in (",", *setting.pack.words.coordinators):
                return True
    return False


def _are_apart(folds: Sequence[str], setting: Setting) -> bool:
    """Whether events are told to be several, and not one of them: « deux attaques distinctes », « diverses attaques », « une série de
    raids », but not « l'une des nombreuses attaques », « une attaque a fait … dans cette région, théâtre de plusieurs raids »."""
    words, one = setting.words, setting.words.events - setting.words.several
    if any(b in one and a in words.a for a, b in pairwise(folds)) or not words.concerted.isdisjoint(folds):
        return False
    for i, fold in enumerate(folds):
        before = folds[max(0, i - _NEAR) : i]
        if fold not in words.several or any(a in words.a and b in words.of for a, b in pairwise(before)):
            continue
        if not (words.apart.isdisjoint(folds[i + 1 : i + _NEAR]) and words.series.isdisjoint(before)):
            return True
        if not words.diverse.isdisjoint(before[-1:]):
            return True
    return False


def _is_one_of(folds: Sequence[str], at: int, setting: Setting) -> bool:
    """« one of the deadliest attacks »: whether the event is one of those named."""
    words = setting.words
    before = folds[max(0, at - _NEAR) : at]
    return not words.most.isdisjoint(before) and not words.the.isdisjoint(before)


def is_one(folds: Sequence[str], at: int, setting: Setting) -> bool:
    """« l'une de leurs embuscades », « une des frappes »: whether one of the events at `at` is meant."""
    of = setting.place_words.of
    before = at - 1
    while before > 1 and folds[before] in setting.pack.words.prenominal:
        before -= 1  # « l'une des nombreuses attaques »
    if before > 1 and folds[before] in setting.pack.words.openers and folds[before] not in of:
        before -= 1
    return before > 0 and folds[before] in of and folds[before - 1] in setting.words.a


def of_drive(context: FigureContext, setting: Setting) -> bool:
    """Whether an offensive, which lasts for days, did the harm: « dans son offensive », « l'offensive a fait »."""
    words, folds = setting.words, [t.fold for t in _clause(context)]
    through = words.through | {p[0] for p in words.during if len(p) == 1}
    for i, fold in enumerate(folds):
        if fold not in words.drives or (i and folds[i - 1] in words.a):
            continue  # « dans une offensive »: of one day or of many
        if any(f in through for f in folds[max(0, i - _NEAR) : i]):
            return True
        if folds[i - 1] in words.definite and setting.pack.verbs.is_auxiliary(folds[min(i + 1, len(folds) - 1)]):
            return True  # « l'offensive a fait »
    return False


def is_share(context: FigureContext, setting: Setting) -> bool:
    """Whether the count is of one place among several over which another is shared out (« 14 à Gossi et huit à … »)."""
    tokens = context.sentence.tokens
    behind = next((i for i, t in enumerate(tokens) if t.start >= context.end), len(tokens))
    return _at_place(tokens, behind, setting) and shared_out(tokens, setting)


def _is_wide(place: Place | None) -> bool:
    return place is not None and place.precision in ("country", "wide")


def _many(folds: Sequence[str], setting: Setting) -> bool:
    """Whether a number above one, « plusieurs » or the like is among the words."""
    numbers = number_words(setting.pack).composition.values
    return any(
        f in setting.words.diverse or numbers.get(f, 0) > 1 or (f.isdecimal() and len(f) < _NEAR and int(f) > 1)
        for f in folds
    )


def shared_out(tokens: Sequence[Token], setting: Setting) -> bool:
    """« quinze à Gao et six à Ansongo »: two numbers right before two places."""
    numbers = number_words(setting.pack).composition.values
    counts = [i for i, t in enumerate(tokens) if (fold := t.fold) in numbers or fold.isdecimal()]
    return sum(_at_place(tokens, i + 1, setting) for i in counts) > 1


def _at_place(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """Whether the token at `at` is a preposition of places with a name behind."""
    name = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return bool(name) and name[0].isupper() and tokens[at].fold in setting.words.toward


def _clause(context: FigureContext) -> tuple[Token, ...]:
    return context.sentence.within(context.clause_start, context.clause_end)
