"""What is a copy, in whole or in part, and what only shares words."""

import random
import time

from recoupe.stages.derive.reuse import reuse
from recoupe.stages.derive.shingles import boilerplate, passage_hash, shingles, standing
from tests.stages.derive.made import profile

DISPATCH = """Un convoi de ravitaillement a été attaqué lundi à l’aube sur la route qui relie Bambari à Ippy, dans le centre du pays.
Quatre chauffeurs ont péri et deux camions chargés de farine ont brûlé, d’après un responsable de la préfecture.
Les assaillants, une vingtaine d’hommes à moto, se sont repliés dans la brousse avant l’arrivée des Casques bleus.
Le transporteur a suspendu tous ses trajets vers l’est jusqu’à nouvel ordre, et les prix du marché ont déjà doublé.
Des familles campent depuis trois jours autour de l’église, faute d’eau potable dans les quartiers du nord."""
WEATHER = """Les pluies de la semaine ont emporté le pont qui desservait la vallée, isolant une dizaine de hameaux.
Les cultivateurs attendent que la rivière baisse pour sauver ce qui reste de la récolte de sorgho.
Une équipe d’ingénieurs doit arriver jeudi avec une passerelle provisoire louée à un pays voisin."""
SPEECH = (
    "nous n’avons jamais visé le dispensaire, nos pilotes ont vérifié trois fois les coordonnées avant de tirer, "
    "et ceux qui prétendent le contraire devront montrer leurs images devant une commission que nous appelons de nos vœux"
)


def test_the_same_words_in_other_dress() -> None:
    dressed = DISPATCH.replace("’", "'").replace("é", "É").replace(" ", "\u00a0", 9).upper()
    found = reuse(profile(DISPATCH), profile(dressed))
    assert found is not None
    assert found.verbatim
    assert [(pair.a, pair.b) for pair in found.pairs] == [(n, n) for n in range(5)]
    assert found.same == found.covered_a == 1


def test_the_last_paragraph_cut_is_still_word_for_word() -> None:
    found = reuse(profile(DISPATCH), profile("\n".join(DISPATCH.split("\n")[:3])))
    assert found is not None
    assert found.verbatim
    assert found.covered_b == 1 > found.covered_a


def test_latin_letters_in_cyrillic_words() -> None:
    text = (
        "Колонна с продовольствием попала под обстрел на рассвете у переправы через реку, погибли четверо водителей.\n"
        "Перевозчик остановил рейсы на восток до особого распоряжения, цены на рынке за день выросли вдвое.\n"
        "Жители северных кварталов третьи сутки ночуют возле храма, потому что в колодцах не осталось воды."
    )
    found = reuse(profile(text), profile(text.replace("о", "o").replace("с", "c").replace("р", "p")))
    assert found is not None
    assert found.verbatim


def test_words_changed_at_random_sentences_moved_dropped_and_put_in() -> None:
    chance = random.Random(1)
    words = WEATHER.split()
    lines = [
        " ".join(chance.choice(words) if chance.random() < 0.4 else word for word in line.split())
        for line in DISPATCH.split("\n")
    ]
    edited = "\n".join([lines[3], WEATHER.split("\n")[0], *lines[:3]])
    found = reuse(profile(DISPATCH), profile(edited))
    assert found is not None
    assert not found.verbatim
    assert {(pair.a, pair.b) for pair in found.pairs} >= {(3, 0), (0, 2), (1, 3)}


def test_sentences_joined_and_split() -> None:
    one, two, three, *_ = DISPATCH.split("\n")
    joined = f"{one.rstrip('.')} ; {two}\n{three.replace(', une vingtaine d’hommes à moto,', '')}"
    found = reuse(profile(DISPATCH), profile(joined))
    assert found is not None
    assert [(pair.a, pair.b) for pair in found.pairs] == [(0, 0), (1, 0), (2, 1)]


def test_one_paragraph_in_a_review() -> None:
    one, two, *_ = DISPATCH.split("\n")
    review = "\n".join([*WEATHER.split("\n"), f"{one} {two}", *reversed(WEATHER.upper().split("\n"))])
    found = reuse(profile(DISPATCH), profile(review))
    assert found is not None
    assert [pair.a for pair in found.pairs] == [0, 1]
    assert found.covered_b < 0.5


def test_one_statement_quoted_twice_is_no_copy() -> None:
    one = f"{WEATHER}\nInterrogé par la radio publique, le colonel s’est défendu : « {SPEECH} »."
    other = f"{DISPATCH}\nDevant les députés, l’officier a répliqué : “{SPEECH}”."
    assert reuse(profile(one), profile(other)) is None
    bare = other.replace("“", "").replace("”", "")
    assert reuse(profile(one.replace("« ", "").replace(" »", "")), profile(bare, said=(SPEECH,))) is None
    assert reuse(profile(one.replace("« ", "").replace(" »", "")), profile(bare)) is not None


