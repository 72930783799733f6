"""The text of a photograph, and who took it: « Des ruines à Alep. (Photo Awa Diallo / AFP) »."""

import re

from recoupe.model.document import Credit
from recoupe.stages.acquire.dates import find_dates
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import agency, full_name, is_known, is_name, medium, name_end
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person

_SIGNED = re.compile(r"\((?=[^()]*\)\.?$)|\[(?=[^\[\]]*\]\.?$)|[.!?–—-](?=\s)|\|\s|(?=©)")
_DASH = re.compile(r"\s+[-–—]\s+")
_STROKES = re.compile(r"/|\s[-–]\s")
_WORDS = re.compile(r"\S+")
_COLON = ":："
_SHORTEST, _REACH = 12, 90
"""Characters: of a description, and from its end back to where a photographer may be named."""
ALTERNATIVES = re.compile(r"\s*[/|(]\s*|\s+[-–—]\s+|(?<=\w{3})\s?\.\s+|(?<=\w{3})\s\.(?=\w)")
"""What stands between a photographer and the agency."""
_ARTICLE = 3
"""Characters: of the article before a date."""
_LONGEST_NAME = 8
_MOST_PARTS = 3
"""Of a picture's credit: the person and two agencies."""
_SHORT = 25
"""Words of a picture's text that a person and an agency close, where it ends in a full stop."""
_FOLLOWED = 80
"""Characters that follow it at least."""
_LONGEST = 60
"""Words; the text of a photograph is shorter than a paragraph."""


def read_caption(sheet: Sheet, line: Line) -> tuple[Credit, ...] | None:
    """The photograph's credits when the line is a caption, which may have none; None when it is no caption."""
    if line.words > _LONGEST:
        return None
    label = sheet.said(sheet.page.photo, line.start, line.end)
    labelled = label is not None and sheet.text[label - 1] in _COLON
    if labelled and (first := _credited_first(sheet, line, label or line.start)) is not None:
        return (first,)
    signed = _signature(sheet, line, labelled=labelled)
    if signed is not None:
        start, name_start, end = signed
        return (sheet.credit("photo", start, end, photographer(sheet, sheet.text[name_start:end].rstrip(")]"))),)
    if (
        line.hint == "caption"
        or sheet.is_all(sheet.page.photo, line.start, line.end)
        or _says_picture(sheet, line)
        or (label is not None and labelled and _is_description(sheet, label, line.end))
    ):
        return ()
    return None


def _says_picture(sheet: Sheet, line: Line) -> bool:
    """Whether brackets at the end say that it is one: « Un immeuble endommagé à Donetsk. (Photo d'archives) »."""
    end = sheet.before(line.start, line.end, ".")
    start = sheet.text.rfind("(", line.start, end)
    closed = start > line.start and sheet.text[end - 1] == ")"
    return closed and sheet.is_all(sheet.page.photo, start + 1, end - 1)


def _credited_first(sheet: Sheet, line: Line, label: int) -> Credit | None:
    """The credit of « Photo : AFP. Un village en ruines. »: the agency before the description; or None."""
    start = sheet.after(label, line.end, _COLON)
    stop = sheet.text.find(". ", start, min(line.end, start + _REACH))
    if (owned := _owned(sheet, start, line.end)) is not None:
        return sheet.credit("photo", line.start, owned, photographer(sheet, sheet.text[start:owned]))
    if stop < 0 or not all(medium(part) is not None for part in ALTERNATIVES.split(sheet.text[start:stop])[-1:]):
        return None
    return sheet.credit("photo", line.start, stop, photographer(sheet, sheet.text[start:stop]))


def _owned(sheet: Sheet, start: int, end: int) -> int | None:
    """Where the agency ends before which a person, and behind which the description stands: « Photo : Awa Diallo Associated Press| Des
    ruines à Alep »."""
    name = name_end(sheet.text, start, end, sheet.page)
    words = list(_WORDS.finditer(sheet.text, start, min(end, start + _REACH)))
    for first, last in ((a, b) for b in range(2, len(words)) for a in range(2, b)):
        if name is None or words[last - 1].end() > name or not sheet.text[words[last].start()].isupper():
            continue
        person = sheet.text[start : words[first - 1].end()]
        if agency(sheet.text[words[first].start() : words[last - 1].end()]) is not None and is_person(
            person, sheet.page
        ):
            return words[last - 1].end()
    return None


