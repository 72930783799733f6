"""Acts: whether a claim denies, admits or accuses: by the stance of its source, or by its own words."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.model.attribution import Attribution
from recoupe.model.claim import ClaimKind
from recoupe.stages.claim.kinds.accused import of_accusation, of_any_deed
from recoupe.stages.claim.kinds.signs import Hit
from recoupe.stages.claim.kinds.stretch import Notes, Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

_HEAD = 6
"""How many words of a content may say what is denied or recognised."""
_CLAIMED = 9
_BEHIND = 6
_VERB = 3
_SUBJECT = 7
_STANCES = frozenset({"deny", "admit", "accuse", "claim_responsibility"})


class Act(NamedTuple):
    """What a source does by stating something."""

    kind: ClaimKind | None = None
    accused: tuple[str, ...] = ()


def act_of(attribution: Attribution, notes: Notes, index: KindIndex, text: str) -> Act:
    """What the stance of a source makes of its content, and whom it accuses."""
    if attribution.negated or attribution.stance not in _STANCES:
        return Act()
    acts, part = index.words.acts, next(iter(notes.parts(attribution.content)), None)
    if part is None:
        return Act()
    content = Stretch(notes, part)
    head = content.line.folds[:_HEAD]
    if attribution.stance == "admit":
        return Act("admission") if acts.not_admitted.isdisjoint(head) else Act()
    if attribution.stance == "claim_responsibility":
        return Act("admission") if not acts.claimed.isdisjoint(content.line.folds[:_CLAIMED]) else Act()
    cue = tuple(t.fold for p in notes.parts(attribution.cue) for t in p.tokens) if attribution.cue is not None else ()
    lemmas = {lemma for word in cue for lemma, _ in index.lexicon.verbs.analyses(word)}
    if attribution.stance == "deny":
        # « rejette la trêve » denies nothing
        return Act("denial") if lemmas.isdisjoint(acts.rejecting) or not acts.charges.isdisjoint(head) else Act()
    idiom = not acts.accusing_words.isdisjoint(cue)
    if idiom and not acts.charges.isdisjoint(head):
        return Act("denial")  # « met en cause les chiffres »
    if idiom or not lemmas.isdisjoint(acts.accusing):
        blaming = not lemmas.isdisjoint(acts.blaming)
        return Act("responsibility", of_accusation(content, index, blaming=blaming, text=text))
    # « condamne l'attaque israélienne »: an accusation only where somebody is named who did it
    charged = of_any_deed(content, index)
    return Act("responsibility", charged) if charged else Act()


def denies_deed(stretch: Stretch, found: Sequence[Hit], index: KindIndex) -> int | None:
    """The word at which it is denied that somebody did a deed (« n'a pas visé l'hôpital »); None when it is not."""
    line, acts, clauses = stretch.line, index.words.acts, index.words.clauses
    if clauses.negation.isdisjoint(line.words):
        return None
    for at, fold in enumerate(line.folds):
        if fold not in clauses.negation:
            continue
        behind = line.folds[at + 1 : at + 1 + _BEHIND]
        # « n' » alone denies nothing, « not » does
        if (acts.none and acts.none.isdisjoint(behind)) or not _of_self(stretch, at, index):
            continue
        # « carried out no strikes » has its verb before, and « no civilians were killed » denies nobody's deed
        verb = line.folds[max(0, at - _VERB) : at] if fold in index.lexicon.words.openers else behind
        lemmas = {lemma for word in verb for lemma, _ in index.lexicon.verbs.analyses(word)}
        done = any(at < hit.at <= at + _BEHIND + _SUBJECT for hit in found)
        done = done or not stretch.notes.agents.deeds.isdisjoint(behind)
        if (done and not acts.deeds.isdisjoint(lemmas)) or not acts.answerable.isdisjoint(behind):
            return at
    return None


def _of_self(stretch: Stretch, at: int, index: KindIndex) -> bool:
    """Whether who is said not to have done it stands before the negation, or an infinitive behind it."""
    line = stretch.line
    if at <= 1 or any(form.mood == "infinitive" for _, form in index.lexicon.verbs.analyses(line.fold(at + 2))):
        return True
    first = max(0, at - _SUBJECT)
    if any(first <= party.first < at for party in stretch.parties.named):
        return True
    return not index.words.acts.selves.isdisjoint(line.folds[first:at])
