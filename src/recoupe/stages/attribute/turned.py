"""Turned: cues that stand after or inside what is said (« …, a-t-il dit », « …, explique le maire »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.adpositions import after_quoter
from recoupe.stages.attribute.ahead import ahead
from recoupe.stages.attribute.clause_end import clause_end
from recoupe.stages.attribute.complements import que_at
from recoupe.stages.attribute.contents import Content, Quotes, stretch
from recoupe.stages.attribute.draft import Draft, chars
from recoupe.stages.attribute.edges import last_word
from recoupe.stages.attribute.following import following
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.impersonal import origin
from recoupe.stages.attribute.left_edge import left_edge
from recoupe.stages.attribute.line import CLOSING, DASHES, OPENING, Line
from recoupe.stages.attribute.open_clauses import open_clause
from recoupe.stages.attribute.sources import (
    Stretch,
    after_connectors,
    circumstantial,
    hung,
    said_between,
    segments,
    subject,
)

_COMMA = frozenset(",")
_PAUSES = frozenset(",.")


_ASKED = 6
"""Words from a verb to « to » behind whom it asks, at most."""


def asks(line: Line, group: Group) -> bool:
    """Whether whom the verb asks, and for what, stand behind it (« warned residents to leave »)."""
    near = range(group.end, min(group.end + _ASKED, line.n))
    return "addressed" in group.cue.frames and any(
        line.word_in(k, line.grammar.to_full) and line.infinitive(k + 1) for k in near
    )


def _question(line: Line, group: Group) -> bool:
    head = line.folds[: group.start]
    return line.folds[-1] == "?" and any(f in line.grammar.questions for f in head)


def turned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A cue turned round, after or inside what is said: « …, a-t-il dit », « …, explique le maire »."""
    if "inserted" not in group.cue.frames:
        return None
    before = group.start - 1
    while before >= 0 and (line.adverb(before)):
        before -= 1
    mark = line.folds[before] if before >= 0 else ""
    if group.subject is not None:
        if _question(line, group) or before < 0:
            return None
        source = hung(line, group)
        if line.pronoun(group.subject) in line.grammar.not_said:
            return None
        if group.lemma in line.pack.cues.emerging:
            return _emerging(line, quotes, group, groups, before)
        learned = _learned(line, quotes, group, groups, before)
        if learned is not None or group.lemma in line.pack.cues.learned:
            return learned
    else:
        like = line.folds[before] in line.grammar.likewise or (
            line.folds[before] in line.grammar.that and before > 0 and line.folds[before - 1] in line.grammar.likewise
        )
        if mark not in (",", '"', "–", "—") and mark not in CLOSING and not like:
            return _without_comma(line, quotes, group, groups)
        if mark == "," and _behind_insertion(line, before):
            return None
        if mark == "," and not (
            clause_before(line, quotes, before) or _announced(line, group) or _set_in(line, group, before)
        ):
            return None
        nxt = line.skip(group.end)
        if nxt >= line.n or line.folds[nxt] in (":", ";", ".", "«", '"', "“") or que_at(line, nxt) is not None:
            return None
        if mark == "," and line.traits.open_clauses:
            parted = quotes.closing(line.tokens[before - 1].end) is not None
            if (
                asks(line, group)
                or open_clause(line, nxt) is not None
                or not (parted or group.lemma in line.pack.cues.telling)
            ):
                return (
                    None  # « The mayor, a doctor, said people had died », « Rebels take a town, accuse the army of … »
                )
        if line.infinitive(nxt):
            return None  # « L'armée, elle, dit avoir perdu deux soldats »
        source = following(line, group.end)
        closes = mark == "," and before > 0 and quotes.closing(line.tokens[before - 1].end) is not None
        quoted = (
            mark in CLOSING or mark == '"' or closes or _parts_clause(line, before, source[1] if source else before)
        )
        if source is None or not names_someone(line, source, quoted=quoted):
            return None
        if mark == "," and not line.word_in(source[1], _COMMA) and _only_where(line, quotes, before):
            return None
        if group.lemma in line.pack.cues.learned:
            return _told_to(line, quotes, group, groups, before, source)
        if like:
            return _as_says(line, quotes, group, source, groups, before)
    if source is None:
        return None
    end = after_quoter(line, max(source[1], group.end))
    content = around(line, quotes, group, groups, before, end)
    if content is None:
        return None
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )


def _without_comma(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« Neuf personnes ont péri a annoncé l'ONG. »: the comma was left out; the speaker closes the sentence."""
    source = following(line, group.end)
    if source is None or last_word(line, line.n, source[0]) != source[1] or not line.speaks(*source):
        return None
    start = left_edge(line, quotes, group.start, groups, group, inside=False)
    if line.main_verb(start, group.start) is None or line.folds[group.start - 1] in line.words.relatives:
        return None
    if line.main_verb(*(subject(line, group.start) or (0, 0))) is None:
        return None  # the verb has a subject of its own before it
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[group.start - 1].end)
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance)


