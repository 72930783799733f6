"""Recalled: counts whose noun or verb stands before them: « les blessés seraient 200 », « Deux cents, disent-ils », « fuient par milliers »."""

from collections.abc import Sequence

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.tolls import Topic, closes
from recoupe.stages.claim.words.line import Line

_STOCKS: frozenset[Effect] = frozenset({"displaced", "detained", "missing", "trapped"})
"""What people are for long, so that « ils sont désormais 140 000 » counts them again."""
_DEPENDENTS: frozenset[Group] = frozenset({"children", "women"})
"""Who are told apart among the dead (« Trois femmes et neuf enfants. »)."""
_NOT_FIGHTERS: frozenset[Effect] = frozenset({"displaced", "returned"})
_MARKS = frozenset({",", ";", "•", "-", "–", "(", "/", "|"})
_QUOTE_ENDS = frozenset({"»", '"', "”"})
_LABEL = 5
_ITEM = 6
"""How many words may stand before the number of an item (« Dans la nuit de mardi, cinq »)."""
_BEFORE_ITEM = frozenset({",", ":"})
_LISTED = 12
"""How many words the head of an item may have before its colon."""
_SUBJECT = 16
"""Within how many words before a verb its subject begins."""


def recalled(linker: Linker, count: Count, topic: Topic | None, trail: Sequence[Figure]) -> Found | None:
    """The count tied to what the words or sentences before it say; None where they say nothing. `trail`: figures so far."""
    if count.kind == "bare" and not count.numeral.article:
        return (
            _labelled(linker, count)
            or _by_lots(linker, count)
            or _numbering(linker, count, topic)
            or _answer(linker, count, topic)
        )
    if count.kind == "them":
        return _others(linker, count, topic)
    if count.kind == "people":
        return (
            _under_label(linker, count)
            or _said_to_be(linker, count, topic, trail)
            or _broken_down(linker, count, topic, trail)
        )
    return None


def _labelled(linker: Linker, count: Count) -> Found | None:
    """« Morts : 12 ; civils blessés : 34 »: the number behind a label that is all of harm."""
    line, lexicon = linker.line, linker.line.lexicon
    colon = count.first - 1
    if line.fold(colon) != ":":
        return None
    if count.kind == "bare" and (not closes(line, count) or line.fold(count.end) in lexicon.words.prepositions):
        return None
    start = next((i + 1 for i in range(colon - 1, -1, -1) if line.stops(i) or line.folds[i] in _MARKS), 0)
    start += line.fold(start) in lexicon.counted.definite
    label = range(start, colon)
    if not 0 < len(label) <= _LABEL or any(line.finite(i) or i in linker.covered for i in label):
        return None
    head = line.folds[start]
    effect = lexicon.harm.nouns.get(head)
    if effect is None and (head in lexicon.counted.people or head in lexicon.counted.families):
        said = (h for h in linker.harms if h.start in label and h.bond == "noun")
        effect = next((h.effect for h in said), None)
    if effect is None:
        return None
    if count.kind == "people":
        return Found(count, effect)  # « Les morts : neuf soldats, six miliciens »
    if head in lexicon.counted.families:
        count.unit = "families"
    civil = any(f in lexicon.counted.civil for f in line.folds[start:colon])
    return Found(count, effect, group="civilians" if civil or count.unit == "families" else _group(linker, label))


def _under_label(linker: Linker, count: Count) -> Found | None:
    """« Les morts : neuf soldats, six miliciens et un garde. »: people in a list behind a label that is all of harm."""
    if ":" not in linker.line.folds[: count.first]:
        return None
    index = linker.counts.index(count)
    while index and linker.line.fold(linker.counts[index].first - 1) != ":":
        if not linker.joined(linker.counts[index - 1], linker.counts[index]):
            return None
        index -= 1
    first = linker.counts[index]
    found = _labelled(linker, first) if first.kind == "people" else None
    return Found(count, found.effect) if found is not None else None


def _group(linker: Linker, words: range) -> Group | None:
    """The group of the people named first among the words; None where none are."""
    people, folds = linker.line.lexicon.counted.people, linker.line.folds
    return next((people[folds[i]] for i in words if folds[i] in people), None)


