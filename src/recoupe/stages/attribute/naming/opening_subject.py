"""Opening subject: somebody described or named, of whom a sentence tells from its first word on."""

from collections.abc import Sequence

from recoupe.languages.grammar import Grammar
from recoupe.model.annotation import Sentence, Token
from recoupe.stages.attribute.naming.phrase import Phrase, read_phrase
from recoupe.stages.attribute.naming.profiles import Profiles

_WITHIN, _APPOSED = 8, 16
"""Words from the subject's noun to its verb, and of what is apposed to it."""
_PUT_IN = 7
"""Tokens between a subject and its verb that commas set apart, at most (« , lui, », « , de son côté, »)."""
_TO_MET = 5
"""Words from « nous » to the verb of meeting somebody."""
_AGED = 4
"""Words of a noun with the age behind it (« maraîcher de 52 ans »)."""
_CIRCUMSTANCE = 12
"""Words of a circumstance before the subject, at most."""


class OpeningSubject:
    """Answers for the sentences of one article."""

    def __init__(self, profiles: Profiles, grammar: Grammar) -> None:
        self._grammar = grammar
        self._words = profiles.words
        self._profiles = profiles

    def of(self, sentence: Sentence) -> Phrase | None:
        """The subject that opens the sentence, when it is somebody described or a person's name; None for all else."""
        return self._met(sentence.tokens) or self.opening(self._behind_circumstance(sentence.tokens))

    def dies(self, sentence: Sentence, subject: Phrase) -> bool:
        """Whether the sentence tells of its subject that he has died (« Un blessé est mort mardi », « Un enfant a été tué »)."""
        words = self._words
        tokens = [t for t in sentence.tokens if t.start >= subject.tokens[-1].end]
        at = 0
        while at < len(tokens) - 1 and (tokens[at].text == "," or tokens[at].fold in words.clitics):
            at += 1
        undergoes, before = False, ""
        for token in tokens[at : at + _TO_MET]:
            undergoes = undergoes or token.fold in self._grammar.been
            if words.verbs.is_auxiliary(token.fold):
                continue
            forms = words.verbs.analyses(token.fold)
            if any(form.mood == "infinitive" for _, form in forms) and before not in words.belonging:
                return False  # « Un chauffeur a vu mourir son apprenti »
            lemmas, before = {lemma for lemma, _ in forms}, token.fold
            if not lemmas.isdisjoint(words.dying) or (undergoes and not lemmas.isdisjoint(words.slaying)):
                return True
        return False

    def _met(self, tokens: Sequence[Token]) -> Phrase | None:
        """Whom the writer has met by the sentence's first words (« Nous avons rencontré | un voisin … »); or None."""
        words = self._words
        if tokens[0].fold not in words.reporters or words.possessors:
            return None
        for verb in range(1, min(_TO_MET, len(tokens) - 2)):
            if not any(lemma in words.meeting for lemma, _ in words.verbs.analyses(tokens[verb].fold)):
                continue
            head = verb + 2
            if tokens[verb + 1].fold not in words.determiners or tokens[head].fold not in words.roles:
                return None
            end = words.role_end(tokens, head, len(tokens))
            if end + 1 < len(tokens) and tokens[end].fold in words.belonging:  # « un habitant du quartier »
                apart = words.prepositions - words.belonging
                stops = (
                    k for k in range(end + 2, len(tokens)) if tokens[k].fold in apart or not tokens[k].text.isalnum()
                )
                end = min(next(stops, len(tokens)), end + _TO_MET)
            return read_phrase(tokens[verb + 1 : end], (), words)
        return None

    def opening(self, tokens: Sequence[Token], *, anybody: bool = False) -> Phrase | None:
        """The subject that the words begin with; with `anybody`, whatever noun heads it."""
        words = self._words
        named = self._person_at(tokens)
        head = 0
        if named:
            head = named - 1
        elif len(tokens) > 3 and tokens[0].fold in words.determiners:
            head = 1
            while head < len(tokens) - 1 and tokens[head].fold in words.before:
                head += 1
            told = tokens[head].fold in words.roles or tokens[head].fold in words.wider or self._body(tokens[head].fold)
            if not anybody and not told and not self._aged(tokens, head):
                return self._called(tokens, head)
        elif len(tokens) < 3 or tokens[0].fold not in words.given or tokens[1].text[0].isupper():
            return None
        for end in range(head + 1, min(head + _WITHIN, len(tokens))):
            word = tokens[end].fold
            if words.verbs.is_auxiliary(word) or word in words.clitics or self._verb(tokens, end):
                phrase = read_phrase(tokens[:end], self._profiles.within(tokens[0].start, tokens[end].start), words)
                return phrase if phrase is not None and phrase.core >= len(phrase.tokens) else None
            if tokens[end].text == ",":
                return self._apposed(tokens, end) or self._inserted(tokens, end) or self._told_apart(tokens, end)
            aged = tokens[end].text.isdecimal() and tokens[min(end + 1, len(tokens) - 1)].fold in words.ages
            if not (aged or tokens[end].text[0].isalpha()):
                return None
            if self._unlisted_verb(tokens, end):
                return read_phrase(tokens[:end], self._profiles.within(tokens[0].start, tokens[end].start), words)
        return None

    def _unlisted_verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a word behind the subject is its verb by its ending and by what stands around it alone (« Un voisin
        | déblaie les gravats »)."""
        words, before, token = self._words, tokens[at - 1].fold, tokens[at]
        if words.possessors or at + 1 >= len(tokens) or not self._may_be_verb(token) or words.adjectival(token):
            return False
        governed = before in words.prepositions or before in words.belonging or before in words.determiners
        made = token.fold.endswith(self._grammar.participle_suffixes + self._grammar.made_suffixes)
        if governed or made or not token.fold.endswith(self._grammar.finite_suffixes):
            return False
        behind = tokens[at + 1].fold
        return behind in words.determiners or (behind in words.prepositions and behind not in words.belonging)

    def _called(self, tokens: Sequence[Token], head: int) -> Phrase | None:
        """The subject whose noun no list knows, with the person's name apposed to it (« Un transfuge, Untel, est allé »)."""
        comma = next((k for k in range(head + 1, min(head + _WITHIN, len(tokens) - 2)) if tokens[k].text == ","), None)
        if comma is None or not self._person_at(tokens[comma + 1 :]):
            return None
        if any(self._does(tokens, k) for k in range(head + 1, comma) if tokens[k].fold not in self._words.clitics):
            return None
        return self._apposed(tokens, comma)

    def _apposed(self, tokens: Sequence[Token], comma: int) -> Phrase | None:
        """The subject with the name apposed to it before its verb (« Le père, Untel, ne dort plus »), or None."""
        last = min(comma + _APPOSED, len(tokens) - 1)
        given = comma == 1 and tokens[0].fold in self._words.given
        named = given or self._person_at(tokens) or self._named(tokens, comma)
        for close in (k for k in range(comma + 2, last) if tokens[k].text == ","):
            if not (named or self._name(tokens[comma + 1 : close])):
                return None
            doing = self._does(tokens, close + 1) or self._unlisted_verb(tokens, close + 1)
            if doing or (named and self._may_be_verb(tokens[close + 1])):
                return read_phrase(
                    tokens[:close], self._profiles.within(tokens[0].start, tokens[close].start), self._words
                )
        return None

    def _told_apart(self, tokens: Sequence[Token], comma: int) -> Phrase | None:
        """The subject brought in with what he is besides, before his verb (« Un commerçant de 46 ans, partie civile, a raconté »,
        « Une infirmière, mère de deux enfants, cherche ses fils »), or None."""
        words = self._words
        form = words.determiners.get(tokens[0].fold)
        last = min(comma + _APPOSED, len(tokens) - 1)
        close = next((k for k in range(comma + 2, last) if tokens[k].text == ","), None)
        if close is None or form is None or form.points != "indefinite" or form.number == "p" or words.possessors:
            return None
        apposed = tokens[comma + 1 : close]
        plain = all(token.text[0].isalnum() or token.text in "'’-" for token in apposed)
        if not plain or any(token.fold in words.relative for token in apposed) or not self._does(tokens, close + 1):
            return None
        return read_phrase(tokens[:close], self._profiles.within(tokens[0].start, tokens[close].start), words)

    def _aged(self, tokens: Sequence[Token], head: int) -> bool:
        """Whether the noun at token `head` is that of somebody, by the age behind it (« un maraîcher de 52 ans »)."""
        age = tokens[head + 1 : head + _AGED]
        told = len(age) == _AGED - 1 and age[0].fold in self._words.belonging and age[1].text.isdecimal()
        return told and age[2].fold in self._words.ages and tokens[head].fold not in self._words.lasting

    def _inserted(self, tokens: Sequence[Token], comma: int) -> Phrase | None:
        """The subject with words before its verb that set it against others (« Le maire, lui, ne décolère pas », « La directrice, de son
        côté, »), or None."""
        last = min(comma + _PUT_IN, len(tokens) - 1)
        close = next((k for k in range(comma + 2, last) if tokens[k].text == ","), None)
        if close is None or self._words.possessors or not self._does(tokens, close + 1):
            return None
        words = self._words
        against = tokens[comma + 1].fold in words.pronouns or tokens[comma + 1].fold in words.topics
        own = words.determiners.get(tokens[comma + 2].fold) if tokens[comma + 1].fold in words.prepositions else None
        if not against and (own is None or own.points != "possessive"):
            return None  # « la victime, âgée de dix ans, est morte »
        if any(t.text[0].isupper() or self._words.verbs.finite(t.fold) for t in tokens[comma + 1 : close]):
            return None
        return read_phrase(tokens[:comma], self._profiles.within(tokens[0].start, tokens[comma].start), self._words)

    def _does(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a verb with its pronouns begins at token `at`."""
        word = tokens[at].fold
        return self._words.verbs.is_auxiliary(word) or word in self._words.clitics or self._verb(tokens, at)

    def _may_be_verb(self, token: Token) -> bool:
        """Whether a word behind « Untel, 28 ans, » goes on with what he does, in a verb that no list may know."""
        words = self._words
        small = (words.determiners, words.prepositions, words.relative, words.roles, words.coordination)
        return token.text[0].islower() and not any(token.fold in known for known in small)

    def _body(self, noun: str) -> bool:
        """Whether the noun is that of a state's or a town's body, such as an army or a town hall."""
        bodies = self._words.bodies.get(noun, ())
        return any((body.national or body.local) and len(body.words) == 1 for body in bodies)

    def _name(self, tokens: Sequence[Token]) -> bool:
        """Whether the words are a name, a title before it passed over (« le général Untel »)."""
        words = self._words
        first = 0
        while first < len(tokens) - 1 and (
            tokens[first].fold in words.determiners
            or tokens[first].fold in words.roles
            or tokens[first].fold in words.honorifics
        ):
            first += 1
        return all(token.text[0].isupper() or token.fold in words.particles for token in tokens[first:])

    def _named(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a person's name ends right before token `end`."""
        found = self._profiles.within(tokens[0].start, tokens[end].start)
        return any(m.span.end == tokens[end - 1].end and m.entity.kind == "person" for m in found)

    def _person_at(self, tokens: Sequence[Token]) -> int:
        """The index behind a person's name that begins with the first token; 0 where none does."""
        if not tokens or self._words.possessors:
            return 0
        found = next(iter(self._profiles.within(tokens[0].start, tokens[0].end)), None)
        if found is None or found.entity.kind != "person":
            return 0
        return sum(token.start < found.span.end for token in tokens)

    def _behind_circumstance(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The words behind a circumstance without a verb that a comma closes (« Depuis sa résidence, | le préfet … », « Joint
        par la radio, | un notable … »); all of them where there is none."""
        words = self._words
        if words.possessors or not tokens:
            return tokens
        first = tokens[0].fold
        governed = first in words.prepositions
        phrased = not governed and (first in words.determiners or first in words.given)
        for at in range(1, min(_CIRCUMSTANCE, len(tokens) - 1)):
            token = tokens[at]
            if token.text == ",":
                behind = tokens[at + 1 :]
                if (
                    self._person_at(behind) or behind[0].fold in words.given
                ):  # « Un peu plus loin, | Untel … », but not « Le maire, Untel, … »
                    return tokens if any(t.fold in words.roles for t in tokens[:at]) and phrased else behind
                return behind if behind[0].fold in words.determiners and not phrased else tokens
            if not (token.text[0].isalnum() or token.text in "'’-") or words.verbs.is_auxiliary(token.fold):
                break
            if not governed and self._verb(tokens, at):
                break
        return tokens

    def _verb(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether token `at` is a verb by its form, and no adjective or noun of the same form."""
        word = tokens[at].fold
        near = tokens[at - 1].fold in self._words.determiners or tokens[at - 1].fold in self._words.prepositions
        return self._words.verbs.finite(word) and not near and word not in self._words.roles
