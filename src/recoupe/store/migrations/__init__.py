"""How a ledger's tables came to be as they are: one file a step, run by `recoupe.store.migrate`."""
