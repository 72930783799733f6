"""Complements: what a reporting verb takes: a clause, an infinitive, a noun phrase, a count, a quotation."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.open_clauses import open_clause
from recoupe.stages.attribute.phrases.counted_objects import counted_at, same_toll, toll
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, OPENING

_PLACE = 4
"""Words of a place's name and the word behind it, at most."""
_COMMA = frozenset(",")
_COLON_OR_QUOTE = frozenset((":", *OPENING))
_OF_WHOM = 9
"""Words from « de » to the « que » behind whom something is said of, at most."""
_INSERTED = 16
"""Words at most between the commas around where or by whom something is said."""
_SHORTEST = 4
"""Words of the shortest clause whose verb no list knows."""


def complement(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> tuple[Content | None, str]:
    """The content after the verb, with the frame that found it."""
    frames = group.cue.frames
    i = group.end
    if "state" in frames:
        start = _past_insertion(line, quotes, line.skip(i))
        return (ahead(line, quotes, start, "state", groups, group), "state") if start < line.n else (None, "")
    if "self" in frames:
        end = clause_end(line, quotes, group.main + 1, "self", groups, group)
        start = group.main + 1
        end = last_word(line, end, start)
        return (
            (stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end), "self")
            if end > start
            else (None, "")
        )
    nxt = _past_insertion(line, quotes, line.skip(i))
    if nxt > i and line.folds[nxt - 1] in line.grammar.all and line.is_word(nxt):
        nxt -= 1  # « refuse tout commentaire »
    if nxt >= line.n:
        return None, ""
    own = line.word_in(group.start - 1, OPENING)  # L'armée « estime » que …
    if nxt + 1 < line.n and line.folds[nxt] in CLOSING and (own or "object" in frames):
        nxt = line.skip(nxt + 1)  # « condamne avec force » cet attentat
    # a quotation straight after
    quote = quotes.opening(line.tokens[nxt].start)
    if quote is not None and _alias(line, quote, group):
        return None, ""
    counted = "counting" in frames and nxt + 1 < line.n and counted_at(line, nxt + 1)  # « s'en tient à « neuf morts » »
    if quote is not None and (counted or frames & {"that", "object", "inserted", "infinitive"}):
        return ahead(line, quotes, nxt, "object", groups, group), "quote"
    colon = _colon(line, nxt)
    if colon is not None and frames & {"that", "object", "inserted"} and colon + 1 < line.n:
        quote = quotes.opening(line.tokens[colon + 1].start)
        # « dément toute attaque : « … », assure-t-il »: the quotation is another act's
        denied = quote is not None and group.cue.stance == "deny" and nxt < colon and _object(line, nxt) is not None
        if denied:  # « conteste tout retard : « … » »: the quotation is carried on
            return _up_to(line, quotes, nxt - line.word_in(nxt - 1, line.grammar.all), colon), "object"
        quoted = quote is not None and not (
            "object" in frames and any(g.subject is not None and quote.end <= line.tokens[g.main].start for g in groups)
        )
        # « l'a confirmé à l'AFP : … »
        told_to = line.word_in(group.start, line.grammar.taken_before)
        told_to = told_to and line.word_in(nxt, line.grammar.skipped_before_infinitive)
        told_to = told_to and any(line.capital(k) or line.word_in(k, line.words.channels) for k in range(nxt, colon))
        if quoted or ((colon == nxt or told_to) and "that" in frames):
            return ahead(line, quotes, colon + 1, "that", groups, group), "that" if quoted else "colon"
    only = group.restrictive and line.folds[nxt] in line.grammar.that
    if only and ("object" in frames or ("counting" in frames and counted_at(line, nxt + 1))):
        return ahead(line, quotes, nxt + 1, "object", groups, group), "object"
    if "counting" in frames and line.folds[nxt] in line.grammar.to_full and counted_at(line, nxt):
        start = nxt if line.numeric(nxt) else nxt + 1  # « évalue à quelque 700 »: « à quelque » may be one approximator
        return ahead(line, quotes, start, "object", groups, group), "counting"
    marked = nxt + 1 if "counting" in frames and line.folds[nxt] in line.grammar.to_full else line.n
    if line.word_in(marked, OPENING) and marked + 1 < line.n and counted_at(line, marked + 1):
        return ahead(
            line, quotes, marked, "object", groups, group
        ), "counting"  # « estime à « 300 au moins » le nombre de … »
    if "that" in frames:
        que = que_at(line, nxt)
        if que is None and "told" in frames:
            que = _que_past_told(line, nxt)
        loss = _loss_told(line, nxt) if que is None and "told" in frames else None
        if loss is not None:
            return ahead(line, quotes, loss, "object", groups, group), "object"
        if que is not None and _points(line, quotes, que):
            return (ahead(line, quotes, que, "object", groups, group) if "object" in frames else None), "object"
        if que is not None and group.restrictive and not line.word_in(que + 1, _COLON_OR_QUOTE):
            return None, ""  # « ne communiquent que rarement sur ces attaques »
        if que is not None:
            que += line.word_in(que + 1, _COMMA)
        if que is not None and que + 1 < line.n:
            return ahead(line, quotes, que + 1, "that", groups, group), "that"
        glossing = line.word_in(group.start - 1, line.words.relatives) and line.main_verb(0, group.start) is None
        # « Activists who documented names published … »: the verb behind is the sentence's own
        embedded = _embedded(line, quotes, group, nxt)
        if embedded is not None:
            return embedded, "that"
        clause = None if glossing else open_clause(line, nxt, told="told" in frames)
        if clause is None and not glossing and _any_clause(line, group, nxt):
            return ahead(line, quotes, nxt, "that", groups, group), "that"
        if clause is not None:
            whole = "that" if line.main_verb(clause, line.n) is not None else "object"
            return ahead(line, quotes, clause, whole, groups, group), "that"
    if "gerund" in frames and _present_participle(line, nxt):
        return ahead(line, quotes, nxt, "infinitive", groups, group), "infinitive"
    told = _past_addressee(line, nxt, to="infinitive_to" in frames)
    if "infinitive" in frames and infinitive_at(line, told):
        return ahead(line, quotes, told, "infinitive", groups, group), "infinitive"
    if "infinitive_de" in frames and "addressed" not in frames and line.folds[told] in line.grammar.of:
        nxt = told
    if "infinitive_to" in frames and line.folds[told] in line.grammar.to_full:
        nxt = told  # « s'est engagé auprès de l'ONU | à fermer les camps »
    if (
        "infinitive_de" in frames
        and line.folds[nxt] in line.grammar.of
        and (infinitive_at(line, nxt + 1) or (line.word_in(nxt + 1, OPENING) and infinitive_at(line, nxt + 2)))
    ):
        return ahead(line, quotes, nxt + 1, "infinitive_de", groups, group), "infinitive_de"
    if (
        "infinitive_to" in frames
        and line.folds[nxt] in line.grammar.to_full
        and (infinitive_at(line, nxt + 1) or (line.word_in(nxt + 1, OPENING) and infinitive_at(line, nxt + 2)))
    ):
        return ahead(line, quotes, nxt + 1, "infinitive_to", groups, group), "infinitive_to"
    if "addressed" in frames:
        found = _addressed(line, quotes, group, groups, nxt)
        if found is not None:
            return found, "addressed"
    thing = _object(line, nxt)
    belongs = line.word_in(nxt, line.grammar.among) and thing is not None
    if thing is None or (belongs and not line.words.coordinators.isdisjoint(line.folds[nxt:thing])):
        return None, ""  # « Cinq femmes comptent parmi les morts et dix blessés … »
    if line.word_in(thing, line.grammar.this) and line.word_in(thing + 1, line.grammar.that):
        thing += 2  # « appelle à ce que »
    if "object" in frames:
        return ahead(line, quotes, thing, "object", groups, group), "object"
    if "counting" in frames and same_toll(line, thing):
        return ahead(line, quotes, thing, "counting", groups, group), "counting"
    if "counting" in frames and counted_at(line, thing) and toll(line, thing, group):
        return ahead(line, quotes, thing, "counting", groups, group), "counting"
    return None, ""


