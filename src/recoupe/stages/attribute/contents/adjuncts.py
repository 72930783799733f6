"""Adjuncts: how somebody says something, told behind the thing said (« dément ces chiffres | sans avancer les siens »)."""

from recoupe.stages.attribute.words.line import Line

_TO_INFINITIVE = 4
"""Words at most from « sans » to its infinitive (« sans toutefois en donner »)."""


def before_adjunct(line: Line, start: int, end: int) -> int:
    """The exclusive end of the noun phrase start:end without what tells only how or when it was said.

    Where a verb stands in it, what follows may belong to that (« dénonce le fait de tirer sans viser »)."""
    for k in range(start + 1, end - 1):
        if line.infinitive(k) or line.opens_clause[k] or line.verb_here(k) or not line.is_word(k):
            return end
        if _opens(line, k, end):
            return k
    around = line.word_in(end - 1, line.grammar.all) and line.word_in(end, line.grammar.in_gerund)
    return end - 1 if around and end - 1 > start else end  # « …, | tout en refusant … »


def _opens(line: Line, k: int, end: int) -> bool:
    """Whether at `k` stands « sans donner », « sans plus de détails », « avant de partir », « en quittant », « par la voix de »."""
    grammar = line.grammar
    if line.folds[k] in grammar.without:
        if line.word_in(k + 1, grammar.that) or any(
            line.word_in(m, grammar.particulars) for m in range(k + 1, end)[:4]
        ):
            return True
        near = range(k + 1, min(k + _TO_INFINITIVE, end))
        first = next((m for m in near if not (line.adverb(m) or line.word_in(m, line.words.clitics))), end)
        return first < end and line.infinitive(first)
    if line.folds[k] in grammar.before:
        return line.word_in(k + 1, grammar.of) and line.infinitive(k + 2)
    if line.phrase_at(k, line.pack.cues.speaking_through):
        return not line.participle(k - 1)  # not « un élu joint par téléphone »
    return line.word_in(k, grammar.in_gerund) and any(
        f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[k + 1])
    )
