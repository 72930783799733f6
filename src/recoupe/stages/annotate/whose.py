"""Whose: the state whose army or ministry is meant by « l'armée », where the sentence itself or the one before it tells."""

from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Sentence
from recoupe.stages.annotate.bodies import Body
from recoupe.stages.annotate.world import World

_OPENS = 6
"""Within how many words from the head of a sentence its subject ends."""
_FIRST = 2
"""The last token at which a body can open its sentence (« Selon le | ministère … »)."""
_AGENT = 3
"""How many words from « by » to its agent."""
_BEHIND = 5
"""Words of a place that opens a sentence, its comma included, at most."""
_TO_VERB = 4
"""How many words from a body to its verb."""


def whose(body: Body, start: int, world: World, words: VoiceWords) -> str | None:
    """The code of the state whose half-named body stands at an offset of the text; None where the sentences do not tell."""
    if not body.national:
        return None
    index = world.sentence_at(start)
    sentence = world.sentence(index)
    warlike = any(word in body.template for word in words.warlike)
    own = _of_soldiers(sentence, world, words) or _of_planes(sentence, world, words) if warlike else None
    if own is not None:
        foe = _land_of_foe(sentence, own, world, words)
        if foe is not None:
            return foe
        if not words.bordering.isdisjoint(sentence.folds):
            return own  # « tués à la frontière avec X »
        home = world.home(army=body.kind == "party")
        # « dix soldats russes ont été tués, a annoncé l'armée », in the news of a land that fights them
        return None if home is not None and home != own and world.fights(own, home) else own
    seated = _beside(body, sentence, start, world, words) or _seated(
        body, sentence, start, world, words, warlike=warlike
    )
    if seated is not None:
        return seated
    if index and world.sentence(index - 1).block == sentence.block:
        before = world.sentence(index - 1)
        if _goes_on(sentence, start, words):
            return _speaker(before, world)
        spoke = _speaker(before, world) if _opens_for(body, sentence, start, words) else None
        if spoke is None or not _alone(before, spoke, world):
            return None
        tells = _is_party(spoke, index, world) and not _reacts(before, words)
        return spoke if tells or _tells_of_another(sentence, spoke, world, words) else None
    return None


def possessed(start: int, world: World, words: VoiceWords) -> str | None:
    """The code of the state that « son » before a body at an offset means: « Bakou parle de 40 morts, selon son ministère de la
    Défense »; None where no state opens the sentence, or the one before it."""
    index = world.sentence_at(start)
    sentence = world.sentence(index)
    at = sentence.first_at(start)
    if _accuses(sentence, words):
        return None  # « Kiev accuse Moscou : son armée a tué 400 civils »
    opens = _subject(sentence, at - 1, world)
    before = world.sentence(index - 1) if index else None
    if opens is not None or before is None or before.block != sentence.block:
        return opens
    if _accuses(before, words):
        return None
    told = sentence.tokens[1 : at - 1]
    if any(token.text[0].isupper() or token.fold in words.roles for token in told):
        return None  # « L'Ukraine a attaqué. Le président Poutine assure que son armée … »
    return _subject(before, len(before.tokens), world)


def _accuses(sentence: Sentence, words: VoiceWords) -> bool:
    """Whether a sentence sets one state against another: « Paris dénonce Damas », « L'Ukraine accuse la Russie »."""
    lemmas = {lemma for fold in sentence.folds for lemma, _ in words.verbs.analyses(fold)}
    return not words.accusing.isdisjoint(lemmas)


def _subject(sentence: Sentence, end: int, world: World) -> str | None:
    """The code of the state that opens a sentence before token `end`, as its subject."""
    for at in range(min(3, end)):
        if sentence.tokens[at].text[0].isupper():
            named = _state_at(sentence, at, world)
            if named is not None:
                return named[0]
    return None


