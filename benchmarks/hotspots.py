"""Where the reader's time goes: the functions that cost most over the texts at hand."""

import cProfile
import pstats
import sys

from evals.corpora import corpora
from recoupe.pipeline import read

_PASSES = 3


def show(lines: int) -> None:
    """Prints the costliest functions, own time first, then with all they call. The first pass only warms up."""
    items = [(file.name, file.read_bytes()) for corpus in corpora() if corpus.at_hand for file in corpus.files()]
    profile = cProfile.Profile()
    for warm in range(_PASSES + 1):
        if warm == 1:
            profile.enable()
        for path, data in items:
            read(path, data)
    profile.disable()
    for order in ("tottime", "cumulative"):
        pstats.Stats(profile, stream=sys.stdout).strip_dirs().sort_stats(order).print_stats(lines)
