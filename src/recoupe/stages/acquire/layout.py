"""Layout: what each line of a page is, from masthead to last link, with the credits and dates found on the way."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from recoupe.model.document import Block, BlockKind, Credit
from recoupe.stages.acquire.credits import Reading, author_named, is_relayed, read_line
from recoupe.stages.acquire.datelines import COPYRIGHT, Dateline, find_dateline, lone_dateline
from recoupe.stages.acquire.dates import find_dates
from recoupe.stages.acquire.furniture import Nature, is_copyright, nature, notices
from recoupe.stages.acquire.lines import Line
from recoupe.stages.acquire.names import is_agency, medium
from recoupe.stages.acquire.sheet import Sheet
from recoupe.stages.acquire.signed import is_person
from recoupe.stages.acquire.sources import closing_credits, source_list
from recoupe.stages.acquire.titles import choose_title, same_words
from recoupe.text import plain

_OPENING = 2
"""So many paragraphs may stand above a byline or a date: a standfirst, the text of a photograph."""
_CAPTION = 30
"""Words at most of a photograph's text that an agency in brackets closes."""
_SMALL = 2
"""Letters of the words that give no letter to an acronym, at most."""
_SIGNED = 3
"""So many lines below the last paragraph may be a signature."""
_LAST_STOP = re.compile(r"[.!?…)]\s+(?:[-–—/]\s*)?(?=[^\W_]|\[)")
_SIGNATURE = 70
"""Characters, at the end of an article, of a signature behind its last sentence."""
_BIOGRAPHY = 3
"""So many paragraphs may stand below the heading of a biography; more, and it heads a part of the article."""
_RE_READ = (None, "byline", "credit")
"""What a line at the edge of an article may be so far: there, bare names beside dates and credits count too."""

_DAY = 24
"""How many characters a day and its year have."""


@dataclass(slots=True)
class Layout:
    """What the lines of one text turned out to be."""

    sheet: Sheet
    lines: list[Line]
    kinds: list[BlockKind | None]
    """One a line; None until it is known."""
    title: int | None = None
    """Which line is the headline."""
    datelines: list[Dateline] = field(default_factory=list)
    found: dict[Credit, None] = field(default_factory=dict)
    """The credits, each once, in the order in which they were seen."""
    dated: dict[int, None] = field(default_factory=dict)
    """The lines with a date on which the page was published or changed."""

    def credits(self) -> tuple[Credit, ...]:
        """The credits, in reading order."""
        return tuple(sorted(self.found, key=lambda credit: (credit.span.start, credit.span.end)))

    def add(self, *credits: Credit | None) -> None:
        """Keep the credits that are any."""
        self.found.update(dict.fromkeys(credit for credit in credits if credit is not None))

    def blocks(self) -> tuple[Block, ...]:
        """The lines as Blocks, in reading order; a dateline is cut off its paragraph."""
        cut = {dateline.start: dateline for dateline in self.datelines}
        blocks: list[Block] = []
        for line, kind in zip(self.lines, self.kinds, strict=True):
            start = line.start
            if start in cut:
                blocks.append(Block(start, cut[start].end, "dateline"))
                start = cut[start].body
            if start < line.end:
                blocks.append(Block(start, line.end, kind or "paragraph"))
        return tuple(blocks)


def lay_out(sheet: Sheet, lines: list[Line], headline: str | None = None) -> Layout:
    """The layout of a text cut into `lines`. `headline`: the title that the page's metadata states, if any."""
    layout = Layout(sheet, lines, [None] * len(lines))
    _labels(layout)
    layout.title = choose_title(lines, layout.kinds, _prose(layout), sheet.page, headline)
    if layout.title is not None:
        _mark_titles(layout, layout.title)
    body = _pictured(layout, _body(layout))
    _above(layout, body[0] if body else len(lines))
    _beside_bylines(layout, body[:_OPENING])
    if body:
        _below(layout, body[-1])
    _rest(layout, body)
    _datelines(layout)
    _drop_desk(layout)
    return layout


def _prose(layout: Layout) -> list[int]:
    return [i for i, line in enumerate(layout.lines) if layout.kinds[i] is None and line.prose]


def _body(layout: Layout) -> list[int]:
    """The sentences, and the rows or list marks that follow on the last of them."""
    body = _prose(layout)
    for i in range(body[-1] + 1 if body else len(layout.lines), len(layout.lines)):
        line = layout.lines[i]
        if layout.kinds[i] is not None or not (line.hint == "row" or line.bulleted):
            break
        body.append(i)
    return body


