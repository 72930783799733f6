"""Sources: the words that name who speaks, found from the cue (token indexes, `end` exclusive)."""

from itertools import takewhile

from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.line import CLOSING, OPENING, Line

Stretch = tuple[int, int]

_BULLETS = frozenset("•▪■►▶*–—-")
_NEAR = 4
"""Within how many words behind « et » the verb that it joins stands."""


def boundary(line: Line, verb: int, floor: int = 0) -> int:
    """Where the clause of the verb at token `verb` starts: after the last mark or word that opens it."""
    start, unmatched = _clause_start(line, verb, floor)
    if unmatched is not None and line.traits.open_clauses:
        return unmatched + 1  # « officials said | the mayor announced »: nothing else opens the clause
    return start


def _clause_start(line: Line, verb: int, floor: int) -> tuple[int, int | None]:
    """The start by marks and opening words, and the nearest verb before `verb` whose clause no word opens."""
    pending = 0
    unmatched: list[int] = []
    i = verb
    if line.traits.open_clauses and verb < line.n and line.folds[verb] == ",":
        # what the comma closes is no clause: « while the minister, Untel, spoke »
        opened = _comma_before(line, verb, floor)
        if opened is not None and line.main_verb(opened, verb) is None and line.named(verb):
            i = opened
    while i > floor:
        i -= 1
        fold = line.folds[i]
        if fold in CLOSING:
            opened = _matching(line, i, floor)
            if opened is None:
                return i + 1, None
            i = opened
            continue
        if fold == ")":
            while i > floor and line.folds[i] != "(":
                i -= 1
            continue
        if fold in (";", ":", "?", "!", "(", "[") or fold in OPENING or (fold == '"' and _odd(line, i, verb)):
            return i + 1, unmatched[0] if unmatched else None
        if fold in ("–", "—") and i > 0:
            return i + 1, unmatched[0] if unmatched else None
        if line.opens_clause[i]:
            if pending == 0:
                return i + 1, None
            pending -= 1
            unmatched.pop()
        elif line.verb_here(i):
            pending += 1
            unmatched.append(i)
        elif fold in line.grammar.clause_joints and pending == 0 and line.main_verb(floor, i) is not None:
            return i + 1, None
    return floor, unmatched[0] if unmatched else None


def _matching(line: Line, i: int, floor: int) -> int | None:
    depth = 0
    for k in range(i, floor - 1, -1):
        if line.folds[k] in CLOSING:
            depth += 1
        elif line.folds[k] in OPENING:
            depth -= 1
            if depth == 0:
                return k
    return None


def _odd(line: Line, i: int, verb: int) -> bool:
    """Whether the straight quotation mark at `i` opens the stretch up to the verb (no partner between)."""
    return sum(f == '"' for f in line.folds[i:verb]) % 2 == 1


def segments(line: Line, start: int, end: int) -> list[Stretch]:
    """start:end cut at its commas; commas inside brackets and quotation marks do not count."""
    found: list[Stretch] = []
    depth = 0
    at = start
    for i in range(start, end):
        fold = line.folds[i]
        if fold in "([" or fold in OPENING:
            depth += 1
        elif (fold in ")]" or fold in CLOSING) and depth:
            depth -= 1
        elif fold == "," and depth == 0:
            if i > at:
                found.append((at, i))
            at = i + 1
    if end > at:
        found.append((at, end))
    return found


def after_connectors(line: Line, i: int, end: int) -> int:
    """The index after the connectors, adverbs and commas at the head of i:end."""
    while i < end:
        size = line.phrase_at(i, line.words.connectors)
        if line.count_at(i):
            return i  # « plus de 130 civils »: « plus » belongs to the count
        if size and i + size <= end:
            i += size
        elif i == 0 and line.folds[i] in _BULLETS:
            i += 1  # « • En visite à Kiev, la ministre … »
        elif line.folds[i] == "," or (line.adverb(i) and line.folds[i] not in line.grammar.not_adverbs):
            i += 1
        else:
            return i
    return end


def after_links(line: Line, i: int, end: int) -> int:
    """The index after the connectors and commas at the head of i:end; adverbs (« jamais », « environ ») belong to
    what is said."""
    while i < end:
        size = line.phrase_at(i, line.words.connectors)
        if size and i + size <= end:
            i += size
        elif line.folds[i] == ",":
            i += 1
        else:
            return i
    return end


