"""Turned: cues that stand after or inside what is said (« …, a-t-il dit », « …, explique le maire »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.around import around, breaks_off
from recoupe.stages.attribute.contents.complements import que_at
from recoupe.stages.attribute.contents.contents import Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.inside_quotes import set_in
from recoupe.stages.attribute.contents.left_edge import left_edge
from recoupe.stages.attribute.contents.open_clauses import open_clause
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.quoters import after_quoter
from recoupe.stages.attribute.forms.turned_sources import (
    is_called,
    names_someone,
    names_subject,
    one_thing,
    quoted_source,
)
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.impersonal import origin
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, circumstantial, segments
from recoupe.stages.attribute.phrases.sources import hung, said_between, subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING
from recoupe.stages.attribute.words.nicknames import subject_nicknamed

_COMMA = frozenset(",")
_COLON = frozenset(":")
_NO_SOURCE = frozenset((":", ";", ".", "«", '"', "“"))


_QUOTED_NAME = 24
"""Characters of a quoted name or nickname, at most."""
_ASKED = 6
"""Words from a verb to « to » behind whom it asks, at most."""


def asks(line: Line, group: Group) -> bool:
    """Whether whom the verb asks, and for what, stand behind it (« warned residents to leave »)."""
    near = range(group.end, min(group.end + _ASKED, line.n))
    return "addressed" in group.cue.frames and any(
        line.word_in(k, line.grammar.to_full) and line.infinitive(k + 1) for k in near
    )


def _question(line: Line, group: Group) -> bool:
    head = line.folds[: group.start]
    return line.folds[-1] == "?" and any(f in line.grammar.questions for f in head)


def turned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A cue turned round, after or inside what is said: « …, a-t-il dit », « …, explique le maire »."""
    if "inserted" not in group.cue.frames:
        return None
    before = group.start - 1
    while before >= 0 and (line.adverb(before)):
        before -= 1
    mark = line.folds[before] if before >= 0 else ""
    named = quotes.closing(line.tokens[before].end) if before >= 0 and group.subject is None else None
    if (named is not None and names_subject(line, named)) or (mark == "," and subject_nicknamed(line, before)):
        return None
    if group.subject is not None:
        if _question(line, group) or before < 0:
            return None
        source = hung(line, group)
        if line.pronoun(group.subject) in line.grammar.not_said:
            # « …, avons-nous appris de source policière »
            heard = group.lemma in line.pack.cues.learned and line.pronoun(group.subject) in line.words.own_voice
            return _learned(line, quotes, group, groups, before) if heard else None
        if group.kind == "passive":
            return _learned(line, quotes, group, groups, before)  # « …, est-il écrit dans le rapport »
        if group.lemma in line.pack.cues.emerging:
            return _emerging(line, quotes, group, groups, before)
        learned = _learned(line, quotes, group, groups, before)
        if learned is not None or group.lemma in line.pack.cues.learned:
            return learned
    else:
        like = line.folds[before] in line.grammar.likewise or (
            line.folds[before] in line.grammar.that and before > 0 and line.folds[before - 1] in line.grammar.likewise
        )
        reported = line.word_in(before, line.grammar.that) and line.word_in(before - 1, line.grammar.this)
        if reported and line.word_in(before - 2, line.grammar.to_full):
            like, before = True, before - 2  # « …, à ce qu'a indiqué le ministère »
        if mark not in (",", '"', "–", "—") and mark not in CLOSING and not like:
            return _without_comma(line, quotes, group, groups)
        if mark == "," and _behind_insertion(line, before):
            return None
        if any(line.folds[k] in line.grammar.therein for k in range(max(0, before + 1), group.main)):
            return None  # « Paris, qui promettait une opération brève, y maintient 2 000 hommes »
        if mark == "," and _waits_for_verb(line, quotes, group, before):
            return None
        within = mark == "," and set_in(line, quotes, group, before)
        if mark == "," and not (
            within or clause_before(line, quotes, before) or _announced(line, group) or _set_in(line, group, before)
        ):
            return None
        nxt = line.skip(group.end)
        nicknamed = line.folds[group.main] in line.pack.voices.nicknames  # « Untel, dit « Hemetti », »
        called = quoted_source(line, quotes, nxt) if mark == "," and not nicknamed else None
        if called is None and (nxt >= line.n or line.folds[nxt] in _NO_SOURCE or que_at(line, nxt) is not None):
            return None
        if mark == "," and line.traits.open_clauses:
            parted = quotes.closing(line.tokens[before - 1].end) is not None
            if (
                asks(line, group)
                or open_clause(line, nxt) is not None
                or not (parted or group.lemma in line.pack.cues.telling)
            ):
                return (
                    None  # « The mayor, a doctor, said people had died », « Rebels take a town, accuse the army of … »
                )
        if line.infinitive(nxt) or (line.word_in(nxt, line.grammar.of) and line.infinitive(nxt + 1)):
            return None  # « L'armée, elle, dit avoir perdu deux soldats »
        source = called or following(line, group.end)
        if source is not None and named is not None and _is_paper(line, named, source):
            return None  # « « Le Matin » avance le chiffre de 150 morts »: the paper speaks
        if source is not None and line.word_in(group.end, _COMMA):
            source = _behind_manner(line, source)
        if source is not None and breaks_off(line, before):
            source = _up_to_rest(line, source)
        closes = mark == "," and before > 0 and _says_something(line, quotes, before)
        quoted = (
            mark in CLOSING
            or mark == '"'
            or closes
            or within
            or _parts_clause(line, before, source[1] if source else before)
        )
        if source is None or not (called or names_someone(line, group, source, quoted=quoted)):
            return None
        if group.number == "p" and mark != "," and one_thing(line, source):
            return None  # « « De nouveaux indices » justifient l'envoi d'un général »
        if group.number == "s" and mark == "," and _several_at(line, source[0]):
            return None  # « Le préfet, Untel, a signalé | deux civils tués »
        if mark == "," and not line.word_in(source[1], _COMMA) and _only_where(line, quotes, before):
            return None
        if group.lemma in line.pack.cues.learned:
            return _told_to(line, quotes, group, groups, before, source)
        if like:
            return _as_says(line, quotes, group, source, groups, before)
    if source is None:
        return None
    end = after_quoter(line, max(source[1], group.end))
    content = around(line, quotes, group, groups, before, end)
    if content is None:
        return None
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )


