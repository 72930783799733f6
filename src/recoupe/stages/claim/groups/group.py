"""Group: who is counted (civilians, children, women, combatants, or not said)."""

from collections.abc import Sequence

from recoupe.model.figure import Figure, Group
from recoupe.stages.claim.counts.counts import Count
from recoupe.stages.claim.counts.found import Found
from recoupe.stages.claim.counts.membership import group_of_whole
from recoupe.stages.claim.groups.by_context import by_context
from recoupe.stages.claim.groups.losses import is_of_their_own, lost_by_them, lost_in_arms, taken_in_arms
from recoupe.stages.claim.groups.merchant_ships import of_merchant_ship
from recoupe.stages.claim.groups.noun_left_out import takes_up_last
from recoupe.stages.claim.groups.said_to_be import said_to_be
from recoupe.stages.claim.groups.sides import HoldsParty, beside_side, opens_with_side, within_side
from recoupe.stages.claim.words.line import Line

_BRACKETS = {"(": ")", "–": "–", "-": "-", "—": "—"}
_BOTH = {"civilians", "combatants"}
_AGES, _UNFIT = {"men", "women", "children"}, {"civilians", "women", "children"}
_OF_ALL_AGES = {"civilians", "children"}
_BODY = 5
"""Within how many words behind « membres » the body of which they are is named."""
_LATELY = 200
"""Within how many characters before the sentence those were told whom « en » takes up."""
_DONT = 8
"""Within how many words behind plain people it is told that some of them bore arms."""


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
    if own in (None, "unspecified") and taken_in_arms(line, found):
        return "combatants"
    if own in (None, "unspecified") and found.harm is not None and found.harm.fighters:
        return "combatants"  # « 20 des leurs sont tombés »
    if beside and _leaves_out_noun(line, beside[-1][0].count, count):
        return beside[-1][1]
    if own == "unspecified" and count.kind == "people" and found.whole is not None:
        # « seize civils … il s'agit de quinze adultes », « treize rebelles, dont trois chefs »
        shared = _known_group(found.whole, beside)
        told = shared if shared != "unspecified" else by_context(line, found, beside, earlier, holds_party)
        return told if told in ("civilians", "combatants") else own
    if own == "unspecified" and found.harm is not None and found.harm.troops:
        return "combatants" if lost_in_arms(line, found, holds_party) else own
    if own == "unspecified" and found.effect == "casualties" and found.harm is not None:
        men = line.fold(count.head) in line.lexicon.counted.men and found.harm.bond == "phrase"
        own = "combatants" if men else own  # « 350 hommes hors de combat »
    if own in (None, "unspecified") and found.group is None:
        told = by_context(line, found, beside, earlier, holds_party)
        if told is not None:
            return told
    if own == "unspecified" and _beside_civilians(line, found, beside):
        return "civilians"
    if own in (None, "unspecified") and is_of_their_own(line, count, earlier):
        return "combatants"
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
    if named == {"combatants"} and count.kind == "harm" and _told_by_noun(line, found, beside):
        return "unspecified"
    if named == {"civilians"} or (named and not _is_toll(line, beside[-1][0].count, count)):
        # « cinq hommes et une femme, quatre tués par balles »
        men = any(
            line.fold(other.count.head) in line.lexicon.counted.men for other, group in beside if group not in named
        )
        young = named <= {"women", "children"}
        others = young and _counts_others(line, beside[-1][0].count, count)
        return named.pop() if len(named) == 1 and not (men and young) and not others else "unspecified"
    last = next((one for one in reversed(beside) if one[0].whole is not None), None)
    bare = last is not None and beside[-1] is last and last[0].count.kind == "bare"
    if last is not None and bare and count.kind in ("bare", "harm") and _set_against(line, last[0], count):
        return last[1]  # « 862 civilians, of whom 406 were killed and 293 injured »
    whole = next((f for f in reversed(earlier) if f.part_of is None), None)
    # « Sept civils ont péri à X. La veille, dix-neuf avaient péri. »: the noun of the sentence before is left out
    # « Deux policiers ont été tués. Un troisième est blessé. »
    more = count.kind == "them" or line.fold(count.head) in line.lexicon.counted.further
    if more and whole is not None and not beside:
        # « Dix policiers ont été tués. Trois mille autres ont fui »
        return "unspecified" if found.effect == "displaced" and whole.group == "combatants" else whole.group
    if count.kind == "bare" and not beside and (takes_up_last(line, found, earlier) or _of_those(line, count, earlier)):
        return earlier[-1].group
    return "civilians" if count.kind in ("harm", "bare") and _broken_down(count, earlier) else "unspecified"


