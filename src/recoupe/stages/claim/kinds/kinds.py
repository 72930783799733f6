"""Kinds: what each claim of an article states, and who is said to have done and suffered it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar, get_args

from recoupe.gazetteers import Gazetteers
from recoupe.languages.pack import LanguagePack
from recoupe.languages.word_sets import either
from recoupe.model.annotation import Annotations, Place, Sentence
from recoupe.model.attribution import Attribution
from recoupe.model.claim import ClaimKind, Comparison, ControlChange, Measure
from recoupe.model.document import Document
from recoupe.model.figure import Effect, Figure
from recoupe.model.span import Span
from recoupe.stages.claim.kinds.accused import of_deed, of_sign
from recoupe.stages.claim.kinds.acts import Act, act_of, denies_deed
from recoupe.stages.claim.kinds.comparing import comparison
from recoupe.stages.claim.kinds.held import Control, control
from recoupe.stages.claim.kinds.measures import distinct, measure
from recoupe.stages.claim.kinds.signs import Hit, hits
from recoupe.stages.claim.kinds.standing import MAIN, is_argument, is_complement, is_quality, standing
from recoupe.stages.claim.kinds.stretch import Notes, Stretch
from recoupe.stages.claim.kinds.victims import names_people, suffering
from recoupe.stages.claim.words.agents import agent_words
from recoupe.stages.claim.words.kind_index import KIND_OF_EFFECT, kind_index

_T = TypeVar("_T")
_ORDER: tuple[ClaimKind, ...] = get_args(ClaimKind)
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
_DOERS = 2
"""At how many signs of a claim it is asked who did it."""
_ASIDE = -2.0
"""« l'évacuation des blessés » says little of harm, « la ville assiégée » little of control."""


class Typed(NamedTuple):
    """What a claim states; the fields of a Claim of the same names, in their order."""

    kind: ClaimKind = "other"
    also: tuple[ClaimKind, ...] = ()
    accused: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    change: ControlChange | None = None
    actor: str | None = None
    place_span: Span | None = None
    place: Place | None = None
    date_span: Span | None = None
    date_from: str | None = None
    date_to: str | None = None
    measures: tuple[Measure, ...] = ()
    comparison: Comparison | None = None


class _Found(NamedTuple):
    stretch: Stretch
    hit: Hit


