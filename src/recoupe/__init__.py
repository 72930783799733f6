"""recoupe reads news of armed conflict into an evidence ledger: who says what, since when, and what that rests on.

recoupe.pipeline        read one article, or run many into a ledger
recoupe.store           the ledger: Ledger appends, View reads
recoupe.export          records as JSON
recoupe.model           the records
"""

__version__ = "0.1.0"
