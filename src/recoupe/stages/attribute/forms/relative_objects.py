"""Relative objects: what is said stands before « que » (« une attaque que Kiev impute à Moscou »)."""

from recoupe.stages.attribute.contents.ahead import ahead
from recoupe.stages.attribute.contents.clause_end import clause_end
from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word
from recoupe.stages.attribute.forms.draft import Draft, chars
from recoupe.stages.attribute.phrases.clause_subjects import can_speak
from recoupe.stages.attribute.phrases.following import following
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.phrases.sources import antecedent, subject
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA = frozenset(",")
_LONGEST = 20
"""Words of what is said to be so before « que »."""


def relative_object(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« …, une attaque que Kiev impute à Moscou », « des exactions que l'armée dément »: what stands before « que »."""
    cue = group.cue
    if not cue.frames & {"object", "addressed"}:
        return None
    if "addressed" not in cue.frames and line.word_in(line.skip_back(group.start) - 1, line.grammar.that):
        return _inverted(line, quotes, group)
    if cue.stance not in ("deny", "accuse", "admit") and group.lemma not in line.pack.cues.settling:
        return None
    source = subject(line, group.start)
    if source is None or not line.speaks(*source) or line.folds[source[0]] in line.words.nobody:
        return None
    which = line.word_in(source[0] - 1, line.grammar.which) and cue.stance == "accuse"
    if not line.word_in(source[0] - 1, line.grammar.that) and not which:
        return None
    told = antecedent(line, source[0] - 1, 0)
    if told is None or told[1] - told[0] > 20 or line.word_in(told[1] - 1, line.grammar.this):
        return None
    if _takes_up(line, *told):
        return None
    if cue.stance == "admit" and line.speaks(*told):
        return None  # « le gouvernement que l'ONU reconnaît »
    told = _document_of(line, told)
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
    accused = line.index(line.tokens[group.end].start) if group.end < line.n else group.end
    end = last_word(line, before_matrix(line, accused, end, own=False), accused) if end > group.end else end
    bare = line.capital(told[0]) and line.folds[told[0]] not in line.words.openers and line.main_verb(0, told[0])
    if bare and end > group.end:  # « l'attentat qui a frappé Gao, que Bamako impute aux … »: no town is imputed
        told = accused, end
    last = end if end > group.end else told[1]  # « une attaque que Kiev impute à Moscou »: the accused is part of it
    content = stretch(line, quotes, line.tokens[told[0]].start, line.tokens[last - 1].end)
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, cue.stance, group.negated)


def _inverted(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« des assauts que revendique le mouvement », « Bilan que conteste l'armée »: the speaker behind the verb."""
    cues = line.pack.cues
    if group.lemma not in cues.settling and group.cue.stance not in ("deny", "accuse"):
        return None
    that = line.skip_back(group.start) - 1
    source = following(line, group.end)
    told = antecedent(line, that, 0)
    if source is None or told is None or not line.speaks(*source) or line.word_in(told[1] - 1, line.grammar.this):
        return None
    verb = line.main_verb(*source)
    while verb is not None and verb > source[0] and line.folds[verb - 1] in line.words.clitics:
        verb -= 1
    source = source[0], verb or source[1]  # « que revendique le mouvement ont visé … »
    if told[1] - told[0] > _LONGEST or line.main_verb(*told) is not None or _takes_up(line, *told):
        return None
    content = stretch(line, quotes, line.tokens[told[0]].start, line.tokens[told[1] - 1].end)
    cue = chars(line, (group.front, group.end))
    return Draft(line, chars(line, source), cue, content, group.cue.stance, group.negated)


def _document_of(line: Line, told: Stretch) -> Stretch:
    """The document of those who stand right before « que »: « les chiffres de l'ONG, que le gouvernement conteste »."""
    of = told[0] - 1
    if line.word_in(of, line.grammar.of_contracted) and line.word_in(of - 1, line.pack.cues.documents):
        article = of - 2
        while line.word_in(article, line.words.prenominal):
            article -= 1
        return (article, told[1]) if line.word_in(article, line.words.openers) else told
    return told


def _takes_up(line: Line, start: int, end: int) -> bool:
    """Whether start:end only takes up what stands before it: « …, version (que contestent les habitants) »."""
    noun = start + line.word_in(start, line.grammar.indefinite)
    return end - noun == 1 and line.word_in(noun, line.grammar.taken_up) and line.word_in(start - 1, _COMMA)


def called(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« ce que l'ONU appelle « la pire famine du siècle » »: the words for it, where they are quoted."""
    source = subject(line, group.start)
    if source is None or not line.word_in(source[0] - 1, line.grammar.that) or not can_speak(line, source):
        return None
    if not line.word_in(source[0] - 2, line.grammar.this):
        return None  # « le camp que les soldats appellent « Alpha » »: a name, and no judgement
    name = group.end
    while line.word_in(name, line.words.openers):
        name += 1  # « ce qu'il appelle une « opération » »
    quote = quotes.opening(line.tokens[name].start) if name < line.n else None
    if quote is None:
        return None
    content = stretch(line, quotes, line.tokens[group.end].start, quote.end)
    if name == group.end:
        content = Content(quote.inner_start, quote.inner_end, "direct")
    return Draft(line, chars(line, source), chars(line, (group.front, group.end)), content, group.cue.stance)


def depicted(line: Line, quotes: Quotes, group: Group) -> Draft | None:
    """« une frappe qu'elle présente comme une riposte », « ce qu'il a qualifié de massacre »: what it is said to be."""
    source = subject(line, group.start)
    if source is None or not line.word_in(source[0] - 1, line.grammar.that):
        return None
    if not can_speak(line, source):
        return None
    link = line.skip(group.end)
    if not line.word_in(link, line.grammar.as_what) and not line.word_in(link, line.grammar.of):
        return None
    content = ahead(line, quotes, link + 1, "object", [group], group)
    quote = quotes.opening(line.tokens[link + 1].start) if link + 1 < line.n else None
    if quote is not None:  # « ce que l'armée qualifie de « frappe de précision » | a tué neuf enfants »
        content = Content(quote.inner_start, quote.inner_end, "direct")
    close = next((k for k in range(link + 2, line.n) if line.folds[k] == ","), None)
    if content is not None and close is not None and line.tokens[close].start < content.end:
        content = stretch(line, quotes, content.start, line.tokens[close - 1].end)
    cue = chars(line, (group.front, link + 1))
    return Draft(line, chars(line, source), cue, content, group.cue.stance, group.negated) if content else None
