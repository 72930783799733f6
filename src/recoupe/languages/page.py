"""Page: the set phrases around an article (navigation, dates, bylines, credits), as `page.toml` lists them.

Any page may hold the English of the web (buttons, cookie notices), so the English phrases stand beside the language's
own. A folder needs no other table than `page.toml` and `times.toml` for its pages to be taken in, though not read.
"""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from recoupe.languages.naming import FIRST, folders
from recoupe.languages.page_phrases import PagePhrases
from recoupe.languages.tables import Table
from recoupe.text import plain

_SHARED = FIRST


@dataclass(frozen=True, eq=False)
class Page:
    """What a page of one language puts around its articles. Words are in the form of `recoupe.text.plain`."""

    code: str
    """The language's code, or `und` for the phrases of all languages together."""
    small: frozenset[str]
    """Words written small inside the names of outlets."""
    particles: frozenset[str]
    """Words written small inside the names of people and bodies."""
    outlet_nouns: frozenset[str]
    lines: PagePhrases
    """Furniture when they are the whole line, or each part of it between bars."""
    starts: PagePhrases
    """Furniture when a short line begins so."""
    holds: tuple[str, ...]
    """A line that holds one of these is a notice of the site."""
    lists: PagePhrases
    """Headings of lists of links."""
    comments: PagePhrases
    """Heading or number of the comments."""
    ends: PagePhrases
    """Headings below which nothing is the article's."""
    about: PagePhrases
    """Headings of an author's biography."""
    networks: frozenset[str]
    """Words of share counters."""
    published: PagePhrases
    happenings: frozenset[str]
    """What has a day of its own and is no outlet (« Attentats du 13 novembre 2015 »)."""
    issued: PagePhrases
    """Before the day of an edition, a bulletin or a live page, above the article (« édition du », « suivez les événements du »)."""
    """Stand before a date of publication."""
    updated: PagePhrases
    """Stand before a date of change."""
    joints: frozenset[str]
    """Words between the parts of a date of publication."""
    day_articles: frozenset[str]
    """Words between weekday and day (« lundi le 3 »)."""
    day_endings: frozenset[str]
    """What is hung on to a day (« 1er »)."""
    day_links: frozenset[str]
    """Words between day and month (« 3rd of May »)."""
    told_on: frozenset[str]
    """Words before a day on which something happened."""
    today: frozenset[str]
    """Words before the day of publication."""
    said: frozenset[str]
    """Last words of a verb group of saying, behind which the day of a statement stands."""
    unsaid: frozenset[str]
    """Words right before a weekday that is none of a statement (« dès jeudi »)."""
    days: frozenset[str]
    """Words for the day of a war that a text counts (« 149e jour »)."""
    begun: frozenset[str]
    """Words that in one sentence stand before the day on which a war began."""
    by: PagePhrases
    """Stand before an author."""
    until: PagePhrases
    """Where an author's name ends."""
    newsroom: PagePhrases
    """Stand for an author."""
    joins: frozenset[str]
    """« and », between two names."""
    withs: frozenset[str]
    """« with », between an author and an agency."""
    source: PagePhrases
    """Stand before the source of a text, on a line of its own."""
    bracket: PagePhrases
    """Stand before the source of a text, in brackets."""
    agencies: PagePhrases
    """Names that stand for any agency."""
    translator: PagePhrases
    original: PagePhrases
    """Stand before the title or address that was translated."""
    photo: PagePhrases
    credited: PagePhrases
    """Of these, the ones behind which any words name the photographer."""
    labels: PagePhrases
    """The phrases of `by`, `source`, `translator`, `original` and `photo`: few fields begin with any of them."""
    reported: PagePhrases
    """Stand before who reported, in the brackets that close a wire."""
    editor: PagePhrases
    """Stand before who edited: no credit."""
    tells: frozenset[str]
    """Words of sentences that tell what happened, which the legend of a picture does without."""
    nobody: PagePhrases
    """Stand where a photographer would and name none (« DR »)."""
    texts: PagePhrases
    """Stand without a colon before who wrote the text, whose pictures are somebody else's (« Texte Awa Diallo Photos Paul Bret »)."""
    agency_nouns: PagePhrases
    """Before the name of an agency (« agence QMI »)."""
    sent_from: PagePhrases
    """Stand with a place before who wrote from there (« Depuis Gao, Awa Diallo »)."""
    given: frozenset[str]
    """Given names: they tell a signature in capitals from a heading in capitals."""
    desk: PagePhrases
    """Stand behind who translated (« Awa Diallo pour le service français »)."""
    months: MappingProxyType[str, int]
    """Name, in the form of `recoupe.text.plain`, to number."""
    weekdays: MappingProxyType[str, int]
    """Name, in the form of `recoupe.text.plain`, to number, 0 being Monday."""
    either_order: bool
    """Whether 3/7 may be the seventh of March as well as the third of July."""


_SHORT = 3
_FULL = 6
"""Letters of the shortest full name of a weekday in the shared language."""
_LABELS = ("source", "translator", "original", "photo")
_OPTIONAL = frozenset(
    {"told_on", "today", "said", "unsaid", "days", "begun", "reported", "editor", "desk", "credited", "nobody", "texts"}
    | {"agency_nouns", "sent_from", "tells"}
)
"""Keys that a language may leave out: words of live pages, and what the brackets that close a wire hold."""


