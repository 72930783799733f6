"""Text that one document shares with another: which passages answer to one another, and whether that is a relay.

Two passages are laid side by side word by word. Every word in common speaks for a copy by how seldom chance puts it
there, every word between two of them that differs speaks against it; the stretch where most speaks for it counts (a
borrowed half of a sentence is found, and so are sentences that were split, joined or moved). Words in quotation marks
are the speaker's: two who quote one statement are no copy of each other, so these are laid side by side and not counted.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import Indel

from recoupe.stages.derive.profile import Pair, Passage, Profile
from recoupe.stages.derive.shingles import is_content, passage_hash

# Of the words of a text that was edited by hand some 60 % stay. In sentences on one event by different writers some
# 15 % of the content words stand in the same order; of names and numbers half, since the event dictates them.
_SHARED, _SHARED_NAME, _SHARED_SMALL = 1.4, 0.5, 0.35
"""What a word in common speaks for a copy: of content, a name or number, any other. Natural logarithms of odds."""
_OTHER, _OTHER_NAME, _OTHER_SMALL = -0.75, -0.5, -0.2
"""What a word that differs speaks against it."""
_MOST_LOST = -4.0
"""A gap speaks no louder against it: a clause may have been put in, or left out."""
_PAIR = 4.0
"""From so much on two passages answer to one another."""
_RELAY = 10.0
"""From so much on, in all that is not quoted, a text may be a relay; and from so many words of content in common:"""
_CONTENT = 9
_FORMULA = 6.0
"""So much the name of an office, a set phrase, a usual turn speaks for a copy: what is beyond it counts in a long text."""
_BEYOND = 8.0
_COVERED = 0.3
"""Of a text that is covered so far the formulas count too."""
_WHOLE = 0.7
"""Where the words in common are one speaker's, reported without quotation marks, so much must be common."""
_VERBATIM = 0.95
_SAME_WORDS = 4
"""A pair of words that stands more often than this in one text finds nothing in the other."""
_LONGEST = 1000
"""Of a passage so many words are laid beside others: a page without a full stop must not fill the memory."""
_MOST_PAIRS = 3000
"""So many pairs of passages are laid side by side, those with most in common first."""
_NAMES, _FEW_NAMES, _BEHIND = 4, 0.4, 0.35
"""A template: of four names and numbers or more in a stretch, less than this share is common, and that is so much less
than the share of the other words."""


_Reach = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Overlap:
    """The text that two documents share."""

    pairs: tuple[Pair, ...]
    """Passages that answer to one another, in the order of the first document; one passage may stand in several."""
    words: int
    """Words in common, outside quotations."""
    covered_a: float
    """The share of the first one's words (boilerplate left out) that the second has too, in the passages paired."""
    covered_b: float
    same: float
    """The share of words in common in the passages paired."""
    run: int
    """The most words in a row in common, outside quotations."""
    verbatim: bool
    """Whether the passages paired say the same in the same words."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A passage, ready to be laid beside others."""

    index: int
    words: tuple[str, ...]
    gains: tuple[float, ...]
    losses: tuple[float, ...]
    names: tuple[bool, ...]
    counted: tuple[bool, ...]
    """Whether the word is the writer's own: not between quotation marks, nor in words said to be somebody's."""
    voices: tuple[int | None, ...]
    """The number of the attribution in whose content the word stands, reported in the writer's words."""


@dataclass(frozen=True, slots=True)
class _Material:
    texts: tuple[_Text, ...]
    grams: dict[tuple[str, str], tuple[int, ...]]
    """Pairs of near content words, with the passages that hold them."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Two passages laid side by side, and the stretch of them where most speaks for a copy."""

    a: int
    b: int
    score: float
    matched: tuple[tuple[int, int], ...]
    """Words in common in the stretch, by their place in either passage."""
    names: int
    """Names and numbers in the stretch, but for those left out or put in."""
    names_shared: int
    others: int
    others_shared: int


