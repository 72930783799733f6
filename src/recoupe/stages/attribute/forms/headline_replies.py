"""Headline replies: who denies or claims in a headline what it has told just before (« Frappe sur un marché : l'armée dément »,
« Double attentat à Kaboul, l'EI revendique »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_MARKS = frozenset(",;:")
_PAUSES = frozenset(",;.!?")
_COLON = frozenset(":")
_STANCES = frozenset({"deny", "claim_responsibility"})
_TOPIC = 3
"""Words of a topic before a colon, at most: what happened has more."""


def headline_replies(
    line: Line, quotes: Quotes, groups: Sequence[Group], drafts: Sequence[Draft]
) -> list[tuple[int, Draft]]:
    """Such acts of a heading, with where each begins; a denial of what another one says has the content of that act."""
    if line.sentence.kind == "paragraph":
        return []
    found: list[tuple[int, Draft]] = []
    for group in groups:
        after = line.skip(group.end)
        ends = after >= line.n or line.folds[after] in _PAUSES or line.word_in(after, line.words.coordinators)
        if group.cue.stance not in _STANCES or group.kind != "finite" or group.subject is not None or not ends:
            continue
        mark = next((k for k in range(group.start - 1, 0, -1) if line.folds[k] in _MARKS), None)
        if mark is None or group.negated or not line.speaks(mark + 1, group.start):
            continue
        if line.main_verb(mark + 1, group.start) is not None:
            continue
        told = next((d for d in reversed(drafts) if line.stop(d.content.end) == mark and d.cue is not None), None)
        if told is not None and told.stance == "accuse":
            continue  # « X accuse Y, Y dément »: no words say what
        content = told.content if told is not None else None
        another = any(g.main < mark for g in groups)
        first = _fact(line, mark, whole=group.cue.stance != "deny", another=another)
        if content is None and first is not None:
            stop = last_word(line, mark, first)
            content = stretch(line, quotes, line.tokens[first].start, line.tokens[stop - 1].end)
        if content is not None:
            source, cue = chars(line, (mark + 1, group.start)), chars(line, (group.start, group.end))
            found.append((group.start, Draft(line, source, cue, content, group.cue.stance)))
    return found


def _fact(line: Line, mark: int, *, whole: bool, another: bool) -> int | None:
    """Where what happened begins, told before the mark without its topic; None where no more than a topic stands there.

    `whole`: an attack that is claimed may stand before the colon as well (« Attentat de Quetta : 59 morts, l'EI revendique »).
    `another`: somebody else is said to speak there.
    """
    colon = next((k for k in range(mark - 1, 0, -1) if line.folds[k] in _COLON), -1)
    first = colon + 1
    double = line.word_in(first, line.words.prenominal)  # « Double attentat … »: no verb
    verb = line.main_verb(first + double, mark) is not None
    if (verb and (another or line.word_in(mark, _COLON))) or any(line.folds[k] in _MARKS for k in range(first, mark)):
        return None
    if whole and colon >= _TOPIC:
        return 0
    return first if mark - first > _TOPIC - whole or line.counts(first, mark) else None
