"""The forms of English nouns that data cannot list: their plurals."""

_IRREGULAR = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "wife": "wives", "life": "lives", "leaf": "leaves", "half": "halves", "thief": "thieves", "knife": "knives",
    "wolf": "wolves", "spokesperson": "spokespersons", "passer-by": "passers-by", "runner-up": "runners-up",
    "chairperson": "chairpersons",
}  # fmt: skip
_FIXED = frozenset({"aircraft", "series", "personnel", "police", "people", "staff", "headquarters", "press", "media"})
# the first part takes the plural: « attorneys general », « sergeants major »
_HEADED = frozenset({"attorney general", "sergeant major", "secretary-general", "attorney-general", "governor-general"})
_REGULAR = ("human", "german", "roman", "ottoman", "shaman", "talisman")


def plural(noun: str) -> str:
    """The plural of a noun: « deputy » → « deputies », « spokeswoman » → « spokeswomen », « aide-de-camp » → « aides-de-camp ».

    A phrase takes it on its last word, or on the one before its first preposition (« chiefs of staff »).
    """
    if noun in _HEADED:
        first, _, last = noun.replace("-", " ").partition(" ")
        return _plain(first) + noun[len(first)] + last
    for joint in (" of ", " in ", " for ", " to ", "-in-", "-de-"):
        head, found, tail = noun.partition(joint)
        if found:
            return plural(head) + found + tail
    at = max(noun.rfind(" "), noun.rfind("-")) + 1
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    return noun[:at] + _plain(noun[at:])


def _plain(noun: str) -> str:
    if noun in _FIXED or not noun:
        return noun
    for ending, changed in () if noun.endswith(_REGULAR) else _IRREGULAR.items():
        if noun == ending or (ending in ("man", "woman", "child") and noun.endswith(ending)):
            return noun[: -len(ending)] + changed
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"
