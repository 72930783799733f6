"""Fragments: sentences that go on from the one before with its subject (« Et accuse l'armée. », « Et d'ajouter que … »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.complements import complement
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def fragment(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """The act of a sentence whose verb stands right behind the joint that opens it; None where the group is none such.

    No word names who speaks: it is the subject of the sentence before."""
    if not line.word_in(0, line.grammar.joints) or line.sentence.kind != "paragraph" or group.subject is not None:
        return None
    finite = group.kind == "finite" and line.skip_back(group.start) <= 1
    narrated = group.kind == "infinitive" and line.word_in(1, line.grammar.of) and line.skip_back(group.start) <= 2
    if not (finite or narrated) or quotes.around(line.tokens[group.main].start) is not None:
        return None
    content, _ = complement(line, quotes, group, groups)
    if content is None:
        return None
    return Draft(
        line, None, chars(line, (group.front, group.end)), content, group.cue.stance, group.negated, carried=True
    )