def test_templates_filled_otherwise_are_no_copies() -> None:
    def roundup(*lines: tuple[str, str, str]) -> str:
        return "\n".join(
            f"Près de {place}, {count} frappes ont touché une unité tactique de {group} et détruit un véhicule "
            f"blindé, deux positions de tir ainsi qu’un dépôt de munitions aux abords de {place}."
            for place, count, group in lines
        )

    monday = roundup(("Kandahar", "12", "Haqqani"), ("Ghazni", "7", "Tora Bora"), ("Kunduz", "4", "Baloutch"))
    tuesday = roundup(("Herat", "9", "Mansour"), ("Farah", "3", "Zadran"), ("Zabol", "15", "Noorzai"))
    assert reuse(profile(monday), profile(tuesday)) is None
    assert reuse(profile(monday), profile(monday.replace("12", "14").replace("4 ", "6 "))) is not None


def test_formulas_in_common_are_no_copy() -> None:
    formulas = "L’information n’a pas pu être vérifiée de source indépendante."
    one, other = f"{WEATHER}\n{formulas}", f"{DISPATCH}\n{formulas}"
    assert reuse(profile(one), profile(other)) is None
    assert reuse(profile(WEATHER), profile(DISPATCH)) is None
    assert reuse(profile(""), profile(DISPATCH)) is None


def test_a_standing_paragraph_is_left_out() -> None:
    standing_words = (
        "Depuis douze ans, la guerre entre les milices du plateau et l’armée régulière a vidé la moitié des villages, "
        "fermé les écoles et poussé plus d’un million d’habitants vers les camps du littoral, sans qu’aucune des trêves "
        "conclues sous l’égide des pays voisins ne tienne au-delà d’une saison."
    )
    one, other = profile(f"{WEATHER}\n{standing_words}"), profile(f"{DISPATCH}\n{standing_words}")
    assert reuse(one, other) is not None
    assert reuse(one, other, boilerplate=frozenset((passage_hash(one.passages[-1]),))) is None


def test_boilerplate_is_learned_by_outlet() -> None:
    foot = "Abonnez-vous à notre lettre du matin"
    page = profile(f"{DISPATCH}\n{foot}", outlet="La Lagune")
    keys = standing(page)
    first, foot_hash = passage_hash(page.passages[0]), passage_hash(page.passages[-1])
    assert boilerplate(page, {keys[first]: 2, keys[foot_hash]: 2}) == {foot_hash}
    assert boilerplate(page, {keys[first]: 3, keys[foot_hash]: 1}) == {first}
    assert standing(profile(DISPATCH, outlet="Le Phare"))[first] != keys[first]
    unnamed = profile(f"{DISPATCH}\n{foot}")
    assert boilerplate(unnamed, dict.fromkeys(standing(unnamed).values(), 4)) == frozenset()
    assert foot_hash in boilerplate(unnamed, dict.fromkeys(standing(unnamed).values(), 5))


def test_a_dispatch_printed_again_is_no_boilerplate() -> None:
    page = profile(DISPATCH, outlet="La Lagune")
    taken = boilerplate(page, dict.fromkeys(standing(page).values(), 4))
    assert taken.isdisjoint(passage_hash(passage) for passage in page.passages[:3])


def test_shingles_last_and_leave_quotations_out() -> None:
    assert shingles(profile("Les villageois fuyaient vers les collines, emportant leurs chèvres maigres.")) == {
        659903445404997462,
        2829880589858417548,
        7731239152524427551,
        8831069460695966595,
    }
    own = shingles(profile(WEATHER))
    assert shingles(profile(f"{WEATHER}\n« {SPEECH} »")) == own
    assert len(shingles(profile("\n".join([DISPATCH, WEATHER])))) < 60


def test_endless_texts_cost_no_more_than_long_ones() -> None:
    words = " ".join(f"mot{n}" for n in range(60_000))
    lines = "\n".join(f"Le convoi numéro {n} quitte la ville portuaire vers le camp militaire." for n in range(1500))
    start = time.process_time()
    assert reuse(profile(words), profile(words + " fin")) is not None
    reuse(profile(lines), profile(lines.replace("convoi", "camion")))
    assert time.process_time() - start < 20


def test_one_statement_reported_in_the_same_words_is_no_copy() -> None:
    report = "l’aviation a coulé huit barges chargées de carburant dans l’estuaire pendant la nuit de mardi à mercredi"
    one = f"{report}, a indiqué l’état-major dans une note.\n{WEATHER}"
    other = f"Selon la marine, {report}.\n{DISPATCH}"
    assert reuse(profile(one), profile(other)) is not None
    assert reuse(profile(one), profile(other, reported=(report,))) is None
    assert reuse(profile(f"{one}\n{DISPATCH}"), profile(other, reported=(report,))) is not None
