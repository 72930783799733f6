"""One item after another, in this process."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from recoupe.engines.failure import Failure, failure_of
from recoupe.errors import RecoupeError

T = TypeVar("T")
R = TypeVar("R")


def each(function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[T, R | Failure]]:
    """Every item with its result, in order. A RecoupeError ends it all: more is wrong then than one item."""
    for item in items:
        try:
            result: R | Failure = function(item)
        except RecoupeError:
            raise
        except Exception as error:
            result = failure_of(error)
        yield item, result
