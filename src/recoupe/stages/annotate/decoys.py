"""Numbers that count nothing, told by the words beside them: dates, hours, years, percentages, labels, measures."""

import re
from collections.abc import Iterable, Sequence

from recoupe.languages.number_words import NumberWords, Phrase
from recoupe.model.annotation import Token
from recoupe.stages.annotate import approximators
from recoupe.stages.annotate.cardinals import Cardinal, cardinal

DASHES = frozenset("-–")
_LINKS = frozenset("-–/.")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OLD_YEAR = re.compile(r"(?:1\d|20)\d\d")
_SIGNS = frozenset("+#")
_QUOTES = frozenset('"“«‘')
_TITLE = 6
"""Words of a title up to its number, at most."""
_LAST_DAY = 31
_OLDEST = 110
_ITEMS = 100
_MINUTES = 60
_SMALL, _WORDS, _MOST = 3, 4, 0.7
"""A headline in capitals has so many words longer than the small ones, and more than this share of them with one."""
_BASES = (100, 1000)


def is_no_count(tokens: Sequence[Token], folds: Sequence[str], at: int, found: Cardinal, words: NumberWords) -> bool:
    """Whether the number that `found` reads at token `at` is a date, an hour, a percentage, a label … and no count."""
    end = found.end
    return (
        is_fraction(folds, at, end, found.value, words)
        or is_date(tokens, folds, at, end, found.value, words)
        or _is_beside(folds, at, words)
        or _is_in_title(folds, at, words)
        or _is_compound(tokens, end)
        or _is_multiple(folds, at, words)
        or (at > 0 and (folds[at - 1] in words.refused.decades or folds[at - 1] in words.refused.money))
        or (bool(found.digits) and _is_label(tokens, folds, at, end, found, words))
    )


def _is_beside(folds: Sequence[str], at: int, words: NumberWords) -> bool:
    """« every one of the 7 », « all but 3 of the 15 »: whether the number is not of those of whom the sentence tells."""
    last = folds[at - 1] if at else ""
    return any(p[-1] == last and at >= len(p) and tuple(folds[at - len(p) : at]) == p for p in words.refused.beside)


def _is_in_title(folds: Sequence[str], at: int, words: NumberWords) -> bool:
    """« the film “12 Dead in Paris” »: whether the number stands in the title of a work."""
    opened = next((i for i in range(at - 1, max(0, at - _TITLE), -1) if folds[i] in _QUOTES), 0)
    return opened > 0 and folds[opened - 1] in words.refused.works


def unit_end(folds: Sequence[str], end: int, words: NumberWords) -> int:
    """The index after what makes the number a percentage, a multiple or a measure; `end` when nothing does."""
    if end >= len(folds):
        return end
    refused, fold = words.refused, folds[end]
    if fold in refused.after or fold in refused.units:
        return end + 1
    return end + _longest(folds, end, refused.after_phrases)


def is_fraction(folds: Sequence[str], at: int, end: int, value: float, words: NumberWords) -> bool:
    """« deux tiers », « un cinquième des », « un sur trois »; « un troisième mort » is none."""
    if at > 1 and folds[at - 1] in words.refused.over and not _counts(folds, end, words):
        return True
    if at > 1 and _is_share(folds, at, end, value, words):
        return True
    if end >= len(folds):
        return False
    fold, after = folds[end], folds[end + 1] if end + 1 < len(folds) else ""
    # « dont 38 sur un marché » is no share
    if fold in words.refused.over and (after[:1].isdigit() or words.composition.values.get(after, 0) > 1):
        return True
    if after in words.refused.over and _is_base(folds, end + 2, value, words):
        return True
    joint = end + _over(folds, end, words)
    if joint > end and _is_base(folds, joint, value, words) and (value == 1 or not _counts(folds, joint + 1, words)):
        return True
    if words.ordinals.get(fold, 0) > 2 or fold in words.refused.fractions:
        return value != 1 or after in words.of_ones or not after[:1].isalpha()
    return False


def _is_share(folds: Sequence[str], at: int, end: int, value: float, words: NumberWords) -> bool:
    """« one in five »: whether the number is the base of which a share has been told."""
    over = next((n for n in (1, 2) if at > n and _over(folds, at - n, words) == n), 0)
    share = words.composition.values.get(folds[at - over - 1], 0) if over else 0
    shared = 0 < share < value and (share == 1 or not _counts(folds, end, words))
    return shared and _is_base(folds, at, share, words)


def _over(folds: Sequence[str], at: int, words: NumberWords) -> int:
    """How many words « in », « out of » have there; 0 for none."""
    return _longest(folds, at, words.refused.over_small)


def _longest(folds: Sequence[str], at: int, phrases: Iterable[Phrase]) -> int:
    """How many words the longest of the phrases has that stand there; 0 for none."""
    first, longest = folds[at] if at < len(folds) else "", 0
    for phrase in phrases:
        size = len(phrase)
        if phrase[0] == first and size > longest and tuple(folds[at : at + size]) == phrase:
            longest = size
    return longest


