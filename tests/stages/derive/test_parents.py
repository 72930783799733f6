"""Of several possible parents the one that a text was taken from."""

from recoupe.model.relay import Change, Evidence, Relay, RelayKind
from recoupe.model.span import Span
from recoupe.stages.derive.parents import direct

DAYS = {"a": "2020-01-01", "b": "2020-01-02", "c": "2020-01-03", "d": "2020-01-03"}
OUTLETS = {document: f"outlet of {document}" for document in DAYS}


def _relay(
    first: str,
    second: str,
    *,
    kind: RelayKind = "edited",
    score: float = 0.8,
    at: tuple[int, int] = (0, 100),
    changes: tuple[tuple[int, str], ...] = (),
    credit: bool = False,
    known: bool = True,
) -> Relay:
    """A relay of the passage `at`; `changes` by the place of the word that was changed, and what it became."""
    span = Span(*at, "x" * (at[1] - at[0]))
    evidence = [Evidence("text", "shared_words", span, span, score)]
    if credit:
        evidence.append(Evidence("credit", "credit_names_outlet", None, Span(200, 205, "(AFP)"), 1.0))
    made = tuple(Change("word", "loaded", Span(n, n + 3, "old"), Span(n, n + 3, word)) for n, word in changes)
    return Relay(f"relay-{first}{second}", first, second, kind, known, "published", score, tuple(evidence), made)


def _edges(*relays: Relay) -> set[str]:
    forward = {r.from_document + r.to_document for r in direct(relays, DAYS, OUTLETS)}
    assert forward == {r.from_document + r.to_document for r in direct(relays[::-1], DAYS, OUTLETS)}
    return forward


def test_a_second_copy_is_one_of_the_first_text() -> None:
    assert _edges(_relay("a", "b"), _relay("a", "c"), _relay("b", "c")) == {"ab", "ac"}


def test_shared_changes_tell_that_it_came_by_way_of_the_copy() -> None:
    made = ((10, "new"), (30, "new"), (50, "new"))
    chain = (_relay("a", "b", changes=made), _relay("a", "c", changes=(*made, (70, "more"))), _relay("b", "c"))
    assert _edges(*chain) == {"ab", "bc"}


def test_changes_that_are_not_there_tell_that_it_did_not() -> None:
    made = ((10, "new"), (30, "new"), (50, "new"))
    assert _edges(_relay("a", "b", changes=made), _relay("a", "c", score=0.7), _relay("b", "c", score=0.9)) == {
        "ab",
        "ac",
    }


def test_whoever_is_credited_is_the_parent() -> None:
    assert _edges(_relay("a", "b"), _relay("a", "c", score=0.9), _relay("b", "c", credit=True)) == {"ab", "bc"}


def test_two_passages_may_have_two_parents() -> None:
    assert _edges(_relay("a", "c", at=(0, 100)), _relay("b", "c", at=(200, 300))) == {"ac", "bc"}


def test_two_copies_of_one_text_are_no_relay_of_each_other() -> None:
    assert _edges(_relay("a", "c"), _relay("a", "d"), _relay("c", "d", known=False)) == {"ac", "ad"}


def test_a_pair_whose_direction_is_not_known_stays_where_nothing_explains_it() -> None:
    assert _edges(_relay("c", "d", known=False)) == {"cd"}


def test_of_one_outlet_the_document_that_has_most_of_what_is_cited() -> None:
    outlets = OUTLETS | {"a": "agency", "b": "agency"}
    cites = [_relay("a", "c", kind="cites", score=0.5), _relay("b", "c", kind="cites", score=0.75)]
    assert {r.from_document for r in direct(cites, DAYS, outlets)} == {"b"}
