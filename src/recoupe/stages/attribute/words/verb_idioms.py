"""Verb idioms: the cue that a reporting verb makes with the words that belong to its idiom (« font état de »)."""

from functools import cache

from recoupe.languages.cues import VerbCue
from recoupe.languages.grammar import Grammar
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_CLAUSE_MARKS = frozenset(",;:«“")


_PRONOUN = 3
"""Words at most from an idiom's pronoun to its verb (« *en* est encore *resté* »)."""


_ADJECTIVES = 4
"""Words at most behind a toll's noun, the colon included."""


_COMMA = frozenset(",")
_THAT = frozenset({"that"})


_LONGEST_ASIDE = 8
"""So many words at most, between commas, part a verb from the words of its idiom."""


_LONGEST_CHANNEL = 14
"""And so many, where they tell through what it was said (« , dans un communiqué diffusé par l'agence officielle X, »)."""


_FARTHEST = 14
"""So many words at most part a verb from the words of its idiom that stand behind the object."""


def verb_cue(line: Line, lemma: str, i: int, reflexive: bool) -> tuple[VerbCue, int] | None:
    """The cue that the verb at `i` makes and the index after it and its idiom's words; None when it makes none."""
    cues = line.pack.cues
    after = i + 1
    if after < line.n and line.folds[after].startswith("-") and len(line.folds[after]) > 1:
        after += 1
    idioms = cues.idioms.get(lemma, ())
    starts: tuple[int, ...] = ()
    present = line.sentence.words
    for idiom in idioms:
        if len(idiom.words) > 1 and idiom.words[0] not in present:
            continue  # only a last word is ever contracted
        if idiom.reflexive and not reflexive:
            continue
        if idiom.pronoun and idiom.pronoun not in line.folds[max(0, i - _PRONOUN) : i]:
            continue
        if not idiom.words:
            return idiom.cue, after
        if idiom.apart and reflexive and idiom.cue.stance == "accuse":
            continue  # « X s'est rendu coupable de la mort de dix civils » accuses nobody
        if idiom.apart:
            end = _apart(line, after, idiom.words)
            if end is not None:
                return idiom.cue, end
            continue
        spelled = _contracted(idiom.words, line.grammar)
        if all(words[0] not in present for words in spelled):
            continue
        starts = starts or _idiom_starts(line, i, after)
        for at in starts:
            for words in spelled:
                if line.folds[at : at + 1] != [words[0]]:
                    continue
                last = at + len(words) - 1
                if tuple(line.folds[at : at + len(words)]) == words and not _aside_first(line, last):
                    if words[-1] in line.words.circumstance and line.word_in(at + len(words), line.words.channels):
                        continue  # « alerte sur Facebook la mairie »
                    if idiom.cue.frames == _THAT and words[-1] in cues.sums and not _tells(line, at + len(words)):
                        continue  # « a revu à la hausse le bilan | des violences : 203 morts »: the thing is named
                    end = at + len(words) - idiom.kept
                    # « fait état | des dizaines de blessés »: the word belongs to the number
                    return idiom.cue, end - (len(words) > 1 and line.count_at(end - 1))
                # « ont fait état mardi soir d'une série de raids »
                if tuple(line.folds[at : at + len(words) - 1]) != words[:-1]:
                    continue
                last = _past_only(line, i, past_aside(line, last)) if len(words) > 1 else at
                if line.folds[last : last + 1] == [words[-1]]:
                    return idiom.cue, last + 1
    if reflexive and lemma in cues.reflexive:
        return cues.reflexive[lemma], after
    if lemma in cues.verbs and not (reflexive and lemma in line.grammar.not_reflexive):
        return cues.verbs[lemma], after
    return None


def _aside_first(line: Line, of: int) -> bool:
    """Whether the « de » at `of` opens a set phrase that parts an idiom from its own « de » (« fait état *de son côté*
    de dix morts »)."""
    size = line.phrase_at(of, line.words.inserted)
    own = line.word_in(of, line.grammar.of_contracted) and line.word_in(line.skip(of), line.grammar.of_contracted)
    return size > 1 and own


def _tells(line: Line, i: int) -> bool:
    """Whether what is told follows at `i`, behind a colon or « que », past an adjective or two."""
    return any(
        line.folds[k] == ":" or line.folds[k] in line.grammar.that for k in range(i, min(i + _ADJECTIVES, line.n))
    )


