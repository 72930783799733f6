"""Sentences with their offsets, cut inside the Document's blocks."""

import re
from collections.abc import Iterator

from recoupe.languages.traits import Traits
from recoupe.model.annotation import Sentence
from recoupe.model.document import READ_KINDS, Document
from recoupe.stages.annotate.tokens import tokenize

# « … en fuite.Les secours … »: the white space was lost between two sentences; « Sabanews.Net » is one word
_GLUED = re.compile(
    r"[.!?…](?=[A-ZÀ-Ý][a-zà-ÿ]*[ ’'])(?<=[a-zà-ÿ]{3}.|[a-zà-ÿ]{2}[»”\")].|[ \d]\d\d.)(?!(?:Com|Net|Org|Info|Fr)\b)"
)
# an end mark, what closes after it, then white space before something that can begin a sentence; or an empty line
_END = re.compile(
    r"(?P<mark>[.!?…؟]+)[\"»”’)\]]*(?:[ \u00a0\u202f]+»)?(?=\s+(?P<next>[\"«“‘(\[]*\s*[^\W_]+|[-–—]\s))|\n\s*\n"
)
_MARK = re.compile(r"[.!?…؟\n]")
"""What any such end begins with: looked for alone, it is found many times as fast."""
_LONGEST = 2500
"""Characters. A longer stretch without an end is cut: what reads a sentence may look at every pair of its words."""
_NEAR = 16
"""Characters in which the word before another one is looked for."""
_LAST_WORD = re.compile(r"([^\W_]+(?:[.-][^\W_]+)*)\.$")
_WORD = re.compile(r"[^\W_]+")
_BREAK = re.compile(r"(?<=[.!?:;»”\"…])\s*\n\s*|\n\s*(?=[-–—•*]\s)")


def _is_end(text: str, match: re.Match[str], start: int, traits: Traits) -> bool:
    """Whether a mark that looks like an end of sentence is one."""
    if match.group("mark") is None:
        return True
    following = match.group("next").lstrip('"«“‘([ \u00a0\u202f\t\n')
    if following and following[0].islower():
        return False
    if match.group("mark") == ".":
        word = _LAST_WORD.search(text, max(start, match.start() - 24), match.start() + 1)
        if word:
            last = word.group(1)
            # an initial (« J. Dupont ») or an abbreviation (« M. Dupont »); « l'ONU. » and « en 2017. » are ends
            if len(last) == 1 and last.isalpha() and last.isupper():
                return _last_before(text, start, match.start() - 1) in traits.before_letter
            if last.lower() in traits.before_number and not following[:1].isdigit():
                return True
            dotted = "." in last
            if last.lower() in traits.abbreviations and (dotted or not (len(last) > 1 and last.isupper())):
                return dotted and _first_word(following) in traits.starters
    return True


def _last_before(text: str, start: int, end: int) -> str:
    """The folded word right before offset `end`, no further back than `start`."""
    return text[max(start, end - _NEAR) : end].split()[-1].lower() if text[start:end].strip() else ""


def _first_word(text: str) -> str:
    word = _WORD.match(text)
    return word.group().lower() if word else ""


def _marks(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What looks like an end of sentence in `text[start:end]`, from left to right."""
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        match = _END.match(text, mark.start(), end)
        at = mark.end() if match is None else match.end()
        if match is not None:
            yield match


def _cuts(text: str, start: int, end: int, traits: Traits) -> list[tuple[int, int]]:
    """The stretches of `text[start:end]` that are sentences, without white space around them."""
    ends = {m.end() for m in _marks(text, start, end) if _is_end(text, m, start, traits)}
    ends |= {m.end() for m in _GLUED.finditer(text, start, end)}
    if text.find("\n", start, end) >= 0:
        ends |= {m.end() for m in _BREAK.finditer(text, start, end)}
    stretches: list[tuple[int, int]] = []
    at = start
    for stop in sorted(ends | {end}):
        a, b = at, stop
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        while b - a > _LONGEST:  # no person writes such a sentence: a table, or an attack on what reads it
            cut = (
                max(text.rfind(" ", a + _LONGEST // 2, a + _LONGEST), text.rfind("\n", a + _LONGEST // 2, a + _LONGEST))
                + 1
                or a + _LONGEST
            )
            stretches.append((a, cut))
            a = cut
            while a < b and text[a].isspace():
                a += 1
        if a < b:
            stretches.append((a, b))
        at = stop
    return [(a, a + len(text[a:b].rstrip())) for a, b in stretches]


def sentences(document: Document, traits: Traits) -> tuple[Sentence, ...]:
    """The sentences of every block that is read, with their tokens, in reading order."""
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        if block.kind not in READ_KINDS:
            continue
        for start, end in _cuts(document.text, block.start, block.end, traits):
            tokens = tuple(tokenize(document.text, start, end, traits))
            if tokens:
                found.append(Sentence(len(found), start, end, number, block.kind, tokens))
    return tuple(found)
