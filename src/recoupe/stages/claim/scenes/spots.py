"""Spots: the places of one sentence, the names of one place taken together, and what the words before make of it."""

from collections.abc import Sequence, Set
from typing import Literal, NamedTuple

from recoupe.languages.places import PlaceWords
from recoupe.languages.scenes import SceneWords
from recoupe.model.annotation import Place, PlaceRef, Sentence, Token
from recoupe.stages.claim.scenes.scale import coarser, is_exact, same_area
from recoupe.text import fold

Role = Literal["at", "from", "toward"]
_CUT = frozenset(":;")
_QUOTES = frozenset('«»“”"')
_SPREAD = 3
"""Within how many words before a place it may be said that something spread (« s'est étendue lundi à »)."""
_SHOT = 4
"""Within how many words before « depuis » it is said that something was fired."""
_APART = 9
"""How many words may stand between a name and the one that only says where it is."""
DAY_TRIP = 40
"""Kilometres from a town beyond which it says little of where an unknown village is."""


class Spot(NamedTuple):
    """One place in a sentence, however many names it is given (« le village de X, près de Y, dans le nord de Z »)."""

    start: int
    end: int
    place: Place | None
    """The most exact of its names that is known; None when none is."""
    near: bool
    """The place is only near (« près de Manbij »)."""
    role: Role
    """Where people are, where they left, or where they went."""
    far: bool
    """Named to measure a way (« à 50 km de Daqouq »), or to say where someone speaks."""
    frame: bool
    """Stands at the head of the sentence before a colon, as in « Syrie : … »."""
    group: int
    """Places of one list (« à X, Y et Z ») share a number."""
    unknown: str | None = None
    """The last word, folded, of a name that no gazetteer knows; `place` is then what holds it, where the text says."""
    inner: bool = False
    """The unknown name is that of a part of a town (a camp, a hospital, a quarter)."""

    reached: bool = False
    """What goes on has only come there (« le conflit s'est étendu au X »): it is none of what was counted before."""

    @property
    def is_border(self) -> bool:
        """Whether a country is only named for its border (« limitrophe du Mali »)."""
        return self.near and self.place is not None and self.place.precision == "country"


