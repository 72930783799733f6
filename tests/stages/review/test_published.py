"""What is not accepted cannot be published, whoever asks, and however."""

import copy
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from recoupe.errors import InputError
from recoupe.model.decision import Decision, Verdict
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident, Membership
from recoupe.stages.review.judged import Judged, seen
from recoupe.stages.review.published import Published, Withheld, publish
from tests.factories import make_document, make_figure, span

DOCUMENT = make_document()
FIGURE = make_figure(DOCUMENT, span(DOCUMENT.text, "Douze civils"))
OTHER = make_figure(DOCUMENT, span(DOCUMENT.text, "douze civils"))


@dataclass(frozen=True)
class Evidence:
    incident: Incident
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Told:
    evidence: Evidence


def told(*figures: Figure) -> Told:
    members = (Membership("account-1", DOCUMENT.id, tuple(f.id for f in figures), ()),)
    incident = Incident("incident-1", "incident", "harm", None, None, None, None, (), members)
    return Told(Evidence(incident, figures))


def decided(
    verdict: Verdict, *figures: Figure, who: str = "Ines", when: str = "1", records: Sequence[str] = ()
) -> Decision:
    import json

    value = json.dumps(seen(figures)) if verdict in ("accepted", "corrected") else ""
    ids = tuple(records) or tuple(f.id for f in figures)
    return Decision(f"decision-{verdict}-{who}-{when}", verdict, ids, (), who, when, "", value)


def is_published(content: Told, *decisions: Decision, needed: int = 1) -> bool:
    return isinstance(publish(content, Judged(decisions), needed=needed), Published)


def test_nothing_is_published_before_somebody_accepts_every_figure() -> None:
    both = told(FIGURE, OTHER)
    assert not is_published(both)
    assert not is_published(both, decided("accepted", FIGURE))
    assert is_published(both, decided("accepted", FIGURE), decided("accepted", OTHER, when="2"))


def test_what_is_withheld_says_what_waits() -> None:
    found = publish(told(FIGURE, OTHER), Judged([decided("accepted", FIGURE)]), needed=1)
    assert found == Withheld("incident-1", (OTHER.id,), 2)


def test_the_same_person_twice_is_one_person() -> None:
    once, twice = decided("accepted", FIGURE), decided("accepted", FIGURE, when="2")
    assert not is_published(told(FIGURE), once, twice, needed=2)
    assert is_published(told(FIGURE), once, decided("accepted", FIGURE, who="Karim", when="3"), needed=2)


def test_a_judgement_taken_back_publishes_nothing() -> None:
    once = decided("accepted", FIGURE)
    assert not is_published(told(FIGURE), once, decided("withdrawn", when="2", records=[once.id]))
    assert not is_published(told(FIGURE), once, decided("rejected", FIGURE, when="2"))


def test_what_a_later_version_reads_in_another_way_has_been_accepted_by_nobody() -> None:
    once = decided("accepted", FIGURE)
    assert not is_published(told(replace(FIGURE, group="combatants")), once)
    assert not is_published(told(replace(FIGURE, place=None)), once)


def test_an_acceptance_that_does_not_say_what_was_seen_publishes_nothing() -> None:
    assert not is_published(told(FIGURE), replace(decided("accepted", FIGURE), value=""))
    assert not is_published(told(FIGURE), replace(decided("accepted", FIGURE), value='{"seen": ["x"]}'))


def test_a_correction_by_one_ends_what_another_accepted() -> None:
    corrected = replace(FIGURE, value=14.0)
    first, second = decided("accepted", FIGURE, who="Karim"), decided("corrected", corrected, when="2")
    assert not is_published(told(corrected), first, second, needed=2)
    assert is_published(told(corrected), first, second, decided("accepted", corrected, who="Karim", when="3"), needed=2)


def test_an_incident_without_figures_or_with_figures_that_are_gone_is_not_published() -> None:
    assert not is_published(told())
    gone = replace(told(FIGURE), evidence=Evidence(told(FIGURE, OTHER).evidence.incident, (FIGURE,)))
    assert not is_published(gone, decided("accepted", FIGURE, OTHER))


def test_nobody_asks_for_fewer_than_one_person() -> None:
    with pytest.raises(InputError):
        publish(told(FIGURE), Judged(), needed=0)


def test_there_is_no_other_way_to_make_it() -> None:
    made = publish(told(FIGURE), Judged([decided("accepted", FIGURE)]), needed=1)
    assert isinstance(made, Published)
    assert made.content.evidence.figures == (FIGURE,)
    assert made.by == {FIGURE.id: ("Ines",)}
    for way in (
        lambda: Published(),
        lambda: copy.copy(made),
        lambda: copy.deepcopy(made),
        lambda: pickle.dumps(made),
        lambda: type("Mine", (Published,), {}),
        lambda: object.__new__(Published).content,
        lambda: object.__setattr__(made, "content", told(OTHER)),
        lambda: setattr(made, "content", told(OTHER)),
    ):
        with pytest.raises((InputError, AttributeError, TypeError)):
            way()
    assert made.content.evidence.figures == (FIGURE,)
