"""The forms of French nouns that data cannot list: their plurals."""

_AUX = ("al", "eau", "eu")


def plural(noun: str) -> str:
    """The plural of a noun: « général » → « généraux », « porte-parole » → « porte-parole », « haut-commissaire » → « hauts-commissaires »."""
    head, joint, last = noun.rpartition("-")
    if joint and head in ("porte", "co-porte", "après", "ex", "vice", "sous", "contre", "garde", "demi"):
        return noun if last == "parole" else f"{head}-{_plain(last)}"
    if joint:
        return f"{plural(head)}-{_plain(last)}" if head.split("-")[0] in _AGREEING else f"{head}-{_plain(last)}"
    return _plain(noun)


_AGREEING = frozenset(
    "haut haute lieutenant lieutenante médecin envoyé général brigadier colonel commissaire enseignant enseignante chef contrôleur".split()
)


def _plain(noun: str) -> str:
    if noun.endswith(("s", "x", "z")):
        return noun
    if noun.endswith("al") and noun != "bal":
        return noun[:-2] + "aux"
    if noun.endswith(_AUX):
        return noun + "x"
    return noun + "s"
