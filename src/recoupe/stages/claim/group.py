"""Group: who is counted (civilians, children, women, combatants, or not said)."""

from collections.abc import Sequence

from recoupe.model.figure import Figure, Group
from recoupe.stages.claim.counts import Count
from recoupe.stages.claim.found import Found
from recoupe.stages.claim.harms import Harm
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.membership import group_of_whole
from recoupe.stages.claim.sides import HoldsParty, opens_with_side, within_side

_PREDICATE = 6
"""Within how many words behind a count it is said who they were."""
_BRACKETS = {"(": ")", "–": "–", "-": "-", "—": "—"}
_BOTH = {"civilians", "combatants"}
_QUOTES = frozenset({"«", "“", '"'})
_MARKS = frozenset({",", "(", "-", "–", "—"})
_STRETCH = 10
"""Within how many words of a count an army speaks of its losses."""
_SENTENCE = 200
"""Within how many characters before the sentence those were counted whose noun it leaves out."""


def group_of(
    line: Line,
    found: Found,
    beside: Sequence[tuple[Found, Group]],
    earlier: Sequence[Figure],
    holds_party: HoldsParty,
) -> Group:
    """The group of a count. `beside`: the sentence's counts before it with their groups; `earlier`: all figures so far.

    « personnes » are people of whom no more is said. A bare word of harm (« blessés ») or a left-out noun takes the
    group of the count that it is set against.
    """
    count = found.count
    own = _own(line, found, holds_party)
    if own == "unspecified" and count.kind == "people" and found.whole is not None:
        # « seize civils … il s'agit de quinze adultes », « treize rebelles, dont trois chefs »
        shared = _known_group(found.whole, beside)
        return shared if shared in ("civilians", "combatants") else own
    if own == "unspecified" and found.harm is not None and found.harm.troops:
        men = line.fold(count.head) in line.lexicon.counted.men
        return (
            "combatants" if men and (not found.harm.blameless or _armed_loser(line, found.harm, holds_party)) else own
        )
    if own == "unspecified" and found.effect == "casualties" and found.harm is not None:
        men = line.fold(count.head) in line.lexicon.counted.men and found.harm.bond == "phrase"
        own = "combatants" if men else own  # « 350 hommes hors de combat »
    if own is not None:
        return own
    if found.group is not None:
        return found.group
    if found.whole is None and (some := group_of_whole(line, count)) is not None:
        return some
    for other in (found.whole, found.like):
        if other is not None:
            return _known_group(other, beside)
    against = {group for other, group in beside if _stands_alone(other) and _set_against(line, other, count)}
    named = against - {"unspecified"}
    if named:
        return named.pop() if len(named) == 1 else "unspecified"
    last = next((one for one in reversed(beside) if one[0].whole is not None), None)
    bare = last is not None and beside[-1] is last and last[0].count.kind == "bare"
    if last is not None and bare and count.kind in ("bare", "harm") and _set_against(line, last[0], count):
        return last[1]  # « 862 civilians, of whom 406 were killed and 293 injured »
    whole = next((f for f in reversed(earlier) if f.part_of is None), None)
    # « Sept civils ont péri à X. La veille, dix-neuf avaient péri. »: the noun of the sentence before is left out
    if count.kind == "them" and whole is not None and not beside:
        return whole.group
    if count.kind == "bare" and not beside and _goes_on(line, found, earlier):
        return earlier[-1].group
    return "civilians" if count.kind in ("harm", "bare") and _broken_down(count, earlier) else "unspecified"


def _goes_on(line: Line, found: Found, earlier: Sequence[Figure]) -> bool:
    """Whether a number without a noun is the subject of the same harm as the people counted last, shortly before."""
    last, harm = earlier[-1] if earlier else None, found.harm
    if last is None or harm is None or harm.side != "left" or harm.bond != "clause" or last.part_of is not None:
        return False
    gap = line.sentence.start - last.span.end
    return last.effect == found.effect and last.unit == "people" and gap <= _SENTENCE


def _broken_down(count: Count, earlier: Sequence[Figure]) -> bool:
    """Whether the article breaks down a tally of many days' civilian victims, killed and hurt together, and knows of no
    others: « En mai, 240 victimes civiles … Marib : 17 morts et 22 blessés »."""
    if any(figure.group == "combatants" for figure in earlier):
        return False
    size = count.numeral.value
    civil = (f for f in earlier if f.effect == "casualties" and f.group == "civilians" and f.part_of is None)
    tallies = (f for f in civil if f.scope != "incident")
    return size is not None and any(f.value is not None and size < f.value for f in tallies)


def _known_group(count: Found | Figure, beside: Sequence[tuple[Found, Group]]) -> Group:
    """The group that a count before was given."""
    if isinstance(count, Figure):
        return count.group
    return next((group for known, group in beside if known is count), "unspecified")


