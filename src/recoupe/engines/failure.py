"""Failure: what stands in the place of a result that could not be had."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an item gave no result."""

    reason: str
    """One sentence for a person."""


def failure_of(error: BaseException) -> Failure:
    """The Failure for an error that nobody foresaw: a fault of ours, named so that it can be reported."""
    words = " ".join(str(error).split())[:200]
    return Failure(f"reading it failed inside recoupe ({type(error).__name__}{': ' if words else ''}{words})")
