"""Edges: where what is said begins and ends (token indexes within a line)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents import Content, Quotes, stretch
from recoupe.stages.attribute.counts import count_follows
from recoupe.stages.attribute.following import following, told_at
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.line import CLOSING, OPENING, Line
from recoupe.stages.attribute.sources import after_links

_COMMA = frozenset(",")


def last_word(line: Line, end: int, floor: int = 0) -> int:
    """`end` moved left past final marks and white space: the exclusive end of the last word or closing bracket or
    quotation mark."""
    while end > floor and not line.is_word(end - 1) and line.folds[end - 1] not in (")", "]", "%", '"', *CLOSING):
        end -= 1
    return end


def ahead(
    line: Line, quotes: Quotes, start: int, frame: str, groups: Sequence[Group], own: Group | None
) -> Content | None:
    """The content that begins at token `start`, after the cue; None when nothing is left there."""
    if start >= line.n:
        return None
    at = line.tokens[start].start
    quote = quotes.opening(at)
    if quote is not None:
        after = line.index(quote.end) if quote.end < line.sentence.end else line.n
        rest = line.folds[after] if after < line.n else "."
        parts = rest == "," and line.word_in(after + 1, line.words.partitives) and not line.opens_clause[after + 1]
        if (not parts and rest in (".", ",", ";", ":", "!", "?", "…", ")", "–", "—")) or after >= line.n:
            return Content(quote.inner_start, quote.inner_end, "direct")
    end = last_word(line, clause_end(line, quotes, start, frame, groups, own), start)
    if frame in ("object", "addressed", "counting"):
        end = _before_channel(line, start, end)
    if end <= start:
        return None
    return stretch(line, quotes, at, line.tokens[end - 1].end)


def _before_channel(line: Line, start: int, end: int) -> int:
    """The end of start:end without where or to whom it was said (« revendique le tir | dans un long message », « évoque
    dix morts | auprès de l'AFP »)."""
    grammar = line.grammar
    for k in range(end - 2, start, -1):
        if line.folds[k] in grammar.from_two and told_at(line, k) and line.main_verb(k, end) is None:
            return last_word(line, k, start)
        if line.folds[k] not in grammar.said_in or line.participle(k - 1):
            continue  # not « les menaces proférées dans une vidéo »
        noun = k + 1 + line.word_in(k + 1, grammar.of)
        if not line.word_in(noun, grammar.indefinite):
            continue
        noun += 1 if line.word_in(noun + 1, grammar.vehicles) else 2
        if noun < end and line.word_in(noun, grammar.vehicles) and line.main_verb(k, end) is None:
            return last_word(line, k, start)
    return end


def before_matrix(line: Line, start: int, end: int, *, own: bool) -> int:
    """start:end without a verb at its end that belongs to the clause around it: the exclusive end of what stands
    before it.

    `own` says that the stretch has a finite verb of its own (« l'idée que la ville est sûre | a fait sourire »).
    """
    at = start
    while (verb := line.main_verb(at, end)) is not None:
        left = verb
        while left > start and (
            line.folds[left - 1] in line.words.negations or line.folds[left - 1] in line.words.reflexives
        ):
            left -= 1
        joined = left > start and (
            line.folds[left - 1] in line.grammar.joint_marks or line.folds[left - 1] in line.words.subjects
        )
        if not own and not joined:
            return left
        own = own and joined
        at = verb + 1
    return end


def clause_end(line: Line, quotes: Quotes, start: int, frame: str, groups: Sequence[Group], own: Group | None) -> int:
    """The token after the last one that belongs to what is said from `start` on."""
    if start >= line.n:
        return line.n
    holder = quotes.around(line.tokens[start].start)
    limit = line.index(holder.inner_end) if holder is not None and holder.inner_end < line.sentence.end else line.n
    starts = {g.start: g for g in groups if g is not own}
    i = start
    while i < limit:
        fold = line.folds[i]
        quote = quotes.opening(line.tokens[i].start)
        if quote is not None and i > start:
            if quote.end >= line.sentence.end:
                return limit
            i = max(i + 1, line.index(quote.end))
            continue
        if fold == "(":
            close = next((m for m in range(i, limit) if line.folds[m] == ")"), i)
            i = close + 1
            continue
        if fold == ";":
            return i
        if (
            fold == ":"
            and frame in ("object", "counting", "self", "state")
            and line.main_verb(i + 1, limit) is not None
            and i + 1 < limit
            and quotes.opening(line.tokens[i + 1].start) is None
        ):
            return i
        if (
            fold in line.grammar.strong_openers
            and i > start
            and line.phrase_at(i, line.words.clause_openers)
            and frame != "that"
        ):
            return i
        if fold in CLOSING and holder is None and i > start:
            i += 1
            continue
        if fold == "," and _stops_at_comma(line, i, frame, starts, limit):
            return i
        if fold in line.grammar.joints and i > start and _stops_at_joint(line, i, frame, starts, limit):
            return i - 1 if line.folds[i - 1] == "," else i
        if fold in line.grammar.in_gerund and any(k in starts and starts[k].kind == "gerund" for k in (i, i + 1)):
            return i
        if (
            fold in line.grammar.opens_report
            and fold not in line.grammar.that
            and i > start
            and _source_follows(line, i + 1)
        ):
            return i
        if (
            fold in line.grammar.around_infinitive
            and frame != "that"
            and i + 2 < limit
            and any(k in starts for k in (i + 1, i + 2))
        ):
            return i
        i += 1
    return limit


def _stops_at_comma(line: Line, i: int, frame: str, starts: dict[int, Group], limit: int) -> bool:
    k = i + 1
    if k >= limit:
        return True
    if frame in ("object", "counting") and line.folds[k] in OPENING:
        return True  # « évoque un bilan de dix morts, « … », a-t-il lancé »
    if line.folds[k] in line.grammar.before and line.word_in(k + 1, line.grammar.of) and line.infinitive(k + 2):
        return True  # « promet que …, avant de s'envoler »
    size = line.phrase_at(k, line.words.clause_openers)
    if (
        size
        and frame == "that"
        and k + size < limit
        and (line.folds[k + size - 1] in line.grammar.that or line.folds[k + 1] in line.grammar.that)
        and line.folds[k] in line.grammar.apart
    ):
        return False  # « affirme que …, mais que … »
    if size and line.folds[k] not in line.grammar.weak_openers:
        reported_after = any(g.main > k for g in starts.values()) or _adposition_in(line, k, limit)
        return frame != "that" or reported_after
    if line.phrase_at(k, line.pack.cues.adpositions) or line.phrase_at(
        _past_always(line, k), line.pack.cues.adpositions
    ):
        # « …, selon Y. » closes the sentence and governs all of it; « a, selon elle, tué » stands inside
        return _to_the_end(line, k, limit)
    if line.phrase_at(k, line.pack.cues.resting):
        return True
    if frame in ("object", "counting") and line.folds[k] in line.grammar.reckoned:
        return True  # « en dénombre 3 100, soit huit fois plus »: the article reckons
    if (
        line.folds[k] in line.grammar.this
        and k + 1 < limit
        and line.folds[k + 1] in line.words.relatives
        and any(k < g.main <= k + 8 for g in starts.values())
    ):
        return True  # « …, ce que contestent les ONG »
    if count_follows(line, k):
        return True
    if line.folds[k] in line.words.openers and line.word_in(k + 1, line.grammar.taken_up):
        resumed = line.folds[k + 2] if k + 2 < limit else ""
        if resumed in line.words.relatives or (line.participle(k + 2) and resumed not in line.pack.cue_words):
            return True  # « …, des accusations qu'elle rejette »
    if _narrates(line, i, limit):
        return True
    m = line.skip(k)
    if m in starts and starts[m].kind == "gerund":
        return True
    if line.folds[k] in line.grammar.in_gerund and (k + 1 in starts and starts[k + 1].kind == "gerund"):
        return True
    if line.folds[k] in line.grammar.before_infinitive and any(
        g.kind == "infinitive" and k < g.main <= k + 3 for g in starts.values()
    ):
        return True
    if m in starts and starts[m].kind == "finite" and "inserted" in starts[m].cue.frames:
        # « X dit que …, a ajouté le ministre »: an inserted cue of its own, or a verb that shares the subject
        return True
    if m in starts and starts[m].shared:
        return True
    if _new_clause(line, i, frame, starts, limit):
        return True
    if frame in ("object", "counting") and _told_by_another(line, k):
        return True  # « signale la mort de trois enfants, confirmée par la mairie »
    if line.opens_clause[k] and frame != "that":
        # a relative clause with a cue of its own is said apart; one without belongs to the noun phrase
        if frame == "addressed" and _accusation_after(line, k, limit):
            return False
        return _adposition_in(line, k, limit) or any(g.main > k for g in starts.values())
    return False


def _narrates(line: Line, comma: int, limit: int) -> bool:
    """Whether the journalist tells on behind the comma, to the end: what the place just named is and what happened there
    (« …, une ville du sud d'où les familles ont fui »), or after what it came (« …, au terme d'une nuit où … »)."""
    k = comma + 1
    grammar = line.grammar
    if line.word_in(k, grammar.to):
        told = any(line.word_in(m, grammar.aftermaths) for m in (k + 1, k + 2))
    else:
        noun = k + 1 + line.word_in(k + 1, line.words.prenominal)
        told = (
            line.word_in(k, grammar.indefinite) and line.word_in(noun, grammar.localities) and line.capital(comma - 1)
        )
    if not told:
        return False
    relative = next((m for m in range(k + 1, limit) if line.folds[m] in line.words.relatives), None)
    return relative is not None and "," not in line.folds[k:relative] and line.main_verb(k, relative) is None


def _told_by_another(line: Line, i: int) -> bool:
    """Whether a reporting participle with its agent stands at `i` (« démenti lundi par l'armée »)."""
    if line.folds[i] not in line.pack.cue_words or not line.participle(i):
        return False
    return line.word_in(line.skip(i + 1), line.grammar.by)


def _accusation_after(line: Line, start: int, limit: int) -> bool:
    """Whether the relative clause at `start` parts the accused from the accusation (« X, qu'il juge …, d'avoir … »)."""
    close = next((k for k in range(start + 1, limit - 1) if line.folds[k] == ","), None)
    return close is not None and line.word_in(close + 1, line.grammar.links) and line.infinitive(close + 2)


def _new_clause(line: Line, comma: int, frame: str, starts: dict[int, Group], limit: int) -> bool:
    """Whether a clause with a subject and a reporting verb of its own begins after the comma (« …, l'opposition en
    dénombre quarante »)."""
    k = comma + 1
    if line.folds[k] not in line.words.openers or line.folds[k] in line.grammar.indefinite:
        return False
    verb = line.main_verb(k, limit)
    if verb is None or verb == k:
        return False
    group = next((g for g in starts.values() if g.start <= verb <= g.main), None)
    if group is None or group.kind != "finite" or group.subject is not None or "," in line.folds[k : group.start]:
        return False
    told = frame != "that" or line.main_verb(max(0, comma - 30), comma) is not None
    return told and line.speaks(k, group.start)


def _source_follows(line: Line, k: int) -> bool:
    """Whether « selon X » follows at `k`, past a comma (« …, car, selon lui, … »)."""
    k += line.folds[k : k + 1] == [","]
    return bool(line.phrase_at(k, line.pack.cues.adpositions))


def _past_always(line: Line, k: int) -> int:
    return k + 1 if k < line.n and line.adverb(k) else k


def _adposition_in(line: Line, start: int, end: int) -> bool:
    return any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(start, end))


