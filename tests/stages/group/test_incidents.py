"""Accounts put together: chains end where two accounts exclude each other."""

from itertools import combinations

from recoupe.model.incident import Account, Incident
from recoupe.stages.group.incidents import incidents
from recoupe.stages.group.matching import match
from recoupe.stages.group.mentions import Hints, mention
from tests.factories import HODEIDA
from tests.stages.group.told import AROUND, TAIZ, told, total


def put(*told_of: Account) -> tuple[Incident, ...]:
    return incidents(told_of, [match(a, b) for a, b in combinations(told_of, 2) if a.document != b.document])


def documents(found: tuple[Incident, ...]) -> set[frozenset[str]]:
    return {frozenset(incident.documents) for incident in found}


def test_a_chain_of_days_ends() -> None:
    days = [told(f"d{n}", 137, day=f"2018-05-{n:02}", published="2018-05-12") for n in range(1, 8)]
    for incident in put(*days):
        assert len(incident.documents) <= 3


def test_what_one_text_tells_apart_stays_apart() -> None:
    first, second = told("a", 12), told("a", 12, place=AROUND, id="account-a2")
    found = put(first, second, told("b", 12), told("c", 12, place=AROUND))
    assert documents(found) == {frozenset("ab"), frozenset("ac")}


def test_the_first_to_tell_gives_the_id_and_needs_no_reason() -> None:
    late, early = told("a", 12), told("b", 12, published="2018-05-03")
    (incident,) = put(late, early)
    assert [member.document for member in incident.members] == ["b", "a"]
    assert incident.members[0].reasons == ()
    assert incident.members[1].reasons
    assert incident.id == put(early)[0].id


def test_a_running_total_is_no_incident() -> None:
    assert documents(put(told("a", 12), total("b", 12), total("c", 15))) == {frozenset("a"), frozenset("bc")}


def test_a_document_that_only_speaks_of_them_joins_every_one_and_links_none() -> None:
    one, other = told("a", 130), told("b", 130, place=TAIZ)
    hints = Hints("doc", "2018-05-04", frozenset({HODEIDA.id, TAIZ.id}), frozenset(), frozenset({130.0}))
    found = incidents([one, other], [match(one, other)], [mention(hints, one), mention(hints, other)])
    assert [incident.members[-1].figures for incident in found] == [(), ()]
    assert documents(found) == {frozenset({"a", "doc"}), frozenset({"b", "doc"})}
