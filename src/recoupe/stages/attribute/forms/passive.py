"""Passive: « a été annoncé par X », « l'attaque, revendiquée par X », « accusé par X de … »: the agent is the
source."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.tallies import number_behind
from recoupe.stages.attribute.phrases.boundaries import boundary
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, noun_phrase
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COLON = frozenset(":")
_COMMA = frozenset(",")
_FARTHEST = 12
"""So many words at most stand between the verb and the number, and between the number and who reckons it."""

_ADJECTIVES = 3
"""So many words at most stand between the article of a deed and the deed, which ends them."""

_GIVING = frozenset({"say", "announce", "estimate", "admit"})
"""Stances of those who give a sum."""
_CHANNEL = 8
"""So many words at most name the channel between a verb and who speaks."""


def passive(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« l'attaque, revendiquée par X », « a été annoncé par X »: the agent is the source, the subject the content."""
    cues = line.pack.cues
    if "addressed" in group.cue.frames and group.cue.stance == "accuse":
        return _accused(line, quotes, group, groups)
    told = _told(line, group)
    # « le bilan annoncé par la police s'élève à 12 morts »
    summed = told is not None and group.kind == "bare" and group.lemma in cues.setting
    summed = summed and told is not None and not cues.sums.isdisjoint(line.folds[told[0] : line.head(*told)])
    if "counting" in group.cue.frames or summed:
        count = _reckoned(line, quotes, group, groups)
        if count is not None:
            return count
    counted = told is not None and _counted(line, group, told)
    if not (counted or group.cue.frames & {"object", "that"}) or group.lemma in cues.quoting:
        return None
    par = line.skip(group.end)
    if line.word_in(par, _COMMA):
        par = _behind_channel(line, par)
    elif line.word_in(par, line.words.prepositions) and not line.word_in(par, line.grammar.by):
        par = _behind_bare_channel(line, par)
        par = _behind_place(line, par) if group.kind == "passive" or counted else par
    if not line.word_in(par, line.grammar.by):
        return None
    source = _agent(line, par + 1)
    if source is None or told is None:
        return None
    if group.cue.stance == "claim_responsibility":
        source = source[0], _before_place(line, *source)
    que = None
    if line.folds[told[0]] in line.words.speakers:
        # « il a été annoncé par la présidence que … »
        que = next((k for k in range(par + 2, source[1] + 1) if line.word_in(k, line.grammar.that)), None)
        source = source[0], min(que or source[1], source[1])
    if not (line.speaks(*source) or line.document(*source)) or line.folds[source[0]] in line.words.subordinators:
        return None
    if group.lemma in cues.sentencing and any(f in cues.courts for f in line.folds[source[0] : line.head(*source)]):
        return None
    if line.folds[told[0]] in line.words.speakers and group.kind == "bare":
        return None
    content = stretch(line, quotes, *chars(line, told))
    if line.word_in(source[1], _COLON) and line.document(*told) and source[1] + 1 < line.n:
        behind = ahead(line, quotes, source[1] + 1, "that", [group], group)
        content = behind or content  # « Le bilan a été communiqué par la police : douze hommes sont morts »
    if line.folds[told[0]] in line.words.speakers:
        clause = ahead(line, quotes, que + 1, "that", [group], group) if que is not None else None
        if clause is None:
            return None
        content = clause
    elif (behind := _number_behind(line, quotes, group, (told, source), groups)) is not None:
        content = behind
    elif not counted and ("object" not in group.cue.frames or group.lemma in cues.active):
        return None
    cue = chars(line, (group.front, par + 1))
    return Draft(line, chars(line, source), cue, content, group.cue.stance, group.negated)


def _number_behind(
    line: Line, quotes: Quotes, group: Group, parts: tuple[Stretch, Stretch], groups: Sequence[Group]
) -> Content | None:
    """The number that a sum is said to be, behind whoever gave it (« Le bilan, annoncé par la police, était de trois morts »), or None.
    `parts` are what was given, and by whom."""
    told, source = parts
    head = line.head(*told)
    if group.kind != "bare" or line.grammar.presented.isdisjoint(line.folds[told[0] : head]):
        return None
    if group.cue.stance not in _GIVING or not all(f in line.pack.cues.tolls for f in line.folds[head : told[1]][1::2]):
        return None  # « le bilan, contesté par X, », « le bilan de l'attaque, revendiquée par X, »
    behind = number_behind(line, quotes, source[1], groups)
    return behind[1] if behind is not None else None


def _behind_channel(line: Line, comma: int) -> int:
    """The token behind what stands between two commas of where it was said (« a été revendiquée, dans un communiqué, |
    par X »); the comma itself where that holds a verb."""
    close = next((k for k in range(comma + 1, min(comma + _FARTHEST, line.n)) if line.folds[k] == ","), None)
    aside = line.word_in(comma + 1, line.words.prepositions)
    return comma if close is None or not aside or line.main_verb(comma, close) is not None else close + 1