def _by_lots(linker: Linker, count: Count) -> Found | None:
    """« les habitants fuient par milliers », « les blessés se comptent par dizaines »."""
    line, lexicon = linker.line, linker.line.lexicon
    if count.numeral.magnitude is None or line.fold(count.first - 1) not in lexicon.figures.lots:
        return None
    start = max((i + 1 for i in range(count.first) if line.stops(i)), default=0)
    stop = next((i for i in range(count.end, line.end) if line.stops(i)), line.end)
    for harm in linker.harms:
        if any(found.harm is harm for found in linker.found.values()) or not start <= harm.group < stop:
            continue
        if harm.side == "left" and harm.bond == "clause" and _one_clause(linker, count, harm):
            group = _subject(linker, count, start, harm.group)
            if group == "combatants" and harm.effect in _NOT_FIGHTERS and not harm.suffered:
                return None
            if group is not None:
                return Found(count, harm.effect, harm, group=group)
    for at in range(start, count.first):
        effect = lexicon.harm.nouns.get(line.folds[at])
        subject = line.fold(at - 1) in lexicon.counted.definite and line.fold(at - 2) not in lexicon.words.prepositions
        if effect is not None and subject:
            return Found(count, effect)
    return None


def _one_clause(linker: Linker, count: Count, harm: Harm) -> bool:
    """Whether no other verb stands between the count and the harm."""
    between = range(harm.end, count.first) if harm.end <= count.first else range(count.end, harm.group)
    return not any(
        linker.line.finite(i) or linker.line.folds[i] in linker.line.lexicon.words.relatives for i in between
    )


def _subject(linker: Linker, count: Count, start: int, stop: int) -> Group | None:
    """The group of the people named last between two words; None where none are, or none that live."""
    lexicon = linker.line.lexicon
    for fold in reversed(linker.line.folds[start:stop]):
        if fold in lexicon.counted.families:
            count.unit = "families"
            return "civilians"
        if fold in lexicon.counted.people or fold in lexicon.harm.open:
            return lexicon.counted.people.get(fold, "unspecified")
    return None


