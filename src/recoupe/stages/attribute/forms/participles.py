"""Participles that report beside their subject, before its verb: « Affirmant que …, X … », « X, affirmant que …, … »."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.complements import complement
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.boundaries import boundary
from recoupe.stages.attribute.phrases.clause_subjects import can_speak, subject_before
from recoupe.stages.attribute.phrases.noun_phrases import noun_phrase
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def opens(line: Line, group: Group) -> bool:
    """Whether the group opens the sentence: « Affirmant que …, X … », « Après avoir nié …, X … »."""
    if group.kind == "gerund":
        return front(line, group) == 0 or group.start == 0
    return group.start == 1 and line.folds[0] in line.grammar.beforehand


def front(line: Line, group: Group) -> int:
    """Where the participle begins with « en » or « tout en » before it."""
    at = group.main
    at -= line.word_in(at - 1, line.grammar.in_gerund)
    at -= line.word_in(at - 1, line.grammar.all)
    return at


def between(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« Un habitant, confirmant l'attaque, parle de … », « L'armée, tout en niant une bavure, … »: a cue between commas,
    beside the subject it is said by."""
    comma = min(group.start, front(line, group)) - 1
    source = noun_phrase(line, boundary(line, comma), comma)
    content, frame = complement(line, quotes, group, groups)
    if content is None or source is None or not (line.speaks(*source) or line.document(*source)):
        return None
    if group.lemma in line.pack.cues.glossing:
        return None  # « les autorités, craignant un exode, »
    first, end = line.index(content.start), line.stop(content.end)
    for comma in range(first + 1, end):
        clause = frame not in ("that", "colon") or line.main_verb(first, comma) is not None
        if line.folds[comma] == "," and clause and quotes.around(line.tokens[comma].start) is None:
            content = stretch(line, quotes, content.start, line.tokens[last_word(line, comma, first) - 1].end)
            break
    return Draft(line, chars(line, source), chars(line, (group.main, group.end)), content, group.cue.stance)


def beforehand(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A cue that opens the sentence and has the subject of the clause after it."""
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return None
    first = line.index(content.start)
    for comma in range(first + 1, line.n):
        if line.folds[comma] != "," or (frame in ("that", "colon") and line.main_verb(first, comma) is None):
            continue
        verb = line.main_verb(comma + 1, line.n)
        if verb is None:
            return None
        source = subject_before(line, verb, comma + 1)
        if source is None or not can_speak(line, source):
            continue
        content = stretch(line, quotes, content.start, line.tokens[last_word(line, comma, first) - 1].end)
        return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance)
    return None
