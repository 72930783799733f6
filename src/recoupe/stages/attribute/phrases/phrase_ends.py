"""Phrase ends: the words at which the noun phrase that names who speaks gives way to how, when or to whom it was said."""

from recoupe.stages.attribute.phrases.counts import count_follows
from recoupe.stages.attribute.phrases.hearers import told_at
from recoupe.stages.attribute.phrases.own_data import own_data
from recoupe.stages.attribute.words.line import Line

_DOCUMENT_WITHIN, _DONE_WITHIN, _AGENT_WITHIN = 5, 6, 8
"""Words from a phrase's start to a document's noun, back from a time to the participle, and on to « par », at most."""
_UNIT_WITHIN = 4
"""Words from a number to the hours or days that it counts, at most."""
_CHANNEL_WITHIN = 5
"""Words from a preposition to the medium that it leads to, at most."""


def ends_phrase(line: Line, k: int, start: int) -> bool:
    """Whether the word at `k` opens a circumstance beside the noun phrase that began at `start`."""
    fold = line.folds[k]
    words = line.words
    if fold in line.words.relatives:
        return reports_on(line, k)
    if _a_while_from(line, k) and not in_relative(line, start, k):
        return True  # « a annoncé l'armée | à dix jours du scrutin », « … l'armée | deux jours après la trêve »
    gerund = fold in line.grammar.in_gerund and k > start and _does(line, k + 1)
    if gerund and not in_relative(line, start, k):
        return True  # « a indiqué le procureur | en faisant état de dix blessés »
    joined = fold in line.grammar.strong_openers and line.phrase_at(k, words.clause_openers) > 1
    if joined and not in_relative(line, start, k):
        return True  # « selon le préfet | tandis que l'opposition parle de dix morts »
    aside = line.phrase_at(k, words.inserted) or (line.adverb(k) and fold.endswith(line.grammar.adverb_suffixes))
    if aside and fold not in words.stressed and not line.is_word(min(k + aside, line.n - 1)):
        # « a dit le maire | de son côté », but not « un élu joint par téléphone »
        return not _made_then(line, start, k)
    if line.manner_at(k) and line.folds[k - 1] not in line.grammar.of_contracted:
        # « a dit le maire | en marge du sommet », but « des habitants qui vivent à la sortie de la ville »
        return not (in_relative(line, start, k) or _made_public(line, start, k) or "," in line.folds[start:k])
    if _cites(line, k):
        return True  # « selon RFI | citant des sources locales »
    if _quoted_by(line, k) or (line.participle(k) and line.phrase_at(k, line.pack.cues.resting)):
        return True
    if fold in line.grammar.apart and count_follows(line, k):
        return True  # « selon le gouvernement et 20 selon l'opposition »
    if k in line.time_at or (k + 1 in line.time_at and fold in line.grammar.time_enders):
        if _made_public(line, start, k) or _made_then(line, start, k):
            return False
        if fold in line.grammar.contracted and "," in line.folds[start:k]:
            return False  # « un élu, chargé de tenir le registre des victimes du vendredi, »
        return line.folds[k - 1] not in line.grammar.of_contracted and not in_relative(line, start, k)
    if (fold not in line.grammar.told and fold not in words.circumstance) or in_relative(line, start, k):
        return False
    if fold in line.grammar.told:
        made = _made_public(line, start, k) or _made_then(line, start, k)
        return (told_at(line, k) and not made) or fold in line.grammar.facing  # « un communiqué lu à la radio »
    return not line.word_in(k + 1, line.grammar.interim) and _is_beside(line, k, start)


def _does(line: Line, k: int) -> bool:
    """Whether a present participle stands at `k`."""
    forms = line.verbs.analyses(line.folds[k]) if k < line.n else ()
    return any(f.mood == "participle" and f.tense == "present" for _, f in forms)


def _is_beside(line: Line, k: int, start: int) -> bool:
    """Whether the preposition at `k` opens a circumstance, and is no part of a title, a body or a document (« le rapport de l'ONU
    sur », « un élu dans l'est », « un bilan établi par la mairie »)."""
    fold, grammar = line.folds[k], line.grammar
    # « ministre de la Santé dans le gouvernement … » is rare; « dans un communiqué » is the rule
    if fold in grammar.purpose:
        return not ((k > start and line.folds[k - 1] in grammar.purpose_nouns) or line.capital(k - 1))
    if fold in grammar.possible_complements:
        return _names_channel(line, k, _CHANNEL_WITHIN + 1)
    if fold in grammar.inside:
        return not (k + 1 < line.n and line.capital(k + 1)) and line.folds[k - 1] not in grammar.office_nouns
    if fold in grammar.agent and _is_agent(line, k, start):
        return False
    if fold not in grammar.located:
        return True
    if _names_channel(line, k, _CHANNEL_WITHIN):
        return True
    if line.traits.open_clauses:
        return not any(line.human(m) for m in range(max(start, k - 3), k))
    return fold in grammar.agent or not _located(line, k)


