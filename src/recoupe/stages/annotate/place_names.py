"""Names that may be places: capitalised words with what stands before and after them, before any gazetteer is asked."""

import re
from collections.abc import Container, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from recoupe.languages.places import PlaceWords
from recoupe.model.annotation import Sentence, Token

Cue = Literal["in", "near", "of", "voice", "body", "person", "list", "first", "none"]
"""What stands before a name: a word for being in a place, beside one, « of »; a speaker's word, a body of which it is
the home, a person's title; another name in a list; nothing, but a colon or comma follows; nothing."""

_JOINED = re.compile(r"[^\W\d_]{1,4}['’-][^\W\d_]", re.UNICODE)
_MARKS = frozenset(',;:.!?…()[]«»"“”-–—/*•')
_ACRONYM = 5
"""Letters of the longest acronym, which begins no longer name (« un raid US en Syrie »)."""
POSSESSIVE = frozenset({"'s", "'"})
_LISTS = frozenset({",", "(", "/", "-", "–"})
_BEHIND = frozenset({":", ",", "/", "-", "–", "(", "."})
_BARS = frozenset({"-", "–", "—", "|"})
_KICKER = 4
"""How many words a kicker has, with what parts it from the headline."""
_OPENED = frozenset('«"“([')


class Name(NamedTuple):
    """A stretch of capitalised tokens, `first` to `last`, of one sentence."""

    sentence: Sentence
    first: int
    last: int
    cue: Cue
    article: bool
    """Whether an article stands before it."""
    head: int | None
    """Index of the word for a place before it (« village »), or behind it (« Helmand province »)."""
    direction: int | None
    """Index of the word for a part of a place before it (« nord »)."""
    inside: bool
    """Whether the direction is a part of the place (« dans le nord de ») and not a bearing from it (« au nord de »)."""

    def fold(self) -> str:
        """The first word, folded."""
        return self.sentence.tokens[self.first].fold

    def text(self, document: str, first: int | None = None, last: int | None = None) -> str:
        """The words from token `first` to token `last`."""
        tokens = self.sentence.tokens
        return document[
            tokens[self.first if first is None else first].start : tokens[self.last if last is None else last].end
        ]


def is_name(token: Token) -> bool:
    """Whether the token is written like a part of a name: « Mossoul », « al-Jadida », « ez-Zor »."""
    text = token.text
    if text[0].isupper():
        return True
    if text.islower() or not text[0].islower():
        return False
    joined = _JOINED.match(text)
    return joined is not None and text[joined.end() - 1].isupper()


def shouted(sentence: Sentence) -> bool:
    """Whether the sentence is set in capitals, so that a capital says nothing."""
    words = (t.text for t in sentence.tokens if t.text[0].isalpha() and len(t.text) > 1)
    # the first words tell it of nearly every sentence
    letters = list(islice(words, 4))
    if not any(map(str.isupper, letters)):
        return False
    letters += words
    return len(letters) > 2 and sum(map(str.isupper, letters)) > 0.7 * len(letters)


def runs(sentence: Sentence, words: PlaceWords) -> Iterator[list[tuple[int, int]]]:
    """Capitalised stretches in runs joined by small words (« République du Congo »): first and last token of each."""
    tokens = sentence.tokens
    named = [False] * len(tokens)
    for at in sentence.not_small:
        named[at] = is_name(tokens[at])
    if True not in named:
        return
    named.append(True)  # behind the last token: where looking for the next name ends
    caps = shouted(sentence)
    openers, articles = words.openers, words.articles
    i, count = 0, len(tokens)
    run: list[tuple[int, int]] = []
    while i < count:
        i = named.index(True, i)
        if i == count:
            break
        token = tokens[i]
        if (
            _dates(token, words)
            or (
                (token.fold in openers or token.fold in articles)
                and (i == 0 or caps or tokens[i - 1].text in _MARKS)
                and not _labels(tokens, i)
            )
            or (caps and token.fold in words.joints)
        ):
            i += 1
            continue
        first = i
        while (
            i + 1 < count
            and named[i + 1]
            and not _dates(tokens[i + 1], words)
            and not (caps and (tokens[i + 1].fold in openers or tokens[i + 1].fold in articles))
        ):
            i += 1
            if caps:
                break
        run.append((first, i))
        i += 1
        joint = i
        if joint < count and tokens[joint].fold in words.tails and not named[joint]:
            joint += 1
        while joint < count and joint < i + 3 and tokens[joint].fold in words.joints and not named[joint]:
            joint += 1
        acronym = first == i - 1 and 1 < len(tokens[first].text) <= _ACRONYM and tokens[first].text.isupper()
        if caps or joint == i or joint >= count or not named[joint] or acronym:
            yield run
            run = []
        else:
            i = joint
    if run:
        yield run


