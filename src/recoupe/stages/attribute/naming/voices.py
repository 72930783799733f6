"""Voices: whom the words of a source name, in one article (names, titles, pronouns, descriptions, unnamed sources)."""

from collections.abc import Sequence
from functools import cache

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.voice_forms import Form, split
from recoupe.model.annotation import Annotations, Entity, Mention, Sentence, Token
from recoupe.model.document import Document
from recoupe.stages.attribute.naming.described import Described
from recoupe.stages.attribute.naming.descriptions import Descriptions
from recoupe.stages.attribute.naming.heads import Heads
from recoupe.stages.attribute.naming.joint import Joint
from recoupe.stages.attribute.naming.joint_words import JointWords
from recoupe.stages.attribute.naming.just_named import JustNamed
from recoupe.stages.attribute.naming.last_described import LastDescribed
from recoupe.stages.attribute.naming.names import Names
from recoupe.stages.attribute.naming.opening_subject import OpeningSubject
from recoupe.stages.attribute.naming.owners import Owners
from recoupe.stages.attribute.naming.phrase import Phrase, read_phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved, written
from recoupe.stages.attribute.naming.pronouns import Pronouns
from recoupe.stages.attribute.naming.publications import Publications
from recoupe.stages.attribute.naming.same_sentence import SameSentence
from recoupe.stages.attribute.naming.seats import Seats
from recoupe.stages.attribute.naming.unnamed import Unnamed
from recoupe.stages.attribute.naming.where import Where
from recoupe.text import fold

_ARTICLE = 6
"""Characters before a source in which an article outside it stands (« Au ministère, on … »)."""
_NEIGHBOURLY = frozenset({"local", "relative", "witness"})
"""Groups of those whom an article names without saying what they are."""
_PLAIN = _NEIGHBOURLY | {"medical", "ngo", "media"}
"""Groups of those of whom nobody is who holds an office."""
_TAKEN_UP_BACK = 2
"""Sentences back to somebody told of whom « ce voisin » takes up."""
_OPENED = 3
"""Words of a sentence among which its subject's noun stands, at most."""
_SOME_BACK = 3
"""Sentences back to those of whom some speak."""
_TOPIC = 5
"""Words at least of « Quant à X, il … »."""
_BEHIND = (",", '"', "”", "»", "’", "'", "—", "–")
"""What parts a pronoun and its verb of saying from what is said before them."""
_AROUND = ' \t\n\u00a0\u202f"«»“”,'


@cache
def _carrying(pack: LanguagePack) -> tuple[str, ...]:
    """« selon », « d'après », as they stand before a pronoun."""
    return tuple(written(words) + " " for words in pack.cues.adpositions)


