"""Anniversary: whether an article looks back, years later, on how a war began, and counts what it has done since."""

from datetime import date

from recoupe.languages.times import time_words
from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.flight import names_blow

_REACH = 14
"""How many words before the beginning may say how long ago it was."""
_ABOUT_A_YEAR = 330
"""Days."""


def is_anniversary(time: TimeRef | None, setting: Setting) -> bool:
    """Whether a time of the lead is that of a beginning years ago: « Cinq ans après les premiers tirs, en février 2003 ».

    That of one attack is not: its dead are of its day.
    """
    published = setting.document.published
    if time is None or time.date_from is None or time.kind not in ("point", "interval") or published is None:
        return False
    if (
        not setting.leads(time)
        or (date.fromisoformat(published) - date.fromisoformat(time.date_from)).days < _ABOUT_A_YEAR
    ):
        return False
    tokens, units = setting.scene_at(time.span.start).sentence.tokens, time_words(setting.pack).values["UNIT"]
    before = [t for t in tokens if t.start < time.span.end][-_REACH:]
    return any(units.get(t.fold) == "year" for t in before) and not names_blow(tokens, setting)
