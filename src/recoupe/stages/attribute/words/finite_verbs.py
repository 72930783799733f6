"""Finite verbs: whether a word with the form of a finite verb is one where it stands (« l'armée *annonce* » against
« l'*annonce* de l'armée »), by the words around it."""

from typing import TYPE_CHECKING

from recoupe.languages.word_sets import either
from recoupe.stages.attribute.words.homographs import agrees, bare_infinitive, ends_phrase, reduced, takes_object
from recoupe.stages.attribute.words.marks import CLOSING, OPENING

if TYPE_CHECKING:
    from recoupe.stages.attribute.words.line import Line

_BREAKS = frozenset(",(")
_SHORTEST = 6
"""Letters of a word that is a verb by its ending alone, at least."""
_CLAUSE_WITHIN = 40
"""Words back in which a clause has its verb."""

_SAYS = frozenset(':«"“')
"""Marks that open what is said."""


def is_verb(line: "Line", i: int) -> bool:
    """Whether token `i`, a finite form of a verb that a list knows, is the verb and not a noun of the same form."""
    fold = line.folds[i]
    aside = line.phrase_before(i, line.words.inserted) if line.traits.open_clauses else 0  # « at first spoke of »
    before = line.folds[i - 1 - aside] if i > aside else ""
    if line.verbs.is_auxiliary(fold):
        return _auxiliary(line, i, before)
    if _one_of_two(line, i - 1) and fold in line.pack.cue_words and fold not in line.words.nouns:
        return fold not in line.words.deverbal or _only_verb(line, i)  # « Le second affirme »
    if i == 0 or _is_other(line, i, before):
        return False
    if fold in line.grammar.adjectival and line.word_in(i + 1, line.words.prepositions):
        return before in line.words.subjects or before in line.words.reflexives
    if before in line.grammar.made_exact and fold in line.grammar.exact and not _says(line, i + 1):
        return False  # « l'évaluation précise des pertes », « une réponse précise »; but « la mission précise que »
    if before in line.grammar.demonstratives and fold in line.words.deverbal:
        return False  # « ce chiffre », « cette annonce »
    with_pronoun = _behind_pronoun(line, i, before)
    if with_pronoun is not None:
        return with_pronoun
    return not _is_noun(line, i, before)


def _says(line: "Line", i: int) -> bool:
    """Whether what stands at token `i` is what a verb of saying before it governs (« que », « avoir évacué », a quotation)."""
    opened = line.word_in(i, line.grammar.that) or line.word_in(i, _SAYS)
    return opened or (i < line.n and line.verbs.is_auxiliary(line.folds[i]))


def is_unlisted_verb(line: "Line", i: int) -> bool:
    """Whether token `i`, no form of a verb that a list knows, but with an ending that only verbs have, is one."""
    return len(line.folds[i]) >= _SHORTEST and not line.capital(i) and not line.word_in(i - 1, line.words.determiners)


def _auxiliary(line: "Line", i: int, before: str) -> bool:
    """Whether the form of « être » or « avoir » at `i` is no noun (« l'est ») and no mark of the possessor."""
    fold = line.folds[i]
    if before in line.words.determiners and line.tokens[i].text.istitle() and len(fold) > 1:
        return False  # « les diocèses de l'Est »
    named = i > 0 and line.is_word(i - 1) and line.tokens[i].text.istitle() and len(fold) > 1
    if named and not line.title_case and line.sentence.kind == "paragraph" and not line.traits.bare_nouns:
        return False  # « le commandant de la zone Est, »
    if before in line.grammar.definite and line.word_in(i - 2, line.words.prepositions):
        return False  # « à l'est de la ville », « dans l'est du pays »
    # « it's »: it leans on a subject; « the army's » has no verb
    return fold[0] != "'" or before in line.words.subjects or before in line.words.relatives


