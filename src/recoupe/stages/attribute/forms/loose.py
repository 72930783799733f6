"""Loose quotations: those that no cue introduces (carried on, set after a colon, under a speaker's name)."""

from collections.abc import Sequence

from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, after_connectors
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_COLON = frozenset(":")
_FEWEST_WHOLE = 3
"""A quotation that is a sentence by itself may be shorter (« Mais c'est possible »)."""
_LONGEST_SPEAKER = 8
"""Words at most of who speaks, behind the colon that closes a headline."""
_FEWEST_WORDS = 6
"""A quotation shorter than this, without a cue, is a word held at arm's length (« libérée »), not a statement."""


def loose_quotes(lines: Sequence[Line], quotes: Quotes, drafts: Sequence[Draft], places: frozenset[int]) -> list[Draft]:
    """The statements in quotation marks that no draft covers; their source is named beside them or is the one
    before. `places` are the offsets at which places are named."""
    covered = [(d.content.start, d.content.end) for d in drafts]
    found: list[Draft] = []
    for quote in quotes.all:
        inner = quote.inner_end - quote.inner_start
        if any(min(b, quote.inner_end) - max(a, quote.inner_start) >= 0.6 * inner for a, b in covered):
            continue
        line = next((one for one in lines if one.sentence.start <= quote.start < one.sentence.end), None)
        if line is None:
            continue
        draft = _read(line, quotes, quote, places)
        if draft is not None:
            found.append(draft)
    return found


def _read(line: Line, quotes: Quotes, quote: Quote, places: frozenset[int]) -> Draft | None:
    first = line.index(quote.start)
    content = Content(quote.inner_start, quote.inner_end, "direct")
    inner_words = sum(1 for t in line.tokens[first:] if t.end <= quote.inner_end and (t.text[0].isalnum()))
    multi = quote.end > line.sentence.end
    if first >= 1 and line.folds[first - 1] == ":":
        return _after_colon(line, first - 1, content, places)
    if first == 0 and not multi and line.sentence.kind != "paragraph":
        beneath = _before_colon(line, line.index(quote.end))
        if beneath is not None:
            return Draft(line, chars(line, beneath), None, content, "say")
    if line.word_in(first - 1, _COMMA) and inner_words >= _FEWEST_WHOLE and quote.end >= line.sentence.end - 2:
        beside = _subject_beside(line, first)
        if beside is not None:
            return Draft(line, chars(line, beside), None, content, "say")
    whole = quote.start <= line.sentence.start and quote.end >= line.sentence.end - 1
    if not multi and inner_words < (_FEWEST_WHOLE if whole else _FEWEST_WORDS):
        return None
    has_verb = multi or any(
        form.finite
        for k in range(first, min(line.n, line.index(quote.inner_end)))
        for _, form in line.verbs.analyses(line.folds[k])
    )
    if not has_verb:
        return None
    if first == 0 or line.folds[first - 1] in (",", "–", "—", "-"):
        return Draft(line, None, None, content, "say", carried=True)
    return None


def _after_colon(line: Line, colon: int, content: Content, places: frozenset[int]) -> Draft | None:
    """« Un rapport apporte la même conclusion : « … » »; « Zakharova : « … » »."""
    verb = line.main_verb(0, colon)
    if verb is None and after_connectors(line, 0, colon) == colon:
        return Draft(line, None, None, content, "say", carried=True)  # « Puis : « … » »
    if verb is None and (behind := _replying(line, colon)) is not None:
        return Draft(line, chars(line, behind), None, content, "say")
    if verb is None and (told := _told_first(line, colon)) is not None:
        return Draft(line, chars(line, told), None, content, "say")
    if verb is None:
        person = any(m.span.start == line.sentence.start and m.entity.kind == "person" for m in line.mentions)
        longest = 14 if person or line.sentence.kind != "paragraph" else 6
        where = line.tokens[0].start in places and not line.mentions  # « Goma : « Nous n'avons plus rien » »
        if colon <= longest and not where and _names_voice(line, colon):
            return Draft(line, chars(line, (0, colon)), None, content, "say")
        return Draft(line, None, None, content, "say", carried=True)
    left = verb
    while left > 0 and line.folds[left - 1] in line.words.clitics:
        left -= 1
    source = subject(line, left)
    if source is not None and (line.voice(*source) or line.folds[source[0]] in line.words.speakers):
        return Draft(line, chars(line, source), chars(line, (verb, min(colon, verb + 5))), content, "say")
    return Draft(line, None, None, content, "say", carried=True)


def _told_first(line: Line, colon: int) -> Stretch | None:
    """Who opens a sentence whose verb no list knows, before the colon of a quotation (« Un rescapé, joint par radio, n'en
    démord pas : « … » »); or None."""
    if line.sentence.kind != "paragraph" or not line.word_in(0, line.words.openers) or line.traits.open_clauses:
        return None
    end = line.head(0, colon)
    if end >= colon or not any(line.human(k) for k in range(1, end)):
        return None
    comma = next((k for k in range(end, colon) if line.folds[k] == ","), colon)
    behind = line.tokens[comma + 1].start if comma + 1 < colon else -1
    name = next((m for m in line.mentions if m.span.start == behind and m.entity.kind == "person"), None)
    doing = any(line.word_in(k, line.grammar.ne) for k in range(end, colon)) or comma < colon
    if not doing:
        return None
    return (0, line.stop(name.span.end)) if name is not None else (0, end)