def _pictured(layout: Layout, body: list[int]) -> list[int]:
    """The body without the text of a photograph above it, closed by an agency in brackets: « Une rue d'Alep. (Reuters) », or right
    below or above the line that says whose the photograph is: « © Agence/Untel »."""
    if len(body) <= _OPENING or layout.title is None or body[0] < layout.title:
        return body
    line = layout.lines[body[0]]
    if line.words <= _CAPTION and _beside_picture(layout, body[0]):
        layout.kinds[body[0]] = "caption"
        return body[1:]
    end = layout.sheet.before(line.start, line.end, ".")
    start = layout.sheet.text.rfind("(", line.start, end)
    name = layout.sheet.text[start + 1 : end - 1] if start > line.start else ""
    if line.words > _CAPTION or layout.sheet.text[end - 1] != ")" or not is_agency(name):
        return body
    if find_dateline(layout.sheet, line.start, line.end, strict=True) is not None:
        return body  # « BAMAKO - Douze personnes ont été tuées. (AFP) »
    if _spelled_out(layout.sheet.text[line.start : start], name):
        return body  # « …, selon l'Agence nationale d'information (ANI) »: the letters stand for the words before
    credit = layout.sheet.credit("photo", start, end, medium(name) or name)
    _take(layout, body[0], Reading("caption", (credit,), False), inside=False)
    return body[1:]


def _beside_picture(layout: Layout, at: int) -> bool:
    """Whether the line right above or below, with no empty one between, is nothing but a photograph's credit, and the line the
    legend of it, which tells nothing."""
    lines = layout.lines
    if not layout.sheet.page.tells.isdisjoint(re.findall(r"\w+", lines[at].key)):
        return False  # « © AFP / Douze soldats ont été tués samedi. »
    pictures = {(credit.span.start, credit.span.end) for credit in layout.found if credit.kind == "photo"}

    def credited(i: int) -> bool:
        return (lines[i].start, layout.sheet.before(lines[i].start, lines[i].end, ".")) in pictures

    above = at > 0 and not lines[at].gap and credited(at - 1)
    return above or (at + 1 < len(lines) and not lines[at + 1].gap and credited(at + 1))


def _spelled_out(before: str, letters: str) -> bool:
    """Whether the last words of a text have the initials `letters`, the smallest words aside."""
    words = [word for word in re.findall(r"\w+", before) if len(word) > _SMALL][-len(letters) :]
    return len(letters) > 1 and "".join(word[0] for word in words).casefold() == letters.casefold()


def _labels(layout: Layout) -> None:
    """Credits, bylines and furniture that say themselves what they are, and the lines that hang on them."""
    sheet, lines, kinds = layout.sheet, layout.lines, layout.kinds
    held = notices(sheet.key, sheet.page)
    below = list(accumulate((line.prose for line in reversed(lines)), initial=0))[-2::-1]  # sentences below each line
    spaced = any(line.gap for line in lines)
    paragraphs = 0
    listing = opened = False
    for i, line in enumerate(lines):
        opened = opened or (i > 0 and kinds[i - 1] is None)
        own = is_copyright(line) and not line.text.startswith("(") and not is_relayed(sheet, line.start, line.end)
        if not below[i] and own:
            kinds[i] = "furniture"  # « © AFP » above sentences tells whose picture it is, below them whose text
            continue
        read = read_line(sheet, line, edge=False)
        if read is not None and (opened or not _may_be_title(line, read)):
            listing = False
            _take(layout, i, read, inside=paragraphs > _OPENING)
            paragraphs += read.kind == "text"
            continue
        kind = nature(line, held, sheet.page)
        if kind is not None and _ends_article(kind, above=paragraphs, below=below[i]):
            layout.add(author_named(sheet, line) if kind == "about" else None)
            _close(layout, i)
            return
        if kind == "about" and paragraphs and below[i] <= _BIOGRAPHY:
            layout.add(author_named(sheet, line))
        if kind is not None and kind != "about":
            kinds[i] = "furniture"
            listing = kind == "list"
        elif listing and _hangs_on_list(line, lines[i - 1], header=not paragraphs, spaced=spaced):
            kinds[i] = "furniture"
        else:
            listing = False
            paragraphs += line.prose


def _may_be_title(line: Line, read: Reading) -> bool:
    """« Vidéo : l'armée bombarde un marché »: the first line that is anything may be the headline."""
    return read.kind == "caption" and not read.credits and line.hint != "caption"


