"""Times: every expression of a day or a stretch of days, resolved against publication and the days named before it.

Ages and lengths of time that lie nowhere (« huit ans », « pendant trois heures ») are none. A date that cannot be
(31 février) has no dates and the precision `unknown`; so has what needs a calendar that is not ours (Ramadan).
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from recoupe.languages.pack import LanguagePack
from recoupe.languages.times import TimeWords, time_words
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.model.document import Document
from recoupe.model.span import Span
from recoupe.stages.annotate.days import UNKNOWN, Days, Stamp, add, one, stamp_days
from recoupe.stages.annotate.time_heads import Heads, opening_year
from recoupe.stages.annotate.time_items import STAMPS, Item
from recoupe.stages.annotate.time_joins import joined_items
from recoupe.stages.annotate.time_known import Known
from recoupe.stages.annotate.time_line import TimeLine, may_hold_time, time_line
from recoupe.stages.annotate.time_ranges import range_days
from recoupe.stages.annotate.time_rules import RULES, year_told
from recoupe.stages.annotate.time_years import era_year, year_hint
from recoupe.stages.annotate.tokens import tokenize

_SENSIBLE = range(1500, 2090)
"""Years in which a day of publication is taken at its word."""
_BEGUN = 3
"""How many words before a day may say that something began on it (« a commencé le 17 octobre »)."""
_BREAKS_OUT = 8
"""How many words behind it (« le 17 octobre, de violents combats ont éclaté »)."""
_SAME_LENGTH = 0.15
"""By how much « en cinq semaines » may differ from a stretch with both ends named, to mean the same."""
_WEEKS = 30
"""Days up to which a length of time tells when it ended."""
_NEW_YEAR = (1, 1)
"""Month and day."""
_SOME_DAYS = 2
"""From how many bare weekdays on an article tells news."""
_MONTHS = 60
"""Days for which an attack is told of by its day alone."""
_OFTEN = 3
"""How many times a year is named that an article is about."""
_LONG_PAST = 2
"""Years before publication whose days are no news."""
_STILL_NEWS = 21
"""Days before publication up to which a day without a year is one of the last weeks."""
_MONTH, _YEAR = 31, 366
"""Days within which one tells of one event, and from which on it was another year."""
_NEWS = 60
"""Days from publication in which a day without a year is one of the news."""
_WEEK = 7
"""Days in which an attack may be a new one on the day of a famous one."""
_FROM_TOLD = 2
"""The value of [directions] for « précédent » and « suivant »."""
_FROM_BLOW = frozenset(("after_blow", "after_blow_to_the_day"))
"""Rules of days counted back from publication, from which none is counted on."""
_ROUGH = frozenset(("shifted", "shifted_by", "ago", "lasts", "unit_last"))
"""Rules of stretches of which nobody says that something lasted for all of them (« quelques jours plus tôt »)."""
_BLOW = 5
"""Within how many words before its day an attack is named (« l'attaque du Hamas du 7 octobre »)."""
_LEAST = 3
"""Days that a length must have for that."""


def times(document: Document, sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[TimeRef, ...]:
    """The TimeRefs of all sentences, in reading order."""
    try:
        reference = dt.date.fromisoformat(document.published) if document.published else None
    except ValueError:
        reference = None
    words = time_words(pack)
    lines = [s.tokens for s in sentences if may_hold_time(s.folds, words)]
    return _read(document.text, lines, reference, words, pack.voices)


def read_times(text: str, reference: dt.date | None, pack: LanguagePack) -> tuple[TimeRef, ...]:
    """The TimeRefs of a text taken as one sentence, published on the day `reference`."""
    words, tokens = time_words(pack), tokenize(text, 0, len(text), pack.traits)
    lines = [tokens] if may_hold_time([t.fold for t in tokens], words) else []
    return _read(text, lines, reference, words, pack.voices)


def _read(
    text: str,
    sentences: Iterable[Sequence[Token]],
    reference: dt.date | None,
    words: TimeWords,
    voices: VoiceWords,
) -> tuple[TimeRef, ...]:
    lines = [time_line(tokens, words) for tokens in sentences]
    read = [(line, [i for i in joined_items(line) if not _is_surname(line, i, voices)]) for line in lines]
    known = Known(reference if reference and reference.year in _SENSIBLE else None)
    known.past, known.past_since = _year_told_of(read, known.reference)
    known.sentences = [line.tokens for line in lines]
    if known.reference is None:
        found = (item for _, joined in read for item in joined)
        stamps = [end.stamp for item in found for end in (item, item.end) if end and end.stamp]
        known.year = year_hint(stamps) or era_year(text, stamps)
    refs = list(_refs(text, read, known))
    if known.reference is None and known.began is not None:
        known.reference = _by_length(read, known.began)
        if known.reference is not None:
            refs = list(_refs(text, read, known))
    return _linked(_of_blows(read, refs), known)


def _is_surname(line: TimeLine, item: Item, words: VoiceWords) -> bool:
    """Whether a word that may name a day or month is somebody's last name (« M. Toussaint », « Jean-Marc Avril »)."""
    mark = line.marks[item.first]
    if item.stop > item.first + 1 or mark.last > mark.first + 1 or not mark.first:
        return False
    tokens = line.tokens
    before = tokens[mark.first - 2 if mark.first > 1 and tokens[mark.first - 1].text == "." else mark.first - 1]
    if not (tokens[mark.first].text.istitle() and before.text[0].isupper()):
        return False
    given = before.fold in words.given or before.fold.split("-")[0] in words.given
    return before.fold in words.honorifics or (given and tokens[mark.first - 1] is before)


def _refs(text: str, read: Sequence[tuple[TimeLine, list[Item]]], known: Known) -> Iterator[tuple[TimeRef, str]]:
    """The TimeRefs with their rules, in reading order."""
    heads = Heads(known.reference.year if known.reference is not None else None)
    for line, joined in read:
        heads.begin(line, bool(joined))
        for item in joined:
            known.headed = heads.year(line, item) or opening_year(line, joined, item)
            yield _ref(text, line, item, known)


def _of_blows(
    read: Sequence[tuple[TimeLine, Sequence[Item]]], refs: Sequence[tuple[TimeRef, str]]
) -> Sequence[tuple[TimeRef, str]]:
    """The times; « au lendemain de l'attaque » takes the day of « l'attaque de lundi », where the article tells it."""
    if not any(rule == "after_blow" for _, rule in refs):
        return refs
    flat = [(line, item) for line, joined in read for item in joined]
    days = [ref for (line, item), (ref, _) in zip(flat, refs, strict=True) if _dates_blow(line, item) and ref.date_from]
    if not days:
        return refs
    first, last = days[0].date_from, days[0].date_to
    return [
        (replace(ref, date_from=first, date_to=last), rule)
        if rule == "after_blow" and "ANCHORED" in item.got.values
        else (ref, rule)
        for (_, item), (ref, rule) in zip(flat, refs, strict=True)
    ]


def _dates_blow(line: TimeLine, item: Item) -> bool:
    """Whether an item is the day of an attack by its name (« l'attaque de lundi »)."""
    if item.stamp is None or item.joint or line.normal(item.first - 1) not in line.words.joints.froms:
        return False
    return line.fold(item.first - 2) in line.words.classes["BLOW"]


def _ref(text: str, line: TimeLine, item: Item, known: Known) -> tuple[TimeRef, str]:
    """The TimeRef of an item, with the rule that read it."""
    days = _resolve(line, item, known)
    start = line.tokens[line.marks[item.first].first].start
    end = line.tokens[line.marks[item.stop - 1].last - 1].end
    span = Span(start, end, text[start:end])
    return TimeRef(span, _iso(days.first), _iso(days.last), days.precision, days.kind), item.rule


def _by_length(read: Sequence[tuple[TimeLine, Sequence[Item]]], began: dt.date) -> dt.date | None:
    """The day up to which an undated article counts: « en deux semaines d'opération » from the day that it `began`."""
    for line, joined in read:
        for item in joined:
            if item.rule == "stretch" and line.fold(item.stop + 1) in line.words.classes["EVENT"]:
                day = add(began, item.got.count, item.got.unit) if item.got.count is not None else None
                # months are too rough for a day
                return day if day is not None and (day - began).days <= _WEEKS else None
    return None


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _resolve(line: TimeLine, item: Item, known: Known) -> Days:
    """The days of an item; what it names is then known to those after it."""
    written, item = item, _of_its_year(line, item, known)
    days = UNKNOWN if _is_of_war(line, item, known) else _days(item, known)
    for end in (written, written.end):
        if end is not None and end.stamp is not None:
            known.told_year = end.stamp.year or known.told_year
    if days.kind in ("point", "interval") and days.first and days.last:
        if days.precision in ("day", "days") and item.rule not in _FROM_BLOW:
            known.anchor = (days.first, days.last)
            if (days.last - days.first).days > 1 and item.rule not in _ROUGH and not (item.stamp and item.stamp.edge):
                known.course = known.anchor
            if known.began is None and _starts(line, item):
                known.began = days.first
            if item.stamp and item.stamp.weekday is not None and days.precision == "day":
                known.weekdays[item.stamp.weekday] = days.first
        elif _starts(line, item):
            known.starts.append(days.first)
        elif item.rule == "shifted":
            known.anchor = None  # « deux jours plus tard » counts from no month
        if known.reference is None and item.stamp and item.stamp.year and item.stamp.month:
            known.year = item.stamp.year
    elif days.kind == "point" and days.first is None:
        known.anchor = None  # « la veille » of a Wednesday that nothing dates is not that of the day named before it
    elif item.rule == "since_event" or (item.rule == "since_start" and item.got.unit in ("hour", "day", "week")):
        known.began = days.first or known.began
    if days.kind == "since" and days.first and item.stamp is not None:
        known.starts.append(days.first)
    if days.first or days.last:
        known.since = days.first if days.kind == "since" and days.precision == "day" and item.joint else None
        known.named, known.named_as = days.first or days.last, days.precision
        known.told = known.told if days.kind == "duration" else known.named
    return days


def _of_its_year(line: TimeLine, item: Item, known: Known) -> Item:
    """The item, with the year of its day where all the world knows that: « l'attaque du Hamas du 7 octobre », told a year later."""
    if item.joint == "since" and item.end is not None:
        return item._replace(end=_of_its_year(line, item.end, known))
    day = item.stamp
    if day is None or not day.day or not day.month or _has_year(item) or known.reference is None:
        return item
    event = line.words.events.get(f"{day.day}-{day.month}")
    blows = line.words.classes["BLOW"]
    named = [line.fold(n) for n in range(item.first - _BLOW, item.first) if line.fold(n) in blows]
    if event is None or not named:
        return item
    was, lately = dt.date.fromisoformat(event[0]), stamp_days(day, known.reference, None, None).first
    told = any(token.fold in event[1] for tokens in known.sentences for token in tokens)
    # « l'attentat du 13 novembre » in Istanbul is told of for months, « les attentats du 13 novembre » are those of Paris
    here = named[-1].endswith("s") or any(token.fold in event[1] for token in line.tokens)
    fresh = _WEEK if here else _WEEKS if told else _MONTHS
    news = lately is not None and (known.reference - lately).days <= fresh
    return item if news or was > known.reference else item._replace(stamp=day._replace(year=was.year))


def _is_of_war(line: TimeLine, item: Item, known: Known) -> bool:
    """« l'offensive a été lancée le 3 mars … sur les trois premiers mois »: whether months are those of what began then, and not
    « de l'année »."""
    if item.rule != "year_months" or "YEAR" in item.got.values or (known.began is None and not known.starts):
        return False
    return line.words.values["UNIT"].get(line.fold(item.last - 1)) != "year"


def _days(item: Item, known: Known) -> Days:
    if (found := _under_head(item, known)) is not None:
        return found
    if item.end is None:
        days = _plain(item, known)
        if item.joint == "since":
            return _since(item, days, known)
        return Days(None, days.last, days.precision, "until") if item.joint == "until" else days
    if item.joint == "eve":
        day = _plain(item.end, known).first
        day = add(day, item.got.first("ANCHORED"), "day") if day else None
        return one(day) if day else UNKNOWN
    if item.joint == "since":
        return _since(item.end, _days(item.end, known), known)
    if item.stamp and item.end.stamp:
        end = item.end.stamp
        if not item.stamp.year and _is_of_month_told(end, known):
            end = end._replace(year=known.told_year)  # « Le 29 mars 2011, … entre le 27 et le 29 mars »
        return range_days(item.stamp, end, known)
    first, last = _plain(item, known).first, _plain(item.end, known).last
    return Days(first, last, "days", "interval") if first and last and first <= last else UNKNOWN


def _under_head(item: Item, known: Known) -> Days | None:
    """The days of a day or month without a year below the head of a chronology; None where there is none, or it is to come."""
    named = item.stamp
    if known.headed is None or named is None or named.month is None or named.direction or _has_year(item):
        return None
    year, known.headed = known.headed, None
    found = _days(item._replace(stamp=named._replace(year=year)), known)
    ahead = found.first is not None and known.reference is not None and found.first > known.reference
    return None if ahead else found


def _has_year(item: Item) -> bool:
    """Whether an end of the time names its year."""
    return any(end.stamp is not None and end.stamp.year for end in (item, item.end) if end is not None)


def _starts(line: TimeLine, item: Item) -> bool:
    """Whether words near the item say that something began then (« a été lancée en mars »)."""
    around = (*range(max(0, item.first - _BEGUN), item.first), *range(item.stop, item.stop + _BREAKS_OUT))
    return any(line.fold(n) in line.words.joints.started for n in around)


def _plain(item: Item, known: Known) -> Days:
    """The days of an item for itself."""
    named = item.stamp
    if named is None:
        return RULES[item.rule](item.got, known)
    if "YEARUNIT" in item.got.values and known.reference:  # « en octobre, l'an dernier »
        back = int(item.got.first("NUMBER", 0))  # « il y a deux ans, le 14 mai »
        ago = known.reference.year + named.direction - back
        if ago not in _SENSIBLE:
            return UNKNOWN
        named = named._replace(year=ago, direction=0)
    if "THATYEAR" in item.got.values:  # « en avril de cette année-là »
        year = year_told(known)
        if year is None:
            return UNKNOWN
        named = named._replace(year=year)
    if _is_of_month_told(named, known):
        named = named._replace(year=known.told_year)
    elif item.joint != "since" and _is_of_past(named, known):
        named = named._replace(year=known.past)
    if (beside := _beside_told(item, named, known)) is not None:
        return one(beside)
    days = stamp_days(named, known.reference, known.year, known.named)
    if days.first is None and named.weekday is not None and not named.day and not named.direction:
        told = known.weekdays.get(named.weekday)
        return one(told) if told else days  # « mardi » after « mardi 24 août 2021 »
    return days


def _beside_told(item: Item, named: Stamp, known: Known) -> dt.date | None:
    """The weekday counted from the days told last: « le lundi précédent », « le jeudi suivant », or « le mercredi » of the days
    of which the article tells; None where it is counted from publication."""
    if named.weekday is None or named.day or item.joint or known.anchor is None:
        return None
    first, last = known.anchor
    if abs(direction := int(item.got.first("DIRECTION", 0))) == _FROM_TOLD:
        back = (first.weekday() - named.weekday) % _WEEK or _WEEK
        ahead = (named.weekday - last.weekday()) % _WEEK or _WEEK
        return first - dt.timedelta(days=back) if direction < 0 else last + dt.timedelta(days=ahead)
    if (
        direction
        or known.course is None
        or not item.articled
        or not known.course[0] <= first <= last <= known.course[1]
    ):
        return None
    day = known.course[0] + dt.timedelta(days=(named.weekday - known.course[0].weekday()) % _WEEK)
    return day if day <= known.course[1] else None


def _is_of_month_told(named: Stamp, known: Known) -> bool:
    """« Le 7 août 2003, … Le 19 août, … »: whether a day without a year is of the month of the day told last, some years ago,
    or comes after it in a year of which publication is before that day."""
    if not named.day or not named.month or named.year or named.direction or known.anchor is None:
        return False
    last = known.anchor[1]
    if last.year != known.told_year or known.reference is None:
        return False
    if _is_beside(named, last, known.reference):
        return True
    now = stamp_days(named, known.reference, None, None).first
    if last.year >= known.reference.year or now is None or (known.reference - now).days <= _NEWS:
        return False
    # « le 17 février 2016, … Le 28 juin, … » told before June of another year
    ahead = known.named == last and (named.month, named.day) > (last.month, last.day)
    return last.month == named.month or (ahead and now.year < known.reference.year)


def _is_of_past(named: Stamp, known: Known) -> bool:
    """« au printemps 1994 … le 21 avril 1994 … le 7 mai », told at a trial of 2022: whether a day without a year is of the past year
    that the article is about."""
    if known.past is None or known.reference is None:
        return False
    if not named.day or not named.month or named.year or named.weekday is not None or named.direction:
        return False
    if (named.month, named.day) < known.past_since:
        return False  # « attaqué en septembre 2019 … Le 4 mars, 27 soldats y ont été tués »
    now = stamp_days(named, known.reference, None, None).first
    return now is not None and (known.reference - now).days > _STILL_NEWS


def _year_told_of(
    read: Sequence[tuple[TimeLine, Sequence[Item]]], reference: dt.date | None
) -> tuple[int | None, tuple[int, int]]:
    """The year long past of which alone an article names days, months or seasons, more than once, with the month and day of the
    first of them; None where there is none."""
    stamps = [end.stamp for _, joined in read for i in joined for end in (i, i.end) if end is not None and end.stamp]
    years = [stamp.year for stamp in stamps if stamp.year and (stamp.month or stamp.season)]
    if sum(stamp.weekday is not None and not stamp.day for stamp in stamps) >= _SOME_DAYS:
        return None, _NEW_YEAR  # « mardi … lundi »: what it tells is news
    if reference is None or len(years) < _OFTEN or len(set(years)) > 1 or years[0] > reference.year - _LONG_PAST:
        return None, _NEW_YEAR
    named = [(stamp.month, stamp.day or 1) if stamp.month else _NEW_YEAR for stamp in stamps if stamp.year]
    return years[0], min(named)


def _is_beside(named: Stamp, last: dt.date, reference: dt.date) -> bool:
    """Whether a day that is no weekday's lies within a month of the day told last, which was years before: « Le 29 mars 2011, … Le 1er
    avril, … tués le 29 mars »."""
    day = stamp_days(named._replace(year=last.year), None, None, None).first
    if named.weekday is not None or day is None or (reference - last).days <= _YEAR:
        return False
    now = stamp_days(named, reference, None, None).first
    # « L'accord du 15 mai 2015 n'est pas appliqué. Le 14 mai, quatre soldats ont été tués », told in June
    news = now is not None and 0 <= (reference - now).days <= _NEWS
    return not news and abs((day - last).days) <= _MONTH


def _since(item: Item, days: Days, known: Known) -> Days:
    """From `days` on up to publication; « depuis fin mai » is from the end of May."""
    first, last = days.first, known.reference
    if item.stamp and item.stamp.edge == "end" and days.last and (last is None or days.last <= last):
        first = days.last
    if first and last and last < first:
        last = None
    return Days(first, last, days.precision, "since")


def _linked(refs: Sequence[tuple[TimeRef, str]], known: Known) -> tuple[TimeRef, ...]:
    """The times; « depuis le début » and « en cinq semaines » take the days that the article names for them."""
    named = [ref for ref, rule in refs if rule in STAMPS and ref.kind == "interval" and ref.precision == "days"]
    linked = []
    for ref, rule in refs:
        if rule == "since_event" and ref.date_from is None and known.began:
            ref = replace(ref, date_from=known.began.isoformat(), precision="days")
        elif ref.kind == "duration" and (length := _length(ref)) > _LEAST and named:
            same = min(named, key=lambda other: abs(_length(other) - length))
            # « en cinq jours » are those « du 1er au 5 »: both ends count
            if min(abs(_length(same) - length), abs(_length(same) + 1 - length)) <= _SAME_LENGTH * length:
                ref = replace(ref, date_from=same.date_from, date_to=same.date_to)
        elif rule in ("stretch", "waged") and known.reference and (length := _length(ref)) > _LEAST:
            for start in (*((known.began,) if known.began else ()), *known.starts):
                told = (known.reference - start).days
                if abs(told - length) <= _SAME_LENGTH * length:  # « en trois mois de combats », whose first day is told
                    ref = replace(ref, date_from=start.isoformat())
                    break
        linked.append(ref)
    return tuple(linked)


def _length(ref: TimeRef) -> int:
    """Days from the first to the last; 0 when one is unknown."""
    if ref.date_from is None or ref.date_to is None:
        return 0
    return (dt.date.fromisoformat(ref.date_to) - dt.date.fromisoformat(ref.date_from)).days