def _replying(line: Line, colon: int) -> Stretch | None:
    """« Réponse du ministre : », « Même constat chez les médecins : »: who replies, or None."""
    for k in range(1, colon - 1):
        size = line.phrase_at(k, line.pack.cues.sides)
        if not size and line.folds[0] in line.grammar.replies and line.folds[k] in line.grammar.of_contracted:
            size = 1
        if size and k + size < colon and line.speaks(k + size, colon):
            return k + size, colon
    return None


def _names_voice(line: Line, colon: int) -> bool:
    """Whether the words before the colon name who speaks, not what it is about (« Guerre au Liban : « … » »)."""
    head = line.head(0, colon)
    end = line.tokens[head - 1].end
    if any(m.span.start < end and not line.topic(m) for m in line.mentions):
        return True
    spoken = any(line.human(k) or line.folds[k] in line.words.speakers for k in range(head))
    name = colon == 1 and not line.mentions and line.tokens[0].text[0].isalpha()  # « 23h54 » is none
    return spoken or name or any(line.capital(k) for k in range(1, head))


def _subject_beside(line: Line, opening: int) -> Stretch | None:
    """« Le ministre a été ferme, « aucun accord n'est possible » »: the subject of the clause before a quotation that
    has a verb of its own and no verb of saying."""
    verb = line.main_verb(0, opening - 1)
    if verb is None or line.main_verb(opening + 1, line.n) is None:
        return None
    source = subject(line, verb)
    return source if source is not None and line.speaks(*source) else None


def _before_colon(line: Line, at: int) -> Stretch | None:
    """« « Nous ne céderons pas » : le président défie la Cour »: the subject of the clause behind the quotation."""
    if not line.word_in(at, _COLON):
        return None
    verb = line.main_verb(at + 1, line.n)
    source = subject(line, verb, at + 1) if verb is not None else None
    return source if source is not None and line.speaks(*source) else None


def _behind_colon(line: Line, quotes: Quotes) -> Draft | None:
    """« Raid kills 12 in the north: officials »: a headline with the speaker behind a colon at its end, or None."""
    if not line.traits.trailing_speakers:
        return None
    back = range(line.n - 2, max(1, line.n - _LONGEST_SPEAKER), -1)
    colon = next((k for k in back if line.folds[k] == ":" or _spaced_dash(line, k)), None)
    if colon is None or line.folds[-1] in ("?", "»") or line.main_verb(colon + 1, line.n) is not None:
        return None
    first = colon + 1
    counted = line.counts(first, line.n) or any(not line.is_word(k) for k in range(first, line.n))
    named = line.human(line.n - 1) or any(
        m.span.end == line.tokens[-1].end and not line.topic(m) and m.entity.kind != "person" for m in line.mentions
    )
    said = line.main_verb(0, colon) is not None or line.counts(0, colon)
    if counted or not named or not said:
        return None
    start, end = line.tokens[0].start, line.tokens[colon - 1].end
    return Draft(line, chars(line, (first, line.n)), None, stretch(line, quotes, start, end), "say")


def _spaced_dash(line: Line, k: int) -> bool:
    """Whether a dash with white space before it stands at token `k` (« … – governor », not « Deir-Hafir »)."""
    return line.tokens[k].text in "–—-" and line.tokens[k - 1].end < line.tokens[k].start


def _parts_source(line: Line, k: int) -> bool:
    """Whether a dash stands at token `k` behind which a headline names its source; a hyphen parts a toll from it."""
    long = line.tokens[k].text in "–—"
    return long or (k > 0 and _spaced_dash(line, k) and line.counts(0, k))


def bracketed(line: Line, quotes: Quotes) -> Draft | None:
    """« 35 civils tués à Mayadine (OSDH) », « … – OSDH »: a headline closed by the name of its source."""
    if line.sentence.kind == "paragraph" or line.n < 5:
        return None
    behind = _behind_colon(line, quotes)
    if behind is not None:
        return behind
    last = line.n - 1 if line.folds[-1] == ")" else line.n
    opened = next((k for k in range(last - 1, -1, -1) if line.folds[k] == "(" or _parts_source(line, k)), None)
    if opened is None or not 1 < last - opened <= 9 or opened == 0 or (line.folds[opened] == "(") != (last < line.n):
        return None
    head = line.tokens[opened - 1].end
    if not line.counts(0, opened) and (
        opened == 1 or any(m.span.end == head and m.span.start == line.tokens[0].start for m in line.mentions)
    ):
        return None  # « OCHA – Bureau de la coordination des affaires humanitaires »: a name and what it stands for
    start, end = line.tokens[opened + 1].start, line.tokens[last - 1].end
    named = line.human(opened + 1) or all(
        line.human(k) or line.folds[k] in line.words.determiners for k in range(opened + 1, last)
    )
    if not named and not any(
        m.span.start <= start and end <= m.span.end and m.entity.kind in ("body", "media", "party", "state", "person")
        for m in line.mentions
    ):
        return None
    colon = next((k for k in range(opened - 1, 0, -1) if line.folds[k] == ":"), None)
    first = colon + 1 if colon is not None and line.main_verb(0, colon) is None else 0
    content = stretch(line, quotes, line.tokens[first].start, line.tokens[opened - 1].end)
    return Draft(line, (start, end), None, content, "say")
