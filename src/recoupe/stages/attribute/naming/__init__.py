"""Naming: whom the words of a source mean: a name, a title, a pronoun, a description, or an unnamed voice."""