class Voices:
    """Answers, for one article, who speaks. Built once a document; every question is pure."""

    def __init__(
        self, document: Document, annotations: Annotations, pack: LanguagePack, gazetteers: Gazetteers
    ) -> None:
        self._text = document.text
        self._words = pack.voices
        countries = gazetteers.countries
        self._profiles = profiles = Profiles(document.text, annotations, pack.voices)
        self._pronouns = Pronouns(profiles, annotations.quotes, pack.cue_words, pack.cues.sums)
        actors = gazetteers.actors
        self._descriptions = descriptions = Descriptions(
            profiles,
            countries.by_adjective,
            actors.openings_of,
            Seats(profiles, annotations, gazetteers.places.lookup),
            actors.missions,
            actors.of_states,
            actors.qualities_of,
        )
        self._unnamed = unnamed = Unnamed(document.text, document.id, pack.voices, countries)
        self._heads = heads = Heads(document.text, pack.voices, countries)
        self._subjects = OpeningSubject(profiles, pack.grammar)
        self._last = LastDescribed(profiles)
        self._here = SameSentence(profiles, self._subjects)
        self._just_named = JustNamed(profiles, self._pronouns, self._subjects)
        joint, owners = Joint(pack.voices, countries), Owners(pack.voices, self._pronouns)
        self._names = Names(profiles, countries, heads, owners, unnamed, joint, JointWords(pack, unnamed))
        publications = Publications(profiles, self._pronouns)
        self._described = Described(profiles, heads, owners, descriptions, unnamed, joint, publications)
        self._human = pack.cues.human
        self._ages = pack.grammar.ages
        self._carrying = _carrying(pack)
        self._trailing = pack.traits.trailing_speakers

    def resolve(
        self, start: int, end: int, sentence: Sentence, before: Sequence[Resolved], outer: Entity | None = None
    ) -> Resolved:
        """Whom the words from `start` to `end` (offsets into the text, inside `sentence`) name.

        `before` are the sources resolved so far, in reading order; `outer` says what the words stand in, where known.
        A source that points to nobody in the article keeps its own words, as an entity of the kind `unnamed`.
        """
        where = Where(start, end, before, outer)
        pronoun = self._words.pronouns.get(" ".join(split(self._text[start:end].strip(_AROUND))))
        if pronoun is not None:
            found = self._pronoun(pronoun, where)
        else:
            tokens = [t for t in sentence.within(start, end) if t.end <= end]
            tokens = self._behind_some(tokens)
            phrase = read_phrase(tokens, self._profiles.within(tokens[0].start if tokens else start, end), self._words)
            if phrase is None:
                return self._unnamed.words(start, end)
            headed = self._headed(phrase, sentence)
            quoted = self._unnamed.quoted(start, end, phrase)
            named = self._just_named.anybody(headed, self._heads.role(headed), where)
            found = quoted or named or self._meant(self._just_told(headed, where) or headed, where)
            found = self._told_before(phrase, found, where) or found
        return found._replace(start=start, end=end)

    def _behind_some(self, tokens: list[Token]) -> list[Token]:
        """The words of a source behind « l'un d'entre eux, », « plusieurs d'entre elles, » where who speaks is described there (« l'un
        d'eux, | un maçon de 27 ans »); all of them where nothing is."""
        words = self._words
        comma = next((k for k, token in enumerate(tokens) if token.text == ","), 0)
        if not 2 < comma < len(tokens) - 2 or words.possessors:
            return tokens
        them = words.pronouns.get(tokens[comma - 1].fold)
        told = words.determiners.get(tokens[comma + 1].fold)
        of = any(token.fold in words.belonging for token in tokens[comma - 3 : comma - 1])
        some = them is not None and them.number == "p" and of
        return tokens[comma + 1 :] if some and told is not None and told.points == "indefinite" else tokens

    def _just_told(self, phrase: Phrase, where: Where) -> Phrase | None:
        """The subject of one of the sentences before that a noun takes up (« Un voisin déblaie. « … », souffle ce voisin »),
        or None."""
        role = self._heads.role(phrase)
        if role is None or phrase.form is None or phrase.form.points != "demonstrative" or phrase.names:
            return None
        here = self._profiles.sentence_at(where.start)
        for sentence in reversed(self._profiles.sentences[max(0, here - _TAKEN_UP_BACK) : here]):
            told = self._subjects.of(sentence)
            same = self._heads.role(told) if told is not None else None
            if told is not None and same is not None and (same.lemma, same.number) == (role.lemma, role.number):
                return told
            if told is not None and (told.names or told.form is None) and same is None and role.group in _NEIGHBOURLY:
                meant = self._meant(told, where)  # « En face, Untel dormait. « … », souffle ce voisin »
                plain = meant.role is None and {meant.gender, role.gender} != {"m", "f"}
                return told if plain and meant.entity.kind == "person" else None
        return None

    def _headed(self, phrase: Phrase, sentence: Sentence) -> Phrase:
        """The phrase; in a heading of a language that leaves out articles there, a role alone means one person
        (« Raid kills nine, governor says »)."""
        before = split(self._text[max(0, phrase.tokens[0].start - _ARTICLE) : phrase.tokens[0].start])
        opening = self._words.determiners.get(before[-1]) if before else None
        if phrase.form is None and before and before[-1] in self._words.siding:
            return phrase._replace(form=Form("definite", "x", "x"))  # « Côté ministère, on … »
        if phrase.form is None and opening is not None and opening.points == "definite":
            return phrase._replace(form=opening)  # « Au ministère, on … »
        role = self._words.roles.get(phrase.tokens[phrase.head].fold)
        bare = phrase.form is None and sentence.kind != "paragraph" and bool(self._words.possessors)
        if not bare or role is None or role.number == "p":
            return phrase
        return phrase._replace(form=Form("definite", "x", "s"))

    def named_late(
        self, start: int, end: int, sentence: Sentence, before: Sequence[Resolved], found: Resolved
    ) -> Resolved | None:
        """Whom words that point back mean before they give the name `found` (« ce dernier, Untel », « ce colonel, du nom
        d'Untel »); None where they do not point back, or the name is nobody's."""
        comma = self._text.find(",", start, end)
        if comma < 0 or found.entity.kind != "person":
            return None
        words = split(self._text[start:comma])
        pronoun = self._words.pronouns.get(" ".join(words))
        opening = self._words.determiners.get(words[0]) if words else None
        back = pronoun is not None and pronoun.points == "last"
        if not back and (opening is None or opening.points != "demonstrative"):
            return None
        meant = self.resolve(start, comma, sentence, before)
        told = any(meant.entity.id == source.entity.id for source in before)
        return meant if told and meant.number != "p" and meant.entity.id != found.entity.id else None

    def titled(self, sentence: Sentence, mention: Mention) -> bool:
        """Whether nothing but titles stands before a name in its sentence (« Le docteur Amal Saïd … »)."""
        words = self._words
        before = split(self._text[sentence.start : mention.span.start])
        titles = (words.determiners, words.roles, words.honorifics, words.before)
        return all(any(word.rstrip(".") in known for known in titles) for word in before)

    def told_of(self, sentence: Sentence, here: Sentence) -> Resolved | None:
        """Who is the subject of a sentence before `here`, somebody described or a given name; or None."""
        phrase = self._subjects.of(sentence)
        if phrase is None:
            return None
        return self._meant(phrase, Where(here.start, here.start, (), None))

    def echoed(self, start: int, sentence: Sentence) -> Resolved | None:
        """Whom « à l'entendre » at offset `start` means: the person of whom the sentence before tells; or None."""
        before = self._pronouns.sentence_before(start)
        phrase = self._subjects.of(before) if before is not None and before.block == sentence.block else None
        return self._meant(phrase, Where(start, start, (), None)) if phrase is not None else None

    def _spoke_before(self, start: int) -> bool:
        """« Le maire a été tué. « … », avait-il écrit »: whether the verb at offset `start` tells what was said before that."""
        sentence = self._pronouns.sentence_here(start)
        at = sentence.first_at(start)
        around = sentence.tokens[max(0, at - 2) : at + 3]
        return any(f.tense == "imperfect" for t in around for _, f in self._words.verbs.analyses(t.fold))

    def _subject_before(self, form: Form, where: Where, *, hung: bool) -> Resolved | None:
        """Whom the sentence before tells of, as its subject: « Un berger a fui. « … », raconte-t-il. »; or None."""
        sentence = self._pronouns.sentence_before(where.start)
        spoke = (s for s in where.before if sentence is not None and sentence.start <= s.start < where.start)
        # « Le président se rend sur place, a dit la présidence. « … », a-t-il confié »: she is not « il »
        if sentence is None or any({form.gender, s.gender} != {"m", "f"} for s in spoke):
            return None
        phrase = self._subjects.of(sentence)
        if phrase is None:
            return None if hung else self._pronouns.leading(form, sentence)
        if self._subjects.dies(sentence, phrase) and not self._spoke_before(where.start):
            return None
        found = self._meant(phrase, where)
        agrees = "x" in (form.gender, found.gender) or form.gender == found.gender
        told = found.entity.kind in ("person", "unnamed") or (found.entity.kind in ("body", "party") and not hung)
        if self._pronouns.outdone(form, found.entity, sentence):
            return None
        return found if agrees and form.number == found.number and told else None

    def _subject_further(self, form: Form, where: Where, *, alone: bool = False) -> Resolved | None:
        """Whom the paragraph tells of a little further up, where the sentences between are of things: « Un berger a fui. Le calme
        est revenu. Il évoque … »; or None. `alone`: the sentence may tell of nobody else (« … a vu le maire. … Ce dernier »)."""
        here = self._profiles.sentence_at(where.start)
        sentences = self._profiles.sentences
        for index in range(here - 2, max(0, here - _SOME_BACK) - 1, -1):
            sentence, between = sentences[index], sentences[index + 1].tokens
            people = any(self._human(token.fold) for token in between[1:_OPENED])
            if people and between[0].fold in self._words.determiners:
                return None  # « L'armée est entrée. La population a fui. Elle évoque … »
            phrase = self._subjects.of(sentence) if sentence.block == sentences[here].block else None
            others = (t for t in sentence.tokens if phrase is not None and t.start >= phrase.tokens[-1].end)
            if alone and any(t.fold in self._words.roles for t in others):
                return None
            found = self._meant(phrase, where) if phrase is not None else None
            if found is None or found.number != form.number or {form.gender, found.gender} == {"m", "f"}:
                continue
            return found if found.entity.kind in ("person", "unnamed", "body", "party") else None
        return None

    def _told_before(self, phrase: Phrase, found: Resolved, where: Where) -> Resolved | None:
        """Whom the sentence before tells of by name, when « cet ancien professeur », « le jeune homme » means nobody else."""
        role, form = self._heads.role(phrase), phrase.form
        if found.entity.kind != "unnamed" or form is None or role is None or form.number == "p" or found.number == "p":
            return None
        # « l'homme de 47 ans », « le commerçant de 52 ans »: whom the sentence before names, whatever he is
        aged = form.points == "definite" and any(token.fold in self._ages for token in phrase.tokens)
        anybody = "any" in self._words.wider_roles.get(role.lemma, ()) and form.points == "definite"
        if not (aged or anybody or form.points == "demonstrative"):
            return None
        spoken = any(source.entity.id == found.entity.id for source in where.before)
        gender = role.gender if role.gender != "x" else form.gender
        he = Form("subject", gender, "s")
        pointed = aged or form.points == "demonstrative"
        named = self._just_named.person(role, where, across=aged) if pointed else None
        if named is not None and named.role is not None and not aged:
            named = None  # « Le gouverneur, Untel, … », then « ce voisin »
        told = named or self._subject_before(he, where, hung=True) or self._subject_further(he, where)
        if told is None or told.entity.kind != "person":
            return None
        # « Un habitant a dit … . Le président Untel se rend sur place. Selon cet habitant … », « Le juge Untel a entendu l'accusé.
        # L'homme de 24 ans … », « …, a dit le procureur Untel. L'homme de 24 ans … »
        goes_on = aged and self._opened_by_name(
            told, where
        )  # « Untel, un policier, a dit … », « …, a ajouté l'homme de 47 ans »
        apart = (aged or role.group in _PLAIN) and self._descriptions.in_office(told, ranked=not aged) and not goes_on
        spoke = aged and self._spoke_just_now(told, where)
        return None if apart or spoke or (spoken and told.role is not None and not aged) else told

    def _opened_by_name(self, told: Resolved, where: Where) -> bool:
        """Whether somebody speaks in the sentence before, which begins with his name rather than with his office."""
        sentence = self._pronouns.sentence_before(where.start)
        first = told.entity.name.split()[:1]
        return sentence is not None and any(
            s.entity.id == told.entity.id and s.start == sentence.start and [sentence.tokens[0].text] == first
            for s in where.before
        )

    def _spoke_just_now(self, told: Resolved, where: Where) -> bool:
        """Whether somebody is the speaker of the sentence before, rather than whom it tells of: « Un suspect a été arrêté, selon
        Untel »; not « Untel a dit … »."""
        sentence = self._pronouns.sentence_before(where.start)
        return sentence is not None and any(
            s.entity.id == told.entity.id and sentence.start < s.start < where.start for s in where.before
        )

    def _subject_here(self, form: Form, where: Where) -> Resolved | None:
        """Whom the sentence tells of before the colon of what « -t-il » says (« Un élu doute : « … », dit-il »); or None."""
        sentence = self._profiles.sentence(where.start)
        colon = self._text.find(":", sentence.start, where.start)
        spoke = any(sentence.start <= source.start < where.start for source in where.before)
        phrase = self._subjects.of(sentence) if colon > 0 and not spoke else None
        if phrase is None or phrase.tokens[-1].end > colon:
            return None
        found = self._meant(phrase, where)
        return found if {form.gender, found.gender} != {"m", "f"} and found.number != "p" else None

    def _meant(self, phrase: Phrase, where: Where) -> Resolved:
        """Whom a phrase names or describes."""
        return self._names.read(phrase, where) or self._described.read(phrase, where)

    def _pronoun(self, form: Form, where: Where) -> Resolved:
        found: Resolved | None = None
        if form.points == "self":
            found = where.before[-1] if where.before else None
        elif form.points == "last":
            found = self._pronouns.last(form, where.start, where.before)
            asked = self._pronouns.asking(where.start) < where.start
            described = self._last.before(form, where.start, asked=asked)
            if described is not None:
                found = self._meant(described, where)
            found = found or self._subject_further(form, where, alone=True)
        elif form.points == "subject" and (topic := self._topic(form, where)) is not None:
            found = topic
        elif form.points == "subject":
            before = self._text[max(0, where.start - 16) : where.start]
            hung = before.endswith(("-", "‑"))
            inverted = hung or fold(before).endswith(self._carrying)
            inverted = inverted or (self._trailing and before.rstrip().endswith(_BEHIND))  # « …, it said »
            found = self._pronouns.told_of(form, where.start) if hung else None
            found = found or (self._in_sentence(form, where) if not inverted else None)
            found = found or (self._subject_here(form, where) if inverted else None)
            found = found or self._subject_before(form, where, hung=hung)
            if found is None and not inverted:
                found = self._descriptions.subject(form, where.start, where.before)
            found = found or self._pronouns.subject(
                form, where.start, where.before, inverted=inverted, outer=where.outer, hung=hung
            )
            found = found or self._subject_further(form, where)
        elif form.points == "weak" and form.number == "p":
            found = self._some(where)
        return found or self._unnamed.words(where.start, where.end, form.gender, form.number)

    def _in_sentence(self, form: Form, where: Where) -> Resolved | None:
        """Whom the sentence of a pronoun names itself, before or behind it; or None."""
        if self._pronouns.quoted(where.start):
            return None  # « Selon le porte-parole, « il demande du temps » »: of another
        spoke = self._here.spoke(form, where)
        if spoke is not None:
            return spoke
        behind = self._here.follows(form, where)
        if behind is None or isinstance(behind, Resolved):
            return behind
        found = self._meant(behind, where)
        agrees = "x" in (form.number, found.number) or form.number == found.number
        return found if agrees and {form.gender, found.gender} != {"m", "f"} else None

    def _topic(self, form: Form, where: Where) -> Resolved | None:
        """Whom « Quant à X, » right before the pronoun names; or None."""
        tokens = self._profiles.sentence(where.start).tokens
        if len(tokens) < _TOPIC or tokens[0].fold not in self._words.topics:
            return None
        comma = next((k for k, token in enumerate(tokens) if token.text == ","), 0)
        first = 1 if tokens[1].fold in self._words.determiners else 2
        if comma <= first or comma + 1 >= len(tokens) or tokens[comma + 1].start != where.start:
            return None
        own = tokens[first:comma]
        phrase = read_phrase(own, self._profiles.within(own[0].start, own[-1].end), self._words)
        found = self._meant(phrase, where) if phrase is not None else None
        if found is None or {form.gender, found.gender} == {"m", "f"} or {form.number, found.number} == {"s", "p"}:
            return None
        return found

    def _some(self, where: Where) -> Resolved | None:
        """« Certains », « D'autres » after a sentence about « les responsables syriens »: some of those; or None."""
        here = self._profiles.sentence_at(where.start)
        for sentence in reversed(self._profiles.sentences[max(0, here - _SOME_BACK) : here]):
            phrase = self._subjects.of(sentence)
            if phrase is not None and (role := self._heads.role(phrase)) is not None:
                many = phrase.form is not None and phrase.form.number == "p"
                return self._unnamed.some(where.start, where.end, phrase, role) if many else None
        return None