def _emerging(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int) -> Draft | None:
    """« …, ressort-il des registres de l'hôpital »: what it rests on."""
    of = line.skip(group.end)
    source = following(line, of + 1) if line.word_in(of, line.grammar.of_contracted) else None
    content = around(line, quotes, group, groups, before, source[1]) if source is not None else None
    if source is None or content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, of + 1)), content, group.cue.stance)


def _learned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int) -> Draft | None:
    """« …, a-t-on appris de source sécuritaire »: who it was learned from."""
    if line.pronoun(group.subject) not in line.grammar.impersonal:
        return None
    found = origin(line, group, line.skip(group.end))
    if found is None:
        return None
    source, first = found
    content = around(line, quotes, group, groups, before, source[1])
    if content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, first)), content, group.cue.stance)


def _told_to(
    line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int, told: Stretch
) -> Draft | None:
    """« …, a appris l'agence de sources locales »: who it was learned from, else who learned it."""
    source, cue = told, (group.front, group.end)
    for k in range(told[0] + 1, told[1] - 1):
        found = origin(line, group, k) if line.word_in(k, line.grammar.learned_from) else None
        if found is not None:
            source, cue = found[0], (group.front, found[1])
            break
    content = around(line, quotes, group, groups, before, max(source[1], told[1]))
    return None if content is None else Draft(line, chars(line, source), chars(line, cue), content, group.cue.stance)


def _behind_insertion(line: Line, comma: int) -> bool:
    """Whether the comma closes an inserted cue behind a subject, so that the verb after it is that subject's."""
    opened = next((k for k in range(comma - 1, 0, -1) if line.folds[k] == ","), None)
    if opened is None or not said_between(line, opened, comma, 0):
        return False
    named = next((k for k in range(opened + 2, comma) if line.folds[k] in line.words.openers), opened + 1)
    # « Le ministre, Jean Dupont, condamne l'attaque, a déclaré … »: an attack says nothing
    one_of = line.word_in(named + 1, line.grammar.of) and line.voice(named, comma)
    return line.speaks(named, comma) or one_of


def _parts_clause(line: Line, before: int, end: int) -> bool:
    """Whether the cue and its source stand between commas and part a subject from its verb: whatever is named speaks."""
    return line.word_in(end, _COMMA) and line.word_in(before, _COMMA) and said_between(line, before, end, 0)


def clause_before(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether what stands before the comma can be said by itself: it has a verb, a quotation, or is a headline."""
    if quotes.touching(line.sentence.start, line.tokens[comma].start):
        holder = quotes.around(line.tokens[comma].start)
        if holder is None:
            return True
    start = 0
    for k in range(comma - 1, -1, -1):
        if line.folds[k] in ";":
            start = k + 1
            break
    if line.main_verb(start, comma) is not None:
        return True
    # « Le ministre, Jean Dupont, a annoncé »: two commas and no verb is a subject with its apposition, unless it only says where
    commas = sum(1 for k in range(start, comma) if line.folds[k] == ",")
    return commas == 0 or line.sentence.kind != "paragraph" or circumstantial(line, start, comma)


def _only_where(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether nothing but a place or a time stands before the comma: « Au nord, ripostent les insurgés »."""
    if quotes.touching(line.sentence.start, line.tokens[comma].start) or line.counts(0, comma):
        return False
    return line.main_verb(0, comma) is None and circumstantial(line, 0, comma)


def _set_in(line: Line, group: Group, comma: int) -> bool:
    """Whether the cue parts a clause from the places and times before it (« A Gao, au Mali, raconte Awa, la foule a fui »)."""
    source = following(line, group.end)
    if source is None or not line.word_in(source[1], _COMMA) or not line.speaks(*source):
        return False
    if not all(circumstantial(line, *part) for part in segments(line, 0, comma)):
        return False
    return line.main_verb(source[1] + 1, line.n) is not None


def _announced(line: Line, group: Group) -> bool:
    """Whether the verb cannot have the person after it as its object: « Une attaque, faisant trois morts, a annoncé la
    police. »"""
    if group.lemma not in line.pack.cues.telling and group.cue.frames & {"object", "addressed", "counting", "told"}:
        return False
    source = following(line, group.end)
    return source is not None and line.speaks(*source) and not line.word_in(source[0], line.grammar.indefinite)


def names_someone(line: Line, source: Stretch, *, quoted: bool) -> bool:
    first = line.folds[source[0]]
    if line.weak(*source) or (first in line.grammar.those and source[1] - source[0] > 1):
        return True  # « …, racontent ceux qui ont fui, … »
    if first in line.words.relatives or (first in line.words.prepositions and first not in line.grammar.of_contracted):
        return False
    if source[1] - source[0] > 45 or (first in line.grammar.of and line.word_in(source[0] + 1, line.grammar.definite)):
        return False
    return line.voice(*source) or quoted


def _as_says(
    line: Line, quotes: Quotes, group: Group, source: Stretch, groups: Sequence[Group], before: int
) -> Draft | None:
    """« comme le précise l'ambassadeur : « … » »: what follows the colon, or else the clause it stands beside."""
    nxt = source[1]
    if nxt + 1 < line.n and line.folds[nxt] == ":":
        content = ahead(line, quotes, nxt + 1, "that", groups, group)
    elif before == 0 or (before == 1 and line.folds[1] in line.grammar.that):
        opens = nxt + 1 < line.n and line.folds[nxt] == ","  # « Comme l'a rappelé X, le droit s'applique »
        content = ahead(line, quotes, nxt + 1, "that", groups, group) if opens else None
    else:
        stop = before - 1 if line.folds[before] in line.grammar.that else before
        start = left_edge(line, quotes, stop, groups, group, inside=False)
        end = last_word(line, stop, start)
        content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end) if end > start else None
    if content is None:
        return None
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )


