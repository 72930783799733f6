"""War starts: the first day of a stretch « depuis le début de la guerre », as the text or public knowledge tells it."""

from itertools import pairwise

from recoupe.gazetteers.wars import wars
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.where.where import ground_for

_WITH_ARTICLE = 3
"""Words of « depuis le scrutin »."""
_DATED, _TOLD = 3, 8
"""Within how many words before a day it is that of a noun (« scrutin du 30 août »), or of what a clause tells."""
_NAMED = 8
"""Within how many words from « depuis » on its war is named."""


def began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The first day of a stretch « depuis … »."""
    main = setting.main.time
    if time.date_from is None and main is not None and main.kind == "since" and main.date_from is not None:
        return main.date_from  # « depuis le début de la guerre », whose day is told elsewhere
    return (
        time.date_from
        or _named_began(context, setting, time)
        or _told_began(context, setting, time)
        or _war_began(context, setting, time)
        or _counted_since(context, setting, time)
    )


def _named_began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The day that the article gives elsewhere to what « depuis le scrutin », « depuis le putsch » names: « le scrutin du 30 août »,
    « l'armée, qui a pris le pouvoir le 1er février 2021 »."""
    words, sentence = setting.words, setting.scene_at(time.span.start).sentence
    named = [t.fold for t in sentence.within(time.span.start, time.span.end) if t.text[0].isalpha()]
    if len(named) < _WITH_ARTICLE:
        return None
    noun, overthrow = named[-1], not words.overthrow.isdisjoint(named)
    for told in context.annotations.times:
        if (
            told.date_from is None
            or told.precision not in ("day", "month")
            or told.kind not in ("point", "interval", "since")
        ):
            continue
        tokens = setting.scene_at(told.span.start).sentence.tokens
        behind = [t.fold for t in tokens if t.end <= told.span.start]
        if told.kind != "since" and noun in behind[-_DATED:]:
            return told.date_from
        if overthrow and not words.overthrow.isdisjoint(
            [*behind[-_TOLD:], *(t.fold for t in tokens if told.span.holds(t.start, t.end))]
        ):
            return told.date_from
    return None


def _told_began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The day on which the war began that « depuis le début de la guerre » names, as a sentence before tells it."""
    words = setting.words
    near = {t.fold for t in context.sentence.tokens if time.span.start <= t.start}
    near &= words.wars | words.campaigns | words.drives
    if not near and time.precision == "unknown":
        # « depuis que les troupes y ont fait irruption », and elsewhere « lancée mardi, l'incursion »
        return next((t.date_from for s in setting.scenes for t in s.begun if t.date_from), None)
    scenes = reversed(setting.scenes[: context.sentence.index])
    told = (s.begun for s in scenes if s.begun and not near.isdisjoint(s.sentence.words))
    return next((t.date_from for begun in told for t in begun if t.date_from), None)


def _counted_since(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The one day since which the article counts elsewhere (« tués depuis le 27 septembre »), for « depuis le début des combats »."""
    words, sentence = setting.words, setting.scene_at(time.span.start).sentence
    named = {t.fold for t in sentence.tokens if time.span.start <= t.start}
    if named.isdisjoint(words.wars | words.campaigns | words.drives | words.operations | words.broad):
        return None
    behind = [t for t in sentence.tokens if time.span.start <= t.start][_WITH_ARTICLE : _NAMED + 1]
    if any(a.fold in words.toward and b.text[0].isupper() for a, b in pairwise(behind)):
        return None  # « depuis le début de l'offensive sur Bakhmout »: of a town, not of the land
    days = {
        t.date_from for t in context.annotations.times if t.kind == "since" and t.precision == "day" and t.date_from
    }
    return days.pop() if len(days) == 1 else None


def _war_began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The day of public knowledge that « depuis le début de la guerre » means, by the country of the harm."""
    near = [t.fold for t in context.sentence.tokens if time.span.start <= t.start][:_NAMED]
    place = ground_for(context, setting).place
    if place is None or place.country is None or setting.words.wars.isdisjoint(near):
        return None
    return wars().began(place.country, setting.document.published)
