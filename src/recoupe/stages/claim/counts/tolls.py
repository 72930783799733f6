"""Tolls: bare numbers that count people told of before (« il en a annoncé 80 », « six à Kidal »)."""

from dataclasses import dataclass

from recoupe.model.figure import Effect, Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.gapped import gapped, gapped_behind_place
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.of_things import of_things
from recoupe.stages.claim.counts.taken_back import taken_back
from recoupe.stages.claim.words.insertions import past_aside
from recoupe.stages.claim.words.line import Line

_PLACED = 12
"""Words that may stand between a noun of harm and the number put to it, to say where."""
_NEAR = 14
_BESIDE = 4
"""How many words from « a atteint » to the number."""
_LATELY = 3
_SUBJECT = 9
"""Words of a subject without its verb, and the mark before it, at most."""
_SAID = 11
"""How many words from the noun of a toll to the count that is told of it."""
_QUOTES = frozenset({"«", '"', "“"})
_ENDS = frozenset({"", ".", ";", "!", "»", '"', "”", "…"})


@dataclass(frozen=True, slots=True)
class Topic:
    """What the article last said was counted."""

    effect: Effect
    sentence: int
    like: Figure | None = None
    """The figure that said it; None when a noun did (« le nombre de blessés varie »)."""
    group: Group | None = None
    """The group that the noun's own words name (« le nombre de soldats tués »)."""


