"""Agents: the words between harm and the party said to have caused it, as a pack's `agents.toml` holds them."""

from dataclasses import dataclass, fields

from recoupe.languages.harm import Forms, inflected
from recoupe.languages.spelling import spelled
from recoupe.languages.tables import Table


@dataclass(frozen=True, slots=True)
class AgentWords:
    """The words around those who do harm. Every word is folded."""

    deeds: frozenset[str]
    """Deeds and means of a party, followed by « of » or « by » and the party, or by its adjective."""
    plurals: tuple[str, ...]
    """How plurals end."""
    hands: frozenset[str]
    """People who act for a party."""
    events: frozenset[str]
    """Deeds that a text can bring in as new."""
    nobody: frozenset[str]
    """What nobody does to anybody (« séisme »)."""
    attackers: frozenset[str]
    """Those who come to harm in an attack of their own side."""
    accusing: frozenset[str]
    """Forms of verbs whose object is accused."""
    indefinite: frozenset[str]
    attacking: frozenset[str]
    """Forms of verbs whose subject is the author of an attack."""
    by: frozenset[str]
    blaming: frozenset[str]
    """Forms of verbs that lay a deed at somebody's door."""
    blamed_on: frozenset[str]
    links: frozenset[str]
    holding: frozenset[str]
    """Words before who holds the trapped."""

    @classmethod
    def load(cls, table: Table, forms: Forms) -> "AgentWords":
        """The words in `agents.toml`; raises DataError on an unknown key or a wrong type."""
        names = [f.name for f in fields(cls)]
        table.only(*names)
        return cls(
            deeds=frozenset(spelled(table.words("deeds"))),
            plurals=table.words("plurals"),
            hands=frozenset(spelled(table.words("hands"))),
            events=frozenset(table.words("events")),
            nobody=frozenset(spelled(table.words("nobody"))),
            attackers=frozenset(spelled(table.words("attackers"))),
            accusing=inflected(table.words("accusing"), forms),
            indefinite=frozenset(table.words("indefinite")),
            attacking=inflected(table.words("attacking"), forms),
            by=frozenset(table.words("by")),
            blaming=inflected(table.words("blaming"), forms),
            blamed_on=frozenset(table.words("blamed_on")),
            links=frozenset(table.words("links")),
            holding=frozenset(table.words("holding")),
        )
