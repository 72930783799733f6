"""Descriptions: whom « le gouverneur », « l'ONG », « le texte » mean among those whom the article names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from recoupe.languages.voice_forms import Form, Role, Wider, split
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.joint import tied
from recoupe.stages.attribute.naming.profiles import Profile, Profiles, Resolved
from recoupe.stages.attribute.naming.seats import Seats
from recoupe.text import bare

_SOURCES_BACK = 12
_CALLED_BACK = 3
"""Sources back to the one that is called by the noun of « la même source »."""
# tokens before a sentence's subject: « Dès lors la secte … »
_SUBJECT_WITHIN = 6
_SENTENCES_BACK = 4
_PRIVATE = frozenset({"local", "medical", "relative", "witness"})
"""Groups of those who hold no office."""
_POINTED_BACK = 2
# The weights were set on the articles of the tests and of the corpus; only their order matters.
_SAME_ROLE, _WIDER_ROLE, _LEADER, _NOTHING_KNOWN = 8.0, 5.0, 3.0, 2.0
_SAME_OWNER, _SHARED_OWNER, _SPOKE_LAST, _A_SOURCE_AGO = 4.0, 2.0, 3.0, 0.5
_SAME_PEOPLE, _FAR = 4.0, 1.0
_SPOKE, _NAMED, _SAME_NOUN = 10.0, 6.0, 6.0
_SO_CALLED, _NESTED, _CARRIER = 2.0, 4.0, 6.0
_AT_HAND, _OF_THAT_NAME = 5.0, 8.0
_MEDIA = frozenset({"media"})
SEATED = frozenset({"official", "local"})
"""Groups of those who hold an office in a town or province."""
_WORKING = frozenset({"medical", "ngo", "media"})
"""Groups of those whom the body in which they work tells enough of."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A description of a person: the role noun, its idiom, gender and whose it is."""

    role: Role
    idiom: str
    """The set phrase that the noun opens (« chef d'état-major »), or empty."""
    gender: str
    owner: Entity | str | None
    plural: bool = False
    people: str | None = None
    """The country of the adjective after the noun (« le général américain »)."""
    pointed: bool = False
    """Whether a demonstrative points back (« cet habitant »)."""
    lemma: str = ""
    """The noun's lemma with the grade before it (« premier ministre »); empty where there is none."""
    told: frozenset[str] = frozenset()
    """What kind of source the words after the noun say it is (« des sources médicales »), folded."""

    @property
    def key(self) -> str:
        """What has to be met: the idiom where there is one, else the lemma."""
        return self.idiom if self.idiom and self.role.group != "ranks" else self.lemma or self.role.lemma


@cache
def _small(words: VoiceWords) -> frozenset[str]:
    """The determiners and prepositions, as parts of a key."""
    return frozenset(part for word in (*words.determiners, *words.prepositions) for part in bare(word).split())