def circumstantial(line: Line, start: int, end: int) -> bool:
    """Whether start:end is a circumstance (time, place, participial or subordinate clause), not a noun phrase."""
    i = after_connectors(line, start, end)
    if i >= end or line.skip(i) >= end or line.folds[end - 1] in line.grammar.time_closers:
        return True
    fold = line.folds[i]
    if fold in line.grammar.all and line.word_in(i + 1, line.grammar.in_gerund):
        return True  # « Tout en reconnaissant des erreurs »
    if fold in line.grammar.of:  # « De nombreux habitants », « D'autres textes »
        return False
    if (
        fold in line.words.openers
        and fold not in line.grammar.contracted
        and not (i in line.time_at and line.time_at[i] >= end)
    ):
        j = line.time_at.get(i + 1)
        return j is not None and j >= end
    if fold in line.words.relatives or fold in line.words.subordinators or fold in line.words.stressed:
        return True
    if fold in line.words.prepositions:
        return fold not in line.grammar.contracted or False
    analyses = line.verbs.analyses(fold)
    participle = any(f.mood == "participle" for _, f in analyses)
    if participle and i == start and line.traits.open_clauses and not line.capital(end - 1):
        return True  # « Asked about the raid, a spokesman … »
    if participle and (line.word_in(i + 1, line.grammar.by) or not any(f.finite for _, f in analyses if f.person == 3)):
        return True
    return fold.endswith("ant") and i == start and len(fold) > 5 and any(f.mood == "participle" for _, f in analyses)


def subject(line: Line, group_start: int, floor: int = 0) -> Stretch | None:
    """The subject standing before the verb group that starts at `group_start`; None when none is found in the
    sentence."""
    j = line.skip_back(group_start)
    # set phrases between commas: « Moscou, de son côté, dénonce », « La coalition, elle, … »
    while j > floor and line.folds[j - 1] == ",":
        opened = _comma_before(line, j - 1, floor)
        if opened is None or not (_insert(line, opened + 1, j - 1) or said_between(line, opened, j - 1, floor)):
            break
        j = opened
    if j - 1 > floor and line.folds[j - 1] in OPENING and j == group_start:
        j -= 1  # « Paris « condamne avec force » cet attentat »
    if j <= floor:
        return None
    last = line.folds[j - 1]
    if last in line.words.speakers:
        return j - 1, j
    if last in line.grammar.last and j - 2 >= floor and line.folds[j - 2] in line.grammar.demonstratives:
        return j - 2, j
    if (last in line.grammar.who or last in line.grammar.heavy_relatives) and j == 1 and line.folds[-1] != "?":
        return 0, 1  # « Qui prévient : … »: the one named last
    if last in line.grammar.who or last in line.grammar.heavy_relatives:
        return antecedent(line, _first_relative(line, j - 1, floor), floor)
    if last == ",":
        # a comma before the verb closes an apposition or a relative clause, unless a main verb stands before it
        start = boundary(line, j - 1, floor)
        if line.folds[start - 1 : start] == [","] and circumstantial(line, start, j - 1):
            start = boundary(line, start - 1, floor)  # « un conseiller, joint par téléphone, »
        opened = (
            start > floor and line.folds[start - 1] in line.grammar.joints and line.folds[start] in line.words.openers
        )
        opened = opened or (start > floor and line.folds[start - 1] in (";", ":"))
        opened = opened or (start > floor and line.opens_clause[start - 1] and line.traits.open_clauses)
        owned = _owned(line, start, j - 1)
        if owned is not None:
            return owned
        if line.main_verb(start, j - 1) is None and (opened or line.main_verb(floor, start) is None):
            return noun_phrase(line, start, j - 1)
        return _shared(line, j - 1, floor)
    if last in line.words.coordinators:
        return _shared(line, j - 1, floor)
    start = _behind_aside(line, boundary(line, j, floor), j)
    if line.folds[group_start] in line.grammar.taken_before:
        start = _after_topic(line, start, j)
    return noun_phrase(line, start, j)


def _owned(line: Line, start: int, end: int) -> Stretch | None:
    """Whose part « dont » brings in with a name behind it: « X, dont le porte-parole, Untel, (promet) »; or None.

    « Plusieurs élus, dont le maire, Untel, (dénoncent) » are the elected: what stands before « dont » is one here.
    """
    at = next((k for k in range(end - 1, start, -1) if line.folds[k] in line.words.partitives), None)
    if at is None or line.folds[at - 1] != "," or not line.word_in(at + 1, line.words.openers):
        return None
    comma = next((k for k in range(at + 1, end) if line.folds[k] == ","), None)
    named = comma is not None and line.capital(comma + 1) and line.named(end)
    one = line.named(at - 1) or line.word_in(_start_of(line, start, at - 1), line.grammar.singular_articles)
    return (at + 1, end) if named and one and line.main_verb(at + 1, end) is None else None


