"""Counted objects: whether what stands behind a verb of counting is a toll, and not a number of something else (token
indexes within a line)."""

from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line


def toll(line: Line, start: int, group: Group) -> bool:
    """Whether what is counted is people harmed or strikes, or left out (« en dénombre 3 100 »).

    « La ville compte 1,4 million d'habitants » reports nothing.
    """
    tolls = line.pack.cues.tolls
    if line.word_in(group.end - 1, line.grammar.to_full) and line.numeric(start):
        # « porte à 12 morts », « à 36 le nombre des morts »; not « a relevé à 40 kilomètres de là dix corps »
        at = line.tokens[start].start
        end = line.index(max((n.span.end for n in line.numerals if at <= n.span.start < at + 20), default=at))
        if (
            line.is_word(end)
            and not line.word_in(end, line.words.openers)
            and tolls.isdisjoint(line.folds[end : end + 3])
        ):
            return False
    if any(f in tolls for f in line.folds[min(group.end, start) : start + 9]):
        return True  # « dénombre parmi ces morts six enfants »
    counts = group.lemma not in line.pack.cues.placing  # « y a ajouté cinquante attaques » adds to what happened
    if counts and any(
        line.word_in(k, line.grammar.adverbial_pronouns) for k in range(max(0, group.start - 2), group.main)
    ):
        return True
    first = line.tokens[start].start
    end = max((n.span.end for n in line.numerals if first <= n.span.start < first + 20), default=first)
    return not line.is_word(line.index(end))


def told_of(line: Line, source: Stretch) -> bool:
    """Whether those named are themselves counted, or are what was told: they bring a toll to a number by what befell them (« Ces
    deux policiers portent à 98 … », « Cela porte le bilan à … »)."""
    first, stop = source[0], line.head(*source)
    if line.word_in(first, line.grammar.neuter) and source[1] == first + 1:
        return True
    these = line.word_in(first, line.grammar.demonstratives) and line.counts(first, stop)
    return these or not line.pack.cues.tolls.isdisjoint(line.folds[first:stop])


def same_toll(line: Line, i: int) -> bool:
    """Whether « le même bilan », « ce chiffre » stands at token `i`: what has been counted before."""
    noun = i + 1 + line.word_in(i + 1, line.grammar.same)
    return noun > i + 1 and line.word_in(noun, line.pack.cues.documents)


def counted_at(line: Line, start: int) -> bool:
    at = line.tokens[start].start
    near = line.tokens[min(start + 5, line.n - 1)].end
    return any(
        at <= n.span.start < near and not n.article and not n.ordinal and not _nobody(line, line.index(n.span.start))
        for n in line.numerals
    )


def _nobody(line: Line, i: int) -> bool:
    """Whether token `i` counts none, and of no loss (« aucun témoin », not « aucun blessé »)."""
    return line.word_in(i, line.words.nobody) and not line.word_in(i + 1, line.grammar.losses)
