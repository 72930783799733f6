"""Written in: what is read in a document (« …, lit-on dans le rapport », « on peut lire sur le site du ministère que … »,
« …, est-il précisé dans le communiqué »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.ahead import ahead
from recoupe.stages.attribute.around import around
from recoupe.stages.attribute.contents import Quotes
from recoupe.stages.attribute.draft import Draft, chars
from recoupe.stages.attribute.following import following
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.noun_phrases import Stretch

_COLON = frozenset(":")
_FARTHEST = 20
"""Words at most between the verb and « que »."""
_WITHIN = 6
"""Words at most of a source up to the noun that says where a thing is written."""


def reads(line: Line, group: Group) -> bool:
    """Whether the verb tells that somebody reads, or that a thing is written (« lit-on », « il est précisé »)."""
    if group.lemma in line.grammar.reading:
        return True
    if group.kind != "passive":
        return False
    hung = line.pronoun(group.subject) in line.grammar.expletive
    return hung or line.word_in(group.start - 1, line.grammar.expletive)


def written_at(line: Line, at: int, *, anywhere: bool = False) -> Stretch | None:
    """The words behind « dans » or « sur » at token `at` that name where a thing is written; `anywhere` takes any."""
    source = following(line, at + 1) if line.word_in(at, line.grammar.written_in) else None
    if source is None or anywhere:
        return source
    head = range(source[0], min(source[1], source[0] + _WITHIN))
    held = any(line.word_in(k, line.words.channels) or line.word_in(k, line.pack.cues.documents) for k in head)
    return source if held else None


def written_in(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """The act of a verb of reading whose document stands behind it, and what was read before it or behind a « que »."""
    reading = group.lemma in line.grammar.reading
    first, subject = _verbs(line, group)
    if reading and subject is None:
        return None
    end = max(group.main + 1, (group.subject or 0) + 1)
    at = line.skip(end)
    source = written_at(line, at, anywhere=reading)
    within = any(line.word_in(k, line.grammar.therein) for k in range(first, group.main))  # « peut-on y lire »
    if source is None and not within:
        return None
    after = source[1] if source is not None else at
    hung = subject is not None and line.folds[subject].startswith("-")
    that = None if hung else _that(line, at, after)
    if that is not None and source is not None:
        source = source[0], min(source[1], that)  # « dans un rapport que … »: what is said, not whose report
    named = chars(line, source) if source is not None else None
    cue = chars(line, (first, at + 1 if source is not None else end))
    turned = group._replace(kind="finite", start=first, front=first)
    others = [one for one in groups if one is not group]
    if hung:
        content = around(line, quotes, turned._replace(subject=subject), others, first - 1, after) if first else None
    else:
        content = ahead(line, quotes, that + 1, "that", others, turned) if that is not None else None
    if content is None:
        return None
    return Draft(line, named, cue, content, group.cue.stance, carried=named is None)


def _that(line: Line, at: int, after: int) -> int | None:
    """The « que » or the colon behind which stands what is written at token `at`, and named up to `after`; or None."""
    if line.word_in(after, _COLON):
        return after
    return next((k for k in range(at, min(at + _FARTHEST, line.n - 1)) if line.folds[k] in line.grammar.that), None)


def _verbs(line: Line, group: Group) -> tuple[int, int | None]:
    """Where the verbs begin that end in the group (« a-t-on pu lire »), and the subject pronoun, hung or in front."""
    k = group.main
    hung = group.subject
    while k > 0:
        fold = line.folds[k - 1]
        able = any(lemma in line.pack.cues.accomplished for lemma, _ in line.verbs.analyses(fold))
        if fold.startswith("-") and len(fold) > 1:
            hung = k - 1
        elif not (able or line.verbs.is_auxiliary(fold) or fold in line.words.clitics or line.adverb(k - 1)):
            break
        k -= 1
    if hung is None and k > 0 and line.folds[k - 1] in line.grammar.impersonal | line.grammar.expletive:
        hung = k - 1
    return k, hung
