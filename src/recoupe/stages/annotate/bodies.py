"""Bodies named by what they are and whose they are (« l'armée irakienne », « la mairie de Goma »), in English."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from recoupe.languages.voice_forms import Head
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import EntityKind, Token
from recoupe.stages.annotate.capitals import capital_run
from recoupe.stages.annotate.units import Units
from recoupe.stages.annotate.world import World, unit_name

_PORTFOLIO_WORDS = 9
_LEADER_WITHIN = 7
# words from a participle to « by »
_AGENT_WITHIN = 4
_BETWEEN = 3
"""Words at most from an owner to the head of the body, the head's first word included."""
_RULER = 4
"""Words of the longest name of a head of state."""


@dataclass(slots=True)
class Body:
    """A body found at the tokens `start` to `end`. `of` is None when the words do not say whose it is."""

    start: int
    end: int
    template: str
    """The English name with `{of}` for whose it is."""
    kind: EntityKind
    of: str | None = None
    country: str | None = None
    national: bool = False
    bare: bool = True
    """May be half-named; else it is no body that can be told from others."""
    local: bool = False
    led: bool = False

    @property
    def name(self) -> str | None:
        """The English name; None while it is half-named."""
        if "{of}" not in self.template:
            return self.template
        return None if self.of is None else self.template.replace("{of}", self.of)


