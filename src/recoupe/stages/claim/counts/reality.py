"""Reality: whether a count is asserted, reported with reserve, denied or supposed."""

from collections.abc import Sequence

from recoupe.languages.morphology import Form
from recoupe.model.attribution import Attribution
from recoupe.model.figure import Reality
from recoupe.stages.claim.counts.disowned import left_open, untrue
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.taken_back import taken_back
from recoupe.stages.claim.words.insertions import past_aside
from recoupe.stages.claim.words.line import Line
from recoupe.stages.claim.words.verb_group import transparent, verbal

_REACH = 30
_MATRIX = 14
_LIMITS = frozenset({"more_than", "at_most"})


def reality(line: Line, found: Found, chain: Sequence[Attribution], text: str) -> Reality:
    """How the sentence stands to the count. `text` is the document's, `chain` the attributions that hold the count."""
    count = found.count
    if taken_back(line, count.first) is not None or untrue(line, count.first):
        return "denied"
    if count.numeral.value == 0:
        return "asserted"
    group = _governing(line, found)
    answer: Reality = "asserted"
    if group is not None:
        answer = _told_by(line, group, found)
        if answer == "asserted":
            answer = _matrix(line, min(group[0], count.first))
    if answer == "asserted" and _asked(line, text, chain):
        return "hypothetical"
    if answer == "asserted" and any(_denies(a, text) for a in chain):
        return "denied"
    return answer


def _denies(attribution: Attribution, text: str) -> bool:
    """Whether the source denies its content, and does not put another in its place behind a colon."""
    cue, content = attribution.cue, attribution.content
    if attribution.stance != "deny" or attribution.negated or cue is None:
        return False
    return cue.end <= content.start and ":" not in text[cue.end : content.start]


def _asked(line: Line, text: str, chain: Sequence[Attribution]) -> bool:
    """Whether the sentence is a question of whoever speaks."""
    if "?" not in text[line.sentence.end - 3 : line.sentence.end]:
        return False
    return not chain or chain[-1].content.end >= line.sentence.end - 3


def _governing(line: Line, found: Found) -> tuple[int, int] | None:
    """First and last word of the verb group on which the count hangs; None when there is none."""
    count, harm = found.count, found.harm
    # « ils seraient 70 000 à s'y entasser »: the verb before the count is the one that tells
    numbered = harm is not None and harm.group >= count.end and line.fold(count.end) in line.lexicon.figures.harmed
    told = (
        harm is not None and harm.start < harm.end
    )  # « auraient perdu 190 hommes et l'armée 50 »: the verb stands before
    if harm is not None and told and harm.bond == "clause" and not (numbered and _is_numbering(line, count.first)):
        shared = shared_auxiliary(line, harm.start) if harm.side == "right" and harm.group == harm.start else None
        if (own := _behind_relative(line, harm.group, harm.start)) is not None:
            return own
        return _widen(line, harm.group, harm.start) if shared is None else (shared, shared)
    if harm is not None and harm.bond == "phrase":
        for index in range(count.end, harm.start):
            if line.finite(index):
                return _widen(line, index, index)
    inside = next((i for i in range(count.stop, count.head) if line.finite(i)), None)
    if inside is not None:
        return _widen(line, inside, inside)  # « 40 seraient des civils »
    if harm is None and found.carried and isinstance(found.whole, Found):
        return _governing(line, found.whole)  # « douze détenus qui tentaient de fuir, dont deux mineurs »
    stop = min(harm.start, count.first) if harm is not None else count.first
    for index in range(stop - 1, max(-1, stop - _REACH), -1):
        if line.stops(index):
            break
        if line.fold(index - 1) in line.lexicon.words.coordinators and _goes_on(line, index):
            shared = shared_auxiliary(line, index)
            return (index, index) if shared is None else (shared, shared)
        if line.finite(index):
            shared = shared_auxiliary(line, index)
            return _widen(line, index, index) if shared is None else (shared, shared)
        # « maintenant » is no form of « maintenir »
        if line.folds[index] not in line.lexicon.words.adverbs and any(
            f.mood == "participle" and f.tense == "present" for _, f in line.lexicon.verbs.analyses(line.folds[index])
        ):
            return None  # « évoquant la mort de »
    for index in range(count.end, min(line.end, count.end + _REACH)):
        if line.stops(index) or line.folds[index] in line.lexicon.words.relatives or _opens_clause(line, index):
            break
        if line.finite(index):
            return _widen(line, index, index)
    return None


def _goes_on(line: Line, at: int) -> bool:
    """« a démenti ces pertes et revendiqué la mort de 35 soldats »: whether a participle tells of a second act, and denies nothing."""
    if line.lexicon.figures.merged or line.finite(at):
        return False
    if line.lexicon.verbs.is_past_participle(line.fold(at - 2)) and line.lexicon.verbs.is_auxiliary(line.fold(at - 3)):
        return False  # « a démenti et condamné la mort de six civils »
    lemmas = {lemma for lemma, form in line.lexicon.verbs.analyses(line.folds[at]) if form.mood == "participle"}
    if not lemmas or lemmas & line.lexicon.figures.deny:
        return False
    return shared_auxiliary(line, at) is not None and line.lexicon.verbs.is_past_participle(line.folds[at])


