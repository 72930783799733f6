"""Ahead: what is said after the cue, without where or to whom it was said (token indexes within a line)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.adjuncts import before_adjunct
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.phrases.hearers import told_at
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_TO_OWNER = 6
"""Words from a page to whose it is, at most."""
_SHORTEST = 5
"""Letters of a word that is a participle by its ending alone, at least."""


def ahead(
    line: Line, quotes: Quotes, start: int, frame: str, groups: Sequence[Group], own: Group | None
) -> Content | None:
    """The content that begins at token `start`, after the cue; None when nothing is left there."""
    if start >= line.n:
        return None
    at = line.tokens[start].start
    quote = quotes.opening(at)
    if quote is not None:
        after = line.index(quote.end) if quote.end < line.sentence.end else line.n
        rest = line.folds[after] if after < line.n else "."
        parts = rest == "," and line.word_in(after + 1, line.words.partitives) and not line.opens_clause[after + 1]
        told_on = rest == "," and (_goes_on(line, start, after + 1) or _sets_the_scene(line, start, after))
        if (not (parts or told_on) and rest in (".", ",", ";", ":", "!", "?", "…", ")", "–", "—")) or after >= line.n:
            return Content(quote.inner_start, quote.inner_end, "direct")
    end = last_word(line, clause_end(line, quotes, start, frame, groups, own), start)
    if frame in ("object", "addressed", "counting"):
        end = last_word(line, before_adjunct(line, start, _before_channel(line, start, end)), start)
        if end < line.n and line.folds[end] in line.grammar.around_infinitive:
            while end > start + 1 and line.adverb(end - 1):
                end -= 1  # « conceded defeat shortly | after the polls closed »
        end = _before_when(line, start, end, own)
    if end <= start:
        return None
    return stretch(line, quotes, at, line.tokens[end - 1].end)


def _goes_on(line: Line, start: int, behind: int) -> bool:
    """Whether the noun phrase that is quoted from token `start` on goes on behind the quotation and its comma, in a participle
    (« a annoncé « la mort de dix bergers », abattus à l'aube par … »)."""
    thing = line.word_in(start + 1, line.words.openers) and line.main_verb(start + 1, behind - 1) is None
    governed = line.word_in(behind + 1, line.words.prepositions) and not line.reached(behind)
    return thing and governed and _participial(line, behind)


def _sets_the_scene(line: Line, start: int, comma: int) -> bool:
    """Whether what is quoted behind « que » has no verb, and only leads to the clause behind the comma (« a dit que « dans ces
    conditions », la trêve était morte »)."""
    if not line.word_in(start - 1, line.grammar.that) or line.main_verb(start, comma) is not None:
        return False
    verb = line.main_verb(comma + 1, line.n)
    opens = either(line.words.openers, line.words.subjects)
    return verb is not None and (line.word_in(comma + 1, opens) or line.capital(comma + 1))


def _participial(line: Line, i: int) -> bool:
    """Whether token `i` is a past participle that no subject stands before, by the lists or by its ending alone."""
    fold = line.folds[i]
    if line.participle(i):
        return not line.verb_here(i)
    ends = fold.removesuffix("s").removesuffix("e").endswith(line.grammar.participle_suffixes or ("-",))
    small = line.words.prepositions | line.words.openers | line.words.subordinators | line.words.coordinators
    return (
        ends
        and len(fold) >= _SHORTEST
        and not (line.capital(i) or line.adverb(i) or i in line.time_at or fold in small)
    )


def _before_when(line: Line, start: int, end: int, own: Group | None) -> int:
    """The end of start:end without when it was said: behind a number alone (« en annonçait dix | plus tôt ») or what is
    claimed (« a revendiqué l'attentat | dès lundi »; not « l'attentat de lundi »)."""
    counted = line.numeric(start)
    claimed = own is not None and own.cue.stance == "claim_responsibility"
    if not counted and not claimed:
        return end
    first = next((k for k in range(start + 1, end) if line.time_at.get(k, 0) >= end), end)
    if first == end and counted:
        size = line.phrase_before(end, line.words.inserted)
        first = end - size
    of = line.word_in(first - 1, line.grammar.of_contracted) or line.word_in(first, line.grammar.of_contracted)
    if first == end or of:
        return end
    opened = first - line.word_in(first - 1, line.grammar.time_openers)
    alone = claimed or not any(line.is_word(k) and not line.numeric(k) for k in range(start, opened))
    return last_word(line, opened, start) if alone and opened > start else end


def _before_channel(line: Line, start: int, end: int) -> int:
    """The end of start:end without where, how or to whom it was said (« revendique le tir | dans un long message », « évoque
    dix morts | auprès de l'AFP », « … | sans donner de noms »)."""
    grammar = line.grammar
    for k in range(end - 2, start, -1):
        if line.folds[k] in grammar.from_two and told_at(line, k) and line.main_verb(k, end) is None:
            end = last_word(line, k, start)
            continue
        if _posted(line, k, end) or _without_doing(line, k):
            end = last_word(line, k, start)
            continue
        if line.folds[k] not in grammar.said_in or _published(line, k - 1):
            continue  # not « les menaces proférées dans une vidéo »
        noun = k + 1 + line.word_in(k + 1, grammar.of)
        if not line.word_in(noun, grammar.indefinite):
            continue
        noun += 1 if line.word_in(noun + 1, grammar.vehicles) else 2
        words = line.words.channels
        if line.word_in(noun - 1, words) and line.word_in(noun, grammar.of) and line.word_in(noun + 1, words):
            noun -= line.word_in(noun - 1, grammar.vehicles)  # « lors d'un point de presse »
            if line.main_verb(k, end) is None:
                return last_word(line, k, start)
        if line.word_in(noun + 1, _COMMA) and line.word_in(noun + 2, grammar.to):
            continue  # « attribue l'attaque, dans un communiqué, au chef rebelle »
        if noun < end and line.word_in(noun, grammar.vehicles) and line.main_verb(k, end) is None:
            return last_word(line, k, start)
    return end


def _without_doing(line: Line, k: int) -> bool:
    """Whether at `k` stands what somebody did not do as he said it (« a confirmé l'attaque | sans donner de bilan »)."""
    return line.folds[k] in line.grammar.without and line.infinitive(k + 1) and not line.participle(k - 1)


def _posted(line: Line, k: int, end: int) -> bool:
    """Whether at `k` stands through which channel it was said, up to `end` (« revendique le tir | sur Telegram », « … | via
    son agence, X »)."""
    if line.folds[k] not in line.grammar.through:
        where = k + 1
        while where < end and line.word_in(where, line.words.determiners):
            where += 1
        if line.folds[k] not in line.grammar.posted_on or where >= end or line.folds[where] not in line.grammar.pages:
            return False
        if line.word_in(where - 1, line.grammar.definite) and _of_a_place(line, where, end):
            return False  # « d'aller sur le site du bombardement »
        if line.word_in(where, line.grammar.blaming) and line.word_in(where + 1, line.grammar.of_contracted):
            return False  # « met l'attaque sur le compte des rebelles »
    return not _published(line, k - 1) and line.main_verb(k, end) is None


def _of_a_place(line: Line, page: int, end: int) -> bool:
    """Whether the noun at `page` is followed by « de » and something that keeps no page: no medium, body or channel."""
    if not line.word_in(page + 1, line.grammar.of_contracted):
        return False
    first, last = page + 2, min(page + _TO_OWNER, end)
    channel = any(line.word_in(k, either(line.words.channels, line.grammar.pages)) for k in range(first, last))
    return not (channel or line.speaks(first, last) or line.voice(first, last))


def _published(line: Line, i: int) -> bool:
    """Whether a participle at `i` has what stands behind it for its place (« les menaces proférées | dans une vidéo »), and does
    not tell what befell people (« cinq soldats tués | sur Telegram »)."""
    return line.participle(i) and not line.word_in(i, line.pack.cues.tolls)