def _own(line: Line, found: Found, holds_party: HoldsParty) -> Group | None:
    """The group that the phrase and what follows it name; None for left-out nouns and bare words of harm."""
    count, counted = found.count, line.lexicon.counted
    fold = line.fold(count.head)
    if count.kind == "strikes":
        return "unspecified"
    of_family = (
        line.fold(count.first - 1) in line.lexicon.figures.of
        and line.fold(count.first - 2) in counted.families
        and line.fold(count.first - 3) in line.lexicon.articles
    )
    if count.unit == "families" or (of_family and counted.people.get(fold, "unspecified") == "unspecified"):
        return "civilians"  # « une famille de cinq personnes »
    group = counted.people.get(fold)
    if fold in counted.men and line.lexicon.figures.of_own.at(line.folds, count.stop):
        return "combatants"  # « eight of its men »
    inside = line.folds[count.head + 1 : count.end]
    if counted.heads_last:
        inside = [*line.folds[count.stop : count.head], *inside]
    of = line.fold(count.end + 1) in line.lexicon.figures.of and line.fold(count.end + 1) not in counted.some
    joint = count.end + 1 + of  # « de femmes et d'enfants », but « une femme et des enfants »
    if (
        group == "women"
        and line.fold(count.end) == counted.joint
        and counted.people.get(line.fold(joint)) == "children"
    ):
        return "civilians"
    if line.fold(count.end) == counted.joint and {group, counted.people.get(line.fold(joint))} == _BOTH:
        return "unspecified"  # « une quarantaine de civils et de militaires »
    if group is not None and group != "unspecified" and (fold not in counted.relational or fold in counted.own):
        return group
    if count.kind not in ("bare", "them"):
        if any(word in counted.family_marks for word in inside):
            return "civilians"
        if any(word in counted.civil for word in inside):
            # « morts civils et militaires »
            return "unspecified" if any(word in counted.armed for word in inside) else "civilians"
        if any(word in counted.armed or counted.people.get(word) == "combatants" for word in inside):
            return "combatants"
        tokens = line.sentence.tokens
        first = count.stop if counted.heads_last else count.head
        if count.end > first + 1 and holds_party(tokens[first].start, tokens[count.end - 1].end):
            return "combatants"
        if any(counted.people.get(word) == "civilians" for word in inside):
            return "civilians"
    if count.kind == "harm" and line.fold(count.end) in line.lexicon.figures.of:
        # « 25 décès d'enfants »
        victims = counted.people.get(line.fold(count.end + 1))
        if victims not in (None, "unspecified"):
            return victims
    if count.kind == "harm" and fold in counted.unarmed and found.effect != count.effect:
        return "civilians"
    if count.kind in ("harm", "bare", "them"):
        harm = found.harm
        lost = harm is not None and harm.blameless and harm.troops and _armed_loser(line, harm, holds_party)
        if lost or opens_with_side(line, count, holds_party):
            return "combatants"
    behind = count.end if found.harm is None or found.harm.side == "right" else max(count.end, found.harm.end)
    within = within_side(line, behind, holds_party) or _said_to_be(line, count, holds_party)
    if within is not None:
        return within
    if _lost(line, count) or _left_behind(line, count):
        return "combatants"
    if count.kind in ("harm", "bare", "them") or fold in counted.further:
        return None
    return group or "unspecified"


