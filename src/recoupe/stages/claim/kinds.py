"""Kinds: what each claim of an article states, and who is said to have done and suffered it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple, get_args

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Annotations, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.claim import Claim, ClaimKind, Comparison
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure
from recoupe.model.ids import make_id
from recoupe.model.span import Span
from recoupe.stages.claim.accused import of_deed, of_sign
from recoupe.stages.claim.acts import Act, act_of, denies_deed
from recoupe.stages.claim.comparing import comparison
from recoupe.stages.claim.held import Control, control
from recoupe.stages.claim.kind_index import KIND_OF_EFFECT, kind_index
from recoupe.stages.claim.measures import distinct, measure
from recoupe.stages.claim.perpetrator import agent_words
from recoupe.stages.claim.signs import Hit, hits
from recoupe.stages.claim.standing import MAIN, is_argument, is_complement, is_quality, standing
from recoupe.stages.claim.stretch import Notes, Stretch
from recoupe.stages.claim.victims import suffering

_ORDER: tuple[ClaimKind, ...] = get_args(ClaimKind)
_ACTS = frozenset({"denial", "admission", "responsibility"})
_DEEDS = frozenset({"harm", "strike"})
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
"""Added to where the sign stands: of kinds that stand alike the heavier comes first."""
_VERB = 0.25
_ASIDE = -2.0
"""« l'évacuation des blessés » says little of harm, « la ville assiégée » little of control."""


class _Found(NamedTuple):
    stretch: Stretch
    hit: Hit


