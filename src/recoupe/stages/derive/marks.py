"""The marks of a passage: what of it a relay may change (counts, voices, days, places, loaded words, hedges).

A Document that was read in full gives its figures and attributions; what it does not give, and the others, is read from
the language's relay words. One type for all, so that a sentence can be set against its translation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recoupe.gazetteers.places import Places
from recoupe.languages.relay_words import FAMILIES, Hit, RelayWords, relay_words, words_of_names
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Figure
from recoupe.stages.derive.letters import one_script, skeleton
from recoupe.stages.derive.numbers import Number, numbers
from recoupe.stages.derive.profile import Passage, Profile

_NEAR = 7
"""Words between a number and the word that says what became of the counted."""
_LONGEST_PLACE = 3
_SHORTEST_PLACE = 4
_KNOWN = 52
"""Rank of a place in the gazetteer that is meant rather than an ordinary word."""
_SPOTS = frozenset(("settlement", "point", "district", "region"))
_LONGEST_SOURCE = 18
_LONGEST_APPOSED = 8
_ENOUGH = 0.5
"""What makes a stretch a source: one word for a voice, a pronoun alone, or a name."""
_WORD = re.compile(r"[^\W_]+")
_DAY_NUMBER = re.compile(r"\D?(\d{1,2})\D{0,3}$")
"""« 1er », "3rd", «5-го»; in front the Arabic « and »."""
_SHORTEST_NAME = 3
"""Consonants of a name that two scripts can be compared by."""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, strikes, or of anything that is no measure or date."""

    start: int
    end: int
    value: float | None
    high: float | None
    magnitude: int | None
    bound: str
    effect: str | None
    effect_at: tuple[int, int] | None
    group: str | None
    people: bool
    """Whether a word for people stands with it."""
    person: bool
    """Whether what is counted is called no more than people."""
    read: bool
    """Whether it is a Figure of the Reading: it counts people or strikes for sure."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source with its cue."""

    start: int
    end: int
    names: frozenset[str]
    """Skeletons of the names in it."""
    kinds: frozenset[str]
    """What kinds of voices its words are."""
    vague: bool
    """Whether nothing in it says for sure who it is."""
    person: frozenset[str] = frozenset()
    """Skeletons of the name, where a person is named."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day named by its date, its weekday or from the day of publication."""

    start: int
    end: int
    day: int
    month: int
    form: str
    """`date`, `weekday` or `near`."""
    full: bool = False
    """Whether the weekday stands with the date."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a family that knows plain and loaded ones."""

    start: int
    end: int
    family: str
    value: str

    @property
    def loaded(self) -> bool:
        """Whether it takes sides or weighs more than the family's plain words."""
        return self.value in FAMILIES[self.family][1]


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word by which the text does not vouch for what it says. `weak`: too common to be missed in a translation."""

    start: int
    end: int
    weak: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """A name that the gazetteer knows as a place."""

    start: int
    end: int
    ids: frozenset[str]
    """Of the places that it may mean, and of those that hold them."""
    countries: frozenset[str]
    keys: frozenset[str]
    """Skeletons of its words."""
    small: bool
    """Whether it is a town or part of one."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one passage, each in reading order."""

    counts: tuple[Count, ...] = ()
    voices: tuple[Voice, ...] = ()
    days: tuple[Day, ...] = ()
    places: tuple[Spot, ...] = ()
    terms: tuple[Term, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    unclaimed: int = 0
    """Cues for which no source was found: somebody is heard there."""
    kinds: frozenset[str] = frozenset()
    """All kinds of voices that any word of the passage is of."""
    names: frozenset[str] = frozenset()
    """Skeletons of all its words that may be names."""
    unverified: tuple[tuple[int, int], ...] = ()
    """Where it says that a statement could not be checked."""


def marks(profile: Profile, known: Places) -> tuple[Marks, ...]:
    """The marks of every passage of `profile`; empty ones in a language without relay words."""
    words = relay_words(profile.document.language)
    if words is None:
        return tuple(Marks() for _ in profile.passages)
    reading = profile.reading
    # A document that was read in full has claims; one of a language that is not read has none of anything.
    read = bool(reading.claims or reading.figures or reading.attributions)
    return tuple(_marks(profile, passage, words, read, known) for passage in profile.passages)


def _marks(profile: Profile, passage: Passage, words: RelayWords, read: bool, known: Places) -> Marks:
    plain = [words.plainly(word) for word in passage.words]
    hits = words.hits(plain)
    days, taken = _days(profile, passage, plain, words, hits)
    figures = [f for f in profile.reading.figures if passage.start <= f.span.start < passage.end]
    said = [a for a in profile.reading.attributions if _stands_in(a, passage)]
    voices = (
        tuple(_read_voice(a, passage, plain, words) for a in said)
        if read
        else tuple(_voices(profile.document.text, passage, plain, words, hits))
    )
    hedged = [
        Hedge(passage.starts[h.first], passage.ends[h.last - 1], h.value.endswith("weak"))
        for h in hits
        if h.kind == "hedge" and not _is_future(h, plain, words) and h.first not in taken
    ]
    # English "May" is a month or a minister.
    hedged = [h for h in hedged if h.start == passage.start or not profile.document.text[h.start].isupper()]
    cues = 0 if read else sum(h.kind == "cue" and h.value != "none" for h in hits)
    return Marks(
        counts=tuple(_counts(passage, plain, words, hits, figures, taken, profile.document.text)),
        voices=voices,
        days=tuple(days),
        places=tuple(_places(profile.document.text, passage, words, voices, taken, known)),
        terms=tuple(
            Term(passage.starts[h.first], passage.ends[h.last - 1], h.kind, h.value) for h in hits if h.kind in FAMILIES
        ),
        hedges=tuple(hedged),
        unclaimed=max(0, cues - len(voices)),
        kinds=frozenset(h.value for h in hits if h.kind == "source"),
        names=name_keys(profile.document.text[passage.start : passage.end]),
        unverified=tuple((passage.starts[h.first], passage.ends[h.last - 1]) for h in hits if h.kind == "unverified"),
    )


def _name(word: str) -> str:
    key = skeleton(word)
    # French « ch », English "sh": sounds that only a vowel tells apart are one here.
    return key.replace("s", "k") if len(key) >= _SHORTEST_NAME else ""


def _is_future(hit: Hit, plain: Sequence[str], words: RelayWords) -> bool:
    """Whether a conditional only says what was to come: « il a promis que l'enquête serait ouverte »."""
    return hit.value.startswith("conditional") and any(
        word in words.unhedged_after for word in plain[max(0, hit.first - 8) : hit.first]
    )


# Counts


def _counts(
    passage: Passage,
    plain: Sequence[str],
    words: RelayWords,
    hits: Sequence[Hit],
    figures: Sequence[Figure],
    taken: frozenset[int],
    text: str,
) -> Iterator[Count]:
    found = numbers(plain, words, hits, taken, _gaps(text, passage))
    counted: list[Count] = [_of_figure(f, passage, plain, words, hits) for f in figures]
    measured = _measured(found, passage, plain, words, hits, text)
    held = [(f.span.start, f.span.end) for f in figures]
    for number in found:
        start, end = passage.starts[number.first], passage.ends[number.last - 1]
        if any(s < end and start < e for s, e in held):
            continue
        others = [(n.first, n.last) for n in found if n is not number]
        effect, group = _told(number.first, number.last, others, hits, "effect"), _beside(number.last, hits)
        # « un » is an article, but for « un soldat a été blessé »
        if number.first in measured or (number.value is not None and number.value <= 1 and not (effect and group)):
            continue
        noun = _not_counted(hits, number.last)
        if noun == "thing":
            effect = None
        if group and "," in text[end : passage.starts[group.first]]:
            group = None  # "62 people, residents said"
        stop = group.last if group else number.last
        counted.append(
            Count(
                start=start,
                end=passage.ends[stop - 1],
                value=number.value,
                high=number.high,
                magnitude=number.magnitude,
                bound=number.bound,
                effect=effect.value if effect else None,
                effect_at=(passage.starts[effect.first], passage.ends[effect.last - 1]) if effect else None,
                group=group.value if group else None,
                people=any(h.kind == "people" and number.last <= h.first <= number.last + 2 for h in hits),
                person=_are_persons(hits, number.last),
                read=False,
            )
        )
    yield from sorted(counted, key=lambda c: c.start)


def _are_persons(hits: Sequence[Hit], last: int) -> bool:
    return any(h.kind == "people" and h.value == "person" and last <= h.first <= last + 1 for h in hits)


def _measured(
    found: Sequence[Number], passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit], text: str
) -> frozenset[int]:
    """Where the numbers begin that measure (kilometres, hours, years of age); of a list, all of them."""
    kept: set[int] = set()
    aged = {h.last for h in hits if h.kind == "not_counted" and h.value == "unit"}
    for number, later in zip(reversed(found), (None, *reversed(found)), strict=False):
        listed = later is not None and later.first in kept and later.bound == "exact"
        listed = listed and later is not None and set(plain[number.last : later.first]) <= words.joins
        alone = _is_age(text, passage, number.first, number.last) or number.first in aged
        if listed or alone or _not_counted(hits, number.last) == "unit":
            kept.add(number.first)
    return frozenset(kept)


