"""Which passages of two Documents say the same, told by the words, numbers and names that they share.

For two texts that are known to be related: it looks for the best partner of each passage, not for a relay.
"""

from collections import Counter
from collections.abc import Sequence
from math import fsum, log

from recoupe.gazetteers.places import Places
from recoupe.stages.derive.letters import skeleton
from recoupe.stages.derive.marking import marks
from recoupe.stages.derive.marks import Marks
from recoupe.stages.derive.profile import Pair, Passage, Profile

_ENOUGH_ALIKE = 0.35
"""Of two passages in one language."""
_ENOUGH = 0.45
_ORDER = 0.25
"""What standing in the same part of the text adds, at most: translations keep the order of sentences."""


def aligned(a: Profile, b: Profile, known: Places) -> tuple[Pair, ...]:
    """The best partner of each passage on either side, where it shares enough."""
    alike = a.document.language == b.document.language
    keys = (_words(a), _words(b)) if alike else (_keys(a, known), _keys(b, known))
    weights = _weights([*keys[0], *keys[1]])
    if not alike:  # a word that only one text has tells nothing: nearly all have another one in the other language
        both = frozenset().union(*keys[0]) & frozenset().union(*keys[1])
        keys = [k & both for k in keys[0]], [k & both for k in keys[1]]
    enough = _ENOUGH_ALIKE if alike else _ENOUGH
    scores = {
        (m, n): score
        for m, x in enumerate(keys[0])
        for n, y in enumerate(keys[1])
        if x & y
        and (score := _score(x, y, weights) + _near(a, b, m, n)) >= enough
        and (a.passages[m].kind == "paragraph") == (b.passages[n].kind == "paragraph")
    }
    pairs = {max((k for k in scores if k[0] == m), key=lambda k: scores[k]) for m in {k[0] for k in scores}}
    pairs |= {max((k for k in scores if k[1] == n), key=lambda k: scores[k]) for n in {k[1] for k in scores}}
    return tuple(Pair(m, n, min(1.0, scores[m, n])) for m, n in sorted(pairs))


def _words(profile: Profile) -> list[frozenset[str]]:
    return [frozenset(passage.words) for passage in profile.passages]


def _keys(profile: Profile, known: Places) -> list[frozenset[str]]:
    return [_key(passage, of) for passage, of in zip(profile.passages, marks(profile, known), strict=True)]


def _key(passage: Passage, of: Marks) -> frozenset[str]:
    """What a passage keeps in any language: numbers, days, names, and the concepts of relay words."""
    found = {f"#{word}" for word in passage.words if word.isdecimal()}
    found |= {f"={c.value:g}" for c in of.counts if c.value is not None}
    found |= {f"@{d.day}.{d.month}" for d in of.days}
    found |= {f"~{t.family}" for t in of.terms} | {f"'{k}" for k in of.kinds} | {f"!{c.effect}" for c in of.counts}
    found |= {f"%{c.group}" for c in of.counts if c.group}
    return frozenset(found | {key for word in passage.words if len(key := skeleton(word)) >= 3})


def _weights(sets: Sequence[frozenset[str]]) -> dict[str, float]:
    known = Counter(key for keys in sets for key in keys)
    return {key: log((len(sets) + 1) / n) for key, n in known.items()}


def _score(x: frozenset[str], y: frozenset[str], weights: dict[str, float]) -> float:
    shared = fsum(weights[key] for key in x & y)
    both = min(fsum(weights[key] for key in x), fsum(weights[key] for key in y)) or 1.0
    return shared / max(both, 4.0)


def _near(a: Profile, b: Profile, m: int, n: int) -> float:
    return _ORDER * max(0.0, 1 - 4 * abs((m + 1) / len(a.passages) - (n + 1) / len(b.passages)))
