"""Resting: what a source rests on (« déclare l'armée, se référant à … »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.swallowed import without_verb
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING


def rests(line: Line, i: int) -> bool:
    """Whether the phrase at `i` (« citant », « qui se fonde sur ») names what a source rests on, not a topic."""
    size = line.phrase_at(i, line.pack.cues.resting)
    made = line.traits.open_clauses and line.participle(i)
    if made and not line.word_in(i - 1, line.pack.cues.documents):
        return False  # « struck it based on intelligence »
    source = following(line, i + size)
    if source is None or (line.numeric(source[0]) and not line.pack.cues.tolls.isdisjoint(line.folds[slice(*source)])):
        return False  # « évoquant dix morts »
    toll = next((k for k in range(source[0] + 1, source[1]) if line.numeric(k)), None)
    if toll is not None and line.document(*source) and _only_toll(line, toll, source[1]):
        return False  # « évoquant un bilan de dix morts »
    marked = source[0] + 1
    quoted = line.word_in(source[0], line.words.openers) and line.word_in(marked, OPENING | {'"'})
    if quoted and line.pack.cues.grounds.isdisjoint(line.folds[marked + 1 : marked + 4]):
        return False  # « citant les « pillages » »: what is said to be so, but not « citant une « source proche » »
    if line.folds[i] in line.words.relatives:
        grounded = any(f in line.pack.cues.grounds for f in line.folds[source[0] : line.head(*source)])
        head = source[0], line.head(*source)
        first, last = line.tokens[head[0]].start, line.tokens[head[1] - 1].end
        medium = any(m.entity.kind == "media" and first <= m.span.start < last for m in line.mentions)
        medium = medium or any(line.folds[k] in line.pack.cues.watchers for k in range(*head))
        return grounded or medium or (line.word_in(i + 1, line.pack.relaying_words) and line.speaks(*source))
    return (
        line.speaks(*source)
        or line.document(*source)
        or any(f in line.pack.cues.grounds for f in line.folds[source[0] : source[0] + 4])
    )


def _only_toll(line: Line, start: int, end: int) -> bool:
    """Whether a document's words from the number at `start` on are a toll, and do not say who drew it up."""
    at, stop = line.tokens[start].start, line.tokens[end - 1].end
    named = any(at <= m.span.start < stop for m in line.mentions) or not line.grammar.by.isdisjoint(
        line.folds[start:end]
    )
    return not named and not line.pack.cues.tolls.isdisjoint(line.folds[start:end])


def _made_of(line: Line, base: Draft, i: int) -> bool:
    """Whether the phrase at `i` only tells what a count was made from that a medium has drawn up itself (« selon un décompte
    de l'agence X | établi à partir de chiffres officiels »)."""
    if base.source is None or line.stop(base.source[1]) != i:
        return False
    opening = range(line.index(base.source[0]), i)
    medium = any(m.entity.kind == "media" and base.source[0] <= m.span.start < base.source[1] for m in line.mentions)
    return medium and any(line.word_in(k, line.pack.voices.documents.keys()) for k in opening)


def _what_it_is(line: Line, i: int) -> bool:
    """Whether the relative at `i` belongs to an apposition that tells what the source is (« l'OSDH, une ONG qui s'appuie sur un
    réseau de sources »): so it always works, whatever it says here."""
    if line.folds[i] not in line.words.relatives:
        return False
    comma = next((k for k in range(i - 1, 0, -1) if line.folds[k] == ","), 0)
    return 0 < comma < i - 1 and line.word_in(comma + 1, line.grammar.indefinite)


def resting(line: Line, drafts: Sequence[tuple[int, Draft]]) -> list[Draft]:
    """« déclare l'armée, se référant à des sources … »: the second source has the same content, under the first."""
    found: list[Draft] = []
    opening = line.pack.cues.resting.by_first
    if not drafts or opening.keys().isdisjoint(line.sentence.words):
        return found
    for i in range(line.n):
        size = line.phrase_at(i, line.pack.cues.resting) if line.folds[i] in opening else 0
        if not size or not rests(line, i):
            continue
        base = next((d for at, d in reversed(drafts) if at < i and d.via is None), drafts[0][1])
        source = following(line, i + size)
        if _made_of(line, base, i) or _what_it_is(line, i):
            continue
        source = without_verb(line, source) if source is not None else None
        if source is not None:
            cue = chars(line, (i + 1 if line.folds[i] in line.words.relatives else i, i + size))
            found.append(Draft(line, chars(line, source), cue, base.content, "quote", via=base))
    return found
