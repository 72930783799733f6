"""Backshift: tenses that are past only because what they tell is reported: « a indiqué que douze civils avaient péri »."""

from recoupe.stages.claim.words.line import Line


def is_backshifted(line: Line, at: int) -> bool:
    """Whether the imperfect at word `at` stands in a clause with « que » behind a verb in the perfect."""
    for that in range(at - 1, 0, -1):
        if line.stops(that):
            return False
        if line.folds[that] in line.lexicon.figures.only:
            verbs = line.lexicon.verbs
            return any(
                verbs.is_auxiliary(line.folds[i])
                and line.folds[i] not in verbs.imperfect_auxiliaries
                and verbs.is_past_participle(line.fold(i + 1))
                for i in range(that)
            )
    return False
