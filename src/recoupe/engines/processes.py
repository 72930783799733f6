"""Several items at a time, each in a process of its own pool.

A process that dies (killed, out of memory, a crash in a library) takes down the pool with all that it held. Those items
are then done again one at a time, so that only the one that kills its process is lost, and becomes a Failure.
"""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from typing import TypeVar

from recoupe.engines.failure import Failure, failure_of
from recoupe.errors import RecoupeError

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 8
"""Items handed out for each process beyond those waited for: enough that none is idle, few enough to hold in memory."""


def each(
    function: Callable[[T], R], items: Iterable[T], jobs: int, *, preload: Iterable[str] = ()
) -> Iterator[tuple[T, R | Failure]]:
    """Every item with its result, in order, done by `jobs` processes.

    `function`, items and results travel between processes, so they must be picklable. `preload` names the modules that
    every process will need. A RecoupeError ends it all, as it does in `serial`.
    """
    todo = iter(items)
    context = _context(preload)
    held: deque[T] = deque(islice(todo, jobs * _AHEAD))
    while held:
        yield from _until_it_breaks(function, held, todo, jobs, context)
        yield from _one_at_a_time(function, held, context)
        held.extend(islice(todo, jobs * _AHEAD))


def _until_it_breaks(
    function: Callable[[T], R], held: deque[T], todo: Iterator[T], jobs: int, context: BaseContext
) -> Iterator[tuple[T, R | Failure]]:
    """Results until all is done, or a process dies; the items without a result are then left in `held`."""
    pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_serve)
    try:
        futures = deque(_submit(pool, function, item) for item in held)
        while held:
            result = _result(futures[0])
            futures.popleft()
            yield held.popleft(), result
            for item in islice(todo, 1):
                held.append(item)
                futures.append(_submit(pool, function, item))
    except BrokenProcessPool:
        return
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one_at_a_time(function: Callable[[T], R], held: deque[T], context: BaseContext) -> Iterator[tuple[T, R | Failure]]:
    """Results for all of `held`, an item alone in its process."""
    while held:
        with ProcessPoolExecutor(1, mp_context=context, initializer=_serve) as pool:
            try:
                while held:
                    yield held[0], _result(_submit(pool, function, held[0]))
                    held.popleft()
            except BrokenProcessPool:
                yield held.popleft(), Failure("reading it ended the process that read it, twice")


def _result(future: "Future[R]") -> R | Failure:
    try:
        return future.result()
    except (RecoupeError, BrokenProcessPool):
        raise
    except Exception as error:
        return failure_of(error)


def _context(preload: Iterable[str]) -> BaseContext:
    """Processes that share nothing with this one, least of all its open ledger."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    resource_tracker.ensure_running()  # first: to start it lets through what is held back
    with _held_back():
        forkserver.ensure_running()
    return context


def _submit(pool: ProcessPoolExecutor, function: Callable[[T], R], item: T) -> "Future[R]":
    with _held_back():
        return pool.submit(function, item)


@contextmanager
def _held_back() -> Iterator[None]:
    """An interrupt waits until this is over: one that comes while a process starts would leave it half made.

    What starts meanwhile, and what that starts, never hears one.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve() -> None:
    """In a pool's process: an interrupt from the keyboard is for the one that waits; when that is gone, all end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    master = multiprocessing.parent_process()
    if master is not None:
        threading.Thread(target=_end_with, args=(master.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Ends this process when the one that waits for it is gone: killed, it can tell nobody."""
    wait([sentinel])
    os._exit(1)
