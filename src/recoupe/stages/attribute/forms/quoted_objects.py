"""Quoted objects: verbs of praise, grief or mockery, which say something only in the words that they quote (« a salué le
« courage » des soldats », « pleure un homme « sans peur » »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.clause_subjects import can_speak
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_FARTHEST = 8
"""Words from the verb to the quotation mark, at most."""


def quoted_objects(
    line: Line, quotes: Quotes, groups: Sequence[Group], taken: Sequence[Draft]
) -> list[tuple[int, Draft]]:
    """The acts whose object quotes somebody's words, each with the token of its verb; `taken` are those of other readers."""
    found: list[tuple[int, Draft]] = []
    if not quotes.touching(line.sentence.start, line.sentence.end):
        return found
    for verb in range(1, line.n - 2):
        size = _expresses(line, verb)
        if not size or any(d.cue is not None and d.cue[0] <= line.tokens[verb].start < d.cue[1] for d in taken):
            continue
        start = line.skip(verb + size)
        opened = next((k for k in range(start, min(start + _FARTHEST, line.n)) if _opens(line, quotes, k)), None)
        if opened is None or any(line.folds[k] in (",", ";", ":") or line.verb_here(k) for k in range(start, opened)):
            continue
        front = verb
        if line.participle(verb) and not line.verb_here(verb):
            front = max(0, line.skip_back(verb) - 1)
        source = subject(line, front)
        if source is None or not can_speak(line, source) or line.folds[source[0]] in line.grammar.impersonal:
            continue
        end = last_word(line, clause_end(line, quotes, start, "object", groups, None), opened)
        content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
        found.append((front, Draft(line, chars(line, source), chars(line, (front, verb + size)), content, "say")))
    return found


def _opens(line: Line, quotes: Quotes, i: int) -> bool:
    return line.folds[i] in OPENING or quotes.opening(line.tokens[i].start) is not None


def _expresses(line: Line, i: int) -> int:
    """The tokens of the verb at `i`, its idiom included, where it praises, mourns or mocks; 0 where it does not."""
    analyses = line.verbs.analyses(line.folds[i])
    if not analyses:
        return 0
    idiom = line.phrase_at(i + 1, line.pack.cues.praising_idioms)
    lemmas = [v for v, f in analyses if f.person == 3 or (f.mood == "participle" and f.tense == "past")]
    if not lemmas:
        return 0
    if not idiom and line.pack.cues.praising.isdisjoint(lemmas):
        return 0
    if not (line.verb_here(i) or (line.participle(i) and line.verbs.is_auxiliary(line.folds[line.skip_back(i) - 1]))):
        return 0
    return 1 + idiom
