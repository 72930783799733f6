"""Drafts: the reporting acts of one sentence, before anybody is named: cue, source words, content."""

from collections.abc import Sequence
from dataclasses import dataclass

from recoupe.model.attribution import Stance
from recoupe.stages.attribute.contents import Content, Quotes, ahead, clause_end, last_word, left_edge, stretch
from recoupe.stages.attribute.groups import Group, find_groups
from recoupe.stages.attribute.line import CLOSING, OPENING, Line
from recoupe.stages.attribute.sources import (
    Stretch,
    antecedent,
    boundary,
    following,
    hung,
    nearest,
    noun_phrase,
    subject,
)


@dataclass(slots=True)
class Draft:
    """One reporting act. Offsets are characters of the document."""

    line: Line
    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: Content
    stance: Stance
    negated: bool = False
    via: "Draft | None" = None
    """The act whose content this one rests under although both have the same."""
    carried: bool = False
    """No word names the source: it is the one before."""
    colon: bool = False
    """The content stands after a colon without quotation marks."""
    share: bool = False
    """The source is the subject of the act before in the same sentence."""


def _chars(line: Line, tokens: Stretch) -> tuple[int, int]:
    start = line.tokens[tokens[0]].start
    if line.folds[tokens[0]].startswith("-"):  # « -t-il »: the pronoun without its hyphens
        start = line.tokens[tokens[0]].end - len(line.tokens[tokens[0]].text.rsplit("-", 1)[1])
    return start, line.tokens[tokens[1] - 1].end


def read_line(line: Line, quotes: Quotes) -> list[Draft]:
    """The reporting acts that the sentence states, in the order of their cues."""
    groups = find_groups(line)
    drafts: list[tuple[int, Draft]] = []
    for group in groups:
        if any(line.phrase_at(k, line.pack.cues.resting) and _rests(line, k) for k in {group.main, group.start - 1, group.start}):
            continue
        drafts += [(group.start, draft) for draft in _of_group(line, quotes, group, groups)]
    drafts += _of_adpositions(line, quotes, groups)
    drafts.sort(key=lambda pair: pair[0])
    _share_sources(drafts)
    drafts = _without_echoes(drafts)
    return [draft for _, draft in drafts] + _resting(line, drafts)


def _share_sources(drafts: Sequence[tuple[int, Draft]]) -> None:
    """Give each act that shares its source (« …, ajoutant que ») the source of the act before it in the sentence."""
    for n, (_, draft) in enumerate(drafts):
        if not draft.share:
            continue
        for _, earlier in reversed(drafts[:n]):
            apart = earlier.content.end <= draft.content.start or draft.content.end <= earlier.content.start
            if earlier.source is not None and apart and earlier.cue is not None:
                draft.source = earlier.source
                break


