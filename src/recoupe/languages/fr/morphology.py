"""The forms of French verbs, from the infinitive alone.

Three parts: the endings, which all verbs share; the stems, given per model verb (`_MODELS`, the longest ending that
matches wins, after the classes of the Bescherelle); and the regular first and second groups, which need no model.
"""

from functools import cache

from recoupe.languages.morphology import Form

# the endings of the third-group passé simple, by thematic vowel
_PAST = {
    "a": ("ai", "as", "a", "âmes", "âtes", "èrent"),
    "i": ("is", "is", "it", "îmes", "îtes", "irent"),
    "u": ("us", "us", "ut", "ûmes", "ûtes", "urent"),
    "in": ("ins", "ins", "int", "înmes", "întes", "inrent"),
}
_IMPERFECT = ("ais", "ais", "ait", "ions", "iez", "aient")
_FUTURE = ("ai", "as", "a", "ons", "ez", "ont")
_SUBJUNCTIVE = ("e", "es", "e", "ions", "iez", "ent")
_PERSONS = ((1, "s"), (2, "s"), (3, "s"), (1, "p"), (2, "p"), (3, "p"))

# ending of the infinitive: (present in six forms, imperfect stem, future stem, past vowel and stem,
# subjunctive stems for je and nous, past participle); « - » in front of a stem stands for what precedes the ending.
_MODELS: dict[str, tuple[str, str, str, str, str, str]] = {
    "être": ("suis es est sommes êtes sont", "ét", "ser", "u f", "soi soy", "été"),
    "avoir": ("ai as a avons avez ont", "av", "aur", "u e", "ai ay", "eu"),
    "aller": ("vais vas va allons allez vont", "all", "ir", "a all", "aill all", "allé"),
    "faire": ("fais fais fait faisons faites font", "fais", "fer", "i f", "fass fass", "fait"),
    "savoir": ("sais sais sait savons savez savent", "sav", "saur", "u s", "sach sach", "su"),
    "pouvoir": ("peux peux peut pouvons pouvez peuvent", "pouv", "pourr", "u p", "puiss puiss", "pu"),
    "vouloir": ("veux veux veut voulons voulez veulent", "voul", "voudr", "i voul", "veuill voul", "voulu"),
    "devoir": ("dois dois doit devons devez doivent", "dev", "devr", "u d", "doiv dev", "dû"),
    "falloir": ("- - faut - - -", "fall", "faudr", "u fall", "faill -", "fallu"),
    "valoir": ("vaux vaux vaut valons valez valent", "val", "vaudr", "u val", "vaill val", "valu"),
    "voir": ("vois vois voit voyons voyez voient", "voy", "verr", "i v", "voi voy", "vu"),
    "prévoir": ("prévois prévois prévoit prévoyons prévoyez prévoient",
        "prévoy", "prévoir", "i prév", "prévoi prévoy", "prévu"),
    "cevoir": ("çois çois çoit cevons cevez çoivent", "cev", "cevr", "u ç", "çoiv cev", "çu"),
    "mouvoir": ("meus meus meut mouvons mouvez meuvent", "mouv", "mouvr", "u m", "meuv mouv", "mu"),
    "dire": ("dis dis dit disons dites disent", "dis", "dir", "i d", "dis dis", "dit"),
    "contredire": ("contredis contredis contredit contredisons contredisez contredisent",
        "contredis", "contredir", "i contred", "contredis contredis", "contredit"),
    "prédire": ("prédis prédis prédit prédisons prédisez prédisent",
        "prédis", "prédir", "i préd", "prédis prédis", "prédit"),
    "interdire": ("interdis interdis interdit interdisons interdisez interdisent",
        "interdis", "interdir", "i interd", "interdis interdis", "interdit"),
    "maudire": ("maudis maudis maudit maudissons maudissez maudissent",
        "maudiss", "maudir", "i maud", "maudiss maudiss", "maudit"),
    "crire": ("cris cris crit crivons crivez crivent", "criv", "crir", "i criv", "criv criv", "crit"),
    "lire": ("lis lis lit lisons lisez lisent", "lis", "lir", "u l", "lis lis", "lu"),
    "rire": ("ris ris rit rions riez rient", "ri", "rir", "i r", "ri ri", "ri"),
    "suffire": ("suffis suffis suffit suffisons suffisez suffisent",
        "suffis", "suffir", "i suff", "suffis suffis", "suffi"),
    "venir": ("viens viens vient venons venez viennent", "ven", "viendr", "in v", "vienn ven", "venu"),
    "tenir": ("tiens tiens tient tenons tenez tiennent", "ten", "tiendr", "in t", "tienn ten", "tenu"),
    "mentir": ("mens mens ment mentons mentez mentent", "ment", "mentir", "i ment", "ment ment", "menti"),
    "sentir": ("sens sens sent sentons sentez sentent", "sent", "sentir", "i sent", "sent sent", "senti"),
    "partir": ("pars pars part partons partez partent", "part", "partir", "i part", "part part", "parti"),
    "répartir": ("répartis répartis répartit répartissons répartissez répartissent",
        "répartiss", "répartir", "i répart", "répartiss répartiss", "réparti"),
    "sortir": ("sors sors sort sortons sortez sortent", "sort", "sortir", "i sort", "sort sort", "sorti"),
    "servir": ("sers sers sert servons servez servent", "serv", "servir", "i serv", "serv serv", "servi"),
    "asservir": ("asservis asservis asservit asservissons asservissez asservissent",
        "asserviss", "asservir", "i asserv", "asserviss asserviss", "asservi"),
    "dormir": ("dors dors dort dormons dormez dorment", "dorm", "dormir", "i dorm", "dorm dorm", "dormi"),
    "mourir": ("meurs meurs meurt mourons mourez meurent", "mour", "mourr", "u mour", "meur mour", "mort"),
    "courir": ("cours cours court courons courez courent", "cour", "courr", "u cour", "cour cour", "couru"),
    "fuir": ("fuis fuis fuit fuyons fuyez fuient", "fuy", "fuir", "i fu", "fui fuy", "fui"),
    "quérir": ("quiers quiers quiert quérons quérez quièrent", "quér", "querr", "i qu", "quièr quér", "quis"),
    "vrir": ("vre vres vre vrons vrez vrent", "vr", "vrir", "i vr", "vr vr", "vert"),
    "frir": ("fre fres fre frons frez frent", "fr", "frir", "i fr", "fr fr", "fert"),
    "cueillir": ("cueille cueilles cueille cueillons cueillez cueillent",
        "cueill", "cueiller", "i cueill", "cueill cueill", "cueilli"),
    "vêtir": ("vêts vêts vêt vêtons vêtez vêtent", "vêt", "vêtir", "i vêt", "vêt vêt", "vêtu"),
    "prendre": ("prends prends prend prenons prenez prennent", "pren", "prendr", "i pr", "prenn pren", "pris"),
    "soudre": ("sous sous sout solvons solvez solvent", "solv", "soudr", "u sol", "solv solv", "solu"),
    "dre": ("ds ds d dons dez dent", "d", "dr", "i d", "d d", "du"),
    "indre": ("ins ins int ignons ignez ignent", "ign", "indr", "i ign", "ign ign", "int"),
    "mettre": ("mets mets met mettons mettez mettent", "mett", "mettr", "i m", "mett mett", "mis"),
    "battre": ("bats bats bat battons battez battent", "batt", "battr", "i batt", "batt batt", "battu"),
    "rompre": ("romps romps rompt rompons rompez rompent", "romp", "rompr", "i romp", "romp romp", "rompu"),
    "vaincre": ("vaincs vaincs vainc vainquons vainquez vainquent",
        "vainqu", "vaincr", "i vainqu", "vainqu vainqu", "vaincu"),
    "naître": ("nais nais naît naissons naissez naissent", "naiss", "naîtr", "i naqu", "naiss naiss", "né"),
    "aître": ("ais ais aît aissons aissez aissent", "aiss", "aîtr", "u -", "aiss aiss", "u"),
    "aitre": ("ais ais ait aissons aissez aissent", "aiss", "aitr", "u -", "aiss aiss", "u"),
    "croître": ("crois crois croît croissons croissez croissent", "croiss", "croîtr", "u cr", "croiss croiss", "cru"),
    "clore": ("clos clos clôt closons closez closent", "clos", "clor", "i clos", "clos clos", "clos"),
    "croire": ("crois crois croit croyons croyez croient", "croy", "croir", "u cr", "croi croy", "cru"),
    "clure": ("clus clus clut cluons cluez cluent", "clu", "clur", "u cl", "clu clu", "clu"),
    "boire": ("bois bois boit buvons buvez boivent", "buv", "boir", "u b", "boiv buv", "bu"),
    "suivre": ("suis suis suit suivons suivez suivent", "suiv", "suivr", "i suiv", "suiv suiv", "suivi"),
    "vivre": ("vis vis vit vivons vivez vivent", "viv", "vivr", "u véc", "viv viv", "vécu"),
    "uire": ("uis uis uit uisons uisez uisent", "uis", "uir", "i uis", "uis uis", "uit"),
    # no past historic is in use; that of the first group is at least never another word
    "traire": ("trais trais trait trayons trayez traient", "tray", "trair", "a tray", "trai tray", "trait"),
    "taire": ("tais tais tait taisons taisez taisent", "tais", "tair", "u t", "tais tais", "tu"),
    "plaire": ("plais plais plaît plaisons plaisez plaisent", "plais", "plair", "u pl", "plais plais", "plu"),
    "envoyer": ("envoie envoies envoie envoyons envoyez envoient",
        "envoy", "enverr", "a envoy", "envoi envoy", "envoyé"),
}  # fmt: skip
# participles that end in -s or differ otherwise in the feminine
_FEMININE = {"dû": "due", "résolu": "résolue", "inclus": "incluse"}
# verbs in -ir that follow no model above are of the second group; these infinitives look like a model but are not
_SECOND_GROUP = frozenset(
    {"investir", "travestir", "retentir", "abrutir", "impartir", "assortir", "assourdir", "vrombir"}
)
_DOUBLING = (
    "appeler",
    "jeter",
    "épeler",
    "projeter",
    "rejeter",
    "rappeler",
    "renouveler",
    "ruisseler",
    "feuilleter",
    "étinceler",
)