def _up_to(line: Line, quotes: Quotes, start: int, end: int) -> Content:
    """The content start:end."""
    return stretch(line, quotes, line.tokens[start].start, line.tokens[last_word(line, end, start) - 1].end)


def _past_insertion(line: Line, quotes: Quotes, i: int) -> int:
    """The index after « , de son côté, » when an infinitive or a quotation follows it; `i` itself otherwise."""
    if not line.word_in(i, _COMMA):
        return i
    for close in range(i + 1, min(i + _INSERTED, line.n - 1)):
        if line.folds[close] != ",":
            continue
        if line.main_verb(i, close) is not None:
            return i
        led = either(line.grammar.of, line.grammar.to_full)
        first = close + 1 + line.word_in(close + 1, led)  # « a promis, dans un discours, de « traquer … » »
        first = min(first, line.n - 1)
        if line.infinitive(first) or quotes.opening(line.tokens[first].start) is not None:
            return close + 1
        if not line.capital(close + 1):
            return i  # only a name goes on: « par la voix de son ministre, Ali Sow, « … » »
    return i


def _alias(line: Line, quote: Quote, group: Group) -> bool:
    """« le général Daglo, dit « Hemetti » »: a nickname, not a statement."""
    if group.start != group.main or group.start == 0 or line.folds[group.start - 1] not in (",", "("):
        return False
    if not line.participle(group.main) or group.end > group.main + 1:
        return False  # « …, fait état de « 80 mercenaires » tués »
    words = [t.fold for t in line.tokens if quote.inner_start <= t.start < quote.inner_end]
    return len(words) <= 4 and not any(line.verbs.finite(w) for w in words)


