"""Losses: whether those counted are an army's own dead and wounded, as the words around them tell."""

from collections.abc import Sequence

from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.harms import Harm
from recoupe.stages.claim.groups.sides import HoldsParty
from recoupe.stages.claim.words.line import Line

_STRETCH = 10
"""Within how many words of a count an army speaks of its losses."""
_LATELY = 300
"""Within how many characters before a sentence those fighters were counted who lost some of their own."""
_NEAR = 6
"""Within how many words behind a count those who left them on the field are named."""

_WAR = 1000
"""From how many dead of both sides on they are a whole war's, and not only of those who fought."""


def lost_in_arms(line: Line, found: Found, holds_party: HoldsParty) -> bool:
    """« a perdu 16 hommes », « l'armée déplore cinq morts », « ses pertes »: whether those counted bore arms, for they were
    an army's, or are lost as an army loses its own."""
    count, harm, counted = found.count, found.harm, line.lexicon.counted
    bare = count.kind in ("harm", "bare", "them")
    if harm is not None and harm.troops:
        if line.fold(count.head) in counted.men or (
            (count.numeral.article or count.numeral.value == 0) and line.fold(count.head) in counted.agents
        ):
            # « le village pleure la perte de douze hommes »
            return not (harm.blameless or harm.bond == "of") or not _civil_loser(line, harm)
        if harm.blameless and (bare or line.lexicon.figures.of_own.at(line.folds, count.stop)):
            return _armed_loser(line, harm, holds_party)
    if bare and (_suffered(line, count, holds_party) or _inflicted(line, count)):
        return True
    if bare and _on_both_sides(line, count, holds_party):
        return True
    if bare and (_deplored(line, count, holds_party) or _on_their_side(line, count, holds_party)):
        return True
    theirs = count.kind == "harm" and line.fold(count.head - 1) in counted.theirs  # « une dizaine de ses blessés »
    return _of_their_own(line, count, holds_party, theirs=theirs)


def taken_in_arms(line: Line, found: Found) -> bool:
    """« a fait 40 prisonniers », « 40 prisonniers de guerre »: whether those counted were taken as an army takes its foes."""
    count, counted = found.count, line.lexicon.counted
    swapped = found.effect == "returned" and not counted.swapped.isdisjoint(line.words)
    if line.fold(count.head) not in counted.captives or not (swapped or found.effect == "detained"):
        return False  # nor does it say who « 1 200 prisonniers de guerre » are that came home
    of = line.fold(count.head + 1) in line.lexicon.figures.of
    if of and line.fold(count.head + 2) in line.lexicon.counted.warlike:
        return True
    if swapped or not counted.unwarlike.isdisjoint(line.words):
        return False  # « 3 000 prisonniers politiques », « la police a fait 40 prisonniers »
    analyses = line.lexicon.verbs.analyses(line.fold(count.first - 1))
    return any(lemma in counted.taking for lemma, _ in analyses)


