"""Following: the words that name who speaks, after an inverted verb or an adposition (token indexes)."""

from recoupe.stages.attribute.beside_them import another_of_them
from recoupe.stages.attribute.counts import count_follows
from recoupe.stages.attribute.line import Line
from recoupe.stages.attribute.marks import CLOSING, DASHES, OPENING
from recoupe.stages.attribute.noun_phrases import Stretch

_FULL_NAME = 2
"""Words of a first name and a surname."""
_LONGEST_MOOD = 7
"""Words of how somebody speaks, between commas."""
_DOCUMENT_WITHIN, _DONE_WITHIN, _AGENT_WITHIN = 5, 6, 8
"""Words from a phrase's start to a document's noun, back from a time to the participle, and on to « par », at most."""
_GROUP_WITHIN = 4
"""Words of a description among which the noun of the group stands."""
_UNIT_WITHIN = 4
"""Words from a number to the hours or days that it counts, at most."""
_LONGEST = 80
"""Words of the longest phrase that names who speaks, appositions and relative clauses included; it also bounds the cost of
endless sentences."""
_STOP = frozenset(".")


def following(line: Line, start: int, floor_end: int | None = None) -> Stretch | None:
    """The noun phrase after an inverted verb or « selon », from token `start`: with its appositions and relative
    clauses."""
    end_limit = min(line.n if floor_end is None else floor_end, start + _LONGEST)
    i = _to_source(line, start, end_limit)
    if i >= end_limit:
        return None
    if line.folds[i] in line.words.stressed or line.folds[i] in line.words.speakers:
        return i, _past_name(line, i + 1, end_limit)
    k = i
    while k < end_limit:
        fold = line.folds[k]
        if fold == "(":
            close = next((m for m in range(k, end_limit) if line.folds[m] == ")"), None)
            # an acronym or a note on the name; a long aside ends the phrase
            if close is not None and close - k <= 8:
                k = close + 1
                continue
            break
        if fold in OPENING:
            close = next((m for m in range(k, end_limit) if line.folds[m] in CLOSING), None)
            if close is not None and close - k <= 14 and k - i <= 12:
                k = close + 1
                continue
            break
        if fold in (".", ";", ":", "!", "?", "…", ")", "]") or fold in CLOSING:
            initial = k > i and len(line.folds[k - 1]) == 1 and line.capital(k - 1)
            if (
                fold == "."
                and k > 0
                and (initial or line.folds[k - 1] in line.pack.traits.abbreviations)
                and k + 1 < end_limit
            ):
                k += 1
                continue
            break
        if fold == ",":
            if not (_apposition(line, k, i, end_limit) or another_of_them(line, k, start, end_limit)):
                break
            k += 1
            continue
        if fold in DASHES and k > i:
            if k + 1 < end_limit and line.folds[k + 1] in line.words.openers:
                k += 1
                continue
            break
        if k > i and _ends_phrase(line, k, i):
            break
        k += 1
    while k > i and not line.is_word(k - 1) and line.folds[k - 1] not in (")", "]", *CLOSING):
        k -= 1
    return (i, k) if k > i else None


def _past_name(line: Line, comma: int, end: int) -> int:
    """The index after the name apposed to a pronoun that points back (« celui-ci, Untel, »); `comma` where there is none."""
    pronoun = line.pack.voices.pronouns.get(line.folds[comma - 1])
    if pronoun is None or pronoun.points != "last" or comma + 1 >= end or line.folds[comma] != ",":
        return comma
    start = line.tokens[comma + 1].start
    name = next((m for m in line.mentions if m.span.start == start and m.entity.kind == "person"), None)
    if name is None:
        return comma
    after = line.stop(name.span.end)
    return after if after >= line.n or line.folds[after] in (",", ".") else comma


