"""Mini-articles: short marked-up texts made into records, so that where and when are tried by themselves."""

import math
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from recoupe.gazetteers import load
from recoupe.languages.pack import pack
from recoupe.model.annotation import Annotations, Entity, Numeral, Place
from recoupe.model.attribution import Attribution
from recoupe.model.document import Block, Document
from recoupe.model.figure import Effect, Figure, Scope
from recoupe.model.span import Span
from recoupe.stages.annotate.places import places
from recoupe.stages.annotate.sentences import sentences
from recoupe.stages.annotate.times import times
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.when.when import time_of
from recoupe.stages.claim.where.where import locate
from tests.factories import make_document, make_figure

Marks = dict[str, list[tuple[int, int]]]

_TAG = re.compile(r"</?([cqsf])>")
_LINE = re.compile(r"([A-Z]{3,}(?: \([A-Z]+\))? –)? ?([^\n]+)")
_EFFECTS: tuple[tuple[str, Effect], ...] = (
    (r"ont fui|réfugi|déplac|gagné le|toit|jeté sur les routes", "displaced"),
    (r"pris au piège|assiég|encercl|s'abritaient|abritait", "trapped"),
    (r"enlevé", "detained"),
    (r"frappes", "struck"),
    (r"bless", "wounded"),
)
_PART = re.compile(r"\bdont\s*$")


def _value(words: str) -> float:
    """The number in digits, or 1 where it is in words: only its size matters here."""
    return float(re.sub(r"\D", "", words) or 1)


@dataclass(frozen=True)
class Answer:
    """What was read of one marked count."""

    text: str
    place: Place | None
    place_text: str | None
    date_from: str | None
    date_to: str | None
    scope: Scope


@dataclass(frozen=True)
class Case:
    """One marked count of one article: what is expected and what was read."""

    name: str
    expected: dict[str, Any]
    answer: Answer

    def right_place(self) -> bool:
        """Whether the place is the expected country, or lies within 25 km (or `km`) of the expected point."""
        at, place = self.expected.get("at"), self.answer.place
        if at is None:
            return True
        if place is None:
            return False
        if isinstance(at, str):
            return place.country == at and place.precision == "country"
        if place.lat is None or place.lon is None:
            return False
        east = (place.lon - at[1]) * math.cos(math.radians(at[0]))
        return 111.2 * math.hypot(place.lat - at[0], east) <= float(self.expected.get("km", 25))

    def right_date(self) -> bool:
        """Whether both ends are the expected ones, to the day."""
        days = self.expected.get("days")
        return days is None or (self.answer.date_from or "", self.answer.date_to or "") == tuple(days)

    def right_scope(self) -> bool:
        """Whether the scope is the expected one."""
        return self.expected.get("scope") in (None, self.answer.scope)


def unmark(marked: str) -> tuple[str, Marks]:
    """The text without its marks, and the stretches of each mark in reading order."""
    text, at = "", 0
    opened: dict[str, list[int]] = {kind: [] for kind in "cqsf"}
    found: Marks = {kind: [] for kind in "cqsf"}
    for match in _TAG.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match.group().startswith("</"):
            found[match.group(1)].append((opened[match.group(1)].pop(), len(text)))
        else:
            opened[match.group(1)].append(len(text))
    return text + marked[at:], {kind: sorted(spans) for kind, spans in found.items()}


def document_of(text: str, published: str | None) -> Document:
    """A document whose first line is the headline and whose other lines are paragraphs, with or without a dateline."""
    blocks: list[Block] = []
    for match in _LINE.finditer(text):
        if match.group(1):
            blocks.append(Block(match.start(1), match.end(1), "dateline"))
        blocks.append(Block(match.start(2), match.end(2), "paragraph" if blocks else "title"))
    return make_document(text, published=published, blocks=tuple(blocks), outlet=None)


