"""Taking up: sentences that say whose word the one before was (« C'est ce qu'a indiqué le maire. », « Ce bilan émane de … »)."""

from collections.abc import Sequence
from itertools import pairwise

from recoupe.languages.word_sets import either
from recoupe.model.attribution import Stance
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.contents.left_edge import left_edge
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.clause_subjects import can_speak
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch, noun_phrase
from recoupe.stages.attribute.phrases.sources import subject
from recoupe.stages.attribute.words.groups import Group, find_groups
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import OPENING

Act = tuple[Stretch, Stretch, Stance]
"""Who, the cue, and the stance."""

_MARKS = frozenset(":;")
_COMMA = frozenset(",")
_FRONT = 7
"""So many words at most stand before « ce que », or between « ce bilan » and its verb."""


def taking_up(lines: Sequence[Line], quotes: Quotes, drafts: Sequence[Draft]) -> list[Draft]:
    """The acts whose content is what the sentence before says."""
    found = []
    held = {id(draft.line): draft for draft in drafts if draft.cue is not None}
    telling = {id(draft.line) for draft in drafts}
    for earlier, line in pairwise(lines):
        if earlier.folds[-1] == "?" or line.folds[-1] == "?" or line.sentence.kind != "paragraph":
            continue
        act = (
            _clefted(line)
            or _told_it(line)
            or _relayed(line)
            or _derived(line, id(line) in telling)
            or (_is_toll(earlier) and (_given(line) or _giving(line)))
            or None
        )
        if act is None:
            continue
        source, cue, stance = act
        last = held.get(id(earlier))
        content = _whole(earlier, quotes)
        behind = (
            last is not None and last.content.form == "direct"
        )  # « « Mon frère est mort », dit Untel. La police l'a confirmé. »
        if last is not None and content is not None and (behind or _most(last.content, content)):
            content = last.content
        if content is not None:
            found.append(Draft(line, chars(line, source), chars(line, cue), content, stance))
    return found


def _most(part: Content, whole: Content) -> bool:
    return 2 * (part.end - part.start) > whole.end - whole.start


def _whole(line: Line, quotes: Quotes) -> Content | None:
    start = left_edge(line, quotes, line.n - 1, (), None, inside=False)
    end = last_word(line, line.n, start)
    if end <= start:
        return None
    return stretch(line, quotes, line.tokens[start].start, line.tokens[end - 1].end)


def _clefted(line: Line) -> Act | None:
    """« C'est ce qu'a indiqué le maire », « C'est le maire qui l'affirme », « C'est ce qui ressort d'un rapport »."""
    alone = line.word_in(0, line.grammar.this) and line.word_in(1, line.grammar.that)  # « Ce que nie le ministre. »
    cleft = line.word_in(0, line.grammar.cleft) and line.n > 4 and line.verbs.is_auxiliary(line.folds[1])
    cleft = cleft or (
        line.word_in(0, line.grammar.presenting) and line.word_in(1, line.grammar.this)
    )  # « Voilà ce que »
    if not (alone or cleft):
        return None
    groups = find_groups(line)
    front = range(1, min(_FRONT, line.n - 2))
    this = 0 if alone else next((k for k in front if line.folds[k] in line.grammar.this), None)
    if this is not None and line.word_in(this + 1, line.grammar.that):
        group = next((g for g in groups if g.main > this + 1 and g.kind == "finite"), None)
        if group is None or group.negated:
            return None
        turned = line.skip_back(group.start) <= this + 2
        source = following(line, group.end) if turned else subject(line, group.start, this + 2)
        if turned and source is not None and line.folds[source[1] : source[1] + 1] == [":"]:
            quoted = source[1] + 1 < line.n and line.folds[source[1] + 1] in OPENING
            if quoted:
                return None  # « C'est ce que raconte un rescapé : « … » »
        close = next((k for k in range(this, line.n) if line.folds[k] in _MARKS), line.n)
        behind = source[1] if turned and source is not None else group.end
        if source is None or (alone and behind < close and line.main_verb(behind, close) is not None):
            return None  # « Ce que veut le maire est clair »
        if not (can_speak(line, source) or line.document(*source)):
            return None
        return source, (group.front, group.end), group.cue.stance
    if this is not None and line.word_in(this + 1, line.grammar.who):
        return _emanating(line, this + 2)
    named = None if alone else _presented(line)
    if named is not None:
        return named
    group = next((g for g in groups if g.kind == "finite"), None)
    if group is None or group.negated or not line.word_in(group.front - 1, line.grammar.accused):
        return None
    who = group.front - 2
    if not line.word_in(who, line.grammar.who) or line.is_word(group.end) or line.word_in(group.end, _MARKS):
        return None  # « C'est le maire qui l'affirme », and nothing behind
    source = noun_phrase(line, 2, who)
    if source is None or not line.speaks(*source):
        return None
    return source, (group.front, group.end), group.cue.stance


