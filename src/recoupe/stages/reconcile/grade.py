"""Grade: what Airwars' written criteria would make of an Incident, criterion by criterion. A person decides.

Airwars' words (published code of its site, `rctngle/airwars-archive-2025`): Confirmed, a specific belligerent has accepted
responsibility for civilian harm; Fair, reported by two or more credible sources, with likely or confirmed near actions by
a belligerent; Weak, single source claim, though sometimes featuring significant information; Contested, competing
claims of responsibility, for example several belligerents; Discounted, those killed were combatants, or other parties
most likely responsible.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from recoupe.gazetteers import Gazetteers
from recoupe.model.claim import Claim, ClaimKind
from recoupe.model.figure import Figure
from recoupe.model.tally import Criterion, Grade, Grading
from recoupe.stages.reconcile.about import about
from recoupe.stages.reconcile.counted_by import counted_by
from recoupe.stages.reconcile.evidence import Evidence
from recoupe.stages.reconcile.parties import is_party, one_side

_HARM = frozenset({"killed", "wounded", "casualties", "missing"})
_CIVILIAN = frozenset({"civilians", "children", "women"})
_SEVERAL = 2


def grading(evidence: Evidence, world: Gazetteers) -> Grading:
    """The criteria of all grades, met, unmet or unmeasured, with what shows them, and the grade that they lead to.

    A denial is shown as a criterion and lowers nothing. No grade is suggested where the criteria measured lead to none.
    """
    evidence = replace(evidence, claims=about(evidence))
    accused = _accused(evidence)
    criteria = (
        _accepted(evidence, accused, world),
        _action(evidence, accused, world),
        *_sources(evidence, accused, world),
        _competing(evidence, accused, world),
        _combatants(evidence),
        Criterion("other_party", None),  # that another party is likelier than the accused is a judgement
        _denied(evidence, accused, world),
    )
    return Grading(_suggested({each.key: each.met for each in criteria}), criteria)


def _suggested(met: dict[str, bool | None]) -> Grade | None:
    if met["combatants_only"]:
        return "discounted"
    if met["accepted"]:
        return "confirmed"
    if met["competing"]:
        return "contested"
    if met["two_sources"] and met["near_action"]:
        return "fair"
    return "weak" if met["single_source"] else None


def _accused(evidence: Evidence) -> tuple[str, ...]:
    """Who is said to have done the harm: by the Figures, and by Claims that accuse of harm or strikes there."""
    by_figures = [figure.perpetrator for figure in _harmed(evidence) if figure.perpetrator]
    by_claims = [name for claim in _charges(evidence) for name in claim.accused]
    return tuple(dict.fromkeys((*by_figures, *by_claims)))


def _harmed(evidence: Evidence) -> list[Figure]:
    return [figure for figure in evidence.figures if figure.effect in _HARM]


def _charges(evidence: Evidence) -> list[Claim]:
    """The Claims that accuse somebody of harm that is counted here."""
    harmed = {figure.id for figure in _harmed(evidence)}
    return [claim for claim in _of(evidence, "responsibility") if not harmed.isdisjoint(claim.figures)]


def _of(evidence: Evidence, kind: ClaimKind) -> list[Claim]:
    """The Claims of a kind that are about harm or strikes; of one inside another only the inner one, the party's own."""
    found = [
        claim
        for claim in evidence.claims
        if kind in (claim.kind, *claim.also)
        and (not {"harm", "strike"}.isdisjoint((claim.kind, *claim.also)) or claim.figures)
    ]
    return [claim for claim in found if not any(_inside(other, claim) for other in found)]


def _inside(inner: Claim, outer: Claim) -> bool:
    return (
        inner.document == outer.document
        and len(inner.stated_by) > len(outer.stated_by)
        and inner.stated_by[: len(outer.stated_by)] == outer.stated_by
        and outer.span.holds(inner.span.start, inner.span.end)
    )


def _own(claim: Claim, accused: Iterable[str], world: Gazetteers) -> bool:
    """Whether one of the accused says it, or somebody of the same country in its place (« US military command »)."""
    return bool(claim.stated_by) and any(one_side(claim.stated_by[-1], name, world) is not False for name in accused)


def _about(claim: Claim, accused: Iterable[str], world: Gazetteers) -> bool:
    """Whether it says of one of the accused that it did it, or did not."""
    return any(one_side(one, name, world) is not False for one in claim.accused for name in accused)


