"""Reports: who is said to have said what, in one sentence: a cue, its source beside it, its content before or behind."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from recoupe.languages.lexicon import Hit
from recoupe.model.attribution import Stance
from recoupe.stages.first.contents import QUOTES, Report, Unheard, cut, quoted
from recoupe.stages.first.lines import Line
from recoupe.stages.first.speaker import Speaker
from recoupe.stages.first.voices import Voices

_SOFT = re.compile(r"[,;:.!?…()\[\]،؛؟—–\n]")
"""Marks that end the words for a source; quotation marks may stand around its name."""
_FAR = 16
"""Words from a cue to the word that opens its content, at most."""
_LONGEST = 14
"""Words of a source."""
_TITLE = 7
"""Words in front of a headline's colon."""


class Reports:
    """Reads the reports of one article, sentence by sentence in reading order."""

    def __init__(self, text: str, voices: Voices) -> None:
        self._text, self._voices = text, voices
        self._before_line: Line | None = None
        self._spoke: Speaker | None = None
        """Who spoke last in the sentence before, where all its cues were understood."""

    def of(self, line: Line) -> tuple[list[Report], list[Unheard]]:
        """The reports of a sentence in the order of their cues, and the cues that were not understood."""
        found: list[Report] = []
        unheard: list[Unheard] = []
        if line.kind == "title" and (headline := self._headline(line)) is not None:
            found.append(headline)
        unheard += [
            Unheard(line.spans[h.first][0], line.spans[h.last - 1][1], "it is denied that this was said", near=True)
            for h in line.of("cues")
            if any(n.last == h.first for n in line.of("not")) and not line.over(h.first, "before", "notices")
        ]
        cues = [h for h in line.of("before", "cues") if h.kind == "before" or self._is_cue(line, h)]
        for hit in cues:
            outcome = self._before(line, hit, found) if hit.kind == "before" else self._cue(line, hit, found)
            if isinstance(outcome, Report):
                found = [self._within(line, each, outcome) for each in found]
                found.append(outcome)
                self._voices.heard(outcome.speaker)
                inner = self._taken_from(line, hit) if outcome.stance == "quote" else self._relayed(line, hit, outcome)
                if inner is not None:
                    found.append(inner)
            elif outcome:
                unheard.append(Unheard(line.spans[hit.first][0], line.spans[hit.last - 1][1], outcome))
        self._before_line = line
        self._spoke = found[-1].speaker if found and not unheard else None
        return cut(found, self._text), unheard

    @staticmethod
    def _within(line: Line, inner: Report, outer: Report) -> Report:
        """The report; of « X со ссылкой на Y сообщает, что … » Y's stands on X's words, and has their content."""
        if inner.cue is None or outer.cue is None or inner.inside is not None or inner.speaker == outer.speaker:
            return inner
        at = line.word_at(inner.cue[0])
        if outer.carried or not outer.speaker.last <= at or not inner.cue[1] <= outer.cue[0] <= outer.start:
            return inner
        told = line.at(at, "before")
        if told is None or told.value != "from":
            return inner
        return replace(
            outer, cue=inner.cue, speaker=inner.speaker, carried=False, stance="say", inside=outer.cue, breaks=None
        )

    def _is_cue(self, line: Line, hit: Hit) -> bool:
        if line.over(hit.first, "before", "notices"):
            return False
        if hit.value == "quote" and not any(0 <= h.first - hit.last <= _LONGEST for h in line.of("about")):
            return False  # « نُقل … إلى المستشفى »: carried, not quoted
        return not any(h.last == hit.first for h in line.of("not"))

    def _headline(self, line: Line) -> Report | None:
        """« Конашенков: в Ираке … », « الأمم المتحدة: … »."""
        colon = next((n for n in range(1, min(_TITLE, len(line.words))) if line.gaps[n].strip() == ":"), None)
        if colon is None:
            return None
        speaker = self._voices.speaker(line, 0, colon, oblique=False)
        if speaker is None or (speaker.first, speaker.last) != (0, colon):
            return None
        return self._report(line, None, speaker, colon, len(line.words), "say", False, None)

    def _before(self, line: Line, hit: Hit, found: Sequence[Report]) -> Report | str:
        """« по данным ООН, … », « …، بحسب المرصد »."""
        stop = hit.last if hit.value == "his" else self._source_end(line, hit.last)
        speaker = self._voices.speaker(line, hit.last, stop, oblique=True)
        speaker = self._voices.last if hit.value == "his" else speaker
        if speaker is None:
            return "who is quoted could not be told"
        cue = (line.spans[hit.first][0], line.spans[hit.last - 1][1])
        for outer in found:  # « передаёт агентство со ссылкой на … »: what the one relays, the other says
            if outer.cue is not None and line.start <= outer.cue[0] < cue[0]:
                word = line.word_at(outer.cue[0])
                apart = outer.end <= outer.cue[0] or outer.start >= line.spans[speaker.last - 1][1]
                if not line.parted(word, hit.first) and apart and not speaker.first < word:
                    return replace(outer, cue=cue, speaker=speaker, carried=False, inside=outer.cue, breaks=None)
        if line.at(0, "this") and hit.first > 0:  # « Об этом … со ссылкой на … »
            return "what is reported could not be told"
        opens = (
            hit.first == 0 or line.ending(hit.first, "joins") is not None or line.ending(hit.first, "ends") is not None
        )
        opens = opens or (hit.prefix != "" and not line.of("cues")) or line.gaps[hit.first].strip() in (";", "؛", ":")
        relative = line.at(stop, "ends")
        closes = stop >= len(line.words) or (relative is not None and relative.value == "clause" and not opens)
        closes = closes or (not opens and not any(map(line.mark, range(stop, len(line.words)))))
        that = next((h for h in line.of("ends") if h.value == "that" and h.first == stop), None)
        if that is not None and not line.mark(hit.first) and that.last < len(line.words):  # « ذكرت صحيفة نقلا عن … أن »
            return self._report(line, cue, speaker, that.last, len(line.words), "say", False, None)
        if opens and not closes:  # « Если верить очевидцам, отметил он, … »
            stop = self._past_cue(line, stop)
        first, last = (stop, len(line.words)) if opens else (0, hit.first if closes else len(line.words))
        if opens and closes:
            first, last = 0, hit.first
        if first >= last:
            return "what is reported could not be told"
        return self._report(line, cue, speaker, first, last, "say", hit.value == "his", None)

    def _past_cue(self, line: Line, first: int) -> int:
        """Behind the short clause of another cue that begins at `first`; `first` where there is none."""
        if not _SOFT.search(line.gaps[first]) or not line.at(first, "cues"):
            return first
        end = self._soft_end(line, first + 1)
        return end if end < len(line.words) else first

    def _source_end(self, line: Line, first: int) -> int:
        """Behind the words for a source that begin at `first`: up to a mark, a predicate, a number or another clause."""
        at, held = first, None
        while at < min(len(line.words), first + _LONGEST):
            if at > first and _SOFT.search(line.gaps[at]):
                return at
            time = line.at(at, "times")
            if line.at(at, "done", "did", "ends", "cues") or line.words[at][0].isdecimal():
                break
            if time is not None and time.value != "not":
                break
            within = line.at(at, "inside")
            if within is not None and self._voices.is_source(line, within.last):
                at = within.last
            elif at > first and held is None and line.at(at, "at") and not line.over(at, "bodies", "before"):
                held = at  # « по данным агентства по устранению последствий, … »: unless a mark comes first
            at += 1
        if at < len(line.words) and held is not None:
            return held
        return at

    def _cue(self, line: Line, hit: Hit, found: Sequence[Report]) -> Report | str:
        cue = (line.spans[hit.first][0], line.spans[hit.last - 1][1])
        stance = cast(Stance, hit.value)
        begin = self._clause_start(line, hit.first)
        if (earlier := self._of_this(line, hit, cue, stance, found)) is not None:
            return earlier
        if hit.value == "accuse" and not self._voices.subject_first:
            return "who accuses and who is accused could not be told apart"
        opening = self._opening(line, hit, self._speaker(line, begin, hit.first, hit) is not None)
        joint = line.ending(hit.first, "joins")
        breaks = line.spans[joint.first][0] if joint is not None else line.spans[hit.first][0] if hit.prefix else None
        if begin > 0 and line.at(begin, "joins"):
            breaks = line.spans[begin][0]
        if opening is not None:
            content, until = opening
            speaker, carried = self._subject(line, begin, hit, min(until, self._soft_end(line, hit.last)), found)
            if speaker is None:
                return "who says it could not be told"
            if content >= len(line.words):
                return "what is said could not be told"
            return self._report(line, cue, speaker, content, self._stop(line, content), stance, carried, breaks)
        quoted = (
            self._text[line.start : line.spans[begin - 1][1] + 1].rstrip(" ,،")[-1:] in QUOTES.values()
            if begin
            else False
        )
        if begin > 0 and line.at(begin, "joins", "ends") is None and (quoted or self._voices.subject_first):
            stop = self._soft_end(line, hit.last)
            speaker, carried = self._subject(line, begin, hit, stop, found, told=True)
            if speaker is None:
                return "who says it could not be told"
            inserted = stop < len(line.words) and line.at(0, "before") is not None and begin <= _LONGEST
            return self._report(line, cue, speaker, 0, len(line.words) if inserted else begin, stance, carried, None)
        return "what is said could not be told"

    def _taken_from(self, line: Line, hit: Hit) -> Report | None:
        """Whom one who quotes has it from: « نقلت … عن مسؤول قوله إن … »."""
        about = next((h for h in line.of("about") if 0 <= h.first - hit.last <= _LONGEST), None)
        that = next((h for h in line.of("ends") if h.value == "that" and about and h.first >= about.last), None)
        if about is None:
            return None
        notice = next((h for h in line.of("notices") if h.first > about.last), None)
        opens = notice is not None and (":" in line.gaps[notice.last] or set(line.gaps[notice.last]) & set(QUOTES))
        if notice is not None and opens and (that is None or notice.last <= that.first):  # « قوله: «…» »
            start, told = notice.last, notice.first
        elif that is not None:
            start, told = that.last, notice.first if notice is not None and notice.first < that.first else that.first
        else:
            return None
        if start >= len(line.words):
            return None
        speaker = self._voices.speaker(line, about.last, told, oblique=True)
        if speaker is None:
            return None
        cue = (line.spans[about.first][0], line.spans[about.last - 1][1])
        return self._report(line, cue, speaker, start, len(line.words), "say", False, None)

    def _relayed(self, line: Line, hit: Hit, outer: Report) -> Report | None:
        """« …، بحسب ما نقلت رويترز عن مسؤول »: whom one who quotes has it from, where what is said stands elsewhere."""
        quotes = any(h.value == "quote" and hit.first <= h.first < hit.last for h in line.of("cues"))
        about = line.at(outer.speaker.last, "about") if hit.kind == "before" and quotes else None
        if about is None or line.mark(about.first) or outer.cue is None:
            return None
        speaker = self._voices.speaker(line, about.last, self._source_end(line, about.last), oblique=True)
        if speaker is None:
            return None
        cue = (line.spans[about.first][0], line.spans[about.last - 1][1])
        return replace(outer, cue=cue, speaker=speaker, inside=outer.cue, breaks=None)

    def _of_this(
        self, line: Line, hit: Hit, cue: tuple[int, int], stance: Stance, found: Sequence[Report]
    ) -> Report | None:
        """« Об этом сообщил … »: what is said is the sentence before."""
        before = self._before_line
        if before is None or before.block != line.block or not line.at(0, "this") or found:
            return None
        first = line.hits[0].last
        speaker = self._speaker(line, hit.last, self._soft_end(line, hit.last), hit)
        speaker = speaker or self._speaker(line, first, hit.first, hit)
        return (
            None if speaker is None else self._report(before, cue, speaker, 0, len(before.words), stance, False, None)
        )

    @staticmethod
    def _stop(line: Line, first: int) -> int:
        """Where what begins at `first` ends: at the end of the sentence, or where something else is set against it."""
        for hit in line.of("joins"):
            if hit.value == "while" and hit.first > first and line.mark(hit.first):
                return hit.first
        return len(line.words)

    def _speaker(self, line: Line, first: int, last: int, hit: Hit) -> Speaker | None:
        """Who is named in the stretch; a body inside which something is said (« в Пентагоне ») only with a cue for it."""
        start = next((n for n in range(first, last) if not line.over(n, "times", "joins")), first)
        impersonal = line.at(hit.first, "impersonal") is not None
        speaker = self._voices.speaker(line, first, last, oblique=impersonal)
        within = line.at(start, "inside")
        if speaker is None or within is None or impersonal or line.words[hit.last - 1].endswith(self._voices.plural):
            return speaker
        return None if speaker.first == within.last and speaker.entity.kind != "person" else speaker

    def _opening(self, line: Line, hit: Hit, subject: bool) -> tuple[int, int] | None:
        """The word with which what is said begins, behind the cue, and the word up to which its source may stand.

        `subject`: who speaks stands in front of the cue.
        """
        inserted = False
        if subject and hit.value in ("accuse", "deny") and not line.mark(hit.last):
            that = next((h for h in line.of("ends") if h.first >= hit.last and h.value == "that"), None)
            about = line.at(hit.last, "about")
            return (that.last, that.first) if that is not None and about is None else (hit.last, hit.last)
        for at in range(hit.last, min(len(line.words), hit.last + _FAR)):
            that = line.at(at, "ends")
            if that is not None and that.value == "that" and not self._other_cue(line, hit, at):
                return that.last, that.first
            if line.gaps[at].strip().rstrip('«“„" ') == ":" and at > hit.first:
                return at, at
            if at > hit.last and _SOFT.search(line.gaps[at]) and not self._inserted(line, hit.last, at):
                follows = line.at(at, "ends")
                if line.at(at, "before") is None and (follows is None or follows.value != "that"):
                    if self._voices.subject_first:
                        break
                    inserted = True
            if inserted:
                continue
            about = line.at(at, "about") if not line.over(at, "before") else None
            medium = line.at(at, "before")
            if medium is not None and not line.mark(at) and at > hit.last and not self._voices.subject_first:
                return at, at
            near = not subject or not self._voices.subject_first
            near = near or all(line.over(n, "times", "at", "joins", "more") for n in range(hit.last, at))
            if about is not None and near and about.last < len(line.words) and not self._before_that(line, about):
                return about.first, about.first
            deed = line.at(at, "doing", "tolls")
            if deed is not None and near and (deed.kind == "doing" or not self._colon(line, at)):
                return at, at
            start = next((b.first for b in line.bounds if b.kind == "bound" and b.last == at), at)
            if line.words[at][0].isdecimal() and hit.value == "estimate" and start == hit.last:
                return start, start
        return None

    @staticmethod
    def _colon(line: Line, at: int) -> bool:
        return any(line.gaps[n].strip() == ":" for n in range(at + 1, min(len(line.gaps), at + 4)))

    @staticmethod
    def _inserted(line: Line, first: int, at: int) -> bool:
        """Whether a « по данным … » that began between commas ends here."""
        return any(first <= h.first < at for h in line.of("before"))

    @staticmethod
    def _before_that(line: Line, about: Hit) -> bool:
        """« о том, что », « إلى أن »: the content begins behind « that »."""
        return any(about.last <= h.first <= about.last + 1 and h.value == "that" for h in line.of("ends"))

    @staticmethod
    def _other_cue(line: Line, hit: Hit, at: int) -> bool:
        return any(hit.last <= h.first < at for h in line.of("cues") if not line.over(h.first, "before"))

    def _subject(
        self, line: Line, begin: int, hit: Hit, stop: int, found: Sequence[Report], *, told: bool = False
    ) -> tuple[Speaker | None, bool]:
        """Who speaks: named in front of the cue or behind it, or, where nobody is, whoever spoke before."""
        sides = [(begin, hit.first), (hit.last, stop)]
        if told or not self._voices.subject_first:
            sides.reverse()
        if not told and begin > 0:  # « X, близкий к Y, сообщил, что … »
            sides.append((0, self._soft_end(line, 1)))
        for first, last in sides:
            speaker = self._speaker(line, first, last, hit)
            if speaker is not None:
                return speaker, False
        bare = self._only_joins(line, begin, hit.first, hit.last, stop)
        if bare and found:
            return found[-1].speaker, True
        if bare and begin == 0 and self._spoke is not None and not self._voices.subject_first:
            return self._spoke, True
        return None, False

    @staticmethod
    def _only_joins(line: Line, *stretches: int) -> bool:
        words = [*range(*stretches[:2]), *range(*stretches[2:])]
        return all(line.over(n, "joins", "more", "times", "about") for n in words)

    @staticmethod
    def _clause_start(line: Line, at: int) -> int:
        while at > 0 and not _SOFT.search(line.gaps[at]):
            at -= 1
        return at

    @staticmethod
    def _soft_end(line: Line, at: int) -> int:
        while at < len(line.words) and not _SOFT.search(line.gaps[at]) and line.at(at, "before") is None:
            at += 1
        return at

    def _report(
        self,
        line: Line,
        cue: tuple[int, int] | None,
        speaker: Speaker,
        first: int,
        last: int,
        stance: Stance,
        carried: bool,
        breaks: int | None,
    ) -> Report:
        start, end = line.spans[first][0], line.spans[last - 1][1]
        if last == len(line.words):
            end = line.spans[last - 1][1] + len(line.gaps[last].rstrip(" .!?…؟\n"))
        if first == 0:
            start = line.start
        start, end, form = quoted(self._text, line, start, end)
        return Report(cue, speaker, carried, start, end, form, stance, breaks=breaks)
