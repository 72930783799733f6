"""What a pack's `morphology.py` gives: the forms of a verb."""

from typing import Literal, NamedTuple

Mood = Literal["indicative", "conditional", "subjunctive", "imperative", "infinitive", "participle"]
Tense = Literal["present", "imperfect", "past", "future"]


class Form(NamedTuple):
    """One form of a verb. `text` is folded, as the words of a text are when they are looked up; `person` is 1, 2, 3, or 0
    where there is none; `number` is `s`, `p` or empty; `gender` is `m`, `f` or empty."""

    text: str
    mood: Mood
    tense: Tense
    person: int
    number: str
    gender: str

    @property
    def finite(self) -> bool:
        """Whether the form can be a clause's verb by itself."""
        return self.mood in ("indicative", "conditional", "subjunctive")
