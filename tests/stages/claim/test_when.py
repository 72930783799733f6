"""When the harm was done, and what a count sums up."""

import pytest

from recoupe import pipeline
from tests.stages.claim.mini import Answer, cases, read

DATES, SCOPES = 0.85, 0.9


def one(body: str, published: str | None = "2023-05-10") -> Answer:
    """What is read of the last marked count. 10 May 2023 is a Wednesday."""
    return read("Dépêche", body, published)[-1]


def days(body: str, published: str | None = "2023-05-10") -> tuple[str | None, str | None]:
    """First and last day of the last marked count."""
    answer = one(body, published)
    return answer.date_from, answer.date_to


def test_mini_articles_dates() -> None:
    found = [c for c in cases() if "days" in c.expected]
    wrong = [f"{c.name}: {c.answer.date_from}..{c.answer.date_to}" for c in found if not c.right_date()]
    assert len(wrong) <= (1 - DATES) * len(found), wrong


def test_mini_articles_scopes() -> None:
    found = [c for c in cases() if "scope" in c.expected]
    wrong = [f"{c.name}: {c.answer.scope}" for c in found if not c.right_scope()]
    assert len(wrong) <= (1 - SCOPES) * len(found), wrong


@pytest.mark.parametrize(
    "body",
    [
        "<c><f>Neuf civils</f> ont été tués lundi à Alep</c>, <q>a annoncé</q> mardi <s>le ministère</s>.",
        "Mardi, <s>le ministère</s> <q>a annoncé</q> que <c><f>neuf civils</f> avaient été tués lundi à Alep</c>.",
        "Un raid a visé Alep lundi. <c><f>Neuf civils</f> sont morts</c>, <q>a dit</q> <s>le ministère</s> mardi.",
        "Un raid a visé Alep lundi. Dans un texte publié mardi, <s>elle</s> <q>parle</q> de <c><f>neuf morts</f></c>.",
        "<s>L’armée</s> <q>a reconnu</q> mardi <c>avoir tué <f>neuf civils</f> lundi à Alep</c>.",
    ],
)
def test_the_day_of_a_statement_is_not_that_of_the_harm(body: str) -> None:
    assert days(body) == ("2023-05-08", "2023-05-08")


def test_a_day_told_later_dates_what_was_told_before() -> None:
    answer = read(
        "Alep : <f>neuf morts</f>",
        "<c><f>Neuf corps</f> ont été retirés des ruines</c>, <q>a dit</q> mardi <s>un secouriste</s>.\n\n"
        "L’immeuble s’est effondré lundi.",
        "2023-05-10",
    )
    assert [(a.date_from, a.date_to) for a in answer] == [("2023-05-08", "2023-05-08")] * 2


def test_a_sum_since_a_day_ends_with_the_article() -> None:
    answer = one("<f>Cent civils</f> ont été tués à Alep depuis le 1er mai.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-05-01", "2023-05-10", "period")


def test_a_running_total_has_no_first_day() -> None:
    answer = one("Un raid a visé Alep lundi. <f>Mille civils</f> sont assiégés dans la ville.")
    assert (answer.date_from, answer.date_to, answer.scope) == (None, "2023-05-10", "total")


def test_a_running_total_ends_with_the_day_of_the_count() -> None:
    answer = one("<s>L’OIM</s> <q>recensait</q> vendredi <c><f>mille personnes</f> déplacées au Soudan</c>.")
    assert (answer.date_from, answer.date_to, answer.scope) == (None, "2023-05-05", "total")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("Le village de Karma, au Mali, a été attaqué lundi. <f>Neuf corps</f> ont été retrouvés mardi.", "2023-05-08"),
        ("<f>Neuf corps</f> ont été retrouvés mardi à Alep.", "2023-05-09"),
    ],
)
def test_the_day_of_finding_bodies_dates_the_harm_only_where_nothing_else_does(body: str, day: str) -> None:
    assert days(body) == (day, day)


def test_a_month_that_a_body_counts_over_is_that_of_the_harm() -> None:
    answer = one("En avril, <s>l’ONG</s> <q>a recensé</q> <c><f>neuf morts</f> à Alep</c>.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-04-01", "2023-04-30", "period")


