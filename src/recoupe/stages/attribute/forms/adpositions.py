"""Adpositions: « selon X », « d'après Y », « des allégations selon lesquelles »; who quotes whom."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.before_adposition import said_before, up_to_object
from recoupe.stages.attribute.contents.clauses_beside import with_clauses_beside
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.quoters import after_quoter, quoter
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.impersonal import side
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, after_links
from recoupe.stages.attribute.phrases.sources import antecedent, first_relative
from recoupe.stages.attribute.phrases.swallowed import without_quoting, without_subject, without_verb
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_OFFICES = frozenset({"official", "ranks"})
"""Kinds of those who hold an office, whose view of things is news."""
_COMMA = frozenset(",")
_FEWEST_WORDS = 3
_TO_CHANNEL = 6
"""Words of « dans un long », « lors d'une » and the noun behind them, at most."""
_TO_NUMBER = 4
"""Words of « au moins », « plus de » and the number behind them, at most."""


def adpositions(line: Line, quotes: Quotes, groups: Sequence[Group]) -> list[tuple[int, Draft]]:
    cues = line.pack.cues
    found: list[tuple[int, Draft]] = []
    view = _in_view(line, quotes, groups)
    if view is not None:
        found.append((0, view))
    words = cues.adposition_words
    if words.isdisjoint(line.sentence.words):
        return found
    done = 0
    for i in [i for i, fold in enumerate(line.folds) if fold in words]:
        if i < done:
            continue
        size = line.phrase_at(i, cues.relative)
        if size:
            draft = _relative(line, quotes, i, size, groups)
            if draft:
                found.append((i, draft))
            done = i + size
            continue
        size = line.phrase_at(i, cues.relative_after)
        if size and i > 0 and (line.folds[i - 1] == "," or _goes_on(line, i)):
            draft = _relative(line, quotes, i, size, groups)
            if draft:
                found.append((i, draft))
            done = i + size
            continue
        size = line.phrase_at(i, cues.echoing)
        if size:
            heard = _heard(line, quotes, i, i + size, groups)
            if heard:
                found.append((i, heard))
            done = i + size
            continue
        size = line.phrase_at(i, cues.adpositions)
        if size and not line.phrase_at(i, cues.resting):
            draft = _adposition(line, quotes, i, size, groups)
            if draft:
                outer = quoter(line, draft)
                quotes_him = (
                    outer is not None
                    and outer.cue is not None
                    and line.word_in(
                        line.index(outer.cue[0]),
                        either(line.pack.relaying_words, line.grammar.that, line.pack.cue_words),
                    )
                )
                if outer is not None and quotes_him:
                    draft.via = outer
                    found.append((i, outer))
                found.append((i, draft))
            done = i + size
            continue
    return found


