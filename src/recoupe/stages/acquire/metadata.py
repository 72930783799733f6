"""What a page's head says about the article: title, outlet, author, dates, language."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from recoupe.text import bare

_DATES = (
    "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
    "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued", "dcterms.created", "dc.date.created",
    "publishdate", "publish_date", "publish-date", "pubdate", "publication_date", "published_time", "parsely-pub-date",
    "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "created",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title")
_OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "copyright-holder")
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl", "sailthru.author")
_SUFFIX = re.compile(r"\s+[|–—•·»-]+\s+|\]\s+")
_COLON = re.compile(r"\s*:\s+")
_LONGEST_NAME = 7
_URL_DATE = re.compile(r"/((?:19|20)\d{2})/(0?[1-9]|1[0-2])/(0?[1-9]|[12]\d|3[01])(?:/|-|$)")
_LARGEST_JSON = 1_000_000
_MOST_NODES = 5000
_MOST_TIMES, _MOST_AROUND = 200, 200
"""So many `time` elements are looked at, and so many of the elements that hold each."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says of itself, as written."""

    titles: tuple[str, ...] = ()
    """Candidates for the headline, the best first; the last may still have the site's name behind it."""
    outlet: str | None = None
    author: str | None = None
    dates: tuple[str, ...] = ()
    """Dates of publication, the best first."""
    language: str | None = None


def read_metadata(page: LexborHTMLParser) -> Metadata:
    """The metadata of a parsed page: JSON-LD first, then `meta`, then `time`, then the address of the page."""
    metas = _metas(page)
    linked = list(_linked_data(page))
    articles = [node for node in linked if _is_article(node)]
    heading = page.css_first("title")
    title = _clean(heading.text(deep=True)) if heading is not None else ""
    titles = [_clean(node.get("headline")) for node in articles]
    titles += [metas[name] for name in _TITLES if name in metas]
    titles += [title]
    outlet = _first(
        *(metas[name] for name in _OUTLETS if name in metas),
        *(_name(node.get("publisher")) for node in articles),
        *(_name(node) for node in linked if node.get("@type") in ("WebSite", "NewsMediaOrganization")),
    )
    author = _first(*(_name(node.get("author")) for node in articles), *(metas.get(name, "") for name in _AUTHORS))
    root = page.css_first("html")
    return Metadata(
        titles=tuple(dict.fromkeys(t for t in titles if t)),
        outlet=outlet,
        author=author if author and not _is_no_author(author, outlet) else None,
        dates=tuple(dict.fromkeys(_dates(page, metas, articles))),
        language=(root.attributes.get("lang") or root.attributes.get("xml:lang")) if root is not None else None,
    )


def title_ends(title: str) -> list[tuple[str, bool]]:
    """The ends of a title that may be the site's name, the likelier first; whether a bar or dash sets each off.

    « Titre - Le Relais », « [Le Relais] Titre », « Le Relais : Titre ». A name is shorter than what it stands beside.
    """
    ends: list[tuple[str, bool]] = []
    for pattern, sure in ((_SUFFIX, True), (_COLON, False)):
        cuts = list(pattern.finditer(title))
        if cuts:
            last, first = title[cuts[-1].end() :], title[: cuts[0].start()].removeprefix("[")
            found = (last, first) if sure else (first,)
            ends += [(end, sure) for end in found if 2 * len(end) < len(title) and len(end.split()) <= _LONGEST_NAME]
    return [end for end in ends if end[0]]


def without_outlet(title: str, outlet: str | None) -> str:
    """The title without the outlet's name before or behind it."""
    if not outlet:
        return title
    wanted = bare(outlet)
    cuts = [*_SUFFIX.finditer(title), *_COLON.finditer(title)]
    for cut in cuts:
        if bare(title[cut.end() :]) == wanted:
            return title[: cut.start()]
        if bare(title[: cut.start()]) == wanted:
            return title[cut.end() :]
    return title


def _metas(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in page.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        content = _clean(attributes.get("content"))
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _dates(page: LexborHTMLParser, metas: dict[str, str], articles: list[dict[str, Any]]) -> Iterator[str]:
    for node in articles:
        yield from (_clean(node[key]) for key in ("datePublished", "dateCreated") if isinstance(node.get(key), str))
    for name in _DATES:
        if name in metas:
            yield metas[name]
    for stated in page.css("[itemprop=datePublished]"):
        yield from filter(None, (_clean(stated.attributes.get("datetime")), _clean(stated.attributes.get("content"))))
    times = [n.attributes for n in page.css("time[datetime]")[:_MOST_TIMES] if _is_of_article(n)]
    named = [a for a in times if "pubdate" in a or "publi" in (a.get("class") or "")]
    fresh = [a for a in times if not re.search("updat|modif", a.get("class") or "")]
    for attributes in (*named[:1], *fresh[:1]):
        yield _clean(attributes.get("datetime"))
    for link in page.css("link[rel=canonical], meta[property='og:url']"):
        address = link.attributes.get("href") or link.attributes.get("content") or ""
        if match := _URL_DATE.search(address):
            yield f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}"


def _is_of_article(time: LexborNode) -> bool:
    """Whether it stands in an article, in the main part of the page or in a header."""
    node = time.parent
    for _ in range(_MOST_AROUND):
        if node is None:
            return False
        if node.tag in ("article", "main", "header"):
            return True
        node = node.parent
    return False


def _linked_data(page: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, however it is nested."""
    for script in page.css("script[type='application/ld+json']"):
        raw = script.text(deep=True)
        if not raw or len(raw) > _LARGEST_JSON:
            continue
        try:
            left: list[Any] = [json.loads(raw, strict=False)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while left and seen < _MOST_NODES:
            seen += 1
            value = left.pop(0)
            if isinstance(value, dict):
                yield value
                left += [v for v in value.values() if isinstance(v, dict | list)]
            elif isinstance(value, list):
                left[:0] = [v for v in value if isinstance(v, dict | list)]


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.endswith(("Article", "BlogPosting", "Report")) for kind in named)


def _name(value: Any) -> str:
    """The name in a JSON-LD value: a string, an object with a name, or a list of those."""
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, dict):
        return _clean(value.get("name"))
    if isinstance(value, list):
        return ", ".join(name for item in value[:5] if not isinstance(item, list) and (name := _name(item)))
    return ""


def _is_no_author(author: str, outlet: str | None) -> bool:
    wanted = bare(author)
    return "://" in author or wanted in ("", "admin", "administrator") or wanted == bare(outlet or "")


def _first(*values: str) -> str | None:
    return next((value for value in values if value), None)


def _clean(value: Any) -> str:
    return " ".join(value.split())[:500].rstrip() if isinstance(value, str) else ""
