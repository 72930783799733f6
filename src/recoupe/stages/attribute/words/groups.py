"""Verb groups: where a sentence holds a reporting verb, with its auxiliary, its pronouns, its negation and its
idiom."""

from typing import Literal, NamedTuple

from recoupe.languages.cues import VerbCue
from recoupe.languages.morphology import Form
from recoupe.stages.attribute.words.homographs import bare_infinitive, reduced
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.nicknames import nickname_end, so_called
from recoupe.stages.attribute.words.verb_idioms import verb_cue

Kind = Literal["finite", "passive", "gerund", "infinitive", "bare"]


class Group(NamedTuple):
    """One reporting verb in its group. Token indexes, `end` exclusive."""

    lemma: str
    cue: VerbCue
    kind: Kind
    """finite (with or without auxiliary), passive, gerund (« ajoutant »), infinitive, bare (a past participle
    alone)."""
    start: int
    main: int
    """The verb itself."""
    end: int
    """After the verb and the words of its idiom."""
    subject: int | None
    """The subject pronoun hung on by inversion (« -t-il »)."""
    negated: bool
    conditional: bool
    number: str
    restrictive: bool
    """« ne … que »: only."""
    front: int
    """Where its words begin: after the pronouns that are its objects."""
    shared: bool
    """A participle that shares the auxiliary of the verb before it (« a condamné … et estimé »)."""


def _auxiliary(line: Line, i: int) -> tuple[int, int | None, bool] | None:
    """(index of the auxiliary, index of a hung subject, passive) for the past participle at `i`, or None."""
    j = i
    hung: int | None = None
    passive = False
    while j > 0:
        size = line.phrase_before(j, line.words.inserted) or line.phrase_before(j, line.words.floating)
        if size:
            j -= size
            continue
        fold = line.folds[j - 1]
        if fold in line.grammar.been:
            passive = True
            j -= 1
        elif fold.startswith("-") and len(fold) > 1:
            hung = j - 1
            j -= 1
        elif line.verbs.is_auxiliary(fold) and not line.capital(j - 1):
            return j - 1, hung, passive
        elif line.adverb(j - 1) or fold in line.words.negations or fold in line.grammar.all or _set_beside(line, j - 1):
            j -= 1
        else:
            return _across(line, j, hung, passive)
    return None


def _set_beside(line: Line, i: int) -> bool:
    """Whether « lui », « elle » at `i` stresses who speaks, right behind the auxiliary (« Un élu a lui évoqué », « Les
    rebelles ont eux annoncé »)."""
    stressed = line.word_in(i, line.words.stressed) and not line.word_in(i, line.words.own_voice)
    return (
        stressed and i > 1 and line.verbs.is_auxiliary(line.folds[i - 1]) and not line.word_in(i, line.grammar.not_said)
    )


def _across(line: Line, j: int, hung: int | None, passive: bool) -> tuple[int, int | None, bool] | None:
    """The auxiliary before a circumstance that parts it from its participle (« avait dans un premier temps évoqué »,
    « a, jeudi, dit »)."""
    for k in range(j - 1, max(-1, j - 15), -1):
        fold = line.folds[k]
        if line.verbs.is_auxiliary(fold) and k < j - 1:
            opens = line.folds[k + 1]
            if line.folds[k + 1 : j : 2] == [",", ","] and line.folds[k + 2] in line.words.stressed and j == k + 4:
                return k, hung, passive  # « l'armée n'a, elle, admis que deux morts »
            set_in = opens == "," and line.phrase_at(k + 2, line.words.inserted)
            if set_in and k + 2 + set_in == j - 1 and line.folds[j - 1] == ",":
                return k, hung, passive  # « n'ont, quant à elles, reconnu que quatre décès »
            commas = sum(1 for m in range(k + 1, j) if line.folds[m] == ",")
            if commas == 1 and line.folds[j - 1] == ",":
                return None  # « Un élu, qui était sur les lieux, dit … »
            if any(line.folds[m] in line.words.speakers for m in range(k + 1, j)) or (
                line.traits.trailing_speakers and commas == 1
            ):
                return None  # « The raid was on a market, he said »
            if (
                opens in line.words.circumstance
                or opens in line.grammar.to
                or line.manner_at(k + 1)
                or line.time_at.get(k + 1, 0) >= j  # « avait quelques heures plus tôt fait »
                or (opens == "," and line.folds[j - 1] == "," and k + 2 < j)
            ):
                return k, hung, passive
            return None
        noun = k > 0 and line.word_in(k - 1, line.words.determiners)  # « a, dans un communiqué, indiqué »
        if fold in line.grammar.conjunction or (line.participle(k) and not noun):
            return None  # « a condamné … et estimé »: shared, see below
        if fold in (";", ":", ".") or line.opens_clause[k] or line.verb_here(k):
            return None
    return None