def _take(layout: Layout, i: int, read: Reading, *, inside: bool) -> None:
    """A line that is a credit, a byline or a caption; a bare date inside the article is a heading of it."""
    line = layout.lines[i]
    if read.kind == "text":
        layout.add(*read.credits)
        return
    if inside and not read.credits and any(date.start <= 3 for date in find_dates(line.key, layout.sheet.page)):
        layout.kinds[i] = "heading"
        return
    layout.kinds[i] = "caption" if line.hint == "caption" else read.kind
    layout.add(*read.credits)
    if read.dated:
        layout.dated[i] = None


def _ends_article(kind: Nature, *, above: int, below: int) -> bool:
    """Whether nothing below a heading of comments or of a biography is the article's.

    `above`, `below`: how many sentences stand there. The same words are a link below many a headline, so there must be
    more article above than text below.
    """
    if kind == "about":
        return above > _OPENING and below <= _BIOGRAPHY
    return (kind in ("end", "comments") and above > below) or (kind == "end" and above > _OPENING)


def _close(layout: Layout, first: int) -> None:
    """All lines from `first` on are furniture, but for the credits that say they are."""
    for i in range(first, len(layout.lines)):
        line = layout.lines[i]
        read = None if line.prose else read_line(layout.sheet, line, edge=False)
        if read is not None and read.kind == "credit":
            _take(layout, i, read, inside=False)
        else:
            layout.kinds[i] = "furniture"


def _hangs_on_list(line: Line, before: Line, *, header: bool, spaced: bool) -> bool:
    """Whether a line below the heading of a list of links is one of them. `spaced`: the text has empty lines."""
    if line.bulleted and (line.stop != "." or line.words < 12):
        return True
    if header or line.prose:
        return False
    return not line.gap or before.gap or not spaced


def _mark_titles(layout: Layout, title: int) -> None:
    for i, line in enumerate(layout.lines):
        if i == title or (layout.kinds[i] is None and same_words(line, layout.lines[title])):
            layout.kinds[i] = "title"


def _above(layout: Layout, first: int) -> None:
    """The lines above the body: the masthead over the headline; below it names, dates, a standfirst."""
    top = layout.title if layout.title is not None else -1
    for i in range(first):
        line = layout.lines[i]
        if layout.kinds[i] not in _RE_READ and not (layout.kinds[i] == "furniture" and "://" in line.text):
            continue
        read = read_line(layout.sheet, line, edge=True, head=True) if i > top >= 0 else None
        if read is not None:
            _take(layout, i, read, inside=False)
        elif layout.kinds[i] is None and i < top:
            layout.kinds[i] = "furniture"
        elif layout.kinds[i] is None and first < len(layout.lines):
            layout.kinds[i] = "byline" if _is_section_name(line) else "heading"


def _beside_bylines(layout: Layout, opening: list[int]) -> None:
    """A name beside a date below the standfirst, or on its line, is its author's."""
    for i in range(opening[0] + 1 if opening else 0, opening[-1] + 3 if len(opening) > 1 else 0):
        beside = [j for j in _neighbours(layout, i) if layout.kinds[j] == "byline"]
        if i >= len(layout.lines) or layout.lines[i].prose:
            continue
        if layout.kinds[i] in (None, "byline"):
            read = read_line(layout.sheet, layout.lines[i], edge=True)
            if read is not None and (beside or read.dated):
                _take(layout, i, read, inside=False)


def _neighbours(layout: Layout, i: int) -> list[int]:
    """The lines next to line `i`, past those without a letter: a dash between an author and a date."""
    around: list[int] = []
    for step in (-1, 1):
        j = i + step
        while 0 <= j < len(layout.lines) and not any(map(str.isalpha, layout.lines[j].text)):
            j += step
        around += [j] if 0 <= j < len(layout.lines) else []
    return around


def _is_section_name(line: Line) -> bool:
    """« Monde », « Revue de presse »: a few words that state nothing."""
    return line.words < 4 and not line.bulleted and ":" not in line.text and not any(c.isdigit() for c in line.text)


def _drop_desk(layout: Layout) -> None:
    """Letters in brackets that nobody knows are, beside an agency, its desk's: « (Belga) … (VIM) »."""
    if any(credit.kind == "source" and is_agency(credit.name) for credit in layout.found):
        for credit in list(layout.found):
            if credit.kind == "source" and credit.span.text == f"({credit.name})" and medium(credit.name) is None:
                del layout.found[credit]


