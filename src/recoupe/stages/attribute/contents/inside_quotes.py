"""Inside quotes: a cue set into a quotation that goes on behind it (« « J'ai couru, raconte un cadet. Ils tiraient. » »)."""

from recoupe.model.annotation import Quote
from recoupe.stages.attribute.contents.contents import Quotes
from recoupe.stages.attribute.words.groups import Group
from recoupe.stages.attribute.words.line import Line
from recoupe.stages.attribute.words.marks import CLOSING, OPENING

_LONGEST_ADDRESS = 14
"""Words of whom and where somebody told it, behind who speaks, at most."""
_PAUSES = frozenset(",.")


def set_in(line: Line, quotes: Quotes, group: Group, comma: int) -> bool:
    """Whether the verb behind the comma cannot be the quoted speaker's own: he says « je », or of several what the verb
    says of one.

    « « Nous dormons dehors, explique un tisserand. » », not « « L'armée recule, accuse une perte de dix hommes » ».
    """
    holder = quotes.around(line.tokens[comma].start)
    if holder is None:
        return False
    clause = set(line.folds[line.index(holder.inner_start) : comma])
    if not clause.isdisjoint(line.words.own_voice):
        return True
    many = {
        form.number for pronoun, form in line.pack.voices.pronouns.items() if pronoun in clause & line.words.subjects
    }
    return bool(many) and "p" in many and "s" not in many and group.number == "s"


def tells_on(line: Line, holder: Quote, end: int) -> bool:
    """Whether nothing but whom it was told, where and when stands between the source that ends before token `end` and the
    pause that closes the cue (« …, raconte un cadet | à la chaîne Okapi. Ils tiraient. »)."""
    for k in range(end, min(end + _LONGEST_ADDRESS, line.n)):
        if line.folds[k] in _PAUSES:
            return line.tokens[k].start < holder.inner_end
        if line.folds[k] in OPENING or line.folds[k] in CLOSING or line.folds[k] in line.words.relatives:
            return False
        if not line.is_word(k) or line.verb_here(k):
            return False
    return False
