"""Settled: a toll that somebody sets (« arrête le bilan à 18 morts », « a dressé un bilan de six morts », « fixe à 300 le nombre
des tués »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.clause_subjects import can_speak
from recoupe.stages.attribute.phrases.counted_objects import told_of
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_FARTHEST = 9
"""So many words at most stand between the noun of a sum and its number."""
_FARTHEST_RANGE = 13
"""The same where the number is a range (« le bilan « sans doute dans le bas d'une fourchette comprise entre 100 et 300 » »)."""
_BEFORE = 6
"""So many words at most stand between the verb and the noun of the sum (« de 15 à 11 le nombre »)."""
_APART = 6
"""Words at most from the first number to « à » before the second."""
_WITHIN_RANGE = 4
"""From « de » to the range in « d'une fourchette comprise entre 100 et 300 »."""
_COLON = frozenset(":")


def settled(line: Line, quotes: Quotes, groups: Sequence[Group], taken: Sequence[Draft]) -> list[tuple[int, Draft]]:
    """The acts in which somebody sets a toll, each with the token of its verb; `taken` are those of other readers."""
    sums = line.pack.cues.sums
    found: list[tuple[int, Draft]] = []
    if sums.isdisjoint(line.sentence.words):
        return found
    for noun, fold in enumerate(line.folds):
        if fold not in sums:
            continue
        act = _given_by(line, quotes, noun) or _given_out(line, quotes, noun, groups)
        act = act or (_read(line, quotes, noun, groups) if noun > 1 else None)
        if act is not None and not any(_same_verb(line, act[0], one) for one in taken):
            found.append(act)
    return found


def _read(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> tuple[int, Draft] | None:
    article = _article(line, noun)
    verb = _verb(line, article) if article is not None else None
    if article is None or verb is None:
        return None
    front, link = _front(line, verb), _link(line, noun)
    before = line.counts(verb + 1, article)  # « fixe à 300 le nombre »
    if link is None and not before:
        return None
    led = link is not None and (line.word_in(link, line.grammar.to_full) or not _leads(line, link))
    gives = link is not None and not before and not led
    if line.word_in(line.skip_back(front) - 1, line.words.relatives) and not gives:
        return None  # « une frappe sur Sanaa, qui porte à 31 le nombre des tués »: the strike does
    source = subject(line, front)
    if source is None or line.folds[source[0]] in line.grammar.impersonal:
        return None
    head = line.folds[source[0] : line.head(*source)]
    reports = line.document(*source) and line.pack.cues.sums.isdisjoint(
        head
    )  # « Un rapport de l'ONU situe le bilan … »
    if not can_speak(line, source) and not (reports and not before and led):
        return None
    if told_of(line, source):
        return None
    if before and front == verb and line.word_in(source[0], line.words.speakers) and not line.traits.open_clauses:
        return None  # « Elle porte à 12 le nombre des attentats »: the one just told does
    start, cue = article, (front, verb + 1)
    if before:
        start = verb + 1
    elif link is not None and not led:
        start, cue = link + 1, (front, link + (line.folds[link] != ":"))  # « dresse un bilan de | six morts »
    behind = max(start, noun if link is None or not _leads(line, link) else link + 1)
    end = last_word(line, clause_end(line, quotes, behind, "counting", groups, None), behind)
    said = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)
    return front, Draft(line, chars(line, source), chars(line, cue), said, "announce")


def _given_by(line: Line, quotes: Quotes, noun: int) -> tuple[int, Draft] | None:
    """« Un bilan de 30 morts, fourni par l'hôpital, circulait »: a sum with its number, and who gave it."""
    link, article = _link(line, noun), _article(line, noun)
    if link is None or article is None or not line.word_in(link, line.grammar.of):
        return None
    for k in range(link + 2, min(link + _FARTHEST, line.n - 2)):
        by = line.skip(k + 1)
        if _is_set(line, k) and line.word_in(by, line.grammar.by):
            source = following(line, by + 1)
            if source is None or not line.speaks(*source):
                return None
            verb = line.main_verb(*source)
            source = source[0], verb or source[1]
            end = last_word(line, k, link)
            said = stretch(line, quotes, line.tokens[article].start, line.tokens[end - 1].end)
            return k, Draft(line, chars(line, source), chars(line, (k, by + 1)), said, "announce")
        if line.verb_here(k):
            return None
    return None


def _given_out(line: Line, quotes: Quotes, noun: int, groups: Sequence[Group]) -> tuple[int, Draft] | None:
    """« Le bilan a été communiqué lundi par la police : douze hommes sont morts »: a sum, who gave it, and behind a colon what it
    is."""
    made = next((k for k in range(noun + 1, min(noun + _BEFORE, line.n)) if _is_set(line, k)), None)
    by = line.skip(made + 1) if made is not None else line.n
    source = following(line, by + 1) if line.word_in(by, line.grammar.by) else None
    if made is None or source is None or not line.word_in(source[1], _COLON) or not line.speaks(*source):
        return None
    said = ahead(line, quotes, source[1] + 1, "that", groups, None) if source[1] + 1 < line.n else None
    if said is None:
        return None
    front = _front(line, _front(line, made))  # « a | été | communiqué »
    return front, Draft(line, chars(line, source), chars(line, (front, by + 1)), said, "announce")


def _is_set(line: Line, k: int) -> bool:
    """Whether token `k` is the participle of a verb by which a toll is set or given out."""
    return line.participle(k) and any(v in line.pack.cues.setting for v, _ in line.verbs.analyses(line.folds[k]))


def _article(line: Line, noun: int) -> int | None:
    """Where the noun phrase of a sum begins: at its article; None where it has none."""
    article = noun - 1
    while article > 0 and (line.word_in(article, line.words.prenominal) or line.folds[article] in OPENING):
        article -= 1  # « donne un « premier bilan » de dix morts »
    return article if line.word_in(article, line.words.openers) else None


def _same_verb(line: Line, front: int, other: Draft) -> bool:
    return other.cue is not None and other.cue[0] <= line.tokens[front].start < other.cue[1]


def _verb(line: Line, article: int) -> int | None:
    """The verb that sets what the noun phrase at `article` names, right before it or with numbers, a day or the like between;
    or None."""
    timed = {k for first, last in line.time_at.items() if last <= article for k in range(first, last)}
    for k in range(article - 1, max(-1, article - 1 - _BEFORE), -1):
        lemmas = [
            v for v, f in line.verbs.analyses(line.folds[k]) if f.finite or f.mood in ("participle", "infinitive")
        ]
        caused = any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[k])) and _finite(line, k - 1)
        if any(v in line.pack.cues.setting for v in lemmas) and (line.participle(k) or line.verb_here(k) or caused):
            return k
        between = k in timed or line.numeric(k) or line.adverb(k) or line.word_in(k, line.words.prepositions)
        if not between and not line.word_in(k, line.pack.cues.trends) and not line.word_in(k, line.grammar.definite):
            return None
    return None


