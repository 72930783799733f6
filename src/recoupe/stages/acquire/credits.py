"""Credits: who a page says it took its text from, who wrote, translated or photographed it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from recoupe import gazetteers
from recoupe.languages.page_phrases import PagePhrases
from recoupe.model.document import Credit, CreditKind
from recoupe.stages.acquire.captions import (
    ALTERNATIVES,
    is_beside_agency,
    lone_picture,
    of_agency,
    of_persons,
    photographer,
    read_caption,
)
from recoupe.stages.acquire.dates import find_dates, leftover
from recoupe.stages.acquire.fields import cut_fields, is_date
from recoupe.stages.acquire.furniture import is_counter
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import address, agency, full_name, is_name, is_publisher, medium, name_end, pictured
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person, others_behind, text_and_pictures
from recoupe.stages.acquire.sources import in_brackets, names_sources, signatures, source_list
from recoupe.stages.acquire.writers import MOST_STRAY, agency_behind, source_behind, unlabelled, word_starts, writer
from recoupe.text import plain

LineKind = Literal["credit", "byline", "caption", "text"]
"""`text` is a sentence of the article with a credit behind it."""

_BRACKETED = re.compile(r"\([^()\n]{2,80}\)$")
_WIRED = re.compile(r"([^\W\d_]{2,8})(?:\s*/\s*|-)([^\W\d_][^/\d.:]{1,30}?)\s*\.?")
_SENT = re.compile(r"([^\W\d_][^/\d.:|()]{2,40}?)\s+[-–—]\s+([^\W\d_][^/\d.:|]{1,30}?)\s*\.?")
_INITIALS = re.compile(r"[^\W\d_]\.(?:[ \u00a0-]?[^\W\d_]\.){1,3}")
_BULLET = re.compile(r"(?:[*~]+\s*|[•–—-]+\s+)")
_BREAK = re.compile(r"\n[\s*~(-]*")
_TAIL = 400
"""Characters around an address in which a line may say that the text was translated."""
_MARKED = re.compile(r"»»\s*((?:https?://|www\.)\S+)")
"""Where a text was taken from, behind a double mark."""
_ROOT = re.compile(r"https?://[\w.-]+/?")
"""A site's address, which above an article names the source, where an article's own address does not."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COLON = ":："
_APART = re.compile(r"\s+[-–—/]\s+|,|\(")
_LONGEST_LINE = 260
_MOST_WORDS = 14
"""In the value of a label; more is a sentence."""
_TOLD = 12
"""Words from which on a caption that a stroke closes is the lead of the article."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a line turned out to be, with the credits in it."""

    kind: LineKind
    credits: tuple[Credit, ...]
    dated: bool
    """Whether a date of publication stands on the line."""


@dataclass(frozen=True, slots=True)
class _Field:
    words: int
    nature: Literal["label", "author", "name", "date", "furniture", "stray"]
    credits: tuple[Credit, ...] = ()


