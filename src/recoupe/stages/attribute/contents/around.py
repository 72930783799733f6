"""Around: an inserted cue that stands inside what is said (« …, a-t-il dit, … »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.inside_quotes import tells_on
from recoupe.stages.attribute.contents.left_edge import left_edge
from recoupe.stages.attribute.phrases.hearers import told_at
from recoupe.stages.attribute.phrases.noun_phrases import after_connectors, circumstantial
from recoupe.stages.attribute.phrases.of_the_source import its_own_clause, tells_of_source
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, DASHES, OPENING

_ABSOLUTE_WITHIN = 9
"""Words from a subject to the participle of its absolute clause, at most."""
_CHANNEL_WITHIN = 5
"""Words from a preposition to the channel that it leads to, at most."""
_COMMA = frozenset(",")
_PAUSES = frozenset(",.")
_SEMICOLON = frozenset(";")


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
        if group.subject is not None or (line.folds[before] == "," and tells_on(line, holder, end)):
            return Content(holder.inner_start, holder.inner_end, "direct")
    quote = quotes.closing(mark_end) or (
        quotes.closing(line.tokens[before - 1].end) if before > 0 and line.folds[before] == "," else None
    )
    rest = _rest(
        line, quotes, end, groups, group, parted=_parts_subject(line, before), unfinished=breaks_off(line, before)
    )
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
        if rest is not None and _absolute(line, rest):
            stop = last_word(line, clause_end(line, quotes, rest, "that", groups, group), rest)
            return Content(line.tokens[start].start, line.tokens[stop - 1].end, "mixed")
        end_at = quote.end
        if rest is not None and line.folds[rest - 1] == ":":
            # « Rapport « partial », réplique Kigali : « Aucun soldat n'a passé la frontière. » »
            stop = _goes_on_to(line, quotes, rest, groups, group)
            end_at = stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end).end
        return Content(line.tokens[start].start, max(end_at, quote.end), "mixed")
    start = left_edge(line, quotes, cue, groups, group, inside=rest is not None)
    if rest is not None and start >= cue:
        start = rest  # « Par ailleurs, a dit l'armée, dix soldats … »: nothing but a link stands before the cue
    stop = last_word(line, cue, start)
    if rest is not None:
        stop = _goes_on_to(line, quotes, rest, groups, group)
    if stop <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end)


def _goes_on_to(line: Line, quotes: Quotes, rest: int, groups: Sequence[Group], group: Group) -> int:
    """The end of what is said from token `rest` on: behind a colon with the clauses that semicolons set beside it, as far
    as nobody else speaks (« Faux, tranche le maire : aucun obus n'est tombé ; la ville dort »)."""
    stop = last_word(line, clause_end(line, quotes, rest, "that", groups, group), rest)
    while line.folds[rest - 1] == ":" and line.word_in(stop, _SEMICOLON) and stop + 1 < line.n:
        told = any(g.main > stop for g in groups if g is not group)
        if told or any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(stop + 1, line.n)):
            break
        stop = last_word(line, clause_end(line, quotes, stop + 1, "that", groups, group), stop + 1)
    return stop


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


def _of_them(line: Line, i: int) -> bool:
    """Whether « dont » brings in a single one at `i`: « …, dont un enfant »."""
    return line.word_in(i, line.words.partitives) and line.word_in(i + 1, line.grammar.indefinite)


def _completes(line: Line, i: int, groups: Sequence[Group]) -> bool:
    """Whether from `i` on « de … » completes, to the end of the sentence, the verb before the cue (« Tous souffrent, dit-il,
    de brûlures »)."""
    whom = line.word_in(i, line.grammar.told) and not told_at(line, i)  # « a été transmise, dit-on, à la Cour »
    thing = (whom or line.word_in(i, line.grammar.of_contracted)) and i + 1 < line.n and not line.infinitive(i + 1)
    return thing and not any(g.main > i for g in groups) and "," not in line.folds[i:]


def _circumstance(line: Line, i: int, groups: Sequence[Group], *, pronoun: bool) -> bool:
    """Whether a circumstance of what is said begins at `i`: « …, dit-il, pour chercher les corps ». Behind somebody's name it
    may be one of the saying (« …, a dit le maire, après avoir vu les corps »); what came after something is none."""
    fold, grammar = line.folds[i], line.grammar
    if (
        fold not in grammar.circumstances
        or any(g.main > i for g in groups)
        or line.phrase_at(i, line.pack.cues.adpositions)
    ):
        return False
    if any(line.folds[k] in line.words.channels for k in range(i + 1, min(i + _CHANNEL_WITHIN, line.n))):
        return False  # « …, dit-elle, dans un communiqué »
    return pronoun or (fold in grammar.beforehand and line.word_in(i + 1, line.words.openers))


