"""English tokens, sentences and quotations: what an apostrophe hangs on, full stops inside a sentence, single marks."""

import pytest

from recoupe.languages.pack import pack
from recoupe.model.document import Block
from recoupe.stages.annotate.quotes import quotes
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.tokens import tokenize
from tests.factories import make_document

TRAITS = pack("en").traits


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the army's spokesman", "the army 's spokesman"),
        ("Israel’s jets didn’t fly", "israel 's jets did not fly"),
        ("they've left, it's over", "they have left , it 's over"),
        ("O'Brien said", "o'brien said"),
        ("the survivors' homes", "the survivors ' homes"),
        ("U.S. troops", "u.s. troops"),
    ],
)
def test_tokens(text: str, words: str) -> None:
    assert [token.fold for token in tokenize(text, 0, len(text), TRAITS)] == words.split()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("He met U.S. Army Gen. John Harlan in Karta. They spoke.", 2),
        ("He lives in the U.S. The army denied it.", 2),
        ("It hit at 10 a.m. Monday. Nobody died.", 2),
        ("“They ran.” He fled too.", 2),
    ],
)
def test_sentences(text: str, number: int) -> None:
    document = make_document(text, blocks=(Block(0, len(text), "paragraph"),))
    assert len(sentences(document, TRAITS)) == number


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("'They came at dawn': the survivors' story", ["They came at dawn"]),
        ("He called it ‘the army’s crime’ and left.", ["the army’s crime"]),
        ("The soldiers' families and the miners' wives waited.", []),
        ("“We left,” she said.", ["We left"]),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    document = make_document(text, blocks=(Block(0, len(text), "paragraph"),))
    assert [text[q.inner_start : q.inner_end] for q in quotes(document, TRAITS)] == quoted