def _left(line: Line, i: int) -> tuple[int, bool, bool]:
    """(where the group starts, whether « ne » stands in it, whether « se » does), going left from its first verb at
    `i`."""
    negated = reflexive = False
    while i > 0:
        fold = line.folds[i - 1]
        if fold in line.grammar.ne:
            negated = True
        elif fold in line.words.reflexives:
            reflexive = True
        elif fold not in line.words.clitics or line.stands_out(i - 1):
            break
        i -= 1
    return i, negated, reflexive


def _front(line: Line, i: int, start: int) -> int:
    """Where the words of the group begin whose first verb is at `i`: « se » and « ne » are part of it, object
    pronouns not."""
    if i - 1 > start and line.word_in(i - 1, line.grammar.adverbial_pronouns):
        i -= line.word_in(i - 2, line.words.reflexives)  # « s'en tient à »
    while i > start and (line.folds[i - 1] in line.words.reflexives or line.folds[i - 1] in line.grammar.ne):
        i -= 1
    return i


def _restrictive(line: Line, end: int, main: int) -> bool:
    """Whether « ne … que » (only) and not a negation follows: « ne fait état que de », « ne cite plus que », not « n'a
    jamais caché que »."""
    que = next((k for k in range(end, min(end + 4, line.n)) if line.folds[k] in line.grammar.that), None)
    if que is None:  # « ne parle encore que de »: within the idiom
        que = next((k for k in range(main + 1, end) if line.folds[k] in line.grammar.that), None)
    if que is None:
        que = line.skip(end) if line.word_in(line.skip(end), line.grammar.that) else None
    if que is None:
        return False
    denied = any(line.folds[k] in line.grammar.negative for k in range(max(0, main - 3), que))
    return not denied or line.folds[que - 1] in line.grammar.no_more


def _denied(line: Line, end: int, main: int) -> bool:
    """Whether a second part of a negation stands by the verb."""
    near = range(max(0, main - 3), min(line.n, end + 2))
    # « ne signale aucune victime », « n'a fait état ni de mort ni de blessé »: a count of zero is told
    return any(line.folds[k] in line.grammar.negative and not (k >= end and _none_lost(line, k)) for k in near)


def _none_lost(line: Line, k: int) -> bool:
    """Whether the negation at token `k` belongs to a loss behind it (« aucun blessé », « ni de mort »)."""
    return any(line.word_in(m, line.grammar.losses) for m in range(k + 1, k + 3))


def find_groups(line: Line) -> list[Group]:
    """The reporting verb groups of a sentence, from left to right; they are looked for once."""
    if line.groups is None:
        line.groups = _look_for_groups(line)
    return line.groups


def _look_for_groups(line: Line) -> list[Group]:
    words = line.pack.cue_words
    groups: list[Group] = []
    for i in [i for i, fold in enumerate(line.folds) if fold in words]:
        fold = line.folds[i]
        if nickname_end(line, i) is not None or so_called(line, i):
            continue  # « le président, Untel, dit le Tigre, accuse », « Le procès dit « X » s'est ouvert »
        group = _group(line, i, fold, groups)
        if (
            group is not None
            and not (_inferred(line, group) or _only_sees(line, group) or _adds_up(line, group))
            and not _depends(line, group)
        ):
            groups.append(group)
    return groups