def _state_at(sentence: Sentence, at: int, world: World) -> tuple[str, int] | None:
    """The code of the state that is named at a token by its name or its seat, and where the name ends."""
    country = world.country(sentence.tokens, at)
    two = " ".join(t.text for t in sentence.tokens[at : at + 2])
    seats = ((world.metonym(sentence.tokens[at].text), at + 1), (world.metonym(two), at + 2))
    return country or next(((code, last) for code, last in seats if code is not None), None)


def _opens_for(body: Body, sentence: Sentence, start: int, words: VoiceWords) -> bool:
    """Whether a body at an offset opens its sentence that may speak for a state that the dead are not counted in: no army, and no
    ministry that counts them where they died (« Riyad a revendiqué la frappe. Le ministère de la Santé a compté »)."""
    counts = any(word in body.template for word in words.counting)
    return body.kind != "party" and not counts and start <= sentence.tokens[min(_FIRST, len(sentence.tokens) - 1)].start


def _reacts(sentence: Sentence, words: VoiceWords) -> bool:
    """Whether a sentence only tells how somebody took what others did: « Islamabad a condamné l'attentat »."""
    return any(lemma in words.reacting for fold in sentence.folds for lemma, _ in words.verbs.analyses(fold))


def _is_party(code: str, index: int, world: World) -> bool:
    """Whether the state that spoke last before the sentence of that index is one of those told of: named before for what it did or
    suffered (« une frappe russe »)."""
    return any(code in _named(world.sentence(at), world) for at in range(index - 1))


def _tells_of_another(sentence: Sentence, code: str, world: World, words: VoiceWords) -> bool:
    """Whether a sentence tells what another state does, whose ministry would not name it so: « Moscou a nié. Le ministère de la Défense
    a accusé l'Ukraine »."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        country = world.country(tokens, at) if token.text[0].isupper() else None
        before = (
            at
            - 1
            - (at > 1 and tokens[at - 1].fold in words.determiners and tokens[at - 1].fold not in words.belonging)
        )
        placed = before >= 0 and tokens[before].fold in words.locatives | words.belonging
        if country is not None and country[0] != code and not placed:
            return True
    return False


def _named(sentence: Sentence, world: World) -> set[str]:
    """The codes of the countries that a sentence names by their name, adjective or town."""
    named: set[str | None] = set()
    for at, token in enumerate(sentence.tokens):
        country = world.country(sentence.tokens, at) if token.text[0].isupper() else None
        adjective = world.adjective(token.fold)
        named |= {country[0] if country else None, adjective[1] if adjective else None, world.town_at(token.start)}
    return {code for code in named if code is not None}


def _beside(body: Body, sentence: Sentence, start: int, world: World, words: VoiceWords) -> str | None:
    """The code of the state whose seat stands right beside a body that bears no arms: « le ministère, à Tunis, », « a confirmé à
    Tokyo le ministère »."""
    tokens = sentence.tokens
    if body.kind == "party":
        return None
    at = body.end + (body.end < len(tokens) and tokens[body.end].text == ",")
    first = next(i for i, token in enumerate(tokens) if token.start == start)
    for seat in (at + 1, first - 1 - (first > 0 and tokens[first - 1].fold in words.determiners)):
        if 0 < seat < len(tokens) and tokens[seat - 1].fold in words.locatives:
            code = world.metonym(tokens[seat].text)
            if code is not None:
                return code
    return None


def _seated(
    body: Body, sentence: Sentence, start: int, world: World, words: VoiceWords, *, warlike: bool
) -> str | None:
    """The code of the state at whose seat or in whose land a body that bears no arms speaks: « A Rome, le ministère confirme »,
    « Au Liban, neuf personnes sont mortes, selon le ministère de la Santé »."""
    tokens = sentence.tokens
    if body.kind == "party" or len(tokens) < _BEHIND or tokens[0].fold not in words.locatives:
        return None
    code = world.metonym(tokens[1].text)
    close = next((k for k in range(2, _BEHIND) if tokens[k].text == ","), None)
    land = world.country(tokens, 1)
    if land is not None and not warlike:
        return land[0] if close is not None and land[1] == close else None
    speaks = close == 2 and tokens[close + 1].start <= start <= tokens[min(close + 2, len(tokens) - 1)].start
    return code if speaks else None


def _of_soldiers(sentence: Sentence, world: World, words: VoiceWords) -> str | None:
    """Whose soldiers alone a sentence tells of, and nobody boasts of: « trois soldats turcs ont été tués en Irak »."""
    folds = sentence.folds
    at = [i for i, fold in enumerate(folds) if fold in words.serving]
    if not at or _boasts(sentence, words):
        return None
    owners = {_owner(sentence, i, world) for i in at}
    if len(owners) != 1 or any(not words.agents.isdisjoint(folds[max(0, i - _AGENT) : i]) for i in at):
        return None
    return owners.pop()


def _of_planes(sentence: Sentence, world: World, words: VoiceWords) -> str | None:
    """Whose planes or troops strike fighters who serve no state: « l'aviation turque a tué quinze rebelles »."""
    folds = sentence.folds
    if words.fighting.isdisjoint(folds) or not words.serving.isdisjoint(folds):
        return None
    owners = (_owner(sentence, i, world) for i, fold in enumerate(folds[:_OPENS]) if fold in words.flying)
    return next((owner for owner in owners if owner is not None), None)