def _not_counted(hits: Sequence[Hit], last: int) -> str:
    """What the words right behind a number are: a unit, a thing, or neither."""
    return next((h.value for h in hits if h.kind == "not_counted" and last <= h.first <= last + 1), "")


def _is_age(text: str, passage: Passage, first: int, last: int) -> bool:
    """« Ivan Petrov, 42, »: a number alone between commas."""
    before, after = text[: passage.starts[first]].rstrip(), text[passage.ends[last - 1] :]
    return last - first == 1 and before.endswith(",") and after[:1] == ","


def _gaps(text: str, passage: Passage) -> list[str]:
    return [text[end:start] for end, start in zip(passage.ends, passage.starts[1:], strict=False)]


def _of_figure(figure: Figure, passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]) -> Count:
    inside = [n for n in range(len(plain)) if figure.span.start <= passage.starts[n] < figure.span.end]
    effects = [h for h in hits if h.kind == "effect" and h.value == figure.effect]
    at = min(effects, key=lambda h: abs(h.first - inside[0]), default=None) if inside else None
    return Count(
        start=figure.span.start,
        end=figure.span.end,
        value=figure.value,
        high=figure.value_high,
        magnitude=figure.magnitude,
        bound=figure.bound,
        effect=figure.effect,
        effect_at=(passage.starts[at.first], passage.ends[at.last - 1]) if at else None,
        group=figure.group if figure.group != "unspecified" else None,
        people=figure.unit in ("people", "families"),
        person=bool(inside) and _are_persons(hits, inside[-1]),
        read=True,
    )


