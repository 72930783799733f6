"""Passive: « a été annoncé par X », « l'attaque, revendiquée par X », « accusé par X de … »: the agent is the source."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents import Quotes, ahead, before_matrix, clause_end, last_word, stretch
from recoupe.stages.attribute.draft import Draft, chars
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.sources import Stretch, boundary, following, noun_phrase, subject


def passive(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« l'attaque, revendiquée par X », « a été annoncé par X »: the agent is the source, the subject the content."""
    cues = line.pack.cues
    if "addressed" in group.cue.frames and group.cue.stance == "accuse":
        return _accused(line, quotes, group, groups)
    if not group.cue.frames & {"object", "that"} or group.lemma in cues.quoting:
        return None
    par = line.skip(group.end)
    if not line.word_in(par, line.grammar.by):
        return None
    source = _agent(line, par + 1)
    que = next((k for k in range(par + 2, source[1]) if line.folds[k] in line.grammar.that), None) if source else None
    if source is not None and que is not None:
        source = source[0], que  # « il a été annoncé par la présidence que … »
    if source is None or not (line.speaks(*source) or line.document(*source)):
        return None
    if group.lemma in cues.sentencing and any(f in cues.courts for f in line.folds[source[0] : line.head(*source)]):
        return None
    told = _told(line, group)
    if told is None or (line.folds[told[0]] in line.words.speakers and group.kind == "bare"):
        return None
    content = stretch(line, quotes, *chars(line, told))
    if line.folds[told[0]] in line.words.speakers:
        clause = ahead(line, quotes, que + 1, "that", [group], group) if que is not None else None
        if clause is None:
            return None
        content = clause
    elif "object" not in group.cue.frames or group.lemma in cues.active:
        return None
    cue = chars(line, (group.front, par + 1))
    return Draft(line, chars(line, source), cue, content, group.cue.stance, group.negated)


def _agent(line: Line, start: int) -> Stretch | None:
    """The noun phrase after « par », without the verb of which what is announced is the subject (« annoncé par X a été revu »)."""
    source = following(line, start)
    if source is None:
        return None
    end = before_matrix(line, source[0], source[1], own=False)
    return (source[0], end) if end > source[0] else None


def _told(line: Line, group: Group) -> Stretch | None:
    """What is announced: the subject, or what a participle without auxiliary hangs on."""
    if group.kind == "passive":
        return subject(line, group.start)
    end = group.start
    while end > 0 and (line.folds[end - 1] == "," or line.adverb(end - 1)):
        end -= 1
    return noun_phrase(line, boundary(line, end), end) if end > 0 else None


def _accused(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« X est accusé par Y de Z », « X, accusé de Z par Y, … »: from the accused to the end of the accusation."""
    told = _told(line, group)
    if told is None or (group.kind == "bare" and line.folds[told[0]] in line.words.speakers):
        return None
    first = line.skip(group.end)
    end = _end(line, quotes, group, groups)
    if line.word_in(first, line.grammar.by):
        source = _agent(line, first + 1)
        link = _link(line, first + 2, end)
        if source is None or link is None:
            return None
        source = source[0], min(source[1], link)
        cue = group.front, first + 1
    else:
        if not line.word_in(first, line.grammar.accused_of) and not line.word_in(first, line.grammar.of_contracted):
            return None
        par = next((k for k in range(end - 1, first, -1) if line.folds[k] in line.grammar.by), None)
        source = _agent(line, par + 1) if par is not None else None
        if par is None or source is None:
            return None
        end = par
        cue = group.front, group.end
    if not (line.speaks(*source) or line.document(*source)):
        return None
    last = last_word(line, end, group.end)
    content = stretch(line, quotes, line.tokens[told[0]].start, line.tokens[last - 1].end)
    return Draft(line, chars(line, source), chars(line, cue), content, group.cue.stance, group.negated)


def _end(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> int:
    """Where the accusation ends: at the comma that closes the apposition, else with the clause."""
    if group.kind == "bare" and line.word_in(group.start - 1, frozenset(",")):
        comma = next((k for k in range(group.end, line.n) if line.folds[k] in (",", ";", ":")), line.n)
        return comma
    end = clause_end(line, quotes, group.end, "addressed", groups, group)
    return before_matrix(line, group.end, end, own=False) if group.kind == "bare" else end


def _link(line: Line, start: int, end: int) -> int | None:
    """The « de » between the accuser and the accusation, or None."""
    for k in range(end - 1, start - 1, -1):
        if line.folds[k] in line.grammar.of and line.infinitive(k + 1):
            return k
    return next((k for k in range(start, end) if line.folds[k] in line.grammar.of), None)
