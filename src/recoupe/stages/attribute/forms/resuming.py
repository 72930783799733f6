"""Resuming: acts about what the sentence has just said (« …, ce que les rebelles démentent »)."""

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.left_edge import left_edge
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_FARTHEST = 8
"""So many words at most part « ce que » from the verb."""


def resumed(line: Line, group: Group) -> int | None:
    """The token of « ce que » behind a comma that the group belongs to; None when it belongs to none."""
    if group.kind != "finite" or group.subject is not None or not group.cue.frames & {"object", "infinitive_de"}:
        return None
    # « …, ce que nie l'armée », « …, ce dont l'armée se défend »
    relative = line.grammar.that if "object" in group.cue.frames else line.grammar.whose
    grammar, nearest = line.grammar, max(0, group.start - _FARTHEST)
    near = line.folds[nearest + 1 : max(0, group.start - 1)]
    if either(grammar.this, grammar.which, grammar.indefinite, grammar.taken_up).isdisjoint(near):
        return None
    for at in range(group.start - 2, nearest, -1):
        if line.word_in(at, line.grammar.this) and line.word_in(at + 1, relative):
            return at if line.folds[at - 1] == "," else None
        if line.word_in(at, line.grammar.which) and line.folds[at - 1] == ",":
            return at  # « …, which the army denies »
        if line.word_in(at, line.grammar.indefinite) and line.word_in(at + 1, line.grammar.taken_up):
            # « …, a claim the army denies », « …, un bilan que confirme l'hôpital »
            bound = line.traits.open_clauses or line.word_in(at + 2, line.grammar.that)
            return at if line.folds[at - 1] == "," and bound else None
        if line.word_in(at, line.grammar.taken_up) and line.folds[at - 1] == "," and not line.traits.open_clauses:
            return (
                at if line.word_in(at + 1, line.grammar.that) else None
            )  # « …, version que contestent les habitants »
        if line.folds[at] == "," or line.verb_here(at):
            return None
    return None


def _opening(line: Line, at: int) -> int:
    """Words of what takes up the sentence before: « ce que », « which », « a claim that »."""
    if line.word_in(at, line.grammar.which):
        return 1
    if line.word_in(at, line.grammar.taken_up):
        return 2
    return 2 + line.word_in(at + 2, line.words.relatives) if line.word_in(at, line.grammar.indefinite) else 2


def resume(line: Line, quotes: Quotes, group: Group, at: int, before: Content | None) -> Draft | None:
    """The act of the group that takes up what stands before the token `at`: the content `before`, else the clause."""
    if group.negated and group.lemma not in line.pack.cues.negatable:
        return None
    if group.cue.stance == "estimate" and line.word_in(at, line.grammar.taken_up):
        return None  # « …, bilan que le procureur situait autour de 60 »: another number
    size = _opening(line, at)
    turned = group.start == at + size
    if turned and line.traits.open_clauses:
        return None  # « …, which denied it »
    source = following(line, group.end) if turned else subject(line, group.start, at + size)
    if source is None or not (line.speaks(*source) or line.word_in(source[0], line.words.speakers)):
        return None
    if before is None and group.cue.stance == "deny":
        return None  # « le raid a tué dix civils, ce que nie l'armée »: the count is the article's, not the army's
    if before is None:
        start = left_edge(line, quotes, at, (), None, inside=False)
        end = last_word(line, at, start)
        if line.main_verb(start, end) is None:
            return None
        before = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    if "object" not in group.cue.frames:
        before = _accusation(line, quotes, before)
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), before, group.cue.stance)


def _accusation(line: Line, quotes: Quotes, content: Content) -> Content:
    """What those who are accused answer for: the accusation without the accused (« reproche à Minsk | de laisser … »)."""
    for k in range(line.index(content.start), line.stop(content.end) - 1):
        if line.folds[k] in line.grammar.of and line.infinitive(k + 1):
            return stretch(line, quotes, line.tokens[k].start, content.end)
    return content
