"""Phrase: the noun phrase that names a source, cut into determiner, head, apposed names and talk about the source."""

from collections.abc import Sequence
from typing import NamedTuple

from recoupe.languages.voice_forms import Form
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Mention, Token

_QUOTES = frozenset('«»"“”‹›')
_JOINTS = frozenset("-‑")
_TO_AGENT = 4
"""Words from a participle to « par », at most."""


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
        if head and own[head].text == ",":
            head -= 1  # « Certains, qui ont fui, (affirment) »: the determiner is all there is
            break
        found = words.determiners.get(word)
        if found is not None:
            # « l'un des responsables » is one; « tous les habitants » is all of them; « les deux ONG » are known
            counted = form is not None and form.points == "definite" and form.number == found.number == "p"
            if form is not None and found.points == "possessive" and form.number == "s":
                form = found._replace(gender=form.gender, number="s")  # « l'un de leurs chefs »
            elif form is None or found.points == "possessive" or (form.points != "indefinite" and not counted):
                form = found
        elif not (
            (word in words.before and not words.possessors) or word in words.belonging or own[head].text in _QUOTES or own[head].text.isdigit()
            or (words.possessors and own[head].text in _JOINTS)  # « 19-year-old Hawa »
        ):  # fmt: skip
            break
        head += 1
    if words.possessors:
        head = _last_noun(own, head, mentions, words)
    core = _core(own, head, words)
    # « le ministre, chargé de la Défense, Untel »: a name apposed past the aside
    # and « celui qui les commande, le général Untel »
    those = form is None and own[head].text[0].islower()
    tied = core < len(own) and (own[core].fold not in words.relative or those or _told(own, core, form, words))
    names: list[tuple[Mention, int, bool]] = []
    starts = {token.start: index for index, token in enumerate(own)}
    for mention in mentions:
        index = starts.get(mention.span.start)
        named = index is not None and index > core and tied and _apposed(own, index, words)
        if index is not None and (index < core or (named and mention.entity.kind == "person")):
            hangs = index > 0 and _hangs(own, index, words, person=mention.entity.kind == "person")
            hangs = hangs or (
                own[index - 1].text == "(" and bool(names) and names[-1][2] and _closes(own, index, names[-1])
            )
            hangs = hangs or (index < head and own[head].start >= mention.span.end)  # « a Hamas official »
            names.append((mention, index, hangs))
    return Phrase(own, form, head, core, tuple(names))


def _closes(tokens: Sequence[Token], index: int, before: tuple[Mention, int, bool]) -> bool:
    """Whether nothing but the bracket parts the name at token `index` from the one before it, on which it is a note (« le bilan du
    ministère de la Santé (MSP) »)."""
    return tokens[index - 1].start - before[0].span.end <= 1 or all(
        token.text[0].islower() for token in tokens[before[1] : index - 1] if token.start >= before[0].span.end
    )


def _last_noun(tokens: Sequence[Token], first: int, mentions: Sequence[Mention], words: VoiceWords) -> int:
    """The head of a noun phrase whose adjectives and owners stand before it: « spokesman » in « the Ukrainian air
    force's spokesman Ihor Petrenko ». What stands inside a name heads nothing."""
    known = (words.roles, words.documents, words.wider, words.bodies)
    names = [m for m in mentions if m.span.end > tokens[first].start]
    noun: int | None = None
    named: int | None = None
    at = first
    while at < len(tokens):
        token = tokens[at]
        name = next((m for m in names if m.span.start == token.start), None)
        if name is not None:
            named = at
            while at < len(tokens) and tokens[at].start < name.span.end:
                at += 1
            continue
        word = token.fold
        if word in words.possessors:
            noun = named = None  # whose it is
        elif (
            not token.text[0].isalnum() or word in words.prepositions or word in words.relative or word in words.asides
        ):
            break
        elif any(word in table for table in known):
            noun = at
        at += 1
    if noun is not None and (named is None or noun > named or _titled(tokens, noun, names)):
        return noun
    return named if named is not None else max(first, at - 1)


def _titled(tokens: Sequence[Token], noun: int, names: Sequence[Mention]) -> bool:
    """Whether a person's name stands right behind the noun: it is what the person is."""
    behind = tokens[noun + 1].start if noun + 1 < len(tokens) else -1
    return any(m.span.start == behind and m.entity.kind == "person" for m in names)


def _told(tokens: Sequence[Token], core: int, form: Form | None, words: VoiceWords) -> bool:
    """Whether the relative clause at `core` tells of one, and of nobody else to whom a name behind it could be apposed (« Un
    pêcheur qui a survécu, Untel », « le gouverneur qui y représente l'État, Untel »)."""
    new = form is not None and form.points != "possessive" and form.number != "p"
    roles = (words.roles.get(token.fold) for token in tokens[core:])
    return new and not any(role is not None and role.number != "p" for role in roles)


def _apposed(tokens: Sequence[Token], index: int, words: VoiceWords) -> bool:
    """Whether nothing but titles stands between a comma and the name at token `index`."""
    at = index - 1
    while at > 0 and (tokens[at].fold in words.roles or tokens[at].fold in words.determiners):
        at -= 1
    return tokens[at].text == ","


def _core(tokens: Sequence[Token], head: int, words: VoiceWords) -> int:
    for index in range(head + 1, len(tokens)):
        word = tokens[index].fold
        if word in words.relative and words.ties(tokens, index - 1) > 1:
            continue  # « l'armée ainsi que des miliciens »
        if word in words.relative or word in words.selves:
            return index
        if word in words.gerund and index + 1 < len(tokens) and tokens[index + 1].fold.endswith(words.gerund_endings):
            return index  # « un habitant en montrant sa maison »
        before = tokens[index - 1].fold
        if word in words.settled and before == ",":
            return index  # « l'ONG, basée à Londres et qui … »
        if word in words.made and index + 1 < len(tokens) and tokens[index + 1].fold in words.agents:
            continue  # « les autorités installées par Ankara »
        if word in words.received and _by_someone(tokens, index, words):
            joined = before in words.coordination
            return index - joined  # « un courrier reçu par l'ONU », « un texte attribué à X | et relayé par Y »
        if word in words.asides and before not in words.determiners and before not in words.belonging:
            reflexive = (
                before in words.clitics and index - 1 > head
            )  # « une source s'exprimant sous couvert d'anonymat »
            return index - reflexive  # « un élu ce lundi », but not « le chef de ce village »
    return len(tokens)


def _by_someone(tokens: Sequence[Token], participle: int, words: VoiceWords) -> bool:
    """Whether « par » stands behind a participle, a place or a day between them passed over (« reçu à Londres par »)."""
    for token in tokens[participle + 1 : participle + 1 + _TO_AGENT]:
        if token.fold in words.agents or not token.text[0].isalnum():
            return token.fold in words.agents
    return False


def _hangs(tokens: Sequence[Token], index: int, words: VoiceWords, *, person: bool) -> bool:
    """Whether the name at token `index` is the complement of something before it (« l'avocat de M. X »). A body's name stands
    behind no role of a person's (« l'organisation de défense des droits de l'homme X »)."""
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
            or (word in words.roles and person)
            or word in words.before
        ):
            at -= 1
            continue
        return False
    return False
