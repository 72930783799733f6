"""When: the days of the harm that a count counts, and whether it counts one event, a stretch or all so far."""