def _is_paper(line: Line, named: Quote, source: Stretch) -> bool:
    """Whether a name quoted before a verb speaks, for a thing stands behind it: not a slogan of one word (« « Justice » réclame une
    lettre »), unless that thing is counted (« « Liberté » annonce dix morts »)."""
    if not is_called(line, named):
        return False
    single = line.index(named.inner_start) + 1 >= line.stop(named.inner_end)
    if single and (not line.counts(*source) or _some_document(line, source)):
        return False
    return _is_thing(line, source)


def _some_document(line: Line, source: Stretch) -> bool:
    """Whether the words are those of a document that is new to the reader (« une pétition »)."""
    return line.word_in(source[0], line.grammar.indefinite) and line.document(*source)


def _is_thing(line: Line, source: Stretch) -> bool:
    """Whether what stands behind a verb is counted, written or brought in: not who speaks."""
    if line.speaks(*source):
        return False
    return line.counts(*source) or line.document(*source) or line.word_in(source[0], line.grammar.indefinite)


def _behind_manner(line: Line, source: Stretch) -> Stretch:
    """The source without how it is said before it (« témoigne, la voix brisée, | une rescapée »)."""
    parts = segments(line, *source)
    told = len(parts) > 1 and not line.speaks(*parts[0]) and line.speaks(*parts[1])
    return (parts[1][0], source[1]) if told else source


def _up_to_rest(line: Line, source: Stretch) -> Stretch:
    """The source of a cue that parts a verb from what completes it, without that (« C'est là, juge l'ONU, | un crime »)."""
    for comma in range(source[0] + 1, source[1]):
        if line.folds[comma] == "," and not line.capital(comma + 1):
            return source[0], comma
    return source


