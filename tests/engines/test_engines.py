"""Every engine gives the same results in the same order, whatever becomes of single items."""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import pytest

from recoupe.engines import processes, serial
from recoupe.engines.failure import Failure
from recoupe.errors import DataError

Engine = Callable[[Callable[[int], int], Iterable[int]], Iterator[tuple[int, int | Failure]]]

ENGINES: dict[str, Engine] = {
    "serial": serial.each,
    "two processes": lambda function, items: processes.each(function, items, 2),
}


def square(n: int) -> int:
    time.sleep(0.002 * (n % 3))  # so that they do not end in the order in which they began
    return n * n


def square_or_fault(n: int) -> int:
    if n % 10 == 3:
        raise ZeroDivisionError("no\nsquare")
    return n * n


def square_or_bad_data(n: int) -> int:
    if n == 5:
        raise DataError("fr/cues.toml is not TOML")
    return n * n


def square_or_death(n: int) -> int:
    if n in (7, 8, 31):
        os.kill(os.getpid(), signal.SIGKILL)
    return n * n


def square_or_one_death(n: int, done: Path) -> int:
    """As after a process is killed from outside: the same item is no trouble the second time."""
    if n == 7 and not done.exists():
        done.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return n * n


@pytest.mark.parametrize("each", ENGINES.values(), ids=ENGINES)
def test_results_in_the_order_of_the_items(each: Engine) -> None:
    assert list(each(square, range(40))) == [(n, n * n) for n in range(40)]
    assert list(each(square, [])) == []


@pytest.mark.parametrize("each", ENGINES.values(), ids=ENGINES)
def test_a_fault_in_one_item_is_a_failure_of_that_item(each: Engine) -> None:
    results = dict(each(square_or_fault, range(40)))
    assert [n for n, result in results.items() if isinstance(result, Failure)] == [3, 13, 23, 33]
    assert results[3] == Failure("reading it failed inside recoupe (ZeroDivisionError: no square)")


@pytest.mark.parametrize("each", ENGINES.values(), ids=ENGINES)
def test_an_error_of_ours_ends_it(each: Engine) -> None:
    with pytest.raises(DataError, match="is not TOML"):
        list(each(square_or_bad_data, range(40)))


@pytest.mark.parametrize("each", ENGINES.values(), ids=ENGINES)
def test_items_are_taken_as_they_are_needed(each: Engine) -> None:
    taken: list[int] = []

    def endless() -> Iterator[int]:
        n = 0
        while True:
            taken.append(n)
            yield n
            n += 1

    results = each(square, endless())
    assert [next(results) for _ in range(3)] == [(0, 0), (1, 1), (2, 4)]
    results.close()  # type: ignore[attr-defined]
    assert len(taken) <= 3 + 2 * 8


def test_a_killed_process_loses_no_item_but_the_one_that_kills_it() -> None:
    results = list(processes.each(square_or_death, range(40), 2))
    assert [n for n, _ in results] == list(range(40))
    failed = {n: result for n, result in results if isinstance(result, Failure)}
    assert sorted(failed) == [7, 8, 31]
    assert failed[7].reason == "reading it ended the process that read it, twice"


def test_a_process_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    function = partial(square_or_one_death, done=tmp_path / "done")
    assert list(processes.each(function, range(20), 2)) == [(n, n * n) for n in range(20)]
