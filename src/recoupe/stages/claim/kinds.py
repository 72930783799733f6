"""Kinds: what each claim of an article states, and who is said to have done and suffered it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import get_args

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, ClaimKind, Comparison, Measure
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure
from recoupe.model.ids import make_id
from recoupe.model.span import Span
from recoupe.stages.claim import accused, victims
from recoupe.stages.claim.acts import cue_lemmas, denied_deed, of_stance
from recoupe.stages.claim.comparing import comparison
from recoupe.stages.claim.held import Control, control
from recoupe.stages.claim.kind_index import KIND_OF_EFFECT, KindIndex, kind_index
from recoupe.stages.claim.measures import distinct, measure
from recoupe.stages.claim.perpetrator import agent_words
from recoupe.stages.claim.signs import Hit, hits
from recoupe.stages.claim.standing import MAIN, is_argument, standing
from recoupe.stages.claim.stretch import Notes, Stretch

_ORDER: tuple[ClaimKind, ...] = get_args(ClaimKind)
_ACTS = frozenset({"denial", "admission", "responsibility"})
_OF_DEEDS = frozenset({"harm", "strike"})
_SUFFERED: frozenset[Effect] = frozenset(
    {"killed", "wounded", "casualties", "missing", "detained", "trapped", "surrendered", "struck"}
)
_WEIGHT: dict[ClaimKind, float] = {
    "denial": 3.0,
    "admission": 2.6,
    "responsibility": 2.5,
    "harm": 2.0,
    "protection": 1.6,
    "control": 1.5,
    "displacement": 1.5,
    "strike": 0.0,
}
"""Of two kinds that stand alike, the heavier comes first; one whose sign stands in the main clause before one that does not."""
_VERB = 0.25

_Found = tuple[Stretch, Hit]
