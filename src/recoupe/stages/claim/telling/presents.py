"""Presents: whether a clause says how things are, by a verb in the present that is no noun, no participle and no auxiliary."""

from collections.abc import Sequence

from recoupe.languages.verbs import Analyses
from recoupe.model.annotation import Token
from recoupe.stages.claim.setting.setting import Setting


def presents(tokens: Sequence[Token], setting: Setting) -> list[Token]:
    """The verbs in the present, third person, that can be no participle (« contraint ») and are no « a », « ont ».

    « l'attaque » behind an article, « de lutte » behind a preposition are nouns.
    """
    nominal, verbs = setting.statements.nominal, setting.pack.verbs
    return [
        t
        for i, t in enumerate(tokens)
        if not (i and tokens[i - 1].fold in nominal) and _is_present(verbs.analyses(t.fold), setting)
    ]


def _is_present(analyses: Analyses, setting: Setting) -> bool:
    return any(
        form.mood == "indicative" and form.tense == "present" and form.person == 3 and lemma not in setting.words.have
        for lemma, form in analyses
    ) and not any(form.mood == "participle" for _, form in analyses)