def _admissions(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> list[Claim]:
    """What an accused party admits, by itself or by a person who speaks for it.

    Of a person only what is an admission first of all, and of harm counted here: who compares what a party admits with other
    counts admits nothing, and who recalls that it admitted other harm says nothing of this one.
    """
    return [
        claim
        for claim in _of(evidence, "admission")
        if _own(claim, accused, world)
        or (
            claim.kind == "admission"
            and claim.stated_by
            and _counts_here(evidence, claim)
            and not is_party(claim.stated_by[-1], world)
            and _about(claim, accused, world)
        )
    ]


def _counts_here(evidence: Evidence, claim: Claim) -> bool:
    return any(
        figure.document == claim.document and claim.span.holds(figure.span.start, figure.span.end)
        for figure in evidence.figures
    )


def _heard(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> bool:
    """Whether anything that the accused say is told at all: else what they admit or deny is unmeasured."""
    return any(_own(claim, accused, world) for claim in evidence.claims)


def _accepted(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> Criterion:
    """« A belligerent accepts responsibility » for harm; a strike that is admitted alone is no harm accepted."""
    claims = [claim for claim in _admissions(evidence, accused, world) if claim.kind == "harm" or "harm" in claim.also]
    met = True if claims else False if _heard(evidence, accused, world) else None
    return _criterion("accepted", met, (), claims)


def _action(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> Criterion:
    """« Likely or confirmed near actions »: a belligerent says that it acted there, or two named bodies say that one
    belligerent did. Where neither is told it is unmeasured: nobody looked at the military's reports."""
    admitted = _admissions(evidence, accused, world)
    if admitted:
        return _criterion("near_action", True, (), admitted)
    behind = counted_by(evidence)
    for party in accused:
        figures = [figure for figure in evidence.figures if figure.perpetrator == party and figure.id in behind]
        named = {
            body.key
            for figure in figures
            if (body := behind[figure.id]).kind == "own_count"
            and not body.unnamed
            and one_side(body.name, party, world) is False
        }
        if len(named) >= _SEVERAL:
            return _criterion("near_action", True, figures, ())
    return Criterion("near_action", None)


def _sources(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> tuple[Criterion, Criterion]:
    """« Two or more credible sources » and « single source »: bodies that counted harm themselves, the accused aside."""
    behind = counted_by(evidence)
    figures = [
        figure
        for figure in _harmed(evidence)
        if figure.reality in ("asserted", "conditional")
        and (body := behind.get(figure.id))
        and body.kind == "own_count"
        and all(one_side(body.name, party, world) is not True for party in accused)
    ]
    sources = {behind[figure.id].key: behind[figure.id] for figure in figures}
    surely = sum(not body.unnamed for body in sources.values()) or min(1, len(sources))
    if surely >= _SEVERAL:
        two, single = True, False
    elif len(sources) >= _SEVERAL:
        two, single = None, None  # an unnamed source may be the named one
    elif sources:
        two, single = False, True
    else:
        two, single = None, None  # nobody is known to have counted
    return _criterion("two_sources", two, figures, ()), _criterion("single_source", single, figures, ())


def _competing(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> Criterion:
    """« Competing claims of responsibility »: two parties that are surely not one side are each said to have done it."""
    figures = [figure for figure in _harmed(evidence) if figure.perpetrator]
    claims = [claim for claim in _charges(evidence) if claim.accused]
    sides = [one_side(a, b, world) for a, b in combinations(accused, 2)]
    met = True if False in sides else None if None in sides or not accused else False
    return _criterion("competing", met, figures, claims)


def _combatants(evidence: Evidence) -> Criterion:
    """« Those killed were combatants »: all who count the dead count combatants; unmeasured where no status is told."""
    dead = [f for f in evidence.figures if f.effect == "killed" and f.reality in ("asserted", "conditional")]
    civil = [figure for figure in dead if figure.group in _CIVILIAN]
    armed = [figure for figure in dead if figure.group == "combatants"]
    told = [claim for claim in evidence.claims if not _CIVILIAN.isdisjoint(claim.victims)]
    if civil or told:
        return _criterion("combatants_only", False, civil, told)
    return _criterion("combatants_only", True if armed else None, armed, ())


def _denied(evidence: Evidence, accused: Sequence[str], world: Gazetteers) -> Criterion:
    """Whether it is denied that an accused party did it, by that party or for it."""
    claims = [
        claim for claim in _of(evidence, "denial") if _own(claim, accused, world) or _about(claim, accused, world)
    ]
    met = True if claims else False if _heard(evidence, accused, world) else None
    return _criterion("denied", met, (), claims)


def _criterion(key: str, met: bool | None, figures: Iterable[Figure], claims: Iterable[Claim]) -> Criterion:
    return Criterion(key, met, tuple(figure.id for figure in figures), tuple(claim.id for claim in claims))
