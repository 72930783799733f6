"""Which line is the headline, and which one the masthead above it."""

import re
from collections.abc import Sequence

from recoupe.languages.page import Page
from recoupe.model.document import BlockKind
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import is_agency, is_name, is_outlet_name, medium, proper_case
from recoupe.stages.acquire.sheet import Sheet
from recoupe.text import bare, plain

_TRAIL = re.compile(r"\s[|>»›/]\s|[|>›]")
_FIRST_PIECE = re.compile(r"\s*[|>•·]\s*|\s+[-–—]\s+")
_INNER_STOP = re.compile(r"[.!?…]\s+[^\W\d_]")
_LONG_TITLE = 160
_LONGEST_HEADER = 60
_LONG_ENOUGH = 12


def choose_title(
    lines: Sequence[Line],
    kinds: Sequence[BlockKind | None],
    prose: Sequence[int],
    page: Page,
    headline: str | None,
) -> int | None:
    """The index of the headline, or None when the text has none.

    `kinds` is None for the lines not yet understood; `prose` are the indexes of the sentences among them; `headline` is
    what the page's metadata says.
    """
    open_lines = [i for i, kind in enumerate(kinds) if kind is None]
    for i in open_lines:
        if lines[i].hint == "title":
            return i
    first = prose[0] if prose else len(lines)
    header = [i for i in open_lines if i < first][:_LONGEST_HEADER]
    if headline:
        wanted = bare(headline)
        for i in (*header, *prose[:1]):
            said = bare(lines[i].text)
            if said == wanted or (len(wanted) >= _LONG_ENOUGH <= len(said) and (said in wanted or wanted in said)):
                return i
    best, best_score = None, 0.0
    mastheads = _masthead_group(lines, header, page)
    like_title = False
    for i in header:
        score = _score(lines, i, header, page) - (8 if i in mastheads else 0) - (6 if like_title else 0)
        if score > best_score:
            best, best_score = i, score
        like_title = like_title or score >= 4
    return best if best is not None else _sentence_title(lines, kinds, prose)


def same_words(one: Line, other: Line) -> bool:
    """Whether two lines say the same, capitals and marks aside."""
    # a piece near the end tells most lines apart at once
    if abs(len(one.key) - len(other.key)) >= 12 or one.key[-24:-12] not in other.key:
        return False
    return bare(one.text) == bare(other.text)


def find_outlet(sheet: Sheet, lines: Sequence[Line], title: int | None) -> str | None:
    """The outlet that the lines above the headline name, or one alone just below it; None when they name none.

    It is given in the case that names have.
    """
    if title is None:
        return None
    for i, line in enumerate(lines[: min(title, 6)]):
        piece = _FIRST_PIECE.split(line.text)[0].strip(' «»"“”')
        if not piece or len(piece) > 60:
            continue
        apart = i == 0 and any(later.gap for later in lines[1 : title + 1])
        if is_outlet_name(piece, sheet.page) or (apart and _may_be_outlet(piece, sheet.page)):
            return proper_case(piece, sheet.text, sheet.page)
    for line in lines[title + 1 : title + 4]:  # a medium that stands where an author does
        if medium(line.text) is not None and not is_agency(line.text):
            return line.text
    return None


def _may_be_outlet(words: str, page: Page) -> bool:
    """Whether the first line of all, set apart from the headline, may name the outlet."""
    few = len(words.split()) <= 5
    return few and (is_name(words, page) or any(plain(word) in page.outlet_nouns for word in words.split()))


def _score(lines: Sequence[Line], i: int, header: Sequence[int], page: Page) -> float:
    line = lines[i]
    score = float(min(line.words, 12))
    if _TRAIL.search(line.text):
        score -= 8
    if is_outlet_name(line.text, page):
        score -= 3 if _only_capitals(line.text, page) else 6
    if any(j > i and same_words(line, lines[j]) for j in header):
        score += 6
    if ":" in line.text or line.stop in ("?", "!", "…", "؟"):
        score += 2
    return score + (0.5 if line.gap else 0)


def _only_capitals(words: str, page: Page) -> bool:
    """Whether nothing but its capitals makes the line look like a masthead: « GAO SOUS LE FEU »."""
    return medium(words) is None and not any(plain(word) in page.outlet_nouns for word in words.split())


def _masthead_group(lines: Sequence[Line], header: Sequence[int], page: Page) -> frozenset[int]:
    """The lines at the top that stand with an outlet's name, when there are others apart from them."""
    if not header or not is_outlet_name(lines[0].text, page):
        return frozenset()
    apart = next((j for j in range(1, len(lines)) if lines[j].gap), len(lines))
    group = [i for i in header if i < apart]
    return frozenset(group) if len(group) < len(header) else frozenset()


def _sentence_title(lines: Sequence[Line], kinds: Sequence[BlockKind | None], prose: Sequence[int]) -> int | None:
    """A headline that is a whole sentence: the first one, if it asks, exclaims or stands above a byline."""
    if len(prose) < 2:
        return None
    i = prose[0]
    line = lines[i]
    if len(line.text) > _LONG_TITLE or _INNER_STOP.search(line.text) or any(kinds[j] is None for j in range(i)):
        return None
    above_byline = i + 1 < len(lines) and kinds[i + 1] == "byline"
    return i if line.stop in ("?", "!", "؟") or above_byline else None
