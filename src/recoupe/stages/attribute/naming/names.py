"""Names: who is named at the head of a phrase, or apposed to it."""

from collections.abc import Sequence

from recoupe.gazetteers import Countries
from recoupe.model.annotation import Mention
from recoupe.stages.attribute.naming.heads import Heads
from recoupe.stages.attribute.naming.joint import Joint
from recoupe.stages.attribute.naming.joint_words import JointWords
from recoupe.stages.attribute.naming.metonyms import Metonyms
from recoupe.stages.attribute.naming.owners import Owners
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Profiles, Resolved
from recoupe.stages.attribute.naming.unnamed import Unnamed
from recoupe.stages.attribute.naming.where import Where

_NAMED_WITHIN = 3
"""So many words behind « known » at most the name begins: « known as the X »."""
_LONGEST_NAME = 6
"""Words of the longest name of a body that nobody knows."""
_MARKS = frozenset('"«»“”,')


class Names:
    """Answers for the phrases of one article."""

    def __init__(
        self,
        profiles: Profiles,
        countries: Countries,
        heads: Heads,
        owners: Owners,
        unnamed: Unnamed,
        joint: Joint,
        together: JointWords,
    ) -> None:
        self._text = profiles.text
        self._words = profiles.words
        self._profiles = profiles
        self._heads = heads
        self._owners = owners
        self._unnamed = unnamed
        self._joint = joint
        self._together = together
        self._metonyms = Metonyms(profiles.text, profiles.words, countries)

    def read(self, phrase: Phrase, where: Where) -> Resolved | None:
        """The name at the head, or apposed to it; None when the phrase only describes."""
        joined = self._joint.read(phrase) or self._together.read(phrase)
        if joined is not None:
            return joined
        introduced = self._introduced(phrase)
        if introduced is not None:
            return introduced
        free = [(mention, index) for mention, index, hangs in phrase.names if not hangs]
        if not free:
            return self._metonyms.read(phrase)
        mention, index = free[0]
        if self._one_of(mention, phrase):
            return None  # « un ancien peshmerga », « un taliban »: somebody of theirs
        if index <= phrase.head:
            troops = self._owner_of_troops(phrase, mention, index)
            return troops or self._known(self._behind_medium(phrase, mention, free[1:]) or mention)
        if mention.entity.kind == "media" and self._is_medium(phrase):
            return self._known(mention)  # « le journal de la rébellion, El Khabar »
        if self._heads.role(phrase) is not None or mention.entity.kind == "person":
            # « le porte-parole de X, Untel »; in « un responsable Hamas » it is not the Hamas that speaks
            many = phrase.form is not None and phrase.form.number == "p" and index > phrase.head + 2
            if many and self._heads.role(phrase) is not None:
                return None  # « des sources proches du ministre, Untel »: the name is the minister's
            person = next((m for m, _ in free if m.entity.kind == "person"), None)
            return None if person is None else self._with_owner(person, phrase, where)
        found = self._known(mention)
        beside = phrase.tokens[phrase.head : index]
        while beside and (beside[-1].fold in self._words.determiners or beside[-1].text in _MARKS):
            beside = beside[:-1]
        if not beside or not all(token.text[0].isalnum() for token in phrase.tokens[phrase.head : index - 1]):
            return found  # « Bamako – le gouvernement »
        return found._replace(role=found.role or self._text[beside[0].start : beside[-1].end])

    def _one_of(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether the name at the head is that of a party in small letters, behind an article that tells of one of its people."""
        form = phrase.form
        one = form is not None and form.points == "indefinite" and form.number == "s" and not self._words.possessors
        if not one or mention.entity.kind != "party" or mention.span.start != phrase.tokens[phrase.head].start:
            return False
        return mention.span.text.islower() and mention.span.text.isalpha()

    def _owner_of_troops(self, phrase: Phrase, mention: Mention, index: int) -> Resolved | None:
        """The party whose troops have a name of their own (« les Casques bleus de la Monusco »: the Monusco); or None."""
        own = mention.entity.kind == "party" and phrase.tokens[index].fold in self._words.bodies
        end = next((k for k, t in enumerate(phrase.tokens) if t.start >= mention.span.end), phrase.core)
        if not own or end >= phrase.core or phrase.tokens[end].fold not in self._words.belonging:
            return None
        owner = next((m for m, k, hangs in phrase.names if hangs and end < k <= end + 2), None)
        if owner is None or owner.entity.kind not in ("party", "body"):
            return None
        form = phrase.form
        gender, number = (form.gender, form.number) if form is not None else ("x", "x")
        return self._known(owner)._replace(gender=gender, number=number)

    def _behind_medium(self, phrase: Phrase, mention: Mention, others: Sequence[tuple[Mention, int]]) -> Mention | None:
        """The person whose name stands right behind the medium that was told: « (à la radio) Okapi 2 Jean Untel »; or None."""
        for other, index in others:
            between = (t for t in phrase.tokens[:index] if t.start >= mention.span.end)
            if other.entity.kind == "person" and all(token.text.isdigit() for token in between):
                return other
        return None

    def _introduced(self, phrase: Phrase) -> Resolved | None:
        """« une habitante prénommée Rokia », « un berger du nom d'Ali Sow »: the person; None when nobody is named so."""
        tokens = phrase.tokens
        called = next((k for k in range(1, len(tokens) - 1) if tokens[k].fold in self._words.nicknames), None)
        bears_name = any(m.entity.kind == "person" and not hangs and k < (called or 0) for m, k, hangs in phrase.names)
        if called is not None and not bears_name:  # « the outfit known as the X », but not « Untel, dit le Tigre »
            last = tokens[min(called + _NAMED_WITHIN, len(tokens) - 1)].end
            known = next(iter(self._profiles.within(tokens[called].end, last)), None)
            if known is not None:
                return self._known(known)
        apposed = self._apposed_body(phrase)
        if apposed is not None:
            return self._unnamed.named_body(phrase, *apposed)
        given = self._given(phrase)
        if given is not None:
            return self._unnamed.called(phrase, given)
        for at in range(phrase.head + 1, phrase.core - 1):
            if tokens[at].fold not in self._words.naming:
                continue
            name = at + 1 + (tokens[at + 1].fold in self._words.belonging)
            if name >= phrase.core or not tokens[name].text[0].isupper():
                continue
            person = next((m for m, index, _ in phrase.names if index == name and m.entity.kind == "person"), None)
            return self._unnamed.called(phrase, name) if person is None else self._known(person)
        return None

    def _apposed_body(self, phrase: Phrase) -> tuple[int, int] | None:
        """The tokens of the name, known to nobody, that is apposed to a body new to the article (« un groupe peu connu, les
        Aigles du désert », « une ONG locale, Voix des sans-voix »); or None."""
        tokens, form, words = phrase.tokens, phrase.form, self._words
        if form is None or form.number == "p" or words.possessors:
            return None
        head = tokens[phrase.head].fold
        medium = form.points == "definite" and self._is_medium(phrase)  # « le site des rebelles, Azadi.net »
        body = form.points == "indefinite" and (head in words.wider or head in words.bodies)
        if not (medium or (body and head not in words.documents)):
            return None
        comma = next((k for k in range(phrase.head + 1, phrase.core) if tokens[k].text == ","), None)
        if comma is None or any(index < comma and not (medium and hangs) for _, index, hangs in phrase.names):
            return None
        first = comma + 1
        while first < phrase.core and tokens[first].fold in words.determiners:
            first += 1
        last = next((k for k in range(first, phrase.core) if not tokens[k].text[0].isalnum()), phrase.core)
        named = first < last <= first + _LONGEST_NAME and tokens[first].text[0].isupper()
        known = any(first <= index < last for _, index, _ in phrase.names)
        return (first, last) if named and not known and tokens[first].fold not in words.roles else None

    def _is_medium(self, phrase: Phrase) -> bool:
        """Whether the head of the phrase is the noun of a paper, a station or the like."""
        wider = self._words.wider.get(phrase.tokens[phrase.head].fold)
        return wider is not None and "media" in wider.kinds

    def _given(self, phrase: Phrase) -> int | None:
        """Where the one name stands that closes the words for somebody new (« l'une d'elles, Mapendo »); or None."""
        tokens, form = phrase.tokens, phrase.form
        at = len(tokens) - 1
        if (
            self._words.possessors
            or form is None
            or form.points != "indefinite"
            or form.number == "p"
            or at < phrase.head + 2
        ):
            return None
        word, before = tokens[at], tokens[at - 2]
        if tokens[at - 1].text != "," or before.text[0].isupper() or not word.text.istitle():
            return None  # « un habitant de Gao, Mali »
        known = any(index == at for _, index, _ in phrase.names)
        return None if known or word.fold in self._words.roles or word.fold in self._words.plain else at

    def _known(self, mention: Mention) -> Resolved:
        return self._profiles.of(mention.entity).resolved()

    def _with_owner(self, person: Mention, phrase: Phrase, where: Where) -> Resolved:
        """« son porte-parole, Untel »: somebody of whom only the possessive may say whose he is."""
        found = self._known(person)
        if found.organisation is not None or phrase.form is None or phrase.form.points != "possessive":
            return found
        owner = self._owners.of(phrase, where)
        return found if owner is None else found._replace(organisation=self._profiles.longest(owner.entity))