def _several_at(line: Line, i: int) -> bool:
    """Whether a number greater than one begins at token `i`."""
    at = line.tokens[i].start
    return any(n.span.start == at and n.value is not None and n.value > 1 for n in line.numerals)


def _waits_for_verb(line: Line, quotes: Quotes, group: Group, comma: int) -> bool:
    """Whether a name or quoted words part a subject from the verb behind the comma (« L'ONG, qui évoque des « abus », a
    recensé … »): whoever is named first speaks."""
    quote = quotes.closing(line.tokens[comma - 1].end)
    quoted = quote is not None and quote.start > line.tokens[0].start
    quoted = quoted and quote is not None and not (_whole(line, quote) or _what_it_was(line, quote))
    # « Le ministre, Idrissa Sow, a décrété l'état d'urgence »: not said by the state
    called = quote is None and line.named(comma) and group.lemma not in line.pack.cues.telling
    if not (quoted or called) or line.main_verb(0, comma) is not None:
        return False
    if quoted and quote is not None and (_speaks_itself(line, quote) or _behind_among(line, quote)):
        return False
    named = subject(line, group.start)
    return named is not None and line.speaks(*named)


def _speaks_itself(line: Line, quote: Quote) -> bool:
    """Whether somebody says « nous », « je » with a verb in the quotation: it is said, and names nobody (« À Gao, « nous avons
    perdu deux hommes », a déclaré un officier »)."""
    inside = range(line.index(quote.inner_start), line.stop(quote.inner_end))
    return any(
        line.word_in(k, line.words.own_voice)
        and any(
            f.finite and f.person == 1
            for m in (k + 1, k + 2)
            if m < line.n
            for _, f in line.verbs.analyses(line.folds[m])
        )
        for k in inside
    )


def _behind_among(line: Line, quote: Quote) -> bool:
    """Whether what is quoted tells, behind « Parmi eux, », who was among those told of before."""
    first = line.index(quote.start)
    return line.word_in(0, line.grammar.among) and line.word_in(first - 1, _COMMA) and line.main_verb(0, first) is None


def _without_comma(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« Neuf personnes ont péri a annoncé l'ONG. »: the comma was left out; the speaker closes the sentence."""
    if line.folds[group.start - 1] in line.words.relatives:
        return None
    if not any(line.verb_here(k) for k in range(group.start)):
        return None  # nothing that could be said stands before it
    source = following(line, group.end)
    if source is None or last_word(line, line.n, source[0]) != source[1] or not line.speaks(*source):
        return None
    if line.word_in(source[0], line.grammar.that):
        return None  # « Un élu joint par radio a assuré que l'hôpital est plein »: what is said
    start = left_edge(line, quotes, group.start, groups, group, inside=False)
    if line.main_verb(start, group.start) is None:
        return None
    comma = next((k for k in range(group.start - 1, -1, -1) if line.folds[k] == ","), 0)
    # « …, au cours d'une attaque contre deux villages a annoncé le gouverneur »: a circumstance is no subject
    aside = either(line.words.prepositions, line.words.circumstance, line.grammar.circumstance_heads)
    if line.main_verb(*(subject(line, group.start) or (0, 0))) is None and not (
        comma and line.word_in(comma + 1, aside)
    ):
        return None  # the verb has a subject of its own before it
    content = stretch(line, quotes, line.tokens[start].start, line.tokens[group.start - 1].end)
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance)


def _emerging(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int) -> Draft | None:
    """« …, ressort-il des registres de l'hôpital »: what it rests on."""
    of = line.skip(group.end)
    source = following(line, of + 1) if line.word_in(of, line.grammar.of_contracted) else None
    content = around(line, quotes, group, groups, before, source[1]) if source is not None else None
    if source is None or content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, of + 1)), content, group.cue.stance)


