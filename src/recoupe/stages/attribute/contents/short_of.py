"""Short of: where what is claimed, denied or promised ends before what the article adds to it behind a comma, and before the
words of an idiom behind its object (token indexes within a line)."""

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_SETTLING = frozenset({"claim_responsibility", "deny", "promise"})
"""Stances of those who answer for the thing alone that they name."""
_SHORT = 14
"""Words at most from the beginning of what is said to the comma behind which the article tells on."""


def told_on(line: Line, start: int, comma: int, frame: str, own: Group | None) -> bool:
    """Whether the article tells on behind the comma of the thing that is claimed, denied or promised from `start` on
    (« a revendiqué l'attentat, | dont la ville se remet », « dément ce bilan, | établi sur place »)."""
    if own is None or own.cue.stance not in _SETTLING or frame == "that" or comma - start > _SHORT:
        return False
    k = comma + 1
    if line.traits.open_clauses or "," in line.folds[start:comma] or k >= line.n:
        return False
    several = line.numeric(start) and not line.word_in(start, line.grammar.indefinite)
    if several and line.participle(k) and own.cue.stance == "claim_responsibility":
        return False  # « a revendiqué sept frappes, menées lundi, qui auraient tué … »: he counts them himself
    k += line.word_in(k, line.words.prepositions) and line.word_in(k + 1, line.words.relatives)
    if line.word_in(k, line.words.relatives):
        return line.main_verb(k + 1, line.n) is not None
    if line.participle(k) and not line.verb_here(k):
        return True
    thing = line.word_in(k, either(line.grammar.indefinite, line.grammar.contracted)) and not line.speaks(k, line.n)
    return thing and line.main_verb(k, line.n) is None


def background(line: Line, start: int, comma: int) -> bool:
    """Whether the article tells behind the comma, to the sentence's end and in the present, what the thing named before it is or
    does anyway (« impute l'attaque aux rebelles, | qui tiennent le nord du pays »). What was done is told by the speaker
    (« …, qui ont pillé le marché »)."""
    k = comma + 1
    if line.traits.open_clauses or k + 1 >= line.n or not line.opens_clause[k] or "," in line.folds[k:]:
        return False
    glosses = line.word_in(k, either(line.grammar.glosses, line.grammar.that))
    if not glosses or (line.word_in(k + 1, line.words.clitics) and line.word_in(k, line.grammar.that)):
        return False
    if line.word_in(k, line.words.partitives) and not _has_something(line, k + 1):
        return False  # « dix corps, dont beaucoup gisent sous les gravats »
    verb = line.main_verb(k + 1, line.n)
    if verb is None or (line.main_verb(start, comma) is None and "," in line.folds[start:comma]):
        return False
    compound = line.verbs.is_auxiliary(line.folds[verb]) and line.participle(line.skip(verb + 1))
    forms = [f for _, f in line.verbs.analyses(line.folds[verb]) if f.finite]
    return not compound and any(f.tense == "present" and f.mood == "indicative" for f in forms)


def _has_something(line: Line, k: int) -> bool:
    """Whether at `k` a thing of its own begins behind « dont », no part of those before it."""
    return line.word_in(k, line.grammar.definite) and not line.word_in(k + 1, line.grammar.quantities)


def without_idiom(line: Line, quotes: Quotes, group: Group, content: Content) -> Content:
    """The content without the words of the cue's idiom behind it, and how it was said (« met | l'armée | en cause »)."""
    if content.form == "direct" or line.traits.open_clauses:
        return content  # « put the toll | at twelve »: the number is what is said
    start = line.index(content.start)
    for idiom in line.pack.cues.idioms.get(group.lemma, ()):
        if not idiom.apart or idiom.cue is not group.cue or idiom.words[-1] in line.grammar.of_contracted:
            continue
        for at in range(start + 1, line.stop(content.end)):
            after = at + len(idiom.words)
            closes = after >= line.stop(content.end) or line.word_in(after, line.grammar.without)
            if closes and tuple(line.folds[at:after]) == idiom.words:
                end = last_word(line, at, start)
                return stretch(line, quotes, content.start, line.tokens[end - 1].end)
    return content