def _in_view(line: Line, quotes: Quotes, groups: Sequence[Group]) -> Draft | None:
    """« Pour Amnesty International, ces frappes sont des crimes »: somebody with a name, set before the clause."""
    i = after_links(line, 0, line.n)
    size = line.phrase_at(i, line.pack.cues.in_view)
    source = following(line, i + size) if size else None
    if source is None or not line.word_in(source[1], _COMMA) or source[1] + 1 >= line.n:
        return None
    if line.word_in(source[0], line.words.own_voice):
        return None  # « « Pour nous, c'est la guerre » »: the speaker's own
    first = source[1] + 1
    at, end = line.tokens[source[0]].start, line.tokens[line.head(*source) - 1].end
    named = [m for m in line.mentions if at <= m.span.start < end]
    if all(m.entity.kind not in ("person", "body", "media") for m in named) and end < line.tokens[source[1] - 1].end:
        # « Pour le maire, Ali Sow, les tirs … »
        apposed = line.tokens[source[1] - 1].end
        named += [m for m in line.mentions if end <= m.span.start < apposed and m.entity.kind == "person"]
    # « Pour Moscou, il s'agit d'une provocation », « Pour le maire, c'est un crime »
    judges = line.phrase_at(first, line.pack.cues.judging)
    person = (
        line.word_in(source[0], line.grammar.singular_articles) and line.folds[source[0] + 1] in line.pack.voices.roles
    )
    metonym = any(not line.topic(m) for m in named) or (not named and line.capital(source[0]))
    pronoun = line.word_in(source[0], line.words.stressed)  # « Pour elle, la ville est perdue »
    beyond = line.word_in(first, line.grammar.neuter) or line.word_in(
        first, line.words.nobody
    )  # « …, rien ne les justifie »
    if (judges and (metonym or person)) or (person and beyond) or pronoun:
        named = []
    elif not any(m.entity.kind in ("person", "body", "media") for m in named):
        roles = line.pack.voices.roles
        groups_of = [roles[f].group for f in line.folds[source[0] : line.head(*source)] if f in roles]
        # « Pour le ministre, l'ennemi recule », but « Pour les soldats, l'attente commence »
        # « Pour le ministre, l'année a été rude : deux de ses gardes ont péri »: for him
        his = not line.grammar.his.isdisjoint(line.folds[first:])
        thinks = "expert" in groups_of or (person and not his and any(g in _OFFICES for g in groups_of))
        if not thinks and not (_quotes_from(line, quotes, first) and line.speaks(*source)):
            return None
    opened = quotes.opening(line.tokens[first].start)
    quoted = pronoun and bool(quotes.touching(line.tokens[first].start, line.sentence.end))
    if (
        opened is None
        and not quoted
        and (
            line.main_verb(first, line.n) is None
            or (
                line.folds[first] not in either(line.words.openers, line.words.subjects, line.words.nobody)
                and not line.counts(first, min(first + _TO_NUMBER, line.n))
            )
        )
    ):
        return None
    if any(g.kind in ("finite", "passive") and g.main > first for g in groups):
        return None
    content = ahead(line, quotes, first, "that", groups, None)
    return Draft(line, chars(line, source), chars(line, (i, i + size)), content, "say") if content else None


def _quotes_from(line: Line, quotes: Quotes, first: int) -> bool:
    """Whether words of somebody's, not one word held at arm's length, are quoted from token `first` on."""
    found = quotes.touching(line.tokens[first].start, line.sentence.end)
    return any(line.stop(q.inner_end) - line.index(q.inner_start) >= _FEWEST_WORDS for q in found)


def _relative(line: Line, quotes: Quotes, i: int, size: int, groups: Sequence[Group]) -> Draft | None:
    """« des allégations selon lesquelles … », « X, pour qui … »."""
    source = antecedent(line, first_relative(line, i, 0), 0)
    content = ahead(line, quotes, i + size, "that", groups, None)
    if source is not None and not (line.word_in(source[0], line.words.openers) or line.capital(source[0])):
        told = [k for k in range(*source) if line.word_in(k, line.grammar.to) and k + 1 < source[1]]
        source = (
            (told[-1] + 1, source[1]) if told else source
        )  # « a fait référence aux | informations selon lesquelles … »
    if source is None or content is None or line.word_in(source[0], line.words.negations):
        return None  # « des bruits qu'elle n'a pu vérifier, selon lesquels … »
    if not line.words.own_voice.isdisjoint(line.folds[source[0] : source[1]]):
        return None  # « Nous avons des informations selon lesquelles … »: the speaker's own
    if line.main_verb(0, source[0]) is None:
        # « L'idée selon laquelle la ville est sûre fait sourire »
        first, end = line.index(content.start), line.stop(content.end)
        stop = last_word(line, before_matrix(line, first, end, own=True), first)
        content = stretch(line, quotes, content.start, line.tokens[stop - 1].end) if stop < end else content
    return Draft(line, chars(line, source), chars(line, (i, i + size)), content, "say")


