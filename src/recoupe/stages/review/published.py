"""Published: what may leave the house under people's names. Only `publish` makes it, and it looks at every Figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar
from weakref import WeakKeyDictionary

from recoupe.errors import InputError
from recoupe.model.figure import Figure
from recoupe.model.incident import Incident
from recoupe.stages.review.judged import Judged


class Told(Protocol):
    """The evidence of one Incident."""

    @property
    def incident(self) -> Incident:
        """The Incident."""

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Its Figures, as people have corrected them."""


class Tellable(Protocol):
    """What follows from the Figures of one Incident, and from nothing else."""

    @property
    def evidence(self) -> Told:
        """What it follows from."""


Content = TypeVar("Content", bound=Tellable)


@dataclass(frozen=True, slots=True)
class Withheld:
    """An Incident that may not be published, and why: Figures that wait for somebody."""

    incident: str
    waiting: tuple[str, ...]
    """Ids of its Figures that too few people have accepted, as they stand now."""
    figures: int
    """How many it has."""


class Published(Generic[Content]):
    """One Incident of which every Figure is accepted.

    It holds nothing itself: what is published lies in a register that only `publish` writes to. So an object that was made in
    any other way (by calling the class, by copying, unpickling, or without `__init__`) has no content to show.
    """

    __slots__ = ("__weakref__",)

    def __init__(self) -> None:
        raise InputError("only what people have accepted can be published")

    def __init_subclass__(cls, **_: Any) -> None:
        raise InputError("only what people have accepted can be published")

    def __reduce__(self) -> str:
        raise InputError("only what people have accepted can be published")

    @property
    def content(self) -> Content:
        """What may be shown; raises InputError where it has not been accepted."""
        return self._sealed[0]

    @property
    def by(self) -> Mapping[str, tuple[str, ...]]:
        """By the Figure's id, who accepted it."""
        return self._sealed[1]

    @property
    def _sealed(self) -> tuple[Content, Mapping[str, tuple[str, ...]]]:
        found: tuple[Content, Mapping[str, tuple[str, ...]]] | None = _SEALED.get(self)
        if found is None:
            raise InputError("only what people have accepted can be published")
        return found


_SEALED: WeakKeyDictionary[Published[Any], tuple[Any, Mapping[str, tuple[str, ...]]]] = WeakKeyDictionary()


def publish(content: Content, judged: Judged, *, needed: int) -> Published[Content] | Withheld:
    """What may be published of an Incident; Withheld where not every one of its Figures is accepted by so many people.

    An Incident of which a part waits is not published in part: its tallies would be of another incident.
    """
    if needed < 1:
        raise InputError("at least one person must accept what is published")
    incident, figures = content.evidence.incident, content.evidence.figures
    there = {figure.id for figure in figures}
    waiting = [f.id for f in figures if not judged.accepted(f, by=needed)]
    waiting += [each for each in incident.figures if each not in there]
    if waiting or not figures:
        return Withheld(incident.id, tuple(sorted(waiting)), len(incident.figures))
    made: Published[Content] = object.__new__(Published)
    _SEALED[made] = content, {figure.id: _names(judged, figure) for figure in figures}
    return made


def _names(judged: Judged, figure: Figure) -> tuple[str, ...]:
    return judged.of(figure.id).who
