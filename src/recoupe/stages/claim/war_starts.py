"""War starts: the first day of a stretch « depuis le début de la guerre », as the text or public knowledge tells it."""

from recoupe.gazetteers.wars import wars
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.context import FigureContext
from recoupe.stages.claim.setting import Setting
from recoupe.stages.claim.where import ground_for

_NAMED = 8
"""Within how many words from « depuis » on its war is named."""


def began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The first day of a stretch « depuis … »."""
    main = setting.main.time
    if time.date_from is None and main is not None and main.kind == "since" and main.date_from is not None:
        return main.date_from  # « depuis le début de la guerre », whose day is told elsewhere
    return time.date_from or _told_began(context, setting, time) or _war_began(context, setting, time)


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


def _war_began(context: FigureContext, setting: Setting, time: TimeRef) -> str | None:
    """The day of public knowledge that « depuis le début de la guerre » means, by the country of the harm."""
    near = [t.fold for t in context.sentence.tokens if time.span.start <= t.start][:_NAMED]
    place = ground_for(context, setting).place
    if place is None or place.country is None or setting.words.wars.isdisjoint(near):
        return None
    return wars().began(place.country, setting.document.published)
