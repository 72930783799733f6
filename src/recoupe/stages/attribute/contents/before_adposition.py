"""Before an adposition: what is said in the words before it (« 12 morts, selon X »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word, verb_at
from recoupe.stages.attribute.contents.left_edge import left_edge
from recoupe.stages.attribute.phrases.counts import count_apposed, count_before, count_follows
from recoupe.stages.attribute.phrases.low import participle_parted, relative_alone, relative_parted
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.of_the_source import its_own_clause, tells_of_source
from recoupe.stages.attribute.phrases.sources import antecedent
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_COLON = frozenset(":")
_HEADING = 3
"""Words of a heading that only says that a toll follows, at most."""
_ABSOLUTE = 8
"""Words from a subject to the participle of its absolute clause, at most."""
_PART = 4
"""Words at most from « dont » to the end of the count of a part."""


def said_before(line: Line, quotes: Quotes, i: int, end: int, groups: Sequence[Group]) -> Content | None:
    """The content of « …, selon X » or « …, selon X, … »."""
    tight = line.folds[i - 1] != "," and not (line.adverb(i - 1) and line.folds[i - 2] == ",")
    pronoun = end - i <= 2 and line.word_in(end - 1, line.words.stressed)
    told_of = its_own_clause(line, i, end) and line.main_verb(0, i) is not None
    goes_on = end < line.n and line.folds[end] == "," and not (tight or told_of) and _continues(line, end + 1, groups)
    after = end + 1
    if line.word_in(i - 1, _COMMA) and line.word_in(i - 2, line.words.relatives) and end + 1 < line.n:
        # « le raid, qui, selon la mairie, a tué dix passants »
        first = end + 1 if line.folds[end] == "," else end
        cleft = _cleft(line, i - 2)
        close = clause_end(line, quotes, first, "that", groups, None)
        if line.word_in(i - 3, _COMMA):  # « le raid, qui, selon la mairie, a tué dix passants, | visait un dépôt »
            close = next((k for k in range(first, close) if line.folds[k] == "," and verb_at(line, k + 1)), close)
        close = last_word(line, before_matrix(line, first, close, own=True), first)
        counted = _counted(line, i - 2) if cleft is None else cleft
        opening = first if counted is None else counted
        return stretch(line, quotes, line.tokens[opening].start, line.tokens[close - 1].end) if close > first else None
    quoted = quotes.opening(line.tokens[end + 1].start) if line.word_in(end, _COLON) and end + 1 < line.n else None
    if quoted is not None and line.main_verb(0, i) is None:
        return Content(quoted.inner_start, quoted.inner_end, "direct")  # « Bilan, selon l'armée : « … » »
    headed = _headed(line, end) and not told_of
    if headed and _toll_alone(line, i):
        close = last_word(line, clause_end(line, quotes, end + 1, "that", groups, None), end + 1)
        return stretch(line, quotes, line.tokens[end + 1].start, line.tokens[close - 1].end)
    if headed and (not tight or line.main_verb(0, i) is not None):
        goes_on = True  # « Bilan d'un an de guerre, selon l'ONU : plus de 6 000 morts »
    if tight and pronoun and end < line.n and line.is_word(end):
        goes_on, after = True, end  # « qui vise selon lui à salir l'armée »
    if tight and not goes_on and end < line.n and up_to_object(line, i, (end, line.n)) == end:
        goes_on, after = True, end  # « Le bilan s'élève selon l'ONU à 1 400 morts »
    if tight and not goes_on and _circumstance_follows(line, end):
        goes_on, after = True, end  # « ont péri jeudi selon des responsables dans une frappe aérienne »
    counted = count_before(line, i) or count_apposed(line, i, end)
    if counted is not None:
        return stretch(line, quotes, line.tokens[counted].start, line.tokens[last_word(line, i, counted) - 1].end)
    before = i
    while before > 0 and (line.folds[before - 1] == "," or (line.adverb(before - 1) and line.folds[before - 2] == ",")):
        before -= 1
    if tight and line.sentence.kind != "paragraph" and before > 0:
        # « 132 morts selon le gouvernement, 160 selon des sources locales »
        several = sum(1 for k in range(line.n) if line.phrase_at(k, line.pack.cues.adpositions)) > 1
        marks = (",", ":") if several else (":",)
        comma = next((k for k in range(before - 1, -1, -1) if line.folds[k] in marks), None)
        start = comma + 1 if comma is not None else left_edge(line, quotes, i, groups, None, inside=False)
    else:
        # « …, dont 160 civils, selon l'ONU, soit le double »: what goes on adds to the whole
        added = line.word_in(after, line.grammar.resumes) and line.main_verb(0, i) is not None
        inside = goes_on and not tight and not added
        start = left_edge(line, quotes, i, groups, None, inside=inside, tight=tight and not goes_on)
    start = max(start, _second_clause(line, i))
    alone = relative_alone(line, start, i, end, tight=tight) if line.sentence.kind == "paragraph" else None
    if alone is not None:
        return stretch(line, quotes, line.tokens[alone].start, line.tokens[last_word(line, before, alone) - 1].end)
    behind = end + line.word_in(end, _COMMA)
    parted = participle_parted(line, i, behind)
    goes_on, after = (True, behind) if parted is not None else (goes_on, after)
    if parted is None and goes_on:
        parted = relative_parted(line, start, i)
    if parted is not None:
        close = clause_end(line, quotes, after, "that", groups, None)
        if line.word_in(parted - 1, _COMMA):
            close = next((k for k in range(after, close) if line.folds[k] == "," and verb_at(line, k + 1)), close)
        close = last_word(line, before_matrix(line, after, close, own=False), parted)
        return stretch(line, quotes, line.tokens[parted].start, line.tokens[close - 1].end)
    if goes_on and pronoun:
        start = _relative_before(line, start, i) or start
    quote = quotes.closing(line.tokens[before - 1].end) if before > 0 else None
    if quote is not None and not goes_on and quote.start <= line.tokens[start].start:
        return Content(quote.inner_start, quote.inner_end, "direct")
    stop = last_word(line, before, start)
    if goes_on:
        stop = last_word(line, clause_end(line, quotes, after, "that", groups, None), start)
    if stop <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[stop - 1].end)


def up_to_object(line: Line, i: int, source: Stretch) -> int:
    """The end of a source that the adposition at `i` sets between a verb and the count that completes it, without commas (« a fait
    selon l'ONU | plus de 200 morts », « s'élève selon la mairie | à 12 morts »); that of `source` where none does."""
    verb = i - 1
    while verb > 0 and line.adverb(verb):
        verb -= 1
    if verb < 0 or not (line.verb_here(verb) or line.participle(verb)) or line.human(verb):
        return source[1]
    helps = line.verbs.is_auxiliary(line.folds[verb]) or line.participle(verb)
    done = helps and next((k for k in range(max(source[0], i + 2), source[1]) if _waits(line, verb, k)), None)
    if done:
        return done
    inside = [(m.span.start, m.span.end) for m in line.mentions]
    for k in range(source[0], source[1]):
        counted = line.count_at(k) and not line.word_in(k - 1, line.words.openers)
        if not counted or any(start < line.tokens[k].start < end for start, end in inside):
            continue
        to = line.word_in(k - 1, line.grammar.to)
        if to or not line.word_in(k - 1, line.words.prepositions):
            return k - to
    return source[1]


def _waits(line: Line, verb: int, k: int) -> bool:
    """Whether at `k` stands what the auxiliary at `verb` waits for: a participle, or the infinitive of a helping verb behind « pu »,
    « dû » (« aurait selon la mairie | fait dix morts », « a pu selon l'ONU | être élucidé »)."""
    if line.participle(verb) and not line.word_in(verb, line.grammar.been):
        return line.infinitive(k) and line.word_in(k, line.grammar.helping)
    return line.word_in(k, line.grammar.been) or (line.participle(k) and not line.word_in(k - 1, line.words.openers))


def _second_clause(line: Line, i: int) -> int:
    """Where the clause begins that the adposition at `i` closes, if another closes the one before: « 12 morts, selon X,
    et 900 personnes sont parties, d'après Y »; 0 where none does."""
    for k in range(i - 1, 1, -1):
        if line.folds[k] in line.words.coordinators and line.folds[k - 1] == ",":
            told = any(line.phrase_at(m, line.pack.cues.adpositions) for m in range(1, k))
            second = line.main_verb(k + 1, i) is not None or _shares_auxiliary(line, k + 1)
            clauses = line.main_verb(0, k) is not None and second
            return k + 1 if told and clauses else 0
    return 0


def _shares_auxiliary(line: Line, i: int) -> bool:
    """Whether a past participle at `i` shares the auxiliary of the verb before it: « ont fait dix morts et | blessé … »."""
    i = line.skip(i)
    if i >= line.n or not any(
        f.mood == "participle" and f.tense == "past" and f.gender in ("m", "") and f.number in ("s", "")
        for _, f in line.verbs.analyses(line.folds[i])
    ):
        return False
    helping = next((k for k in range(i - 2, -1, -1) if line.verbs.is_auxiliary(line.folds[k])), None)
    return helping is not None and any(
        lemma in line.grammar.perfect for lemma, _ in line.verbs.analyses(line.folds[helping])
    )


def _cleft(line: Line, relative: int) -> int | None:
    """Where « ce sont plus de cent habitants qui » begins, of which the token `relative` is the « qui »; or None."""
    for k in range(relative - 1, 0, -1):
        if line.folds[k] in line.words.relatives or line.folds[k] in (",", ";", ":"):
            return None
        if line.verbs.is_auxiliary(line.folds[k]) and line.word_in(k - 1, line.grammar.cleft):
            return k - 1
    return None


def _counted(line: Line, relative: int) -> int | None:
    """Where those begin of whom the relative clause at `relative` tells what befell them, if they are counted (« (Ce sont) | les
    quarante civils qui, selon la mairie, ont péri »); or None."""
    if line.word_in(relative - 1, _COMMA) or line.folds[relative] not in line.grammar.who:
        return None
    found = antecedent(line, relative, 0)
    if found is None or not line.counts(*found):
        return None
    return found[0] + line.word_in(found[0], either(line.grammar.to, line.grammar.contracted))


def _headed(line: Line, colon: int) -> bool:
    """Whether the count that a heading without a verb announces stands behind the colon."""
    if not line.word_in(colon, _COLON) or colon + 1 >= line.n:
        return False
    if line.main_verb(0, colon) is not None:
        # « …, à en croire un élu : faute de routes, … », « …, selon le maire : vingt maisons détruites, six morts »
        return line.main_verb(colon + 1, line.n) is not None or line.counts(colon + 1, line.n)
    return line.numeric(colon + 1) and line.main_verb(0, line.n) is None


def _toll_alone(line: Line, i: int) -> bool:
    """Whether nothing but « Bilan », « Le bilan provisoire » stands before the adposition at token `i`."""
    words = [k for k in range(i) if line.is_word(k)]
    return 0 < len(words) <= _HEADING and any(line.word_in(k, line.pack.cues.documents) for k in words)


def _circumstance_follows(line: Line, i: int) -> bool:
    """Whether the sentence goes on at `i` with a circumstance of what is said, not with where it is said."""
    if not (line.word_in(i, line.words.circumstance) or line.word_in(i, line.grammar.to)):
        return False
    return not any(line.folds[k] in line.words.channels for k in range(i + 1, min(i + 5, line.n)))


def _relative_before(line: Line, start: int, i: int) -> int | None:
    """Where the relative clause begins that the adposition at `i` stands in, or None when it stands in none."""
    for k in range(i - 1, start, -1):
        if line.folds[k] in line.words.relatives and line.folds[k] not in line.grammar.that:
            return k
    return None


def _aside_of_source(line: Line, i: int) -> bool:
    """Whether what follows the source at `i`, behind a comma, tells of it or why nobody else is heard, without a verb (« …,
    selon l'ONG, l'un des rares acteurs sur place », « …, faute d'un bilan officiel », « …, l'armée ne disant rien »)."""
    if line.main_verb(0, i) is None:
        return False
    first = next((k for k in range(i - 2, 0, -1) if line.phrase_at(k, line.pack.cues.adpositions)), 0)
    gerund = line.word_in(first - 3, _COMMA)  # « tuant, selon l'état-major, une dizaine de recrues »
    helped = any(line.verbs.is_auxiliary(fold) for fold in line.folds[max(0, first - 4) : first - 2])
    waits = gerund or (line.participle(first - 2) and helped)
    done = line.word_in(first - 1, _COMMA) and not (waits or line.verb_here(first - 2))
    noun = i + 1 + line.word_in(i + 1, line.words.prenominal)
    passive = line.word_in(first - 1, _COMMA) and line.word_in(first - 3, line.grammar.been)
    if (done or passive) and line.word_in(i, line.words.openers) and line.word_in(noun, line.grammar.taken_up):
        return True  # « …, selon l'armée, un bilan impossible à vérifier »
    if line.main_verb(i, line.n) is not None:
        return False
    if line.word_in(i, line.grammar.leading):
        return done
    article = i + (line.word_in(i, line.grammar.singular_articles) and line.word_in(i + 1, line.grammar.indefinite))
    if done and line.word_in(article, line.grammar.appositions) and not line.counts(article + 1, line.n):
        return True
    presents = (
        f.mood == "participle" and f.tense == "present"
        for k in range(i + 1, min(i + _ABSOLUTE, line.n))
        for _, f in line.verbs.analyses(line.folds[k])
    )
    return done and line.word_in(i, line.words.openers) and line.speaks(i, line.n) and any(presents)


def _continues(line: Line, i: int, groups: Sequence[Group]) -> bool:
    """Whether after an inserted « selon X, » the clause goes on."""
    if i >= line.n:
        return False
    m = line.skip(i)
    if line.word_in(i, line.words.partitives) and not line.opens_clause[i]:
        if count_follows(line, i + 1):
            return False  # « 12 morts, selon X, dont six enfants, selon Y »
        return line.counts(i + 1, min(i + _PART, line.n)) or line.word_in(i + 1, line.grammar.those)
    if count_follows(line, i) or _aside_of_source(line, i):
        return False
    if line.word_in(i - 2, line.grammar.who):
        return False  # « …, selon une ONG qui, dans la ville, soigne les blessés »
    opener = line.phrase_at(i, line.words.clause_openers)
    if opener and line.folds[i] not in line.grammar.weak_openers and any(g.main > i + opener for g in groups):
        return False  # « …, selon l'armée, alors que les rebelles en revendiquent trente »
    if line.folds[i] in line.grammar.turning and line.main_verb(i + 1, line.n) is not None:
        return False  # « …, selon l'armée, mais le bilan pourrait s'alourdir »
    if line.folds[i] in line.grammar.conjunction and _shares_auxiliary(line, i + 1):
        # « ont fait 400 morts, selon l'ONU, et jeté sur les routes 20 000 personnes »: of which nobody says who counted them
        again = any(line.phrase_at(k, line.pack.cues.adpositions) for k in range(i + 2, line.n))
        return not again and not line.counts(i + 2, line.n)
    if line.folds[i] in line.grammar.parting and line.main_verb(0, i) is not None and line.main_verb(i + 1, line.n):
        return False  # « Tous ont été abattus, selon Kiev, mais un débris a tué deux civils »
    if any(g.start in (i, m) and (g.kind == "gerund" or g.subject is not None) for g in groups):
        return False
    return not tells_of_source(line, i)