def _front(line: Line, verb: int) -> int:
    """Where the verb's group begins: at its auxiliary, where it has one."""
    caused = line.infinitive(verb) and _finite(line, verb - 1)
    if caused and not line.verbs.is_auxiliary(line.folds[verb - 1]):
        return _front(line, verb - 1)  # « a fait | passer le bilan à »
    left = line.skip_back(verb)
    return left - 1 if left > 0 and line.verbs.is_auxiliary(line.folds[left - 1]) else verb


def _finite(line: Line, i: int) -> bool:
    return line.participle(i) or (0 <= i < line.n and line.verb_here(i))


def _link(line: Line, noun: int) -> int | None:
    """The word behind the sum's noun that leads to its number: « à », « de » or a colon; None where no number follows."""
    for k in range(noun + 1, min(noun + _FARTHEST_RANGE, line.n - 1)):
        if _ranged(line, k):
            return k - 1
        if line.verb_here(k) or line.folds[k] == ";":
            return None
        if k >= noun + _FARTHEST:
            continue
        leads = _leads(line, k)
        if leads and line.count_at(k + 1) and (line.numeric(k + 1) or not _ranged(line, k + _WITHIN_RANGE)):
            # « de 12 à 17 morts »: the later one
            return next((m for m in range(k + 2, min(k + _APART, line.n - 1)) if _to_count(line, m)), k)
    return None


def _ranged(line: Line, k: int) -> bool:
    """Whether a number begins at token `k` with the word that tells where it lies (« situe le bilan | entre 200 et 300 morts »,
    « … | bien au-delà de 500 morts »)."""
    where = k + line.adverb(k)
    placed = line.word_in(where, line.words.prepositions) or line.word_in(where + 1, line.grammar.of)
    return line.count_at(k) and placed and not _leads(line, where)


def _leads(line: Line, k: int) -> bool:
    """Whether « à », « de » or a colon stands at token `k`."""
    return line.word_in(k, line.grammar.to_full) or line.word_in(k, line.grammar.of) or line.word_in(k, _COLON)


def _to_count(line: Line, i: int) -> bool:
    return line.word_in(i, line.grammar.to_full) and line.count_at(i + 1)