def _is_base(folds: Sequence[str], at: int, value: float, words: NumberWords) -> bool:
    """« deux enfants sur trois »: whether a number of which shares are told stands there."""
    fold = folds[at] if at < len(folds) else ""
    base = words.composition.values.get(fold) or (int(fold) if fold.isdecimal() and len(fold) < 5 else 0)
    return value < base and (base <= 10 or base in _BASES)


def is_date(tokens: Sequence[Token], folds: Sequence[str], at: int, end: int, value: float, words: NumberWords) -> bool:
    """Whether a month follows (« 24 mars », « 23 au 26 mars », « 11-Septembre ») or stands before a year or a day."""
    if end < len(folds) and value <= _LAST_DAY and _is_month(tokens, folds, end, words):
        return True
    if at and _is_month(tokens, folds, at - 1, words):
        # « en mai 2021 », but « en mai 240 civils »
        if end == at + 1 and is_year(tokens[at].text, value):
            return True
        if value <= _LAST_DAY and words.refused.months_first:
            return value == int(value)
    if value > _LAST_DAY or end + 1 >= len(folds):
        return False
    if folds[end] in _LINKS and _is_month(tokens, folds, end + 1, words):
        return True
    # « 23 au jeudi 26 mars », « 12 et le 13 mars »
    if folds[end] not in words.refused.day_joints:
        return False
    index = end + 1
    if folds[index] in words.refused.singular_articles:
        index += 1
    if index < len(folds) and folds[index] in words.refused.weekdays:
        index += 1
    return index + 1 < len(folds) and folds[index][:1].isdigit() and _is_month(tokens, folds, index + 1, words)


def _is_month(tokens: Sequence[Token], folds: Sequence[str], at: int, words: NumberWords) -> bool:
    fold = folds[at].lstrip("-")
    if fold not in words.refused.months:
        return False
    return fold not in words.refused.capital_months or tokens[at].text.lstrip("-")[:1].isupper()


def _is_compound(tokens: Sequence[Token], end: int) -> bool:
    """« 23-year-old », « 12-day »: whether a hyphen joins the digits to a word."""
    if end + 1 >= len(tokens) or tokens[end].text != "-" or not tokens[end - 1].fold[-1].isdigit():
        return False
    joined = tokens[end - 1].end == tokens[end].start and tokens[end].end == tokens[end + 1].start
    return joined and tokens[end + 1].text[0].islower()


def is_year(digits: str, value: float) -> bool:
    """Whether digits without a separator may be a year."""
    return bool(_YEAR.fullmatch(digits)) and value == int(value)


def is_chain(tokens: Sequence[Token], folds: Sequence[str], joint: int, end: int) -> bool:
    """Whether « 2-3 » goes on as « 2-3-4 » or « 06-12.34 », so that it is no range."""
    if folds[joint] not in DASHES or end + 1 >= len(folds):
        return False
    return folds[end] in _LINKS and tokens[end].start == tokens[end - 1].end and folds[end + 1][0].isdigit()


def _is_gapped(folds: Sequence[str], at: int, end: int, words: NumberWords) -> bool:
    """« X a tué 96 personnes et les Y 51. »: whether the number ends a clause with a name, an article and a joint before it, behind
    another number."""
    joint = at - 3
    if (
        joint < 1
        or folds[joint] not in words.refused.clause_joints
        or folds[joint + 1] not in words.refused.name_articles
    ):
        return False
    closed = end >= len(folds) or folds[end] in ".;," or folds[end] in words.refused.clause_joints
    return closed and any(fold[0].isdigit() or fold in words.composition.values for fold in folds[:joint])


def _is_multiple(folds: Sequence[str], at: int, words: NumberWords) -> bool:
    """« multiplié par huit »."""
    return at > 1 and folds[at - 1] in words.refused.by and folds[at - 2].startswith(words.refused.multiplied)


