"""Persons: runs of capitalised words that are somebody's name, with their titles."""

from collections.abc import Sequence

from recoupe.gazetteers.person_key import sound
from recoupe.gazetteers.persons import Persons
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Sentence, Token
from recoupe.stages.annotate.capitals import is_name
from recoupe.stages.annotate.people import Run
from recoupe.stages.annotate.titles import TitleReader
from recoupe.stages.annotate.world import World

_CLOSED = frozenset('»"”)')
_MANY_CAPITALS = 0.6
_LONGEST_NAME = 4
_APPOSED = 5
"""Within how many words behind a comma the name apposed begins."""
_LONGEST_RUN = 12


class PersonReader:
    """Finds the runs of one article."""

    def __init__(
        self,
        text: str,
        words: VoiceWords,
        cue_words: frozenset[str],
        world: World,
        public: Persons,
        year: int | None,
    ) -> None:
        self._text = text
        self._public, self._year = public, year
        self._words = words
        self._cue_words = cue_words
        self._world = world
        self._titles = TitleReader(text, words, cue_words, world)

    def runs(self, sentence: Sentence, taken: Sequence[bool]) -> list[Run]:
        """The runs of a sentence; tokens already `taken` by another name belong to none."""
        tokens, folds, particles = sentence.tokens, sentence.folds, self._words.particles
        found: list[Run] = []
        loud = sentence.kind != "paragraph" and _loud(tokens)
        # a capital, « al-Kiki », « van der Linden »; everything else is passed over at once
        opening = [at for at in sentence.not_small if (text := tokens[at].text)[0].isupper() or text[2:3] == "-"]
        if not particles.isdisjoint(sentence.words):
            opening = sorted({*opening, *[at for at, fold in enumerate(folds) if fold in particles]})
        done = 0
        for at in opening:
            if at < done or taken[at] or not self._opens(tokens, at):
                continue
            end = self._extent(tokens, taken, at)
            run = self._run(tokens, taken, at, end, loud=loud)
            if run is not None:
                if found and self._nickname(sentence, at, found[-1].end, whole=len(run.parts) > 1):
                    run.alias = found[-1]
                found.append(run)
            done = end
        return found

    def _opens(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name can begin with token `at`."""
        token, words = tokens[at], self._words
        text, word = token.text, token.fold
        if not text[0].isupper():
            return self._small(tokens, at) or (len(text) > 4 and text[3].isupper() and text[0].isalpha())
        if word in words.given:
            return True
        following = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if word in words.particles and at and following[:1].isupper():
            before = tokens[at - 2 if at > 1 and tokens[at - 1].text == "." else at - 1].fold
            if before in words.honorifics or before in words.roles:
                return True  # « Mme Le Guennec »
        if word in words.honorifics or word in words.plain or word in words.roles or word in words.before:
            return False
        if len(text) == 1:  # an initial with its stop
            return following == "." and at + 2 < len(tokens) and tokens[at + 2].text[0].isupper()
        if text.isupper() or not (text[1].isalpha() or text[1] in "'’-"):
            return False
        return word not in words.heads and text not in words.foreign

    def _small(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a particle opens a family name at token `at`: « Mme van der Linden »."""
        words = self._words
        if tokens[at].fold not in words.particles or not at:
            return False
        before = tokens[at - 2 if at > 1 and tokens[at - 1].text == "." else at - 1].fold
        return before in words.honorifics and any(is_name(t.text) for t in tokens[at + 1 : at + 3])

    def _extent(self, tokens: Sequence[Token], taken: Sequence[bool], at: int) -> int:
        """The index after the run that begins at token `at`."""
        words = self._words
        given = tokens[at].fold in words.given
        end, last = at + 1, min(len(tokens), at + _LONGEST_RUN)
        if len(tokens[at].text) == 1 and end < last:
            end += 1  # the initial's stop
        while end < last and not taken[end] and self._touches(tokens, end):
            token = tokens[end]
            text = token.text
            if is_name(text):
                following = tokens[end + 1].text if end + 1 < last else ""
                if text.isupper() and 1 < len(text) < 4:
                    break  # an acronym
                titled = words.possessors and (token.fold in words.honorifics or token.fold in words.roles)
                if titled and following and (following == "." or following[0].isupper()):
                    break  # « Donetsk Gov. Untel »: another name begins behind the title
                if len(text) == 1 and following == ".":
                    end += 2
                    continue
                particle = token.fold in words.particles and following[:1].isupper()
                if token.fold in words.plain and token.fold not in words.given and not particle:
                    break  # « Moscou Le … », but not « Le Guennec »
                end += 1
                continue
            step = end
            while step < last and step < end + 3 and tokens[step].fold in words.particles and not taken[step]:
                step += 1
            if step == end or step >= last or taken[step] or not is_name(tokens[step].text):
                break
            of = token.fold in words.determiners or token.fold in words.belonging
            if of and not (given and end == at + 1):
                break  # « Charles de Gaulle », but not « ministre Untel de Paris »
            end = step
        return min(end, len(tokens))

    def _touches(self, tokens: Sequence[Token], at: int) -> bool:
        between = self._text[tokens[at - 1].end : tokens[at].start]
        return len(between) < 2

    def _run(self, tokens: Sequence[Token], taken: Sequence[bool], at: int, end: int, *, loud: bool) -> Run | None:
        at = self._own_start(tokens, at, end)
        while tokens[end - 1].text == "." and end - at > 2 and len(tokens[end - 2].text) > 1:
            end -= 1
        parts = self._parts(tokens[at:end])
        if not any(len(part) > 1 for part in parts):
            return None
        given = self._given(tokens[at])
        names = sum(is_name(t.text) for t in tokens[at:end])
        if self._namesake(tokens, at, end):
            return None
        title = self._titles.before(tokens, at, end, full=names > 1)
        if title.gender == "x" and given is not None and names > 1:
            title.gender = given
        sure = title.found or (given is not None and names > 1 and not loud)
        figure = self._public.alone(tokens[at].text, self._year) if names == 1 and not loud else None
        if names == 1 and not title.found and not loud and not self._words.possessors:
            self._titles.alone(tokens, end, title, place=self._world.is_place(tokens[at].start, tokens[end - 1].end))
        if not title.found and self._world.is_place(tokens[at].start, tokens[end - 1].end):
            return None
        if not sure and self._elsewhere(tokens, at):
            return None
        if figure is not None:
            sure = True
        if names > 1 or given is not None:
            self._titles.after(tokens, end, title)
        if not sure and title.found:
            sure = not loud
        elif not sure and names > 1 and not loud:
            if names > _LONGEST_NAME or not self._plausible(tokens, at, end):
                return None
            # after a preposition it may be anything: it has to meet a name that stands free
            sure = not at or tokens[at - 1].fold not in self._words.prepositions
            sure = sure or self._sourced(tokens, at)
        if names > 1 and title.organisation is None:
            title.organisation = self._body_of(tokens, taken, end)
        start, stop = tokens[at].start, tokens[end - 1].end
        return Run(start, stop, self._text[start:stop].replace("\n", " "), parts, title, sure, figure=figure)

    def _namesake(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a hospital or the like bears the name, and somebody else is apposed: « le directeur de l'hôpital X Y, Untel, »."""
        words = self._words
        before = tokens[at - 1].fold if at else ""
        if before not in words.place_openers or before in words.seats or end >= len(tokens) or tokens[end].text != ",":
            return False
        behind = end + 1
        while behind < min(len(tokens), end + _APPOSED) and any(
            tokens[behind].fold in known for known in (words.determiners, words.roles, words.honorifics)
        ):
            behind += 1
        return (
            behind < len(tokens)
            and is_name(tokens[behind].text)
            and not self._world.is_place(tokens[behind].start, tokens[behind].end)
        )

    def _nickname(self, sentence: Sentence, at: int, named: int, *, whole: bool) -> bool:
        """Whether the name at token `at` is another one of whom the name up to offset `named` means (« Untel, alias X », « Untel dit
        « le Lion » »). « …, a dit Untel », « « … », dit Untel » say something; so does « …, dit Untel » with a `whole` name."""
        tokens = sentence.tokens
        before = at - 1
        while before >= 0 and not tokens[before].text[0].isalnum():
            before -= 1
        if before < 0 or tokens[before].fold not in self._words.nicknames:
            return False
        between = [token.text for token in tokens[:before] if token.start >= named]
        if any(text[0].isalnum() or text in _CLOSED for text in between):
            return False
        return not (between and whole and before == at - 1 and tokens[before].fold in self._cue_words)

    def _body_of(self, tokens: Sequence[Token], taken: Sequence[bool], end: int) -> str | None:
        """The body of which the name before token `end` is said to be (« Untel, de MSF »), or None."""
        at = end + (end < len(tokens) and tokens[end].fold == ",")
        if at >= len(tokens) or tokens[at].fold not in self._words.belonging:
            return None
        at += 1
        while at < len(tokens) and tokens[at].fold in self._words.determiners:
            at += 1
        stop = at
        while stop < len(tokens) and taken[stop]:
            stop += 1
        return self._text[tokens[at].start : tokens[stop - 1].end] if stop > at else None

    def _own_start(self, tokens: Sequence[Token], at: int, end: int) -> int:
        """Where the name begins in a run that a place or body opens: « (gouverneur de) Kharkiv Oleg Synegoubov »."""
        if end - at < 3 or self._given(tokens[at]) is not None:
            return at
        index = next((i for i in range(at + 1, end - 1) if self._given(tokens[i]) is not None), at)
        before = tokens[at - 1].fold if at else ""
        form = self._words.determiners.get(before)
        one = form is not None and form.points == "definite" and form.number == "s"
        if one and before not in self._words.belonging and self._world.adjective(tokens[at].fold) is not None:
            return at + 1  # « son porte-parole, le Norvégien Knut Hansen »
        if self._of_field(tokens, at, end):
            return index if index > at else self._behind_field(tokens, at, end)
        if before in self._words.locatives:  # « (a dit à) Genève Rupert Colville »
            seats = (i for i in range(end - 2, at, -1) if self._world.place(tokens, at, i) is not None)
            index = next(seats, index if index > at else self._apposed_name(tokens, at, end))
        if at and tokens[at - 1].text in self._words.foreign:
            return index  # « (Radio) Kiskeya Jonas Dorélien »
        governed = before in self._words.prepositions or before in self._words.determiners
        return index if governed or self._world.country(tokens, at) is not None else at

    def _behind_field(self, tokens: Sequence[Token], at: int, end: int) -> int:
        """Where the name begins behind what an office is of: « le ministre de l'Intérieur | Untel Untel », « le président de la Sierra
        Leone | Untel Untel »."""
        land = self._world.country(tokens, at)
        if land is not None and at < land[1] < end:
            return land[1]
        places = (i for i in range(end - 1, at + 1, -1) if self._world.place(tokens, at, i) is not None)
        return next(places, at + 1)

    def _of_field(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether the first of three words or more is what an office is of, by the role and the article in front of it."""
        words = self._words
        if words.possessors or at < 2 or end - at > _LONGEST_NAME or not all(is_name(t.text) for t in tokens[at:end]):
            return False
        article = words.determiners.get(tokens[at - 1].fold)
        of = at - 2 if tokens[at - 1].fold not in words.belonging else at - 1
        if (article is None and of == at - 2) or of < 1 or tokens[of].fold not in words.belonging:
            return False
        if of == at - 1 and article is None:
            return False  # « le maire de X Y », a town of two words
        role = words.roles.get(tokens[of - 1].fold)
        return role is not None and role.number != "p"

    def _apposed_name(self, tokens: Sequence[Token], at: int, end: int) -> int:
        """Where the name begins behind a place that no list knows, when a role is apposed to it (« (à) Lutry Rupert Untel, porte-parole »)."""
        behind = tokens[end : end + 4]
        if not behind or behind[0].text != "," or not any(t.fold in self._words.roles for t in behind[1:]):
            return at
        return end - 2 - (end - at > 3 and tokens[end - 2].fold in self._words.particles)

    def _given(self, token: Token) -> str | None:
        """The gender of a given name, « Jean-Emmanuel » going by its first part; None when it is none."""
        return self._words.given.get(token.fold) or self._words.given.get(token.fold.split("-")[0])

    def _elsewhere(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether a name is a place's or a state's, by what stands before it or by what it says."""
        words = self._words
        before = tokens[at - 1].fold if at else ""
        if (before in words.locatives and not self._sourced(tokens, at)) or before in words.place_openers:
            return True
        article = before in words.determiners and before not in words.belonging
        if article and (at < 2 or tokens[at - 2].fold not in words.roles):
            return True
        return self._world.country(tokens, at) is not None or self._world.metonym(tokens[at].text) is not None

    def _sourced(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the preposition before token `at` belongs to a word that names a source (« according to X »)."""
        return at > 1 and tokens[at - 2].fold in self._words.sourcing

    def _plausible(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """Whether a name without any sign that it is a person's can be one: no body's word, no known place."""
        if any(t.text in self._words.foreign or t.fold in self._words.heads for t in tokens[at:end]):
            return False
        return self._world.place(tokens, at, end) is None

    def _parts(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The sounds of a name's parts, « Abd » and « Abou » with the next, particles left out."""
        parts: list[str] = []
        servant = ""
        for token in tokens:
            word = token.fold
            if word in self._words.servants:
                servant = token.text + " "
            elif word != "." and not (word in self._words.particles and token.text[0].islower()):
                parts.append(sound(servant + token.text))
                servant = ""
        if servant:
            parts.append(sound(servant))
        return tuple(part for part in parts if part)


def _loud(tokens: Sequence[Token]) -> bool:
    """Whether a headline writes most words with capitals, so that capitals tell nothing."""
    long = [t for t in tokens if len(t.text) > 3 and t.text[0].isalpha()]
    return len(long) >= 4 and sum(t.text[0].isupper() for t in long) / len(long) > _MANY_CAPITALS