def _without_echoes(drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """Without an act whose content another one, inserted, states again (« X dément : … , assure-t-il »)."""
    kept = []
    for n, (at, draft) in enumerate(drafts):
        echo = draft.colon and any(
            m > n and other.content.start == draft.content.start and other.cue is not None and other.cue[0] >= other.content.end - 1
            for m, (_, other) in enumerate(drafts)
        )
        if not echo:
            kept.append((at, draft))
    return kept


# --- verbs -----------------------------------------------------------------------------------------------------------


def _of_group(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> list[Draft]:
    draft: Draft | None
    if group.kind in ("passive", "bare"):
        draft = _passive(line, quotes, group)
    elif group.kind == "finite":
        draft = _turned(line, quotes, group, groups) or _straight(line, quotes, group, groups)
    else:
        draft = _nonfinite(line, quotes, group, groups)
    if draft is None or (group.negated and group.lemma not in line.pack.cues.negatable):
        return []  # not to confirm, not to say is silence, not a report
    return _gapped(line, group, draft)


def _gapped(line: Line, group: Group, draft: Draft) -> list[Draft]:
    """The act, and a second one whose verb is left out: « ont fait état de 160 morts, et d'autres sources d'au moins 138 »."""
    particle = line.folds[group.end - 1]
    if particle not in ("de", "d'", "du", "des") or draft.content.form == "direct":
        return [draft]
    first, last = line.index(draft.content.start), line.index(draft.content.end - 1) + 1
    for i in range(first + 1, last - 3):
        joint = line.folds[i] == ";" or (line.folds[i] == "," and line.folds[i + 1] in ("et", "mais")) or (line.folds[i] in ("et", "mais"))
        if not joint:
            continue
        start = i + 1 if line.folds[i] != "," else i + 2
        for k in range(start + 1, min(start + 9, last - 1)):
            numeric = any(line.tokens[k + 1].start == n.span.start and not n.article for n in line.numerals)
            if line.folds[k] in ("de", "d'") and numeric and line.folds[start] in line.words.openers and line.speaks(start, k):
                rest = Content(line.tokens[k + 1].start, draft.content.end, draft.content.form)
                tail = draft.content.end
                end = line.tokens[i - 1].end
                draft.content = Content(draft.content.start, end, draft.content.form)
                return [draft, Draft(line, _chars(line, (start, k)), None, Content(rest.start, tail, rest.form), draft.stance)]
    return [draft]


def _question(line: Line, group: Group) -> bool:
    head = line.folds[: group.start]
    return line.folds[-1] == "?" and any(f in ("que", "qu'", "pourquoi", "comment", "combien", "quel", "quelle", "quels", "quelles", "où", "qui") for f in head)


def _turned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A cue turned round, after or inside what is said: « …, a-t-il dit », « …, explique le maire »."""
    if "inserted" not in group.cue.frames:
        return None
    before = group.start - 1
    while before >= 0 and (line.adverb(before)):
        before -= 1
    mark = line.folds[before] if before >= 0 else ""
    if group.subject is not None:
        if _question(line, group) or before < 0:
            return None
        source = hung(line, group)
        if line.folds[group.subject].endswith(("-je", "-nous", "-vous", "-tu", "-ce")):
            return None
        if group.lemma in line.pack.cues.learned:
            return _learned(line, quotes, group, groups, before)
    else:
        like = line.folds[before] in ("comme", "ainsi") or line.folds[before : before + 1] == ["que"] and line.folds[before - 1 : before] == ["ainsi"]
        if mark not in (",", '"', "–", "—") and mark not in CLOSING and not like:
            return None
        if mark == "," and not _clause_before(line, quotes, before):
            return None
        nxt = line.skip(group.end)
        if nxt >= line.n or line.folds[nxt] in (":", ";", ".", "«", '"', "“") or _que(line, nxt) is not None:
            return None
        source = following(line, group.end)
        if source is None or not _names_someone(line, source, quoted=mark in CLOSING or mark == '"'):
            return None
        if like:
            return _as_says(line, quotes, group, source, groups, before)
    if source is None:
        return None
    end = max(source[1], group.end)
    content = _around(line, quotes, group, groups, before, end)
    if content is None:
        return None
    return Draft(line, _chars(line, source), _chars(line, (group.start, group.end)), content, group.cue.stance, group.negated)


def _learned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int) -> Draft | None:
    """« …, a-t-on appris de source sécuritaire »: who it was learned from."""
    if not line.folds[group.subject or 0].endswith("on"):
        return None
    start = line.skip(group.end)
    if start >= line.n or line.folds[start] not in ("de", "d'", "auprès", "par", "du", "des"):
        return None
    first = start + (2 if line.folds[start] == "auprès" else 1)
    source = following(line, first)
    content = _around(line, quotes, group, groups, before, source[1]) if source else None
    if source is None or content is None:
        return None
    return Draft(line, _chars(line, source), _chars(line, (group.start, first)), content, group.cue.stance)


def _clause_before(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether what stands before the comma can be said by itself: it has a verb, a quotation, or is a headline."""
    if quotes.touching(line.sentence.start, line.tokens[comma].start):
        holder = quotes.around(line.tokens[comma].start)
        if holder is None:
            return True
    start = 0
    for k in range(comma - 1, -1, -1):
        if line.folds[k] in ";":
            start = k + 1
            break
    if line.main_verb(start, comma) is not None:
        return True
    # « Le ministre, Jean Dupont, a annoncé »: two commas and no verb is a subject with its apposition
    commas = sum(1 for k in range(start, comma) if line.folds[k] == ",")
    return commas == 0 or line.sentence.kind != "paragraph"


def _names_someone(line: Line, source: Stretch, *, quoted: bool) -> bool:
    first = line.folds[source[0]]
    if first in line.words.relatives or first in line.words.prepositions and first not in ("des", "du", "d'", "de"):
        return False
    if source[1] - source[0] > 45:
        return False
    return line.voice(*source) or quoted


def _as_says(line: Line, quotes: Quotes, group: Group, source: Stretch, groups: Sequence[Group], before: int) -> Draft | None:
    """« comme le précise l'ambassadeur : « … » »: what follows the colon, or else the clause it stands beside."""
    nxt = source[1]
    if nxt + 1 < line.n and line.folds[nxt] == ":":
        content = ahead(line, quotes, nxt + 1, "that", groups, group)
    else:
        start = left_edge(line, quotes, before, groups, group, inside=False)
        end = last_word(line, before, start)
        content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end) if end > start else None
    if content is None:
        return None
    return Draft(line, _chars(line, source), _chars(line, (group.start, group.end)), content, group.cue.stance, group.negated)


def _around(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int, end: int) -> Content | None:
    """The content of a cue that stands after or inside it; `before` is the token before the cue, `end` the one after its source."""
    mark_end = line.tokens[before].end
    holder = quotes.around(line.tokens[group.start].start)
    if holder is not None:
        if not holder.closed:
            stop = last_word(line, before + 1 if line.folds[before] != "," else before)
            return Content(holder.inner_start, line.tokens[stop - 1].end, "direct")
        if group.subject is not None:
            return Content(holder.inner_start, holder.inner_end, "direct")
    quote = quotes.closing(mark_end) or (quotes.closing(line.tokens[before - 1].end) if before > 0 and line.folds[before] == "," else None)
    rest = _rest(line, quotes, end, groups, group)
    if quote is not None:
        lead = _lead(line, quote.start)
        if lead is None:
            if rest is not None and quotes.opening(line.tokens[rest].start) is not None:
                second = quotes.opening(line.tokens[rest].start)
                if second is not None:
                    return Content(quote.inner_start, second.inner_end, "direct")
            return Content(quote.inner_start, quote.inner_end, "direct")
        first = _first_quote(line, quotes, quote.start)
        if first is not None:
            return Content(first, quote.inner_end, "direct")
        start = left_edge(line, quotes, group.start, groups, group, inside=rest is not None)
        if line.tokens[start].start > quote.start:
            return Content(quote.inner_start, quote.inner_end, "direct")
        return Content(line.tokens[start].start, quote.end, "mixed")
    start = left_edge(line, quotes, group.start, groups, group, inside=rest is not None)
    stop = last_word(line, group.start, start)
    if rest is not None:
        stop = last_word(line, clause_end(line, quotes, rest, "that", groups, group), rest)
    if stop <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end)


