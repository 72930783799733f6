"""What changed on the way from one Document to another: passages that say the same are set side by side, mark by mark."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import reduce
from math import log

from recoupe.gazetteers.places import Places
from recoupe.languages.relay_words import relay_words
from recoupe.model.document import READ_KINDS
from recoupe.model.relay import Change, ChangeKind
from recoupe.model.span import Span
from recoupe.stages.derive.leftovers import Placed, paired, told
from recoupe.stages.derive.letters import one_script
from recoupe.stages.derive.marking import marks
from recoupe.stages.derive.marks import Count, Day, Marks, Spot, Term, Voice
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Pair, Passage, Profile

_MOST = 3
"""Passages of one side that may stand against one of the other: a sentence cut in three."""
_HARMS = frozenset(("killed", "wounded", "missing", "detained", "displaced"))
"""Effects that are not taken for one another: the others shade into these."""
_AKIN = (
    frozenset(("official", "authorities", "government")),
    frozenset(("army", "general")),
    frozenset(("army", "government")),
    frozenset(("witness", "resident")),
    frozenset(("doctor", "hospital")),
    frozenset(("monitor", "ngo")),
    frozenset(("president", "government")),
    frozenset(("minister", "ministry")),
    frozenset(("ministry", "government")),
    frozenset(("police", "security")),
    frozenset(("media", "agency")),
    frozenset(("mayor", "elected")),
)
_BROAD = frozenset(("health", "security", "spokesperson", "unnamed"))
"""Kinds that do not make two voices one."""
_PRIVATE = frozenset(("witness", "resident", "relative", "worker"))
"""Kinds of voices that speak for nobody but themselves."""
_PARTS = frozenset(("children", "women"))
"""Groups that are told apart from all the harmed: « 40 morts, dont 15 femmes »."""
_BEGINNING = 4
"""Consonants by which two spellings of a name are compared where it is asked only whether a name was left out."""
_OPEN_BELOW = frozenset(("more_than", "at_least"))
_TELLING = frozenset(("fighters", "killing", "act", "atrocity", "coalition", "rule", "israel"))
"""Families of which a loaded word tells something even where the other side has no word of the family."""
_HEADLINE = 0.6
"""A headline's number is rather the other headline's."""
_BESIDE = 15
"""Characters between a number and what became of the counted, where it says no noun."""
_WHOLE = 0.5
"""Where less of a side is said by the other one, only a part was borrowed, and what is not there was not dropped."""
_MIXED = re.compile(r"(?=\w*[А-Яа-яЁё])(?=\w*[A-Za-z])[^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class _Side:
    """One Document's part of what is set side by side."""

    profile: Profile
    passages: tuple[Passage, ...]
    marks: Marks

    def span(self, start: int, end: int) -> Span:
        return self.profile.cut(start, end)


