"""Tallies: a count told as its owner's (« the ministry's tally was 34 dead », « its toll stood at 12 », « le décompte de l'ONG
s'arrête à douze »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.boundaries import boundary
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import nearest
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_BETWEEN = 4
"""So many words at most stand between owner and count noun, and between its verb and the number."""


_TO_WHOM = 7
"""Words at most from a participle to « par »."""
_LONGEST_OWNER = 12
"""Words at most from « de » to the verb behind the owner."""


def tallies(line: Line, quotes: Quotes, groups: Sequence[Group]) -> list[tuple[int, Draft]]:
    """The acts in which a count noun with its owner is the subject of a number, each with the token of its verb."""
    if line.grammar.presented.isdisjoint(line.sentence.words):
        return []
    found = []
    for noun, fold in enumerate(line.folds):
        draft = None
        if fold in line.grammar.presented:
            draft = _given(line, quotes, noun, groups) or _read(line, quotes, noun, groups)
        if draft is not None:
            found.append(draft)
    return found


def _given(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> tuple[int, Draft] | None:
    """The act of who gave a count that the sentence tells: « Un bilan, fourni mardi par la mairie, était de trois morts »."""
    made = noun + 1
    if line.word_in(made, line.grammar.of) and line.word_in(made + 1, line.pack.cues.tolls):
        made += 2  # « le nombre de morts, établi par »
    while line.is_word(made) and not line.participle(made) and made <= noun + 2:
        made += 1  # « un bilan provisoire établi par »
    made += line.word_in(made, _COMMA)
    if not line.participle(made) or any(g.start <= made < g.end for g in groups):
        return None  # « un bilan donné par »: a cue, read as such
    if line.pack.cues.setting.isdisjoint(lemma for lemma, _ in line.verbs.analyses(line.folds[made])):
        return None  # « le nombre de réfugiés, accueillis par X, est de »
    by = _by(line, line.skip(made + 1))
    if by is None:
        return None
    source = following(line, by + 1)
    if source is None or not line.speaks(*source):
        return None
    said = number_behind(line, quotes, source[1], groups)
    if said is None:
        return None
    return said[0], Draft(line, chars(line, source), chars(line, (made, by + 1)), said[1], "say")


def number_behind(line: Line, quotes: Quotes, end: int, groups: Sequence[Group]) -> tuple[int, Content] | None:
    """The number that a sum is said to be behind who gave it, which ends before token `end`, with the token of its verb (« Le bilan
    donné par la mairie | s'élève à trois morts »); None where none is told."""
    verb = line.skip(end + line.word_in(end, _COMMA))
    verb += line.word_in(verb, line.words.reflexives)
    if verb >= line.n or not line.verb_here(verb) or any(g.start <= verb < g.end for g in groups):
        return None
    number = _number(line, verb, verb)  # « dépasse trente morts »: the verb is read with its number
    return None if number is None else (verb, _said(line, quotes, number, groups))


def _number(line: Line, verb: int, first: int) -> int | None:
    """Where the number stands, from token `first` on, to which the verb leads; None where it leads to none."""
    number = next((k for k in range(first, min(verb + 1 + _BETWEEN, line.n)) if line.count_at(k)), None)
    return number if number is not None and all(_leads_to(line, k) for k in range(verb + 1, number)) else None


def _said(line: Line, quotes: Quotes, number: int, groups: Sequence[Group]) -> Content:
    """What is counted, from its number to the end of the clause."""
    end = last_word(line, clause_end(line, quotes, number, "counting", groups, None), number)
    return stretch(line, quotes, line.tokens[number].start, line.tokens[end - 1].end)


def _by(line: Line, start: int) -> int | None:
    """The « par » behind a participle and to whom or where it was said (« communiqué à l'AFP | par X »), or None."""
    for k in range(start, min(start + _TO_WHOM, line.n)):
        if line.word_in(k, line.grammar.by):
            return k
        if not line.is_word(k) or line.participle(k) or line.verb_here(k) or line.opens_clause[k]:
            return None
    return None


def _read(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> tuple[int, Draft] | None:
    owner = _owner_behind(line, noun)
    verb = _verb_behind(line, noun + 1) if owner is None else owner[1]
    if verb >= line.n or not line.verb_here(verb):
        return None
    if any(g.start <= verb < g.end and (owner is None or g.cue.frames & {"object", "counting"}) for g in groups):
        return None
    number = _number(line, verb, verb + 1)
    if number is None:
        return None
    start = _owner(line, noun) if owner is None else owner[0]
    if start is None:
        return None
    stop = noun + 1 if owner is None else line.skip_back(verb)
    stop = next((k for k in range(noun, stop) if line.folds[k] == ","), stop)
    front = verb - line.word_in(verb - 1, line.words.reflexives)
    said = _said(line, quotes, number, groups)
    return verb, Draft(line, chars(line, (start, stop)), chars(line, (front, number)), said, "say")


def _verb_behind(line: Line, i: int) -> int:
    """The token at `i`, past adverbs, what is set in between commas without a verb, and a reflexive pronoun (« Son décompte,
    établi dans la nuit, s'élevait à … »)."""
    i = line.skip(i)
    if line.word_in(i, _COMMA):
        close = next((k for k in range(i + 1, min(i + _LONGEST_OWNER, line.n)) if line.folds[k] == ","), i)
        i = line.skip(close + 1) if line.main_verb(i, close) is None else i
    return i + line.word_in(i, line.words.reflexives)


def _owner_behind(line: Line, noun: int) -> tuple[int, int] | None:
    """Where the phrase begins whose owner stands behind the noun (« un précédent décompte de l'ONG »), and its verb; or None.

    « Le bilan de l'armée est de dix morts » may be its losses: a plain definite article does not say whose count it is.
    """
    of = noun + 1
    while line.is_word(of) and line.folds[of] not in line.words.prepositions and of <= noun + 2:
        of += 1  # « un décompte provisoire de … »
    if not line.word_in(of, line.grammar.of_contracted) or line.pack.voices.possessors:
        return None
    article = noun - 1
    while article > 0 and line.word_in(article, line.words.prenominal):
        article -= 1
    if not line.word_in(article, line.words.openers):
        return None
    if (
        article == noun - 1
        and line.word_in(noun, line.pack.cues.losses)
        and line.word_in(article, line.grammar.definite)
    ):
        return None
    verb = next((k for k in range(of + 1, min(of + _LONGEST_OWNER, line.n)) if line.verb_here(k)), None)
    end = line.skip_back(verb) if verb is not None else of
    if verb is None or end <= of + 1 or line.folds[of:verb].count(",") == 1:
        return None  # « De l'avis de témoins, les assaillants étaient une centaine »
    if line.folds[of + 1] not in line.pack.voices.owners and not _counts(line, of + 1, end):
        return None
    harmed = any(line.folds[k] in line.pack.cues.tolls for k in range(of + 1, end))
    return None if harmed else (article, verb)


def _leads_to(line: Line, i: int) -> bool:
    """Whether the word at `i` may stand between a count's verb and its number: « has risen to », « now stood at »."""
    return line.adverb(i) or line.participle(i) or line.folds[i] in line.words.prepositions


def _owner(line: Line, noun: int) -> int | None:
    """Where the phrase begins that says whose count it is; None where that is nobody who counts."""
    for k in range(noun - 1, max(-1, noun - 1 - _BETWEEN), -1):
        if line.folds[k] in line.pack.voices.owners:
            # « Leur bilan s'établit à 14 morts »: that of the attacks
            return None if line.word_in(noun, line.pack.cues.losses) else k
        if line.folds[k] in line.pack.voices.possessors:
            owner = nearest(line, boundary(line, k), k)
            return owner[0] if owner is not None and _counts(line, *owner) else None
        if not line.is_word(k) or line.folds[k] in line.words.prepositions:
            return None
    return None


def _counts(line: Line, start: int, end: int) -> bool:
    """Whether start:end is somebody who counts: no state, whose toll is that of its own people."""
    last = line.tokens[end - 1].end
    state = any(m.span.end == last and m.entity.kind == "state" for m in line.mentions)
    return line.speaks(start, end) and not state