def _start_of(line: Line, start: int, end: int) -> int:
    """Where the noun phrase begins that ends at token `end`."""
    found = nearest(line, start, end)
    return found[0] if found is not None else start


def _behind_aside(line: Line, start: int, end: int) -> int:
    """Where the subject begins behind a relative clause between commas whose verb no list knows (« In Kyiv, where shots rang
    out, the mayor said »)."""
    aside = line.word_in(start - 1, line.grammar.asides) and line.word_in(start - 2, frozenset(","))
    close = next((k for k in range(end - 1, start, -1) if line.folds[k] == ","), None)
    if not aside or close is None or not line.speaks(close + 1, end):
        return start
    return close + 1


def _after_topic(line: Line, start: int, end: int) -> int:
    """Where the subject begins behind a topic that a pronoun before the verb takes up (« Ces rumeurs, le ministre les
    dément »)."""
    comma = next((k for k in range(end - 1, start, -1) if line.folds[k] == ","), None)
    if comma is None or line.speaks(start, comma):
        return start
    if not line.word_in(comma + 1, line.words.openers) and not line.capital(comma + 1):
        return start
    return comma + 1 if line.speaks(comma + 1, end) else start


def _first_relative(line: Line, relative: int, floor: int) -> int:
    """The relative pronoun that the one at `relative` goes on from (« X, qui tient la ville et qui affirme … »)."""
    while line.word_in(relative - 1, line.grammar.apart):
        earlier = next((k for k in range(relative - 2, floor, -1) if line.folds[k] in line.grammar.who), None)
        if earlier is None:
            break
        relative = earlier
    return relative


def _insert(line: Line, start: int, end: int) -> bool:
    """Whether start:end, between commas, is a circumstance or a stressed pronoun set between subject and verb."""
    if start >= end:
        return True
    if line.folds[start] in line.words.stressed and end - start <= 2:
        return True
    if line.folds[start] in line.words.relatives:
        return False
    i = after_connectors(line, start, end)
    if i >= end or line.skip(i) >= end:
        return True
    return bool(line.folds[i] in line.words.circumstance or line.folds[i] in line.grammar.insert_heads)


def said_between(line: Line, opened: int, closed: int, floor: int) -> bool:
    """Whether an inserted cue with its subject stands between two commas and parts a subject from its verb (« L'armée,
    précise un officier, promet … »)."""
    verb = opened + 1
    if line.participle(verb) and line.word_in(line.skip(verb + 1), line.grammar.by):
        return line.folds[verb] in line.pack.relaying_words  # « , cité par l'agence, »
    while verb < closed and (line.folds[verb] in line.words.reflexives or line.folds[verb] in line.words.clitics):
        verb += 1
    if verb >= closed - 1 or not (line.verb_here(verb) or (line.verbs.is_auxiliary(line.folds[verb]))):
        return False
    main = next((k for k in range(verb, min(verb + 4, closed)) if _may_be_inserted(line, k)), None)
    named = closed if main is None else line.skip(main + 1)
    if named >= closed or (line.count_at(named) and not line.word_in(named, line.grammar.indefinite)):
        return False
    if line.folds[named] not in line.words.openers and not line.capital(named):
        return False
    start = boundary(line, opened, floor)
    return start < opened and line.main_verb(start, opened) is None and line.word_in(start, line.words.openers)


def _may_be_inserted(line: Line, i: int) -> bool:
    cues = line.pack.cues
    return any(
        lemma in cues.reflexive or (lemma in cues.verbs and "inserted" in cues.verbs[lemma].frames)
        for lemma, _ in line.verbs.analyses(line.folds[i])
    )


def _comma_before(line: Line, i: int, floor: int) -> int | None:
    for k in range(i - 1, floor - 1, -1):
        if line.folds[k] == ",":
            return k
        if line.folds[k] in ";:" or line.folds[k] in CLOSING:
            return None
    return None


