"""Openings: what stands in front of a paragraph and is no part of what it says: a bullet, the time of a live page, « [Mise à jour] »."""

import re
from collections.abc import Mapping
from dataclasses import replace

from recoupe.languages.pack import LanguagePack
from recoupe.model.annotation import Sentence

_REACH = 60
"""Characters that all of it has, at most."""
_MARK = r"[-–—•·*►▶→‣◦▪■●✓]\s+"
_CLOCK = r"\d{1,2} ?[h:] ?\d{2}"
_BEHIND = r"(?=[^\W\da-zß-ÿ_]|[«\"“])"
"""A capital or a quotation mark: where the paragraph itself begins."""
_OPENING = re.compile(
    rf"(?:{_MARK}|[\[(] ?{_CLOCK} ?[\])]\s*(?:[-–—|:]\s*)?|{_CLOCK}\s*(?:[-–—|/]\s*)?{_BEHIND}|\[[^\[\]\n]{{2,40}}\]\s*{_BEHIND})+"
)
_PLACED = re.compile(rf"\([^\W\da-zß-ÿ_][^()\n\d]{{2,30}}\)\s+{_BEHIND}")
_LAND = re.compile(r" \([^\W\da-zß-ÿ_][^()\n\d]{2,30}\)(?=\s+[-–—]\s)")
_DASH = re.compile(rf"\s+[-–—]\s+(?={_BEHIND[3:-1]}|\d)")
_DASH_AGAIN = re.compile(r"\s[-–—]\s")
_LABEL = re.compile(r"(\w{4,12})\s*[-–—|:]\s+")


def behind_opening(sentence: Sentence, text: str, pack: LanguagePack, towns: Mapping[int, int]) -> Sentence:
    """The sentence, which opens its block, from where what it says begins; itself where nothing stands in front of that.

    `text` is the whole document's; `towns`: by where in it the name of a place or a state begins, where it ends. A date or a town
    with an agency is cut off before, as a dateline.
    """
    head = text[sentence.start : min(sentence.end, sentence.start + _REACH)]
    found = _OPENING.match(head)
    start = found.end() if found is not None else 0
    label = _LABEL.match(head, start)
    if label is not None and label.group(1).isupper() and label.group(1).casefold() in pack.words.flags:
        start = label.end()  # « URGENT - Dix morts … »
    start = start or _behind_town(sentence, text, towns)
    first = sentence.first_at(sentence.start + start)
    if not 0 < first < len(sentence.tokens):
        return sentence
    return replace(sentence, start=sentence.tokens[first].start, tokens=sentence.tokens[first:])


def _behind_town(sentence: Sentence, text: str, towns: Mapping[int, int]) -> int:
    """How many characters a town in brackets or before a dash takes that only says where the news was sent from (« (Bogota) Sept … »,
    « Kaboul - Une explosion … »); 0 for none, as where a second dash closes an aside (« Kiev – comme Moscou – affirme »)."""
    placed = _PLACED.match(text, sentence.start, sentence.end)
    if placed is not None:
        return placed.end() - sentence.start
    end = towns.get(sentence.start)
    if end is not None and (land := _LAND.match(text, end, sentence.end)) is not None:
        end = land.end()  # « Kano (Nigeria) - Sept … »
    found = _DASH.match(text, end, sentence.end) if end is not None else None
    again = found is not None and _DASH_AGAIN.search(text, found.end(), sentence.end) is not None
    return found.end() - sentence.start if found is not None and not again else 0
