"""Gapping: speakers who share the verb of the one before, each with a count of his own (token indexes within a line).

« Le maire a parlé de 12 morts, le préfet de 15 et l'hôpital de 20 »; « the army says 132 dead, medics 160 ». The verb stands once;
each further speaker is followed by a number, alone or with little behind it.
"""

from collections.abc import Iterator

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, OPENING

_MARKS = frozenset(",;")
_STOPS = frozenset(".;:!?")
_NAME = 20
"""How many words the name of a further speaker may have, with what parts him from his number."""
_TITLE = 8
"""Words of a paper's title and its quotation marks, at most."""
_BEHIND = 4
"""Within how many words behind a further number the noun stands that it counts."""
_BEFORE = 6
"""Within how many words of the verb the first speaker's number stands, where no « de » leads to it."""


def gapped(line: Line, group: Group, draft: Draft) -> list[Draft]:
    """The act, and one for each further speaker; the content of each ends where the next one is named."""
    if draft.content.form == "direct":
        return [draft]
    led = line.word_in(group.end - 1, line.grammar.of_contracted)
    if not led and not _is_count(line, draft):
        return [draft]
    told = [draft]
    while (further := _further(line, told[-1], led=led)) is not None:
        told.append(further)
    return told


def _is_count(line: Line, draft: Draft) -> bool:
    """Whether the content is no more than a count, right behind its verb (« évoque le chiffre de 12 morts », not « dit avoir tué »)."""
    first = line.index(draft.content.start)
    if draft.cue is None or line.tokens[first].start < draft.cue[1]:
        return False
    number = next((k for k in range(first, min(first + _BEFORE, line.n)) if line.numeric(k)), None)
    if number is None or line.word_in(first, line.grammar.that):
        return False
    verbs = (line.verb_here(k) or line.infinitive(k) for k in range(first, number))
    return line.traits.open_clauses or not any(verbs)


def _further(line: Line, draft: Draft, *, led: bool) -> Draft | None:
    """The act of the next speaker in the content of the last one, which is cut to end before him."""
    first, last = line.index(draft.content.start), line.stop(draft.content.end)
    beyond = last < line.n and line.folds[last] == ";"  # what is said ends with its clause
    if beyond:
        last = next((k for k in range(last + 1, line.n) if line.folds[k] in _STOPS), line.n)
    for i in range(first + 1, last - 1):
        if not _opens(line, i):
            continue
        start = i + 1 + (line.folds[i] in _MARKS and line.folds[i + 1] in line.grammar.parting)
        named = _named(line, start, last, led=led) if led or line.counts(first, i) else None
        if named is None:
            continue
        until, number = named
        end = line.tokens[last - 1].end if beyond else draft.content.end
        said = Content(line.tokens[number].start, end, draft.content.form)
        draft.content = Content(draft.content.start, line.tokens[i - 1].end, draft.content.form)
        cue = draft.cue if line.traits.open_clauses else None
        return Draft(line, chars(line, (start, until)), cue, said, draft.stance)
    return None


def _named(line: Line, start: int, last: int, *, led: bool) -> tuple[int, int] | None:
    """Where the name of a speaker at `start` ends and where his number begins; None where these are not both there."""
    if line.folds[start] in OPENING:
        return _titled(line, start, last, led=led)
    opens = line.word_in(start, line.words.openers) or line.capital(start) or line.traits.open_clauses
    if not (opens or line.stands_out(start)):
        return None
    if led:
        return _led(line, start, last)
    number = next((k for k in range(start + 1, min(start + _NAME, last)) if line.numeric(k)), None)
    if number is None:
        return None
    name = next((k for k in range(start + 1, number) if _parted(line, k, number)), number)
    until = _past_apposition(line, name, number)
    behind = _behind(line, number)
    called = until > name and all(map(line.capital, range(name + 1, until)))
    if line.folds[until:number] == [","] and (line.word_in(behind, _MARKS) or (line.is_word(behind) and not called)):
        return None  # « 12 morts, le chauffeur, trois civils », « …, l'imam Koné, 70, et trois fidèles »
    those = any(line.word_in(k, line.grammar.those) for k in range(until, number))
    if not all(_parts(line, until, number)) or not all(_names(line, k) for k in range(start, name)):
        return None
    if not _counts(line, start, until):
        return None
    end = next((k for k in range(number, last) if _opens(line, k)), last)
    alike = those or _counts_alike(line, number, end)
    return (until, number) if alike and line.main_verb(start, end) is None else None


def _titled(line: Line, start: int, last: int, *, led: bool) -> tuple[int, int] | None:
    """The same where the name is the title of a paper in quotation marks (« « Le Soir » parle de 150 morts, « La Nation » de 200 »)."""
    marks = (k for k in range(start + 2, min(start + _TITLE, last - 1)) if not line.is_word(k))
    close = next(marks, None)
    if close is None or line.folds[close] not in CLOSING or line.counts(start, close):
        return None
    at = line.tokens[start + 1].start
    if not (line.capital(start + 1) and (line.capital(close - 1) or any(m.span.start == at for m in line.mentions))):
        return None  # « 30 morts, « peut-être 40 » », « « Un carnage » de 30 morts »
    number = next((k for k in range(close + 1, min(close + _BEFORE, last)) if line.numeric(k)), None)
    if number is None or not all(_parts(line, close + 1, number)) or (led and number == close + 1):
        return None
    end = next((k for k in range(number, last) if _opens(line, k)), last)
    those = any(line.word_in(k, line.grammar.those) for k in range(close + 1, number))
    alike = led or those or _counts_alike(line, number, end)
    return (close + 1, number) if alike and line.main_verb(close + 1, end) is None else None