def _land_of_foe(sentence: Sentence, own: str, world: World, words: VoiceWords) -> str | None:
    """The code of a state that fights the soldiers' own, where they fell in its towns or by its army: « dix soldats russes ont été
    tués à Bakhmout », « trois soldats rwandais ont été tués par les FARDC »."""
    towns = (world.town_at(token.start) for token in sentence.tokens)
    agents = (i for i, fold in enumerate(sentence.folds[:-2]) if fold in words.agents)
    known = (world.actor_at(sentence.tokens, at) for i in agents for at in (i + 1, i + 2))
    armies = (actor[0] for actor in known if actor is not None)
    killers = (army.country for army in armies if any(word in army.name for word in words.warlike))
    return next((code for code in (*towns, *killers) if code is not None and world.fights(own, code)), None)


def _owner(sentence: Sentence, at: int, world: World) -> str | None:
    """The code of the country whose adjective stands behind a word."""
    following = sentence.tokens[at + 1] if at + 1 < len(sentence.tokens) else None
    known = world.adjective(following.fold) if following is not None and following.text[0].islower() else None
    return known[1] if known is not None else None


def _boasts(sentence: Sentence, words: VoiceWords) -> bool:
    """Whether somebody says that he has done it: « affirme avoir tué »."""
    verbs = words.verbs
    return any(verbs.is_auxiliary(fold) and verbs.is_infinitive(fold) for fold in sentence.folds)


def _goes_on(sentence: Sentence, start: int, words: VoiceWords) -> bool:
    """Whether the body at an offset opens its sentence and adds to what has just been said: « le ministère a ajouté »."""
    opens = start <= sentence.tokens[min(1, len(sentence.tokens) - 1)].start
    verbs = words.verbs
    return opens and any(lemma in words.adding for fold in sentence.folds for lemma, _ in verbs.analyses(fold))


def _alone(sentence: Sentence, code: str, world: World) -> bool:
    """Whether a sentence names no other state than the one that speaks in it (« Moscou a reconnu 52 morts. »)."""
    for at, token in enumerate(sentence.tokens):
        named = world.country(sentence.tokens, at) if token.text[0].isupper() else None
        adjective = world.adjective(token.fold) if token.text[0].islower() else None
        seat = world.metonym(token.text) if token.text[0].isupper() else None
        if {named[0] if named else code, adjective[1] if adjective else code, seat or code} - {code, None}:
            return False
    return True


def _speaker(sentence: Sentence, world: World) -> str | None:
    """The code of the state that opens a sentence and says something: « Kiev affirme que »."""
    for at in range(min(3, len(sentence.tokens))):
        token = sentence.tokens[at]
        if not token.text[0].isupper():
            continue
        named = _state_at(sentence, at, world)
        if named is not None:
            code, end = named
            return code if any(map(world.says, sentence.folds[end : end + _TO_VERB])) else None
    return None