_OTHER = Typed()
_NOWHERE = Control()


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
        self.text = document.text
        self.figures = sorted(figures, key=lambda f: f.span.start)
        self.index = kind_index(pack)
        self.notes = Notes(annotations, self.index.lexicon, agent_words(pack), gazetteers.countries)
        self._figure_starts = [f.span.start for f in self.figures]
        self._inner: dict[str, list[Attribution]] = {}
        for attribution in attributions:
            if attribution.parent is not None:
                self._inner.setdefault(attribution.parent, []).append(attribution)
        self._known: dict[tuple[int, int], tuple[Stretch, list[Hit]]] = {}

    def of_span(self, span: Span, attribution: Attribution | None = None) -> Typed:
        """What the words of a span state; `attribution` is the one whose content they are."""
        parts = self.notes.parts(span)
        read = [self._read(p) for p in parts if not self.index.gate.isdisjoint(p.words)]
        stretches = [stretch for stretch, _ in read]
        found = [_Found(stretch, hit) for stretch, hits_ in read for hit in hits_]
        first = bisect_left(self._figure_starts, span.start)
        figures = [
            f for f in self.figures[first : bisect_left(self._figure_starts, span.end)] if f.span.end <= span.end
        ]
        act = act_of(attribution, self.notes, self.index, self.text) if attribution is not None else Act()
        return self._typed(stretches, found, figures, act, attribution)

    def of_own(self, sentence: Sentence) -> Typed | None:
        """What a sentence of the article's own voice states that has no figure; None where that is nothing."""
        if self.index.gate.isdisjoint(sentence.words) or sentence.folds[-1] == "?":
            return None
        stretch, signs = self._read(sentence)
        found = [_Found(stretch, hit) for hit in signs]
        if not any(self._says_by_itself(*each) for each in found) and self._compared([stretch]) is None:
            return None
        return self._typed([stretch], found, (), Act(), None)

    def _read(self, part: Sentence) -> tuple[Stretch, list[Hit]]:
        """A sentence, or a part of one, with its signs; the same sentence is part of what several say."""
        known = self._known.get((part.start, part.end))
        if known is None:
            stretch = Stretch(self.notes, part)
            known = self._known[part.start, part.end] = stretch, self._hits(stretch)
        return known

    def _hits(self, stretch: Stretch) -> list[Hit]:
        """The signs of a stretch; a strike is none in an article about a match."""
        return [hit for hit in hits(stretch, self.index) if hit.kind != "strike" or self._is_war]

    @cached_property
    def _is_war(self) -> bool:
        """Whether the article has at least as many words of war as of sport."""
        folds = frozenset[str]().union(*(sentence.words for sentence in self.notes.annotations.sentences))
        harm = self.index.lexicon.harm
        sport = either(harm.sport, self.index.words.from_harm.sport) & folds
        return len(sport) <= len(harm.war & folds)

    def _says_by_itself(self, stretch: Stretch, hit: Hit) -> bool:
        """Whether a sign is what its sentence says, and no circumstance of something else."""
        line = stretch.line
        if standing(line, hit.at, self.index) < MAIN or not (hit.verb or is_argument(line, hit.at, self.index)):
            return False
        return hit.kind != "responsibility" or bool(of_sign(stretch, hit, self.index))

    def _typed(
        self,
        stretches: Sequence[Stretch],
        found: Sequence[_Found],
        figures: Sequence[Figure],
        act: Act,
        attribution: Attribution | None,
    ) -> Typed:
        relayed = self._relayed(attribution) if attribution is not None else ()
        compared = self._compared(stretches)
        if not (found or figures or relayed or compared or act.kind):
            return _OTHER
        charged = act.accused or self._charged(found)
        scores = self._scores(stretches, found, figures, bool(charged))
        heaviest: ClaimKind = max(scores, key=lambda k: (scores[k], -_ORDER.index(k)), default="other")
        first = act.kind or ("comparison" if compared else None) or _first(e.kind for e, main in relayed if main)
        kind: ClaimKind = first or heaviest
        kinds = {*scores, *(each.kind for each, _ in relayed), *(["comparison"] if compared else [])}
        if not charged and not _DEEDS.isdisjoint(kinds):
            charged = self._doers(found, figures)
        charged = charged or _first(each.accused for each, _ in relayed) or ()
        stance = attribution.stance if attribution is not None and not attribution.negated else None
        suffered = not _DEEDS.isdisjoint(kinds)
        held = self._held(found, attribution) if "control" in kinds else _NOWHERE
        return Typed(
            kind,
            tuple(each for each in _ORDER if each in kinds and each != kind) if len(kinds) > 1 or act.kind else (),
            charged,
            self._victims(found, figures, charged) if suffered else (),
            *held,
            distinct(measure(stretch, hit, stance, self.index) for stretch, hit in found),
            compared,
        )

    def _relayed(self, attribution: Attribution) -> Sequence[tuple[Act, bool]]:
        """The acts of those whom a content relays, and whether theirs is the better part of it."""
        acts = [
            (act_of(inner, self.notes, self.index, self.text), inner) for inner in self._inner.get(attribution.id, ())
        ]
        whole = len(attribution.content.text)
        return [(act, 2 * len(inner.content.text) >= whole) for act, inner in acts if act.kind is not None]

    def _scores(
        self, stretches: Sequence[Stretch], found: Sequence[_Found], figures: Sequence[Figure], charged: bool
    ) -> dict[ClaimKind, float]:
        """How much of the claim each kind is, but for comparisons and the act of its source."""
        kinds = {hit.kind for _, hit in found} | {KIND_OF_EFFECT[f.effect] for f in figures}
        denials = self._denials(stretches, found)
        alone = len(kinds) == 1 and not denials
        scores: dict[ClaimKind, float] = {}

        def enter(kind: ClaimKind, stretch: Stretch, at: int, more: float) -> None:
            here = MAIN if alone else standing(stretch.line, at, self.index)
            scores[kind] = max(scores.get(kind, 0.0), here + _WEIGHT[kind] + more)

        for before, (stretch, hit) in zip([None, *found], found, strict=False):
            if hit.kind != "responsibility" or charged:
                enter(hit.kind, stretch, hit.at, 0.0 if alone else self._more(before, stretch, hit))
        for figure in figures:
            kind = KIND_OF_EFFECT[figure.effect]
            for stretch in stretches:
                if stretch.start <= figure.span.start < stretch.stop:
                    enter(kind, stretch, stretch.line.first_at(figure.span.start), 0.0)
            scores.setdefault(kind, MAIN + _WEIGHT[kind])
        for stretch, at in denials:
            enter("denial", stretch, at, _VERB)
        return scores

    def _denials(self, stretches: Sequence[Stretch], found: Sequence[_Found]) -> list[tuple[Stretch, int]]:
        """Where it is denied that somebody did a deed."""
        denials = []
        for stretch in stretches:
            at = denies_deed(stretch, [hit for each, hit in found if each is stretch], self.index)
            if at is not None:
                denials.append((stretch, at))
        return denials

    def _more(self, before: _Found | None, stretch: Stretch, hit: Hit) -> float:
        """What a sign says more than a noun does, or less."""
        if hit.verb:
            return _ASIDE if hit.passive and is_quality(stretch.line, hit.at) else _VERB
        if before is None or before.stretch is not stretch or before.hit.verb or before.hit.kind == hit.kind:
            return 0.0
        return _ASIDE if is_complement(stretch.line, before.hit.end, hit.at, self.index) else 0.0

    def _compared(self, stretches: Iterable[Stretch]) -> Comparison | None:
        gate = self.index.words.comparisons.gate
        comparing = [stretch for stretch in stretches if not gate.isdisjoint(stretch.line.words)]
        return _first(comparison(stretch, self.figures, self.text, self.index) for stretch in comparing)

    def _charged(self, found: Iterable[_Found]) -> tuple[str, ...]:
        """Whom the signs of responsibility name."""
        names = [n for stretch, hit in found if hit.kind == "responsibility" for n in of_sign(stretch, hit, self.index)]
        return tuple(dict.fromkeys(names))

    def _doers(self, found: Iterable[_Found], figures: Iterable[Figure]) -> tuple[str, ...]:
        """Who is said to have done the harm or the strikes."""
        named = tuple(dict.fromkeys(f.perpetrator for f in figures if f.perpetrator is not None))
        deeds = [each for each in found if each.hit.kind in _DEEDS][:_DOERS]
        return named or _first(of_deed(stretch, hit, self.index) for stretch, hit in deeds) or ()

    def _victims(self, found: Iterable[_Found], figures: Iterable[Figure], charged: tuple[str, ...]) -> tuple[str, ...]:
        deeds = [each for each in found if each.hit.kind in _DEEDS and names_people(each.stretch, self.index)]
        names = [name for stretch, hit in deeds for name in suffering(stretch, hit, self.index, charged)]
        groups = [f.group for f in figures if f.effect in _SUFFERED and f.group != "unspecified"]
        return tuple(dict.fromkeys((*names, *groups)))

    def _held(self, found: Iterable[_Found], attribution: Attribution | None) -> Control:
        """What the sign of control says that stands highest."""
        signs = [each for each in found if each.hit.kind == "control"]
        best = max(signs, key=lambda e: standing(e.stretch.line, e.hit.at, self.index), default=None)
        return control(best.stretch, best.hit, attribution, self.index) if best is not None else _NOWHERE


def _first(values: Iterable[_T | None]) -> _T | None:
    """The first value that is not empty."""
    return next(filter(None, values), None)
