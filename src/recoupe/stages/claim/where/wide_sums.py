"""Wide sums: whether a count that names no place sums up what a whole land has seen, and not the event of the town told last."""

from datetime import date
from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.annotation import TimeRef
from recoupe.model.figure import Figure
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact, kilometres
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.own_time import own_time
from recoupe.stages.claim.telling.states import is_stock, size_of
from recoupe.stages.claim.where.several_places import holder
from recoupe.stages.claim.where.wars import of_war_land
from recoupe.stages.claim.words.lexicon import lexicon

_DEADLY = frozenset(("killed", "casualties"))
_STRETCH = 14
"""Days from which a sum goes beyond the one event told."""
_TIMES = 3
"""So many times longer is the stretch of a sum than what was told of the town."""
_SPELL = 60
"""Days that a battle for the town may have lasted (« en deux semaines »)."""
_GROWN = 50
"""So many times more than an event's dead are not its own."""
_FEW = 5
"""The same of a sum since something that no day is told of."""
_MONTH = 31
"""Days that what is told of a town may have lasted."""
_HOST = 100
"""Fewer may have fallen in a town since, or soldiers within a day."""
_MANY = 1000
"""Fewer may have been killed in one event that is told again."""
_MULTITUDE = 10_000
"""No event, but a war, has such a toll."""
_FAR = 40.0
"""Kilometres from which a town is not in one place with the one told last."""
_MASSES = 1_000_000
"""People whom no one attack on a town has driven out."""


def is_of_land(context: FigureContext, scene: Scene, setting: Setting, inherited: Ground) -> bool:
    """Whether a count without a place goes beyond the event of the town that the text is at: « Une frappe a fait dix morts à X.
    Depuis janvier, 800 civils ont été tués », « Le bilan de la guerre dépasse 40 000 morts »."""
    if scene.back or context.whole is not None or context.sentence.kind == "title":
        return False
    exact = is_exact(inherited.place)
    if not exact and not (_is_province(inherited, setting) and _is_of_war(context, setting)):
        return False  # « 1,5 million de personnes ont été déplacées » in the province
    if _goes_on(context, scene, setting):
        return True
    if _is_of_all_towns(context, setting, inherited):
        return True
    told = [f for f in context.earlier if f.place == inherited.place and f.unit == context.unit]
    if not told or context.unit != "people":
        return False
    if _is_of_campaign(context, setting):
        return True
    if any(f.scope == "total" or (_lasted(f) or 0) > _MONTH for f in told):
        return False  # the text sums up what the town has seen
    time = own_time(context, scene, setting)
    size = size_of(context)
    most = max((f.value or 0.0 for f in told if f.effect != "displaced"), default=0.0)
    if _is_of_town(context, setting, grown=size >= max(_MANY, _FEW * most)):
        return False
    if time is not None and time.kind == "interval" and size <= most and _holds(time, told):
        return False  # « En mars, l'armée avait compté 61 corps », of the 240 dead of a strike in March
    if time is not None and time.kind != "point" and _goes_beyond(time, told):
        one = setting.events.words.events - setting.events.words.several
        return time.kind != "interval" or one.isdisjoint(context.sentence.words)  # « en juin, … dans l'explosion »
    if (
        time is not None
        and not setting.events.is_one_day(time)
        and context.group == "combatants"
        and size >= _HOST
        and not _is_of_fight(context, setting)
    ):
        return True  # « 640 soldats ont été tués au cours des dernières 24 heures »
    if time is not None and size >= max(_HOST, most * _FEW) and _is_counted_in(time, scene, setting, inherited):
        return True
    if (
        time is not None
        and time.kind == "duration"
        and size >= max(_HOST, most * _FEW)
        and _is_of_nation(context, setting)
        and not (_at_once(context, setting) or _is_opened_by(inherited, setting))
    ):
        return True  # « En trois jours, plus de 150 Irakiens ont trouvé la mort »
    if context.effect == "displaced":
        return exact and size >= _MASSES and is_stock(context, setting)
    if context.effect not in (*_DEADLY, "wounded"):
        return False
    clause = context.sentence.within(context.clause_start, context.clause_end)
    if any(t.fold in setting.words.since for t in clause) and size >= max(_HOST, most * _FEW):
        return True  # « depuis le coup d'État, plus de 3 200 civils ont été tués »
    if (scene.times and context.group != "combatants") or context.effect not in _DEADLY or size < _MANY:
        return False  # « en quelques jours, elles ont tué 8 000 hommes »
    if size < _MULTITUDE and any(t.fold in lexicon(setting.pack).harm.tolls.nouns for t in clause):
        return False  # « le bilan dépasse maintenant 5 000 morts »
    dead = max((f.value or 0.0 for f in told if f.effect in _DEADLY), default=0.0)
    return 0 < dead * _GROWN <= size and (exact or size >= _MULTITUDE)