def around(
    line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int, end: int, first: int | None = None
) -> Content | None:
    """The content of a cue that stands after or inside it; `before` is the token before the cue, `end` the one after
    its source. `first` is where the source begins, if that stands before the verb."""
    cue = group.start if first is None else first
    mark_end = line.tokens[before].end
    holder = quotes.around(line.tokens[cue].start)
    if holder is not None:
        if not holder.closed:
            stop = last_word(line, before + 1 if line.folds[before] != "," else before)
            return Content(holder.inner_start, line.tokens[stop - 1].end, "direct")
        if group.subject is not None or (line.folds[before] == "," and line.word_in(end, _PAUSES)):
            return Content(holder.inner_start, holder.inner_end, "direct")
    quote = quotes.closing(mark_end) or (
        quotes.closing(line.tokens[before - 1].end) if before > 0 and line.folds[before] == "," else None
    )
    rest = _rest(line, quotes, end, groups, group, parted=_parts_subject(line, before))
    joined = line.word_in(before, _PAUSES) and line.word_in(before - 1, line.grammar.joints)
    if quote is None and joined and rest is not None:
        # « reculent et, racontent des officiers, « se battent encore » »: only what follows is theirs
        stop = last_word(line, clause_end(line, quotes, rest, "that", groups, group), rest)
        return stretch(line, quotes, line.tokens[rest].start, line.tokens[stop - 1].end) if stop > rest else None
    if quote is not None:
        lead = _lead(line, quote.start)
        if lead is None:
            if rest is not None and quotes.opening(line.tokens[rest].start) is not None:
                second = quotes.opening(line.tokens[rest].start)
                if second is not None:
                    return Content(quote.inner_start, second.inner_end, "direct")
            return Content(quote.inner_start, quote.inner_end, "direct")
        opened = line.index(quote.start)
        if line.word_in(opened - 1, _PAUSES) and any(g.main < opened and g is not group for g in groups):
            return Content(quote.inner_start, quote.inner_end, "direct")  # « Il évoque dix morts, « … », a-t-il dit »
        chain = _first_quote(line, quotes, quote.start)
        if chain is not None:
            return Content(chain, quote.inner_end, "direct")
        start = left_edge(line, quotes, cue, groups, group, inside=rest is not None)
        if line.tokens[start].start > quote.start:
            return Content(quote.inner_start, quote.inner_end, "direct")
        return Content(line.tokens[start].start, quote.end, "mixed")
    start = left_edge(line, quotes, cue, groups, group, inside=rest is not None)
    stop = last_word(line, cue, start)
    if rest is not None:
        stop = last_word(line, clause_end(line, quotes, rest, "that", groups, group), rest)
    if stop <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end)


def _lead(line: Line, quote_start: int) -> int | None:
    """The first word of the sentence before the quotation that is no connector, or None when there is none (or a
    colon parts them)."""
    if quote_start <= line.sentence.start:
        return None
    first = line.index(quote_start)
    if first > 0 and (
        line.folds[first - 1] == ":" or (line.folds[first - 1] in DASHES and line.main_verb(0, first) is None)
    ):
        return None  # « 18h05 – « … », prévient le maire »
    start = after_connectors(line, 0, first)
    return start if start < first else None