def _to_source(line: Line, start: int, end: int) -> int:
    """Past what stands between an inverted verb and its subject: adverbs, times, « à l'AFP », « dans un communiqué
    »."""
    i = start
    while i < end:
        fold = line.folds[i]
        whence = line.adverb(i) and fold in line.grammar.skipped_before_source and line.capital(i + 1)
        j = i if whence else line.skip(i)  # « a reconnu depuis Paris | le ministre »
        if j > i:
            i = j
            continue
        if len(fold) == 1 and line.capital(i) and line.word_in(i + 1, _STOP):
            return i  # « témoigne A. K., infirmier »: an initial
        if fold == ",":
            i = _past_mood(line, i, end)
            continue
        if fold in DASHES:  # « constate – la voix brisée – la directrice »
            close = next((k for k in range(i + 1, min(i + _LONGEST_MOOD, end)) if line.folds[k] in DASHES), None)
            if close is not None and close + 1 < end:
                i = close + 1
                continue
        if line.participle(i) and line.word_in(i + 1, line.grammar.skipped_before_source):
            j = past_phrase(line, i + 2, end)  # « raconte assise devant sa tente une mère »
            if j < end and j > i + 2 and line.word_in(j, line.words.openers):
                i = j
                continue
        manner = line.phrase_at(i, line.words.manners)
        if manner and (line.word_in(i + manner, line.words.openers) or line.capital(i + manner)):
            i += manner  # « a dit avec colère | le maire »
            continue
        if manner or fold in line.grammar.skipped_before_source:
            j = past_phrase(line, i + 1, end)
            if j < end and j > i + 1:
                i = j
                continue
        return i
    return i


def _past_mood(line: Line, comma: int, end: int) -> int:
    """Past the comma, and past how somebody speaks where that stands between commas (« bredouille, encore sonnée, la
    gérante »)."""
    close = next((k for k in range(comma + 1, min(comma + _LONGEST_MOOD, end)) if line.folds[k] == ","), None)
    if close is None or close + 1 >= end or not line.word_in(close + 1, line.words.openers):
        return comma + 1
    if line.participle(comma + 1) and line.word_in(comma + 2, line.words.prepositions):
        return close + 1  # « martèle, entouré de ses généraux, le président »
    named = any(line.folds[k] in line.words.openers or line.capital(k) for k in range(comma + 1, close))
    return comma + 1 if named or line.human(comma + 1) else close + 1


def past_phrase(line: Line, i: int, end: int) -> int:
    """The index of the noun phrase opener after the prepositional phrase that goes on at `i`."""
    seen = False
    k = i
    while k < end:
        fold = line.folds[k]
        if fold == ",":
            return k + 1
        if fold == "(":  # « sur X (anciennement Twitter) »
            k = next((m + 1 for m in range(k, end) if line.folds[m] == ")"), end)
            continue
        called = _channel_name(line, k, end)
        if called > k:
            seen, k = True, called
            continue
        opener = fold in line.words.openers or (line.capital(k) and k > i and fold not in line.words.channels)
        opener = opener or (line.traits.open_clauses and fold in line.words.subjects)  # « in a video it had … »
        inside = (
            line.folds[k - 1] in line.words.prepositions
            or (line.folds[k - 1] in line.words.determiners and not line.capital(k - 1))
            or line.folds[k - 1] in line.grammar.of
            or (fold in line.grammar.of_contracted and line.folds[k - 1] in line.grammar.relational)
        )
        # « sur Telegram Jean Dupont », but « à Radio France Internationale »
        medium = line.folds[k - 1] in line.words.channels and line.folds[k - 1] not in line.pack.cues.watchers
        named = line.capital(k) and line.capital(k - 1) and not medium
        # « à l'AFP Untel »: another name begins here
        named = named and not any(mention.span.start == line.tokens[k].start for mention in line.mentions)
        if seen and opener and not inside and not named:
            return k
        if line.capital(k) or not (fold in line.words.determiners or fold in line.words.prepositions):
            seen = True  # « devant les Quinze »
        k += 1
    return end


