"""Copies that were edited at random places, found among everything else: the whole path, from the index to the verdict.

Of every text an edited copy is made: at 20 or 40 % of its words, drawn by lot, a word is replaced by one of another text
in the language, left out, or one is put in. Beside them stand texts that share words and are no copies: two texts with
one long statement between quotation marks in both, and whatever the texts have in common by topic. A pair is right when
it is a text and its copy; every other pair that is found is wrong, but for the relays that the samples hold.
A third rate is of paragraphs of 40 words or more that stand in another text, a tenth of the words changed.
"""

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from evals.corpora import CHECKOUT, digest, ntrex
from evals.measurement import Measurement
from evals.miss import Miss
from evals.score import rate
from recoupe.model.document import READ_KINDS
from recoupe.model.reading import Reading
from recoupe.pipeline import read
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.reuse import reuse
from recoupe.stages.derive.shingles import boilerplate, shingles, standing
from recoupe.store.fingerprints import STANDING, TEXT
from recoupe.store.ledger import Ledger

LANGUAGES = ("ar", "en", "fr", "ru")
_SHARES = (0.2, 0.4)
_BORROWED_CHANGED = 0.1
_BORROWED_WORDS = 40
_STATEMENT_WORDS = 60
_SHORTEST = 60
_SEED = 4
_MARKS = re.compile(r"[«»“”„\"]")


@dataclass(frozen=True, slots=True)
class Text:
    """One text in a language, a paragraph a line; `families` names the texts that it is made of."""

    name: str
    language: str
    families: frozenset[str]
    lines: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(line.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Trial:
    """Texts to compare, and which pairs of them are a text and its copy."""

    measure: str
    texts: tuple[Text, ...]
    copies: frozenset[frozenset[str]]


def measure_samples() -> Measurement:
    """How many edited copies of the samples are found, and how many of the pairs that are found are right."""
    texts, known = samples()
    files = sorted((CHECKOUT / "samples" / "articles").iterdir())
    return _measure("edits", texts, known, files)


def measure_ntrex() -> Measurement:
    """The same of NTREX's documents, each in four languages."""
    return _measure("edits ntrex", ntrex_texts(), frozenset(), sorted(ntrex().glob("*.tsv")))


def samples() -> tuple[list[Text], frozenset[frozenset[str]]]:
    """The samples that are long enough, and the pairs of them that the truth calls relays or that share an origin."""
    folder = CHECKOUT / "samples"
    texts = []
    for file in sorted((folder / "articles").iterdir()):
        reading = read(file.name, file.read_bytes())
        assert isinstance(reading, Reading), file
        document = reading.document
        lines = tuple(document.text[b.start : b.end] for b in document.blocks if b.kind in READ_KINDS)
        texts.append(Text(file.stem, document.language, frozenset((file.stem,)), lines))
    relays = json.loads((folder / "truth" / "relays.json").read_text("utf-8"))["relays"]
    known = {frozenset((relay["from"], relay["to"])) for relay in relays}
    known |= {one ^ other for one in known for other in known if len(one & other) == 1}
    return [text for text in texts if text.words >= _SHORTEST], frozenset(known)


def ntrex_texts() -> list[Text]:
    """NTREX's documents in every language, a segment a line."""
    found = []
    for language in LANGUAGES:
        lines: dict[str, list[str]] = {}
        for row in (ntrex() / f"{language}.tsv").read_text("utf-8").splitlines():
            document, _, line = row.partition("\t")
            lines.setdefault(document, []).append(line)
        found += [
            Text(f"{document}.{language}", language, frozenset((f"{document}.{language}",)), tuple(some))
            for document, some in lines.items()
        ]
    return found


def edited(lines: Sequence[str], share: float, others: Sequence[str], chance: random.Random) -> tuple[str, ...]:
    """`lines` with a `share` of the words replaced, left out, or followed by another one; each as often as the others."""
    found = []
    for line in lines:
        words: list[str] = []
        for word in line.split():
            change = chance.randrange(3) if chance.random() < share else None
            if change != 1:
                words.append(chance.choice(others) if change == 0 else word)
            if change == 2:
                words.append(chance.choice(others))
        found.append(" ".join(words))
    return tuple(found)


def trials(texts: Sequence[Text]) -> Iterator[Trial]:
    """Every text with its copy, by share of changed words; then texts that borrow a paragraph."""
    chance = random.Random(_SEED)
    pools = {
        text.language: [w for t in texts if t.language == text.language for w in " ".join(t.lines).split()]
        for text in texts
    }
    quoting = list(_same_statement(texts))
    for share in _SHARES:
        copies = [
            Text(
                f"{text.name} {share}",
                text.language,
                text.families,
                edited(text.lines, share, pools[text.language], chance),
            )
            for text in texts
        ]
        pairs = frozenset(frozenset((text.name, copy.name)) for text, copy in zip(texts, copies, strict=True))
        yield Trial(f"{share:.0%} of words changed", (*texts, *copies, *quoting), pairs)
    reviews = list(_reviews(texts, pools, chance))
    pairs = frozenset(frozenset((family, review.name)) for review in reviews for family in review.families)
    yield Trial("borrowed paragraphs", (*texts, *reviews), pairs)


def _same_statement(texts: Sequence[Text]) -> Iterator[Text]:
    """Pairs of texts that quote one statement: words of a third text, between quotation marks."""
    for language in LANGUAGES:
        some = [text for text in texts if text.language == language]
        for n, (one, other) in enumerate(pairwise(some)):
            statement = " ".join(_MARKS.sub("", " ".join(some[n - 1].lines)).split()[:_STATEMENT_WORDS])
            for text in (one, other) if n % 2 == 0 else ():
                half = text.lines[: (len(text.lines) + 1) // 2]
                yield Text(f"{text.name} quotes {n}", language, text.families, (*half, f"« {statement} »"))


def _reviews(texts: Sequence[Text], pools: dict[str, list[str]], chance: random.Random) -> Iterator[Text]:
    """Texts with a paragraph of another one in their midst."""
    for language in LANGUAGES:
        some = [text for text in texts if text.language == language]
        for one, other in pairwise(some):
            at, paragraph = len(one.lines) // 2, _paragraph(other)
            if paragraph:
                changed = edited(paragraph, _BORROWED_CHANGED, pools[language], chance)
                lines = (*one.lines[:at], *changed, *one.lines[at:])
                yield Text(f"{one.name} borrows", language, one.families | other.families, lines)


def _paragraph(text: Text) -> tuple[str, ...]:
    """Lines that follow one another, from the second on, of enough words together; none where the text is too short."""
    taken: list[str] = []
    for line in text.lines[1:]:
        taken.append(line)
        if sum(len(some.split()) for some in taken) >= _BORROWED_WORDS:
            return tuple(taken)
    return ()


def found_pairs(texts: Sequence[Text]) -> set[frozenset[str]]:
    """The pairs of names of texts that one ledger full of them takes for relays of shared text."""
    profiles: dict[str, Profile] = {}
    names: dict[str, str] = {}
    for text in texts:
        reading = read(f"{text.name}.txt", "\n\n".join(text.lines).encode())
        assert isinstance(reading, Reading), text.name
        profiles[reading.document.id] = Profile(reading)
        names[reading.document.id] = text.name
    found = set()
    with TemporaryDirectory() as folder, Ledger.open(Path(folder) / "edits.ledger") as ledger:
        for profile in profiles.values():
            ledger.append(profile.reading)
        ledger.index({n: {TEXT: shingles(p), STANDING: standing(p).values()} for n, p in profiles.items()})
        plates = {n: boilerplate(p, ledger.counts(STANDING, standing(p).values())) for n, p in profiles.items()}
        for name, profile in profiles.items():
            for other in ledger.alike(TEXT, shingles(profile), but=name):
                plate = plates[name] | plates[other.document]
                if reuse(profiles[other.document], profile, boilerplate=plate):
                    found.add(frozenset((names[name], names[other.document])))
    return found


def _measure(
    corpus: str, texts: Sequence[Text], known: frozenset[frozenset[str]], files: Sequence[Path]
) -> Measurement:
    def kin(one: frozenset[str], other: frozenset[str]) -> bool:
        return bool(one & other) or any(frozenset((a, b)) in known for a in one for b in other)

    rates, counts, misses = {}, {}, []
    for trial in trials(texts):
        families = {text.name: text.families for text in trial.texts}
        found = found_pairs(trial.texts)
        right = found & trial.copies
        others: list[list[str]] = list(map(sorted, found - right))
        wrong = [pair for pair in others if not kin(*(families[name] for name in pair))]
        missed: list[list[str]] = list(map(sorted, trial.copies - found))
        rates[f"{trial.measure}: recall"] = rate(len(right), len(trial.copies))
        rates[f"{trial.measure}: precision"] = rate(len(right), len(right) + len(wrong))
        counts[f"{trial.measure}: recall"] = len(trial.copies)
        for kind, pairs in (("copy not found", missed), ("pair taken for a copy", wrong)):
            misses += [Miss(kind, trial.measure, corpus, "", "", "", " | ".join(pair)) for pair in sorted(pairs)]
    return Measurement(corpus, "fr", digest(files), rates, counts, tuple(misses))
