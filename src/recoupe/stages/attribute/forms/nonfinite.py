"""Nonfinite: participles and infinitives that report (« …, ajoutant que », « avant d'ajouter : », « et de conclure »)."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.complements import complement
from recoupe.stages.attribute.contents.contents import Content, Quotes
from recoupe.stages.attribute.contents.own_clause import before_verb
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.forms.learned import learned_from, read_by_anyone
from recoupe.stages.attribute.forms.participles import beforehand, between, front, opens
from recoupe.stages.attribute.forms.turned_sources import one_of
from recoupe.stages.attribute.phrases.boundaries import boundary
from recoupe.stages.attribute.phrases.clause_subjects import governor_subject, main_subject
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, nearest, noun_phrase
from recoupe.stages.attribute.phrases.who_gave import who_published
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING

_COMMA = frozenset(",")
_BREAKS = frozenset(",;–—")
_NEAR = 5
"""Words at most between a verb and the « de » or « à » that it governs."""
_LONGEST = 20
"""Words of a source between « selon » and a participle beside it."""


def nonfinite(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """« …, ajoutant que », « en évoquant », « avant d'ajouter : », « a tardé à reconnaître », « et de conclure »."""
    if line.main_verb(0, group.start) is None:
        if opens(line, group):
            return beforehand(line, quotes, group, groups)
        if group.kind == "gerund" and line.word_in(min(group.start, front(line, group)) - 1, _COMMA):
            return between(line, quotes, group, groups)
    find = _participle if group.kind == "gerund" else _infinitive
    return find(line, quotes, group, groups)


def governed_turned(line: Line, group: Group) -> Group | None:
    """The infinitive with the verb that governs it as one group, where both are turned round behind what is said.

    « …, s'est-il borné à répondre », « …, s'est contenté de lâcher le ministre »; None for any other.
    """
    if group.kind != "infinitive":
        return None
    said = _governed(line, group) == "governed" or group.lemma in line.pack.cues.learned
    for k in range(group.start - 1, max(0, group.start - _NEAR), -1):
        hung = line.folds[k].startswith("-") and len(line.folds[k]) > 1
        verb = k - 1 if hung else k
        if not line.is_word(k) and not hung:
            return None
        said = said or _brings_to_say(line, verb)
        conjugated = (
            line.verbs.is_auxiliary(line.folds[verb])
            or (said and line.verb_here(verb))
            or (hung and line.verbs.finite(line.folds[verb]))
        )
        if not conjugated:
            continue
        start = verb
        while start > 0 and (
            line.folds[start - 1] in line.words.clitics
            or line.folds[start - 1] in line.words.reflexives
            or line.folds[start - 1] in line.grammar.ne
        ):
            start -= 1
        opens = start > 0 and (line.folds[start - 1] == "," or line.folds[start - 1] in CLOSING)
        if not (opens and said):
            return None
        return group._replace(kind="finite", start=start, front=start, main=verb, subject=k if hung else None)
    return None


def _brings_to_say(line: Line, k: int) -> bool:
    """Whether the verb at token `k`, turned round behind what is said, has it said (« …, a tenté d'expliquer le préfet »,
    « …, devait préciser l'armée »)."""
    return any(lemma in line.pack.cues.bringing for lemma, _ in line.verbs.analyses(line.folds[k]))


