"""Quoted as: « the agency quoted the governor as saying that … », « the governor was quoted by the agency as saying … »."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.complements import complement
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_LONGEST = 25
"""Words at most from the verb of quoting to « as saying »."""


def as_saying(line: Line, quoting: Group, groups: Sequence[Group]) -> Group | None:
    """The group of « saying » that belongs to a verb of quoting before it, or None."""
    if quoting.lemma not in line.pack.cues.quoting:
        return None
    for group in groups:
        if group.kind == "gerund" and quoting.main < group.main <= quoting.main + _LONGEST:
            as_what = line.word_in(group.main - 1, line.grammar.as_what)
            between = range(quoting.end, group.main - 1)
            if as_what and not any(line.verb_here(k) for k in between):
                return group
    return None


def quoted_as(line: Line, quotes: Quotes, quoting: Group, groups: Sequence[Group]) -> list[Draft]:
    """Who is quoted, and above them who quotes; empty where « as saying » does not follow or nothing is said."""
    saying = as_saying(line, quoting, groups)
    content = complement(line, quotes, saying, groups)[0] if saying is not None else None
    if saying is None or content is None:
        return []
    cue = chars(line, (saying.main - 1, saying.end))
    end = saying.main - 1
    if quoting.kind in ("passive", "bare"):
        quoted = subject(line, quoting.start)
        by = line.skip(quoting.end)
        carrier = following(line, by + 1, end) if line.word_in(by, line.grammar.by) else None
        mark = chars(line, (quoting.front, by + 1 if carrier is not None else quoting.end))
    else:
        quoted = (quoting.end, end) if end > quoting.end else None
        carrier = subject(line, quoting.start)
        mark = chars(line, (quoting.front, quoting.end))
    if quoted is None:
        return []
    told = Draft(line, chars(line, quoted), cue, content, saying.cue.stance)
    if carrier is None:
        return [told]
    outer = Draft(line, chars(line, carrier), mark, content, "quote")
    told.via = outer
    return [outer, told]