def _past_addressee(line: Line, i: int, *, to: bool) -> int:
    """The index after « à l'AFP », « devant la presse » at `i`, when an infinitive follows, before its « de » (or its « à »,
    where `to` says that the verb takes one); `i` itself otherwise."""
    if line.folds[i] not in line.grammar.skipped_before_infinitive:
        return i
    for k in range(i + 1, min(i + 12, line.n)):
        if line.folds[k] in (",", ";", ":") or line.verb_here(k):
            return i
        if not line.capital(k) and any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[k])):
            while k > i and (
                line.folds[k - 1] in line.words.clitics
                or line.folds[k - 1] in line.words.negations
                or line.folds[k - 1] in line.grammar.of
                or (to and line.folds[k - 1] in line.grammar.to_full)
            ):
                k -= 1
            return k
    return i


def _present_participle(line: Line, i: int) -> bool:
    return any(f.mood == "participle" and f.tense == "present" for _, f in line.verbs.analyses(line.folds[i]))


def _any_clause(line: Line, group: Group, i: int) -> bool:
    """Whether what follows can only be a clause, though no list knows its verb (« groups say the army underreports … »)."""
    if group.lemma not in line.pack.cues.clausal or i + _SHORTEST > line.n:
        return False
    aged = group.start > 1 and line.folds[group.start - 2].isdecimal()  # « Ruth Abiodun, 70, said »
    if (line.word_in(group.start - 1, _COMMA) and not aged) or line.word_in(group.start - 1, CLOSING):
        return False
    fold = line.folds[i]
    opens = fold in line.words.openers or fold in line.words.subjects or line.numeric(i) or line.capital(i)
    return (opens or line.human(i)) and line.folds[i + 1] not in (",", ".")


def _points(line: Line, quotes: Quotes, that: int) -> bool:
    """Whether the word at `that` points to a thing and opens no clause (« repeated that denial »)."""
    if not line.traits.open_clauses or not line.word_in(that, line.grammar.that) or that + 1 >= line.n:
        return False
    return line.main_verb(that + 1, line.n) is None and quotes.opening(line.tokens[that + 1].start) is None


def _embedded(line: Line, quotes: Quotes, group: Group, verb: int) -> Content | None:
    """« the M23, which the UN says is backed by Rwanda, … »: the clause of a relative pronoun before the speaker."""
    if not line.traits.open_clauses or not line.verb_here(verb):
        return None
    relative = next((k for k in range(group.start - 1, 0, -1) if line.folds[k] in line.words.relatives), None)
    if relative is None or "," in line.folds[relative : group.start]:
        return None
    if relative + 1 >= group.start or line.main_verb(relative + 1, group.start) is not None:
        return None
    end = next((k for k in range(verb, line.n) if line.folds[k] in (",", ";", ".")), line.n)
    return stretch(line, quotes, line.tokens[verb].start, line.tokens[end - 1].end)


def _colon(line: Line, i: int) -> int | None:
    """The colon that follows `i` past circumstances and addressees (« a déclaré à la presse lundi : »), or None."""
    for k in range(i, min(line.n, i + 18)):
        fold = line.folds[k]
        if fold == ":":
            return k
        if fold in (";", ".", *line.grammar.that) or fold in OPENING or line.verb_here(k):
            return None
    return None


