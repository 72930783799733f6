"""Where: the most exact place that the text supports for the harm that a count counts."""
