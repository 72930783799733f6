"""Telling: on whose word a count stands, whether it is told as a state, a sum or a part, and the time of its own sentence."""
