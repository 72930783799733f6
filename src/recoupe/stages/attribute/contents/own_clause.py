"""Own clause: what is said by the subject of a verb that comes later, without that verb."""

from recoupe.stages.attribute.contents.contents import Content, Quotes, stretch
from recoupe.stages.attribute.contents.edges import before_matrix, last_word
from recoupe.stages.attribute.words.line import Line


def before_verb(line: Line, quotes: Quotes, content: Content, *, own: bool, aside: bool = False) -> Content:
    """The content without the verb of which who says it is the subject (« Un rapport affirmant que … | a été remis »).

    `aside`: it stands between commas (« Le maire, qui assure que tout est calme, | a fui »).
    """
    first, end = line.index(content.start), line.stop(content.end)
    for k in range(first + 1, end - 1) if aside else ():
        verb = k + 1
        while verb < end and line.folds[verb] in line.words.clitics:
            verb += 1
        if line.folds[k] == "," and verb < end and line.verb_here(verb):
            end = k + 1
            break
    stop = last_word(line, before_matrix(line, first, end, own=own), first)
    return stretch(line, quotes, content.start, line.tokens[stop - 1].end) if stop > first else content
