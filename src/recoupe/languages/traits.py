"""Traits: how a language is written (apostrophes, hyphens, abbreviations, quotation marks, sentence ends)."""

import re
from dataclasses import dataclass, field

from recoupe.languages.tables import Table

_FLAGS = ("open_clauses", "trailing_speakers", "bare_nouns")


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
    before_number: frozenset[str]
    """Of these, the ones that are whole words unless a number follows (« No. 5 », but « he said no. »)."""
    before_letter: frozenset[str]
    """Folded words behind which a single letter is a name by itself, and no initial (« écrit sur X. Le ministre … »)."""
    quote_pairs: tuple[tuple[str, str], ...]
    """Opening and closing marks."""
    open_clauses: bool
    """Whether a clause may be said without a word that opens it (« said the town had fallen »)."""
    trailing_speakers: bool
    """Whether who speaks may stand before the verb behind what is said (« “…”, the mayor said »)."""
    bare_nouns: bool
    """Whether a noun phrase may begin without an article (« accused rebels of … »)."""
    hung: re.Pattern[str] | None
    """Matches, at the end of a word, what an apostrophe hangs on to it (« 's », « n't »)."""
    starters: frozenset[str]
    """Folded words that begin a sentence behind an abbreviation with full stops inside it (« in the U.S. The … »)."""
    read_as: dict[str, str] = field(hash=False)
    """Words as written, with the fold of the word they stand for: capitals without their accent (« A Gao » is « À
    Gao »), short forms (« n't » is « not »)."""

    @classmethod
    def load(cls, table: Table) -> "Traits":
        """The traits in `traits.toml`; raises DataError on an unknown key or a wrong type."""
        table.only(
            "name",
            "direction",
            "elisions",
            "clitics",
            "abbreviations",
            "before_number",
            "before_letter",
            "quotes",
            "hung",
            "starters",
            "read_as",
            *_FLAGS,
        )
        elisions, clitics = table.words("elisions", optional=True), table.words("clitics", optional=True)
        hung = table.words("hung", optional=True)
        return cls(
            name=table.text("name"),
            direction=table.text("direction"),
            elision=re.compile(f"(?:{'|'.join(map(re.escape, elisions))})['’ʼ]", re.IGNORECASE) if elisions else None,
            clitic=re.compile(f"-(?:t[-'’])?(?:{'|'.join(map(re.escape, clitics))})$", re.IGNORECASE)
            if clitics
            else None,
            abbreviations=frozenset(table.words("abbreviations", optional=True)),
            before_number=frozenset(table.words("before_number", optional=True)),
            before_letter=frozenset(table.words("before_letter", optional=True)),
            quote_pairs=tuple((pair[0], pair[-1]) for pair in table.words("quotes")),
            hung=re.compile("(?:" + "|".join(hung).replace("'", "['’]") + ")$", re.IGNORECASE) if hung else None,
            open_clauses=bool(table.data.get("open_clauses")),
            trailing_speakers=bool(table.data.get("trailing_speakers")),
            bare_nouns=bool(table.data.get("bare_nouns")),
            starters=frozenset(table.words("starters", optional=True)),
            read_as=dict(pair.split() for pair in table.words("read_as", optional=True)),
        )
