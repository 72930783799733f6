"""Accused: who, by the words of a claim, did it or answers for it."""

from collections.abc import Sequence

from recoupe.gazetteers import Countries
from recoupe.model.annotation import Entity
from recoupe.stages.claim.doers.fighting_pairs import is_between
from recoupe.stages.claim.doers.party import Party
from recoupe.stages.claim.kinds.sign_verbs import group_start, is_passive, is_verb
from recoupe.stages.claim.kinds.signs import Hit
from recoupe.stages.claim.kinds.stretch import Stretch
from recoupe.stages.claim.words.kind_index import KindIndex

_REACH = 14
_BEHIND = 8
_MOST_WORDS = 8
_COORDINATED = 5
_OBJECT = 9
_HEAD = 2


def party_name(entity: Entity, countries: Countries) -> str:
    """The usual English name; a ministry's or government's deed is its state's."""
    if entity.kind == "body" and entity.country:
        return countries.state(entity.country).name
    return entity.name


def of_accusation(stretch: Stretch, index: KindIndex, *, blaming: bool, text: str) -> tuple[str, ...]:
    """Whom an accusation names: « accuse X d'avoir … », « impute le raid à X »; the words for one without a name."""
    line = stretch.line
    first, stop = _phrase_of_accused(stretch, index, blaming=blaming)
    if first >= stop:
        return ()
    names = _names(stretch, first, stop) or _states(stretch, first, stop)
    if names:
        return names
    if blaming and first > 0:
        return ()
    words = line.folds[first:stop]
    opened = words[0] in index.lexicon.words.openers
    bare = index.lexicon.figures.merged and index.words.plurals.several(words[-1])  # « security forces »
    if len(words) > _MOST_WORDS or not (opened or bare) or len(words) < 2:
        return ()
    return (stretch.span(first, stop, text).text,)


def of_sign(stretch: Stretch, hit: Hit, index: KindIndex) -> tuple[str, ...]:
    """Whom a sign of responsibility names, before or behind it."""
    line, rule = stretch.line, hit.rule
    if rule is None or rule.accused is None:
        return ()
    before = rule.accused == "before" or (rule.accused == "verb" and hit.passive)
    if not before:
        return _names(stretch, hit.end, _next_stop(stretch, hit.end, hit.end + _BEHIND))
    stop = group_start(line, hit.at)
    nearest = subject_party(stretch, stop, index)
    if nearest is not None and rule.accused == "verb" and set(line.folds[nearest.end : stop]) - {","}:
        return ()  # « un camion soupçonné de »
    return _with_coordinated(stretch, nearest, index) if nearest is not None else ()


def of_deed(stretch: Stretch, hit: Hit, index: KindIndex) -> tuple[str, ...]:
    """Who is said to have done harm or struck."""
    parties = stretch.parties
    entity: Entity | None = None
    if hit.blameless:
        return ()
    if not parties.named:
        # nobody is named, but « des tirs israéliens »
        if not stretch.notes.agents.deeds.isdisjoint(stretch.line.words):
            entity = parties.of_deed(hit.at)
    elif hit.verb and not hit.passive:
        party = subject_party(stretch, group_start(stretch.line, hit.at), index)
        entity = party.entity if party is not None else parties.of_deed(hit.at)
    elif hit.verb or hit.rule is None or hit.kind == "strike":
        entity = parties.doer(hit.end - 1, hit.end + _REACH) or parties.owner(hit.at) or parties.beside(hit.at)
        entity = entity or _mover(stretch, hit.at, index) or parties.of_deed(hit.at)
    return (party_name(entity, stretch.notes.countries),) if entity is not None else ()


def of_any_deed(stretch: Stretch, index: KindIndex) -> tuple[str, ...]:
    """Whose deed the stretch names anywhere (« l'attaque israélienne », « les tirs de l'armée », « les crimes de X »)."""
    parties = stretch.parties
    entity = parties.of_deed(0) or parties.attacker() or parties.doer(0, stretch.line.end) or _owner(stretch, index)
    return (party_name(entity, stretch.notes.countries),) if entity is not None else ()


def _owner(stretch: Stretch, index: KindIndex) -> Entity | None:
    """Whose the first noun is, if it is nothing that is suffered: « les violations de X », but not « la mort de X »."""
    line, words, of = stretch.line, index.lexicon.words, index.lexicon.figures.of
    head = next((i for i, fold in enumerate(line.folds) if fold not in words.openers), line.end)
    if line.fold(head) in index.nouns or line.fold(head) in index.events:
        return None
    for party in stretch.parties.named:
        before = _before_phrase(stretch, party.first, index)
        if line.fold(before) in of and head < before <= head + _HEAD:
            return party.entity
    for at in range(head + 1, min(line.end - 1, head + 1 + _HEAD)):
        if line.folds[at] in of:
            code = stretch.notes.countries.by_metonym(line.sentence.tokens[at + 1].text)
            return stretch.notes.countries.state(code) if code is not None else None
    return None


def _mover(stretch: Stretch, at: int, index: KindIndex) -> Entity | None:
    """Who does the verb of which a noun is the object: « la Russie a lancé 84 drones »."""
    line = stretch.line
    for verb in range(at - 1, max(-1, at - _OBJECT), -1):
        for lemma, form in line.lexicon.verbs.analyses(line.folds[verb]):
            if lemma in index.words.acts.deeds and is_verb(line, verb, form):
                party = subject_party(stretch, group_start(line, verb), index)
                return party.entity if party is not None and not is_passive(line, verb, form) else None
    return None


