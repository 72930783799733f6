"""Same voices: how like two voices are, and whether one lost what told who it is."""

from collections.abc import Sequence

from recoupe.stages.derive.marks import Voice
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Profile

_AKIN = (
    frozenset(("official", "authorities", "government")),
    frozenset(("army", "general")),
    frozenset(("army", "government")),
    frozenset(("witness", "resident")),
    frozenset(("doctor", "hospital")),
    frozenset(("monitor", "ngo")),
    frozenset(("president", "government")),
    frozenset(("minister", "ministry")),
    frozenset(("ministry", "government")),
    frozenset(("police", "security")),
    frozenset(("media", "agency")),
    frozenset(("mayor", "elected")),
)
_BROAD = frozenset(("health", "security", "spokesperson", "unnamed"))
"""Kinds that do not make two voices one."""
_PRIVATE = frozenset(("witness", "resident", "relative", "worker"))
"""Kinds of voices that speak for nobody but themselves."""
_BEGINNING = 4
"""Consonants by which two spellings of a name are compared where it is asked only whether a name was left out."""


def likeness(x: Voice, y: Voice) -> float:
    """How sure two voices are one: by name, by kind, or by kinds that stand for one another; 0 where nothing says so."""
    if x.names & y.names:
        return 3.0
    shared = x.kinds & y.kinds
    if shared - _BROAD:
        return 2.0
    if shared and (x.kinds <= _BROAD or y.kinds <= _BROAD):
        return 1.5
    if any(x.kinds & akin and y.kinds & akin for akin in _AKIN):
        return 1.2
    return 0.0


def blurred(x: Voice, y: Voice, relay: Profile) -> bool:
    """Whether a voice lost its name, which the relay gives nowhere, or its office: a spokesperson is now a resident."""
    if x.person and not _may_be_named(x.person, name_skeletons(relay.document.text)):
        return True
    if likeness(x, y) < 1.5 and not x.kinds & y.kinds and any(not _akin(kind, y.kinds) for kind in x.kinds - _BROAD):
        return True  # "the director of the hospital", « les autorités »
    return bool(x.kinds and y.kinds) and y.kinds <= _PRIVATE and not x.kinds & _PRIVATE


def _may_be_named(person: frozenset[str], names: frozenset[str]) -> bool:
    """Whether one of `names` begins like one of the person's: « Makarevitch », "Makarevich" are spelled by ear."""
    return bool({key[:_BEGINNING] for key in person} & {key[:_BEGINNING] for key in names})


def _akin(kind: str, kinds: frozenset[str]) -> bool:
    return any(kind in akin and kinds & akin for akin in _AKIN)


def once(voices: Sequence[Voice]) -> list[Voice]:
    """The voices that say who they are, each once."""
    kept: list[Voice] = []
    for voice in voices:
        if not voice.vague and not any(likeness(voice, other) >= 2.0 for other in kept):
            kept.append(voice)
    return kept
