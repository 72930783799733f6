"""Numerals: numbers as written, with approximator, range and magnitude.

What is no count has no Numeral: percentages and fractions (« un tiers », « 10 % »), multiples (« huit fois »,
« multiplié par huit »), dates, hours, years, scores, telephone numbers, labels (« n° 214 »), measures written
short (« 81 mm »), names (« F-16 »). Ordinals have one, so marked.
"""

from collections.abc import Sequence

from recoupe.languages.numerals import number_words
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Numeral, Sentence, Token
from recoupe.model.document import Document
from recoupe.stages.annotate import approximators, decoys
from recoupe.stages.annotate.cardinals import Cardinal, cardinal
from recoupe.stages.annotate.magnitudes import add_magnitude, half, multiple
from recoupe.stages.annotate.number_ranges import add_bounded, add_number, repeated
from recoupe.stages.annotate.numeral_line import NumeralLine
from recoupe.stages.annotate.tokens import tokenize

_CLAUSE = 8
"""How far behind « pas un civil » its verb may stand."""
_APPROACH = 6
"""Within how many tokens from the article of « un peu plus de » the number stands."""
_VERBS = 2
"""How many words of a verb may stand between « pas » and « de » (« n'a pas fait de victime »)."""


def numerals(document: Document, sentences: Sequence[Sentence], pack: LanguagePack) -> tuple[Numeral, ...]:
    """The Numerals of all sentences, in reading order."""
    words = number_words(pack)
    found: list[Numeral] = []
    for sentence in sentences:
        _read(NumeralLine(document.text, sentence.tokens, list(sentence.folds), words, found))
    return tuple(found)


def read_numerals(text: str, pack: LanguagePack) -> tuple[Numeral, ...]:
    """The Numerals of a text taken as one sentence."""
    found: list[Numeral] = []
    tokens = tuple(tokenize(text, 0, len(text), pack.traits))
    _read(NumeralLine(text, tokens, [token.fold for token in tokens], number_words(pack), found))
    return tuple(found)


def _read(line: NumeralLine) -> None:
    starts, done = line.words.starts, 0
    # most words are all letters, and can begin no number unless they are one of its words, or a Roman one
    for at in [n for n, fold in enumerate(line.folds) if fold in starts or not fold.isalpha() or fold[0] in "ivx"]:
        fold = line.folds[at]
        if at >= done and (
            fold in starts
            or fold[0].isdigit()
            or ("-" in fold and fold.partition("-")[0] in starts)
            or (fold[0] in "ivx" and line.tokens[at].text[0] in "IVX")
        ):
            done = _at(line, at)


def _at(line: NumeralLine, at: int) -> int:
    """Reads what begins with token `at`, if a number does; gives the index after it."""
    words, fold = line.words, line.folds[at]
    if fold in words.several.openers or fold in words.several.determiners:
        return _several(line, at)
    if fold in words.collectives or fold in words.scales:
        if fold in words.plurals:
            return add_magnitude(line, at, at)
        return add_number(line, at, multiple(line, at, 1.0), bound="about")  # « la vingtaine de »
    if fold in words.zero.determiners or _nobody(line, at):
        return _none(line, at)
    if fold in words.zero.negations or fold in words.zero.neither:
        return _negation(line, at)
    if fold in words.several.same:
        return _same(line, at)
    if fold in words.several.pronouns:
        return line.add(at, at, at + 1, bound="several")
    if fold.partition("-")[0] in words.composition.half:
        return _half(line, at, at)
    found = cardinal(line.tokens, at, words)
    if found is None:
        return _hyphened(line, at)
    if found.ordinal:
        if not decoys.is_date(line.tokens, line.folds, at, found.end, found.value, words):
            line.add(at, at, found.end, found.value, ordinal=True)
        return found.end
    if fold in words.articles and found.end == at + 1:
        return _article(line, at, found)
    return _number(line, at, found)


def _none(line: NumeralLine, at: int) -> int:
    """« aucun mort »; « no fewer than 12 », « no longer » count something else, or nothing."""
    zero = line.words.zero
    whole = _nobody(line, at)
    if whole:
        return line.add(at, at, at + whole, 0.0)
    past = approximators.skip(line.folds, at, line.words)
    if past > at or line.fold(at + 1) in zero.not_before:
        return max(past, at + 1)
    return line.add(at, at, at + 1, 0.0)


