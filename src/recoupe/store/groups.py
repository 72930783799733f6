"""Groups: what is made of figures on the way to incidents, kept so that adding a document costs the same in any ledger."""

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, delete, or_, select, text

from recoupe.model.incident import Account, Incident, Match, is_account
from recoupe.model.relay import Relay
from recoupe.store import digests, members, schema
from recoupe.store.incident_rows import account_of, incident_row, match_of, match_row, written

_FOUND = text(
    "SELECT DISTINCT a.document, a.tells, a.body FROM json_each(:hashes) AS asked"
    " JOIN account_keys AS k ON k.hash = asked.value JOIN accounts AS a ON a.number = k.account ORDER BY a.id"
)
_MATES = text(
    "SELECT a.id, a.incident FROM json_each(:ids) AS asked JOIN accounts AS a ON a.id = asked.value WHERE a.tells"
    " UNION SELECT a.id, a.incident FROM json_each(:ids) AS asked JOIN accounts AS own ON own.id = asked.value"
    " JOIN accounts AS a ON a.incident = own.incident WHERE a.tells"
)
_ACCOUNTS = text(
    "SELECT a.body FROM json_each(:ids) AS asked JOIN accounts AS a ON a.id = asked.value WHERE a.tells ORDER BY a.id"
)
_MATCHES = text(
    "SELECT m.first, m.second, m.body FROM json_each(:ids) AS asked JOIN matches AS m ON m.second = asked.value"
    " ORDER BY m.first, m.second"
)
_NEIGHBOURS = text(
    "SELECT m.first FROM json_each(:ids) AS asked JOIN matches AS m ON m.second = asked.value"
    " UNION SELECT m.second FROM json_each(:ids) AS asked JOIN matches AS m ON m.first = asked.value"
)


class Found(NamedTuple):
    """Who tells of incidents: Accounts, and Documents of which only hints are known."""

    accounts: list[Account]
    hints: dict[str, Any]
    """JSON, by the Document's id."""