def _absolute(line: Line, i: int) -> bool:
    """Whether a participle with a subject of its own begins at `i`: « …, dit-elle, le couvre-feu l'ayant empêchée de … », « …,
    ajoute la police, ambulances et pompiers n'ayant pu passer »."""
    close = next((k for k in range(i, min(i + _ABSOLUTE_WITHIN, line.n)) if line.folds[k] == ","), line.n)
    bare = line.is_word(i) and not line.word_in(i, either(line.words.prepositions, line.words.subordinators))
    if not (bare or line.word_in(i, line.words.openers)) or line.word_in(i, line.grammar.in_gerund) or line.adverb(i):
        return False
    behind = range(i + 1 + line.word_in(i, line.words.openers), min(i + _ABSOLUTE_WITHIN, close))
    helping = (k for k in behind if line.verbs.is_auxiliary(line.folds[k]))
    return any(
        lemma in line.verbs.auxiliaries and f.mood == "participle" and f.tense == "present"
        for k in helping
        for lemma, f in line.verbs.analyses(line.folds[k])
    )


def breaks_off(line: Line, comma: int) -> bool:
    """Whether the clause before the comma breaks off at its verb: « Il s'agit, … », « C'est là, … », « Les tirs ont, … »."""
    if not line.word_in(comma, _COMMA):
        return False
    verb = comma - 1
    while verb > 0 and (line.adverb(verb) or line.word_in(verb, line.grammar.pointing)):
        verb -= 1
    linking = line.verbs.is_auxiliary(line.folds[verb]) or line.word_in(verb - 1, line.words.reflexives)
    return verb > 0 and linking and line.verb_here(verb)


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


def _rest(
    line: Line, quotes: Quotes, end: int, groups: Sequence[Group], own: Group, *, parted: bool, unfinished: bool
) -> int | None:
    """The token where the content goes on after the cue and its source, or None when it does not.

    `parted`: no verb stands before the cue yet; `unfinished`: the verb before it lacks what completes it.
    """
    speaking = [g for g in groups if g is not own and g.kind not in ("bare", "passive")]
    if not parted and any(own.end < g.main < end for g in speaking):
        return None  # « …, note le rapport, qui fait état de 440 blessés, soit … »: the source speaks on by itself
    i = end
    while i < line.n and line.folds[i] not in (",", ":", ";", ".", "?", "!", "…") and line.folds[i] not in CLOSING:
        if line.folds[i] in line.grammar.that:
            return None
        beside = parted and not line.grammar.in_gerund.isdisjoint(line.folds[i - 1 : i + 1])
        # « L'attaque, dit le maire en lisant le texte, a … »
        if line.folds[i] in OPENING or (not beside and any(g.start == i for g in groups)):
            return None
        i += 1
    if i + 1 >= line.n:
        return None
    nxt = i + 1
    if line.folds[i] == ":":
        # « …, admet l'armée, qui parle d'un échec : 12 morts »: another act stands between
        if quotes.opening(line.tokens[nxt].start) is None and its_own_clause(line, own.end, i):
            return None
        return None if any(own.end < g.main < i for g in speaking) else nxt
    if line.folds[i] != ",":
        return None
    fold = line.folds[nxt]
    if quotes.opening(line.tokens[nxt].start) is not None or (unfinished and fold not in line.grammar.glosses):
        return nxt
    if own.number == "p" and end > own.end and not line.word_in(own.end, line.grammar.definite) and _of_them(line, nxt):
        return None  # « …, ont raconté à l'AFP plusieurs rescapés, dont un enfant »
    if line.words.partitives & {fold} and not line.opens_clause[nxt] and line.counts(nxt + 1, line.n):
        return nxt  # « au moins 57 personnes, a dit l'ONG, dont 12 enfants »
    if tells_of_source(line, nxt):
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
    if fold in line.grammar.without and line.word_in(nxt + 1, line.grammar.that):
        return None  # « …, racontent des habitants, sans qu'aucun élu ne le confirme »
    if fold in line.grammar.told_on:
        return None  # « …, said the governor, while addressing reporters »
    if fold in line.grammar.resumes:
        return nxt
    if fold in line.grammar.purpose and quotes.opening(line.tokens[min(nxt + 1, line.n - 1)].start) is not None:
        return nxt  # « …, ajoute l'armée, pour « traquer les fuyards » »
    if _circumstance(line, nxt, groups, pronoun=own.subject is not None):
        return nxt
    if line.main_verb(nxt, line.n) is not None or _absolute(line, nxt) or _completes(line, nxt, groups):
        return nxt
    if fold in line.grammar.by and line.word_in(own.front - 1, _COMMA) and line.participle(own.front - 2):
        return nxt  # « Les missiles ont été largués, précise-t-elle, par des bombardiers »
    if parted and line.is_word(nxt) and fold not in either(line.words.openers, line.words.prepositions):
        return nxt  # « des corps, dit-il, gisent »: a verb that no list knows
    # « au moins 57 personnes, a dit l'ONG, dont 12 enfants »
    return nxt if any(n.span.start >= line.tokens[nxt].start and not n.article for n in line.numerals) else None
