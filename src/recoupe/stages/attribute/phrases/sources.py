"""Sources: the words that name who speaks, found from the cue (token indexes, `end` exclusive)."""

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.phrases.boundaries import boundary, comma_before, matching
from recoupe.stages.attribute.phrases.main_clause import opens_with_clause, subject_start
from recoupe.stages.attribute.phrases.noun_phrases import (
    Stretch,
    after_connectors,
    circumstantial,
    nearest,
    noun_phrase,
)
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, DASHES, OPENING
from recoupe.stages.attribute.words.nicknames import nickname_end

_COMMA = frozenset(",")
_MOOD = 7
"""Words of how somebody speaks, before a comma, at most."""
_NEAR = 4
"""Within how many words behind « et » the verb that it joins stands."""


def subject(line: Line, group_start: int, floor: int = 0) -> Stretch | None:
    """The subject standing before the verb group that starts at `group_start`; None when none is found in the
    sentence."""
    j = line.skip_back(group_start)
    # set phrases between commas: « Moscou, de son côté, dénonce », « La coalition, elle, … »
    while j > floor and line.folds[j - 1] == ",":
        opened = comma_before(line, j - 1, floor)
        if opened is None or not (_insert(line, opened + 1, j - 1) or said_between(line, opened, j - 1, floor)):
            break
        j = opened
    if j > floor and line.folds[j - 1] in DASHES:  # « Un élu – le seul à avoir répondu – affirme »
        j = next((k for k in range(j - 2, floor, -1) if line.folds[k] in DASHES), j)
    if j - 1 > floor and line.folds[j - 1] in OPENING and j == group_start:
        j -= 1  # « Paris « condamne avec force » cet attentat »
    if j <= floor:
        return None
    last = line.folds[j - 1]
    if last in line.words.speakers:
        return j - 1, j
    out = j - max(1, line.phrase_before(j, line.words.inserted))
    if out >= floor and line.stands_out(out):
        return out, out + 1  # « Lui parle de », « ; eux aussi évoquent »
    if last in line.grammar.last and j - 2 >= floor and line.folds[j - 2] in line.grammar.demonstratives:
        return j - 2, j
    if (last in line.grammar.who or last in line.grammar.heavy_relatives) and j == 1 and line.folds[-1] != "?":
        return 0, 1  # « Qui prévient : … »: the one named last
    if last in line.grammar.who or last in line.grammar.heavy_relatives:
        return antecedent(line, first_relative(line, j - 1, floor), floor)
    if last == ",":
        # a comma before the verb closes an apposition or a relative clause, unless a main verb stands before it
        start = boundary(line, j - 1, floor)
        roles = line.pack.voices.roles
        titled = line.word_in(start, line.grammar.definite) and start + 1 < j and line.folds[start + 1] in roles
        named = (line.capital(start) or titled) and line.named(j - 1)  # « alors que le maire, le docteur Untel, »
        titled = titled or line.folds[start] in roles  # « alors qu'Untel, (le) maire de la ville, »
        named = named or (titled and line.named(start - 1))
        if line.folds[start - 1 : start] == [","] and (named or circumstantial(line, start, j - 1)):
            start = boundary(line, start - 1, floor)  # « un conseiller, joint par téléphone, »
        relative = start > floor and line.opens_clause[start - 1] and line.word_in(start - 1, line.words.relatives)
        if relative and line.main_verb(floor, j - 1) is None and not _opens_by_itself(line, start - 1, floor):
            # « L'ONG, installée à Londres et que l'agence recopie, prétend … »: a verb that no list knows
            start = boundary(line, start - 1 - line.word_in(start - 2, line.grammar.conjunction), floor)
        opened = (
            start > floor
            and line.folds[start - 1] in line.grammar.joints
            and (line.folds[start] in line.words.openers or line.capital(start))
        )
        opened = opened and not _between_two(line, start - 1, floor)
        opened = opened or (start > floor and line.folds[start - 1] in (";", ":"))
        # « Le préfet affirme que le maire, blessé à la jambe, a dénoncé … »: the mayor
        opened = opened or (start > floor and line.folds[start - 1] in line.grammar.that and "," in line.folds[start:j])
        opened = opened or (start > floor and line.opens_clause[start - 1] and line.traits.open_clauses)
        if start - 1 > floor and _told_by_unlisted(line, start, j - 1):
            return antecedent(line, start - 1, floor)
        owned = _owned(line, start, j - 1)
        if owned is not None:
            return owned
        if line.main_verb(start, j - 1) is None and (opened or line.main_verb(floor, start) is None):
            return _behind_mood(line, noun_phrase(line, start, j - 1))
        return _shared(line, j - 1, floor)
    if last in line.words.coordinators:
        return _shared(line, j - 1, floor)
    start = _behind_aside(line, boundary(line, j, floor), j)
    if start - 1 > floor and _told_by_unlisted(line, start, j):
        return antecedent(line, start - 1, floor)
    if opens_with_clause(line, start, j) and line.main_verb(start, j) is None:
        start = subject_start(line, start, j) or start
    if line.sentence.kind != "paragraph":
        start = _behind_fact(line, start, j)
    if line.folds[group_start] in line.grammar.taken_before:
        start = _after_topic(line, start, j)
    return _likened(line, _behind_mood(line, noun_phrase(line, start, j)), floor)