def _told_by_noun(line: Line, found: Found, beside: Sequence[tuple[Found, Group]]) -> bool:
    """« a tué deux policiers et fait cinq blessés », « Deux policiers ont trouvé la mort et cinq blessés ont été recensés »: whether a noun
    counts the hurt, and no participle those told before (« deux policiers ont été tués et cinq blessés »)."""
    count, other = found.count, beside[-1][0]
    if count.effect in ("detained", "displaced") and line.fold(count.head) not in line.lexicon.counted.captives:
        return True  # « deux séparatistes tués et trois otages libérés »
    own = line.finite(count.end) or (
        count.first and not line.opens_number(count.first) and _does(line, count.first - 1)
    )
    return bool(own) and other.count.end <= count.first


def _counts_others(line: Line, before: Count, count: Count) -> bool:
    """« tuant un adolescent et faisant dix blessés », « une femme a été tuée et dix blessés »: whether a noun counts people who need not
    be children or women, as those before are: behind another noun of harm, with a verb of its own or more than one behind one alone.

    A participle whose noun is left out takes it up: « trois femmes ont été tuées et deux blessées », « six enfants tués, dix blessés ».
    """
    if count.kind != "harm" or line.fold(count.head) == line.fold(before.head):
        return False
    if line.fold(count.head - 1) in line.lexicon.counted.others:
        return False  # « et trois autres blessés »
    made = (count.first > 0 and _does(line, count.first - 1)) or (count.end < line.end and line.finite(count.end))
    return made or before.kind == "harm" or (before.numeral.value == 1 and count.numeral.value != 1)


def _does(line: Line, at: int) -> bool:
    """Whether the word before a number is a verb whose object it opens."""
    fold = line.folds[at]
    if fold in line.lexicon.words.coordinators or fold in line.lexicon.figures.joins:
        return False
    return line.finite(at) or any(form.mood == "participle" for _, form in line.lexicon.verbs.analyses(fold))


def _of_those(line: Line, count: Count, earlier: Sequence[Figure]) -> bool:
    """« Ils ont relâché vingt élèves. Ils en gardent 31 en captivité »: whether the pronoun of those told last stands before the verb that
    counts."""
    if not earlier or not 0 <= line.sentence.start - earlier[-1].span.end <= _LATELY:
        return False
    near = range(max(0, count.first - _BODY), count.first - 1)
    return any(line.folds[i] == line.lexicon.figures.pronoun and line.finite(i + 1) for i in near)


def _is_toll(line: Line, before: Count, count: Count) -> bool:
    """« Deux enfants sont morts, portant le bilan de l'attaque à neuf morts »: whether a bare count is the toll of all, that before
    it of some."""
    return not line.lexicon.harm.tolls.nouns.isdisjoint(line.folds[before.end : count.first])


