"""Presenting: what stands before a colon and is then presented as somebody's (« 40 tués : voilà ce qu'a compté l'ONG »,
« … : tel est le bilan de la mairie »), and headings that name whose count follows (« Bilan établi par l'armée : … »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.verb_idioms import past_aside

_LONGEST_HEADING = 14
_ADJECTIVES = 4
"""Words from « le bilan » to whose it is, at most."""


def presented(line: Line, quotes: Quotes, groups: Sequence[Group]) -> list[tuple[int, Draft]]:
    """The acts of which the words before or behind a colon are the content, each with the token of its cue."""
    if line.grammar.presenting.isdisjoint(line.sentence.words) and ":" not in line.folds:
        return []
    found = []
    for colon in range(1, line.n - 2):
        # « Douze morts, c'est le bilan de la mairie »; not « …, ce que dénonce la mairie »
        apart = (
            line.folds[colon] == ","
            and line.verbs.is_auxiliary(line.folds[colon + 2])
            and (line.main_verb(0, colon) is None or _taken_up(line, colon + 1))
        )
        if line.folds[colon] != ":" and not apart:
            continue
        bare = line.sentence.kind != "paragraph" and line.word_in(colon + 1, line.grammar.this)
        if bare and not line.counts(0, colon) and not quotes.touching(line.sentence.start, line.tokens[colon].start):
            continue  # « Raid sur Togoga : ce que disent les deux camps »: a topic
        said = _before(line, quotes, colon)
        if line.folds[colon + 1] in line.grammar.presenting and said is not None:
            named = _whose(line, colon + 1, groups)
            if named is not None:
                source, cue = named
                if any(line.verbs.is_auxiliary(fold) for fold in line.folds[slice(*source)]):
                    continue  # « c'est ce que nous avons pu dénombrer »
                found.append((cue[0], Draft(line, chars(line, source), chars(line, cue), said, "say")))
    heading = _heading(line, quotes)
    return [*found, heading] if heading is not None else found


def _taken_up(line: Line, start: int) -> bool:
    """Whether « c'est ce que », « c'est du moins ce que » stands at `start`."""
    at = line.skip(start + 2)
    return line.word_in(at, line.grammar.this) and line.word_in(at + 1, line.grammar.that)


def _before(line: Line, quotes: Quotes, colon: int) -> Content | None:
    """What stands before the colon, from the last semicolon on."""
    start = next((k + 1 for k in range(colon - 1, -1, -1) if line.folds[k] == ";"), 0)
    end = last_word(line, colon, start)
    return stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end) if end > start else None


def _whose(line: Line, start: int, groups: Sequence[Group]) -> tuple[Stretch, Stretch] | None:
    """The source and the cue in the clause that presents what was said and begins at `start`; or None."""
    end = next((k for k in range(start, line.n) if line.folds[k] in (";", ":")), line.n)
    # « voilà ce que l'attaque a coûté, selon les témoignages … »: that « selon » tells whose it is
    near = next((k for k in range(start + 1, end) if line.phrase_at(k, line.pack.cues.adpositions)), end)
    noun = next((k for k in range(start + 1, near) if line.folds[k] in line.grammar.presented), None)
    # « voilà ce qu'… », « tel est le bilan provisoire que … »
    taken = line.skip(start + 2) + 2 if _taken_up(line, start) else start + 4
    first, last = (noun + 1, noun + 6) if noun is not None else (start + 1, taken)
    que = next((k for k in range(first, min(last, end)) if line.folds[k] in line.grammar.that), None)
    by = next((k for k in range(start + 1, end) if line.folds[k] in line.grammar.by), None)
    owned = noun is not None and any(line.folds[k] in line.grammar.of_contracted for k in range(noun + 1, by or end))
    if owned and by is not None:
        by = None  # « tel est le bilan des tirs ouverts par un groupe armé »: of what they did
    if by is not None and noun is not None and (que is None or by < que) and line.participle(line.skip_back(by) - 1):
        source = following(line, by + 1, end)
        first = line.skip_back(by) - 1
        return (source, (first, by + 1)) if source is not None and line.speaks(*source) else None
    if que is not None:
        return _that_somebody(line, que, end, groups, told=noun is not None)
    of = (
        next((k for k in range(noun + 1, noun + _ADJECTIVES) if line.word_in(k, line.grammar.of_contracted)), None)
        if noun
        else None
    )
    if of is not None and all(line.is_word(k) for k in range(noun or 0, of)):
        source = following(line, of + 1, end)  # « tel est le décompte définitif du Croissant-Rouge »
        if source is None or source[0] != of + 1:
            return None  # « tel est le solde de trois jours de combats »
        # « c'est le nombre de civils tués »: theirs, and nobody's word
        counted = not line.pack.cues.tolls.isdisjoint(line.folds[slice(*source)])
        return (source, (start, of + 1)) if line.speaks(*source) and not counted else None
    return None


def _that_somebody(
    line: Line, que: int, end: int, groups: Sequence[Group], *, told: bool
) -> tuple[Stretch, Stretch] | None:
    """« … le bilan que dresse la mairie », « … ce qu'ont compté les secours », « … les mots que le chef a eus »."""
    group = next((g for g in groups if que < g.main < end), None)
    verb = group.main if group is not None else None
    if verb is None and told and que + 1 < end:
        turned = line.folds[que + 1] not in line.words.openers and not line.capital(que + 1)  # « que dresse la mairie »
        verb = que + 1 if turned else next((k for k in range(que + 1, end) if line.verb_here(k)), None)
    if verb is None:
        return None
    if verb + 1 >= end:
        return None
    first = group.start if group is not None else verb
    behind = group.end if group is not None else verb + 1
    # a report may be inserted further on (« …, a révélé le général »): it is not the subject
    source = following(line, past_aside(line, behind), end) if first == que + 1 else subject(line, first, que + 1)
    if source is None or not line.speaks(*source):
        return None
    return source, (first, behind)


def _heading(line: Line, quotes: Quotes) -> tuple[int, Draft] | None:
    """« Bilan provisoire établi par la même source : « 12 morts » », « Dernier bilan, de source policière : 12 morts »."""
    colon = next((k for k in range(1, min(_LONGEST_HEADING, line.n - 1)) if line.folds[k] == ":"), None)
    if colon is None or line.main_verb(0, colon) is not None:
        return None
    if not any(line.folds[k] in line.grammar.presented for k in range(min(3, colon))):
        return None
    by = next((k for k in range(1, colon) if line.folds[k] in line.grammar.by), None)
    if by is not None and line.participle(by - 1):
        source, cue = (by + 1, colon), (by - 1, by + 1)
    else:
        of = next((k for k in range(1, colon - 1) if line.folds[k] in line.grammar.source_of), None)
        if of is None or not any(line.folds[k] in line.grammar.origins for k in (of + 1, of + 2)):
            return None
        source, cue = (of + 1, colon), (of, of + 1)
    end = last_word(line, line.n, colon + 1)
    if source[0] >= source[1] or end <= colon + 1 or not line.speaks(*source):
        return None
    said = stretch(line, quotes, line.tokens[colon + 1].start, line.tokens[end - 1].end)
    return cue[0], Draft(line, chars(line, source), chars(line, cue), said, "say")