def _told(first: int, last: int, others: Sequence[tuple[int, int]], hits: Sequence[Hit], kind: str) -> Hit | None:
    """The nearest word of that kind with no other number on the way; behind the number before in front of it."""
    best: Hit | None = None
    nearest = _NEAR + 1.0
    for hit in hits:
        if hit.kind != kind:
            continue
        behind = hit.first >= first
        away = max(0, hit.first - last) if behind else first - hit.last + 0.5
        if hit.value == "struck" and not (behind and away <= 2):  # strikes are counted right behind the number
            continue
        between = (last, hit.first) if behind else (hit.last, first)
        if 0 <= away < nearest and not any(between[0] <= s < between[1] for s, _ in others):
            best, nearest = hit, away
    return best


def _beside(last: int, hits: Sequence[Hit]) -> Hit | None:
    return next((h for h in hits if h.kind == "group" and last <= h.first <= last + 2), None)


# Voices


def _stands_in(attribution: Attribution, passage: Passage) -> bool:
    at = attribution.cue or attribution.source
    return at is not None and passage.start <= at.start < passage.end


def _read_voice(attribution: Attribution, passage: Passage, plain: Sequence[str], words: RelayWords) -> Voice:
    parts = [span for span in (attribution.cue, attribution.source) if span]
    inside = [s for s in parts if passage.start <= s.start < passage.end]
    start, end = min(s.start for s in inside), max(s.end for s in inside)
    if end - start > sum(s.end - s.start for s in inside) + 40:  # cue and source with the content between them
        start, end = min((s.start, s.end) for s in inside)
    entity = attribution.entity
    resolved = [entity.name, entity.name_fr or ""] if entity and entity.kind != "unnamed" else []
    text = " ".join([*resolved, attribution.role or "", attribution.organisation or "", *_source(attribution)])
    folded = [words.plainly(word) for word in _split(text)]
    source = [
        plain[n]
        for n in range(len(plain))
        if attribution.source and attribution.source.holds(passage.starts[n], passage.ends[n])
    ]
    kinds = {h.value for h in words.hits(folded) if h.kind == "source"}
    if resolved:
        kinds |= {h.value for h in words_of_names().hits(_split(resolved[0])) if h.kind == "source"}
    names = name_keys(" ".join((*resolved, *_capitals(attribution))))
    pronoun = len(source) <= 3 and any(h.kind == "pronoun" for h in words.hits(source))
    person = name_keys(entity.name) if entity and entity.kind == "person" and not pronoun else frozenset()
    vague = (not names and not kinds) or (pronoun and not resolved)
    return Voice(start, end, names, frozenset(kinds), vague, person)


