"""To the source: the way from an inverted verb to its subject: past adverbs, times, moods, and who is told or where."""

from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import DASHES

_FULL_NAME = 2
"""Words of a first name and a surname."""
_LONGEST_MOOD = 7
"""Words of how somebody speaks, between commas."""
_STOP = frozenset(".")


def to_source(line: Line, start: int, end: int) -> int:
    """Past what stands between an inverted verb and its subject: adverbs, times, « à l'AFP », « dans un communiqué
    »."""
    i = start
    while i < end:
        fold = line.folds[i]
        whence = line.adverb(i) and fold in line.grammar.skipped_before_source and line.capital(i + 1)
        j = i if whence else line.skip(i)  # « a reconnu depuis Paris | le ministre »
        if j > i:
            i = j
            continue
        if len(fold) == 1 and line.capital(i) and line.word_in(i + 1, _STOP):
            return i  # « témoigne A. K., infirmier »: an initial
        if fold == ",":
            i = _past_mood(line, i, end)
            continue
        if fold in DASHES:  # « constate – la voix brisée – la directrice »
            close = next((k for k in range(i + 1, min(i + _LONGEST_MOOD, end)) if line.folds[k] in DASHES), None)
            if close is not None and close + 1 < end:
                i = close + 1
                continue
        if line.participle(i) and line.word_in(i + 1, line.grammar.skipped_before_source):
            j = past_phrase(line, i + 2, end)  # « raconte assise devant sa tente une mère »
            if j < end and j > i + 2 and line.word_in(j, line.words.openers):
                i = j
                continue
        manner = line.manner_at(i)
        if manner and (line.word_in(i + manner, line.words.openers) or line.capital(i + manner)):
            i += manner  # « a dit avec colère | le maire »
            continue
        if manner or fold in line.grammar.skipped_before_source:
            j = past_phrase(line, i + 1, end)
            if j < end and j > i + 1:
                i = j
                continue
        return i
    return i


def _past_mood(line: Line, comma: int, end: int) -> int:
    """Past the comma, and past how somebody speaks where that stands between commas (« bredouille, encore sonnée, la
    gérante »)."""
    close = next((k for k in range(comma + 1, min(comma + _LONGEST_MOOD, end)) if line.folds[k] == ","), None)
    if close is None or close + 1 >= end or not line.word_in(close + 1, line.words.openers):
        return comma + 1
    if line.participle(comma + 1) and line.word_in(comma + 2, line.words.prepositions):
        return close + 1  # « martèle, entouré de ses généraux, le président »
    named = any(line.folds[k] in line.words.openers or line.capital(k) for k in range(comma + 1, close))
    return comma + 1 if named or line.human(comma + 1) else close + 1


def past_phrase(line: Line, i: int, end: int) -> int:
    """The index of the noun phrase opener after the prepositional phrase that goes on at `i`."""
    seen = False
    k = i
    while k < end:
        fold = line.folds[k]
        if fold == ",":
            return k + 1
        if fold == "(":  # « sur X (anciennement Twitter) »
            k = next((m + 1 for m in range(k, end) if line.folds[m] == ")"), end)
            continue
        called = _channel_name(line, k, end)
        if called > k:
            seen, k = True, called
            continue
        opener = fold in line.words.openers or (line.capital(k) and k > i and fold not in line.words.channels)
        opener = opener or (line.traits.open_clauses and fold in line.words.subjects)  # « in a video it had … »
        inside = (
            line.folds[k - 1] in line.words.prepositions
            or (line.folds[k - 1] in line.words.determiners and not line.capital(k - 1))
            or line.folds[k - 1] in line.grammar.of
            or (fold in line.grammar.of_contracted and line.folds[k - 1] in line.grammar.relational)
        )
        # « sur Telegram Jean Dupont », but « à Radio France Internationale »
        medium = line.folds[k - 1] in line.words.channels and line.folds[k - 1] not in line.pack.cues.watchers
        named = line.capital(k) and line.capital(k - 1) and not medium
        # « à l'AFP Untel »: another name begins here
        named = named and not any(mention.span.start == line.tokens[k].start for mention in line.mentions)
        if seen and opener and not inside and not named:
            return k
        if line.capital(k) or not (fold in line.words.determiners or fold in line.words.prepositions):
            seen = True  # « devant les Quinze »
        k += 1
    return end


def _channel_name(line: Line, k: int, end: int) -> int:
    """The index behind the name of a medium that stands at `k` behind its noun, where who speaks is named next (« à la
    radio | Okapi | Jean Lumbi », « à la chaîne | France 24 | le maire »); `k` where none does."""
    noun = line.folds[k - 1]
    bears_name = noun in line.pack.cues.watchers and noun not in line.words.nouns and not line.capital(k - 1)
    if not bears_name or not line.capital(k):
        return k
    after = next((line.stop(m.span.end) for m in line.mentions if m.span.start == line.tokens[k].start), k + 1)
    if any(m.span.start == line.tokens[k].start and m.entity.kind == "person" for m in line.mentions):
        if after - k == _FULL_NAME:
            return k  # « à la même agence | Untel Untel, … »
        after = k + 1
    while after < end and line.folds[after].isdecimal():
        after += 1
    follows = after < end and (line.capital(after) or line.word_in(after, line.words.openers))
    return after if follows else k