def toll(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """The count tied to its toll: « le bilan s'élève à 240 personnes », « le chiffre de 132 »; else None."""
    if count.kind not in ("bare", "people") or count.numeral.article:
        return None
    line, tolls, figures = linker.line, linker.line.lexicon.harm.tolls, linker.line.lexicon.figures
    heads = count.kind == "bare" and count.stop < line.end
    does = heads and (line.fold(count.stop) in line.lexicon.words.reflexives or line.finite(count.stop))
    if does and of_things(linker, linker.counts.index(count)):
        return None  # « 137 roquettes ; sur ce nombre, 94 se sont abattues »
    if heads and line.finite(count.stop):
        opener = line.fold(count.first - 1)
        if not opener[:1].isalpha() or opener in line.lexicon.words.coordinators:
            return None  # « trois sont portés disparus et 22 ont pu être sauvés »
    put = _put(line, count) or _that_of(line, count)
    if put is not None:
        return put
    found = _told(linker, count, topic)
    if found is None:
        return None
    left = [i for i in range(max(0, count.first - _NEAR), count.first) if not line.stops(i) or line.folds[i] == ":"]
    folds = {line.folds[i] for i in left}
    # « au total » counts nothing by itself
    nouns = [i for i in left if _is_toll(line, i)]
    if not nouns and not tolls.verbs.isdisjoint(line.folds[max(0, count.first - _BESIDE) : count.first]):
        # « le bilan des …, tués à … depuis … a atteint les quatre cents »
        nouns = [i for i in range(count.first) if _is_toll(line, i) and not any(map(line.stops, range(i, count.first)))]
    if not nouns and count.kind == "bare" and linker.marked(count, figures.equals):
        return None  # « un tiers des lanceurs, soit 120 »: of no people
    if not figures.pronoun and count.kind == "bare" and _counted_by(line, count):
        return found  # « has counted 3,100 », « spoke of 40 »
    if nouns and _of_uncounted(line, nouns[-1]):
        return None
    past = past_aside(line, count.stop)  # « porte à 212, d'après la mairie, le nombre de »
    behind = range(past, min(line.end, past + 4))
    if any(line.folds[i] in tolls.nouns and line.fold(i - 2) not in figures.aside for i in behind):
        return found
    if count.kind == "people":
        before = line.fold(count.first - 1)
        if before in _QUOTES:
            before = line.fold(count.first - 2)
        opened = before in figures.of or before in figures.joins or before == ":"
        if nouns and (not tolls.verbs.isdisjoint(folds) or (opened and count.first - nouns[-1] <= _SAID)):
            return found
        tolled = line.tolled()
        if tolled is not None and tolled.gauged:
            return found
        if line.fold(count.first - 1) in tolls.losses:
            return found  # « des pertes dépassant 1 400 soldats »
        if _ends(linker, count, topic) and not tolls.verbs.isdisjoint(
            line.folds[max(0, count.first - 3) : count.first]
        ):
            return found  # « leur liste s'arrêtait à cinq civils »
        said_again = found.like is not None and not tolls.registers.isdisjoint(folds)
        return found if said_again and not linker.aside(count) else None
    if line.fold(count.first - 1) in tolls.put_at and (tolled := line.tolled(count.first)) and tolled.gauged:
        return found  # « puts the dead at 260 »
    if nouns or _waits(linker, count) or not tolls.adders.isdisjoint(folds):
        return found
    if not tolls.counters.isdisjoint(folds) and figures.pronoun in folds:
        return found
    if found.like is None:
        return None
    told = not tolls.verbs.isdisjoint(folds) or _taken_up(line, count) or _ends(linker, count, topic)
    return found if told else None


def _of_uncounted(line: Line, noun: int) -> bool:
    """« Les assaillants, dont le nombre serait d'une dizaine »: whether the toll's noun is that of people of whom no harm is told."""
    words, counted = line.lexicon.words, line.lexicon.counted
    of = noun - 1 - (line.fold(noun - 1) in line.lexicon.articles or line.fold(noun - 1) in words.determiners)
    if of >= noun - 1 or line.fold(of) not in words.partitives:
        return False
    return line.fold(of - 1 - (line.fold(of - 1) == ",")) in counted.people


def _put(line: Line, count: Count) -> Found | None:
    """« put the dead at 63 and the injured at 90 »: a bare number put to those whom a noun of harm names, or None."""
    lexicon = line.lexicon
    tolls = lexicon.harm.tolls
    noun = _gauged(line, count.first - 2) if line.fold(count.first - 1) in tolls.put_at else None
    if noun is None or count.kind != "bare":
        return None
    put = not tolls.verbs.isdisjoint(line.folds[max(0, noun - _NEAR) : count.first])
    return Found(count, lexicon.harm.nouns[line.fold(noun)]) if put else None


def _that_of(line: Line, count: Count) -> Found | None:
    """« …, et celui des morts à 12 »: a bare number beside those whose toll is taken up by a pronoun, or None."""
    lexicon = line.lexicon
    before = range(count.first - 1, max(0, count.first - _BESIDE), -1)
    noun = next((i for i in before if line.fold(i) in lexicon.harm.nouns or line.stops(i)), 0)
    effect = lexicon.harm.nouns.get(line.fold(noun)) if count.kind == "bare" else None
    of = noun - 1 - (line.fold(noun - 1) in lexicon.counted.definite)
    taken_up = line.fold(of) in lexicon.figures.of and line.fold(of - 1) in lexicon.harm.tolls.that_of
    return Found(count, effect) if effect and taken_up else None


def _gauged(line: Line, last: int) -> int | None:
    """The noun of harm that a number is put to: right before « at », or with where the harm was between (« the dead at the
    school, in Homs, at 16 »). `last`: the word before « at »."""
    harm, definite = line.lexicon.harm, line.lexicon.counted.definite
    while line.fold(last) in harm.tolls.verbs or line.lexicon.verbs.is_auxiliary(line.fold(last)):
        last -= 1  # « the dead were put at 12 »
    for noun in range(last, max(0, last - _PLACED), -1):
        if line.fold(noun) in harm.nouns:
            placed = noun == last or line.fold(noun + 1) in line.lexicon.words.prepositions
            return noun if placed and line.fold(noun - 1) in definite else None
        if line.stops(noun) or line.finite(noun) or line.fold(noun) in line.lexicon.words.coordinators:
            return None
    return None


def _counted_by(line: Line, count: Count) -> bool:
    """Whether a verb of counting stands right before a bare number, where no pronoun takes up what is counted."""
    at = count.first - 1 - (line.fold(count.first - 1) in line.lexicon.figures.of)
    return line.fold(at) in line.lexicon.harm.tolls.counters and closes(line, count)


def _taken_up(line: Line, count: Count) -> bool:
    """« assure en avoir vu 16 », « le maire en cite douze »: whether the pronoun and a verb stand right before a bare number."""
    verbs, tolls, verb = line.lexicon.verbs, line.lexicon.harm.tolls, count.first - 1
    if not verbs.analyses(line.fold(verb)) or line.fold(verb) in tolls.spares:
        return False
    at = verb - 1
    while at > 0 and (verbs.is_auxiliary(line.fold(at)) or line.fold(at) in line.lexicon.words.negations):
        at -= 1
    return line.fold(at) == line.lexicon.figures.pronoun


def _ends(linker: Linker, count: Count, topic: Topic | None) -> bool:
    """« L'union s'en tient à 38. »: whether a bare number ends the sentence behind the one that counted, and is alone there."""
    line = linker.line
    if topic is None or topic.like is None or line.sentence.index - topic.sentence != 1:
        return False
    before = line.fold(count.first - 1)
    told = before in line.lexicon.figures.harmed or bool(line.lexicon.verbs.analyses(before))
    alone = all(c is count or c.measure or c.numeral.article for c in linker.counts)
    return told and alone and line.fold(count.end) in _ENDS and (count.numeral.value or 0) > 1


def elliptic(linker: Linker) -> None:
    """Ties bare counts behind a count that is tied: « quinze à Gao et six à Kidal », « 160 selon des sources locales ».

    They are its parts when they add up to it.
    """
    lists: dict[Found, list[Found]] = {}
    for index, count in enumerate(linker.counts):
        if count in linker.found or linker.line.lexicon.figures.apart.at(linker.line.folds, count.end):
            continue
        back = taken_back(linker.line, count.first) is not None
        if not (_left_out(linker.line, count) or (back and count.kind == "people")):
            lean = gapped(linker, index) or gapped_behind_place(linker, index)
            if lean is not None:
                linker.found[count] = lean
            continue
        before = linker.tied_before(index)
        if (
            count.numeral.magnitude is not None
            and linker.line.fold(count.first - 1) in linker.line.lexicon.figures.lots
        ):
            continue  # « des bœufs emportés par centaines »
        if count.numeral.article and not (before is not None and _shared_out(linker.line, before, count)):
            if count.kind == "them" and (lean := gapped(linker, index)) is not None:
                linker.found[count] = lean
            continue
        if before is None or count.first - before.count.end > 24:
            continue
        if before.like is not None and isinstance(before.like, Found) and before.like in lists:
            before = before.like
        if isinstance(before.whole, Found) and not linker.joined(before.count, count):
            # « 5 300 personnes, dont 1 700 civils, ont péri, contre 4 900 l'an dernier »
            before = before.whole
        if back or (_opens(linker, count, before) and closes(linker.line, count)):
            linker.found[count] = found = Found(count, before.effect, like=before, carried=True)
            lists.setdefault(before, []).append(found)
    for whole, parts in lists.items():
        if len(parts) > 1 and sum(p.count.numeral.value or 0 for p in parts) == whole.count.numeral.value:
            for part in parts:
                part.whole = whole


def _shared_out(line: Line, before: Found, count: Count) -> bool:
    """« deux à Gao et une à Kidal »: whether an « un » goes on with a list of numbers shared out over places."""
    tokens, prepositions = line.sentence.tokens, line.lexicon.words.prepositions

    def placed(number: Count) -> bool:
        at = number.end  # « à Gao », « au camp Bakassi »
        return line.fold(at) in prepositions and any(t.text[0].isupper() for t in tokens[at + 1 : at + 3])

    joined = line.fold(count.first - 1) in line.lexicon.words.coordinators
    return joined and before.count.kind == "bare" and placed(before.count) and placed(count)


def _is_toll(line: Line, at: int) -> bool:
    tolls, aside = line.lexicon.harm.tolls, line.lexicon.figures.aside
    return (line.folds[at] in tolls.nouns or line.folds[at] in tolls.losses) and line.fold(at - 1) not in aside


def apposed(linker: Linker) -> None:
    """Ties the parts that stand behind their whole and add up to it: « six morts, quatre civils et deux soldats »."""
    for index, whole in enumerate(linker.counts):
        found = linker.found.get(whole)
        value = whole.numeral.value
        if found is None or found.whole is not None or value is None or value < 2:
            continue
        parts: list[Count] = []
        for count in linker.counts[index + 1 : index + 7]:
            start = parts[-1].end if parts else whole.end
            if count.kind not in ("people", "unknown") or not _apposes(linker.line, start, count):
                break
            if linker.marked(count, linker.line.lexicon.figures.parts):
                continue
            known = linker.found.get(count)
            if known is not None and known.harm is not None:
                break
            parts.append(count)
            if len(parts) > 1 and sum(p.numeral.value or 0 for p in parts) == value:
                for part in parts:
                    linker.found[part] = Found(part, found.effect, whole=found, carried=True)
                break


def _apposes(line: Line, start: int, count: Count) -> bool:
    """Whether only a mark or a joining word opens the count, with no verb between it and what stands before."""
    opener = line.fold(count.first - 1)
    joins = opener in line.lexicon.figures.joins or opener in line.lexicon.figures.parts.by_last
    return joins and not any(line.finite(i) or line.stops(i) for i in range(start, count.first))


def _left_out(line: Line, count: Count) -> bool:
    """Whether the noun is left out: « six à Kidal », « cinq autres à Mamove »."""
    if count.kind == "bare":
        return True
    plain = count.kind == "them" and line.fold(count.head) in line.lexicon.counted.others
    return plain and line.fold(count.first - 1) not in line.lexicon.counted.definite


def _told(linker: Linker, count: Count, topic: Topic | None) -> Found | None:
    """The count with the effect that is being counted, and with whoever said so; None where nothing is."""
    tolled = linker.line.tolled(count.first)
    if tolled is not None:
        return Found(count, tolled.effect, group=tolled.group, carried=True)
    index = linker.counts.index(count)
    before = linker.tied_before(index) or _waits(linker, count)
    if (
        before is not None
        and before.effect == "wounded"
        and any(_is_toll(linker.line, at) for at in range(max(0, count.first - _BESIDE), count.first))
    ):
        # « 83 soldiers were killed and 120 wounded, up from an earlier count of 80 »
        before = next((f for c in linker.counts[:index] if (f := linker.found.get(c)) and f.effect == "killed"), before)
    if before is not None:
        return Found(count, before.effect, like=before, carried=True)
    if topic is not None and not linker.line.tolls_others() and linker.line.sentence.index - topic.sentence <= _LATELY:
        return Found(count, topic.effect, like=topic.like, group=topic.group, carried=True)
    return None


def _waits(linker: Linker, count: Count) -> Found | None:
    """The count whose noun a bare one waits for: « de 37 à 44 morts », « pas de 20, mais de 35 morts »."""
    words, figures = linker.line.lexicon.words, linker.line.lexicon.figures
    index = linker.counts.index(count) + 1
    after = linker.counts[index] if index < len(linker.counts) else None
    if after is None or count.kind != "bare":
        return None
    between = linker.line.folds[count.end : after.first]
    joined = all(f in figures.joins or f in figures.repeated or f in words.coordinators for f in between)
    return linker.found.get(after) if joined and 0 < len(between) <= 4 else None


def _opens(linker: Linker, count: Count, before: Found) -> bool:
    """Whether what stands in front of a bare count lets it go on from the one before."""
    line, figures, words = linker.line, linker.line.lexicon.figures, linker.line.lexicon.words
    previous = line.fold(count.first - 1)
    if previous in figures.joins or previous in words.prepositions or previous in words.coordinators:
        return True
    return line.stops(count.first - 1) or _gapped(line, before, count)


def _gapped(line: Line, before: Found, count: Count) -> bool:
    """« l'ONG évoque 73 tués, l'armée 12 »: a subject without its verb."""
    marks = [i for i in range(before.count.end, count.first) if line.folds[i] in (",", ";")]
    if not marks or count.first - marks[-1] > _SUBJECT:
        return False
    return not any(line.finite(i) for i in range(marks[-1], count.first))


def closes(line: Line, count: Count) -> bool:
    """Whether what stands behind a bare count is no noun of its own."""
    behind = count.end if count.kind == "them" else count.stop
    following, words, counted = line.fold(behind), line.lexicon.words, line.lexicon.counted
    taken_up = bool(following) and following == line.lexicon.figures.pronoun and behind + 1 < line.end
    if taken_up and line.finite(behind + 1):
        return False  # « douze en portent les séquelles »
    if following in line.lexicon.harm.tolls.counters:
        return True  # « contre 23 annoncés d'abord »
    if not following or following in counted.measures:
        return not following
    if not following[0].isalpha() or behind in line.times or counted.within.at(line.folds, behind):
        return True
    classes = (
        words.prepositions, words.openers, words.adverbs, words.coordinators, words.subordinators, counted.qualities,
        line.lexicon.figures.aside,
    )  # fmt: skip
    return any(following in known for known in classes)
