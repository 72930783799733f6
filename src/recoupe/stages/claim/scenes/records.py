"""Records: what is the most of its kind since a day (« l'attaque la plus meurtrière depuis mai »), a day that dates no harm."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from recoupe.languages.pack import LanguagePack
from recoupe.languages.times import time_words
from recoupe.model.annotation import Sentence, TimeRef, Token
from recoupe.stages.claim.words.events import place_words, scene_words

_MARKS = frozenset(",;:()")
_REACH = 10
"""Within how many words behind « depuis » the day of an event stands."""


def part_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The tokens before `at`, from the last mark on."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _MARKS), 0)
    return tokens[first:at]


class Records:
    """Asks whether a superlative stands before « depuis »."""

    def __init__(self, pack: LanguagePack) -> None:
        places, scenes = place_words(pack), scene_words(pack)
        self._the, self._most = scenes.the, scenes.most
        self._since, self._alike, self._nots = scenes.since, scenes.alike, scenes.nots
        self._relatives, self._verbs = pack.words.relatives, pack.verbs
        self._numbers = places.counts - places.indefinite
        self._when = time_words(pack).joints.when | (pack.words.relatives & places.inside)
        self._back = (scenes.then, scenes.there)

    def is_kept(self, tokens: Sequence[Token], at: int) -> bool:
        """Whether the words before token `at` name a record: « l'attaque la plus meurtrière (depuis) », « les plus lourdes pertes de
        l'armée en une journée », « le pire attentat que le pays ait connu », « n'avait pas subi de telles pertes ».

        « les combats les plus violents ont fait 30 morts (depuis) » counts since then.
        """
        part = part_before(tokens, at)
        if any(t.fold in self._alike for t in part) and any(t.fold in self._nots for t in part):
            return True
        articles = (i for i in range(len(part) - 2, -1, -1) if part[i].fold in self._the)
        most = next((i + 2 for i in articles if part[i + 1].fold in self._most), None)
        if most is None:
            return False
        behind = part[most:]
        related = next((i for i, t in enumerate(behind) if t.fold in self._relatives), len(behind))
        return not any(
            t.text[0].isdigit() or t.fold in self._numbers or self._verbs.is_auxiliary(t.fold) for t in behind[:related]
        )

    def without(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """The tokens up to the superlative of a record behind them: « 52 morts dans un attentat, | l'un des plus meurtriers de la
        guerre »."""
        pairs = (i for i in range(len(tokens) - 1) if tokens[i].fold in self._the and tokens[i + 1].fold in self._most)
        at = next(
            (i for i in pairs if i and not any(self._verbs.is_auxiliary(t.fold) for t in tokens[i:])), len(tokens)
        )
        return tokens[:at]

    def day(self, time: TimeRef, sentence: Sentence) -> TimeRef | None:
        """The day, month or year from which a record is kept, as that of what happened then; None where none is."""
        tokens, at = sentence.tokens, sentence.first_at(time.span.start)
        if time.date_from is None or time.precision not in ("day", "month", "year"):
            return None
        if time.kind != "since":  # « depuis celle de X, en mai 2019 »
            since = next((i for i in range(at - 1, max(-1, at - _REACH), -1) if tokens[i].fold in self._since), None)
            over = since is None or any(self._verbs.is_auxiliary(t.fold) for t in tokens[since:at])
            return None if since is None or over or not self.is_kept(tokens, since) else time
        if not self.is_kept(tokens, at):
            return None
        first = date.fromisoformat(time.date_from)
        last = first
        if time.precision != "day":
            month = 12 if time.precision == "year" else first.month
            last = first.replace(month=month, day=monthrange(first.year, month)[1])
        return replace(time, date_to=last.isoformat(), kind="point" if time.precision == "day" else "interval")

    def is_told(self, time: TimeRef, sentence: Sentence) -> bool:
        """Whether the sentence goes on with what happened then: « …, quand neuf policiers avaient péri », « … : six y avaient péri »."""
        behind = sentence.folds[sentence.first_at(time.span.end) :]
        if len(behind) > 1 and behind[0] == "," and behind[1] in self._when:
            return True
        return ":" in behind and any(phrases.stand_in(behind[behind.index(":") :]) for phrases in self._back)


@cache
def records_of(pack: LanguagePack) -> Records:
    """The pack's questions about records: nothing of them depends on the document."""
    return Records(pack)