def _opens_clause(line: Line, comma: int) -> bool:
    """« 20 morts dans une frappe, l'ONU craint une famine »: whether a clause of what somebody fears begins behind a comma, and no
    aside."""
    after = comma + 1
    if line.folds[comma] != "," or past_aside(line, comma) > comma or line.lexicon.figures.merged:
        return False
    if line.fold(after) not in line.lexicon.words.openers and not line.named(after):
        return False
    closing = next((i for i in range(after, line.end) if line.folds[i] == "," or line.stops(i)), line.end)
    verb = next((i for i in range(after + 1, closing) if line.finite(i)), None)
    return verb is not None and any(lemma in line.lexicon.figures.suppose for lemma, _ in _forms(line, verb))


def _behind_relative(line: Line, first: int, verb: int) -> tuple[int, int] | None:
    """« ceux qui tentaient de fuir ont été tués »: the verb group that begins right behind the infinitive or participle of a
    clause before; None where none ends there."""
    if line.lexicon.figures.merged:
        return None
    for at in range(verb, first, -1):
        ends = verbal(line, at - 1) and not line.lexicon.verbs.is_auxiliary(line.folds[at - 1])
        if ends and line.finite(at) and line.lexicon.verbs.is_auxiliary(line.folds[at]):
            return at, verb
    return None


def shared_auxiliary(line: Line, at: int) -> int | None:
    """« auraient tué 40 civils et blessé 60 autres »: where the auxiliary stands that the participle at `at` has from a verb
    before; None where it has its own, or is none."""
    fold, before = line.folds[at], line.fold(at - 1)
    known = (*line.lexicon.verbs.analyses(fold), *line.lexicon.harm.verbs.get(fold, ()))
    participle = any(form.mood == "participle" and form.tense == "past" for _, form in known)
    # « et fait 12 morts » may be a present
    goes_on = before == "," or before in line.lexicon.words.coordinators
    if not participle or line.lexicon.figures.merged or (line.finite(at) and not goes_on):
        return None
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if line.stops(index):
            return None
        aside = line.fold(index - 1) == "," and index < past_aside(line, index - 1) <= at
        if not aside and line.finite(index):
            return index if line.auxiliary(index, line.lexicon.figures.perfect) else None
    return None


def _is_numbering(line: Line, first: int) -> bool:
    """Whether « to be » stands right before a count, but for adverbs: « ils seraient maintenant 70 000 »."""
    at = first - 1
    while line.fold(at) in line.lexicon.words.adverbs or at in line.times:
        at -= 1
    return line.auxiliary(at, line.lexicon.figures.passive)


def _widen(line: Line, first: int, last: int) -> tuple[int, int]:
    """The verb group with all its auxiliaries, modals and negations."""
    of = line.lexicon.figures.harmed
    while first > 0 and (
        line.finite(first - 1) or transparent(line, first - 1) or verbal(line, first - 1) or line.folds[first - 1] in of
    ):
        first -= 1
    while last + 1 < line.end and (transparent(line, last + 1) or verbal(line, last + 1)):
        last += 1
    return first, last


def _told_by(line: Line, group: tuple[int, int], found: Found) -> Reality:
    """What mood, modals and negation of the verb group make of the count."""
    figures = line.lexicon.figures
    forms = [pair for i in range(group[0], group[1] + 1) if not _joined(line, i, found) for pair in _forms(line, i)]
    lemmas = {lemma for lemma, _ in forms}
    finite = [(lemma, form) for lemma, form in forms if form.finite]
    conditional = any(form.mood == "conditional" for _, form in finite)
    future = any(form.mood == "indicative" and form.tense == "future" for _, form in finite)
    first = found.count.first
    # « il n'y a pas 500 morts, mais plutôt quelques dizaines, probablement entre 10 et 50 »
    put = line.folds[min(group[1] + 1, max(0, first - 2)) : first]
    negated = (_negated(line, *group) or _neither(line, group, found)) and figures.rather.isdisjoint(put)
    if lemmas & figures.deny or (lemmas & figures.dispute and group[1] < found.count.first):
        return "asserted" if negated else "denied"
    lacking = found.harm is not None and found.harm.lacking
    if negated and not lacking and _states(line, group, found) and found.count.numeral.bound not in _LIMITS:
        return "denied"
    if _kept_at_distance(line, group, found):
        return "conditional"
    # « ont pu regagner » is done; « peuvent regagner » is not
    if lacking and negated:
        return "conditional" if conditional else "asserted"  # « ne peuvent toujours pas regagner leur foyer »
    behind = {lemma for i in range(group[1] + 1, first) for lemma, _ in line.lexicon.verbs.analyses(line.folds[i])}
    if found.effect == "killed" and (lemmas | behind) & figures.burying and _are_bodies(line, found):
        return (
            "conditional" if conditional else "asserted"
        )  # « promettent de remettre 28 dépouilles », « seront inhumés »
    if lemmas & figures.suppose or any(lemma in figures.able for lemma, _ in finite):
        return "hypothetical"
    if future or (conditional and lemmas & figures.suppose_future):
        return "hypothetical"
    if left_open(line, group[0]):
        return "hypothetical"
    ahead = range(max(0, group[0] - 8), group[0])
    if any(line.folds[i] in figures.conditions and _supposes(line) for i in ahead):
        return "hypothetical"
    return "conditional" if conditional else "asserted"


