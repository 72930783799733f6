"""Review: what people have judged, laid over what was read."""
