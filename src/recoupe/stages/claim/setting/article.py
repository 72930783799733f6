"""Article: the scenes of one article by where they stand: at an offset, in a block, in the lead."""

from bisect import bisect_right
from collections.abc import Sequence

from recoupe.stages.claim.scenes.scenes import Scene

_LEAD = 2
"""How many paragraphs tell what an article is about."""


class Article:
    """Questions to the scenes of one article, which stand in reading order."""

    def __init__(self, scenes: Sequence[Scene]) -> None:
        self.scenes = scenes
        self.titles = [s for s in scenes if s.sentence.kind == "title"]
        self._starts = [s.sentence.start for s in scenes]
        self._blocks: dict[int, list[Scene]] = {}
        for scene in scenes:
            if scene.sentence.kind == "paragraph":
                self._blocks.setdefault(scene.sentence.block, []).append(scene)
        self._body = next((s.sentence.start for s in scenes if s.sentence.kind == "paragraph"), None)

    def at(self, offset: int) -> Scene:
        """The scene of the sentence that holds the offset, or of the last before it."""
        return self.scenes[max(0, bisect_right(self._starts, offset) - 1)]

    def before(self, scene: Scene) -> Scene:
        """The scene before; the first one itself."""
        return self.scenes[max(0, scene.sentence.index - 1)]

    def behind(self, scene: Scene) -> Scene | None:
        """The scene behind; None behind the last."""
        index = scene.sentence.index + 1
        return self.scenes[index] if index < len(self.scenes) else None

    def told_in(self, block: int) -> Sequence[Scene]:
        """The scenes of a paragraph; none of a headline or a heading."""
        return self._blocks.get(block, ())

    def opens_with(self, scene: Scene) -> bool:
        """Whether the scene is that of the headline or of the first sentence of the body."""
        return self._body is not None and scene.sentence.start <= self._body

    def is_led_by(self, scene: Scene) -> bool:
        """Whether the scene stands in the headline or in the first paragraphs."""
        return scene.sentence.block <= max(sorted(self._blocks)[:_LEAD], default=0)
