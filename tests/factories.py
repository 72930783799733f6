"""Records for tests, with real-looking values: `make_reading("…")` is a whole Reading of a short article."""

import hashlib
from collections.abc import Sequence

from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim
from recoupe.model.document import Block, Credit, Document
from recoupe.model.figure import Figure
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.reading import Reading
from recoupe.model.span import Span

ARTICLE = (
    "Yémen : douze civils tués à Hodeïda\n\n"
    "Aden, 4 mai 2018 (Agence du Détroit) – Douze civils ont été tués jeudi dans une frappe à Hodeïda, "
    "a annoncé le directeur de l’hôpital Al-Thawra, Khaled Souhail.\n"
)
MINISTRY = Entity("health-ministry-ye", "body", "Yemeni Ministry of Health", "ministère yéménite de la Santé", "YE")
DIRECTOR = Entity("person-khaled-souhail", "person", "Khaled Souhail")
HODEIDA = Place("gn-79415", "Al Hudaydah", "Hodeïda", "YE", 14.80, 42.95, "settlement", ("gn-79416", "gn-69543"))
VERSION = "recoupe/0.1.0+00000000 pack/fr-00000000"


def span(text: str, words: str, nth: int = 0) -> Span:
    """The span of the nth (from 0) `words` in `text`."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span.cut(text, start, start + len(words))


def make_document(text: str = ARTICLE, path: str = "news/hodeida.txt", **changes: object) -> Document:
    """A Document of `text`; its bytes are the text in UTF-8."""
    data = text.encode("utf-8", "surrogatepass")
    sha = hashlib.sha256(data).hexdigest()
    title = text.split("\n", 1)[0].strip() or None
    fields: dict[str, object] = {
        "id": f"doc-{sha[:16]}",
        "sha256": sha,
        "path": path,
        "media_type": "text/plain",
        "charset": "utf-8",
        "text": text,
        "language": "fr",
        "title": title,
        "outlet": "Le Courrier du Détroit",
        "author": None,
        "dateline": None,
        "published": "2018-05-04",
        "published_basis": "stated",
        "published_source": "text",
        "blocks": (Block(0, len(title or text.rstrip()), "title"),),
        "credits": (),
    }
    return Document(**(fields | changes))  # type: ignore[arg-type]


def make_figure(document: Document, found: Span, **changes: object) -> Figure:
    """A Figure of twelve civilians killed at Hodeida, said by the article itself."""
    fields: dict[str, object] = {
        "id": make_id("figure", document.id, found.start, found.end),
        "document": document.id,
        "span": found,
        "value": 12.0,
        "value_high": None,
        "magnitude": None,
        "bound": "exact",
        "unit": "people",
        "group": "civilians",
        "effect": "killed",
        "scope": "incident",
        "place_span": None,
        "place": HODEIDA,
        "date_span": None,
        "date_from": "2018-05-03",
        "date_to": "2018-05-03",
        "perpetrator": None,
        "reality": "asserted",
        "stated_by": (),
        "attribution": None,
    }
    return Figure(**(fields | changes))  # type: ignore[arg-type]


def make_reading(
    text: str = ARTICLE, path: str = "news/hodeida.txt", *, version: str = VERSION, **changes: object
) -> Reading:
    """The Reading of an article; of `ARTICLE`, or of a text that begins with it, with all kinds of record."""
    document = make_document(text, path, **changes)
    if not text.startswith(ARTICLE):
        return Reading(document, (), (), (), (), version)
    credit = Credit(span(text, "(Agence du Détroit)"), "source", "Agence du Détroit")
    document = make_document(text, path, credits=(credit,), **changes)
    content = span(text, "Douze civils ont été tués jeudi dans une frappe à Hodeïda")
    said = Attribution(
        id=make_id("attribution", document.id, content.start),
        document=document.id,
        source=span(text, "le directeur de l’hôpital Al-Thawra, Khaled Souhail"),
        entity=DIRECTOR,
        role="directeur",
        organisation="hôpital Al-Thawra",
        cue=span(text, "a annoncé"),
        content=content,
        form="indirect",
        stance="announce",
        negated=False,
        parent=None,
    )
    headline = make_figure(document, span(text, "douze civils tués"), place_span=span(text, "Hodeïda"))
    told = make_figure(
        document,
        span(text, "Douze civils"),
        place_span=span(text, "Hodeïda", 1),
        date_span=span(text, "jeudi"),
        stated_by=("Khaled Souhail",),
        attribution=said.id,
    )
    title = Span.cut(text, 0, text.index("\n"))
    claims = (
        Claim(
            id=make_id("claim", document.id, 0),
            document=document.id,
            span=title,
            stated_by=(),
            attribution=None,
            figures=(headline.id,),
            kind="harm",
            victims=("civilians",),
        ),
        Claim(
            id=make_id("claim", document.id, 1),
            document=document.id,
            span=content,
            stated_by=("Khaled Souhail",),
            attribution=said.id,
            figures=(told.id,),
            kind="harm",
            also=("strike",),
            victims=("civilians",),
        ),
    )
    issue = Issue("date", "« jeudi » was taken as the one before publication", path, document.id, span(text, "jeudi"))
    return Reading(document, (said,), (headline, told), claims, (issue,), version)


def readings(count: int, *, version: str = VERSION) -> Sequence[Reading]:
    """So many Readings of different texts, at different paths."""
    return [make_reading(f"{ARTICLE}\nDépêche n° {n}.\n", f"news/{n:03}.txt", version=version) for n in range(count)]
