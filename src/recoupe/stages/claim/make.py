"""Make: a Figure from a count that is tied to harm, with its words, its place and time, its voices."""

from collections.abc import Sequence

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Bound
from recoupe.model.attribution import Attribution
from recoupe.model.document import Document
from recoupe.model.figure import Figure, Group
from recoupe.model.ids import make_id
from recoupe.model.issue import Issue
from recoupe.model.span import Span
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.reality import reality
from recoupe.stages.claim.counts.unread import number_issue
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.chain import names
from recoupe.stages.claim.when.when import time_of
from recoupe.stages.claim.where.where import locate
from recoupe.stages.claim.words.insertions import past_age
from recoupe.stages.claim.words.line import ENDS, Line

_MOST = 1e10
"""More people than there have been at one time: such a number is no count."""


class Maker:
    """What all Figures of one article are made with."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.document = document
        self.annotations = annotations
        self._sources = (attributions, pack, gazetteers)
        self._setting: Setting | None = None

    @property
    def setting(self) -> Setting:
        """Where and when the article's events stand; worked out at the first figure, as most pages have none."""
        if self._setting is None:
            self._setting = Setting(self.document, self.annotations, *self._sources)
        return self._setting

    def figure(
        self,
        line: Line,
        found: Found,
        group: Group,
        whole: Figure | None,
        holders: tuple[Attribution, ...],
        perpetrator: str | None,
        earlier: Sequence[Figure],
    ) -> Figure | Issue:
        """The Figure; an Issue when the number cannot be one of people."""
        count, numeral, text = found.count, found.count.numeral, self.document.text
        value = numeral.value
        if value is not None and value > _MOST:
            return number_issue(line, count, self.document, "is more people than there are")
        if value is not None and value != int(value):
            return number_issue(line, count, self.document, "is no whole number")
        start, end = extent(line, count)
        context = self._context(line, found, group, whole, holders, perpetrator, earlier)
        place_span, place = locate(context, self.setting)
        timing = time_of(context, self.setting)
        return Figure(
            id=make_id("fig", self.document.id, start, end, value, found.effect),
            document=self.document.id,
            span=Span.cut(text, start, end),
            value=value,
            value_high=numeral.value_high,
            magnitude=numeral.magnitude,
            bound=_bound(line, count),
            unit=count.unit,
            group=group,
            effect=found.effect,
            scope=timing.scope,
            place_span=place_span,
            place=place,
            date_span=timing.span,
            date_from=timing.date_from,
            date_to=timing.date_to,
            perpetrator=perpetrator,
            reality=reality(line, found, holders, text),
            stated_by=names(holders),
            attribution=holders[-1].id if holders else None,
            part_of=whole.id if whole else None,
        )

    def _context(
        self,
        line: Line,
        found: Found,
        group: Group,
        whole: Figure | None,
        holders: tuple[Attribution, ...],
        perpetrator: str | None,
        earlier: Sequence[Figure],
    ) -> FigureContext:
        tokens, harm, count = line.sentence.tokens, found.harm, found.count
        start, end = extent(line, count)
        aged = past_age(line, count.end)
        if aged > count.end:
            end = tokens[aged - 1].end  # « un homme de 19 ans à Kidal »: the place is the man's
        clause, part = _clause(line, found)
        return FigureContext(
            document=self.document,
            annotations=self.annotations,
            sentence=line.sentence,
            numeral=count.numeral,
            start=start,
            end=end,
            harm_start=tokens[harm.group].start if harm else tokens[min(count.head, count.end - 1)].start,
            harm_end=tokens[harm.end - 1].end if harm else end,
            clause_start=tokens[clause[0]].start,
            clause_end=tokens[clause[1] - 1].end,
            effect=found.effect,
            unit=count.unit,
            group=group,
            chain=holders,
            whole=whole,
            earlier=tuple(earlier),
            perpetrator=perpetrator,
            carried=found.carried,
            part_start=tokens[part[0]].start,
            part_end=tokens[part[1] - 1].end,
        )


