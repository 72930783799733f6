"""Names of outlets across scripts, credits, and which of two documents comes first."""

import pytest

from recoupe.stages.derive.citations import citation
from recoupe.stages.derive.direction import direction
from recoupe.stages.derive.letters import skeleton
from recoupe.stages.derive.named import credited, name_keys, names_in, own_keys, signs_itself
from recoupe.text import one_script
from tests.stages.derive.articles import AGENCY, DAILY, REVIEW, profile


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Polus-Vostok", "Полюс-Восток"),
        ("Sanabil al-Khabar", "سنابل الخبر"),
        ("Konashenkov", "Конашенков"),
        ("Khabarovsk", "Хабаровск"),
        ("Novaya Volna", "Новая волна"),
    ],
)
def test_a_name_has_one_skeleton_in_every_script(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other) != ""


def test_other_names_have_other_skeletons() -> None:
    names = ("Le Courrier du Fleuve", "La Voix du Nord", "Новости", "Tamarisk Wire", "سنابل الخبر")
    assert len({skeleton(name) for name in names}) == len(names)


def test_look_alike_letters_are_undone_and_offsets_hold() -> None:
    disguised = "удар пo пoxopoннoй пpoцeccии"
    assert one_script(disguised) == "удар по похоронной процессии"
    assert one_script("Le raïd de l’armée ΑΒ") != ""
    assert len(one_script(disguised)) == len(disguised)


def test_an_acronym_stands_for_the_name_it_is_written_beside() -> None:
    assert name_keys("ASP") < name_keys("Agence Sahel-Presse (ASP)")
    assert own_keys(profile(AGENCY).document) & name_keys("ASP")


def test_an_agency_credits_itself_and_a_daily_credits_the_agency() -> None:
    agency, daily = profile(AGENCY), profile(DAILY)
    assert signs_itself(agency.document)
    assert not credited(agency.document)
    assert [each.credit.name for each in credited(daily.document)] == ["ASP"]


def test_nobody_in_particular_is_no_third_body() -> None:
    text = DAILY.replace("(Avec ASP)", "(Source : agences)")
    assert credited(profile(text).document) == ()


def test_a_credit_tells_which_comes_first_whatever_the_days_say() -> None:
    agency, daily = profile(AGENCY), profile(DAILY.replace("13/05/2022", "11/05/2022"))
    assert direction(agency, daily, across=False)[:] == (True, True, "credit")
    assert direction(daily, agency, across=False)[:] == (False, True, "credit")


def test_two_who_credit_a_third_need_not_have_it_from_each_other() -> None:
    other = DAILY.replace("LE COURRIER DES COLLINES", "LA GAZETTE DE L'OUEST")
    assert not direction(profile(DAILY), profile(other), across=False).known


def test_the_later_one_relays_the_earlier_one() -> None:
    review = profile(REVIEW)
    assert direction(profile(DAILY), review, across=False)[:] == (True, True, "published")


def test_an_outlet_is_found_where_it_is_named() -> None:
    review = profile(REVIEW)
    found = [span.text for _, span in names_in(review, dict.fromkeys(own_keys(profile(DAILY).document)))]
    assert found == ["Le Courrier des Collines"]


def test_a_citation_needs_the_number_too() -> None:
    agency, review = profile(AGENCY), profile(REVIEW)
    cited = citation(review, agency)
    assert cited is not None
    assert cited.shared == 2
    assert not cited.credit
    assert citation(profile(REVIEW.replace("23 civils", "77 civils").replace("quatorze", "quinze")), agency) is None
    assert citation(agency, review) is None


def test_a_credit_without_shared_text_is_a_citation() -> None:
    cited = citation(profile(DAILY), profile(AGENCY))
    assert cited is not None
    assert cited.credit
