"""Cardinals and ordinals: bare numbers in digits, words, and both together."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from recoupe.languages.number_words import Composition, NumberWords
from recoupe.model.annotation import Token

# 16 500 | 16.500,5 | 1,200,000.5 | 1,5 | 12 ; then letters (25e, 10k, 2millions)
_DIGITS = re.compile(
    r"(?P<groups>\d{1,3}(?:[ .']\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|\d+(?:[.,]\d+)?)(?P<letters>[^\W\d_]*)"
)
_ROMAN = re.compile(r"([IVX]+)(?:e|er|re|ème|è)")
_THOUSAND = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_LARGE = 1000


class Cardinal(NamedTuple):
    """A bare number."""

    value: float
    end: int
    """Index of the first token after it."""
    ordinal: bool
    scale: float
    """What its last word multiplied by (« 3 millions »: 1000000), 1 for none."""
    digits: str
    """The digits as written when it begins with digits, else nothing."""


def cardinal(tokens: Sequence[Token], at: int, words: NumberWords) -> Cardinal | None:
    """The number that begins with `tokens[at]`, as long as it goes; None when none does or the sentence has ended."""
    if at >= len(tokens):
        return None
    fold = tokens[at].fold
    if fold[0].isdigit():
        found = _from_digits(tokens, at, words)
    elif fold in words.composition.values or fold in words.ordinals or "-" in fold:
        found = _from_words(tokens, at, words)
        if found and found.end == at + 1 and fold in words.composition.never_alone:
            return None
    else:
        return _roman(tokens[at], at)
    return _with_half(tokens, found, words.composition) if found and not found.ordinal else found


def _from_digits(tokens: Sequence[Token], at: int, words: NumberWords) -> Cardinal | None:
    match = _DIGITS.fullmatch(tokens[at].fold.replace("\n", " "))  # « 5 000 » cut at a line's end
    if match is None:
        return None
    written, letters = match.group("groups", "letters")
    end, scale = at + 1, 1.0
    values = words.composition.values
    if letters:
        own = tokens[at].text[len(tokens[at].text) - len(letters) :]
        if letters in words.ordinal_suffixes:
            return Cardinal(_value(written, True), end, True, 1.0, written)
        scale = float(words.composition.letters.get(own) or values.get(letters, 0))
        if scale < _LARGE:
            return None
    elif end + 1 < len(tokens) and tokens[end + 1].fold in words.of_ones:
        apart = float(words.composition.letters.get(tokens[end].text, 0))  # « 1,2 M de déplacés »
        end, scale = (end + 1, apart) if apart >= _LARGE else (end, scale)
    if end + 1 < len(tokens) and tokens[end].text == "-" and values.get(tokens[end + 1].fold, 0) >= _LARGE:
        end += 1  # « a 150-thousand crowd »
    while end < len(tokens) and values.get(tokens[end].fold, 0) >= _LARGE:
        scale *= values[tokens[end].fold]
        end += 1
    value = round(_value(written, scale == 1.0) * scale, 6)
    if value == float("inf"):
        return None
    if scale >= 1e6 and end < len(tokens) and not letters:
        rest = _rest(tokens, end, words)
        if rest and rest.value < scale:
            return Cardinal(value + rest.value, rest.end, False, rest.scale, written)
    return Cardinal(value, end, False, scale, written)


def _rest(tokens: Sequence[Token], at: int, words: NumberWords) -> Cardinal | None:
    """What may follow « 3 millions »: « 500 000 », « 200 mille », « deux cent mille », but not « 3 blessés »."""
    fold = tokens[at].fold
    if not (fold[0].isdigit() or fold in words.composition.values):
        return None
    found = _from_digits(tokens, at, words) if fold[0].isdigit() else _from_words(tokens, at, words)
    return found if found and not found.ordinal and found.value >= _LARGE else None


def _value(written: str, grouped: bool) -> float:
    """The value of digits; three of them after a comma or full stop are thousands, unless a scale word follows."""
    if _THOUSAND.fullmatch(written):
        return float(re.sub("[.,]", "" if grouped else ".", written))
    plain = written.replace(" ", "").replace("'", "")
    if plain.count(",") > 1:
        return float(plain.replace(",", ""))
    if "," in plain:
        return float(plain.replace(".", "").replace(",", "."))
    # one full stop that groups no thousands is a decimal point
    if plain.count(".") == 1 and not _THOUSAND.fullmatch(plain):
        return float(plain)
    return float(plain.replace(".", ""))


def _roman(token: Token, at: int) -> Cardinal | None:
    text = token.text
    if text[0] not in "IVX":
        return None
    match = _ROMAN.fullmatch(text)
    if match is None:
        return None
    ones = [{"I": 1, "V": 5, "X": 10}[c] for c in match.group(1)]
    value = sum(-n if n < max(ones[i:]) else n for i, n in enumerate(ones))
    return Cardinal(float(value), at + 1, True, 1.0, "")


class _Atom(NamedTuple):
    value: int
    """-1 for « et »."""
    end: int
    """Index of the token after it when it is the last of its token, else 0: a number ends between tokens."""
    ordinal: bool
    joined: bool
    """Whether a hyphen joins it to what stands before."""


def _atoms(tokens: Sequence[Token], at: int, words: NumberWords) -> list[_Atom]:
    """The number words from `tokens[at]` on, cut at hyphens, compounds read as one."""
    values, joints, ordinals = words.composition.values, words.composition.joints, words.ordinals
    parts: list[tuple[str, int, bool]] = []
    opening = words.composition.opening
    for index in range(at, len(tokens)):
        fold = tokens[index].fold
        if parts and fold in opening:
            break
        if fold in values or fold in joints or fold in ordinals:
            parts.append((fold, index + 1, False))
            continue
        pieces = fold.split("-") if "-" in fold else ()
        if not pieces or not all(p in values or p in joints or p in ordinals for p in pieces):
            break
        parts.extend((p, index + 1 if n == len(pieces) - 1 else 0, n > 0) for n, p in enumerate(pieces))
    atoms: list[_Atom] = []
    i = 0
    while i < len(parts):
        word, end, joined = parts[i]
        pair = words.composition.compounds.get((word, parts[i + 1][0])) if i + 1 < len(parts) else None
        if pair is not None:
            atoms.append(_Atom(pair, parts[i + 1][1], False, joined))
            i += 2
            continue
        ordinal = word not in values and word in ordinals
        atoms.append(_Atom(-1 if word in joints else ordinals[word] if ordinal else values[word], end, ordinal, joined))
        i += 1
    # « quatre-vingtième »: the compound's last word is an ordinal
    return _compound_ordinals(atoms, words)


def _compound_ordinals(atoms: list[_Atom], words: NumberWords) -> list[_Atom]:
    if not any(atom.ordinal for atom in atoms):
        return atoms
    found: list[_Atom] = []
    compounds = {
        (words.composition.values[a], words.composition.values[b]): v
        for (a, b), v in words.composition.compounds.items()
    }
    for atom in atoms:
        value = compounds.get((found[-1].value, atom.value)) if found and atom.ordinal else None
        if value is not None:
            found[-1] = _Atom(value, atom.end, True, found[-1].joined)
        else:
            found.append(atom)
    return found


def _from_words(tokens: Sequence[Token], at: int, words: NumberWords) -> Cardinal | None:
    how = words.composition
    atoms = _atoms(tokens, at, words)
    total, hundreds, tail = 0.0, 0, 0
    room, lowest, scale = 100, float("inf"), 1.0
    best: Cardinal | None = None
    i = 0
    while i < len(atoms):
        value, end, ordinal, _ = atoms[i]
        if value < 0:
            scaled = bool(i) and atoms[i - 1].value >= 100
            if not i or i + 1 >= len(atoms) or not _may_join(atoms[i + 1], room, how, scaled=scaled):
                break
            i += 1
            continue
        if value < 100:
            if value >= room or (value == 0 and i > 0):
                break
            tail += value
            room = 0 if value < 20 else 20 if value in how.takes_teens else 10
            scale = 1.0
        elif value == 100:
            if hundreds or (not how.one_hundred and (tail == 1 or tail >= 20)) or (room < 100 and not tail):
                break
            hundreds, tail, room = 100 * (tail or 1), 0, 100
            scale = 1.0
        else:
            group = hundreds + tail
            if value < lowest and (group or value == _LARGE):
                total += (group or 1) * value
            elif value > lowest and total + group > 0:
                total = (total + group) * value
            else:
                break
            lowest, hundreds, tail, room, scale = value, 0, 0, 100, float(value)
        if end:
            best = Cardinal(total + hundreds + tail, end, ordinal, scale, "")
        if ordinal:
            break
        i += 1
    return _with_decimals(tokens, best, words) if best else None


def _may_join(after: _Atom, room: int, how: Composition, *, scaled: bool) -> bool:
    """Whether « et » goes on with the number: vingt et un, soixante et onze, cent-et-un, two hundred and five."""
    if scaled and how.joint_after_scale and 0 < after.value < 100 and not after.ordinal:
        return True
    return after.joined or (after.value in how.after_joint and after.value < room < 100)


def _with_decimals(tokens: Sequence[Token], found: Cardinal, words: NumberWords) -> Cardinal:
    """`found` with « virgule cinq » after it, and the scale after that (« deux virgule cinq millions »)."""
    end = found.end
    if end + 1 >= len(tokens) or tokens[end].fold not in words.composition.decimal or found.ordinal:
        return found
    zeros, at = 0, end + 1
    while at < len(tokens) and words.composition.values.get(tokens[at].fold) == 0:
        zeros, at = zeros + 1, at + 1
    values = words.composition.values
    if at >= len(tokens) or not 0 < values.get(tokens[at].fold.partition("-")[0], 0) < 100:
        return found
    atoms_end = at + 1
    while atoms_end < len(tokens) and 0 < values.get(tokens[atoms_end].fold.partition("-")[0], 0) < 100:
        atoms_end += 1
    part = _from_words(tokens[at:atoms_end], 0, words)
    if part is None:
        return found
    value, end = float(f"{found.value:.0f}.{'0' * zeros}{part.value:.0f}"), at + part.end
    scale = 1.0
    while end < len(tokens) and values.get(tokens[end].fold, 0) >= _LARGE:
        scale *= values[tokens[end].fold]
        end += 1
    return Cardinal(round(value * scale, 6), end, False, scale, "")


def _with_half(tokens: Sequence[Token], found: Cardinal, how: Composition) -> Cardinal:
    """`found` with « et demi » after it: half of what its last word stands for."""
    end = found.end
    if end + 1 >= len(tokens) or tokens[end].fold not in how.joints:
        return found
    end += 1 + (tokens[end + 1].fold in how.opening)  # « two and a half million »
    if end >= len(tokens) or tokens[end].fold not in how.half:
        return found
    value, scale = found.value + found.scale / 2, found.scale
    while end + 1 < len(tokens) and scale == 1 and how.values.get(tokens[end + 1].fold, 0) >= _LARGE:
        scale, end = float(how.values[tokens[end + 1].fold]), end + 1
    return found._replace(value=value * (scale / found.scale), end=end + 1, scale=scale)
