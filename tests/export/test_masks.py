"""Masks: who is a private person in articles of each language, and what of a text stands for such a person."""

import pytest

from recoupe.export.masks import Masks, PersonsNamed
from recoupe.languages.offices import offices
from recoupe.model.annotation import Entity, EntityKind, Mention
from recoupe.model.reading import Reading
from recoupe.model.span import Span
from recoupe.pipeline import read
from recoupe.publishing import privacy

ENGLISH = (
    "THE HARBOUR LEDGER\n\nSudan: 12 killed in Nyala\n\nNYALA, 12 May 2023 – At least 12 civilians were killed on Thursday "
    'in Nyala, The Harbour Ledger reported. "We buried nine people," said Adam Brema, a neighbour. Halima Idris, a '
    "shopkeeper, said four children died. Musa Tidjani, spokesman for the police, said 15 people were killed. Dr Sara Elnour, "
    "a nurse at the hospital, said 8 bodies came. Yusuf Karim, cousin of a victim, said 3 were missing. Tamarisk Wire said 14 "
    "were dead. Fatima Daoud, director of the Nile Relief Trust, said 20 families fled. Driver Omar Salih told Tamarisk Wire "
    "that two trucks burned. Ali Hamad, mayor of Nyala, said 11 died. Paul Reed, an analyst at the Crisis Monitor, said 5 died.\n"
)
FRENCH = (
    "LE COURRIER DU SAHEL\n\nMali : 12 civils tués à Gao\n\nGAO, 12 mai 2022 – Au moins 12 civils ont été tués mercredi à "
    "Gao. « Nous avons enterré neuf personnes », a dit Moussa Dembélé, commerçant. Selon Aïssata Cissé, une voisine, quatre "
    "enfants sont morts. Le porte-parole de l’armée, Bakary Koné, a annoncé 15 morts. Reste Tripoli, qui a démenti. Reste "
    "Tripoli : le ministère a dit que 3 soldats sont morts. Ibrahim Sanogo, chauffeur, a compté 7 morts. Fanta Coulibaly, "
    "infirmière à l’hôpital de Gao, a compté 8 corps. Le site "
    "lusophone Rives Libres va plus loin : selon lui, 20 civils sont morts. Amadou Ba, maire de Gao, a dit que 11 personnes sont mortes.\n"
)
RUSSIAN = (
    "12 мая 2022. Местная жительница Тамара Гнатенко рассказала, что погибли 4 человека. Сосед Андрей Малюта сообщил о трёх "
    "погибших. Водитель Игорь Савчук сообщил о 5 раненых. Министр обороны Пётр Сидорчук сообщил о 12 погибших в Харькове. Мэр "
    "Харькова Олег Рудник сообщил о 7 погибших. Медсестра Ольга Стец сказала, что погибли 2 человека. По словам жительницы "
    "Тамары Гнатенко, погибли 6 человек. Глава фонда Анна Белова заявила о 8 погибших.\n"
)
ARABIC = (
    "12 مايو 2022\n\nقال الشاهد سعيد الحلبي إن 5 أشخاص قتلوا في حلب. وقال السائق محمود النجار إن 3 مدنيين أصيبوا. "
    "وقال المتحدث باسم الجيش خالد العمري إن 12 جنديا قتلوا. وقال وزير الصحة أحمد الراشد إن 8 أشخاص قتلوا. "
    "وقالت الممرضة هدى الخطيب إن 7 جرحى وصلوا.\n"
)


@pytest.mark.parametrize(
    ("text", "hidden", "shown"),
    [
        (
            ENGLISH,
            ["Adam Brema", "Halima Idris", "Sara Elnour", "Yusuf Karim", "Omar Salih", "Brema"],
            ["Musa Tidjani", "Fatima Daoud", "Ali Hamad", "Paul Reed", "Tamarisk Wire", "The Harbour Ledger", "the"],
        ),
        (
            FRENCH,
            ["Moussa Dembélé", "Aïssata Cissé", "Ibrahim Sanogo", "Fanta Coulibaly", "Cissé"],
            [
                "Bakary Koné",
                "Amadou Ba",
                "Reste Tripoli",
                "Tripoli",
                "Rives Libres",
                "reste",
                "Reste",
                "Le Courrier du Sahel",
            ],
        ),
        (
            RUSSIAN,
            ["Тамара Гнатенко", "Тамары Гнатенко", "Андрей Малюта", "Игорь Савчук", "Ольга Стец"],
            ["Пётр Сидорчук", "Олег Рудник", "Анна Белова", "Харькова"],
        ),
        (
            ARABIC,
            ["سعيد الحلبي", "محمود النجار", "هدى الخطيب", "وسعيد الحلبي"],
            ["خالد العمري", "أحمد الراشد"],
        ),
    ],
)
def test_only_an_office_or_a_body_makes_a_person_public(text: str, hidden: list[str], shown: list[str]) -> None:
    reading = read("article.txt", text.encode())
    assert isinstance(reading, Reading)
    masks = privacy([reading]).masks("X")
    assert [name for name in hidden if "X" not in masks(name)] == []
    assert [name for name in shown if masks(name) != name] == []


def mention(
    name: str, role: str | None = None, organisation: str | None = None, identity: str = "", kind: EntityKind = "person"
) -> Mention:
    return Mention(Span.cut(name, 0, len(name)), Entity(identity or f"person-{name}", kind, name), role, organisation)


def masks_of(*named: Mention, outlets: tuple[str, ...] = ()) -> Masks:
    persons = PersonsNamed(outlets)
    persons.take(named, (), offices("fr"))
    return Masks(persons.private(), "X")


def test_whole_names_and_last_names_are_met_with_their_capitals() -> None:
    masks = masks_of(
        mention("Seydou Guindo"), mention("Ada Diallo", None, "UNHCR"), mention("Awa Or"), mention("Ali dit le Vieux")
    )
    assert masks("Seydou  Guindo, Guindo et SEYDOU GUINDO") == "X, X et X"
    assert masks("Guindokoro, guindo, Seydou, Ada Diallo") == "Guindokoro, guindo, Seydou, Ada Diallo"
    assert masks("Or, Awa Or") == "Or, X"
    assert masks("le vieux") == "le vieux"


def test_what_a_public_person_is_called_is_shown() -> None:
    assert masks_of(mention("Vladimir Putin", identity="wd-Q7747"))("Putin, Vladimir Putin") == "Putin, Vladimir Putin"
    both = masks_of(mention("Oumar Traoré", role="gouverneur"), mention("Awa Traoré"))
    assert both("Oumar Traoré, Awa Traoré, Traoré") == "Oumar Traoré, X, Traoré"


def test_what_is_an_outlet_anywhere_is_no_person() -> None:
    masks = masks_of(mention("Aube Nouvelle"), mention("Fleuve Info"), mention("Sahel Matin"),
                     mention("Sahel Matin", identity="media-sahel-matin", kind="media"), outlets=("Aube nouvelle",))  # fmt: skip
    assert masks("Aube Nouvelle, Fleuve Info, Sahel Matin") == "Aube Nouvelle, Fleuve Info, Sahel Matin"
