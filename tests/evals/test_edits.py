"""Edited copies of the samples are found, and nothing else is taken for one."""

import random

from evals.edits import edited, found_pairs, samples, trials


def test_the_samples_copies_are_found_with_two_words_in_five_changed() -> None:
    texts, known = samples()
    _, trial, _ = trials(texts)
    assert trial.measure.startswith("40%")
    found = found_pairs(trial.texts)
    assert len(found & trial.copies) >= 0.9 * len(trial.copies) > 35
    families = {text.name: text.families for text in trial.texts}
    joined = {frozenset.union(*(families[name] for name in pair)) for pair in found}
    assert {pair for pair in joined if len(pair) > 1} <= known


def test_the_share_of_words_that_changes() -> None:
    words = [str(n) for n in range(3000)]
    (changed,) = edited([" ".join(words)], 0.4, ["x"], random.Random(1))
    kept = [word for word in changed.split() if word != "x"]
    assert 0.68 < len(kept) / len(words) < 0.78, "a third each: replaced, left out, followed by another"
    assert edited([" ".join(words)], 0, ["x"], random.Random(1)) == (" ".join(words),)
