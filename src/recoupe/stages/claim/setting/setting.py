"""Setting: where and when the text is at each sentence, so that a count which names neither inherits both."""

from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Place, Sentence, TimeRef
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.records import records_of
from recoupe.stages.claim.scenes.scenes import Scene, scenes
from recoupe.stages.claim.scenes.statements import Statements
from recoupe.stages.claim.setting.article import Article
from recoupe.stages.claim.setting.finished import finished
from recoupe.stages.claim.setting.lead import main_ground
from recoupe.stages.claim.setting.lent_days import LentDays
from recoupe.stages.claim.setting.live import is_live, live_time
from recoupe.stages.claim.setting.paragraph_heads import ParagraphHeads
from recoupe.stages.claim.setting.walk import Walk
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.words.events import events_of, motion_verbs, place_words, scene_words


class Setting:
    """Built once a Document; `locate`, `date` and `scope` put their questions to it."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.document = document
        self.pack = pack
        self.gazetteers = gazetteers
        self.place_words, self.words = place_words(pack), scene_words(pack)
        self.motions = motion_verbs(pack)
        self.events = events_of(pack)
        self.records = records_of(pack)
        self.statements = Statements(attributions, annotations.sentences, pack, self.place_words, self.words)
        self.scenes = scenes(document, annotations, self.statements, pack, gazetteers)
        self.lands = {s.place.country for scene in self.scenes for s in scene.spots if s.place is not None}
        """The countries of the places where something is said to happen."""
        self._article = Article(self.scenes)
        self.main = main_ground(self.scenes, self.events, self.place_words, document.published)
        hours = [
            b for b in document.blocks if b.kind != "paragraph" and self.events.is_hour(document.text[b.start : b.end])
        ]
        told_live = is_live(self.scenes, self.events)
        self.live = told_live or len(hours) > 1
        """Whether the text is a live page, whose entries tell of its day."""
        if self.main.time is None or (told_live and not self.leads(self.main.time)):
            self.main = self.main._replace(time=live_time(self.scenes, self.events, document.published))
        self.war = finished(self.scenes, self.events, document.text)
        """The days of the war that the article is about, where it is over."""
        if self.war is not None and self._is_led(self.main.time):
            self.war = None
        if self.war is not None:
            self.main = self.main._replace(time=self.war)
        lent = LentDays(annotations.numerals, self.events)
        self.brings_in_one = lent.brings_in_one
        heads = ParagraphHeads(self._article, self.main, self.land, document.published, live=self.live)
        walk = Walk(self._article, self.events, lent, heads, self.main, self.war, self.land, document.published)
        self._grounds = walk.grounds()
        self.days = walk.days
        """The days of the towns that the article tells."""
        self._named = self._last_named()
        self.located: tuple[FigureContext, Ground] | None = None
        """The count whose place was looked for last, with that place: its day and its scope ask for it again."""

    def scene(self, sentence: Sentence) -> Scene:
        """The scene of the sentence."""
        return self.scenes[sentence.index]

    def scene_at(self, offset: int) -> Scene:
        """The scene of the sentence that holds the offset, or of the last before it."""
        return self._article.at(offset)

    def ground(self, sentence: Sentence) -> Ground:
        """What the sentence inherits from those before it."""
        return self._grounds[sentence.index]

    def named(self, sentence: Sentence) -> Ground:
        """Where « y » and « sur place » of the sentence are: the place told last before it, however wide."""
        return self._named[sentence.index]

    def land(self, place: Place) -> Place | None:
        """The land whose war the place is in, at the time of the text."""
        return self.gazetteers.places.land(place, self.document.published)

    def leads(self, time: TimeRef) -> bool:
        """Whether the time stands in the headline or in the first sentence of the body."""
        return self.leads_in(self.scene_at(time.span.start))

    def leads_in(self, scene: Scene) -> bool:
        """Whether the scene is that of the headline or of the first sentence of the body."""
        return self._article.opens_with(scene)

    def _is_led(self, time: TimeRef | None) -> bool:
        """Whether the time stands in the headline or in the first paragraphs, and is not one of the war's."""
        if time is not None and self.war is not None and self.war.span.start <= time.span.start < self.war.span.end:
            return False
        return time is not None and self._article.is_led_by(self.scene_at(time.span.start))

    def _last_named(self) -> tuple[Ground, ...]:
        """The place told last before each sentence."""
        found: list[Ground] = []
        last = Ground()
        for scene in self.scenes:
            found.append(last)
            known = [s for s in scene.spots if s.place is not None and not s.far]
            # « X, aux confins du Mali », « près de la frontière avec Y »: X is told last
            told = [s for s in known if not s.is_border]
            # « X, nœud ferroviaire entre Y et Z »
            own = next((s for s in reversed(told) if not s.near), next(reversed(told or known), None))
            if own is not None:
                last = Ground(own.place, own.start, own.end, own.near)
        return tuple(found)