def _lead(line: Line, quote_start: int) -> int | None:
    """The first word of the sentence before the quotation that is no connector, or None when there is none (or a colon parts them)."""
    if quote_start <= line.sentence.start:
        return None
    first = line.index(quote_start)
    if first > 0 and line.folds[first - 1] == ":":
        return None
    from recoupe.stages.attribute.sources import after_connectors

    start = after_connectors(line, 0, first)
    return start if start < first else None


def _first_quote(line: Line, quotes: Quotes, last: int) -> int | None:
    """Where a chain of quotations with broken marks begins at the head of the sentence (« soi-disant » population « libérée »)."""
    first = quotes.opening(line.tokens[0].start)
    if first is None or first.start == last:
        return None
    return first.inner_start


def _rest(line: Line, quotes: Quotes, end: int, groups: Sequence[Group], own: Group) -> int | None:
    """The token where the content goes on after the cue and its source, or None when it does not."""
    i = end
    while i < line.n and line.folds[i] not in (",", ":", ";", ".", "?", "!", "…") and line.folds[i] not in CLOSING:
        if line.folds[i] in ("que", "qu'") :
            return None
        if line.folds[i] in OPENING or any(g.start == i for g in groups):
            return None
        i += 1
    if i + 1 >= line.n:
        return None
    nxt = i + 1
    if line.folds[i] == ":":
        return nxt
    if line.folds[i] != ",":
        return None
    if quotes.opening(line.tokens[nxt].start) is not None:
        return nxt
    fold = line.folds[nxt]
    if fold in ("qui", "dont", "où", "lequel", "laquelle") or line.phrase_at(nxt, line.pack.cues.resting) or line.phrase_at(nxt, line.pack.cues.relative_after):
        return None
    m = line.skip(nxt)
    for group in groups:
        if group is own or group.main < nxt:
            continue
        if group.start in (nxt, m) or (group.kind in ("gerund", "infinitive") and group.main <= nxt + 3):
            return None
    if fold in ("que", "qu'", "tant", "et", "mais", "car", "même", "voire", "ni", "puisque", "puisqu'", "alors", "tandis", "parce", "soit", "notamment", "surtout"):
        return nxt
    if line.main_verb(nxt, line.n) is not None:
        return nxt
    # « au moins 57 personnes, a dit l'ONG, dont 12 enfants »
    return nxt if any(n.span.start >= line.tokens[nxt].start and not n.article for n in line.numerals) else None


