"""Homographs: whether a word that may be a verb or something else of the same spelling is the verb, by what stands around
it (« the army strikes a depot », « Russian strikes »; « the drone launched », « launched from the coast »)."""

from typing import TYPE_CHECKING

from recoupe.languages.word_sets import but_for

if TYPE_CHECKING:
    from recoupe.stages.attribute.words.line import Line

_ONLY = 6
"""Words at most from « ne » to its « que »."""
_PAUSES = frozenset(",.;)")
_SENTENCE = 40
"""Words back in which a clause has its verb."""
_RELATIVE_WITHIN = 8
"""Words back from a verb to the relative pronoun whose clause it closes."""
_LONGEST_SUBJECT = 12
"""So many words back at most the noun stands that a verb agrees with."""


def bare_infinitive(line: "Line", i: int) -> bool:
    """Whether the verb at `i`, whose infinitive looks like a finite form, is one (« will strike », « did not say »)."""
    marks = line.grammar.bare_after
    if not marks or not any(f.mood == "infinitive" for _, f in line.verbs.analyses(line.folds[i])):
        return False
    j = i - 1
    while j > 0 and (line.adverb(j) or line.folds[j] in line.words.negations):
        j -= 1
    return line.folds[j] in marks or (j > 0 and line.folds[j] in line.words.subjects and line.folds[j - 1] in marks)


def reduced(line: "Line", i: int) -> bool:
    """Whether the word at `i`, a past tense and a participle alike, goes with the noun before it (« the drone
    launched from the coast hit … », « people killed by a mine »)."""
    fold = line.folds[i]
    forms = line.verbs.analyses(fold)
    if not any(f.tense == "past" and f.finite for _, f in forms) or not line.participle(i):
        return False
    if any(f.finite and f.tense == "present" and f.number == "p" for _, f in forms) and fold in line.words.verb_nouns:
        return False
    before = line.folds[i - 1]
    if before in line.words.subjects or before in line.words.relatives:
        return False
    if fold in line.pack.accusing_words and line.word_in(i + 1, line.grammar.accused_of):
        return True  # « arrested, accused of … »
    nxt = line.skip(i + 1)
    if line.word_in(nxt, line.grammar.by):
        return not line.word_in(nxt + 1, line.words.channels)
    if line.numeric(i - 1) and line.is_word(nxt) and line.folds[nxt] not in line.words.openers:
        return True  # « 103,872 displaced people »
    if _told_of(line, i, nxt):
        return True
    if fold in line.pack.cue_words or (line.is_word(nxt) and line.folds[nxt] not in line.words.prepositions):
        return False
    if _counted(line, i) and fold not in line.grammar.unreduced:
        return True  # « 12 wounded in the capital », « 35 civilians killed, … »
    apart = before == ","
    for k in range(nxt, line.n):
        word = line.folds[k]
        if apart and word == ",":
            return k + 1 < line.n and line.verbs.finite(line.folds[k + 1])
        if word in line.words.subordinators or word in line.words.coordinators or not word[-1].isalnum():
            return False
        if word in line.words.subjects:
            return False
        if not apart and line.verbs.finite(word) and line.folds[k - 1] not in line.words.prepositions:
            past = any(f.tense in ("past", "imperfect") for _, f in line.verbs.analyses(word) if f.finite)
            if (past or line.verbs.is_auxiliary(word)) and line.folds[k - 1] not in line.words.determiners:
                return True
    return False


def _told_of(line: "Line", i: int, nxt: int) -> bool:
    """Whether the word at `i`, with an infinitive at `nxt`, says what is told of the noun before it (« two men said to have
    fled »): a participle of a verb that takes no infinitive of its own."""
    if not (line.traits.open_clauses and line.word_in(nxt, line.grammar.with_infinitive)):
        return False
    cues = line.pack.cues.verbs
    own = any(one in cues and "infinitive_to" in cues[one].frames for one, _ in line.verbs.analyses(line.folds[i]))
    return not own and line.infinitive(nxt + 1)


