"""Resolving: whom each reporting act of a document means by its source, or without one (Drafts → who speaks)."""

from collections.abc import Sequence

from recoupe.gazetteers.person_key import sound, sounds
from recoupe.model.annotation import Annotations, Sentence
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.naming.profiles import Resolved
from recoupe.stages.attribute.naming.voices import Voices
from recoupe.text import fold

_QUOTATION_MARKS = 4
"""Characters that the marks around a quotation have, at most."""
_TELLING = 3
"""Spaces between the words of a quotation, at least, that nobody else repeats by chance."""


def speakers(
    drafts: Sequence[Draft], above: Sequence[int | None], voices: Voices, annotations: Annotations, text: str
) -> list[Resolved | None]:
    """Who speaks in each draft. A source that stands after its content is asked for in the order of the sources in
    the text."""
    resolved: list[Resolved | None] = [None] * len(drafts)
    known: dict[tuple[int, int], Resolved] = {}
    before: list[Resolved] = []
    names: dict[str, Resolved] = {}  # of those described, by the id under their description
    relayed = [d.via for d in drafts if d.via is not None and d.source is not None and d.via.stance == "quote"]
    for n in sorted((n for n, d in enumerate(drafts) if d.source), key=lambda n: drafts[n].source or (0, 0)):
        span = drafts[n].source
        if span is None:
            continue
        if span not in known:
            sentence: Sentence = drafts[n].line.sentence
            outer = _outer(n, drafts, above, voices, before)
            said = drafts[n].content
            # « « Le bilan fait état de … », a-t-il dit »: not the toll that he speaks of
            # « Dans un texte que relaie l'agence, il affirme »: not the agency that carries what he says
            via = drafts[n].via
            carrier = via.source if via is not None else None
            heard_before = [
                one for one in before if not said.start <= one.start < said.end and (one.start, one.end) != carrier
            ]
            end = drafts[n].bare or span[1]
            found = voices.resolve(span[0], end, sentence, heard_before, outer.entity if outer else None)
            called = names.get(found.entity.id)
            found = called._replace(start=found.start, end=found.end) if called is not None else found
            known[span] = found
            nested = above[n] is not None
            heard = known[span] if known[span].nested == nested else known[span]._replace(nested=nested)
            # whoever only carries what another has said has not spoken last
            late = voices.named_late(span[0], span[1], sentence, before, heard)
            if late is not None:
                _name_before(n, late, heard, drafts, resolved, known)
                if late.entity.kind == "unnamed":
                    names[late.entity.id] = heard
            carries = drafts[n] in relayed and bool(before) and before[-1].start < span[0]
            before.insert(len(before) - carries, heard)
        resolved[n] = known[span]
    for n, one in enumerate(drafts):
        if one.answers is not None:
            introduced, start, end = one.answers
            resolved[n] = voices.resolve(start, end, introduced, [])
        elif one.source is None:
            resolved[n] = (
                voices.echoed(one.cue[0], one.line.sentence) if one.carried and one.cue is not None else None
            ) or (
                _echoed(n, drafts, resolved, text)
                or _beside(one, drafts, resolved, voices, annotations)
                or _carried(n, drafts, above, resolved)
            )
    return resolved


def _name_before(
    n: int,
    meant: Resolved,
    named: Resolved,
    drafts: Sequence[Draft],
    resolved: list[Resolved | None],
    known: dict[tuple[int, int], Resolved],
) -> None:
    """Gives who spoke before draft `n` under a description the name that `n` gives him (« le gouverneur … ce dernier,
    Untel »). Somebody with a name of his own is another: the descriptions of this paragraph alone were not of him."""
    block = drafts[n].line.sentence.block
    for m, one in enumerate(drafts):
        who, span = resolved[m], one.source
        if who is None or span is None or span == drafts[n].source or who.entity.id != meant.entity.id:
            continue
        described = who.entity.kind == "unnamed"
        if described or (one.line.sentence.block == block and not _says_name(one, span, who)):
            resolved[m] = known[span] = named._replace(start=who.start, end=who.end)


def _says_name(one: Draft, span: tuple[int, int], who: Resolved) -> bool:
    """Whether the words of a source hold a part of the name of whom they mean."""
    parts = sounds(who.entity.name)
    words = (t.text for t in one.line.sentence.tokens if span[0] <= t.start < span[1] and t.text[0].isupper())
    return any(sound(word) in parts for word in words)


