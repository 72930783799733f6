"""Joint: names that speak together (« Paris et Berlin », « X, Y et Z »), and « les trois ONG » for them later."""

from collections.abc import Sequence

from recoupe.gazetteers.countries import Countries
from recoupe.languages.voices import VoiceWords
from recoupe.model.annotation import Entity
from recoupe.stages.attribute.naming.phrase import Phrase
from recoupe.stages.attribute.naming.profiles import Resolved

_TIE = "+"


def tied(entity: Entity) -> bool:
    """Whether an entity stands for several that spoke together."""
    return _TIE in entity.id


class Joint:
    """Reads joint sources. Every question is pure."""

    def __init__(self, words: VoiceWords, countries: Countries) -> None:
        self._words = words
        self._countries = countries

    def last(self, noun: str, start: int, before: Sequence[Resolved]) -> Resolved | None:
        """The bodies that spoke as one last before offset `start`, when the plural `noun` may mean them; or None."""
        one = self._words.wider.get(noun)  # « ONG » is its own plural
        kinds = self._words.wider_plurals.get(noun, one.kinds if one is not None else frozenset())
        for source in reversed(before):
            if tied(source.entity) and source.start < start:
                return source if source.entity.kind in kinds else None
        return None

    def one_of(self, which: int, start: int, before: Sequence[Resolved]) -> str | None:
        """The id of the first (0) or the second (1) of the two that spoke together last before offset `start`, or None."""
        for source in reversed(before):
            if tied(source.entity) and source.start < start:
                ids = source.entity.id.split(_TIE)
                return ids[which] if len(ids) == 2 else None
        return None

    def read(self, phrase: Phrase) -> Resolved | None:
        """« Amnesty International et Airwars », « Paris, Berlin et Rome »: names that speak together; None for all else."""
        words, tokens = self._words, phrase.tokens
        if not any(words.ties(tokens, at) for at in range(1, phrase.core)):
            return None
        mentions = {index: mention for mention, index, _ in phrase.names}
        people = self._people(phrase)
        if people is not None:
            return people
        entities: list[Entity] = []
        at, last = self._announced(phrase), phrase.core
        while at < last:
            while at < last and at not in mentions and tokens[at].fold in words.determiners:
                at += 1
            if at >= last:
                return None
            stop = at + 1
            mention = mentions.get(at)
            if mention is not None:
                while stop < last and tokens[stop].start < mention.span.end:
                    stop += 1
            entity = mention.entity if mention is not None else self._seat(phrase, at)
            if entity is None:
                return None
            entities.append(entity)
            tie = words.ties(tokens, stop) if stop < last else 0
            if stop < last and not tie and tokens[stop].fold != ",":
                return None
            at = stop + max(1, tie)
        if len(dict.fromkeys(one.id for one in entities)) < 2:
            return None
        return self._tied(entities)

    def _announced(self, phrase: Phrase) -> int:
        """The index after « Deux ONG, », of which the names follow; 0 when the names begin at once."""
        comma = phrase.head + 1
        many = phrase.form is not None and phrase.form.number == "p"
        # « Les États-Unis, la France et … »
        many = many and self._seat(phrase, phrase.head) is None and all(k > phrase.head for _, k, _ in phrase.names)
        return comma + 1 if many and comma < phrase.core and phrase.tokens[comma].fold == "," else 0

    def _people(self, phrase: Phrase) -> Resolved | None:
        """« le maire, Untel, et le gouverneur Tel »: persons with their titles on both sides of one « et »; or None."""
        words, tokens = self._words, phrase.tokens
        for at in range(1, phrase.core - 1):
            if not words.ties(tokens, at):
                continue
            named = any(index == at + 1 and m.entity.kind == "person" for m, index, _ in phrase.names)
            if not named and tokens[at + 1].fold not in words.determiners:
                continue
            free = [(m.entity, index) for m, index, hangs in phrase.names if m.entity.kind == "person" and not hangs]
            first = [entity for entity, index in free if index < at]
            second = [entity for entity, index in free if index > at]
            if len(first) == len(second) == 1 and first[0].id != second[0].id:
                return self._tied([*first, *second])
        return None

    def _tied(self, entities: Sequence[Entity]) -> Resolved:
        """The entities as one source of many."""
        names = [one.name for one in entities]
        joint = Entity(_TIE.join(e.id for e in entities), entities[0].kind, ", ".join(names[:-1]) + f" and {names[-1]}")
        return Resolved(joint, None, None, number="p")

    def _seat(self, phrase: Phrase, at: int) -> Entity | None:
        """The state of which the one word at token `at` is the name or the capital, or None."""
        name = phrase.tokens[at].text
        if not name[0].isupper():
            return None
        code = self._countries.by_name(name) or self._countries.by_metonym(name)
        return None if code is None else self._countries.state(code)
