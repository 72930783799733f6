"""Derive: which Document relays which, what changed on the way, and where each Figure starts."""