def _leaves_out_noun(line: Line, before: Count, count: Count) -> bool:
    """« quatre soldats français et deux maliens »: whether the adjective of a land stands alone beside those whose noun it shares."""
    alone = (
        count.kind == "people"
        and line.fold(count.head) not in line.lexicon.counted.people
        and count.end == count.head + 1
    )
    between = line.folds[before.end : count.first]
    joined = len(between) == 1 and (between[0] == "," or between[0] in line.lexicon.words.coordinators)
    return (
        alone
        and joined
        and before.kind == "people"
        and not line.named(count.head)
        and not line.lexicon.counted.heads_last
    )


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
    own = (line.lexicon.figures.of_own.at(line.folds, at) for at in (count.stop, count.stop + 1))
    if counted.minors.at(line.folds, count.stop) or counted.minors.at(line.folds, count.end):
        return "children"  # « dont 14 de moins de 18 ans »
    office = counted.civil_names.at(line.folds, count.head)
    if office and not _of_arms(line, count.head + office, holds_party):
        return "civilians"  # « deux casques blancs », « un chef de village »
    if of_merchant_ship(line, count):
        return "civilians"  # « trois marins du cargo »
    if counted.soldiery.at(line.folds, count.head):
        return "combatants"  # « 272 hommes de troupe »
    if fold in counted.men and any(own):  # « quelques dizaines » de ses hommes »
        return "combatants"  # « eight of its men »
    inside = line.folds[count.head + 1 : count.end]
    if counted.heads_last:
        inside = [*line.folds[count.stop : count.head], *inside]
    of = line.fold(count.end + 1) in line.lexicon.figures.of and line.fold(count.end + 1) not in counted.some
    joint = count.end + 1 + of  # « de femmes et d'enfants », but « une femme et des enfants »
    if _of_all(line, count):
        return "civilians"  # « des milliers de femmes, d'hommes et d'enfants »
    if counted.young_women.at(line.folds, count.head - 1):
        return "women"
    if (
        group == "women"
        and line.fold(count.end) == counted.joint
        and counted.people.get(line.fold(joint)) == "children"
    ):
        return "civilians"
    if line.fold(count.end) == counted.joint and {group, counted.people.get(line.fold(joint))} == _OF_ALL_AGES:
        return "civilians"  # « 800 élèves et étudiants »
    if line.fold(count.end) == counted.joint and {group, counted.people.get(line.fold(joint))} == _BOTH:
        return "unspecified"  # « une quarantaine de civils et de militaires »
    if _listed_with(line, count) >= _BOTH:
        return "unspecified"  # « 80 civils, militaires et volontaires »
    behind = counted.people.get(line.fold(count.head + 1))
    if fold in counted.named_behind and behind == "combatants":
        return "combatants"  # « des chasseurs dozos », « des élèves gendarmes »
    if not counted.expecting.isdisjoint(line.folds[count.head + 1 : count.end + 1]):
        return "women"  # « une commerçante enceinte »
    if group is not None and group != "unspecified" and (fold not in counted.relational or fold in counted.own):
        return group
    if count.kind not in ("bare", "them"):
        if any(word in counted.family_marks for word in inside):
            return "civilians"
        if any(counted.civil_bodies.at(line.folds, i) for i in range(count.head + 1, count.end)):
            return "civilians"  # « volontaires de la défense civile »
        if any(word in counted.civil for word in inside):
            return _of_two_kinds(line, inside)
        if any(word in counted.armed or counted.people.get(word) == "combatants" for word in inside):
            return "combatants"
        tokens = line.sentence.tokens
        first = count.stop if counted.heads_last else count.head
        # « deux ADF », « six membres des FARDC », « des centaines de membres houthis »
        named = count.end > first + 1 or count.kind == "unknown" or fold not in counted.people
        last = min(line.end, count.end + (fold in counted.agents and not named)) - 1
        if (named or last >= count.end) and holds_party(tokens[first].start, tokens[last].end):
            return "combatants"
        if any(counted.people.get(word) == "civilians" for word in inside):
            return "civilians"
        if fold in counted.agents and inside and inside[-1] in counted.bands and _of_band(line, found):
            return "combatants"  # « 20 membres du groupe X »
    if count.kind == "harm" and line.fold(count.end) in line.lexicon.figures.of:
        # « 25 décès d'enfants »
        victims = counted.people.get(line.fold(count.end + 1))
        if victims not in (None, "unspecified"):
            return victims
    if count.kind == "harm" and fold in counted.unarmed and found.effect not in (count.effect, "returned"):
        return "civilians"
    if lost_in_arms(line, found, holds_party):
        return "combatants"
    vague = group == "unspecified" and fold in counted.relational  # « du côté de l'armée, cinq personnes »
    side = opens_with_side(line, count, holds_party) if vague or count.kind in ("harm", "bare", "them") else None
    if side is not None:
        return side
    after = count.end if found.harm is None or found.harm.side == "right" else max(count.end, found.harm.end)
    within = within_side(line, after, holds_party) or beside_side(line, count, holds_party)
    within = within or said_to_be(line, count, holds_party)
    if within is not None:
        return within
    if lost_by_them(line, count):
        return "combatants"
    if count.kind in ("harm", "bare", "them") or fold in counted.further:
        return None
    return group or "unspecified"