def _is_of_all_towns(context: FigureContext, setting: Setting, inherited: Ground) -> bool:
    """« Au total, les affrontements ont fait 47 morts »: whether the dead of several towns are added up that were told before."""
    tokens = context.sentence.within(context.clause_start, context.clause_end)
    if not setting.words.summed.stand_in([t.fold for t in tokens]) or setting.events.is_single(context.sentence.tokens):
        return False
    alike = _alike(context, setting)
    here = [f.value or 0.0 for f in alike if f.place == inherited.place]
    far = [f for f in alike if f.place and inherited.place and (kilometres(f.place, inherited.place) or 0.0) > _FAR]
    others = [f.value or 0.0 for f in far]
    return bool(here and others) and size_of(context) >= max(here) + max(others)


def _alike(context: FigureContext, setting: Setting) -> list[Figure]:
    """The body's counts before, of towns, of those to whom the same happened."""
    alike = [f for f in context.earlier if f.effect == context.effect and f.unit == context.unit and is_exact(f.place)]
    return [f for f in alike if setting.scene_at(f.span.start).sentence.kind == "paragraph"]


def _is_province(inherited: Ground, setting: Setting) -> bool:
    """Whether the text is at a province of a land, and not at a land that has wars of its own."""
    place = inherited.place
    return place is not None and place.precision == "region" and setting.land(place) != place


def _is_of_war(context: FigureContext, setting: Setting) -> bool:
    """Whether the war itself is what killed, or so many have fallen since what was told (« 10 000 personnes ont été tuées depuis »)."""
    if setting.events.is_campaign(context.sentence.tokens):
        return True
    ends = (a.fold in setting.words.since and not b.text[0].isalnum() for a, b in pairwise(context.sentence.tokens))
    return size_of(context) >= _MULTITUDE and any(ends)


def _is_counted_in(time: TimeRef, scene: Scene, setting: Setting, inherited: Ground) -> bool:
    """« Le ministère de la Santé de la bande de Gaza a indiqué que plus de 750 personnes avaient été tuées en 24 heures »: whether the
    authorities of the land count what a stretch has seen."""
    if setting.events.is_one_day(time) or inherited.place is None:
        return False
    land = setting.land(inherited.place)
    return land is not None and any(seat.place == land for seat in scene.seats)


def _is_of_nation(context: FigureContext, setting: Setting) -> bool:
    """Whether those counted are told by their nation alone: « 150 Irakiens », but not « 150 soldats irakiens »."""
    counted = context.sentence.within(context.start, context.end)[-1:]
    return any(t.text[0].isupper() and setting.gazetteers.countries.by_adjective(t.text) is not None for t in counted)


def _at_once(context: FigureContext, setting: Setting) -> bool:
    """« 8 000 Bosniaques ont été exécutés »: whether the words of harm tell of a massacre, and not of what kills all over a land."""
    verbs, once = setting.pack.verbs, setting.words.at_once
    harmed = context.sentence.within(context.harm_start, context.harm_end)
    return any(t.fold in once or any(lemma in once for lemma, _ in verbs.analyses(t.fold)) for t in harmed)


def _is_opened_by(inherited: Ground, setting: Setting) -> bool:
    """« À Hama, l'armée a tué cent rebelles »: whether the sentence that names the town opens with it."""
    tokens = setting.scene_at(inherited.start).sentence.tokens
    return len(tokens) > 1 and tokens[0].fold in setting.words.toward and tokens[1].start == inherited.start


def goes_on_sum(context: FigureContext, scene: Scene, setting: Setting) -> bool:
    """Whether the toll of a land that the sentence before gave is parted or added to: « 7 000 personnes ont été tuées depuis mai. Le
    bilan comprend 2 700 mineurs »."""
    tolls = lexicon(setting.pack).harm.tolls.nouns
    return not tolls.isdisjoint(context.sentence.words) and _goes_on(context, scene, setting)


