"""Nicknames: a name apposed to a person's by « dit », which then reports nothing (« le président, Untel, dit le Tigre, accuse »)."""

from recoupe.stages.attribute.line import Line

Stretch = tuple[int, int]

_LONGEST = 7
"""Words of a nickname at most, its article and quotation marks included."""
_COMMA = frozenset(",")
_MARKS = frozenset('«»"“”')


def nickname_end(line: Line, i: int) -> int | None:
    """The comma that closes the nickname which the word at `i` brings in; None where it brings in none.

    A person's name stands before its comma and a verb behind the closing one; what is named between is no body, medium or
    state (« Untel, dit Reuters, a fui »).
    """
    if not 2 <= i < line.n - 2 or not line.word_in(i, line.pack.voices.nicknames) or line.folds[i - 1] != ",":
        return None
    before = line.tokens[i - 2].end
    if not any(m.span.end == before and m.entity.kind == "person" for m in line.mentions):
        return None
    first = i + 1
    while line.word_in(first, line.grammar.definite) or line.word_in(first, _MARKS):
        first += 1
    close = next((k for k in range(first, min(first + _LONGEST, line.n - 1)) if line.folds[k] == ","), None)
    if close is None or not line.capital(first):
        return None
    named = line.tokens[first].start
    if any(m.span.start == named and m.entity.kind != "person" for m in line.mentions):
        return None
    verb = close + 1
    while verb < line.n - 1 and line.word_in(verb, line.words.clitics):
        verb += 1
    return close if line.verbs.is_auxiliary(line.folds[verb]) or line.verb_here(verb) else None


def closes_nickname(line: Line, comma: int) -> bool:
    """Whether the comma closes a nickname."""
    return any(nickname_end(line, i) == comma for i in range(max(0, comma - _LONGEST - 2), comma))


def with_nickname(line: Line, source: Stretch) -> Stretch:
    """The words that name somebody, with the nickname behind them."""
    close = nickname_end(line, source[1] + 1) if line.word_in(source[1], _COMMA) else None
    return source if close is None else (source[0], close)