def _suffered(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« les rebelles n'ont eu aucun tué », « la colonne a subi 12 morts »: whether an armed body had those dead or hurt itself."""
    counted, at = line.lexicon.counted, count.first - 1
    if line.fold(at) in line.lexicon.figures.only:
        at -= 1  # « n'ont eu que deux tués »
    verb = {lemma for lemma, form in line.lexicon.verbs.analyses(line.fold(at)) if form.mood != "infinitive"}
    if verb.isdisjoint(counted.suffering) or count.effect == "casualties":
        return False
    start = max((i + 1 for i in range(at) if line.stops(i) or line.folds[i] == ","), default=0)
    opened = max((i + 1 for i in range(start, at) if line.folds[i] in line.lexicon.words.subordinators), default=start)
    tokens = line.sentence.tokens
    return _names_armed(line, line.folds[opened:at]) or (
        opened < at and holds_party(tokens[opened].start, tokens[at].start)
    )


def _inflicted(line: Line, count: Count) -> bool:
    """« a infligé à l'armée plus de 100 tués et 500 blessés »: whether they are losses that one side inflicts on the other."""
    counted, verbs = line.lexicon.counted, line.lexicon.verbs
    for at in range(count.first - 1, max(-1, count.first - _STRETCH), -1):
        if line.stops(at) or line.folds[at] in line.lexicon.words.relatives:
            return False
        if any(lemma in counted.inflicting for lemma, _ in verbs.analyses(line.folds[at])):
            hit = line.folds[at + 1 : count.first]
            return not hit or (_names_armed(line, hit) and not _names_civilians(line, hit))  # « lui a infligé »
    return False


def _on_both_sides(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« 210 morts dans les deux camps »: whether they are of those who fought each other, and these bear arms.

    They need not where it is told between whom and these are no armed bodies, where they are a thousand and more, as a war's dead are,
    or where « des deux côtés » stands beside a border or fire from afar.
    """
    counted, of, size = line.lexicon.counted, line.lexicon.figures.of, count.numeral.value
    if counted.both_sides.openings.isdisjoint(line.words) and counted.either_side.openings.isdisjoint(line.words):
        return False
    if not counted.communities.isdisjoint(line.words) or size is None or size >= _WAR:
        return False
    for at in range(count.end, min(line.end, count.end + _NEAR)):
        either = counted.either_side.at(line.folds, at)
        width = counted.both_sides.at(line.folds, at) or either
        if width and (line.fold(at + width) in of or (either and not counted.from_afar.isdisjoint(line.words))):
            return False  # « des deux côtés de la frontière »
        if width:
            return _fought_in_arms(line, count, holds_party)
        if line.stops(at) or line.folds[at] in line.lexicon.words.relatives:
            return False
    return False


def _fought_in_arms(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« les combats entre l'armée et les rebelles »: whether those between whom there was a fight, if any are named, bear arms."""
    start = next((i for i in range(count.first) if line.folds[i] in line.lexicon.counted.between), None)
    if start is None:
        return True
    stop = next((i for i in range(start + 1, count.first) if line.finite(i)), count.first)
    tokens = line.sentence.tokens
    return _names_armed(line, line.folds[start:stop]) or holds_party(tokens[start].start, tokens[stop].start)


def _names_civilians(line: Line, folds: Sequence[str]) -> bool:
    """Whether words name people who bear no arms."""
    counted = line.lexicon.counted
    return any(f in counted.civil or counted.people.get(f) == "civilians" for f in folds)


def _on_their_side(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« Les rebelles parlent de trois morts de leur côté »: whether those who bear arms count the dead of their own side."""
    counted = line.lexicon.counted
    if any(counted.our_side.standing(line.folds, 0, count.first)):
        # « De notre côté, nous déplorons 27 martyrs »
        told = (lemma for i in range(count.first) for lemma, _ in line.lexicon.verbs.analyses(line.folds[i]))
        return any(lemma in counted.deploring for lemma in told)
    if not counted.own_side.at(line.folds, count.end):
        return False
    tokens = line.sentence.tokens
    return _names_armed(line, line.folds[: count.first]) or holds_party(tokens[0].start, tokens[count.first].start)


def _of_their_own(line: Line, count: Count, holds_party: HoldsParty, *, theirs: bool = False) -> bool:
    """« L'armée a admis la mort de douze des siens », « douze des leurs ont été tués, disent les rebelles »."""
    if not theirs and not line.lexicon.figures.of_own.at(line.folds, count.stop):
        return False
    counted, tokens = line.lexicon.counted, line.sentence.tokens
    if not counted.civil_losers.isdisjoint(line.folds[: count.first] if theirs else line.words):
        return False  # « le village pleure ses morts », but « parle de dix de ses blessés achevés à l'hôpital »
    return _names_armed(line, line.folds) or holds_party(tokens[0].start, tokens[-1].end)


def is_of_their_own(line: Line, count: Count, earlier: Sequence[Figure]) -> bool:
    """« Les soldats ont abattu dix assaillants. Un des leurs a été blessé »: whether they are some of their own of whom a sentence tells
    right behind fighters who were counted, where it names nobody else."""
    last = earlier[-1] if earlier else None
    if last is None or last.group != "combatants" or not line.lexicon.figures.of_own.at(line.folds, count.stop):
        return False
    told, counted = line.folds[: count.first], line.lexicon.counted
    near = 0 <= line.sentence.start - last.span.end <= _LATELY
    return near and not _names_civilians(line, told) and counted.civil_losers.isdisjoint(told)


def lost_by_them(line: Line, count: Count) -> bool:
    """Whether an army's losses are spoken of right beside the count, or fighters left those counted behind."""
    return _own_losses(line, count) or _left_behind(line, count)


def _deplored(line: Line, count: Count, holds_party: HoldsParty) -> bool:
    """« l'armée déplore trois morts et cinq blessés »: whether those who bear arms tell what they themselves suffered."""
    counted, verbs = line.lexicon.counted, line.lexicon.verbs
    for at in range(count.first - 1, max(0, count.first - _STRETCH), -1):
        only = at == count.first - 1  # « ne déplorent que trois morts »
        if line.stops(at) or (line.folds[at] in line.lexicon.words.relatives and not only):
            return False
        if not any(lemma in counted.deploring for lemma, _ in verbs.analyses(line.folds[at])):
            continue
        start = max((i + 1 for i in range(at) if line.stops(i) or line.folds[i] == ","), default=0)
        subject = line.folds[start:at]
        if any(fold in line.lexicon.words.relatives or fold in line.lexicon.words.prepositions for fold in subject[:1]):
            return False  # « selon l'armée, on déplore dix morts »
        armed = _names_armed(line, subject)
        tokens = line.sentence.tokens
        return armed or (start < at and holds_party(tokens[start].start, tokens[at].start))
    return False


def _civil_loser(line: Line, harm: Harm) -> bool:
    """« la famille a perdu trois hommes », « le village »: whether those who lost them are no army."""
    counted = line.lexicon.counted
    before = line.folds[max(0, harm.group - _STRETCH) : harm.start]
    places = line.lexicon.counted.civil_losers
    return any(f in counted.families or f in places or counted.people.get(f) == "civilians" for f in before)


def _armed_loser(line: Line, harm: Harm, holds_party: HoldsParty) -> bool:
    """« l'armée a perdu 16 hommes »: whether those who lost them bear arms."""
    tokens = line.sentence.tokens
    # « l'armée » looks like a participle and may be taken for a part of the verb group
    before = line.folds[max(0, harm.group - _STRETCH) : harm.start]
    if line.lexicon.figures.pronoun in before and not line.lexicon.counted.men.isdisjoint(before):
        return True  # « disposer de 300 hommes et n'en avoir perdu que deux »
    return _names_armed(line, before) or holds_party(tokens[0].start, tokens[harm.start].start)


def _names_armed(line: Line, folds: Sequence[str]) -> bool:
    """Whether one of the words names an armed body or those who bear arms."""
    counted = line.lexicon.counted
    return any(f in counted.armed or counted.people.get(f) == "combatants" for f in folds)


def _own_losses(line: Line, count: Count) -> bool:
    """Whether an army tells of its own losses in the same stretch: « porte à six morts et 20 blessés ses pertes »."""
    counted = line.lexicon.counted
    for at, width in counted.losses.standing(line.folds, max(0, count.first - _STRETCH), count.end + _STRETCH):
        if line.fold(at + width) not in counted.civil:
            between = range(at, count.first) if at < count.first else range(count.end, at)
            return not any(line.stops(i) for i in between)
    return False


def _left_behind(line: Line, count: Count) -> bool:
    """Whether those counted are the dead whom fighters left on the field."""
    counted = line.lexicon.counted
    near = range(max(0, count.first - _STRETCH), min(line.end, count.end + _NEAR))
    if counted.left.isdisjoint(line.folds[i] for i in near):
        return False
    if not any(counted.left_where.at(line.folds, i) for i in near):
        return False
    return any(counted.people.get(line.folds[i]) == "combatants" for i in near)
