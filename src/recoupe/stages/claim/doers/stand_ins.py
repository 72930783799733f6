"""Stand-ins: states that a sentence names by their people, their capital or their head, or as who occupies a land."""

from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import but_for, either
from recoupe.model.annotation import Entity, Mention
from recoupe.stages.claim.doers.party import Party, land_ruled
from recoupe.stages.claim.words.line import Line

_BETWEEN = 4
"""How many words may part a deed from « of » and whose it is: « des frappes de missiles de Moscou »."""


def stand_ins(
    line: Line,
    words: AgentWords,
    countries: Countries,
    land: str | None,
    occupier: Entity | None,
    harbouring: Set[str],
    is_agent: Callable[[Line, int, int], bool],
) -> Iterator[Party]:
    """The states that act in the sentence: « les Russes ont tué », « tués par Moscou », « par l'armée d'occupation ».

    `land` is the country that the article is about, whose own people are no state; `is_agent` says whether the noun
    between two words opens its clause or stands behind « by »; `occupier` is who occupies the land or attacks it;
    from the lands `harbouring` armed groups of theirs strike.
    """
    looked_at: Iterable[int] = line.sentence.not_small
    if not words.occupiers.isdisjoint(line.words):
        looked_at = range(line.end)
    for at in looked_at:
        fold = line.folds[at]
        if fold in words.occupiers:
            first = at - 2 if fold in words.occupation else at
            owned = line.fold(at - 1) in line.lexicon.figures.of and line.fold(at - 2) in either(
                words.hands, words.deeds
            )
            code = countries.by_adjective(line.fold(at + 1))
            state = occupier if code is None else countries.state(code)
            if state is not None and (first == at or owned) and is_agent(line, first, at + (code is not None)):
                yield Party(first, at + 1, state)
        if at == 0 or not line.named(at):
            continue
        before = line.folds[at - 1]
        whole = _two_words(line, at, countries)
        if whole is not None:
            yield Party(at, at + 2, countries.state(whole))
        elif before in words.told:
            code = countries.by_adjective(line.sentence.tokens[at].text)
            if code not in (None, land) and is_agent(line, at, at):
                yield Party(at, at + 1, countries.state(code))
        elif before in words.by:
            code = countries.by_metonym(line.sentence.tokens[at].text)
            if code is not None:
                yield Party(at, at + 1, countries.state(code))
        elif before in line.lexicon.figures.of:
            code = _striking(line, at, words, countries, land, harbouring)
            if code is not None:
                yield Party(at, at + 1, countries.state(code))


def _striking(
    line: Line, at: int, words: AgentWords, countries: Countries, land: str | None, harbouring: Set[str]
) -> str | None:
    """The country whose the weapons are: « les tirs d'Israël », « une frappe de Moscou », « l'attaque de Kiev contre X ».

    « L'attaque de Kiev » is one on the city, and so are « les frappes de Kiev » in an article about its `land`; « les
    roquettes du Liban » are a group's, where the article names one that fights from there.
    """
    near = range(at - 2, max(-1, at - 2 - _BETWEEN), -1)
    deed = next((i for i in near if line.folds[i] in words.deeds or line.folds[i] in words.targets), None)
    if deed is None or not _goes_with(line, deed + 1, at - 1, words):
        return None
    text = line.sentence.tokens[at].text
    name, seat = countries.by_name(text), countries.by_metonym(text)
    aimed = line.fold(at + 1) in line.lexicon.words.prepositions and at + 2 < line.end and line.named(at + 2)
    if line.fold(at + 1) not in words.against and not aimed:
        if line.folds[deed] in words.suffered and not (name and line.fold(deed - 1) in words.indefinite):
            return None
        seat = seat if seat != land else None
    return name if name is not None and name not in harbouring else seat


def _goes_with(line: Line, start: int, of: int, words: AgentWords) -> bool:
    """Whether what stands between a deed and « of » goes with the deed: « aérienne », « de missiles », not « près »."""
    apart = but_for(line.lexicon.words.prepositions, line.lexicon.figures.of)
    between = line.folds[start:of]
    nouns = any(f in line.lexicon.figures.of and between[i + 1] not in words.deeds for i, f in enumerate(between[:-1]))
    return not (nouns or any(line.stops(i) or line.finite(i) or line.folds[i] in apart for i in range(start, of)))


def _two_words(line: Line, at: int, countries: Countries) -> str | None:
    """The country that two words stand for: « l'État hébreu »."""
    if at + 1 >= line.end or line.named(at + 1) or not line.folds[at + 1].isalpha():
        return None
    first, second = line.sentence.tokens[at : at + 2]
    return countries.by_metonym(f"{first.text} {second.text}")


def ruled(line: Line, words: AgentWords, countries: Countries, people: Sequence[Mention]) -> Iterator[Party]:
    """The states whose head's the fighters or weapons are: « les avions de Bachar al-Assad ». `people` are rulers."""
    for mention in people:
        first = line.first_at(mention.span.start)
        if line.fold(first - 1) in line.lexicon.figures.of and line.fold(first - 2) in either(words.hands, words.deeds):
            code = land_ruled(mention, countries)
            if code is not None:
                yield Party(first, line.first_at(mention.span.end), countries.state(code))