def changes(a: Profile, b: Profile, pairs: Sequence[Pair], known: Places) -> tuple[Change, ...]:
    """What differs in meaning between the passages of `a` and those of `b` that `pairs` says are the same.

    `known`: the places that a name may mean.

    Changes are in the order of `b`, where they stand there; what was dropped stands where it would be.
    """
    if None in (relay_words(a.document.language), relay_words(b.document.language)):
        return ()
    ours, theirs = marks(a, known), marks(b, known)
    said = _numbers(ours), _numbers(theirs)
    alike = a.document.language == b.document.language
    everywhere = [c for m in ours for c in m.counts], [c for m in theirs for c in m.counts]
    found: list[tuple[tuple[int, int], Change]] = []
    together = groups(pairs)
    met: list[tuple[Count, Count]] = []
    for in_a, in_b in together:
        left = _Side(a, tuple(a.passages[n] for n in in_a), _joined([ours[n] for n in in_a]))
        right = _Side(b, tuple(b.passages[n] for n in in_b), _joined([theirs[n] for n in in_b]))
        place = right.passages[0].start
        meeting = [(x, y) for x, y in _meeting(left, right, alike) if not _elsewhere_told(x, y, *everywhere)]
        met += meeting
        for change in _compared(left, right, alike, meeting):
            found.append(((place, change.to_span.start if change.to_span else place), change))
    lone = (
        [c for c in _lone(everywhere[0], said[1], met) if not told(c, everywhere[1])],
        [c for c in _lone(everywhere[1], said[0], met) if not told(c, everywhere[0])],
    )
    moved = _moved(a, b, lone, met)
    for x, y in moved:
        found += [((y.start, y.start), change) for change in _between(x, y, a, b, alike)]
    settled = frozenset(_number(c) for pair in moved for c in pair)
    left_out = tuple(frozenset(c for c in side if _number(c) not in settled) for side in lone)
    for in_a, in_b in together:
        for c in left_out[0] & {c for n in in_a for c in ours[n].counts}:
            place = b.passages[in_b[0]].start
            found.append(((place, place), Change("number", "dropped", a.cut(c.start, c.end), None)))
        for c in left_out[1] & {c for n in in_b for c in theirs[n].counts}:
            found.append(((b.passages[in_b[0]].start, c.start), Change("number", "added", None, b.cut(c.start, c.end))))
    for n, change in _one_sided(a, ours, left_out[0], [n for in_a, _ in together for n in in_a], dropped=True):
        found.append(((len(b.document.text), n), change))
    for n, change in _one_sided(b, theirs, left_out[1], [n for _, in_b in together for n in in_b], dropped=False):
        found.append(((n, n), change))
    for change in _unverified(a, ours, theirs):
        found.append(((len(b.document.text), 0), change))
    for change in _credits(a, b, alike):
        found.append(((-1, 0), change))
    return tuple(dict.fromkeys(change for _, change in sorted(found, key=lambda f: f[0])))


def _compared(left: _Side, right: _Side, alike: bool, meeting: Sequence[tuple[Count, Count]]) -> Iterator[Change]:
    for x, y in meeting:
        yield from _between(x, y, left.profile, right.profile, alike)
    yield from _voices(left, right)
    yield from _days(left, right)
    yield from _places(left, right)
    yield from _terms(left, right, alike)
    yield from _hedges(left, right, alike)
    yield from _disguised(left, right)


def _numbers(of: Sequence[Marks]) -> frozenset[float]:
    """All numbers, the size of vague ones as a negative one."""
    counts = [c for m in of for c in m.counts]
    vague = [-c.magnitude for c in counts if c.value is None and c.magnitude]
    return frozenset([*vague, *(n for c in counts for n in (c.value, c.high) if n is not None)])


def _joined(several: Sequence[Marks]) -> Marks:
    return reduce(
        lambda x, y: Marks(
            x.counts + y.counts,
            x.voices + y.voices,
            x.days + y.days,
            x.places + y.places,
            x.terms + y.terms,
            x.hedges + y.hedges,
            x.unclaimed + y.unclaimed,
            x.kinds | y.kinds,
            x.names | y.names,
            x.unverified + y.unverified,
        ),
        several,
    )


