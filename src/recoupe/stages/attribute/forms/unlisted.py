"""Unlisted: verbs that no list knows, turned round behind a quotation (« … », bégaie la veuve »): there any verb says."""

from collections.abc import Sequence

from recoupe.languages.cues import VerbCue
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.forms.turned import turned
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_CUE = VerbCue(frozenset({"inserted"}), "say", False, False)
_COMMA = frozenset(",")
_SHORTEST = 4
"""Letters of a verb that is known by its ending alone."""
_LONGEST_PAUSE = 3
"""Words at most between a quotation and the verb: a comma, « se », an adverb."""


def unlisted(line: Line, quotes: Quotes, groups: Sequence[Group], taken: Sequence[Draft]) -> list[tuple[int, Draft]]:
    """The acts of verbs that report only by where they stand: right behind a quotation, who speaks right behind them."""
    found = []
    for quote in quotes.touching(line.sentence.start, line.sentence.end):
        if not line.sentence.start < quote.end < line.sentence.end or not quote.closed:
            continue
        group = _group(line, line.index(quote.end))
        if group is None or any(one.content.start <= quote.inner_start < one.content.end for one in taken):
            continue
        draft = turned(line, quotes, group, [*groups, group])
        if draft is not None and (group.subject is not None or _said_by(line, draft, group)):
            found.append((group.start, draft))
    return found


def _group(line: Line, i: int) -> Group | None:
    """The verb behind a quotation that ends before token `i`, with its auxiliary and its hung subject; or None."""
    i += line.word_in(i, _COMMA)
    start = i
    while i < min(start + _LONGEST_PAUSE, line.n) and (line.folds[i] in line.words.reflexives or line.adverb(i)):
        i += 1
    if i + 1 >= line.n or line.capital(i) or line.phrase_at(i, line.pack.cues.adpositions):
        return None
    hung = i + 1 if line.folds[i + 1].startswith("-") and len(line.folds[i + 1]) > 1 else None
    end = i + 2 if hung is not None else i + 1
    main = i
    if line.verbs.is_auxiliary(line.folds[i]):
        if not line.verbs.finite(line.folds[i]):
            return None  # L'armée « estime » avoir tué dix hommes
        main = line.skip(end)
        if main >= line.n or not _participle(line, main):
            return None
        end = main + 1
    elif not _finite(line, i, hung is not None):
        return None
    pronoun = line.pronoun(hung)
    if hung is not None and (pronoun not in line.words.speakers or pronoun in line.grammar.impersonal):
        return None
    return Group(
        line.folds[main], _CUE, "finite", start, main, end, hung, False, False, "", False, start, False
    )  # fmt: skip


def _finite(line: Line, i: int, hung: bool) -> bool:
    fold, words = line.folds[i], line.words
    if any(f.finite and f.person == 3 for _, f in line.verbs.analyses(fold)) or hung:
        return True
    if len(fold) < _SHORTEST or not fold.isalpha() or not fold.endswith(line.grammar.finite_suffixes):
        return False
    known = (words.prepositions, words.determiners, words.subordinators, words.coordinators, words.nouns)
    return not any(fold in some for some in known) and not line.human(i) and fold not in words.prenominal


def _participle(line: Line, i: int) -> bool:
    return line.participle(i) or line.tokens[i].text.casefold().endswith(line.grammar.participle_suffixes)


def _said_by(line: Line, draft: Draft, group: Group) -> bool:
    """Whether somebody stands behind the verb as its subject, and nothing that the verb could have as its object."""
    source = following(line, group.end)
    if source is None or draft.source is None or line.folds[source[0]] in line.grammar.contracted:
        return False
    if source[0] != line.skip(group.end):
        return False  # « auraient péri dans un raid américain »
    opens = line.word_in(source[0], line.words.openers) or line.capital(source[0])
    return opens and line.speaks(*source)
