"""Fills a ledger with readings of the factory, and says after each that it is in: `filler LEDGER COUNT [BYTES]`.

BYTES is the most that any file may grow to, as on a disk that is nearly full.
"""

import resource
import sys

from recoupe.errors import RecoupeError
from recoupe.store.ledger import Ledger
from tests.factories import readings


def main(path: str, count: int, most: int | None = None) -> int:
    if most is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    try:
        with Ledger.open(path) as ledger:
            for reading in readings(count):
                ledger.append(reading)
                print(reading.document.id, flush=True)
    except RecoupeError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], *map(int, sys.argv[2:])))
