"""The encoder: unit vectors, the same ones on every run, close together for the same words in other languages."""

import numpy as np
import pytest

from recoupe.engines.encoder import UseEncoder


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def test_rows_have_unit_length_and_the_size_said(encoder: UseEncoder) -> None:
    vectors = encoder.encode(["Un pont a été détruit.", "мост", ""])
    assert vectors.shape == (3, encoder.size)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_no_sentences_make_no_rows(encoder: UseEncoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.size)


def test_the_same_call_gives_the_same_bytes(encoder: UseEncoder) -> None:
    said = ["The bridge was destroyed overnight.", "Un pont a été détruit dans la nuit."]
    assert encoder.encode(said).tobytes() == UseEncoder().encode(said).tobytes()


def test_what_says_the_same_is_closer_than_what_does_not(encoder: UseEncoder) -> None:
    said = [
        "Le pont a été détruit dans la nuit.",
        "Мост был разрушен ночью.",
        "تم تدمير الجسر ليلا.",
        "Coffee prices rose again.",
    ]
    cosines = encoder.encode(said)[:1] @ encoder.encode(said).T
    assert min(cosines[0, 1:3]) > cosines[0, 3] + 0.3