def _split(text: str) -> list[str]:
    return _WORD.findall(one_script(text))


def _source(attribution: Attribution) -> tuple[str, ...]:
    return (attribution.source.text,) if attribution.source else ()


def _capitals(attribution: Attribution) -> Iterator[str]:
    for text in _source(attribution):
        yield from (word for word in text.split() if word[:1].isupper())


def _voices(
    text: str, passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]
) -> Iterator[Voice]:
    """The voices that cues of the language point to: of a verb the source is in front or behind, whichever looks like one."""
    hedged = {n for h in hits if h.kind == "hedge" and h.value == "hedge" for n in range(h.first, h.last)}
    cues = [h for h in hits if h.kind == "cue" and h.first not in hedged]
    ends = _clause_ends(text, passage)
    used: set[int] = set()
    for cue in sorted(cues, key=lambda c: (c.value != "none", c.value != "before", c.first)):
        if any(n in used for n in range(cue.first, cue.last)):
            continue
        if cue.value == "none":
            used.update(range(cue.first, cue.last))
            continue
        behind = _behind(cue.last, plain, hits, ends)
        if cue.value == "before":
            stretch = behind
        else:
            ahead = _ahead(cue.first, plain, hits, ends)
            # What stands in front is who speaks, if it can be: behind may stand who is told. After a comma it is turned.
            order = ((behind, False), (ahead, True)) if cue.first in ends else ((ahead, True), (behind, False))
            fit = (s for s, front in order if _worth(s, text, passage, hits, in_front=front) > _ENOUGH)
            stretch = next((s for s in fit if not used & set(range(*s))), (0, 0))
        if stretch[0] >= stretch[1]:
            continue
        used.update(range(*stretch))
        used.update(range(cue.first, cue.last))
        inside = [h for h in hits if stretch[0] <= h.first and h.last <= stretch[1]]
        kinds = frozenset(h.value for h in inside if h.kind == "source")
        names = frozenset(filter(None, (_name(w) for w in _written(text, passage, stretch))))
        first, last = min(stretch[0], cue.first), max(stretch[1], cue.last)
        # Where no capital tells a name, any word may be one, and none is for sure.
        told = any(text[passage.starts[n]].isupper() for n in range(*stretch))
        vague = not kinds and not (names and told)
        person = _person(text, passage, stretch, inside) if told else frozenset()
        yield Voice(passage.starts[first], passage.ends[last - 1], names, kinds, vague, person)


def _written(text: str, passage: Passage, stretch: tuple[int, int]) -> Iterator[str]:
    """The words of a stretch that may be names: with a capital, or in a script that has none."""
    for n in range(*stretch):
        letter = text[passage.starts[n]]
        if letter.isupper() or not letter.islower():
            yield passage.words[n]


def _person(text: str, passage: Passage, stretch: tuple[int, int], inside: Sequence[Hit]) -> frozenset[str]:
    """Two words with capitals side by side that say no office and no body: a first name and a last name."""
    office = {n for h in inside if h.kind == "source" for n in range(h.first, h.last)}
    names = [n for n in range(*stretch) if n not in office and text[passage.starts[n]].isupper()]
    for n in names:
        if n + 1 in names and text[passage.ends[n] : passage.starts[n + 1]] == " ":
            return name_keys(text[passage.starts[n] : passage.ends[n + 1]])
    return frozenset()


