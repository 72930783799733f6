"""Trailing: cues whose speaker stands before the verb, behind what is said (« “…,” the mayor said »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.around import around
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.turned import asks, clause_before
from recoupe.stages.attribute.forms.turned_sources import names_someone
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, DASHES, OPENING

_COMMA = frozenset(",")
_AFTER = frozenset(",.;!?…»)–—")


def trailing(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« “…”, the mayor said », « …, officials said on Monday. »: who speaks stands before the verb, behind what is said."""
    if (
        not (line.traits.trailing_speakers or _behind_quotation(line, quotes, group))
        or "inserted" not in group.cue.frames
        or group.subject is not None
        or group.kind != "finite"
    ):
        return None
    end = _past_telling(line, group)
    if end < line.n and line.folds[end] not in _AFTER:
        return None
    source = _speaker_behind(line, quotes, group)
    if source is None:
        return None
    before = source[0] - 1
    if line.folds[before] == "," and not clause_before(line, quotes, before) and line.word_in(end, _COMMA) is False:
        return None
    content = around(line, quotes, group, groups, before, end, source[0])
    if content is None:
        return None
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )


def _behind_quotation(line: Line, quotes: Quotes, group: Group) -> bool:
    """Whether a quotation opens the sentence, and who says it stands behind its comma (« « … », le maire a dit lundi »)."""
    mark = next((k for k in range(group.start - 1, 0, -1) if line.folds[k] in CLOSING), None)
    if mark is None or not line.word_in(mark + 1, _COMMA) or group.lemma not in line.pack.cues.telling:
        return False
    quote = quotes.closing(line.tokens[mark].end)
    return quote is not None and quote.start <= line.tokens[0].start


def _past_telling(line: Line, group: Group) -> int:
    """The index after when, where and to whom something was told, behind the verb (« said on Monday in a statement »)."""
    i = line.skip(group.end)
    if asks(line, group):
        return i  # « warned residents to leave »
    if "told" in group.cue.frames and i < line.n and line.is_word(i) and line.folds[i] not in line.words.prepositions:
        i = _past_noun(line, i)
    while i < line.n and line.folds[i] in either(line.words.prepositions, line.grammar.told):
        i = line.skip(_past_noun(line, i + 1))
        if i < line.n and line.participle(i):
            i = _past_noun(line, i + 1)  # « in a report published in Geneva »
    return i


def _past_noun(line: Line, i: int) -> int:
    """The index after a noun phrase that begins at `i`: at the next mark, preposition of place or verb."""
    k = i
    while k < line.n and (line.is_word(k) or line.folds[k] in line.pack.voices.possessors):
        if line.participle(k) and line.word_in(k - 1, line.words.channels):
            k += 1  # « in a statement sent to Reuters »
            continue
        if k > i and (line.folds[k] in line.words.circumstance or line.verb_here(k) or line.opens_clause[k]):
            break
        k += 1
    return k


def _speaker_behind(line: Line, quotes: Quotes, group: Group) -> Stretch | None:
    """The noun phrase right before the verb that a comma or a closing quotation mark parts from what is said."""
    j = line.skip_back(group.start)
    floor = 0
    for k in range(j - 1, -1, -1):
        spaced = line.tokens[k - 1].end < line.tokens[k].start if k else True
        if line.folds[k] in CLOSING or (line.folds[k] in DASHES and spaced):  # not « 19-year-old »
            floor = k + 1
            break
        if line.folds[k] in (";", ":"):
            floor = k + 1  # « BANGKOK: a raid killed ten, locals said »
            break
        if line.folds[k] in OPENING:
            return None
    floor += floor > 0 and line.word_in(floor, _COMMA)  # « “…”, one resident said »
    last = j - 1
    if last > floor and line.folds[last] == ",":
        last -= 1  # « Petrenko, a doctor, said »
    commas = [k for k in range(floor, last + 1) if line.folds[k] == ","]
    mark = floor - 1 - line.word_in(floor - 1, _COMMA)
    parted = mark >= 0 and quotes.closing(line.tokens[mark].end) is not None
    starts = [k + 1 for k in reversed(commas)] + ([floor] if parted or line.word_in(mark, DASHES) else [])
    found: Stretch | None = None
    for start in starts:
        if start > last or line.main_verb(start, j) is not None:
            break
        candidate = start, last + 1
        if found is not None and not (
            _has_apposition(line, start, found[0] - 1)
            or _apposes_name(line, candidate, found)
            or (parted and start == floor and all(line.capital(k) for k in range(start, found[0] - 1)))
        ):
            break
        if line.word_in(start, line.grammar.indefinite) and line.word_in(start + 1, line.grammar.taken_up):
            return None  # « …, a claim the army denies »
        if line.folds[start] in line.words.relatives and found is None:
            continue  # « Um Khalil, who has been displaced, said »
        if line.folds[start] in line.words.subordinators or line.folds[start] in line.words.coordinators:
            break
        if line.word_in(start, line.words.speakers) or names_someone(line, group, candidate, quoted=parted):
            found = candidate
        elif found is None and start != floor and not _names_beside(line, start):
            break
    if found is None or found[0] == 0 or line.folds[found[0] - 1] not in (",", *CLOSING, *DASHES):
        return None
    return found


def _has_apposition(line: Line, start: int, comma: int) -> bool:
    """Whether a name stands before the comma, and what follows only says who that is."""
    return (line.named(comma) and line.tokens[start].start == next(
        (m.span.start for m in line.mentions if m.span.end == line.tokens[comma - 1].end), -1
    )) or (line.named(comma) and line.human(start))  # fmt: skip


def _apposes_name(line: Line, described: Stretch, name: Stretch) -> bool:
    """Whether a person's name follows what the person is (« the governor of the province, Awa Diallo, said »)."""
    at, end = line.tokens[name[0]].start, line.tokens[name[1] - 1].end
    closed = line.word_in(name[1], _COMMA)  # « the UN mission in Mali, MINUSMA, said »
    named = any(
        m.span.start == at and m.span.end <= end and (m.entity.kind == "person" or closed) for m in line.mentions
    )
    described = described[0], name[0] - 1
    return named and line.speaks(*described) and line.main_verb(*described) is None


def _names_beside(line: Line, start: int) -> bool:
    return line.word_in(start, line.grammar.indefinite)
