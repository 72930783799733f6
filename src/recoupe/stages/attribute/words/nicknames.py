"""Nicknames: a name apposed to a person's by « dit », which then reports nothing (« le président, Untel, dit le Tigre, accuse »)."""

from recoupe.model.annotation import Entity
from recoupe.stages.attribute.words.line import Line

Stretch = tuple[int, int]

_LONGEST = 7
"""Words of a nickname at most, its article and quotation marks included."""
_COMMA = frozenset(",")
_MARKS = frozenset('«»"“”')


def nickname_end(line: Line, i: int) -> int | None:
    """The comma that closes the nickname which the word at `i` brings in; None where it brings in none.

    A person's name stands before its comma and a verb behind the closing one. What is named between is no body, medium or state
    (« Untel, dit Reuters, a fui »), nor somebody else by his whole name (« Untel, dit Jean Martin, a fui »).
    """
    if not 2 <= i < line.n - 2 or not line.word_in(i, line.pack.voices.nicknames) or line.folds[i - 1] != ",":
        return None
    before = line.tokens[i - 2].end
    bearer = next((m.entity for m in line.mentions if m.span.end == before and m.entity.kind == "person"), None)
    if bearer is None:
        return None
    first = i + 1
    while line.word_in(first, line.grammar.definite) or line.word_in(first, _MARKS):
        first += 1
    close = next((k for k in range(first, min(first + _LONGEST, line.n - 1)) if line.folds[k] == ","), None)
    if close is None or not line.capital(first):
        return None
    if _somebody(line, i + 1, first, close, bearer):
        return None
    verb = close + 1
    while verb < line.n - 1 and line.word_in(verb, line.words.clitics):
        verb += 1
    return close if line.verbs.is_auxiliary(line.folds[verb]) or line.verb_here(verb) else None


def so_called(line: Line, i: int) -> bool:
    """Whether the word at `i` only says how the thing before it is called in quotation marks, its verb behind them (« Le procès
    dit « Ndélé 1 » s'est ouvert », « l'accord dit « de paix » n'a pas tenu »)."""
    if not line.word_in(i, line.pack.voices.nicknames) or i + 2 >= line.n or not line.word_in(i + 1, _MARKS):
        return False
    noun = i > 0 and line.is_word(i - 1) and not line.word_in(i - 1, line.words.clitics)
    if not noun or line.verbs.is_auxiliary(line.folds[i - 1]) or line.word_in(i - 1, line.words.subjects):
        return False
    close = next((k for k in range(i + 2, min(i + 2 + _LONGEST, line.n - 1)) if line.word_in(k, _MARKS)), None)
    if close is None:
        return False
    verb = close + 1
    while verb < line.n - 1 and line.word_in(verb, line.words.clitics):
        verb += 1
    if any(form.mood == "infinitive" for _, form in line.verbs.analyses(line.folds[verb])):
        return False  # « Le maire dit « regretter » avoir perdu douze hommes »
    return line.verbs.is_auxiliary(line.folds[verb]) or line.verb_here(verb)


def _somebody(line: Line, opens: int, first: int, close: int, bearer: Entity) -> bool:
    """Whether the words that open at `opens` and have their first capital at `first` name somebody other than the bearer."""
    named = line.tokens[first].start
    other = next((m.entity for m in line.mentions if m.span.start == named), None)
    if other is not None and other.kind != "person":
        return True
    if any(line.word_in(k, _MARKS) for k in range(opens, first)):
        return False
    if other is not None and other != bearer and " " in other.name:
        return True  # « Untel, dit Zelensky, a menti »
    if first > opens:
        return not line.tokens[opens].text[0].islower()  # « dit Le Soir », but « dit le Tigre »
    # « dit Jean Martin », but « dit Abou Anas »
    return close - first > 1 and not line.word_in(first, line.pack.voices.particles)


def subject_nicknamed(line: Line, comma: int) -> bool:
    """Whether the comma closes the nickname of the subject, whose verb is still to come."""
    opens = (i for i in range(max(0, comma - _LONGEST - 2), comma) if nickname_end(line, i) == comma)
    return any(line.main_verb(_clause(line, i), i) is None for i in opens)


def _clause(line: Line, i: int) -> int:
    """The head of the clause that the word at `i` stands in, which a conjunction may join to one with a verb of its own."""
    return next((k + 1 for k in range(i - 1, -1, -1) if line.word_in(k, line.words.coordinators)), 0)


def with_nickname(line: Line, source: Stretch) -> Stretch:
    """The words that name somebody, with the nickname behind them."""
    close = nickname_end(line, source[1] + 1) if line.word_in(source[1], _COMMA) else None
    return source if close is None else (source[0], close)