def _of_arms(line: Line, at: int, holds_party: HoldsParty) -> bool:
    """« chefs religieux de l'État islamique », « commandant de bord de l'armée »: whether right behind civilians' name it is told that they
    are an armed body's."""
    if line.fold(at) not in line.lexicon.figures.of:
        return False
    at += 1 + (line.fold(at + 1) in line.lexicon.words.openers)
    if at >= line.end or line.folds[at] in line.lexicon.counted.armed:
        return at < line.end
    tokens = line.sentence.tokens[at : at + 2]
    return holds_party(tokens[0].start, tokens[-1].end)


def _of_two_kinds(line: Line, inside: Sequence[str]) -> Group:
    """The group of those of whom words inside their phrase say that they are civilians, and maybe others that they bear arms.

    Nobody knows of « morts civils et militaires »; « agents de police de la mairie » are police all the same.
    """
    counted = line.lexicon.counted
    arms = next((i for i, word in enumerate(inside) if word in counted.armed), None)
    if arms is None:
        return "civilians"
    joined = any(word in line.lexicon.words.coordinators or word == "," for word in inside)
    first = counted.civil.isdisjoint(inside[:arms]) and inside[arms] in counted.armed_bodies
    return "combatants" if first and not joined else "unspecified"


def _of_band(line: Line, found: Found) -> bool:
    """« 20 membres du groupe Lashkar ont été tués »: whether a name alone tells which group, as it does of armed ones.

    Bodies with short names or names of several words are more often those of helpers, parties and firms (« du groupe MSF »).
    """
    at = found.count.end
    if found.effect != "killed" or not line.named(at) or line.named(at + 1):
        return False
    return not line.sentence.tokens[at].text.isupper() and line.folds[at] not in line.lexicon.counted.people


def _listed_with(line: Line, count: Count) -> set[str | None]:
    """The groups of those whom one number counts together, as a list of nouns without articles tells."""
    counted, of, at = line.lexicon.counted, line.lexicon.figures.of, count.end
    groups: set[str | None] = {counted.people.get(line.fold(count.head))}
    while line.fold(at) in (",", counted.joint):
        last = line.fold(at) == counted.joint
        at += 1 + (line.fold(at + 1) in of and line.fold(at + 1) not in counted.some)
        if line.fold(at) not in counted.people or not line.fold(at).endswith(counted.plural_in):
            return set()  # « 12 policiers, des gardes et des résidents »
        armed = line.fold(at) in counted.relational and not counted.armed.isdisjoint(line.folds[at + 1 : at + _BODY])
        groups.add("combatants" if armed else counted.people[line.fold(at)])
        if last:
            return groups
        at += 1
    return set()