def groups(pairs: Sequence[Pair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Passages that belong together, the surest pairs first: those of `a`, and those of `b`, that say the same."""
    of_a: dict[int, int] = {}
    of_b: dict[int, int] = {}
    members: dict[int, tuple[set[int], set[int]]] = {}
    for n, pair in enumerate(sorted(pairs, key=lambda p: (-p.score, p.a, p.b))):
        joined = [g for g in dict.fromkeys((of_a.get(pair.a), of_b.get(pair.b))) if g is not None]
        in_a = {pair.a}.union(*(members[g][0] for g in joined))
        in_b = {pair.b}.union(*(members[g][1] for g in joined))
        if len(in_a) > _MOST or len(in_b) > _MOST or (len(in_a) > 1 and len(in_b) > 1 and len(joined) > 1):
            continue
        for g in joined:
            del members[g]
        members[n] = in_a, in_b
        of_a |= dict.fromkeys(in_a, n)
        of_b |= dict.fromkeys(in_b, n)
    return sorted((tuple(sorted(in_a)), tuple(sorted(in_b))) for in_a, in_b in members.values())


# Numbers, effects, groups


def _meeting(left: _Side, right: _Side, alike: bool) -> Iterator[tuple[Count, Count]]:
    """The numbers that count one thing, the likest first."""
    ours, theirs = left.marks.counts, right.marks.counts
    costs = sorted(
        (cost, m, n)
        for m, x in enumerate(ours)
        for n, y in enumerate(theirs)
        if (cost := _cost(x, y, m / len(ours) - n / len(theirs), left, right, alike)) is not None
    )
    met_a: set[int] = set()
    met_b: set[int] = set()
    for _, m, n in costs:
        if m not in met_a and n not in met_b:
            met_a.add(m)
            met_b.add(n)
            yield ours[m], theirs[n]


def _elsewhere_told(x: Count, y: Count, ours: Sequence[Count], theirs: Sequence[Count]) -> bool:
    """Whether two numbers differ of which the other Document tells either in another sentence: none was changed."""
    if x.value is None or y.value is None or told(x, [y]):
        return False
    return told(x, theirs) or told(y, ours)


def _lone(counts: Sequence[Count], said: frozenset[float], met: Sequence[tuple[Count, Count]]) -> list[Count]:
    """The tolls that stand against no number and that the other Document does not tell."""
    matched = {c for pair in met for c in pair}
    return [c for c in counts if c not in matched and _is_toll(c) and not _is_said(c, said)]


def _moved(
    a: Profile, b: Profile, lone: tuple[Sequence[Count], Sequence[Count]], met: Sequence[tuple[Count, Count]]
) -> list[tuple[Count, Count]]:
    """The lone tolls that are one number changed, in sentences that are not set side by side, or said once more."""
    changed = [(x, y) for x, y in met if (_is_toll(x) or _is_toll(y)) and _number(x)[:3] != _number(y)[:3]]
    ours = _placed(a, [*lone[0], *(x for x, _ in changed)])
    theirs = _placed(b, [*lone[1], *(y for _, y in changed)])
    known = set(met)
    return [pair for pair in paired(ours, theirs) if pair not in known]


def _placed(profile: Profile, counts: Sequence[Count]) -> list[Placed]:
    return [(c, _is_headline(profile, c)) for c in sorted(counts, key=lambda c: c.start)]


def _is_headline(profile: Profile, count: Count) -> bool:
    at = profile.passage_at(count.start)
    return at is not None and profile.passages[at].kind != "paragraph"


def _number(count: Count) -> tuple[float | None, float | None, int | None, str | None, str | None]:
    return count.value, count.high, count.magnitude, count.effect, count.group


def _is_toll(count: Count) -> bool:
    if count.read or count.effect in (None, "struck") or count.value == 1:
        return count.read
    start, end = count.effect_at or (count.start, count.end)
    return bool(count.group) or count.people or max(start - count.end, count.start - end) <= _BESIDE


def _is_said(count: Count, said: frozenset[float]) -> bool:
    """Whether the other Document has the number somewhere; of « dozens », whether it has as many."""
    if count.value is not None:
        return count.value in said
    size = count.magnitude or 10
    return any(size <= abs(n) < 10 * size for n in said)


def _cost(x: Count, y: Count, apart: float, left: _Side, right: _Side, alike: bool) -> float | None:
    """How unlikely it is that two numbers count one thing; None where they do not."""
    shift = abs(apart) / 2 + _HEADLINE * (_is_headline(left.profile, x) != _is_headline(right.profile, y))
    differ = 0.3 * (x.effect != y.effect and bool(x.effect and y.effect)) + 0.3 * (x.group != y.group)
    if x.value is not None and y.value is not None:
        if x.value == y.value and x.high == y.high:
            return shift + differ + 0.1 * (x.bound != y.bound)
        ratio = abs(log(max(x.value, 0.5) / max(y.value, 0.5)))
        if ratio > 2.5 or not _one_kind(x, y, left, right, alike):
            return None
        return 1.0 + ratio / 2 + shift + differ * 2
    if x.value is None and y.value is None:
        return shift + differ + (0.5 if x.magnitude != y.magnitude else 0.0) if x.magnitude and y.magnitude else None
    exact, vague = (x, y) if x.value is not None else (y, x)
    size = vague.magnitude or 10
    if not size <= (exact.value or 0) < 10 * size or not _one_kind(x, y, left, right, alike):
        return None
    return 1.0 + shift + differ


def _one_kind(x: Count, y: Count, left: _Side, right: _Side, alike: bool) -> bool:
    """Whether two different numbers may still be one count: of one effect or group, or before one noun."""
    if x.group != y.group and {x.group, y.group} & _PARTS:
        return False
    if (x.effect or x.group) and (y.effect or y.group):
        return x.effect == y.effect or not (x.effect and y.effect) or (x.group is not None and x.group == y.group)
    if x.effect or x.group or y.effect or y.group:
        return False
    return alike and _next_word(x, left) == _next_word(y, right) != ""


def _next_word(count: Count, side: _Side) -> str:
    for passage in side.passages:
        for word, start in zip(passage.words, passage.starts, strict=True):
            if start >= count.end and start < passage.end:
                return word
    return ""


def _between(x: Count, y: Count, a: Profile, b: Profile, alike: bool) -> Iterator[Change]:
    spans = a.cut(x.start, x.end), b.cut(y.start, y.end)
    if (x.value, x.high, x.magnitude) != (y.value, y.high, y.magnitude):
        yield Change("number", "value", *spans)
    elif x.bound != y.bound and not (not alike and {x.bound, y.bound} <= _OPEN_BELOW):
        yield Change("number", "bound", *spans)
    if x.effect != y.effect and {x.effect, y.effect} <= _HARMS and x.effect_at and y.effect_at:
        yield Change("effect", "effect", a.cut(*_with(x)), b.cut(*_with(y)))
    if x.group and y.group and x.group != y.group:
        yield Change("group", "group", *spans)
    # « 47 civils », "47 people"; within one language the nouns are compared as words
    noun = x.group if y.person and not y.group else y.group if x.person and not x.group else None
    if noun and x.value is not None and not (alike and noun == "civilians"):
        yield Change("word", "group", *spans)


def _with(count: Count) -> tuple[int, int]:
    """The number together with what became of the counted, where that stands beside it."""
    start, end = count.effect_at or (count.start, count.end)
    if max(start - count.end, count.start - end) > 40:
        return count.start, count.end
    return min(start, count.start), max(end, count.end)


# Voices


def _voices(left: _Side, right: _Side) -> Iterator[Change]:
    ours, theirs = _once(left.marks.voices), _once(right.marks.voices)
    likeness = sorted(
        (-score, abs(m - n), m, n)
        for m, x in enumerate(ours)
        for n, y in enumerate(theirs)
        if (score := _likeness(x, y)) > 0
    )
    met_a: dict[int, int] = {}
    met_b: set[int] = set()
    for _, _, m, n in likeness:
        if m not in met_a and n not in met_b:
            met_a[m] = n
            met_b.add(n)
    for x, y in ((ours[m], theirs[n]) for m, n in met_a.items()):
        if _blurred(x, y, right.profile):
            yield Change("attribution", "changed", left.span(x.start, x.end), right.span(y.start, y.end))
    # Who is only « he » beside his own name is not another voice.
    lost = [v for m, v in enumerate(ours) if m not in met_a and not v.names & right.marks.names]
    # A relay that names the medium or agency it took the text from adds no voice.
    known = left.marks.names | _own_names(left.profile)
    new = [v for n, v in enumerate(theirs) if n not in met_b and not v.names & known]
    if len(lost) == len(new) == 1:
        x, y = lost[0], new[0]
        if not x.names and y.person & name_skeletons(left.profile.document.text):
            return  # "the general added", « a-t-il ajouté »: somebody whom both name
        yield Change("attribution", "changed", left.span(x.start, x.end), right.span(y.start, y.end))
        return
    # « il », "official figures": anybody may be meant, so each may be one who is named on the other side.
    vague = [v for v in left.marks.voices if v.vague]
    for x in lost[sum(v.vague for v in right.marks.voices) + right.marks.unclaimed :]:
        yield Change("attribution", "dropped", left.span(x.start, x.end), None)
    for x in vague if not right.marks.voices and not right.marks.unclaimed else ():
        yield Change("attribution", "dropped", left.span(x.start, x.end), None)
    for y in new[len(vague) + left.marks.unclaimed :]:
        yield Change("attribution", "added", None, right.span(y.start, y.end))


def _likeness(x: Voice, y: Voice) -> float:
    if x.names & y.names:
        return 3.0
    shared = x.kinds & y.kinds
    if shared - _BROAD:
        return 2.0
    if shared and (x.kinds <= _BROAD or y.kinds <= _BROAD):
        return 1.5
    if any(x.kinds & akin and y.kinds & akin for akin in _AKIN):
        return 1.2
    return 0.0


def _blurred(x: Voice, y: Voice, relay: Profile) -> bool:
    """Whether a voice lost its name, which the relay gives nowhere, or its office: a spokesperson is now a resident."""
    if x.person and not _may_be_named(x.person, name_skeletons(relay.document.text)):
        return True
    if _likeness(x, y) < 1.5 and not x.kinds & y.kinds and any(not _akin(kind, y.kinds) for kind in x.kinds - _BROAD):
        return True  # "the director of the hospital", « les autorités »
    return bool(x.kinds and y.kinds) and y.kinds <= _PRIVATE and not x.kinds & _PRIVATE


def _may_be_named(person: frozenset[str], names: frozenset[str]) -> bool:
    """Whether one of `names` begins like one of the person's: « Makarevitch », "Makarevich" are spelled by ear."""
    return bool({key[:_BEGINNING] for key in person} & {key[:_BEGINNING] for key in names})


def _akin(kind: str, kinds: frozenset[str]) -> bool:
    return any(kind in akin and kinds & akin for akin in _AKIN)


def _once(voices: Sequence[Voice]) -> list[Voice]:
    """The voices that say who they are, each once."""
    kept: list[Voice] = []
    for voice in voices:
        if not voice.vague and not any(_likeness(voice, other) >= 2.0 for other in kept):
            kept.append(voice)
    return kept


def _own_names(profile: Profile) -> frozenset[str]:
    """The names of the outlet and of the agencies that it credits."""
    document = profile.document
    return name_skeletons(" ".join([document.outlet or "", *(c.name for c in document.credits if c.kind == "source")]))


def _credits(a: Profile, b: Profile, alike: bool) -> Iterator[Change]:
    """The agency that `a` names, where `b` names it nowhere; of a copy, the dateline that it cut."""
    said = {one_script(word) for word in _LETTERS.findall(b.document.text)}
    heard = name_skeletons(b.document.text)
    datelines = [block for block in a.document.blocks if block.kind == "dateline"]
    for credit in a.document.credits:
        if credit.kind != "source":
            continue
        keys = name_skeletons(credit.name)
        capitals = {one_script(w) for w in _LETTERS.findall(credit.span.text) if w.isupper() and len(w) > 1}
        if keys & heard or capitals & said:
            continue
        yield Change("attribution", "dropped", credit.span, None)
        datelines = [d for d in datelines if not (d.start <= credit.span.start < d.end)]
    if alike and datelines and not any(block.kind == "dateline" for block in b.document.blocks):
        yield Change("attribution", "dropped", a.cut(datelines[0].start, datelines[0].end), None)


# Days


def _days(left: _Side, right: _Side) -> Iterator[Change]:
    for x in left.marks.days:
        # « jeudi », « le 14 mars »: the same day, said from the day of publication or for good
        same = [y for y in right.marks.days if (x.day, x.month) == (y.day, y.month)]
        if same and all("date" in (x.form, y.form) and x.form != y.form and not (x.full or y.full) for y in same):
            yield Change("date", "form", left.span(x.start, x.end), right.span(same[0].start, same[0].end))
    ours = _without(left.marks.days, right.marks.days)
    theirs = _without(right.marks.days, left.marks.days)
    if len(ours) == 1 and len(theirs) == 1 and (ours[0].form == "date") == (theirs[0].form == "date"):
        x, y = ours[0], theirs[0]
        yield Change("date", "value", left.span(x.start, x.end), right.span(y.start, y.end))
    elif not left.marks.days:
        for day in theirs:
            stated = _made_newer(left.profile, day)
            if stated is not None:
                yield Change("date", "value", stated, right.span(day.start, day.end))


def _without(days: Sequence[Day], others: Sequence[Day]) -> list[Day]:
    there = {(d.day, d.month) for d in others}
    return [d for d in days if (d.day, d.month) not in there]


def _made_newer(origin: Profile, day: Day) -> Span | None:
    """Where the origin states its own day, if the relay dates the same words later."""
    published = origin.document.published
    if published is None:
        return None
    stated = date.fromisoformat(published)
    try:
        later = date(stated.year, day.month, day.day) > stated
    except ValueError:
        return None
    if not later or day.form != "date":
        return None
    for block in origin.document.blocks:
        text = origin.document.text[block.start : block.end]
        if (
            block.kind not in READ_KINDS
            and re.search(rf"(?<!\d)0?{stated.day}(?!\d)", text)
            and str(stated.year) in text
        ):
            return origin.cut(block.start, block.end)
    return None


# Places


def _places(left: _Side, right: _Side) -> Iterator[Change]:
    """One place in the place of another, or a place left out of a toll and named nowhere in the relay."""
    gone, come = _elsewhere(left.marks, right.marks), _elsewhere(right.marks, left.marks)
    if len(gone) == 1 and len(come) == 1:
        x, y = gone[0], come[0]
        if x.small == y.small and x.countries & y.countries:
            yield Change("place", "value", left.span(x.start, x.end), right.span(y.start, y.end))
    elif gone and not come and any(map(_is_toll, left.marks.counts)):
        words = name_skeletons(right.profile.document.text)
        for x in gone:
            if x.keys and x.small and not right.marks.places and not x.keys & words:
                yield Change("place", "dropped", left.span(x.start, x.end), None)


def _elsewhere(here: Marks, there: Marks) -> list[Spot]:
    """The places of one side that are none of the other's, nor inside or around one of them."""
    others = frozenset().union(*(spot.ids for spot in there.places))
    return [spot for spot in here.places if not spot.ids & others and not spot.keys & there.names]


# Words


def _terms(left: _Side, right: _Side, alike: bool) -> Iterator[Change]:
    ours, theirs = _by_family(left.marks.terms), _by_family(right.marks.terms)
    for family in dict.fromkeys((*ours, *theirs)):
        was, now = ours.get(family, []), theirs.get(family, [])
        gone, come = _left_over(was, now), _left_over(now, was)
        for x, y in _opposed(gone, come, left, right) if alike else zip(gone, come, strict=False):
            if alike or x.loaded or y.loaded:
                yield Change("word", "loaded", left.span(x.start, x.end), right.span(y.start, y.end))
        if alike and not was and family in _TELLING:
            for y in come[:1]:
                if y.loaded:
                    yield Change("word", "loaded", None, right.span(y.start, y.end))


def _opposed(gone: Sequence[Term], come: Sequence[Term], left: _Side, right: _Side) -> Iterator[tuple[Term, Term]]:
    """Those of one language of which one stands where the other one stood."""
    free = list(come)
    for x in gone:
        there = _opposite(left, right, x.start, x.end)
        y = next((y for y in free if there is not None and there.touches(y.start, y.end)), None)
        if y is not None:
            free.remove(y)
            yield x, y


def _by_family(terms: Sequence[Term]) -> dict[str, list[Term]]:
    found: dict[str, list[Term]] = {}
    for term in terms:
        found.setdefault(term.family, []).append(term)
    return found


def _left_over(terms: Sequence[Term], others: Sequence[Term]) -> list[Term]:
    """The terms whose value the others do not have; each value once."""
    there = {t.value for t in others}
    return list({t.value: t for t in reversed(terms) if t.value not in there}.values())[::-1]


def _hedges(left: _Side, right: _Side, alike: bool) -> Iterator[Change]:
    ours, theirs = left.marks.hedges, right.marks.hedges
    if not alike:
        if not theirs:
            yield from (Change("word", "hedge", left.span(h.start, h.end), None) for h in ours if not h.weak)
        return
    for hedge in ours:
        there = _opposite(left, right, hedge.start, hedge.end)
        if there is not None and not any(there.touches(h.start, h.end) for h in theirs):
            yield Change("word", "hedge", left.span(hedge.start, hedge.end), there)
    for hedge in theirs:
        there = _opposite(right, left, hedge.start, hedge.end)
        if there is not None and not any(there.touches(h.start, h.end) for h in ours):
            yield Change("word", "hedge", there, right.span(hedge.start, hedge.end))


def _unverified(a: Profile, ours: Sequence[Marks], theirs: Sequence[Marks]) -> Iterator[Change]:
    """The words by which `a` says that it could not check a statement, where the relay says so nowhere."""
    if not any(m.unverified for m in theirs):
        for start, end in (span for m in ours for span in m.unverified):
            yield Change("attribution", "dropped", a.cut(start, end), None)


def _opposite(side: _Side, other: _Side, start: int, end: int) -> Span | None:
    """What stands in the other text where these words stand in this one: what replaced them, or else their neighbours."""
    ours, theirs = _words(side), _words(other)
    matcher = SequenceMatcher(None, [w for w, _, _ in ours], [w for w, _, _ in theirs], autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        if tag == "equal" or not any(start < ours[n][2] and ours[n][1] < end for n in range(a0, a1)):
            continue
        if b0 == b1:  # nothing: the words around the gap
            b0, b1 = max(0, b0 - 1), min(len(theirs), b1 + 1)
        if b0 < b1:
            return other.span(theirs[b0][1], theirs[b1 - 1][2])
    return None


def _words(side: _Side) -> list[tuple[str, int, int]]:
    return [w for p in side.passages for w in zip(p.words, p.starts, p.ends, strict=True)]


def _disguised(left: _Side, right: _Side) -> Iterator[Change]:
    """Words written with letters of another script that look alike, so that a search does not find them."""
    plainly: dict[str, tuple[int, int]] = {}
    text = left.profile.document.text
    for word, start, end in _words(left):
        if not _MIXED.fullmatch(text[start:end]):
            plainly.setdefault(word, (start, end))
    text = right.profile.document.text
    for word, start, end in _words(right):
        if word in plainly and _MIXED.fullmatch(text[start:end]):
            yield Change("word", "disguised", left.span(*plainly[word]), right.span(start, end))


# What stands on one side only


def _one_sided(
    profile: Profile, of: Sequence[Marks], lone: frozenset[Count], partnered: Sequence[int], *, dropped: bool
) -> Iterator[tuple[int, Change]]:
    """Tolls and voices of sentences that the other side does not have, where it has most of the text."""
    passages = profile.passages
    body = [n for n, passage in enumerate(passages) if passage.kind == "paragraph"]
    there = Counter(partnered)
    if not body or sum(n in there for n in body) < _WHOLE * len(body):
        return
    for n in body:
        if n in there:
            continue
        tolls = [c for c in of[n].counts if c in lone]
        spans: list[tuple[ChangeKind, int, int]] = [("number", c.start, c.end) for c in tolls]
        spans += [("attribution", v.start, v.end) for v in of[n].voices if not v.vague]
        for kind, start, end in spans:
            span = profile.cut(start, end)
            yield start, Change(kind, "dropped", span, None) if dropped else Change(kind, "added", None, span)
