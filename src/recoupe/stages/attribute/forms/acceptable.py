"""Acceptable: whether a subject can be who says what the verb takes."""

from recoupe.stages.attribute.contents.contents import Content
from recoupe.stages.attribute.phrases.counted_objects import told_of
from recoupe.stages.attribute.phrases.noun_phrases import Stretch
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line

_COMMA, _COLON = frozenset(","), frozenset(":")
_PICKED_UP = 3
"""Words in which those are named who are picked up."""
_DISMISSED = 4
"""Words in which what is dismissed is named."""


def acceptable(line: Line, group: Group, source: Stretch, frame: str, content: Content) -> bool:
    cue = group.cue
    size = source[1] - source[0]
    if size > 60:
        return False
    first = line.folds[source[0]]
    partly = first in line.grammar.of and line.word_in(source[0] + 1, line.grammar.definite)
    opening = source == (0, 1) and first in line.grammar.who  # « Qui prévient : … »
    if partly or (first in line.words.subordinators and not opening):
        return False  # « de l'intention … », « comme responsable … »: no subject
    if group.lemma in line.pack.cues.sentencing and any(
        f in line.pack.cues.courts for f in line.folds[source[0] : line.head(*source)]
    ):
        return False
    if first in line.words.prepositions and first not in line.grammar.of_contracted and first not in line.grammar.of:
        return False  # « À Tawila, au Soudan, raconte X »
    if line.main_verb(*source) is not None:
        return False  # two clauses, no noun phrase
    if cue.evidence and frame == "object" and line.word_in(group.start - 1, line.words.relatives):
        return False  # « activists who documented names published … »
    if (
        size == 1
        and first in line.words.own_voice
        and (line.traits.open_clauses or first not in line.grammar.impersonal)
    ):
        return False  # « “We condemn this,” he said », « we have asked »: the speaker's own, or the paper's
    if (
        cue.evidence
        and frame in ("object", "counting")
        and any(line.word_in(k, line.grammar.shown_to) for k in range(group.front - 1, group.main))
    ):
        return False  # « ils nous ont montré les corps »
    owned = source[1] == group.start and line.word_in(source[0] - 1, line.words.partitives)
    if group.lemma in line.pack.cues.glossing and owned and first in line.words.speakers:
        return False  # « une église, dont ils espèrent qu'elle tiendra »
    if group.lemma in line.pack.cues.glossing and _glosses(line, group, frame):
        return False
    called = line.index(content.start) + 1
    if cue.stance == "recall" and frame == "object" and called < line.n and line.human(called):
        return False  # « Moscou a rappelé son ambassadeur »
    if first in line.grammar.neuter and size == 1:
        return False
    if frame in ("object", "counting") and _does(line, group, called):
        return False  # « Les rebelles observent une trêve », « Les forces spéciales ont donné l'assaut »
    if group.lemma in line.pack.cues.picking_up and frame in ("object", "counting"):
        near = range(called - 1, min(called + _PICKED_UP, line.n))
        if any(line.word_in(k, line.grammar.remains) for k in near):
            return False  # « Les riverains ont relevé treize corps »
    takes_in = group.lemma in line.pack.cues.taking_in and frame in ("object", "counting")
    if takes_in and any(f in line.pack.cues.wards for f in line.folds[source[0] : line.head(*source)]):
        return False  # « L'hôpital a admis 25 blessés »
    if group.lemma in line.pack.cues.dismissing and frame == "object":
        near = range(called - 1, min(called + _DISMISSED, line.n))
        return any(line.word_in(k, line.grammar.taken_up) for k in near)  # not « balaie les débris »
    if first in line.grammar.nobody and group.start > 0:
        return False
    if frame == "quote" and group.lemma in line.pack.cues.holding and not line.speaks(*source):
        return False  # « Ces massacres comptent « parmi les pires » »
    last = size == 2 and first in line.grammar.demonstratives and line.folds[source[0] + 1] in line.grammar.last
    known = line.pack.voices.pronouns.get(" ".join(line.folds[slice(*source)]))
    last = last or (known is not None and known.points == "last")  # « Le même évoque … »
    some = first in line.words.openers or line.weak(source[0], source[0] + 1) or line.stands_out(source[0])
    them = (
        line.word_in(source[1] - 1, line.words.stressed) and some
    )  # « L'un d'eux », « Beaucoup d'entre eux », « Eux »
    another = size == 2 and line.word_in(source[0] + 1, line.grammar.others)  # « Un autre accuse … »
    # « Ce dernier accuse … », « elle accuse … »
    pronoun = last or them or another or first in line.words.speakers or line.weak(*source)
    if (
        group.lemma in line.pack.cues.holding
        and frame == "counting"
        and not pronoun
        and not counts_others(line, source)
    ):
        return False  # « Le pays compte deux millions de déplacés », « Sloviansk compte trois morts »
    if group.lemma in line.pack.cues.suffering and frame == "object" and not pronoun:
        first_counted = any(content.start <= n.span.start < content.start + 12 for n in line.numerals)
        if first_counted and not _somebody(line, source):
            return False  # « Kramatorsk déplorait un blessé »: the town had one
    if (
        group.lemma in line.pack.cues.belonging
        and line.word_in(group.end, line.grammar.of_contracted)
        and _one(line, group.end)
    ):
        return False  # « relève du cercle de Niono »
    if frame == "counting" and line.word_in(group.end - 1, line.grammar.to_full):
        # « une frappe sur Sanaa, qui porte à 31 le nombre des morts », « ce nouveau bilan porte à … »: the strike, the sum does
        # and « Elle porte à 12 … » is the attack just told, unless who spoke is said to have raised it
        head = line.folds[source[0] : line.head(*source)]
        tells = line.document(*source) and line.pack.cues.sums.isdisjoint(head)  # « Le même communiqué porte à … »
        speaks = (tells or line.speaks(*source)) and not told_of(line, source)
        raised = group.start < group.main or line.traits.open_clauses if pronoun else speaks
        return raised and not line.word_in(group.start - 1, line.grammar.who)
    if cue.evidence and frame == "object" and size == 1 and line.traits.open_clauses:
        return False  # « it showed weapons »
    if cue.evidence and frame in ("that", "object", "infinitive"):
        if frame == "that" and _state(line, source):
            return False  # « L'Ukraine montre qu'elle sait se défendre »: by its deeds
        return pronoun or line.document(*source) or line.speaks(*source)
    counted = cue.stance != "ask" and any(
        content.start <= n.span.start < content.start + 12 and not n.article for n in line.numerals
    )
    if cue.voiced and frame in ("object", "addressed", "infinitive_de", "infinitive_to") and not counted:
        told = group.lemma in line.pack.cues.documented and line.document(*source)
        return pronoun or told or line.speaks(*source)
    # « Les combats ont repris : deux obus sont tombés »
    if frame in ("object", "counting", "addressed", "infinitive_de", "state", "self", "colon"):
        return pronoun or line.speaks(*source) or line.document(*source)
    return True