def _channel_name(line: Line, k: int, end: int) -> int:
    """The index behind the name of a medium that stands at `k` behind its noun, where who speaks is named next (« à la
    radio | Okapi | Jean Lumbi », « à la chaîne | France 24 | le maire »); `k` where none does."""
    noun = line.folds[k - 1]
    bears_name = noun in line.pack.cues.watchers and noun not in line.words.nouns and not line.capital(k - 1)
    if not bears_name or not line.capital(k):
        return k
    after = next((line.stop(m.span.end) for m in line.mentions if m.span.start == line.tokens[k].start), k + 1)
    if any(m.span.start == line.tokens[k].start and m.entity.kind == "person" for m in line.mentions):
        if after - k == _FULL_NAME:
            return k  # « à la même agence | Untel Untel, … »
        after = k + 1
    while after < end and line.folds[after].isdecimal():
        after += 1
    follows = after < end and (line.capital(after) or line.word_in(after, line.words.openers))
    return after if follows else k


def _ends_phrase(line: Line, k: int, start: int) -> bool:
    """Whether the word at `k` opens a circumstance beside the noun phrase that began at `start`."""
    fold = line.folds[k]
    words = line.words
    if fold in line.words.relatives:
        return _reports_on(line, k)
    if _a_while_from(line, k) and not _in_relative(line, start, k):
        return True  # « a annoncé l'armée | à dix jours du scrutin », « … l'armée | deux jours après la trêve »
    joined = fold in line.grammar.strong_openers and line.phrase_at(k, words.clause_openers) > 1
    if joined and not _in_relative(line, start, k):
        return True  # « selon le préfet | tandis que l'opposition parle de dix morts »
    aside = line.phrase_at(k, words.inserted) or (line.adverb(k) and fold.endswith(line.grammar.adverb_suffixes))
    if aside and fold not in words.stressed and not line.is_word(min(k + aside, line.n - 1)):
        return not _made_then(
            line, start, k
        )  # « a dit le maire | de son côté », but not « un élu joint par téléphone »
    if line.phrase_at(k, words.manners) and line.folds[k - 1] not in line.grammar.of_contracted:
        # « a dit le maire | en marge du sommet », but « des habitants qui vivent à la sortie de la ville »
        return not (_in_relative(line, start, k) or _made_public(line, start, k) or "," in line.folds[start:k])
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
        return line.folds[k - 1] not in line.grammar.of_contracted and not _in_relative(line, start, k)
    if (fold not in line.grammar.told and fold not in words.circumstance) or _in_relative(line, start, k):
        return False
    if fold in line.grammar.told:
        made = _made_public(line, start, k) or _made_then(line, start, k)
        return (told_at(line, k) and not made) or fold in line.grammar.facing  # « un communiqué lu à la radio »
    if line.word_in(k + 1, line.grammar.interim):
        return False
    if fold in words.circumstance:
        # « ministre de la Santé dans le gouvernement … » is rare; « dans un communiqué » is the rule
        if fold in line.grammar.purpose:
            return not ((k > start and line.folds[k - 1] in line.grammar.purpose_nouns) or line.capital(k - 1))
        if fold in line.grammar.possible_complements:
            return any(line.folds[m] in words.channels for m in range(k + 1, min(k + 6, line.n)))
        if fold in line.grammar.inside:
            return not (k + 1 < line.n and line.capital(k + 1)) and line.folds[k - 1] not in line.grammar.office_nouns
        if fold in line.grammar.agent and line.folds[k - 1] in line.pack.cues.documents:
            return False  # « a statement by the army »
        if fold in line.grammar.agent and _made_public(line, start, k):
            return False  # « un bilan communiqué mardi à l'AFP par la mairie »
        if fold in line.grammar.agent and any(
            line.participle(m) or line.tokens[m].text.casefold().endswith(line.grammar.made_suffixes)
            for m in range(max(start + 1, k - 4), k)
        ):
            return False  # « un rapport mis à jour par MSF », « un habitant joint par l'AFP »
        if fold in line.grammar.located and line.traits.open_clauses:
            told = any(line.folds[m] in words.channels for m in range(k + 1, min(k + 5, line.n)))
            return told or not any(line.human(m) for m in range(max(start, k - 3), k))
        if fold in line.grammar.located:
            return (
                any(line.folds[m] in words.channels for m in range(k + 1, min(k + 5, line.n)))
                or fold in line.grammar.agent
                or not _located(line, k)
            )
        return True
    return False


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


