"""Traits: how a language is written (apostrophes, hyphens, abbreviations, quotation marks, sentence ends)."""

import re
from dataclasses import dataclass, field

from recoupe.languages.tables import Table


@dataclass(frozen=True, slots=True)
class Traits:
    """How the language is written."""

    name: str
    """The language's name in English."""
    direction: str
    """`ltr` or `rtl`."""
    elision: re.Pattern[str] | None
    """Matches, at the start of a word, what an apostrophe cuts off (« l' », « qu' »)."""
    clitic: re.Pattern[str] | None
    """Matches, at the end of a word, what inversion hangs on to a verb (« -t-il »)."""
    abbreviations: frozenset[str]
    """Folded words whose full stop ends no sentence (« m », « gén »)."""
    quote_pairs: tuple[tuple[str, str], ...]
    """Opening and closing marks."""
    bare: dict[str, str] = field(hash=False)
    """Capitals written without their accent, with the fold of the word they stand for (« A Gao » is « À Gao »)."""

    @classmethod
    def load(cls, table: Table) -> "Traits":
        """The traits in `traits.toml`; raises DataError on an unknown key or a wrong type."""
        table.only("name", "direction", "elisions", "clitics", "abbreviations", "quotes", "bare")
        elisions, clitics = table.words("elisions", optional=True), table.words("clitics", optional=True)
        return cls(
            name=table.text("name"),
            direction=table.text("direction"),
            elision=re.compile(f"(?:{'|'.join(map(re.escape, elisions))})['’ʼ]", re.IGNORECASE) if elisions else None,
            clitic=re.compile(f"-(?:t-)?(?:{'|'.join(map(re.escape, clitics))})$", re.IGNORECASE) if clitics else None,
            abbreviations=frozenset(table.words("abbreviations", optional=True)),
            quote_pairs=tuple((pair[0], pair[-1]) for pair in table.words("quotes")),
            bare={pair[0]: pair[-1] for pair in table.words("bare", optional=True)},
        )
