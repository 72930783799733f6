"""Drafts: the reporting acts of one sentence, before anybody is named: cue, source words, content."""

from collections.abc import Sequence

from recoupe.stages.attribute.contents.contents import Content, Quotes
from recoupe.stages.attribute.forms.adpositions import adpositions
from recoupe.stages.attribute.forms.concessive import within_clause
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.forms.fragments import fragment
from recoupe.stages.attribute.forms.gapping import gapped
from recoupe.stages.attribute.forms.headline_replies import headline_replies
from recoupe.stages.attribute.forms.nominal import nominal
from recoupe.stages.attribute.forms.nonfinite import governed_turned, nonfinite
from recoupe.stages.attribute.forms.passive import passive
from recoupe.stages.attribute.forms.presenting import presented
from recoupe.stages.attribute.forms.quoted_as import as_saying, quoted_as
from recoupe.stages.attribute.forms.quoted_objects import quoted_objects
from recoupe.stages.attribute.forms.quoters import quoter
from recoupe.stages.attribute.forms.relaying import with_relays
from recoupe.stages.attribute.forms.resting import resting, rests
from recoupe.stages.attribute.forms.resuming import resume, resumed
from recoupe.stages.attribute.forms.settled import settled
from recoupe.stages.attribute.forms.side_by_side import part_clauses
from recoupe.stages.attribute.forms.straight import straight
from recoupe.stages.attribute.forms.tallies import tallies
from recoupe.stages.attribute.forms.trailing import trailing
from recoupe.stages.attribute.forms.turned import turned
from recoupe.stages.attribute.forms.unlisted import unlisted
from recoupe.stages.attribute.words.groups import Group, find_groups
from recoupe.stages.attribute.words.line import Line

_SHORT = 8


def read_line(line: Line, quotes: Quotes) -> list[Draft]:
    """The reporting acts that the sentence states, in the order of their cues."""
    groups = find_groups(line)
    drafts: list[tuple[int, Draft]] = []
    may_rest = not line.pack.cues.resting.openings.isdisjoint(line.folds)
    for group in groups:
        if may_rest and any(
            line.phrase_at(k, line.pack.cues.resting) and rests(line, k)
            for k in {group.main, group.start - 1, group.start}
        ):
            continue
        drafts += [
            (group.start, within_clause(line, quotes, group, draft))
            for told in _of_group(line, quotes, group, groups)
            for draft in _quoted(line, told)
        ]
    drafts += unlisted(line, quotes, groups, [draft for _, draft in drafts])
    drafts += adpositions(line, quotes, groups)
    drafts += nominal(line, quotes, groups)
    drafts += tallies(line, quotes, groups)
    drafts += headline_replies(line, quotes, groups, [draft for _, draft in drafts])
    drafts += settled(line, quotes, groups, [draft for _, draft in drafts])
    drafts += quoted_objects(line, quotes, groups, [draft for _, draft in drafts])
    shown = [(at, draft) for at, told in presented(line, quotes, groups) for draft in _quoted(line, told)]
    if not (groups or drafts or shown):
        return []
    for _, draft in shown:
        if draft.via is not None and draft.source is not None:  # who quotes him says whose word it is, too
            outer = draft.via.content
            draft.via.content = Content(outer.start, max(outer.end, draft.source[1]), outer.form)
    sources = {draft.source for _, draft in shown}
    drafts = [pair for pair in drafts if pair[1].source not in sources] + shown
    drafts.sort(key=lambda pair: pair[0])
    drafts = [pair for pair in drafts if not _asked_for(pair[1], drafts) and not _in_idiom(pair[1], drafts)]
    drafts = [pair for pair in drafts if not _in_source(pair[1], drafts)]
    drafts = _with_resumed(line, quotes, groups, drafts)
    _share_sources(drafts)
    _part_relatives(line, drafts)
    if line.traits.open_clauses:
        drafts = [pair for pair in drafts if not _own_words(pair[1], drafts)]
    drafts = with_relays(line, _without_echoes(drafts))
    part_clauses(line, quotes, [draft for _, draft in drafts])
    return [draft for _, draft in drafts] + resting(line, drafts)