def _straight(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """Subject, verb, content: « l'ONU affirme que … », « Moscou dénonce … », « dit avoir … »."""
    content, frame = _complement(line, quotes, group, groups)
    if content is None:
        return None
    if group.subject is not None:
        source = hung(line, group)
    elif _inverted_relative(line, group):
        return None
    else:
        source = subject(line, group.start)
    if source is not None and not _acceptable(line, group, source, frame, content):
        return None
    if source is None or line.folds[source[0]] in line.words.nobody:
        return None
    if line.folds[source[0]] == "on" and frame in ("object", "counting"):
        return None
    return Draft(
        line, _chars(line, source), _chars(line, (group.start, group.end)), content, group.cue.stance, group.negated,
        colon=frame == "colon", share=group.shared,
    )  # fmt: skip


def _inverted_relative(line: Line, group: Group) -> bool:
    """« que cite le Haut-Commissariat »: verb and subject after a relative « que »."""
    return group.start > 0 and line.folds[group.start - 1] in ("que", "qu'") and group.subject is None and not line.words.speakers & set(line.folds[group.end : group.end + 1])


def _acceptable(line: Line, group: Group, source: Stretch, frame: str, content: Content) -> bool:
    cue = group.cue
    size = source[1] - source[0]
    if size > 60:
        return False
    first = line.folds[source[0]]
    if first in ("ce", "c'", "cela", "ceci", "ça") and size == 1:
        return False
    if first in ("rien", "personne", "aucun", "aucune") and group.start > 0:
        return False
    pronoun = first in line.words.speakers
    if cue.evidence and frame in ("that", "object", "infinitive"):
        return pronoun or line.document(*source) or line.speaks(*source)
    counted = any(content.start <= n.span.start < content.start + 12 and not n.article for n in line.numerals)
    if cue.voiced and frame in ("object", "addressed", "infinitive_de") and not counted:
        return pronoun or line.speaks(*source)
    if frame in ("object", "counting", "addressed", "infinitive_de", "state", "self"):
        return pronoun or line.speaks(*source) or line.document(*source)
    return True


def _complement(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> tuple[Content | None, str]:
    """The content after the verb, with the frame that found it."""
    frames = group.cue.frames
    i = group.end
    if "state" in frames:
        start = line.skip(i)
        return (ahead(line, quotes, start, "state", groups, group), "state") if start < line.n else (None, "")
    if "self" in frames:
        end = clause_end(line, quotes, group.main + 1, "self", groups, group)
        start = group.main + 1
        end = last_word(line, end, start)
        return (stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end), "self") if end > start else (None, "")
    nxt = line.skip(i)
    if nxt >= line.n:
        return None, ""
    # a quotation straight after
    if quotes.opening(line.tokens[nxt].start) is not None and frames & {"that", "object", "inserted", "infinitive"}:
        return ahead(line, quotes, nxt, "object", groups, group), "quote"
    colon = _colon(line, nxt)
    if colon is not None and frames & {"that", "object", "inserted"} and colon + 1 < line.n:
        quoted = quotes.opening(line.tokens[colon + 1].start) is not None
        if quoted or (colon == nxt and "that" in frames):
            return ahead(line, quotes, colon + 1, "that", groups, group), "that" if quoted else "colon"
    if group.restrictive and line.folds[nxt] in ("que", "qu'") and frames & {"counting", "object"}:
        return ahead(line, quotes, nxt + 1, "object", groups, group), "object"
    if "counting" in frames and line.folds[nxt] == "à" and nxt + 1 < line.n and _counts(line, nxt + 1):
        return ahead(line, quotes, nxt + 1, "object", groups, group), "counting"
    if "that" in frames:
        que = _que(line, nxt)
        if que is not None and que + 1 < line.n:
            return ahead(line, quotes, que + 1, "that", groups, group), "that"
    told = _past_addressee(line, nxt)
    if "infinitive" in frames and _infinitive(line, told):
        return ahead(line, quotes, told, "infinitive", groups, group), "infinitive"
    if "infinitive_de" in frames and "addressed" not in frames and line.folds[told] in ("de", "d'"):
        nxt = told
    if "infinitive_de" in frames and line.folds[nxt] in ("de", "d'") and _infinitive(line, nxt + 1):
        return ahead(line, quotes, nxt + 1, "infinitive_de", groups, group), "infinitive_de"
    if "addressed" in frames:
        found = _addressed(line, quotes, group, groups, nxt)
        if found is not None:
            return found, "addressed"
    start = _object(line, nxt)
    if start is None:
        return None, ""
    if "object" in frames:
        return ahead(line, quotes, start, "object", groups, group), "object"
    if "counting" in frames and _counts(line, start):
        return ahead(line, quotes, start, "counting", groups, group), "counting"
    return None, ""


def _past_addressee(line: Line, i: int) -> int:
    """The index after « à l'AFP », « devant la presse » at `i`, when an infinitive follows; `i` itself otherwise."""
    if line.folds[i] not in ("à", "au", "aux", "auprès", "devant", "dans", "sur", "lors", "via", "par"):
        return i
    for k in range(i + 1, min(i + 12, line.n)):
        if line.folds[k] in (",", ";", ":") or line.verb_here(k):
            return i
        if any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[k])):
            while k > i and (line.folds[k - 1] in line.words.clitics or line.folds[k - 1] in line.words.negations or line.folds[k - 1] in ("de", "d'")):
                k -= 1
            return k
    return i


def _counts(line: Line, start: int) -> bool:
    at = line.tokens[start].start
    near = line.tokens[min(start + 5, line.n - 1)].end
    return any(at <= n.span.start < near and not n.article and not n.ordinal for n in line.numerals)


