"""The scorecard names every part, and shows nothing measured as a dash."""

from evals.compare import ATTRIBUTION_PARTS, FIGURE_PARTS
from evals.measurement import Measurement, rates
from evals.score import Score
from evals.scorecard import scorecard
from evals.tables import Table, share


def test_every_part_has_its_row() -> None:
    counts = {"documents": 0, "attributions": 0, "figures": 0}
    (table,) = scorecard([Measurement("own", "fr", "d", rates(Score().report()), counts)])
    names = [row[0].strip() for row in table.rows]
    assert set(names) >= {*ATTRIBUTION_PARTS, *FIGURE_PARTS, "figures: every part right"}
    assert {row[1] for row in table.rows[:-1]} == {"–"}


def test_case_sets_show_what_they_rest_on() -> None:
    (table,) = scorecard([Measurement("popcorn", "fr", "d", {"dates": 0.5, "other": None}, {"dates": 8})])
    assert table.rows == [["popcorn: dates", "0.50", "8", "0.85"], ["popcorn: other", "–", "", ""]]


def test_tables_in_columns_and_in_markdown() -> None:
    table = Table("Speed", ["", "a", "bb"], [["  part", "1", "2"]])
    assert table.plain() == "Speed\n        a  bb\n  part  1   2"
    assert table.markdown() == "|  | a | bb |\n| --- | ---: | ---: |\n| &emsp;part | 1 | 2 |"
    assert share(0.125) == "0.12"
