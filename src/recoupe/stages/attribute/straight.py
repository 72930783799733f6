"""Straight: subject, verb and what is said, in that order; participles, infinitives and passives."""

from collections.abc import Sequence

from recoupe.stages.attribute.ahead import ahead
from recoupe.stages.attribute.clause_end import clause_end
from recoupe.stages.attribute.complements import complement
from recoupe.stages.attribute.contents import Content, Quotes, stretch
from recoupe.stages.attribute.draft import Draft, chars
from recoupe.stages.attribute.edges import before_matrix, last_word
from recoupe.stages.attribute.following import following
from recoupe.stages.attribute.groups import Group
from recoupe.stages.attribute.impersonal import origin, side
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.sources import Stretch, antecedent, boundary, hung, nearest, noun_phrase, subject

_COMMA = frozenset(",")
_LONGEST = 20
"""Words of a source between « selon » and a participle beside it."""


def straight(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """Subject, verb, content: « l'ONU affirme que … », « Moscou dénonce … », « dit avoir … »."""
    if line.word_in(group.start - 1, line.grammar.impersonal):
        learned = _learned_from(line, quotes, group, groups)
        if learned is not None:
            return learned
    if group.lemma in line.pack.cues.depicting and (depicted := _depicted(line, quotes, group)) is not None:
        return depicted
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return _relative_object(line, quotes, group)
    imputes = group.cue.stance == "accuse" and {"addressed", "object"} <= group.cue.frames
    if imputes and line.word_in(line.index(content.start), line.grammar.to):
        return _relative_object(line, quotes, group)
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
    if group.lemma in line.pack.cues.learned and line.folds[source[0]] not in line.grammar.impersonal:
        return None  # « le ministre a appris que … »: he was told
    if line.folds[source[0]] in line.grammar.impersonal:
        whose = side(line, source[0])
        if whose is None and frame in ("object", "counting"):
            return None
        source = whose or source
    if line.word_in(group.start - 1, line.grammar.who) and line.main_verb(0, source[0]) is None:
        content = _before_verb(line, quotes, content, own=frame == "that", aside=line.word_in(source[1], _COMMA))
    if line.word_in(source[0] - 1, line.grammar.that) and line.word_in(source[0] - 2, line.grammar.without):
        return None  # « sans que la mission précise »: silence
    return Draft(
        line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance, group.negated,
        colon=frame == "colon", share=group.shared,
    )  # fmt: skip


def _before_verb(line: Line, quotes: Quotes, content: Content, *, own: bool, aside: bool = False) -> Content:
    """The content without the verb of which who says it is the subject (« Un rapport affirmant que … | a été remis »).

    `aside`: it stands between commas (« Le maire, qui assure que tout est calme, | a fui »).
    """
    first, end = line.index(content.start), line.stop(content.end)
    for k in range(first + 1, end - 1):
        verb = k + 1
        while verb < end and line.folds[verb] in line.words.clitics:
            verb += 1
        if aside and line.folds[k] == "," and verb < end and line.verb_here(verb):
            end = k + 1
            break
    stop = last_word(line, before_matrix(line, first, end, own=own), first)
    return stretch(line, quotes, content.start, line.tokens[stop - 1].end) if stop > first else content


def _relative_object(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« …, une attaque que Kiev impute à Moscou », « des exactions que l'armée dément »: what stands before « que »."""
    cue = group.cue
    if not cue.frames & {"object", "addressed"} or cue.stance not in ("deny", "accuse", "admit"):
        return None
    source = subject(line, group.start)
    if source is None or not line.word_in(source[0] - 1, line.grammar.that) or not line.speaks(*source):
        return None
    told = antecedent(line, source[0] - 1, 0)
    if told is None or told[1] - told[0] > 20 or line.word_in(told[1] - 1, line.grammar.this):
        return None
    if line.folds[told[0]] not in line.words.openers and not line.capital(told[0]):
        # « fait état d'exactions, que l'armée dément »: without the verb before
        last = max((k for k in range(*told) if line.folds[k] in line.grammar.of_contracted), default=told[0] - 1)
        told = last + 1, told[1]
        if told[0] >= told[1]:
            return None
    end = group.end
    if "addressed" in cue.frames:
        end = last_word(line, clause_end(line, quotes, group.end, "addressed", [group], group), group.end)
        if line.word_in(source[0] - 2, _COMMA):  # « l'attaque, que Kiev impute à Moscou, a fait … »
            end = next((k for k in range(group.end, end) if line.folds[k] == ","), end)
    last = end if end > group.end else told[1]  # « une attaque que Kiev impute à Moscou »: the accused is part of it
    content = stretch(line, quotes, line.tokens[told[0]].start, line.tokens[last - 1].end)
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, cue.stance, group.negated)


def _depicted(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« une frappe qu'elle présente comme une riposte », « ce qu'il a qualifié de massacre »: what it is said to be."""
    source = subject(line, group.start)
    if source is None or not line.word_in(source[0] - 1, line.grammar.that):
        return None
    if not (line.speaks(*source) or line.folds[source[0]] in line.words.speakers):
        return None
    link = line.skip(group.end)
    if not line.word_in(link, line.grammar.as_what) and not line.word_in(link, line.grammar.of):
        return None
    content = ahead(line, quotes, link + 1, "object", [group], group)
    close = next((k for k in range(link + 2, line.n) if line.folds[k] == ","), None)
    if content is not None and close is not None and line.tokens[close].start < content.end:
        content = stretch(line, quotes, content.start, line.tokens[close - 1].end)
    cue = chars(line, (group.front, link + 1))
    return Draft(line, chars(line, source), cue, content, group.cue.stance, group.negated) if content else None


def _learned_from(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« On apprend de source diplomatique que … »: who it was learned from."""
    start = line.skip(group.end)
    que = next((k for k in range(start + 1, min(start + 17, line.n)) if line.folds[k] in line.grammar.that), None)
    found = origin(line, group, start)
    if que is None or que + 1 >= line.n or found is None:
        return None
    (head, end), first = found
    source = head, min(end, que)
    content = ahead(line, quotes, que + 1, "that", groups, group)
    if content is None:
        return None
    return Draft(line, chars(line, source), chars(line, (group.front, first)), content, group.cue.stance)


def _inverted_relative(line: Line, group: Group) -> bool:
    """« que cite le Haut-Commissariat »: verb and subject after a relative « que »."""
    return (
        group.start > 0
        and line.folds[group.start - 1] in line.grammar.that
        and group.subject is None
        and not line.words.speakers & set(line.folds[group.end : group.end + 1])
    )


def _acceptable(line: Line, group: Group, source: Stretch, frame: str, content: Content) -> bool:
    cue = group.cue
    size = source[1] - source[0]
    if size > 60:
        return False
    first = line.folds[source[0]]
    partly = first in line.grammar.of and line.word_in(source[0] + 1, line.grammar.definite)
    if partly or first in line.words.subordinators:
        return False  # « de l'intention … », « comme responsable … »: no subject
    if group.lemma in line.pack.cues.sentencing and any(
        f in line.pack.cues.courts for f in line.folds[source[0] : line.head(*source)]
    ):
        return False
    if line.main_verb(*source) is not None:
        return False  # two clauses, no noun phrase
    if group.lemma in line.pack.cues.glossing and line.word_in(group.start - 1, line.grammar.who):
        return False  # « une source, qui demande à rester anonyme », « l'ONU, qui craint un exode, »
    if first in line.grammar.neuter and size == 1:
        return False
    if first in line.grammar.nobody and group.start > 0:
        return False
    last = size == 2 and first in line.grammar.demonstratives and line.folds[source[0] + 1] in line.grammar.last
    pronoun = last or first in line.words.speakers  # « Ce dernier accuse … », « elle accuse … »
    if frame == "counting" and line.word_in(group.end - 1, line.grammar.to_full):
        # « une frappe sur Sanaa, qui porte à 31 le nombre des morts », « ce nouveau bilan porte à … »: the strike, the sum does
        return not line.word_in(group.start - 1, line.grammar.who) and (pronoun or line.speaks(*source))
    if cue.evidence and frame in ("that", "object", "infinitive"):
        return pronoun or line.document(*source) or line.speaks(*source)
    counted = cue.stance != "ask" and any(
        content.start <= n.span.start < content.start + 12 and not n.article for n in line.numerals
    )
    if cue.voiced and frame in ("object", "addressed", "infinitive_de", "infinitive_to") and not counted:
        told = group.lemma in line.pack.cues.documented and line.document(*source)
        return pronoun or told or line.speaks(*source)
    if frame in ("object", "counting", "addressed", "infinitive_de", "state", "self"):
        return pronoun or line.speaks(*source) or line.document(*source)
    return True


def nonfinite(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« …, ajoutant que », « en évoquant », « avant d'ajouter : », « a tardé à reconnaître », « et de conclure »."""
    before = group.start - 1
    cue_start = group.front
    source: Stretch | None = None
    carried = share = False
    if line.main_verb(0, group.start) is None and _opens(line, group):
        return _beforehand(line, quotes, group, groups)
    if group.kind == "gerund" and line.word_in(before, _COMMA) and line.main_verb(0, group.start) is None:
        return _between(line, quotes, group, groups)
    if group.kind == "gerund":
        if line.folds[group.start] in line.grammar.in_gerund:
            share, cue_start = True, group.main
        elif line.word_in(before, line.grammar.in_gerund) or line.word_in(before, _COMMA):
            share = True
        elif before < 0:
            return None
        else:
            source = noun_phrase(line, boundary(line, before + 1), before + 1)
            share = source is None
            if source is not None:
                source = nearest(line, source[0], source[1]) or source
                if group.lemma in line.pack.cues.glossing:
                    return None  # « abattus, les miliciens les soupçonnant d'espionnage »: what they believed
                if not (line.document(*source) or line.speaks(*source)):
                    return None
    else:
        role = _governed(line, group)
        if role is None:
            return None
        share, carried, cue_start = role == "share", role == "carried", group.front
        if role == "governed":
            source = _governor_subject(line, group)
            if source is None:
                return None
        if line.folds[group.start - 1] in line.grammar.of and role != "governed":
            cue_start = group.start - 1
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return None
    if group.kind == "gerund" and source is not None and line.main_verb(0, source[0]) is None:
        content = _before_verb(line, quotes, content, own=frame == "that")
    if (
        frame in ("object", "counting")
        and (group.cue.voiced or group.kind == "gerund")
        and not share
        and source is None
    ):
        return None
    if group.cue.evidence and share:
        return None
    if source is None and share:
        source = _main_subject(line, group)
        if source is not None and not (
            line.speaks(*source)
            or line.document(*source)
            or line.folds[source[0]] in line.words.speakers
            or line.folds[source[0]].startswith("-")
        ):
            return None
    if frame == "object" and share and source is None and not _beside_source(line, group):
        return None
    named = chars(line, source) if source else None
    return Draft(
        line,
        named,
        chars(line, (cue_start, group.end)),
        content,
        group.cue.stance,
        False,
        carried=carried or named is None,
        share=share,
    )


def _beside_source(line: Line, group: Group) -> bool:
    """Whether « selon X » stands right before the group (« …, selon MSF, citant le « manque » de … »)."""
    for k in range(group.start - 2, max(-1, group.start - _LONGEST), -1):
        size = line.phrase_at(k, line.pack.cues.adpositions)
        if size:
            source = following(line, k + size, group.start)
            return source is not None and source[1] >= group.start - 1
    return False


def _opens(line: Line, group: Group) -> bool:
    """Whether the group opens the sentence: « Affirmant que …, X … », « Après avoir nié …, X … »."""
    if group.kind == "gerund":
        at = group.main - 1
        at -= line.word_in(at, line.grammar.in_gerund)
        at -= line.word_in(at, line.grammar.all)
        return at < 0 or group.start == 0
    return group.start == 1 and line.folds[0] in line.grammar.beforehand


def _between(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« Un habitant, confirmant l'attaque, parle de … »: a cue between commas, beside the subject it is said by."""
    source = noun_phrase(line, boundary(line, group.start - 1), group.start - 1)
    content, frame = complement(line, quotes, group, groups)
    if content is None or source is None or not (line.speaks(*source) or line.document(*source)):
        return None
    if group.lemma in line.pack.cues.glossing:
        return None  # « les autorités, craignant un exode, »
    first, end = line.index(content.start), line.stop(content.end)
    for comma in range(first + 1, end):
        clause = frame not in ("that", "colon") or line.main_verb(first, comma) is not None
        if line.folds[comma] == "," and clause and quotes.around(line.tokens[comma].start) is None:
            content = stretch(line, quotes, content.start, line.tokens[last_word(line, comma, first) - 1].end)
            break
    return Draft(line, chars(line, source), chars(line, (group.main, group.end)), content, group.cue.stance)


def _beforehand(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A cue that opens the sentence and has the subject of the clause after it."""
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return None
    first = line.index(content.start)
    for comma in range(first + 1, line.n):
        if line.folds[comma] != "," or (frame in ("that", "colon") and line.main_verb(first, comma) is None):
            continue
        verb = line.main_verb(comma + 1, line.n)
        if verb is None:
            return None
        left = verb
        while left > comma + 1 and line.folds[left - 1] in line.words.clitics:
            left -= 1
        source = subject(line, left, comma + 1)
        if source is None or not (line.speaks(*source) or line.folds[source[0]] in line.words.speakers):
            continue
        content = stretch(line, quotes, content.start, line.tokens[last_word(line, comma, first) - 1].end)
        return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance)
    return None


def _governed(line: Line, group: Group) -> str | None:
    """How an infinitive reports: « governed » by a verb, « share » (before or beside a clause), « carried » (« Et
    d'ajouter »); None when it does not."""
    i = group.start
    cues = line.pack.cues
    particle = line.folds[i - 1] if i > 0 else ""
    j = i - 1 if particle in line.grammar.with_infinitive else i
    head = line.folds[j - 1] if j > 0 else ""
    if particle in line.grammar.of and head in line.grammar.conjunction:
        return "carried" if j <= 2 else "share"
    if particle in line.grammar.of and head in line.grammar.before:
        return "share"
    wanted = next(iter(line.grammar.of_full), "") if particle in line.grammar.of else (particle if j < i else "")
    for k in range(j - 1, max(-1, j - 6), -1):
        for lemma, form in line.verbs.analyses(line.folds[k]):
            if (
                lemma in cues.governors
                and wanted in cues.governors[lemma]
                and ((form.finite and form.person == 3) or form.mood == "participle")
            ):
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
            return (
                found
                if found is not None and (line.speaks(*found) or line.folds[found[0]] in line.words.speakers)
                else None
            )
    return None


def _main_subject(line: Line, group: Group) -> Stretch | None:
    """The subject of the sentence's main clause before the group."""
    verbs = [k for k in range(group.start) if line.verb_here(k)]
    for verb in reversed(verbs):
        found = subject_of(line, verb)
        if found is not None and (
            line.speaks(*found)
            or line.document(*found)
            or line.folds[found[0]] in line.words.speakers
            or line.folds[found[0]].startswith("-")
        ):
            return found
    return None


def subject_of(line: Line, verb: int) -> Stretch | None:
    """The subject of the finite verb at token `verb`."""
    if verb + 1 < line.n and line.folds[verb + 1].startswith("-") and len(line.folds[verb + 1]) > 1:
        return verb + 1, verb + 2
    left = verb
    while left > 0 and line.folds[left - 1] in line.words.clitics:
        left -= 1
    return subject(line, left)
