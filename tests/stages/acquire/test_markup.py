"""Pages of HTML: the article, the credit lines around it, and nothing else."""

import time

import pytest

from recoupe.model.document import Document
from recoupe.stages.acquire import acquire

BODY = (
    "<p>Trois civils ont été tués mardi dans une frappe sur un marché, a indiqué un responsable de la santé.</p>"
    "<p>Les secours cherchaient encore des survivants mercredi matin, selon un habitant joint par téléphone.</p>"
)


def read(html: str, path: str = "a.html") -> Document:
    document, _ = acquire(path, html.encode())
    assert document is not None
    return document


def page(inside: str, head: str = "") -> Document:
    return read(f"<html><head>{head}</head><body>{inside}</body></html>")


def test_menus_counters_links_and_comments_are_left_out() -> None:
    document = page(
        "<nav><a href=/>Accueil</a></nav><div class='cookie-banner'><p>Nous utilisons des cookies pour vous offrir "
        f"le meilleur service.</p></div><article><h1>Trois morts au marché</h1>{BODY}"
        "<div class=share>Facebook 412 | Twitter 96</div><div class='related-posts'><p>Quarante morts à Ménaka dans "
        "une attaque, d'après le maire de la ville.</p></div></article><div id=comments><p>Moi j'ai vu deux cents "
        "morts, personne ne dit la vérité ici.</p></div><footer>Mentions</footer>"
    )
    assert [document.text[b.start : b.end][:12] for b in document.blocks] == [
        "Trois morts ",
        "Trois civils",
        "Les secours ",
    ]


def test_credits_outside_the_article_are_kept() -> None:
    document = page(
        f"<article><h1>Trois morts au marché</h1>{BODY}<footer><p>Source : Reuters</p></footer></article>"
        "<div class=bottom><p>Traduit de l'anglais par Awa Diallo</p><p>Le Relais, 12 rue des Lilas</p></div>"
    )
    assert [(c.kind, c.name) for c in document.credits] == [("source", "Reuters"), ("translator", "Awa Diallo")]
    assert "Lilas" not in document.text


def test_entities_inline_tags_and_spaces() -> None:
    document = page(
        "<h1>Trois morts</h1><p>L&rsquo;arm&eacute;e   parle\n de <b>trois</b>&nbsp;morts, le 1<sup>er</sup> bilan "
        "&laquo;&nbsp;provisoire&nbsp;&raquo; de la <q>nuit</q>.</p>"
    )
    assert "L’armée parle de trois\u00a0morts, le 1er bilan «\u00a0provisoire\u00a0» de la “nuit”." in document.text


def test_line_breaks_part_paragraphs() -> None:
    document = page(
        f"<h1>Trois morts</h1><div>{BODY}Premier bilan connu mardi.<br>Source : AFP<br/>Traduction : Awa Diallo</div>"
    )
    assert [c.kind for c in document.credits] == ["source", "translator"]


def test_rows_of_figures_are_lines_and_layout_tables_are_not() -> None:
    document = page(
        f"<table><tr><td><a href=/>Accueil</a></td><td><h1>Trois morts</h1>{BODY}"
        "<table><tr><td>Gao</td><td>2 morts</td></tr><tr><td>Ansongo</td><td>1 mort</td></tr></table></td></tr></table>"
    )
    lines = [(b.kind, document.text[b.start : b.end]) for b in document.blocks]
    assert lines[-2:] == [("paragraph", "Gao\t2 morts"), ("paragraph", "Ansongo\t1 mort")]


def test_what_a_browser_does_not_show_is_not_read() -> None:
    document = page(
        f"<h1>Trois morts</h1><script>document.write('<p>Trente morts.</p>')</script><!-- Trente morts. -->{BODY}"
        "<p hidden>Trente morts.</p><p style='display: none'>Trente morts.</p><template><p>Trente morts.</p></template>"
        "<img alt='Trente morts.'><del>Trente morts.</del><span class='sr-only'>Trente morts.</span>"
    )
    assert "Trente" not in document.text


def test_the_title_is_the_heading_that_the_head_names() -> None:
    document = page(
        f"<h1>Le Relais</h1><h2>Trois morts au marché</h2>{BODY}", "<title>Trois morts au marché - Le Relais</title>"
    )
    assert (document.title, document.outlet) == ("Trois morts au marché", "Le Relais")


def test_a_title_that_stands_only_in_the_head_is_taken_into_the_text() -> None:
    document = page(BODY, "<meta property='og:title' content='Trois morts au marché'>")
    assert document.text.startswith("Trois morts au marché\n")
    assert document.blocks[0].kind == "title"


@pytest.mark.parametrize(
    "title",
    ["Trois morts au marché | Le Relais", "[Le Relais] Trois morts au marché", "Le Relais : Trois morts au marché"],
)
def test_the_outlet_in_the_title(title: str) -> None:
    document = page(
        f"<div><a href=/>Le Relais</a></div><h1>Trois morts au marché</h1>{BODY}", f"<title>{title}</title>"
    )
    assert document.outlet == "Le Relais"


def test_the_author_in_linked_data() -> None:
    document = page(
        f"<h1>Trois morts au marché</h1>{BODY}",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":[{"name":"Awa Diallo"},{"name":"K. B."}],'
        '"publisher":{"name":"Le Relais"}}</script>',
    )
    assert (document.author, document.outlet) == ("Awa Diallo, K. B.", "Le Relais")


def test_standard_input_is_a_page_when_it_looks_like_one() -> None:
    html = f"<!DOCTYPE html><title>x</title><h1>Trois morts au marché</h1>{BODY}"
    assert read(html, "-").media_type == "text/html"
    assert read("Trois morts, selon <b>le maire</b> de la ville.", "-").media_type == "text/plain"


def test_a_text_file_stays_as_it_is_even_with_tags_in_it() -> None:
    html = f"<!DOCTYPE html><h1>Trois morts au marché</h1>{BODY}"
    assert read(html, "a.txt").text == html


@pytest.mark.parametrize("html", ["", " \n", "<html></html>", "<p hidden>x</p>", "<script>x</script>"])
def test_a_page_without_text_is_an_issue(html: str) -> None:
    document, issues = acquire("a.html", html.encode())
    assert document is None
    assert [issue.kind for issue in issues] == ["empty"]


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 60_000 + BODY,
        "<ul><li>" * 20_000 + BODY,
        "<b>" * 20_000 + BODY,
        "<nav><article class=comment>" * 5_000 + BODY,
        "<table><td>" * 20_000 + BODY,
        f"<a href='{'x' * 2_000_000}'>z</a>{BODY}",
        "&amp;&#0;&#xD800;&bogus;" * 20_000 + BODY,
        "<!--" * 50_000 + BODY,
        f"<p {'a=1 ' * 50_000}>{BODY}",
        BODY + "<p>Accueil</p>" * 20_000,
        BODY + "<p>Source : AFP</p>" * 3_000,
    ],
    ids=[
        "divs",
        "lists",
        "bold",
        "regions",
        "tables",
        "attribute",
        "entities",
        "comments",
        "attributes",
        "links",
        "credits",
    ],
)
def test_hostile_pages_are_read_in_time(html: str) -> None:
    begun = time.perf_counter()
    acquire("a.html", html.encode())
    assert time.perf_counter() - begun < 8
