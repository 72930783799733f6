"""Heads: what the head of a phrase is, and what the words right behind it say of it."""

from recoupe.gazetteers import Countries
from recoupe.languages.voice_forms import Role
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import written


class Heads:
    """Answers for the phrases of one article."""

    def __init__(self, text: str, words: VoiceWords, countries: Countries) -> None:
        self._text = text
        self._words = words
        self._countries = countries

    def role(self, phrase: Phrase) -> Role | None:
        """The role that the head names (« gouverneur »), or None."""
        return self._words.roles.get(phrase.tokens[phrase.head].fold)

    def idiom(self, phrase: Phrase) -> str:
        """The set phrase that the head opens (« chef d'état-major »), or empty."""
        return written(self._words.idiom(phrase.tokens, phrase.head))

    def people(self, phrase: Phrase) -> str | None:
        """The country of the adjective after the head (« le général américain »), or None."""
        behind = phrase.tokens[phrase.head + 1 : self.end(phrase) + 1][: phrase.core - phrase.head - 1]
        before = phrase.tokens[: phrase.head] if self._words.possessors else ()
        for token in (*before, *behind):
            lower = token.text[0].islower() or bool(self._words.possessors)
            code = self._countries.by_adjective(token.fold) if lower else None
            if code is not None:
                return code
        return None

    def of_a_people(self, word: str) -> bool:
        """Whether a folded word is the adjective of a country."""
        return self._countries.by_adjective(word) is not None or word in self._words.adjectives_en

    def end(self, phrase: Phrase) -> int:
        """The index after the head and its adjectives, or what is tied to it (« communiqué de presse »)."""
        words, tokens, head = self._words, phrase.tokens, phrase.head
        if tokens[head].fold in words.documents:
            for size in (2, 3):
                if tuple(t.fold for t in tokens[head + 1 : head + 1 + size]) in words.tied:
                    return head + 1 + size
        return words.role_end(tokens, head, phrase.core)

    def belongs(self, phrase: Phrase) -> bool:
        """Whether « of » stands right after the head and its adjectives, or a seat (« le bureau à Bogota du haut-commissaire »)."""
        end = self.end(phrase)
        if end < phrase.core and phrase.tokens[end].fold in self._words.locatives:
            end += 1
            while end < phrase.core and phrase.tokens[end].text[0].isupper():
                end += 1
        if phrase.tokens[end - 1].fold in self._words.attaching:
            return False  # « l'organisation proche de l'opposition »
        return end + 1 < phrase.core and phrase.tokens[end].fold in self._words.belonging

    def complement(self, phrase: Phrase) -> Entity | str | None:
        """Whose the head is, by name or by the words; None where nothing is said."""
        owner = self._words.organisation(phrase.tokens, self.end(phrase), phrase.core)
        if owner is None:
            before = (m.entity for m, index, hangs in phrase.names if hangs and index < phrase.head)
            return next(before, None)  # « the army's spokesman »
        for mention, index, _ in phrase.names:
            if index >= owner[0]:
                return mention.entity
        return self._text[phrase.tokens[owner[0]].start : phrase.tokens[owner[1] - 1].end]

    def goes_on(self, phrase: Phrase) -> bool:
        """Whether a name written with one capital goes on behind its head (« la Commission justice et paix »)."""
        end = self.end(phrase)
        head = phrase.tokens[phrase.head].text
        if end >= phrase.core or not head.istitle() or self._words.possessors:
            return False  # « l'ONG basée au Liban »
        word = phrase.tokens[end].fold
        small = word in self._words.prepositions or word in self._words.coordination or self.of_a_people(word)
        return phrase.tokens[end].text.isalpha() and not small

    def kinds(self, phrase: Phrase) -> list[str]:
        """The words between determiner and head that say which body it is (« the government media office »)."""
        before = phrase.tokens[: phrase.head] if self._words.possessors else ()
        return [t.fold for t in before if t.text[0].isalnum() and t.fold not in self._words.determiners]

    def purpose(self, phrase: Phrase) -> bool:
        """« l'organisation de défense des droits humains »: what a body is for, and not whose it is."""
        opener = self.end(phrase)
        behind = phrase.tokens[opener : phrase.core]
        common = all(token.text[0].islower() for token in behind)
        articles = self._words.determiners
        return common and not (behind[0].fold in articles or behind[1].fold in articles)