def _counted(line: "Line", i: int) -> bool:
    """Whether a number stands before the word at `i`, with no more than the noun that it counts between."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if line.numeric(k):
            return True
        if not line.is_word(k) or line.folds[k] in line.words.prepositions or line.folds[k] in line.words.openers:
            return False
    return False


def agrees(line: "Line", i: int) -> bool:
    """Whether the present tense at `i`, spelled as a noun may be, agrees with the word before it: « officials
    report », « the army reports », not « greater care »."""
    j = i
    while j > 0 and (line.adverb(j - 1) or line.folds[j - 1] in line.words.stressed):
        j -= 1
    before = line.folds[j - 1] if j > 0 else ""
    if j > 1 and not line.capital(j - 1) and line.verb_here(j - 1):
        return False  # « denied reports »
    if before in line.words.subjects or before in line.words.relatives or not before[-1:].isalnum():
        return True
    numbers = {f.number for _, f in line.verbs.analyses(line.folds[i]) if f.finite and f.person == 3}
    if "" in numbers:
        return True
    heads = _heads(line, j)
    if "p" in numbers:
        fold = line.folds[i]
        if fold in line.pack.cue_words and fold not in line.words.verb_nouns and fold not in line.words.nouns:
            return True  # « officials in Kyiv say »: it is no noun
        return any(_plural(line, k) or line.folds[k] in line.grammar.plural_nouns or line.numeric(k) for k in heads)
    return not all(_plural(line, k) and not _name(line, k) for k in heads)


def _plural(line: "Line", i: int) -> bool:
    """Whether the noun at `i` is spelled as a plural."""
    return line.folds[i].endswith("s") and not line.folds[i].endswith(("ss", "us", "is"))


def _name(line: "Line", i: int) -> bool:
    """Whether a capital tells that the word at `i` is a name: it does not at the head of a sentence."""
    return i > 0 and line.capital(i)


def _heads(line: "Line", i: int) -> tuple[int, int]:
    """The words that may head the subject ending before token `i`: the one behind which its complements begin (« doctors
    at the hospital »), and the last."""
    head = i - 1
    for k in range(i - 2, max(-1, i - _LONGEST_SUBJECT), -1):
        fold = line.folds[k]
        if not line.is_word(k) or fold in line.words.subordinators or fold in line.words.coordinators:
            break
        if line.verbs.finite(fold) and line.verb_here(k):
            break
        if k and fold in line.words.prepositions and line.is_word(k - 1):
            head = k - 1
    return head, i - 1


def takes_object(line: "Line", i: int) -> bool:
    """Whether the word at `i`, a noun as often as a verb, stands where a verb does: it agrees with the noun before
    it and something that can be its object or content follows."""
    at = i - 1
    while at > 0 and line.adverb(at):
        at -= 1  # « police now guard the village »
    before = line.folds[at]
    if before in line.words.subjects or before in line.words.relatives:
        return True
    nxt, last = line.skip(i + 1), at
    if line.folds[i - 1] == ")":  # « the agency (UNHCR) estimates »
        last = next((k for k in range(i - 1, 0, -1) if line.folds[k] == "("), i) - 1
    elif not line.is_word(i - 1):
        return False
    if nxt >= line.n or not line.is_word(nxt):
        told = line.human(i - 1) or _named_before(line, i) or line.tokens[i - 1].text.isupper()
        return line.folds[i] in line.pack.cue_words and told
    opens = line.folds[nxt] in line.words.openers or line.folds[nxt] in line.grammar.that or line.count_at(nxt)
    cue = line.folds[i] in line.pack.cue_words  # « claims to have »
    opens |= cue and line.folds[nxt] in line.grammar.with_infinitive and line.infinitive(nxt + 1)
    if not opens and not (line.capital(nxt) and not line.title_case):
        # « people face famine », but not « arms transfer deal »
        many = (_plural(line, last) and not _name(line, last)) or before in line.grammar.plural_nouns
        many &= before not in line.grammar.compound_plurals
        bare = not any(line.folds[nxt] in some for some in (line.words.prepositions, line.words.coordinators))
        base = any(f.finite and f.number == "p" for _, f in line.verbs.analyses(line.folds[i]))
        return many and bare and base and not line.verbs.finite(line.folds[nxt]) and not line.verb_here(i - 1)
    numbers = {f.number for _, f in line.verbs.analyses(line.folds[i]) if f.finite and f.person == 3}
    heads = _heads(line, last + 1)
    wanted = {"p" if _plural(line, k) and not _name(line, k) else "s" for k in heads}
    wanted |= {"p" for k in heads if line.folds[k] in line.grammar.plural_nouns}
    return "" in numbers or not wanted.isdisjoint(numbers)


def _named_before(line: "Line", i: int) -> bool:
    """Whether a name, or a bracket behind one, ends just before token `i`."""
    return line.folds[i - 1] == ")" or any(m.span.end == line.tokens[i - 1].end for m in line.mentions)


def only_that(line: "Line", that: int) -> bool:
    """Whether the « que » at token `that` is that of « ne … que »: « qui ne compte que les morts, » opens no clause."""
    grammar = line.grammar
    for k in range(that - 1, max(-1, that - _ONLY), -1):
        fold = line.folds[k]
        if fold in grammar.ne:
            return any(line.verbs.finite(line.folds[m]) for m in range(k + 1, that))
        if not line.is_word(k) or (fold in grammar.negative and fold not in grammar.no_more):
            return False
    return False


def ends_phrase(line: "Line", i: int) -> bool:
    """Whether a mark follows the word at `i` and no relative before it can have it as its verb (« qu'il critique »)."""
    if line.is_word(i + 1) or not line.is_word(i - 1) or line.capital(i - 1):
        return False
    if line.word_in(i - 1, line.grammar.joints) and (
        line.skip(i + 2) > i + 2 or line.word_in(i + 2, line.words.stressed)
    ):
        return False  # « confirme l'attaque mais parle, pour sa part, de deux morts »
    if i + 1 < line.n and line.folds[i + 1] not in _PAUSES:
        return False
    near = frozenset(line.folds[max(0, i - _RELATIVE_WITHIN) : i])
    if not but_for(line.words.relatives, line.words.partitives).isdisjoint(near):
        return False
    return any(line.verb_here(k) for k in range(max(0, i - _SENTENCE), i))
