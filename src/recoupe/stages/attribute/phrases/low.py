"""Low: a relative clause that alone is said by the « selon X » at its end (« L'armée enquête sur un raid | qui a tué dix
civils selon l'ONU »), or by the one set into it, between its verb and what that verb governs (« … un raid | qui a tué, selon
l'ONU, dix civils »)."""

from recoupe.stages.attribute.words.line import Line

_COUNTED = 4
"""Words before a participle within which it is told how many they are."""
_SPLIT = 9
"""Words of a relative clause up to the adposition set into it, at most."""


def relative_parted(line: Line, start: int, i: int) -> int | None:
    """The token where the relative clause begins whose verb the adposition at `i` parts from its object, in what stands from
    `start` on (« L'armée quitte la ville, | où ont péri, selon X, dix civils »); None where it stands in no such clause.
    """
    stop = line.skip_back(i)
    stop -= line.word_in(stop - 1, frozenset(","))
    opened = (k for k in range(stop - 1, max(start, stop - _SPLIT) - 1, -1) if _opens(line, k) and line.opens_clause[k])
    relative = next(opened, None)
    if relative is None or "," in line.folds[relative:stop]:
        return None
    verbs = [k for k in range(relative + 1, stop) if line.verb_here(k)]
    if len(verbs) != 1:
        return None
    led = line.word_in(relative - 2, frozenset(",")) and line.word_in(relative - 1, line.words.prepositions)
    if led and line.main_verb(start, relative) is not None:
        return relative - 1  # « C'est lui qui a visé le pont, | sur lequel se trouvaient, selon X, dix civils »
    if _cleft(line, start, relative) or any(line.word_in(k, line.grammar.expletive) for k in range(start, relative)):
        return None  # « Il s'agit du raid qui a tué, selon X, dix civils »: that it is this raid is said by X too
    return relative - line.word_in(relative - 1, line.words.prepositions)


def participle_parted(line: Line, i: int, behind: int) -> int | None:
    """The participle beside a noun that the adposition at `i` parts from whom « par » names behind it (« deux bergers, | tués selon
    eux par l'armée »); None where it is no participle alone."""
    if line.sentence.kind == "title":
        return None
    done = line.skip_back(i)
    done -= 1 + line.word_in(done - 1, frozenset(","))
    if done < 1 or not line.participle(done) or not line.word_in(behind, line.grammar.by):
        return None
    helped = line.skip_back(done) - 1
    if helped >= 0 and (line.verbs.is_auxiliary(line.folds[helped]) or line.word_in(helped, line.grammar.been)):
        return None
    counted = any(line.numeric(k) for k in range(max(0, done - _COUNTED), done))
    if counted and line.main_verb(0, done) is None:
        return None  # « Trois journalistes tués, d'après RSF, par des tirs »: how many they are is said too
    return done if line.is_word(done - 1) or line.word_in(done - 1, frozenset(",")) else None


def relative_alone(line: Line, start: int, i: int, end: int, *, tight: bool) -> int | None:
    """The token where the relative clause begins that the adposition at `i`, its source ending at `end`, alone governs,
    in what stands from `start` on; None where it governs more.

    The clause tells a toll, and what stands before it none: it is set into the sentence, or closes it without a comma, or
    what stands before it only names a thing (« Au centre des échanges, l'embuscade de mardi, | qui a tué dix civils, selon X »).
    """
    relative = next((k for k in range(i - 1, start - 1, -1) if _opens(line, k)), None)
    if relative is None or not _tells(line, relative + 1, i) or _tells(line, start, relative):
        return None
    if not any(line.verb_here(k) or line.verbs.is_auxiliary(line.folds[k]) for k in range(relative + 1, i)):
        return None
    before = line.main_verb(start, relative) is not None
    set_in = not before and line.word_in(end, frozenset(",")) and line.main_verb(end, line.n) is not None
    closes = before and tight and not line.word_in(start, line.grammar.expletive) and not _cleft(line, start, relative)
    if (
        not (set_in or closes or _named_only(line, start, relative, end))
        or "," in line.folds[relative : i - (not tight)]
    ):
        return None
    return relative - line.word_in(relative - 1, line.words.prepositions)


def _tells(line: Line, start: int, end: int) -> bool:
    """Whether something is counted between the tokens, and not only days or hours."""
    times = line.time_at.items()
    return any(line.numeric(k) and not any(first <= k < last for first, last in times) for k in range(start, end))


def _opens(line: Line, k: int) -> bool:
    """Whether a relative clause begins at token `k`, and no part of a count (« dont dix enfants »)."""
    partitive = line.folds[k] in line.words.partitives
    return line.folds[k] in line.words.relatives and line.folds[k] not in line.grammar.that and not partitive


def _cleft(line: Line, start: int, relative: int) -> bool:
    """Whether « c'est … » opens what stands before « qui »."""
    return any(line.word_in(k, line.grammar.cleft) for k in range(start, relative))


def _named_only(line: Line, start: int, relative: int, end: int) -> bool:
    """Whether behind a circumstance nothing but a thing is named, without a verb, up to the relative clause that ends the sentence."""
    comma = frozenset(",")
    led = line.word_in(start, line.words.prepositions) and line.word_in(relative - 1, comma)
    behind = next((k for k in range(start + 1, relative - 1) if line.folds[k] == ","), None)
    if not led or behind is None or line.sentence.kind != "paragraph" or any(map(line.is_word, range(end, line.n))):
        return False
    return line.word_in(behind + 1, line.words.openers) and line.main_verb(start, relative) is None
