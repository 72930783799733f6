"""Other agents: parties that did something else, or only own what was hit: « dans une zone contrôlée par X », « une attaque condamnée
par X », « au passage d'un convoi de X »."""

from recoupe.stages.claim.party import Named


def is_of_other(parties: Named, by: int) -> bool:
    """Whether « by » at a word names the agent of a participle right before it that is no deed."""
    line, words = parties.line, parties.words
    before = line.fold(by - 1)
    if line.fold(by - 2) in line.lexicon.words.openers:
        return False  # « le bombardement d'un marché par X »
    if before in words.holding or before in words.foiling:
        return True
    if before in words.staged or before in words.claiming or before in words.blaming or before in words.attacking:
        return False
    harmed = before in line.lexicon.harm.verbs or before in words.besieging
    return line.lexicon.verbs.is_past_participle(before) and not harmed


def is_possession(parties: Named, of: int) -> bool:
    """Whether the party behind « of » only owns a thing that stands in the clause, and is not its subject."""
    line, words = parties.line, parties.words
    if line.fold(of) not in line.lexicon.figures.of or line.fold(of - 1) not in words.possessions:
        return False
    article = of - 2
    return article > 0 and line.fold(article - 1) != ","
