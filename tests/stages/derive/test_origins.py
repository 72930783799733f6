"""Who counted first: within an article, along relays, across the ledger; and how many that makes."""

from recoupe.model.relay import Evidence, Relay
from recoupe.stages.derive.origins import independence, trace
from recoupe.stages.derive.profile import Profile
from tests.stages.derive.articles import AGENCY, DAILY, REVIEW, profile


def _relay(first: Profile, second: Profile, here: str, there: str, kind: str = "edited") -> Relay:
    """A relay of one passage, told by its words on each side."""
    spans = []
    for side, words in ((first, here), (second, there)):
        at = side.document.text.index(words)
        spans.append(side.cut(at, at + len(words)))
    evidence = (Evidence("text", "shared_words", spans[0], spans[1], 0.9),)
    return Relay("relay-1", first.id, second.id, kind, True, "published", 0.9, evidence, ())  # type: ignore[arg-type]


def _named(profiles: list[Profile], relays: tuple[Relay, ...] = ()) -> dict[tuple[int, str], tuple[str, str]]:
    texts = {f.id: (n, f.span.text) for n, p in enumerate(profiles) for f in p.reading.figures}
    return {texts[t.figure]: (t.origin.name, t.reason) for t in trace(profiles, relays)}


def test_a_headline_has_the_origin_of_the_body_below_it() -> None:
    found = _named([profile(AGENCY)])
    assert found[0, "au moins 23 civils"] == ("Oumar Traoré", "said_again")
    assert found[0, "Au moins 23 civils"] == ("Oumar Traoré", "stated_by")


def test_a_number_in_the_article_s_voice_has_the_origin_its_headline_names() -> None:
    text = (
        "RADIO DES PLATEAUX\n\nMenaka : la société civile déplore huit civils tués\n\n"
        "Huit civils ont été tués lundi près de Menaka. La route est restée fermée toute la journée.\n"
    )
    found = _named([profile(text, published="2022-05-13")])
    assert found[0, "Huit civils"] == (found[0, "huit civils"][0], "said_again")
    assert found[0, "huit civils"][0]


def test_two_outlets_quoting_one_person_are_one_origin() -> None:
    profiles = [profile(AGENCY), profile(DAILY)]
    traced = trace(profiles, ())
    figures = {f.id: f for p in profiles for f in p.reading.figures}
    behind = [each for each in independence(traced, figures) if figures[each.figures[0]].value == 23]
    assert len(behind) == 1
    assert (behind[0].minimum, behind[0].maximum) == (1, 1)
    assert len(behind[0].figures) == 3


def test_one_outlet_quoting_two_bodies_is_two_origins() -> None:
    text = """L'ÉCHO DU PORT
3 mars 2021

Explosion à Bosaso : 12 morts

Douze personnes ont été tuées mardi à Bosaso, en Somalie, selon le ministère somalien de la Santé. Le Croissant-Rouge compte lui aussi douze morts.
"""
    read = profile(text)
    traced = trace([read], ())
    figures = {f.id: f for f in read.reading.figures}
    behind = [each for each in independence(traced, figures) if figures[each.figures[0]].value == 12]
    assert [(each.minimum, each.maximum) for each in behind] == [(2, 2)]


def test_a_changed_number_is_followed_to_the_passage_it_was_taken_from() -> None:
    first = profile(AGENCY)
    second = profile(
        """LE CRI DU PEUPLE
13 mai 2022

Massacre au Mali

Près de 50 civils ont été massacrés mercredi 11 mai dans l'attaque d'un village près de Bankass, dans le centre du Mali.
"""
    )
    here = first.document.text[first.passages[1].start : first.passages[1].end]
    there = second.document.text[second.passages[1].start : second.passages[1].end]
    found = _named([first, second], (_relay(first, second, here, there),))
    assert found[1, "Près de 50 civils"] == ("Oumar Traoré", "relayed_from")


def test_an_assertion_without_a_voice_is_joined_to_what_was_told_before_when_one_origin_did() -> None:
    later = profile(
        """LE PHARE
20 mai 2022

Retour sur une attaque

L'attaque du 11 mai près de Bankass, au Mali, a fait 23 morts.
"""
    )
    found = _named([profile(AGENCY), later])
    assert found[1, "23 morts"] == ("Oumar Traoré", "same_number_before")
    assert _named([later])[0, "23 morts"] == ("", "own_voice")


def test_the_order_of_the_documents_plays_no_part() -> None:
    profiles = [profile(AGENCY), profile(DAILY), profile(REVIEW)]
    forward = {t.figure: t.origin for t in trace(profiles, ())}
    assert {t.figure: t.origin for t in trace(profiles[::-1], ())} == forward


def test_unnamed_voices_are_counted_in_the_maximum_only() -> None:
    text = """LE PHARE
4 avril 2020

Niger : sept morts

Sept soldats ont été tués vendredi 3 avril à Tillabéri, selon une source sécuritaire.
"""
    read = profile(text)
    figures = {f.id: f for f in read.reading.figures}
    behind = independence(trace([read], ()), figures)
    assert [(each.minimum, each.maximum) for each in behind] == [(1, 1)]
