"""Grammar: the grammatical words that the reader of reported speech asks for, by what they do (see the comments in
`grammar.toml`)."""

from recoupe.errors import DataError
from recoupe.languages.tables import Table

_CLASSES = [
    "of",
    "of_full",
    "to_full",
    "of_contracted",
    "contracted",
    "that",
    "to",
    "told",
    "by",
    "likewise",
    "ne",
    "negative",
    "been",
    "in_gerund",
    "adverbial_pronouns",
    "objects",
    "accused",
    "before_object",
    "before_verb",
    "conjunction",
    "parting",
    "apart",
    "nobody",
    "asked",
    "accused_of",
    "source_of",
    "beside_accord",
    "joints",
    "joint_marks",
    "clause_joints",
    "whether",
    "questions",
    "impersonal",
    "neuter",
    "not_said",
    "last",
    "demonstratives",
    "this",
    "who",
    "whose",
    "relative_subjects",
    "glosses",
    "resumes",
    "opens_report",
    "weak_openers",
    "strong_openers",
    "before_infinitive",
    "around_infinitive",
    "before",
    "with_infinitive",
    "learned_from",
    "from_two",
    "links",
    "object_openers",
    "after_idiom",
    "time_openers",
    "time_enders",
    "circumstance_heads",
    "insert_heads",
    "tail_heads",
    "skipped_before_source",
    "skipped_before_object",
    "skipped_before_infinitive",
    "not_adverbs",
    "all",
    "before_adverb_noun",
    "indefinite",
    "appositions",
    "possible_complements",
    "located",
    "agent",
    "inside",
    "purpose",
    "feminine_article",
    "purpose_nouns",
    "office_nouns",
    "located_nouns",
    "not_reflexive",
    "infinitive_endings",
    "adverb_endings",
    "time_closers",
    "perfect",
    "plural_articles",
    "singular_articles",
    "definite",
    "ages",
    "facing",
    "without",
    "beforehand",
    "reckoned",
    "taken_up",
    "replies",
    "emotions",
    "origins",
    "facets",
    "as_what",
    "circles",
    "same",
    "anonymous",
]


class Grammar:
    """The classes as attributes, each a frozenset of folded forms; a class that a language does not need is empty."""

    def __init__(self, table: Table) -> None:
        """Raises DataError on an unknown class."""
        table.only(*_CLASSES)
        # plain attributes: the classes are asked for hundreds of times an article
        self.__dict__.update((name, frozenset(table.words(name, optional=True))) for name in _CLASSES)
        self.adverb_suffixes = tuple(sorted(self.adverb_endings))
        """`adverb_endings` as `str.endswith` takes them."""

    def __getattr__(self, name: str) -> frozenset[str]:
        """Called for what is no attribute: only a class that nobody listed."""
        raise DataError(f"the reader asks for the unknown class of words {name!r}")
