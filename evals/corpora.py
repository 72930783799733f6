"""Where the texts and the gold of each corpus are, and which of them are at hand.

The project's own corpus is in `samples/`. The others are other people's: they are looked for in the folder that
RECOUPE_SHARED names, else in `../shared` beside the checkout, and are measured only where present.
"""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evals.folders import documents

CHECKOUT = Path(__file__).resolve().parent.parent
OWN = "own"
OWN_ENGLISH = "own en"
POOLED = "pooled"
"""The name under which the corpora of the first language that are annotated in full are measured together."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts (`<stem>.txt`, or a page) and their gold (`<stem>.json`), annotated in full by GUIDELINES.md.

    Offsets of the gold are into what the reader takes for the text: for a page, its article.
    """

    name: str
    language: str
    texts: Path
    gold: Path

    @property
    def at_hand(self) -> bool:
        """Whether both folders are there."""
        return self.texts.is_dir() and self.gold.is_dir()

    def files(self) -> list[Path]:
        """The text of every document that has gold, in order of name."""
        return [self._file(stem) for stem in documents(self.gold)]

    def _file(self, stem: str) -> Path:
        page = self.texts / f"{stem}.html"
        return page if page.is_file() else self.texts / f"{stem}.txt"

    def digest(self) -> str:
        """16 hex digits that change when a text or its gold does."""
        return digest([*self.files(), *sorted(self.gold.glob("*.json"))])


def shared() -> Path:
    """The folder of other people's corpora; it may not be there."""
    return Path(os.environ.get("RECOUPE_SHARED") or CHECKOUT.parent / "shared")


def corpora() -> tuple[Corpus, ...]:
    """Every corpus annotated in full, at hand or not. They share no article, so they may be measured together."""
    samples, folder = CHECKOUT / "samples", shared()
    return (
        Corpus(OWN, "fr", samples / "articles", samples / "truth" / "gold"),
        Corpus("seeds", "fr", folder / "seeds", folder / "gold"),
        Corpus("wikinews", "fr", folder / "wikinews-fr", folder / "gold-wikinews"),
        Corpus(OWN_ENGLISH, "en", samples / "articles", samples / "truth" / "gold-en"),
    )


def popcorn() -> Path:
    """The POPCORN training set: 400 short French reports with people killed and wounded, quantities and dates."""
    return shared() / "data" / "popcorn" / "train.json"


def recognizers() -> Path:
    """The folder of Recognizers-Text's French cases."""
    return shared() / "data" / "recognizers-fr"


def duckling() -> Path:
    """The folder of Duckling's French corpora."""
    return shared() / "data" / "duckling-fr"


def ntrex() -> Path:
    """The folder of NTREX: news documents that people translated into many languages, a segment a line."""
    return shared() / "data" / "ntrex"


def digest(files: Iterable[Path]) -> str:
    """16 hex digits over the names and bytes of the files, in the order given."""
    sha = hashlib.sha256()
    for file in files:
        sha.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return sha.hexdigest()[:16]