def test_a_bare_year_in_the_background_dates_nothing_else() -> None:
    body = "Le raid sur Alep rappelle celui de Homs en 2016.\n\n<f>Neuf civils</f> ont été tués."
    assert days(body) == (None, None)


def test_people_moved_all_at_once_are_an_event() -> None:
    answer = one("Un raid a visé Alep lundi. Les secours ont évacué <f>neuf blessés</f>.")
    assert (answer.date_from, answer.scope) == ("2023-05-08", "incident")


def test_a_stretch_is_a_period() -> None:
    answer = one("Entre le 3 et le 28 avril, <f>cent civils</f> ont été tués à Alep.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-04-03", "2023-04-28", "period")


def test_a_night_is_one_event() -> None:
    answer = one("<f>Neuf civils</f> ont été tués dans la nuit de lundi à mardi à Alep.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-05-08", "2023-05-09", "incident")


def test_a_part_is_dated_like_its_whole() -> None:
    answer = one("<f>Neuf civils</f>, dont <f>trois enfants</f>, ont été tués lundi à Alep.")
    assert (answer.date_from, answer.scope) == ("2023-05-08", "incident")


def test_nothing_is_said_of_when() -> None:
    answer = one("<f>Neuf personnes</f> ont été tuées à Alep.")
    assert (answer.date_from, answer.date_to, answer.scope) == (None, None, "incident")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Dans la nuit de lundi à mardi, des frappes ont tué <f>six civils</f> à Homs.", "incident"),
        ("Lundi, des bombardements ont fait <f>six morts</f> à Homs.", "incident"),
        ("Des combats ont fait <f>six morts</f> à Homs.", "incident"),
        ("Un raid a tué <f>six civils</f> à Homs, bombardée depuis mai 2022.", "incident"),
        ("Un raid, le plus meurtrier depuis 2018, a tué <f>six civils</f> à Homs.", "incident"),
        ("Depuis lundi, des frappes ont tué <f>six civils</f> à Homs.", "period"),
        ("Ces deux derniers jours, des raids ont tué <f>six civils</f> à Homs.", "period"),
        ("Cette semaine, <f>six civils</f> sont morts à Homs dans plusieurs attaques.", "period"),
        ("Au cours des dernières 24 heures, <f>six civils</f> sont morts à Homs.", "period"),
        ("La guerre déclenchée en mars 2011, qui a fait <f>300 000 morts</f>, s'éternise en Syrie.", "period"),
        ("Le conflit a fait <f>300 000 morts</f> en Syrie.", "total"),
        ("Les combats ont fait <f>300 000 morts</f> en Syrie.", "total"),
    ],
)
def test_a_sum_needs_a_stated_stretch_or_a_war(body: str, expected: str) -> None:
    assert one(body).scope == expected


@pytest.mark.parametrize(
    "body",
    [
        "Un raid a tué <f>six civils</f> à Homs. Le pays est en crise depuis le coup d'État de février 2021.",
        "Un raid a tué <f>six civils</f> à Homs. L'accord de février 2021 est mort.",
        "En représailles à l'attaque du 3 mai, un raid a tué <f>six civils</f> à Homs.",
        "Un raid a tué <f>six civils</f> à Homs, <q>a annoncé</q> lundi <s>le gouverneur</s>.",
    ],
)
def test_what_dates_something_else_is_no_day_of_the_harm(body: str) -> None:
    answer = one(body)
    assert (answer.date_from, answer.date_to) == (None, None)