def _inferred(line: Line, group: Group) -> bool:
    """Whether somebody only draws a conclusion (« on en conclut que »)."""
    return group.lemma in line.pack.cues.inferred and any(
        line.folds[k] in line.grammar.adverbial_pronouns for k in range(group.start, group.front)
    )


def _only_sees(line: Line, group: Group) -> bool:
    """Whether somebody sees a thing and says nothing of it: not « y voit une provocation », « voit dans ce raid un aveu »."""
    if group.lemma not in line.pack.cues.viewing:
        return False
    judged = any(line.folds[k] in line.grammar.therein for k in range(group.start, group.main))
    pointed = line.word_in(group.end, line.grammar.inwards) and line.word_in(group.end + 1, line.grammar.demonstratives)
    return not judged and not pointed


def _adds_up(line: Line, group: Group) -> bool:
    """Whether what was told before only brings a toll to a number (« trois soldats ont péri, portant à 55 le nombre de … »)."""
    doing = any(line.word_in(k, line.grammar.in_gerund) for k in (group.start, group.start - 1))
    return group.kind == "gerund" and not doing and brings_to(line, group)


def _depends(line: Line, group: Group) -> bool:
    """Whether a present participle says to whom a body belongs (« le centre relevant du ministère »), and not what it notes
    (« L'ONU, relevant des violations »)."""
    belongs = group.kind == "gerund" and group.lemma in line.pack.cues.belonging
    if not belongs or not line.word_in(group.end, line.grammar.of_contracted):
        return False
    form = line.pack.voices.determiners.get(line.folds[group.end])
    if line.is_word(group.start - 1) or form is None or form.points != "indefinite":
        return True
    noun = line.folds[min(group.end + 1, line.n - 1)]
    # « l'ONG, relevant des autorités locales », « des Nations unies »; « l'ONU, relevant des violations » speaks
    return line.capital(group.end + 1) or noun in line.pack.voices.bodies or noun in line.pack.voices.wider


def brings_to(line: Line, group: Group) -> bool:
    """Whether the verb brings a toll to a number (« porte à », « portant le bilan à »)."""
    return "counting" in group.cue.frames and line.word_in(group.end - 1, line.grammar.to_full)


def _group(line: Line, i: int, fold: str, before: list[Group]) -> Group | None:
    analyses = line.verbs.analyses(fold)
    finite = [(lemma, f) for lemma, f in analyses if f.person == 3 and f.finite]
    participles = [(lemma, f) for lemma, f in analyses if f.mood == "participle" and f.tense == "past"]
    if participles:
        found = _auxiliary(line, i)
        if found is not None:
            group = _compound(line, i, participles, *found)
            if group is not None:
                return group
        shared = _sharing(line, i, participles, before)
        if shared is not None:
            return shared
    if finite and (line.verb_here(i) or (_inverted(line, i) and not reduced(line, i))):
        group = _simple(line, i, finite)
        if group is not None:
            return group
    for lemma, form in analyses:
        if form.mood == "participle" and form.tense == "present":
            return _supported(line, i, lemma, _progressive(line, i)) or _nonfinite(line, i, lemma, "gerund")
        if form.mood == "infinitive" and (bare_infinitive(line, i) or not line.grammar.bare_after):
            return (
                _supported(line, i, lemma, _support(line, i))
                or _open_to_all(line, i, lemma)
                or _nonfinite(line, i, lemma, "infinitive")
            )
    if participles and i + 1 < line.n:
        lemma = participles[0][0]
        made = verb_cue(line, lemma, i, False)
        by = line.word_in(line.skip(i + 1), line.grammar.by)
        if made and (
            (by and made[0].frames & {"object", "counting"})
            or ("counting" in made[0].frames and line.word_in(line.skip(i + 1), line.grammar.to_full))
            or (made[0].stance == "accuse" and "addressed" in made[0].frames)
        ):
            return Group(
                lemma, made[0], "bare", i, i, made[1], None, False, False, participles[0][1].number, False, i, False
            )
    return None