def _governed(line: Line, i: int) -> bool:
    """Whether a preposition stands right before the noun phrase at `i` (« a dit à | une habitante », « à l'| un d'eux »)."""
    before = i - line.word_in(i - 1, line.grammar.definite) - 1
    return line.word_in(before, line.words.prepositions) or line.word_in(before, line.grammar.contracted)


def que_at(line: Line, i: int) -> int | None:
    """The « que » that opens the content, past circumstances and insertions, or None when an object comes first."""
    k = i
    steps = 0
    if line.count_at(i):
        return None  # « évoque jusqu'à 4 000 tués, dix fois plus que lors de … »
    while k < line.n and steps < 12:
        steps += 1
        fold = line.folds[k]
        if fold in line.grammar.that:
            if k > i and line.folds[k - 1] == "," and line.folds[k - 2] != "," and line.verb_here(k + 1):
                return None  # « a indiqué à l'AFP un officier, que confirme un autre »: who said it is another
            return None if line.phrase_before(k + 1, line.words.clause_openers) else k
        if fold in line.grammar.this and k + 1 < line.n and line.folds[k + 1] in line.grammar.that:
            return k + 1 if line.word_in(k - 1, line.words.prepositions) else None  # « poursuit ce qu'il a commencé »
        if fold in line.grammar.whether and k == i:
            return k - 1
        if fold == ",":
            close = next((m for m in range(k + 1, min(k + 12, line.n)) if line.folds[m] == ","), None)
            if close is not None and line.word_in(close + 1, line.grammar.that) and line.main_verb(k, close) is None:
                return close + 1  # « affirment, témoignages à l'appui, que »
            k += 1
            continue
        j = line.skip(k)
        if j > k:
            k = j
            continue
        manner = line.manner_at(k)
        if manner:  # « a prévenu, d'un ton grave que … », « a dit non sans ironie que … »
            k += manner
            while k < line.n and not (line.folds[k] in (",", ":", ";", "«", *line.grammar.that) or line.verb_here(k)):
                k += 1
            continue
        if fold in line.grammar.of_contracted:
            return _of_whom(line, k)
        if fold in line.words.prepositions:
            k += 1 + line.word_in(k + 1, line.grammar.demonstratives)  # « in that letter »
            while (
                k < line.n and line.folds[k] not in (",", ":", ";", "«", *line.grammar.that) and not line.verb_here(k)
            ):
                if line.folds[k] in line.grammar.of and line.infinitive(k + 1):
                    return None  # « a demandé à l'ONU de publier le rapport que … »
                if line.word_in(k, line.grammar.indefinite) and line.human(k + 1) and not _governed(line, k):
                    return None  # « a dit à la presse | une habitante que … »
                k += 1
            continue
        return None
    return None


def _of_whom(line: Line, of: int) -> int | None:
    """The « que » behind whom or what something is said of (« dit de cette offensive qu'elle est décisive »), or None."""
    for k in range(of + 2, min(of + _OF_WHOM, line.n - 1)):
        if line.folds[k] in line.grammar.that:
            pronoun = line.word_in(k + 1, line.words.subjects) and not line.word_in(k + 1, line.grammar.impersonal)
            return k if pronoun else None
        if not line.is_word(k) or line.verb_here(k):
            return None
    return None


def _que_past_told(line: Line, i: int) -> int | None:
    """The « que » after the one who is told (« a informé les familles que »), or None."""
    if infinitive_at(line, i):
        return None  # « assure n'avoir visé que des dépôts »
    for k in range(i, min(i + 12, line.n)):
        if line.folds[k] in line.grammar.that:
            return k
        another = line.folds[k] in line.grammar.conjunction and line.word_in(k + 1, line.pack.cue_words)
        if line.folds[k] in (",", ";", ":") or another or line.verb_here(k):
            return None  # « a prévenu les villageois et demandé que »
    return None


def _loss_told(line: Line, i: int) -> int | None:
    """The loss of which somebody is told (« a informé les familles de | la mort de dix soldats »), or None."""
    if not (line.word_in(i, line.words.openers) or line.capital(i)):
        return None
    for k in range(i + 1, min(i + _OF_WHOM, line.n - 2)):
        if not line.is_word(k) or line.verb_here(k) or line.numeric(k):
            return None
        full = line.word_in(k, line.grammar.of_full) and line.word_in(k + 1, line.grammar.singular_articles)
        noun = k + 1 + full
        if (full or line.word_in(k, line.grammar.contracted_one)) and line.word_in(noun, line.grammar.losses):
            return k + 1 if line.word_in(noun + 1, line.grammar.of_contracted) else None
    return None


