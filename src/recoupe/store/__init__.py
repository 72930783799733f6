"""The ledger, one SQLite file. `Ledger` appends to it and `View` reads it; rows are never changed or taken out."""
