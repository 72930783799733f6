"""One side: the country on whose side those counted fell (« 56 morts côté israélien »), or on whose soil its own state says so."""

from itertools import pairwise

from recoupe.model.annotation import Place
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import kilometres
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.where.fitting import counts_between

_ABROAD = 2500
"""Kilometres from the event to a country in which those « on its side » did not fall, where no place of it is told."""


def of_side(context: FigureContext, setting: Setting) -> Place | None:
    """The country of those counted on one side (« 56 morts côté israélien »)."""
    if setting.words.beside.isdisjoint(context.sentence.words):
        return None
    for before, token in pairwise(context.sentence.tokens):
        if before.fold in setting.words.beside and context.clause_start <= token.start < context.clause_end:
            if token.start >= context.end and counts_between(context, context.end, token.start):
                continue  # the side of a count behind
            if context.chain and token.start < context.chain[-1].content.start:
                continue  # « d'après des sources contactées du côté tanzanien de la frontière, … »
            code = setting.gazetteers.countries.by_adjective(token.text)
            side = setting.gazetteers.places.country(code) if code is not None else None
            told = setting.main.place
            far = (kilometres(side, told) or 0.0) > _ABROAD if side is not None and told is not None else False
            if side is not None and not (far and code not in setting.lands):
                return side  # « côté américain » in a war abroad is no place
    return None


def on_own_soil(context: FigureContext, setting: Setting) -> Place | None:
    """The country that says that they fell on its soil (« l'Azerbaïdjan a fait état de neuf civils tués sur son territoire »)."""
    behind = [t.fold for t in context.sentence.within(context.end, context.part_end)]
    speaker = context.chain[-1].entity if context.chain else None
    if speaker is None or speaker.country is None or not setting.words.own_soil.stand_in(behind):
        return None
    return setting.gazetteers.places.country(speaker.country)