def read_line(sheet: Sheet, line: Line, *, edge: bool, head: bool = False) -> Reading | None:
    """What the line is when it is a credit, a byline or a caption, and None when it is something else.

    `edge`: the line stands between title and body or below the body, where a bare name is an author or a source.
    `head`: it stands above the body, where a person beside an agency took the picture.
    """
    if len(line.text) > _LONGEST_LINE or line.hint == "row":
        return None
    if (wired := _wired(sheet, line)) is not None:
        return Reading("credit", (wired,), False)
    if line.text[0] == "©" and (bar := sheet.text.find("|", line.start, line.end)) > 0:
        taken = _photographed(sheet, line.start, sheet.before(line.start, bar))
        if taken and not is_date(sheet, sheet.after(bar + 1, line.end), line.end):
            return Reading("caption", taken, False)  # « © Awa Diallo, AFP | Une rue de Gao »
    if (marked := _MARKED.fullmatch(sheet.text, line.start, line.end)) is not None:
        name = full_name(marked.group(1), sheet.text, sheet.page)
        kind: CreditKind = "translated_from" if _is_translated(sheet, line.start, line.end) else "source"
        return Reading("credit", (sheet.credit(kind, *marked.span(1), name),), False)
    if head and _ROOT.fullmatch(sheet.text, line.start, line.end):
        name = full_name(line.text, sheet.text, sheet.page)
        return Reading("credit", (sheet.credit("source", line.start, line.end, name),), False)
    if "|" in line.text and head and (barred := read_caption(sheet, line)) and barred[0].span.start > line.start:
        return Reading("caption", barred, False)  # « Une rue d'Alep, mardi | Awa Diallo / AFP »
    bracketed = line.text[0] == "(" and line.text.count("/") > 1
    if (head or bracketed) and (picture := lone_picture(sheet, line)) is not None:
        return Reading("caption", (picture,), False)
    bullet = _BULLET.match(sheet.text, line.start, line.end)
    if bullet is not None and _of_translation(sheet, bullet.end(), line.end):
        last = sheet.before(bullet.end(), line.end, "*~")
        line = Line.cut(sheet.text, sheet.key, bullet.end(), last, gap=line.gap, hint=line.hint)
    if line.text[0] == "(" and line.text[-1] == ")" and sheet.said(sheet.page.photo, line.start + 1, line.end - 1):
        line = Line.cut(sheet.text, sheet.key, line.start + 1, line.end - 1, gap=line.gap, hint=line.hint)
    end = sheet.before(line.start, line.end, ".")
    bracket = sheet.text[line.start] == "(" and sheet.text[end - 1] == ")"
    by_desk = edge and any(sheet.said(sheet.page.desk, at, end) == end for at in word_starts(sheet, line.start, end))
    signed = signatures(sheet, line.start + bracket, end - bracket) if bracket or by_desk else ()
    read = None if signed else _by_fields(sheet, line, edge=edge)
    if read is None and edge and not bracket:
        signed = signatures(sheet, line.start, end)
    if signed:
        return Reading("credit", signed, False)
    if read is None and (caption := read_caption(sheet, line)) is not None:
        # « … qui a fait huit morts. /Photo prise le 3 mars 2021/REUTERS/Awa Diallo »
        told = line.words >= _TOLD and bool(caption) and sheet.text[: caption[0].span.start].endswith("/")
        return Reading("text" if told else "caption", caption, False)
    return read