def _model(lemma: str) -> str | None:
    """The longest ending of `lemma` that has a model."""
    if lemma in _SECOND_GROUP:
        return None
    for at in range(len(lemma)):
        ending = lemma[at:]
        if ending in _MODELS:
            # « naître » is no ending of « reconnaître », nor « aller » of « installer »: whole verbs take prefixes only
            if ending in _WHOLE and at and lemma[:at] not in _PREFIXES:
                continue
            return ending
    return None


_WHOLE = frozenset({"être", "avoir", "aller", "lire", "dire", "faire", "rire", "naître", "fuir"})
_PREFIXES = frozenset({"re", "dé", "é", "ré", "réé", "sou", "satis", "contre", "par", "sur", "mal", "en"})


def _first_group(lemma: str) -> tuple[str, str, str, str]:
    """Stems of an -er verb: before silent e, before other e and i, before a and o, of the future."""
    stem = lemma[:-2]
    silent = plain = stem
    if lemma.endswith(_DOUBLING):
        silent = stem + stem[-1]
    elif stem.endswith(("oy", "uy", "ay")):
        silent = stem[:-1] + "i"
    else:
        # the last vowel before the consonants: e and é turn to è before a silent e (mener, révéler, alléguer)
        end = len(stem)
        while end and stem[end - 1] not in "aeiouyéèêâîôûëïü":
            end -= 1
        if stem.endswith(("gu", "qu")):
            end = len(stem) - 2
            while end and stem[end - 1] not in "aeiouyéèêâîôûëïü":
                end -= 1
        if 0 < end < len(stem) and stem[end - 1] in "eé" and len(stem) - end <= 2:
            cluster = stem[end:]
            single = len(cluster) == 1 or cluster in (
                "gn",
                "br",
                "cr",
                "tr",
                "gu",
                "qu",
                "ch",
                "vr",
                "gr",
                "bl",
                "gl",
                "th",
            )
            if single and (stem[end - 1] == "é" or len(cluster) == 1 or cluster == "vr"):
                silent = stem[: end - 1] + "è" + cluster
    soft = plain
    if plain.endswith("g"):
        soft = plain + "e"
    elif plain.endswith("c"):
        soft = plain[:-1] + "ç"
    # é stays in the traditional future (révélera), è in the 1990 one (révèlera); mener, appeler, employer change
    future = (
        plain
        if "é" in plain[len(silent) - 3 :]
        and silent != plain
        and plain[-2:] != "ay"
        and "è" in silent
        and _acute(plain)
        else silent
    ) + "er"
    return silent, plain, soft, future


