"""Acts: whether a claim denies, admits or accuses: by the stance of its source, or by its own words."""

from collections.abc import Sequence

from recoupe.model.attribution import Attribution
from recoupe.model.claim import ClaimKind
from recoupe.stages.claim.kind_index import KindIndex
from recoupe.stages.claim.signs import Hit
from recoupe.stages.claim.stretch import Stretch

_HEAD = 6
"""How many words of a content may say what is denied or recognised."""
_REACH = 6
_SUBJECT = 7


def cue_lemmas(attribution: Attribution, index: KindIndex) -> tuple[frozenset[str], tuple[str, ...]]:
    """The infinitives that the words of a cue can be, and its words folded."""
    if attribution.cue is None:
        return frozenset(), ()
    words = tuple(index.words_of(attribution.cue.text))
    return frozenset(lemma for word in words for lemma, _ in index.lexicon.verbs.analyses(word)), words


def of_stance(attribution: Attribution, content: Stretch, index: KindIndex) -> ClaimKind | None:
    """What the stance of the source makes of the claim; « accuse » is a responsibility by its verb alone."""
    acts = index.words.acts
    if attribution.negated:
        return None
    head = content.line.folds[:_HEAD]
    match attribution.stance:
        case "deny":
            lemmas, _ = cue_lemmas(attribution, index)
            if not lemmas.isdisjoint(acts.rejecting) and acts.charges.isdisjoint(head):
                return None  # « rejette la trêve »
            return "denial"
        case "admit":
            return "admission" if acts.not_admitted.isdisjoint(head) else None
        case "claim_responsibility":
            return "admission"
        case "accuse":
            lemmas, words = cue_lemmas(attribution, index)
            sure = not lemmas.isdisjoint(acts.accusing) or not acts.accusing_words.isdisjoint(words)
            return "responsibility" if sure else None
        case _:
            return None


def denied_deed(stretch: Stretch, found: Sequence[Hit], index: KindIndex) -> int | None:
    """Where the words deny that somebody did a deed (« n'a pas visé l'hôpital »); None when they do not."""
    line, acts, clauses = stretch.line, index.words.acts, index.words.clauses
    if clauses.negation.isdisjoint(line.folds):
        return None
    verbs = index.lexicon.verbs
    for at, fold in enumerate(line.folds):
        if fold not in clauses.negation:
            continue
        behind = line.folds[at + 1 : at + 1 + _REACH]
        if acts.none.isdisjoint(behind) or not _of_self(stretch, at, index):
            continue
        lemmas = {lemma for word in behind for lemma, _ in verbs.analyses(word)}
        does = not acts.deeds.isdisjoint(lemmas) and any(at < hit.at <= at + _REACH + _SUBJECT for hit in found)
        if does or not acts.answerable.isdisjoint(behind):
            return at
    return None


def _of_self(stretch: Stretch, at: int, index: KindIndex) -> bool:
    """Whether who is said not to have done it stands before the negation, or it opens an infinitive."""
    line = stretch.line
    if at <= 1 or any(form.mood == "infinitive" for _, form in index.lexicon.verbs.analyses(line.fold(at + 2))):
        return True
    first = max(0, at - _SUBJECT)
    if any(first <= party.first < at for party in stretch.parties.named):
        return True
    return not index.words.acts.selves.isdisjoint(line.folds[first:at])
