"""The promises of the whole stage: any bytes, any text; ids; the samples."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recoupe.model.document import Document
from recoupe.stages.acquire import acquire
from recoupe.text import bare

ROOT = Path(__file__).parents[3]
PAGES = sorted((Path(__file__).parent / "pages").iterdir())
SAMPLES = ROOT / "samples"
LINES = [
    "LE RELAIS",
    "Accueil | Monde",
    "Gao : trois morts",
    "Par Awa Diallo, à Gao",
    "Publié le 3 mars 2021 à 10h12",
    "À lire aussi",
    "- Dix morts à Ménaka",
    "(AFP)",
    "Source : AFP. Traduction : K. L.",
    "GAO, 3 mars (AFP) – Trois civils ont été tués, dit-on.",
    "« Nous creusons à la main », a dit un secouriste, qui a compté neuf corps.",
    "3 commentaires",
    "Votre commentaire",
    "",
    "  ",
    "About Awa Diallo",
    "© AFP",
    "Photo : des gravats (Paul Bret/AFP)",
    "12 mars 2020",
    "Источник: ТАСС",
    "المصدر: رويترز",
    "<p>x</p>",
]


def check(document: Document) -> None:
    """Blocks are in order, apart and inside the text, with no white space around them; credits are spans of it."""
    at = 0
    for block in document.blocks:
        assert at <= block.start < block.end <= len(document.text)
        words = document.text[block.start : block.end]
        assert words == words.strip()
        at = block.end
    for credit in document.credits:
        assert document.text[credit.span.start : credit.span.end] == credit.span.text
        assert credit.name
    assert (document.published is None) == (document.published_basis == "unknown")


def same_spaces(text: str | None) -> str:
    """The text with plain spaces, as the truth files write it."""
    return (text or "").replace("\u00a0", " ").replace("\u202f", " ")


@settings(deadline=None)  # the first calls load tables
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "-"]))
def test_any_bytes_are_read_without_a_crash(data: bytes, path: str) -> None:
    document, issues = acquire(path, data)
    if document is None:
        assert issues
    else:
        check(document)


@settings(deadline=None)
@given(st.text(max_size=400))
def test_the_text_of_a_text_file_is_the_file_s_own(text: str) -> None:
    document, _ = acquire("a.txt", text.encode("utf-8", "surrogatepass"))
    if document is not None and document.charset == "utf-8" and not any("\ud800" <= c <= "\udfff" for c in text):
        assert document.text == text.removeprefix("\ufeff")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES) | st.text(max_size=40), max_size=14), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_lines_in_any_order_keep_their_places(lines: list[str], between: str) -> None:
    text = between.join(lines)
    document, _ = acquire("a.txt", text.encode("utf-8", "replace"))
    if document is not None:
        check(document)
        if document.charset == "utf-8":
            covered = sum(block.end - block.start for block in document.blocks)
            assert covered >= len("".join(document.text.split())) * 0.5


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div class=nav>", "<h1>", "</div>", "<br>", "<td>", "<a href=x>", *LINES]),
        max_size=25,
    )
)
def test_tags_in_any_order_are_read(pieces: list[str]) -> None:
    document, _ = acquire("a.html", " ".join(pieces).encode())
    if document is not None:
        check(document)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_reading_twice_gives_the_same(path: Path) -> None:
    data = path.read_bytes()
    first, second = acquire(path.name, data), acquire(path.name, data)
    assert first == second
    assert first[0] is not None
    check(first[0])


def test_the_id_names_the_bytes_and_not_the_path() -> None:
    one, _ = acquire("a.txt", b"Trois morts.")
    two, _ = acquire("b/c.txt", b"Trois morts.")
    other, _ = acquire("a.txt", b"Quatre morts.")
    assert one is not None
    assert two is not None
    assert other is not None
    assert one.id == two.id != other.id
    assert one.id == "doc-" + one.sha256[:16]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\0\1\2" * 40, "unreadable"),
        (b"%PDF-1.4", "unreadable"),
        (b"\xef\xbb\xbf", "empty"),
    ],
)
def test_what_holds_no_text_is_an_issue(data: bytes, kind: str) -> None:
    document, issues = acquire("a.txt", data)
    assert document is None
    assert [(issue.kind, issue.path) for issue in issues] == [(kind, "a.txt")]


def test_damaged_characters_are_an_issue_and_the_text_is_kept() -> None:
    data = "Trois civils ont été tués".encode() + b"\xc3" + " à Gao, selon l'armée.".encode()
    document, issues = acquire("a.txt", data)
    assert document is not None
    assert [issue.kind for issue in issues] == ["unreadable"]


def test_a_language_that_cannot_be_told_is_an_issue() -> None:
    document, issues = acquire("a.txt", b"12 34 5678")
    assert document is not None
    assert document.language == "und"
    assert "language" in [issue.kind for issue in issues]


@pytest.mark.parametrize(
    "truth", json.loads((SAMPLES / "truth" / "documents.json").read_text("utf-8")), ids=lambda d: d["id"]
)
def test_the_samples(truth: dict[str, object]) -> None:
    """Title, outlet, date, language, author and credits of the articles that the project ships."""
    name = str(truth["file"])
    document, _ = acquire(name, (SAMPLES / "articles" / name).read_bytes())
    assert document is not None
    check(document)
    assert same_spaces(document.title) == truth["title"]
    assert bare(document.outlet or "") == bare(str(truth["outlet"]))
    assert (document.published, document.published_basis) == (truth["published"], truth["published_basis"])
    assert document.language == truth["language"]
    assert document.author == truth["author"]
    credits: list[dict[str, str]] = truth["credits"]  # type: ignore[assignment]
    assert len(document.credits) == len(credits)
    for stated in credits:
        assert any(c.kind == stated["kind"] and stated["text"] in same_spaces(c.span.text) for c in document.credits)
