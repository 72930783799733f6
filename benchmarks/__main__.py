"""`python -m benchmarks`: speed and memory beside a stock pipeline, and cold start; or a profile of the reader; or what
comparing documents, or putting them into incidents, costs as they grow in number; or how fast the desk answers."""

import argparse

from benchmarks import desk, hotspots, incidents, index, speed, start
from benchmarks.engine import STOCK_PYTHON


def main() -> None:
    """Prints what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="passes over each corpus; the best counts (default 5)")
    parser.add_argument("--alone", action="store_true", help="without spaCy, which loads for seconds and reads slowly")
    parser.add_argument(
        "--markdown", action="store_true", help="print the table of speeds for the README and nothing else"
    )
    parser.add_argument("--profile", type=int, metavar="LINES", help="instead, print where the reader's time goes")
    parser.add_argument(
        "--index",
        type=int,
        metavar="DOCUMENTS",
        help="instead, compare so many made-up documents (100000: half an hour)",
    )
    parser.add_argument(
        "--incidents",
        type=int,
        metavar="INCIDENTS",
        help="instead, put documents into so many made-up incidents (100000: ten minutes)",
    )
    parser.add_argument(
        "--desk",
        type=int,
        metavar="DOCUMENTS",
        help="instead, ask the desk for its pages, with so many made-up documents (100000: a quarter of an hour)",
    )
    arguments = parser.parse_args()
    if arguments.desk:
        desk.table(desk.measure(arguments.desk)).show()
        return
    if arguments.incidents:
        incidents.table(incidents.measure(arguments.incidents)).show()
        return
    if arguments.index:
        index.table(index.measure(arguments.index)).show()
        return
    if arguments.profile:
        hotspots.show(arguments.profile)
        return
    _, table = speed.measure(arguments.rounds, beside_stock=not arguments.alone)
    if arguments.markdown:
        print(table.markdown())
        return
    table.show()
    if not arguments.alone and not STOCK_PYTHON.exists():
        print("spaCy is not installed beside: make bench installs it\n")
    start.measure().show()


if __name__ == "__main__":
    main()
