"""Agents: the words between harm and the party said to have caused it, as a pack's `agents.toml` holds them."""

from dataclasses import dataclass, fields

from recoupe.languages.harm import Forms, inflected
from recoupe.languages.set_phrases import SetPhrases
from recoupe.languages.spelling import spelled
from recoupe.languages.tables import Table
from recoupe.languages.words import split_phrase
from recoupe.text import fold


@dataclass(frozen=True, slots=True, eq=False)
class AgentWords:
    """The words around those who do harm. Every word is folded."""

    deeds: frozenset[str]
    """Deeds and means of a party, followed by « of » or « by » and the party, or by its adjective."""
    foiling: frozenset[str]
    """Forms of verbs whose object is a deed that came to nothing (« abattre un drone »)."""
    fronted: frozenset[str]
    """What may stand between a deed and the name or adjective of its author in front of it; empty where that stands
    behind."""
    genitives: frozenset[str]
    """What makes a name in front of a deed its owner's (« 's »)."""
    fears: frozenset[str]
    """Before « of » and a deed, these tell of what is only feared (« la menace d'attaques jihadistes »)."""
    manner: frozenset[str]
    """Before a bare singular deed, these make it a manner."""
    plurals: tuple[str, ...]
    """How plurals end."""
    manufacture: frozenset[str]
    """Behind a weapon and « of », these tell who built it, not who fired it (« de fabrication X »)."""
    suffered: frozenset[str]
    """Deeds whose « of » says who suffered them, where it is no armed party (« l'attaque de l'ambassade »)."""
    hands: frozenset[str]
    """People who act for a party."""
    events: frozenset[str]
    """Deeds that a text can bring in as new."""
    nobody: frozenset[str]
    """What nobody does to anybody (« séisme »)."""
    crashing: frozenset[str]
    """Forms of verbs for what nobody does to anybody (« s'écraser », « chavirer »)."""
    spans: frozenset[str]
    """Lengths of time, with `later` behind them: « quelques heures après une attaque »."""
    later: frozenset[str]
    """Prepositions between such a length and a deed that only dates what is told."""
    backdrops: frozenset[str]
    """Before a war, these make it what goes on around."""
    protests: frozenset[str]
    """Unrest in which people come to harm, and those who take part in it."""
    descriptions: frozenset[str]
    """Nouns by which the armed group told before is meant (« la secte »)."""
    organisations: frozenset[str]
    """Others, which mean it only where they are told to have done harm (« l'organisation a tué »)."""
    taken_up: frozenset[str]
    """Subject pronouns for whoever was told before."""
    already: frozenset[str]
    """Of those who fell before what is told."""
    same: frozenset[str]
    """« mêmes », before fighters told before."""
    attackers: frozenset[str]
    """Those who come to harm in an attack of their own side."""
    servants: frozenset[str]
    """Those whom a state arms, and who come to no harm by its own deed."""
    soldiers: frozenset[str]
    """Of these, those that stand for their army where they act."""
    occupiers: frozenset[str]
    """Words for who holds a land or attacks it, `occupation` among them."""
    occupation: frozenset[str]
    """Of these, those that say so behind « of »: « l'armée d'occupation »."""
    hostages: frozenset[str]
    strangers: frozenset[str]
    """Words for those of whom nobody knows who they are."""
    enemies: frozenset[str]
    """Those whom only their enemy calls so, and who do no harm to themselves."""
    we: frozenset[str]
    """Words for those who speak themselves."""
    to_them: frozenset[str]
    """Pronouns for those to whom something is done (« leur a infligé 40 morts »)."""
    having: frozenset[str]
    """« eu », of those whom somebody had among his dead."""
    nationwide: SetPhrases
    """« dans tout le pays »: where more were killed than in the deed told."""
    linked: frozenset[str]
    """Between violence and whose it is, without an agent (« des violences liées aux gangs »)."""
    ours: SetPhrases
    """« chez nous », of one's own dead."""
    own_account: SetPhrases
    """« à notre compte »"""
    at_hands: SetPhrases
    """« de la main (de) »: between those who died and who killed them."""
    hired: frozenset[str]
    """Those who fight for money."""
    suicidal: frozenset[str]
    """Deeds of armed groups, which they may be a part of what the group did."""
    landmarks: frozenset[str]
    """What is known by its day, and by no raid told before (« l'attaque du 7 octobre »)."""
    unofficial: frozenset[str]
    """In the words for a source, these lead no army of a state (« le chef séparatiste X »)."""
    mistaken: frozenset[str]
    """Of those whom their own army kills: « par erreur », « qui tentaient de déserter »."""
    irregulars: frozenset[str]
    """Those who fight in no army."""
    bearing_arms: frozenset[str]
    """Behind « des hommes », these say that nobody knows whose they are."""
    membership: frozenset[str]
    """Between people and the party whose they are (« soupçonnés d'appartenir à »)."""
    ownership: frozenset[str]
    """What is claimed beside a deed (« la responsabilité »)."""
    accusing: frozenset[str]
    """Forms of verbs whose object is accused."""
    in_cause: frozenset[str]
    """The last words of phrases that accuse (« mettre en cause »), among `accusing`."""
    in_front_of_cause: frozenset[str]
    charging: frozenset[str]
    """Words between the accused and the charge."""
    blamed_for: frozenset[str]
    """Words behind whom a verb of `blaming` has for its object: what follows is what is blamed on them."""
    mutual: SetPhrases
    """Words of two who accuse each other."""
    authors: frozenset[str]
    """Words for the author of a deed, in an accusation."""
    owned: frozenset[str]
    """What is claimed with no deed behind it (« claims responsibility »)."""
    behind: frozenset[str]
    """Words between who did a deed and the deed: « is behind the attack »."""
    charges: frozenset[str]
    """Forms of verbs for what somebody is accused of, where it is the deed told."""
    possessions: frozenset[str]
    """Things of a party that are hit (« un convoi de l'armée »)."""
    nearby: frozenset[str]
    """Before « of », these say beside what something was (« près du ministère »)."""
    claiming: frozenset[str]
    """Forms of verbs that say who did a deed or owns up to it."""
    bands: frozenset[str]
    """Words for fighters that are groups themselves, so that several are no one group."""
    of_told: frozenset[str]
    """« Of » with the article of one told before in it (« des rebelles »)."""
    advances: frozenset[str]
    """Gains of ground, before which people flee."""
    craft: frozenset[str]
    """Its craft, where none was told before (« des hélicoptères ont bombardé »)."""
    flyers: frozenset[str]
    """An army in the air, where nothing is said of whose it is (« l'aviation »)."""
    means: frozenset[str]
    """Deeds that are no more than what somebody does them with, who may only come to help (« l'aviation est intervenue »)."""
    told: frozenset[str]
    """Before a deed, these tell of the one told before."""
    these: frozenset[str]
    """Of these, those that point to the deed told right before."""
    amid: frozenset[str]
    """Before such a deed, these say that people came to harm in it (« sous ces bombes »)."""
    twofold: frozenset[str]
    """Before a deed, these make it several (« double »)."""
    them: frozenset[str]
    """Right before a verb of claiming or its auxiliary, these take up several deeds."""
    treating: frozenset[str]
    """Forms of verbs for what befalls the wounded far from the deed (« succomber », « évacuer »)."""
    hospitals: frozenset[str]
    indefinite: frozenset[str]
    another: frozenset[str]
    """Of these, those before one more deed of the same kind."""
    sieges: frozenset[str]
    """Words for a siege or an offensive, around the party that leads it."""
    shelling: frozenset[str]
    """What falls on a town under siege."""
    from_above: frozenset[str]
    """What only the army that holds a land does to it from the air or from afar."""
    heavy: frozenset[str]
    """What strikes from afar, and only those have who make war with it."""
    close: frozenset[str]
    """What is done from near, by whoever it was."""
    whence: frozenset[str]
    """Between « tiré » and the land from which it was."""
    beside: frozenset[str]
    """« côté », « camp », before the adjective of a side."""
    various: frozenset[str]
    """Words before deeds of several authors."""
    attacking: frozenset[str]
    """Forms of verbs whose subject is the author of an attack."""
    among: frozenset[str]
    """Words before two parties that fight each other."""
    by: frozenset[str]
    reports: frozenset[str]
    """Words behind which somebody speaks, so that « by » is no more that of the deed."""
    blaming: frozenset[str]
    """Forms of verbs that lay a deed at somebody's door."""
    blamed_on: frozenset[str]
    account: frozenset[str]
    """« le compte » of X, on which a deed is put by forms of `entering` (« mettre sur le compte de »)."""
    entering: frozenset[str]
    links: frozenset[str]
    own: frozenset[str]
    """Possessives before a deed whose author is the subject."""
    own_side: frozenset[str]
    """Behind the same possessives: the subject's own people and what becomes of them."""
    since: frozenset[str]
    answers: frozenset[str]
    """Before a deed these say that it was the other side's."""
    answered: frozenset[str]
    """Between these and the deed."""
    fired: frozenset[str]
    """Participles between a missile and where it came from."""
    from_ground: frozenset[str]
    """Words for the ground of a party from which it fires."""
    opposing: frozenset[str]
    """Words between fighting and the two who fight (« oppose X à Y », « se livrent X et Y »), beside `among`."""
    outlaws: frozenset[str]
    """Brought in as new, these are nobody's fighters: « par des bandits »."""
    done_by: frozenset[str]
    """Forms of verbs whose agent did the deed that they stand behind (« une embuscade tendue par X »)."""
    claims: frozenset[str]
    """Nouns for what somebody says who owns up to a deed (« revendication »)."""
    being: frozenset[str]
    """Between « en » and « l'auteur »."""
    of_it: frozenset[str]
    """What takes up the deed before these (« en »)."""
    judging: frozenset[str]
    """Forms of verbs whose object is the deed told, by another name: « dénonce un massacre »."""
    facing: frozenset[str]
    """Forms of verbs between two who fight: « affronter », « repousser »."""
    allied: frozenset[str]
    """Words between two who fight side by side: « aux côtés de », « appuyé par »."""
    foe: frozenset[str]
    """What a side calls the other (« l'ennemi », « les pertes adverses »)."""
    boasting: frozenset[str]
    """Forms of verbs for what only enemies suffer (« éliminer »), and words of set phrases of the same (« hors »)."""
    armed: frozenset[str]
    """Words of the titles and bodies that speak for an army."""
    clashes: frozenset[str]
    """Fighting, with those whom `with_` brings in."""
    with_: frozenset[str]
    exchanges: SetPhrases
    """Set words of fighting, before the party fought."""
    both_sides: SetPhrases
    abducting: frozenset[str]
    """Forms of verbs whose object is carried off."""
    crimes: frozenset[str]
    """What one deed is called in an accusation, beside `deeds`."""
    against: frozenset[str]
    """Before whom or what is attacked."""
    oblique: frozenset[str]
    """Relatives that a verb takes with a preposition (« auquel », « dont »)."""
    subjecting: frozenset[str]
    """In such a clause, forms of verbs that make their subject the author: « soumettre », « se livrer »."""
    guilty: frozenset[str]
    """In such a clause, what its subject is said to be who did it: « coupable », « accusé »."""
    objects: frozenset[str]
    """Relatives whose verb has a subject of its own."""
    outbreaks: frozenset[str]
    """How a war began; since then more than one deed has killed."""
    wars: frozenset[str]
    kinds: dict[str, str]
    """Words for fighters, with the party that they name."""
    kinds_of_two: dict[tuple[str, ...], str]
    alone: frozenset[str]
    """Of `unnamed`, those by whom the only armed group that is named is meant."""
    unnamed: dict[str, str]
    """Words for fighters whose party only the land that they fight in tells."""
    holding: frozenset[str]
    """Words before who holds the trapped."""
    army: str
    """What an army is called in English behind its adjective, as `armies` are other words for it."""
    they: frozenset[str]
    """Subject pronouns for several people, and the articles before them."""
    several_of: frozenset[str]
    several_targets: frozenset[str]
    """What is hit in several places by one attack."""
    most: frozenset[str]
    """Before the adjective of a superlative."""
    blasts: frozenset[str]
    """What an attack told before is called by its effect."""
    that_of: frozenset[str]
    """Pronouns for another deed of the same kind: « celui de mai »."""
    some_of: frozenset[str]
    """Words for some of those counted."""
    declaring: frozenset[str]
    """Forms of verbs of saying before what befell somebody: « déclaré mort par »."""
    fighters: frozenset[str]
    """What armed groups call their own, or others call them, who never serve a state."""
    at_large: frozenset[str]
    """Of these, those who are of many groups, whatever `kinds` calls them."""
    militiamen: frozenset[str]
    """Those who may be of any side, of a state's as well."""
    militias: frozenset[str]
    """Words for the group or its fighters, beside whose name militiamen are its own."""
    lawless: frozenset[str]
    """In English: of the parties in `unnamed`, those who serve no state."""
    running_into: frozenset[str]
    """Forms of verbs whose subject was hit by a mine that lay in its way, and what lies there."""
    mines: frozenset[str]
    staffs: frozenset[str]
    """In English, behind their state's adjective: bodies that speak for an army and whose deeds are the army's."""
    groups: str
    """What those who fight are called in English behind the adjective of a land without an army."""
    armies: tuple[str, ...]
    arms: tuple[str, ...]
    """In English, behind their state's adjective: parts of an army that is its state's abroad, beside `army` and `armies`."""
    guards: frozenset[str]
    """In English, behind their state's adjective: bodies that do harm themselves, and not as a government does."""
    making: frozenset[str]
    """Forms of verbs whose subject made the victims that are their object."""
    answering: frozenset[str]
    """Before those counted, of whom the subject answers for the death (« responsable de 12 morts »)."""
    onsets: dict[str, tuple[tuple[str, ...], ...]]
    """Forms of verbs that, with one of these behind, say that their subject attacks."""
    owning: frozenset[str]
    """Forms of verbs whose subject owns up to « la mort de 12 soldats »."""
    besieging: frozenset[str]
    """Forms of verbs whose subject besieges."""
    targets: frozenset[str]
    """« la cible de X »."""
    hallmarks: frozenset[str]
    """« porte la signature de X »."""
    fleeing: frozenset[str]
    """Forms of the verbs whose object people fled."""

    @classmethod
    def load(cls, table: Table, forms: Forms) -> "AgentWords":
        """The words in `agents.toml`; raises DataError on an unknown key or a wrong type."""
        names = [f.name.rstrip("_") for f in fields(cls)]
        table.only(*names, "at_grips", "out_of_action", "taken_for")
        kinds, pairs, unnamed = table.table("kinds"), table.table("kinds_of_two"), table.table("unnamed")
        return cls(
            deeds=frozenset(spelled(table.words("deeds"))),
            foiling=inflected(table.words("foiling"), forms),
            fronted=frozenset(spelled(table.words("fronted"))),
            genitives=frozenset(table.words("genitives")),
            manner=frozenset(table.words("manner")),
            fears=frozenset(spelled(table.words("fears"))),
            plurals=table.words("plurals"),
            manufacture=frozenset(table.words("manufacture")),
            suffered=frozenset(spelled(table.words("suffered"))),
            hands=frozenset(spelled(table.words("hands"))),
            events=frozenset(table.words("events")),
            nobody=frozenset(spelled(table.words("nobody"))),
            crashing=inflected(table.words("crashing"), forms),
            spans=frozenset(spelled(table.words("spans"))),
            later=frozenset(table.words("later")),
            backdrops=frozenset(table.words("backdrops")),
            attackers=frozenset(spelled(table.words("attackers"))),
            servants=frozenset(spelled(table.words("servants"))),
            soldiers=frozenset(spelled(table.words("soldiers"))),
            occupiers=frozenset(spelled(table.words("occupiers"))) | frozenset(table.words("occupation")),
            occupation=frozenset(table.words("occupation")),
            hostages=frozenset(spelled(table.words("hostages"))),
            strangers=frozenset(spelled(table.words("strangers"))),
            enemies=frozenset(spelled(table.words("enemies"))),
            we=frozenset(table.words("we")),
            to_them=frozenset(table.words("to_them", optional=True)),
            having=frozenset(table.words("having", optional=True)),
            nationwide=SetPhrases.of(fold(p) for p in table.words("nationwide", optional=True)),
            linked=frozenset(spelled(table.words("linked", optional=True))),
            ours=SetPhrases.of(fold(p) for p in table.words("ours", optional=True)),
            own_account=SetPhrases.of(fold(p) for p in table.words("own_account")),
            at_hands=SetPhrases.of(fold(p) for p in table.words("at_hands")),
            hired=frozenset(spelled(table.words("hired"))),
            suicidal=frozenset(spelled(table.words("suicidal", optional=True))),
            landmarks=frozenset(spelled(table.words("landmarks", optional=True))),
            unofficial=frozenset(spelled(table.words("unofficial", optional=True))),
            mistaken=frozenset(spelled(table.words("mistaken", optional=True))),
            irregulars=frozenset(spelled(table.words("irregulars"))),
            bearing_arms=frozenset(spelled(table.words("bearing_arms"))),
            membership=inflected(table.words("membership"), forms) | frozenset(table.words("taken_for")),
            ownership=frozenset(table.words("ownership")),
            accusing=inflected(table.words("accusing"), forms) | frozenset(table.words("in_cause")),
            in_cause=frozenset(table.words("in_cause")),
            in_front_of_cause=frozenset(table.words("in_front_of_cause")),
            charging=frozenset(table.words("charging")),
            blamed_for=frozenset(table.words("blamed_for")),
            mutual=SetPhrases.of(fold(p) for p in table.words("mutual")),
            authors=frozenset(spelled(table.words("authors"))),
            owned=frozenset(table.words("owned")),
            behind=frozenset(table.words("behind")),
            charges=inflected(table.words("charges"), forms),
            possessions=frozenset(spelled(table.words("possessions"))),
            nearby=frozenset(table.words("nearby")),
            claiming=inflected(table.words("claiming"), forms),
            bands=frozenset(spelled(table.words("bands"))),
            of_told=frozenset(table.words("of_told")),
            advances=frozenset(spelled(table.words("advances"))),
            craft=frozenset(spelled(table.words("craft"))),
            flyers=frozenset(table.words("flyers")),
            means=frozenset(spelled(table.words("means"))),
            told=frozenset(table.words("told")),
            twofold=frozenset(table.words("twofold")),
            them=frozenset(table.words("them")),
            treating=inflected(table.words("treating"), forms),
            hospitals=frozenset(spelled(table.words("hospitals"))),
            these=frozenset(table.words("these")),
            amid=frozenset(table.words("amid")),
            another=frozenset(table.words("another")),
            indefinite=frozenset(table.words("indefinite")),
            sieges=frozenset(spelled(table.words("sieges"))),
            shelling=frozenset(table.words("shelling")),
            heavy=frozenset(spelled(table.words("heavy"))),
            from_above=frozenset(spelled(table.words("from_above"))),
            close=frozenset(spelled(table.words("close"))),
            whence=frozenset(table.words("whence")),
            beside=frozenset(table.words("beside")),
            various=frozenset(table.words("various")),
            attacking=inflected(table.words("attacking"), forms),
            among=frozenset(table.words("among")),
            by=frozenset(table.words("by")),
            reports=frozenset(table.words("reports")),
            blaming=inflected(table.words("blaming"), forms),
            blamed_on=frozenset(table.words("blamed_on")),
            account=frozenset(table.words("account")),
            entering=inflected(table.words("entering"), forms),
            links=frozenset(spelled(table.words("links"))),
            own=frozenset(table.words("own")),
            own_side=frozenset(spelled(table.words("own_side"))),
            since=frozenset(table.words("since")),
            answers=frozenset(table.words("answers")),
            answered=frozenset(table.words("answered")),
            fired=frozenset(spelled(table.words("fired"))),
            from_ground=frozenset(spelled(table.words("from_ground"))),
            opposing=inflected(table.words("opposing"), forms) | frozenset(table.words("at_grips")),
            outlaws=frozenset(spelled(table.words("outlaws"))),
            done_by=inflected(table.words("done_by"), forms),
            claims=frozenset(spelled(table.words("claims"))),
            being=frozenset(table.words("being")),
            of_it=frozenset(table.words("of_it")),
            judging=inflected(table.words("judging"), forms),
            facing=inflected(table.words("facing"), forms),
            allied=frozenset(spelled(table.words("allied"))),
            foe=frozenset(spelled(table.words("foe"))),
            boasting=inflected(table.words("boasting"), forms) | frozenset(table.words("out_of_action")),
            armed=frozenset(spelled(table.words("armed"))),
            clashes=frozenset(spelled(table.words("clashes"))),
            exchanges=SetPhrases.of(fold(p) for p in table.words("exchanges")),
            both_sides=SetPhrases.of(fold(p) for p in table.words("both_sides")),
            abducting=inflected(table.words("abducting"), forms),
            crimes=frozenset(spelled(table.words("crimes"))),
            oblique=frozenset(table.words("oblique")),
            subjecting=inflected(table.words("subjecting"), forms),
            guilty=frozenset(spelled(table.words("guilty"))),
            protests=frozenset(spelled(table.words("protests"))),
            already=frozenset(table.words("already")),
            same=frozenset(table.words("same")),
            descriptions=frozenset(spelled(table.words("descriptions"))),
            organisations=frozenset(table.words("organisations")),
            taken_up=frozenset(table.words("taken_up")),
            objects=frozenset(table.words("objects")),
            outbreaks=frozenset(table.words("outbreaks")),
            wars=frozenset(spelled(table.words("wars"))),
            against=frozenset(table.words("against")),
            with_=frozenset(table.words("with")),
            kinds_of_two={split_phrase(w): name for name in pairs.data for w in pairs.words(name)},
            kinds={word: name for name in kinds.data for word in spelled(kinds.words(name))},
            unnamed={word: name for name in unnamed.data for word in spelled(unnamed.words(name))},
            alone=frozenset(spelled(table.words("alone"))),
            holding=frozenset(table.words("holding")),
            army=table.text("army"),
            groups=table.text("groups"),
            they=frozenset(table.words("they", optional=True)),
            several_of=frozenset(table.words("several_of", optional=True)),
            several_targets=frozenset(table.words("several_targets", optional=True)),
            most=frozenset(table.words("most", optional=True)),
            blasts=frozenset(spelled(table.words("blasts", optional=True))),
            that_of=frozenset(table.words("that_of", optional=True)),
            some_of=frozenset(table.words("some_of", optional=True)),
            declaring=inflected(table.words("declaring", optional=True), forms),
            fighters=frozenset(spelled(table.words("fighters", optional=True))),
            at_large=frozenset(spelled(table.words("at_large", optional=True))),
            militiamen=frozenset(spelled(table.words("militiamen", optional=True))),
            militias=frozenset(spelled(table.words("militias", optional=True))),
            lawless=frozenset(table.words("lawless", optional=True)),
            running_into=inflected(table.words("running_into", optional=True), forms),
            mines=frozenset(spelled(table.words("mines", optional=True))),
            staffs=frozenset(table.words("staffs", optional=True)),
            guards=frozenset(table.words("guards")),
            armies=table.words("armies"),
            arms=table.words("arms"),
            making=inflected(table.words("making"), forms),
            answering=frozenset(spelled(table.words("answering"))),
            onsets=_onsets(table.table("onsets"), forms),
            owning=inflected(table.words("owning"), forms),
            besieging=inflected(table.words("besieging"), forms),
            targets=frozenset(table.words("targets")),
            hallmarks=frozenset(table.words("hallmarks")),
            fleeing=inflected(table.words("fleeing"), forms),
        )


def _onsets(table: Table, forms: Forms) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The set words of attack: every form of each verb with what stands behind it."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for verb in table.data:
        tails = tuple(split_phrase(tail) for tail in table.words(verb))
        found |= {form: (*found.get(form, ()), *tails) for form in inflected((verb,), forms)}
    return found
