"""Who gave: who brought out the toll or the document that then says so (« Le maire a dressé un bilan qui fait état de … », « L'armée
a publié un communiqué appelant à … »)."""

from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def who_gave(line: Line, group: Group, source: Stretch) -> Stretch | None:
    """Who gave the toll that says it: « Le maire a dressé un bilan qui fait état de dix morts » is the mayor's; or None."""
    if not line.word_in(group.start - 1, line.grammar.who):
        return None
    return None if line.pack.cues.sums.isdisjoint(line.folds[slice(*source)]) else _giver(line, source[0])


def who_published(line: Line, source: Stretch) -> Stretch | None:
    """Who brought out the new document whose participle says it: « L'armée a publié un texte accusant … » is the army's; or None."""
    new = line.word_in(source[0], line.grammar.indefinite) and line.document(*source)
    return _giver(line, source[0]) if new else None


def _giver(line: Line, thing: int) -> Stretch | None:
    """The subject of the verb of giving whose object begins at token `thing`, where it is somebody who speaks; or None."""
    left = line.skip_back(thing)
    left = next(
        (first for first, end in line.time_at.items() if end == left), left
    )  # « a publié | mardi | un communiqué »
    verb = line.skip_back(left) - 1
    gives = (
        any(lemma in line.pack.cues.setting for lemma, _ in line.verbs.analyses(line.folds[verb]))
        if verb > 0
        else False
    )
    if not gives:
        return None
    left = line.skip_back(verb)
    left -= line.verbs.is_auxiliary(line.folds[left - 1])
    found = subject(line, left) if left > 0 else None
    return found if found is not None and line.speaks(*found) else None