def _learned(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int) -> Draft | None:
    """« …, a-t-on appris de source sécuritaire », « …, est-il précisé dans le communiqué »: who it was learned from."""
    expletive = group.kind == "passive" and line.pronoun(group.subject) in line.grammar.expletive
    if not expletive and line.pronoun(group.subject) not in either(line.grammar.impersonal, line.words.own_voice):
        return None
    found = origin(line, group, line.skip(group.end))
    if found is None:
        return None
    source, first = found
    content = around(line, quotes, group, groups, before, source[1])
    if content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, first)), content, group.cue.stance)


def _told_to(
    line: Line, quotes: Quotes, group: Group, groups: Sequence[Group], before: int, told: Stretch
) -> Draft | None:
    """« …, a appris l'agence de sources locales »: who it was learned from, else who learned it."""
    source, cue = told, (group.front, group.end)
    behind = line.skip(told[1])  # « …, a appris l'agence lundi de sources locales »
    for k in (*range(told[0] + 1, told[1] - 1), behind):
        found = origin(line, group, k) if line.word_in(k, line.grammar.learned_from) else None
        if found is not None:
            source, cue = found[0], (group.front, found[1])
            break
    content = around(line, quotes, group, groups, before, max(source[1], told[1]))
    return None if content is None else Draft(line, chars(line, source), chars(line, cue), content, group.cue.stance)


def _behind_insertion(line: Line, comma: int) -> bool:
    """Whether the comma closes an inserted cue behind a subject, so that the verb after it is that subject's."""
    opened = next((k for k in range(comma - 1, 0, -1) if line.folds[k] == ","), None)
    if opened is not None and opened == comma - 2 and line.folds[comma - 1].isdecimal() and line.capital(opened - 1):
        return True  # « Ruth Abiodun, 70, said »: an age
    size = line.phrase_at(opened + 1, line.words.inserted) if opened is not None else 0
    if opened is not None and size and opened + 1 + size == comma and line.stands_out(opened - 1):
        return True  # « ; lui, en revanche, avance le chiffre de … »
    if opened is not None and line.reached(opened + 1):
        return True  # « une élue, jointe par téléphone, accuse l'armée »
    if opened is None or not said_between(line, opened, comma, 0):
        return False
    named = next((k for k in range(opened + 2, comma) if line.folds[k] in line.words.openers), opened + 1)
    # « Le ministre, Jean Dupont, condamne l'attaque, a déclaré … »: an attack says nothing
    one_of = line.word_in(named + 1, line.grammar.of) and line.voice(named, comma)
    return line.speaks(named, comma) or one_of


def _parts_clause(line: Line, before: int, end: int) -> bool:
    """Whether the cue and its source stand between commas and part a subject from its verb: whatever is named speaks."""
    return line.word_in(end, _COMMA) and line.word_in(before, _COMMA) and said_between(line, before, end, 0)


