"""Learned: what nobody named is told to have heard or read, from whom (« on apprend de source … que », « on peut lire dans … »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.impersonal import origin
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_FARTHEST = 17
"""So many words at most stand between the verb and what was learned."""
_HELPING = 3
"""Words from the subject to an infinitive: « on peut | lire »."""
_COLON = frozenset(":")


def learned_from(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« On apprend de source diplomatique que … », « On lit dans ce rapport : … »: who it was learned from."""
    start = line.skip(group.end)
    opens = next(
        (
            k
            for k in range(start + 1, min(start + _FARTHEST, line.n))
            if line.folds[k] in line.grammar.that or line.folds[k] in _COLON
        ),
        None,
    )
    found = origin(line, group, start)
    if opens is None or opens + 1 >= line.n or found is None:
        return None
    (head, end), first = found
    source = head, min(end, opens)
    content = ahead(line, quotes, opens + 1, "that", groups, group)
    if content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, first)), content, group.cue.stance)


def read_by_anyone(line: Line, group: Group) -> bool:
    """Whether the infinitive is what anybody can do (« on peut lire »)."""
    near = range(max(0, group.start - _HELPING), group.start)
    return group.lemma in line.pack.cues.learned and any(line.folds[k] in line.grammar.impersonal for k in near)