def _is_agent(line: Line, k: int, start: int) -> bool:
    """Whether « par » at `k` names who made the document or reached the person before it."""
    if line.folds[k - 1] in line.pack.cues.documents:
        return True  # « a statement by the army »
    if _made_public(line, start, k):
        return True  # « un bilan communiqué mardi à l'AFP par la mairie »
    # « un rapport mis à jour par MSF », « un habitant joint par l'AFP »
    return any(
        line.participle(m) or line.tokens[m].text.casefold().endswith(line.grammar.made_suffixes)
        for m in range(max(start + 1, k - 4), k)
    )


def _names_channel(line: Line, k: int, within: int) -> bool:
    """Whether a medium or the like is named behind the preposition at `k`."""
    return any(line.folds[m] in line.words.channels for m in range(k + 1, min(k + within, line.n)))


def _a_while_from(line: Line, k: int) -> bool:
    """Whether at `k` stands how long before or after something it was said (« à quelques heures de », « deux jours après »)."""
    first = k + line.word_in(k, line.grammar.to_full)
    if not (line.count_at(first) or line.word_in(first, line.words.openers)):
        return False
    unit = next((m for m in range(first + 1, first + _UNIT_WITHIN) if line.word_in(m, line.grammar.lengths)), line.n)
    after = line.word_in(unit + 1, line.grammar.around_infinitive)
    return after or (first > k and line.word_in(unit + 1, line.grammar.of_contracted))


def _made_public(line: Line, start: int, k: int) -> bool:
    """Whether a time or a place at `k` parts what was done with a document from who did it (« un bilan rendu public lundi
    par l'ONU », « un rapport présenté mardi à Genève par l'ONG »)."""
    documents = line.pack.cues.documents
    if not any(line.folds[m] in documents for m in range(start, min(start + _DOCUMENT_WITHIN, k))):
        return False
    if not any(line.participle(m) for m in range(max(start + 1, k - _DONE_WITHIN), k)):
        return False
    for m in range(k, min(k + _AGENT_WITHIN, line.n)):
        if line.folds[m] in (",", ".", ";", ":") or line.main_verb(m, m + 1) is not None:
            return False
        if line.folds[m] in line.grammar.by:
            return True
    return False


def _made_then(line: Line, start: int, k: int) -> bool:
    """Whether a time or a hearer at `k` tells when or to whom what stands before it was made public, told or reached (« un rapport de
    l'ONU publié | mardi », « une source jointe | dans la soirée », « un bilan transmis jeudi | à l'AFP »)."""
    for m in range(k - 1, max(start, k - 1 - _DONE_WITHIN), -1):
        if line.folds[m] in (",", ";") or line.verb_here(m):
            return False
        if line.participle(m) and not line.word_in(m - 1, line.words.determiners):
            return True
    return False


def reports_on(line: Line, k: int) -> bool:
    """Whether the relative clause that opens at `k` is a reporting act of its own (« le documentaire qui précise que
    … », « que cite l'ONU »)."""
    for m in range(k + 1, min(k + 7, line.n)):
        if line.folds[m] in line.pack.cue_words and (
            line.verb_here(m) or line.verbs.is_auxiliary(line.folds[line.skip_back(m) - 1])
        ):
            after = line.folds[line.skip(m + 1) : line.skip(m + 1) + 1]
            if line.phrase_at(k, line.pack.cues.resting):
                return False
            return (bool(after) and (after[0] in line.grammar.that or after[0] in (":", "«"))) or (
                m == k + 1 and line.folds[k] in line.grammar.that
            )
    return False


def _cites(line: Line, k: int) -> bool:
    """Whether a medium's name ends right before « citant » at `k`: whom it cites is a source of its own."""
    if not line.phrase_at(k, line.pack.cues.resting) or line.participle(k) or not line.is_word(k - 1):
        return False
    end = line.tokens[k - 1].end
    return any(m.span.end == end and m.entity.kind == "media" for m in line.mentions)


def _quoted_by(line: Line, k: int) -> bool:
    """Whether « cités par … » stands at `k`."""
    if own_data(line, k):
        return False  # « les données recueillies par l'ONU »
    quoting = line.word_in(k + 1, line.grammar.by) and any(
        lemma in line.pack.cues.quoting and f.mood == "participle" for lemma, f in line.verbs.analyses(line.folds[k])
    )
    # « joint par téléphone » names a means
    return quoting and (line.word_in(k + 2, line.words.openers) or line.voice(k + 2, min(k + 4, line.n)))


def in_relative(line: Line, start: int, k: int) -> bool:
    """Whether a relative clause has opened between `start` and `k`."""
    return not line.words.relatives.isdisjoint(line.folds[start:k])


def _located(line: Line, k: int) -> bool:
    """« dans » + a place or body inside the name of a role (« une source dans le renseignement »)."""
    return any(line.folds[m] in line.grammar.located_nouns for m in range(max(0, k - 3), k))
