"""Scope: whether a count is of one event or sums up a stretch of time, as the time that dates it tells."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.times import time_words
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Place, TimeRef, Token
from recoupe.model.figure import Scope
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.scale import is_exact
from recoupe.stages.claim.scenes.scenes import Scene
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.flight import is_flight
from recoupe.stages.claim.telling.states import size_of
from recoupe.stages.claim.telling.sums import goes_on, is_one, is_share, of_drive, of_several
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.text import fold

_NIGHT = 1
"""Days from the first to the last of a night, or of an event that went on past midnight."""

_STRUCK = 4
"""Within how many words behind a blow what was struck is named."""
_PARTICIPLE = 3
"""Within how many words behind its auxiliary a participle stands (« avait déjà été touchée »)."""
_DAY = 24
"""Hours."""
_EDGE = 10
"""Days of the beginning or the end of a month, where it is told of one town."""
_FEW = 200
"""Fewer than a sum over a year is likely to be."""
_TOLL = 10
"""Fewer dead of a land on one day may be those of one event."""
_WEEK = 7
"""Days within which an event lies of which the lead tells only the part of the week."""
_MONTH = 31
"""Days from which on a year is meant, and not a month of it (« un an plus tôt »)."""


def scope_of(time: TimeRef, scene: Scene, context: FigureContext, setting: Setting, place: Place | None) -> Scope:
    """`incident`, `period` or `total`, as a time told in `scene` makes it of a count at `place`.

    In order: since a day, or for so long: a sum; up to a day: all so far; a day, or a night: one event, be it of many
    strikes; the last hours, a year, from a day to another: a sum; a week, a month or some days: one event only where
    the sentence says that there was one, and no sum over several.
    """
    words = time_words(setting.pack)
    folds = fold(time.span.text).split()
    inherited = time.span.start < context.sentence.start
    hours = any(words.values["UNIT"].get(word) == "hour" for word in folds)
    if hours and inherited and length_of(time) == _NIGHT and place is not None and is_exact(place):
        return event_scope(context, setting, place)  # one town's part of the last 24 hours
    if hours and time.kind != "since" and _is_brief(time, context, setting):
        return event_scope(context, setting, place, one_day=True)  # « en douze heures »
    if time.kind in ("since", "duration"):
        return "period"
    if time.kind == "until":
        return "total"
    if inherited and time.kind == "interval" and _is_entry(time, context, setting, place):
        return "incident"
    if time.precision == "day" and context.unit == "sorties":
        return "period"  # « 136 sorties mercredi »: a sum of a day
    if time.precision == "day" and (place is None or not is_exact(place)) and _sums_day(time, scene, setting):
        return "period"
    if time.precision == "day" and place is not None and _of_land(context, place, scene, setting):
        return "period"
    wide = place is not None and place.precision in ("country", "wide", "region")
    if time.precision == "day" and wide and scene.sentence is context.sentence and _of_blows(scene, setting, context):
        return "period"  # « 13 personnes ont été tuées dimanche dans une vague d'attaques en Irak »
    if time.precision == "day":
        return event_scope(context, setting, place, one_day=True)
    if hours:
        return "period"  # « au cours des dernières 24 heures »
    clause = context.sentence.within(context.clause_start, context.clause_end)
    if time.precision == "year" and (length_of(time) or _MONTH) >= _MONTH:
        # « l'an dernier, une frappe avait tué 32 civils à X »
        here = scene.sentence is context.sentence and _is_at_one_place(place, scene, setting)
        one = _one_striking(context, setting) or _at_once(context, setting) or setting.events.is_former(clause)
        told = context.effect != "displaced" and size_of(context) < _FEW and _is_recalled(clause, setting)
        one = one or (told and not several(scene, setting, context))
        return "incident" if here and one else "period"
    length = length_of(time)
    parts = either(words.classes["PART"], words.classes.get("NIGHTLONG", frozenset()))
    between = folds[0] in words.joints.between
    overnight = between and length == _NIGHT and sum(word in parts for word in folds) > 1
    overnight = overnight and not several(
        scene, setting, None
    )  # « two rounds of strikes between Thursday evening and Friday morning »
    if (
        not words.joints.ands.isdisjoint(folds) and not overnight
    ):  # « mardi et mercredi », but not « entre lundi soir et mardi matin »
        return "incident" if length == _NIGHT and _is_one_deed(scene, context, setting) else "period"
    if length is None and time.kind == "interval":
        # « ces derniers jours », « cette semaine » in a page without a day
        wide = place is None or place.precision in ("region", "country", "wide")
        apart = several(scene, setting, context if scene.sentence is context.sentence else None)
        return "incident" if not apart and _one_event(scene, setting, wide=wide) else "period"
    if length is None:
        weeks = any(words.values["UNIT"].get(word) in ("week", "month") for word in folds)
        return event_scope(context, setting, place, one_day=time.kind == "point" and not weeks)
    if length > _NIGHT and of_drive(context, setting):
        return "period"  # an offensive of a week
    if length > _NIGHT and context.effect == "displaced" and not is_flight(context, setting):
        return "period"  # « en novembre, 40 000 habitants avaient fui »
    if length <= _NIGHT and (any(word in parts for word in folds) or not several(scene, setting, context)):
        return event_scope(context, setting, place, one_day=True)
    if time.kind == "interval" and time.precision == "month" and length > 2 * _MONTH:
        return "period"  # « d'avril à juillet »
    if between or (folds[0] in words.joints.froms and not words.joints.to.isdisjoint(folds)):
        return "period"
    if time.kind == "interval" and length <= _WEEK and _is_taken_up(scene, setting):
        return "incident"
    if several(scene, setting, context if scene.sentence is context.sentence else None):
        return "period"
    exact = place is not None and is_exact(place)
    if exact and length <= _EDGE and not setting.statements.edges.keys().isdisjoint(folds):
        return "incident"  # « fin janvier, 52 villageois ont été tués à X »
    # « en mai 2017 », « début mars » may date one event, but not a sum over a region; « a annoncé que 40 rebelles avaient péri ces
    # derniers jours » is over before nothing
    wide = place is None or place.precision in ("region", "country", "wide")
    lately = time.kind == "interval" and time.date_to == setting.document.published
    here = scene.sentence is context.sentence and _is_at_one_place(place, scene, setting)
    once = here and _at_once(context, setting)
    return "incident" if once or _one_event(scene, setting, wide=lately or (wide and not here)) else "period"


def _is_entry(time: TimeRef, context: FigureContext, setting: Setting, place: Place | None) -> bool:
    """« 53 rebelles ont été tués entre le 3 et le 10. À X, un véhicule a sauté sur un engin explosif, tuant quatre soldats »: whether
    one blow in a town is told, or gone on with, of the days that a bulletin covers."""
    length = length_of(time)
    if length is None or length <= _NIGHT or not is_exact(place) or context.unit != "people":
        return False
    own = setting.scene(context.sentence)
    if several(own, setting, context) or setting.leads_in(own):
        return False
    if own.spots and setting.brings_in_one(own):
        return True
    last = context.earlier[-1] if context.earlier else None
    if last is None or last.scope != "incident" or last.date_span != time.span or own.spots:
        return False
    return setting.scene_at(last.span.start).sentence.block == context.sentence.block


def _is_taken_up(scene: Scene, setting: Setting) -> bool:
    """« Neuf villageois ont été tués en début de semaine. L'assaut a eu lieu dans la nuit de dimanche à lundi »: whether the next
    sentence says of one event when or where it was."""
    after = setting.scenes[scene.sentence.index + 1 : scene.sentence.index + 2]
    words = setting.words
    one = words.events - words.several
    return any(
        s.happens
        and not s.counts  # « La frappe de X a fait huit morts » is one of those that a week sums up
        and not several(s, setting, None)
        and not any(a in words.the and b in words.most for a, b in pairwise(s.sentence.folds))  # « la plus meurtrière »
        and any(b.fold in one and a.fold in words.definite for a, b in pairwise(s.sentence.tokens))
        for s in after
    )


def _is_at_one_place(place: Place | None, scene: Scene, setting: Setting) -> bool:
    """Whether the harm was in a town, or in a village that no gazetteer knows."""
    return is_exact(place) or (place is None and _is_somewhere(scene, setting))


def event_scope(context: FigureContext, setting: Setting, place: Place | None, *, one_day: bool = False) -> Scope:
    """`incident` for what no time makes a sum, unless its own words do."""
    if is_share(context, setting):
        return "incident"
    if goes_on(context, setting, one_day=one_day) or of_several(context, setting, place, one_day=one_day):
        return "period"
    wide = place is None or not is_exact(place)
    return "period" if wide and not one_day and of_drive(context, setting) else "incident"


def _sums_day(time: TimeRef, scene: Scene, setting: Setting) -> bool:
    """« pour la seule journée de vendredi »: whether all that was done on the day is added up."""
    before = [t.fold for t in scene.sentence.tokens if t.start < time.span.end]
    return setting.words.day_sums.stand_in(before)


def _of_land(context: FigureContext, place: Place, scene: Scene, setting: Setting) -> bool:
    """« 41 morts lundi au Liban »: whether so many of a whole land are counted, with no event told, that they add up a day."""
    if place.precision != "country" or scene.sentence is not context.sentence or context.whole is not None:
        return False
    if not scene.spots or context.group == "combatants" or any(spot.place != place for spot in scene.spots):
        return False  # an army loses so many in one ambush
    if _is_somewhere(scene, setting):
        return False
    words, folds = setting.words, context.sentence.words
    if size_of(context) < _TOLL or not words.events.isdisjoint(folds) or context.effect == "detained":
        return False
    if not words.one_place.isdisjoint(folds):
        return False  # « à la frontière », « d'une même famille », « dans leur centre »
    return words.means.isdisjoint(folds)


def _is_somewhere(scene: Scene, setting: Setting) -> bool:
    """Whether the sentence names a place that no gazetteer has: « dimanche à Tinbouka, au Mali »."""
    known = [(spot.start, spot.end) for spot in scene.spots]
    if any("," in (t.text for t in scene.sentence.within(*span)) for span in known):
        return True
    return any(
        a.fold in setting.words.toward and b.text[0].isupper() and not any(x <= b.start < y for x, y in known)
        for a, b in pairwise(scene.sentence.tokens)
    )


def several(scene: Scene, setting: Setting, context: FigureContext | None) -> bool:
    """Whether the sentence, or the figure's clause in it, speaks of more than one event."""
    tokens = scene.sentence.tokens
    if context is not None and scene.sentence is context.sentence:
        tokens = tuple(t for t in tokens if context.clause_start <= t.start < context.clause_end)
    folds = [t.fold for t in tokens]
    if not setting.words.concerted.isdisjoint(folds):
        return False  # « une série de 24 attaques coordonnées »
    return any(fold in setting.words.several and not is_one(folds, i, setting) for i, fold in enumerate(folds))


