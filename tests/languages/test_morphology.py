"""French verb forms against forms checked by hand."""

import pytest

from recoupe.languages.fr.morphology import forms
from recoupe.languages.pack import pack


def conjugated(lemma: str, mood: str, tense: str) -> list[str]:
    """The six forms in the order je, tu, il, nous, vous, ils; of verbs with two spellings the first."""
    found: dict[tuple[int, str], str] = {}
    for form in forms(lemma):
        if (form.mood, form.tense) == (mood, tense):
            found.setdefault((form.person, form.number), form.text)
    return [found[person, number] for number in "sp" for person in (1, 2, 3)]


@pytest.mark.parametrize(
    ("lemma", "mood", "tense", "expected"),
    [
        ("affirmer", "indicative", "present", "affirme affirmes affirme affirmons affirmez affirment"),
        ("annoncer", "indicative", "present", "annonce annonces annonce annonçons annoncez annoncent"),
        ("annoncer", "indicative", "imperfect", "annonçais annonçais annonçait annoncions annonciez annonçaient"),
        ("juger", "indicative", "past", "jugeai jugeas jugea jugeâmes jugeâtes jugèrent"),
        ("rappeler", "indicative", "present", "rappelle rappelles rappelle rappelons rappelez rappellent"),
        ("jeter", "indicative", "future", "jetterai jetteras jettera jetterons jetterez jetteront"),
        ("révéler", "indicative", "present", "révèle révèles révèle révélons révélez révèlent"),
        ("révéler", "indicative", "future", "révélerai révéleras révélera révélerons révélerez révéleront"),
        ("alléguer", "indicative", "present", "allègue allègues allègue alléguons alléguez allèguent"),
        ("mener", "indicative", "future", "mènerai mèneras mènera mènerons mènerez mèneront"),
        ("employer", "indicative", "present", "emploie emploies emploie employons employez emploient"),
        ("avertir", "indicative", "present", "avertis avertis avertit avertissons avertissez avertissent"),
        ("bâtir", "indicative", "imperfect", "bâtissais bâtissais bâtissait bâtissions bâtissiez bâtissaient"),
        ("dire", "indicative", "present", "dis dis dit disons dites disent"),
        ("prédire", "indicative", "present", "prédis prédis prédit prédisons prédisez prédisent"),
        ("dire", "indicative", "past", "dis dis dit dîmes dîtes dirent"),
        ("écrire", "indicative", "present", "écris écris écrit écrivons écrivez écrivent"),
        ("connaître", "indicative", "present", "connais connais connaît connaissons connaissez connaissent"),
        ("admettre", "indicative", "past", "admis admis admit admîmes admîtes admirent"),
        ("prétendre", "indicative", "present", "prétends prétends prétend prétendons prétendez prétendent"),
        ("soutenir", "indicative", "present", "soutiens soutiens soutient soutenons soutenez soutiennent"),
        ("soutenir", "indicative", "past", "soutins soutins soutint soutînmes soutîntes soutinrent"),
        ("craindre", "indicative", "present", "crains crains craint craignons craignez craignent"),
        ("démentir", "indicative", "present", "démens démens dément démentons démentez démentent"),
        ("conclure", "indicative", "present", "conclus conclus conclut concluons concluez concluent"),
        ("faire", "conditional", "present", "ferais ferais ferait ferions feriez feraient"),
        ("avoir", "subjunctive", "present", "aie aies ait ayons ayez aient"),
        ("être", "indicative", "imperfect", "étais étais était étions étiez étaient"),
        ("boire", "indicative", "present", "bois bois boit buvons buvez boivent"),
    ],
)  # fmt: skip
def test_tenses(lemma: str, mood: str, tense: str, expected: str) -> None:
    assert conjugated(lemma, mood, tense) == expected.split()


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("annoncer", "annoncé annoncée annoncés annoncées"),
        ("démentir", "démenti démentie démentis démenties"),
        ("admettre", "admis admise admis admises"),
        ("devoir", "dû due dus dues"),
        ("craindre", "craint crainte craints craintes"),
        ("mourir", "mort morte morts mortes"),
        ("bâtir", "bâti bâtie bâtis bâties"),
    ],
)
def test_past_participles(lemma: str, expected: str) -> None:
    found = [form.text for form in forms(lemma) if form.mood == "participle" and form.tense == "past"]
    assert found == expected.split()


@pytest.mark.parametrize(
    ("lemma", "gerund"),
    [("ajouter", "ajoutant"), ("annoncer", "annonçant"), ("dire", "disant"), ("savoir", "sachant"), ("nier", "niant")],
)
def test_present_participles(lemma: str, gerund: str) -> None:
    assert gerund in {form.text for form in forms(lemma) if (form.mood, form.tense) == ("participle", "present")}


def test_both_spellings_of_the_future_are_known() -> None:
    texts = {form.text for form in forms("révéler")}
    assert {"révélera", "révèlera"} <= texts


def test_a_word_that_ends_like_no_verb_is_refused() -> None:
    with pytest.raises(ValueError, match="communiqué"):
        forms("communiqué")


def test_every_verb_of_the_pack_has_forms() -> None:
    verbs = pack("fr").verbs
    assert verbs.finite("affirment")
    assert verbs.finite("déclarera")
    assert not verbs.finite("déclarant")
    assert verbs.is_auxiliary("aurait")
    assert {lemma for lemma, _ in verbs.analyses("joint")} == {"joindre"}