def _colon(line: Line, i: int) -> int | None:
    """The colon that follows `i` past circumstances and addressees (« a déclaré à la presse lundi : »), or None."""
    for k in range(i, min(line.n, i + 18)):
        fold = line.folds[k]
        if fold == ":":
            return k
        if fold in (";", ".", "que", "qu'") or fold in OPENING or line.verb_here(k):
            return None
    return None


def _que(line: Line, i: int) -> int | None:
    """The « que » that opens the content, past circumstances and insertions, or None when an object comes first."""
    k = i
    steps = 0
    while k < line.n and steps < 12:
        steps += 1
        fold = line.folds[k]
        if fold in ("que", "qu'"):
            return k
        if fold == "ce" and k + 1 < line.n and line.folds[k + 1] in ("que", "qu'"):
            return k + 1
        if fold in ("si", "combien", "pourquoi", "comment") and k == i:
            return k - 1
        if fold == ",":
            k += 1
            continue
        j = line.skip(k)
        if j > k:
            k = j
            continue
        if fold in line.words.prepositions and fold not in ("de", "d'", "du", "des"):
            k += 1
            while k < line.n and line.folds[k] not in (",", "que", "qu'", ":", ";", "«") and not line.verb_here(k):
                k += 1
            continue
        return None
    return None


def _infinitive(line: Line, i: int) -> bool:
    """Whether an infinitive begins at `i`, past « ne pas » and pronouns."""
    k = i
    while k < line.n and (line.folds[k] in line.words.negations or line.folds[k] in line.words.clitics or line.adverb(k)):
        k += 1
    return k < line.n and any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[k])) or (
        k < line.n and len(line.folds[k]) > 4 and line.folds[k].endswith(("er", "ir", "oir", "dre", "tre", "ire")) and k - i <= 3 and not line.capital(k)
        and line.folds[k] not in line.words.determiners and not line.adverb(k) and k not in line.time_at and not line.verbs.finite(line.folds[k])
    )


def _object(line: Line, i: int) -> int | None:
    """The token where a noun phrase begins at `i`, past set phrases between commas; None when something else stands there."""
    k = i
    if k < line.n and any(n.span.start == line.tokens[k].start for n in line.numerals):
        return k
    if k < line.n and line.folds[k] == ",":
        close = next((m for m in range(k + 1, min(line.n, k + 14)) if line.folds[m] == ","), None)
        if close is None:
            return None
        k = line.skip(close + 1)
    j = k
    # « a dit à l'AFP le … »: an addressee or a place before the object
    while j < line.n and line.folds[j] in ("à", "dans", "sur", "lors", "devant", "en", "auprès", "par", "au", "aux"):
        m = j + 1
        while m < line.n and not (
            line.folds[m] in line.words.openers
            and line.folds[m - 1] not in line.words.prepositions
            and line.folds[m - 1] not in line.words.determiners
        ):
            if line.folds[m] in (",", ".", ";", ":") or line.verb_here(m):
                return None
            m += 1
        if m >= line.n:
            return None
        j = line.skip(m)
    k = j
    if k >= line.n:
        return None
    fold = line.folds[k]
    numeric = any(n.span.start <= line.tokens[k].start < n.span.end for n in line.numerals)
    if fold in line.words.openers or numeric or fold in ("des", "du", "de", "d'") or line.tokens[k].text[0].isdigit():
        if fold in ("de", "d'") and not numeric and k == i and _infinitive(line, k + 1):
            return None
        return k
    if line.capital(k) and fold not in line.words.subordinators:
        return k
    if line.sentence.kind != "paragraph" and line.is_word(k) and fold not in line.words.prepositions and fold not in line.words.subordinators:
        return k
    # after an idiom's « de »: « fait état de dizaines de morts »
    return k if k > 0 and line.folds[k - 1] in ("de", "d'", "du", "des", "à", "aux", "au") and line.is_word(k) else None


def _addressed(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], i: int) -> Content | None:
    """« accuse X de … », « demande à X de … »: from the one addressed to the end of the clause."""
    start = i
    fold = line.folds[start]
    if fold in ("à", "au", "aux", "auprès"):
        pass
    elif _object(line, start) != start:
        # « l'accuse de … »: the accused is a pronoun before the verb
        if fold in ("de", "d'", "à") and group.main > 0 and line.folds[group.main - 1] in ("l'", "les", "le", "la", "lui", "leur"):
            return ahead(line, quotes, start, "addressed", groups, group)
        return None
    content = ahead(line, quotes, start, "addressed", groups, group)
    if content is None:
        return None
    stop = line.index(content.end - 1) + 1
    linked = any(line.folds[k] in ("de", "d'", "à", "du", "des", "en", "comme", "pour", "que", "qu'", "au") for k in range(start + 1, stop))
    return content if linked else None