def _inverted(line: Line, i: int) -> bool:
    """Whether a subject pronoun is hung on the verb at `i`, or the verb opens what follows a comma or a quotation."""
    if i + 1 < line.n and line.folds[i + 1].startswith("-") and len(line.folds[i + 1]) > 1:
        return True
    if line.traits.bare_nouns and (line.folds[i] in line.words.nouns or line.folds[i] in line.words.verb_nouns):
        return False  # « …, state media reported »
    j = i
    while j > 0 and (
        line.adverb(j - 1) or line.folds[j - 1] in line.words.reflexives or line.folds[j - 1] in line.grammar.ne
    ):
        j -= 1
    return j > 0 and (line.folds[j - 1] in (",", '"') or line.folds[j - 1] in "»”–—")


def _simple(line: Line, i: int, finite: list[tuple[str, Form]]) -> Group | None:
    start, negated, reflexive = _left(line, i)
    moods = {form.mood for _, form in finite}
    for lemma, form in finite:
        made = verb_cue(line, lemma, i, reflexive)
        if made is None or moods == {"subjunctive"}:
            continue  # « attend d'Asmara qu'elle garantisse l'accès »: nobody has said so
        cue, end = made
        hung = i + 1 if i + 1 < line.n and line.folds[i + 1].startswith("-") and len(line.folds[i + 1]) > 1 else None
        only = negated and _restrictive(line, end, i)
        denied = negated and not only and _denied(line, end, i)
        front = _front(line, i, start)
        return Group(
            lemma,
            cue,
            "finite",
            start,
            i,
            end,
            hung,
            denied,
            form.mood == "conditional",
            form.number,
            only,
            front,
            False,
        )
    return None


def _compound(
    line: Line, i: int, participles: list[tuple[str, Form]], aux: int, hung: int | None, passive: bool
) -> Group | None:
    start, negated, reflexive = _left(line, aux)
    if not line.grammar.ne:  # no particle before the verb denies it: the word beside it does
        negated = any(line.folds[k] in line.words.negations for k in range(aux + 1, i))
    forms = [(lemma, f) for lemma, f in line.verbs.analyses(line.folds[aux]) if lemma in line.verbs.auxiliaries]
    # « …, avons-nous appris de source policière »
    heard = hung is not None and any(lemma in line.pack.cues.learned for lemma, _ in participles)
    third = [(lemma, f) for lemma, f in forms if f.person == 3 or (heard and f.person == 1 and f.number == "p")]
    if not third:
        if any(f.mood in ("infinitive", "participle") for _, f in forms) and not passive:
            lemma = participles[0][0]
            kind: Kind = "infinitive" if any(f.mood == "infinitive" for _, f in forms) else "gerund"
            made = verb_cue(line, lemma, i, reflexive)
            return (
                Group(lemma, made[0], kind, start, i, made[1], None, False, False, "", False, aux, False)
                if made
                else None
            )
        return None
    auxiliary, form = third[0]
    for lemma, _ in participles:
        made = verb_cue(line, lemma, i, reflexive)
        if made is None:
            continue
        cue, end = made
        to_be = auxiliary not in line.grammar.perfect
        kind = "passive" if passive or (to_be and not reflexive) else "finite"
        only = negated and _restrictive(line, end, i)
        denied = negated and not only and _denied(line, end, i)
        return Group(
            lemma,
            cue,
            kind,
            start,
            i,
            end,
            hung,
            denied,
            form.mood == "conditional",
            form.number,
            only,
            _front(line, aux, start),
            False,
        )
    return None