def _goes_on(context: FigureContext, scene: Scene, setting: Setting) -> bool:
    """Whether the sentence before summed up what the land has seen, and this one goes on: « 9 000 civils ont été tués depuis le début
    de la guerre, selon l'ONU. Elle recense aussi 15 000 blessés »."""
    last = context.earlier[-1] if context.earlier else None
    if last is None or last.unit != context.unit or last.scope == "incident" or (last.value or 0.0) < _HOST:
        return False
    if last.place is None or (last.place.precision != "country" and setting.land(last.place) != last.place):
        return False
    told, here = setting.scene_at(last.span.start), context.sentence
    if (told.sentence.block, told.sentence.index + 1) != (here.block, here.index) or told.spots:
        return False
    if scene.times or scene.hours:
        return False
    words, tolls = setting.words, lexicon(setting.pack).harm.tolls.of
    return not any(
        b.fold in words.events and b.fold not in tolls and a.fold in words.one
        for a, b in pairwise(context.sentence.tokens)
    )


def _is_of_town(context: FigureContext, setting: Setting, *, grown: bool) -> bool:
    """« depuis le début du siège », « arrivés à l'hôpital depuis mai », « les habitants de la ville »: whether the sentence speaks of the
    town, or of an offensive that may be the one on it."""
    words, folds = setting.events.words, context.sentence.folds
    waged = words.drives - words.broad if grown else words.drives - (words.broad & words.several)
    if not waged.isdisjoint(folds):
        return True
    heads = setting.place_words.heads
    definite = either(setting.words.definite, setting.words.contracted)
    return any(b in heads and heads[b] in ("point", "settlement") and a in definite for a, b in pairwise(folds))


def _is_of_fight(context: FigureContext, setting: Setting) -> bool:
    """« les combats ont fait 31 morts en 24 heures »: whether fighting that goes on where the text is did it."""
    clause = context.sentence.within(context.clause_start, context.clause_end)
    return any(t.fold in setting.events.words.broad for t in clause)


def _is_of_campaign(context: FigureContext, setting: Setting) -> bool:
    """« Le bilan de la guerre dépasse », « le nombre de morts du conflit »: whether a war's toll is named."""
    folds = [t.fold for t in context.sentence.within(context.clause_start, context.clause_end)]
    tolls, words = lexicon(setting.pack).harm.tolls, setting.words
    at = next((i for i, fold in enumerate(folds) if fold in tolls.nouns), None)
    if at is None:
        return False
    return any(
        fold in words.campaigns and (folds[i - 1] in words.contracted or folds[i - 2] in words.of)
        for i, fold in enumerate(folds)
        if i > at + 1
    )


def _goes_beyond(time: TimeRef, told: list[Figure]) -> bool:
    """Whether a stretch is far longer than what was told of the town, or another."""
    length = length_of(time)
    if length is None or length < (_SPELL if time.kind == "duration" else _STRETCH):
        return False
    if time.date_from is None or time.date_to is None:
        return False
    last = told[-1]
    lasted = _lasted(last)
    if lasted is None or last.date_from is None or last.date_to is None:
        return True
    return length >= _TIMES * lasted or last.date_to < time.date_from or time.date_to < last.date_from


def _holds(time: TimeRef, told: list[Figure]) -> bool:
    """Whether what was told of the town lies in a stretch."""
    first, last = time.date_from, time.date_to
    if first is None or last is None:
        return False
    return any(f.date_from and f.date_to and first <= f.date_from and f.date_to <= last for f in told)


def _lasted(figure: Figure) -> int | None:
    """Days from the first to the last of a figure's dates; None where one is not known."""
    if figure.date_from is None or figure.date_to is None:
        return None
    return (date.fromisoformat(figure.date_to) - date.fromisoformat(figure.date_from)).days


def land_of(context: FigureContext, setting: Setting, inherited: Ground) -> Ground:
    """The land of such a sum: that of the people counted (« 1 340 Palestiniens », told of Haïfa), else that of the town's war."""
    ground = of_war_land(inherited, setting)
    if _is_of_all_towns(context, setting, inherited):
        held = holder([f.place for f in _alike(context, setting)], setting)
        return ground if held is None else ground._replace(place=held)
    for token in context.sentence.within(context.start, context.end):
        code = setting.gazetteers.countries.by_adjective(token.text) if token.text[0].isupper() else None
        if code is not None and ground.place is not None and code != ground.place.country:
            return ground._replace(place=setting.gazetteers.places.country(code))
    return ground