def _shared(line: Line, joint: int, floor: int) -> Stretch | None:
    """The subject of the verb before the joint (« et », a comma), which the next verb shares."""
    start = floor
    k = joint
    while k > floor:
        k -= 1
        if line.folds[k] in CLOSING:
            k = _matching(line, k, floor) or k
        elif line.folds[k] == ";" or line.folds[k] in OPENING:
            start = k + 1
            break
    verb = line.main_verb(start, joint)
    if (
        line.traits.open_clauses and line.folds[joint] in line.words.coordinators
    ):  # « … a day after Russia accused Kyiv and | warned »: who has just spoken
        said = (k for k in range(joint - 1, start - 1, -1) if line.folds[k] in line.pack.cue_words)
        verb = next((k for k in said if line.verb_here(k)), verb)
    if verb is None:
        verb = next((k for k in range(joint - 1, start - 1, -1) if line.verb_here(k)), None)
    inner = _beside_joint(line, verb, joint) if verb is not None else None
    if inner is not None:
        verb = inner
    if verb is None:  # « Elle se durcit et exige … »: a verb that no list knows
        pronoun = line.folds[start] in line.words.speakers and line.folds[start] not in line.grammar.impersonal
        return (start, start + 1) if pronoun and start + 1 < joint else None
    if verb + 1 < line.n and line.folds[verb + 1].startswith("-") and len(line.folds[verb + 1]) > 1:
        return verb + 1, verb + 2
    left = verb
    while left > start and line.folds[left - 1] in line.words.clitics:
        left -= 1
    return subject(line, left, start)


def _beside_joint(line: Line, main: int, joint: int) -> int | None:
    """The verb of a relative clause that the joint goes on from, by their tense; None where the main verb's fits too.

    « L'attaque survient après l'embuscade dans laquelle l'armée reconnaissait avoir perdu 9 hommes et disait … »
    """
    after = next((k for k in range(joint, min(joint + _NEAR, line.n)) if line.verb_here(k)), None)
    inner = next((k for k in range(joint - 1, main, -1) if line.verb_here(k)), None)
    if after is None or inner is None or "," in line.folds[inner:joint]:
        return None
    tense = _tenses(line, after)
    return inner if not tense.isdisjoint(_tenses(line, inner)) and tense.isdisjoint(_tenses(line, main)) else None


def _tenses(line: Line, verb: int) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((f.mood, f.tense) for _, f in line.verbs.analyses(line.folds[verb]) if f.finite and f.person == 3)


def antecedent(line: Line, relative: int, floor: int) -> Stretch | None:
    """The noun phrase before the relative pronoun at token `relative`."""
    end = relative
    if end > floor and line.folds[end - 1] == ",":
        end -= 1
    if end <= floor:
        return None
    start = boundary(line, end, floor)
    if line.folds[start - 1 : start] == [","] and line.named(start - 1) and line.folds[start] in line.pack.voices.roles:
        # « Awa Diallo, directrice pour l'Asie de l'ONG, selon qui »
        return line.index(next(m.span.start for m in line.mentions if m.span.end == line.tokens[start - 2].end)), end
    return nearest(line, start, end)


def nearest(line: Line, floor: int, end: int) -> Stretch | None:
    """The noun phrase that ends at `end`: from its last opener, and further left through « de » while the head can
    speak.

    « une attaque de l'organisation, qui affirme »: the organisation; « le porte-parole de l'armée, qui affirme »: he.
    """
    for k in range(end - 1, floor - 1, -1):
        if line.verb_here(k) or (line.folds[k] == "," and not _apposed(line, k, end)):
            floor = k + 1
            break
    start: int | None = None
    for k in range(end - 1, floor - 1, -1):
        opener = line.folds[k] in line.words.openers or (line.folds[k] in line.grammar.contracted and k > floor)
        name = line.capital(k) and (k == floor or not line.capital(k - 1)) and line.folds[k - 1 : k] not in ([], ["-"])
        if not opener and not name and k > floor:
            continue
        reached = k - 2 > floor and line.folds[k - 1] in line.grammar.by and line.reached(k - 2)
        if reached:
            continue  # « un habitant joint par l'AFP, qui dit »: the inhabitant
        joined = k > floor and (line.folds[k - 1] in line.grammar.of or line.folds[k] in line.grammar.contracted)
        if start is None or line.speaks(k, start):
            start = k
        if not joined and opener:
            break
    if start is None:
        return noun_phrase(line, floor, end)
    while start < end and line.folds[start] in line.grammar.contracted and line.folds[start] not in line.words.openers:
        start += 1
    return (start, end) if start < end else None


def _apposed(line: Line, comma: int, end: int) -> bool:
    return line.capital(comma + 1) and end - comma <= 6


