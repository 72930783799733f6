"""Counts: the noun phrases that numerals open, and what is said to have befallen those counted."""