def test_a_weekday_before_a_number_in_words_is_read() -> None:
    assert one("Un raid a touché lundi une école de Homs, tuant <f>six enfants</f>.").date_from == "2023-05-08"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Une série d'attentats a fait <f>six morts</f> lundi à Homs.", "incident"),
        ("Une série d'attentats a fait <f>six morts</f> à Homs en mars.", "period"),
        ("Deux attentats ont fait <f>six morts</f> lundi à Homs.", "incident"),
        ("Deux attentats ont fait <f>six morts</f> à Homs en mars.", "period"),
        ("Un double attentat a fait <f>six morts</f> lundi à Homs.", "incident"),
        ("Trois frappes ont visé lundi le marché de Homs, tuant <f>six civils</f>.", "incident"),
        ("Des frappes ont tué <f>six civils</f> lundi à travers le pays.", "incident"),
        ("Des frappes ont tué <f>six civils</f> en mars à travers le pays.", "period"),
        ("Des frappes ont tué <f>6 civils</f> lundi en Syrie.", "period"),
        ("Des combats ont tué <f>6 soldats</f> lundi en Syrie.", "incident"),
        ("Une frappe a tué <f>six civils</f> lundi en Syrie.", "incident"),
        ("Des hommes ont attaqué lundi quatre villages, tuant <f>six civils</f>.", "incident"),
        ("Lundi, à Homs, théâtre de mois de combats, une bombe a tué <f>six civils</f>.", "incident"),
        ("Les raids de lundi ont fait <f>20 morts</f>, douze à Homs et huit à Hama.", "period"),
        ("Les raids de lundi ont fait 20 morts, douze à Homs et <f>huit</f> à Hama.", "incident"),
        ("Pendant le siège de Homs, <f>six cents civils</f> ont péri.", "period"),
        ("Au fil des mois, <f>six cents civils</f> ont péri à Homs.", "period"),
        ("Les raids, étalés sur trois jours, ont tué <f>six civils</f> à Homs.", "period"),
        ("La ville est tombée après trois jours de combats qui ont fait <f>six morts</f>.", "period"),
        ("Les combats ont duré cinq jours et fait <f>six morts</f> à Homs.", "period"),
        ("En moins de 48 heures, <f>six civils</f> ont été tués à Homs.", "period"),
        ("Les heurts de lundi et mardi ont fait <f>six morts</f> à Homs.", "period"),
        ("Un précédent attentat, en mars, avait fait <f>six morts</f> à Homs.", "incident"),
        ("<f>Six mineurs</f> sont morts de soif en Mauritanie.", "incident"),
        ("<f>Six avocats</f> ont été arrêtés en Tunisie.", "incident"),
    ],
)
def test_a_sum_adds_up_several_events_or_days(body: str, expected: str) -> None:
    assert one(body).scope == expected


@pytest.mark.parametrize(
    "said", ["Jusqu'à présent", "À ce stade", "Pour l'heure", "À cette heure", "Jusqu'ici", "À l'heure actuelle"]
)
def test_a_toll_so_far_is_that_of_its_event(said: str) -> None:
    answer = one(f"Lundi, un obus est tombé sur le marché de Homs. {said}, on compte <f>neuf morts</f>.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-05-08", "2023-05-08", "incident")


def test_a_toll_so_far_of_no_event_runs() -> None:
    answer = one("Jusqu'à présent, la guerre a fait <f>12 000 morts</f> au Soudan.")
    assert (answer.date_from, answer.date_to, answer.scope) == (None, "2023-05-10", "total")


def test_a_count_too_high_for_a_day_is_no_part_of_its_event() -> None:
    answer = one("L'assaut de lundi a fait 12 morts à Taez. Les représailles ont fait <f>12 000 morts</f>.")
    assert (answer.date_from, answer.date_to, answer.scope) == (None, "2023-05-10", "total")


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("Au Soudan, <f>six cents civils</f> ont été tués depuis le début de la guerre.", "2023-04-15"),
        ("<f>Six mille civils</f> ont été tués en Ukraine depuis le début de l'invasion russe.", "2022-02-24"),
        ("La bataille a commencé il y a dix jours. Depuis son début, <f>40 civils</f> sont morts.", "2023-04-30"),
        (
            "Le 3 mai, de violents combats ont éclaté. Depuis le début des combats, <f>40 civils</f> ont péri.",
            "2023-05-03",
        ),
        ("L'offensive, lancée le 18 avril, a fait <f>40 morts</f> à Homs.", "2023-04-18"),
    ],
)
def test_a_sum_since_a_beginning_takes_the_day_on_which_that_was(body: str, first: str) -> None:
    answer = one(body)
    assert (answer.date_from, answer.date_to, answer.scope) == (first, "2023-05-10", "period")


