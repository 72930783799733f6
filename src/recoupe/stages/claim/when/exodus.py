"""Exodus: when people left who are no stock, for the sentence tells that they did so, and the article why."""

from datetime import date

from recoupe.model.annotation import TimeRef, Token
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.scenes.statements import length_of
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import dated
from recoupe.stages.claim.telling.flight import is_ever_since
from recoupe.stages.claim.telling.presents import presents
from recoupe.stages.claim.telling.states import is_still, size_of
from recoupe.stages.claim.when.timing import Timing

_MASSES = 50_000
"""More than what an article is about drives out: all so far."""
_AUXILIARY = 5
"""How many words before its participle the auxiliary of a verb stands (« ont une nouvelle fois pris la fuite »)."""
_FRESH = 4
"""For how many days people leave because of one event."""


def exodus(context: FigureContext, time: TimeRef | None, setting: Setting) -> Timing | None:
    """« des milliers de civils ont pris la fuite »: the days of those who left for what the article tells; None where the
    count is of people who are away. `time` is what the sentence would inherit.

    A day of the last few is one event; all that is longer ago has gone on ever since.
    """
    if context.effect not in ("displaced", "returned") or size_of(context) >= _MASSES or is_still(context, setting):
        return None
    if is_ever_since(context, setting) or not _tells_act(context, setting):
        return None
    time = time or setting.main.time or _begun(setting)
    published = setting.document.published
    if time is None or not dated(time) or time.date_from is None or published is None:
        return None
    brief = (length_of(time) or 0) <= 1
    if time.kind == "interval" and time.date_to is not None and not brief:
        return Timing(time.span, time.date_from, time.date_to, "period")
    fresh = time.kind in ("point", "interval") and brief and _days(time.date_from, published) <= _FRESH
    return Timing(None, time.date_from, published, "incident" if fresh else "period")


def _begun(setting: Setting) -> TimeRef | None:
    """The day on which what the article is about began."""
    leads = (s for s in setting.scenes if setting.leads_in(s))
    return next((t for s in leads for t in (*s.times, *s.begun) if dated(t)), None)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _tells_act(context: FigureContext, setting: Setting) -> bool:
    """Whether the words of harm are a verb of the past (« ont trouvé refuge », « se sont réfugiées ») and no state."""
    if context.start <= context.harm_start and context.harm_end <= context.end:
        return False  # « 7 000 déplacés »
    sentence, verbs = context.sentence, setting.pack.verbs
    last = sentence.first_at(context.harm_end)
    between = sentence.within(context.end, context.harm_start)
    if any(t.fold in setting.pack.words.relatives for t in between):
        return False  # « 7 000 réfugiés, dont la plupart ont fui leur village »
    if sentence.kind == "title":
        moves = setting.events.leaving | setting.events.arriving
        harmed = sentence.within(context.harm_start, context.harm_end)
        if any(t.fold in moves and t in presents(harmed, setting) for t in harmed):
            return True  # « les habitants fuient par milliers »
    for at in range(sentence.first_at(context.harm_start), last):
        if verbs.is_past_participle(sentence.tokens[at].fold) and _is_done(at, sentence.tokens, setting):
            return True
    return False


def _is_done(at: int, tokens: tuple[Token, ...], setting: Setting) -> bool:
    """Whether an auxiliary of the past stands before the participle; « sont déplacés » says how they are."""
    words, verbs = setting.words, setting.pack.verbs
    for i in range(at - 1, max(-1, at - _AUXILIARY - 1), -1):
        finite = [lemma for lemma, form in verbs.analyses(tokens[i].fold) if form.finite]
        if any(lemma in words.have for lemma in finite):
            return True
        if finite and verbs.is_auxiliary(tokens[i].fold):
            reflexive = i > 0 and tokens[i - 1].fold in setting.pack.words.reflexives
            lemmas = {lemma for lemma, _ in setting.motions.analyses(tokens[at].fold)}
            return reflexive or not lemmas.isdisjoint(words.arriving)
    return False
