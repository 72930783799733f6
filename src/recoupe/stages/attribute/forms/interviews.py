"""Interviews: what is answered under each question, without quotation marks or label, by the person interviewed."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from recoupe.model.annotation import Mention
from recoupe.stages.attribute.contents.contents import Content, Quotes
from recoupe.stages.attribute.contents.edges import last_word
from recoupe.stages.attribute.forms.draft import Draft
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import DASHES

_FEWEST = 2
"""So many questions at least make an interview."""
_LONGEST_QUESTION = 80
_LONGEST_PROMPT = 30
"""Words of what an interviewer puts to somebody without asking (« L'ONU parle de mille morts. »)."""
_LONGEST_LABEL = 6

Block = Sequence[Line]


def answers(lines: Sequence[Line], quotes: Quotes, labelled: Sequence[Draft]) -> list[Draft]:
    """Each answer of an interview, to the next question; none where nobody is introduced, or answers in the first person.

    Answers that stand under the name of who gives them are `labelled`.
    """
    if sum(line.folds[-1] == "?" for line in lines) < _FEWEST or len(labelled) >= _FEWEST:
        return []
    blocks = [list(group) for _, group in groupby(lines, key=lambda line: line.sentence.block)]
    asked = [_asks(block, quotes) for block in blocks]
    first = next((n for n, asks in enumerate(asked) if asks), len(blocks))
    told = [block for block, asks in zip(blocks[first:], asked[first:], strict=True) if not asks]
    if sum(asked) < _FEWEST or not any(_first_person(line) for block in told for line in block):
        return []
    guest = _guest([line for block in blocks[:first] for line in block])
    if guest is None:
        return []
    asked = [asks or (n > first and _prompts(blocks, asked, n)) for n, asks in enumerate(asked)]
    return [_answer(block, quotes, guest) for block in _between(blocks[first:], asked[first:], quotes)]


def _asks(block: Block, quotes: Quotes) -> bool:
    """Whether the block is a question of the interviewer's."""
    last = block[-1]
    if last.folds[-1] != "?" or sum(line.n for line in block) > _LONGEST_QUESTION:
        return False
    return quotes.around(last.tokens[-1].start) is None and not any(_first_person(line) for line in block)


def _first_person(line: Line) -> bool:
    return not line.words.own_voice.isdisjoint(line.sentence.words)


def _prompts(blocks: Sequence[Block], asked: Sequence[bool], n: int) -> bool:
    """Whether block `n` is put to who answers without a question mark: one short sentence that says « vous », or that
    stands between two answers of which the second takes it up in the first person."""
    block = blocks[n]
    if len(block) > 1 or block[0].n > _LONGEST_PROMPT or asked[n - 1] or _first_person(block[0]):
        return False
    if not block[0].words.addressed_voice.isdisjoint(block[0].sentence.words):
        return True
    return n + 1 < len(blocks) and not asked[n + 1] and _first_person(blocks[n + 1][0])


def _guest(before: Sequence[Line]) -> tuple[Line, Mention] | None:
    """Who is interviewed: the person whose name and a colon open a line before the questions, else the one whom the
    headline or the introduction names most often, of two the later one; None where nobody is named."""
    named = [(line, m) for line in before for m in line.mentions if m.entity.kind == "person"]
    for line, mention in named:
        if mention.span.start == line.sentence.start and line.word_in(line.index(mention.span.end), frozenset(":")):
            return line, mention
    often = Counter(mention.entity.name for _, mention in named)
    return max(named, key=lambda pair: (often[pair[1].entity.name], pair[1].span.start), default=None)


def _between(blocks: Sequence[Block], asked: Sequence[bool], quotes: Quotes) -> Iterator[Block]:
    """The lines of each answer: the paragraphs from a question to the next one, to a heading, or to what the article tells
    without the quotation marks that the answer has."""
    answer: list[Line] = []
    for block, asks in zip(blocks, asked, strict=True):
        own = bool(answer) and _quoted(answer[0], quotes) and not _quoted(block[0], quotes)
        if asks or own or block[0].sentence.kind != "paragraph":
            if answer:
                yield answer
            answer = []
        else:
            answer += block
    if answer:
        yield answer


def _quoted(line: Line, quotes: Quotes) -> bool:
    """Whether the line begins in quotation marks, its own or those of the paragraphs before."""
    start = line.tokens[_past_label(line)].start
    return quotes.opening(start) is not None or quotes.around(start) is not None


def _answer(block: Block, quotes: Quotes, guest: tuple[Line, Mention]) -> Draft:
    line, closing = block[0], block[-1]
    start = _past_label(line)
    opened = quotes.opening(line.tokens[start].start)
    end = closing.tokens[max(last_word(closing, closing.n), 1) - 1].end
    closed = quotes.closing(end)
    if opened is not None and opened is closed:
        said = Content(opened.inner_start, opened.inner_end, "direct")
    else:
        said = Content(line.tokens[start].start, end, "direct")
    where, mention = guest
    return Draft(line, None, None, said, "say", answers=(where.sentence, mention.span.start, mention.span.end))


def _past_label(line: Line) -> int:
    """The token after the initials and the colon, or the dash, with which an answer begins (« M. T. : », « – »)."""
    if line.folds[0] in DASHES and line.n > 1:
        return 1
    colon = next((k for k in range(1, min(_LONGEST_LABEL, line.n - 1)) if line.folds[k] == ":"), None)
    if colon is None or not all(line.capital(k) or not line.is_word(k) for k in range(colon)):
        return 0
    return colon + 1
