"""Stand-ins: states that a sentence names by their people, their capital or their head, or as who occupies a land."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from recoupe.gazetteers import Countries
from recoupe.languages.agents import AgentWords
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Entity, Mention
from recoupe.stages.claim.line import Line
from recoupe.stages.claim.party import Party


def stand_ins(
    line: Line,
    words: AgentWords,
    countries: Countries,
    land: str | None,
    occupier: Entity | None,
    is_agent: Callable[[Line, int, int], bool],
) -> Iterator[Party]:
    """The states that act in the sentence: « les Russes ont tué », « tués par Moscou », « par l'armée d'occupation ».

    `land` is the country that the article is about, whose own people are no state; `is_agent` says whether the noun
    between two words opens its clause or stands behind « by »; `occupier` is who occupies the land or attacks it.
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
        whole = _two_words(line, at, countries)
        if whole is not None:
            yield Party(at, at + 2, countries.state(whole))
        elif line.fold(at - 1) in words.told:
            code = countries.by_adjective(line.sentence.tokens[at].text)
            if code not in (None, land) and is_agent(line, at, at):
                yield Party(at, at + 1, countries.state(code))
        elif line.fold(at - 1) in words.by:
            code = countries.by_metonym(line.sentence.tokens[at].text)
            if code is not None:
                yield Party(at, at + 1, countries.state(code))


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
            code = countries.by_ruler(mention.entity.name)
            if code is not None:
                yield Party(first, line.first_at(mention.span.end), countries.state(code))
