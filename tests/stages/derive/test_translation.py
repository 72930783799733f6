"""Translation: an edited translation is found, with its pairs; independent write-ups and look-alikes are not."""

import numpy as np
import pytest

from recoupe import gazetteers
from recoupe.engines.encoder import UseEncoder
from recoupe.languages.key_words import key_words
from recoupe.model.reading import Reading
from recoupe.pipeline import read
from recoupe.stages.derive.profile import Profile
from recoupe.stages.derive.signs import signs
from recoupe.stages.derive.translation import Side, sentences, translated

ORIGINAL = """RDC : quatorze villageois massacrés à Mbau, dans le territoire de Beni
Quatorze civils ont été tués à la machette dans la nuit de vendredi à samedi à Mbau, a annoncé l’administrateur Donat Kibwana.
« L’ennemi a surpris la population dans les champs, les corps ont été retrouvés ce matin », a-t-il précisé.
La société civile locale avance pour sa part un bilan de dix-sept morts et d’une dizaine de disparus.
Les assaillants, présentés comme des rebelles ougandais des ADF, ont aussi incendié vingt-deux maisons et un centre de santé.
L’armée congolaise a lancé fin octobre une offensive contre ce groupe, qui a tué plus de trois cents civils en représailles.
A l’aube, des jeunes en colère ont barricadé la route nationale numéro 4 pour réclamer le départ des Casques bleus."""
ENGLISH = (
    "DR Congo: 14 villagers slaughtered in Mbau",
    "Fourteen civilians were hacked to death overnight in Mbau, the administrator Donat Kibwana announced.",
    '"The enemy surprised people in their fields, and the bodies were found this morning," he said.',
    "Local civil society groups give a toll of 17 dead and about ten missing.",
    "The assailants, described as Ugandan rebels of the ADF, also burned down 22 houses and a health centre.",
    "In the early morning angry youths blocked national road number 4 to demand the departure of the UN peacekeepers.",
)
ARABIC = """الكونغو الديمقراطية: مقتل أربعة عشر قرويا في مباو
قتل أربعة عشر مدنيا بالسواطير ليل الجمعة السبت في مباو، حسبما أعلن مدير الإقليم دونات كيبوانا.
وأوضح أن "العدو فاجأ السكان في الحقول، وعثر على الجثث هذا الصباح".
من جهته، تحدث المجتمع المدني المحلي عن حصيلة من سبعة عشر قتيلا ونحو عشرة مفقودين.
كما أحرق المهاجمون، الذين يوصفون بأنهم متمردون أوغنديون من القوات الديمقراطية المتحالفة، 22 منزلا ومركزا صحيا."""
SAME_STATEMENT = """Beni official reports new massacre by ADF
A raid blamed on the Allied Democratic Forces has killed 14 people in eastern Congo, according to an official in Beni.
Donat Kibwana told journalists that farmers were caught by surprise near the village of Mbau and that houses were set on fire.
Rights activists say the number of victims is higher.
The UN mission, which has faced violent protests, said it had sent a patrol."""
LOOK_ALIKE = """DR Congo: nine villagers slaughtered in Eringeti
Nine civilians were hacked to death overnight in Eringeti, the local chief Joel Kitambala announced.
"The enemy surprised people in their sleep, and the bodies were found at dawn," he said.
Local civil society groups give a toll of 12 dead and several missing.
The assailants, described as Ugandan rebels of the ADF, also burned down a dozen houses and a school.
The army has launched an offensive against the group, which has killed hundreds of civilians in retaliation."""
FRAME = """Markets were calm on Tuesday as investors waited for the central bank's decision on interest rates.
The harvest of cocoa is expected to fall short of last year's because of the rains, growers say.
In the capital the opera reopened after two years of repairs, with a performance of Aida.
Train drivers have called off their strike after an agreement on night shifts was reached.
The national football team lost its opening match by two goals to one."""


