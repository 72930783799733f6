"""Appositions: what still names who speaks behind a comma: a name, a title, a relative clause."""

from recoupe.stages.attribute.phrases.phrase_ends import in_relative, reports_on
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

_GROUP_WITHIN = 4
"""Words of a description among which the noun of the group stands."""
_STOP = frozenset(".")


def apposed(line: Line, comma: int, start: int, end: int) -> bool:
    """Whether what follows the comma still belongs to the source: a name, a title, a relative clause."""
    i = comma + 1
    if i >= end:
        return False
    close = next((m for m in range(i, end) if line.folds[m] in (",", ".", ";", ":") or line.folds[m] in OPENING), end)
    belongs = _as_clause(line, comma, start, close, end)
    belongs = _as_name(line, comma, end) if belongs is None else belongs
    return _as_description(line, comma, start, close, end) if belongs is None else belongs


def _as_clause(line: Line, comma: int, start: int, close: int, end: int) -> bool | None:
    """Whether a clause up to `close` belongs to the source, as a relative one may, or goes on without it; None where no clause
    begins."""
    i, fold = comma + 1, line.folds[comma + 1]
    if fold in line.words.relatives and reports_on(line, i):
        return False
    parts = fold in line.words.partitives and not line.opens_clause[i]
    some = any(line.word_in(k, line.grammar.quantities) for k in (i + 1, i + 2))  # « dont une majorité d'enfants »
    if parts and (some or line.counts(i + 1, close) or line.word_in(i + 1, line.grammar.those)):
        return False  # « …, a annoncé l'ONG, dont neuf enfants »: the count goes on, not the source
    if fold in line.grammar.relative_subjects or _called(line, i, close):
        return True
    if fold in line.words.relatives or fold in line.words.subordinators or fold in line.grammar.apart:
        return False
    if line.phrase_at(i, line.words.clause_openers):
        return False  # « …, a dit Untel, tandis que le maire évoquait … »
    if line.skip(i) >= close and i < close:
        return False
    if fold in line.words.openers and close == i + 1 and line.word_in(close, OPENING):
        body = any(m.span.end == line.tokens[comma - 1].end and m.entity.kind != "person" for m in line.mentions)
        shut = next((m for m in range(close, end) if line.folds[m] == ","), None)
        if body or line.pack.voices.bodies.keys() & line.folds[start : start + 2] or shut is None:
            return False
        if line.main_verb(close + 1, shut) is not None:
            return False  # « Selon le maire, Untel, un « calme précaire » règne », but « Selon Untel, un « héros » de la guerre, »
    return False if line.main_verb(i, close) is not None else None


def _as_name(line: Line, comma: int, end: int) -> bool | None:
    """Whether a name, an age or one of many belongs to the source, or words go on without it; None where the first words do not tell."""
    i, fold = comma + 1, line.folds[comma + 1]
    if line.capital(i) and fold not in line.words.openers and fold not in line.words.prepositions:
        return not any(f.finite for _, f in line.verbs.analyses(fold))
    if line.numeric(i) and line.word_in(i + 1, line.grammar.ages):
        return True
    titled = i + (fold in line.words.openers and not line.capital(i))  # « Me Karim Baloch », « le Dr Hanna Weiss »
    called = titled + 1 + line.word_in(titled + 1, _STOP)  # « le gouverneur, M. Oumar Sow »
    if called < end and line.folds[titled].rstrip(".") in line.pack.voices.honorifics and line.capital(called):
        return True
    one = i + (line.word_in(i, line.grammar.singular_articles) and line.word_in(i + 1, line.grammar.indefinite))
    if line.word_in(one, line.grammar.indefinite) and line.word_in(one + 1, line.grammar.of_contracted):
        return True  # « le comité, un de ces groupes d'habitants », « Ali Sow, l'un des médecins de l'hôpital »
    if fold in line.words.openers and line.word_in(
        i + 1 + line.word_in(i + 1, line.words.prenominal), line.grammar.taken_up
    ):
        return False  # « selon l'armée, un bilan impossible à vérifier »: the article's own comment
    if line.numeric(i):
        return False  # « …, tuant, selon la mairie, une dizaine de passants »
    if (
        line.is_word(i)
        and line.named(comma)
        and fold not in line.words.openers
        and fold not in line.words.prepositions
        and fold not in line.words.coordinators
        and not line.adverb(i)
        and not line.numeric(i)
        and not line.verbs.analyses(fold)
    ):
        return True  # « Moussa Diallo, chirurgien à Gao »
    return None


