"""Verbs: which words of a text are forms of a verb, and of which."""

from collections.abc import Callable, Iterable
from types import ModuleType

from recoupe.languages.morphology import Form
from recoupe.text import fold

Analyses = tuple[tuple[str, Form], ...]


class VerbIndex:
    """From a folded word to the verbs it can be a form of. Built once a pack from infinitives."""

    def __init__(self, lemmas: Iterable[str], morphology: ModuleType, auxiliaries: Iterable[str]) -> None:
        self.auxiliaries = frozenset(auxiliaries)
        index: dict[str, list[tuple[str, Form]]] = {}
        for lemma in sorted(set(lemmas) | self.auxiliaries):
            for form in morphology.forms(lemma):
                index.setdefault(fold(form.text), []).append((lemma, form))
        self._index: dict[str, Analyses] = {word: tuple(found) for word, found in index.items()}
        self._finite = self._words(lambda lemma, form: form.finite and form.person == 3)
        self._auxiliaries = self._words(lambda lemma, form: lemma in self.auxiliaries)
        self._participles = self._words(lambda lemma, form: form.mood == "participle" and form.tense == "past")
        self.imperfect_auxiliaries = self._words(
            lambda lemma, form: form.tense == "imperfect" and lemma in self.auxiliaries
        )
        """Folded forms that tell of what was over (« avait », « étaient »)."""

    def analyses(self, word: str) -> Analyses:
        """The (infinitive, form) pairs that the folded `word` can be; empty when it is no known verb."""
        return self._index.get(word, ())

    def finite(self, word: str) -> bool:
        """Whether the folded `word` can be a finite form in the third person."""
        return word in self._finite

    def is_auxiliary(self, word: str) -> bool:
        """Whether the folded `word` is a form of an auxiliary."""
        return word in self._auxiliaries

    def is_past_participle(self, word: str) -> bool:
        """Whether the folded `word` can be a past participle."""
        return word in self._participles

    def words_of(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The folded words that can be a form of one of `lemmas`."""
        wanted = frozenset(lemmas)
        return self._words(lambda lemma, form: lemma in wanted)

    def _words(self, fits: Callable[[str, Form], bool]) -> frozenset[str]:
        """The folded words of which one analysis fits."""
        return frozenset(w for w, found in self._index.items() if any(fits(lemma, form) for lemma, form in found))
