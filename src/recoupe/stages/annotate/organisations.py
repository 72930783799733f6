"""Organisations by their form (« le Front … », « X Rights Watch ») and the acronyms set beside them."""

from collections.abc import Sequence

from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Token
from recoupe.stages.annotate.capitals import capital_run
from recoupe.stages.annotate.world import World
from recoupe.text import bare

_LONGEST = 14
_LONGEST_ACRONYM = 12
# « Unicef », « Monusco »: written as words
_SPOKEN_ACRONYM = 9


def organisation_at(tokens: Sequence[Token], start: int, words: VoiceWords, world: World) -> int | None:
    """The index after the organisation whose capitalised head noun is token `start`, or None when it is none.

    An index of `start + 1` is a head alone (« l'Observatoire »), which points back.
    """
    if not tokens[start].text[0].isupper() or tokens[start].fold not in words.heads:
        return None
    before = tokens[start - 1].fold if start else ""
    if before not in words.determiners and before not in words.prepositions:
        return None
    at, last = start + 1, min(len(tokens), start + _LONGEST)
    end = at
    while at < last:
        token = tokens[at]
        word = token.fold
        capital = token.text[0].isupper() and token.start - tokens[at - 1].end == 1 and not token.text.isupper()
        adjective = token.text[0].islower() and (words.adjectival(token) or world.adjective(word) is not None)
        joint = word in words.belonging or word in words.tying
        if capital or adjective:
            at += 1
        elif joint or (word in words.coordination and _goes_on(tokens, at, words)):
            at += 1
            while at < last and (tokens[at].fold in words.determiners or tokens[at].fold in words.belonging):
                at += 1
            if at >= last or not tokens[at].text[0].isalpha() or tokens[at].fold in words.prepositions:
                break
            if tokens[at].fold in words.ministries and end > start + 1:
                break  # « le Centre des opérations d'urgence | du ministère de la Santé »: the ministry is met again
            at += 1
        else:
            break
        end = at
    return end


def _goes_on(tokens: Sequence[Token], at: int, words: VoiceWords) -> bool:
    """Whether « et » at token `at` joins two complements of one name (« des droits de l'homme et des peuples »)."""
    if at < 3 or at + 2 >= len(tokens):
        return False
    if tokens[at - 1].text[0].islower() and _closes(tokens, at, words):
        return True
    return tokens[at + 1].fold in words.belonging and tokens[at - 1].text[0].islower()


def _closes(tokens: Sequence[Token], at: int, words: VoiceWords) -> bool:
    """Whether one more common noun stands behind « et », with or without an article as the noun before has it, and
    then something that only follows one subject (« … pour la paix et la justice, dont … », « … et libertés a dit »)."""
    article = tokens[at + 1].fold in words.determiners
    noun = at + 1 + article
    if noun + 1 >= len(tokens) or not tokens[noun].text.isalpha() or not tokens[noun].text[0].islower():
        return False
    if article and tokens[at - 2].fold not in words.determiners:
        return False
    follows = tokens[noun + 1]
    one = any(form.finite and form.number == "s" for _, form in words.verbs.analyses(follows.fold))
    return one or (follows.text == "," and noun + 2 < len(tokens) and tokens[noun + 2].fold in words.relative)


def foreign_at(tokens: Sequence[Token], start: int, words: VoiceWords) -> int | None:
    """The index after a name in another language that only a body can have (« Airport Authority »), or None."""
    if tokens[start].text.isupper() and tokens[start].fold in words.wider and not words.possessors:
        return None  # « l'ONG Human Rights Watch »: what it is, and then its name
    end = capital_run(tokens, start)
    if end - start < 2 or not any(token.text in words.foreign for token in tokens[start:end]):
        return None
    return end


def acronym_after(tokens: Sequence[Token], end: int) -> int | None:
    """The index of the acronym in brackets right after a name that ends before token `end`, or None."""
    if end + 2 >= len(tokens) or tokens[end].text != "(" or tokens[end + 2].text not in (")", ","):
        return None
    return end + 1 if _is_acronym(tokens[end + 1].text) else None


def _is_acronym(text: str) -> bool:
    if not 2 <= len(text) <= _LONGEST_ACRONYM or not text[0].isupper() or not text.replace("-", "").isalnum():
        return False
    return sum(c.isupper() for c in text) > 1 or len(text) < _SPOKEN_ACRONYM


def expansion_before(tokens: Sequence[Token], bracket: int, words: VoiceWords) -> int | None:
    """Where the name begins whose initials are the acronym in the brackets that open at token `bracket`, or None."""
    acronym = [c for c in bare(tokens[bracket + 1].text) if c.isalpha()]
    wanted = len(acronym) - 1
    at = bracket - 1
    while at >= 0 and wanted >= 0 and bracket - at <= _LONGEST:
        token = tokens[at]
        initial = bare(token.text)[:1]
        if not token.text[0].isalpha():
            return None
        if initial == acronym[wanted]:
            wanted -= 1
            if wanted < 0:
                return at if token.text[0].isupper() else None
        elif not any(token.fold in small for small in (words.prepositions, words.determiners, words.coordination)):
            return None
        at -= 1
    return None
