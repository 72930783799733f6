"""Phrase: the noun phrase that names a source, cut into determiner, head, apposed names and talk about the source."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.languages.voice_forms import Form
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Mention, Token

_QUOTES = frozenset('«»"“”‹›')
_COMMAS = frozenset(",–—")


class Phrase(NamedTuple):
    """Indexes are into `tokens`, the phrase's own without quotation marks around it."""

    tokens: tuple[Token, ...]
    form: Form | None
    """The determiner, None for a bare name."""
    head: int
    """The first word after determiner and adjectives."""
    core: int
    """Where talk about the source begins (« qui a requis l'anonymat »): the end of what names it."""
    names: tuple[tuple[Mention, int, bool], ...]
    """The mentions before `core`, and a person apposed past it: the index of their first token, and whether they hang on a preposition."""


def read_phrase(tokens: Sequence[Token], mentions: Sequence[Mention], words: VoiceWords) -> Phrase | None:
    """The phrase of those tokens, None when no word is among them. `mentions` are those that begin inside, in order."""
    first, last = 0, len(tokens)
    while first < last and not tokens[first].text[0].isalnum():
        first += 1
    while last > first and not tokens[last - 1].text[0].isalnum() and tokens[last - 1].text not in ")»":
        last -= 1
    own = tuple(tokens[first:last])
    if not own:
        return None
    head, form = 0, None
    while head < len(own) - 1:
        word = own[head].fold
        found = words.determiners.get(word)
        if found is not None:
            # « l'un des responsables » is one; « tous les habitants » is all of them; « les deux ONG » are known
            counted = form is not None and form.points == "definite" and form.number == found.number == "p"
            if form is None or found.points == "possessive" or (form.points != "indefinite" and not counted):
                form = found
        elif not (
            word in words.before or word in words.belonging or own[head].text in _QUOTES or own[head].text.isdigit()
        ):
            break
        head += 1
    core = _core(own, head, words)
    # « le ministre, chargé de la Défense, Untel »: a name apposed past the aside
    # and « celui qui les commande, le général Untel »
    those = form is None and own[head].text[0].islower()
    tied = core < len(own) and (own[core].fold not in words.relative or those)
    names = []
    starts = {token.start: index for index, token in enumerate(own)}
    for mention in mentions:
        index = starts.get(mention.span.start)
        named = index is not None and index > core and tied and _apposed(own, index, words)
        if index is not None and (index < core or (named and mention.entity.kind == "person")):
            names.append((mention, index, index > 0 and _hangs(own, index, words)))
    return Phrase(own, form, head, core, tuple(names))


def _apposed(tokens: Sequence[Token], index: int, words: VoiceWords) -> bool:
    """Whether nothing but titles stands between a comma and the name at token `index`."""
    at = index - 1
    while at > 0 and (tokens[at].fold in words.roles or tokens[at].fold in words.determiners):
        at -= 1
    return tokens[at].text == ","


def _core(tokens: Sequence[Token], head: int, words: VoiceWords) -> int:
    for index in range(head + 1, len(tokens)):
        word = tokens[index].fold
        if word in words.relative or word in words.selves:
            return index
        if word in words.gerund and index + 1 < len(tokens) and tokens[index + 1].fold.endswith(words.gerund_endings):
            return index  # « un habitant en montrant sa maison »
        before = tokens[index - 1].fold
        if word in words.made and index + 1 < len(tokens) and tokens[index + 1].fold in words.agents:
            continue  # « les autorités installées par Ankara »
        if word in words.asides and before not in words.determiners and before not in words.belonging:
            return index  # « un élu ce lundi », but not « le chef de ce village »
    return len(tokens)


def _hangs(tokens: Sequence[Token], index: int, words: VoiceWords) -> bool:
    """Whether the name at token `index` is the complement of something before it (« l'avocat de M. X »)."""
    at = index - 1
    while at >= 0:
        word = tokens[at].fold
        if word in words.prepositions or word in words.belonging:
            return True
        if word == "(":
            # a note on what stands before; an acronym names it, « (Minusma) » too
            alone = index + 1 < len(tokens) and tokens[index + 1].text == ")"
            return not (tokens[index].text.isupper() or (alone and tokens[index].fold not in words.plain))
        if (
            word in words.determiners
            or tokens[at].text in _QUOTES
            or word == "."
            or word in words.honorifics
            or word in words.roles
            or word in words.before
        ):
            at -= 1
            continue
        return False
    return False