def test_a_sum_since_a_day_may_be_closed_before_the_article() -> None:
    answer = one("Selon un bilan arrêté au 30 avril, <f>900 civils</f> ont été tués en Ukraine depuis le 1er mars.")
    assert (answer.date_from, answer.date_to, answer.scope) == ("2023-03-01", "2023-04-30", "period")


@pytest.mark.parametrize(
    ("body", "day"),
    [
        (
            "Au lendemain de l'attaque de Homs, <f>neuf morts</f> sont comptés. L'attaque de lundi a choqué.",
            "2023-05-08",
        ),
        ("Il y a eu <f>neuf morts</f>, dit l'agence, suite aux raids menés lundi sur Homs.", "2023-05-08"),
        ("Un obus a touché Homs. « Actuellement, il y a <f>neuf morts</f> », dit le maire.", "2023-05-10"),
    ],
)
def test_the_day_of_an_event_is_implied(body: str, day: str) -> None:
    assert days(body) == (day, day)


def test_an_attack_before_the_one_told_is_of_the_day_before() -> None:
    text = "Six civils sont morts mardi à Homs, au lendemain d'un attentat qui avait fait neuf morts."
    figures = pipeline.read("a.txt", f"Syrie\n\nPublié le 10 mai 2023\n\n{text}".encode()).figures
    assert [f.date_from for f in figures] == ["2023-05-09", "2023-05-08"]


def test_a_weekday_that_nothing_dates_is_not_the_day_told_elsewhere() -> None:
    answer = read("Dépêche", "Homs, le 3 mai 2015. Un raid de mardi a tué <f>neuf civils</f> à Homs.", None)[-1]
    assert (answer.date_from, answer.date_to) == (None, None)


def test_a_day_that_cannot_be_told_is_an_issue() -> None:
    text = (
        "Mali : neuf morts\n\nNeuf soldats ont été tués mardi 24 août à Ansongo. Le même jour, six civils sont morts."
    )
    read_ = pipeline.read("a.txt", text.encode())
    assert {f.date_from for f in read_.figures} == {None}
    assert [(i.kind, i.span.text) for i in read_.issues if i.span] == [
        ("date", "mardi 24 août"),
        ("date", "Le même jour"),
    ]


@pytest.mark.parametrize(
    "later",
    ["Depuis le 7 octobre 2023, 43 000 personnes ont été tuées.", "Le 3 mai 2023, un autre raid avait tué six civils."],
)
def test_a_day_that_nothing_dates_is_not_the_main_event_s(later: str) -> None:
    answer = read("Homs : <f>neuf morts</f>", f"Neuf civils ont été tués vendredi à Homs. {later}", None)[0]
    assert (answer.date_from, answer.date_to) == (None, None)


def test_the_last_hours_of_a_war_are_not_those_of_the_event_told() -> None:
    body = "Un obus a tué <f>six civils</f> à Homs. Ces dernières 24 heures, l'armée a perdu neuf hommes à Homs."
    assert days(body) == (None, None)


def test_a_large_count_in_an_article_on_an_operation_runs_from_its_beginning() -> None:
    text = "L'opération menée à Homs est critiquée. Menée au sol, l'opération a débuté le 3 avril."
    text = f"Syrie\n\nPublié le 10 mai 2023\n\n{text}\n\nPlusieurs centaines de civils ont péri, dit un secouriste."
    found = [(f.date_from, f.date_to, f.scope) for f in pipeline.read("a.txt", text.encode()).figures]
    assert found == [("2023-04-03", "2023-05-10", "period")]


@pytest.mark.parametrize(
    "body",
    [
        "Nouvelle attaque sur Alep lundi 8 mai, faisant <f>neuf morts</f>, a dit la police ce mercredi.",
        "Des hommes ont lancé lundi 8 mai un raid sur Alep, tuant <f>neuf civils</f>, a dit la police ce mercredi.",
        "Lundi 8 mai, un raid sur Alep, au nord, tuant <f>neuf civils</f>, a précisé l’armée ce mardi dans un communiqué.",
    ],
)
def test_the_day_behind_a_verb_of_saying_is_that_of_the_statement(body: str) -> None:
    assert days(body) == ("2023-05-08", "2023-05-08")