def _said_to_be(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """The group that the verb « to be » gives those counted: « les cinq autres victimes étaient des gendarmes »."""
    words, verbs = line.lexicon.words, line.lexicon.verbs
    within = line.lexicon.counted.within.before(line.folds, count.first)
    if line.fold(count.first - 1) in line.lexicon.figures.of or within:
        return None  # « deux tiers des 40 victimes étaient des femmes »
    apart = _all_of_them(line, count, holds_party)
    if apart is not None:
        return apart
    if not any(lemma == line.lexicon.figures.passive for lemma, _ in verbs.analyses(line.fold(count.end))):
        return None
    for at in range(count.end + 1, min(line.end, count.end + _PREDICATE)):
        group = line.lexicon.counted.people.get(line.folds[at])
        if line.lexicon.counted.heads_last and group is None and not _modifies(line, at):
            return None  # « a man was killed and his wife … »
        quoted = line.folds[at - 1] in _QUOTES  # « étaient des « terroristes » »
        if group is not None and (line.lexicon.counted.heads_last or quoted or line.folds[at - 1] in words.openers):
            return group if group != "unspecified" else None
        if line.stops(at) or line.finite(at) or line.lexicon.figures.parts.at(line.folds, at):
            return None  # « dix personnes sont mortes, dont une fillette »
    return None


def _modifies(line: Line, at: int) -> bool:
    """Whether the word may stand between « were » and who those counted are."""
    words, fold = line.lexicon.words, line.folds[at]
    manner = fold in words.adverbs or fold.endswith(line.lexicon.figures.adverbs_in)
    return (
        manner
        or fold in words.openers
        or (fold in line.lexicon.counted.premodifiers and fold not in line.lexicon.harm.verbs)
    )


def _all_of_them(line: Line, count: Count, holds_party: HoldsParty) -> Group | None:
    """« 23 morts, tous civils », « neuf morts, tous membres de la garde »; « des civils pour la plupart » are not all."""
    counted, at = line.lexicon.counted, _past_joined(line, count) + 1
    if line.fold(at - 1) not in _MARKS or line.fold(at) not in counted.all_of:
        return None
    for index in range(at, min(line.end, at + _PREDICATE)):
        fold = line.folds[index]
        if line.stops(index) or line.finite(index) or fold in _MARKS:
            return None
        group = counted.people.get(fold)
        if group in ("civilians", "combatants", "children", "women"):
            return group if line.fold(index + 1) not in line.lexicon.words.coordinators else None
        if group is not None and fold in counted.relational:
            last = min(line.end, index + _PREDICATE) - 1
            tokens, inside = line.sentence.tokens, line.folds[index + 1 : last + 1]
            armed = any(f in counted.armed for f in inside) or holds_party(tokens[index].start, tokens[last].end)
            return "combatants" if armed else None
    return None


def _past_joined(line: Line, count: Count) -> int:
    """The word behind the count and another one joined to it: « 17 morts et 25 blessés, tous civils »."""
    if line.fold(count.end) not in line.lexicon.words.coordinators:
        return count.end
    for at in range(count.end + 1, min(line.end, count.end + _PREDICATE)):
        if line.folds[at] in _MARKS:
            return at
        harm = line.folds[at] in line.lexicon.harm.nouns or line.folds[at] in line.lexicon.counted.people
        if not (harm or line.folds[at] in line.lexicon.numbers or line.folds[at][0].isdigit()):
            return count.end
    return count.end


def _armed_loser(line: Line, harm: Harm, holds_party: HoldsParty) -> bool:
    """« l'armée a perdu 16 hommes »: whether those who lost them bear arms."""
    tokens = line.sentence.tokens
    # « l'armée » looks like a participle and may be taken for a part of the verb group
    before = line.folds[max(0, harm.group - _STRETCH) : harm.start]
    counted = line.lexicon.counted
    armed = any(f in counted.armed or counted.people.get(f) == "combatants" for f in before)
    return armed or holds_party(tokens[0].start, tokens[harm.start].start)


def _lost(line: Line, count: Count) -> bool:
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
    near = range(max(0, count.first - _STRETCH), min(line.end, count.end + _PREDICATE))
    if counted.left.isdisjoint(line.folds[near.start : near.stop]):
        return False
    if not any(counted.left_where.at(line.folds, i) for i in near):
        return False
    return any(counted.people.get(line.folds[i]) == "combatants" for i in near)


def _stands_alone(other: Found) -> bool:
    """Whether the count is no part of another in its sentence: « deux d'entre eux » of the sentence before is none."""
    return other.whole is None or (isinstance(other.whole, Figure) and other.count.kind == "them")


def _bracketed(line: Line, start: int, stop: int) -> range:
    """The words of an insertion between two counts: « 13 civils tués – dont des femmes – et 13 blessés »."""
    if line.lexicon.figures.more.before(line.folds, stop):
        return range(stop - line.lexicon.figures.more.before(line.folds, stop), stop)
    opened = next((i for i in range(start, stop) if line.folds[i] in _BRACKETS), stop)
    closed = next((i for i in range(opened + 1, stop) if line.folds[i] == _BRACKETS[line.folds[opened]]), opened)
    return range(opened, closed)


def _parts(line: Line, start: int, stop: int) -> range:
    """The words of a part without a verb between commas: « 13 civils, dont des femmes, ont été tués et 13 blessés »."""
    opened = start + 1
    if line.fold(start) != "," or not line.lexicon.figures.parts.at(line.folds, opened):
        return range(0)
    closed = next((i for i in range(opened, stop) if line.folds[i] == ","), opened)
    return range(0) if any(line.finite(i) for i in range(opened, closed)) else range(opened, closed)


def _set_against(line: Line, other: Found, count: Count) -> bool:
    """Whether a bare count is set against another: « 307 civils ont été tués et 273 blessés »."""
    words, start, stop = line.lexicon.words, other.count.end, count.first
    if count.kind == "them" or line.fold(other.count.head) == line.fold(count.head):
        return True
    if line.lexicon.figures.pronoun in line.folds[start:stop]:
        return True  # « a tué huit pêcheurs et en a enlevé douze »
    said = range(other.harm.group, other.harm.end) if other.harm else range(0)
    aside = _bracketed(line, start, stop) or _parts(line, start, stop)
    for index in range(start, stop):
        if index in said or index in aside:
            continue
        if line.folds[index] in words.relatives or line.folds[index] in words.subordinators:
            return False
        if line.fold(index + 1) in line.lexicon.figures.floating and line.fold(index + 1)[0] == "-":
            continue  # « a-t-il détaillé »
        own_subject = line.folds[index - 1] not in words.coordinators and line.folds[index - 1] != ","
        if line.finite(index) and own_subject:
            return False
    return True