def extent(line: Line, count: Count) -> tuple[int, int]:
    """Offsets of the number with its approximator and the noun counted."""
    numeral = count.numeral
    return numeral.span.start, max(numeral.span.end, line.sentence.tokens[count.end - 1].end)


def _bound(line: Line, count: Count) -> Bound:
    """The numeral's bound, changed by what is said of it: « pas plus de 62 », « a dépassé 100 », « voire plus »."""
    bound, tolls, figures = count.numeral.bound, line.lexicon.harm.tolls, line.lexicon.figures
    before = line.folds[max(0, count.first - 6) : count.first]
    if bound == "more_than":
        negated = not figures.not_before.isdisjoint(before) and not figures.not_behind.isdisjoint(before)
        return "at_most" if negated else bound
    if bound != "exact":
        return bound
    if not tolls.more_than.isdisjoint(before[-4:]):
        return "more_than"
    if not tolls.about.isdisjoint(before[-4:]):
        return "about"
    # « 18 guérilleros des FARC au moins »: behind whose they are
    inside = range(count.head + 2, count.end + 1)
    if any(
        (size := tolls.at_least.at(line.folds, i)) and line.fold(i + size) not in line.lexicon.numbers for i in inside
    ):
        return "at_least"
    behind = count.end + (line.fold(count.end) == ",")
    width = tolls.open_ended.at(line.folds, behind)
    # « trois morts et plus de 30 blessés »: the words belong to the count that follows
    return "at_least" if width and line.fold(behind + width) not in figures.of else bound


def _clause(line: Line, found: Found) -> tuple[tuple[int, int], tuple[int, int]]:
    """The words of the clause that holds the count and its harm, and those of the sentence that are in none beside it."""
    relatives, count, harm = line.lexicon.words.relatives, found.count, found.harm
    first = min(count.first, harm.group) if harm else count.first
    last = max(count.end, harm.end) if harm else count.end
    part = _coordinate(line, first, last)
    closed = _closed_relative(line, part[0], first)
    folds = line.folds
    while first > part[0] and folds[first - 1] not in ENDS:
        if folds[first - 1] in relatives and first - 1 != closed:
            break
        first -= 1
    while last < part[1] and folds[last] not in ENDS and folds[last] not in relatives:
        last += 1
    return (first, last), part


def _closed_relative(line: Line, start: int, own: int) -> int | None:
    """The relative pronoun of a clause set in between a subject and its verb: « la guerre, qui dure depuis mai, a fait ».

    `own` is the first word of the count or its harm, behind the verb; None where no such clause stands before it.
    """
    if "," not in line.folds[start:own]:
        return None
    verb = next((i for i in range(own, start, -1) if line.fold(i - 1) == "," and line.finite(i)), None)
    if verb is None:
        return None
    relatives = line.lexicon.words.relatives
    at = next((i for i in range(verb - 2, start, -1) if line.folds[i] in relatives), None)
    if at is None or line.fold(at - 1) != "," or not _has_verb(line, at + 1, verb - 1):
        return None
    return None if any(line.stops(i) for i in range(at, own)) else at


def _coordinate(line: Line, own: int, own_end: int) -> tuple[int, int]:
    """The sentence without clauses set beside that of the words own:own_end (« …, et 46 soldats ont été tués »)."""
    first, last = 0, line.end
    coordinators = line.lexicon.words.coordinators
    if "," not in line.words or coordinators.isdisjoint(line.words):
        return first, last
    for at in range(1, line.end - 1):
        if line.folds[at - 1] != "," or line.folds[at] not in coordinators:
            continue
        # « …, et ont fait »: the same subject goes on
        apart = not line.finite(at + 1) and line.fold(at + 1) not in line.lexicon.words.clitics
        if not apart or not _has_verb(line, first, at) or not _has_verb(line, at + 2, last):
            continue
        if at < own:
            first = at + 1
        elif at > own_end:
            return first, at - 1
    return first, last


def _has_verb(line: Line, first: int, last: int) -> bool:
    return any(line.finite(at) for at in range(first, last))