def _as_description(line: Line, comma: int, start: int, close: int, end: int) -> bool:
    """Whether the words up to `close` say who the source is (« le porte-parole », « représentante du HCR »)."""
    i, fold = comma + 1, line.folds[comma + 1]
    noun = i + 1 if fold in line.words.openers else i
    head = line.tokens[line.head(start, comma) - 1].end
    named = [m for m in line.mentions if line.tokens[start].start <= m.span.start < head]
    definite = fold in line.words.openers and fold not in line.grammar.indefinite
    titles = any(line.folds[k] in line.pack.voices.roles for k in range(start, min(start + _GROUP_WITHIN, comma)))
    if definite and titles and line.capital(noun) and line.word_in(i, line.grammar.singular_articles):
        name = line.tokens[noun + 1].start if noun + 1 < line.n else -1
        if any(m.span.start == name and m.entity.kind == "person" for m in line.mentions):
            return True  # « leur chef, l'Américain Untel, qui … »
    if definite and close < end and line.folds[close] != "." and in_relative(line, start, comma):
        return False  # « Selon les élus qui ont fui la ville, les milices … »
    if definite and close < end and named and all(m.entity.kind != "person" for m in named):
        return False  # « Selon l'AFP, le Conseil … »: what follows is the clause's subject
    if definite and (close >= end or line.word_in(close, _STOP)) and _names_group(line, start, comma, noun):
        return True
    if noun < close and (line.folds[noun] in line.pack.cues.voices or line.folds[noun] in line.pack.cues.documents):
        return True
    ranked = (definite and line.capital(noun + 1)) or (line.named(comma) and (definite or noun == i))
    if ranked and line.word_in(noun, line.pack.voices.roles.keys()):
        return True  # « le porte-parole, le vice-amiral Untel », « Awa Diallo, représentante du HCR »
    if (
        noun < close
        and noun == i
        and (
            any(f.mood == "participle" and f.tense == "past" for _, f in line.verbs.analyses(fold))
            or (fold.endswith(line.grammar.made_suffixes or ("-",)) and not line.verbs.analyses(fold))
        )
    ):
        return close >= end or line.folds[close] in (".", ",")
    return fold in line.grammar.appositions


def _names_group(line: Line, start: int, comma: int, noun: int) -> bool:
    """Whether a name at token `noun`, behind its article, is that of the group described before the comma (« revendiqué par un
    groupe inconnu, les Aigles du Sud », « par la branche locale d'Al-Qaïda, les shebab »)."""
    words = line.pack.voices
    described = line.folds[start : min(comma, start + _GROUP_WITHIN)]
    if noun >= line.n or not any(fold in words.wider or fold in line.pack.cues.voices for fold in described):
        return False
    at = line.tokens[noun].start
    return line.capital(noun) or any(m.span.start == at and m.entity.kind in ("party", "body") for m in line.mentions)


def _called(line: Line, i: int, end: int) -> bool:
    """Whether a name is given at `i` (« , du nom de Karimi », « , prénommée Rokia »)."""
    naming = next((m for m in (i, i + 1) if m < end and line.folds[m] in line.pack.voices.naming), None)
    if naming is None:
        return False
    name = naming + 1 + line.word_in(naming + 1, line.grammar.of)
    return name < end and line.capital(name)
