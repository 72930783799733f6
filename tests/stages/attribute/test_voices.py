"""Who speaks: the small articles of voices.toml, resolved source by source, and what must hold of any text."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import Annotations
from recoupe.model.document import Block, Document
from recoupe.stages.annotate.names import mentions
from recoupe.stages.annotate.places import places
from recoupe.stages.annotate.quotes import quotes
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.attribute.naming.profiles import Resolved
from recoupe.stages.attribute.naming.voices import Voices
from tests.factories import make_document

ARTICLES = tomllib.loads((Path(__file__).parent / "voices.toml").read_text("utf-8"))["articles"]
MARKED = re.compile(r"\{([^}]*)\}")


def document_of(text: str) -> Document:
    """A Document with one block a line, the first a headline when an empty line follows it."""
    blocks = []
    for number, match in enumerate(re.finditer(r"[^\n]+", text)):
        headline = number == 0 and text[match.end() : match.end() + 2] == "\n\n" and not match.group().endswith(".")
        blocks.append(Block(match.start(), match.end(), "title" if headline else "paragraph"))
    return make_document(text, blocks=tuple(blocks))


def annotations_of(document: Document) -> Annotations:
    """The annotations that voices are read from."""
    french, world = pack("fr"), load()
    found = sentences(document, french.traits)
    where = places(document, found, french, world)
    return Annotations(
        document.id,
        found,
        quotes(document, french.traits),
        places=where,
        mentions=mentions(document, found, french, world, where),
    )


def resolve(marked: str) -> list[Resolved]:
    """The sources that stand in braces, resolved in reading order."""
    text = MARKED.sub(r"\1", marked)
    document = document_of(text)
    annotations = annotations_of(document)
    voices = Voices(document, annotations, pack("fr"), load())
    before: list[Resolved] = []
    for number, match in enumerate(MARKED.finditer(marked)):
        start = match.start() - 2 * number
        end = start + len(match.group(1))
        sentence = next(s for s in annotations.sentences if s.start <= start < s.end)
        before.append(voices.resolve(start, end, sentence, before))
    return before


@pytest.mark.parametrize("article", ARTICLES, ids=lambda a: a["about"])
def test_articles(article: dict[str, Any]) -> None:
    found = resolve(article["text"].strip())
    assert len(found) == len(article["voices"])
    for wanted, resolved in zip(article["voices"], found, strict=True):
        name, *rest = (None if part.strip() == "-" else part.strip() for part in wanted.split("|"))
        assert resolved.entity.name == name
        if rest:
            assert resolved.role == rest[0]
        if len(rest) > 1:
            assert resolved.organisation == rest[1]


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("une source sécuritaire", "military"),
        ("un officier", "military"),
        ("un médecin de l'hôpital", "medical"),
        ("une source hospitalière", "medical"),
        ("des témoins", "witness"),
        ("une ONG locale", "ngo"),
        ("des médias locaux", "media"),
        ("un proche de la victime", "relative"),
        ("un habitant", "local"),
        ("une source diplomatique", "official"),
        ("plusieurs analystes", "expert"),
        ("des informations", None),
    ],
)
def test_an_unnamed_source_has_its_kind(source: str, voice: str | None) -> None:
    entity = resolve(f"Dix hommes sont morts, selon {{{source}}}.")[0].entity
    assert (entity.kind, entity.name, entity.voice) == ("unnamed", source, voice)


def test_how_a_source_spoke_is_no_part_of_its_name() -> None:
    for aside in ("qui a requis l'anonymat", "joint par téléphone", ", sous couvert d'anonymat", ", qui a tout vu"):
        found = resolve(f"« Tout a brûlé », dit {{un chef de village {aside}}}.".replace(" ,", ","))
        assert found[0].entity.name == "un chef de village"


def test_two_documents_have_two_witnesses() -> None:
    one = resolve("Il y a dix morts, selon {des témoins}.")[0].entity
    other = resolve("Il y a onze morts, selon {des témoins}.")[0].entity
    assert one.name == other.name
    assert one.id != other.id


def test_one_person_has_one_id_in_every_spelling() -> None:
    ids = {
        resolve(f"Il y a dix morts, selon {{le général {name}}}.")[0].entity.id
        for name in ("Abdelfattah al-Bourhane", "Abdel Fattah al-Burhan", "Abd al-Fattah Al-Burhan")
    }
    assert len(ids) == 1


def test_who_speaks_a_quotation_is_not_spoken_of_in_it() -> None:
    text = "Selon un porte-parole, « il demande du temps »."
    document = document_of(text)
    annotations = annotations_of(document)
    voices, sentence = Voices(document, annotations, pack("fr"), load()), annotations.sentences[0]
    start = text.index("un porte-parole")
    speaker = voices.resolve(start, start + len("un porte-parole"), sentence, [])
    start = text.index("il demande")
    assert voices.resolve(start, start + 2, sentence, [speaker]).entity == speaker.entity
    assert voices.resolve(start, start + 2, sentence, [speaker], speaker.entity).entity.name == "il"


@given(st.text(alphabet=st.sampled_from("aeLMd'’ ,.«»-()\nélD’7X"), max_size=80) | st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    document = document_of(text)
    annotations = annotations_of(document)
    voices = Voices(document, annotations, pack("fr"), load())
    before: list[Resolved] = []
    for mention in annotations.mentions:
        assert document.text[mention.span.start : mention.span.end] == mention.span.text
    for sentence in annotations.sentences:
        for token in sentence.tokens:
            resolved = voices.resolve(token.start, sentence.end, sentence, before)
            assert resolved.entity.name
            assert (resolved.start, resolved.end) == (token.start, sentence.end)
            before.append(resolved)


def test_words_of_the_grammar_alone_are_read() -> None:
    words = "le de M. général porte-parole du ministère « » Abou armée de ancien , dit ( ONU ) et l' coalition dirigée"
    for first in words.split():
        for last in words.split():
            resolve(f"Selon {{{first} {last}}} il y a dix morts.")