def spots(
    sentence: Sentence,
    refs: Sequence[PlaceRef],
    places: PlaceWords,
    scenes: SceneWords,
    moves: tuple[Set[str], Set[str], Set[str]],
) -> tuple[Spot, ...]:
    """The spots of a sentence, in reading order; `refs` are its places, in reading order.

    `moves` are the forms of the verbs of leaving a place, of those of getting to one, and of those of coming into a country.
    """
    tokens, (leaving, arriving, coming) = sentence.tokens, moves
    found: list[Spot] = []
    held: set[int] = set()
    group = 0
    for number, ref in enumerate(refs):
        at = sentence.first_at(ref.span.start)
        land = ref.place is not None and ref.place.precision == "country"
        role, far = _motion(sentence, at, places, scenes, (leaving, arriving | coming if land else arriving))
        spot = Spot(
            start=ref.span.start,
            end=ref.span.end,
            place=ref.place,
            near=_near(sentence, at, places) and not _has_border(tokens, at, ref.place, places),
            role=role,
            far=far,
            frame=_frame(sentence, at, ref),
            group=group,
            unknown=fold(ref.span.text.split()[-1]) if ref.place is None else None,
            inner=ref.place is None
            and (places.heads.get(tokens[at].fold) in ("point", "district") or tokens[at].fold in places.quarters),
            reached=_is_spread_to(tokens, at, places, scenes),
        )
        if found and _leads_on(found[-1], sentence, at, places):
            continue  # « à 20 km de X, sur l'axe Y »
        if found:
            last = found[-1]
            gap = tokens[sentence.first_at(last.end) : at]
            if last.place is None:  # « les villages de X et de Y, au Z », of which no gazetteer knows X or Y
                gap = tuple(t for t in gap if not t.text[0].isupper() and t.fold not in scenes.ands)
            between = [t.fold for t in gap]
            between = [w for w in between if w not in _QUOTES]
            if "(" in between and ")" in between:  # « dans les provinces de X (nord-est) et de Y »
                between[between.index("(") : between.index(")") + 1] = []
            opening = next((i for i, s in enumerate(found) if s.group == last.group), 0)
            if last.start not in held and _holds_list(found[opening], last, spot, (sentence, between), places):
                held.add(found[opening].start)
                found[opening:] = [found[opening]._replace(end=spot.end, place=spot.place, unknown=None)]
                continue
            following = refs[number + 1] if number + 1 < len(refs) else None
            listed = _is_listed(last, spot, following, (sentence, between), places, scenes)
            joined = None if listed else _join(last, spot, between, places, scenes)
            if (
                joined is None
                and not listed
                and _is_commune(last, ref.span.start, sentence, places)
                and _may_join(last, spot, between, places)
            ):
                joined = last._replace(end=spot.end)  # « à X, dans la commune de Y »
            if joined is None and _is_quarter(last, spot, between, sentence, places):
                # « le quartier de X, à Y », where the only X known is in another land
                joined = last._replace(end=spot.end, place=spot.place, near=spot.near)
            if joined is not None:
                found[-1] = joined
                continue
            if not all(w in scenes.listing for w in between):
                group += 1
                spot = spot._replace(group=group)
            elif last.near and not spot.near and all(w in scenes.ands or w in places.of for w in between):
                spot = spot._replace(near=True)  # « entre X et Y », « près de X et de Y »
            elif last.far and not spot.far and last.role == "at" and _is_reached(sentence, last, scenes):
                spot = spot._replace(far=True, reached=last.reached)  # « s'est étendu au X et au Y »
            elif last.role == "toward" and spot.role == "at" and scenes.toward.isdisjoint(between):
                spot = spot._replace(role="toward")  # « ont fui vers X et Y »
        found.append(spot)
    return tuple(found)


def _leads_on(last: Spot, sentence: Sentence, at: int, places: PlaceWords) -> bool:
    """Whether the place before token `at` is only where a road goes that passes by the town told right before: « à X, sur la route de
    Y », but not « au Mali, sur la route de Y », « ont annoncé à X que … sur la route de Y »."""
    tokens = sentence.tokens
    i = at
    while i >= 0 and (tokens[i].fold in places.articles or tokens[i].fold in places.of or i == at):
        if i == at and tokens[i].fold in places.roads:
            break  # the name was read with its road
        i -= 1
    if i < 0 or tokens[i].fold not in places.roads or last.role != "at" or not (is_exact(last.place) or last.unknown):
        return False
    between = tokens[sentence.first_at(last.end) : i]
    return all(t.text == "," or t.fold in places.articles or t.fold in places.inside for t in between)


def _is_listed(
    first: Spot,
    second: Spot,
    following: PlaceRef | None,
    words: tuple[Sentence, list[str]],
    places: PlaceWords,
    scenes: SceneWords,
) -> bool:
    """« dans le sud du Liban, Nabatieh, la Bekaa et Tyr »: whether a place behind a bare comma may lie in the one before, or hold it, but
    a list of them goes on; not « la grande ville du nord, Gao, », « à Gao, Mali, et »."""
    sentence, between = words
    if following is None or first.place is None or second.place is None or second.place.id in first.place.parents:
        return False
    if between[:1] != [","] or not all(w in places.articles for w in between[1:]):
        return False
    after = [t.fold for t in sentence.within(second.end, following.span.start)]
    ends = all(w in "," or w in scenes.ands or w in places.articles or w in scenes.listing for w in after)
    return bool(after) and ends and after != ["("]