def _is_other(line: "Line", i: int, before: str) -> bool:
    """Whether the word at `i` is an infinitive, a participle or a quoted noun of the same form."""
    fold = line.folds[i]
    if bare_infinitive(line, i) or reduced(line, i):
        return True
    first = i - 1 if before in OPENING else i - 2
    alone = before in OPENING or (i + 1 < line.n and line.folds[i + 1] in CLOSING)
    if first >= 1 and alone and line.folds[first] in OPENING and line.folds[first - 1] in line.words.openers:
        return True  # « la « réplique » des soldats », « un « acte lâche » »
    if before in line.pack.voices.possessors and not line.verb_here(i - 1):
        return True  # « the army's claim »
    if before in line.grammar.negative and i > 1 and line.verbs.finite(line.folds[i - 2]):
        return True  # « ne tient pas compte de »
    if line.word_in(i + 1, line.grammar.by) and line.participle(i) and (before in _BREAKS or line.reached(i)):
        return True  # « , joint par téléphone, »
    participial = not line.traits.open_clauses and fold not in line.pack.cue_words
    if participial and line.word_in(i + 1, line.words.prepositions) and _parts_verb(line, i):
        return True  # « un élu joint via Skype a assuré »
    # « a décrit », « ont fait »: the participle, not the present of the same form; « est jugé critique »
    return _after_auxiliary(line, i) or (fold in line.words.deverbal and i > 1 and _after_auxiliary(line, i - 1))


def _behind_pronoun(line: "Line", i: int, before: str) -> bool | None:
    """Whether the word at `i` is a verb, by the pronoun before it; None where that decides nothing."""
    fold = line.folds[i]
    if before in line.words.subjects or before in line.words.reflexives or before in line.grammar.before_verb:
        return True
    if before in line.grammar.therein:
        return any(f.finite and f.person == 3 for _, f in line.verbs.analyses(fold))  # « L'ONU y fait état de »
    if before in line.grammar.adverbial_pronouns and i >= 2:
        if line.folds[i - 2] in line.words.reflexives:
            return True  # « l'armée, elle, s'en tient à »
        # « les secours, eux, en comptent dix », « les élus, joints par téléphone, en dénombrent neuf »
        apart = i >= 3 and line.folds[i - 2] == "," and line.count_at(line.skip(i + 1))
        if apart and (line.folds[i - 3] in line.words.stressed or fold not in line.words.deverbal):
            return True
    if before in line.grammar.adverbial_pronouns and i >= 2 and line.is_word(i - 2) and line.count_at(i + 1):
        # not « a pris en charge dix blessés »
        done = line.participle(i - 2) and not line.human(i - 2)
        return not (done or line.infinitive(i - 2))  # « Airwars en dénombre 3 100 », « L'armée en annonce six »
    of_it = before in line.grammar.adverbial_pronouns and i >= 2 and line.word_in(i + 1, line.grammar.definite)
    if of_it and fold in line.pack.cue_words and fold not in either(line.words.deverbal, line.words.nouns):
        return True  # « Les rebelles, eux, en contestent les conclusions »
    if before in line.grammar.objects:
        return _behind_object(line, i, before)
    if (
        i
        and fold in line.pack.cue_words
        and (fold not in line.words.deverbal or (before in line.grammar.last and _only_verb(line, i)))
    ):
        pronouns = line.pack.voices.pronouns
        opens = line.opens(i - 1)
        form = pronouns.get(before) if opens else pronouns.get(f"{line.folds[i - 2]} {before}")
        if form is not None and form.points in ("weak", "last"):
            return True  # « Certains racontent que … », « Ce dernier accuse … »
    return None


def _behind_object(line: "Line", i: int, before: str) -> bool:
    """Whether the word at `i` is a verb with `before` for its object (« le maire les *accuse* »), and no noun with its
    article."""
    fold = line.folds[i]
    if line.stands_out(i - 1):
        return fold in line.pack.cue_words  # « Lui parle de deux avions »
    if i < 2:
        return False
    earlier = line.folds[i - 2]
    noun = earlier in line.grammar.that and fold in line.words.nouns  # « alors que le président … »
    return (
        earlier in line.words.subjects
        or (earlier in line.grammar.before_object and not noun)
        or (_disagrees(line, i) and fold not in line.words.nouns)
        or (before in line.grammar.in_gerund and line.capital(i - 2) and line.word_in(i + 1, line.grammar.to))
        or (
            fold in line.pack.cue_words
            and fold not in line.words.deverbal
            and line.is_word(i - 2)
            and earlier not in line.words.prepositions
            and not line.adverb(i - 2)
            and not _after_auxiliary(line, i - 2)  # « a donné l'alerte »
        )
    )


