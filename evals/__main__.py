"""`python -m evals`: reads every corpus at hand, prints the scorecard, writes the error page, judges by the floors."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from evals import gate
from evals.corpora import CHECKOUT
from evals.evaluate import Evaluation, evaluate, known
from evals.page import counts, page
from evals.scorecard import scorecard

PAGE = Path(__file__).with_name("report.html")
_SHOWN = 12
"""Kinds of misses printed under the scorecard; the page has all."""


def main() -> int:
    """Exit code: 0 when all floors hold, 1 when one does not or a document is unread, 2 when floors cannot move so."""
    arguments = _arguments()
    evaluation = evaluate(frozenset(arguments.only))
    tables = scorecard(evaluation.measurements)
    if arguments.markdown:
        print("\n\n".join(table.markdown() for table in tables))
        return 0
    for table in tables:
        table.show()
    if arguments.keep:
        evaluation.keep(arguments.keep)
    _write_page(evaluation)
    for name in evaluation.absent:
        print(f"not at hand, so not measured: {name}")
    _tell_failures(evaluation.failures)
    if arguments.pin or arguments.lower is not None:
        try:
            gate.save(
                gate.pin(evaluation.measurements, gate.load(), lower=arguments.lower, decision=arguments.decision)
            )
        except gate.GateError as error:
            print(error, file=sys.stderr)
            return 2
        print(f"floors pinned in {gate.FLOORS.name}")
    found = gate.breaches(evaluation.measurements, gate.load())
    for breach in found:
        print(breach.sentence, file=sys.stderr)
    return 1 if found or evaluation.failures else 0


def _tell_failures(failures: Sequence[str]) -> None:
    """One line a reason: a slip in the reader breaks every document alike."""
    by_reason: dict[str, list[str]] = {}
    for document, _, reason in (failure.partition(": ") for failure in failures):
        by_reason.setdefault(reason, []).append(document)
    for reason, documents in by_reason.items():
        others = f" and {len(documents) - 1} more" if len(documents) > 1 else ""
        print(f"not read: {documents[0]}{others}: {reason}", file=sys.stderr)


def _write_page(evaluation: Evaluation) -> None:
    misses = [miss for measurement in evaluation.measurements for miss in measurement.misses]
    PAGE.write_text(page(misses), "utf-8")
    for kind, count in counts(misses)[:_SHOWN]:
        print(f"{count:5}  {kind}")
    print(f"{len(misses):5}  in all; each in its context: {PAGE.relative_to(CHECKOUT)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("only", nargs="*", metavar="CORPUS", help=f"only these: {', '.join(known())}")
    parser.add_argument(
        "--keep", type=Path, metavar="DIR", help="keep what was read, one folder a corpus, one JSON file a document"
    )
    parser.add_argument("--markdown", action="store_true", help="print the scorecard for the README and nothing else")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is measured")
    parser.add_argument("--lower", metavar="REASON", help="also lower floors to what is measured; needs --decision")
    parser.add_argument("--decision", metavar="PAGE", help="the page in docs/decisions that says why")
    arguments = parser.parse_args()
    if unknown := set(arguments.only) - set(known()):
        parser.error(f"there is no corpus {', '.join(sorted(unknown))}; there are {', '.join(known())}")
    return arguments


if __name__ == "__main__":
    sys.exit(main())
