"""Topics: what is named first and taken up by a pronoun before the verb (« Ces accusations, Kigali les rejette »)."""

from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.clause_subjects import can_speak
from recoupe.stages.attribute.phrases.noun_phrases import after_connectors
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")


def topic(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """The act whose content is the phrase that opens the sentence and that the pronoun before the verb stands for."""
    if "object" not in group.cue.frames or not line.word_in(group.front - 1, line.grammar.taken_before):
        return None
    source = subject(line, group.start)
    if source is None or not line.word_in(source[0] - 1, _COMMA) or not can_speak(line, source):
        return None
    start = after_connectors(line, 0, source[0])
    end = last_word(line, source[0] - 1, start)
    named = line.word_in(start, line.words.openers) and line.main_verb(start, end) is None
    if line.word_in(start, line.grammar.that):  # « Que le camp ait été visé, des élus le confirment »
        start += 1
        named = end - start > 1
    if not named or "," in line.folds[start:end] or start >= end:
        return None
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )
