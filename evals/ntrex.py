"""NTREX: 30 news items in four languages, every second sentence dropped: are translations found, and nothing else?

Each item is read from its text alone, as an article is; candidates are proposed by their keys out of one pool of all
items in all languages, and the vectors decide. A pair is right when both are the same item. Two pools are measured:

- *halved*: every version keeps its first, third, fifth … sentence;
- *whole*: one language keeps all, the other three are halved; each language in turn, added up.

*Sentences* are the pairs of sentences within the pairs of documents that were found. In a merged pair every sentence
of the one side stands with every one of the other, so 1 cannot be reached where translators cut sentences otherwise.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from evals.corpora import digest
from evals.measurement import Measurement
from evals.miss import Miss
from evals.predict import read_one
from evals.score import Found, Rate, rate
from recoupe import gazetteers
from recoupe.engines.encoder import Encoder, UseEncoder
from recoupe.languages.key_words import key_words
from recoupe.model.reading import Reading
from recoupe.stages.derive.keys import keys, proposed
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.signs import signs
from recoupe.stages.derive.translation import Side, sentences, translated

LANGUAGES = ("ar", "en", "fr", "ru")
Version = tuple[str, str]
"""Item and language."""


@dataclass(frozen=True)
class Text:
    """One version of an item, ready to be compared."""

    side: Side
    keys: frozenset[int]
    numbers: tuple[int, ...]
    """For each passage which sentence of the item it is of."""


@dataclass
class Tally:
    """Counts over one or more pools."""

    documents: Found = field(default_factory=Found)
    sentences: Found = field(default_factory=Found)
    proposed: int = 0
    misses: list[Miss] = field(default_factory=list)


def measure(folder: Path) -> Measurement:
    """Every rate over the set."""
    items = _items(folder)
    failures: list[str] = []
    read = {every: _read(items, every, failures) for every in (1, 2)}
    texts = _texts(read, UseEncoder())
    whole, half = texts[1], texts[2]
    halved, against = Tally(), Tally()
    _measure(half, "halved", halved)
    for language in LANGUAGES:
        pool = {version: text for version, text in half.items() if version[1] != language}
        pool |= {version: text for version, text in whole.items() if version[1] == language}
        _measure(pool, f"whole {language}", against)
    rates: dict[str, Rate] = {}
    counts: dict[str, int] = {}
    for name, tally in (("halved", halved), ("whole", against)):
        wanted = tally.documents.found + tally.documents.missed
        shares = tally.documents.rates()
        rates |= {
            f"{name} f1": tally.documents.f1,
            f"{name} precision": shares["precision"],
            f"{name} recall": shares["recall"],
            f"{name} proposed": rate(tally.proposed, wanted),
            f"{name} sentences f1": tally.sentences.f1,
        }
        counts |= dict.fromkeys(list(rates)[-5:], wanted)
        counts[f"{name} sentences f1"] = tally.sentences.found + tally.sentences.missed
    files = [folder / f"{language}.tsv" for language in LANGUAGES]
    misses = (*halved.misses, *against.misses)
    return Measurement("ntrex", "mul", digest(files), rates, counts, misses, tuple(failures))


def _items(folder: Path) -> dict[Version, list[str]]:
    items: dict[Version, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for line in (folder / f"{language}.tsv").read_text("utf-8").splitlines():
            item, said = line.split("\t")
            items[item, language].append(said)
    return dict(items)


def _read(items: Mapping[Version, Sequence[str]], every: int, failures: list[str]) -> dict[Version, Profile]:
    """The versions that could be read, of each its first sentence and every so many-th after it."""
    profiles = {}
    for version, said in items.items():
        reading = read_one("-".join(version) + ".txt", "\n".join(said[::every]).encode())
        if isinstance(reading, Reading):
            profiles[version] = Profile(reading)
        else:
            failures.append(f"ntrex {' '.join(version)}: {reading}")
    return profiles


def _texts(read: Mapping[int, Mapping[Version, Profile]], encoder: Encoder) -> dict[int, dict[Version, Text]]:
    """All that was read, each distinct sentence encoded once."""
    said = sorted({sentence for part in read.values() for profile in part.values() for sentence in sentences(profile)})
    vectors = encoder.encode(said)
    row = {sentence: n for n, sentence in enumerate(said)}
    texts: dict[int, dict[Version, Text]] = {}
    for every, part in read.items():
        texts[every] = {}
        for version, profile in part.items():
            words = key_words(profile.document.language)
            found = signs(profile, words, gazetteers.load())
            side = Side(profile, found, vectors[[row[sentence] for sentence in sentences(profile)]])
            # The text is the sentences, one a line, so a passage's line tells which sentence it is of.
            text = profile.document.text
            numbers = tuple(every * text.count("\n", 0, passage.start) for passage in profile.passages)
            hashes = frozenset(key.hash for key in keys(found, cased=words.cased))
            texts[every][version] = Text(side, hashes, numbers)
    return texts


def _measure(texts: Mapping[Version, Text], name: str, tally: Tally) -> None:
    wanted = {(a, b) for a, b in combinations(sorted(texts), 2) if a[0] == b[0]}
    candidates = _candidates(texts)
    tally.proposed += len(wanted & candidates)
    found = set()
    for a, b in sorted(candidates):
        translation = translated(texts[a].side, texts[b].side)
        if translation is None:
            continue
        found.add((a, b))
        if a[0] == b[0]:
            left, right = texts[a].numbers, texts[b].numbers
            ours = {(left[pair.a], right[pair.b]) for pair in translation.pairs}
            theirs = {(number, number) for number in {*left} & {*right}}
            tally.sentences += Found(len(ours & theirs), len(theirs - ours), len(ours - theirs))
    tally.documents += Found(len(found & wanted), len(wanted - found), len(found - wanted))
    for kind, pairs in (("missed", wanted - found), ("spurious", found - wanted)):
        for a, b in sorted(pairs):
            cause = f"{a[1]}-{b[1]}" + ("" if (a, b) in candidates else ", not proposed")
            tally.misses.append(Miss(f"ntrex translation {kind}", cause, f"ntrex {name}", "", "", a[0], b[0]))


def _candidates(texts: Mapping[Version, Text]) -> set[tuple[Version, Version]]:
    """The pairs that either side proposes."""
    index: dict[int, list[Version]] = defaultdict(list)
    for version, text in texts.items():
        for key in text.keys:
            index[key].append(version)
    by_name = {"-".join(version): version for version in texts}
    pairs = set()
    for version, text in texts.items():
        found = {key: ["-".join(other) for other in index[key] if other[1] != version[1]] for key in text.keys}
        for name in proposed(found, len(texts)):
            a, b = sorted((version, by_name[name]))
            pairs.add((a, b))
    return pairs