def _participle(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """A present participle behind a clause, whose subject it shares, or right behind a noun (« un rapport évoquant »)."""
    before, cue = group.start - 1, group.front
    source: Stretch | None = None
    if line.folds[group.start] in line.grammar.in_gerund:
        cue = group.main
    elif not (line.word_in(before, line.grammar.in_gerund) or line.word_in(before, _COMMA)):
        if before < 0:
            return None
        source = noun_phrase(line, boundary(line, before + 1), before + 1)
        if source is not None:
            source = nearest(line, source[0], source[1]) or source
            if group.lemma in line.pack.cues.glossing:
                return None  # « abattus, les miliciens les soupçonnant d'espionnage »: what they believed
            article = line.word_in(source[0], line.grammar.indefinite) and line.word_in(
                source[0] - 1, line.grammar.definite
            )
            source = source[0] - article, source[1]  # « …, l'un d'eux précisant que … »
            if not (line.document(*source) or line.speaks(*source) or one_of(line, *source)):
                return None
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return None
    if source is None:
        return _shared(line, group, groups, cue, content, frame)
    if line.main_verb(0, source[0]) is None:
        content = before_verb(line, quotes, content, own=frame == "that")
    source = who_published(line, source) or source
    return _draft(line, group, cue, source, content)


def _infinitive(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> Draft | None:
    """An infinitive behind the verb that governs it, beside a clause whose subject it shares, or on its own."""
    if read_by_anyone(line, group):
        return learned_from(line, quotes, group, groups)
    if group.lemma in line.pack.cues.learned and group.start < group.main:
        # « dit avoir appris d'un soignant que douze blessés étaient morts »: the carer says so
        return learned_from(line, quotes, group, groups)
    teller = _narrated(line, group)
    needed = _needed(line, group) if teller is None else None
    if teller is not None or needed is not None:
        content, _ = complement(line, quotes, group, groups)
        cue = group.start - 1 if needed is None else group.front
        return _draft(line, group, cue, teller or needed, content) if content is not None else None
    role = _governed(line, group)
    source = governor_subject(line, group) if role == "governed" else None
    if role is None or (role == "governed" and source is None):
        return None
    content, frame = complement(line, quotes, group, groups)
    if content is None:
        return None
    joined = line.folds[group.start - 1] in line.grammar.of and role != "governed"
    cue = group.start - 1 if joined else group.front
    if role == "share":
        return _shared(line, group, groups, cue, content, frame)
    if role == "carried" and frame in ("object", "counting") and group.cue.voiced:
        return None
    return _draft(line, group, cue, source, content)


def _narrated(line: Line, group: Group) -> Stretch | None:
    """Who is told of by an infinitive alone (« Et le préfet d'ajouter que … », « …, et l'ONG de conclure : … »); or None."""
    of = group.start - 1
    if not line.word_in(of, line.grammar.of):
        return None
    joint = next((k for k in range(of - 1, -1, -1) if line.folds[k] in line.grammar.conjunction), None)
    if joint is None or not (joint == 0 or line.folds[joint - 1] in _BREAKS or line.folds[joint - 1] in CLOSING):
        return None
    end = of - (line.folds[of - 1] == ",")
    if joint + 1 >= end or line.main_verb(joint + 1, end) is not None or line.counts(joint + 1, end):
        return None
    first = line.folds[joint + 1]
    pronoun = joint + 2 == end and (first in line.words.speakers or first in line.words.stressed)
    return (joint + 1, end) if pronoun or line.speaks(joint + 1, end) else None


def _needed(line: Line, group: Group) -> Stretch | None:
    """Whom it took so long to say so (« Il a fallu trois jours à l'armée pour reconnaître la mort de … »); or None."""
    led = group.start - 1
    led -= line.word_in(led, line.grammar.of) and line.word_in(led - 1, line.grammar.before)
    if not (line.word_in(led, line.grammar.purpose) or line.word_in(led, line.grammar.before)):
        return None
    needing = line.pack.cues.needing
    verbs = (k for k in range(led - 1, -1, -1) if any(v in needing for v, _ in line.verbs.analyses(line.folds[k])))
    verb = next(verbs, None)
    if verb is None or not line.participle(verb) or line.main_verb(verb + 1, led) is not None:
        return None
    for k in range(verb + 1, led - 1):
        if not line.word_in(k, line.grammar.to):
            continue
        end = next((m for m in range(k + 2, led) if line.count_at(m)), led)
        return (k + 1, end) if line.speaks(k + 1, end) else None
    return None


def _shared(line: Line, group: Group, groups: Sequence[Group], cue: int, content: Content, frame: str) -> Draft | None:
    """The draft of a verb that has the subject of the clause beside it; where that cannot speak, who spoke last."""
    if group.cue.evidence:
        return None
    source = main_subject(line, group)
    if (
        source is None
        and frame in ("object", "counting")
        and not (_beside_source(line, group) or _behind_turned(line, group, groups))
    ):
        return None
    return _draft(line, group, cue, source, content, share=True)


def _draft(
    line: Line, group: Group, cue: int, source: Stretch | None, content: Content, *, share: bool = False
) -> Draft:
    """The draft of the group, whose cue begins at token `cue`; without a source it is carried on from the one before."""
    named = chars(line, source) if source else None
    words = chars(line, (cue, group.end))
    return Draft(line, named, words, content, group.cue.stance, carried=named is None, share=share)


def _beside_source(line: Line, group: Group) -> bool:
    """Whether « selon X » stands right before the group (« …, selon MSF, citant le « manque » de … »)."""
    for k in range(group.start - 2, max(-1, group.start - _LONGEST), -1):
        size = line.phrase_at(k, line.pack.cues.adpositions)
        if size:
            source = following(line, k + size, group.start)
            return source is not None and source[1] >= group.start - 1
    return False


def _behind_turned(line: Line, group: Group, groups: Sequence[Group]) -> bool:
    """Whether who speaks stands right before the group, behind a verb turned round (« …, a dit un élu, évoquant dix morts »)."""
    told = [g for g in groups if g.end < group.start and g.kind == "finite" and "inserted" in g.cue.frames]
    source = following(line, told[-1].end, group.start) if told else None
    if source is None or not line.speaks(*source):
        return False
    between = line.folds[source[1] : group.start - 1]  # « …, a dit un élu à la presse, évoquant dix morts »
    return "," not in between and line.main_verb(source[1], group.start) is None


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
                and (form.mood == "participle" or lemma in cues.daring or lemma not in cues.accomplished)
            ):
                return None if lemma in cues.accomplished and _could_not(line, group, k) else "governed"
        if line.folds[k] in (",", ";", ":"):
            break
    if particle in line.grammar.of and _moved(line, j):
        return "governed"
    aimed = particle in line.grammar.purpose  # « sont venus pour dénoncer … »: what they came for
    return "governed" if j < i and not aimed and _says_so(line, j) else None


def _moved(line: Line, of: int) -> bool:
    """Whether « a l'honneur », « a le profond regret » stands before the « de » at token `of`: what is told with it is told."""
    if not line.word_in(of - 1, line.grammar.moved):
        return False
    helping = next((k for k in range(of - 2, max(-1, of - _NEAR), -1) if line.word_in(k, line.words.openers)), 0) - 1
    has = line.verbs.analyses(line.folds[helping]) if helping > 0 else ()
    return any(lemma in line.grammar.perfect and f.finite and f.person == 3 for lemma, f in has)


def _could_not(line: Line, group: Group, able: int) -> bool:
    """Whether somebody was not able to say so (« n'a pu confirmer », « n'a pas pu vérifier »): the verb at token `able`."""
    denied = any(line.folds[k] in line.grammar.ne for k in range(max(0, able - _NEAR), able))
    only = any(line.word_in(k, line.grammar.that) for k in range(able + 1, group.main))
    return denied and not only and group.lemma not in line.pack.cues.negatable


def _says_so(line: Line, particle: int) -> bool:
    """Whether the verb before « de » or « à » at token `particle` lets the infinitive behind it be said: most do (« s'est
    plu à rappeler », « a jugé utile de préciser »), with no object between."""
    for k in range(particle - 1, max(-1, particle - _NEAR), -1):
        fold = line.folds[k]
        if fold in line.words.openers or fold in line.words.prepositions or not line.is_word(k):
            return False
        if line.verb_here(k) or line.participle(k):
            lemmas = [v for v, f in line.verbs.analyses(fold) if f.mood == "participle" or (f.finite and f.person == 3)]
            passive = line.participle(k) and not line.verb_here(k) and not _perfect(line, k)
            cues = line.pack.cues
            if any(line.folds[m] in line.grammar.ne for m in range(max(0, k - 5), k)):
                return not cues.privative.isdisjoint(lemmas)
            return not passive and bool(lemmas) and cues.unspoken.isdisjoint(lemmas)
    return False


def _perfect(line: Line, k: int) -> bool:
    """Whether the participle at token `k` is of an active verb: « a tenu », « s'est borné »."""
    auxiliary = line.skip_back(k) - 1
    if auxiliary < 0 or not line.verbs.is_auxiliary(line.folds[auxiliary]):
        return False
    if any(lemma in line.grammar.perfect for lemma, _ in line.verbs.analyses(line.folds[auxiliary])):
        return True
    return line.word_in(auxiliary - 1, line.words.reflexives) or line.word_in(auxiliary - 2, line.words.reflexives)
