"""NTREX: two items in four languages in the form of the set; an item is paired with its own translations only."""

from pathlib import Path

from evals.ntrex import LANGUAGES, measure

_ITEMS = {
    "mine.1": {
        "fr": (
            "Une mine explose près de Sloviansk : quatre démineurs tués",
            "L’enquête a été confiée au parquet de la région.",
            "Quatre démineurs ont été tués mardi par l’explosion d’une mine près de Sloviansk, a dit le maire Vadim Liakh.",
            "Le convoi revenait d’un village voisin.",
            "Leur véhicule a roulé sur l’engin en quittant un champ de tournesols.",
        ),
        "en": (
            "Mine explodes near Sloviansk: four deminers killed",
            "The inquiry was handed to the regional prosecutor.",
            "Four deminers were killed on Tuesday when a mine exploded near Sloviansk, mayor Vadim Liakh said.",
            "The convoy was on its way back from a nearby village.",
            "Their vehicle drove over the device as it was leaving a sunflower field.",
        ),
        "ru": (
            "Под Славянском взорвалась мина: погибли четыре сапёра",
            "Расследование поручено областной прокуратуре.",
            "Четыре сапёра погибли во вторник при взрыве мины под Славянском, сообщил мэр Вадим Лях.",
            "Колонна возвращалась из соседнего села.",
            "Их автомобиль наехал на устройство, когда выезжал с подсолнечного поля.",
        ),
        "ar": (
            "انفجار لغم قرب سلوفيانسك: مقتل أربعة من نازعي الألغام",
            "وأسند التحقيق الى النيابة العامة في المنطقة.",
            "قتل أربعة من نازعي الألغام يوم الثلاثاء في انفجار لغم قرب سلوفيانسك، بحسب رئيس البلدية فاديم لياخ.",
            "وكانت القافلة عائدة من قرية مجاورة.",
            "وسارت مركبتهم فوق العبوة أثناء خروجها من حقل لعباد الشمس.",
        ),
    },
    "mine.2": {
        "fr": (
            "Le Tchad ferme sa frontière avec le Soudan",
            "La mesure prend effet immédiatement.",
            "Le Tchad a annoncé samedi la fermeture de sa frontière avec le Soudan, longue de 1 400 kilomètres.",
            "Le texte a été lu à la télévision.",
            "Des milliers de réfugiés attendent de l’eau et des vivres au camp d’Adré.",
        ),
        "en": (
            "Chad closes its border with Sudan",
            "The measure takes effect at once.",
            "Chad announced on Saturday the closing of its 1,400 kilometre long border with Sudan.",
            "The text was read out on television.",
            "Thousands of refugees are waiting for water and food in the camp of Adré.",
        ),
        "ru": (
            "Чад закрывает границу с Суданом",
            "Мера вступает в силу немедленно.",
            "Чад объявил в субботу о закрытии границы с Суданом протяжённостью 1400 километров.",
            "Текст был зачитан по телевидению.",
            "Тысячи беженцев ждут воды и продовольствия в лагере Адре.",
        ),
        "ar": (
            "تشاد تغلق حدودها مع السودان",
            "ويدخل الإجراء حيز التنفيذ فورا.",
            "أعلنت تشاد يوم السبت إغلاق حدودها مع السودان البالغ طولها 1400 كيلومتر.",
            "وتلي النص عبر التلفزيون.",
            "وينتظر آلاف اللاجئين الماء والطعام في مخيم أدري.",
        ),
    },
}


def test_items_are_paired_with_their_translations_only(tmp_path: Path) -> None:
    for language in LANGUAGES:
        lines = [f"{item}\t{said}\n" for item, texts in _ITEMS.items() for said in texts[language]]
        (tmp_path / f"{language}.tsv").write_text("".join(lines), "utf-8")
    measured = measure(tmp_path)
    assert measured.failures == ()
    assert measured.counts["halved f1"] == 12
    assert measured.counts["whole f1"] == 48
    assert measured.rates["halved precision"] == measured.rates["whole precision"] == 1
    assert (measured.rates["halved recall"] or 0) >= 0.7
    missed = round((1 - (measured.rates["halved recall"] or 0)) * 12)
    assert sum(miss.where == "ntrex halved" for miss in measured.misses) == missed
