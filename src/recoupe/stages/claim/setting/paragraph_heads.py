"""Paragraph heads: which event a paragraph begins with: the main one, that of its heading, that of an entry of a live page."""

from collections.abc import Callable
from functools import cached_property

from recoupe.model.annotation import Place
from recoupe.stages.claim.scenes.scale import APART, is_exact, kilometres
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.setting.article import Article
from recoupe.stages.claim.setting.lead_days import is_fresh
from recoupe.stages.claim.setting.whereabouts import Ground

_NEXT = 2
"""Paragraphs for which a town told stays the one that is told of."""
_LASTING = frozenset({"since", "duration", "until"})


class ParagraphHeads:
    """Questions to the scenes of one article, which is about the event of `main`; `live` is the text of a live page."""

    def __init__(
        self,
        article: Article,
        main: Ground,
        land: Callable[[Place], Place | None],
        published: str | None,
        *,
        live: bool,
    ) -> None:
        self._article, self._main, self._land, self._live = article, main, land, live
        self._published = published

    def headed(self, scene: Scene, own: Ground) -> Ground:
        """Where what stands under a heading begins: at the town that it names, as those of a live page do; else the main event."""
        named = any(s.frame for s in scene.spots) or (scene.tells and not scene.other)
        if not named or not is_exact(own.place) or own.place == self._main.place:
            return self._main
        return own._replace(time=self._main.time, block=self._main.block)

    @cached_property
    def roams(self) -> bool:
        """Whether the text is a live page whose entries tell of events far from one another."""
        if not self._live:
            return False
        spots = (s for scene in self._article.scenes if self._is_news(scene) for s in scene.spots)
        exact = [s.place for s in spots if s.place is not None and is_exact(s.place)]
        return any((kilometres(exact[0], place) or 0.0) > APART for place in exact[1:])

    @cached_property
    def _is_of_town(self) -> bool:
        """Whether the page is about one town: its headline names that of the main event, and no land."""
        named = {s.place for scene in self._article.titles for s in scene.spots if s.place is not None}
        return is_exact(self._main.place) and named == {self._main.place}

    def _is_news(self, scene: Scene) -> bool:
        """Whether a sentence calls no attack of other years to mind."""
        day = self._published
        return day is None or all(is_fresh(t, day) for t in scene.times if t.precision == "day")

    def entered(self, scene: Scene, own: Ground) -> Ground:
        """Where an entry of such a page begins: at the town with which it opens, at the main event where it counts that, else
        anywhere in the land."""
        main = self._main
        if is_exact(own.place):
            return own._replace(time=main.time, block=main.block)
        told = {n for s in (*self._article.titles, *self._article.told_in(main.block)) for n in s.counts}
        if main.place is None or not told.isdisjoint(scene.counts) or self._is_of_town:
            return main
        return main.unnamed(self._land(main.place))._replace(near=False)

    def stays(self, scene: Scene, own: Ground, last: Ground) -> bool:
        """Whether a paragraph without place or day may go on at the town told right before it, where the lead only gave the land of
        several attacks: « 23 morts dans deux attaques dans l'est du pays. / Dimanche, X a été attaquée. / L'attaque a … »."""
        main, article = self._main, self._article
        if main.place is None or is_exact(main.place) or not is_exact(last.place) or last.start <= main.end:
            return False
        if own.place is not None or scene.spots or scene.times or scene.other or scene.sentence.kind != "paragraph":
            return False
        if last.place is None or last.place.country != main.place.country:
            return False
        before = article.at(last.start)
        if scene.sentence.block - before.sentence.block > _NEXT or any(t.kind in _LASTING for t in before.times):
            return False
        told = {n for s in (*article.titles, *article.told_in(main.block)) for n in s.counts}
        return told.isdisjoint(scene.counts) and max(scene.counts, default=0.0) < max(told, default=0.0)

    def goes_on(self, block: int) -> bool:
        """Whether a paragraph without a place counts again what only the one before it counted: it tells of the same event."""
        article, main = self._article, self._main.block
        here, before = article.told_in(block), article.told_in(block - 1)
        if not here or not before or main in (block, block - 1, -1) or any(s.spots for s in here):
            return False
        known = {n for s in (*article.told_in(main), *article.titles) for n in s.counts}
        counts = {n for s in before for n in s.counts} - known
        return not counts.isdisjoint({n for s in here for n in s.counts})