def _reports_on(line: Line, k: int) -> bool:
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
    quoting = line.word_in(k + 1, line.grammar.by) and any(
        lemma in line.pack.cues.quoting and f.mood == "participle" for lemma, f in line.verbs.analyses(line.folds[k])
    )
    # « joint par téléphone » names a means
    return quoting and (line.word_in(k + 2, line.words.openers) or line.voice(k + 2, min(k + 4, line.n)))


def _in_relative(line: Line, start: int, k: int) -> bool:
    return not line.words.relatives.isdisjoint(line.folds[start:k])


def _located(line: Line, k: int) -> bool:
    """« dans » + a place or body inside the name of a role (« une source dans le renseignement »)."""
    return any(line.folds[m] in line.grammar.located_nouns for m in range(max(0, k - 3), k))


def told_at(line: Line, k: int) -> bool:
    """Whether « à … » at `k` names who is told (a medium, the press), not where the source belongs."""
    for m in range(k + 1, min(k + 5, line.n)):
        if line.folds[m] in line.words.channels or line.folds[m] in line.grammar.hearers:
            return True
        if any(
            mention.entity.kind == "media" and mention.span.start <= line.tokens[m].start < mention.span.end
            for mention in line.mentions
        ):
            return True
        if line.folds[m] in (",", "."):
            break
    return (
        k + 1 < line.n
        and line.folds[k + 1] in line.grammar.feminine_article
        and k + 2 < line.n
        and line.tokens[k + 2].text.isupper()
        and len(line.folds[k + 2]) <= 8
    )


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


def _apposition(line: Line, comma: int, start: int, end: int) -> bool:
    """Whether what follows the comma still belongs to the source: a name, a title, a relative clause."""
    i = comma + 1
    if i >= end:
        return False
    fold = line.folds[i]
    close = next((m for m in range(i, end) if line.folds[m] in (",", ".", ";", ":") or line.folds[m] in OPENING), end)
    if fold in line.words.relatives and _reports_on(line, i):
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
        shut = next((m for m in range(close, end) if line.folds[m] == ","), None)
        bodies = line.pack.voices.bodies
        body = any(m.span.end == line.tokens[comma - 1].end and m.entity.kind != "person" for m in line.mentions)
        if (
            body
            or bodies.keys() & line.folds[start : start + 2]
            or shut is None
            or line.main_verb(close + 1, shut) is not None
        ):
            return False  # « Selon le maire, Untel, un « calme précaire » règne », but « Selon Untel, un « héros » de la guerre, »
    has_verb = line.main_verb(i, close) is not None
    if has_verb:
        return False
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
    noun = i + 1 if fold in line.words.openers else i
    head = line.tokens[line.head(start, comma) - 1].end
    named = [m for m in line.mentions if line.tokens[start].start <= m.span.start < head]
    definite = fold in line.words.openers and fold not in line.grammar.indefinite
    titles = any(line.folds[k] in line.pack.voices.roles for k in range(start, min(start + _GROUP_WITHIN, comma)))
    if definite and titles and line.capital(noun) and line.word_in(i, line.grammar.singular_articles):
        name = line.tokens[noun + 1].start if noun + 1 < line.n else -1
        if any(m.span.start == name and m.entity.kind == "person" for m in line.mentions):
            return True  # « leur chef, l'Américain Untel, qui … »
    if definite and close < end and line.folds[close] != "." and _in_relative(line, start, comma):
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
