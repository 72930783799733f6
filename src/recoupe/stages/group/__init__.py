"""Group: which Figures of which Documents are of one incident, or of one running total."""