def _of_blows(scene: Scene, setting: Setting, context: FigureContext) -> bool:
    """Whether several people are counted whom several blows have hit, rather than a fight (« des combats », « des heurts »)."""
    if context.numeral.value == 1 or not several(scene, setting, context):
        return False
    clause = context.sentence.within(context.clause_start, context.clause_end)
    return any(t.fold in setting.words.several and t.fold not in setting.words.fights for t in clause)


def one_event_headed(setting: Setting) -> bool:
    """Whether the headline tells one event (« un raid sur un bus fait des dizaines de morts »)."""
    words = setting.words
    return any(
        token.fold in words.events and token.fold not in words.several and before.fold in words.one
        for scene in setting.scenes
        if scene.sentence.kind == "title"
        for before, token in pairwise(scene.sentence.tokens)
    )


def _one_striking(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause of the count begins with one event as who did it (« une frappe avait tué », « l'attentat a fait »), or ends
    with one that it befell them in (« ont péri dans une embuscade », « tués par un obus »)."""
    words = setting.words
    lasting = either(words.several, words.drives, words.operations)
    clause = context.sentence.within(context.clause_start, min(context.start, context.clause_end))
    if any(event.fold in words.strikers and article.fold in words.a for article, event in pairwise(clause)):
        return True  # « un commando avait tué 150 élèves »
    if any(
        event.fold in words.events and event.fold not in lasting and article.fold in words.one
        for article, event in pairwise(clause)
    ):
        return True
    behind = context.sentence.within(max(context.start, context.clause_start), context.clause_end)
    struck = either(words.strikers, words.events)
    return any(
        event.fold in struck and event.fold not in lasting and article.fold in words.a
        for article, event in pairwise(behind)
    )


def _is_recalled(clause: Sequence[Token], setting: Setting) -> bool:
    """Whether a clause tells what somebody, or an attack, had done before what the article is about: « avaient enlevé », « avait
    fait »; not « avaient été tués », who may have been many times."""
    verbs, been = setting.pack.verbs, setting.words.been
    return any(
        a.fold in verbs.imperfect_auxiliaries
        and b.fold not in been
        and any(form.mood == "participle" for _, form in verbs.analyses(b.fold))
        for a, b in pairwise(clause)
    )


def _at_once(context: FigureContext, setting: Setting) -> bool:
    """Whether the words of harm tell of one deed: « 45 civils ont été exécutés fin janvier à X »."""
    verbs, once = setting.pack.verbs, setting.words.at_once
    harmed = context.sentence.within(context.harm_start, context.harm_end)
    return any(t.fold in once or any(lemma in once for lemma, _ in verbs.analyses(t.fold)) for t in harmed)


def _is_one_deed(scene: Scene, context: FigureContext, setting: Setting) -> bool:
    """« 60 habitants exécutés les 3 et 4 mai à X »: whether what was done on two days is told as one attack or massacre."""
    if several(scene, setting, context if scene.sentence is context.sentence else None):
        return False
    verbs, once = setting.pack.verbs, setting.words.at_once
    done = (lemma in once for token in scene.sentence.tokens for lemma, _ in verbs.analyses(token.fold))
    return any(done) or _one_event(scene, setting, wide=True)


def _is_brief(time: TimeRef, context: FigureContext, setting: Setting) -> bool:
    """Whether a length of time in hours is less than a day: « en douze heures », « en quelques heures »."""
    span = time.span
    said = [n for n in context.annotations.numerals if span.start <= n.number_start < span.end]
    if any(n.value is not None for n in said):
        return all(n.value is not None and n.value < _DAY for n in said)
    some = time_words(setting.pack).classes["SOME"]
    return not some.isdisjoint(fold(span.text).split())


def _has_struck(folds: Sequence[str], setting: Setting) -> bool:
    """Whether the words tell of one blow before something else: « avaient bombardé un concert », « avait été touchée »; not
    « avaient attaqué 200 postes », « avait bombardé la région », « avait été frappée à plusieurs reprises »."""
    was, words = setting.pack.verbs.imperfect_auxiliaries, setting.words
    if not words.spots.isdisjoint(folds) or not words.several.isdisjoint(folds):
        return False
    blows = (
        at
        for i, fold in enumerate(folds)
        if fold in was
        for at in range(i + 1, min(i + 1 + _PARTICIPLE, len(folds)))
        if setting.events.is_blow(folds[at])
    )
    return any(_is_at_one(folds[at + 1 : at + 1 + _STRUCK], setting) for at in blows)


def _is_at_one(behind: Sequence[str], setting: Setting) -> bool:
    """Whether the words behind a blow name one thing struck, or nothing: no region, and no more than one."""
    one, heads = setting.words.one, setting.place_words.heads
    articles = either(setting.pack.words.determiners, either(setting.words.definite, setting.words.a))
    counted = lexicon(setting.pack).numbers
    at = next((i for i, f in enumerate(behind) if f in articles or f in counted or f[:1].isdigit()), None)
    if at is None:
        return True
    return behind[at] in one and not any(heads.get(f) == "region" for f in behind[at + 1 : at + 2])


def _one_event(scene: Scene, setting: Setting, *, wide: bool) -> bool:
    """Whether the sentence tells one event of the past: « une attaque », « avait fait 28 morts »."""
    words, verbs, tokens = setting.words, setting.pack.verbs, scene.sentence.tokens
    events = words.events - words.several - lexicon(setting.pack).harm.tolls.nouns
    if any(
        event.fold in events and article.fold in words.a for article, event in zip(tokens, tokens[2:], strict=False)
    ):
        return True  # « un précédent attentat »
    folds = [t.fold for t in tokens]
    if _has_struck(folds, setting) and not setting.events.are_several(tokens):
        return True  # « des avions avaient bombardé un concert »
    if any(b in words.strikers and a in words.a for a, b in pairwise(folds)):
        return True  # « un commando avait attaqué un hôtel »
    if any(
        b.fold in events and setting.events.is_led_in(a, c)
        for a, c, b in zip(tokens, tokens[1:], tokens[2:], strict=False)
    ):
        return True  # « la violente attaque »
    if any(fold in words.events and is_one(folds, i, setting) for i, fold in enumerate(folds)):
        return True
    lasting = either(words.operations, words.drives)
    for before, token in pairwise(tokens):
        if token.fold in events and before.fold in words.one and token.fold not in lasting:
            return True  # but « l'armée intensifie son opération »
        if not wide and any(
            f.tense == "imperfect" and lemma in verbs.auxiliaries for lemma, f in verbs.analyses(before.fold)
        ):
            return any(form.mood == "participle" for _, form in verbs.analyses(token.fold))
    return False
