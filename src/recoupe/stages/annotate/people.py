"""People: which of an article's runs are one person, whatever the spelling and however much of the name is left."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from recoupe.gazetteers.person_key import near, same_given, sounds
from recoupe.stages.annotate.titles import Title

# an article names fewer; above it only names that share a part are compared
_MANY = 200


@dataclass(slots=True, eq=False)
class Run:
    """A stretch of text that may be a person's name. Offsets are into the text."""

    start: int
    end: int
    name: str
    parts: tuple[str, ...]
    """The sounds of its parts, particles left out."""
    title: Title
    sure: bool
    """A title or a given name says that it is a person; else it has to meet one."""
    alias: "Run | None" = None
    """The run of which this one is another name (« dit “Hemedti” »)."""
    figure: str | None = None
    """The full name of the public figure whom the press calls by this last name alone."""


@dataclass(slots=True, eq=False)
class Person:
    """One person of the article, with every run that names them."""

    name: str
    """The fullest form given, as first written."""
    parts: tuple[str, ...]
    runs: list[Run] = field(default_factory=list)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    gender: str = "x"

    @property
    def id(self) -> str:
        """The id that the person has in every article: the sounds of the parts of the name."""
        return "person-" + "-".join(self.parts)

    def add(self, run: Run) -> None:
        """Takes a run that names this person."""
        self.runs.append(run)
        if self.gender == "x":
            self.gender = run.title.gender
        insort(self.starts, run.start)

    def distance(self, start: int) -> tuple[bool, int]:
        """How far offset `start` is from where the person is named: last before it, else next after it."""
        at = bisect_left(self.starts, start)
        if at:
            return False, start - self.starts[at - 1]
        return True, self.starts[at] - start if self.starts else 0


def join(runs: Iterable[Run]) -> list[Person]:
    """The persons whom the runs name: full names, then other names set beside them, then what is left of a name."""
    people: list[Person] = []
    by_part: dict[str, list[Person]] = {}
    bearers: dict[int, Person] = {}
    order = sorted(runs, key=_order)
    last_names = {run.parts[0] for run in order if len(run.parts) == 1}
    for run in order:
        known = bearers.get(id(run.alias)) if run.alias is not None else None
        if known is not None:
            known.aliases.append(run.parts)
            _index(by_part, run.parts, known)
        else:
            known = _meet(run, people, by_part)
        if known is None:
            # « l'avocat de Craig Halkett » may be anything, until a « Halkett » stands somewhere alone
            if not run.parts or not (run.sure or (len(run.parts) > 1 and run.parts[-1] in last_names)):
                continue
            known = Person(run.figure or run.name, sounds(run.figure) if run.figure else run.parts)
            people.append(known)
            _index(by_part, run.parts, known)
        known.add(run)
        bearers[id(run)] = known
    return people


def _order(run: Run) -> tuple[bool, bool, int, bool, bool, int]:
    alone = len(run.parts) < 2 and run.alias is None
    initials = any(len(part) == 1 for part in run.parts)
    return alone, run.alias is not None, -len(run.parts), initials, not run.sure, run.start


def _index(by_part: dict[str, list[Person]], parts: Sequence[str], person: Person) -> None:
    for part in set(parts):
        by_part.setdefault(part, []).append(person)


def _meet(run: Run, people: Sequence[Person], by_part: dict[str, list[Person]]) -> Person | None:
    """The person whom the run names, or None. A short name is the one who was named last before it."""
    candidates = people
    if len(people) > _MANY:
        candidates = [person for part in set(run.parts) for person in by_part.get(part, ())]
    meeting = (p for p in candidates if _same(run.parts, p.parts) or run.parts in p.aliases)
    if len(run.parts) > 1:
        return next(meeting, None)
    fitting = [person for person in meeting if "x" in (person.gender, run.title.gender) or _agree(person, run)]
    # « M. X » is not Mrs X, and rather somebody known for a man than somebody of whom nothing is known
    return min(fitting, key=lambda person: (not _agree(person, run), *person.distance(run.start)), default=None)


def _agree(person: Person, run: Run) -> bool:
    return run.title.gender in ("x", person.gender)


def _same(parts: tuple[str, ...], full: tuple[str, ...]) -> bool:
    if not parts:
        return False
    if len(parts) == 1:
        return near(parts[0], full[-1]) or (len(full) > 1 and parts[0] in full)
    if near(parts[-1], full[-1]) and same_given(parts[0], full[0]):
        return True
    return all(any(near(part, other) for other in full) for part in parts)