def _between_two(line: Line, joint: int, floor: int) -> bool:
    """Whether the « et » at `joint` joins those between whom something is (« …, qui font la navette entre la ville | et les
    représentants de la guérilla, affirment »), inside a clause set between commas."""
    for k in range(joint - 1, floor, -1):
        if line.folds[k] in line.grammar.between:
            return any(line.folds[m] in line.grammar.who for m in range(floor, k))
        if line.folds[k] in (",", ";", ":") or line.verb_here(k):
            return False
    return False


def _told_by_unlisted(line: Line, start: int, end: int) -> bool:
    """Whether start:end, behind « dont », begins with what cannot speak and a verb that no list knows (« (une habitante dont) la
    maison *borde* le marché »): who speaks stands before « dont »."""
    if not (line.word_in(start - 1, line.grammar.whose) and line.word_in(start, line.words.openers)):
        return False
    small = either(line.words.prepositions, line.words.coordinators)
    for k in range(start + 2, end - 1):
        plain = line.is_word(k) and line.folds[k] == line.tokens[k].text and not line.word_in(k, small)
        if plain and not line.verbs.analyses(line.folds[k]) and line.word_in(k + 1, line.grammar.definite):
            return not line.speaks(start, k)
    return False


def _opens_by_itself(line: Line, that: int, floor: int) -> bool:
    """Whether nothing but a verb stands before the token `that`, and nobody whom it could point back to (« Rappelons que »,
    « Reste que », « Toujours est-il que »)."""
    before = range(floor, that)
    if not before or any(line.word_in(k, line.words.openers) or line.word_in(k, _COMMA) for k in before):
        return False
    if any(k > floor and line.capital(k) for k in before):
        return False
    return any(line.folds[k].startswith("-") for k in before) or not line.speaks(floor, that)


def _behind_mood(line: Line, found: Stretch | None) -> Stretch | None:
    """The subject without the words that tell how he is or speaks before it (« Prudent, le maire (évoque) », « La voix brisée,
    une veuve (raconte) », « Officiellement, Untel (parle de) »); a name keeps its title."""
    if found is None or found[0] > 0:
        return found
    manner = line.manner_at(0)
    comma = (
        next((k for k in range(max(manner, 1), min(_MOOD, found[1])) if line.folds[k] == ","), None) if manner else 1
    )
    if comma is None or not line.word_in(comma, _COMMA):
        return found
    adverb = line.folds[0] in line.words.adverbs or line.folds[0].endswith(line.grammar.adverb_suffixes)
    if not (line.word_in(comma + 1, line.grammar.definite) or manner or adverb):
        return found
    named = any(m.span.start == line.tokens[0].start for m in line.mentions)
    told = not manner and (named or line.word_in(0, line.words.openers) or line.word_in(0, line.words.speakers))
    behind = comma + 1, found[1]
    made = line.participle(0) or line.folds[0].endswith(line.grammar.made_suffixes or ("-",))
    summed = made and line.document(*behind)  # « Additionnés, les communiqués de l'armée (donnent) »
    return found if told or not (summed or line.speaks(*behind)) else behind


def _likened(line: Line, found: Stretch | None, floor: int) -> Stretch | None:
    """The subject with what it is tied to by « comme », « ainsi que » (« Kiev comme Moscou affirment »)."""
    if found is None:
        return None
    size = line.pack.voices.joining.before(line.folds, found[0])
    at = found[0] - size
    if not size or at <= floor:
        return found
    first = noun_phrase(line, boundary(line, at, floor), at)
    whole = first is not None and first[1] == at and line.speaks(*first) and line.speaks(*found)
    return (first[0], found[1]) if first is not None and whole else found


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


def _behind_fact(line: Line, start: int, end: int) -> int:
    """Where the subject begins behind what a heading tells first without a verb (« Dix soldats tués, | le gouvernement
    promet »)."""
    comma = next((k for k in range(end - 1, start, -1) if line.folds[k] == ","), None)
    if comma is None or not line.speaks(comma + 1, end):
        return start
    definite = line.word_in(comma + 1, line.grammar.definite) or line.capital(comma + 1)
    told = line.counts(start, comma) or any(line.participle(k) for k in range(start + 1, comma))
    return comma + 1 if definite and told and not line.word_in(end, _COMMA) else start


