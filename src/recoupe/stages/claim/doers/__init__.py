"""Doers: the parties that a sentence names, and which of them did what befell those counted."""
