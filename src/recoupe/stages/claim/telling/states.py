"""States: whether a count is of people in a state (displaced, besieged), not of what befell them one day."""

from itertools import pairwise

from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.times import time_words
from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.telling.flight import is_ever_since, is_flight
from recoupe.stages.claim.telling.presents import presents
from recoupe.stages.claim.words.lexicon import lexicon
from recoupe.text import fold

_STOCKS = frozenset({"displaced", "trapped"})
"""Effects that are states by themselves."""
_RECORD = 12
"""How many words before a relative clause the event may stand since which a record is kept."""
_ANTECEDENT = 5
"""How many words before a relative clause may hold what it is about."""
_VERB = 4
"""Within how many words behind its auxiliary a participle stands."""
_MASSES = 50_000
"""More than one attack drives out."""
_MANY = 1000
"""More than an attack kills or wounds, but for the rarest."""
_HELD = frozenset({"detained"})
"""Effects that are states where the text says « toujours », « encore »."""


def is_stock(context: FigureContext, setting: Setting) -> bool:
    """Whether the count is of people who are in a state."""
    if context.effect in _HELD:
        if _is_dated_deed(context, setting):
            return False
        held = any(t.fold in setting.words.held for t in _clause(context))
        return is_still(context, setting) or (held and is_present(context, setting))
    if context.effect == "returned":
        return _is_named_so(context, setting)
    if context.effect == "trapped" and not setting.words.rubble.isdisjoint(context.sentence.words):
        return False  # of the event that buried them
    return context.effect in _STOCKS and not (_is_sudden(context, setting) or is_flight(context, setting))


def _is_dated_deed(context: FigureContext, setting: Setting) -> bool:
    """« Des 251 personnes enlevées ce jour-là, 57 sont toujours captives »: whether the day on which they were taken stands
    right behind those who open a sentence about some of them.
    """
    if context.sentence.tokens[0].fold not in lexicon(setting.pack).figures.of_whole:
        return False
    behind = next((t.start for t in context.sentence.tokens if t.start >= max(context.end, context.harm_end)), None)
    return any(t.span.start == behind and t.kind == "point" for t in context.annotations.times)


def _is_named_so(context: FigureContext, setting: Setting) -> bool:
    """Whether the people are only named by what befell them: « 860 retournés », « la ville compte 1 100 rapatriés »."""
    clause = _clause(context)
    if not context.start <= context.harm_start < context.harm_end <= context.end:
        return False
    return not any(
        setting.pack.verbs.is_past_participle(t.fold) for t in clause if not context.start <= t.start < context.end
    ) and (is_present(context, setting) or not any(setting.pack.verbs.finite(t.fold) for t in clause))


def is_apart(context: FigureContext, time: TimeRef, setting: Setting) -> bool:
    """Whether a time belongs to the count before: « 60 morts en trois jours et 20 000 déplacés », a headline without verb."""
    tokens, coordinators = context.sentence.tokens, setting.pack.words.coordinators
    if context.effect in _HELD and time.span.start > context.harm_start:
        # « onze policiers enlevés il y a deux ans sont toujours retenus »
        behind = (setting.pack.verbs.finite(t.fold) for t in tokens if time.span.end <= t.start < context.part_end)
        return is_still(context, setting) and any(behind)
    if time.span.end > context.start or any(setting.pack.verbs.finite(t.fold) for t in tokens):
        return False
    first = context.earlier[-1].span if context.earlier else None
    counted = first is not None and context.sentence.start <= first.start < time.span.start
    return counted and any(t.fold in coordinators for t in tokens if time.span.end <= t.start < context.start)


def is_total(context: FigureContext, setting: Setting) -> bool:
    """Whether the sentence says that the count is a sum of all so far (« au cours du conflit », « à ce jour »)."""
    if not _says(context, setting, setting.words.total) or is_growing(context, setting):
        return False
    folds = context.sentence.folds
    # « 52 morts, le bilan le plus lourd depuis le début du conflit »
    return not all(
        folds[at] in setting.words.since and setting.records.is_kept(context.sentence.tokens, at)
        for at, _ in setting.words.total.standing(folds)
    )


def is_growing(context: FigureContext, setting: Setting) -> bool:
    """Whether the count is the toll so far of one event that is told (« à ce stade, neuf morts »)."""
    time = setting.ground(context.sentence).time
    if (
        time is None
        or context.effect in _STOCKS
        or size_of(context) >= _MANY
        or not (
            _says(context, setting, setting.words.so_far)
            or _is_repeated(context)
            or _is_brought_out(context, setting)
            or _adds_up(context, setting)
        )
    ):
        return False
    length = length_of(time)
    if _outgrows(context):
        return False
    return time.kind in ("point", "interval") and length is not None and length <= 1


def _adds_up(context: FigureContext, setting: Setting) -> bool:
    """« Deux attentats ont frappé X mardi. Le bilan cumulé est de 12 morts »: whether a toll adds up blows, and no war or violence."""
    tokens = context.sentence.within(context.part_start, context.part_end)
    return not setting.words.added_up.isdisjoint(t.fold for t in tokens) and not (
        setting.events.is_broad(tokens) or setting.events.is_campaign(tokens)
    )


