"""What a person is called beside the name: honorific, rank, role and the body they hold it in."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.languages.voice_forms import Role
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Token
from recoupe.stages.annotate.world import World

_FARTHEST = 18
_LONGEST_IDIOM = 6
_LONGEST_OWNER = 7
"""Words of an owner before the role, at most."""
_STOPS = frozenset(',;:.!?…«»"“”–—')
_MARKS = frozenset(",–—-")


@dataclass(slots=True)
class Title:
    """What stands beside a name. `found` is False when nothing does; gender is `x` when it cannot be told."""

    found: bool = False
    gender: str = "x"
    role: str | None = None
    organisation: str | None = None

    def add(self, role: str | None, organisation: str | None, gender: str = "x", *, first: bool = False) -> None:
        """Adds a role to those already known, in front of them when `first`."""
        self.found = True
        if self.gender == "x":
            self.gender = gender
        if role and role not in (self.role or "").split(", "):
            parts = [role, self.role] if first else [self.role, role]
            self.role = ", ".join(part for part in parts if part)
        self.organisation = self.organisation or organisation


class TitleReader:
    """Reads titles around names in one article."""

    def __init__(self, text: str, words: VoiceWords, cue_words: frozenset[str], world: World) -> None:
        self._text = text
        self._words = words
        self._cue_words = cue_words
        self._world = world

    def before(self, tokens: Sequence[Token], start: int, end: int, *, full: bool) -> Title:
        """The titles in front of the name at the tokens `start` to `end`: « la porte-parole du ministère, Mme X ».

        A name that is not `full` (one word) takes a distant title only after a comma: « l'hôpital Untel » is nobody.
        """
        title = Title()
        words = self._words
        beside = tokens[start - 1].fold if start else ""
        if not start or beside in words.prepositions or beside in words.determiners or beside in words.coordination:
            return title
        if self._says(tokens, start - 1):
            return title
        at = self._adjacent(tokens, start - 1, title)
        ranked = title.role is not None
        if ranked and self._words.possessors:
            at, people, owner = self._owner_back(tokens, at)
            title.role = f"{people} {title.role}" if people else title.role
            title.organisation = title.organisation or owner
        before = tokens[at].fold if at >= 0 else ""
        if ranked and before in words.belonging:
            return title  # « la veuve du général X »: the name is the general's
        if before in words.determiners and before not in words.belonging:
            at -= 1
        if at >= 0 and tokens[at].fold in _MARKS:
            closed = end >= len(tokens) or not tokens[end].text[0].isalnum()
            if not (closed or ranked):
                return title  # « selon le gouverneur, Untel a fui »
            at -= 1
        elif (
            ranked
            or (beside in words.place_openers and not (full and self._seated(tokens, start, end)))
            or (at != start - 1 and not title.found)
            or not (full or self._of_a_people(tokens, at))
        ):
            return title
        found = self._role_back(tokens, at)
        if found is not None:
            self._take(tokens, found, at + 1, title, first=True)
        return title

    def after(self, tokens: Sequence[Token], end: int, title: Title) -> None:
        """Adds the role that follows a name ending before token `end`: « X, porte-parole du gouvernement, »."""
        at, last = end, len(tokens)
        if at >= last or tokens[at].fold not in self._words.apposition:
            return
        at += 1
        if at + 2 < last and tokens[at].text.isdigit() and not tokens[at + 2].text[0].isalnum():
            title.found = True  # « X, 45 ans, habitant de … »
            at += 3
        steps = 0
        while at < last and steps < 4 and tokens[at].fold not in self._words.roles:
            word = tokens[at].fold
            form = self._words.determiners.get(word)
            if form is not None and form.points == "possessive":
                self._relative(tokens, at, title)  # « X, son épouse, », but not « X, sa femme Y et son fils »
                return
            owned = self._words.possessors and not self._breaks(tokens, at) and word not in self._words.prepositions
            if form is None and word not in self._words.before and word not in self._words.asides and not owned:
                return
            at, steps = at + 1, steps + (not owned)
        if at >= last or tokens[at].fold not in self._words.roles or tokens[at].fold in self._words.asides:
            return
        stop = at + 1
        while stop < min(last, at + _FARTHEST) and not self._breaks(tokens, stop):
            stop += 1
        self._take(tokens, at, stop, title, first=False)

    def alone(self, tokens: Sequence[Token], end: int, title: Title, *, place: bool) -> None:
        """Adds the age or the trade that follows a name of one word ending before token `end` (« Letebrhan, 28 ans, »,
        « Gebre, instituteur, »): that word is somebody then. Of a `place`'s name only an age says so."""
        if end + 2 >= len(tokens) or tokens[end].text != ",":
            return
        noun = end + 1 + (tokens[end + 1].fold in self._words.determiners)  # « Robert, un retraité, »
        role = self._words.roles.get(tokens[noun].fold)
        aged = tokens[end + 1].text.isdigit() and tokens[end + 2].fold in self._words.ages
        trade = role is not None and role.number != "p" and self._words.noun(tokens, noun) and not place
        if aged or (trade and not (end == 1 and self._tells_mood(tokens, end))):
            self.after(tokens, end, title)

    def _tells_mood(self, tokens: Sequence[Token], comma: int) -> bool:
        """Whether the word that opens the sentence before the comma tells of the subject behind it, by its article: « Contacté, le
        maire a … », « Épuisé, un secouriste raconte … », but not « Robert, un retraité, raconte … »."""
        article = self._words.determiners.get(tokens[comma + 1].fold)
        if article is None or self._words.possessors:
            return False
        stops = (t for t in tokens[comma + 2 :] if t.text == "," or self._words.verbs.finite(t.fold))
        stop = next(stops, None)
        return article.points == "definite" or stop is None or stop.text != ","

    def _relative(self, tokens: Sequence[Token], at: int, title: Title) -> None:
        """Learns the gender of « X, son épouse, » from the noun after the possessive at token `at`."""
        if at + 2 < len(tokens) and tokens[at + 2].text == ",":
            role = self._words.roles.get(tokens[at + 1].fold)
            if role is not None and title.gender == "x":
                title.gender = role.gender

    def _adjacent(self, tokens: Sequence[Token], at: int, title: Title) -> int:
        """Reads honorifics and roles that touch the name; gives the index of the token before them."""
        while at >= 0:
            word = tokens[at].fold
            if word == "." and at and tokens[at - 1].fold in self._words.honorifics:
                at, word = at - 1, tokens[at - 1].fold
            honorific = self._words.honorifics.get(word)
            role = self._words.roles.get(word)
            if honorific is not None and (role is None or role.group != "ranks"):
                title.add(tokens[at].text if role else None, None, honorific[0])
                at -= 1
            elif role is not None and not self._words.possessors and not self._words.noun(tokens, at):
                at -= 1  # « le chef rebelle X »
            elif role is not None:
                begin = self._words.front(tokens, at)
                title.add(self._cut(tokens, begin, at + 1), None, self._gender(tokens, begin, role), first=True)
                at = begin - 1
            else:
                head = self._idiom_back(tokens, at)
                if head is None:
                    break
                begin = self._words.front(tokens, head)
                gender = self._gender(tokens, begin, self._words.roles[tokens[head].fold])
                title.add(self._cut(tokens, begin, at + 1), None, gender, first=True)
                at = begin - 1
        return at

    def _says(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the word at token `at` is a verb after what is said: « … », juge X."""
        word = tokens[at].fold
        if not at or not (word in self._cue_words or self._words.verbs.finite(word)):
            return False
        return tokens[at - 1].text in _STOPS

    def _role_back(self, tokens: Sequence[Token], at: int) -> int | None:
        """The outermost role noun of the noun phrase that ends at token `at`, or None."""
        found = None
        for index in range(at, max(-1, at - _FARTHEST), -1):
            word = tokens[index].fold
            role = self._words.roles.get(word)
            if role is not None and role.number == "p":
                if index and tokens[index - 1].fold in self._words.belonging:
                    continue  # « le porte-parole des talibans, X »
                return found  # « des artistes comme X »: not what X is
            if role is not None and self._words.noun(tokens, index):
                found = index
                front = self._words.front(tokens, index)
                before = [token.fold for token in tokens[max(0, front - 2) : front]]
                hangs = before[-1:] and before[-1] in self._words.belonging
                if len(before) > 1 and before[1] in self._words.determiners:
                    hangs = hangs or before[0] in self._words.belonging
                if not hangs:
                    return found
            elif self._breaks(tokens, index):
                return found
        return found

    def _owner_back(self, tokens: Sequence[Token], at: int) -> tuple[int, str | None, str | None]:
        """Whose the role is, by the words before it, up to token `at` (« Ukrainian air force spokesman X »): the index of
        the token before them, the adjective of a people where that is all, else whose."""
        words, end = self._words, at + 1
        while at >= 0 and end - at <= _LONGEST_OWNER:
            token = tokens[at]
            ends = (
                token.fold in words.determiners or token.fold in words.prepositions or token.fold in words.coordination
            )
            if ends or self._breaks(tokens, at) or not (token.text[0].isalnum() or token.fold in words.possessors):
                break
            if words.verbs.finite(token.fold) and token.text[0].islower() and token.fold not in words.before:
                break
            at -= 1
        stop = end - (at + 1 < end and tokens[end - 1].fold in words.possessors)
        if stop == at + 2 == end and self._people(tokens[at + 1].fold):
            return at, tokens[at + 1].text, None
        return at, None, self._cut(tokens, at + 1, stop)

    def _of_a_people(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether token `at` is a country's adjective right after one person's role (« le général libyen X »)."""
        if not at or not tokens[at].text[0].islower() or not self._people(tokens[at].fold):
            return False
        role = self._words.roles.get(tokens[at - 1].fold)
        return role is not None and role.number != "p" and self._words.noun(tokens, at - 1)

    def _seated(self, tokens: Sequence[Token], start: int, end: int) -> bool:
        """Whether a name after « le maire de la ville » can be the mayor's: no place of that name is known."""
        words = self._words
        role = start - 3 if start > 2 and tokens[start - 2].fold in words.determiners else start - 2
        held = tokens[role].fold in words.belonging and role > 0
        if held and role == start - 3:
            role -= 1
        elif tokens[start - 2].fold in words.belonging:  # « le chef du village »
            role = start - 3
        noun = words.roles.get(tokens[role].fold) if role >= 0 else None
        if noun is None or noun.number == "p" or tokens[start - 1].fold not in words.seats:
            return False
        return self._world.place(tokens, start, end) is None

    def _people(self, word: str) -> bool:
        return self._world.adjective(word) is not None

    def _breaks(self, tokens: Sequence[Token], at: int) -> bool:
        token = tokens[at]
        if token.fold in _STOPS or token.fold in self._words.relative:
            return True
        if not token.text[0].islower() or token.fold in self._words.roles:
            return False
        if self._words.verbs.is_auxiliary(token.fold):
            return True
        return token.fold in self._cue_words and self._words.verbs.finite(token.fold)

    def _take(self, tokens: Sequence[Token], head: int, stop: int, title: Title, *, first: bool) -> None:
        role = self._words.roles[tokens[head].fold]
        if self._words.possessors and not first:
            # « X, a spokesman for the army » has one, « X, the army's chief spokesman » another behind it
            for at in range(head + 1, stop):
                if tokens[at].fold in self._words.prepositions or not tokens[at].text[0].isalnum():
                    break
                if tokens[at].fold in self._words.roles:
                    head, role = at, self._words.roles[tokens[at].fold]
        begin = self._words.front(tokens, head)
        if self._words.possessors:
            title.organisation = title.organisation or self._owner_back(tokens, begin - 1)[2]
        end = self._words.role_end(tokens, head, stop, self._people)
        complement = self._words.organisation(tokens, end, stop)
        organisation = self._cut(tokens, *complement) if complement is not None else None
        title.add(self._cut(tokens, begin, end), organisation, self._gender(tokens, begin, role), first=first)

    def _idiom_back(self, tokens: Sequence[Token], at: int) -> int | None:
        """Where the idiom begins that ends with token `at` (« général de brigade »), or None."""
        for begin in range(at - 2, max(-1, at - _LONGEST_IDIOM), -1):
            if tokens[begin].fold in self._words.roles and begin + len(self._words.idiom(tokens, begin)) == at + 1:
                return begin
        return None

    def _gender(self, tokens: Sequence[Token], begin: int, role: Role) -> str:
        if role.gender == "f":
            return "f"
        form = self._words.determiners.get(tokens[begin - 1].fold) if begin else None
        if form is not None and form.gender != "x" and role.gender == "x":
            return form.gender
        return role.gender

    def _cut(self, tokens: Sequence[Token], start: int, end: int) -> str | None:
        return self._text[tokens[start].start : tokens[end - 1].end] if start < end else None