def _after_topic(line: Line, start: int, end: int) -> int:
    """Where the subject begins behind a topic that a pronoun before the verb takes up (« Ces rumeurs, le ministre les
    dément »)."""
    comma = next((k for k in range(end - 1, start, -1) if line.folds[k] == ","), None)
    if comma is None or line.speaks(start, comma):
        return start
    if not line.word_in(comma + 1, line.words.openers) and not line.capital(comma + 1):
        return start
    return comma + 1 if line.speaks(comma + 1, end) else start


def first_relative(line: Line, relative: int, floor: int) -> int:
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
    if nickname_end(line, start) == end:
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


def _shared(line: Line, joint: int, floor: int) -> Stretch | None:
    """The subject of the verb before the joint (« et », a comma), which the next verb shares."""
    start = floor
    k = joint
    while k > floor:
        k -= 1
        if line.folds[k] in CLOSING:
            k = matching(line, k, floor) or k
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
    if _of_agent(line, main, inner):
        return inner
    tense = _tenses(line, after)
    return inner if not tense.isdisjoint(_tenses(line, inner)) and tense.isdisjoint(_tenses(line, main)) else None


def _of_agent(line: Line, main: int, inner: int) -> bool:
    """Whether a relative clause tells more of the agent of the main verb (« L'information a été confirmée par le gouverneur, X, qui parle
    de six morts et affirme … »): what was done by him says nothing itself."""
    relative = next((k for k in range(inner - 1, main, -1) if line.folds[k] in line.grammar.who), 0)
    by = next((k for k in range(main + 1, relative) if line.folds[k] in line.grammar.by), 0)
    told = line.folds[relative - 1] == "," and by > 0 and not any(line.verb_here(k) for k in range(by, relative))
    return told and line.main_verb(relative + 1, inner) is None and any(map(line.participle, range(main, by)))


def _tenses(line: Line, verb: int) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((f.mood, f.tense) for _, f in line.verbs.analyses(line.folds[verb]) if f.finite and f.person == 3)


def antecedent(line: Line, relative: int, floor: int) -> Stretch | None:
    """The noun phrase before the relative pronoun at token `relative`."""
    end = relative
    if end > floor and line.folds[end - 1] == ",":
        end -= 1
    if end <= floor:
        return None
    aside = comma_before(line, end, floor)
    if (
        line.folds[end] == ","
        and aside is not None
        and line.participle(aside + 1)
        and line.word_in(aside + 2, line.words.prepositions)
    ):
        end = aside  # « un commerçant, joint au téléphone, qui dit … »
    start = boundary(line, end, floor)
    if line.folds[start - 1 : start] == [","] and line.named(start - 1) and line.folds[start] in line.pack.voices.roles:
        # « Awa Diallo, directrice pour l'Asie de l'ONG, selon qui »
        return _name_before(line, start - 1), end
    found = nearest(line, start, end)
    if found is not None and (named := _named_with(line, end)) is not None and start <= named < found[0]:
        return named, end  # « l'agence de l'ONU pour les réfugiés (HCR), qui »
    if found is not None and line.word_in(found[0] - 1, _COMMA) and line.named(found[0] - 1):
        head = next((k for k in range(*found) if line.folds[k] not in line.words.openers), found[0])
        if line.folds[head] in line.pack.voices.roles:
            return _name_before(line, found[0] - 1), end  # « Untel, son porte-parole, qui … »
    return found


def _named_with(line: Line, end: int) -> int | None:
    """Where the name begins, its article included, that ends at `end` with its acronym in brackets."""
    if line.folds[end - 1 : end] != [")"] or end < 4 or line.folds[end - 3] != "(":
        return None
    lasts = (line.tokens[end - 1].end, line.tokens[end - 4].end)
    start = min((m.span.start for m in line.mentions if m.span.end in lasts), default=None)
    if start is None:
        return None
    first = line.index(start)
    return first - line.word_in(first - 1, line.words.determiners)


def _name_before(line: Line, comma: int) -> int:
    """The token at which the person's name begins that ends before the comma."""
    return line.index(next(m.span.start for m in line.mentions if m.span.end == line.tokens[comma - 1].end))


def hung(line: Line, group: Group) -> Stretch | None:
    """The subject pronoun hung on the verb (« -t-il »), as a stretch of one token."""
    return (group.subject, group.subject + 1) if group.subject is not None else None