def _first_quote(line: Line, quotes: Quotes, last: int) -> int | None:
    """Where a chain of quotations with broken marks begins at the head of the sentence (« soi-disant » population «
    libérée »)."""
    first = quotes.opening(line.tokens[0].start)
    if first is None or first.start == last:
        return None
    return first.inner_start


def _parts_subject(line: Line, before: int) -> bool:
    """Whether the cue parts a subject from its verb: no verb stands before it (« Les pourparlers, dit-elle,
    reprendront »)."""
    start = next((k + 1 for k in range(before - 1, -1, -1) if line.folds[k] in (";", ":")), 0)
    opens = line.word_in(start, line.words.openers) or (start + 1 == before and line.capital(start))
    if line.traits.bare_nouns:
        start = after_connectors(line, start, before)
        # « raids by the army, he says, go on », « over 40 others, it adds, were hurt »
        opens = line.count_at(start) or (start < before and not circumstantial(line, start, before))
    return opens and line.main_verb(start, before) is None


def _another_voice(line: Line, start: int, groups: Sequence[Group], own: Group) -> bool:
    """Whether someone else reports from token `start` on (« …, a rapporté Reuters, mais elle a affirmé que … »)."""
    for group in groups:
        if group is own or group.main < start or group.kind != "finite" or group.subject is not None:
            continue
        source = subject(line, group.start, start)
        if (
            source is not None
            and source[0] > start
            and (line.speaks(*source) or line.word_in(source[0], line.words.speakers))
        ):
            return True
    return False


def _rest(line: Line, quotes: Quotes, end: int, groups: Sequence[Group], own: Group, *, parted: bool) -> int | None:
    """The token where the content goes on after the cue and its source, or None when it does not."""
    i = end
    while i < line.n and line.folds[i] not in (",", ":", ";", ".", "?", "!", "…") and line.folds[i] not in CLOSING:
        if line.folds[i] in line.grammar.that:
            return None
        if line.folds[i] in OPENING or any(g.start == i for g in groups):
            return None
        i += 1
    if i + 1 >= line.n:
        return None
    nxt = i + 1
    if line.folds[i] == ":":
        # « …, admet l'armée, qui parle d'un échec : 12 morts »: another act stands between
        return None if any(own.end < g.main < i for g in groups) else nxt
    if line.folds[i] != ",":
        return None
    if quotes.opening(line.tokens[nxt].start) is not None:
        return nxt
    fold = line.folds[nxt]
    if line.words.partitives & {fold} and not line.opens_clause[nxt] and line.counts(nxt + 1, line.n):
        return nxt  # « au moins 57 personnes, a dit l'ONG, dont 12 enfants »
    if (
        fold in line.grammar.glosses
        or line.phrase_at(nxt, line.pack.cues.resting)
        or line.phrase_at(nxt, line.pack.cues.relative_after)
    ):
        return None
    if fold in line.grammar.to_full and line.infinitive(nxt + 1) and line.traits.open_clauses:
        return nxt  # « The weapon was chosen, he said, to limit the damage »
    if fold in line.grammar.of and line.infinitive(nxt + 1) and "infinitive_de" not in own.cue.frames:
        return nxt  # « dont il est impossible, admet la police, d'établir le nombre »
    m = line.skip(nxt)
    for group in groups:
        if group is own or group.main < nxt:
            continue
        if parted and group.start in (nxt, m) and group.kind in ("finite", "passive"):
            return nxt
        near = group.kind in ("gerund", "infinitive") and group.main <= nxt + 3
        if near and parted and line.main_verb(nxt, group.main) is not None:
            continue  # « The raids, he says, go on putting families at risk »
        if near or group.start in (nxt, m):
            return None
    if fold in line.grammar.parting and _another_voice(line, nxt, groups, own):
        return None
    if line.traits.trailing_speakers and line.word_in(
        line.skip(nxt + line.word_in(nxt, line.grammar.time_openers)), _COMMA
    ):
        return None  # « …, said the governor, on Saturday, an agency reports »
    if fold in line.grammar.told_on:
        return None  # « …, said the governor, while addressing reporters »
    if fold in line.grammar.resumes:
        return nxt
    if fold in line.grammar.purpose and quotes.opening(line.tokens[min(nxt + 1, line.n - 1)].start) is not None:
        return nxt  # « …, ajoute l'armée, pour « traquer les fuyards » »
    if line.main_verb(nxt, line.n) is not None:
        return nxt
    if parted and line.is_word(nxt) and fold not in line.words.openers | line.words.prepositions:
        return nxt  # « des corps, dit-il, gisent »: a verb that no list knows
    # « au moins 57 personnes, a dit l'ONG, dont 12 enfants »
    return nxt if any(n.span.start >= line.tokens[nxt].start and not n.article for n in line.numerals) else None
