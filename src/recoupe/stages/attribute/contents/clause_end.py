"""The end of what is said from some word on: the mark, the joint or the cue at which somebody else goes on."""

from collections.abc import Mapping, Sequence

from recoupe.stages.attribute.contents.commas import new_clause, nobody_counts, stops_at_comma
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.contents.short_of import background, told_on
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_ADJECTIVES = 3
"""Within how many words behind its article a noun stands."""
_COMPOUND = frozenset({"compound"})
_SAME_TENSE = 25
"""Words back to an auxiliary that the verb behind a joint repeats."""


def clause_end(line: Line, quotes: Quotes, start: int, frame: str, groups: Sequence[Group], own: Group | None) -> int:
    """The token after the last one that belongs to what is said from `start` on."""
    if start >= line.n:
        return line.n
    holder = quotes.around(line.tokens[start].start)
    limit = line.index(holder.inner_end) if holder is not None and holder.inner_end < line.sentence.end else line.n
    starts = {g.start: g for g in groups if g is not own}
    grammar = line.grammar
    i = start
    while i < limit:
        quote = quotes.opening(line.tokens[i].start)
        if quote is not None and i > start:
            if quote.end >= line.sentence.end:
                return limit
            i = max(i + 1, line.index(quote.end))
            continue
        fold = line.folds[i]
        if fold == "(":
            i = 1 + next((m for m in range(i, limit) if line.folds[m] == ")"), i)
            continue
        if fold == ":" and frame != "that" and (_another_behind(i, starts) or _heard_behind(line, i + 1)):
            return i
        if fold == ":" and frame != "that" and new_clause(line, i, frame, starts, limit):
            return i  # « les deux camps s'accusent d'exécutions : | la mairie parle de … »
        if fold == ":" and not _tells_toll(line, start, i, own) and _clause_behind_colon(line, quotes, i, frame, limit):
            return i
        if fold == "," and (told_on(line, start, i, frame, own) or _backed(line, start, i, frame, own)):
            return i
        if fold == "," and frame == "that" and _closes_aside(line, start, i, starts):
            i += 1
            continue
        if i > start and fold in grammar.conjunction and _another_speaks(line, start, i, frame, starts, limit, own):
            return i - 1 if line.folds[i - 1] == "," else i
        end = _end_at(line, i, frame, starts, limit, own, first=i == start)
        if end is not None:
            return end
        i += 1
    return limit


def _another_speaks(
    line: Line, start: int, joint: int, frame: str, starts: Mapping[int, Group], limit: int, own: Group | None
) -> bool:
    """Whether somebody else goes on behind the joint, with no « que » before him: « Bakou affirme que …, et Erevan dit … »."""
    if line.traits.open_clauses or own is None or not new_clause(line, joint, frame, starts, limit):
        return False
    told = line.main_verb(start, joint) is not None or any(line.infinitive(k) for k in range(start, joint))
    if frame not in ("object", "counting", "addressed") and not told:
        return False  # « dit que l'ONU et Washington affirment »: two who share the verb
    verb = next(g for at, g in sorted(starts.items()) if at > joint)
    between = line.folds[joint + 1 : verb.start]
    if ";" in between or not line.grammar.conjunction.isdisjoint(between) or line.folds[joint + 1] in line.grammar.his:
        return False  # « accuse l'armée et la police d'avoir tué dix civils et réclame … », « et leur chef a promis … »
    # « raconte que les soldats sont venus et le chef a ordonné … » goes on with what he tells
    tense, first = _tense(line, verb), _tense(line, own)
    return bool(tense & first - _COMPOUND) and tense & _COMPOUND == first & _COMPOUND and "imperfect" not in tense


def _tense(line: Line, group: Group) -> frozenset[str]:
    """The tenses that a verb group may have, and whether it is a compound one."""
    words = line.folds[group.start : group.main + 1]
    finite = {f.tense for word in words for _, f in line.verbs.analyses(word) if f.finite and f.person == 3}
    return frozenset(finite) | (_COMPOUND if any(line.verbs.is_auxiliary(word) for word in words[:-1]) else frozenset())


def _backed(line: Line, start: int, comma: int, frame: str, own: Group | None) -> bool:
    """Whether behind the comma the article tells what is so anyway; who depicts a thing says all of it (« décrit un hôpital débordé,
    où l'on opère à la lampe »)."""
    if own is None or frame == "that":
        return False
    depicts = own.lemma in line.pack.cues.depicting and line.word_in(start, line.grammar.indefinite)
    return not depicts and background(line, start, comma)


