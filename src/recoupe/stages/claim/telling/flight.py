"""Flight: whether people were driven out by one event that is told, and are no stock of displaced people."""

from itertools import pairwise

from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.presents import presents

_MANY = 50_000
"""More people than one attack drives out."""
_ANTECEDENT = 3
"""How many words may stand between a verb of leaving and its auxiliary (« ont dû fuir », « ont été contraints de partir »)."""


def is_flight(context: FigureContext, setting: Setting) -> bool:
    """Whether the count is of people who fled one attack.

    The sentence names the attack (« 3 000 habitants ont fui après une attaque »), or says that they left, and the
    paragraph has just told one attack of one day.
    """
    size = max(context.numeral.value or 0.0, float(context.numeral.magnitude or 0))
    if context.effect != "displaced" or size >= _MANY or not setting.words.still.isdisjoint(context.sentence.words):
        return False
    sentence = context.sentence
    if is_ever_since(context, setting):
        return False
    part = tuple(t for t in sentence.tokens if context.part_start <= t.start < context.part_end)
    clause = sentence.within(context.clause_start, context.clause_end)
    if names_blow(part, setting):
        return sentence.kind == "title" or not _is_state(clause, setting)
    return (_left(clause, setting) or _is_driven(context, clause, setting)) and _is_of_blow(context, setting)


def _is_driven(context: FigureContext, clause: tuple[Token, ...], setting: Setting) -> bool:
    """Whether a noun says that they left: « ont pris la fuite », « a provoqué la fuite de »."""
    verbs, words = setting.pack.verbs, setting.words
    if words.flights.isdisjoint(t.fold for t in clause if context.harm_start <= t.start < context.harm_end):
        return False
    return any(
        verbs.is_past_participle(t.fold) and verbs.is_auxiliary(clause[i - 1].fold) for i, t in enumerate(clause) if i
    )


def is_ever_since(context: FigureContext, setting: Setting) -> bool:
    """Whether the sentence counts what has gone on since the event: « Depuis, 340 habitants ont quitté la ville »."""
    return any(a in setting.words.since and b == "," for a, b in pairwise(context.sentence.folds))


def names_blow(tokens: tuple[Token, ...], setting: Setting) -> bool:
    """Whether one attack is named: « une attaque », « le raid », and not « les raids »."""
    words = setting.words
    single = time_words(setting.pack).classes["BLOW"] - words.several
    return any(
        token.fold in single and before.fold in either(words.one, setting.place_words.of)
        for before, token in pairwise(tokens)
    )


def _is_state(clause: tuple[Token, ...], setting: Setting) -> bool:
    """Whether a verb in the present says how they live: « s'entassent », « sont hébergés »."""
    leaving, cues = setting.events.leaving, setting.pack.cues.verbs
    return any(
        t.fold not in leaving and not any(lemma in cues for lemma, _ in setting.pack.verbs.analyses(t.fold))
        for t in presents(clause, setting)
    )


def _left(clause: tuple[Token, ...], setting: Setting) -> bool:
    """Whether the clause says that they left: « ont fui », « ont été contraintes de quitter », « forcés à fuir »."""
    for i, token in enumerate(clause):
        for lemma, form in setting.motions.analyses(token.fold):
            if lemma not in setting.words.leaving:
                continue
            before = clause[max(0, i - _ANTECEDENT) : i]
            done = form.mood == "participle" and any(setting.pack.verbs.is_auxiliary(t.fold) for t in before)
            if done or form.mood == "infinitive" or form.tense == "past":
                return True
    return False


def _is_of_blow(context: FigureContext, setting: Setting) -> bool:
    """Whether the paragraph has told one attack of one day before the sentence."""
    ground = setting.ground(context.sentence)
    time = ground.time
    if time is None or time.precision != "day" or time.kind != "point":
        return False
    index, block = context.sentence.index, context.sentence.block
    before = [s for s in setting.scenes[max(0, index - 3) : index] if s.sentence.block == block]
    # « ont attaqué jeudi le camp », but not « les combats »
    struck = (s for s in before if s.points and s.times and setting.words.several.isdisjoint(s.sentence.words))
    return any(names_blow(s.sentence.tokens, setting) for s in before) or any(struck)