def attributions(document: Document, marks: Marks) -> tuple[Attribution, ...]:
    """One attribution a content, with the cue and the source that stand nearest in the same paragraph."""
    text = document.text
    found = []
    for number, (start, end) in enumerate(marks["c"]):
        block = next(b for b in document.blocks if b.start <= start < b.end)
        nearest: dict[str, Span | None] = {}
        for kind in "qs":
            near = [(max(a - end, start - b), a, b) for a, b in marks[kind] if block.start <= a < block.end]
            nearest[kind] = Span.cut(text, *min(near)[1:]) if near else None
        found.append(
            Attribution(
                id=f"a{number}",
                document=document.id,
                source=nearest["s"],
                entity=Entity("x", "unnamed", "x"),
                role=None,
                organisation=None,
                cue=nearest["q"],
                content=Span.cut(text, start, end),
                form="indirect",
                stance="say",
                negated=False,
                parent=None,
            )
        )
    return tuple(found)


def read(title: str, body: str, published: str | None) -> list[Answer]:
    """Where, when and scope of every marked count."""
    text, marks = unmark(f"{title}\n\n{body.strip()}\n")
    document, language, gazetteers = document_of(text, published), pack("fr"), load()
    found = sentences(document, language.traits)
    notes = Annotations(
        document=document.id,
        sentences=found,
        numerals=tuple(
            Numeral(Span.cut(text, a, b), a, b, _value(text[a:b]), None, None, "exact") for a, b in marks["f"]
        ),
        times=times(document, found, language),
        places=places(document, found, language, gazetteers),
    )
    said = attributions(document, marks)
    setting = Setting(document, notes, said, language, gazetteers)
    answers: list[Answer] = []
    earlier: list[Figure] = []
    for numeral in notes.numerals:
        context = _context(document, notes, numeral, said, tuple(earlier))
        place_span, place = locate(context, setting)
        timing = time_of(context, setting)
        place_text = place_span.text if place_span else None
        answers.append(Answer(numeral.span.text, place, place_text, timing.date_from, timing.date_to, timing.scope))
        earlier.append(
            make_figure(
                document,
                numeral.span,
                effect=context.effect,
                scope=timing.scope,
                place_span=place_span,
                place=place,
                date_span=timing.span,
                date_from=timing.date_from,
                date_to=timing.date_to,
            )
        )
    return answers


def _context(
    document: Document,
    notes: Annotations,
    numeral: Numeral,
    said: tuple[Attribution, ...],
    earlier: tuple[Figure, ...],
) -> FigureContext:
    """The context of a marked count: its clause is the whole sentence, its effect is guessed from the words near it."""
    start, end, text = numeral.span.start, numeral.span.end, document.text
    sentence = next(s for s in notes.sentences if s.start <= start < s.end)
    near = text[max(sentence.start, start - 30) : min(sentence.end, end + 60)].split(" dont ")[0]
    return FigureContext(
        document=document,
        annotations=notes,
        sentence=sentence,
        numeral=numeral,
        start=start,
        end=end,
        harm_start=start,
        harm_end=end,
        clause_start=sentence.start,
        clause_end=sentence.end,
        effect=next((effect for pattern, effect in _EFFECTS if re.search(pattern, near)), "killed"),
        unit="people",
        group="unspecified",
        chain=tuple(a for a in said if a.content.holds(start, end)),
        whole=earlier[-1] if earlier and _PART.search(text[sentence.start : start]) else None,
        earlier=earlier,
    )


@cache
def cases() -> tuple[Case, ...]:
    """Every marked count of mini_articles.toml."""
    return tuple(_cases())


def _cases() -> Iterator[Case]:
    file = Path(__file__).with_name("mini_articles.toml")
    for article in tomllib.loads(file.read_text("utf-8"))["article"]:
        answers = read(article["title"], article["body"], article["published"])
        assert len(answers) == len(article["figures"]), article["title"]
        for expected, answer in zip(article["figures"], answers, strict=True):
            yield Case(f"{article['published']} {answer.text}", expected, answer)
