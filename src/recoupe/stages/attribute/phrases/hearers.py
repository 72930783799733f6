"""Hearers: who is told, between a verb of saying and who says it."""

from recoupe.stages.attribute.words.line import Line


def told_at(line: Line, k: int) -> bool:
    """Whether « à … » at `k` names who is told (a medium, the press), not where the source belongs."""
    for m in range(k + 1, min(k + 5, line.n)):
        if line.folds[m] in line.words.channels or line.folds[m] in line.grammar.hearers:
            return True
        if any(
            mention.entity.kind == "media" and mention.span.start <= line.tokens[m].start < mention.span.end
            for mention in line.mentions
        ):
            return True
        if line.folds[m] in (",", "."):
            break
    return (
        k + 1 < line.n
        and line.folds[k + 1] in line.grammar.feminine_article
        and k + 2 < line.n
        and line.tokens[k + 2].text.isupper()
        and len(line.folds[k + 2]) <= 8
    )
