"""The forms of French nouns that data cannot list: their plurals."""

# first parts of compounds that stay as they are, and those that take the plural with the last part
_FIXED = frozenset({"porte", "co-porte", "après", "ex", "vice", "sous", "contre", "garde", "demi"})
_AGREEING = frozenset(
    {
        "haut", "haute", "lieutenant", "lieutenante", "médecin", "envoyé", "général", "brigadier", "colonel",
        "commissaire", "enseignant", "enseignante", "chef", "contrôleur",
    }
)  # fmt: skip


def plural(noun: str) -> str:
    """The plural of a noun: « général » → « généraux », « porte-parole » → « porte-parole ».

    « haut-commissaire » → « hauts-commissaires ».
    """
    first, joint, last = noun.rpartition("-")
    if not joint:
        return _plain(noun)
    if first in _FIXED:
        return noun if last == "parole" else f"{first}-{_plain(last)}"
    return f"{plural(first) if first in _AGREEING else first}-{_plain(last)}"


def _plain(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun != "bal":
        return noun[:-2] + "aux"
    return noun + ("x" if noun.endswith(("au", "eu")) else "s")
