"""Operations: times since which an operation or a war is led, and the day on which its toll was given."""

from collections.abc import Sequence

from recoupe.languages.pack import LanguagePack
from recoupe.languages.scenes import SceneWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.stages.claim.words.lexicon import lexicon

_MODIFIERS = 2
"""How many words before a participle may hold its noun (« des opérations militaires menées »)."""


def is_of_operation(time: TimeRef, sentence: Sentence, words: SceneWords, pack: LanguagePack) -> bool:
    """Whether a time is since when an operation is led: « le bilan des opérations menées depuis mars »."""
    tokens, at = sentence.tokens, sentence.first_at(time.span.start)
    return time.kind == "since" and is_led(tokens, at - 1, words, pack)


def is_led(tokens: Sequence[Token], at: int, words: SceneWords, pack: LanguagePack) -> bool:
    """Whether the participle at `at` says of an operation or a war how it is led (« l'offensive aérienne lancée »)."""
    if at < 1 or not (tokens[at].fold.endswith(words.participles) or pack.verbs.is_past_participle(tokens[at].fold)):
        return False
    small = either(pack.words.prepositions, pack.words.determiners)
    for token in reversed(tokens[max(0, at - _MODIFIERS) : at]):
        if any(token.fold in nouns for nouns in (words.campaigns, words.drives, words.operations, words.several)):
            return True
        if not token.text[0].isalpha() or token.fold in small:
            return False
    return False


def is_of_toll(
    time: TimeRef, times: Sequence[TimeRef], sentence: Sentence, words: SceneWords, pack: LanguagePack
) -> bool:
    """Whether a day is that of the toll of an operation: « c'est le bilan, lundi, des opérations menées depuis mars »."""
    if time.kind != "point" or lexicon(pack).harm.tolls.nouns.isdisjoint(sentence.words):
        return False
    return any(is_of_operation(t, sentence, words, pack) for t in times)