_PARTS = ("names", "names_shared", "others", "others_shared")


@dataclass(frozen=True, slots=True)
class _Step:
    """A run of words in common, or a gap: what it speaks for a copy, where it starts in either, how many words are in
    common, how many names and other words stand for one another."""

    gain: float
    a: int
    b: int
    run: int
    names: int
    others: int


def reuse(a: Profile, b: Profile, *, boilerplate: frozenset[int] = frozenset()) -> Overlap | None:
    """What `b` and `a` share, where it is more than chance, a topic, a template or a quoted statement; else None.

    `boilerplate`: hashes of the passages that do not count (`shingles.boilerplate` of either document).
    """
    one, other = _material(a, boilerplate), _material(b, boilerplate)
    likely = _likely(one, other)
    if not likely:
        return None
    stretches = _aligned(one, other, likely)
    texts_a, texts_b = ({text.index: text for text in side.texts} for side in (one, other))
    counted = [s for s in stretches if not _is_template(s)]
    if _is_relay(counted, texts_a, texts_b):
        return _overlap(counted, texts_a, texts_b)
    return None


def _material(profile: Profile, boilerplate: frozenset[int]) -> _Material:
    whole, hashes = _whole(profile)
    if boilerplate.isdisjoint(hashes):
        return whole
    texts = tuple(text for text in whole.texts if hashes[text.index] not in boilerplate)
    return _Material(texts, _grams(texts))


@lru_cache(maxsize=512)
def _whole(profile: Profile) -> tuple[_Material, tuple[int, ...]]:
    said: list[_Reach] = []
    named: list[_Reach] = []
    reported: list[_Reach] = []
    for attribution in profile.reading.attributions:
        reported.append((attribution.content.start, attribution.content.end))
        if attribution.form == "direct":  # where speech is mixed, the speaker's words stand between quotation marks
            said.append((attribution.content.start, attribution.content.end))
        named += [(span.start, span.end) for span in (attribution.source, attribution.cue) if span]
    text = profile.document.text
    texts = tuple(
        _text(n, _shortened(passage), text, said, named, reported) for n, passage in enumerate(profile.passages)
    )
    return _Material(texts, _grams(texts)), tuple(map(passage_hash, profile.passages))


def _shortened(passage: Passage) -> Passage:
    if len(passage.words) <= _LONGEST:
        return passage
    words, starts, ends = passage.words[:_LONGEST], passage.starts[:_LONGEST], passage.ends[:_LONGEST]
    return replace(passage, end=ends[-1], words=words, starts=starts, ends=ends, quoted=passage.quoted[:_LONGEST])


def _text(
    index: int, passage: Passage, text: str, said: Sequence[_Reach], named: Sequence[_Reach], reported: Sequence[_Reach]
) -> _Text:
    own = [not quoted for quoted in passage.quoted]
    for n in _inside(passage, said):
        own[n] = False
    voices: list[int | None] = [None] * len(passage.words)
    for number, reach in reversed(list(enumerate(reported))):  # the first one that holds a word holds the others
        for n in _inside(passage, [reach]):
            voices[n] = number
    kinds = [(_SHARED, _OTHER) if is_content(word) else (_SHARED_SMALL, _OTHER_SMALL) for word in passage.words]
    for n in _inside(passage, named):
        kinds[n] = (_SHARED_SMALL, _OTHER_SMALL)
    names = [
        word[0].isdigit() or (n > 0 and text[start].isupper())
        for n, (word, start) in enumerate(zip(passage.words, passage.starts, strict=True))
    ]
    kinds = [(_SHARED_NAME, _OTHER_NAME) if name else kind for name, kind in zip(names, kinds, strict=True)]
    gains, losses = zip(*kinds, strict=True) if kinds else ((), ())
    return _Text(index, passage.words, gains, losses, tuple(names), tuple(own), tuple(voices))