def _another_behind(colon: int, starts: Mapping[int, Group]) -> bool:
    """Whether a cue of its own, its subject hung on it, stands in what the colon opens (« … : ses équipes, dit-elle, … »)."""
    return any(g.subject is not None and g.main > colon for g in starts.values())


def _heard_behind(line: Line, k: int) -> bool:
    """Whether « selon X », « à l'en croire » opens what stands at `k`, behind a colon: it has a cue of its own."""
    cues = line.pack.cues
    return bool(line.phrase_at(k, cues.adpositions) or line.phrase_at(k, cues.echoing))


def _closes_aside(line: Line, start: int, comma: int, starts: Mapping[int, Group]) -> bool:
    """Whether the comma closes what is set in behind the subject of what is said, whose verb stands behind it (« que le
    maire, blessé à la jambe, a dénoncé … »)."""
    verb = starts.get(comma + 1)
    if verb is None or verb.kind != "finite" or verb.subject is not None or verb.shared:
        return False
    return "," in line.folds[start:comma] and line.main_verb(start, comma) is None


def _tells_toll(line: Line, start: int, colon: int, own: Group | None) -> bool:
    """Whether what stands behind the colon is the toll or version told before it (« avance un autre bilan : dix … »)."""
    if own is None or own.cue.stance in ("deny", "accuse", "ask", "refuse"):
        return False  # « met en doute ce bilan : les corps … »: why, as the article tells it
    first = start + line.word_in(start, line.words.openers)
    return any(line.word_in(k, line.pack.cues.documents) for k in range(first, min(first + _ADJECTIVES, colon)))


def _clause_behind_colon(line: Line, quotes: Quotes, colon: int, frame: str, limit: int) -> bool:
    """Whether the article goes on behind the colon: a noun phrase is told, and a clause that is no quotation follows."""
    return (
        frame in ("object", "counting", "self", "state")
        and line.main_verb(colon + 1, limit) is not None
        and colon + 1 < limit
        and not (frame == "counting" and line.count_at(colon + 1))  # « counted 90: 40 were shot and 50 burned »
        and quotes.opening(line.tokens[colon + 1].start) is None
    )


def _end_at(
    line: Line, i: int, frame: str, starts: Mapping[int, Group], limit: int, own: Group | None, *, first: bool
) -> int | None:
    """Where what is said ends, if token `i` ends it: there, or at the comma before a joint; else None.

    `first` says that it begins at `i`: what opens a clause or joins one does not end it there.
    """
    fold, grammar = line.folds[i], line.grammar
    if fold == ";":
        return i
    if fold == ",":
        if not first and _another_beside(line, i, starts):
            return i
        return i if stops_at_comma(line, i, frame, starts, limit) else None
    if not first:
        opener = line.phrase_at(i, line.words.clause_openers) if fold in grammar.strong_openers else 0
        contrasts = fold in grammar.contrasting
        if opener and (frame != "that" or (contrasts and _another_tells(line, i + opener, starts))):
            return i
        if fold in grammar.joints and _stops_at_joint(line, i, frame, starts, limit, own):
            return i - 1 if line.folds[i - 1] == "," else i
        if fold in grammar.opens_report and fold not in grammar.that and _source_follows(line, i + 1):
            return i
    parted = not line.traits.open_clauses or line.folds[i - 1 : i] == [","]  # « was late in admitting »
    if parted and fold in grammar.in_gerund and any(k in starts and starts[k].kind == "gerund" for k in (i, i + 1)):
        return i
    apart = fold in grammar.around_infinitive and frame != "that" and i + 2 < limit
    return i if apart and any(k in starts for k in (i + 1, i + 2)) else None


def _another_beside(line: Line, comma: int, starts: Mapping[int, Group]) -> bool:
    """Whether behind the comma somebody else speaks in a participle of his own (« …, | l'ONU évoquant dix morts », « …, | le groupe
    ayant affirmé avoir fui »)."""
    if line.traits.open_clauses or not (line.word_in(comma + 1, line.words.openers) or line.capital(comma + 1)):
        return False
    group = next((g for at, g in sorted(starts.items()) if at > comma), None)
    if group is None or group.kind != "gerund" or group.start < comma + 2:
        return False
    before = line.folds[comma + 1 : group.start]
    plain = "," not in before and before[-1] not in line.grammar.in_gerund
    return plain and line.speaks(comma + 1, group.start) and line.main_verb(comma + 1, group.start) is None


