"""Passages as the stages give them, without the pages around them."""

from recoupe import gazetteers
from recoupe.languages.pack import codes, pack
from recoupe.model.document import Block
from recoupe.model.reading import Reading
from recoupe.stages.annotate import annotate
from recoupe.stages.attribute import attribute
from recoupe.stages.claim import claim
from recoupe.stages.derive.profile import Pair, Profile
from tests.factories import VERSION, make_document

WORLD = gazetteers.load()


def make_profile(language: str, text: str, **changes: object) -> Profile:
    """The Profile of a Document that is one paragraph, read in full where its language is."""
    fields: dict[str, object] = {"title": None, "blocks": (Block(0, len(text), "paragraph"),), "language": language}
    document = make_document(text, **(fields | changes))
    if language not in codes():
        return Profile(Reading(document, (), (), (), (), VERSION))
    words = pack(language)
    annotations = annotate(document, words, WORLD)
    attributions, _ = attribute(document, annotations, words, WORLD)
    figures, claims, _ = claim(document, annotations, attributions, words, WORLD)
    return Profile(Reading(document, attributions, tuple(figures), tuple(claims), (), VERSION))


def every_pair(a: Profile, b: Profile) -> list[Pair]:
    """Each passage of `a` with each of `b`."""
    return [Pair(m, n, 1.0) for m in range(len(a.passages)) for n in range(len(b.passages))]