def noun_phrase(line: Line, start: int, end: int) -> Stretch | None:
    """The noun phrase in start:end, without the circumstances before and after it."""
    parts = segments(line, start, end)
    while len(parts) > 1 and (
        circumstantial(line, *parts[0]) or _measured(line, *parts[0]) or _day_counted(line, *parts[0])
    ):
        dropped, parts = parts[0], parts[1:]
        if len(parts) > 1 and _names_the_one_before(line, dropped, *parts[:2]):
            parts = parts[1:]
    while len(parts) > 1 and (
        line.folds[parts[-1][0]] in line.words.stressed
        or line.skip(parts[-1][0]) >= parts[-1][1]
        or line.folds[parts[-1][0]] in line.grammar.tail_heads
    ):
        parts = parts[:-1]
    heading = line.sentence.kind != "paragraph" and len(parts) > 1
    if heading and not line.speaks(*parts[0]) and parts[-1][1] - parts[-1][0] <= 2 and line.speaks(*parts[-1]):
        parts = parts[-1:]  # « Nouveau raid sur Dnipro, Londres promet … »
    parts = parts[:1] + list(takewhile(lambda part: not _tells_by_itself(line, part[0]), parts[1:]))
    if not parts:
        return None
    first = after_connectors(line, parts[0][0], parts[-1][1])
    last = parts[-1][1]
    while first < last and line.folds[first] in line.words.partitives:
        first += 1  # « …, dont le président »
    first = _after_circumstance(line, first, last)
    while first < last and not line.is_word(first) and line.folds[first] not in OPENING:
        first += 1
    while last > first and not line.is_word(last - 1) and line.folds[last - 1] not in (")", "]", *CLOSING):
        last -= 1
    last = max(first, _without_tail(line, first, last))
    return (first, last) if first < last else None


def _names_the_one_before(line: Line, before: Stretch, part: Stretch, after: Stretch) -> bool:
    """Whether a name belongs to the circumstance before it: « Dans une lettre au ministre, Awa Diallo, l'armée … »."""
    if not line.named(part[1]) or not any(line.human(k) for k in range(*before)):
        return False
    start = line.tokens[part[0]].start
    if not any(m.span.start == start and m.entity.kind == "person" for m in line.mentions):
        return False
    head = range(after[0], line.head(*after))
    return line.speaks(*after) and not any(line.folds[k] in line.pack.voices.roles for k in head)


def _measured(line: Line, start: int, end: int) -> bool:
    """« Environ quarante minutes avant l'expiration du délai, le président … »: how long before or after what."""
    around = next((k for k in range(start, end) if line.folds[k] in line.grammar.around_infinitive), None)
    return around is not None and line.counts(start, around) and not line.voice(start, around)


def _day_counted(line: Line, start: int, end: int) -> bool:
    """« (Lundi 3 juin), vingtième jour du siège, le ministère … »: how far a war has come."""
    return line.word_in(start + 1, line.grammar.days_counted) and line.head(start, end) == start + 2


def _tells_by_itself(line: Line, i: int) -> bool:
    """Whether the apposition at `i` is a reporting act of its own (« , citant X, », « , accusés par X de Y, »)."""
    if line.phrase_at(i, line.pack.cues.resting) and line.folds[i] not in line.words.relatives:
        return True
    verbs = line.pack.cues.verbs
    if any(
        f.mood == "participle" and f.tense == "present" and v in verbs for v, f in line.verbs.analyses(line.folds[i])
    ):
        return True  # « , confirmant l'attaque, »
    return line.word_in(i + 1, line.grammar.by) and any(
        f.mood == "participle" and lemma in line.pack.cues.verbs and "addressed" in line.pack.cues.verbs[lemma].frames
        for lemma, f in line.verbs.analyses(line.folds[i])
    )


def _after_circumstance(line: Line, first: int, last: int) -> int:
    """Past a circumstance that no comma closes (« Dans un communiqué l'armée … », « Vendredi le ministre … »)."""
    i = line.skip(first)
    if i < last and i > first and (line.folds[i] in line.words.openers or line.capital(i)):
        return i
    fold = line.folds[first] if first < last else ""
    if fold in line.words.circumstance or fold in line.grammar.circumstance_heads:
        for k in range(first + 2, last):
            inside = line.folds[k - 1] in line.words.prepositions or line.folds[k - 1] in line.words.determiners
            opens = line.folds[k] in line.words.openers and line.folds[k] not in line.grammar.contracted
            if (opens or (line.capital(k) and not line.capital(k - 1))) and not inside:
                return k
    return first


def _without_tail(line: Line, first: int, last: int) -> int:
    """Without adverbs and times at the end (« Un décompte de source sécuritaire samedi matin »); an apposition stays
    whole."""
    if "," in line.folds[first:last]:
        return last
    for k in range(first + 1, last):
        if line.skip(k) >= last:
            return k
    return last


def hung(line: Line, group: Group) -> Stretch | None:
    """The subject pronoun hung on the verb (« -t-il »), as a stretch of one token."""
    return (group.subject, group.subject + 1) if group.subject is not None else None