def _worth(stretch: tuple[int, int], text: str, passage: Passage, hits: Sequence[Hit], *, in_front: bool) -> float:
    """How much a stretch of words looks like a source."""
    first, last = stretch
    if first >= last:
        return 0.0
    inside = [h for h in hits if first <= h.first and h.last <= last]
    near = [h for h in inside if (last - h.last if in_front else h.first - first) <= 4]
    kinds = 2.0 * any(h.kind == "source" for h in near)
    pronoun = 1.5 * any(h.kind == "pronoun" and last - first <= 3 for h in inside)
    named = 1.0 * any(text[passage.starts[n]].isupper() for n in range(max(first, 1), last))
    # « …, a lawyer said. »: nothing else can stand there.
    alone = 1.0 * (in_front and last - first <= 6 and first > 0 and last + 1 == len(passage.words))
    return kinds + pronoun + named + alone - (last - first) / 50


def _clause_ends(text: str, passage: Passage) -> frozenset[int]:
    """Words before which a mark stands that ends a clause."""
    found = {0}
    for n in range(1, len(passage.words)):
        between = text[passage.ends[n - 1] : passage.starts[n]]
        if any(c in between for c in ',;:()«»"“”—–،؛') or " - " in between:
            found.add(n)
    return frozenset(found)


def _behind(at: int, plain: Sequence[str], hits: Sequence[Hit], ends: frozenset[int]) -> tuple[int, int]:
    stops = {h.first for h in hits if h.kind == "stop"} | {h.first for h in hits if h.kind == "cue"}
    if any(h.kind == "pronoun" and h.first == at for h in hits):
        return at, min(h.last for h in hits if h.kind == "pronoun" and h.first == at)
    last = at
    while (
        last < len(plain) and last - at < _LONGEST_SOURCE and (last == at or (last not in ends and last not in stops))
    ):
        last += 1
    return at, last


def _ahead(at: int, plain: Sequence[str], hits: Sequence[Hit], ends: frozenset[int]) -> tuple[int, int]:
    stops = {h.last for h in hits if h.kind == "stop" and h.value == "that"}
    first = at
    # « A resident, John Doe, said »: the name may stand between commas.
    marks = 2 if at in ends else 0
    while first > 0 and at - first < _LONGEST_SOURCE and first not in stops and (first not in ends or marks > 0):
        marks -= first in ends
        first -= 1
    return (first, at) if at not in ends or at - first <= _LONGEST_APPOSED else (at, at)


# Places


def _places(
    text: str, passage: Passage, words: RelayWords, voices: Sequence[Voice], taken: frozenset[int], known: Places
) -> Iterator[Spot]:
    """Names of places outside the words for who speaks, the longest name first."""
    at = 0
    while at < len(passage.words):
        size = 0
        if at not in taken and not any(v.start <= passage.starts[at] < v.end for v in voices):
            for size in range(min(_LONGEST_PLACE, len(passage.words) - at), 0, -1):
                start, end = passage.starts[at], passage.ends[at + size - 1]
                spot = _spot(text, start, end, words, known, first=at == 0) if "\n" not in text[start:end] else None
                if spot is not None:
                    yield spot
                    break
            else:
                size = 0
        at += size or 1


def _spot(text: str, start: int, end: int, words: RelayWords, known: Places, *, first: bool) -> Spot | None:
    written = text[start:end]
    capital = written[0].isupper()
    small = any(word[0].islower() for word in (written.split()[0], written.split()[-1]))
    if small or len(written) < _SHORTEST_PLACE or known.is_common(written):
        return None
    if capital and first and " " not in written and words.hits([words.plainly(one_script(written))]):
        return None  # an ordinary word that begins the sentence
    shapes = [written] if capital else list(words.shapes(written))
    for shape in shapes:
        # A script without capitals: only a well-known place by its very name.
        found = [c for c in known.candidates(shape) if c.grade < 2 and (capital or (c.grade == 0 and c.rank >= _KNOWN))]
        if found and all(c.place.precision in _SPOTS for c in found) and (capital or len(shape) >= _SHORTEST_PLACE):
            ids = {i for c in found for i in (c.place.id, *c.place.parents) if not i.startswith("country-")}
            town = any(c.place.precision in ("settlement", "point") for c in found)
            countries = frozenset(c.place.country for c in found if c.place.country)
            return Spot(start, end, frozenset(ids), countries, name_keys(written), town)
    return None