def _inside(passage: Passage, reaches: Sequence[_Reach]) -> Iterator[int]:
    """The words of `passage` that start inside one of `reaches`."""
    for start, end in reaches:
        if start < passage.end and end > passage.start:
            yield from range(bisect_left(passage.starts, start), bisect_left(passage.starts, end))


def _grams(texts: Sequence[_Text]) -> dict[tuple[str, str], tuple[int, ...]]:
    found: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for text in texts:
        content = [word for word in text.words if is_content(word)]
        for reach in (1, 2):
            for gram in zip(content, content[reach:], strict=False):
                found[gram].append(text.index)
    return {gram: tuple(where) for gram, where in found.items() if len(where) <= _SAME_WORDS}


def _likely(one: _Material, other: _Material) -> list[tuple[int, int]]:
    """The pairs of passages with something in common, those with most first."""
    votes: Counter[tuple[int, int]] = Counter()
    for gram in one.grams.keys() & other.grams.keys():
        for i in one.grams[gram]:
            for j in other.grams[gram]:
                votes[i, j] += 1
    return [pair for pair, _ in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:_MOST_PAIRS]]


def _aligned(one: _Material, other: _Material, likely: Sequence[tuple[int, int]]) -> list[_Stretch]:
    """The stretches that speak for a copy, in reading order; no word stands in two."""
    texts_a, texts_b = ({text.index: text for text in side.texts} for side in (one, other))
    first = [s for i, j in likely if (s := _stretch(texts_a[i], texts_b[j], frozenset(), frozenset())).score >= _PAIR]
    used_a: defaultdict[int, set[int]] = defaultdict(set)
    used_b: defaultdict[int, set[int]] = defaultdict(set)
    found = []
    for best in sorted(first, key=lambda s: (-s.score, s.a, s.b)):
        if used_a[best.a] or used_b[best.b]:
            best = _stretch(texts_a[best.a], texts_b[best.b], frozenset(used_a[best.a]), frozenset(used_b[best.b]))
            if best.score < _PAIR:
                continue
        found.append(best)
        used_a[best.a].update(i for i, _ in best.matched)
        used_b[best.b].update(j for _, j in best.matched)
    return sorted(found, key=lambda s: (s.a, s.b))


def _stretch(a: _Text, b: _Text, used_a: frozenset[int], used_b: frozenset[int]) -> _Stretch:
    """The best stretch of two passages; words in use already are as if they differed."""
    steps = list(_steps(a, b, used_a, used_b))
    best, total, start, end, at = 0.0, 0.0, 0, 0, 0
    for n, step in enumerate(steps):
        if total <= 0:
            total, at = 0.0, n
        total += step.gain
        if total > best:
            best, start, end = total, at, n + 1
    inside = steps[start:end]
    matched = tuple((step.a + k, step.b + k) for step in inside for k in range(step.run))
    names = sum(a.names[i] for i, _ in matched)
    return _Stretch(
        a.index,
        b.index,
        best,
        matched,
        names=names + sum(step.names for step in inside),
        names_shared=names,
        others=len(matched) - names + sum(step.others for step in inside),
        others_shared=len(matched) - names,
    )


def _steps(a: _Text, b: _Text, used_a: frozenset[int], used_b: frozenset[int]) -> Iterator[_Step]:
    """Runs of words in common and the gaps between them, in order."""
    i = j = 0
    for i1, i2, j1 in _runs(a, b, used_a, used_b):
        if i1 > i or j1 > j:
            yield _gap(a, b, i, i1, j, j1)
        yield _Step(sum(a.gains[i1:i2]), i1, j1, i2 - i1, 0, 0)
        i, j = i2, j1 + i2 - i1


def _runs(a: _Text, b: _Text, used_a: frozenset[int], used_b: frozenset[int]) -> Iterator[tuple[int, int, int]]:
    for step in Indel.opcodes(a.words, b.words):
        if step.tag != "equal":
            continue
        i1, i2, j1 = step.src_start, step.src_end, step.dest_start
        if not used_a and not used_b:
            yield i1, i2, j1
            continue
        for i in range(i1, i2):
            if i not in used_a and j1 + i - i1 not in used_b:
                yield i, i + 1, j1 + i - i1


