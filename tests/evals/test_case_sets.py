"""Reading other people's case sets: their forms, and what of ours counts as theirs."""

import json
from pathlib import Path

import pytest

from evals.corpora import Corpus, digest
from evals.dated import dated
from evals.duckling import examples
from evals.popcorn import pair, possible
from evals.recognizers import cases
from recoupe.model.annotation import TimeRef
from recoupe.model.span import Span

HASKELL = """
negativeCorpus :: NegativeCorpus
negativeCorpus = (testContext, testOptions, examples)
  where
    examples =
      [ "pas un nombre"
      ]

allExamples :: [Example]
allExamples = concat
  [ examples (NumeralValue 40)
             [ "quarante"
             , "40"
             ]
  , examples (NumeralValue (-2.5))
             [ "\\"moins\\" deux et demi" ]
  , examples (datetimeInterval ((2019, 3, 4, 0, 0, 0), (2019, 0, 0, 0, 0, 0)) Day)
             [ "3\\233me" ]
  ]
"""


def test_duckling(tmp_path: Path) -> None:
    file = tmp_path / "Corpus.hs"
    file.write_text(HASKELL, "utf-8")
    found = list(examples(file))
    assert [one.phrase for one in found] == ["quarante", "40", '"moins" deux et demi', "3éme"]
    assert [one.number for one in found] == [40, 40, -2.5, None]
    assert found[3].moments == ((2019, 3, 4), (2019, 1, 1))
    assert found[3].grain == "Day"


def test_recognizers(tmp_path: Path) -> None:
    record = {
        "Input": "les 12 blessés",
        "Context": {"ReferenceDateTime": "2019-03-04T00:00:00"},
        "Results": [{"Text": "12", "TypeName": "number", "Resolution": {"value": "12"}, "start": 4, "End": 5}],
    }
    file = tmp_path / "NumberModel.json"
    file.write_text(json.dumps([record]), "utf-8-sig")
    (case,) = cases(file)
    assert case.reference == "2019-03-04"
    (expected,) = case.expected
    assert case.text[expected.start : expected.end] == expected.text
    assert expected.kind == "number"


def test_popcorn_writes_hundreds_as_two_hundred() -> None:
    assert possible(15, None, None) == (15,)
    assert possible(15, 20, None) == (15, 20)
    assert possible(None, None, 100) == (200, 100)
    assert possible(None, None, None) == (2,)


def test_popcorn_pairs_each_once() -> None:
    theirs = [("killed", 10.0), ("wounded", 200.0), ("killed", 10.0)]
    ours = [
        ("killed", (10.0,)),
        ("wounded", (200.0, 100.0)),
        ("wounded", (10.0,)),
        ("killed", (10.0,)),
        ("killed", (10.0,)),
    ]
    found, missed, alone = pair(theirs, ours)
    assert (sorted(found), missed, alone) == ([0, 1, 2], [], [2, 4])


def time(first: str | None, last: str | None, precision: str = "day") -> TimeRef:
    return TimeRef(Span(0, 1, "x"), first, last, precision, "point")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "value", "read", "hit"),
    [
        ("TIME_EXACT", "03/08/2016", time("2016-08-03", "2016-08-03"), True),
        ("TIME_EXACT", "03/08/2016", time("2016-08-03", "2016-08-04", "days"), False),
        ("TIME_MIN", "03/08/2016", time("2016-08-03", None), True),
        ("TIME_MAX", "03/08/2016", time("2016-08-01", "2016-08-03", "days"), True),
        ("TIME_MAX", "03/08/2016", time("2016-08-03", None), False),
        ("TIME_EXACT", "00/02/2016", time("2016-02-01", "2016-02-29", "month"), True),
        ("TIME_EXACT", "00/02/2016", time("2016-02-03", "2016-02-03"), False),
        ("TIME_EXACT", "00/12/2016", time("2016-12-01", "2017-01-01", "month"), False),
        ("TIME_FUZZY", "00/00/2016", time("2016-01-01", "2016-12-31", "year"), True),
        ("TIME_MIN", "00/00/2016", time("2016-01-01", "2019-12-31", "year"), True),
        ("TIME_MAX", "00/00/2016", time("2011-01-01", "2016-12-31", "year"), True),
        ("TIME_EXACT", "00/00/2016", time(None, None, "unknown"), False),
    ],
)
def test_popcorn_dates(kind: str, value: str, read: TimeRef, hit: bool) -> None:
    date = dated(kind, value)
    assert date is not None
    assert date.hit_by(read) is hit


@pytest.mark.parametrize("value", ["06/07/0000", "00/00/0000", "00/00/00000", "31/02/2020", "hier"])
def test_popcorn_dates_without_a_year_are_left_aside(value: str) -> None:
    assert dated("TIME_EXACT", value) is None


def test_a_digest_changes_with_the_gold(tmp_path: Path) -> None:
    corpus = Corpus("x", "fr", tmp_path, tmp_path)
    (tmp_path / "1.txt").write_text("a", "utf-8")
    (tmp_path / "1.json").write_text("{}", "utf-8")
    before = corpus.digest()
    assert before == corpus.digest()
    (tmp_path / "1.json").write_text('{"language": "fr"}', "utf-8")
    assert corpus.digest() != before
    assert len(digest([])) == 16
