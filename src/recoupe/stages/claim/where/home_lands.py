"""Home lands: the land of those counted, or of who counts them, where no place is told."""

from recoupe.gazetteers.wars import wars
from recoupe.model.annotation import Place
from recoupe.stages.claim.counts.context import FigureContext
from recoupe.stages.claim.setting.setting import Setting
from recoupe.stages.claim.setting.whereabouts import Ground
from recoupe.stages.claim.telling.states import size_of

_AUTHORITIES = frozenset({"state", "body"})
_MANY = 100
"""So many people of one land are not harmed elsewhere at one time."""


def of_other_side(context: FigureContext, setting: Setting, inherited: Ground) -> Place | None:
    """The land of civilians whose state is said to kill where the text is: « trois civils israéliens » in a text about raids on Gaza."""
    place = inherited.place
    if context.group != "civilians" or place is None or place.country is None:
        return None
    words = context.sentence.within(context.start, context.part_end)
    named = (setting.gazetteers.countries.by_adjective(t.text) for t in words)
    code = next((c for c in named if c is not None), None)
    if code is None or code == place.country:
        return None
    fights = any(f.perpetrator is not None and is_of(f.perpetrator, code, setting) for f in context.earlier)
    return setting.gazetteers.places.country(code) if fights else None


def of_people(context: FigureContext, setting: Setting, inherited: Ground) -> Ground:
    """What is inherited, or where nothing exact is, the country of the people counted (« 352 Irakiens tués »).

    A few may have been anywhere (« trois Espagnols ont été enlevés »), unless there is fighting in their land.
    """
    if inherited.place is not None and inherited.place.precision != "wide":
        return inherited
    for token in context.sentence.tokens:
        if context.start <= token.start < context.end:
            code = setting.gazetteers.countries.by_adjective(token.text) if token.text[0].isupper() else None
            if code is not None and _is_at_home(code, context, setting):
                return inherited.unnamed(setting.gazetteers.places.country(code))
    return inherited


def _is_at_home(code: str, context: FigureContext, setting: Setting) -> bool:
    """Whether people of a country were likely harmed in it: the text is there, there is fighting there, or they are many and it is not another
    state that counts them (« Londres estime que 30 000 Russes ont été tués »)."""
    published = setting.document.published
    if code in setting.lands or setting.gazetteers.countries.record(code).unrest:
        return True
    if wars().began(code, published) is not None or setting.gazetteers.places.has_theatre(code, published):
        return True
    speaker = context.chain[-1].entity if context.chain else None
    abroad = speaker is not None and speaker.kind in _AUTHORITIES and speaker.country not in (None, code)
    return size_of(context) >= _MANY and not abroad


def of_speaker(context: FigureContext, setting: Setting, inherited: Ground) -> Ground:
    """What is inherited, or where nothing is, the country whose authorities count (« le ministère libanais compte »)."""
    speaker = context.chain[-1].entity if context.chain else None
    if inherited.place is not None or speaker is None or speaker.kind not in _AUTHORITIES or speaker.country is None:
        return inherited
    countries = setting.gazetteers.countries
    named = {countries.by_adjective(word) for word in (speaker.name_fr or speaker.name).split()} - {None}
    if speaker.country not in named and speaker.kind != "state":
        return inherited  # the Syrian Observatory sits in Britain, Human Rights Watch in New York
    if is_of(context.perpetrator, speaker.country, setting):
        return inherited  # « les États-Unis ont reconnu avoir tué douze civils »: who did it may have been anywhere
    if _reckons(speaker.country, context, setting) and _names_others(speaker.country, context, setting):
        return inherited
    return inherited.unnamed(setting.gazetteers.places.country(speaker.country))


def _reckons(own: str, context: FigureContext, setting: Setting) -> bool:
    """Whether the speaker puts a number to the dead, and has no war on its own ground: « Washington estime que », « selon
    Washington », but not « la présidence malienne a annoncé que »."""
    cue = context.chain[-1].cue
    if (
        cue is None
        or wars().is_fought_in(own, setting.document.published)
        or setting.gazetteers.countries.record(own).unrest
    ):
        return False
    said = context.sentence.within(cue.start, cue.end)
    if said and said[0].fold in setting.pack.cues.adpositions.openings:
        return True
    return any(lemma in setting.words.reckoning for t in said for lemma, _ in setting.pack.verbs.analyses(t.fold))


def _names_others(own: str, context: FigureContext, setting: Setting) -> bool:
    """Whether those counted, or who lost them, are of another country than `own`, and not those who did it: « Washington estime
    que 9 000 soldats russes ont été tués »."""
    countries = setting.gazetteers.countries
    for token in context.sentence.within(context.clause_start, context.end):
        if token.text.isalpha() or "-" in token.text:
            named = token.text[0].isupper()
            code = countries.by_adjective(token.text) or (countries.by_metonym(token.text) if named else None)
            if code is not None and code != own and not is_of(context.perpetrator, code, setting):
                return True
    return False


def is_of(party: str | None, country: str, setting: Setting) -> bool:
    """Whether a party is a country, or an army or the like of it."""
    if party is None:
        return False
    actor = setting.gazetteers.actors.lookup(party)
    own = actor.country if actor is not None else setting.gazetteers.countries.by_name(party)
    return own == country