def _is_brought_out(context: FigureContext, setting: Setting) -> bool:
    """« les secours ont sorti à ce jour 31 corps », « à ce jour, 83 victimes ont été inhumées »: whether the dead of what is told are
    found or buried one by one."""
    clause = context.sentence.within(context.clause_start, context.clause_end)
    brought = setting.words.finding
    return any(lemma in brought for t in clause for lemma, _ in setting.motions.analyses(t.fold))


def _outgrows(context: FigureContext) -> bool:
    """« des centaines de civils ont déjà péri » beside a raid that killed 29: whether the event has far fewer victims."""
    events = [f.value for f in context.earlier if f.scope == "incident" and f.effect == context.effect and f.value]
    vague = context.numeral.value is None and context.numeral.magnitude is not None
    return vague and bool(events) and max(events) < size_of(context)


def _is_repeated(context: FigureContext) -> bool:
    """Whether the count was told before as that of one event (« 28 morts », « 28 morts à ce jour »)."""
    return any(
        (f.scope, f.effect, f.value) == ("incident", context.effect, context.numeral.value) and f.value is not None
        for f in context.earlier
    )


def is_summed(context: FigureContext, setting: Setting) -> bool:
    """Whether the sentence says that the count is a sum (« au total »), which may be that of one event."""
    return _says(context, setting, setting.words.summed)


def _says(context: FigureContext, setting: Setting, phrases: SetPhrases) -> bool:
    sentence, relatives = context.sentence, setting.pack.words.relatives
    behind = next(iter(sentence.tokens[sentence.first_at(context.clause_end) :][:1]), None)
    # « 12 tués à X, d'où 9 000 personnes ont fui depuis le début de la guerre »
    end = context.clause_end if behind is not None and behind.fold in relatives else context.part_end
    return phrases.stand_in(sentence.folds[sentence.first_at(context.part_start) : sentence.first_at(end)])


