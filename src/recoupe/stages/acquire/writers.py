"""Writers: who is named without a label, in front of « avec » or beside an agency: an author, a newsroom, an agency."""

import re
from collections.abc import Iterator

from recoupe import gazetteers
from recoupe.model.document import Credit
from recoupe.stages.acquire.dates import find_dates
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import agency, full_name, is_known, is_name, is_publisher, medium, name_end
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import signers
from recoupe.stages.acquire.sources import before_date, first_name, names_sources, source_list
from recoupe.text import plain

_PIECES = re.compile(r"\s*[|•·,]\s*|\s+[-–—]\s+")
_SITE = re.compile(r"(?:[\w'’-]+\.)+[a-z]{2,6}$")
_MASTHEAD = 4
"""Lines from the top, in one of which a page names itself."""
MOST_STRAY = 6
"""Words on a credit line that belong to no field: a section, a place."""


def agency_behind(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Par Awa Diallo, AFP »: the agency behind the comma."""
    at = sheet.after(start, end, ",")
    name = agency(sheet.text[at:end]) if "," in sheet.text[start:at] else None
    return (sheet.credit("source", at, end, name),) if name else ()


def source_behind(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« Awa Diallo avec AFP », « Awa Diallo in Bamako and agencies »: what stands behind « avec » or « and »."""
    for at in word_starts(sheet, start, end):
        said = sheet.said(sheet.page.bracket, at, end)
        if said is not None:
            name = sheet.after(said, end, ":")
            last = before_date(sheet, name, sheet.before(name, end, ")."))
            if name < last and names_sources(sheet, name, last):
                return tuple(source_list(sheet, at, name, last))
    return ()


def word_starts(sheet: Sheet, start: int, end: int) -> Iterator[int]:
    for at in range(start, end):
        if sheet.text[at].isalnum() and (at == 0 or not sheet.text[at - 1].isalnum()):
            yield at


def unlabelled(sheet: Sheet, line: Line, start: int, end: int) -> tuple[Credit, ...]:
    """The credits of a field that has no label: an author, a newsroom, an agency, or two of them."""
    text, page = sheet.text, sheet.page
    words = text[start:end]
    if "\t" in words:
        return ()
    with_agency = source_behind(sheet, start, end)
    own = text[start : min(sheet.before(start, with_agency[0].span.start, " ,("), end)] if with_agency else ""
    if own and _is_own(sheet, own, start, start + len(own)):
        return with_agency
    dated = line.words > len(words.split()) and bool(find_dates(line.key, page))
    if dated and medium(words) is not None and agency(words) is None and not with_agency:
        return ()  # « Publié le 3 mars 2021 | Le Figaro »: the page names itself
    if page.nobody.whole(sheet.key[start:end]) or sheet.said(page.photo, start, end) is not None:
        return ()  # « DR », « PHOTO D'ARCHIVES »
    if _is_masthead(sheet, start, words):
        return ()
    if (agency_alone := _unheard_agency(sheet, start, end)) is not None:
        return (agency_alone,)
    if is_publisher(words) or (
        names_sources(sheet, start, end) and len(words.split()) <= 5 and _is_list(sheet, start, end)
    ):
        return tuple(source_list(sheet, start, start, end))
    newsroom = sheet.said(page.newsroom, start, end)
    if newsroom is not None and (
        newsroom == end or name_end(text, sheet.after(newsroom, end, "-'’"), end, page) == end
    ):
        return (sheet.credit("author", start, end, words),)
    if "/" in words and (signed := _signed(sheet, start, end)):
        return signed
    behind = with_agency or agency_behind(sheet, name_end(text, start, end, page) or end, end)
    if not behind and gazetteers.load().places.lookup(words) and line.words > len(words.split()):
        return ()  # « Nord Kivu | 6 novembre 2008 »: where it was written
    if not behind and (page.published.end(sheet.key, start) or page.updated.end(sheet.key, start)):
        return ()  # « Publié le Mis à jour le », whose days are lost
    if not behind and any(_SITE.fullmatch(word.lower()) for word in words.split()):
        return ()  # « LeSud.net • 3 mars 2021 • Par Awa Diallo », « LeSud.net GAO »: the page names itself
    if not behind and agency(first := first_name(words, page)) is not None:
        return (
            sheet.credit("source", start, start + len(first), agency(first) or first),
        )  # « AFP et Le Sud », « AFP/ jmk »
    if not behind and (signed := signers(sheet, start, end)):
        return signed
    if not behind and is_name(words, page):
        if (known := agency(words.split()[0])) is not None:
            return (sheet.credit("source", start, end, known),)  # « AFP Agence France-Presse », « Reuters Staff »
        if len(words.split()) == 2 and plain(words.split()[0]) in page.small:
            return ()  # « Le Sud » is no author
        if is_known(words) or gazetteers.load().places.lookup(words):
            return ()  # « Burkina Faso », « Boko Haram » head a section
        # « Syrie », « FIN » and « FAITS DIVERS » are no authors; « R. N. » is one
        person = "." in words or (" " in words and not words.isupper())
        return () if not person else (sheet.credit("author", start, end, words),)
    stop = name_end(text, start, end, page)
    if behind:
        stop = min(sheet.before(start, behind[0].span.start, " ,("), end)
        if ":" in text[start:stop]:
            return ()
        return behind if _paper(sheet, start, stop) else (*_person(sheet, start, stop), *behind)
    if stop is not None and text[sheet.after(stop, end) : sheet.after(stop, end) + 1] == "(" and text[end - 1] == ")":
        # « Awa Diallo (correspondante à Gao) »
        inside = sheet.after(stop, end, "(")
        return _person(sheet, start, stop) if sheet.said(page.until, inside, end) is not None else ()
    if stop is not None and " " in text[start:stop] and not line.prose:
        rest = sheet.after(stop, end, ",")
        verb = text[rest : rest + 2] == "a "  # « Awa Diallo a dit … »; the phrases know no accents
        if sheet.said(page.until, rest, end) is not None and not verb and len(words.split()) <= MOST_STRAY + 2:
            return _person(sheet, start, stop)
    return ()


def _is_masthead(sheet: Sheet, start: int, words: str) -> bool:
    """Whether a name alone is the page's own: a site's (« LEFASO.NET »), or a medium's that the page's head names already."""
    if agency(words) is not None:
        return False
    if _SITE.fullmatch(words.lower()):
        return True
    above = (piece for line in sheet.text[:start].splitlines()[:_MASTHEAD] for piece in _PIECES.split(line))
    return medium(words) is not None and _letters(words) in map(_letters, above)


def _unheard_agency(sheet: Sheet, start: int, end: int) -> Credit | None:
    """« Agence QMI »: an agency that nobody knows says that it is one."""
    said = sheet.said(sheet.page.agency_nouns, start, end)
    name = sheet.after(said, end) if said is not None else end
    if name >= end or is_publisher(sheet.text[start:end]) or name_end(sheet.text, name, end, sheet.page) != end:
        return None
    words = sheet.text[start:end]
    return sheet.credit("source", start, end, agency(sheet.text[name:end]) or words) if words[0].isupper() else None


def _is_own(sheet: Sheet, own: str, start: int, end: int) -> bool:
    """Whether what stands before « avec » an agency is the page's own paper (« Le Figaro avec AFP », « LaVille.fr avec AFP »), and
    no author."""
    if agency(own) is not None:
        return False
    site = _SITE.fullmatch(own.split()[-1]) is not None or (" " not in own and "." not in own)
    newsroom = sheet.said(sheet.page.newsroom, start, end) is not None  # an author
    return medium(own) is not None or (site and not newsroom)


def _is_list(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the stretch is agencies and nothing else: « AFP et Reuters »."""
    return len(list(source_list(sheet, start, start, end))) > 1


def _paper(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a paper that nobody knows names itself by its article (« L'Écho du Fleuve avec AFP »): it is no author."""
    key = sheet.key[start:end]
    led = key.split(" ", 1)[0] in sheet.page.small or "'" in key[:3]
    return led and medium(sheet.text[start:end]) is None and sheet.said(sheet.page.newsroom, start, end) is None


def _person(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """The author at the head of a field, as far as the name goes."""
    if start < end and sheet.is_all(sheet.page.newsroom, start, end):
        return (sheet.credit("author", start, end, sheet.text[start:end]),)
    stop = name_end(sheet.text, start, end, sheet.page) if start < end else None
    if stop is None or not is_name(sheet.text[start:stop], sheet.page):
        return ()
    if plain(sheet.text[start:stop].partition(" ")[0]) in sheet.page.day_articles:
        return ()  # « Le Mali en crise »
    return (writer(sheet, start, start, stop),)


def writer(sheet: Sheet, start: int, name: int, stop: int) -> Credit:
    """Whoever is named at name:stop: an author, but a medium or a site (« Par Le Figaro avec AFP ») is a source."""
    words = sheet.text[name:stop]
    known = medium(words) or (words if _SITE.match(words) else None)
    own = {_letters(line) for line in sheet.text[:start].splitlines()[:_MASTHEAD]}
    if known is not None and not own.isdisjoint({_letters(words), _letters(words.rpartition(".")[0])} - {""}):
        known = None  # « Par RFI » on RFI's own page
    return sheet.credit("source" if known else "author", start, stop, known or words)


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _signed(sheet: Sheet, start: int, end: int) -> tuple[Credit, ...]:
    """« K. B. / APS », « AFP/Reuters »: names and agencies between strokes, with one agency at least."""
    found: list[Credit] = []
    pieces = list(re.finditer(r"[^/]+", sheet.text[start:end]))
    seated = len(pieces) > 2 and medium(pieces[0].group().strip()) is not None
    for number, match in enumerate(pieces):
        a, b = sheet.after(start + match.start(), start + match.end()), sheet.before(start, start + match.end())
        part = sheet.text[a:b]
        known = medium(part) is not None or agency(part) is not None or sheet.is_all(sheet.page.agencies, a, b)
        if known or (part.isalpha() and part.isupper()):
            any_ = sheet.is_all(sheet.page.agencies, a, b)
            name = agency(part) or (
                part.lower() if any_ else full_name(part, sheet.text, sheet.page) if known else part
            )
            found.append(sheet.credit("source", a, b, name))
        elif number == 1 and seated and not any(agency(p.group().strip()) for p in pieces[2:]):
            continue  # « AA / Gaza / Awa Diallo »: where it was written
        elif is_name(part, sheet.page) and not (part.isalpha() and part.islower()):
            found.append(sheet.credit("author", a, b, part))
        elif found and found[0].span.text.islower() and len(part) <= 4 and part.isalpha() and part.islower():
            continue  # « ats/afp/kro »: the desk's initials
        else:
            return ()
    persons = [c for c in found if c.kind == "author" and " " in c.name]
    known = any(
        medium(c.span.text) or agency(c.span.text) or sheet.is_all(sheet.page.agencies, c.span.start, c.span.end)
        for c in found
    )
    # « Awa Diallo/ANP »
    return tuple(found) if known or (len(found) == 2 and found[0] in persons and found[1].kind == "source") else ()