@cache
def page(code: str) -> Page:
    """The phrases of pages in the language `code`; those of all languages when there are none for it."""
    known = folders()
    return _load(code, (code, _SHARED)) if code in known else _load("und", known)


def _load(code: str, sources: tuple[str, ...]) -> Page:
    root = resources.files("recoupe.languages")
    folders = [(name, root.joinpath(name)) for name in dict.fromkeys(sources)]
    pages = [Table.read(folder, "page", name) for name, folder in folders]
    times = [Table.read(folder, "times", name) for name, folder in folders]
    for table in pages:
        table.only("small", "particles", "outlet_nouns", "furniture", "dates", "bylines", "credits")
        table.table("furniture").only("lines", "starts", "holds", "lists", "comments", "ends", "about", "networks")
        table.table("dates").only(
            *("published", "issued", "happenings", "updated", "joints", "day_articles", "day_endings", "day_links"),
            *("told_on", "today", "said", "unsaid", "days", "begun", "either_order"),
        )
        table.table("bylines").only("by", "until", "newsroom", "joins", "withs", "texts", "sent_from")
        table.table("credits").only(
            *("source", "bracket", "agencies", "agency_nouns", "translator", "original", "photo", "credited", "nobody"),
            *("reported", "editor", "desk", "tells"),
        )

    def words(section: str | None, key: str) -> list[str]:
        tables = pages if section is None else [p.table(section) for p in pages]
        return [word for table in tables for word in table.words(key, optional=key in _OPTIONAL)]

    def keys(section: str | None, key: str) -> frozenset[str]:
        return frozenset(map(plain, words(section, key)))

    def phrases(section: str, key: str) -> PagePhrases:
        return PagePhrases(words(section, key))

    return Page(
        code=code,
        small=keys(None, "small"),
        particles=keys(None, "particles"),
        outlet_nouns=keys(None, "outlet_nouns"),
        lines=phrases("furniture", "lines"),
        starts=phrases("furniture", "starts"),
        holds=tuple(dict.fromkeys(map(plain, words("furniture", "holds")))),
        lists=phrases("furniture", "lists"),
        comments=phrases("furniture", "comments"),
        ends=phrases("furniture", "ends"),
        about=phrases("furniture", "about"),
        networks=keys("furniture", "networks"),
        published=phrases("dates", "published"),
        happenings=keys("dates", "happenings"),
        issued=phrases("dates", "issued"),
        updated=phrases("dates", "updated"),
        joints=keys("dates", "joints"),
        day_articles=keys("dates", "day_articles"),
        day_endings=keys("dates", "day_endings"),
        day_links=keys("dates", "day_links"),
        told_on=keys("dates", "told_on"),
        today=keys("dates", "today"),
        said=keys("dates", "said"),
        unsaid=keys("dates", "unsaid"),
        days=keys("dates", "days"),
        begun=keys("dates", "begun"),
        by=phrases("bylines", "by"),
        until=phrases("bylines", "until"),
        newsroom=phrases("bylines", "newsroom"),
        joins=keys("bylines", "joins"),
        withs=keys("bylines", "withs"),
        source=phrases("credits", "source"),
        bracket=phrases("credits", "bracket"),
        agencies=phrases("credits", "agencies"),
        translator=phrases("credits", "translator"),
        original=phrases("credits", "original"),
        photo=phrases("credits", "photo"),
        credited=phrases("credits", "credited"),
        labels=PagePhrases(words("bylines", "by") + [w for key in _LABELS for w in words("credits", key)]),
        reported=phrases("credits", "reported"),
        editor=phrases("credits", "editor"),
        desk=phrases("credits", "desk"),
        nobody=phrases("credits", "nobody"),
        tells=keys("credits", "tells"),
        texts=phrases("bylines", "texts"),
        agency_nouns=phrases("credits", "agency_nouns"),
        sent_from=phrases("bylines", "sent_from"),
        given=_given(folders),
        months=_numbers(times, "months"),
        either_order=pages[0].table("dates").flag("either_order"),
        weekdays=_with_short(_numbers(times, "weekdays", foreign=_FULL), times[0]),
    )


def _given(folders: list[tuple[str, Traversable]]) -> frozenset[str]:
    """The given names of the languages that list them."""
    listed = [Table.read(folder, "names", name) for name, folder in folders if folder.joinpath("names.toml").is_file()]
    return frozenset(plain(word) for table in listed for key in ("masculine", "feminine") for word in table.words(key))


def _with_short(names: MappingProxyType[str, int], own: Table) -> MappingProxyType[str, int]:
    """The weekdays with the first three letters of the page's own (« lun. 23 janv. », « Sat 3 Jul »)."""
    short = {plain(name)[:_SHORT]: number for name, number in own.mapping("weekdays").items()}
    return MappingProxyType({**short, **names})


def _numbers(tables: list[Table], key: str, foreign: int = 0) -> MappingProxyType[str, int]:
    """The numbers by name; names of languages after the first need `foreign` letters (« tués » is no short Tuesday)."""
    found: dict[str, Any] = {}
    for place, table in enumerate(tables):
        for name, number in table.mapping(key).items():
            if not place or len(name) >= foreign:
                found.setdefault(plain(name), number)
    return MappingProxyType(found)
