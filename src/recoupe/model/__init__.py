"""Frozen records, one file each. Nothing here reads or writes anything."""