def _idiom_starts(line: Line, verb: int, after: int) -> tuple[int, ...]:
    """Where the words of an idiom may begin whose verb is at `verb`; `after` is the index behind the verb."""
    apart = after + line.word_in(after, line.words.stressed)  # « insistent, eux, sur » without its commas
    # « s'alarme de son côté de »: past a set phrase first, which may begin like the idiom
    starts: tuple[int, ...] = (past_aside(line, after), line.skip(after), after, apart, _past_only(line, verb, after))
    if line.traits.open_clauses and line.word_in(after, line.grammar.purpose):
        of = next((k for k in range(after + 2, min(after + 4, line.n)) if line.folds[k] in line.grammar.of), after)
        starts = (*starts, of)  # « have warned for months of famine »
    return tuple(dict.fromkeys(starts))  # most often they are all one place


def _past_only(line: Line, verb: int, after: int) -> int:
    """The index after « que » in « ne parle pour l'instant que de », where it parts a verb from its idiom."""
    que = line.skip(after)
    if not line.word_in(que, line.grammar.that):
        return after
    denied = any(line.folds[k] in line.grammar.ne for k in range(max(0, verb - 4), verb))
    return que + 1 if denied else after


def past_aside(line: Line, i: int) -> int:
    """The index after the adverbs at `i` and after what stands there and parts an idiom: between commas (« fait, elle aussi, état
    de », « a fait état, dans un premier bilan, de », « parle, là encore, de ») or where it was said (« fait état sur Telegram de »)."""
    i = line.skip(i)
    if not line.word_in(i, _COMMA):
        return _past_channel(line, i)
    longest = _LONGEST_CHANNEL if line.word_in(i + 1, line.words.circumstance) else _LONGEST_ASIDE
    close = next((k for k in range(i + 1, min(i + 1 + longest, line.n)) if line.folds[k] in _CLAUSE_MARKS), None)
    if close is None or line.folds[close] != ",":
        return i
    first = line.folds[i + 1]
    beside = first in line.words.stressed or first in line.words.circumstance or first in line.grammar.to
    return line.skip(close + 1) if beside or line.skip(i + 1) == close else i


def _past_channel(line: Line, i: int) -> int:
    """The index of the « de » or « à » with which an idiom goes on behind where or to whom it was said (« a fait état à la presse |
    de douze morts »); `i` where none stands there."""
    whence = line.word_in(i - 1, line.grammar.skipped_before_source) and line.capital(i)  # « depuis | Paris »
    if not (whence or line.word_in(i, line.grammar.skipped_before_source)):
        return i
    told = whence
    for k in range(i + 1, min(i + 1 + _LONGEST_ASIDE, line.n - 1)):
        goes_on = line.word_in(k, line.grammar.of_contracted) or line.word_in(k, line.grammar.to)
        quoted = line.word_in(k + 1, OPENING) and line.count_at(
            k + 2
        )  # « parlé à la radio d'« une centaine de morts » »
        if told and goes_on and (quoted or line.count_at(k + 1) or line.word_in(k + 1, line.words.openers)):
            return k
        if not line.is_word(k) or line.numeric(k) or line.verb_here(k):
            return i
        told = told or line.capital(k) or line.word_in(k, line.words.channels) or line.word_in(k, line.grammar.hearers)
    return i


def _apart(line: Line, after: int, words: tuple[str, ...]) -> int | None:
    """The index after the verb, or after the words where they stand beside it; None when they do not follow in the
    clause."""
    for at in range(after, min(after + _FARTHEST, line.n)):
        for wanted in _contracted(words, line.grammar):
            if tuple(line.folds[at : at + len(wanted)]) == wanted:
                return after if at > line.skip(after) else at + len(wanted) - (wanted[-1] in line.grammar.of_contracted)
        if line.folds[at] in _CLAUSE_MARKS:
            return None
    return None


@cache
def _contracted(words: tuple[str, ...], grammar: Grammar) -> tuple[tuple[str, ...], ...]:
    """The idiom's words, and the same with its last « de » or « à » elided or contracted."""
    last = words[-1]
    for full, forms in ((grammar.of_full, grammar.of_contracted), (grammar.to_full, grammar.to)):
        if last in full:
            return (words, *((*words[:-1], form) for form in sorted(forms - full)))
    return (words,)
