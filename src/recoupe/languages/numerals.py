"""Number words of a pack, read from its `numerals.toml`."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from recoupe.errors import DataError
from recoupe.languages.harm import Forms
from recoupe.languages.number_words import (
    Approximators,
    Composition,
    NumberWords,
    Phrase,
    Phrases,
    Ranges,
    Refused,
    Several,
    Zero,
)
from recoupe.languages.pack import LanguagePack
from recoupe.languages.tables import Table
from recoupe.model.annotation import Bound
from recoupe.text import fold

__all__ = ["NumberWords", "number_words", "phrase_words", "spellings"]


@cache
def number_words(pack: LanguagePack) -> NumberWords:
    """The number words of a pack; raises DataError on an unknown key or a wrong type."""
    months = pack.table("times")
    forms = pack.rules("morphology").forms
    return _load(pack.table("numerals"), months.mapping("months"), months.mapping("weekdays"), forms)


def spellings(word: str) -> tuple[str, ...]:
    """`word` folded, and without its accents where it has any."""
    folded = fold(word)
    plain = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return (folded,) if plain == folded else (folded, plain)


def phrase_words(phrase: str) -> Phrase:
    """The words of a phrase as the tokenizer cuts them: an elision and a mark are words of their own."""
    return tuple(fold(phrase).replace("'", "' ").split())


def _load(table: Table, months: Mapping[str, Any], weekdays: Mapping[str, Any], forms: Forms) -> NumberWords:
    table.only(
        "words", "compounds", "composition", "collectives", "scales", "several", "zero", "before", "after",
        "approximation", "ranges", "ordinals", "refused",
    )  # fmt: skip
    how = table.table("composition")
    values = _numbers(table, "words")
    composition = Composition(
        values=values,
        compounds={phrase_words(k): v for k, v in _numbers(table, "compounds").items()},
        takes_teens=frozenset(_integers(how, "takes_teens")),
        joints=_set(how, "and"),
        after_joint=frozenset(_integers(how, "after_and")),
        never_alone=frozenset(how.words("never_alone", optional=True)),
        joint_after_scale=_is(how, "after_scale"),
        one_hundred=_is(how, "one_hundred"),
        opening=frozenset(how.words("opening", optional=True)),
        letters=_numbers_as_written(how, "letters"),
        decimal=_set(how, "decimal"),
        half=_set(how, "half"),
    )
    single = _numbers(table, "collectives")
    plural = {f"{word}s": value for word, value in single.items()}
    scales = table.table("scales").only("singular", "plural")
    large = {w: values[w] for key in ("singular", "plural") for w in scales.words(key)}
    several, zero = _several(table.table("several")), _zero(table.table("zero"))
    ordinals = _ordinals(table.table("ordinals"), values)
    starts = {*values, *single, *plural, *ordinals, *several.determiners, *several.openers, *several.pronouns}
    starts |= {*several.same, *zero.determiners, *zero.negations, *zero.neither, *composition.half}
    starts |= {phrase[0] for phrase in zero.nobody}
    return NumberWords(
        composition=composition,
        articles=_set(how, "articles"),
        of_ones=_set(how, "of_ones"),
        only=_set(how, "only"),
        elided_article=_set(how, "elided_article"),
        collectives={**single, **plural},
        plurals=frozenset(plural) | _set(scales, "plural"),
        scales=large,
        several=several,
        zero=zero,
        approximators=_approximators(table),
        ranges=_ranges(table.table("ranges"), forms),
        ordinals=ordinals,
        ordinal_suffixes=_set(table.table("ordinals"), "suffixes"),
        refused=_refused(table.table("refused"), months, weekdays),
        starts=frozenset(starts),
        counting=frozenset((*single, *plural, *large)),
    )


def _several(table: Table) -> Several:
    table.only(
        "determiners", "openers", "pronouns", "adjectives", "partitive", "again", "singular", "same", "same_joints"
    )
    return Several(
        determiners=_set(table, "determiners"),
        openers=_set(table, "openers"),
        pronouns=_set(table, "pronouns"),
        adjectives=_set(table, "adjectives"),
        partitive=_set(table, "partitive"),
        singular=_is(table, "singular"),
        again=_longest_first(table.words("again")),
        same=_set(table, "same"),
        same_joints=_set(table, "same_joints"),
    )


def _zero(table: Table) -> Zero:
    keys = ("determiners", "negations", "partitive", "verbs", "neither", "silent", "not_before")
    table.only(*keys, "nobody")
    nobody = _longest_first(table.words("nobody", optional=True))
    return Zero(nobody=nobody, **{key: _set(table, key) for key in keys})


def _approximators(table: Table) -> Approximators:
    how = table.table("approximation")
    how.only(
        "variants", "skipped", "rounded", "rounded_not", "negated", "negators", "negated_more", "negated_less", "added",
    )  # fmt: skip
    more, less = phrase_words(how.text("negated_more")), phrase_words(how.text("negated_less"))
    before = _bounds(table.table("before"), slice(-2, None))
    variants = {fold(k): fold(str(v)) for k, v in how.mapping("variants").items()}
    last = {key[-1] for key in before}
    return Approximators(
        before=before,
        closers=frozenset(last.union(written for written, word in variants.items() if word in last)),
        after=_bounds(table.table("after"), slice(0, 1)),
        variants=variants,
        skipped=_set(how, "skipped"),
        rounded=phrase_words(how.text("rounded")),
        rounded_not=_set(how, "rounded_not"),
        negated=_set(how, "negated"),
        negators=_set(how, "negators"),
        turned={more: "at_most", less: "at_least"},
        added=tuple((word, *more) for word in sorted(_set(how, "added"))),
    )


def _bounds(table: Table, key: slice) -> Phrases:
    names: tuple[Bound, ...] = ("about", "at_least", "more_than", "at_most", "less_than")
    table.only(*names)
    found: dict[Phrase, set[tuple[Phrase, Bound]]] = {}
    for bound in names:
        for phrase in table.words(bound, optional=True):
            for words in map(phrase_words, spellings(phrase)):
                found.setdefault(words[key], set()).add((words, bound))
    return {word: tuple(sorted(items, key=lambda i: (-len(i[0]), i[0]))) for word, items in found.items()}


def _ranges(table: Table, forms: Forms) -> Ranges:
    table.only("to", "even", "between", "and", "from", "changes", "rises")
    verbs = (form.text for lemma in table.words("changes") for form in forms(lemma))
    return Ranges(
        to=_set(table, "to"),
        even=_set(table, "even"),
        between=_set(table, "between"),
        ands=_set(table, "and"),
        froms=_set(table, "from"),
        changes=_set(table, "rises") | {s for word in verbs for s in spellings(word)},
    )


def _ordinals(table: Table, values: Mapping[str, int]) -> dict[str, int]:
    table.only("words", "suffixes", "endings", "stems")
    found = _numbers(table, "words")
    for stem, word in table.mapping("stems").items():
        if word not in values:
            raise DataError(f"{table.where}: {word!r} is no number word")
        found.update({fold(stem + ending): values[word] for ending in table.words("endings")})
    return found


def _refused(table: Table, months: Mapping[str, Any], weekdays: Mapping[str, Any]) -> Refused:
    table.only(
        "fractions", "after", "after_phrases", "units", "labels", "multiplied", "by", "over", "hours", "decades",
        "day_joints", "year_words", "singular_articles", "not_nouns", "stops", "over_small", "months_first",
        "clause_joints", "name_articles", "year_articles", "age_marks", "age_joints", "money", "age_words", "aged", "capital_months",
        "age_whose", "age_verbs", "beside", "works",
    )  # fmt: skip
    return Refused(
        works=_set(table, "works"),
        beside=_longest_first(table.words("beside", optional=True)),
        fractions=_set(table, "fractions"),
        after=_set(table, "after"),
        after_phrases=_longest_first(table.words("after_phrases")),
        units=_set(table, "units"),
        labels=_set(table, "labels"),
        multiplied=tuple(sorted(_set(table, "multiplied"))),
        by=_set(table, "by"),
        over=_set(table, "over"),
        over_small=_longest_first(table.words("over_small", optional=True)),
        hours=_set(table, "hours"),
        decades=_set(table, "decades"),
        day_joints=_set(table, "day_joints"),
        year_words=_set(table, "year_words"),
        months_first=_is(table, "months_first"),
        singular_articles=_set(table, "singular_articles"),
        clause_joints=_set(table, "clause_joints"),
        name_articles=_set(table, "name_articles"),
        year_articles=_set(table, "year_articles"),
        age_marks=_set(table, "age_marks"),
        money=_set(table, "money"),
        age_words=_set(table, "age_words"),
        aged=_set(table, "aged"),
        age_joints=_set(table, "age_joints"),
        age_whose=_set(table, "age_whose"),
        age_verbs=_set(table, "age_verbs"),
        not_nouns=_set(table, "not_nouns"),
        stops=_set(table, "stops"),
        months=frozenset(s for m in months for s in spellings(m)),
        capital_months=_set(table, "capital_months"),
        weekdays=frozenset(s for w in weekdays for s in spellings(w)),
    )


def _set(table: Table, key: str) -> frozenset[str]:
    """The words under `key` with and without their accents; none where a language needs no such class."""
    return frozenset(s for word in table.words(key, optional=True) for s in spellings(word))


def _longest_first(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    words = {phrase_words(s) for phrase in phrases for s in spellings(phrase)}
    return tuple(sorted(words, key=lambda w: (-len(w), w)))


def _is(table: Table, key: str) -> bool:
    return bool(table.data.get(key, False))


def _numbers_as_written(table: Table, key: str) -> dict[str, int]:
    return {word: int(value) for word, value in table.mapping(key).items()}


def _numbers(table: Table, key: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for word, value in table.mapping(key).items():
        if not isinstance(value, int):
            raise DataError(f"{table.where} [{key}]: {word!r} must be a whole number")
        found.update(dict.fromkeys(spellings(word), value))
    return found


def _integers(table: Table, key: str) -> list[int]:
    values = table.data.get(key)
    if not isinstance(values, list) or not all(isinstance(v, int) for v in values):
        raise DataError(f"{table.where}: {key!r} must be whole numbers")
    return values
