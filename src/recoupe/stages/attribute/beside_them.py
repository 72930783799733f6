"""Beside them: another of those who speak, behind the office of the first (« ont déclaré Untel, maire, et le préfet Untel »)."""

from recoupe.stages.attribute.line import Line

_VERB_WITHIN = 6
"""Words back from a source to the verb turned round before it, at most."""


def another_of_them(line: Line, comma: int, start: int, end: int) -> bool:
    """Whether « et » behind the comma brings in another of those who speak, behind a verb in the plural (« ont déclaré Untel,
    maire de la ville, et le préfet Untel »)."""
    verb = start
    while verb > 0 and start - verb < _VERB_WITHIN and line.is_word(verb - 1):
        verb -= 1
    forms = (form for k in range(verb, start) for _, form in line.verbs.analyses(line.folds[k]))
    several = any(form.finite and form.number == "p" and form.person == 3 for form in forms)
    first = comma + 2
    if not several or not line.word_in(comma + 1, line.grammar.conjunction) or first >= end:
        return False
    close = next((m for m in range(first, end) if line.folds[m] in (",", ".", ";", ":")), end)
    return line.speaks(first, close) and line.main_verb(first, close) is None
