"""Phrases: the words that name who speaks, from the first to the last that belongs to them."""
