"""Lines and hard-wrapped paragraphs."""

from recoupe.stages.acquire.lines import Line, split
from recoupe.text import plain


def lines_of(text: str) -> list[Line]:
    return split(text, plain(text))


def test_lines_have_no_white_space_around_them() -> None:
    text = "  Un\t\r\n\r\n\u00a0deux \u2028trois\r\n"
    lines = lines_of(text)
    assert [(line.text, line.gap) for line in lines] == [("Un", False), ("deux", True), ("trois", False)]
    assert all(text[line.start : line.end] == line.text for line in lines)


def test_hard_wrapped_lines_are_joined_to_paragraphs() -> None:
    text = """Douze personnes ont été tuées dans la nuit de lundi à mardi dans deux
hameaux de la commune, selon le maire. Les assaillants, venus à moto, ont
incendié le grenier et emporté une trentaine de têtes de bétail.

Le préfet parle de neuf morts et de « plusieurs disparus », et demande à la
population de rester chez elle. Une patrouille a été envoyée sur place par
le poste voisin, à une vingtaine de kilomètres de là.

- un dispensaire pillé
- une école incendiée
"""
    assert [line.text[:12] for line in lines_of(text)] == [
        "Douze person",
        "Le préfet pa",
        "- un dispens",
        "- une école ",
    ]


def test_short_lines_on_end_are_not_joined() -> None:
    text = "\n".join(f"Village numéro {n} : {n} morts" for n in range(2, 12))
    assert len(lines_of(text)) == 10


def test_a_headline_may_be_longer_than_the_lines_of_the_article() -> None:
    head = "Le bilan de l'attaque du marché de Gao s'alourdit à trente et un morts, dont huit enfants"
    body = """Trente et une personnes ont été tuées dans l'attaque du marché de la ville,
selon le maire, qui avait d'abord parlé de douze morts. Les assaillants sont
repartis vers le nord avec une dizaine d'otages, et une trentaine de blessés
sont soignés à l'hôpital régional, où les médecins manquent de tout, dit une
infirmière. Le gouverneur a promis des renforts, et une enquête a été ouverte
par le parquet militaire de la région."""
    assert [line.text[:12] for line in lines_of(f"{head}\n\n{body}\n")] == ["Le bilan de ", "Trente et un"]