def _goes_on(line: Line, i: int) -> bool:
    """Whether the relative at `i` goes on from another (« X, qui mène l'assaut et selon qui … ») or stands right behind
    somebody (« un élu selon qui … »)."""
    if line.folds[i - 1] in line.grammar.apart:
        return first_relative(line, i, 0) < i
    named = antecedent(line, i, 0) if line.folds[i] not in line.grammar.purpose else None
    return named is not None and line.speaks(*named)


def _adposition(line: Line, quotes: Quotes, i: int, size: int, groups: Sequence[Group]) -> Draft | None:
    after = cued = i + size
    if line.folds[i] in line.grammar.source_of and line.word_in(i + 1, line.grammar.same):
        after = i + 2  # « …, de même | source »: the words for who speaks begin there
    if after >= line.n or line.folds[after] in line.pack.cues.decoys:
        return None
    own_words = line.folds[i] in line.grammar.source_of and size == 2 + line.word_in(
        i + 1, line.grammar.same
    )  # « de source policière »: the phrase names the source itself
    joined = line.word_in(i - 1, line.grammar.conjunction)  # « des militants et de sources médicales »
    if own_words and i > 0 and line.folds[i - 1] != "," and (joined or not _opens_clause(line, i)):
        return None
    head = after + 1 if line.folds[after] in line.words.openers else after
    if line.word_in(after, line.grammar.his) and line.word_in(after + 2, line.pack.cues.decoys):
        return None  # « selon ses propres termes »
    owned = line.word_in(head + 1, line.grammar.of_contracted) and head + 2 < line.n
    owned = owned and (line.speaks(head + 2, line.n) or line.document(head + 2, line.n))
    if head < line.n and line.folds[head] in line.pack.cues.decoys and not owned:
        return None  # « selon la formule consacrée », but not « selon la formule du maire »
    if line.folds[i - 1 : i] != [","] and any(
        lemma in line.pack.cues.varying
        for k in range(max(0, i - 4), i)
        for lemma, _ in line.verbs.analyses(line.folds[k])
    ):
        return None
    source = following(line, after)
    own = source is not None and line.folds[source[0]] in line.words.own_voice
    if source is None or (own and (line.traits.open_clauses or quotes.around(line.tokens[i].start) is not None)):
        return None  # « according to our findings »: the speaker's own
    opens = _opens_clause(line, i)
    if line.phrase_at(i, line.pack.cues.heard) and not (
        (opens or line.word_in(i - 1, _COMMA)) and (line.speaks(*source) or line.document(*source))
    ):
        return None  # « appelle à entendre les victimes », « à suivre le fleuve »
    quote = quotes.closing(line.tokens[i - 1].end) if i > 0 else None
    if opens:
        source = _cut_source(line, without_quoting(line, without_subject(line, source)), after)
    elif line.is_word(i - 1) and (close := up_to_object(line, i, (source[0] + 1, source[1]))) < source[1]:
        source = source[0], close
    elif quote is not None and quote.start > line.sentence.start:
        named = _within_clause(line, source)
        if named is not None:  # « Le tracé « provisoire » selon la mairie passe … »: only the quotation is said so
            said = Content(quote.inner_start, quote.inner_end, "direct")
            return Draft(line, chars(line, named), chars(line, (i, cued)), said, "say")
    if source is not None and not opens:
        source = without_verb(line, source)
    if source is None or source[1] - source[0] > 45:
        return None
    if own_words:
        source = (i + 1, source[1])
    if line.word_in(i - 1, _COMMA):
        comma = next((k for k in range(*source) if line.folds[k] == ","), None)
        before = line.skip_back(i - 1) - 1  # « aurait pour sa part, selon X, causé », « n'a pas, selon X, quitté »
        split = before >= 0 and line.verbs.is_auxiliary(line.folds[before])
        if comma is not None and (split or _parts_object(line, i - 2, comma)):
            source = source[0], comma
    source = _without_act(line, source, groups)
    end = after_quoter(line, source[1])
    if opens:
        k = _past_verifying(line, _past_setting(line, _past_day(line, end)))
        while k < line.n and line.folds[k] in (",", ":"):  # « Selon la mairie : dix morts »
            k += 1
        if line.reached(k) and line.word_in(k + 1, line.words.prepositions):
            # « D'après le maire, joint au téléphone, … »
            k = next((m + 1 for m in range(k, line.n - 1) if line.folds[m] == ","), k)
        size = line.phrase_at(k, line.pack.cues.resting)
        rests_on = following(line, k + size) if size else None
        if rests_on is not None and line.word_in(rests_on[1], _COMMA):
            k = rests_on[1] + 1  # « Selon Reuters, citant un officier, … »
        if own_words and side(line, k) is not None:
            return None  # « De source judiciaire, on apprend que … »: the verb's
        content = ahead(line, quotes, k, "that", groups, None) if k < line.n else None
        if content is None and (parted := _parted(line, source)) is not None:
            source = parted  # « …; d'après les habitants, une boulangerie »
            content = ahead(line, quotes, source[1] + 1, "that", groups, None)
        content = with_clauses_beside(line, quotes, content, groups) if content is not None else None
    else:
        content = said_before(line, quotes, i, end, groups)
    if content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (i, cued)), content, "say")