def name_keys(text: str) -> frozenset[str]:
    """The skeletons of the words of `text` that may be names: with a capital, or in a script that has none."""
    return frozenset(_name(one_script(word)) for word in _WORD.findall(text) if not word[0].islower()) - {""}


# Days


def _days(
    profile: Profile, passage: Passage, plain: Sequence[str], words: RelayWords, hits: Sequence[Hit]
) -> tuple[list[Day], frozenset[int]]:
    """The days named, and which words name them (their numbers count nothing)."""
    published = _published(profile)
    text = profile.document.text
    found: list[Day] = []
    taken: set[int] = set()

    def take(first: int, last: int, day: int, month: int, form: str) -> None:
        full = form == "date" and any(
            words.number(words.weekdays, w) is not None for w in plain[max(0, first - 2) : first]
        )
        found.append(Day(passage.starts[first], passage.ends[last - 1], day, month, form, full))
        taken.update(range(first, last))

    for at in range(len(plain)):
        month = _month(plain, at, words)
        if month is None or at in taken:
            continue
        before, after = _day_number(plain, at - 1), _day_number(plain, at + month[1])
        first, last = at, at + month[1]
        if before is None and at >= 2 and plain[at - 1] in words.in_dates:
            before = _day_number(plain, at - 2)
            first -= before is not None
        if before is not None:
            first -= 1
        elif after is not None:
            last += 1
        if before is None and after is None:
            continue
        if last < len(plain) and _is_year(plain[last]):
            last += 1
        take(first, last, before or after or 0, month[0], "date")
        # « entre le 3 et le 9 mai »: the month is said once.
        other = next((n for n in range(first - 1, max(-1, first - 4), -1) if _day_number(plain, n)), None)
        if before is not None and other is not None and set(plain[other + 1 : first]) <= words.in_dates:
            take(other, other + 1, _day_number(plain, other) or 0, month[0], "date")
    for at, word in enumerate(plain):
        if at in taken:
            continue
        weekday = words.number(words.weekdays, word)
        if weekday is not None and published and len(word) > 3 and not any(n in taken for n in (at + 1, at + 2)):
            day = published - timedelta(days=(published.weekday() - weekday) % 7)
            take(at, at + 1, day.day, day.month, "weekday")
        elif _is_year(word) or _is_clock(text, passage, at):
            taken.add(at)
    for hit in hits:
        if hit.kind == "day" and hit.value != "eve" and published:
            day = published - timedelta(days=hit.value == "yesterday")
            take(hit.first, hit.last, day.day, day.month, "near")
    return sorted(found, key=lambda d: d.start), frozenset(taken)


def _published(profile: Profile) -> date | None:
    stated = profile.document.published
    return date.fromisoformat(stated) if stated else None


def _month(plain: Sequence[str], at: int, words: RelayWords) -> tuple[int, int] | None:
    """The month that begins at a word, and its number of words."""
    two = " ".join(plain[at : at + 2])
    for shape in words.shapes(two):
        if shape in words.months and at + 1 < len(plain):
            return words.months[shape], 2
    one = words.number(words.months, plain[at])
    return (one, 1) if one is not None else None


def _day_number(plain: Sequence[str], at: int) -> int | None:
    if not 0 <= at < len(plain):
        return None
    digits = _DAY_NUMBER.match(plain[at])
    return int(digits[1]) if digits and 1 <= int(digits[1]) <= 31 else None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and 1900 <= int(word) <= 2100


def _is_clock(text: str, passage: Passage, at: int) -> bool:
    word = passage.words[at]
    before, after = (
        text[max(0, passage.starts[at] - 1) : passage.starts[at]],
        text[passage.ends[at] : passage.ends[at] + 1],
    )
    return (
        word.isdecimal()
        and len(word) <= 2
        and (before == ":" or (after == ":" and text[passage.ends[at] + 1 :][:1].isdigit()))
    )
