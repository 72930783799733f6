"""Same sums: stretches that a count shares with the one told before it: of the same war, of those who fled it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from recoupe.languages.times import time_words
from recoupe.languages.word_sets import but_for, either
from recoupe.model.figure import Figure
from recoupe.model.span import Span
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.groups.made_up import added_up
from recoupe.stages.claim.scenes.toll_days import raised_at
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.states import is_present, is_standing, is_still, is_total, size_of
from recoupe.stages.claim.when.timing import Timing, same_days
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.lexicon import lexicon

_BODILY = frozenset({"killed", "wounded", "casualties"})
_SUM = 5
"""How many times those whom the day has added a sum over a war is."""
_GROWN = 0.5
"""How much of the toll of one event had been counted before its last dead are added."""
_DEADLY = 3000
"""More than one day of war kills, or costs an army."""
_FEW = 200
"""Fewer than a sum over a country is likely to be."""


def day_of_war(context: FigureContext, setting: Setting) -> Timing | None:
    """The stretch of a sum given « au 39e jour de la guerre »; None for what is no sum, or where no such day is told."""
    if size_of(context) < _FEW:
        return None
    tokens, words, units = context.sentence.tokens, setting.words, time_words(setting.pack).values["UNIT"]
    wars_ = either(words.wars, words.drives, words.campaigns)
    for i in range(1, len(tokens) - 2):
        if units.get(tokens[i].fold) != "day" or tokens[i + 1].fold not in words.of:
            continue
        of_war = any(t.fold in wars_ for t in tokens[i + 2 : i + 4])
        day = next((n for n in context.annotations.numerals if n.ordinal and n.number_end == tokens[i - 1].end), None)
        if not of_war or day is None or day.value is None:
            continue
        published = setting.document.published
        first = date.fromisoformat(published) - timedelta(days=int(day.value) - 1) if published else None
        span = Span(
            tokens[i - 1].start, tokens[i + 1].end, setting.document.text[tokens[i - 1].start : tokens[i + 1].end]
        )
        return Timing(span, first.isoformat() if first else None, published, "period")
    return None


def left_since(context: FigureContext, setting: Setting) -> Timing | None:
    """The stretch of those who left, which the paragraph has just given for others who did (« depuis avril »)."""
    if context.effect != "displaced" or context.sentence.kind != "paragraph":
        return None
    if is_still(context, setting) or is_present(context, setting):
        return None  # « 60 000 sont hébergés dans des camps »
    if is_standing(context, setting):
        return None
    if (fighting := _driven_out(context, setting)) is not None:
        return fighting
    block = context.document.blocks[context.sentence.block]
    last = context.earlier[-1] if context.earlier else None
    if last is not None and last.span.start >= block.start and _is_same_sum(last, context, setting):
        return same_days(last)
    before = next((f for f in reversed(context.earlier) if f.effect == context.effect and f.part_of is None), None)
    if before is None or before.scope != "period" or before.date_span is None:
        return None
    if before.span.start < block.start:
        # « 65 000 civils ont fui ces trois derniers mois. / Quelque 43 000 ont fui X »
        above = context.document.blocks[max(0, context.sentence.block - 1)]
        part = before.value is not None and size_of(context) < before.value and not is_present(context, setting)
        return same_days(before) if part and before.span.start >= above.start else None
    told = next(
        (t for t in setting.scene_at(before.date_span.start).times if t.span.start == before.date_span.start), None
    )
    return same_days(before) if told is not None and told.kind == "since" else None


def _driven_out(context: FigureContext, setting: Setting) -> Timing | None:
    """The stretch of those who were « chassés par les combats » whose dead the article has added up so far."""
    words, part = setting.words, context.sentence.within(context.part_start, context.part_end)
    fighting = either(words.broad, words.drives)
    if not any(b.fold in fighting and a.fold in words.definite for a, b in pairwise(part)):
        return None
    sums = (f for f in reversed(context.earlier) if f.effect in _BODILY and f.scope == "period" and f.part_of is None)
    last = next(sums, None)
    up_to_now = last is not None and last.date_from is not None and last.date_to == setting.document.published
    return replace(same_days(last), span=None) if last is not None and up_to_now else None


def _is_same_sum(last: Figure, context: FigureContext, setting: Setting) -> bool:
    """« L'offensive a fait 600 morts depuis mardi. Près de 50 000 personnes ont été déplacées. »: whether what was done to
    those who left is told of the days whose dead have just been added up."""
    if last.effect not in _BODILY or last.scope != "period" or last.date_from is None:
        return False
    clause = context.sentence.within(context.clause_start, context.clause_end)
    have = setting.words.have
    done = (lemma in have and f.finite for t in clause for lemma, f in setting.pack.verbs.analyses(t.fold))
    return last.date_to == setting.document.published and any(done)


def of_same_war(context: FigureContext) -> Timing | None:
    """The stretch of the count before it in its paragraph, where that is of a war too (« Une étude évalue à 90 000 … »)."""
    before = context.earlier[-1] if context.earlier else None
    if before is None or before.span.start < context.document.blocks[context.sentence.block].start:
        return None
    of_war = before.scope == "period" and before.date_from is not None
    many = size_of(context) >= _DEADLY and context.effect in _BODILY
    return same_days(before) if of_war and many else None


def of_added(context: FigureContext, setting: Setting) -> Timing | None:
    """« 900 civils ont été tués depuis mars et 1 400 blessés … Sur ces 2 300 victimes »: the days of those that it adds up."""
    last = added_up(context.earlier, context.numeral.value)
    at = context.sentence.first_at(context.start) - 1
    taking_up = at >= 0 and context.sentence.tokens[at].fold in lexicon(setting.pack).counted.taking_up
    return same_days(last) if last is not None and taking_up else None


def of_raised(context: FigureContext, setting: Setting) -> Timing | None:
    """« Deux soldats ont été tués lundi à X, ce qui porte à 34 le nombre de militaires morts »: all so far, where far more than those
    added are counted; None for the toll of one event, to which bodies found and the hurt who die are added."""
    last, sentence = context.earlier[-1], context.sentence
    own, added = context.numeral.value or 0, last.value or 0
    if last.effect == context.effect == "displaced":
        added, own = 1, own * (own > added)  # « 9 000 personnes ont fui, portant à 80 000 le nombre de déplacés »
    elif last.effect not in _BODILY or added <= 1:
        return None
    if own < _SUM * added or context.whole is not None:
        return None
    behind = [t.fold for t in sentence.tokens if last.span.end <= t.start < context.end]
    if raised_at(behind, setting.pack, setting.events.raising) is None:
        return None
    told, nouns = sentence.within(sentence.start, context.start), lexicon(setting.pack).harm.nouns
    found = (lemma in setting.words.finding for t in told for lemma, _ in setting.motions.analyses(t.fold))
    hurt = (nouns.get(t.fold) == "wounded" for t in sentence.within(last.span.start, last.span.end))
    if any(found) or any(hurt) or _is_of_care([t.fold for t in told], setting) or _is_of_one(context, setting):
        return None
    if any(
        f.scope == "incident"
        and f.effect == context.effect
        and f.place in (None, last.place)
        and f.value is not None
        and own * _GROWN <= f.value <= own
        for f in context.earlier
    ):
        return None
    return Timing(None, None, setting.document.published, "total")


def of_grown(context: FigureContext, setting: Setting) -> Timing | None:
    """« Samedi, une bombe a tué douze personnes. Lundi, trois blessés ont succombé, portant le bilan à 15 »: the days of the event
    whose toll those who died later are added to; None where none was told, or those added died of something new."""
    last, sentence = context.earlier[-1], context.sentence
    own = context.numeral.value
    if last.effect not in _BODILY or own is None or context.whole is not None:
        return None
    behind = [t.fold for t in sentence.tokens if last.span.end <= t.start < context.end]
    if raised_at(behind, setting.pack, setting.events.raising) is None:
        return None
    told, nouns = [t.fold for t in sentence.within(sentence.start, context.start)], lexicon(setting.pack).harm.nouns
    hurt = any(nouns.get(t.fold) == "wounded" for t in sentence.within(last.span.start, last.span.end))
    if not (hurt or _is_of_care(told, setting)):
        return None
    before = (f for f in reversed(context.earlier) if f.span.start < sentence.start and f.scope == "incident")
    grown = next((f for f in before if f.effect == context.effect and f.value is not None and f.value <= own), None)
    return replace(same_days(grown), span=None) if grown is not None and grown.date_from is not None else None


def _is_of_care(folds: Sequence[str], setting: Setting) -> bool:
    """Whether people die of what befell them before (« ont succombé », « sont morts à l'hôpital »)."""
    words = agent_words(setting.pack)
    return any(f in words.treating or f in words.hospitals for f in folds)


def _is_of_one(context: FigureContext, setting: Setting) -> bool:
    """« le nombre de soldats tués dans cette attaque »: whether one event is told right behind the count."""
    words, figures = setting.words, lexicon(setting.pack).figures
    folds = [t.fold for t in context.sentence.within(context.end, context.clause_end)]
    one = but_for(
        words.events,
        either(words.several, words.drives, words.operations, words.campaigns, words.wars),
        lexicon(setting.pack).harm.tolls.nouns,
    )
    known = either(words.definite, words.pointing)
    inside = either(figures.of, figures.where)
    return any(
        fold in one and (folds[i - 1] in inside - known or (folds[i - 1] in known and folds[i - 2] in inside))
        for i, fold in enumerate(folds)
        if i > 1
    )


def of_same_sum(context: FigureContext, setting: Setting) -> Timing | None:
    """The stretch of a greater sum up to publication that the article has given, of which this one may be a share."""
    published = setting.document.published
    sums = (f for f in context.earlier if f.scope == "period" and f.date_from is not None and f.date_to == published)
    like = (f for f in sums if f.effect == context.effect == "killed" and f.value is not None)
    greater = next((f for f in like if f.value is not None and f.value >= size_of(context)), None)
    if greater is None or published is None or is_total(context, setting):
        return None
    return replace(same_days(greater), span=None)
