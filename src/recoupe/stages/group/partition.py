"""Partition: things put into groups, two at a time (union–find)."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Partition(Generic[T]):
    """Every thing is alone at first. Groups, and the things in them, stay in the order in which the things came."""

    def __init__(self, things: Iterable[T]) -> None:
        self._parent = {thing: thing for thing in things}
        self._rank = {thing: n for n, thing in enumerate(self._parent)}

    def root(self, thing: T) -> T:
        """The first thing of its group."""
        while self._parent[thing] != thing:
            self._parent[thing] = self._parent[self._parent[thing]]
            thing = self._parent[thing]
        return thing

    def join(self, a: T, b: T) -> None:
        """Makes one group of two."""
        first, second = sorted((self.root(a), self.root(b)), key=self._rank.__getitem__)
        self._parent[second] = first

    def of(self, thing: T) -> list[T]:
        """Everything in its group."""
        root = self.root(thing)
        return [each for each in self._parent if self.root(each) == root]

    def groups(self) -> list[list[T]]:
        """All groups."""
        found: dict[T, list[T]] = {}
        for thing in self._parent:
            found.setdefault(self.root(thing), []).append(thing)
        return list(found.values())
