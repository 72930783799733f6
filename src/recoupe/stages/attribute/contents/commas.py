"""Commas: whether what is said ends at a comma, by what stands behind it (token indexes within a line)."""

from collections.abc import Mapping

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.phrases.counts import count_follows
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.words.groups import Group, brings_to
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_COMMA = frozenset(",")
_RESUMED = 12
"""Words at most between « ce que » and the verb that takes up what was said."""
_NOUN = 5
"""Words of a bare noun phrase and of a verb with its pronouns, at most."""
_TAKEN_UP = 7
"""Words at most between « which » and the verb that takes up what was said."""


def stops_at_comma(line: Line, comma: int, frame: str, starts: Mapping[int, Group], limit: int) -> bool:
    """Whether what is said ends at the comma; `starts` has the reporting verbs around it by their first token."""
    k = comma + 1
    if k >= limit:
        return True
    if frame in ("object", "counting") and line.folds[k] in OPENING and any(g.main > k for g in starts.values()):
        return True  # « évoque un bilan de dix morts, « … », a-t-il lancé »
    if line.folds[k] in line.grammar.before and line.word_in(k + 1, line.grammar.of) and line.infinitive(k + 2):
        return True  # « promet que …, avant de s'envoler »
    tied = line.phrase_at(k, line.pack.voices.joining) if frame == "object" else 0
    if tied > 1 and k + tied < limit and line.speaks(k + tied, limit):
        return True  # « a condamné l'attentat, tout comme l'Iran »
    apart = line.word_in(k, line.words.stressed) and line.word_in(k + 1, _COMMA)  # « l'armée, elle, parle de … »
    if frame in ("object", "counting") and line.word_in(k, line.words.speakers) and not apart:
        return True  # « La radio parlait de quatre morts, nous en avions déjà sept »
    if frame == "addressed" and _parts_imputed(line, k, limit):
        return False
    size = line.phrase_at(k, line.words.clause_openers)
    if size and frame == "that" and _said_too(line, k, size, limit):
        return False  # « affirme que …, mais que … »
    if line.folds[k] in line.grammar.turning and frame != "that" and _thing_too(line, k, limit):
        return False  # « évoque la mort de six bergers, mais aussi le vol de deux cents bœufs »
    if size and line.folds[k] not in line.grammar.weak_openers:
        # « …, with ten hospitals closed, and accused the army »: a preposition reaches to the next comma
        reach = limit
        if line.folds[k] in line.words.prepositions and frame == "that":
            reach = next((m for m in range(k, limit) if line.folds[m] == ","), limit)
        reported = any(k < g.main < reach and not nobody_counts(line, g) for g in starts.values())
        reported_after = reported or _adposition_in(line, k, reach)
        return frame != "that" or reported_after
    if line.traits.trailing_speakers and _speaker_follows(line, k, starts, limit):
        return True
    if line.phrase_at(k, line.pack.cues.adpositions) or line.phrase_at(
        _past_always(line, k), line.pack.cues.adpositions
    ):
        # « …, selon Y. » closes the sentence and governs all of it; « a, selon elle, tué » stands inside
        return _to_the_end(line, k, limit)
    if _article_goes_on(line, comma, frame, starts, limit) or _reports_on(line, k, starts):
        return True
    if new_clause(line, comma, frame, starts, limit) or _another_adds(line, k, starts):
        return True
    if frame in ("object", "counting") and _told_by_another(line, k):
        return True  # « signale la mort de trois enfants, confirmée par la mairie »
    if line.word_in(k, line.grammar.which) and any(
        k < g.main <= k + _TAKEN_UP and g.cue.stance == "deny" and g.kind == "finite" for g in starts.values()
    ):
        return not line.verb_here(k + 1)  # « …, which the army denies »
    if _aside(line, k, frame, limit):
        return True
    if line.opens_clause[k] and frame != "that":
        # a relative clause with a cue of its own is said apart; one without belongs to the noun phrase
        if frame == "addressed" and _accusation_after(line, k, limit):
            return False
        reach = _clause_reach(line, k, limit)
        told = any(k < g.main < reach and g.kind != "infinitive" for g in starts.values())
        return told or _adposition_in(line, k, limit)
    return False


def _another_adds(line: Line, k: int, starts: Mapping[int, Group]) -> bool:
    """Whether one of those who speak begins at `k` with a participle of his own (« …, l'un d'eux précisant que deux sont des enfants »)."""
    verb = next((g.start for g in starts.values() if g.kind == "gerund" and k < g.start <= k + _NOUN), None)
    if verb is None or not line.word_in(k, line.grammar.singular_articles):
        return False
    of_two = line.word_in(k + 1, line.pack.voices.of_two.keys()) and verb == k + 2
    of_them = line.word_in(k + 1, line.grammar.indefinite) and line.word_in(verb - 1, line.words.stressed)
    return of_two or of_them


