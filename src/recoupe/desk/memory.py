"""Memory: what a server keeps for as long as it runs is looked through for garbage once, not at every page."""

import gc

from recoupe import gazetteers

_BEFORE_A_LOOK = 50_000
"""Objects made before the young ones are looked through: a list of 20 000 incidents makes as many, and all of them go with it."""


def settle() -> None:
    """Loads what all pages need, and lets the collector of garbage leave it alone. It acts on the whole process."""
    gazetteers.load()
    gc.collect()
    gc.freeze()
    gc.set_threshold(_BEFORE_A_LOOK)
