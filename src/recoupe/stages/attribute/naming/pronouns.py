"""Pronouns: whom « il », « elle », « celui-ci » and possessives point back to."""

from bisect import bisect_left
from collections.abc import Sequence

from recoupe.languages.voice_forms import Form, split
from recoupe.model.annotation import Entity, Mention, Quote, Sentence, Token
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved

# how many sources and sentences back a pronoun can reach
_SOURCES_BACK = 12
_SENTENCES_BACK = 3
# characters before a sentence's subject: an article or an opening mark
_OPENING = 6
# words of a source among which its noun stands
_HEAD = 3
_CLAUSE_MARKS = frozenset(",;:–—«»")

# The weights were set on the articles of the tests and of the corpus; only their order matters.
_SPOKE, _CARRIES_ON, _NAMED = 12.0, 14.0, 7.0
_A_SENTENCE_AWAY, _A_SENTENCE_AWAY_CARRYING_ON = 3.0, 1.5
_LEADS, _GOVERNED, _SAYS, _UNSAID, _QUOTED, _NESTED, _INSIDE = 5.0, 4.0, 4.0, 4.0, 6.0, 4.0, 3.0
_PERSON, _UNKNOWN_GENDER = 2.0, 0.75


class Pronouns:
    """Answers for one article. Every question is pure."""

    def __init__(
        self, profiles: Profiles, quotes: Sequence[Quote], cue_words: frozenset[str], sums: frozenset[str]
    ) -> None:
        """`sums` are the nouns of tallies."""
        self._profiles = profiles
        self._sums = sums
        self._words = profiles.words
        self._quotes = [(q.inner_start, q.inner_end) for q in quotes if q.depth == 0]
        self._cue_words = cue_words
        self._neuter = self._words.neuter

    def subject(
        self,
        form: Form,
        start: int,
        before: Sequence[Resolved],
        *,
        inverted: bool,
        outer: Entity | None = None,
        hung: bool = False,
    ) -> Resolved | None:
        """Who is meant by a pronoun of that form at offset `start`: who spoke, or whom the text is about.

        `outer` speaks the quotation in which the pronoun stands, and so is not spoken of as « il ».

        `inverted` is « a-t-elle ajouté » or « selon elle », carrying on who spoke. `before` are the earlier sources.
        `hung` is only the former: inside a quotation it tells who speaks the quotation, and is no word of it.
        """
        here = self._profiles.sentence_at(start)
        quoted = self.quoted(start) and not hung
        speaker = outer.id if outer is not None and quoted and outer.kind in ("person", "unnamed") else None
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        for rank, source in enumerate(reversed(before[-_SOURCES_BACK:])):
            if source.start >= start or not _agrees(form, source.gender, source.number) or _vague(source):
                continue
            if not self._may_be(form, source.entity) or _one_body(form, source.entity, source.number):
                continue
            if source.entity.id == speaker or (inverted and self._is_tally(source)):
                continue
            score = self._spoke(source, here, inverted=inverted) - rank - _QUOTED * quoted
            score -= _NESTED * (source.nested and not quoted and self._told_by(form, source, before))
            if best is None or (score, source.start) > best:
                best, chosen = (score, source.start), source
        if not self._profiles.sentences:
            return chosen
        low = self._profiles.sentences[max(0, here - _SENTENCES_BACK)].start
        for mention in reversed(self._profiles.within(low, start)):
            profile = self._profiles.of(mention.entity)
            if not _agrees(form, profile.gender, profile.number) or (not quoted and self.quoted(mention.span.start)):
                continue
            if mention.entity.id == speaker or not self._may_be(form, mention.entity):
                continue
            if _one_body(form, mention.entity, profile.number):
                continue
            topic = mention.entity.kind == "state" and self._profiles.sentence(mention.span.start).kind != "paragraph"
            if inverted and topic:
                continue  # « Burkina : « … » », then « dit-il »
            spoke = chosen is not None and chosen.entity.kind == "person" and chosen.gender == form.gender
            if inverted and spoke and mention.entity.kind == "state":
                continue  # « … », a dit la ministre. Bamako n'oubliera pas, a-t-elle ajouté »
            score = self._named(mention, here, inverted=inverted, quoted=quoted)
            score -= _UNKNOWN_GENDER * (profile.gender == "x")
            if best is None or (score, mention.span.start) > best:
                best, chosen = (score, mention.span.start), profile.resolved()
        return chosen

    def _is_tally(self, source: Resolved) -> bool:
        """Whether a count is what spoke (« selon un dernier bilan »): it tells a number, and never speaks on as « a-t-il dit »."""
        words = split(self._profiles.text[source.start : source.end])[:_HEAD]
        return source.entity.kind == "unnamed" and not self._sums.isdisjoint(words)

    def outdone(self, form: Form, entity: Entity, sentence: Sentence) -> bool:
        """Whether beside somebody who may be a man or a woman a sentence names one of the pronoun's gender (« le maire, Lea Bah, a
        reçu la ministre Awa Sow », then « elle »)."""
        if entity.kind != "person" or form.gender == "x" or self._profiles.of(entity).gender != "x":
            return False
        others = (m.entity for m in self._profiles.within(sentence.start, sentence.end) if m.entity.id != entity.id)
        return any(e.kind == "person" and self._profiles.of(e).gender == form.gender for e in others)

    def _told_by(self, form: Form, source: Resolved, before: Sequence[Resolved]) -> bool:
        """Whether somebody else in the sentence of `source`, whose words these may be, can be meant by the pronoun as well."""
        index = self._profiles.sentence_at(source.start)
        return any(
            not other.nested
            and (other.entity.kind in ("person", "unnamed") or other.gender == form.gender)
            and self._profiles.sentence_at(other.start) == index
            and _agrees(form, other.gender, other.number)
            for other in before
        )

    def told_of(self, form: Form, start: int) -> Resolved | None:
        """The subject of the clause that a relative goes on from, where a cue parts that relative from its verb
        (« Le Hamas salue ses hommes qui, a-t-il dit, ont tenu »): the clause before is the journalist's; or None."""
        sentence, words = self._profiles.sentence(start), self._words
        tokens = sentence.tokens
        at = bisect_left(tokens, start, key=lambda t: t.start) - 1
        while at > 0 and tokens[at].text != ",":
            at -= 1
        at -= 1
        while at > 0 and tokens[at].fold not in words.relative:
            token = tokens[at]
            if token.text in _CLAUSE_MARKS or self._predicates(token):
                return None
            at -= 1
        if at <= 0 or not any(self._predicates(token) for token in tokens[:at]):
            return None
        for mention in self._profiles.within(sentence.start, tokens[at].start):
            profile = self._profiles.of(mention.entity)
            if _agrees(form, profile.gender, profile.number) and self.opens_clause(mention, tokens):
                return profile.resolved()
        return None

    def _predicates(self, token: Token) -> bool:
        """Whether a word can be a verb in the third person."""
        return self._words.verbs.is_auxiliary(token.fold) or self._words.verbs.finite(token.fold)

    def opens_clause(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Whether a mention opens its clause and a verb follows, an apposition between commas passed over."""
        if self._governed(mention):
            return False
        after = bisect_left(tokens, mention.span.end, key=lambda t: t.start)
        if after < len(tokens) and tokens[after].text == ",":
            after = next((k + 1 for k in range(after + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
        follows = tokens[after].fold if after < len(tokens) else ""
        return (
            follows in self._words.clitics
            or self._words.verbs.finite(follows)
            or self._words.verbs.is_auxiliary(follows)
        )

    def last(self, form: Form, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Who is meant by « celui-ci », « cette dernière », « qui » at offset `start`: the one named last."""
        spoke = (s for s in before if s.end <= start and not _one_body(form, s.entity, s.number))
        sources = [s for s in spoke if _agrees(form, s.gender, s.number) and self._may_be(form, s.entity)]
        chosen = max(sources, key=lambda s: s.end) if sources else None
        here = self._profiles.sentence_at(start) if self._profiles.sentences else 0
        asking = self.asking(start)
        for mention in self._profiles.before(start):
            if asking <= mention.span.start:
                continue  # « Contactée par la RTS, celle-ci … »
            profile = self._profiles.of(mention.entity)
            far = here - self._profiles.sentence_at(mention.span.start) > 1
            if far and profile.gender == "x" != form.gender and mention.entity.kind != "person":
                continue  # a name that may be anything, far away, is not « cette dernière »
            if _one_body(form, mention.entity, profile.number):
                continue
            if _agrees(form, profile.gender, profile.number) and self._may_be(form, mention.entity):
                return profile.resolved() if chosen is None or mention.span.end > chosen.end else chosen
        return chosen

    def asking(self, start: int) -> int:
        """Where those are named who reached or asked the one meant by the pronoun at offset `start`, in a participle that opens its
        sentence (« Contactée | par la RTS, celle-ci … »); the end of the text where nobody is."""
        tokens = self._profiles.sentence(start).tokens
        words = self._words
        at = bisect_left(tokens, start, key=lambda t: t.start)
        by = next((k for k in range(1, at) if tokens[k].fold in words.agents), at)
        asked = at > 0 and tokens[at - 1].text == "," and tokens[0].fold in words.asides and by < at
        return tokens[by].start if asked else len(self._profiles.text)

    def _may_be(self, form: Form, entity: Entity) -> bool:
        """Whether the pronoun can stand for that kind of entity: where there is a neuter, only people are he and she,
        and no person is it."""
        if form.gender == "n":
            return entity.kind != "person"
        if form.number == "p" and entity.kind == "media" and not self._neuter:
            return False  # « ils » are not RFI
        return not self._neuter or form.gender == "x" or entity.kind in ("person", "unnamed")

    def _spoke(self, source: Resolved, here: int, *, inverted: bool) -> float:
        """How likely a pronoun in sentence `here` is one who spoke before."""
        away = here - self._profiles.sentence_at(source.start)
        score = _CARRIES_ON - _A_SENTENCE_AWAY_CARRYING_ON * away if inverted else _SPOKE - _A_SENTENCE_AWAY * away
        if inverted and away == 0 and source.start - self._profiles.sentences[here].start > _OPENING:
            score -= _INSIDE  # the words before the inversion are said, and who speaks in them is spoken of
        score += _PERSON * (source.entity.kind in ("person", "unnamed"))
        return score - _UNKNOWN_GENDER * (source.gender == "x")

    def _named(self, mention: Mention, here: int, *, inverted: bool, quoted: bool) -> float:
        """How likely a pronoun in sentence `here` is one whom the text only names."""
        away = here - self._profiles.sentence_at(mention.span.start)
        governed = self._governed(mention)
        leads = not governed and self._leads(mention)
        score = _NAMED - _A_SENTENCE_AWAY * away + _LEADS * leads - _GOVERNED * governed * (0.5 if quoted else 1)
        if inverted:
            score += _SAYS if away == 0 and leads and self._says(mention) else -_UNSAID
        return score - (mention.entity.kind == "state" and not leads)

    def leading(self, form: Form, sentence: Sentence) -> Resolved | None:
        """The body or party with which the sentence begins as its subject, a circumstance aside, if it agrees; or None."""
        if self._neuter:
            return None
        for mention in self._profiles.within(sentence.start, sentence.end):
            profile = self._profiles.of(mention.entity)
            if mention.entity.kind not in ("body", "party", "media") or not self.opens_clause(mention, sentence.tokens):
                continue
            agrees = _agrees(form, profile.gender, profile.number) and profile.gender == form.gender
            return profile.resolved() if agrees else None
        return None

    def sentence_here(self, start: int) -> Sentence:
        """The sentence at offset `start`."""
        return self._profiles.sentences[self._profiles.sentence_at(start)]

    def sentence_before(self, start: int) -> Sentence | None:
        """The sentence before the one at offset `start`, quotations set between them passed over; None without one."""
        index = self._profiles.sentence_at(start) - 1
        sentences = self._profiles.sentences
        low = max(-1, index - _SENTENCES_BACK)
        while index > low and self.quoted(_first_word(sentences[index])):
            index -= 1
        return sentences[index] if index > low and sentences[index].kind == "paragraph" else None

    def quoted(self, offset: int) -> bool:
        """Whether the offset stands inside a quotation."""
        return any(start <= offset < end for start, end in self._quotes)

    def _says(self, mention: Mention) -> bool:
        """Whether a mention opens its sentence, a verb of saying next (« le ministère dément : …, assure-t-il »)."""
        sentence = self._profiles.sentence(mention.span.start)
        if not _CLAUSE_MARKS.isdisjoint(self._profiles.text[sentence.start : mention.span.start]):
            return False
        low = bisect_left(sentence.tokens, mention.span.end, key=lambda t: t.start)
        beside = sentence.tokens[low : low + 4]
        if beside and beside[0].text == ",":
            return False  # « Israël, a-t-il poursuivi, … »: the one who speaks is another
        return any(token.fold in self._cue_words for token in beside)

    def _leads(self, mention: Mention) -> bool:
        """Whether a mention is its sentence's subject, as far as the words beside it tell."""
        sentence = self._profiles.sentence(mention.span.start)
        low = bisect_left(sentence.tokens, mention.span.end, key=lambda t: t.start)
        if low < len(sentence.tokens) - 1 and sentence.tokens[low].text == ")":
            low += 1  # « la mission (Manua) rend public … »
        if low < len(sentence.tokens):
            word = sentence.tokens[low].fold
            if word in self._words.possessors:
                return False
            if word in self._words.clitics or self._words.verbs.finite(word) or self._words.verbs.is_auxiliary(word):
                return True  # and « l'ONU ayant renoncé »
        return mention.span.start - sentence.start < _OPENING

    def _governed(self, mention: Mention) -> bool:
        """Whether a mention hangs on a preposition, its titles aside."""
        words = self._profiles.words_before(mention.span.start)
        while words and (words[-1].rstrip(".") in self._words.honorifics or words[-1] in self._words.roles):
            words.pop()
        if words and words[-1] in self._words.determiners and words[-1] not in self._words.prepositions:
            words.pop()
        return bool(words) and words[-1] in self._words.prepositions


def _first_word(sentence: Sentence) -> int:
    """Where the first word of a sentence begins, behind the marks and the spaces that open a quotation."""
    return next((token.start for token in sentence.tokens if token.text[0].isalnum()), sentence.start)


def _vague(source: Resolved) -> bool:
    """Whether an unnamed source is too little of a person or body to be carried on (« des informations »)."""
    return source.entity.kind == "unnamed" and not source.noun and source.entity.voice is None and source.gender == "x"


def _one_body(form: Form, entity: Entity, number: str) -> bool:
    """Whether a plural pronoun cannot mean a body or state whose name stands without an article (« MSF », then « ils »)."""
    return form.number == "p" and number == "x" and entity.kind in ("body", "state")


def _agrees(form: Form, gender: str, number: str) -> bool:
    if "x" not in (form.gender, gender) and form.gender != gender:
        return False
    return "x" in (form.number, number) or form.number == number