def nobody_counts(line: Line, group: Group) -> bool:
    """Whether the verb only tells of how many there are, and not of somebody who says so (« …, tandis que côté rebelle on
    déplore dix morts »)."""
    counts = group.lemma in line.pack.cues.suffering or (
        group.cue.stance == "estimate" and "counting" in group.cue.frames
    )
    return counts and line.word_in(group.start - 1, line.grammar.impersonal)


def _clause_reach(line: Line, k: int, limit: int) -> int:
    """Where the relative clause at `k` may end: at the last comma before the sentence's own verb turned round (« …, que ses
    services vérifient, a fait savoir la porte-parole »)."""
    verb = line.main_verb(k + 1, limit)
    comma = next((m for m in range((verb or k) + 1, limit) if line.folds[m] == ","), limit)
    behind = line.skip(comma + 1)
    turned = behind < limit and (line.verbs.is_auxiliary(line.folds[behind]) or line.verb_here(behind))
    return comma if verb is not None and turned else limit


def _thing_too(line: Line, k: int, limit: int) -> bool:
    """Whether behind the « mais » at `k` stands another thing that is told, and no clause of the article's."""
    first = k + 1
    while first < limit and (line.adverb(first) or line.phrase_at(first, line.words.connectors)):
        first += 1
    thing = line.word_in(first, line.words.determiners) or line.word_in(first, line.grammar.those)
    if first >= limit or not (thing or line.numeric(first)) or _adposition_in(line, k, limit):
        return False
    return line.main_verb(k + 1, limit) is None


def _aside(line: Line, k: int, frame: str, limit: int) -> bool:
    """Whether a relative clause at `k`, behind the comma, is the journalist's own: « …, which fell on a clinic », « …, in
    which 12 died » after a noun phrase, « …, the aim of which was to … » after anything."""
    asides = line.grammar.asides
    if line.folds[k] in line.grammar.demonstratives:
        of = k + 2 if line.word_in(k + 2, line.grammar.of) else k
        return of > k and line.word_in(of + 1, asides) and line.main_verb(of + 2, limit) is not None
    if frame == "that" or line.folds[k] in line.grammar.of:
        return False  # « 30 people, of whom 12 were children »
    k += line.folds[k] in line.words.prepositions
    return line.word_in(k, asides) and line.main_verb(k + 1, limit) is not None


def _speaker_follows(line: Line, k: int, starts: Mapping[int, Group], limit: int) -> bool:
    """Whether somebody stands at `k` with a verb of saying and nothing behind it but the sentence's end: « …, a soldier
    recalled. »"""
    for group in starts.values():
        if group.start <= k or group.start >= limit or group.kind != "finite" or "inserted" not in group.cue.frames:
            continue
        after = line.skip(group.end)
        closes = after >= limit or line.folds[after] in (".", ",", "»")
        if closes and line.main_verb(k, group.start) is None and "," not in line.folds[k : group.start]:
            return line.speaks(k, group.start)
    return False


def _said_too(line: Line, k: int, size: int, limit: int) -> bool:
    """Whether another « que » follows the opener at `k`, of `size` tokens: it is said as well."""
    that = line.grammar.that
    return (
        k + size < limit
        and (line.folds[k + size - 1] in that or line.folds[k + 1] in that)
        and line.folds[k] in line.grammar.apart
    )


def _article_goes_on(line: Line, comma: int, frame: str, starts: Mapping[int, Group], limit: int) -> bool:
    """Whether behind the comma the article itself reckons, tells on, or takes up what was said."""
    k = comma + 1
    if line.phrase_at(k, line.pack.cues.resting):
        return True
    if frame in ("object", "counting") and line.folds[k] in line.grammar.reckoned and not _broken_down(line, k, limit):
        return True  # « en dénombre 3 100, soit huit fois plus »
    if (
        line.folds[k] in line.grammar.this
        and k + 1 < limit
        and line.folds[k + 1] in line.words.relatives
        and any(
            k < g.main <= k + _RESUMED and not (brings_to(line, g) and not _by_others(line, k)) for g in starts.values()
        )
    ):
        return True  # « …, ce que contestent les ONG », but not « …, ce qui porte le bilan à 12 morts »
    if (
        line.word_in(k, line.grammar.taken_up)
        and line.word_in(k + 1, line.grammar.that)
        and line.main_verb(k + 2, limit) is not None
    ):
        return True  # « …, bilan que le procureur situait autour de 60 »
    if count_follows(line, k) or _apposed_told(line, k, starts):
        return True
    if (
        frame in ("object", "addressed")
        and line.folds[k] in line.grammar.glossed
        and line.word_in(k + 1, either(line.words.relatives, line.words.prepositions))
    ):
        return True  # « à des « bandits », terme qui désigne … »
    if line.folds[k] in line.words.openers and line.word_in(k + 1, line.grammar.taken_up):
        resumed = line.folds[k + 2] if k + 2 < limit else ""
        if line.traits.open_clauses and (
            line.main_verb(k + 2, limit) is not None or line.word_in(line.skip(k + 3), line.grammar.by)
        ):
            return True  # « …, a claim the army denies », « …, a claim disputed by residents »
        if resumed in line.grammar.unverified:
            return True  # « …, un chiffre impossible à vérifier de source indépendante »
        if resumed in line.words.relatives or (line.participle(k + 2) and resumed not in line.pack.cue_words):
            return True  # « …, des accusations qu'elle rejette »
    return _narrates(line, comma, limit)


