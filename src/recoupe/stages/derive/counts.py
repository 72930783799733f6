"""Counts: the numbers of a passage that count people, strikes or anything that is no measure or date."""

from collections.abc import Iterator, Sequence

from recoupe.languages.relay_words import Hit, RelayWords
from recoupe.model.figure import Figure
from recoupe.stages.derive.marks import Count
from recoupe.stages.derive.numbers import Number, numbers
from recoupe.stages.derive.profile import Passage

_NEAR = 7
"""Words between a number and the word that says what became of the counted."""


def counts(
    passage: Passage,
    plain: Sequence[str],
    words: RelayWords,
    hits: Sequence[Hit],
    figures: Sequence[Figure],
    taken: frozenset[int],
    text: str,
) -> Iterator[Count]:
    """The counts of a passage in reading order: its figures, and the other numbers that count; `taken` are words of dates."""
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