def _phrase_of_accused(stretch: Stretch, index: KindIndex, *, blaming: bool) -> tuple[int, int]:
    """The words first:stop that name the accused, up to what they are accused of."""
    line, lexicon = stretch.line, index.lexicon
    of, words = lexicon.figures.of, lexicon.words
    first = 0
    if blaming:
        to = lexicon.figures.harmed - of
        first = next((i + 1 for i, f in enumerate(line.folds) if f in to), line.end)
    for at in range(first, line.end):
        fold = line.folds[at]
        infinitive = any(form.mood == "infinitive" for _, form in lexicon.verbs.analyses(line.fold(at + 1)))
        if (fold in of and (infinitive or line.fold(at + 1) in words.negations)) or line.stops(at):
            return first, at
        if fold in of and at > first and _names(stretch, first, at) and not _is_capital(stretch, at + 1):
            return first, at  # « accuse l'armée d'exactions »
        if at > first and (fold in index.words.acts.charging or (fold in of and _is_charge(stretch, at + 1, index))):
            return first, at
        aside = fold == "," and not _names(stretch, at, at + _COORDINATED)
        if fold in words.relatives or aside:
            return first, at
    return first, min(line.end, first + _REACH)


def _is_charge(stretch: Stretch, at: int, index: KindIndex) -> bool:
    """Whether what stands behind « of » can only be a charge: « accused the army of looting », « of war crimes »."""
    line, lexicon = stretch.line, index.lexicon
    bare = line.fold(at) not in lexicon.words.openers and not _is_capital(stretch, at)
    return lexicon.figures.merged and bare


def _is_capital(stretch: Stretch, at: int) -> bool:
    tokens = stretch.line.sentence.tokens
    while at < len(tokens) and tokens[at].fold in stretch.notes.lexicon.words.openers:
        at += 1
    return at < len(tokens) and tokens[at].text[0].isupper()


def _names(stretch: Stretch, first: int, stop: int) -> tuple[str, ...]:
    tokens = stretch.line.sentence.tokens[first:stop]
    if not tokens:
        return ()
    named = stretch.notes.mentions(tokens[0].start, tokens[-1].end)
    return tuple(
        dict.fromkeys(party_name(m.entity, stretch.notes.countries) for m in named if m.entity.kind != "media")
    )


def _states(stretch: Stretch, first: int, stop: int) -> tuple[str, ...]:
    """The states whose capitals or people stand for them: « accuse Moscou et les Biélorusses »."""
    countries = stretch.notes.countries
    words = [t.text for t in stretch.line.sentence.tokens[first:stop] if t.text[0].isupper()]
    codes = [countries.by_metonym(w) or countries.by_name(w) or countries.by_adjective(w) for w in words]
    return tuple(dict.fromkeys(countries.state(code).name for code in codes if code is not None))


def _next_stop(stretch: Stretch, start: int, stop: int) -> int:
    line = stretch.line
    for at in range(start, min(line.end, stop)):
        if line.stops(at) or line.folds[at] == "," or (at > start and line.finite(at)):
            return at
    return stop


def subject_party(stretch: Stretch, stop: int, index: KindIndex) -> Party | None:
    """The nearest party in front of a verb group that is no circumstance, nor in a clause set off by commas."""
    line, words = stretch.line, index.lexicon.words
    if line.fold(stop - 1) == ",":
        stop = next((i for i in range(stop - 2, -1, -1) if line.folds[i] == ","), stop)
    joined = line.fold(stop - 1) in words.coordinators  # « a tué douze soldats de X et capturé »
    other = next((i for i in range(stop - 2, -1, -1) if line.finite(i)), stop) if joined else stop
    for party in reversed(stretch.parties.named):
        if party.end > stop or party.first > other or is_between(stretch.parties, party):
            continue
        if stop - party.end > _REACH or any(line.stops(i) for i in range(party.end, stop)):
            return None
        before = _before_phrase(stretch, party.first, index)
        if line.fold(before) in index.lexicon.figures.of and line.fold(before - 1) in stretch.notes.agents.hands:
            before = _before_phrase(stretch, before - 1, index)  # « par les forces de la coalition »
        if line.fold(before) not in words.prepositions:
            return party
    return None


def _before_phrase(stretch: Stretch, first: int, index: KindIndex) -> int:
    """The word before a noun phrase and its articles."""
    line, before = stretch.line, first - 1
    while line.fold(before) in index.lexicon.words.openers and line.fold(before) not in index.lexicon.figures.of:
        before -= 1
    return before


def _with_coordinated(stretch: Stretch, last: Party, index: KindIndex) -> tuple[str, ...]:
    """The party with those set before it in one list: « X, Y et Z »."""
    line, words = stretch.line, index.lexicon.words
    found: list[Party] = [last]
    for party in reversed([p for p in stretch.parties.named if p.end <= last.first]):
        between: Sequence[str] = line.folds[party.end : found[0].first]
        if not between or not all(f == "," or f in words.coordinators or f in words.openers for f in between):
            break
        found.insert(0, party)
    return tuple(dict.fromkeys(party_name(p.entity, stretch.notes.countries) for p in found))