class KindReader:
    """Types the claims of one article."""

    def __init__(
        self,
        document: Document,
        annotations: Annotations,
        attributions: Sequence[Attribution],
        figures: Sequence[Figure],
        pack: LanguagePack,
        gazetteers: Gazetteers,
    ) -> None:
        self.document = document
        self.figures = figures
        self.index = kind_index(pack)
        self.notes = Notes(annotations, self.index.lexicon, agent_words(pack), gazetteers.countries)
        self._attributions = {a.id: a for a in attributions}
        self._inner: dict[str, list[Attribution]] = {}
        for attribution in attributions:
            if attribution.parent is not None:
                self._inner.setdefault(attribution.parent, []).append(attribution)

    def typed(self, claim: Claim) -> Claim:
        """The claim with its kind and what goes with it."""
        stretches = list(self.notes.stretches(claim.span))
        found = [_Found(stretch, hit) for stretch in stretches for hit in self._hits(stretch)]
        return self._with(claim, stretches, found, self._attributions.get(claim.attribution or ""))

    def own(self, sentence: Sentence) -> Claim | None:
        """The claim of a sentence of the article's own voice that has no figure; None where it states nothing."""
        folds = [token.fold for token in sentence.tokens]
        if self.index.gate.isdisjoint(folds) or folds[-1] == "?":
            return None
        stretch = Stretch(self.notes, sentence)
        found = [_Found(stretch, hit) for hit in self._hits(stretch)]
        if not any(self._says_by_itself(*each) for each in found) and self._compared([stretch]) is None:
            return None
        span = Span.cut(self.document.text, sentence.start, sentence.end)
        identity = make_id("claim", self.document.id, span.start, span.end, None)
        return self._with(Claim(identity, self.document.id, span, (), None, ()), [stretch], found, None)

    def _hits(self, stretch: Stretch) -> list[Hit]:
        """The signs of a stretch; a strike is none in an article about a match."""
        return [hit for hit in hits(stretch, self.index) if hit.kind != "strike" or self._is_war]

    @cached_property
    def _is_war(self) -> bool:
        """Whether the article has more words of war than of sport."""
        folds = {token.fold for sentence in self.notes.annotations.sentences for token in sentence.tokens}
        harm = self.index.lexicon.harm
        sport = (harm.sport | self.index.words.from_harm.sport) & folds
        return len(sport) <= len(harm.war & folds)

    def _says_by_itself(self, stretch: Stretch, hit: Hit) -> bool:
        """Whether a sign is what its sentence says, and no circumstance of something else."""
        line = stretch.line
        if standing(line, hit.at, self.index) < MAIN or not (hit.verb or is_argument(line, hit.at, self.index)):
            return False
        return hit.kind != "responsibility" or bool(of_sign(stretch, hit, self.index))

    def _with(
        self, claim: Claim, stretches: Sequence[Stretch], found: Sequence[_Found], attribution: Attribution | None
    ) -> Claim:
        figures = [f for f in self.figures if claim.span.holds(f.span.start, f.span.end)]
        act = self._act(attribution, stretches)
        charged = act.accused or self._charged(found)
        scores = self._scores(stretches, found, figures, bool(charged))
        compared = self._compared(stretches)
        relayed = self._relayed(attribution)
        kinds = {*scores, *(each.kind for each, _ in relayed if each.kind)} - {act.kind}
        whole = next((each.kind for each, whole in relayed if whole), None)
        kind: ClaimKind = act.kind or ("comparison" if compared else None) or whole or _heaviest(scores)
        kinds |= {"comparison"} if compared else set()
        charged = charged or self._doers(found, figures) or next((e.accused for e, _ in relayed if e.accused), ())
        held = self._held(found, attribution) if kind == "control" or "control" in kinds else None
        stance = attribution.stance if attribution is not None and not attribution.negated else None
        claim = replace(
            claim,
            kind=kind,
            also=tuple(each for each in _ORDER if each in kinds and each != kind),
            accused=charged,
            victims=self._victims(found, figures, charged),
            measures=distinct(measure(stretch, hit, stance, self.index) for stretch, hit in found),
            comparison=compared,
        )
        return replace(claim, **held._asdict()) if held is not None else claim

    def _act(self, attribution: Attribution | None, stretches: Sequence[Stretch]) -> Act:
        if attribution is None or not stretches:
            return Act()
        return act_of(attribution, stretches[0], self.index, self.document.text)

    def _relayed(self, attribution: Attribution | None) -> list[tuple[Act, bool]]:
        """The acts of those whom a content relays, and whether theirs is the better part of it."""
        found: list[tuple[Act, bool]] = []
        for inner in self._inner.get(attribution.id, ()) if attribution is not None else ():
            act = self._act(inner, list(self.notes.stretches(inner.content)))
            if act.kind is not None and attribution is not None:
                found.append((act, 2 * len(inner.content.text) >= len(attribution.content.text)))
        return found

    def _scores(
        self, stretches: Sequence[Stretch], found: Sequence[_Found], figures: Sequence[Figure], charged: bool
    ) -> dict[ClaimKind, float]:
        """How much of the claim each kind is, but for comparisons and the act of its source."""
        kinds = {hit.kind for _, hit in found} | {KIND_OF_EFFECT[f.effect] for f in figures}
        scores: dict[ClaimKind, float] = {}

        def enter(kind: ClaimKind, stretch: Stretch, at: int, more: float) -> None:
            here = standing(stretch.line, at, self.index) if len(kinds) > 1 else MAIN
            scores[kind] = max(scores.get(kind, 0.0), here + _WEIGHT[kind] + more)

        for before, (stretch, hit) in zip([None, *found], found, strict=False):
            if hit.kind != "responsibility" or charged:
                enter(hit.kind, stretch, hit.at, self._more(before, stretch, hit))
        for figure in figures:
            for stretch in stretches:
                if stretch.start <= figure.span.start < stretch.stop:
                    enter(KIND_OF_EFFECT[figure.effect], stretch, stretch.line.first_at(figure.span.start), 0.0)
        for stretch in stretches:
            at = denies_deed(stretch, [hit for s, hit in found if s is stretch], self.index)
            if at is not None:
                kinds.add("denial")
                enter("denial", stretch, at, _VERB)
        return scores

    def _more(self, before: _Found | None, stretch: Stretch, hit: Hit) -> float:
        """What a sign says more than a noun does, or less."""
        if hit.verb:
            return _ASIDE if hit.passive and is_quality(stretch.line, hit.at) else _VERB
        if before is None or before.stretch is not stretch or before.hit.verb or before.hit.kind == hit.kind:
            return 0.0
        return _ASIDE if is_complement(stretch.line, before.hit.end, hit.at, self.index) else 0.0

    def _compared(self, stretches: Iterable[Stretch]) -> Comparison | None:
        for stretch in stretches:
            compared = comparison(stretch, self.figures, self.document.text, self.index)
            if compared is not None:
                return compared
        return None

    def _charged(self, found: Iterable[_Found]) -> tuple[str, ...]:
        """Whom the signs of responsibility name."""
        names = [n for stretch, hit in found if hit.kind == "responsibility" for n in of_sign(stretch, hit, self.index)]
        return tuple(dict.fromkeys(names))

    def _doers(self, found: Iterable[_Found], figures: Iterable[Figure]) -> tuple[str, ...]:
        """Who is said to have done the harm or the strikes."""
        named = tuple(dict.fromkeys(f.perpetrator for f in figures if f.perpetrator is not None))
        if named:
            return named
        deeds = (of_deed(stretch, hit, self.index) for stretch, hit in found if hit.kind in _DEEDS)
        return next(filter(None, deeds), ())

    def _victims(self, found: Iterable[_Found], figures: Iterable[Figure], charged: tuple[str, ...]) -> tuple[str, ...]:
        deeds = [each for each in found if each.hit.kind in _DEEDS]
        names = [name for stretch, hit in deeds for name in suffering(stretch, hit, self.index, charged)]
        groups = [f.group for f in figures if f.effect in _SUFFERED and f.group != "unspecified"]
        return tuple(dict.fromkeys((*names, *groups)))

    def _held(self, found: Iterable[_Found], attribution: Attribution | None) -> Control | None:
        """What the sign of control says that stands highest."""
        signs = [each for each in found if each.hit.kind == "control"]
        best = max(signs, key=lambda e: standing(e.stretch.line, e.hit.at, self.index), default=None)
        return control(best.stretch, best.hit, attribution, self.index) if best is not None else None


def _heaviest(scores: dict[ClaimKind, float]) -> ClaimKind:
    return max(scores, key=lambda kind: (scores[kind], -_ORDER.index(kind)), default="other")