def _numbering(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """« les blessés, dont des enfants, seraient environ 200 », « ils sont désormais 140 000 »."""
    line, lexicon = linker.line, linker.line.lexicon
    verb = count.first - 1
    while line.fold(verb) in lexicon.words.adverbs or verb in line.times or line.fold(verb).endswith("ment"):
        verb -= 1
    if line.fold(verb) in lexicon.figures.of and line.fold(verb - 1) in lexicon.harm.tolls.of:
        verb -= 3  # « les blessés seraient au nombre de 200 »
    if line.fold(verb) == line.fold(verb - 2) == "," and line.fold(verb - 1) in lexicon.words.stressed:
        verb -= 3  # « les blessés sont, eux, 200 »
    forms = (f for lemma, f in lexicon.verbs.analyses(line.fold(verb)) if lemma == lexicon.figures.passive)
    if not any(f.finite and f.person == 3 and f.number == "p" for f in forms) or not closes(line, count):
        return None
    if line.fold(count.end) in lexicon.figures.lots:
        return None  # « ils étaient 12 par cellule »
    if line.fold(verb - 1) in lexicon.words.subjects:
        lately = topic is not None and topic.like is not None and line.sentence.index - topic.sentence <= 2
        if not lately or topic is None or topic.effect not in _STOCKS:
            return None
        return Found(count, topic.effect, like=topic.like, carried=True)
    for at in range(verb - 1, max(0, verb - _SUBJECT), -1):
        if line.stops(at) or line.finite(at):
            break
        effect = lexicon.harm.nouns.get(line.folds[at])
        heads = at + 1 == verb or line.fold(at + 1) == "," or line.fold(at + 1) in lexicon.figures.of
        if effect is None and line.folds[at] in lexicon.counted.people and linker.harms:
            # « les civils tués seraient au nombre de 200 »
            effect = next((h.effect for h in linker.harms if h.bond == "noun" and h.start == at + 1), None)
            heads = True
        heads = heads or (at + 2 == verb and line.folds[at + 1].endswith(lexicon.counted.postmodifiers_in))
        if effect is not None and line.fold(at - 1) in lexicon.counted.definite and heads:
            return Found(count, effect)
    return None


def _answer(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """« Combien de morts ? Deux cents, disent les uns. Trente, répond l'armée. »: a number alone that opens a sentence."""
    line = linker.line
    if topic is None or line.sentence.index - topic.sentence > 1 or "?" in line.folds:
        return None  # « Cent, mille ? »
    if _itemised(line, count):
        return Found(count, topic.effect, like=topic.like, group=topic.group, carried=True)
    if count.first > 1 or (count.first and line.fold(0)[0].isalpha()):
        return None
    quoted = next((i for i in range(count.end, line.end) if line.folds[i] in _QUOTE_ENDS), line.end - 1)
    if any(line.folds[i] == "," and line.finite(i + 1) for i in range(count.end + 1, quoted)):
        return None  # « Trois, un père et ses fils, vivaient là »
    following = line.fold(count.end)
    alone = not following or not following[0].isalpha() or following in line.lexicon.words.prepositions
    if not alone or following in line.lexicon.figures.of or count.end in line.times:
        return None
    if any(line.lexicon.figures.just.standing(line.folds, count.end)) and (whole := _larger(topic, count)) is not None:
        return Found(count, topic.effect, whole=whole, carried=True)  # « Quatre rien qu'à X »
    return Found(count, topic.effect, like=topic.like, group=topic.group, carried=True)


def _larger(topic: Topic, count: Count) -> Figure | None:
    """The figure that was counted last, where it can hold this count."""
    like, size = topic.like, count.numeral.value
    return like if like is not None and like.value is not None and size is not None and size < like.value else None


def _itemised(line: Line, count: Count) -> bool:
    """« Mardi, cinq. », « À Kherson, deux. », « – Taiz, 2 mai, marché : 14 »: a day or a place and the number, no verb."""
    before = line.fold(count.first - 1)
    if before not in _BEFORE_ITEM or not count.first or line.fold(count.end)[:1].isalpha():
        return False
    if any(line.finite(i) for i in range(line.end)):
        return False
    if not line.fold(0)[:1].isalnum():
        return before == ":" or count.first <= _ITEM
    headed = 0 in line.times or line.fold(0) in line.lexicon.words.prepositions or (before == ":" and line.named(0))
    return headed and count.first <= (_LISTED if before == ":" else _ITEM)


def _others(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """« Un blessé à Rivne. Deux autres à Lyman. »: more of what the sentence before counted, and no verb."""
    line = linker.line
    if topic is None or topic.like is None or line.sentence.index - topic.sentence > 1:
        return None
    if line.fold(count.head) in line.lexicon.counted.others and _itemised(line, count):
        return Found(count, topic.effect, like=topic.like, carried=True)
    following = line.fold(count.end)
    placed = not following or not following[0].isalpha() or following in line.lexicon.words.prepositions
    if line.fold(count.head) not in line.lexicon.counted.others or not placed or count.first > 1:
        return None
    clause = next((i for i in range(count.end, line.end) if line.stops(i) or line.folds[i] == ","), line.end)
    if any(line.finite(i) for i in range(count.end, clause)):
        return None
    return Found(count, topic.effect, like=topic.like, carried=True)


def _said_to_be(linker: Linker, count: Count, topic: Topic | None, trail: Sequence[Figure]) -> Found | None:
    """« Huit personnes ont péri. Trois étaient des enfants. »"""
    line = linker.line
    if count.first > 1 or count.head == count.stop or not line.auxiliary(count.stop, line.lexicon.figures.passive):
        return None
    return _part(linker, count, topic, trail)


def _broken_down(linker: Linker, count: Count, topic: Topic | None, trail: Sequence[Figure]) -> Found | None:
    """« Douze morts. Des civils surtout, et trois enfants. »: a sentence without a verb that says who the dead were."""
    line = linker.line
    if line.lexicon.counted.people.get(line.fold(count.head)) not in _DEPENDENTS or linker.aside(count):
        return None
    if linker.harms or any(line.finite(i) for i in range(line.end)) or line.fold(0) in line.lexicon.figures.aside:
        return None
    part = _part(linker, count, topic, trail)
    soldiers = part is not None and isinstance(part.whole, Figure) and part.whole.group == "combatants"
    return None if soldiers else part


def _part(linker: Linker, count: Count, topic: Topic | None, trail: Sequence[Figure]) -> Found | None:
    """The count as a part of the whole that the sentence before gave; None where it gave none, or a smaller one."""
    if topic is None or topic.like is None or linker.line.sentence.index - topic.sentence != 1:
        return None
    whole = next((f for f in reversed(trail) if f.part_of is None and f.unit == "people"), None)
    value = count.numeral.value
    if whole is None or value is None or (whole.value is not None and whole.value < value):
        return None
    return Found(count, whole.effect, whole=whole, carried=True)
