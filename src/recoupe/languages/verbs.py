"""Verbs: which words of a text are forms of a verb, and of which."""

from collections.abc import Iterable
from types import ModuleType

from recoupe.languages.morphology import Form

Analyses = tuple[tuple[str, Form], ...]


class VerbIndex:
    """From a folded word to the verbs it can be a form of. Built once a pack from infinitives."""

    def __init__(self, lemmas: Iterable[str], morphology: ModuleType, auxiliaries: Iterable[str]) -> None:
        self.auxiliaries = frozenset(auxiliaries)
        self._lemmas, self._forms = self.auxiliaries.union(lemmas), morphology.forms
        index: dict[str, Analyses] = {}
        finite, participles, imperfect = set[str](), set[str](), set[str]()
        helping: dict[str, set[str]] = {}
        for lemma in sorted(self._lemmas):
            helps = lemma in self.auxiliaries
            for form in self._forms(lemma):
                word = form.text
                index[word] = (*index.get(word, ()), (lemma, form))  # most words are one form of one verb
                if form.person == 3 and form.finite:
                    finite.add(word)
                if form.tense == "past" and form.mood == "participle":
                    participles.add(word)
                if helps:
                    helping.setdefault(word, set()).add(lemma)
                    if form.tense == "imperfect" and form.person == 3:  # « avions » are planes
                        imperfect.add(word)
        self._index = index
        self._participles, self._auxiliaries = participles, {word: frozenset(of) for word, of in helping.items()}
        self.finite_words = frozenset(finite)
        """Folded words that can be a finite form in the third person."""
        self.imperfect_auxiliaries = frozenset(imperfect)
        """Folded forms of the third person that tell of what was over (« avait », « étaient »)."""

    def analyses(self, word: str) -> Analyses:
        """The (infinitive, form) pairs that the folded `word` can be; empty when it is no known verb."""
        return self._index.get(word, ())

    def finite(self, word: str) -> bool:
        """Whether the folded `word` can be a finite form in the third person."""
        return word in self.finite_words

    def is_auxiliary(self, word: str) -> bool:
        """Whether the folded `word` is a form of an auxiliary."""
        return word in self._auxiliaries

    def is_form_of(self, word: str, auxiliary: str) -> bool:
        """Whether the folded `word` is a form of that auxiliary."""
        return word in self._auxiliaries and auxiliary in self._auxiliaries[word]

    def is_past_participle(self, word: str) -> bool:
        """Whether the folded `word` can be a past participle."""
        return word in self._participles

    def is_infinitive(self, word: str) -> bool:
        """Whether the word is the infinitive of a verb of the index."""
        return any(form.mood == "infinitive" for _, form in self.analyses(word))

    def words_of(self, lemmas: Iterable[str]) -> frozenset[str]:
        """The folded words that can be a form of one of `lemmas`."""
        return frozenset(form.text for lemma in self._lemmas.intersection(lemmas) for form in self._forms(lemma))