def _join(first: Spot, second: Spot, between: list[str], places: PlaceWords, scenes: SceneWords) -> Spot | None:
    """Both as one spot when the second only says where the first is, or the other way round."""
    if not _is_apposed(first, between, places):
        return None
    if any(w.isdecimal() for w in between) and scenes.measures.isdisjoint(between):
        return None  # « 13 à X, 18 à Y »
    one, other = first.place, second.place
    if (one is None or first.unknown) and second.far and any(w.isdecimal() and int(w) > DAY_TRIP for w in between):
        return first._replace(end=second.end)
    if other is None and one is not None and not is_exact(one) and second.unknown and not second.inner:
        return second._replace(start=first.start, place=one)  # « en X, aux alentours du village de Y, à 20 km de Z »
    if one is None or other is None:
        place = one or other
        return first._replace(end=second.end, place=place, near=first.near if one is not None else True)
    if not (same_area(one, other) or _is_set_in(one, other, between)):
        return None
    if first.unknown and is_exact(other) and coarser(one, other) > 0:
        return first._replace(end=second.end, place=other, near=True)  # « dans le X, à Y, non loin de Z »
    if second.near or coarser(other, one) > 0:
        return first._replace(end=second.end)
    if coarser(other, one) < 0:
        return first._replace(end=second.end, place=other, near=second.near)
    return None


def _is_apposed(first: Spot, between: list[str], places: PlaceWords) -> bool:
    """Whether only small words, words for places and numbers stand between the first name and the next."""
    if len(between) > _APART or first.frame:
        return False
    return all(w in places.apposed or w.isdecimal() or _tells_what(at, between, places) for at, w in enumerate(between))


def _tells_what(at: int, between: list[str], places: PlaceWords) -> bool:
    """Whether the word says behind a comma what kind of village or town the first is: « X, un village peul de », « X, un gros bourg de »."""
    if between[:1] != [","] or not between[at].isalpha():
        return False
    behind, before = between[at + 1 : at + 2], between[at - 1]
    if before in places.heads:
        return not places.of.isdisjoint(behind)
    return (before == "," or before in places.indefinite) and not places.heads.keys().isdisjoint(behind)


def _may_join(first: Spot, second: Spot, between: list[str], places: PlaceWords) -> bool:
    """Whether the second name, of a commune, is said behind the first town's and near it."""
    one, other = first.place, second.place
    if one is None or other is None or not is_exact(one) or not is_exact(other) or second.near or second.far:
        return False
    return bool(between) and _is_apposed(first, between, places) and same_area(one, other)


def _is_commune(first: Spot, start: int, sentence: Sentence, places: PlaceWords) -> bool:
    """Whether the name that starts there has the word for what holds villages before it, and the first has none."""
    tokens = sentence.tokens
    head, other = tokens[sentence.first_at(start)].fold, tokens[sentence.first_at(first.start)].fold
    return head in places.holding and other not in places.holding


def _holds_list(first: Spot, last: Spot, unit: Spot, words: tuple[Sentence, list[str]], places: PlaceWords) -> bool:
    """« les villages de X, Y et Z, dans le territoire de W »: whether a name is that of the unit in which several villages lie, from the
    first spot to the last."""
    sentence, between = words
    inside = sentence.within(first.start, last.end)
    if unit.place is None or unit.near or unit.far or inside[0].fold not in places.units:
        return False
    several = any(a.fold in places.ands or a.text == "," for a in inside)
    head = sentence.tokens[sentence.first_at(unit.start)].fold
    wide = not is_exact(unit.place) or head in places.holding or places.heads.get(head) == "region"
    return several and wide and _is_apposed(last, between, places)


def _is_quarter(first: Spot, second: Spot, between: list[str], sentence: Sentence, places: PlaceWords) -> bool:
    """Whether the first name is said to be a quarter's, and the second is the town right behind, far from any place of that name."""
    head = sentence.tokens[sentence.first_at(first.start)].fold
    if places.heads.get(head) != "district" or first.place is None or second.place is None or second.far:
        return False
    if second.place.precision != "settlement" or not _is_apposed(first, between, places) or not between:
        return False
    return between[-1] in places.towns and not same_area(first.place, second.place)


