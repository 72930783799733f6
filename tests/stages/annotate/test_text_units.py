"""Tokens, sentences and quotations: where they start and end in the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recoupe.languages.pack import pack
from recoupe.model.document import Block, Document
from recoupe.stages.annotate.quotes import quotes
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.tokens import tokenize

TRAITS = pack("fr").traits


def _document(*paragraphs: str, kind: str = "paragraph") -> Document:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(len(text), len(text) + len(paragraph), kind))  # type: ignore[arg-type]
        text += paragraph + "\n\n"
    return Document(
        "doc-0", "0", "x.txt", "text/plain", "utf-8", text, "fr", None, None, None, None, None, "unknown", "unknown", tuple(blocks), ()
    )  # fmt: skip


def _words(text: str) -> list[str]:
    return [token.text for token in tokenize(text, 0, len(text), TRAITS)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("l’armée d'Ukraine", ["l’", "armée", "d'", "Ukraine"]),
        ("a-t-il dit", ["a", "-t-il", "dit"]),
        ("affirme-t-elle", ["affirme", "-t-elle"]),
        ("celui-ci", ["celui-ci"]),
        ("16 500 morts", ["16 500", "morts"]),
        ("20\u202f205 frappes", ["20\u202f205", "frappes"]),
        ("en 2017 300 civils", ["en", "2017", "300", "civils"]),
        ("1,5 million", ["1,5", "million"]),
        ("le 28.05.2017", ["le", "28.05.2017"]),
        ("N'Djamena et M'Bera", ["N'Djamena", "et", "M'Bera"]),
        ("aujourd'hui", ["aujourd'hui"]),
        ("jusqu’ici", ["jusqu’", "ici"]),
        ("l’ « opacité »", ["l’", "«", "opacité", "»"]),
        ("deux F-16", ["deux", "F-16"]),
        ("voir https://exemple.test/a.html ici", ["voir", "https://exemple.test/a.html", "ici"]),
    ],
)
def test_tokens(text: str, words: list[str]) -> None:
    assert _words(text) == words


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Il est mort. Elle vit.", ["Il est mort.", "Elle vit."]),
        ("M. Dupont et Mme. Sow sont là. Fin.", ["M. Dupont et Mme. Sow sont là.", "Fin."]),
        ("Le général J. Traoré a parlé. Puis rien.", ["Le général J. Traoré a parlé.", "Puis rien."]),
        ("« C'est fini. » Il est parti.", ["« C'est fini. »", "Il est parti."]),
        ("« Pourquoi ? » demande-t-il.", ["« Pourquoi ? » demande-t-il."]),
        ("Selon l'O.N.U. trois camps sont vides.", ["Selon l'O.N.U. trois camps sont vides."]),
        ("Il y avait 3.000 hommes. On en compte 12.", ["Il y avait 3.000 hommes.", "On en compte 12."]),
        ("Une ligne coupée\npar la page. Fin.", ["Une ligne coupée\npar la page.", "Fin."]),
    ],
)
def test_sentences(text: str, cut: list[str]) -> None:
    document = _document(text)
    assert [document.text[s.start : s.end] for s in sentences(document, TRAITS)] == cut


def test_blocks_that_are_not_read_have_no_sentences() -> None:
    assert sentences(_document("Partager sur les réseaux", kind="furniture"), TRAITS) == ()


def test_an_endless_sentence_is_cut() -> None:
    document = _document("mot " * 3000)
    found = sentences(document, TRAITS)
    assert len(found) > 1
    assert all(s.end - s.start <= 2500 for s in found)
    assert sum(len(s.tokens) for s in found) == 3000


def _inner(document: Document) -> list[tuple[str, int, bool]]:
    return [(document.text[q.inner_start : q.inner_end], q.depth, q.closed) for q in quotes(document, TRAITS)]


def test_a_quotation_in_a_quotation() -> None:
    document = _document("« Ils parlent de « bombes » ici », dit-il.")
    assert _inner(document) == [("Ils parlent de « bombes » ici", 0, True), ("bombes", 1, True)]


def test_marks_of_every_kind() -> None:
    document = _document('Il dit "oui", “non” et „peut-être“ puis « rien ».')
    assert [words for words, _, _ in _inner(document)] == ["oui", "non", "peut-être", "rien"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    document = _document("« Nous partons demain, dit-il.", "La ville est calme.")
    assert _inner(document) == [("Nous partons demain, dit-il.", 0, False)]


def test_a_quotation_carried_on_by_a_mark_at_the_head_of_the_next_paragraph() -> None:
    document = _document("« Nous étions dix.", "« Nous restons deux », dit-elle.")
    ((words, depth, closed),) = _inner(document)
    assert (depth, closed) == (0, True)
    assert words.startswith("Nous étions dix.")
    assert words.endswith("Nous restons deux")


@given(st.text(alphabet="ab «»“”\"'.,!\n", max_size=80))
def test_any_marks_give_spans_inside_the_text(text: str) -> None:
    document = _document(text.strip() or "a")
    size = len(document.text)
    for quote in quotes(document, TRAITS):
        assert 0 <= quote.start <= quote.inner_start < quote.inner_end <= quote.end <= size
    for sentence in sentences(document, TRAITS):
        for token in sentence.tokens:
            assert document.text[token.start : token.end] == token.text