def _behind_bare_channel(line: Line, preposition: int) -> int:
    """The same without commas (« a été revendiquée sur Telegram | par X »); the preposition itself where what follows is no
    channel."""
    ends = (k for k in range(preposition + 1, min(preposition + _CHANNEL, line.n)) if line.folds[k] in line.grammar.by)
    by = next(ends, preposition)
    between = [line.folds[k] for k in range(preposition + 1, by)]
    others = [fold for fold in between if fold not in line.words.channels]
    # « dans un communiqué publié par l'agence de X »: the agent of another verb
    other = any(f in _COMMA or line.pack.verbs.is_past_participle(f) for f in others)
    channelled = len(others) < len(between) and not other and line.main_verb(preposition, by) is None
    return by if channelled else preposition


def _counted(line: Line, group: Group, told: Stretch) -> bool:
    """Whether a number of those harmed is what somebody counted (« 2.000 homicides ont été recensés par la mission »)."""
    first = told[0] + line.word_in(told[0], line.grammar.definite)  # « les 400 morts recensés par la mission »
    if group.cue.stance != "estimate" or "counting" not in group.cue.frames or not line.count_at(first):
        return False
    return not line.pack.cues.tolls.isdisjoint(line.folds[slice(*told)])


def _behind_place(line: Line, preposition: int) -> int:
    """The token behind where, when or to whom it was told (« ont été recensés dans le pays | par la mission », « a été confirmée à
    l'AFP | par un élu »); the preposition itself where a deed or a participle stands there, of which « par » tells who did it."""
    for k in range(preposition, min(preposition + _FARTHEST, line.n - 1)):
        if line.word_in(k, line.grammar.by):
            return preposition if line.word_in(k - 1, line.pack.cues.tolls) else k
        if line.word_in(k, line.pack.cues.claimed) or not line.is_word(k):
            return preposition
        if line.participle(k) or line.verb_here(k) or line.opens_clause[k]:
            return preposition
    return preposition