def _is_label(
    tokens: Sequence[Token], folds: Sequence[str], at: int, end: int, found: Cardinal, words: NumberWords
) -> bool:
    """Whether digits are a number on a list, a name's number, an hour's minutes, a day, a year, part of an address."""
    if at == 0 and folds[end : end + 1] == ["."] and found.value < _ITEMS:
        return tokens[end].start == tokens[end - 1].end  # « 2. »: an item of a list
    if (
        folds[end : end + 1] == [":"]
        and found.value <= _LAST_DAY
        and 0 < at <= 2
        and not any(f.isalnum() for f in folds[:at])
    ):
        return True  # « - 14: Attentat à X »: a day of a chronology
    refused, last, ahead = words.refused, folds[at - 1] if at else "", folds[at - 2] if at > 1 else ""
    if last in refused.labels or last in refused.singular_articles or last in _SIGNS or last == "°":
        return True
    if last in refused.year_articles and is_year(found.digits, found.value):
        return True
    if _is_age(tokens, folds, at, end, found, words):
        return True
    if last == "." and (ahead in refused.labels or (ahead[:1].isdigit() and tokens[at - 1].end == tokens[at].start)):
        return True  # « art. 12 », « 192.168.1.2 »
    counts = _counts(folds, end, words)
    if last in refused.hours and found.value < _MINUTES and not counts:
        return True
    name = tokens[at - 1].text if at else ""
    if _is_gapped(folds, at, end, words):
        return False
    if len(name) <= 2 and name.isalpha() and name.isupper() and found.value < 1000 and last not in refused.not_nouns:
        return True  # « AK 47 », « M 23 »
    named = at > 1 and name[:1].isupper() and not _capitals(tokens)
    if named and len(found.digits) < 3 and not counts and last not in refused.not_nouns:
        return True  # « le camp de Dalori 2 », but not « Gunmen Kill 29 at Ministry »
    if (
        last in DASHES
        and is_year(ahead, float(ahead) if ahead.isdecimal() else 0)
        and tokens[at - 2].end == tokens[at].start - 1
    ):
        return True  # « 2024-11 »
    # « le cap des 1000 morts » is no « dès 1000 »
    if last in refused.year_words and last not in words.several.openers and _OLD_YEAR.fullmatch(found.digits):
        return True
    dated = is_year(found.digits, found.value) or (last in refused.weekdays and found.value <= _LAST_DAY)
    counts = counts or (dated and _opens_range(tokens, folds, end, found, words))
    if dated and not counts and approximators.before(folds, at, words, None)[1] in (None, "about"):
        return True  # « vers 2010 », but not « puis de plus de 2000 »
    return _is_run(tokens, folds, at, end)


def _capitals(tokens: Sequence[Token]) -> bool:
    """Whether a headline writes most of its words with capitals, so that they tell nothing."""
    long = [t for t in tokens if len(t.text) > _SMALL and t.text[0].isalpha()]
    return len(long) >= _WORDS and sum(t.text[0].isupper() for t in long) > _MOST * len(long)


def _is_age(
    tokens: Sequence[Token], folds: Sequence[str], at: int, end: int, found: Cardinal, words: NumberWords
) -> bool:
    """« Amira Saleh, 8, », « her son (12) »: whether the digits between two marks are the age of the one before."""
    refused = words.refused
    if at > 1 and folds[at - 1] in refused.age_words and folds[at - 2] in refused.aged:
        return found.value < _OLDEST and not _counts(folds, end, words)
    if (
        at > 2
        and folds[at - 1] in refused.day_joints
        and folds[at - 2].isdigit()
        and folds[at - 3] in refused.age_words
    ):
        return True  # « two girls aged 6 and 11 »
    if at > 1 and end < len(folds) and folds[at - 2] in refused.age_whose and folds[at - 1] in refused.age_verbs:
        return found.value < _OLDEST and (folds[end] in refused.age_marks or folds[end] in ".;")  # « who is 39, »
    marks = refused.age_marks
    if not marks or at < 2 or end >= len(folds) or folds[at - 1] not in marks or found.value > _OLDEST:
        return False
    closed = folds[end] in marks or folds[end] in words.refused.age_joints or folds[end] in ".;"
    return closed and tokens[at - 2].text[0].isalpha() and (tokens[at - 2].text[0].isupper() or folds[end] == ",")


def _counts(folds: Sequence[str], end: int, words: NumberWords) -> bool:
    """Whether what follows may be the noun counted."""
    fold = folds[end] if end < len(folds) else ""
    return fold[:1].isalpha() and fold not in words.refused.not_nouns and fold not in words.refused.months


def _opens_range(tokens: Sequence[Token], folds: Sequence[str], end: int, low: Cardinal, words: NumberWords) -> bool:
    """« 2000 à 3000 habitants », « entre 2000 et 2500 civils »: whether another number and the noun counted follow, joined by a word."""
    if end >= len(folds) or folds[end] not in (*words.ranges.to, *words.ranges.ands, *words.ranges.even):
        return False
    other = cardinal(tokens, end + 1, words) if folds[end] not in DASHES else None
    if other is None or other.ordinal or other.value <= low.value or is_year(other.digits, other.value):
        return False
    return _counts(folds, other.end, words)


def _is_run(tokens: Sequence[Token], folds: Sequence[str], at: int, end: int) -> bool:
    """Three numbers in digits side by side or linked by dashes, as in a telephone number or « 2017-03-12 »."""
    run, index = 1, at
    while (index := _linked(tokens, folds, index, -1)) >= 0:
        run += 1
    index = end - 1
    while (index := _linked(tokens, folds, index, 1)) >= 0:
        run += 1
    return run >= 3


def _linked(tokens: Sequence[Token], folds: Sequence[str], at: int, step: int) -> int:
    """The index of the number in digits beside token `at`, or beside the dash there; -1 when there is none."""
    for index in (at + step, at + 2 * step):
        if not 0 <= index < len(folds):
            return -1
        low, high = sorted((index, index - step))
        gap = tokens[high].start - tokens[low].end
        if folds[index][0].isdigit():
            return index if gap <= 1 else -1
        if folds[index] not in _LINKS or gap:
            return -1
    return -1
