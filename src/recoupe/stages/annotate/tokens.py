"""Tokens: words, numbers and marks with their offsets."""

import re

from recoupe.languages.traits import Traits
from recoupe.model.annotation import Token
from recoupe.text import fold_word

_TOKEN = re.compile(
    r"""
    (?=\S)(?:                                                               # white space is passed over at once
      [A-Za-zÀ-ÖØ-öø-ÿ]++(?=[\s,;)»])                                       # most words and marks, found first
    | [,.](?=\s)
    | (?:https?://|www\.)[^\s<>«»"”]+                                        # addresses
    | [^\W_][\w\-]*\.(?:com|net|org|info|tv|cd|fr|bf|ml|cm|sn|td|eu|uk|COM|NET|ORG|INFO|TV|CD|FR)(?![\w’'])  # actualite.cd
    | \d{1,3}(?:[\ \u00a0\u202f\u2009.’']\d{3}|\n000)+(?:,\d+)?(?![\d\w])      # 16 500, 16.500, 1 250,5; 5 000 cut at a line's end
    | \d+(?:[.,:/]\d+)*(?:[^\W\d_]+(?:\d+)?)?                                 # 2017, 28.05.2017, 8h05, 25e, 1,5
    | [^\W\d_]\.(?:-?[^\W\d_]\.)+                                             # J.-C., O.N.U.
    | [^\W\d_]{1,2}['’ʼ](?=[\s«"“])                                            # l’ « opacité »
    | [^\W\d_][^\W_]*(?:['’ʼ\-‑\u0027][^\W_]+)*\d*                            # words, with apostrophes and hyphens, F-16
    | \.{2,}|…
    | [^\w\s]
    | _+
    )
    """,
    re.VERBOSE,
)

_new = tuple.__new__
"""Makes a Token of its fields without the call that unpacks them: the reader makes one for each word."""


def tokenize(text: str, start: int, end: int, traits: Traits) -> list[Token]:
    """The tokens of `text[start:end]`, in order; offsets are into `text`.

    « l'armée » is two tokens, « army's » too, « a-t-il » is « a » and « -t-il », « 16 500 » is one. White space belongs to no token.
    """
    tokens: list[Token] = []
    add = tokens.append
    elision, clitic, hanging, read_as = traits.elision, traits.clitic, traits.hung, traits.read_as
    stop, find = start, text.find
    straight = text.find("ʼ", start, end) < 0
    for word in _TOKEN.findall(
        text, start, end
    ):  # the words alone, each found again right there, cost less than matches
        at = find(word, stop)
        stop = at + len(word)
        if (
            not (word.isalpha() and (straight or "ʼ" not in word))
            and stop - at > 1
            and not word[0].isdigit()
            and word not in read_as
        ):
            while elision and ("'" in word or "’" in word or "ʼ" in word):
                cut = elision.match(word)
                # « N'Djamena », « M'Bera »: what ne, me and te lean on is never a capitalised word
                if cut is None or cut.end() == len(word) or (cut.end() == 2 and word[0] in "NMT" and word[2].isupper()):
                    break
                add(_new(Token, (at, at + cut.end(), word[: cut.end()], fold_word(word[: cut.end()]))))
                at += cut.end()
                word = word[cut.end() :]
            if clitic and "-" in word:
                hung = clitic.search(word)
                if hung and hung.start() > 0 and word[0].islower() | (at == start) | word[0].isupper():
                    mid = at + hung.start()
                    add(_new(Token, (at, mid, text[at:mid], fold_word(text[at:mid]))))
                    at, word = mid, text[mid:stop]
            if hanging and ("'" in word or "’" in word):
                if word[-1] in "'’":  # « go’ »: a mark of its own, for nothing is cut off before it
                    add(_new(Token, (at, stop - 1, word[:-1], fold_word(word[:-1]))))
                    at, word = stop - 1, word[-1]
                elif (cut := hanging.search(word)) is not None and cut.start() > 0:
                    mid = at + cut.start()
                    add(_new(Token, (at, mid, word[: cut.start()], fold_word(word[: cut.start()]))))
                    at, word = mid, text[mid:stop]
        add(_new(Token, (at, stop, word, read_as[word] if word in read_as else fold_word(word))))
    return tokens