def _to_the_end(line: Line, k: int, limit: int) -> bool:
    """Whether the phrase that begins at `k` runs to the end of the sentence without another clause after it."""
    size = line.phrase_at(k, line.pack.cues.adpositions) or 1 + line.phrase_at(k + 1, line.pack.cues.adpositions)
    source = following(line, k + size, limit)
    return source is None or source[1] >= limit or line.folds[source[1]] != ","


def _stops_at_joint(line: Line, i: int, frame: str, starts: dict[int, Group], limit: int) -> bool:
    k = i + 1
    if (
        line.folds[i] in line.grammar.conjunction
        and k < limit
        and line.folds[k] in line.grammar.of
        and any(g.kind == "infinitive" and g.main <= k + 2 for g in starts.values() if g.main > k)
    ):
        return frame not in ("infinitive_de", "addressed")
    if frame in ("object", "addressed") and (
        k in line.shared_participles or (line.word_in(k, line.words.subjects) and line.main_verb(k, limit) is not None)
    ):
        return True  # « accuse les rebelles de l'attentat, mais ceux-ci démentent »
    # the verb after « et », past its pronouns and adverbs
    m = k
    while m < limit and (line.folds[m] in line.words.clitics or line.adverb(m)) and not line.verb_here(m):
        m += 1
    if k in starts or m in starts:
        group = starts.get(k) or starts[m]
        return group.kind == "finite" and group.subject is None
    return frame != "that" and m < limit and line.verb_here(m) and line.folds[m] not in line.words.determiners


