"""Joint words: several who speak as one, of whom not all have a name (« la police et des médecins »), in the article's words."""

from recoupe.languages.pack import LanguagePack
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Resolved
from recoupe.stages.attribute.naming.unnamed import Unnamed

_FARTHEST_NOUN = 3
"""Words from an article to its noun, at most."""


class JointWords:
    """Answers for the phrases of one article."""

    def __init__(self, pack: LanguagePack, unnamed: Unnamed) -> None:
        self._words = pack.voices
        self._grammar = pack.grammar
        self._human = pack.cues.human
        self._unnamed = unnamed

    def read(self, phrase: Phrase) -> Resolved | None:
        """The whole phrase, where another party with a beginning of its own speaks beside the first; None for all else.

        « le ministre de la Santé et de la Population » is one, as is « le directeur de l'hôpital et de la clinique ».
        """
        words, tokens = self._words, phrase.tokens
        if words.possessors or not self._speaks(phrase, 0, phrase.head):
            return None
        tied = found = False
        for at in range(phrase.head + 1, phrase.core - 1):
            if tokens[at].text == ",":
                if not found and self._named_between(phrase, at):
                    continue
                if found or not self._begins(phrase, at + 1 + words.ties(tokens, at + 1), tied=True):
                    return self._unnamed.together(phrase, at) if found else None
            elif tie := words.ties(tokens, at):
                if not found and tokens[at - 1].text == "," and tokens[at].fold not in words.coordination:
                    return None  # « Le préfet, comme le maire, parle de … »: the first alone
                found = found or self._begins(phrase, at + tie, tied=tied)
            tied = tied or tokens[at].fold in words.belonging
        return self._unnamed.together(phrase, phrase.core) if found else None

    def _named_between(self, phrase: Phrase, comma: int) -> bool:
        """Whether the comma at a token opens or closes the name of the party before it (« la maire, Untel, et un élu »)."""
        tokens = phrase.tokens
        if any(tokens[k].text == "," for k in range(phrase.head, comma)):
            return self._words.ties(tokens, comma + 1) > 0
        close = next((k for k in range(comma + 2, phrase.core - 2) if tokens[k].text == ","), None)
        named = (m for m, k, hangs in phrase.names if close is not None and comma < k < close and not hangs)
        return close is not None and self._words.ties(tokens, close + 1) > 0 and next(named, None) is not None

    def _begins(self, phrase: Phrase, at: int, *, tied: bool) -> bool:
        """Whether a party begins at token `at`; `tied` says that « of » stood before, which « of » here may go on from."""
        words, tokens = self._words, phrase.tokens
        at += at < phrase.core and tokens[at].fold in self._grammar.from_two
        if at + 1 >= phrase.core:
            return False
        of = tokens[at].fold in words.belonging
        if of and tokens[at + 1].fold in self._grammar.origins:
            return True  # « auprès de l'armée et de source sécuritaire »
        form = words.determiners.get(tokens[at].fold)
        if (of and tied) or not (of or form is not None) or (form is not None and form.points == "possessive"):
            return False
        shared = any(t.fold in words.tying for t in tokens[phrase.head : at])
        if shared and form is not None and form.points != "indefinite":
            return False  # « le Réseau pour la paix et la justice »
        head = at
        while head < phrase.core - 1 and self._opens(tokens[head].fold):
            head += 1
        return head - at <= _FARTHEST_NOUN and self._speaks(phrase, at, head)

    def _opens(self, word: str) -> bool:
        """Whether a word may stand before the noun of a party."""
        return word in self._words.determiners or word in self._words.before or word in self._words.belonging

    def _speaks(self, phrase: Phrase, start: int, head: int) -> bool:
        """Whether the noun at token `head` of the party that begins at token `start` is somebody, or opens a name."""
        word = phrase.tokens[head].fold
        known = word in self._words.roles or word in self._words.documents or self._human(word)
        return known or any(start <= k <= head for _, k, _ in phrase.names)