def _reckoned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« estimés par l'ONU à 12 000 familles », « évalué à 300 par l'opposition »: who reckons, and the number."""
    first = line.skip(group.end)
    by = next((k for k in range(first, min(first + _FARTHEST, line.n)) if line.folds[k] in line.grammar.by), None)
    if by is None:
        return None
    to = next((k for k in range(first, min(by + _FARTHEST, line.n - 1)) if line.folds[k] in line.grammar.to_full), None)
    if to is None or not line.count_at(to + 1) or (to < by) != (to == first) or (by < to) != (by == first):
        return None
    source = following(line, by + 1)
    between = range(to + 1, by)  # nothing where the agent stands first
    if source is None or any(line.verb_here(k) or not line.is_word(k) for k in between):
        return None
    if line.traits.open_clauses and line.main_verb(*source) is not None:
        return None  # « tallies reported by the media raised it to 100 »
    source = source[0], min(source[1], to) if to > by else source[1]
    verb = line.main_verb(*source) if to > by else None  # « les pertes reconnues par l'armée | s'élèvent à 475 morts »
    source = source[0], line.skip_back(verb) if verb is not None else source[1]
    stop = by if by > to else clause_end(line, quotes, to + 1, "object", groups, group)
    commas = (k for k in range(to + 1, stop) if line.folds[k] == "," and not line.word_in(k + 1, line.words.partitives))
    stop = next(commas, stop)
    end = last_word(line, stop, to + 1)
    if source[0] >= source[1] or end <= to + 1 or not (line.speaks(*source) or line.document(*source)):
        return None
    cue = chars(line, (group.front, by + 1)) if by == first else chars(line, (group.front, group.end))
    return Draft(
        line, chars(line, source), cue, stretch(line, quotes, line.tokens[to + 1].start, line.tokens[end - 1].end),
        group.cue.stance, group.negated,
    )  # fmt: skip


def _agent(line: Line, start: int) -> Stretch | None:
    """The noun phrase after « par », without the verb of which what is announced is the subject (« annoncé par X a
    été revu »)."""
    source = following(line, start)
    if source is None:
        return None
    end = before_matrix(line, source[0], source[1], own=False)
    return (source[0], end) if end > source[0] else None


def _before_place(line: Line, start: int, end: int) -> int:
    """The end of the party's name, before the circumstance of what it claims (« une attaque revendiquée par le Jnim | à Gao »,
    « … par les talibans | contre un convoi »); `end` where none stands there."""
    for mention in line.mentions:
        behind = line.stop(mention.span.end)
        inside = mention.entity.kind == "party" and start < behind < end
        if inside and mention.span.start <= line.tokens[min(start + 1, end - 1)].start:
            return behind if line.word_in(behind, line.words.prepositions) else end
    return end


def _told(line: Line, group: Group) -> Stretch | None:
    """What is announced: the subject, or what a participle without auxiliary hangs on."""
    if group.kind == "passive":
        return subject(line, group.start)
    end = group.start
    while end > 0 and (line.folds[end - 1] == "," or line.adverb(end - 1)):
        end -= 1
    if end == 0:
        return None
    start = boundary(line, end)
    verb = line.main_verb(start, end)
    if verb is not None and line.word_in(group.start - 1, _COMMA):
        start = verb + 1  # « L'ONG signale la mort de trois enfants, confirmée par la mairie »
        while start < end and not (line.word_in(start, line.words.openers) or line.numeric(start)):
            start += 1
        return (start, end) if start < end else None
    told = _named_number(line, end) or noun_phrase(line, start, end)
    of_deed = group.cue.stance == "claim_responsibility" or group.lemma in line.pack.cues.imputing
    if verb is not None and told is not None and told[0] <= verb and not of_deed:
        return _object(line, verb + 1, end)
    return _claimed(line, told) if of_deed else told


def _object(line: Line, start: int, end: int) -> Stretch | None:
    """The count behind the verb of a clause that a participle hangs on (« cela correspond aux | 63 morts | annoncés par X »);
    None where it hangs on a topic alone (« le double des pertes annoncées par X »)."""
    first = next((k for k in range(start, end) if line.numeric(k)), None)
    return (first, end) if first is not None else None


def _claimed(line: Line, told: Stretch | None) -> Stretch | None:
    """The deed alone of what a participle of claiming hangs on (« 28 soldats tués dans | une attaque | revendiquée par X »)."""
    if told is None:
        return None
    start, end = told
    if line.folds[end - 1] == ")":  # « l'attaque de X (71 morts), revendiquée par Y »
        end = next((k for k in range(end - 1, start, -1) if line.folds[k] == "("), end)
    deed = next((k for k in range(end - 1, start, -1) if line.folds[k] in line.pack.cues.claimed), None)
    first = (
        next((k for k in range(deed, start, -1) if line.word_in(k, line.words.openers)), None)
        if deed is not None
        else None
    )
    if deed is None or first is None or deed - first > _ADJECTIVES:
        return start, end
    joined = line.word_in(first - 1, line.grammar.of) or line.word_in(first, line.grammar.of)
    return (start if joined else first), end


def _named_number(line: Line, end: int) -> Stretch | None:
    """The count that an apposed noun stands for (« 132 morts, chiffre annoncé par X »: « 132 morts »)."""
    start = end - 1
    if line.word_in(start - 1, line.grammar.indefinite):
        start -= 1
    if not line.word_in(start - 1, _COMMA) or not line.word_in(end - 1, line.pack.cues.documents):
        return None
    first = next((k for k in range(start - 2, max(-1, start - 7), -1) if line.numeric(k)), None)
    return (first, start - 1) if first is not None else None


def _accused(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« X est accusé par Y de Z », « X, accusé de Z par Y, … »: from the accused to the end of the accusation."""
    told = _told(line, group)
    if told is None or (group.kind == "bare" and line.folds[told[0]] in line.words.speakers):
        return None
    first = line.skip(group.end)
    end = _end(line, quotes, group, groups)
    if line.word_in(first, line.grammar.by):
        source = _agent(line, first + 1)
        link = _link(line, first + 2, end, group.lemma)
        if source is None or link is None:
            return None
        source = source[0], min(source[1], link)
        cue = group.front, first + 1
    else:
        imputed = group.lemma in line.pack.cues.imputing and line.word_in(first, line.grammar.to)
        accused = line.word_in(first, line.grammar.accused_of) or line.word_in(first, line.grammar.of_contracted)
        if not imputed and not accused:
            return None
        par = next((k for k in range(end - 1, first, -1) if line.folds[k] in line.grammar.by), None)
        if par is not None and _of_another(line, first, par):
            return None
        source = _agent(line, par + 1) if par is not None else None
        if par is None or source is None:
            return None
        end = par
        cue = group.front, group.end
    if not (line.speaks(*source) or line.document(*source)):
        return None
    last = last_word(line, end, group.end)
    content = stretch(line, quotes, line.tokens[told[0]].start, line.tokens[last - 1].end)
    return Draft(line, chars(line, source), chars(line, cue), content, group.cue.stance, group.negated)


def _of_another(line: Line, first: int, by: int) -> bool:
    """Whether « par » belongs to a participle that is set beside the accusation (« un message attribué à X, | reçu à Londres par
    Y », « attribué à X | et relayé par Y »)."""
    joints = (_COMMA, line.words.coordinators)
    return any(line.participle(k) and any(line.word_in(k - 1, joint) for joint in joints) for k in range(first + 1, by))


def _end(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> int:
    """Where the accusation ends: at the comma that closes the apposition, else with the clause."""
    if group.kind == "bare" and line.word_in(group.start - 1, _COMMA):
        return next((k for k in range(group.end, line.n) if line.folds[k] in (",", ";", ":")), line.n)
    end = clause_end(line, quotes, group.end, "addressed", groups, group)
    return before_matrix(line, group.end, end, own=False) if group.kind == "bare" else end


def _link(line: Line, start: int, end: int, lemma: str) -> int | None:
    """The « de » between the accuser and the accusation, the « à » before whom a deed is imputed to; or None."""
    for k in range(end - 1, start - 1, -1):
        if line.folds[k] in line.grammar.of and line.infinitive(k + 1):
            return k
    links = line.grammar.to if lemma in line.pack.cues.imputing else line.grammar.of
    return next((k for k in range(start, end) if line.folds[k] in links), None)
