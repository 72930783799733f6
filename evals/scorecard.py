"""The scorecard: one table for the corpora annotated in full, one for the case sets."""

from collections.abc import Sequence

from evals.compare import ATTRIBUTION_PARTS, FIGURE_PARTS
from evals.corpora import POOLED
from evals.measurement import Measurement
from evals.tables import Table, share

# Measure, what people call it, and the goal of the reader (« French reading at the level of a careful annotator »).
_ROWS: tuple[tuple[str, str, str], ...] = (
    ("attributions f1", "attributions: F1", "0.93"),
    ("attributions f1_with_source", "attributions: F1 with the right source", "0.90"),
    *(
        (f"attributions {part}", f"  {part}", {"parent": "0.97", "cue": "0.95"}.get(part, ""))
        for part in ATTRIBUTION_PARTS
    ),
    ("figures f1", "figures: F1", "0.95"),
    *(
        (
            f"figures {part}",
            f"  {part}",
            {"place": "0.88", "date": "0.85", "source": "0.93", "chain": "0.90", "perpetrator": ""}.get(part, "0.95"),
        )
        for part in FIGURE_PARTS
    ),
    ("figures complete", "figures: every part right", "0.80"),
    ("credits f1", "credits: F1", ""),
    ("language", "language", ""),
    ("published", "publication date", ""),
)
_GOALS = {
    "popcorn: killed, wounded f1": "0.85",
    "popcorn: dates": "0.85",
    "numbers: numbers": "0.95",
    "relays: edges f1": "0.93",
    "relays: edges kind": "0.90",
    "relays: edges direction": "0.90",
    "relays: changes found": "0.80",
    "relays: look-alikes kept apart": "1.00",
    "relays: origins exact": "0.80",
    "relays: origins within one": "0.95",
    "relays: origins not over-counted": "0.95",
    "incidents: documents b3 f1": "0.92",
    "incidents: figures b3 f1": "0.88",
    "incidents: look-alikes kept apart": "1.00",
    "incidents: range of killed civilians": "0.85",
    "disagreement dev: macro f1": "0.85",
    "disagreement test: macro f1": "0.85",
    "ntrex: halved f1": "0.93",
    "ntrex: whole f1": "0.93",
    **{
        f"{corpus}: {share}% of words changed: {side}": goal
        for corpus in ("edits", "edits ntrex")
        for share, side, goal in (
            (20, "recall", "0.98"),
            (20, "precision", "0.98"),
            (40, "recall", "0.90"),
            (40, "precision", "0.98"),
        )
    },
}


def scorecard(measurements: Sequence[Measurement]) -> list[Table]:
    """The tables of what was measured; none for what was not."""
    full = [one for one in measurements if "figures complete" in one.rates]
    tables = []
    if full:
        heads = [
            "",
            *(f"{'together' if one.corpus == POOLED else one.corpus} ({one.counts['documents']})" for one in full),
            "goal",
        ]
        rows = [[name, *(share(one.rates[measure]) for one in full), goal] for measure, name, goal in _ROWS]
        counts = [
            "of attributions / figures",
            *(f"{one.counts['attributions']} / {one.counts['figures']}" for one in full),
            "",
        ]
        tables.append(Table("Read against full annotation (documents)", heads, [*rows, counts]))
    cases = [one for one in measurements if one not in full]
    if cases:
        rows = [
            [
                f"{one.corpus}: {measure}",
                share(value),
                str(one.counts.get(measure, "")),
                _GOALS.get(f"{one.corpus}: {measure}", ""),
            ]
            for one in cases
            for measure, value in one.rates.items()
        ]
        tables.append(Table("Read against other people's case sets", ["", "share", "of", "goal"], rows))
    return tables