def _is_set_in(town: Place, region: Place, between: list[str]) -> bool:
    """Whether a region far wider than others is said behind a comma to hold the town: « à X, dans le Y »."""
    if not is_exact(town) or region.precision != "region" or town.country != region.country:
        return False
    return between[:1] == [","] and len(between) > 1 and between[-1] != ","


def _near(sentence: Sentence, at: int, places: PlaceWords) -> bool:
    """Whether the words before token `at` put the harm beside the place."""
    tokens = sentence.tokens
    if at + 1 < len(tokens) and f"{tokens[at].fold} {tokens[at + 1].fold}" in places.near:
        return True  # the name was read with its road: « la route de X »
    i = at - 1
    while i >= 0 and tokens[i].fold in places.articles:
        i -= 1
    if tokens[at].fold in places.directions:  # the name was read with its direction
        around = f"{tokens[i].fold} {tokens[at + 1].fold}" if 0 <= i < at < len(tokens) - 1 else ""
        return _is_bearing(sentence, at, places) or around in places.near  # « la banlieue est de X »
    if i > 1 and tokens[i].fold in places.of and tokens[i - 1].fold in places.directions:
        if _is_bearing(sentence, i - 1, places):
            return True
        return f"{tokens[i - 2].fold} {tokens[i].fold}" in places.near  # « la banlieue est de X »
    phrase = ""
    for j in range(i, max(-1, i - places.longest_cue), -1):
        phrase = f"{tokens[j].fold} {phrase}" if phrase else tokens[j].fold
        if phrase in places.near:
            return True
    return False


def _has_border(tokens: Sequence[Token], at: int, place: Place | None, places: PlaceWords) -> bool:
    """Whether the place is only said to lie at a border: « la province frontalière de Paktia », but not « … du Pakistan »."""
    if place is None or place.precision == "country" or at < 3 or places.bordering.isdisjoint((tokens[at - 2].fold,)):
        return False
    return tokens[at - 3].fold in places.heads


def _is_bearing(sentence: Sentence, direction: int, places: PlaceWords) -> bool:
    """Whether a direction leads out of the place: « au nord de X », « à l'est de X », and not « dans l'est de X »."""
    at = direction - 1
    if at > 0 and sentence.tokens[at].fold in places.articles and sentence.tokens[at].fold not in places.bearings:
        at -= 1
    return at >= 0 and sentence.tokens[at].fold in places.bearings


def _motion(
    sentence: Sentence, at: int, places: PlaceWords, scenes: SceneWords, moves: tuple[Set[str], Set[str]]
) -> tuple[Role, bool]:
    """The role of the place before token `at`, and whether it only measures a way."""
    tokens, (leaving, arriving) = sentence.tokens, moves
    i = at - 1
    while i >= 0 and (
        tokens[i].fold in places.articles
        or tokens[i].fold in places.heads
        or (tokens[i].fold in places.links and tokens[i].fold not in scenes.away)
    ):
        i -= 1
    if i < 0:
        return "at", False
    last = tokens[i].fold
    if last in scenes.away and _is_launched(tokens[:i], last in places.of, scenes):
        return "from", True  # « une roquette tirée depuis X »
    if last in scenes.besides:
        return "at", True  # « mis à part X, une autre attaque a touché Y »
    if any(t.fold in scenes.spreading for t in tokens[max(0, i - 2) : i]):
        # « le conflit s'est étendu au X », but not « au X, où neuf personnes ont péri »
        comma = next((j for j in range(at + 1, len(tokens) - 1) if tokens[j].text == ","), None)
        clause = comma is not None and tokens[comma + 1].fold not in scenes.listing
        return "at", not clause
    far = _is_measure(tokens, at, places, scenes)
    if last in scenes.since and i and not leaving.isdisjoint(t.fold for t in tokens[max(0, i - _SHOT) : i]):
        return "from", far
    if last in scenes.since and tokens[at].text[0].isupper():
        return "from", True  # « qui tentaient de franchir la frontière depuis X »
    if last in scenes.always_toward or _is_across(tokens, at, scenes):
        return "toward", far
    for j in range(i, max(-1, i - 6), -1):
        if tokens[j].text in _CUT:
            break
        noun = j == 0 or tokens[j - 1].fold in places.of or tokens[j - 1].fold in places.articles
        noun = noun or tokens[j - 1].text[-1].isdigit()
        if (tokens[j].fold in arriving or tokens[j].fold in scenes.shelter) and not noun and last in scenes.toward:
            # « une frappe avait atteint un camp de déplacés à X »
            shot = scenes.events | scenes.means
            return ("at" if any(t.fold in shot for t in tokens[max(0, j - _SHOT) : j]) else "toward"), far
        if tokens[j].fold in leaving and not (j and tokens[j - 1].fold in places.of):  # « un camp de déplacés à X »
            if j == i or last in scenes.away:
                return "from", far
            return ("toward", far) if last in scenes.toward else ("at", far)
    return "at", far


