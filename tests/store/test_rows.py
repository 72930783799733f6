"""No field of a record is left out of the ledger: a new one must have its column."""

import dataclasses

import pytest
from sqlalchemy import Table

from recoupe.model.annotation import Entity, Place
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, Comparison, Measure
from recoupe.model.document import Credit, Document
from recoupe.model.figure import Figure
from recoupe.model.issue import Issue
from recoupe.store import schema
from recoupe.store.records import claim_of
from recoupe.store.rows import CLAIM_DETAIL, chain_row, claim_row, storable, storable_path
from tests.factories import HODEIDA, span

TIES = {"reading", "number", "seq", "key", "acquisition"}
"""Columns that tie rows together, and stand for no field."""
ELSEWHERE = {
    Document: {"id", "sha256", "path", "credits"},
    Attribution: {"document"},
    Figure: {"document", "stated_by"},
    Claim: {"document", "stated_by", *CLAIM_DETAIL},
    Issue: {"document", "path"},
}
"""Fields that the reading, the acquisition or a table of their own holds."""
ALSO = {"version", "given", "document", "id", "chain", "detail"}
"""Columns of what is known beside the record."""


@pytest.mark.parametrize(
    ("record", "table"),
    [
        (Document, schema.readings),
        (Credit, schema.credits_),
        (Attribution, schema.attributions),
        (Figure, schema.figures),
        (Claim, schema.claims),
        (Issue, schema.issues),
        (Entity, schema.entities),
        (Place, schema.places),
    ],
)
def test_every_field_has_its_column(record: type, table: Table) -> None:
    spans = {name.removesuffix("_start") for name in table.c.keys() if name.endswith("_start")}  # noqa: SIM118
    spans = {"cue", "source", "content", "place_span", "date_span"} & ({f"{s}_span" for s in spans} | spans)
    whole = {"span"} if {"start", "end", "text"} <= set(table.c.keys()) and record is not Document else set()
    fields = {field.name for field in dataclasses.fields(record)}  # type: ignore[arg-type]
    missing = fields - ELSEWHERE.get(record, set()) - set(table.c.keys()) - spans - whole
    assert missing == set()
    parts = {f"{p}_{part}" for p in ("cue", "source", "content", "place", "date") for part in ("start", "end", "text")}
    assert set(table.c.keys()) - fields - parts - {"start", "end", "text"} - TIES - ALSO == set()


def test_what_a_claim_states_comes_back_as_it_went_in() -> None:
    text = "Prise de Hodeïda : 212 morts, contre 98 en mai"
    stated = Claim(
        id="claim-1",
        document="doc-1",
        span=span(text, text),
        stated_by=("Khaled Souhail",),
        attribution="attribution-1",
        figures=("figure-1",),
        kind="comparison",
        also=("harm", "control"),
        accused=("Houthis",),
        victims=("civilians",),
        change="taken",
        actor="Houthis",
        place_span=span(text, "Hodeïda"),
        place=HODEIDA,
        date_span=span(text, "mai"),
        date_from="2018-05-01",
        date_to="2018-05-31",
        measures=(Measure("corridor", "refused"),),
        comparison=Comparison(span(text, "contre 98"), "against", None, (span(text, "212"), span(text, "98"))),
    )
    row = claim_row(1, 1, stated)
    assert claim_of({**row, "names": chain_row(stated.stated_by)["names"]}, "doc-1") == stated


def test_half_pairs_are_replaced_one_for_one() -> None:
    [row] = storable([{"a": "x\ud83dy\ude00", "b": 3, "c": None, "d": "😀"}])
    assert row == {"a": "x\ufffdy\ufffd", "b": 3, "c": None, "d": "😀"}


def test_two_paths_stay_two() -> None:
    assert len({storable_path(path) for path in ("a\udce9", "a\udce8", "aé", "a")}) == 4