def _by_others(line: Line, k: int) -> bool:
    """Whether a source of its own stands behind what opens at `k` (« …, ce qui porte à 40 ses pertes, selon un décompte de l'AFP »)."""
    return any(line.phrase_at(m, line.pack.cues.adpositions) for m in range(k, line.n))


def _broken_down(line: Line, k: int, limit: int) -> bool:
    """Whether behind « soit » at `k` the count before is told in its parts (« 90 civils, soit 60 enfants et 30 femmes »)."""
    counted = [m for m in range(k + 1, limit) if line.numeric(m) and line.folds[m - 1] != "-"]
    ratio = not line.grammar.ratios.isdisjoint(line.folds[k:limit])
    return len(counted) > 1 and counted[0] == k + 1 and not ratio


def _parts_imputed(line: Line, k: int, limit: int) -> bool:
    """Whether what stands at `k`, up to the next comma, tells only where something is imputed, and to whom stands behind it
    (« attribue l'attaque, dans un communiqué, au chef rebelle »)."""
    close = next((m for m in range(k + 1, limit - 1) if line.folds[m] == ","), None)
    if close is None or line.folds[k] not in either(line.grammar.said_in, line.grammar.through, line.grammar.posted_on):
        # the comma that closes it parts nothing either
        opened = next((m for m in range(k - 2, 0, -1) if line.folds[m] == ","), None)
        told = opened is not None and line.folds[opened + 1] in line.grammar.said_in
        return told and line.word_in(k, line.grammar.to)
    return line.word_in(close + 1, line.grammar.to) and line.main_verb(k, close) is None


def _apposed_told(line: Line, k: int, starts: Mapping[int, Group]) -> bool:
    """Whether a bare noun at `k` takes up what was said for another to speak of it (« …, ordre de grandeur que corroborent
    des élus »)."""
    for that in range(k + 1, min(k + _NOUN, line.n)):
        if line.folds[that] in line.grammar.that:
            return any(that < group.main <= that + _NOUN for group in starts.values())
        if line.folds[k] in line.words.openers or not line.is_word(that) or line.capital(that):
            return False
    return False


def _reports_on(line: Line, k: int, starts: Mapping[int, Group]) -> bool:
    """Whether another cue stands at `k`, behind the comma: « …, ajoutant », « …, en évoquant », « …, pour dénoncer »."""
    m = line.skip(k)
    if m in starts and starts[m].kind == "gerund":
        return True
    if line.folds[k] in line.grammar.in_gerund and (k + 1 in starts and starts[k + 1].kind == "gerund"):
        return True
    if line.folds[k] in line.grammar.before_infinitive and any(
        g.kind == "infinitive" and k < g.main <= k + 3 for g in starts.values()
    ):
        return True
    # « X dit que …, a ajouté le ministre »: an inserted cue of its own, or a verb that shares the subject
    inserted = m in starts and starts[m].kind == "finite" and "inserted" in starts[m].cue.frames
    return inserted or (m in starts and starts[m].shared)


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


def new_clause(line: Line, comma: int, frame: str, starts: Mapping[int, Group], limit: int) -> bool:
    """Whether a clause with a subject and a reporting verb of its own begins after the comma or joint at `comma` (« …,
    l'opposition en dénombre quarante »)."""
    k = comma + 1
    if k >= line.n:
        return False
    named = any(m.span.start == line.tokens[k].start for m in line.mentions)  # « Kiev dit avoir …, Moscou dément »
    if not (line.word_in(k, line.words.openers) or named):
        return False
    if line.folds[comma] == "," and line.folds[k] in line.grammar.indefinite:
        return False
    verb = line.main_verb(k, limit)
    if verb is None or verb == k:
        return False
    group = next((g for g in starts.values() if g.start <= verb <= g.main), None)
    if group is None or group.kind != "finite" or group.subject is not None:
        return False
    front = group.start  # « l'armée, | elle, parle de … »
    if line.word_in(front - 1, _COMMA) and line.word_in(front - 2, line.words.stressed):
        front -= 3
    if "," in line.folds[k:front]:
        return False
    told = frame != "that" or line.main_verb(max(0, comma - 30), comma) is not None
    return told and line.speaks(k, front)


def _past_always(line: Line, k: int) -> int:
    return k + 1 if k < line.n and line.adverb(k) else k


def _adposition_in(line: Line, start: int, end: int) -> bool:
    return any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(start, end))


def _to_the_end(line: Line, k: int, limit: int) -> bool:
    """Whether the phrase that begins at `k` runs to the end of the sentence without another clause after it."""
    size = line.phrase_at(k, line.pack.cues.adpositions) or 1 + line.phrase_at(k + 1, line.pack.cues.adpositions)
    source = following(line, k + size, limit)
    return source is None or source[1] >= limit or line.folds[source[1]] != ","