def clause_before(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether what stands before the comma can be said by itself: it has a verb, a quotation, or is a headline."""
    if quotes.touching(line.sentence.start, line.tokens[comma].start):
        holder = quotes.around(line.tokens[comma].start)
        if holder is None and not _quotes_in_relative(line, quotes, comma):
            return True
    start = 0
    for k in range(comma - 1, -1, -1):
        if line.folds[k] in ";":
            start = k + 1
            break
    if line.main_verb(start, comma) is not None or (start and line.counts(start, comma)):
        return True  # « …; ceux de mars, 24, rappelle le texte »: the verb of the clause before
    # « Le ministre, Jean Dupont, a annoncé »: two commas and no verb is a subject with its apposition, unless it only says where
    commas = sum(1 for k in range(start, comma) if line.folds[k] == ",")
    return commas == 0 or line.sentence.kind != "paragraph" or circumstantial(line, start, comma)


def _quotes_in_relative(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether what is quoted before the comma stands in a relative clause of the subject whose verb comes behind it (« La mairie,
    qui donne un « bilan provisoire » de dix morts, accuse … »)."""
    opened = next((k for k in range(comma) if line.folds[k] == ","), comma)
    if not line.word_in(opened + 1, line.grammar.glosses) or line.main_verb(0, comma) is not None:
        return False
    quoted = quotes.touching(line.sentence.start, line.tokens[comma].start)
    return line.speaks(0, opened) and all(q.start > line.tokens[opened].start for q in quoted)


def _only_where(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether nothing but a place or a time stands before the comma: « Au nord, ripostent les insurgés »."""
    if quotes.touching(line.sentence.start, line.tokens[comma].start) or line.counts(0, comma):
        return False
    answer = line.word_in(0, line.grammar.leading) and line.word_in(1, _COMMA)
    if answer or line.phrase_at(0, line.pack.cues.judging) == comma:
        return False  # « Non, par les rebelles, répond l'armée »: an answer
    return line.main_verb(0, comma) is None and circumstantial(line, 0, comma)


def _set_in(line: Line, group: Group, comma: int) -> bool:
    """Whether the cue parts a clause from the places and times before it (« A Gao, au Mali, raconte Awa, la foule a fui »)."""
    source = following(line, group.end)
    if source is None or not line.word_in(source[1], _COMMA) or not line.speaks(*source):
        return False
    if not all(circumstantial(line, *part) for part in segments(line, 0, comma)):
        return False
    return line.main_verb(source[1] + 1, line.n) is not None


def _announced(line: Line, group: Group) -> bool:
    """Whether the verb cannot have the person after it as its object: « Une attaque, faisant trois morts, a annoncé la
    police. »"""
    if group.lemma not in line.pack.cues.telling and group.cue.frames & {"object", "addressed", "counting", "told"}:
        return False
    source = following(line, group.end)
    return source is not None and line.speaks(*source) and not line.word_in(source[0], line.grammar.indefinite)


def _says_something(line: Line, quotes: Quotes, comma: int) -> bool:
    """Whether what is quoted before the comma is more than a name within a clause (« qui se fait appeler « X », raconte »)."""
    quote = quotes.closing(line.tokens[comma - 1].end)
    if quote is None:
        return False
    long = quote.inner_end - quote.inner_start > _QUOTED_NAME
    return long or quote.start <= line.sentence.start or _whole(line, quote) or _what_it_was(line, quote)


def _what_it_was(line: Line, quote: Quote) -> bool:
    """Whether the quotation is what somebody calls the thing told: « Un « massacre », a dénoncé le maire »."""
    some = either(line.grammar.indefinite, line.grammar.contracted)
    return line.word_in(0, some) and line.index(quote.start) == 1


def _whole(line: Line, quote: Quote) -> bool:
    """Whether what is quoted stands by itself, behind a colon (« Il prêche l'apaisement : « Assez de sang », supplie … »)."""
    return line.word_in(line.index(quote.inner_start) - 2, _COLON)


def _as_says(
    line: Line, quotes: Quotes, group: Group, source: Stretch, groups: Sequence[Group], before: int
) -> Draft | None:
    """« comme le précise l'ambassadeur : « … » »: what follows the colon, or else the clause it stands beside."""
    nxt = source[1]
    parted = before - 1 - (line.folds[before] in line.grammar.that)
    if nxt + 1 < line.n and line.folds[nxt] == ":":
        content = ahead(line, quotes, nxt + 1, "that", groups, group)
    elif before == 0 or (before == 1 and line.folds[1] in line.grammar.that):
        opens = nxt + 1 < line.n and line.folds[nxt] == ","  # « Comme l'a rappelé X, le droit s'applique »
        content = ahead(line, quotes, nxt + 1, "that", groups, group) if opens else None
    elif line.word_in(parted, _COMMA) and line.word_in(nxt, _COMMA) and line.main_verb(0, before) is None:
        # « Vingt corps, comme l'a indiqué la police, ont été retrouvés »
        content = around(line, quotes, group, groups, parted, nxt)
    else:
        stop = before - 1 if line.folds[before] in line.grammar.that else before
        start = left_edge(line, quotes, stop, groups, group, inside=False)
        end = last_word(line, stop, start)
        content = stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end) if end > start else None
    if content is None:
        return None
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated
    )
