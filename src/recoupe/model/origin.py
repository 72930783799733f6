"""Origin: where a Figure starts, the first body or witness that counted, after all relays are followed back."""

from dataclasses import dataclass
from typing import Literal

OriginKind = Literal[
    "own_count",  # a body or witness that counted itself: only these make a source independent
    "unsourced",  # an assertion nobody stands behind
    "compilation",  # a spread or a sum of other people's counts
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Origin:
    """A body's own count of one thing, as first stated."""

    id: str
    kind: OriginKind
    name: str
    """Who counted: a body's usual English name, or the article's words for the unnamed; empty where unknown."""
    unnamed: bool = False
    """Whether nobody is named: it may then be one with a named body."""
    held_apart: bool = False
    """Whether a person says that it is another body's count than one that would be taken for the same."""


@dataclass(frozen=True, slots=True)
class Traced:
    """One Figure followed back to its Origin."""

    figure: str
    document: str
    origin: Origin
    reason: str
    """A key of the reason's words in the catalogues (« stated_by », « relayed_from », « own_voice » …)."""
    hops: tuple[str, ...]
    """Ids of the Relays that were followed, from this Document back."""
    distorted: bool
    """Whether another number was written on the way than the Origin gave: it counts for no independent origin of this
    one."""
    relayed_figure: str | None
    """Id of the Figure in the Document that was relayed last, where the Figure itself was followed."""


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent origins stand behind equal Figures: a range, with its reasons."""

    figures: tuple[str, ...]
    minimum: int
    maximum: int | None
    """None where it cannot be told."""
    reasons: tuple[str, ...]
    origins: tuple[str, ...]