def _presented(line: Line) -> Act | None:
    """« C'est le constat d'un rapport de l'ONU », « C'est l'estimation avancée par l'université »."""
    noun = next((k for k in range(2, min(_FRONT, line.n - 2)) if line.folds[k] in line.grammar.presented), None)
    if noun is None or not line.word_in(noun - 1, line.grammar.definite):
        return None
    made = noun + 1
    by = line.skip(made + 1)
    if line.word_in(made, line.grammar.of_contracted):
        first = made + 1
    elif line.participle(made) and line.word_in(by, line.grammar.by):
        first = by + 1
    else:
        return None
    source = following(line, first)
    if source is None or not (line.speaks(*source) or line.document(*source)):
        return None
    if any(line.is_word(k) for k in range(line.skip(source[1]), line.n)):
        return None  # « C'est le bilan de l'armée qui inquiète »
    return source, (noun - 1, first), "say"


def _told_it(line: Line) -> Act | None:
    """« Le gouvernement l'a annoncé lundi. », « L'état-major vient de l'annoncer par communiqué. »: it is what was just told."""
    words = line.sentence.words
    if line.grammar.singular_articles.isdisjoint(words) or line.pack.cue_words.isdisjoint(words):
        return None  # asked first: it costs least
    group = next((g for g in find_groups(line) if g.kind in ("finite", "infinitive")), None)
    if group is None or group.negated or group.cue.stance == "deny" or not _tells_facts(line, group):
        return None
    verb = group.front if group.kind == "finite" else group.main
    if not line.word_in(verb - 1, line.grammar.singular_articles):
        return None
    start = group.start
    if group.kind == "infinitive":  # « vient de l'annoncer »
        start = next((k for k in range(group.start - 1, 0, -1) if line.verb_here(k)), 0)
        if not _has_said(line, start):
            return None  # « L'armée devrait l'annoncer mardi », « hésite à le dire »
    source = subject(line, start) if start else None
    behind = _past_circumstances(line, group.end)
    if source is None or not line.speaks(*source) or line.is_word(behind) or line.word_in(behind, _MARKS):
        return None  # « Le préfet l'a annoncé vaincu »
    if line.word_in(source[0], line.words.nobody) or not line.grammar.ne.isdisjoint(line.folds[: group.main]):
        return None  # « Aucune source indépendante n'a pu le confirmer »
    if not line.grammar.his.isdisjoint(line.folds[group.end :]):
        return None  # « Le président l'a confirmé à son poste »
    if group.cue.stance == "admit" and not _answers(line, source):
        return None  # « La victime l'a reconnu », « La France l'a reconnu »
    return source, (group.front, group.end), group.cue.stance


def _has_said(line: Line, verb: int) -> bool:
    """Whether the verb at token `verb` has the infinitive behind it said: « vient de l'annoncer », « a fini par le reconnaître »."""
    cues = line.pack.cues
    lemmas = {lemma for lemma, f in line.verbs.analyses(line.folds[verb]) if f.finite or f.mood == "participle"}
    if line.verbs.is_auxiliary(line.folds[verb]):
        lemmas |= {lemma for lemma, f in line.verbs.analyses(line.folds[line.skip(verb + 1)]) if f.mood == "participle"}
    return any(lemma in cues.governors for lemma in lemmas - cues.privative - cues.bringing - cues.accomplished)


def _answers(line: Line, source: Stretch) -> bool:
    """Whether who speaks is a body that can admit a deed, and no state or single person."""
    stop = line.head(*source)
    start, end = line.tokens[source[0]].start, line.tokens[stop - 1].end
    named = [m.entity.kind for m in line.mentions if start <= m.span.start < end]
    known = any(line.word_in(k, line.pack.voices.bodies.keys()) for k in range(source[0], stop))
    return any(kind in ("body", "party") for kind in named) or (known and not named)


def _relayed(line: Line) -> Act | None:
    """« Une information confirmée à l'agence par le préfet. », « Information livrée par la mairie. »: a sentence without a verb."""
    noun = int(line.word_in(0, line.words.openers))
    by = next((k for k in range(noun + 2, min(noun + _FRONT, line.n)) if line.folds[k] in line.grammar.by), None)
    if by is None or not (line.word_in(noun, line.grammar.taken_up) and line.participle(noun + 1)):
        return None
    cues = line.pack.cues
    lemmas = {lemma for lemma, f in line.verbs.analyses(line.folds[noun + 1]) if f.mood == "participle"}
    passes_on = not lemmas.isdisjoint(either(cues.setting, cues.settling)) and lemmas.isdisjoint(cues.negatable)
    source = following(line, by + 1)
    if not passes_on or source is None or not line.speaks(*source) or line.main_verb(0, line.n) is not None:
        return None
    if line.word_in(source[0], line.words.nobody):
        return None  # « Des chiffres confirmés par personne »
    return source, (noun + 1, by + 1), "say"


def _tells_facts(line: Line, group: Group) -> bool:
    """Whether « l' » before the verb can only stand for what was told: not « l'a condamné », « l'a publié », « l'a revendiqué »."""
    cues = line.pack.cues
    tells = group.lemma in either(cues.telling, cues.settling) or group.end > group.main + 1
    tells = tells or group.cue.stance == "admit"  # « L'armée l'a reconnu mardi. »
    return tells and "that" in group.cue.frames and group.cue.stance != "claim_responsibility"


