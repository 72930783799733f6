"""Relaying: media that carry what somebody says (« dans un communiqué repris par l'agence X », « , cité par X, »)."""

from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")


def with_relays(line: Line, drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """The acts, and above each that a medium is said to carry the act of that medium."""
    words = line.sentence.words
    if not drafts or (line.grammar.by.isdisjoint(words) and line.grammar.that.isdisjoint(words)):
        return drafts
    if line.pack.relaying_words.isdisjoint(words) and line.words.channels.isdisjoint(words):
        return drafts
    found = list(drafts)
    for i in range(line.n - 2):
        named = _carrier(line, i)
        if named is None:
            continue
        source, cue = named
        at = line.tokens[i].start
        outside = [(n, draft) for n, draft in found if not draft.content.start <= at < draft.content.end]
        before = [pair for pair in outside if pair[0] < i]
        base = before[-1] if before else outside[0] if outside else None
        if base is None or base[1].via is not None or base[1].source is None:
            continue
        outer = Draft(line, chars(line, source), chars(line, cue), base[1].content, "quote")
        base[1].via = outer
        found.insert(found.index(base), (base[0], outer))
    return found


def _carrier(line: Line, i: int) -> tuple[Stretch, Stretch] | None:
    """The medium that the participle at token `i` says carries a statement, and the cue; or None."""
    relays = line.folds[i] in line.pack.relaying_words
    vehicle = line.folds[i - 1] if i else ","  # « Cité par Tass, un officier accuse … »
    adjective = i > 1 and vehicle not in line.words.determiners and line.folds[i - 2] in line.words.channels
    carried = vehicle in line.words.channels or vehicle in line.pack.cues.documents or adjective
    if carried and line.folds[i] in line.grammar.that and line.word_in(i + 1, line.pack.relaying_words):
        source = following(line, i + 2)  # « dans un communiqué que relaie l'agence »
        return (source, (i + 1, i + 2)) if source is not None and _carries(line, source) else None
    by = line.skip(i + 1)
    if not line.word_in(by, line.grammar.by) or not (line.participle(i) or (carried and _made(line, i))):
        return None
    airs = any(lemma in line.pack.cues.airing for lemma, _ in line.verbs.analyses(line.folds[i]))
    if airs and (vehicle in line.words.channels or adjective):
        return None  # « Dans un communiqué diffusé par la radio, les rebelles … »: it only goes out there
    received = any(lemma in line.pack.cues.receiving for lemma, _ in line.verbs.analyses(line.folds[i]))
    carried = (vehicle in line.words.channels or adjective) and not received
    if not carried and not (relays and (vehicle in _COMMA or vehicle in line.pack.cues.documents)):
        return None
    source = following(line, by + 1)
    if source is None:
        return None
    return (source, (i, by + 1)) if _carries(line, source) else None


def _made(line: Line, i: int) -> bool:
    return line.tokens[i].text.casefold().endswith(line.grammar.made_suffixes)


def _carries(line: Line, source: Stretch) -> bool:
    """Whether somebody who carries what others say is named: a medium, or who watches what is published."""
    if line.folds[source[0]] in line.pack.voices.owners:
        return False  # « publié par son agence »: the speaker's own
    head = source[0], line.head(*source)
    first, last = line.tokens[head[0]].start, line.tokens[head[1] - 1].end
    watching = any(line.folds[k] in line.pack.cues.watchers for k in range(head[0], source[1]))
    return watching or any(first <= m.span.start < last and m.entity.kind == "media" for m in line.mentions)