def _past_day(line: Line, k: int) -> int:
    """The comma behind the day on which a source at the head of a sentence spoke (« Selon l'ONU mardi à Genève, … »); `k` where none
    is told there."""
    after = line.skip(k)
    if after == k or after >= line.n:
        return k
    comma = next((m for m in range(after, line.n) if line.folds[m] == ","), k)
    return comma if line.main_verb(after, comma) is None and not line.counts(after, comma) else k


def _past_setting(line: Line, k: int) -> int:
    """The comma behind where a source at the head of a sentence spoke (« Selon l'armée dans un communiqué, … », « Selon MSF, lors d'un
    point de presse, … »); `k` where that is not told there."""
    first = k + line.word_in(k, _COMMA)
    if not line.word_in(first, either(line.grammar.said_in, line.grammar.posted_on)):
        return k
    noun = first + 1 + line.word_in(first + 1, line.grammar.of)
    if first > k and not line.word_in(noun, line.grammar.indefinite):
        return k  # « Selon la police, dans la vidéo, deux hommes … »: what is seen there
    comma = next((m for m in range(first, line.n) if line.folds[m] == ","), line.n)
    near = range(first + 1, min(comma, first + _TO_CHANNEL))
    told = any(line.word_in(m, either(line.words.channels, line.grammar.pages, line.grammar.vehicles)) for m in near)
    if comma == line.n or not told or line.main_verb(first, comma) is not None:
        return k
    return comma


def _past_verifying(line: Line, k: int) -> int:
    """The comma behind a relative clause that has the source, or what it wrote, for its object (« Selon ce bilan, que l'AFP n'a pu
    vérifier, … »); `k` where none stands there."""
    if not (line.word_in(k, _COMMA) and line.word_in(k + 1, line.grammar.that) and k + 2 < line.n):
        return k
    comma = next((m for m in range(k + 1, line.n) if line.folds[m] == ","), line.n)
    whole = comma < line.n and line.main_verb(k + 2, comma) is not None
    return comma if whole and comma + 1 < line.n else k


def _parted(line: Line, source: Stretch) -> Stretch | None:
    """The source up to its last comma, where a thing and no apposition stands behind it; or None."""
    comma = next((k for k in range(source[1] - 1, source[0], -1) if line.folds[k] == ","), None)
    if comma is None or not line.word_in(comma + 1, line.words.openers) or line.speaks(comma + 1, source[1]):
        return None
    return source[0], comma


