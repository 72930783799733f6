"""More said: what a sentence adds to a noun of harm: a deadly deed, a list of the dead, a count that it is added to."""

from recoupe.model.figure import Effect, Group
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import BODILY
from recoupe.stages.claim.counts.link import Linker
from recoupe.stages.claim.counts.lookback import Lookback
from recoupe.stages.claim.counts.same_people import SamePeople
from recoupe.stages.claim.counts.wholes import TOLD_APART
from recoupe.stages.claim.words.line import Line

_DEEDS = 8
"""Within how many words behind « victimes » it is told of what."""
_SURVIVED: frozenset[Effect] = frozenset({"wounded", "detained"})
_TIMES = 100
"""How many times as many as the last item counted are those of no item like it."""


def say_more(look: Lookback, same: SamePeople, index: int, found: Found) -> None:
    """What the sentence adds to a noun of harm: a deadly deed, a list of the dead, a count that it is added to."""
    linker, line = look.linker, look.line
    harm = line.lexicon.harm
    found.group = _bulletin_group(look, index)
    if found.effect == "casualties" and not harm.deadly.isdisjoint(line.words):
        found.effect = "casualties" if _of_other_harm(line, found) else "killed"
        return
    if found.effect == "casualties" and _tolled(look, found) and look.killed_only() and _adds_up(look, found):
        found.effect = "killed"  # « trois morts vendredi et dix samedi, portant à 13 le nombre de victimes »
        return
    if found.effect == "casualties" and (again := _counted_again(look, found)) is not None:
        found.effect = again  # « Les corps de 90 victimes … Parmi ces 90 victimes »
        return
    if found.effect == "casualties" and _tells_anew(linker, index):
        found.effect = "killed"  # « un bilan de 200 morts, puis a parlé de 500 victimes »
        return
    if found.effect == "casualties" and _is_rest(linker, index):
        before = linker.tied_before(index) or next(iter(reversed(look.trail)), None)
        found.effect = before.effect if before is not None and before.effect in BODILY else found.effect
        return
    some = found.count.numeral.bound == "exact" and _is_definite(line, found.count.head - 1)
    lost = line.fold(found.count.head) in harm.tolls.losses or found.count.numeral.value == 0
    if found.effect == "casualties" and some and not lost:
        # « quatre des victimes » of an attack that killed are dead
        dead = any(f.effect == "killed" for f in look.trail)
        found.effect = "killed" if dead else look.of_victims(found.effect) or found.effect
    takes = found.count.open and found.effect not in BODILY
    beside = linker.tied_before(index) if takes else None
    listed = same.listed(beside, found.count)
    parted = line.folds[max(0, found.count.first - 2) : found.count.first]
    joint = parted[:1] == [","] and not line.lexicon.words.coordinators.isdisjoint(parted[1:])
    if found.effect in TOLD_APART and joint:
        listed = None  # « 215 morts, dont 133 militaires, et 70 disparus »
    if listed is not None and listed.whole is None and beside is not None and beside.harm is None:
        listed = None  # « 300 morts, outre 56 000 déplacés »: nouns of harm side by side
    if listed is not None and found.worsened_by(listed.effect):
        found.effect, found.whole, found.carried = listed.effect, listed.whole, True
        return
    near = line.folds[max(0, found.count.first - 10) : found.count.first]
    if look.trail and not harm.tolls.adders.isdisjoint(near):
        found.like = look.trail[-1]


def _tells_anew(linker: Linker, index: int) -> bool:
    """Whether « victimes » are counted in a new toll behind a toll of the dead, in one sentence."""
    line, before, tolls = linker.line, linker.tied_before(index), linker.line.lexicon.harm.tolls
    if before is None or before.effect != "killed" or before.count.kind != "harm" or before.whole is not None:
        return False
    between = line.folds[before.count.end : linker.counts[index].first]
    told = not tolls.nouns.isdisjoint(line.folds[: before.count.first])
    again = tolls.counters | tolls.verbs
    return told and not again.isdisjoint(between) and tolls.adders.isdisjoint(between)


def _of_other_harm(line: Line, found: Found) -> bool:
    """« 900 victimes de meurtres et de blessures »: whether a deed is told behind that kills nobody."""
    harm, behind = line.lexicon.harm, line.folds[found.count.end : found.count.end + _DEEDS]
    stop = next((i for i, fold in enumerate(behind) if fold in line.lexicon.words.relatives), len(behind))
    return any(
        harm.nouns.get(fold) in _SURVIVED or harm.events.get(fold) in _SURVIVED
        for at, fold in enumerate(behind[:stop])
        if at and behind[at - 1] in line.lexicon.figures.of
    )


def _counted_again(look: Lookback, found: Found) -> Effect | None:
    """What befell those told lately of whom « ces 90 victimes » says the number again; None for nobody."""
    line, count = look.line, found.count
    if line.fold(count.first - 1) not in line.lexicon.counted.taking_up:
        return None
    same = (f for f in reversed(look.trail) if f.value == count.numeral.value and f.unit == "people")
    last = next(same, None)
    return last.effect if last is not None and last.effect in BODILY else None


def _tolled(look: Lookback, found: Found) -> bool:
    """« à 13 le nombre total de victimes »: whether the noun of a toll stands between the number and its noun."""
    line, count = look.line, found.count
    return not line.lexicon.harm.tolls.of.isdisjoint(line.folds[count.stop : count.head])


def _adds_up(look: Lookback, found: Found) -> bool:
    """« trois morts vendredi et dix samedi, portant à 13 le nombre de victimes »: whether the dead told last make up the number, which is
    no sum of a year with who was hurt in it (« ce qui porte à 60 le nombre de victimes de mines »)."""
    told = [f.value for f in look.trail if f.effect == "killed" and f.part_of is None]
    for count in look.linker.counts:
        known = look.linker.found.get(count)
        if count.end <= found.count.first and (known is None or (known.effect == "killed" and known.whole is None)):
            told.append(count.numeral.value)
    total = 0.0
    for size in reversed(told):
        total += size or 0
        if total == found.count.numeral.value:
            return True
    return False


def _is_rest(linker: Linker, index: int) -> bool:
    """« les cinq autres victimes »: what is left of those counted before."""
    line, count = linker.line, linker.counts[index]
    other = line.lexicon.figures.rest.intersection(line.folds[count.first : count.head])
    return bool(other) and line.fold(count.first - 1) in line.lexicon.words.openers


def _bulletin_group(look: Lookback, index: int) -> Group | None:
    """« Deux civils blessés à Pokrovsk. Un blessé à Rivne. »: whom a sentence without a verb goes on counting."""
    topic, line, counts = look.topic, look.line, look.linker.counts
    if index or counts[0].first > 1 or topic is None or topic.like is None:
        return None
    if line.sentence.index - topic.sentence != 1 or line.sentence.kind != "paragraph":
        return None
    size, before = counts[0].numeral.value or 0, topic.like.value or 0
    if size > _TIMES * max(before, 1):
        return None  # « Deux soldats blessés. 11.240 morts depuis mai. »: of a war, and of another item
    if not {topic.effect, counts[0].effect} <= BODILY or any(line.finite(i) for i in range(line.end)):
        return None
    return topic.like.group


def _is_definite(line: Line, at: int) -> bool:
    """« des »: whether « of » stands with the article of those told before."""
    return line.fold(at) in line.lexicon.figures.of and line.fold(at) in line.lexicon.words.determiners