def _is_noun(line: "Line", i: int, before: str) -> bool:
    """Whether the word at `i` is a noun, or a name."""
    fold = line.folds[i]
    if before in line.words.determiners or before in line.words.prepositions:
        return True
    if fold in line.words.deverbal and ends_phrase(line, i):
        return True  # « dont trois dans un état critique, »
    behind_noun = line.word_in(i - 2, line.pack.cues.sums)  # « Un bilan précédent fait état de »
    if before in line.words.prenominal and not behind_noun and not (line.traits.bare_nouns and line.capital(i - 1)):
        return True  # « a new strike », but « Amnesty International called »
    if fold in line.words.nouns and before not in line.words.subjects:
        return True
    if line.grammar.bare_after and not agrees(line, i):
        return True
    if fold in line.words.verb_nouns and not takes_object(line, i):
        return True
    # capitals are names, but in a headline that capitalises every word
    return line.capital(i) and not line.title_case


def _parts_verb(line: "Line", i: int) -> bool:
    """Whether the word at `i` can be a participle, and the verb of its noun follows behind a complement of it."""
    if not line.participle(i) or not line.is_word(i - 1):
        return False
    for k in range(i + 2, min(i + _CLAUSE_WITHIN, line.n - 1)):
        if not line.is_word(k) or line.folds[k] in line.words.relatives or line.folds[k] in line.grammar.that:
            return False
        if line.verbs.is_auxiliary(line.folds[k]):
            return line.participle(line.skip(k + 1)) and line.folds[k - 1] not in line.words.subjects
        small = either(line.words.determiners, line.words.prepositions, line.words.subjects)
        if line.reached(i) and line.folds[k] in line.pack.cue_words and line.folds[k - 1] not in small:
            # « un infirmier joint à Goma parle de … »
            return any(f.finite and f.person == 3 for _, f in line.verbs.analyses(line.folds[k]))
    return False


def _one_of_two(line: "Line", i: int) -> bool:
    """Whether token `i` is « premier », « second » or « même » right behind an article that opens a clause."""
    alone = line.word_in(i - 1, line.words.determiners) and not line.is_word(i - 2)
    another = line.word_in(i, line.pack.voices.same) or line.word_in(i, line.grammar.others)
    return alone and (another or line.word_in(i, line.pack.voices.of_two.keys()))


def _only_verb(line: "Line", i: int) -> bool:
    """Whether the noun or verb at `i` is the verb, for the sentence has no other: « Cette dernière signale des vols »."""
    last = line.grammar.last
    return line.word_in(i + 1, line.grammar.that) or not any(
        line.verb_here(k) for k in range(i + 1, line.n) if line.folds[k - 1] not in last
    )


def _disagrees(line: "Line", i: int) -> bool:
    """Whether the word before `i` cannot be its article: « l'accusent », « les accuse » are pronoun and verb."""
    numbers = {f.number for _, f in line.verbs.analyses(line.folds[i]) if f.finite and f.person == 3}
    before = line.folds[i - 1]
    if before in line.grammar.plural_articles:
        return numbers == {"s"}
    return before in line.grammar.singular_articles and numbers == {"p"}


def _after_auxiliary(line: "Line", i: int) -> bool:
    """Whether token `i` can be a past participle and an auxiliary stands before it, adverbs aside."""
    if not line.verbs.is_past_participle(line.folds[i]):
        return False
    j = i
    while j > 0 and (
        line.adverb(j - 1) or line.folds[j - 1] in line.words.negations or line.folds[j - 1] in line.grammar.been
    ):
        j -= 1
    return j > 0 and line.verbs.is_auxiliary(line.folds[j - 1])
