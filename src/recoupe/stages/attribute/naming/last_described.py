"""Last described: whom the sentence before told of last without a name (« … le maire. Ce dernier affirme », « … accuse les
troupes de X. Ces dernières démentent »)."""

from collections.abc import Sequence

from recoupe.languages.voice_forms import Form
from recoupe.model.annotation import Mention, Token
from recoupe.stages.attribute.naming.phrase import Phrase, read_phrase
from recoupe.stages.attribute.naming.profiles import Profiles

_LONGEST = 8
"""Words of a description, at most."""
_COUNTED = Form("indefinite", "x", "p")


class LastDescribed:
    """Answers for the sentences of one article."""

    def __init__(self, profiles: Profiles) -> None:
        self._words = profiles.words
        self._profiles = profiles

    def before(self, form: Form, start: int, *, asked: bool = False) -> Phrase | None:
        """The last description of one person, or of several, in the sentence before the one at offset `start`, if it agrees
        with the pronoun's `form`; None where there is none, or a name stands behind it.

        `asked`: those named before the pronoun in its own sentence have only asked (« Joint par la radio, celui-ci … »).
        """
        at = self._profiles.sentence_at(start)
        if not at or (not asked and self._profiles.within(self._profiles.sentences[at].start, start)):
            return None
        sentence, words = self._profiles.sentences[at - 1], self._words
        if sentence.block != self._profiles.sentences[at].block:
            return None
        tokens = sentence.tokens
        for head in range(len(tokens) - 1, 0, -1):
            gender = self._gender(tokens, head, form.number)
            if gender is None:
                continue
            first = words.front(tokens, head) - 1
            article = self._article(tokens[first]) if first >= 0 else None
            genders = {form.gender, gender, article.gender if article is not None else "x"} - {"x"}
            if article is None or (article.number == "p") is not (form.number == "p") or len(genders) > 1:
                continue
            if form.number == "p" and self._of_others(tokens, first):
                continue  # « les proches des victimes. Ces derniers … »: the relatives
            end = self._end(tokens, head)
            if tokens[first - 1].text == "," and self._names(tokens[first - 2].end):
                return None  # « Untel, son directeur. Celui-ci … »
            later = self._profiles.within(tokens[end - 1].end, sentence.end)
            if self._named(tokens, end) or any(self._agrees(form, mention) for mention in later):
                return None
            phrase = read_phrase(
                tokens[first:end], self._profiles.within(tokens[first].start, tokens[end - 1].end), words
            )
            if phrase is not None and form.number == "p" and self._known(tokens, first):
                phrase = phrase._replace(form=Form("definite", "x", "p"))
            return phrase if phrase is not None and all(hangs for _, _, hangs in phrase.names) else None
        return None

    def _article(self, token: Token) -> Form | None:
        """How a determiner points; a number is one as well (« dont 19 rescapés »)."""
        return _COUNTED if token.text.isdecimal() else self._words.determiners.get(token.fold)

    def _of_others(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the article at token `first` holds « of », and several people stand before it."""
        role = self._words.roles.get(tokens[first - 1].fold) if first else None
        return role is not None and role.number == "p" and tokens[first].fold in self._words.belonging

    def _known(self, tokens: Sequence[Token], first: int) -> bool:
        """Whether the article at token `first` is « of » with the definite one (« une attaque des miliciens »)."""
        return first > 0 and tokens[first].fold in self._words.belonging and self._words.noun(tokens, first - 1)

    def _gender(self, tokens: Sequence[Token], head: int, number: str) -> str | None:
        """The gender of the noun of one person at token `head`, or of several people or troops if `number` is `p`; None where
        none stands there."""
        role = self._words.roles.get(tokens[head].fold)
        if role is not None and (role.number == "p") is (number == "p") and self._words.noun(tokens, head):
            return role.gender
        bodies = self._words.bodies.get(tokens[head].fold, ()) if number == "p" else ()
        return next((body.gender for body in bodies if body.number == "p" and len(body.words) == 1), None)

    def _end(self, tokens: Sequence[Token], head: int) -> int:
        """The index after the words that belong to the noun at token `head`."""
        words = self._words
        end = words.role_end(tokens, head, len(tokens))
        while end < min(len(tokens), head + _LONGEST):
            word = tokens[end].fold
            if tokens[end - 1].fold in words.belonging and any(
                f.mood == "infinitive" for _, f in words.verbs.analyses(word)
            ):
                return end - 1  # « (accuse) les troupes de X | d'avoir tiré »
            tied = word in words.belonging or word in words.determiners or tokens[end - 1].fold in words.belonging
            if not (tied or tokens[end].text[0].isupper() or tokens[end - 1].fold in words.determiners):
                break
            end += 1
        return end

    def _names(self, end: int) -> bool:
        """Whether a person's name ends at the offset `end`."""
        mentions = self._profiles.within(self._profiles.sentence(end - 1).start, end)
        return any(mention.span.end == end and mention.entity.kind == "person" for mention in mentions)

    def _agrees(self, form: Form, mention: Mention) -> bool:
        """Whether a name behind the description may be meant as well."""
        known = self._profiles.of(mention.entity)
        if form.number == "p":
            return known.number == "p" and {form.gender, known.gender} != {"m", "f"}
        return {form.gender, known.gender} != {"m", "f"} and known.number != "p"

    def _named(self, tokens: Sequence[Token], end: int) -> bool:
        """Whether a name or an apposition stands behind a description that ends before token `end`."""
        behind = tokens[end : end + 2]
        name = any(token.text[0].isupper() for token in behind)
        return name and (behind[0].text == "," or behind[0].text[0].isupper())