def _is_launched(before: Sequence[Token], of: bool, scenes: SceneWords) -> bool:
    """Whether the words before « depuis », or right before « of », say that a shot came from there."""
    for token in before[-1:] if of else reversed(before[-_SHOT:]):
        if token.text in ",;:":
            return False
        if token.fold in scenes.launched:
            return True
    return False


def _is_spread_to(tokens: Sequence[Token], at: int, places: PlaceWords, scenes: SceneWords) -> bool:
    """Whether the words before token `at` say that something spread to the place."""
    i = at - 1
    while i >= 0 and (tokens[i].fold in places.articles or tokens[i].fold in places.heads):
        i -= 1
    return any(t.fold in scenes.spreading for t in tokens[max(0, i - _SPREAD) : max(i, 0)])


def _is_reached(sentence: Sentence, spot: Spot, scenes: SceneWords) -> bool:
    """Whether what goes on has only come to a place, or to the one before it in a list."""
    at = sentence.first_at(spot.start)
    listed = at
    while listed > 0 and (
        sentence.folds[listed - 1] in scenes.listing or sentence.tokens[listed - 1].text[0].isupper()
    ):
        listed -= 1
    return listed > 0 and sentence.folds[listed - 1] in scenes.spreading


def _is_across(tokens: Sequence[Token], at: int, scenes: SceneWords) -> bool:
    """Whether the place is said to lie on the other side of a border: « de l'autre côté de la frontière, au X »."""
    border = next((j for j in range(at - 1, max(-1, at - 5), -1) if tokens[j].fold in scenes.borders), None)
    return border is not None and any(t.fold in scenes.beside for t in tokens[max(0, border - 4) : border])


def _is_measure(tokens: Sequence[Token], at: int, places: PlaceWords, scenes: SceneWords) -> bool:
    """Whether the way to the place is measured before it: « à 50 km au nord de », but not « à 3 heures du matin, à »."""
    before = at - 1
    while before > 0 and tokens[before].fold in scenes.definite:
        before -= 1
    bearing = (
        tokens[at].fold in places.directions and tokens[before].fold in places.bearings
    )  # « à 470 km à l'est de X »
    if not bearing and tokens[before].fold in scenes.toward and tokens[before].fold not in scenes.of:
        return False  # « une opération de vingt heures à X »
    for j in range(at - 1, max(-1, at - 7), -1):
        if tokens[j].text == "," or tokens[j].fold in scenes.events:
            return False  # « ces dernières 24 heures dans des raids sur X »
        if tokens[j].fold in scenes.measures:
            return True
    return False


_KICKER = 4
"""How many words a kicker has, with what parts it from the headline."""
_BARS = frozenset("-–—|.")


def _frame(sentence: Sentence, at: int, ref: PlaceRef) -> bool:
    """Whether the place opens the sentence, or what follows a kicker (« EN DIRECT - »), and a colon follows it."""
    if at > 1 and not (at <= _KICKER and sentence.tokens[at - 1].text in _BARS):
        return False
    after = sentence.first_at(ref.span.end)
    return after < len(sentence.tokens) and sentence.tokens[after].text == ":"
