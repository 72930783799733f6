"""Concessive: what is said in a clause set before the main one (« Quand la police parle de six morts, les rebelles … »,
« Selon l'ONU, qui demande une trêve, les camps … »)."""

from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.phrases.main_clause import opens_with_clause, opens_with_source, subject_start
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def within_clause(line: Line, quotes: Quotes, group: Group, draft: Draft) -> Draft:
    """The act of a verb in a clause that opens the sentence, its content without the main clause behind the comma."""
    if draft.content.form == "direct" or draft.content.start < line.tokens[group.main].start:
        return draft
    glossed = line.word_in(group.start - 1, line.grammar.who) and opens_with_source(line)
    if not glossed and not opens_with_clause(line, 0, group.start):
        return draft
    verb = line.main_verb(0, line.n)
    start, end = line.index(draft.content.start), line.stop(draft.content.end)
    left = line.skip_back(verb) if verb is not None else 0
    if not start < left <= end + 1:
        return draft
    at = subject_start(line, start, left)
    if at is not None and line.folds[at - 1] == "," and (stop := last_word(line, at - 1, start)) > start:
        draft.content = stretch(line, quotes, draft.content.start, line.tokens[stop - 1].end)
    return draft
