"""Scenes: what each sentence says of where and when, the places and days of speaking apart from those of harm."""
