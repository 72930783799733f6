"""Of the source: whether the words behind a source, past its comma, tell of it and are no part of what it says."""

from recoupe.stages.attribute.words.line import Line


def tells_of_source(line: Line, k: int) -> bool:
    """Whether at token `k` begins what tells of who was just named: a relative clause (« …, selon la mairie, dont … »,
    « …, selon lequel … »), what another makes of it (« …, ce que nie le maire »), who heard them (« …, joint par … ») or
    where they serve (« …, en poste à … »)."""
    if k >= line.n:
        return False
    cues, grammar = line.pack.cues, line.grammar
    if line.folds[k] in grammar.glosses or any(
        line.phrase_at(k, phrases) for phrases in (cues.resting, cues.relative_after, cues.relative)
    ):
        return True
    if line.word_in(k, grammar.this) and line.word_in(k + 1, line.words.relatives):
        return True
    if line.word_in(k, grammar.inside) and line.word_in(k + 1, grammar.stations):
        return True
    heard = any(lemma in cues.quoting and f.mood == "participle" for lemma, f in line.verbs.analyses(line.folds[k]))
    return heard and (line.word_in(k + 1, grammar.located) or line.word_in(k + 1, grammar.told))


def its_own_clause(line: Line, start: int, end: int) -> bool:
    """Whether the words for a source end in a relative clause of theirs (« le gouverneur, dont le message dit assez :
    … »): what a colon opens behind them is the journalist's."""
    return any(line.folds[k] in line.grammar.glosses and line.opens_clause[k] for k in range(start, end))