def _another_tells(line: Line, start: int, starts: Mapping[int, Group]) -> bool:
    """Whether somebody else has a verb of saying in the clause that begins at `start` (« … tandis que | des élus évoquent dix
    morts »)."""
    verb = line.main_verb(start, line.n) if not line.traits.open_clauses else None
    group = next((g for g in starts.values() if verb is not None and g.start <= verb <= g.main), None)
    if group is None or group.kind != "finite" or group.subject is not None or group.start <= start:
        return False
    if nobody_counts(line, group):
        return False
    if "imperfect" in _tense(line, group):
        return False  # « alors que l'armée avait ordonné de les épargner »
    first = line.folds[start]
    return first not in line.words.subjects and first not in line.words.own_voice and line.speaks(start, group.start)


def _source_follows(line: Line, k: int) -> bool:
    """Whether « selon X » follows at `k`, past a comma (« …, car, selon lui, … »)."""
    k += line.folds[k : k + 1] == [","]
    return bool(line.phrase_at(k, line.pack.cues.adpositions))


def _stops_at_joint(line: Line, i: int, frame: str, starts: Mapping[int, Group], limit: int, own: Group | None) -> bool:
    k = i + 1
    if k in starts and starts[k].kind == "gerund" and own is not None and own.kind == "gerund":
        return True  # « faisant état de deux morts et ajoutant que … »
    if (
        line.folds[i] in line.grammar.conjunction
        and k < limit
        and line.folds[k] in line.grammar.of
        and any(g.kind == "infinitive" and g.main <= k + 2 for g in starts.values() if g.main > k)
    ):
        return frame not in ("infinitive_de", "addressed")
    if frame == "addressed" and k not in starts and k < limit and _done(line, k) and _having_done(line, i):
        return False  # « accuse les rebelles d'avoir attaqué la ville et tué dix civils »
    if frame in ("object", "addressed") and (
        k in line.shared_participles or (line.word_in(k, line.words.subjects) and line.main_verb(k, limit) is not None)
    ):
        return True  # « accuse les rebelles de l'attentat, mais ceux-ci démentent »
    if frame in ("object", "addressed", "counting") and line.folds[i - 1] == "," and _clause_at(line, k, limit):
        return True  # « put the dead at 63, and a survivor agreed »
    # the verb after « et », past its pronouns and adverbs
    m = k
    while m < limit and (line.folds[m] in line.words.clitics or line.adverb(m)) and not line.verb_here(m):
        m += 1
    if k in starts or m in starts:
        group = starts.get(k) or starts[m]
        helping = line.folds[group.start]
        past = group.start < group.main and helping in line.verbs.imperfect_auxiliaries
        if past and line.traits.open_clauses and helping in line.folds[max(0, i - _SAME_TENSE) : i]:
            return False  # « said it had received reports and had dismissed them »
        return group.kind == "finite" and group.subject is None
    if frame.startswith("infinitive") and m < limit and line.participle(m) and _having_done(line, i):
        return False  # « affirme avoir tué dix rebelles et fait trois prisonniers »
    return frame != "that" and m < limit and line.verb_here(m) and line.folds[m] not in line.words.determiners


def _done(line: Line, k: int) -> bool:
    """Whether token `k` can be a participle that agrees with nobody: « tué », not « et tue tout espoir »."""
    forms = (form for _, form in line.verbs.analyses(line.folds[k]))
    return any(f.mood == "participle" and f.tense != "present" and f.gender != "f" for f in forms)


def _having_done(line: Line, joint: int) -> bool:
    """Whether the last verb before the joint is a participle behind « avoir » (« avoir tué dix rebelles | et … »)."""
    helping = next((k for k in range(joint - 1, 0, -1) if line.folds[k] in line.grammar.perfect), 0)
    behind = line.skip(helping + 1)
    done = helping > 0 and line.participle(behind)
    return done and not any(line.verb_here(k) for k in range(behind + 1, joint))


def _clause_at(line: Line, start: int, limit: int) -> bool:
    """Whether a clause with its own subject begins at `start`, in a language where nothing else would open one."""
    if not line.traits.open_clauses or not (line.word_in(start, line.words.openers) or line.capital(start)):
        return False
    verb = line.main_verb(start, limit)
    return verb is not None and verb > start and "," not in line.folds[start:verb]