def _of_all(line: Line, count: Count) -> bool:
    """« des milliers de femmes, d'hommes et d'enfants »: whether a number counts men, women and children alike."""
    counted, of, heads, at = line.lexicon.counted, line.lexicon.figures.of, [line.fold(count.head)], count.end
    while len(heads) < len(_AGES) and line.fold(at) in (",", counted.joint):
        at += 1 + (line.fold(at + 1) in of)
        heads.append(line.fold(at))
        at += 1
    groups = {"men" if fold in counted.men else counted.people.get(fold) for fold in heads}
    # « 12 000 femmes, enfants et vieillards »
    return groups in (_AGES, _UNFIT) and len(heads) == len(_AGES) and line.fold(at) != ","


def _beside_civilians(line: Line, found: Found, beside: Sequence[tuple[Found, Group]]) -> bool:
    """« a tué sept civils et blessé plus de 70 personnes »: whether plain people are set against civilians, the hurt beside the
    dead."""
    if not beside or found.whole is not None or line.fold(found.count.head) not in line.lexicon.counted.plain:
        return False
    other, group = beside[-1]
    behind = line.folds[found.count.end : found.count.end + _DONT]
    if any(line.lexicon.counted.people.get(fold) == "combatants" for fold in behind):
        return False  # « et blessé 70 personnes, dont douze soldats »
    apart = {other.effect, found.effect} == {"killed", "wounded"} and line.fold(found.count.head - 1) not in (
        line.lexicon.counted.others
    )
    return apart and group == "civilians" and _stands_alone(other) and _set_against(line, other, found.count)


def _stands_alone(other: Found) -> bool:
    """Whether the count is no part of another in its sentence: « deux d'entre eux » of the sentence before is none, nor are
    « quatre hommes » of « une patrouille »."""
    whole = other.whole
    if isinstance(whole, Found) and whole.count.kind in ("unknown", "thing"):
        return True
    return whole is None or (isinstance(whole, Figure) and other.count.kind == "them")


def _bracketed(line: Line, start: int, stop: int) -> range:
    """The words of an insertion between two counts: « 13 civils tués – dont des femmes – et 13 blessés »."""
    if line.lexicon.figures.more.before(line.folds, stop):
        return range(stop - line.lexicon.figures.more.before(line.folds, stop), stop)
    opened = next((i for i in range(start, stop) if line.folds[i] in _BRACKETS), stop)
    closed = next((i for i in range(opened + 1, stop) if line.folds[i] == _BRACKETS[line.folds[opened]]), opened)
    return range(opened, closed)


def _parts(line: Line, start: int, stop: int) -> range:
    """The words of a part without a verb between commas, or before the verb: « 13 civils, dont des femmes, ont été tués et 13 blessés »,
    « 13 civils dont un enfant ont péri et 17 ont été blessés »."""
    opened = start + (line.fold(start) == ",")
    if not line.lexicon.figures.parts.at(line.folds, opened):
        return range(0)
    ends = (i for i in range(opened, stop) if line.folds[i] == "," or (opened == start and line.finite(i)))
    closed = next(ends, opened)
    return range(0) if any(line.finite(i) for i in range(opened, closed)) else range(opened, closed)


def _set_against(line: Line, other: Found, count: Count) -> bool:
    """Whether a bare count is set against another: « 307 civils ont été tués et 273 blessés »."""
    words, start, stop = line.lexicon.words, other.count.end, count.first
    if count.kind == "them" or line.fold(other.count.head) == line.fold(count.head):
        return True
    if line.lexicon.figures.pronoun in line.folds[start:stop]:
        return True  # « a tué huit pêcheurs et en a enlevé douze »
    said = range(other.harm.group, other.harm.end) if other.harm else range(0)
    told = other.harm.end if other.harm and other.harm.bond == "noun" and other.harm.start == start else start
    # « 21 civils tués, dont 11 enfants, et des dizaines de blessés »
    aside = _bracketed(line, start, stop) or _parts(line, told, stop)
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