def is_background(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause counts what a war did (« le conflit a fait »), or fighting to more than one day can kill."""
    clause = setting.records.without(_clause(context))
    if not setting.events.words.campaigns.isdisjoint(context.sentence.words) and setting.events.is_campaign(clause):
        return True
    if size_of(context) < _MANY or context.effect in _STOCKS:
        return False
    tokens, at = context.sentence.tokens, context.sentence.first_at(context.clause_start)
    if at and tokens[at - 1].fold in setting.pack.words.relatives:
        # « les violences qui ont fait plus de 2 000 morts », but not « l'opération qui a fait »
        lasting = setting.words.broad & setting.words.several
        return any(t.fold in lasting for t in tokens[max(0, at - _ANTECEDENT) : at]) or setting.events.is_broad(clause)
    return setting.events.is_broad(clause)


def is_former(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause tells of an event before the one that the text is at (« une attaque avait fait 12 morts »)."""
    if setting.pack.verbs.imperfect_auxiliaries.isdisjoint(context.sentence.words):
        return False
    clause, tokens = tuple(_clause(context)), context.sentence.tokens
    at = context.sentence.first_at(context.clause_start)
    if at and tokens[at - 1].fold in setting.pack.words.relatives:
        if _is_occasion(tokens[: at - 1], setting):
            return False  # « trois blessés lors d'une descente qui avait coûté la vie à leur père »
        if _is_since(tokens[max(0, at - _RECORD) : at], setting) and setting.events.is_over(clause):
            return True  # « la pire attaque depuis l'attentat contre l'ambassade, qui avait fait 213 morts »
        clause = (*tokens[max(0, at - _ANTECEDENT) : at], *clause)  # « un attentat qui avait fait neuf morts »
    return setting.events.is_former(clause)


def _is_since(tokens: tuple[Token, ...], setting: Setting) -> bool:
    """Whether they name an event since which something else is counted (« depuis l'attentat de … »)."""
    words, folds = setting.words, [t.fold for t in tokens]
    told = zip(folds, folds[1:], folds[2:], strict=False)
    return any(a in words.since and b in words.definite and c in words.events for a, b, c in told)


def has_left(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause tells that people left, as an act that is done (« 400 familles ont fui »)."""
    if context.effect != "displaced" or size_of(context) >= _MASSES or is_ever_since(context, setting):
        return False
    clause, verbs = tuple(_clause(context)), setting.pack.verbs
    for i, token in enumerate(clause):
        if not any(lemma in setting.words.have and form.finite for lemma, form in verbs.analyses(token.fold)):
            continue
        if any(t.fold in setting.events.leaving for t in clause[i + 1 : i + _VERB]):
            return True
    # « 6 000 personnes chassées par une attaque »
    words, folds = setting.words, context.sentence.folds
    driven = not setting.events.leaving.isdisjoint(folds)
    return driven and any(
        event in words.events and event not in words.several and a in words.a for a, event in pairwise(folds)
    )


def _is_occasion(tokens: tuple[Token, ...], setting: Setting) -> bool:
    """Whether what they end with is the event of the clause before (« lors d'une opération »), and no other one."""
    words, before = setting.words, tokens[-_ANTECEDENT:]
    for i, token in enumerate(before):
        if token.fold in words.events and i and before[i - 1].fold in words.a:
            folds = [t.fold for t in before[:i]]
            return words.occasions.stand_in(folds)
    return False


def size_of(context: FigureContext) -> float:
    """The count, or the magnitude of a vague one."""
    return max(context.numeral.value or 0.0, float(context.numeral.magnitude or 0))


def is_still(context: FigureContext, setting: Setting) -> bool:
    """Whether the sentence says « toujours » or « encore »."""
    return not setting.words.still.isdisjoint(context.sentence.words)


def is_present(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause has a verb in the present that is neither a reporting cue nor the auxiliary of a past."""
    cues = [a.cue for a in setting.statements.inside(context.sentence) if a.cue is not None]
    return any(not any(c.start <= t.start < c.end for c in cues) for t in presents(_clause(context), setting))


def is_standing(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause tells how many are in a state: « estime à 1,2 million le nombre de déplacés »."""
    return any(t.fold in lexicon(setting.pack).harm.tolls.stands_at for t in _clause(context))


def is_so(context: FigureContext, start: int, setting: Setting) -> bool:
    """Whether what stands in the count's clause behind `start` says in the present how people are (« sont hébergés »)."""
    return any(t.start >= start for t in presents(_clause(context), setting))


def is_so_told(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause says how displaced people are, or then were: « sont déplacées », « la province comptait déjà »."""
    return context.effect == "displaced" and (is_present(context, setting) or _was_so(context, setting))


def is_now(context: FigureContext, time: TimeRef, setting: Setting) -> bool:
    """Whether people are driven out on the day of publication (« sont aujourd'hui déplacées »), and were not on that day (« ont été
    déplacées aujourd'hui », « fuient aujourd'hui »)."""
    if context.effect != "displaced" or time.kind != "point" or time.date_to != setting.document.published:
        return False
    if time_words(setting.pack).values["OFFSET"].get(fold(time.span.text)) != 0:
        return False
    clause, passive = _clause(context), lexicon(setting.pack).figures.passive
    if any(t.fold in setting.words.been for t in clause):
        return False
    verbs = (pair for t in clause for pair in setting.pack.verbs.analyses(t.fold))
    return any(v == passive and f.tense == "present" and f.mood == "indicative" for v, f in verbs)


def is_day_of_count(context: FigureContext, time: TimeRef, setting: Setting) -> bool:
    """Whether a day beside people in a state is that of the count: nothing in the clause says that they left on it."""
    edge = time.kind == "interval" and not setting.statements.edges.keys().isdisjoint(fold(time.span.text).split())
    if (time.kind == "point" or time.precision in ("month", "season") or edge) and _was_so(context, setting):
        return True
    verbs = setting.motions
    around = [t for t in _clause(context) if not context.start <= t.start < context.end]
    if any(lemma in setting.words.leaving for t in around for lemma, _ in verbs.analyses(t.fold)):
        return False
    if time.kind != "point":
        # « in early March the agency counted 80,000 displaced people »
        told = lexicon(setting.pack)
        counting = told.harm.tolls.counters if told.figures.merged and time.kind == "interval" else frozenset[str]()
        return any(t.fold in counting for t in _clause(context))
    return True


def _was_so(context: FigureContext, setting: Setting) -> bool:
    """Whether the clause says how it was then (« en mai, on comptait », « au printemps, ils étaient »)."""
    tokens, verbs = _clause(context), setting.pack.verbs
    return any(
        any(form.tense == "imperfect" and lemma not in setting.words.leaving for lemma, form in verbs.analyses(t.fold))
        and not any(form.mood == "participle" for _, form in verbs.analyses(after.fold))
        for t, after in pairwise(tokens)
    )


def _clause(context: FigureContext) -> tuple[Token, ...]:
    """The tokens of the count's clause, with what goes on behind a part set in between (« 900 déplacés, dont 60, vivaient »)."""
    clause, tokens = context.sentence.within(context.clause_start, context.clause_end), context.sentence.tokens
    end = context.sentence.first_at(context.clause_end)
    if not clause or clause[-1].text != "," or context.harm_end > context.clause_end:
        return clause
    comma = next((i for i in range(end, len(tokens)) if tokens[i].text == ","), len(tokens))
    return (*clause, *(t for t in tokens[comma + 1 :] if t.start < context.part_end))


def _is_sudden(context: FigureContext, setting: Setting) -> bool:
    """Whether the words of harm are a verb of moving people all at once (« ont évacué »)."""
    return any(
        lemma in setting.words.sudden and form.mood in ("participle", "infinitive")
        for t in context.sentence.within(context.harm_start, context.harm_end)
        for lemma, form in setting.motions.analyses(t.fold)
    ) and not is_present(context, setting)
