"""Line: one sentence with the questions that the reader of cues asks of it, by token index."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING

from recoupe.languages.pack import LanguagePack
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Mention, Numeral, Sentence, TimeRef, Token
from recoupe.stages.attribute.words.finite_verbs import is_unlisted_verb, is_verb
from recoupe.stages.attribute.words.homographs import only_that
from recoupe.stages.attribute.words.marks import OPENING
from recoupe.text import fold as folded

if TYPE_CHECKING:
    from recoupe.stages.attribute.words.groups import Group

_BREAKS = frozenset(",(")
_COMMA = frozenset(",")


class Line:
    """One sentence, with the times, names and numbers in it. Indexes are token indexes; `end` is exclusive."""

    def __init__(
        self,
        sentence: Sentence,
        pack: LanguagePack,
        times: Sequence[TimeRef] = (),
        mentions: Sequence[Mention] = (),
        numerals: Sequence[Numeral] = (),
        marks: Mapping[int, str] | None = None,
    ) -> None:
        """`marks` are the sentence's quotation marks by offset, as « or »: whatever the text writes, the reader asks for those."""
        self.sentence = sentence
        self.pack = pack
        self.words = pack.words
        self.grammar = pack.grammar
        self.traits = pack.traits
        self.verbs = pack.verbs
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.folds: list[str] = list(sentence.folds)
        for offset, mark in marks.items() if marks else ():
            at = sentence.first_at(offset)
            if at < len(self.tokens) and self.tokens[at].start == offset:
                self.folds[at] = mark
        self.n = len(self.tokens)
        if pack.traits.bare_nouns:
            # « the WHO »: capitals that are a name, not the small word of the same letters
            small = either(self.words.relatives, self.words.subjects, self.words.prepositions)
            for i in sentence.not_small:
                token = self.tokens[i]
                name = len(token.text) > 1 and self.folds[i] in small and token.text.isupper()
                if name and any(t.text[0].islower() for t in self.tokens[max(0, i - 1) : i + 2]):
                    self.folds[i] = token.text
        self._ends = sentence.ends
        self._verbs: dict[int, bool] = {}
        self._skipped: dict[int, int] = {}
        self.mentions = mentions
        self.numerals = numerals
        self._times = times
        self._counts = {n.span.start for n in self.numerals}
        self._numbers = {n.span.start for n in self.numerals if not n.article}
        self.groups: list[Group] | None = None
        """The reporting verb groups, once `find_groups` has looked for them."""

    @cached_property
    def time_at(self) -> dict[int, int]:
        """From the token a time expression starts with to the token after it; an article or « ce » before it is
        taken in."""
        found: dict[int, int] = {}
        for time in self._times:
            first = self.index(time.span.start)
            last = self.index(time.span.end - 1) + 1
            last -= last - first > 1 and self.word_in(last - 1, self.grammar.of)  # « a parlé la veille | de dix morts »
            found[first] = max(last, found.get(first, 0))
        return found

    @cached_property
    def opens_clause(self) -> list[bool]:
        """For each token whether it is a relative or subordinator with a clause of its own: « dont 12 enfants, » has
        no verb and opens none."""
        subordinators = self.words.subordinators
        opening = [i for i, fold in enumerate(self.folds) if fold in subordinators]
        found = [False] * self.n
        for i in opening:
            found[i] = True
        for numeral in self.numerals:  # « as many as 12 people »
            for k in range(self.index(numeral.span.start), self.stop(numeral.span.end)):
                found[k] = False
        joints = self.grammar.apart
        for i in opening:  # « in that month »
            if (
                i
                and found[i]
                and self.folds[i] in self.grammar.demonstratives
                and self.folds[i - 1] in self.words.prepositions
            ):
                found[i] = False
        for i in opening:
            if found[i] and self.folds[i] in joints and self.word_in(i + 1, self.words.relatives):
                found[i] = False  # « mais qui affirme »: one clause
        if not self.grammar.ne.isdisjoint(self.sentence.words):
            for i in opening:
                if i > 1 and found[i] and self.folds[i] in self.grammar.that and only_that(self, i):
                    found[i] = False
        partitives = self.words.partitives
        if partitives.isdisjoint(self.sentence.words):
            return found
        for i in opening:
            fold = self.folds[i]
            if fold in partitives and found[i]:
                close = next((k for k in range(i + 1, self.n) if self.folds[k] in (",", ")", ";", ":")), self.n)
                follows = self.folds[i + 1] if i + 1 < self.n else ""
                subject = follows in self.words.openers or follows in self.words.subjects or self.capital(i + 1)
                found[i] = any(self.verb_here(k) for k in range(i + 1, close)) or (
                    subject and self.traits.open_clauses and fold not in self.words.prepositions
                )
        return found

    @cached_property
    def title_case(self) -> bool:
        """Whether this is a headline that capitalises most words."""
        words = [i for i in range(self.n) if self.is_word(i) and len(self.folds[i]) > 3]
        return (
            self.sentence.kind != "paragraph"
            and len(words) > 2
            and sum(self.capital(i) for i in words) > 0.7 * len(words)
        )

    def pronoun(self, i: int | None) -> str:
        """The subject pronoun hung on a verb by token `i`, without its hyphens (« -t-il » → « il »)."""
        return "" if i is None else self.folds[i].rsplit("-", 1)[-1]

    def count_at(self, i: int) -> bool:
        """Whether a number, with its approximator, starts at token `i`."""
        return i < self.n and self.tokens[i].start in self._counts

    def word_in(self, i: int, words: Set[str]) -> bool:
        """Whether token `i` exists and is one of `words`."""
        return 0 <= i < self.n and self.folds[i] in words

    def index(self, offset: int) -> int:
        """The index of the token that holds the character `offset`, or of the next one after it."""
        return bisect_right(self._ends, offset)

    def stop(self, offset: int) -> int:
        """The token after the last one that begins before the character `offset`; no further than the line's end."""
        return min(bisect_right(self._ends, offset - 1) + 1, self.n)

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word or a number, not a mark."""
        fold = self.folds[i] if 0 <= i < self.n else ""
        return bool(fold) and (self.tokens[i].text[0].isalnum() or (fold[-1] == "'" and len(fold) > 1) or fold == "'s")

    def capital(self, i: int) -> bool:
        """Whether token `i` begins with a capital letter."""
        return 0 <= i < self.n and self.tokens[i].text[:1].isupper()

    @cached_property
    def shared_participles(self) -> frozenset[int]:
        """The participles after « et » that share the auxiliary of the verb before it (« a annoncé un couvre-feu et
        limogé le préfet »)."""
        found: list[int] = []
        conjunction = self.grammar.conjunction
        if conjunction.isdisjoint(self.sentence.words):
            return frozenset()
        for i in range(2, self.n - 1):
            if self.folds[i - 1] not in conjunction:
                continue
            thing = self.skip(i + 1)
            led = self.word_in(thing, self.words.prepositions) and not self.word_in(thing, self.grammar.by)
            if led and not self.word_in(thing + 1, either(self.grammar.all, self.words.determiners)):
                thing += 2  # « et envoyé sur place une délégation »
            if not self.word_in(thing, self.words.openers) or thing in self.time_at or thing + 1 in self.time_at:
                continue
            forms = [f for _, f in self.verbs.analyses(self.folds[i]) if f.mood == "participle" and f.tense == "past"]
            if any(f.gender in ("m", "") and f.number in ("s", "") for f in forms):
                found.append(i)
        return frozenset(found)

    def infinitive(self, i: int) -> bool:
        """Whether an infinitive of a known verb stands at `i`, past pronouns and negations."""
        first = i
        while i < self.n and (self.folds[i] in self.words.negations or self.folds[i] in self.words.clitics):
            i += 1
        if i >= self.n or (i and self.capital(i)):
            return False  # « sur Twitter »
        if i > first and self.folds[i - 1] in self.grammar.definite and self.folds[i] in self.pack.voices.roles:
            return False  # « a dit le conseiller »
        return any(f.mood == "infinitive" for _, f in self.verbs.analyses(self.folds[i]))

    def numeric(self, i: int) -> bool:
        """Whether a number starts at token `i`."""
        return 0 <= i < self.n and self.tokens[i].start in self._numbers

    def counts(self, start: int, end: int) -> bool:
        """Whether a number starts in start:end."""
        return any(self.numeric(i) for i in range(start, end))

    def named(self, end: int) -> bool:
        """Whether the name of a person ends just before token `end`."""
        if not 0 < end <= self.n:
            return False
        at = self.tokens[end - 1].end
        return any(m.span.end == at and m.entity.kind == "person" for m in self.mentions)

    def phrase_at(self, i: int, phrases: SetPhrases) -> int:
        """The number of tokens of the longest of `phrases` that starts at `i`; 0 when none does."""
        return phrases.at(self.folds, i) if 0 <= i < self.n and self.folds[i] in phrases.by_first else 0

    def manner_at(self, i: int) -> int:
        """The number of tokens of the words at `i` that tell how somebody speaks (« la voix brisée »); 0 where none stand there, or a
        name does (« la Voix du Nord »)."""
        size = self.phrase_at(i, self.words.manners)
        return 0 if any(self.capital(k) for k in range(i + 1, i + size)) else size

    def phrase_before(self, i: int, phrases: SetPhrases) -> int:
        """The number of tokens of the longest of `phrases` that ends just before `i`; 0 when none does."""
        return phrases.before(self.folds, i)

    def adverb(self, i: int) -> bool:
        """Whether token `i` is an adverb; a word in -ment is one unless a determiner stands before it."""
        if not 0 <= i < self.n:
            return False
        fold = self.folds[i]
        if fold in self.words.adverbs:
            if fold in self.pack.voices.pronouns and self._stands_for_some(i):
                return False
            noun = fold in self.grammar.negative and fold not in self.grammar.no_more  # « le point du ministère »
            noun = noun or fold in self.pack.voices.same  # « le même », « la même source »
            return not (noun and i and self.folds[i - 1] in self.words.determiners)
        if (
            len(fold) > 6
            and fold.endswith(self.grammar.adverb_suffixes)
            and not self.capital(i)
            and not self.verbs.finite(fold)
        ):
            return i == 0 or not (
                self.folds[i - 1] in self.words.determiners or self.folds[i - 1] in self.grammar.before_adverb_noun
            )
        return False

    def skip(self, i: int) -> int:
        """The index after the adverbs, set phrases and time expressions that start at `i`."""
        known = self._skipped.get(i)
        if known is None:
            known = self._skipped[i] = self._skip(i)
        return known

    def _skip(self, i: int) -> int:
        inserted, time_at, first = self.words.inserted, self.time_at, i
        while i < self.n:
            fold = self.folds[i]
            if i in time_at:
                size = inserted.at(self.folds, i) if fold in inserted.by_first else 0
                i = max(i + size, time_at[i])  # « dans la soirée | de mardi » is one time
            elif fold in inserted.by_first and (size := inserted.at(self.folds, i)):
                i += size  # « un peu plus tôt »
            elif self.tokens[i].start in self._counts:
                break  # « plus de 130 civils »
            elif (fold in self.grammar.time_openers and i + 1 in time_at) or self.adverb(i):
                i += 1
            elif i > first and fold in self.grammar.of and i + 1 in time_at:
                i = time_at[i + 1]  # « dans la journée | de mardi »
            else:
                break
        return i

    def skip_back(self, i: int) -> int:
        """The index before which (exclusive end) no adverb, set phrase, object pronoun or negation stands, going
        left from `i`."""
        while i > 0:
            size = self.phrase_before(i, self.words.inserted)
            if self.stands_out(i - max(size, 1)) or (not size and self.opens(i - 1) and self.weak(i - 1, i)):
                break
            if size:
                i -= size
                continue
            if (
                self.folds[i - 1] in self.words.clitics
                or self.adverb(i - 1)
                or self.folds[i - 1] in self.words.negations
            ):
                i -= 1
                continue
            break
        return i

    def verb_here(self, i: int) -> bool:
        """Whether token `i` is, in this place, a finite verb in the third person (not a noun of the same form)."""
        fold = self.folds[i]
        if fold not in self.verbs.finite_words:
            return fold.endswith(self.grammar.only_finite_suffixes) and is_unlisted_verb(self, i)
        known = self._verbs.get(i)
        if known is None:
            known = self._verbs[i] = is_verb(self, i)
        return known

    def _stands_for_some(self, i: int) -> bool:
        """Whether the adverb at token `i` is who speaks: « Beaucoup racontent », « Beaucoup d'entre eux »."""
        of = self.word_in(i + 1, self.grammar.of) and self.word_in(i + 3, self.words.stressed)
        return self.opens(i) and (of or (i + 1 < self.n and self.verbs.finite(self.folds[i + 1])))

    def stands_out(self, i: int) -> bool:
        """Whether « lui », « eux », « elle » at token `i` opens a clause, so that it is who speaks and no object."""
        fold = self.folds[i] if i < self.n else ""
        if fold not in self.words.stressed or fold in self.words.own_voice:
            return False
        apart = self.word_in(i + 1, _COMMA) or self.phrase_at(i, self.words.inserted)  # « mais lui, … », « lui aussi »
        if fold in self.words.clitics and not apart:
            # not « …, lui a répondu le maire », « et lui a dit », « Lui ont répondu … »
            if (i and self.folds[i - 1] != ";") or i + 1 == self.n:
                return False
            many = any(f.number == "p" for _, f in self.verbs.analyses(self.folds[i + 1]) if f.finite)
            return not many and (self.counts(i, self.n) or not self.grammar.that.isdisjoint(self.folds[i:]))
        return self.opens(i)

    def opens(self, i: int) -> bool:
        """Whether nothing stands before token `i`, or a mark, a joining word, a subordinator or a connector."""
        if i == 0 or not self.is_word(i - 1) or self.phrase_before(i, self.words.connectors):
            return True
        before = self.folds[i - 1]
        return before in self.words.coordinators or before in self.words.subordinators or before in self.grammar.that

    def topic(self, mention: Mention) -> bool:
        """Whether the mention is a country by its own name: before a colon that is where it happened, not who speaks."""
        entity, text = mention.entity, mention.span.text
        names = (folded(entity.name), folded(entity.name_fr or ""))
        short = len(text) > 1 and (text.isupper() or any(f"{name} ".startswith(f"{folded(text)} ") for name in names))
        return entity.kind == "state" and (short or folded(text) in names)

    def human(self, i: int) -> bool:
        """Whether token `i` is a noun of people or of a body that can speak."""
        if i >= self.n:
            return False
        fold = self.folds[i]
        if self.pack.cues.human(fold):
            return True
        # « la mobilisation générale » names no general
        return fold in self.pack.voices.roles and self.pack.voices.noun(self.sentence.tokens, i)

    def participle(self, i: int) -> bool:
        """Whether token `i` can be a past participle."""
        return 0 <= i < self.n and self.verbs.is_past_participle(self.folds[i])

    def reached(self, i: int) -> bool:
        """Whether token `i` is the participle of a verb by which somebody is questioned or quoted (« joint par l'AFP »)."""
        quoting = self.pack.cues.quoting
        analyses = self.verbs.analyses(self.folds[i]) if i < self.n else ()
        return any(lemma in quoting and f.mood == "participle" for lemma, f in analyses)

    def main_verb(self, start: int, end: int) -> int | None:
        """The index of the first finite verb in start:end that stands in no relative or subordinate clause, or None."""
        pending = 0
        opened = end
        folds, opens_clause = self.folds, self.opens_clause
        i = start
        while i < end:
            fold = folds[i]
            if opens_clause[i]:
                pending += 1
                opened = i
            elif fold == "," and pending and self._closes(opened, i):
                pending -= 1  # « la guerre, qui déchire le pays, a fait »: a verb that no list knows
            elif fold == "(":
                while i < end and folds[i] != ")":
                    i += 1
            elif self.verb_here(i):
                if pending == 0:
                    return i
                pending -= 1
            i += 1
        return None

    def _closes(self, opened: int, comma: int) -> bool:
        """Whether the comma ends the clause of « qui » at `opened`, set in between commas: a verb stands behind it."""
        relative = self.folds[opened] in self.grammar.who and self.word_in(opened - 1, _BREAKS)
        return relative and comma > opened + 1 and comma + 1 < self.n and self.verb_here(comma + 1)

    def voice(self, start: int, end: int) -> bool:
        """Whether the tokens start:end name someone or something that can speak: a known name, a person, a noun of
        voices."""
        if start >= end:
            return False
        a, b = self.tokens[start].start, self.tokens[end - 1].end
        if any(m.span.start < b and a < m.span.end for m in self.mentions):
            return True
        cues = self.pack.cues
        for i in range(start, end):
            fold = self.folds[i]
            if self.human(i) or fold in cues.documents or fold in self.words.speakers:
                return True
        # a name that no list knows; the first word of a sentence is one only when it stands alone
        return any(self._may_name(i, alone=end - start == 1) for i in range(start, end))

    def _may_name(self, i: int, *, alone: bool) -> bool:
        """Whether the capital of token `i` may be a name's, and not that of the first word of a sentence or quotation."""
        if not self.capital(i):
            text = self.tokens[i].text
            return text[-1].isalpha() and "." in text[1:-2] and text[0].isalpha()  # « rapporte lecourrier.net »
        ours = (f.finite and (f.person, f.number) == (1, "p") for _, f in self.verbs.analyses(self.folds[i]))
        if i == 0 and self.word_in(1, self.grammar.that) and any(ours):
            return False  # « Rappelons que … »
        opens = i == 0 or (self.folds[i - 1] in OPENING and self.folds[i] in self.words.determiners)
        return alone or not opens

    def weak(self, start: int, end: int) -> bool:
        """Whether the tokens start:end are a pronoun that points to nobody in particular (« les uns », « d'autres »)."""
        form = self.pack.voices.pronouns.get(" ".join(self.folds[start:end]))
        return form is not None and form.points == "weak"

    def head(self, start: int, end: int) -> int:
        """The end of the head of the noun phrase start:end: what stands before its first complement, clause or
        apposition."""
        for i in range(start + 1, end):
            fold = self.folds[i]
            if self.folds[i - 1] in self.grammar.quantities and fold in self.grammar.of:
                continue  # « a number of media »
            if self.folds[i - 1] in self.grammar.indefinite and (
                fold in self.grammar.of or fold in self.grammar.of_contracted
            ):
                continue  # « l'un de ses commandants », « une des rescapées »
            if fold in self.words.prepositions or fold in self.words.relatives or fold in (",", "(") or fold in OPENING:
                return i
        return end

    def speaks(self, start: int, end: int) -> bool:
        """Whether the head of the noun phrase start:end is someone who can speak: a name, a person, a body; not a
        document."""
        stop = self.head(start, end)
        a, b = self.tokens[start].start, self.tokens[stop - 1].end
        if any(m.span.start < b and a < m.span.end for m in self.mentions):
            return True
        folds = self.folds[start:stop]
        cues = self.pack.cues
        if any(self.human(i) or self.folds[i] in self.words.speakers for i in range(start, stop)):
            return True
        if stop == start + 2 and self.folds[start + 1] in self.pack.voices.of_two:
            return True  # « le second »
        return any(self._may_name(i, alone=stop - start == 1) for i in range(start, stop)) and not any(
            f in cues.documents for f in folds
        )

    def document(self, start: int, end: int) -> bool:
        """Whether the head of the noun phrase start:end is a thing that says: a report, a figure, an image."""
        return any(f in self.pack.cues.documents for f in self.folds[start : self.head(start, end)])