class Groups:
    """The work on some Documents inside one transaction. Get it from `Ledger.grouping`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def relays(self, document: str) -> list[Relay]:
        """What is known of the pairs of Documents of which this is one."""
        from recoupe.store.links import relays_of

        return relays_of(self._connection, [document])

    def drop(self, document: str) -> set[str]:
        """The incidents in which a Document stood, or of which it spoke; what was made of it before is taken out."""
        a, m = schema.accounts.c, schema.matches.c
        rows = self._connection.execute(select(a.number, a.id, a.incident).where(a.document == document)).all()
        ids = [row.id for row in rows]
        of_others = select(a.incident).join(schema.matches, m.second == a.id).where(m.first.in_(ids))
        touched = {row.incident for row in rows} | set(self._connection.execute(of_others).scalars())
        keys = schema.account_keys
        self._connection.execute(delete(keys).where(keys.c.account.in_(row.number for row in rows)))
        self._connection.execute(delete(schema.matches).where(or_(m.first.in_(ids), m.second.in_(ids))))
        self._connection.execute(delete(schema.accounts).where(a.document == document))
        return {incident for incident in touched if incident}

    def add(self, account: Account, hashes: Iterable[int]) -> None:
        """Adds what one Document tells of one incident, under the hashes by which it is found."""
        self._add(account.id, account.document, True, account, hashes)

    def add_hints(self, document: str, body: Any, hashes: Iterable[int]) -> None:
        """Adds what can be told of a Document without figures, as JSON."""
        self._add(document, document, False, body, hashes)

    def found(self, hashes: Collection[int]) -> Found:
        """All that is kept under any of these hashes."""
        return _found(self._connection.execute(_FOUND, {"hashes": json.dumps(sorted(hashes))}).all())

    def told_by(self, documents: Collection[str]) -> Found:
        """All that these Documents tell."""
        a = schema.accounts.c
        asked = select(a.document, a.tells, a.body).where(a.document.in_(documents)).order_by(a.id)
        return _found(self._connection.execute(asked).all())

    def accounts(self, ids: Iterable[str]) -> list[Account]:
        """The Accounts with these ids, in their order."""
        return [account_of(body) for body in self._connection.execute(_ACCOUNTS, _asked(ids)).scalars()]

    def mates(self, ids: Iterable[str]) -> dict[str, str | None]:
        """The Accounts with these ids, and all that stand in one incident with them: of each the incident's id."""
        return {row.id: row.incident for row in self._connection.execute(_MATES, _asked(ids)).all()}

    def tellers(self, figures: Collection[str]) -> dict[str, str]:
        """For each of these Figures the id of the Account that holds it."""
        f, r, a = schema.figures.c, schema.readings.c, schema.accounts.c
        asked = select(f.id, a.id.label("account"), a.body).join(schema.readings, r.seq == f.reading)
        asked = asked.join(schema.accounts, a.document == r.document).where(f.id.in_(figures), a.tells)
        return {row.id: row.account for row in self._connection.execute(asked) if f'"{row.id}"' in row.body}

    def add_matches(self, matches: Iterable[Match]) -> None:
        """Keeps what was found by comparing accounts."""
        rows = list(map(match_row, matches))
        if rows:
            self._connection.execute(schema.matches.insert().prefix_with("OR REPLACE"), rows)

    def matches(self, ids: Collection[str]) -> list[Match]:
        """The kept Matches of which both are among these Accounts, and those of Documents that speak of one of them."""
        rows = self._connection.execute(_MATCHES, _asked(ids)).all()
        return [match_of(*row) for row in rows if row.first in ids or not is_account(row.first)]

    def neighbours(self, ids: Iterable[str]) -> set[str]:
        """The ids of the Accounts that match one of these."""
        found = self._connection.execute(_NEIGHBOURS, _asked(ids)).scalars()
        return {each for each in found if is_account(each)}

    def members(self, incidents: Collection[str]) -> list[str]:
        """The ids of the Accounts in these Incidents."""
        a = schema.accounts.c
        return list(self._connection.execute(select(a.id).where(a.incident.in_(incidents)).order_by(a.id)).scalars())

    def replace(self, old: Collection[str], new: Iterable[Incident]) -> None:
        """Puts Incidents in the place of those with the ids `old`, and of all that the same Accounts stood in."""
        table, a = schema.incidents, schema.accounts.c
        made = list(new)
        homes = {member.account: each.id for each in made for member in each.members if member.figures}
        before = select(a.incident).where(a.id.in_(homes), a.incident.is_not(None))
        gone = {*old, *self._connection.execute(before).scalars()}
        self._connection.execute(delete(table).where(table.c.id.in_(gone)))
        digests.drop(self._connection, [*gone, *(each.id for each in made)])
        members.replace(self._connection, gone, made)
        if made:
            self._connection.execute(table.insert().prefix_with("OR REPLACE"), list(map(incident_row, made)))
        if homes:
            _settle(self._connection, homes)

    def done(self, document: str) -> None:
        """Says of a Document that its figures are grouped."""
        table = schema.to_group
        self._connection.execute(delete(table).where(table.c.document == document))

    def _add(self, identity: str, document: str, tells: bool, body: Any, hashes: Iterable[int]) -> None:
        row = {"id": identity, "document": document, "tells": tells, "body": written(body)}
        key = self._connection.execute(schema.accounts.insert(), row).inserted_primary_key
        assert key is not None, "one row was added"
        if rows := [(each, key[0]) for each in sorted(hashes)]:
            self._connection.exec_driver_sql("INSERT INTO account_keys (hash, account) VALUES (?, ?)", rows)


def waiting(connection: Connection) -> list[str]:
    """The ids of the documents whose figures must be grouped, in order."""
    table = schema.to_group.c
    return list(connection.execute(select(table.document).order_by(table.document)).scalars())


def wait(connection: Connection, documents: Iterable[str]) -> None:
    """Says of documents that their figures must be grouped, for the first time or again."""
    if rows := [{"document": document} for document in sorted(set(documents))]:
        connection.execute(schema.to_group.insert().prefix_with("OR IGNORE"), rows)


def _asked(ids: Iterable[str]) -> dict[str, str]:
    return {"ids": json.dumps(sorted(ids))}


def _found(rows: Iterable[Any]) -> Found:
    found = Found([], {})
    for document, tells, body in rows:
        if tells:
            found.accounts.append(account_of(body))
        else:
            found.hints[document] = json.loads(body)
    return found


def _settle(connection: Connection, homes: Mapping[str, str]) -> None:
    rows = [(incident, account) for account, incident in homes.items()]
    connection.exec_driver_sql("UPDATE accounts SET incident = ?1 WHERE id = ?2 AND incident IS NOT ?1", rows)
