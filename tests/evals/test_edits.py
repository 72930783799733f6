"""Edited copies of the samples are found, and nothing else is taken for one."""

import random

from evals.edits import edited, found_pairs, measure_samples, samples


def test_the_samples_edited_copies_are_found() -> None:
    measured = measure_samples()
    assert measured.counts["20% of words changed: recall"] > 40
    for measure, share in measured.rates.items():
        goal = 0.98 if measure.endswith("precision") or "20%" in measure else 0.9
        assert share is not None
        assert share >= goal, (measure, [miss.detail for miss in measured.misses])


def test_the_share_of_words_that_changes() -> None:
    words = [str(n) for n in range(3000)]
    (changed,) = edited([" ".join(words)], 0.4, ["x"], random.Random(1))
    kept = [word for word in changed.split() if word != "x"]
    assert 0.68 < len(kept) / len(words) < 0.78, "a third each: replaced, left out, followed by another"
    assert edited([" ".join(words)], 0, ["x"], random.Random(1)) == (" ".join(words),)


def test_texts_that_only_one_origin_joins_are_apart() -> None:
    texts, known = samples()
    others = {pair for pair in found_pairs(texts) if pair not in known}
    assert others == set()