@pytest.fixture(scope="module")
def encoder() -> UseEncoder:
    return UseEncoder()


def _side(text: str, encoder: UseEncoder) -> Side:
    reading = read("a.txt", text.encode())
    assert isinstance(reading, Reading)
    profile = Profile(reading)
    found = signs(profile, key_words(reading.document.language), gazetteers.load())
    return Side(profile, found, encoder.encode(sentences(profile)))


@pytest.mark.parametrize("copy", ["\n".join(ENGLISH), ARABIC], ids=["English", "Arabic"])
def test_an_abridged_translation_is_found_either_way_round(copy: str, encoder: UseEncoder) -> None:
    original, relay = _side(ORIGINAL, encoder), _side(copy, encoder)
    there, back = translated(original, relay), translated(relay, original)
    assert there is not None
    assert back is not None
    assert {(p.a, p.b) for p in there.pairs} == {(p.b, p.a) for p in back.pairs}
    assert {(n, n) for n in range(4)} <= {(pair.a, pair.b) for pair in there.pairs}
    assert there.covered_b > 0.8 > there.covered_a - 0.1


def test_a_number_changed_on_the_way_hides_no_translation(encoder: UseEncoder) -> None:
    changed = "\n".join(ENGLISH).replace("14", "41").replace("Fourteen", "Forty-one")
    assert translated(_side(ORIGINAL, encoder), _side(changed, encoder))


def test_paragraphs_that_were_moved_are_paired(encoder: UseEncoder) -> None:
    moved = "\n".join((*ENGLISH[:2], ENGLISH[5], ENGLISH[4], ENGLISH[2], ENGLISH[3]))
    found = translated(_side(ORIGINAL, encoder), _side(moved, encoder))
    assert found is not None
    assert {(0, 0), (1, 1), (2, 4), (3, 5), (6, 2)} <= {(pair.a, pair.b) for pair in found.pairs}


def test_a_sentence_cut_in_two_is_paired_with_both_halves(encoder: UseEncoder) -> None:
    cut = list(ENGLISH)
    cut[4:5] = [
        "The assailants were described as Ugandan rebels of the ADF.",
        "They also burned down 22 houses and a health centre.",
    ]
    found = translated(_side(ORIGINAL, encoder), _side("\n".join(cut), encoder))
    assert found is not None
    assert {(4, 4), (4, 5)} <= {(pair.a, pair.b) for pair in found.pairs}


def test_a_translated_stretch_inside_another_text_is_found(encoder: UseEncoder) -> None:
    inside = "\n".join((*FRAME.splitlines()[:3], *ENGLISH[1:6], *FRAME.splitlines()[3:]))
    found = translated(_side(f"{ORIGINAL}\n", encoder), _side(inside, encoder))
    assert found is not None
    assert {pair.b for pair in found.pairs} == set(range(3, 8))


@pytest.mark.parametrize(
    "other", [SAME_STATEMENT, LOOK_ALIKE, FRAME, ENGLISH[1]], ids=["statement", "look-alike", "other", "lead"]
)
def test_what_is_no_translation_is_not_taken_for_one(other: str, encoder: UseEncoder) -> None:
    assert translated(_side(ORIGINAL, encoder), _side(other, encoder)) is None


def test_a_text_without_passages_translates_nothing(encoder: UseEncoder) -> None:
    side = _side(ORIGINAL, encoder)
    empty = Side(side.profile, (), np.zeros((0, encoder.size), np.float32))
    assert translated(side, empty) is None
    assert translated(empty, side) is None


def test_letters_of_another_script_are_put_right_before_encoding(encoder: UseEncoder) -> None:
    reading = read("a.txt", "Обcтрeл гopoда пpодолжалcя всю ночь, cообщили местные жители и врачи больницы.".encode())
    assert isinstance(reading, Reading)
    assert sentences(Profile(reading))[0].startswith("Обстрел города продолжался")
