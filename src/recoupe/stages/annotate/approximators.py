"""Approximators: what stands before and after a number and says how exact it is."""

from collections.abc import Sequence

from recoupe.languages.number_words import NumberWords, Phrase
from recoupe.model.annotation import Bound

_REACH = 6
"""How many tokens back a negation may stand (« il n'y a pas eu plus de 62 »)."""
_NOUN = 3
"""How many words the noun counted may have before an approximator that follows it (« 30 civils irakiens au moins »)."""


def before(folds: Sequence[str], at: int, words: NumberWords, value: float | None) -> tuple[int, Bound | None]:
    """Where the approximators in front of `folds[at]` begin, and the bound they give; (`at`, None) when there is none.

    Of two (« jusqu'à environ 300 ») the one that says more than « about » counts. `value` is None for a magnitude.
    """
    how = words.approximators
    start, bound = at, None
    while True:
        found = _ends_at(folds, start, words, value)
        if found is None and start and folds[start - 1] in how.skipped:
            found = _ends_at(folds, start - 1, words, value)
        if found is None:
            return start, bound
        start, phrase, new = found
        if phrase in how.turned and _negated(folds, start, words):
            new = how.turned[phrase]
        bound = new if bound is None or new != "about" else bound


def _ends_at(
    folds: Sequence[str], end: int, words: NumberWords, value: float | None
) -> tuple[int, Phrase, Bound] | None:
    """The longest phrase whose last word is `folds[end - 1]`: where it begins, its words, its bound."""
    how = words.approximators
    if not end or folds[end - 1] not in how.closers:
        return None
    last = folds[end - 1]
    ahead = folds[end - 2] if end > 1 else ""
    word = how.variants.get(last, last)
    for key in ((ahead, last), (ahead, word), (last,)) if word != last else ((ahead, last), (last,)):
        for phrase, bound in how.before.get(key, ()):
            start = end - len(phrase)
            if start < 0 or (len(phrase) > 2 and tuple(folds[start : end - 2]) != phrase[:-2]):
                continue
            if any(p[1:] == phrase and folds[start - 1 : start] == [p[0]] for p in how.added):
                continue  # « 21 morts, en plus de 40 blessés »
            if phrase == how.rounded and not _is_round(folds, end, words, value):
                continue
            return start, phrase, bound
    return None


def _is_round(folds: Sequence[str], at: int, words: NumberWords, value: float | None) -> bool:
    """« dans les 300 morts » is about 300; « dans les trois villages » and « dans les 48 heures » are not."""
    following = folds[at + 1 : at + 3]
    return (
        value is not None
        and value >= 20
        and value % 10 == 0
        and not any(f in words.approximators.rounded_not for f in following)
    )


def _negated(folds: Sequence[str], at: int, words: NumberWords) -> bool:
    how = words.approximators
    behind = folds[max(0, at - _REACH) : at]
    return any(f in how.negated for f in behind) and any(f in how.negators for f in behind)


def after(folds: Sequence[str], at: int, words: NumberWords) -> Bound | None:
    """The bound that an approximator gives after the number that ends before `folds[at]`, or after its noun."""
    how, refused = words.approximators, words.refused
    for index in range(at, min(len(folds), at + _NOUN + 2)):
        fold = folds[index]
        for phrase, bound in how.after.get((fold,), ()):
            if tuple(folds[index : index + len(phrase)]) == phrase:
                rest = folds[index + len(phrase)] if index + len(phrase) < len(folds) else ""
                # « 12 morts et au moins 30 blessés »: it belongs to the number that follows it
                opens = (
                    rest[:1].isdigit()
                    or rest in words.starts
                    or how.variants.get(rest, rest) in words.several.partitive
                )
                return None if opens or rest.partition("-")[0] in words.starts else bound
        if (not fold[0].isalpha() and fold != "-") or fold in refused.stops or fold in words.starts:
            return None
    return None


def skip(folds: Sequence[str], at: int, words: NumberWords) -> int:
    """Where the number begins when an approximator stands at `folds[at]` (« 20 à plus de 30 »); `at` when none does."""
    how = words.approximators
    for end in range(min(len(folds), at + 4), at, -1):
        last = how.variants.get(folds[end - 1], folds[end - 1])
        key = (last,) if end - at == 1 else (folds[end - 2], last)
        if any(phrase == (*folds[at : end - 1], last) for phrase, _ in how.before.get(key, ())):
            return end
    return at
