"""Noun phrases: the words between two others that name somebody, without what only stands around them (token indexes)."""

from itertools import takewhile

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, OPENING

Stretch = tuple[int, int]


_BULLETS = frozenset("•▪■►▶*–—-")


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
    if i >= end or line.skip(i) >= end or line.skip(start) >= end or line.folds[end - 1] in line.grammar.time_closers:
        return True
    fold = line.folds[i]
    timed = line.time_at.get(i)
    if timed is not None and timed < end and line.folds[timed] in line.grammar.of_contracted:
        return True  # « Le jour même du drame »
    if fold in line.grammar.all and line.word_in(i + 1, line.grammar.in_gerund):
        return True  # « Tout en reconnaissant des erreurs »
    if fold in line.grammar.leading:
        return True  # « Faute d'accès, l'ONG … », « Quant au bilan, le préfet … »
    if fold in line.words.reflexives and i + 1 < end:
        doing = line.verbs.analyses(line.folds[i + 1])
        return any(f.mood == "participle" and f.tense == "present" for _, f in doing)  # « S'agissant des pertes, … »
    contracted = fold in line.grammar.of_contracted
    if fold in line.grammar.facets or (contracted and line.word_in(i + 1, line.grammar.facets)):
        return True  # « Côté ukrainien, les autorités … », « Du côté israélien, l'armée … »
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
    if line.phrase_at(i, line.words.clause_openers) > 1:
        return True  # « Tandis que les combats reprennent, l'armée … »
    if fold in line.words.prepositions:
        return fold not in line.grammar.contracted or False
    analyses = line.verbs.analyses(fold)
    participle = any(f.mood == "participle" for _, f in analyses)
    if participle and i == start and line.traits.open_clauses and not line.capital(end - 1):
        return True  # « Asked about the raid, a spokesman … »
    if participle and (line.word_in(i + 1, line.grammar.by) or not any(f.finite for _, f in analyses if f.person == 3)):
        return True
    if (
        participle
        and i == start
        and line.reached(i)
        and line.word_in(i + 1, either(line.words.prepositions, line.grammar.to))
    ):
        return True  # « Joint au téléphone, un élu … »
    unlisted = 0 < start == i and not analyses and line.word_in(i + 1, line.words.prepositions)
    if unlisted and fold.endswith(line.grammar.made_suffixes) and not line.capital(i):
        return True  # « , blessé à la jambe, »: a participle that no list knows
    return fold.endswith("ant") and i == start and len(fold) > 5 and any(f.mood == "participle" for _, f in analyses)


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
        if start is None or line.speaks(k, start) or (opener and k + 1 == start):
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
        circumstantial(line, *parts[0])
        or _measured(line, *parts[0])
        or _day_counted(line, *parts[0])
        or _absolute(line, *parts[:2])
    ):
        dropped, parts = parts[0], parts[1:]
        told = len(parts) > 1 and (_is_town(line, *parts[:2]) or _says_what_it_is(line, *parts[:2]))
        if told or (len(parts) > 1 and _names_the_one_before(line, dropped, *parts[:2])):
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


def _is_town(line: Line, part: Stretch, after: Stretch) -> bool:
    """Whether an apposition says what the place before it is: « À Goma, la capitale provinciale, l'armée … »."""
    head = part[0] + line.word_in(part[0], line.words.openers)
    return line.word_in(head, line.grammar.localities) and line.speaks(*after)


def _says_what_it_is(line: Line, part: Stretch, after: Stretch) -> bool:
    """Whether an adjective or a noun without article tells of the circumstance before it: « Dans un texte diffusé par l'agence,
    proche des rebelles, la guérilla … »."""
    first = part[0]
    plain = line.is_word(first) and not line.capital(first) and not line.word_in(first, line.words.openers)
    governs = any(line.word_in(first + 1, words) for words in (line.grammar.of_contracted, line.grammar.to))
    opens = line.word_in(after[0], line.words.openers) or line.capital(after[0])
    return plain and governs and part[1] > first + 2 and opens and line.speaks(*after)


def _measured(line: Line, start: int, end: int) -> bool:
    """« Environ quarante minutes avant l'expiration du délai, le président … »: how long before or after what."""
    around = next((k for k in range(start, end) if line.folds[k] in line.grammar.around_infinitive), None)
    return around is not None and line.counts(start, around) and not line.voice(start, around)


def _absolute(line: Line, part: Stretch, after: Stretch) -> bool:
    """« L'armée ne donnant pas de bilan, une ONG … », « La ville ayant été prise, le préfet … »: somebody else, and what he does."""
    if not line.word_in(part[0], line.grammar.definite) or not line.speaks(*after):
        return False
    if not (line.word_in(after[0], line.words.openers) or line.capital(after[0])):
        return False
    for k in range(part[0] + 2, part[1] - 1):
        doing = any(f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[k]))
        helped = line.word_in(k - 1, line.grammar.ne) or any(
            v in line.verbs.auxiliaries for v, _ in line.verbs.analyses(line.folds[k])
        )
        if doing and helped and not line.word_in(k - 1, line.grammar.in_gerund):
            return True
    return False


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
    timed = first == 0 and last > 2 and line.folds[0][0].isdigit() and line.folds[1] in _BULLETS
    if timed and (line.folds[2] in line.words.openers or line.capital(2)):
        return 2  # « 09h00 - La Belgique … »
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