def _signature(sheet: Sheet, line: Line, *, labelled: bool) -> tuple[int, int, int] | None:
    """Where the photographer's credit begins, where the name in it does, and where both end, behind a description."""
    for match in _SIGNED.finditer(sheet.text, max(line.start + _SHORTEST, line.end - _REACH), line.end):
        end = sheet.before(match.start(), line.end, ".")
        last = sheet.before(match.start(), end, ")]")
        start = sheet.after(match.start(), last, "([.!?–—-/|")
        said = sheet.said(sheet.page.photo, sheet.after(start, last, "©"), last)
        if start >= last:
            continue
        mark = sheet.text[start] == "©"
        name = sheet.after(said if said is not None else start, last, "©-–/" + _COLON)
        name = _past_date(sheet, name, last) if said is not None else name
        words = sheet.text[name:last]
        if not words or len(words.split()) > _LONGEST_NAME:
            continue
        if (behind := _of_outlet(sheet, start, last)) is not None:
            return start, behind, end
        words = words.replace(" - ", "/") if match.group() == "[" else words
        bracket = match.group() == "("
        told = said is not None and (bracket or sheet.text[said - 1] in _COLON or "/" in sheet.text[said:name])
        told = told or (bracket and _of_agency(sheet, name, last)) or _behind_stroke(sheet, match.start(), last)
        told = (
            told
            or (_is_legend(sheet, line) and _person_among(sheet, words) is not None)
            or _behind_agency(sheet, words)
            or _beside_agency(sheet, match.start(), words)
            or (said is not None and (_are_names(sheet, words) or (words.isupper() and words.isalpha())))
        )
        if told or mark or (labelled and bracket and _is_photographer(sheet, words)):
            return (match.start() if bracket else start), name, end
    return None


def _past_date(sheet: Sheet, start: int, end: int) -> int:
    """The index behind « le 28 août 2017/ » at `start`: when a picture was taken stands before whose it is."""
    date = next(iter(find_dates(sheet.key, sheet.page, start, end)), None)
    behind = sheet.after(date.end, end, "/") if date is not None else start
    return behind if date is not None and date.start - start <= _ARTICLE and behind < end else start