def _circumstantial_verb(line: Line, i: int) -> bool:
    """Whether a present participle after a comma or « en » stands at token `i`: it opens a clause of its own."""
    if line.word_in(i - 1, line.grammar.in_gerund):
        return line.folds[i].endswith(line.pack.voices.gerund_endings)
    opens = line.word_in(i - 1, _COMMA) or line.word_in(i - 1, line.grammar.conjunction)
    return opens and any(f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[i]))


def left_edge(
    line: Line,
    quotes: Quotes,
    cue: int,
    groups: Sequence[Group],
    own: Group | None,
    *,
    inside: bool,
    tight: bool = False,
) -> int:
    """The token where the content of a cue that stands after or inside it begins.

    `inside` says that the content goes on after the cue; `tight` that no comma parts the cue from what it follows.
    """
    floor = 0
    holder = quotes.around(line.tokens[cue].start)
    if holder is not None and holder.start >= line.sentence.start:
        floor = line.index(holder.inner_start)
    start = floor
    for i in range(cue - 1, floor - 1, -1):
        fold = line.folds[i]
        if inside and fold == "," and i == cue - 1 and _circumstantial_verb(line, i - 1):
            return i - 1  # « …, tuant, selon la mairie, deux passants »
        if fold == ";":
            start = i + 1
            break
        if fold == ":" and quotes.opening(line.tokens[min(i + 1, line.n - 1)].start) is None:
            earlier = any(floor <= g.main < i and g is not own for g in groups)
            listed = line.sentence.kind == "paragraph" and "," in line.folds[floor:i]
            if ((earlier or own is None) and line.main_verb(i + 1, cue) is not None) or (
                line.main_verb(floor, i) is None and i - floor <= 12 and not listed
            ):
                start = i + 1
                break
        if (
            (inside or tight)
            and fold in line.words.relatives
            and fold not in line.grammar.that
            and i > floor
            and line.main_verb(i + 1, cue) in (None, *range(i + 1, cue))
        ) and ((inside and line.folds[i - 1] == ",") or (inside and own is not None and own.subject is not None)):
            start = i
            break
        if fold == "," or fold in line.words.coordinators:
            size = line.phrase_at(i + 1, line.words.clause_openers) if fold == "," else 0
            strong = size and line.folds[i + 1] not in line.grammar.beside_accord
            earlier = any(
                floor <= g.main < i and g is not own and g.kind in ("finite", "passive") and g.subject is None
                for g in groups
            )
            if strong and earlier and own is None:
                start = i + 1 + size
                break
            if tight and fold == "," and line.main_verb(i + 1, cue) is not None:
                opener = line.phrase_at(i + 1, line.words.clause_openers)
                start = i + 1 + opener
                break
    while start < cue and line.folds[start] in line.grammar.that:
        start += 1
    if start < line.n and quotes.opening(line.tokens[start].start) is not None:
        return start
    return after_links(line, start, cue)