def _dates(token: Token, words: PlaceWords) -> bool:
    """Whether the word is in no name of a place, alone or behind a hyphen (« March », « mid-March »)."""
    return bool(words.never) and token.fold.rpartition("-")[2] in words.never


def _labels(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a small word begins the name of an item's place (« ; En Nahoud (12 mai) : 38 »)."""
    behind = tokens[at + 2].text if at + 2 < len(tokens) else ""
    return (
        at > 0
        and tokens[at - 1].text == ";"
        and at + 1 < len(tokens)
        and tokens[at + 1].text[0].isupper()
        and behind in (":", "(")
    )


def situate(
    sentence: Sentence, first: int, last: int, words: PlaceWords, peoples: Container[str], *, listed: bool
) -> Name:
    """The stretch with what stands before it.

    `peoples` are the adjectives of countries; `listed` says that the name before it in the sentence is a place.
    """
    tokens = sentence.tokens
    at = first - 1
    article = at >= 0 and tokens[at].fold in words.articles
    if article:
        at -= 1
    head = _head(tokens, first - 1, words, peoples)
    direction = _direction(tokens, at, words)
    inside = False
    cue: Cue = "none"
    people = first == last and tokens[first].fold in peoples
    behind = _head_behind(tokens, last, words) if words.heads_behind and not people else None
    if words.heads_behind and direction is None and first and tokens[first - 1].fold in words.directions:
        return Name(sentence, first, last, _cue_of_part(tokens, first - 2, words), article, None, first - 1, True)
    if direction is not None:
        cue, inside = _of_part(tokens, direction, words)
    elif _of_parts(tokens, at, words):
        cue = "in"
    elif at >= 0:
        cue = _cue(tokens, at, words, article=article)
        if cue in ("none", "of") and head is not None:
            cue = "body" if _owned(tokens, head, words) else "in"
    if words.heads_behind and direction is None and cue not in ("near", "person"):
        if behind is None and _compounds_body(tokens, last, words):
            cue = "body"
        elif cue == "none" and last + 1 < len(tokens) and tokens[last + 1].fold in POSSESSIVE:
            cue = "voice"
        elif behind is not None and head is None and cue in ("none", "of"):
            cue = "in"
    head = behind if head is None else head
    if cue == "none":
        before = tokens[first - 1].text if first else ""
        joined = before in _LISTS or (first and tokens[first - 1].fold in words.ands)
        if listed and joined and not _opens(tokens, at, last):
            cue = "list"
        elif _opens(tokens, at, last):
            cue = "first"
    return Name(sentence, first, last, cue, article, head if direction is None else None, direction, inside)


def _head_behind(tokens: tuple[Token, ...], last: int, words: PlaceWords) -> int | None:
    """The word for a place behind the name, with words between that may stand there (« Jabalia refugee camp »)."""
    for index in range(last + 1, min(len(tokens), last + 4)):
        fold = tokens[index].fold
        if fold in words.heads:
            return index
        if fold not in words.links or fold in words.of:
            return None
    return None


def _compounds_body(tokens: tuple[Token, ...], last: int, words: PlaceWords) -> bool:
    """Whether the name stands before a body or a title of which it is the home (« the Gaza health ministry »)."""
    for index in range(last + 1, min(len(tokens), last + 5)):
        token = tokens[index]
        if token.fold in words.bodies or token.fold in words.titles:
            return True
        small = (words.inside, words.near, words.voice, words.of, words.ands, words.articles, words.indefinite)
        if not token.text[0].isalpha() or any(token.fold in known for known in small):
            return token.fold in POSSESSIVE and index + 1 < len(tokens) and tokens[index + 1].fold in words.bodies
    return False


def _cue_of_part(tokens: tuple[Token, ...], at: int, words: PlaceWords) -> Cue:
    """The cue of a name with its direction before it (« in northern Nigeria »)."""
    if at >= 0 and tokens[at].fold in words.articles:
        at -= 1
    cue = _cue(tokens, at, words, article=False) if at >= 0 else "none"
    return cue if cue in ("near", "voice") else "in"


def _opens(tokens: tuple[Token, ...], at: int, last: int) -> bool:
    """Whether the name opens the sentence or an item of a list (« – Taiz, 2 mai : 14 ; Gao (3 mai) : 5 »), with a mark behind."""
    behind = tokens[last + 1].text if last + 1 < len(tokens) else ""
    if at < 0 or (at == 0 and not tokens[0].text[0].isalnum() and tokens[0].text not in _OPENED):
        return behind in _BEHIND
    kicker = (
        0 < at < _KICKER and tokens[at].text in _BARS and tokens[at - 1].text[0].isalpha()
    )  # « EN DIRECT - Gaza : »
    return (tokens[at].text == ";" and behind in (":", "(")) or (kicker and behind == ":")


def _cue(tokens: tuple[Token, ...], at: int, words: PlaceWords, *, article: bool) -> Cue:
    """What the words that end at `at` say of the name after them."""
    phrase = ""
    found: Cue = "none"
    for i in range(at, max(-1, at - words.longest_cue), -1):
        phrase = f"{tokens[i].fold} {phrase}" if phrase else tokens[i].fold
        if phrase in words.near:
            found = "near"
        elif phrase in words.inside:
            found = "in"
        elif phrase in words.voice:
            found = "voice"
    if found != "none":
        return found
    fold = tokens[at].fold
    if fold in words.titles:
        return "person"
    if fold in words.bodies:
        return "none" if article else "body"
    if fold in words.of:
        owner = at - 1
        # « le gouvernement de X », « le ministre malien de X », « la direction de la santé de X »
        for i in range(owner, max(-1, owner - 5), -1):
            if (
                tokens[i].fold in words.bodies
                and i
                and tokens[i].fold in words.links
                and tokens[i - 1].fold in words.heads
            ):
                break  # « l'État voisin de X »
            if tokens[i].fold in words.bodies:
                head = tokens[i].fold
                house = head in words.heads or head in words.halls or (head in words.missions and i < owner)
                return "in" if house and _is_hit(tokens, i, words) else "body"
            if tokens[i].text in _MARKS or tokens[i].fold in words.heads or tokens[i].text[0].isdigit():
                break
        return "of"
    return "none"


def _is_hit(tokens: tuple[Token, ...], at: int, words: PlaceWords) -> bool:
    """Whether the words before say that something happened there: « l'attaque de l'université de X », « au site de X »."""
    if tokens[at - 1].fold in words.articles or tokens[at - 1].fold in words.indefinite:
        at -= 1
    if at and tokens[at - 1].fold in words.inside:
        return True
    return at > 1 and _cue(tokens, at - 1, words, article=False) in ("in", "near")


def _head(tokens: tuple[Token, ...], at: int, words: PlaceWords, peoples: Container[str]) -> int | None:
    """The word for a place to which the name belongs, some words before it (« camp de réfugiés de »)."""
    for i in range(at, max(-1, at - 6), -1):
        fold = tokens[i].fold
        if fold in words.heads:
            return i
        if f"{fold} {tokens[i + 1].fold}" in words.near:
            return None  # « un village proche du X » is not X
        if fold not in words.links and fold not in words.articles and fold not in peoples:
            return None
    return None


def head_before(name: Name, words: PlaceWords, peoples: Container[str]) -> int | None:
    """The word for a place to which that before the name belongs (« État de la mer Rouge », « région du lac Tchad »)."""
    return _head(name.sentence.tokens, name.head - 1, words, peoples) if name.head else None


def _owned(tokens: tuple[Token, ...], head: int, words: PlaceWords) -> bool:
    """Whether a body or a person's title stands before « of the <head> » (« le gouverneur de la province de X »)."""
    at = head - 1
    if at >= 0 and tokens[at].fold in words.articles:
        at -= 1
    if at < 1 or tokens[at].fold not in words.of:
        return False
    return tokens[at - 1].fold in words.bodies or tokens[at - 1].fold in words.titles


def _direction(tokens: tuple[Token, ...], at: int, words: PlaceWords) -> int | None:
    """The word for a part of a place that stands before « of » (« le nord du »)."""
    if at < 1 or tokens[at].fold not in words.of or tokens[at - 1].fold not in words.directions:
        return None
    return None if _of_parts(tokens, at, words) else at - 1


def _of_parts(tokens: tuple[Token, ...], at: int, words: PlaceWords) -> bool:
    """Whether several parts of a place stand before « of » (« le sud et l'est du »)."""
    if at < 3 or tokens[at].fold not in words.of or tokens[at - 1].fold not in words.directions:
        return False
    before = at - 3 if tokens[at - 2].fold in words.articles else at - 2
    return before >= 1 and tokens[before].fold in words.ands and tokens[before - 1].fold in words.directions


def _of_part(tokens: tuple[Token, ...], direction: int, words: PlaceWords) -> tuple[Cue, bool]:
    """The cue of a name after « le nord du », and whether it is a part of the place."""
    at = direction - 1
    if at >= 0 and tokens[at].fold in words.articles:
        at -= 1
    bearing = at >= 0 and tokens[at].fold in words.bearings
    if words.heads_behind and at == direction - 1:
        bearing = True  # « ten kilometres south of »
    return ("near", False) if bearing else ("in", True)