class Descriptions:
    """Answers for one article. Every question is pure; `before` are the sources so far, in reading order."""

    def __init__(
        self,
        profiles: Profiles,
        people: Callable[[str], str | None],
        called: Callable[[Entity], frozenset[str]],
        seats: Seats,
        missions: frozenset[str] = frozenset(),
        of_states: frozenset[str] = frozenset(),
        qualities: Callable[[Entity], frozenset[str]] = lambda _: frozenset(),
    ) -> None:
        """`people` gives the country of a folded adjective, None for any other word; `called` the folded first words of
        the names that the world knows an entity by; `seats` tells the places of offices; `missions` are the ids of the forces of
        several states, `of_states` those of the bodies of several states; `qualities` gives the other words of those names."""
        self._profiles = profiles
        self._called = called
        self._seats = seats
        self._missions = missions
        self._of_states = of_states
        self._qualities = qualities
        self._people = people
        self._words = profiles.words
        self._small = _small(profiles.words)

    def last_source(
        self, start: int, before: Sequence[Resolved], told: frozenset[str] = frozenset(), noun: str = ""
    ) -> Resolved | None:
        """Who spoke last before offset `start` (« la même source », whose `noun` is « source »), but for an earlier toll; of the
        kind that the words `told` name, if one of that kind has spoken (« la même source médicale »)."""
        spoke = [s for s in reversed(before) if s.start < start]
        people = [s for s in spoke if not self._earlier_toll(s)]
        kinds = {self._words.kinds[word] for word in told}
        called = (s for s in people if s.entity.kind == "unnamed" and not told.isdisjoint(split(s.entity.name)))
        if not told and people and people[0].noun != noun and self._only_reacts(people[0]):
            # « Une source sécuritaire … . Le gouvernement a condamné … . La même source … »: a state is called otherwise
            source = next((s for s in people[:_CALLED_BACK] if noun and s.noun == noun), None)
            if source is not None:
                return source
        # « la même source militaire » is « une source militaire », else the general who has spoken
        alike = next(called, None) or next((s for s in people if not kinds.isdisjoint(self._kinds_of(s))), None)
        return alike or next(iter(people or spoke), None)

    def _only_reacts(self, source: Resolved) -> bool:
        """Whether the sentence in which a body spoke says no more than what it thinks of what has happened (« a condamné »)."""
        words = self._words
        sentence = self._profiles.sentence(source.start)
        lemmas = {lemma for fold in sentence.words for lemma, _ in words.verbs.analyses(fold)}
        return source.entity.kind != "person" and not words.reacting.isdisjoint(lemmas)

    def _earlier_toll(self, source: Resolved) -> bool:
        """Whether no more than a sum replaced since is named as source (« Un premier bilan faisait état de … »)."""
        words = split(source.entity.name)
        if source.entity.kind != "unnamed" or source.noun or self._words.outdated.isdisjoint(words):
            return False
        known = (self._words.documents.get(word) for word in words)
        first = next((document for document in known if document is not None), None)
        return first is not None and first.lemma not in self._words.back

    def _kinds_of(self, source: Resolved) -> set[str]:
        """What kinds of voice a source is, by the nouns of its roles and the words beside them."""
        named = source.entity.kind != "unnamed"
        words = split((source.role or "").replace(",", " ")) if named else split(source.entity.name)
        nouns = (self._words.roles.get(word) for word in (words if named else (source.noun,)))
        beside = {self._words.kinds[word] for word in words if word in self._words.kinds}
        return beside | {"military" if noun.group == "ranks" else noun.group for noun in nouns if noun is not None}

    def compatriot(self, noun: str, gender: str, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The person who spoke last before offset `start`, else the one named last, whom a noun of a people means.

        Nobody of whom the article says that he is of another people. None where the noun is no people's.
        """
        people = self._people(noun)
        if people is None and not noun.endswith(self._words.townspeople):
            return None
        named = (self._profiles.of(mention.entity).resolved() for mention in self._profiles.before(start))
        for known in (*reversed(before), *named):
            agrees = "x" in (gender, known.gender) or gender == known.gender
            if known.entity.kind != "person" or not agrees:
                continue
            others = {self._people(word) for word in split((known.role or "").replace(",", " "))} - {None}
            if known.start < start and (not others or people in others):
                return known
        return None

    def somebody(self, gender: str, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The person who spoke last before offset `start`, not more than a few sentences away, if the gender agrees."""
        last = next((source for source in reversed(before) if source.start < start), None)
        if last is None or last.entity.kind != "person" or {gender, last.gender} == {"m", "f"}:
            return None
        away = self._profiles.sentence_at(start) - self._profiles.sentence_at(last.start)
        return last if away <= _SENTENCES_BACK else None

    def just_spoke(self, asked: Asked, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The one who spoke last, at most a sentence or two before offset `start`, whom a noun that points back means; None
        where gender or country speak against it."""
        spoke = (source for source in reversed(before) if source.start < start)
        if asked.pointed and asked.role.group in _PRIVATE:  # « Un habitant … . La mairie … . « … », dit ce témoin »
            held = (one for one in spoke if one.noun or (one.entity.kind == "person" and not self.in_office(one)))
            spoke = (one for one in held if one.number != "p")
        last = next(spoke, None)
        if last is None or last.number == "p" or (last.entity.kind != "person" and not last.noun):
            return None
        gender = asked.role.gender if asked.role.gender != "x" else asked.gender
        if {gender, last.gender} == {"m", "f"} or asked.people is not None or asked.owner is not None:
            return None
        if not asked.pointed and (last.entity.kind != "person" or last.gender != gender):
            return None
        if self.in_office(last) and asked.role.group in _PRIVATE and asked.role.lemma not in self._words.electable:
            return None  # « le gouverneur Untel … « … », souffle ce voisin »
        away = self._profiles.sentence_at(start) - self._profiles.sentence_at(last.start)
        return last if away <= _POINTED_BACK else None

    def in_office(self, one: Resolved, *, ranked: bool = True) -> bool:
        """Whether a person holds an office, or with `ranked` a rank, by what the article calls him."""
        held = (self._words.roles.get(word) for word in split(one.role or ""))
        return one.entity.kind == "person" and any(
            r is not None and (r.group == "official" or (ranked and r.group == "ranks")) for r in held
        )

    def publisher(self, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The body, medium or state that spoke last before offset `start` (« le rapport »), else the last document that
        did, else whoever did."""
        sources = [s for s in before if s.start < start]
        bodies = [s for s in sources if s.entity.kind not in ("person", "unnamed")]
        if not bodies:  # « an inquiry has found … », then somebody, then « the report »: the inquiry
            bodies = [s for s in sources if not self._words.documents.keys().isdisjoint(split(s.entity.name))]
        return bodies[-1] if bodies else sources[-1] if sources else None

    def publisher_after(self, end: int) -> Resolved | None:
        """The medium named next after offset `end` (« un reportage », in a headline)."""
        for mention in self._profiles.within(end, len(self._profiles.text)):
            if mention.entity.kind == "media":
                return self._profiles.of(mention.entity).resolved()
        return None

    def person(self, asked: Asked, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The person or unnamed source whom the description at offset `start` means; None when it means nobody known.

        For a plural (« les villageois ») only an unnamed source of many is looked for.
        """
        wider = self._words.wider_roles.get(asked.key, frozenset())
        if not wider and asked.key == asked.role.lemma:
            wider = self._words.wider_roles.get(asked.role.group, frozenset())
        recent = list(enumerate(reversed(before[-_SOURCES_BACK:])))
        ranks: dict[str, int] = {}
        for rank, source in recent:
            ranks.setdefault(source.entity.id, rank)
        whose = asked.owner if isinstance(asked.owner, str) else None
        of_town = asked.role.lemma in self._words.municipal
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        for profile in () if asked.plural else self._profiles.people():
            rank_of = ranks.get(profile.entity.id)
            score = self._fits(asked, wider, profile, before)
            if score is None or ("any" in wider and rank_of is None):
                continue
            if asked.role.group in SEATED and self._seats.apart(profile, whose, start, of_town=of_town):
                continue  # « le gouverneur de Kharkiv », and « à Kherson, le gouverneur, Untel »
            least = _SAME_ROLE + _SAME_PEOPLE * (asked.people is not None and asked.key not in profile.lemmas)
            if profile.first > start and (asked.pointed or score < least):
                continue  # whom the article names later, it does not call by a wider noun before, or « cet élu »
            score += _SPOKE_LAST - _A_SOURCE_AGO * rank_of if rank_of is not None else 0.0
            score -= profile.first > start
            near = -abs(profile.first - start)
            if best is None or (score, near) > best:
                best, chosen = (score, near), profile.resolved()
        for rank, source in recent:
            noun = self._words.roles.get(source.noun)
            if source.entity.kind == "person" and not asked.plural and self._profiles.called(source.entity.id) is None:
                given = Profile(source.entity, source.start, source.role, source.organisation, source.gender)
                score = self._fits(asked, wider, given, before)  # of whom no more than a given name is told
                if score is not None and (best is None or (score - rank, source.start - start) > best):
                    best, chosen = (score - rank, source.start - start), source
                continue
            if noun is None or source.entity.kind != "unnamed" or (source.number == "p") is not asked.plural:
                continue
            unnamed = Profile(source.entity, source.start, source.role, source.organisation, source.gender)
            unnamed.lemmas = {self._graded(source), noun.group}
            if asked.role.group in SEATED and self._seats.apart(unnamed, whose, start, of_town=of_town):
                continue
            score = self._fits(asked, wider, unnamed, ())
            if asked.plural and {noun.group, asked.role.group} & _PRIVATE and noun.group != asked.role.group:
                continue  # « Deux témoins … », then « les villageois »
            if score is None or self._another_kind(asked.told, source) or self._elsewhere(asked.people, source):
                continue
            score += _SPOKE_LAST - _A_SOURCE_AGO * rank
            if best is None or (score, source.start - start) > best:
                best, chosen = (score, source.start - start), source
        return chosen

    def _elsewhere(self, people: str | None, source: Resolved) -> bool:
        """Whether the words of an unnamed source say that it is of another country, or whose it is in other words, than the
        adjective of `people` does (« le Premier ministre de Gaza », then « le Premier ministre israélien »)."""
        if people is None:
            return False
        words = split(source.entity.name)
        theirs = {self._people(word) for word in words} - {None}
        return people not in theirs if theirs else not self._words.belonging.isdisjoint(words)

    def _graded(self, source: Resolved) -> str:
        """The lemma of an unnamed source's role noun, with the grade before it."""
        words = split(source.entity.name)
        roles = self._words.roles
        at = next((k for k, w in enumerate(words) if w in roles and roles[w].lemma == source.noun), None)
        return source.noun if at is None else self._words.graded(words, at)

    def _another_kind(self, told: frozenset[str], source: Resolved) -> bool:
        """Whether the words of an unnamed source say that it is of another kind than `told` (« medical » beside
        « local »)."""
        known = frozenset(split(source.entity.name)) & self._words.kinds.keys()
        return bool(told and known and told.isdisjoint(known))

    def _fits(self, asked: Asked, wider: frozenset[str], known: Profile, before: Sequence[Resolved]) -> float | None:
        """How well somebody is meant by the description, or None when not at all."""
        role = asked.role
        gender = role.gender if role.gender != "x" else asked.gender
        if (gender == "f" and known.gender == "m") or (gender == "m" and known.gender == "f" and role.gender == "x"):
            return None
        peoples = {self._people(word) for word in split((known.role or "").replace(",", " "))} - {None}
        if asked.people is not None and peoples and asked.people not in peoples:
            return None  # « le général américain » is not the Iraqi one
        said = next((s.organisation for s in reversed(before) if s.entity.id == known.entity.id), None)
        organisation = said or known.organisation
        if asked.people is not None and not peoples and organisation is not None and role.group == "official":
            theirs = {self._people(word) for word in split(organisation)}
            own = bool(before) and before[-1].entity.id == known.entity.id
            own = own and bool(wider) and asked.key not in known.lemmas  # « le magistrat britannique », of a prosecutor
            if asked.people not in theirs and not isinstance(asked.owner, Entity) and not own:
                return None  # « le président ukrainien » is not that of the European Council
        if asked.key in known.lemmas or asked.key in known.doing:
            score = _SAME_ROLE
        elif role.group == "ranks" and "ranks" in known.lemmas and not self._in_post(known, organisation):
            return None  # another rank is another officer
        elif known.lemmas & wider or "any" in wider or self._works_among(role, known, organisation):
            score = _WIDER_ROLE
        elif role.group == "official" and known.lemmas & self._words.generic_roles and isinstance(asked.owner, Entity):
            score = _LEADER  # « son chef, X », then « le secrétaire général de l'ONU »
        elif (
            not known.lemmas
            and (asked.pointed or gender == known.gender != "x" or self._spoke_last(known, gender, before))
            and any(s.entity.id == known.entity.id for s in before)
        ):
            # somebody who spoke, of whom the article has said nothing yet; whose, only a woman's role tells well enough
            unknown = asked.owner is None or (gender == "f" and not organisation)
            if asked.people is not None and role.group == "official" and " " not in known.entity.name:
                unknown = False  # « le Premier ministre éthiopien » is nobody of whom no more than a name was told
            return _NOTHING_KNOWN if unknown else None
        else:
            return None
        score += _SAME_PEOPLE * (asked.people in peoples)
        return self._owned(asked.owner, known, organisation, score)

    def _in_post(self, known: Profile, organisation: str | None) -> bool:
        """Whether the only rank that somebody is given is an office (« le commandant des gardes, X »)."""
        roles = self._words.roles
        ranks = {lemma for lemma in known.lemmas if lemma in roles and roles[lemma].group == "ranks"}
        return organisation is not None and ranks <= self._words.posts

    def _works_among(self, role: Role, known: Profile, organisation: str | None) -> bool:
        """Whether the words of somebody's body say of what kind it is, and the role is of that kind (« le médecin », of the
        director of a hospital; « le policier », of « un responsable de la police »)."""
        trade = self._words.trades.get(role.lemma)
        if trade is not None:
            return known.entity.kind == "unnamed" and not trade.isdisjoint(split(known.entity.name.replace(",", " ")))
        if organisation is None or role.group not in _WORKING:
            return False
        return any(self._words.kinds.get(word) == role.group for word in split(organisation))

    def _spoke_last(self, known: Profile, gender: str, before: Sequence[Resolved]) -> bool:
        """Whether somebody whose gender, or that of what he is called, nothing tells is who has just spoken (« … selon Untel. Le président … »)."""
        return "x" in (known.gender, gender) and bool(before) and before[-1].entity.id == known.entity.id

    def _owned(
        self, owner: Entity | str | None, known: Profile, organisation: str | None, score: float
    ) -> float | None:
        """`score` with what whose somebody is adds to it; None when it is another's."""
        if owner is None:
            return score
        if isinstance(owner, Entity):
            if owner.id in known.owners or organisation in (owner.name, self._profiles.longest(owner)):
                return score + _SAME_OWNER
            if known.owners:
                return None
            owner = owner.name_fr or owner.name
        if (
            organisation is None or bare(organisation) in self._words.seats
        ):  # « le maire de la ville »: of which, we know
            return score if score >= _SAME_ROLE or organisation is not None else None
        asked, theirs = set(bare(owner).split()) - self._small, set(bare(organisation).split()) - self._small
        generic = {bare(word) for word in self._words.seats | self._words.place_openers}
        # « le gouverneur de la région de Belgorod » is not that of the region of Zaporijjia
        shared = (asked - generic) & (theirs - generic) if asked - generic and theirs - generic else asked & theirs
        return score + _SHARED_OWNER if shared else None

    def body(
        self, noun: str, wider: Wider, start: int, before: Sequence[Resolved], *, armed: bool = False,
        pointed: bool = False, titled: bool = False, qualities: frozenset[str] = frozenset(),
    ) -> Resolved | None:  # fmt: skip
        """The body or medium that a generic noun at offset `start` means (« l'ONG », « le quotidien »), or None.

        `armed` (« l'organisation islamiste ») looks for a party only; `pointed` (« cette organisation ») rather for who
        spoke last than for who is called so; `titled` (« l'Alliance ») for who is called so; `qualities` are the words behind the noun,
        which may be in somebody's name (« le mouvement chiite »).
        """
        # « ce site », « le journal », but « la radio a parlé de vingt morts » may be any
        medium = wider.kinds == _MEDIA and (pointed or noun in self._words.papers)
        unknown = self._unknown_medium(start, before) if medium and not qualities else None
        if unknown is not None:
            return unknown
        here = self._profiles.sentence_at(start)
        kinds = wider.kinds & {"party"} if armed and "party" in wider.kinds else wider.kinds
        carried = "party" in kinds  # « … a revendiqué l'attaque, selon l'agence. Le groupe … »: not the agency
        best: tuple[float, int] | None = None
        chosen: Resolved | None = None
        for rank, source in enumerate(reversed(before[-_SOURCES_BACK:])):
            profile = self._profiles.of(source.entity)
            public = wider.private and profile.public and noun not in profile.heads
            if source.entity.kind not in kinds or source.start >= start or public:
                continue
            if not self._so_named(noun, profile):
                continue
            if tied(source.entity):
                continue  # « le mouvement » is not the army and the movement
            away = here - self._profiles.sentence_at(source.start)
            same = _SAME_NOUN * (noun in profile.heads) + _SO_CALLED * (noun in self._called(source.entity))
            score = _SPOKE - rank + same * (not pointed) - _FAR * max(0, away - _SENTENCES_BACK)
            score -= _NESTED * source.nested + _CARRIER * (carried and source.entity.kind == "media")
            score += self._called_by(source.entity, profile, noun, qualities, titled=titled)
            if best is None or (score, source.start) > best:
                best, chosen = (score, source.start), source
        spokesman, topic = self._spoken_for(start, before), self._told_last(start, before)
        for mention in self._profiles.before(start):
            profile = self._profiles.of(mention.entity)
            public = wider.private and profile.public and noun not in profile.heads
            if mention.entity.kind not in kinds or public or not self._so_named(noun, profile):
                continue
            away = here - self._profiles.sentence_at(mention.span.start)
            if away > _SENTENCES_BACK and noun not in profile.heads:
                break
            same = _SAME_NOUN * (noun in profile.heads) + _SO_CALLED * (noun in self._called(mention.entity))
            score = _NAMED - away + same * (not pointed) - _CARRIER * (carried and mention.entity.kind == "media")
            score += self._called_by(mention.entity, profile, noun, qualities, titled=titled)
            if mention.entity.kind == "body" and mention.span.start in (spokesman, topic):
                score += _AT_HAND + away
            if best is None or (score, mention.span.start) > best:
                best, chosen = (score, mention.span.start), profile.resolved()
        return chosen

    def _called_by(
        self, entity: Entity, profile: Profile, noun: str, qualities: frozenset[str], *, titled: bool
    ) -> float:
        """What it adds that an entity bears in its name the noun, if that is written as a name, or a quality behind it."""
        so_named = titled and (noun in profile.heads or noun in self._called(entity))
        return _OF_THAT_NAME * so_named + _OF_THAT_NAME * (not qualities.isdisjoint(self._qualities(entity)))

    def _spoken_for(self, start: int, before: Sequence[Resolved]) -> int:
        """Where the body for which the person speaks who spoke last before offset `start` is named in his title (« …, a dit X,
        porte-parole du HCR. L'agence … »); -1 where nobody does, or he spoke further up."""
        last = next((s for s in reversed(before) if s.start < start), None)
        if last is None or last.entity.kind != "person" or last.nested:
            return -1
        near = self._profiles.sentence_at(start) - self._profiles.sentence_at(last.start) <= _POINTED_BACK
        owners = self._profiles.of(last.entity).owners
        named = (m.span.start for m in self._profiles.within(last.start, last.end) if m.entity.id in owners)
        return next(named, -1) if near else -1

    def _told_last(self, start: int, before: Sequence[Resolved]) -> int:
        """Where the sentence before names the body of which it tells, and in which nobody speaks (« Le CICR parle de … . MSF a évacué
        son équipe. L'organisation … »); -1 where it opens otherwise, or is of another paragraph."""
        at = self._profiles.sentence_at(start)
        sentence, here = self._profiles.sentences[max(0, at - 1)], self._profiles.sentences[at]
        spoke = any(sentence.start <= s.start < here.start for s in before)
        if not at or sentence.block != here.block or spoke:
            return -1
        first = sentence.tokens[sentence.tokens[0].fold in self._words.determiners]
        opens = next((m for m in self._profiles.within(first.start, first.end)), None)
        behind = next((t.fold for t in sentence.tokens if opens is not None and t.start >= opens.span.end), "")
        return first.start if opens is not None and self._words.verbs.finite(behind) else -1

    def _unknown_medium(self, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Who has spoken last under a bare name that nobody knows, and so may be a medium (« … rapporte L'Indice. … ajoute ce
        journal »), whatever persons have spoken since; or None."""
        spoke = (s for s in reversed(before) if s.start < start and s.entity.kind not in ("person", "unnamed"))
        last = next(spoke, None)
        if (
            last is None
            or last.nested
            or (last.entity.kind != "media" and (last.entity.kind, last.role) != ("body", None))
        ):
            return None
        near = self._profiles.sentence_at(start) - self._profiles.sentence_at(last.start) <= _SENTENCES_BACK
        return last if near and self._profiles.called(last.entity.id) is None else None

    def may_be(self, noun: str, wider: Wider, entity: Entity) -> bool:
        """Whether the article says by the name of a body that it is what the noun says, or nothing speaks against a private
        one."""
        known = self._profiles.of(entity)
        return noun in known.heads or (wider.private and not known.public and self._so_named(noun, known))

    def mission(self, entity: Entity) -> bool:
        """Whether a party is a force of several states, and no movement or rebellion."""
        return entity.id in self._missions

    def _so_named(self, noun: str, known: Profile) -> bool:
        """Whether somebody may be meant by a noun that means only what bears it in its name (« la mission »), or by one that
        means no mission (« le mouvement »)."""
        if self.mission(known.entity) and noun not in known.heads | self._called(known.entity):
            return False
        if noun in self._words.civic and known.entity.id in self._of_states:
            return False  # « L'Unicef … », then « l'ONG »
        return noun not in self._words.borne or noun in known.heads or noun in self._called(known.entity)

    def subject(self, form: Form, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """Whom a pronoun of that form at offset `start` means when the sentence before has a generic noun as its subject.

        « La secte se radicalise. Elle … » is that sect. None with any other subject, or when somebody spoke since.
        """
        here = self._profiles.sentence_at(start)
        if not here:
            return None
        sentence, words = self._profiles.sentences[here - 1], self._words
        tokens = sentence.tokens
        for at in range(min(len(tokens) - 2, _SUBJECT_WITHIN)):
            if words.verbs.finite(tokens[at].fold) and tokens[at].fold not in words.determiners:
                return None
            point, noun = words.determiners.get(tokens[at].fold), tokens[at + 1].fold
            wider = words.wider.get(noun)
            if point is None or wider is None or point.points not in ("definite", "demonstrative"):
                continue
            follows = tokens[at + 2].fold
            if wider.gender != form.gender or form.number == "p" or not words.verbs.finite(follows):
                return None
            if any(tokens[at + 1].start < source.start < start for source in before):
                return None
            return self.body(noun, wider, tokens[at].start, before)
        return None