def _nobody(line: NumeralLine, at: int) -> int:
    """How many words that mean nobody stand there; 0 for none."""
    folds = line.folds
    for phrase in line.words.zero.nobody:
        if phrase[0] == folds[at] and tuple(folds[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _same(line: NumeralLine, at: int) -> int:
    """« quatre soldats et autant de policiers »: the number before, which the word gives once more."""
    last, joints = line.found[-1] if line.found else None, line.words.several.same_joints
    goes_on = line.fold(at - 1) in joints and line.fold(at + 1) in line.words.several.partitive
    if last is None or last.ordinal or last.article or last.span.start < line.tokens[0].start or not goes_on:
        return at + 1
    return line.add(at, at, at + 1, last.value, high=last.value_high, magnitude=last.magnitude, bound=last.bound)


def _number(line: NumeralLine, at: int, found: Cardinal) -> int:
    """A cardinal, perhaps of collectives (« deux dizaines »), perhaps the first end of a range."""
    end = found.end
    measured = decoys.unit_end(line.folds, end, line.words)
    if measured > end:
        return measured
    if decoys.is_no_count(line.tokens, line.folds, at, found, line.words):
        return end + (line.fold(end) in line.words.ordinals)
    if line.fold(end) in line.words.collectives:
        return add_number(line, at, multiple(line, end, found.value), bound="about")
    stop = repeated(line, end, found.value)
    return add_number(line, at, found if stop == end else found._replace(end=stop))


def _article(line: NumeralLine, at: int, found: Cardinal) -> int:
    """« un », « une »: an article that may count, or part of something that does."""
    words, end = line.words, at + 1
    following = line.fold(end)
    head = end
    while line.fold(head) in words.several.adjectives:
        head += 1
    opening = line.folds[at] in words.composition.opening
    if opening and line.fold(head) in words.several.openers:
        return _several(line, head, at)  # « a few hundred »
    if line.fold(end) in words.composition.half:
        return _half(line, at, end)  # « un demi million »
    if head > end and (line.fold(head)[:1].isdigit() or line.fold(head) in words.composition.values):
        return head  # « a further 20 »
    if line.fold(head) in words.collectives:
        return add_number(line, at, multiple(line, head, 1.0), bound="about")
    if line.fold(head).partition("-")[0] in words.composition.half:
        return _half(line, at, head)
    if decoys.is_fraction(line.folds, at, end, 1.0, words):
        # « a quarter of a million »
        whole = line.fold(end + 2) in words.composition.opening and line.fold(end + 3) in words.scales
        return end + (4 if whole else 1)
    if (number := _approached(line, at)) is not None:
        return number
    if line.fold(at - 1) in words.elided_article:
        return line.add(at, at, end, 1.0) if following in words.of_ones else end
    if following in words.only:
        none = _denied_from(line, at)  # « pas un seul », « pas eu un seul »
        return line.add(none, none, end + 1, 0.0 if none < at else 1.0)
    if line.is_noun(end) and _none_of(line, at - 1):
        return line.add(at - 1, at - 1, end, 0.0)
    if following in words.of_ones:
        return add_bounded(line, at, end, 1.0)
    stop = repeated(line, end, 1.0)
    return add_number(line, at, found if stop == found.end else found._replace(end=stop), article=stop == end)


def _approached(line: NumeralLine, at: int) -> int | None:
    """The number that the article at token `at` only helps to approach (« un peu plus de 300 »); None where it does not."""
    for number in range(at + 2, min(at + _APPROACH, len(line.folds))):
        if line.folds[number][:1].isdigit() or line.folds[number] in line.words.composition.values:
            return number if approximators.before(line.folds, number, line.words, None)[0] == at else None
    return None


def _denied_from(line: NumeralLine, at: int) -> int:
    """Where the negation stands that the number at token `at` goes with; `at` when none does."""
    zero, first = line.words.zero, at - 1
    while at - first <= _VERBS and line.fold(first) in zero.verbs:
        first -= 1
    return first if line.fold(first) in zero.negations else at


def _none_of(line: NumeralLine, at: int) -> bool:
    """« Pas un civil n'a péri »: whether the negation at token `at` opens a clause whose verb is negated too."""
    words, before = line.words, line.fold(at - 1)
    if line.fold(at) not in words.zero.negations or (before[:1].isalpha() and before not in words.refused.not_nouns):
        return False
    return any(line.fold(i) in words.approximators.negators for i in range(at + 3, at + 3 + _CLAUSE))


def _half(line: NumeralLine, start: int, at: int) -> int:
    """« une demi-douzaine », « un demi-million »: `at` is « demi »."""
    found = half(line, at)
    if found is None:
        return at + 1
    number, about = found
    return add_number(line, start, number, bound="about" if about else "exact")


def _hyphened(line: NumeralLine, at: int) -> int:
    """« deux-trois », « quinze-vingt »: two numbers that a hyphen joins and that make no single one."""
    pieces = line.folds[at].split("-")
    roughly, value = (f"-{pieces[-1]}",), _alone(line, "-".join(pieces[:-1]))
    if value is not None and any(p == roughly for p, _ in line.words.approximators.after.get(roughly, ())):
        return line.add(at, at, at + 1, value, bound="about")  # « thirty-odd »
    for cut in range(1, len(pieces)):
        low, high = (_alone(line, "-".join(part)) for part in (pieces[:cut], pieces[cut:]))
        if low is not None and high is not None and low < high:
            return line.add(at, at, at + 1, low, high=high, bound="between")
    return at + 1


def _alone(line: NumeralLine, fold: str) -> float | None:
    """The value of a word that is a cardinal."""
    found = cardinal((Token(0, len(fold), fold, fold),), 0, line.words) if fold else None
    return found.value if found and not found.ordinal else None


def _several(line: NumeralLine, at: int, start: int | None = None) -> int:
    """« des dizaines », « plusieurs centaines »; or « plusieurs » before a noun, whose number is left open.

    `start` is the article before it, if there is one (« a few hundred »).
    """
    start = at if start is None else start
    words, head = line.words, at + 1
    while line.fold(head) in words.several.adjectives:
        head += 1
    if line.fold(head) in words.plurals or (words.several.singular and line.fold(head) in words.counting):
        return add_magnitude(line, start, head)
    following = line.fold(at + 1)
    number = following.partition("-")[0] in words.composition.values  # « quelques deux cents »: an approximator
    if line.folds[at] not in words.several.determiners or number or not following[:1].isalpha():
        return at + 1
    return line.add(start, at, at + 1, bound="several")


def _negation(line: NumeralLine, at: int) -> int:
    """« pas de mort », « sans faire de victime », « ni mort »: none."""
    zero, end = line.words.zero, at + 1
    if line.folds[at] in zero.neither:
        return line.add(at, at, end, 0.0) if line.is_noun(end) else end
    while end - at <= _VERBS and line.fold(end) in zero.verbs:
        end += 1
    if end == at + 1 and line.fold(at - 1) in zero.silent:
        return end
    if line.fold(end) not in zero.partitive or not line.is_noun(end + 1):
        return at + 1
    return line.add(at, at, end + 1, 0.0)
