"""Measures of the reader: what is read is set against gold, counted, pinned and shown.

Not shipped; run from the checkout: `python -m evals`.
"""
