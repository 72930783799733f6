"""Turned sources: whether the words behind a verb that is turned round name who speaks (token indexes within a line)."""

from recoupe.languages.word_sets import either
from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_LONGEST_NAME = 4
"""Words of a quoted name, at most."""


def names_someone(line: Line, group: Group, source: Stretch, *, quoted: bool) -> bool:
    first = line.folds[source[0]]
    pronoun = line.pack.voices.pronouns.get(" ".join(line.folds[slice(*source)]))
    if pronoun is not None and pronoun.points == "last":
        return True  # « …, souligne ce dernier, … »
    if len(first) == 1 and line.capital(source[0]) and line.word_in(source[0] + 1, frozenset(".")):
        return True  # « A. K., infirmier »
    if first in line.grammar.those and not (line.words.relatives & set(line.folds[source[0] + 1 : source[0] + 2])):
        return False  # « Bamako, qui tait ses pertes, a annoncé celles des rebelles »
    if line.weak(*source) or first in line.grammar.those:
        return True  # « …, racontent ceux qui ont fui, … »
    if first in line.words.relatives or (first in line.words.prepositions and first not in line.grammar.of_contracted):
        return False
    if source[1] - source[0] > 45 or (first in line.grammar.of and line.word_in(source[0] + 1, line.grammar.definite)):
        return False
    form = line.pack.voices.determiners.get(first)
    owned = first in line.grammar.of_contracted and not line.capital(source[0]) and (form is None or form.number != "p")
    if owned and line.capital(source[0] + 1):
        return False  # « 24 morts dans des frappes, riposte du Hamas »: a noun
    if quoted or line.traits.open_clauses:
        return quoted or line.voice(*source)
    # « Kiev affirme que la ville tient, dénonce des tirs sur l'hôpital et demande des obus »: shots say nothing
    heard = line.speaks(*source) or line.document(*source) or one_of(line, *source) or _must_speak(line, group, source)
    return heard and line.main_verb(source[0], _to_relative(line, source)) is None


def _to_relative(line: Line, source: Stretch) -> int:
    """The end of what names who speaks: the comma before the relative clause that closes it (« a dit le maire, | qui avait dans un
    premier bilan fait état de neuf morts »)."""
    comma = next((k for k in range(source[1] - 1, source[0], -1) if line.folds[k] == ","), source[1])
    return comma if line.word_in(comma + 1, line.grammar.who) else source[1]


def quoted_source(line: Line, quotes: Quotes, at: int) -> Stretch | None:
    """The name in quotation marks from token `at` on that ends its clause (« …, écrivait hier « La Tribune ». »), or None."""
    quote = quotes.opening(line.tokens[at].start) if at < line.n else None
    if quote is None or not quote.closed:
        return None
    end = line.index(quote.end - 1) + 1
    ends = end >= line.n or line.folds[end] in ",."
    return (at, end) if ends and is_called(line, quote) else None


def is_called(line: Line, quote: Quote) -> bool:
    """Whether no more than a name is quoted: a few words with capitals (« « Le Quotidien d'Oran » », not « « Un carnage » »)."""
    inside = range(line.index(quote.inner_start), line.stop(quote.inner_end))
    if not 0 < len(inside) <= _LONGEST_NAME or not line.capital(inside[0]) or not line.capital(inside[-1]):
        return False
    return all(line.capital(k) or line.folds[k] in either(line.words.openers, line.grammar.of) for k in inside)


def _must_speak(line: Line, group: Group, source: Stretch) -> bool:
    """Whether whoever is named speaks, for the verb tells, takes no thing for its object, and the phrase ends the
    sentence: « …, a indiqué le moukhtar du village. »"""
    things = group.cue.frames & {"object", "addressed", "counting", "told"}
    papers = group.number == "p" and line.word_in(source[0] + 1, line.pack.cues.watchers)
    if papers and group.lemma in line.pack.cues.telling:
        return True  # « …, rapportent plusieurs journaux »
    article = line.word_in(source[0], line.words.determiners) and not line.counts(*source)
    ends = last_word(line, line.n, source[0]) == source[1]
    return article and ends and (group.lemma in line.pack.cues.telling_only or not things)


def one_thing(line: Line, source: Stretch) -> bool:
    """Whether the words name one thing, and nobody who speaks: a verb in the plural is none of theirs."""
    single = line.word_in(source[0], line.grammar.singular_articles) or line.word_in(source[0], line.grammar.indefinite)
    return single and not line.speaks(*source) and "," not in line.folds[slice(*source)]


def one_of(line: Line, start: int, end: int) -> bool:
    """Whether start:end is one of those who can speak (« l'un de ses infirmiers », « l'un d'eux », « plusieurs d'entre eux »)."""
    of = start + 1
    if line.word_in(start, line.words.determiners) and line.word_in(of, line.grammar.indefinite):
        of += 1
    if line.word_in(of, line.grammar.of) and any(line.word_in(k, line.words.stressed) for k in (of + 1, of + 2)):
        return True
    return line.word_in(of, line.grammar.of) and of + 1 < end and line.speaks(of + 1, end)


def names_subject(line: Line, quote: Quote) -> bool:
    """Whether the quotation is a name within the subject of the verb right behind it (« Le gang « X » a tué cinq policiers »)."""
    first, stop, after = line.index(quote.inner_start), line.stop(quote.inner_end), line.index(quote.end)
    opened = line.index(quote.start)
    if opened < 1 or not line.is_word(opened - 1) or line.word_in(after, _COMMA) or stop - first > _LONGEST_NAME:
        return False
    return line.main_verb(0, opened) is None and line.main_verb(first, stop) is None