def _nonfinite(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« …, ajoutant que », « en évoquant », « avant d'ajouter : », « a tardé à reconnaître », « et de conclure »."""
    before = group.start - 1
    cue_start = group.start
    source: Stretch | None = None
    carried = share = False
    if group.kind == "gerund":
        if before >= 0 and line.folds[before] == "en":
            before -= 1
        if before >= 0 and line.folds[before] == ",":
            share = True
        elif before < 0:
            return None  # « Affirmant que …, X a … »: read by the clause that follows
        else:
            source = noun_phrase(line, boundary(line, before + 1), before + 1)
            share = source is None
            if source is not None:
                source = nearest(line, source[0], source[1]) or source
                if not (line.document(*source) or line.speaks(*source)):
                    return None
    else:
        role = _governed(line, group)
        if role is None:
            return None
        share, carried, cue_start = role == "share", role == "carried", group.start
        if role == "governed":
            source = _governor_subject(line, group)
            if source is None:
                return None
        if line.folds[group.start - 1] in ("d'", "de") and role != "governed":
            cue_start = group.start - 1
    content, frame = _complement(line, quotes, group, groups)
    if content is None:
        return None
    if frame in ("object", "counting") and (group.cue.voiced or group.kind == "gerund") and not share and source is None:
        return None
    if group.cue.evidence and share:
        return None
    if source is None and share:
        source = _main_subject(line, group)
        if source is not None and not (line.speaks(*source) or line.document(*source) or line.folds[source[0]] in line.words.speakers or line.folds[source[0]].startswith("-")):
            return None
    if frame == "object" and share and source is None:
        return None
    chars = _chars(line, source) if source else None
    return Draft(line, chars, _chars(line, (cue_start, group.end)), content, group.cue.stance, False, carried=carried or chars is None, share=share)


def _governed(line: Line, group: Group) -> str | None:
    """How an infinitive reports: « governed » by a verb, « share » (before or beside a clause), « carried » (« Et d'ajouter »); None when it does not."""
    i = group.start
    cues = line.pack.cues
    particle = line.folds[i - 1] if i > 0 else ""
    j = i - 1 if particle in ("à", "de", "d'", "par") else i
    head = line.folds[j - 1] if j > 0 else ""
    if particle in ("de", "d'") and head == "et":
        return "carried" if j <= 2 else "share"
    if particle in ("de", "d'") and head == "avant":
        return "share"
    wanted = "de" if particle == "d'" else (particle if j < i else "")
    for k in range(j - 1, max(-1, j - 6), -1):
        for lemma, form in line.verbs.analyses(line.folds[k]):
            if lemma in cues.governors and wanted in cues.governors[lemma] and (form.finite and form.person == 3 or form.mood == "participle"):
                return "governed"
        if line.folds[k] in (",", ";", ":"):
            break
    return None


def _governor_subject(line: Line, group: Group) -> Stretch | None:
    for k in range(group.start - 1, -1, -1):
        if line.verb_here(k):
            left = k
            while left > 0 and line.folds[left - 1] in line.words.clitics:
                left -= 1
            found = subject(line, left)
            return found if found is not None and (line.speaks(*found) or line.folds[found[0]] in line.words.speakers) else None
    return None


def _main_subject(line: Line, group: Group) -> Stretch | None:
    """The subject of the sentence's main clause before the group."""
    verbs = [k for k in range(group.start) if line.verb_here(k)]
    for verb in reversed(verbs):
        found = _subject_of(line, verb)
        if found is not None and (line.speaks(*found) or line.document(*found) or line.folds[found[0]] in line.words.speakers or line.folds[found[0]].startswith("-")):
            return found
    return None


def _subject_of(line: Line, verb: int) -> Stretch | None:
    """The subject of the finite verb at token `verb`."""
    if verb + 1 < line.n and line.folds[verb + 1].startswith("-") and len(line.folds[verb + 1]) > 1:
        return verb + 1, verb + 2
    left = verb
    while left > 0 and line.folds[left - 1] in line.words.clitics:
        left -= 1
    return subject(line, left)


def _passive(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« l'attaque, revendiquée par X », « a été annoncé par X »: the agent is the source, the subject the content."""
    if not group.cue.frames & {"object", "that"}:
        return None
    par = line.skip(group.end)
    if par >= line.n or line.folds[par] != "par":
        return None
    source = following(line, par + 1)
    que = next((k for k in range(par + 2, source[1]) if line.folds[k] in ("que", "qu'")), None) if source else None
    if source is not None and que is not None:
        source = source[0], que  # « il a été annoncé par la présidence que … »
    if source is None or not (line.speaks(*source) or line.document(*source)) or group.lemma in line.pack.cues.quoting:
        return None
    if group.kind == "passive":
        told = subject(line, group.start)
    else:
        end = group.start
        while end > 0 and (line.folds[end - 1] == "," or line.adverb(end - 1)):
            end -= 1
        told = noun_phrase(line, boundary(line, end), end) if end > 0 else None
    if told is None or line.folds[told[0]] in line.words.speakers and group.kind == "bare":
        return None
    content = stretch(line, quotes, *_chars(line, told))
    if line.folds[told[0]] in line.words.speakers:
        clause = ahead(line, quotes, que + 1, "that", [group], group) if que is not None else None
        if clause is None:
            return None
        content = clause
    return Draft(line, _chars(line, source), _chars(line, (group.start, par + 1)), content, group.cue.stance, group.negated)


# --- adpositions -----------------------------------------------------------------------------------------------------


def _of_adpositions(line: Line, quotes: Quotes, groups: Sequence[Group]) -> list[tuple[int, Draft]]:
    cues = line.pack.cues
    found: list[tuple[int, Draft]] = []
    i = 0
    while i < line.n:
        size = line.phrase_at(i, cues.relative)
        if size:
            draft = _relative(line, quotes, i, size, groups)
            if draft:
                found.append((i, draft))
            i += size
            continue
        size = line.phrase_at(i, cues.relative_after)
        if size and i > 0 and line.folds[i - 1] == ",":
            draft = _relative(line, quotes, i, size, groups)
            if draft:
                found.append((i, draft))
            i += size
            continue
        size = line.phrase_at(i, cues.adpositions)
        if size and not line.phrase_at(i, cues.resting):
            draft = _adposition(line, quotes, i, size, groups)
            if draft:
                quoter = _quoter(line, draft)
                if quoter is not None:
                    draft.via = quoter
                    found.append((i, quoter))
                found.append((i, draft))
            i += size
            continue
        i += 1
    return found


def _quoter(line: Line, inner: Draft) -> Draft | None:
    """Who stands above the source of `inner`: « des témoins cités par l'armée », « des chiffres que cite l'ONU »."""
    if inner.source is None:
        return None
    i = line.index(inner.source[1] - 1) + 1
    if i < line.n and line.folds[i] == ",":
        i += 1
    start = None
    if line.folds[i + 1 : i + 2] == ["par"] and any(l in line.pack.cues.quoting for l, f in line.verbs.analyses(line.folds[i]) if f.mood == "participle"):
        start, cue = i + 2, (i, i + 2)
    elif i + 1 < line.n and line.folds[i] in ("que", "qu'") and any(l in line.pack.cues.quoting for l, f in line.verbs.analyses(line.folds[i + 1]) if f.finite):
        start, cue = i + 2, (i + 1, i + 2)
    source = following(line, start) if start is not None else None
    if source is None:
        return None
    opens = inner.cue is not None and inner.cue[0] < inner.content.start
    if opens and line.tokens[source[1] - 1].end > inner.content.start:
        k = source[1] + (line.folds[source[1] : source[1] + 1] == [","])
        if k < line.n:
            inner.content = Content(line.tokens[k].start, inner.content.end, inner.content.form)
    return Draft(line, _chars(line, source), _chars(line, cue), inner.content, "quote")


def _relative(line: Line, quotes: Quotes, i: int, size: int, groups: Sequence[Group]) -> Draft | None:
    """« des allégations selon lesquelles … », « X, pour qui … »."""
    source = antecedent(line, i, 0)
    content = ahead(line, quotes, i + size, "that", groups, None)
    if source is None or content is None:
        return None
    return Draft(line, _chars(line, source), _chars(line, (i, i + size)), content, "say")


def _adposition(line: Line, quotes: Quotes, i: int, size: int, groups: Sequence[Group]) -> Draft | None:
    after = i + size
    if after >= line.n or line.folds[after] in line.pack.cues.decoys:
        return None
    own_words = line.folds[i] in ("de",) and size == 2  # « de source policière »: the phrase names the source itself
    if own_words and i > 0 and line.folds[i - 1] != "," and not _opens_clause(line, i):
        return None
    head = after + 1 if line.folds[after] in line.words.openers else after
    if head < line.n and line.folds[head] in line.pack.cues.decoys:
        return None
    if line.folds[i - 1 : i] != [","] and any(l in line.pack.cues.varying for k in range(max(0, i - 4), i) for l, _ in line.verbs.analyses(line.folds[k])):
        return None
    source = following(line, after)
    if source is None:
        return None
    opens = _opens_clause(line, i)
    if opens:
        source = _cut_source(line, source, after)
    if source is None or source[1] - source[0] > 45:
        return None
    if own_words:
        source = (i + 1, source[1])
    end = source[1]
    if opens:
        k = end
        while k < line.n and line.folds[k] == ",":
            k += 1
        content = ahead(line, quotes, k, "that", groups, None) if k < line.n else None
    else:
        content = _before_adposition(line, quotes, i, end, groups)
    if content is None:
        return None
    return Draft(line, _chars(line, source), _chars(line, (i, after)), content, "say")


def _opens_clause(line: Line, i: int) -> bool:
    """Whether nothing of what is said stands before the adposition: it opens the sentence or a clause after « car », « mais », a colon."""
    k = i - 1
    if k >= 0 and line.folds[k] in ("car", "mais", "or", "et", "que", "qu'"):
        return True
    while k >= 0:
        if line.adverb(k) or line.folds[k] == ",":
            k -= 1
            continue
        size = line.phrase_before(k + 1, line.words.connectors)
        if size:
            k -= size
            continue
        break
    if k < 0:
        return True
    if line.folds[k] in (";", ":") or line.folds[k] in OPENING:
        return True
    return False


def _cut_source(line: Line, source: Stretch, after: int) -> Stretch | None:
    """The source without the clause that follows where the comma was left out (« Selon l'ONU plus de 300 civils ont péri »)."""
    if source[1] < line.n and line.folds[source[1]] == ",":
        return source
    for mention in line.mentions:
        first, last = line.index(mention.span.start), line.index(mention.span.end - 1) + 1
        if first <= source[0] + 1 < last < source[1] and line.main_verb(last, line.n) is not None:
            return source[0], last
    for k in range(source[0] + 2, source[1]):
        numeric = any(n.span.start == line.tokens[k].start and not n.article for n in line.numerals)
        if numeric and line.folds[k - 1] not in line.words.prepositions and line.main_verb(k, line.n) is not None:
            return source[0], k
    return source


def _before_adposition(line: Line, quotes: Quotes, i: int, end: int, groups: Sequence[Group]) -> Content | None:
    """The content of « …, selon X » or « …, selon X, … »."""
    tight = line.folds[i - 1] != "," and not (line.adverb(i - 1) and line.folds[i - 2] == ",")
    goes_on = end < line.n and line.folds[end] == "," and not tight and _continues(line, end + 1, groups)
    before = i
    while before > 0 and (line.folds[before - 1] == "," or (line.adverb(before - 1) and line.folds[before - 2] == ",")):
        before -= 1
    if tight and line.sentence.kind != "paragraph" and before > 0:
        # « 132 morts selon le gouvernement, 160 selon des sources locales »
        comma = next((k for k in range(before - 1, -1, -1) if line.folds[k] in (",", ":")), None)
        start = comma + 1 if comma is not None else left_edge(line, quotes, i, groups, None, inside=False)
    else:
        start = left_edge(line, quotes, i, groups, None, inside=goes_on, tight=tight)
    quote = quotes.closing(line.tokens[before - 1].end) if before > 0 else None
    if quote is not None and not goes_on and quote.start <= line.tokens[start].start:
        return Content(quote.inner_start, quote.inner_end, "direct")
    stop = last_word(line, before, start)
    if goes_on:
        stop = last_word(line, clause_end(line, quotes, end + 1, "that", groups, None), start)
    if stop <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end)


def _continues(line: Line, i: int, groups: Sequence[Group]) -> bool:
    """Whether after an inserted « selon X, » the clause goes on."""
    if i >= line.n:
        return False
    m = line.skip(i)
    if any(g.start in (i, m) and (g.kind == "gerund" or g.subject is not None) for g in groups):
        return False
    if line.phrase_at(i, line.pack.cues.resting) or line.folds[i] in ("qui", "dont"):
        return False
    return True


# --- what a source rests on ------------------------------------------------------------------------------------------


def _rests(line: Line, i: int) -> bool:
    """Whether the phrase at `i` (« citant », « qui se fonde sur ») names what a source rests on, not a topic."""
    size = line.phrase_at(i, line.pack.cues.resting)
    source = following(line, i + size)
    if source is None:
        return False
    if line.folds[i] in line.words.relatives:
        return any(f in line.pack.cues.grounds for f in line.folds[source[0] : line.head(*source)])
    return line.speaks(*source) or line.document(*source) or any(f in line.pack.cues.grounds for f in line.folds[source[0] : source[0] + 4])


def _resting(line: Line, drafts: Sequence[tuple[int, Draft]]) -> list[Draft]:
    """« déclare l'armée, se référant à des sources … »: the second source has the same content, under the first."""
    found: list[Draft] = []
    for i in range(1, line.n):
        size = line.phrase_at(i, line.pack.cues.resting)
        if not size or not drafts or not _rests(line, i):
            continue
        base = next((d for at, d in reversed(drafts) if at < i and d.via is None), drafts[0][1])
        source = following(line, i + size)
        if source is not None:
            cue = _chars(line, (i + 1 if line.folds[i] in line.words.relatives else i, i + size))
            found.append(Draft(line, _chars(line, source), cue, base.content, "quote", via=base))
    return found