def _progressive(line: Line, i: int) -> int | None:
    """The auxiliary of a present participle that is told as going on (« is calling », « has been warning »), or None."""
    found = _auxiliary(line, i)
    if found is None or not line.traits.open_clauses or not line.verbs.finite(line.folds[found[0]]):
        return None
    passive_or_be = found[2] or any(v not in line.grammar.perfect for v, _ in line.verbs.analyses(line.folds[found[0]]))
    return found[0] if passive_or_be else None


def _support(line: Line, i: int) -> int | None:
    """The auxiliary that stands by an infinitive and denies or stresses it (« did not say », « does admit »), or None."""
    if not line.grammar.supporting:
        return None
    j = i - 1
    while j >= 0 and (line.adverb(j) or line.folds[j] in line.words.negations):
        j -= 1
    return j if j >= 0 and line.folds[j] in line.grammar.supporting else None


def _supported(line: Line, i: int, lemma: str, aux: int | None) -> Group | None:
    """The group of a verb form that reports by its auxiliary at token `aux`."""
    made = verb_cue(line, lemma, i, False) if aux is not None else None
    if aux is None or made is None:
        return None
    negated = any(line.folds[k] in line.words.negations for k in range(aux, i))
    return Group(lemma, made[0], "finite", aux, i, made[1], None, negated, False, "", False, aux, False)


def _open_to_all(line: Line, i: int, lemma: str) -> Group | None:
    """The group of an infinitive behind « can one » turned round (« peut-on lire dans un communiqué »), or None."""
    hung = line.skip_back(i) - 1
    if hung < 1 or not line.folds[hung].startswith("-") or line.pronoun(hung) not in line.grammar.impersonal:
        return None
    able = any(v in line.pack.cues.accomplished for v, _ in line.verbs.analyses(line.folds[hung - 1]))
    made = verb_cue(line, lemma, i, False) if able else None
    if made is None:
        return None
    cue, end = made
    return Group(lemma, cue, "finite", hung - 1, i, end, hung, False, False, "s", False, hung - 1, False)


def _sharing(line: Line, i: int, participles: list[tuple[str, Form]], before: list[Group]) -> Group | None:
    """A participle after « et » that shares an auxiliary with a verb before it in the sentence."""
    j = line.skip_back(i)
    if j == 0 or line.folds[j - 1] not in line.grammar.joint_marks:
        return None
    perfect = [k for k in range(j - 1) if line.verbs.is_auxiliary(line.folds[k]) and line.verbs.finite(line.folds[k])]
    if line.traits.open_clauses:  # « were arrested, accused of … » shares what makes a passive
        perfect = [k for k in perfect if any(v in line.grammar.perfect for v, _ in line.verbs.analyses(line.folds[k]))]
    if not perfect or any(f in ";:" for f in line.folds[perfect[-1] : i]):
        return None
    if line.folds[j - 1] == "," and not any(g.main > perfect[-1] for g in before):
        return None
    spoken = any(f.finite and f.person == 3 for _, f in line.verbs.analyses(line.folds[i]))
    if line.folds[j - 1] == "," and spoken and any(line.opens_clause[perfect[-1] + 1 : j - 1]):
        return None  # « a raconté un élu, alors qu'une élue, jointe par téléphone, dit … »
    for lemma, form in participles:
        if form.gender not in ("m", "") or form.number not in ("s", ""):
            continue
        made = verb_cue(line, lemma, i, False)
        if made:
            return Group(lemma, made[0], "finite", i, i, made[1], None, False, False, "", False, i, True)
    return None


def _nonfinite(line: Line, i: int, lemma: str, kind: Kind) -> Group | None:
    start, _, reflexive = _left(line, i)
    made = verb_cue(line, lemma, i, reflexive)
    if made is None:
        return None
    front = _front(line, i, start)
    return Group(lemma, made[0], kind, start, i, made[1], None, False, False, "", False, front, False)
