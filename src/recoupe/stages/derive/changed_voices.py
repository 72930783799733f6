"""Changed voices: who says so on one side and somebody else, or nobody, on the other."""

from collections.abc import Iterator

from recoupe.model.relay import Change
from recoupe.stages.derive.name_skeletons import name_skeletons
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.same_voices import blurred, likeness, once
from recoupe.stages.derive.side import Side


def changed_voices(left: Side, right: Side) -> Iterator[Change]:
    """The voices that were changed, dropped or added."""
    ours, theirs = once(left.marks.voices), once(right.marks.voices)
    likest = sorted(
        (-score, abs(m - n), m, n)
        for m, x in enumerate(ours)
        for n, y in enumerate(theirs)
        if (score := likeness(x, y)) > 0
    )
    met_a: dict[int, int] = {}
    met_b: set[int] = set()
    for _, _, m, n in likest:
        if m not in met_a and n not in met_b:
            met_a[m] = n
            met_b.add(n)
    for x, y in ((ours[m], theirs[n]) for m, n in met_a.items()):
        if blurred(x, y, right.profile):
            yield Change("attribution", "changed", left.span(x.start, x.end), right.span(y.start, y.end))
    # Who is only « he » beside his own name is not another voice.
    lost = [v for m, v in enumerate(ours) if m not in met_a and not v.names & right.marks.names]
    # A relay that names the medium or agency it took the text from adds no voice.
    known = left.marks.names | _own_names(left.profile)
    new = [v for n, v in enumerate(theirs) if n not in met_b and not v.names & known]
    if len(lost) == len(new) == 1:
        x, y = lost[0], new[0]
        if not x.names and y.person & name_skeletons(left.profile.document.text):
            return  # "the general added", « a-t-il ajouté »: somebody whom both name
        yield Change("attribution", "changed", left.span(x.start, x.end), right.span(y.start, y.end))
        return
    # « il », "official figures": anybody may be meant, so each may be one who is named on the other side.
    vague = [v for v in left.marks.voices if v.vague]
    for x in lost[sum(v.vague for v in right.marks.voices) + right.marks.unclaimed :]:
        yield Change("attribution", "dropped", left.span(x.start, x.end), None)
    for x in vague if not right.marks.voices and not right.marks.unclaimed else ():
        yield Change("attribution", "dropped", left.span(x.start, x.end), None)
    for y in new[len(vague) + left.marks.unclaimed :]:
        yield Change("attribution", "added", None, right.span(y.start, y.end))


def _own_names(profile: Profile) -> frozenset[str]:
    """The names of the outlet and of the agencies that it credits."""
    document = profile.document
    return name_skeletons(" ".join([document.outlet or "", *(c.name for c in document.credits if c.kind == "source")]))
