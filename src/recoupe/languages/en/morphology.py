"""The forms of English verbs, from the infinitive alone.

An irregular verb gives its past and its participle (`_IRREGULAR`); the rest follows the rules of spelling: « stop »
doubles its last letter, « deny » turns it, « die » makes « dying ». British and American spelling are both made.
"""

from functools import cache

from recoupe.languages.morphology import Form, Mood

# past and past participle; spellings that live beside one another are parted by a stroke
_IRREGULAR: dict[str, tuple[str, str]] = {
    "arise": ("arose", "arisen"), "awake": ("awoke", "awoken"), "bear": ("bore", "borne"), "beat": ("beat", "beaten"),
    "become": ("became", "become"), "begin": ("began", "begun"), "bend": ("bent", "bent"), "beset": ("beset", "beset"),
    "bet": ("bet", "bet"), "bind": ("bound", "bound"), "bite": ("bit", "bitten"), "bleed": ("bled", "bled"),
    "blow": ("blew", "blown"), "break": ("broke", "broken"), "breed": ("bred", "bred"), "bring": ("brought", "brought"),
    "broadcast": ("broadcast", "broadcast"), "build": ("built", "built"), "burn": ("burned/burnt", "burned/burnt"),
    "burst": ("burst", "burst"), "buy": ("bought", "bought"), "cast": ("cast", "cast"), "catch": ("caught", "caught"),
    "choose": ("chose", "chosen"), "cling": ("clung", "clung"), "come": ("came", "come"), "cost": ("cost", "cost"),
    "creep": ("crept", "crept"), "cut": ("cut", "cut"), "deal": ("dealt", "dealt"), "dig": ("dug", "dug"),
    "do": ("did", "done"), "draw": ("drew", "drawn"), "dream": ("dreamed/dreamt", "dreamed/dreamt"),
    "drink": ("drank", "drunk"), "drive": ("drove", "driven"), "dwell": ("dwelt", "dwelt"), "eat": ("ate", "eaten"),
    "fall": ("fell", "fallen"), "feed": ("fed", "fed"), "feel": ("felt", "felt"), "fight": ("fought", "fought"),
    "find": ("found", "found"), "flee": ("fled", "fled"), "fling": ("flung", "flung"), "fly": ("flew", "flown"),
    "forbid": ("forbade", "forbidden"), "forecast": ("forecast", "forecast"), "foresee": ("foresaw", "foreseen"),
    "forget": ("forgot", "forgotten"), "forgive": ("forgave", "forgiven"), "freeze": ("froze", "frozen"),
    "get": ("got", "got/gotten"), "give": ("gave", "given"), "go": ("went", "gone"), "grind": ("ground", "ground"),
    "grow": ("grew", "grown"), "hang": ("hung/hanged", "hung/hanged"), "hear": ("heard", "heard"),
    "hide": ("hid", "hidden"), "hit": ("hit", "hit"), "hold": ("held", "held"), "hurt": ("hurt", "hurt"),
    "keep": ("kept", "kept"), "kneel": ("knelt", "knelt"), "know": ("knew", "known"), "lay": ("laid", "laid"),
    "lead": ("led", "led"), "leap": ("leapt/leaped", "leapt/leaped"), "learn": ("learned/learnt", "learned/learnt"),
    "leave": ("left", "left"), "lend": ("lent", "lent"), "let": ("let", "let"), "lie": ("lay/lied", "lain/lied"),
    "light": ("lit", "lit"), "lose": ("lost", "lost"), "make": ("made", "made"), "mean": ("meant", "meant"),
    "meet": ("met", "met"), "mislead": ("misled", "misled"), "mistake": ("mistook", "mistaken"), "mow": ("mowed", "mown/mowed"),
    "offset": ("offset", "offset"), "outdo": ("outdid", "outdone"), "overcome": ("overcame", "overcome"),
    "overhear": ("overheard", "overheard"), "override": ("overrode", "overridden"), "overrun": ("overran", "overrun"),
    "oversee": ("oversaw", "overseen"), "overtake": ("overtook", "overtaken"), "overthrow": ("overthrew", "overthrown"),
    "pay": ("paid", "paid"), "plead": ("pleaded/pled", "pleaded/pled"), "prove": ("proved", "proved/proven"),
    "put": ("put", "put"), "quit": ("quit", "quit"), "read": ("read", "read"), "rebuild": ("rebuilt", "rebuilt"),
    "redo": ("redid", "redone"), "repay": ("repaid", "repaid"), "retake": ("retook", "retaken"),
    "rethink": ("rethought", "rethought"), "rid": ("rid", "rid"), "ride": ("rode", "ridden"), "ring": ("rang", "rung"),
    "rise": ("rose", "risen"), "run": ("ran", "run"), "say": ("said", "said"), "see": ("saw", "seen"),
    "seek": ("sought", "sought"), "sell": ("sold", "sold"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shake": ("shook", "shaken"), "shed": ("shed", "shed"), "shine": ("shone", "shone"), "shoot": ("shot", "shot"),
    "show": ("showed", "shown"), "shrink": ("shrank", "shrunk"), "shut": ("shut", "shut"), "sing": ("sang", "sung"),
    "sink": ("sank", "sunk"), "sit": ("sat", "sat"), "slay": ("slew", "slain"), "sleep": ("slept", "slept"),
    "slide": ("slid", "slid"), "slit": ("slit", "slit"), "smell": ("smelled/smelt", "smelled/smelt"),
    "sneak": ("sneaked/snuck", "sneaked/snuck"), "speak": ("spoke", "spoken"), "speed": ("sped", "sped"),
    "spend": ("spent", "spent"), "spill": ("spilled/spilt", "spilled/spilt"), "spin": ("spun", "spun"),
    "split": ("split", "split"), "spread": ("spread", "spread"), "spring": ("sprang", "sprung"), "stand": ("stood", "stood"),
    "steal": ("stole", "stolen"), "stick": ("stuck", "stuck"), "sting": ("stung", "stung"), "strike": ("struck", "struck/stricken"),
    "strive": ("strove", "striven"), "swear": ("swore", "sworn"), "sweep": ("swept", "swept"), "swell": ("swelled", "swollen"),
    "swim": ("swam", "swum"), "swing": ("swung", "swung"), "take": ("took", "taken"), "teach": ("taught", "taught"),
    "tear": ("tore", "torn"), "tell": ("told", "told"), "think": ("thought", "thought"), "throw": ("threw", "thrown"),
    "thrust": ("thrust", "thrust"), "undergo": ("underwent", "undergone"), "understand": ("understood", "understood"),
    "undertake": ("undertook", "undertaken"), "undo": ("undid", "undone"), "uphold": ("upheld", "upheld"),
    "upset": ("upset", "upset"), "wake": ("woke", "woken"), "wear": ("wore", "worn"), "weave": ("wove", "woven"),
    "weep": ("wept", "wept"), "win": ("won", "won"), "wind": ("wound", "wound"), "withdraw": ("withdrew", "withdrawn"),
    "withhold": ("withheld", "withheld"), "withstand": ("withstood", "withstood"), "write": ("wrote", "written"),
}  # fmt: skip
# verbs of more than one syllable that double their last letter in all spellings, and in British spelling only
_DOUBLING = frozenset({
    "abet", "abhor", "acquit", "admit", "allot", "babysit", "befit", "begin", "commit", "compel", "concur", "confer",
    "control", "counterplot", "defer", "demob", "deter", "dispel", "distil", "emit", "enrol", "equip", "excel",
    "expel", "forget", "format", "fulfil", "handicap", "humbug", "impel", "incur", "infer", "instal", "kidnap",
    "occur", "offset", "omit", "outbid", "outwit", "overlap", "patrol", "permit", "prefer", "program", "propel",
    "rebel", "recap", "recur", "refer", "refit", "regret", "remit", "repel", "resit", "reset", "rerun", "submit",
    "transfer", "transmit", "unplug", "upset", "worship", "zigzag", "rebut", "underpin", "abut", "input", "outrun", "debug",
})  # fmt: skip
_BRITISH = frozenset({
    "barrel", "bevel", "bias", "cancel", "channel", "counsel", "dial", "dishevel", "duel", "enamel", "equal",
    "focus", "fuel", "funnel", "gospel", "gravel", "grovel", "initial", "jewel", "kennel", "label", "level", "libel",
    "marshal", "marvel", "model", "panel", "parcel", "pedal", "pencil", "pummel", "quarrel", "ravel", "revel",
    "rival", "shovel", "shrivel", "signal", "snivel", "spiral", "stencil", "swivel", "symbol", "tinsel", "total",
    "towel", "trammel", "travel", "tunnel", "unravel", "victual", "dispel",
})  # fmt: skip
_VOWELS = "aeiou"
# modal verbs have one form each; « could » and « might » leave open whether what they tell of was
_MODALS: dict[str, str] = {
    "will": "will wo 'll", "would": "would 'd", "shall": "shall sha", "should": "should", "can": "can ca cannot",
    "could": "could", "may": "may", "might": "might", "must": "must", "ought": "ought",
}  # fmt: skip
_OPEN = frozenset({"could", "may", "might"})


def _doubles(lemma: str) -> bool:
    """Whether the last letter doubles before -ed and -ing in all spellings."""
    if lemma in _DOUBLING:
        return True
    if len(lemma) < 3 or lemma[-1] in "aeiouwxyh" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return lemma in ("quit", "quiz")
    return sum(c in _VOWELS for c in lemma) == 1


def _after_sibilant(stem: str) -> bool:
    return stem.endswith(("s", "x", "z", "ch", "sh")) and stem != "stomach"


def third(lemma: str) -> str:
    """The third person singular: « denies », « flees », « does », « reaches »."""
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    if _after_sibilant(lemma) or (lemma.endswith("o") and lemma[-2:] not in ("oo", "io")):
        return lemma + "es"
    return lemma + "s"


def _stems(lemma: str) -> tuple[str, ...]:
    """What stands before -ed and -ing: one stem, or a British one beside it."""
    if _doubles(lemma):
        return (lemma + lemma[-1],)
    return (lemma, lemma + lemma[-1]) if lemma in _BRITISH else (lemma,)


def _regular(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("e"):
        return (lemma + "d",)
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return (lemma[:-1] + "ied",)
    return tuple(stem + "ed" for stem in _stems(lemma))


def _continuous(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("ie"):
        return (lemma[:-2] + "ying",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and lemma != "be":
        return (lemma[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(lemma))


def _special(lemma: str) -> list[Form] | None:
    """The forms of the auxiliaries and modals, with the short ones that lean on a subject; None for another verb."""
    if lemma == "be":
        present = [("am", 1, "s"), ("'m", 1, "s"), ("is", 3, "s"), ("'s", 3, "s"), ("are", 3, "p"), ("'re", 3, "p")]
        return [
            *(Form(text, "indicative", "present", person, number, "") for text, person, number in present),
            Form("was", "indicative", "past", 3, "s", ""),
            Form("were", "indicative", "past", 3, "p", ""),
            Form("be", "infinitive", "present", 0, "", ""),
            Form("been", "participle", "past", 0, "", ""),
            Form("being", "participle", "present", 0, "", ""),
        ]
    if lemma == "have":
        # « had » is told as what was over, as an imperfect is
        return [
            Form("has", "indicative", "present", 3, "s", ""),
            Form("have", "indicative", "present", 3, "p", ""),
            Form("'ve", "indicative", "present", 3, "p", ""),
            Form("had", "indicative", "imperfect", 3, "", ""),
            Form("have", "infinitive", "present", 0, "", ""),
            Form("had", "participle", "past", 0, "", ""),
            Form("having", "participle", "present", 0, "", ""),
        ]
    if lemma in _MODALS:
        mood: Mood = "conditional" if lemma in _OPEN else "indicative"
        return [Form(text, mood, "present", 3, "", "") for text in _MODALS[lemma].split()]
    return None


@cache
def forms(lemma: str) -> tuple[Form, ...]:
    """Every form of the verb `lemma` (an infinitive, in lower case, without « to »); a particle of its own
    (« carry out ») is left to idioms."""
    special = _special(lemma)
    if special is not None:
        return tuple(special)
    if lemma in _IRREGULAR:
        past, participle = (text.split("/") for text in _IRREGULAR[lemma])
    else:
        past = participle = list(_regular(lemma))
    found = [
        Form(lemma, "infinitive", "present", 0, "", ""),
        Form(third(lemma), "indicative", "present", 3, "s", ""),
        Form(lemma, "indicative", "present", 3, "p", ""),
        *(Form(text, "indicative", "past", 3, "", "") for text in past),
        *(Form(text, "participle", "past", 0, "", "") for text in participle),
        *(Form(text, "participle", "present", 0, "", "") for text in _continuous(lemma)),
    ]
    if lemma.endswith("ize") and len(lemma) > 5:
        # the British spelling beside the American one
        found += [*forms(lemma[:-3] + "ise")]
    return tuple(dict.fromkeys(found))