def _acute(stem: str) -> bool:
    """Whether the last vowel of the stem is é."""
    vowels = [c for c in stem if c in "aeiouyéèêâîôûëïü"]
    if stem.endswith(("gu", "qu")) and vowels:
        vowels.pop()
    return bool(vowels) and vowels[-1] == "é"


def _participle(masculine: str) -> list[Form]:
    feminine = _FEMININE.get(masculine, masculine + "e")
    plural = masculine if masculine.endswith("s") else ("dus" if masculine == "dû" else masculine + "s")
    return [
        Form(masculine, "participle", "past", 0, "s", "m"),
        Form(feminine, "participle", "past", 0, "s", "f"),
        Form(plural, "participle", "past", 0, "p", "m"),
        Form(feminine + "s", "participle", "past", 0, "p", "f"),
    ]


def _finite(
    present: list[str], imperfect: list[str], future: str, past: list[str], subjunctive: list[str]
) -> list[Form]:
    forms: list[Form] = []
    for i, (person, number) in enumerate(_PERSONS):
        if present[i] != "-":
            forms.append(Form(present[i], "indicative", "present", person, number, ""))
        forms.append(Form(imperfect[i], "indicative", "imperfect", person, number, ""))
        forms.append(Form(past[i], "indicative", "past", person, number, ""))
        forms.append(Form(future + _FUTURE[i], "indicative", "future", person, number, ""))
        forms.append(Form(future + _IMPERFECT[i], "conditional", "present", person, number, ""))
        forms.append(Form(subjunctive[i], "subjunctive", "present", person, number, ""))
    return forms


