"""Names: a person's name as its owner bears it, whatever its case, and in Latin letters."""

from collections.abc import Collection, Iterator, Sequence
from itertools import product

from recoupe.languages.first import FirstWords


def own_name(name: str, words: FirstWords, written: Collection[str]) -> str:
    """The name without its case; of its possible forms one that stands in `written`, the article's own words, comes first."""
    parts = name.split()
    women = len(parts) > 1 and parts[0].endswith(tuple(ending for ending, _ in words.women))
    return " ".join(_part(part, words.women if women else words.men, written) for part in parts)


def own_names(name: str, words: FirstWords) -> Iterator[str]:
    """The names that `name` may be a case of, itself first."""
    parts = name.split()
    return map(" ".join, product(*((part, *_forms(part, (*words.men, *words.women))) for part in parts)))


def _part(part: str, table: Sequence[tuple[str, str]], written: Collection[str]) -> str:
    forms = _forms(part, table)
    return next((form for form in forms if form in written), forms[0] if forms else part)


def _forms(part: str, table: Sequence[tuple[str, str]]) -> list[str]:
    return [part[: -len(a)] + b for a, b in table if part.endswith(a) and len(part) - len(a) >= 2]


def in_latin(name: str, words: FirstWords) -> str:
    """The name in Latin letters, as the press writes it; as it is where the language's vowels are not written."""
    return " ".join("-".join(_latin(each, words) for each in part.split("-")) for part in name.split())


def _latin(part: str, words: FirstWords) -> str:
    """One word of a name in Latin letters, as the press writes it."""
    folded, tail = part.lower(), ""
    for ending in sorted((k for k in words.latin if k.endswith("$")), key=len, reverse=True):
        if folded.endswith(ending[:-1]):
            folded, tail = folded[: -len(ending) + 1], words.latin[ending]
            break
    written = "".join(words.latin.get(c, c) for c in folded) + tail
    return written[:1].upper() + written[1:] if part[:1].isupper() else written
