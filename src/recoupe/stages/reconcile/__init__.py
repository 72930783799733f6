"""Reconcile: how the Figures of one incident disagree, and what follows from them under stated rules."""