def _parts_object(line: Line, verb: int, comma: int) -> bool:
    """Whether the phrase between commas parts the verb at `verb` from its object, which begins behind `comma` (« a visé,
    selon la mairie, un marché »; not « a péri, selon X, un élu »)."""
    noun = comma + 2 + line.word_in(comma + 2, line.words.prenominal)
    if not line.word_in(comma + 1, line.words.openers) or noun >= line.n or line.human(noun):
        return False
    auxiliary = line.verbs.analyses(line.folds[verb - 1]) if verb > 0 else ()
    active = line.participle(verb) and any(lemma in line.grammar.perfect for lemma, _ in auxiliary)
    return active or (line.verb_here(verb) and not line.verbs.is_auxiliary(line.folds[verb]))


def _without_act(line: Line, source: Stretch, groups: Sequence[Group]) -> Stretch:
    """The source without a relative clause at its end that reports by itself (« selon l'armée, qui avait fait état, là
    encore, de dix morts »)."""
    for group in groups:
        start = group.start
        idiom = group.end - group.main > 1 or line.numeric(group.end)
        if (
            idiom
            and line.word_in(start - 1, line.grammar.who)
            and line.word_in(start - 2, _COMMA)
            and source[0] < start - 2 < source[1]
        ):
            return source[0], start - 2
    return source


def _heard(line: Line, quotes: Quotes, i: int, after: int, groups: Sequence[Group]) -> Draft | None:
    """« À l'en croire, la ville est sûre »: a pronoun in the phrase stands for who spoke last."""
    if _opens_clause(line, i):
        first = after + line.word_in(after, _COMMA)
        content = ahead(line, quotes, first, "that", groups, None) if first < line.n else None
    else:
        content = said_before(line, quotes, i, after, groups)
    return Draft(line, None, chars(line, (i, after)), content, "say", carried=True) if content is not None else None


def _within_clause(line: Line, source: Stretch) -> Stretch | None:
    """The source without the verb after it of which it is not the subject; None when no verb follows."""
    end = line.main_verb(source[0], min(source[1] + 1, line.n))
    if end is None:
        return None
    before = either(line.words.clitics, line.grammar.apart)
    while end > source[0] and line.folds[end - 1] in before:
        end -= 1
    return (source[0], end) if end > source[0] else None


def _opens_clause(line: Line, i: int) -> bool:
    """Whether nothing of what is said stands before the adposition: it opens the sentence or a clause after « car »,
    « mais », a colon."""
    k = i - 1
    if k >= 0 and line.folds[k] in line.grammar.opens_report:
        return True
    while k >= 0 and line.folds[k] not in line.grammar.opens_report:
        if line.adverb(k) or line.folds[k] == ",":
            k -= 1
            continue
        size = line.phrase_before(k + 1, line.words.connectors)
        if size:
            k -= size
            continue
        break
    if k < 0 or line.folds[k] in line.grammar.opens_report:
        return True
    return bool(line.folds[k] in (";", ":") or line.folds[k] in OPENING)


def _cut_source(line: Line, source: Stretch, after: int) -> Stretch | None:
    """The source without the clause that follows where the comma was left out (« Selon l'ONU plus de 300 civils ont
    péri »)."""
    if source[1] < line.n and line.folds[source[1]] == ",":
        return source
    for mention in line.mentions:
        first, last = line.index(mention.span.start), line.stop(mention.span.end)
        noun = line.traits.bare_nouns and not (line.word_in(last, line.words.openers) or line.numeric(last))
        if noun:
            continue  # « According to an AFP tally … »
        if first <= source[0] + 1 < last < source[1] and line.main_verb(last, line.n) is not None:
            return source[0], last
    for k in range(source[0] + 2, source[1]):
        numeric = any(n.span.start == line.tokens[k].start and not n.article for n in line.numerals)
        if numeric and line.folds[k - 1] not in line.words.prepositions and line.main_verb(k, line.n) is not None:
            return source[0], k
    return source