def _does(line: Line, group: Group, called: int) -> bool:
    """Whether the object whose article stands before token `called` is a deed that the verb tells of, by its head noun: not « observe 30
    violations du cessez-le-feu », nor « donne l'alarme : neuf enfants sont morts »."""
    deeds = line.pack.cues.deeds.get(group.lemma, frozenset())
    for k in range(called - 1, min(called + _PICKED_UP, line.n)):
        if line.word_in(k, line.grammar.of) or line.word_in(k, line.grammar.of_contracted):
            return False
        if line.folds[k] in deeds:
            return not line.word_in(k + 1, _COLON)
    return False


def _state(line: Line, source: Stretch) -> bool:
    """Whether the head of the subject is a state's name."""
    start, end = line.tokens[source[0]].start, line.tokens[line.head(*source) - 1].end
    return any(start <= m.span.start < end and line.topic(m) for m in line.mentions)


def _glosses(line: Line, group: Group, frame: str) -> bool:
    """Whether the verb tells what somebody wants or believes, and not that anybody spoke: « une source, qui demande à rester
    anonyme », « ceux qui ont demandé l'asile », « ils le soupçonnaient d'espionnage »."""
    if group.cue.stance == "accuse":
        forms = [
            f for lemma, f in line.verbs.analyses(line.folds[group.main]) if lemma == group.lemma and f.person == 3
        ]
        if any(f.tense == "imperfect" for f in forms):
            return True
    if frame == "that" or not line.word_in(group.start - 1, line.grammar.who):
        return False  # « l'ONU, qui craint que le choléra ne s'étende »
    asked = group.cue.stance == "ask" and not frame.startswith("infinitive")
    return not (asked and line.word_in(group.start - 2, _COMMA))  # « le HCR, qui demande un couloir, »


def counts_others(line: Line, source: Stretch) -> bool:
    """Whether who « counts » is somebody who makes a count, not a place or a state that has so many."""
    stop = line.head(*source)
    if any(line.folds[k] in line.pack.cues.holders for k in range(source[0], stop)):
        return False
    start, end = line.tokens[source[0]].start, line.tokens[stop - 1].end
    named = any(start <= m.span.start < end and m.entity.kind != "state" for m in line.mentions)
    return named or any(line.human(k) for k in range(source[0], stop))


def _somebody(line: Line, source: Stretch) -> bool:
    """Whether a subject is more than a place that harm has come to: people, a body, a state."""
    stop = line.head(*source)
    start, end = line.tokens[source[0]].start, line.tokens[stop - 1].end
    return any(start <= m.span.start < end for m in line.mentions) or any(line.human(k) for k in range(source[0], stop))


def _one(line: Line, i: int) -> bool:
    """Whether « du », « de la », « de l' » stands at `i`."""
    return line.folds[i] in line.grammar.contracted_one or line.word_in(i + 1, line.grammar.singular_articles)