@cache
def forms(lemma: str) -> tuple[Form, ...]:
    """Every form of the verb `lemma` (an infinitive, in lower case, without « se »): simple tenses, participles,
    infinitive."""
    found: list[Form] = [Form(lemma, "infinitive", "present", 0, "", "")]
    ending = _model(lemma)
    if ending is not None:
        head = lemma[: -len(ending)]
        six, imp, fut, past, subj, pp = _MODELS[ending]
        present = [f if f == "-" else head + f for f in six.split()]
        vowel, past_stem = past.split()
        stem = head + ("" if past_stem == "-" else past_stem)
        one, two = ((head + s) if s != "-" else "" for s in subj.split())
        subjunctive = [(one if i in (0, 1, 2, 5) else two) + _SUBJUNCTIVE[i] for i in range(6)]
        if ending in ("être", "avoir"):
            irregular = "sois sois soit soyons soyez soient" if ending == "être" else "aie aies ait ayons ayez aient"
            subjunctive = irregular.split()
        found += _finite(
            present, [head + imp + e for e in _IMPERFECT], head + fut, [stem + e for e in _PAST[vowel]], subjunctive
        )
        found += _participle(head + pp)
        gerund = {"être": "étant", "avoir": "ayant", "savoir": "sachant"}.get(ending)
        found.append(Form(gerund or head + imp + "ant", "participle", "present", 0, "", ""))
        if ending == "aître":  # the 1990 spelling
            found += [f for f in forms(head + "aitre") if f.mood != "participle"]
    elif lemma.endswith("er"):
        silent, plain, soft, future = _first_group(lemma)
        present = [silent + "e", silent + "es", silent + "e", soft + "ons", plain + "ez", silent + "ent"]
        imperfect = [soft + "ais", soft + "ais", soft + "ait", plain + "ions", plain + "iez", soft + "aient"]
        past_forms = [soft + e if e != "èrent" else plain + e for e in _PAST["a"]]
        subjunctive = [silent + "e", silent + "es", silent + "e", plain + "ions", plain + "iez", silent + "ent"]
        found += _finite(present, imperfect, future, past_forms, subjunctive)
        found += _participle(plain + "é")
        found.append(Form(soft + "ant", "participle", "present", 0, "", ""))
        if silent != plain and _acute(plain):  # révèlera, the 1990 spelling
            found += [Form(silent + "er" + e, "indicative", "future", *_PERSONS[i], "") for i, e in enumerate(_FUTURE)]
            found += [
                Form(silent + "er" + e, "conditional", "present", *_PERSONS[i], "") for i, e in enumerate(_IMPERFECT)
            ]
        if plain.endswith("ay"):  # paye beside paie
            found += [
                Form(plain + e, "indicative", "present", p, n, "")
                for e, (p, n) in zip(("e", "es", "e", "ent"), ((1, "s"), (2, "s"), (3, "s"), (3, "p")), strict=True)
            ]
    elif lemma.endswith("ir"):
        stem = lemma[:-1]
        long = stem + "ss"
        present = [stem + "s", stem + "s", stem + "t", long + "ons", long + "ez", long + "ent"]
        past_forms = [stem[:-1] + e for e in _PAST["i"]]
        found += _finite(present, [long + e for e in _IMPERFECT], lemma, past_forms, [long + e for e in _SUBJUNCTIVE])
        found += _participle(stem)
        found.append(Form(long + "ant", "participle", "present", 0, "", ""))
    else:
        raise ValueError(f"no model for the verb {lemma!r}")
    return tuple(dict.fromkeys(found))