def _own_words(draft: Draft, drafts: Sequence[tuple[int, Draft]]) -> bool:
    """Whether who says it says so of himself, inside what another cue has him say (« said it had dismissed … »)."""
    if draft.source is None or draft.cue is None:
        return False
    at, line = draft.cue[0], draft.line
    first = line.folds[line.index(draft.source[0])]
    own = first in line.words.speakers or first in line.pack.voices.owners
    for _, other in drafts:
        if other is draft or not other.content.start <= at < other.content.end:
            continue
        outside = not other.content.start <= draft.source[0] < other.content.end
        if outside and other.source == draft.source:
            return True
        if own and draft.stance == "estimate" and draft.source[0] == other.content.start:
            return True  # « said he feared the worst », « says its pilots believed … »
    return False


def _in_idiom(draft: Draft, drafts: Sequence[tuple[int, Draft]]) -> bool:
    """Whether the cue is only a part of another one (« tient à préciser »: not « préciser » besides)."""
    if draft.cue is None:
        return False
    start, end = draft.cue
    wider = (other.cue for _, other in drafts if other.cue is not None and other.cue[1] - other.cue[0] > end - start)
    return any(a <= start and end <= b for a, b in wider)


def _in_source(draft: Draft, drafts: Sequence[tuple[int, Draft]]) -> bool:
    """Whether the act only tells where the source of another one comes from (« selon un bilan dévoilé par la mairie »)."""
    source, cue, told = draft.source, draft.cue, draft.content
    if cue is None or source is None or not told.end <= cue[0] <= cue[1] <= source[0]:
        return False
    others = (other.source for _, other in drafts if other is not draft and other.source is not None)
    return any(start < told.end and start <= cue[0] and source[1] <= end for start, end in others)


def _asked_for(draft: Draft, drafts: Sequence[tuple[int, Draft]]) -> bool:
    """Whether the act is only part of what another one asks for (« exhorte le juge à se taire et d'annoncer … »)."""
    if not draft.share or draft.cue is None:
        return False
    at = draft.cue[0]
    asking = (other.content for _, other in drafts if other is not draft and other.stance in ("ask", "refuse"))
    return any(content.start <= at < content.end for content in asking)


def _share_sources(drafts: Sequence[tuple[int, Draft]]) -> None:
    """Give each act that shares its source (« …, ajoutant que ») the source of the act before it in the sentence."""
    for n, (_, draft) in enumerate(drafts):
        if not draft.share:
            continue
        for _, earlier in reversed(drafts[:n]):
            apart = earlier.content.end <= draft.content.start or draft.content.end <= earlier.content.start
            if earlier.source is not None and apart and earlier.cue is not None:
                draft.source = earlier.source
                break


def _part_relatives(line: Line, drafts: Sequence[tuple[int, Draft]]) -> None:
    """Cut from each source behind its cue the relative clause that is an act of its own (« ajoute l'état-major, qui dénonce … »), and
    put what somebody quoted says in that clause under who quotes him (« cite le maire, selon qui … »)."""
    for _, told in drafts:
        if told.source is None or told.cue is None or told.source[1] > told.cue[0]:
            continue
        relative = line.index(told.source[1])
        relative += line.folds[relative : relative + 1] == [","]
        if not line.word_in(relative, line.words.relatives) and not line.phrase_at(
            relative, line.pack.cues.relative_after
        ):
            continue
        for _, other in drafts:
            if other is told or other.cue is None:
                continue
            source, content = other.source, other.content
            after = source is not None and source[0] >= other.cue[1]
            if source is not None and after and source[0] <= told.source[0] and source[1] >= told.cue[1]:
                other.source = source[0], told.source[1]
            quoted = content.start <= told.source[0] and told.source[1] == content.end
            if other.stance == "quote" and quoted and other.cue[1] <= content.start:
                other.content, told.via = told.content, other


def _with_resumed(
    line: Line, quotes: Quotes, groups: Sequence[Group], drafts: list[tuple[int, Draft]]
) -> list[tuple[int, Draft]]:
    """The acts with those that say something of what stands before: « …, ce que les rebelles démentent »."""
    found = list(drafts)
    for group in groups:
        at = resumed(line, group)
        if at is None or any(start == group.start for start, _ in drafts):
            continue
        before = [draft.content for start, draft in drafts if start < at and draft.content.end <= line.tokens[at].start]
        draft = resume(line, quotes, group, at, before[-1] if before else None)
        if draft is not None:
            found.append((group.start, draft))
    return sorted(found, key=lambda pair: pair[0])