class BodyReader:
    """Reads bodies at token positions of one article."""

    def __init__(self, words: VoiceWords, world: World, units: Units) -> None:
        self._words = words
        self._world = world
        self._units = units
        self._inside = False

    def at(self, tokens: Sequence[Token], start: int, *, owned: bool = False) -> Body | None:
        """The body whose head stands at token `start`, or None. Costs two look-ups where there is none.

        `owned` says that its owner has been read before it.
        """
        word = tokens[start].fold
        if not owned and start and tokens[start].text[0].islower() and not self._words.noun(tokens, start):
            return None  # « une déclaration commune de X »
        if word in self._words.ministries:
            return self._ministry(tokens, start)
        tied = start > 1 and word in self._words.bodies and (tokens[start - 1].fold, word) in self._words.tied
        if tied and tokens[start - 2].fold in self._words.documents:
            return None  # « le communiqué de presse de X »
        second = tokens[start + 1].fold if start + 1 < len(tokens) else ""
        between = self._world.adjective(second) is not None
        for head in self._words.bodies.get(word, ()):
            if len(head.words) > 1 and head.words[1] != second and not between:
                continue
            body = self._general(tokens, start, head)
            if body is not None:
                return body
        return None

    def owned(self, tokens: Sequence[Token], start: int) -> Body | None:
        """The body whose owner stands before its head, at token `start` (« Ukrainian army », « Gaza's health ministry »);
        None in a language that has no such order."""
        words = self._words
        if not words.possessors or not tokens[start].text[0].isupper() or tokens[start].fold in words.determiners:
            return None
        for name, code, end in self._owners(tokens, start):
            at = end + (end < len(tokens) and tokens[end].fold in words.possessors)
            stop = min(len(tokens), at + _BETWEEN)
            while at < stop:
                body = self.at(tokens, at, owned=True)
                if body is not None and body.end > at:
                    if body.kind == "party" and self._armed(tokens, start, end):
                        return None  # « Hamas's fighters » are Hamas
                    if body.of is None:
                        body.of, body.country = name, code
                    body.start = start
                    return body
                if not words.modifies(tokens[at]):
                    break
                at += 1
        return None

    def _owners(self, tokens: Sequence[Token], at: int) -> Iterator[tuple[str, str | None, int]]:
        """What token `at` can open that owns a body, as it stands before the body in English: a people, a country, a
        place; with its country and the index after it."""
        country = self._world.country(tokens, at)
        if country is not None:
            yield self._world.english(country[0]), country[0], country[1]
        adjective = self._world.adjective(tokens[at].fold)
        if adjective is not None:
            yield *adjective, at + 1
        if country is not None or adjective is not None:
            return
        for stop in range(capital_run(tokens, at), at, -1):
            marked = stop < len(tokens) and tokens[stop].fold in self._words.possessors
            place = self._world.place(tokens, at, stop)
            if place is not None:
                yield place, None, stop
            elif marked:
                name = " ".join(t.text for t in tokens[at:stop])
                ruled = self._world.ruler(name)
                if ruled is not None:
                    yield self._world.english(ruled), ruled, stop  # « Bashar al-Assad's government »
                elif stop == at + 1:
                    yield name, None, stop

    def _general(self, tokens: Sequence[Token], start: int, head: Head) -> Body | None:
        at, adjective = start, None
        last = len(tokens)
        for number, word in enumerate(head.words):
            if number and at < last and tokens[at].fold != word and adjective is None:
                adjective = self._world.adjective(tokens[at].fold)
                at += adjective is not None
            if at >= last or tokens[at].fold != word:
                return None
            at += 1
        body = Body(start, at, head.name, head.kind, None, None, head.national, head.bare, head.local, head.led)
        if adjective is not None:
            body.of, body.country = adjective
        if head.led:
            self._led(tokens, body)
            return body
        if body.of is None:
            self._owner(tokens, body, ruling=head.ruling)
        if head.abroad and body.of is not None:
            self._abroad(tokens, body)
        if body.of is None and body.kind == "media" and at < last and tokens[at].text[0].isupper():
            return None  # « l'agence d'État Tass »: the name says which
        if body.of is None and body.end == at and at < last and self._words.adjectival(tokens[at]):
            return None  # « autorités locales », « forces kurdes et arabes »: not one body that can be named
        if body.of is None and body.end == at and self._made_by(tokens, at):
            return None
        return body

    def _made_by(self, tokens: Sequence[Token], at: int) -> bool:
        """« les autorités mises en place par Ankara »: whose they are is told, and it is not the article's country."""
        if at >= len(tokens) or not self._words.verbs.is_past_participle(tokens[at].fold):
            return False
        told = (token.fold for token in tokens[at + 1 : at + _AGENT_WITHIN])
        return not self._words.verbs.finite(tokens[at].fold) and not self._words.agents.isdisjoint(told)

    def _owner(self, tokens: Sequence[Token], body: Body, *, ruling: bool) -> None:
        """Fills `of` from the adjective or the complement after the head, if it can be named in English."""
        at, last = body.end, len(tokens)
        if at >= last:
            return
        adjective = self._world.adjective(tokens[at].fold)
        if adjective is None and at + 1 < last and self._words.adjectival(tokens[at]):
            adjective = self._world.adjective(tokens[at + 1].fold)  # « l'armée régulière soudanaise »
            at += adjective is not None
        if adjective is not None:
            (body.of, body.country), body.end = adjective, at + 1
            return
        after = self.complement(tokens, at)
        if after is None and self._words.adjectival(tokens[at]):
            after = self.complement(tokens, at + 1)  # « le parquet régional de Donetsk »
        if after is None or (after < last and self._words.verbs.is_infinitive(tokens[after].fold)):
            return  # « accuse l'armée d'avoir tué »
        at = after
        two = [t.text for t in tokens[at : at + 2] if t.text.isalpha()]
        # « Kaboul, » is a town that has a police of its own
        seat = self._world.metonym(" ".join(two)) if len(two) > 1 and self._world.metonym(two[0]) is None else None
        if seat is not None:  # « les secours de l'État hébreu »
            body.of, body.country, body.end = self._world.english(seat), seat, at + 2
            return
        if at < last and tokens[at].fold in self._words.place_openers:
            noun, inner = at, self.complement(tokens, at + 1)
            while inner is None and at + 1 < last and self._words.adjectival(tokens[at + 1]):
                at += 1
                inner = self.complement(tokens, at + 1)
            if inner is None and not (at + 1 < last and tokens[at + 1].text[0].isupper()):
                body.national = False  # « les autorités de la province »
                meant = self._units.meant(tokens[noun].fold, tokens[noun].start)
                if meant is not None:
                    body.of, body.end = unit_name(meant), at + 1
                return
            at = inner if inner is not None else at + 1
        # a name that no gazetteer knows is a place after « police de », and may be anybody after « armée de »
        army = body.kind == "party" and body.national
        named = self.named(tokens, at, guess=body.kind == "body" and not ruling, seated=ruling or army)
        placed = army and named is not None and named[1] is None  # « l'aviation des al-Saoud »: no village has one
        if named is None or placed or (body.kind == "party" and self._armed(tokens, at, named[2])):
            body.bare = False  # « la police de l'air et des frontières »: whose it is stands there, in other words
        else:
            body.of, body.country, body.end = named

    def named(
        self, tokens: Sequence[Token], at: int, *, guess: bool, seated: bool = False
    ) -> tuple[str, str | None, int] | None:
        """What the capitalised name at token `at` puts before a body in English, its country, and the index after it.

        A name that no gazetteer knows is taken as it is written when `guess`; a capital is its country when `seated`.
        """
        if at >= len(tokens):
            return None
        if not tokens[at].text[0].isupper() and not self._inside:
            self._inside = True  # « le commandement de l'armée irakienne »; one level is all that names have
            inner = self.at(tokens, at)
            self._inside = False
            if inner is not None and inner.name is not None:
                return inner.name, inner.country, inner.end
        country = self._world.country(tokens, at)
        if country is not None:
            return self._world.english(country[0]), country[0], country[1]
        end = capital_run(tokens, at)
        seat = self._world.metonym(tokens[at].text) if seated and end == at + 1 else None
        if seat is not None:
            return self._world.english(seat), seat, end  # « le régime de Damas »
        for stop in range(min(len(tokens), at + _RULER), at, -1) if seated else ():
            seat = self._world.ruler(" ".join(t.text for t in tokens[at:stop]))
            if seat is not None:
                return self._world.english(seat), seat, stop  # « le régime de Bachar al-Assad »
        actor = self._world.actor_at(tokens, at) if end > at else None
        if actor is not None:
            return actor[0].name, actor[0].country, actor[1]
        for stop in range(end, at, -1):
            place = self._world.place(tokens, at, stop)
            if place is not None:
                return place, None, stop
        if end > at and guess:
            return " ".join(t.text for t in tokens[at:end]), None, end
        return None

    def _armed(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether those tokens name an armed party: « les rebelles du M23 » are the M23."""
        actor = self._world.actor(" ".join(t.text for t in tokens[at:end]))
        return actor is not None and actor.kind == "party"

    def _abroad(self, tokens: Sequence[Token], body: Body) -> None:
        """« l'ambassade de France en Afghanistan »: the place belongs to the name."""
        at = body.end
        if at + 1 >= len(tokens) or tokens[at].fold not in self._words.locatives:
            return
        at += 1
        if tokens[at].fold in self._words.determiners and at + 1 < len(tokens):
            at += 1
        country = self._world.country(tokens, at)
        end = country[1] if country is not None else capital_run(tokens, at)
        place = None
        if country is not None:
            place = self._world.state(country[0]).name
        elif end > at:
            place = self._world.place(tokens, at, end)
        if place is not None:
            body.template, body.end = f"{body.template} in {place}", end

    def _led(self, tokens: Sequence[Token], body: Body) -> None:
        """Names a coalition after who leads it: « américaine », « dirigée par Riyad », « sous commandement … »."""
        at, last = body.end, len(tokens)
        adjective = self._world.adjective(tokens[at].fold) if body.of is None and at < last else None
        if adjective is not None:
            (body.of, body.country), body.end = adjective, at + 1
            return
        near = min(last, at + 2)
        if at + 1 < last and tokens[at].text == "," and tokens[at + 1].fold in self._words.one_that:
            at, near = at + 1, min(last, at + 4)  # « une autre coalition, celle que conduit X »
        while at < near and tokens[at].fold not in self._words.led_by and tokens[at].text[0].islower():
            at += 1
        if at >= last or tokens[at].fold not in self._words.led_by:
            return
        for stop in range(at + 1, min(last, at + _LEADER_WITHIN)):
            if not tokens[stop].text[0].isalpha():
                return
            leader = self._leader(tokens, stop)
            if leader is not None:
                body.of, body.country, body.end = leader
                return

    def _leader(self, tokens: Sequence[Token], at: int) -> tuple[str, str | None, int] | None:
        """Who is named at token `at`, as an English adjective, with its country and the index after it."""
        token = tokens[at]
        country = self._world.country(tokens, at)
        if country is not None:
            return self._world.english(country[0]), country[0], country[1]
        adjective = self._world.adjective(token.fold)
        if adjective is not None and (token.text[0].islower() or tokens[at - 1].fold in self._words.determiners):
            return adjective[0], adjective[1], at + 1
        if not token.text[0].isupper():
            return None
        seat = self._world.metonym(token.text)
        if seat is not None:
            return self._world.english(seat), seat, at + 1
        actor = self._world.actor(token.text)
        return None if actor is None else (actor.name, actor.country, at + 1)

    def _ministry(self, tokens: Sequence[Token], start: int) -> Body:
        at, last = start + 1, len(tokens)
        of, code, what = None, None, None
        if at < last:
            adjective = self._world.adjective(tokens[at].fold)
            if adjective is not None:
                (of, code), at = adjective, at + 1
        after = self.complement(tokens, at)
        if after is not None and after < last:
            folded = tuple(token.fold for token in tokens[after : after + _PORTFOLIO_WORDS])
            for phrase, english in self._words.portfolios.get(folded[0], ()):
                if folded[: len(phrase)] == phrase:
                    what, at = english, after + len(phrase)
                    break
        name = self._words.ministry_name
        if what is None:
            # « le ministère » alone points back; a ministry of what we do not know keeps its words
            return Body(start, at, name.replace("{what} ", ""), "body", bare=after is None)
        body = Body(start, at, name.replace("{what}", what), "body", of, code, national=True)
        if of is None:
            self._owner(tokens, body, ruling=False)
            body.bare = True
        return body

    def field(self, tokens: Sequence[Token], at: int) -> Body | None:
        """The ministry that is called by its field and a country's adjective (« la Défense ukrainienne »), at token `at`."""
        last = at + 1 >= len(tokens)
        if not at or last or not tokens[at].text[0].isupper() or tokens[at - 1].fold not in self._words.determiners:
            return None
        known = self._words.portfolios.get(tokens[at].fold, ())
        what = next((english for words, english in known if len(words) == 1), None)
        adjective = self._world.adjective(tokens[at + 1].fold) if tokens[at + 1].text[0].islower() else None
        if what is None or adjective is None:
            return None
        return Body(at, at + 2, self._words.ministry_name.replace("{what}", what), "body", *adjective, national=True)

    def complement(self, tokens: Sequence[Token], at: int) -> int | None:
        """The index of the first word after « of » and its article at token `at`; None where they do not stand."""
        if at >= len(tokens) or tokens[at].fold not in self._words.belonging:
            return None
        at += 1
        while at < len(tokens) and tokens[at].fold in self._words.determiners:
            at += 1
        return at
