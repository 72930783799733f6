"""How a function is run over many items: one after another (`serial`), or on several cores (`processes`).

Every engine gives the same results in the same order, each beside its item, and a `Failure` for an item that cannot be
done, so that one bad item costs no other.
"""
