"""Beside them: another of those who speak, behind the office of the first (« ont déclaré Untel, maire, et le préfet Untel »)."""

from recoupe.stages.attribute.words.line import Line

_VERB_WITHIN = 6
"""Words back from a source to the verb turned round before it, at most."""


_LISTED = 10
"""Words at most from a comma to the « et » of its list."""


def goes_on_listing(line: Line, comma: int, first: int, end: int) -> bool:
    """Whether the comma stands in a list inside the phrase that begins at `first`: of what bodies are of (« les ministères de la
    Santé, de la Défense et de l'Intérieur »), of adjectives (« des sources policières, médicales et militaires »), or before a
    second office with its name (« le gouverneur, Untel, et le maire, Untel, »)."""
    if comma + 2 >= end or line.pack.voices.possessors:
        return False
    if line.word_in(comma + 1, line.grammar.conjunction):
        return _is_office(line, comma + 2, end)
    last = next(
        (k for k in range(comma + 2, min(comma + _LISTED, end)) if line.word_in(k, line.grammar.conjunction)), None
    )
    if last is None or last + 1 >= end:
        return False
    if any(not (line.is_word(k) or line.folds[k] == ",") for k in range(comma + 1, last)):
        return False
    tokens, words = line.tokens, line.pack.voices
    told = (tokens[k] for k in (comma - 1, comma + 1, last - 1, last + 1))
    if all(token.fold in words.kinds or words.adjectival(token) for token in told):
        return last - comma == 2 or line.folds[comma + 2] == ","
    held = next((k for k in range(comma - 1, first, -1) if line.word_in(k, line.grammar.of_contracted)), None)
    several = held is not None and tokens[line.head(first, comma) - 1].text.endswith("s")
    return several and all(_is_field(line, k, end) for k in (held or 0, comma + 1, last + 1))


def _is_field(line: Line, of: int, end: int) -> bool:
    """Whether « of » at `of` and a name with a capital stand there (« de la Défense », « du Sud »)."""
    if not line.word_in(of, line.grammar.of_contracted):
        return False
    name = of + 1 + line.word_in(of + 1, line.grammar.definite)
    return name < end and line.capital(name)


def _is_office(line: Line, start: int, end: int) -> bool:
    """Whether an office stands at `start`, and the name of who holds it between commas behind it."""
    close = next((k for k in range(start, min(start + _LISTED, end)) if line.folds[k] == ","), None)
    if close is None or close + 2 >= end or not line.word_in(start, line.grammar.definite):
        return False
    held = any(line.folds[k] in line.pack.voices.roles for k in range(start + 1, min(start + 3, close)))
    behind = next((k for k in range(close + 1, end) if line.folds[k] == ","), None)
    if (
        behind is not None
        and behind + 1 < line.n
        and (line.verb_here(behind + 1) or line.word_in(behind + 1, line.words.speakers))
    ):
        return False  # « et le gouverneur, Untel, l'a confirmé »
    name = line.tokens[close + 1].start
    return held and any(m.span.start == name and m.entity.kind == "person" for m in line.mentions)


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
