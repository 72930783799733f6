"""Chains of voices, and the claims that hold the figures."""

from recoupe.stages.claim.telling.chain import chain, names
from tests.stages.claim.articles import figures, read, said

TEXT = "Selon Moscou, l'armée syrienne affirme que 62 soldats ont péri. Dix civils ont été tués."
OUTER = said(TEXT, "Selon", "l'armée syrienne affirme que 62 soldats ont péri", "Russia", id="outer")
INNER = said(TEXT, "affirme", "62 soldats ont péri", "Syrian army", id="inner", parent="outer")


def test_chain_runs_from_the_outermost_to_the_innermost() -> None:
    at = TEXT.index("62")
    assert chain([OUTER, INNER], at, at + 2) == (OUTER, INNER)


def test_chain_is_empty_outside_every_content() -> None:
    assert chain([OUTER, INNER], TEXT.index("Dix"), TEXT.index("Dix") + 3) == ()


def test_two_voices_of_one_content_are_ordered_by_their_parent() -> None:
    twin = said(TEXT, "affirme", "l'armée syrienne affirme que 62 soldats ont péri", "Syria", id="twin", parent="outer")
    at = TEXT.index("62")
    assert chain([twin, OUTER], at, at + 2) == (OUTER, twin)


def test_one_who_corrects_himself_stands_once() -> None:
    again = said(TEXT, "affirme", "62 soldats ont péri", "Russia", id="again", parent="outer")
    assert names((OUTER, again)) == ("Russia",)


def test_parents_in_a_circle_end() -> None:
    loop = said(TEXT, "affirme", "62 soldats ont péri", "A", id="a", parent="a")
    at = TEXT.index("62")
    assert chain([loop], at, at + 2) == (loop,)


def test_figures_carry_their_voices() -> None:
    told, own = figures(TEXT, [OUTER, INNER])
    assert (told.stated_by, told.attribution) == (("Russia", "Syrian army"), "inner")
    assert (own.stated_by, own.attribution) == ((), None)


def test_each_figure_stands_in_one_claim() -> None:
    found, claims, _ = read(TEXT, [OUTER, INNER])
    assert [(c.stated_by, c.figures) for c in claims] == [
        (("Russia",), ()),
        (("Russia", "Syrian army"), (found[0].id,)),
        ((), (found[1].id,)),
    ]


def test_a_sentence_of_the_articles_own_without_figures_claims_nothing() -> None:
    assert read("Le marché a rouvert.")[1] == ()
