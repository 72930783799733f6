"""Metonyms: a capital, a country or a people that speaks for its state."""

from recoupe.gazetteers import Countries
from recoupe.languages.voices import VoiceWords
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Resolved


class Metonyms:
    """Answers for the phrases of one article."""

    def __init__(self, text: str, words: VoiceWords, countries: Countries) -> None:
        self._text = text
        self._words = words
        self._countries = countries

    def read(self, phrase: Phrase) -> Resolved | None:
        """The state that the phrase speaks for; None when the phrase is no capital, country or people."""
        words, form = phrase.tokens[phrase.head : phrase.core], phrase.form
        while words and not words[-1].text[0].isalnum():
            words = words[:-1]
        if not words:
            return None
        name = self._text[words[0].start : words[-1].end]
        code = None
        if name[0].isupper():
            code = self._countries.by_name(name) or self._countries.by_metonym(name)
            if code is None and phrase.head:  # « Le Caire »
                code = self._countries.by_metonym(self._text[phrase.tokens[phrase.head - 1].start : words[-1].end])
        many = form is not None and form.points == "definite" and form.number == "p"
        if code is None and many and len(words) == 1 and phrase.head == 1 and words[0].fold not in self._words.roles:
            code = self._countries.by_adjective(words[0].fold)  # « les Russes »
        if code is None and len(words) == 2 and form is not None and form.points == "definite":
            wider = self._words.wider.get(words[0].fold)
            if wider is not None and wider.kinds == {"state"}:
                code = self._countries.by_adjective(words[1].fold)  # « le royaume saoudien »
        if code is None:
            return None
        gender, number = (form.gender, form.number) if form is not None else ("x", "s")
        return Resolved(self._countries.state(code), None, None, gender=gender, number=number)