def _led(line: Line, start: int, last: int) -> tuple[int, int] | None:
    """The same where « de » leads to the number (« …, le préfet de 15 »)."""
    for k in range(start + 1, min(start + _NAME, last - 1)):
        if line.folds[k] in line.grammar.of and line.numeric(k + 1):
            until = next((m for m in range(start + 1, k) if line.folds[m] == "," and _aside(line, m, k)), k)
            named = line.main_verb(start, k) is None and (line.speaks(start, until) or line.weak(start, until))
            return (until, k + 1) if named else None
    return None


def _aside(line: Line, comma: int, end: int) -> bool:
    """Whether nothing but « lui », « de son côté » stands between the comma and token `end`."""
    at = comma + 1
    while at < end:
        size = line.phrase_at(at, line.words.inserted) or (
            line.word_in(at, line.words.stressed) or line.folds[at] == ","
        )
        if not size:
            return False
        at += size
    return True


def _counts(line: Line, start: int, until: int) -> bool:
    """Whether the words name somebody who may count others: a body, people, no land or camp and no share of those counted."""
    if line.weak(start, until) or line.stands_out(start):
        return True
    stop = line.head(start, until)
    if any(line.word_in(k, line.grammar.shared_out) for k in range(start, stop)):
        return False  # « …, les femmes six et les hommes quatre »
    a, b = line.tokens[start].start, line.tokens[stop - 1].end
    if any(line.topic(m) and m.span.start < b and a < m.span.end for m in line.mentions):
        return False  # « recense 900 000 réfugiés, le Tchad 600 000 »
    named = any(m.span.start < b and a < m.span.end for m in line.mentions) or line.capital(start)
    return named or any(line.human(k) for k in range(start, stop))


def _opens(line: Line, k: int) -> bool:
    return line.folds[k] in _MARKS or line.folds[k] in line.grammar.parting


def _past_apposition(line: Line, name: int, number: int) -> int:
    """Where what is set between commas behind a name that ends at `name` closes (« une ONG locale, Kal Akal, 15 »); there, if
    nothing is."""
    close = next((k for k in range(name + 1, number) if line.folds[k] == ","), None)
    if close is None or close == name + 1 or line.folds[name] != "," or line.phrase_at(name + 1, line.words.inserted):
        return name
    apposed = all(line.is_word(k) and not line.word_in(k, line.words.relatives) for k in range(name + 1, close))
    return close if apposed and not line.word_in(name + 1, line.words.stressed) else name


def _parted(line: Line, k: int, number: int) -> bool:
    """Whether the words between a speaker and his number begin at token `k`."""
    if line.folds[k] in _MARKS or line.word_in(k, line.grammar.those) or line.phrase_at(k, line.words.inserted):
        return True
    if line.adverb(k) and all(line.adverb(m) for m in range(k, number)):
        return True  # « le gouvernement | seulement trente »
    return k == number - 1 and line.word_in(k, line.grammar.of)


def _names(line: Line, k: int) -> bool:
    """Whether token `k` may stand in the name of a speaker: no mark, no joining word, no verb."""
    joins = either(line.words.coordinators, line.words.relatives, line.grammar.to)
    verbs = (f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[k]))
    return line.is_word(k) and not line.word_in(k, joins) and (line.capital(k) or line.human(k) or not any(verbs))


def _parts(line: Line, start: int, number: int) -> Iterator[bool]:
    """For each word between a speaker and his number whether it belongs there (« , elle, d'une », « celui de », « au moins »)."""
    k = start
    while k < number:
        if size := line.phrase_at(k, line.words.inserted):
            k += size
            continue
        fits = (
            line.folds[k] == "," or line.adverb(k) or line.word_in(k, either(line.grammar.those, line.words.stressed))
        )
        yield fits or line.word_in(k, line.grammar.of)
        k += 1


def _behind(line: Line, number: int) -> int:
    """The token after the number at `number`."""
    at = line.tokens[number].start
    return line.index(max((n.span.end for n in line.numerals if n.span.start == at), default=at))


def _counts_alike(line: Line, number: int, end: int) -> bool:
    """Whether the number stands for people harmed: alone, before a noun of them, or before where and when."""
    behind = _behind(line, number)
    if behind >= end or not line.is_word(behind) or behind in line.time_at:
        return True
    if line.word_in(behind, line.words.prepositions):
        return not line.word_in(behind, line.grammar.of)
    return not line.pack.cues.tolls.isdisjoint(line.folds[number : min(end, behind + _BEHIND)])