def _past_circumstances(line: Line, i: int) -> int:
    """The index behind when, where and to whom it was told at `i`, where the sentence has no other verb and ends there."""
    i = line.skip(i)
    led = either(line.words.circumstance, line.grammar.told)
    if i >= line.n or not line.word_in(i, led) or line.main_verb(i, line.n) is not None:
        return i
    close = next((k for k in range(i, line.n) if line.folds[k] in (",", ";", ":")), line.n)
    return line.n if close >= line.n else close


def _derived(line: Line, reported: bool) -> Act | None:
    """« Ce bilan, provisoire, émane de la mairie », « Ces chiffres ont été fournis par l'hôpital »: whose count it was."""
    noun = 1 + line.word_in(1, line.words.prenominal)
    if not line.word_in(0, line.grammar.demonstratives) or not (
        line.word_in(noun, line.grammar.taken_up) or line.word_in(noun, line.pack.cues.documents)
    ):
        return None
    verb = line.main_verb(noun + 1, min(noun + 2 * _FRONT, line.n))
    if verb is None:
        return None
    by = next((k for k in range(verb + 1, min(verb + 5, line.n)) if line.folds[k] in line.grammar.by), None)
    if by is not None and not reported and line.verbs.is_auxiliary(line.folds[verb]):
        source = following(line, by + 1)
        return (source, (verb, by + 1), "say") if source is not None and line.speaks(*source) else None
    return None if reported else _emanating(line, verb)


def _emanating(line: Line, verb: int) -> Act | None:
    """« émane de la mairie », « ressort d'un rapport » at token `verb`."""
    of = line.skip(verb + 1)
    if not any(lemma in line.pack.cues.derived for lemma, _ in line.verbs.analyses(line.folds[verb])):
        return None
    source = following(line, of + 1) if line.word_in(of, line.grammar.of_contracted) else None
    if source is None or not (line.speaks(*source) or line.document(*source)):
        return None
    return source, (verb, of + 1), "say"


def _is_toll(line: Line) -> bool:
    """Whether a sentence of the article counts something that « le bilan » of the next may mean."""
    return line.sentence.kind == "paragraph" and line.counts(0, line.n)


def _given(line: Line) -> Act | None:
    """« Le bilan, donné par des élus, reste provisoire », « Ces chiffres, fournis par l'hôpital, … »: whose count it was; None for
    a sentence that has a count of its own (« Le bilan, établi par l'hôpital, est de 14 morts »)."""
    pointed = line.word_in(0, line.grammar.demonstratives)
    noun = 1 + line.word_in(1, line.words.prenominal)
    if not (pointed or line.word_in(0, line.grammar.definite)) or not line.word_in(noun, line.grammar.taken_up):
        return None
    made = noun + 1 + line.word_in(noun + 1, _COMMA)
    by = line.skip(made + 1)
    if (made == noun + 1 and not pointed) or not line.word_in(by, line.grammar.by) or not line.participle(made):
        return None
    cues = line.pack.cues
    lemmas = {lemma for lemma, f in line.verbs.analyses(line.folds[made]) if f.mood == "participle"}
    if lemmas.isdisjoint(either(cues.setting, cues.settling)) or not lemmas.isdisjoint(cues.negatable):
        return None
    source = following(line, by + 1)
    verb = line.main_verb(source[1], line.n) if source is not None else None
    if source is None or verb is None or not line.speaks(*source) or line.word_in(source[0], line.words.nobody):
        return None
    return None if line.counts(source[1], line.n) else (source, (made, by + 1), "say")


def _giving(line: Line) -> Act | None:
    """« La société civile, qui donne ce bilan, accuse … », « Un élu qui a livré ces chiffres … »: who counted."""
    who = next((k for k in range(2, line.n - 4) if line.folds[k] in line.grammar.who), None)
    if who is None or not line.word_in(who - 1, _COMMA):
        return None
    noun = next(
        (k for k in range(who + 2, min(who + _FRONT, line.n - 1)) if line.folds[k] in line.grammar.taken_up), None
    )
    if noun is None or not line.word_in(noun - 1, line.grammar.demonstratives) or not line.word_in(noun + 1, _COMMA):
        return None
    # « qui refuse de donner ces chiffres » gives none
    infinitives = any(
        f.mood == "infinitive" for k in range(who + 1, noun) for _, f in line.verbs.analyses(line.folds[k])
    )
    lemmas = {lemma for k in range(who + 1, noun - 1) for lemma, _ in line.verbs.analyses(line.folds[k])}
    denied = infinitives or not line.grammar.ne.isdisjoint(line.folds[who:noun])
    source = subject(line, who + 1)
    if denied or lemmas.isdisjoint(line.pack.cues.giving) or source is None or not line.speaks(*source):
        return None
    return source, (who + 1, noun + 1), "say"