def _below(layout: Layout, last: int) -> None:
    """The signature below the body, and the source behind its last word."""
    for i in range(last + 1, min(last + 1 + _SIGNED, len(layout.lines))):
        if layout.kinds[i] == "furniture":
            break
        if layout.kinds[i] in _RE_READ:
            read = read_line(layout.sheet, layout.lines[i], edge=True)
            signed = _signed_behind(layout.sheet, layout.lines[i]) if read is None else ()
            if read is None and not signed:
                break
            if signed:  # a last sentence that its signature hides
                layout.kinds[i] = "paragraph"
                layout.add(*signed)
            if read is not None:
                _take(layout, i, read, inside=False)
    line = layout.lines[last]
    layout.add(*(closing_credits(layout.sheet, line) or _signed_behind(layout.sheet, line)))


def _signed_behind(sheet: Sheet, line: Line) -> tuple[Credit, ...]:
    """The agencies, the author or the translator behind the last sentence of an article, on its line: « … a-t-il dit. Avec AFP »."""
    for stop in _LAST_STOP.finditer(sheet.text, max(line.start, line.end - _SIGNATURE), line.end):
        piece = Line.cut(sheet.text, sheet.key, stop.end(), line.end, gap=False)
        read = None if piece.prose else read_line(sheet, piece, edge=True)
        if read is not None and read.credits and all(_is_certain(sheet, credit) for credit in read.credits):
            return read.credits
    return ()


def _is_certain(sheet: Sheet, credit: Credit) -> bool:
    """Whether a credit is one even where a sentence might go on: a news agency, who translated, a person by the given name."""
    if credit.kind == "author":
        words = credit.name.split()
        return plain(words[0]) in sheet.page.given and is_person(credit.name, sheet.page)
    return credit.kind == "translator" or (credit.kind == "source" and is_agency(credit.name))


def _rest(layout: Layout, body: list[int]) -> None:
    """What is still open: paragraphs, headings between them, and links below the article's end."""
    lines, kinds = layout.lines, layout.kinds
    last, inside = (body[-1] if body else len(lines)), set(body)
    ended = False
    for i, line in enumerate(lines):
        if i > last and kinds[i] == "furniture":
            ended = True
        if kinds[i] is not None:
            continue
        if line.hint == "caption":
            kinds[i] = "caption"
        elif line.prose or i in inside or not body:
            kinds[i] = "paragraph"
        elif i > last:
            kinds[i] = "furniture" if ended else "paragraph"
        else:
            kinds[i] = "heading" if _is_heading(lines, kinds, i) else "paragraph"


def _is_heading(lines: list[Line], kinds: list[BlockKind | None], i: int) -> bool:
    """Whether a short line inside the article heads what follows, rather than being one of a list."""
    line = lines[i]
    if line.hint == "heading":
        return True
    if line.stop in (";", ",", ":", ".") or line.bulleted or line.hint == "row":
        return False
    if line.key[:1].isdigit() or not line.text[0].isupper():
        return False
    following = next((lines[j] for j in range(i + 1, len(lines)) if kinds[j] != "furniture"), None)
    return following is not None and following.prose


def _opens_with_day(line: Line, sheet: Sheet) -> bool:
    """Whether a paragraph opens with nothing but a day and a full stop: « 10 octobre. Deux bombes … »."""
    stop = line.text.find(". ", 0, _DAY)
    days = find_dates(line.key[:stop], sheet.page) if stop > 0 and line.text[0].isdigit() else []
    return bool(days) and days[0].start == 0 and days[0].end >= stop


def _datelines(layout: Layout) -> None:
    """What stands in front of the first paragraph, and of others where an agency or a town in capitals opens them."""
    sheet = layout.sheet
    paragraphs = [line for line, kind in zip(layout.lines, layout.kinds, strict=True) if kind == "paragraph"]
    for number, line in enumerate(paragraphs):
        found = find_dateline(sheet, line.start, line.end, strict=number > 0)
        if found is not None:
            layout.datelines.append(found)
    for line, kind in zip(layout.lines, layout.kinds, strict=True):
        alone = lone_dateline(sheet, line.start, line.end) if kind == "heading" and not layout.datelines else None
        if alone is not None:
            layout.datelines.append(alone)
    chronology = len(layout.datelines) > 1 or sum(_opens_with_day(line, sheet) for line in paragraphs) > 1
    if chronology and all(d.agency is None and d.date for d in layout.datelines[:2]):
        layout.datelines.clear()  # a chronology: each date opens an entry
    for dateline in layout.datelines:
        if dateline.agency is not None:
            start, end = dateline.agency
            inside = sheet.after(start, end, "([/" + COPYRIGHT), sheet.before(start, end, ")]/")
            layout.add(*source_list(sheet, start, *inside, whole=end))
