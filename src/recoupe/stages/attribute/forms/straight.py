"""Straight: subject, verb and what is said, in that order (« l'ONU affirme que … »)."""

from collections.abc import Sequence

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.contents.clauses_beside import with_counts_beside
from recoupe.stages.attribute.contents.complements import complement
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.own_clause import before_verb
from recoupe.stages.attribute.contents.short_of import without_idiom
from recoupe.stages.attribute.forms.acceptable import acceptable, counts_others
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.learned import learned_from
from recoupe.stages.attribute.forms.relative_objects import called, depicted, relative_object
from recoupe.stages.attribute.forms.resuming import resumed
from recoupe.stages.attribute.forms.topics import topic
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.impersonal import side, where
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, after_links
from recoupe.stages.attribute.phrases.sources import hung, subject
from recoupe.stages.attribute.phrases.swallowed import without_subject
from recoupe.stages.attribute.phrases.who_gave import who_gave
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.nicknames import with_nickname

_COLON = frozenset(":")
_SIDE_WITHIN = 4
"""Words from « côté » to who stands on that side, at most."""
_COMMA = frozenset(",")


def straight(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """Subject, verb, content: « l'ONU affirme que … », « Moscou dénonce … », « dit avoir … »."""
    addressed = range(group.start, group.main)
    if (
        any(line.word_in(k, line.grammar.readers) for k in addressed)
        and group.lemma in line.pack.cues.offering
        and quotes.around(line.tokens[group.main].start) is None
    ):
        return None  # « La chaîne vous propose de revenir sur … »: to whoever reads the page
    emerging = group.lemma in line.pack.cues.emerging
    if (
        emerging
        and line.word_in(group.start - 1, line.grammar.who)
        and line.word_in(group.start - 2, line.grammar.this)
    ):
        return None  # « C'est ce qui ressort d'un rapport que … »: what the sentence before says
    if line.word_in(group.start - 1, line.grammar.impersonal) or emerging:
        learned = learned_from(line, quotes, group, groups)
        if learned is not None or emerging:
            return learned
    if _inverted_relative(line, group) and (quoted := _quoted_behind(line, quotes, group)) is not None:
        return quoted
    if group.lemma in line.pack.cues.depicting and (told := depicted(line, quotes, group)) is not None:
        return told
    if group.lemma in line.pack.cues.calling and (told := called(line, quotes, group)) is not None:
        return told
    which = line.grammar.which and group.cue.stance == "accuse" and not line.grammar.which.isdisjoint(line.folds)
    if which and (told := relative_object(line, quotes, group)) is not None:
        return told  # « the attack, which the army blamed on rebels, »
    if line.traits.open_clauses and resumed(line, group) is not None:
        return None  # « …, a charge the army called “fabricated” »
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return relative_object(line, quotes, group) or topic(line, quotes, group)
    content = without_idiom(line, quotes, group, content)
    imputes = group.cue.stance == "accuse" and {"addressed", "object"} <= group.cue.frames
    # « l'impute aux rebelles », « l'a attribuée aux rebelles »
    taken_up = any(line.word_in(k - 1, line.grammar.taken_before) for k in (group.main, group.front))
    to_whom = line.word_in(line.index(content.start), line.grammar.to)
    if imputes and to_whom and not taken_up and not _thing_imputed(line, content):
        return relative_object(line, quotes, group)
    if group.subject is not None:
        source = hung(line, group)
    elif _inverted_relative(line, group):
        return relative_object(line, quotes, group)
    else:
        source = subject(line, group.start, _behind_opening(line, group.start))
    if source is None or line.folds[source[0]] in line.words.nobody:
        return None
    source = who_gave(line, group, source) or source
    if line.traits.open_clauses and frame == "object" and line.word_in(source[0] - 1, line.grammar.whether):
        return None  # « Asked if he regretted the decision »
    if frame == "colon" and _own_emphasis(line, group, quotes):
        return None
    if frame == "colon" and line.word_in(source[0] - 1, line.grammar.that) and line.main_verb(0, source[0]) is None:
        return relative_object(line, quotes, group)  # « Un chiffre que l'ONU conteste : elle n'en a compté que 37 »
    if not acceptable(line, group, source, frame, content):
        return None
    if group.lemma in line.pack.cues.learned and line.folds[source[0]] not in line.grammar.impersonal:
        return None  # « le ministre a appris que … »: he was told
    if line.folds[source[0]] in line.grammar.impersonal:
        if group.conditional and group.lemma in line.pack.cues.seeming:
            return None  # « On dirait que la ville a tremblé »
        whose = side(line, source[0])
        if whose is None and frame in ("object", "counting", "quote") and not _rumoured(line, group):
            return None
        if quotes.around(line.tokens[group.main].start) is not None and whose is None:
            return None  # « « L'on craint que d'autres aient péri », a dit Untel »: his own words
        if group.lemma in line.pack.cues.suffering:
            return None  # « à Koursk, où l'on ne déplore aucun blessé »
        placed = where(line, source[0]) is not None
        counting = group.cue.stance == "estimate" and "counting" in group.cue.frames
        there = whose is not None and line.word_in(whose[0] - 1, line.grammar.to) and not counts_others(line, whose)
        there = there and whose is not None and not line.word_in(whose[1] - 1, line.pack.voices.bodies.keys())
        if counting and whose is not None and _own_losses(line, whose):
            return None  # « Côté ukrainien, on compte dix morts », « Dans les rangs de l'armée, on dénombre … »
        if counting and (placed or there):
            return None  # « à Goma, où l'on dénombre neuf morts », « À Kidal, on en compte neuf »: there, not by whom
        if placed:
            content = _aside(line, quotes, content)
        source = whose or source
    opening = source[1] == 1 and line.folds[0] in line.grammar.who  # « Qui prévient : … »
    if not opening and line.word_in(group.start - 1, line.grammar.who) and line.main_verb(0, source[0]) is None:
        content = before_verb(line, quotes, content, own=frame == "that", aside=line.word_in(source[1], _COMMA))
    elif line.word_in(source[0] - 1, line.words.partitives) and line.main_verb(0, source[0] - 1) is None:
        # « Le massacre, dont l'ONU accuse les milices, | remonte à mars »
        content = before_verb(line, quotes, content, own=frame == "that", aside=line.word_in(source[0] - 2, _COMMA))
    if line.word_in(source[0] - 1, line.grammar.that) and line.word_in(source[0] - 2, line.grammar.without):
        return None  # « sans que la mission précise »: silence
    if frame == "that":
        content = with_counts_beside(line, quotes, content, groups, group)
    whole = with_nickname(line, source)
    bare = chars(line, source)[1] if whole != source else None
    return Draft(
        line, chars(line, whole), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated,
        colon=frame == "colon", share=group.shared, bare=bare,
    )  # fmt: skip


def _own_losses(line: Line, side: Stretch) -> bool:
    """Whether the side on which « on » counts is one that bears arms, or a country's: those counted are its own."""
    grammar, words = line.grammar, line.pack.voices
    if not grammar.circles.isdisjoint(line.folds[slice(*side)]):
        return True
    if not any(line.word_in(k, grammar.facets) for k in range(max(0, side[0] - _SIDE_WITHIN), side[0] + 1)):
        return False
    head = line.folds[side[0] : line.head(*side)]
    armed = (words.roles[f].lemma in words.armed for f in head if f in words.roles)
    fights = not line.pack.cues.holders.isdisjoint(head) or not grammar.warring.isdisjoint(head) or any(armed)
    return fights or line.word_in(side[0], grammar.facets)


def _aside(line: Line, quotes: Quotes, content: Content) -> Content:
    """The content of a clause set in with « où l'on » without the clause that it is set into (« À Kiev, où l'on parle de
    six morts, | personne ne commente »)."""
    first, end = line.index(content.start), line.stop(content.end)
    for k in range(first + 1, end - 1):
        opens = line.word_in(k + 1, either(line.words.openers, line.words.subjects, line.words.nobody)) or line.capital(
            k + 1
        )
        if line.folds[k] == "," and opens and line.main_verb(k + 1, line.n) is not None:
            return stretch(line, quotes, content.start, line.tokens[last_word(line, k, first) - 1].end)
    return content


def _thing_imputed(line: Line, content: Content) -> bool:
    """Whether what is imputed stands behind those to whom it is: « impute aux rebelles la mort de douze civils »."""
    first, stop = line.index(content.start), line.stop(content.end)
    small = either(line.words.prepositions, line.words.openers, line.words.coordinators)
    for k in range(first + 2, stop):
        if line.folds[k] == "," or line.verb_here(k):
            return False
        opens = line.word_in(k, line.grammar.definite) or line.word_in(k, line.grammar.those) or line.numeric(k)
        if opens and line.is_word(k - 1) and line.folds[k - 1] not in small:
            return True
    return False


def _behind_opening(line: Line, verb: int) -> int:
    """The token behind « Selon X, » at the head of the sentence, appositions included; 0 where none stands there."""
    first = after_links(line, 0, line.n)
    size = line.phrase_at(first, line.pack.cues.adpositions)
    named = following(line, first + size) if size else None
    if named is None or not line.word_in(named[1], _COMMA) or named[1] + 1 >= verb:
        return 0
    named = without_subject(line, named)
    return named[1] + 1


def _rumoured(line: Line, group: Group) -> bool:
    """« On parle de 55 000 personnes »: a number that goes round; « on compte dix morts » is the article's own."""
    return group.lemma in line.pack.cues.rumoured and line.count_at(group.end) and group.end > group.main + 1


def _own_emphasis(line: Line, group: Group, quotes: Quotes) -> bool:
    """« J'insiste : », « je le répète : » inside a quotation: whoever is quoted goes on, and nobody else speaks."""
    first = group.front
    while first > 0 and line.folds[first - 1] in line.words.clitics:
        first -= 1
    return line.word_in(first - 1, line.words.own_voice) and quotes.around(line.tokens[group.main].start) is not None


def _quoted_behind(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« C'est ce que raconte un rescapé : « … » », « Un bilan que confirme l'hôpital : « … » »: who is named says what is quoted."""
    source = following(line, group.end)
    if source is None or not line.word_in(source[1], _COLON) or source[1] + 1 >= line.n or not line.speaks(*source):
        return None
    quote = quotes.opening(line.tokens[source[1] + 1].start)
    if quote is None:
        return None
    said = Content(quote.inner_start, quote.inner_end, "direct")
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), said, group.cue.stance)


def _inverted_relative(line: Line, group: Group) -> bool:
    """« que cite le Haut-Commissariat »: verb and subject after a relative « que »."""
    return (
        group.start > 0
        and line.folds[group.start - 1] in line.grammar.that
        and group.subject is None
        and not line.words.speakers & set(line.folds[group.end : group.end + 1])
    )