def _gap(a: _Text, b: _Text, i1: int, i2: int, j1: int, j2: int) -> _Step:
    loss = max(_MOST_LOST, min(sum(a.losses[i1:i2]), sum(b.losses[j1:j2])))
    names_a, names_b = sum(a.names[i1:i2]), sum(b.names[j1:j2])
    return _Step(loss, i1, j1, 0, min(names_a, names_b), min(i2 - i1 - names_a, j2 - j1 - names_b))


def _is_template(stretch: _Stretch) -> bool:
    return _same_form(stretch.names, stretch.names_shared, stretch.others, stretch.others_shared)


def _same_form(names: int, names_shared: int, others: int, others_shared: int) -> bool:
    """Whether the words are the same, and what they are said of is not."""
    if names < _NAMES or not others:
        return False
    share = names_shared / names
    return share < _FEW_NAMES and others_shared / others - share > _BEHIND


def _is_relay(stretches: Sequence[_Stretch], texts_a: Mapping[int, _Text], texts_b: Mapping[int, _Text]) -> bool:
    scores, content, words = [], 0, 0
    in_voice: defaultdict[tuple[str, int], float] = defaultdict(float)
    for stretch in stretches:
        a, b = texts_a[stretch.a], texts_b[stretch.b]
        per_gain = stretch.score / sum(a.gains[i] for i, _ in stretch.matched)
        own = [(i, j) for i, j in stretch.matched if a.counted[i] and b.counted[j]]
        scores.append(per_gain * sum(a.gains[i] for i, _ in own))
        content += sum(is_content(a.words[i]) and not a.names[i] for i, _ in own)
        words += len(own)
        for i, j in own:
            for side, voice in (("a", a.voices[i]), ("b", b.voices[j])):
                if voice is not None:
                    in_voice[side, voice] += per_gain * a.gains[i]
    if sum(scores) < _RELAY or content < _CONTENT:
        return False
    shorter = min(_own_words(texts_a), _own_words(texts_b))
    if sum(max(0.0, score - _FORMULA) for score in scores) < _BEYOND and words < _COVERED * shorter:
        return False
    if sum(scores) - max(in_voice.values(), default=0.0) < _PAIR and words < _WHOLE * shorter:
        return False  # one statement, reported by both in its own words
    return not _same_form(*(sum(getattr(s, part) for s in stretches) for part in _PARTS))


def _own_words(texts: Mapping[int, _Text]) -> int:
    return sum(sum(text.counted) for text in texts.values())


def _overlap(stretches: Sequence[_Stretch], texts_a: Mapping[int, _Text], texts_b: Mapping[int, _Text]) -> Overlap:
    pairs = []
    shared = run = 0
    for stretch in stretches:
        a, b = texts_a[stretch.a], texts_b[stretch.b]
        pairs.append(Pair(stretch.a, stretch.b, len(stretch.matched) / min(len(a.words), len(b.words))))
        row = 0
        before = (-2, -2)
        for i, j in stretch.matched:
            own = a.counted[i] and b.counted[j]
            row = (row + 1 if (i - 1, j - 1) == before else 1) if own else 0
            before = (i, j)
            shared += own
            run = max(run, row)
    matched = sum(len(stretch.matched) for stretch in stretches)
    in_a, in_b = (
        sum(len(texts[n].words) for n in {getattr(s, side) for s in stretches})
        for texts, side in ((texts_a, "a"), (texts_b, "b"))
    )
    same = matched / max(1, in_a, in_b)
    return Overlap(
        tuple(pairs),
        shared,
        matched / max(1, sum(len(text.words) for text in texts_a.values())),
        matched / max(1, sum(len(text.words) for text in texts_b.values())),
        same,
        run,
        same >= _VERBATIM,
    )