def _are_bodies(line: Line, found: Found) -> bool:
    """« 28 dépouilles de soldats », « les corps de douze soldats », « douze soldats seront inhumés »: whether those counted lie dead."""
    bodies, harm = line.lexicon.counted.bodies, found.harm
    return line.fold(found.count.head) in bodies or (
        harm is not None and (harm.blameless or harm.bond == "noun" or line.fold(harm.start) in bodies)
    )


def _kept_at_distance(line: Line, group: tuple[int, int], found: Found) -> bool:
    """« were reportedly killed », « reportedly 12 people »: whether the writer leaves the claim to others unnamed."""
    reserve = line.lexicon.figures.reserve
    told = line.folds[max(0, group[0] - 1) : group[1] + 1] if found.harm is not None else []
    return not reserve.isdisjoint((*told, line.fold(found.count.first - 1)))


def _supposes(line: Line) -> bool:
    """Whether a conjunction of condition in it supposes; « si l'armée admet 12 morts, les ONG en comptent 40 » concedes."""
    return any(
        form.person == 3 and (form.mood == "conditional" or (form.mood == "indicative" and form.tense == "future"))
        for index in range(line.end)
        if line.finite(index)
        for _, form in line.lexicon.verbs.analyses(line.folds[index])
    )


def _states(line: Line, group: tuple[int, int], found: Found) -> bool:
    """Whether the verb of the group is what states the count, so that its negation denies it."""
    if found.harm is not None and found.harm.bond == "clause":
        return True
    for index in range(group[1], group[0] - 1, -1):
        lemmas = {lemma for lemma, _ in line.lexicon.verbs.analyses(line.folds[index])}
        if lemmas and not transparent(line, index):
            return bool(lemmas & line.lexicon.figures.state)
    return False


def _matrix(line: Line, first: int) -> Reality:
    """What the verb above a « que » makes of the clause: « redoutent que », « dément que »."""
    figures = line.lexicon.figures
    for index in range(first - 1, max(-1, first - _MATRIX), -1):
        if line.stops(index):
            return "asserted"
        if line.folds[index] in figures.only:
            above = index - 1
            while above > 0 and not line.finite(above) and transparent(line, above):
                above -= 1
            start, end = _widen(line, above, above)
            lemmas = {lemma for i in range(max(0, start), end + 1) for lemma, _ in _forms(line, i)}
            if lemmas & figures.deny or lemmas & figures.dispute:
                return "asserted" if _negated(line, start, end) else "denied"
            return "hypothetical" if lemmas & figures.suppose else "asserted"
    return "asserted"


def _forms(line: Line, index: int) -> list[tuple[str, Form]]:
    """The verb forms that the word can be here; a verb of harm that is no general verb stands under its own word."""
    fold = line.folds[index]
    known = line.lexicon.verbs.analyses(fold)
    if not known:
        known = tuple((fold, form) for _, form in line.lexicon.harm.verbs.get(fold, ()))
    finite = line.finite(index)
    return [pair for pair in known if (finite and pair[1].person == 3) or not pair[1].finite]


def _joined(line: Line, at: int, found: Found) -> bool:
    """« ont été menacés et chassés »: whether the word is a participle of something else done to them, before the deed's own."""
    harm = found.harm
    if harm is None or harm.bond != "clause" or not at < harm.start or line.finite(at):
        return False
    verbs, fold = line.lexicon.verbs, line.folds[at]
    joint = line.fold(harm.start - 1) in line.lexicon.words.coordinators and at + 1 < harm.start
    return joint and verbs.is_past_participle(fold) and not verbs.is_auxiliary(fold)


def _neither(line: Line, group: tuple[int, int], found: Found) -> bool:
    """« n'ont été ni tués ni capturés »: whether the deed itself stands behind « ni » in a negated group."""
    words, harm = line.lexicon.words, found.harm
    if harm is None or harm.bond != "clause" or line.fold(harm.start - 1) not in words.coordinators & words.negations:
        return False
    return not line.lexicon.figures.not_before.isdisjoint(line.folds[max(0, group[0] - 1) : harm.start])


def _negated(line: Line, first: int, last: int) -> bool:
    """Whether the group is negated by both words of a negation."""
    figures = line.lexicon.figures
    words = line.folds[max(0, first - 1) : last + 2]
    return not figures.not_before.isdisjoint(words) and not figures.not_behind.isdisjoint(words)
