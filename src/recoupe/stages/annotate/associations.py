"""Associations: how far the name of one runs that says what it is for (« l'ONG Femmes pour la paix », « l'association Voix du
Sahel »)."""

from collections.abc import Sequence

from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Token
from recoupe.stages.annotate.capitals import capital_run
from recoupe.stages.annotate.world import World

_DESCRIBED = 3
"""Words before a name among which the noun stands that says what it is."""


def whole_name(tokens: Sequence[Token], at: int, end: int, words: VoiceWords, world: World) -> int:
    """The index after the name of an association that opens at token `at` and goes on behind token `end` with what it is for or of.

    Only behind a common noun, which does not name it alone: « l'ONG Kalangou de Niamey » is Kalangou, of Niamey.
    """
    civic = any(token.fold in words.civic for token in tokens[max(0, at - _DESCRIBED) : at])
    common = end == at + 1 and tokens[at].fold.endswith(words.common_endings)
    if not civic or not common or end + 1 >= len(tokens):
        return end
    if tokens[end].fold in words.belonging:
        return _of_land(tokens, end, words, world)
    thing = _thing(tokens, end + 1, words) if tokens[end].fold in words.tying else None
    if thing is None:
        return end
    further = (
        _thing(tokens, thing + 1, words) if thing < len(tokens) and tokens[thing].fold in words.belonging else None
    )
    return thing if further is None else further  # « pour le respect des droits humains »


def _of_land(tokens: Sequence[Token], of: int, words: VoiceWords, world: World) -> int:
    """The index after the land or river behind « of » at token `of`; `of` itself before a town, somebody or nothing that is named."""
    first = of + 1
    stop = capital_run(tokens, first) if tokens[first].text[0].isupper() else of
    someone = tokens[first].fold in words.given or tokens[first].fold.rstrip(".") in words.honorifics
    return of if someone or world.town_at(tokens[first].start) is not None else stop


def _thing(tokens: Sequence[Token], first: int, words: VoiceWords) -> int | None:
    """The index after a noun in small letters, its article and its adjective, from token `first` on; None where none stands there."""
    definite = first < len(tokens) and words.determiners.get(tokens[first].fold)
    at = first + bool(definite and definite.points == "definite")
    if at >= len(tokens) or not tokens[at].text.islower() or not tokens[at].text.isalpha():
        return None
    fold = tokens[at].fold
    function = (
        fold in words.determiners or fold in words.relative or fold in words.prepositions or fold in words.pronouns
    )
    if function or words.verbs.is_infinitive(fold) or not words.noun(tokens, at):
        return None
    return at + 1 + (at + 1 < len(tokens) and words.adjectival(tokens[at + 1]))