def _outer(
    n: int, drafts: Sequence[Draft], above: Sequence[int | None], voices: Voices, before: Sequence[Resolved]
) -> Resolved | None:
    """Who speaks the act in which draft `n` stands; one that names nobody is carried on from who spoke last."""
    parent = above[n]
    if parent is not None and (introduced := drafts[parent].answers) is not None:
        return voices.resolve(introduced[1], introduced[2], introduced[0], [])
    span = drafts[parent].source if parent is not None else None
    if parent is None or span is None:
        return before[-1] if before else None
    return voices.resolve(span[0], span[1], drafts[parent].line.sentence, before)


def _echoed(n: int, drafts: Sequence[Draft], resolved: Sequence[Resolved | None], text: str) -> Resolved | None:
    """Who says further on what a headline quotes without naming anybody; None where nobody does."""
    one = drafts[n]
    whole = one.line.sentence.end - one.line.sentence.start
    crosshead = one.content.form == "direct" and whole - (one.content.end - one.content.start) <= _QUOTATION_MARKS
    words = fold(text[one.content.start : one.content.end]).strip(" .!?…")
    told_apart = crosshead or one.line.sentence.kind != "paragraph" or words.count(" ") >= _TELLING
    if one.cue is not None or not told_apart:
        return None
    for m in range(n + 1, len(drafts)):
        if resolved[m] is not None and words in fold(text[drafts[m].content.start : drafts[m].content.end]):
            return resolved[m]
    return None


def _beside(
    one: Draft,
    drafts: Sequence[Draft],
    resolved: Sequence[Resolved | None],
    voices: Voices,
    annotations: Annotations,
) -> Resolved | None:
    """The person with whose name the sentence before or after a free quotation begins, where nobody is said to speak
    there."""
    here = one.line.sentence
    index = next(i for i, sentence in enumerate(annotations.sentences) if sentence.index == here.index)
    said = {d.line.sentence.index for d, who in zip(drafts, resolved, strict=True) if who is not None}
    if here.index in said or one.cue is not None:
        return None
    for at in (index - 1, index + 1):
        if not 0 <= at < len(annotations.sentences) or annotations.sentences[at].index in said:
            if 0 <= at < index and annotations.sentences[at].block == here.block:
                return None  # who spoke just before goes on
            continue
        sentence = annotations.sentences[at]
        if sentence.kind != "paragraph" or (at < index and sentence.block != here.block):
            continue
        told = voices.told_of(sentence, here if at < index else sentence)
        if told is not None and (at < index or told.entity.kind == "person"):
            return told
        for mention in annotations.mentions:
            begins = sentence.start <= mention.span.start < sentence.end and voices.titled(sentence, mention)
            if begins and mention.entity.kind == "person":
                return voices.resolve(mention.span.start, mention.span.end, sentence, [])
    return None


def _carried(
    n: int, drafts: Sequence[Draft], above: Sequence[int | None], resolved: Sequence[Resolved | None]
) -> Resolved | None:
    """Who goes on speaking in a draft that names nobody: the last to have spoken before it, else the first to speak
    in the next sentence."""
    here = drafts[n].content.start
    if drafts[n].line.sentence.kind != "paragraph":
        # a heading quotes what stands beneath it
        beneath = (m for m in range(n + 1, len(drafts)) if drafts[m].content.form != "indirect" and above[m] is None)
        first = next(beneath, None)
        if first is not None and resolved[first] is not None:
            return resolved[first]
    for m in range(n - 1, -1, -1):
        if above[m] is None and resolved[m] is not None and drafts[m].content.start < here:
            # « …, estime un médecin cité par le journal. « … » »: the doctor goes on, not the paper
            quoted = (k for k in range(n) if drafts[k].via is drafts[m] and drafts[m].stance == "quote")
            return resolved[next((k for k in quoted if resolved[k] is not None), m)]
    line = drafts[n].line.sentence.index
    for m in range(n + 1, len(drafts)):
        if drafts[m].line.sentence.index > line + 1:
            break
        if resolved[m] is not None:
            return resolved[m]
    return None