def _of_agency(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a name in brackets is an agency's with the word for a photograph behind it: « (AFP photo) »."""
    *words, last = sheet.text[start:end].split()
    at = end - len(last)
    return bool(words) and sheet.is_all(sheet.page.photo, at, end) and medium(" ".join(words)) is not None


def _behind_stroke(sheet: Sheet, stop: int, end: int) -> bool:
    """Whether a full stop, a stroke and an agency's name close a caption: « Des ruines à Alep. / Awa Diallo / AFP »."""
    behind = sheet.text[stop + 1 : end].lstrip()
    return behind.startswith("/ ") and medium(ALTERNATIVES.split(behind)[-1]) is not None


def _is_legend(sheet: Sheet, line: Line) -> bool:
    """Whether a line is short, and more than as much follows: not the end of an article, which its author signs."""
    return line.words <= _SHORT and len(sheet.text) - line.end > _FOLLOWED


def _of_outlet(sheet: Sheet, start: int, end: int) -> int | None:
    """Where the name begins before which an outlet, a stroke and the word for a photograph stand: « Radio Okapi/Ph. |Awa Diallo »."""
    stroke = sheet.text.find("/", start, end)
    said = sheet.said(sheet.page.photo, sheet.after(stroke + 1, end), end) if stroke > start else None
    name = sheet.after(said, end, ".:") if said is not None else end
    named = is_name(sheet.text[start:stroke].strip(), sheet.page) and is_name(sheet.text[name:end], sheet.page)
    return name if named else None


def _beside_agency(sheet: Sheet, mark: int, words: str) -> bool:
    """Whether a person and an agency with a stroke between them stand behind a dash or in brackets, and the description
    before is no sentence: « Une rue d'Alep, le 3 mars 2021 - Awa Diallo / AFP »."""
    parts = [part.strip(" .") for part in words.split("/")]
    if len(parts) < 2 or sheet.text[mark] in ".!?":
        return False
    if len(parts) == 2 and sheet.text[sheet.before(0, mark) - 1] in ".!?»”":
        return False
    agencies = [medium(part) is not None for part in parts]
    if _person_among(sheet, words) is not None:
        return True
    if len(parts) == 2:
        return sum(agencies) == 1 and is_name(parts[agencies.index(False)], sheet.page)
    return any(agencies) and not agencies[0] and is_name(parts[0], sheet.page)


def _behind_agency(sheet: Sheet, words: str) -> bool:
    """Whether the words are an agency and a person behind its stroke: « … le 3 mars 2021. REUTERS/Awa Diallo »."""
    parts = [part.strip(" .") for part in _STROKES.split(words)]
    return len(parts) == 2 and agency(parts[0]) is not None and " " in parts[1] and is_name(parts[1], sheet.page)


def lone_picture(sheet: Sheet, line: Line) -> Credit | None:
    """« Awa Diallo/Reuters », « AFP / Awa Diallo », « (KEYSTONE/AP/Awa Diallo) »: a person and picture agencies between strokes,
    and nothing else on the line."""
    start, end = sheet.after(line.start, line.end, "("), sheet.before(line.start, line.end, ").")
    behind = _of_outlet(sheet, start, end)
    person = sheet.text[behind:end] if behind is not None else _person_among(sheet, sheet.text[start:end])
    return sheet.credit("photo", start, end, person) if person is not None else None


def _person_among(sheet: Sheet, words: str) -> str | None:
    """The one person, of two words or more, among agencies and bodies between strokes, or behind an agency and a dash (« AFP - AWA
    DIALLO »); None where anything else stands there."""
    parts = [part.strip(" .") for part in words.split("/")]
    if len(parts) == 1:
        parts = _DASH.split(words, maxsplit=1)
        if not _owns_pictures(sheet, parts[0]):
            return None
    others = [part for part in parts if not (part and _owns_pictures(sheet, part))]
    if not 2 <= len(parts) <= _MOST_PARTS or len(others) != 1 or not is_person(others[0], sheet.page):
        return None
    return others[0]


def _owns_pictures(sheet: Sheet, words: str) -> bool:
    """Whether the words are an agency (« AFP PHOTO ») or the letters of a body (« UNICEF »)."""
    return of_agency(sheet, words) or (words.isupper() and is_known(words))


def is_beside_agency(sheet: Sheet, words: str) -> bool:
    """« Awa Diallo, AFP », « AWA DIALLO, AGENCE FRANCE-PRESSE »: whether a name and an agency stand on either side of a comma."""
    name, comma, behind = words.rpartition(",")
    owner = behind.strip(" .").split()
    known = any(agency(" ".join(owner[at:])) is not None for at in range(min(2, len(owner))))  # « ARCHIVES AFP »
    return bool(comma) and known and is_name(name.strip(), sheet.page)


def of_persons(sheet: Sheet, words: str) -> bool:
    """« ONU/Awa Diallo »: whether whose a picture is and the person who took it stand on either side of a stroke."""
    parts = [part.strip(" .") for part in words.split("/")]
    return len(parts) == 2 and is_name(parts[0], sheet.page) and is_person(parts[1], sheet.page)


def of_agency(sheet: Sheet, words: str) -> bool:
    """Whether the words name a news agency, with the word for a photograph behind it or without (« AP Photo »)."""
    *before, last = words.split()
    if before and sheet.page.photo.end(last.casefold()) is not None and agency(" ".join(before)):
        return True
    return agency(words.strip(" .")) is not None


def _are_names(sheet: Sheet, words: str) -> bool:
    """Whether names and nothing else follow the word for a photograph (« … à Alep. Photo Awa Diallo / Le Sud »)."""
    return all(is_name(part.strip(" ."), sheet.page) for part in ALTERNATIVES.split(words))


def photographer(sheet: Sheet, words: str) -> str:
    """The first name of « Awa Diallo / AFP » that is no agency's, resolved."""
    first, comma, behind = words.rpartition(",")
    words = first if comma and medium(behind.strip(" .")) is not None else words  # « Awa Diallo, AFP »
    named = (part.strip(" .") for part in ALTERNATIVES.split(words))
    parts = [part for part in named if part] or [words]
    # « OCHA/Awa Diallo »: whose the person is stands before
    persons = [
        p for p in parts if " " in p and is_name(p, sheet.page) and medium(p) is None and not of_agency(sheet, p)
    ]
    if persons and " " not in parts[0]:
        return full_name(persons[0], sheet.text, sheet.page)
    first = next(
        (part for part in parts if medium(part) is None and not of_agency(sheet, part)), parts[0]
    )  # « (AFP / Awa Diallo) »
    *before, last = first.split()
    if before and sheet.page.photo.end(last.casefold()) is not None and medium(" ".join(before)):
        first = " ".join(before)  # « (AFP photo) »
    return full_name(first, sheet.text, sheet.page)


def _is_photographer(sheet: Sheet, words: str) -> bool:
    first, *others = ALTERNATIVES.split(words)
    return is_name(first, sheet.page) or medium(first) is not None or any(medium(other) for other in others)


def _is_description(sheet: Sheet, start: int, end: int) -> bool:
    """« Photo : des tentes près d'Azaz »: words rather than a name or an address."""
    start = sheet.after(start, end, ":：")
    words = sheet.text[start:end]
    return bool(words) and "://" not in words
