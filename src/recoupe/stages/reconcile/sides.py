"""Sides: which state a body belongs to, and whether it speaks for a party that is said to have done the harm."""

import re
from functools import lru_cache

from recoupe import gazetteers
from recoupe.languages.relay_words import relay_words, words_of_names
from recoupe.languages.toll_words import toll_words
from recoupe.text import bare, plain

_WORDS = re.compile(r"[^\W_]+")
_STEM = 5
"""Letters by which « armée israélienne » is known to be of Israel."""
_ORGANS = frozenset(
    {"army", "general", "ministry", "minister", "government", "president", "coalition", "spokesperson", "intelligence"}
)
"""Kinds of bodies that answer for what a state's forces do."""
_OTHERS = frozenset({"health", "hospital", "doctor", "redcross", "ngo", "mayor", "governor", "rescue", "court"})
"""Kinds of bodies that count, of whatever state."""


_NAMES = 1 << 12
"""Names of bodies of which is kept what they say: those of one incident are compared again and again."""


def kinds(words: str, language: str) -> frozenset[str]:
    """What kinds of bodies the words of an article name, a source's or a whole sentence's."""
    table = relay_words(language)
    hits = table.hits(_WORDS.findall(plain(words))) if table is not None else []
    return frozenset(hit.value for hit in hits if hit.kind == "source")


@lru_cache(_NAMES)
def kinds_of_name(name: str, language: str) -> frozenset[str]:
    """The same of a body's name, which may be the English one of a gazetteer. The article's language comes first: « un
    médecin » is not of the UN."""
    found = kinds(name, language)
    if found or toll_words(language).anybody.begin(plain(name)):
        return found
    hits = words_of_names().hits(_WORDS.findall(plain(name)))
    return frozenset(hit.value for hit in hits if hit.kind == "source")


@lru_cache(_NAMES)
def states(name: str) -> frozenset[str]:
    """The codes of the countries that a name names, by adjective, name or capital: « French General Staff » is FR."""
    countries = gazetteers.load().countries
    found = [countries.by_name(name)]
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)?", name)
    for size in (1, 2):
        for at in range(len(words) - size + 1):
            part = " ".join(words[at : at + size])
            found += [countries.by_adjective(part), countries.by_name(part), countries.by_metonym(part)]
    return frozenset(code for code in found if code)


def speaks_for(name: str, party: str, language: str) -> bool:
    """Whether a body is the party, or an organ of the state whose forces it is; `language`: that of the body's words."""
    mine, theirs = (_stems(each) for each in (name, party))
    if theirs and theirs <= mine:
        return True
    what = kinds_of_name(name, language)
    if what & _OTHERS or not what & _ORGANS:
        return False
    own, accused = states(name), states(party)
    if own and accused:
        return bool(own & accused)
    # « l'armée » of an article about the air force of one country is that country's
    return not own and bool(accused) and "army" in what and "army" in kinds_of_name(party, language)


@lru_cache(_NAMES)
def _stems(name: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in bare(name).split() if len(word) >= _STEM)