def _is_translated(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a line of credits near start:end says who translated the text."""
    lines = [m.end() for m in _BREAK.finditer(sheet.text, max(0, start - _TAIL), min(len(sheet.text), end + _TAIL))]
    return any(sheet.said(sheet.page.translator, at, len(sheet.text)) is not None for at in lines)


def _of_translation(sheet: Sheet, start: int, end: int) -> bool:
    """Whether who translated, or what was translated, is named at `start`: such lines stand behind a star."""
    return any(sheet.said(labels, start, end) is not None for labels in (sheet.page.translator, sheet.page.original))


def _wired(sheet: Sheet, line: Line) -> Credit | None:
    """The agency of « AA / Niamey », « APA-Niamey », « Agence France-Presse – Gao »: which sent the text, and from where; None for any other line."""
    found = _WIRED.fullmatch(sheet.text, line.start, line.end) or _SENT.fullmatch(sheet.text, line.start, line.end)
    if (
        found is None
        or not (found.group(1).isupper() or found.re is _SENT)
        or not gazetteers.load().places.lookup(found.group(2))
    ):
        return None
    name = agency(found.group(1))
    return None if name is None else sheet.credit("source", *found.span(1), name)


def _by_fields(sheet: Sheet, line: Line, *, edge: bool) -> Reading | None:
    if line.prose and line.words > _MOST_WORDS and not _begins_with_label(sheet, line):
        return None
    fields = list(_fields(sheet, line, edge=edge))
    if not any(f.nature in ("label", "author", "date", "name") for f in fields):
        return None
    days = find_dates(line.key, sheet.page)
    if not _may_stray(fields, line, bool(days) and (edge or any(day.year is not None for day in days))):
        return None
    credits = tuple(credit for f in fields for credit in f.credits)
    kind: LineKind = "credit" if any(c.kind != "author" for c in credits) else "byline"
    if credits and all(c.kind == "photo" for c in credits) and any(f.nature == "stray" for f in fields):
        kind = "caption"
    return Reading(kind, credits, bool(days))


def author_named(sheet: Sheet, line: Line) -> Credit | None:
    """The person whose biography the line heads: « About Awa Diallo »."""
    said = sheet.said(sheet.page.about, line.start, line.end)
    if said is None:
        return None
    start, end = sheet.after(said, line.end, ":"), sheet.before(said, line.end, ":.")
    name = sheet.text[start:end]
    return sheet.credit("author", start, end, name) if is_name(name, sheet.page) else None


def _begins_with_label(sheet: Sheet, line: Line) -> bool:
    if not sheet.is_labelled(line.start):
        return False
    labels = (*(phrases for _, phrases in _labels(sheet)), sheet.page.by)
    return any(sheet.said(phrases, line.start, line.end) for phrases in labels)


def _may_stray(fields: list[_Field], line: Line, dated: bool) -> bool:
    """Whether the words that no field explains are few enough, and the others weighty enough."""
    stray = sum(f.words for f in fields if f.nature == "stray")
    if not stray:
        return True
    if line.prose:
        return False
    return stray <= MOST_STRAY and (dated or any(f.nature in ("label", "author", "name") for f in fields))


def _fields(sheet: Sheet, line: Line, *, edge: bool) -> Iterator[_Field]:
    last = sheet.before(line.start, line.end, ".")
    whole = line.text[0] == "(" and sheet.text[last - 1] == ")" and "/" in line.text
    if whole and (sources := in_brackets(sheet, line.start, last)):
        yield _Field(0, "label", sources)  # « (©AFP / 3 mars 2021 10h12) »
        return
    for start, end in cut_fields(sheet, line):
        bracket = _BRACKETED.search(sheet.text, start, end)
        if bracket is not None and edge and (seated := _seated(sheet, start, bracket.start(), bracket.group())):
            yield _Field(0, "label", seated)
            continue
        if bracket is not None:
            alone = bracket.start() == start
            # « Agence du Sud (ADS) » says what the letters stand for; « R. N. (avec AFP) » names a source
            sources = in_brackets(sheet, bracket.start(), end, said_so=not alone)
            sent = _dispatched(sheet, start, bracket.start()) or sheet.said(sheet.page.by, start, end) is not None
            if not sources and not alone and sent and agency(bracket.group()[1:-1].strip()) is not None:
                sources = in_brackets(sheet, bracket.start(), end)  # « Bamako (AFP) », « Par Awa Diallo (AFP) »
            if sources:
                if not alone:
                    yield _field(sheet, line, start, sheet.before(start, bracket.start()), edge=edge)
                yield _Field(0, "label", sources)
                continue
        yield _field(sheet, line, start, end, edge=edge)


def _seated(sheet: Sheet, start: int, end: int, bracket: str) -> tuple[Credit, ...]:
    """« Radio Okapi (Kinshasa) »: the medium before the town where it has its seat; none for anything else."""
    end = sheet.before(start, end)
    name = medium(sheet.text[start:end]) if end > start else None
    town = bool(gazetteers.load().places.lookup(bracket[1:-1].strip()))
    return (sheet.credit("source", start, end, name),) if name is not None and town else ()


def _dispatched(sheet: Sheet, start: int, end: int) -> bool:
    """Whether nothing but a place stands at start:end: « Bamako (AFP) »."""
    return bool(gazetteers.load().places.lookup(sheet.text[start : sheet.before(start, end)]))


def _field(sheet: Sheet, line: Line, start: int, end: int, *, edge: bool) -> _Field:
    page = sheet.page
    words = len(sheet.text[start:end].split())
    owned = sheet.after(start, end, "©")
    if owned > start and sheet.said(page.source, owned, end) is not None:
        start = owned  # « © Source : Le Jour »
    labelled = sheet.is_labelled(start)
    for kind, labels in _labels(sheet) if labelled else ():
        said = sheet.said(labels, start, end)
        if said is not None and (credits := _labelled(sheet, line, kind, start, said, end)):
            return _Field(words, "label", credits)
    if sheet.text[start] == "©" and (taken := _photographed(sheet, start, end)):
        return _Field(words, "label", taken)
    said = sheet.said(page.by, start, end) if labelled else None
    if said is not None and (authors := _author(sheet, line, start, said, end)):
        return _Field(words, "author", authors)
    if said is not None and words <= 8 and any(d.year for d in find_dates(sheet.key, page, said, end)):
        return _Field(words, "date")  # « Posté par admin le 3 mars 2021 »
    if is_date(sheet, start, end):
        return _Field(words, "date")
    key = sheet.key[start:end]
    if page.lines.whole(key) or page.starts.end(key) is not None or is_counter(key, page):
        return _Field(words, "furniture")
    if edge and (credits := text_and_pictures(sheet, start, end)):
        return _Field(words, "author", credits)
    if edge and (credits := unlabelled(sheet, line, start, end)):
        return _Field(words, "label" if credits[0].kind == "source" else "name", credits)
    if _INITIALS.fullmatch(sheet.text, start, end) and find_dates(line.key, page):
        return _Field(words, "name", (sheet.credit("author", start, end, sheet.text[start:end]),))
    return _Field(words, "stray")


def _photographed(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« © Reuters », « © Awa Diallo / AFP »: whose picture it is; none for the copyright of the site itself."""
    words = sheet.text[start:end]
    name = sheet.after(start + 1, end)
    if (whole := pictured(words)) is not None:
        return (sheet.credit("photo", start, end, whole),)
    labels = (at for at in word_starts(sheet, name + 1, end) if sheet.said(sheet.page.source, at, end) is not None)
    label = next(labels, end)  # « © Awa Diallo Source: Sputnik »
    parts = [part for part in ALTERNATIVES.split(sheet.text[name:label]) if part.strip()]
    shared = _YEAR.search(words) is None and (
        label < end
        or any(of_agency(sheet, part) for part in parts)
        or is_beside_agency(sheet, sheet.text[name:label])
        or ("/" in words and any(" " in part.strip() and is_name(part.strip(" ."), sheet.page) for part in parts))
        or is_relayed(sheet, start, end)
        or _owns(sheet, sheet.text[name:label].strip(" ."))
    )
    return (sheet.credit("photo", start, end, photographer(sheet, sheet.text[name:label])),) if shared else ()


def _owns(sheet: Sheet, words: str) -> bool:
    """Whether the words behind a copyright mark are a body, or a person as the given name tells: no site bears such a name."""
    if medium(words) is not None:
        return False
    given = plain(words.split()[0]) in sheet.page.given if words else False
    return is_publisher(words) or (given and is_person(words, sheet.page))


def is_relayed(sheet: Sheet, start: int, end: int) -> bool:
    """« © La mairie de X via AP »: whether an agency passes on what somebody else photographed."""
    said = (sheet.said(sheet.page.bracket, at, end) for at in word_starts(sheet, start + 1, end))
    return any(at is not None and agency(sheet.text[at:end].strip(" :.")) is not None for at in said)


def _labels(sheet: Sheet) -> tuple[tuple[CreditKind, PagePhrases], ...]:
    page = sheet.page
    return (
        ("translated_from", page.original),
        ("translator", page.translator),
        ("photo", page.photo),
        ("source", page.source),
    )


def _labelled(sheet: Sheet, line: Line, kind: CreditKind, start: int, said: int, end: int) -> tuple[Credit, ...]:
    """The credits of a field that begins with a label, which ends at `said`; none when no name follows."""
    text, page = sheet.text, sheet.page
    value = sheet.after(said, end, _COLON + "-–—>»©")
    owner = sheet.after(value, end, ",/")
    if kind == "photo" and agency(text[owner:end].strip(" .")) is not None:
        value = owner  # « PHOTO D'ARCHIVES, AFP »
    words = text[value:end]
    if not words:
        return ()
    colon = any(mark in text[start:value] for mark in _COLON)
    if kind == "source" and is_date(sheet, value, end) and not _names_paper(sheet, value, end):
        return ()  # « Première publication : 3 mars 2021 »
    link = address(words)
    if link is not None and link.start() < 40:
        kind = "translated_from" if kind == "translator" else kind
        return () if kind == "photo" else (sheet.credit(kind, start, end, full_name(words, text, page)),)
    if len(words.split()) > _MOST_WORDS:
        return ()
    if kind == "translated_from":
        return (sheet.credit(kind, start, end, words.strip(' «»"“”')),) if colon else ()
    if kind == "translator" and line.prose and words[0].islower() and len(words.split()) > MOST_STRAY:
        return ()  # « Traduction : personne ne sait encore qui a tiré. »
    if kind == "translator":
        newsroom = page.newsroom.whole(sheet.key[value:end])  # « Traduit par la rédaction »
        named = colon or words[0].isupper() or len(text[start:said].split()) > 2 or newsroom
        return (sheet.credit(kind, start, end, _translator(sheet, value, end)),) if named else ()
    if page.starts.end(sheet.key, start) is not None and not any(
        d.year for d in find_dates(sheet.key, page, value, end)
    ):
        return ()  # « Publié dans Actualités » is a section, « Publié dans Le Sud le 3 mars 2021 » a paper
    known = names_sources(sheet, value, end)
    stop = name_end(text, value, end, page)
    if kind == "photo":
        if page.nobody.whole(sheet.key[value:end]) and sheet.text[start - 1 : start] != "(":
            return ()  # « Ph : DR »
        known = known or is_beside_agency(sheet, words) or of_persons(sheet, words)
        credited = colon and not line.prose and page.credited.end(sheet.key, start) is not None
        named = known or credited or text[start] == "©" or (stop is not None and end - stop <= 12)
        return (sheet.credit(kind, start, end, photographer(sheet, words)),) if named else ()
    whole = stop is not None and not leftover(sheet.key[stop:end], page)
    whom = words if stop is None else text[value:stop]
    if known or (colon and not line.prose) or (whole and (colon or len(whom.split()) <= MOST_STRAY)):
        return tuple(source_list(sheet, start, value, end))
    return ()


def _names_paper(sheet: Sheet, start: int, end: int) -> bool:
    """« El Watan le 3 mars 2021 »: whether a name that is no place's stands before the date."""
    stop = name_end(sheet.text, start, end, sheet.page)
    return stop is not None and not gazetteers.load().places.lookup(sheet.text[start:stop])


def _translator(sheet: Sheet, start: int, end: int) -> str:
    """« Awa Diallo – Réseau du Sud », « Awa Diallo pour Réseau du Sud »: the first name."""
    apart = _APART.search(sheet.text, start, end)
    last = apart.start() if apart is not None and apart.start() > start else end
    for at in word_starts(sheet, start + 1, last):
        if sheet.said(sheet.page.until, at, last) is not None:
            last = sheet.before(start, at)
            break
    words = sheet.text[start:last]
    stop = name_end(words, 0, len(words), sheet.page) if words[0].isupper() and len(words.split()) > 3 else None
    return full_name(words[:stop] if stop is not None and stop > 2 else words, sheet.text, sheet.page)


def _author(sheet: Sheet, line: Line, start: int, said: int, end: int) -> tuple[Credit, ...]:
    """« Par Awa Diallo, à Bamako »: the label and the name, when what follows is a place, a date or a function."""
    page = sheet.page
    name = sheet.after(said, end, _COLON)
    newsroom = sheet.said(page.newsroom, name, end) if name < end else None
    behind = source_behind(sheet, name, end)
    first = sheet.before(name, behind[0].span.start, " ,(") if behind else end
    if newsroom == end or medium(sheet.text[name:first]) is not None:  # « Par : France 24 avec AFP »
        newsroom = first
    stop = newsroom if newsroom == first else name_end(sheet.text, newsroom or name, end, page)
    stop = stop if stop is not None else newsroom
    if newsroom is not None and not line.prose and stop is not None and len(sheet.text[name:end].split()) <= MOST_STRAY:
        stop = end if not behind else stop  # « par le service photo du Réseau du Sud »
    if stop is None or not _may_follow_author(sheet, line, stop, end):
        return ()
    sources = source_behind(sheet, stop, end) or agency_behind(sheet, stop, end)
    first_author = writer(sheet, start, name, stop)
    if sources and first_author.kind == "source" and agency(first_author.name) is None:
        return sources  # « Par Jeune Afrique avec AFP »: the page names itself
    return (first_author, *(sources or others_behind(sheet, stop, end)))


def _may_follow_author(sheet: Sheet, line: Line, stop: int, end: int) -> bool:
    page = sheet.page
    rest = sheet.after(stop, end, ",.(–—-|/:")
    if rest >= end:
        return True
    key = sheet.key[rest:end]
    few = len(key.split()) <= (12 if sheet.text[stop:rest].strip() == "(" else 5)
    if page.until.end(key) is not None or page.bracket.end(key) is not None:
        return few or not line.prose
    if not leftover(key, page) or page.published.end(key) or page.updated.end(key) or is_date(sheet, rest, end):
        return True
    apart = sheet.text[stop:rest].strip() != ""  # « Récit de Gaza sous les bombes » is a headline
    return not line.prose and apart and (few or is_name(sheet.text[rest:end].strip(" ()"), page))
