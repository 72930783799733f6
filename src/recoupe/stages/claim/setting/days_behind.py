"""Days behind: the day of what is told, as only the sentence right behind has it."""

from recoupe.model.annotation import TimeRef
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.article import Article
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.words.events import Events

_NAMED = 3
"""How many words name an event by its day (« Le bombardement du 17 mars »)."""


def day_of_heading(scene: Scene, article: Article) -> TimeRef | None:
    """The day of a heading below the first paragraph that has none: the one that the sentence behind it tells."""
    after = article.behind(scene)
    if scene.sentence.kind == "paragraph" or scene.times or after is None or article.opens_with(scene):
        return None
    if after.sentence.kind != "paragraph":
        return None
    return next((t for t in after.times if dated(t) and t.kind != "until"), None)


def day_named_behind(scene: Scene, article: Article, events: Events) -> TimeRef | None:
    """The day by which the sentence behind names the event: « Washington a reconnu la mort de 100 habitants à X. Le bombardement du
    17 mars a aussi fait 200 blessés »."""
    after = article.behind(scene)
    if after is None or not scene.counts or scene.times or after.spots:
        return None
    days, tokens = [t for t in after.times if dated(t)], after.sentence.tokens[: _NAMED + 1]
    if after.sentence.block != scene.sentence.block or len(tokens) <= _NAMED or len(days) != 1:
        return None
    named = tokens[0].fold in events.words.definite and tokens[1].fold in events.words.events
    one = days[0].kind == "point" and days[0].span.start <= tokens[-1].start
    return days[0] if named and one else None