def infinitive_at(line: Line, i: int) -> bool:
    """Whether an infinitive begins at `i`, past « ne pas » and pronouns."""
    k = i
    while k < line.n and (
        line.folds[k] in line.words.negations or line.folds[k] in line.words.clitics or line.adverb(k)
    ):
        k += 1
    if k >= line.n or line.capital(k):
        return False  # « sur Twitter »
    return any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[k])) or (
        len(line.folds[k]) > 4
        and line.folds[k].endswith(tuple(line.grammar.infinitive_endings))
        and k - i <= 3
        and line.folds[k] not in line.words.determiners
        and not line.adverb(k)
        and k not in line.time_at
        and not line.verbs.finite(line.folds[k])
    )


def _object(line: Line, i: int) -> int | None:
    """The token where a noun phrase begins at `i`, past set phrases between commas; None when something else stands
    there."""
    k = i
    if k < line.n and line.capital(k) and line.word_in(k - 1, line.grammar.skipped_before_source):
        # « a annoncé depuis Bruxelles | la mort de … »
        behind = next((m for m in range(k + 1, min(k + _PLACE, line.n)) if not line.capital(m)), k)
        k = behind if line.word_in(behind, line.words.openers) or line.count_at(behind) else k
    if k < line.n and any(n.span.start == line.tokens[k].start for n in line.numerals):
        return k
    if k < line.n and line.folds[k] == ",":
        close = next((m for m in range(k + 1, min(line.n, k + 14)) if line.folds[m] == ","), None)
        if close is None:
            return None
        k = line.skip(close + 1)
    j = k
    # « a dit à l'AFP le … »: an addressee or a place before the object
    while j < line.n and not line.count_at(j) and line.folds[j] in line.grammar.skipped_before_object:
        m = j + 1
        while (
            m < line.n
            and not line.numeric(m)
            and not (
                line.folds[m] in line.words.openers
                and line.folds[m - 1] not in line.words.prepositions
                and line.folds[m - 1] not in line.words.determiners
            )
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
    if fold in line.grammar.free_relatives or fold in line.grammar.those:
        return k
    if fold in line.words.openers or numeric or fold in line.grammar.of_contracted or line.tokens[k].text[0].isdigit():
        if fold in line.grammar.of and not numeric and k == i and infinitive_at(line, k + 1):
            return None
        return k
    if line.capital(k) and fold not in line.words.subordinators:
        return k
    if (
        line.sentence.kind != "paragraph"
        and line.is_word(k)
        and fold not in line.words.prepositions
        and fold not in line.words.subordinators
    ):
        return k
    if (
        line.traits.bare_nouns
        and line.is_word(k)
        and not any(
            fold in some
            for some in (line.words.prepositions, line.words.subordinators, line.words.coordinators, line.grammar.of)
        )
        and not line.adverb(k)
    ):
        return k
    # after an idiom's « de »: « fait état de dizaines de morts »
    return k if k > 0 and line.folds[k - 1] in line.grammar.after_idiom and line.is_word(k) else None


def _addressed(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], i: int) -> Content | None:
    """« accuse X de … », « demande à X de … »: from the one addressed to the end of the clause."""
    start = i
    fold = line.folds[start]
    if fold in line.grammar.asked:
        pass
    else:
        # « l'accuse de … »: the accused is a pronoun before the verb
        thing = _object(line, start)
        if thing is not None:
            start = thing
        elif fold in line.grammar.accused_of and (
            line.word_in(group.main - 1, line.grammar.accused)
            or line.word_in(group.start, line.grammar.accused)  # « lui a reproché d'avoir fui »
            or any(line.folds[k] in line.words.reflexives for k in range(group.start, group.main))
        ):
            return ahead(line, quotes, start, "addressed", groups, group)
        else:
            return None
    content = ahead(line, quotes, start, "addressed", groups, group)
    if content is None:
        return None
    stop = line.stop(content.end)
    if group.cue.stance == "announce" and not line.counts(start, stop):
        return None  # « raised the flag to half-mast »
    linked = any(line.folds[k] in line.grammar.links for k in range(start + 1, stop))
    return content if linked or group.cue.stance == "accuse" else None