def _without_echoes(drafts: list[tuple[int, Draft]]) -> list[tuple[int, Draft]]:
    """Without an act whose content another one, inserted, states again (« X dément : … , assure-t-il »)."""
    kept = []
    for n, (at, draft) in enumerate(drafts):
        echo = draft.colon and any(
            m > n
            and other.content.start == draft.content.start
            and other.cue is not None
            and other.cue[0] >= other.content.end - 1
            for m, (_, other) in enumerate(drafts)
        )
        if not echo:
            kept.append((at, draft))
    return kept


def _of_group(line: Line, quotes: Quotes, group: Group, groups: Sequence[Group]) -> list[Draft]:
    draft: Draft | None
    if any(as_saying(line, earlier, groups) is group for earlier in groups if earlier.main < group.main):
        return []  # read with the verb of quoting
    if quoted := quoted_as(line, quotes, group, groups):
        return quoted
    if group.kind in ("passive", "bare"):
        hung = group.kind == "passive" and group.subject is not None
        draft = (turned(line, quotes, group, groups) if hung else None) or passive(line, quotes, group, groups)
    elif group.kind == "finite":
        find = (trailing, turned, straight)
        draft = next((found for one in find if (found := one(line, quotes, group, groups)) is not None), None)
    else:
        covered = any(g is not group and g.start <= group.start and group.end <= g.end for g in groups)
        led = None if covered else governed_turned(line, group)
        draft = turned(line, quotes, led, groups) if led is not None else None
        draft = draft or nonfinite(line, quotes, group, groups)
    draft = draft or fragment(line, quotes, group, groups)
    seldom = any(line.word_in(k, line.grammar.seldom) for k in (group.main - 1, group.main + 1))
    if draft is None or ((group.negated or seldom) and group.lemma not in line.pack.cues.negatable):
        return []  # not to confirm, not to say is silence, not a report
    if group.lemma in line.pack.cues.concealing and not group.negated:
        return []  # only « n'a jamais caché que » tells
    if _keeps_quiet(line, group, draft):
        return []
    return gapped(line, group, draft)


def _quoted(line: Line, draft: Draft) -> list[Draft]:
    """The act, below that of who quotes its source (« …, ont raconté des témoins cités par l'agence X »)."""
    behind = draft.source is not None and draft.cue is not None and draft.source[0] >= draft.cue[1]
    outer = quoter(line, draft) if behind and draft.via is None else None
    if outer is None or outer.cue is None or not line.word_in(line.index(outer.cue[0]), line.pack.relaying_words):
        return [draft]  # « raconte un habitant joint par l'agence X »: nobody quotes him
    draft.via = outer
    return [outer, draft]


def _keeps_quiet(line: Line, group: Group, draft: Draft) -> bool:
    """Whether the speaker only tells a feeling, or asks for no name (« demande à rester anonyme », « refuse d'être cité »)."""
    if draft.content.form == "indirect" and line.folds[group.end - 1] in line.grammar.of_contracted:
        felt = line.index(draft.content.start)
        if line.word_in(felt + 1, line.grammar.emotions):
            return True  # « a fait part de son inquiétude »
    cues = line.pack.cues
    opens = line.index(draft.content.start)
    if opens >= len(line.folds):
        return False  # what is said stands in the next sentence
    first = line.folds[opens]
    told = line.word_in(line.index(draft.content.start) - 1, line.grammar.that)  # « raconte que son mari est mort »
    if group.lemma in cues.narrating and group.subject is None and first in line.pack.voices.owners and not told:
        return True  # « raconte son calvaire »
    if group.lemma in cues.worrying and line.folds[group.end - 1] in line.grammar.of_contracted:
        topic = line.index(draft.content.start)
        if not line.counts(topic, topic + 5) and not any(
            line.word_in(k, cues.worries) for k in range(topic, topic + 3)
        ):
            return True  # « s'inquiète de la situation »
    if draft.stance not in ("ask", "refuse"):
        return False
    said = line.folds[line.index(draft.content.start) : line.stop(draft.content.end)]
    short = said[:_SHORT] if line.traits.open_clauses else said
    return len(short) <= _SHORT and not line.grammar.anonymous.isdisjoint(short)
